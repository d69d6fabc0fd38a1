//! Sets of groups.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Sets of groups. See [`Client::collections`](crate::Client::collections).
#[derive(Debug, Clone)]
pub struct Collections {
    pub(crate) client: Client,
}

impl Collections {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Creates a collection.
    ///
    /// A new collection has no groups; add them with [`update`](Self::update). If no answer arrives, look for
    /// its name with [`search`](Self::search).
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::model::NewCollection;

let new = NewCollection::new("Lifting").description("Everything that hangs").public(true);
let collection = client.collections().create(new).send().await?;
assert_eq!(collection.groups_count, Some(0));
```"#
    )]
    ///
    /// Source: `POST /v1/collections` in <https://docs.api.accredible.com/#tag/Collections>.
    pub fn create(&self, collection: NewCollection) -> Call<Collection> {
        let draft = Draft::new(&operations::COLLECTIONS_CREATE).body(NewCollectionBody::new(collection));
        draft.call::<CollectionBody>(&self.client)
    }

    /// Updates the given fields of a collection. The other fields keep their values.
    ///
    /// `groups` replaces the whole list.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    /// * [`Error::Invalid`](crate::Error::Invalid) (422): the input is invalid.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::TryStreamExt;
use tassel_accredible::model::{CollectionMember, CollectionUpdate};

let found: Vec<_> = client.collections().search().name("quayside").stream().try_collect().await?;
let changes =
    CollectionUpdate::default().groups(vec![CollectionMember::new(34), CollectionMember::new(35)]);
let collection = client.collections().update(&found[0].id, changes).send().await?;
assert_eq!(collection.groups_count, Some(2));
```"#
    )]
    ///
    /// Source: `PUT /v1/collections/{collection_id}` in <https://docs.api.accredible.com/#tag/Collections>.
    pub fn update(
        &self,
        collection_id: impl Into<CollectionId>,
        collection: CollectionUpdate,
    ) -> Call<Collection> {
        let draft = Draft::new(&operations::COLLECTIONS_UPDATE)
            .at("collection_id", collection_id.into())
            .body(CollectionUpdateBody::new(collection));
        draft.call::<CollectionBody>(&self.client)
    }

    /// Deletes a collection. Its groups stay.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///   After a repeat of the same call, whose first answer was lost, it is [`Deleted::NotThere`] instead.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::TryStreamExt;

let found: Vec<_> = client.collections().search().name("quayside").stream().try_collect().await?;
client.collections().delete(&found[0].id).send().await?;
```"#
    )]
    ///
    /// Source: `DELETE /v1/collections/{collection_id}` in
    /// <https://docs.api.accredible.com/#tag/Collections>.
    pub fn delete(&self, collection_id: impl Into<CollectionId>) -> Call<Deleted<Option<Collection>>> {
        let draft = Draft::new(&operations::COLLECTIONS_DELETE).at("collection_id", collection_id.into());
        draft.call::<Deleted<Option<CollectionBody>>>(&self.client)
    }

    /// Searches for collections.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::TryStreamExt;

let collections: Vec<_> = client.collections().search().public(true).stream().try_collect().await?;
for collection in &collections {
    println!("{:?}: {:?} groups", collection.name, collection.groups_count);
}
```"#
    )]
    ///
    /// Source: `POST /v1/collections/search` in <https://docs.api.accredible.com/#tag/Collections>.
    pub fn search(&self) -> SearchCollections {
        SearchCollections(Listing::new(
            &self.client,
            &operations::COLLECTIONS_SEARCH,
            CollectionSearch::new(CollectionQuery::default()),
        ))
    }
}

listing! {
    /// A listing of [`Collections::search`](crate::collections::Collections::search), 50 on a page unless
    /// another size is set.
    SearchCollections: CollectionSearch => CollectionList
}

impl SearchCollections {
    /// Only collections with these ids.
    pub fn ids(mut self, ids: impl IntoIterator<Item = impl Into<CollectionId>>) -> Self {
        self.0.query.query.ids = Some(ids.into_iter().map(Into::into).collect());
        self
    }

    /// Only collections whose name contains this text.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.query.name = Some(name.into());
        self
    }

    /// Only collections that are public (`true`) or not public (`false`).
    pub fn public(mut self, public: bool) -> Self {
        self.0.query.query.public = Some(public);
        self
    }

    /// Only collections without these ids.
    pub fn without(mut self, without: impl IntoIterator<Item = impl Into<CollectionId>>) -> Self {
        self.0.query.query.without = Some(without.into_iter().map(Into::into).collect());
        self
    }

    /// The sort order.
    pub fn sort(mut self, sort: CollectionSort) -> Self {
        self.0.query.sort = Some(sort);
        self
    }

    /// The number of items on a page. The default and the maximum are not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.meta.get_or_insert_default().per_page = Some(size);
        self
    }
}
