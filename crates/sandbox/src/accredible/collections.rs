//! Collections. A group holds the ids of its collections; a collection holds no ids of groups.

use std::cmp::Ordering;

use serde_json::{Value, json};
use tassel_accredible::model::{CollectionId, CollectionQuery};

use super::Accredible;
use super::input::{Checks, is_id, model, object, wrapped};
use super::rejection::Rejection;
use super::render::ISSUER;
use super::search::{NumberedPage, sort_order};
use super::store::Group;
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// A collection.
#[derive(Debug, Clone)]
pub(super) struct Collection {
    id: String,
    name: String,
    description: Option<String>,
    public: bool,
}

/// A field of a group.
const COLLECTIONS: &str = "collections";

impl Group {
    fn collection_ids(&self) -> impl Iterator<Item = &Value> {
        self.written.get(COLLECTIONS).and_then(Value::as_array).into_iter().flatten().map(|item| &item["id"])
    }

    fn is_in(&self, collection: &str) -> bool {
        !self.deleted && self.collection_ids().any(|id| id == collection)
    }

    fn put_in(&mut self, collection: &str, is_in: bool) {
        let mut ids: Vec<_> = self.collection_ids().filter(|id| *id != collection).cloned().collect();
        ids.extend(is_in.then(|| collection.into()));
        let items: Vec<_> = ids.iter().map(|id| json!({"id": id})).collect();
        self.written.insert(COLLECTIONS.to_owned(), items.into());
    }
}

impl Accredible {
    /// Creates a public collection with the first two groups.
    pub(super) fn create_default_collection(&mut self) {
        let id = "5d2b1c94-7c5e-4d0f-9a31-8f0e6a7b2c11";
        for group in self.groups.values_mut().take(2) {
            group.put_in(id, true);
        }
        self.collections.push(Collection {
            id: id.to_owned(),
            name: "Quayside".to_owned(),
            description: None,
            public: true,
        });
    }

    /// The collections of a group. One that is not known here has only an id.
    pub(super) fn collections_of(&self, group: &Group) -> Value {
        let shown = group.collection_ids().map(|id| {
            match self.collections.iter().find(|collection| *id == collection.id) {
                Some(known) => json!({"id": id, "name": known.name, "description": known.description}),
                None => json!({"id": id}),
            }
        });
        shown.collect()
    }

    /// The collection has no groups, whatever the body says.
    pub(super) fn create_collection(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let fields = wrapped(&incoming.body, "collection")?;
        let mut collection =
            Collection { id: world.uuid(), name: String::new(), description: None, public: false };
        let mut checks = Checks::default();
        checks.present("name", fields["name"].as_str());
        checks.finish()?;
        self.write_collection(&mut collection, &fields)?;
        let answer = Answer::json(200, &json!({"collection": self.shown_collection(&collection)}));
        self.collections.push(collection);
        Ok(answer.acted())
    }

    pub(super) fn update_collection(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let place = self.collection(incoming)?;
        let fields = wrapped(&incoming.body, "collection")?;
        let mut collection = self.collections[place].clone();
        let members = self.write_collection(&mut collection, &fields)?;
        if let Some(members) = members {
            for group in self.groups.values_mut() {
                let is_member = members.contains(&group.id);
                if is_member != group.is_in(&collection.id) {
                    group.put_in(&collection.id, is_member);
                }
            }
        }
        let answer = Answer::json(200, &json!({"collection": self.shown_collection(&collection)}));
        self.collections[place] = collection;
        Ok(answer.acted())
    }

    /// The groups stay, without the collection.
    pub(super) fn delete_collection(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let place = self.collection(incoming)?;
        let shown = self.shown_collection(&self.collections[place]);
        let collection = self.collections.remove(place);
        for group in self.groups.values_mut().filter(|group| group.is_in(&collection.id)) {
            group.put_in(&collection.id, false);
        }
        let answer = if self.settings.deleted_collection_shown {
            Answer::json(200, &json!({"collection": shown}))
        } else {
            Answer::empty(200)
        };
        Ok(answer.acted())
    }

