//! Custom attributes that credentials can have.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Custom attributes that credentials can have. See
/// [`Client::attribute_keys`](crate::Client::attribute_keys).
#[derive(Debug, Clone)]
pub struct AttributeKeys {
    pub(crate) client: Client,
}

impl AttributeKeys {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Creates an attribute key.
    ///
    /// No operation updates or deletes one. If no answer arrives, look for its name with
    /// [`search`](Self::search).
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
use tassel_accredible::model::{AttributeKind, NewAttributeKey};

let new = NewAttributeKey::new("Vessel", AttributeKind::Text, 123);
let key = client.attribute_keys().create(new).send().await?;
assert_eq!(key.name.as_deref(), Some("Vessel"));
```"#
    )]
    ///
    /// Source: `POST /v1/attribute_keys` in <https://docs.api.accredible.com/#tag/Attributes>.
    pub fn create(&self, attribute_key: NewAttributeKey) -> Call<AttributeKey> {
        let draft =
            Draft::new(&operations::ATTRIBUTE_KEYS_CREATE).body(NewAttributeKeyBody::new(attribute_key));
        draft.call::<AttributeKeyBody>(&self.client)
    }

    /// Searches for attribute keys.
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
use tassel_accredible::model::AttributeKind;

let dates = client.attribute_keys().search().department(123).kind(AttributeKind::Date);
let keys: Vec<_> = dates.stream().try_collect().await?;
assert_eq!(keys[0].name.as_deref(), Some("Assessed"));
```"#
    )]
    ///
    /// Source: `POST /v1/attribute_keys/search` in <https://docs.api.accredible.com/#tag/Attributes>.
    pub fn search(&self) -> SearchAttributeKeys {
        SearchAttributeKeys(Listing::new(
            &self.client,
            &operations::ATTRIBUTE_KEYS_SEARCH,
            AttributeKeySearch::default(),
        ))
    }
}

listing! {
    /// A listing of [`AttributeKeys::search`](crate::attribute_keys::AttributeKeys::search), 50 on a page
    /// unless another size is set.
    SearchAttributeKeys: AttributeKeySearch => AttributeKeyList
}

impl SearchAttributeKeys {
    /// Only keys with this name.
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.0.query.name = Some(name.into());
        self
    }

    /// Only keys of this kind.
    pub fn kind(mut self, kind: impl Into<AttributeKind>) -> Self {
        self.0.query.kind = Some(kind.into());
        self
    }

    /// Only keys of this department.
    pub fn department(mut self, department: impl Into<DepartmentId>) -> Self {
        self.0.query.department = Some(department.into());
        self
    }

    /// The number of items on a page. Default 50. The maximum is not known.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.page_size = Some(size);
        self
    }
}