    pub(super) fn search_collections(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let body = object(&incoming.body)?;
        if !body["query"].is_object() {
            return Err(Rejection::Query("query is missing".to_owned()));
        }
        let query: CollectionQuery =
            model(&body["query"]).map_err(|rejection| Rejection::Query(rejection.into_text()))?;
        let sort = sort_order(&body["sort"], &["name", "groups_count", "public"])?;
        let is = |ids: &[CollectionId], collection: &Collection| {
            ids.iter().any(|id| *id == CollectionId::from(collection.id.as_str()))
        };
        let mut found: Vec<_> = self.collections.iter().collect();
        found.retain(|collection| {
            query.ids.as_ref().is_none_or(|ids| is(ids, collection))
                && !query.without.as_ref().is_some_and(|ids| is(ids, collection))
                && query.public.is_none_or(|public| public == collection.public)
                && query
                    .name
                    .as_ref()
                    .is_none_or(|part| collection.name.to_lowercase().contains(&part.to_lowercase()))
        });
        if let Some((field, descending)) = sort {
            let by = |one: &Collection, other: &Collection| match field.as_str() {
                "name" => one.name.cmp(&other.name),
                "public" => one.public.cmp(&other.public),
                _ => self.members(one).count().cmp(&self.members(other).count()),
            };
            let order = |order: Ordering| if descending { order.reverse() } else { order };
            found.sort_by(|one, other| order(by(one, other)));
        }
        let number = |name: &str| {
            let value = &body["meta"][name];
            // The vendor's schema has texts, and its samples have numbers.
            value.as_u64().or_else(|| value.as_str()?.parse().ok())
        };
        let page = NumberedPage::new(number("page_number"), number("per_page"), incoming).with_size();
        let shown = page.cut(found.iter()).map(|collection| self.shown_collection(collection).to_string());
        Ok(page.answer("collections", shown, found.len()))
    }

    /// The place of the collection that the path names.
    fn collection(&self, incoming: &Incoming) -> Result<usize, Rejection> {
        let id = incoming.value("collection_id");
        self.collections.iter().position(|collection| collection.id == id).ok_or(Rejection::NotFound)
    }

    fn members(&self, collection: &Collection) -> impl Iterator<Item = &Group> {
        self.groups.values().filter(|group| group.is_in(&collection.id))
    }

    fn shown_collection(&self, collection: &Collection) -> Value {
        let groups: Vec<_> = self.members(collection).map(|group| json!({"id": group.id})).collect();
        json!({
            "id": collection.id,
            "name": collection.name,
            "description": collection.description,
            "organization_id": ISSUER,
            "public": collection.public,
            "groups_count": groups.len(),
            "groups": groups,
        })
    }

    /// Sets the fields that are in the body, and returns the ids of its groups, if it has a list of them.
    fn write_collection(
        &self,
        collection: &mut Collection,
        fields: &Value,
    ) -> Result<Option<Vec<u64>>, Rejection> {
        let null_clears = self.settings.null_clears;
        let mut checks = Checks::default();
        if fields.get("name").is_some_and(|name| !name.is_null()) {
            collection.name = checks.present("name", fields["name"].as_str());
        }
        match &fields["description"] {
            Value::String(text) => collection.description = Some(text.clone()),
            Value::Null if null_clears && fields.get("description").is_some() => {
                collection.description = None;
            }
            Value::Null => {}
            _ => checks.wrong("description", "is invalid"),
        }
        match &fields["public"] {
            Value::Bool(public) => collection.public = *public,
            Value::Null => {}
            _ => checks.wrong("public", "is invalid"),
        }
        let groups = match &fields["groups"] {
            Value::Array(items) if items.iter().all(|item| is_id(&item["id"])) => Some(items.as_slice()),
            Value::Null => (null_clears && fields.get("groups").is_some()).then_some(&[][..]),
            _ => {
                checks.wrong("groups", "is invalid");
                None
            }
        };
        checks.finish()?;
        let Some(groups) = groups else { return Ok(None) };
        let known = |item: &Value| {
            let id = item["id"].as_u64().or_else(|| item["id"].as_str()?.parse().ok())?;
            self.groups.get(&id).filter(|group| !group.deleted).map(|group| group.id)
        };
        let ids: Option<Vec<_>> = groups.iter().map(known).collect();
        ids.map(Some).ok_or_else(|| Rejection::Invalid("Invalid Group".to_owned()))
    }
}
