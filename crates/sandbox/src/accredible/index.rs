//! The credentials and their indexes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Index;

use super::lag::Lagging;
use super::numbers::Numbers;
use super::store::{Credential, Texts};

/// The credentials, with indexes that avoid scans.
#[derive(Debug, Clone, Default)]
pub(super) struct Credentials {
    by_number: BTreeMap<u64, Credential>,
    numbers: Numbers,
    /// Several credentials can have the same own id.
    by_own_id: BTreeMap<String, Numbers>,
    by_group: BTreeMap<u64, Numbers>,
    /// Hash of the address, group, number.
    by_holder: BTreeSet<(u64, u64, u64)>,
    /// What is listed, if it lags behind.
    pub(super) lagging: Option<Box<Lagging>>,
    /// The number of credentials read.
    #[cfg(test)]
    looks: std::cell::Cell<usize>,
}

/// An index lookup.
#[derive(Debug)]
pub(super) enum Lookup<'a> {
    /// All credentials.
    Nothing,
    /// Credentials with one of these own ids.
    OwnId(&'a [String]),
    /// Credentials with one of these addresses, in any case. Others with the same hash may be included.
    Address(&'a [String]),
    /// Credentials of one of these groups, given as texts.
    Group(&'a [String]),
}

/// Selected credentials, in the order of their numbers.
#[derive(Debug)]
pub(super) struct Selection<'a> {
    credentials: &'a Credentials,
    numbers: Cow<'a, Numbers>,
}

impl Credentials {
    /// A credential by the vendor's number.
    pub(super) fn get(&self, number: u64) -> Option<&Credential> {
        self.by_number.get(&number).inspect(|_| self.look())
    }

    /// The credential with the lowest number.
    pub(super) fn first(&self) -> Option<&Credential> {
        self.by_number.values().next()
    }

    /// A credential by the caller's own id or the vendor's number. The own id takes precedence; the oldest of several
    /// credentials is found.
    pub(super) fn find(&self, id: &str) -> Option<&Credential> {
        let own = self.by_own_id.get(id).and_then(Numbers::first);
        self.get(own.or_else(|| id.parse().ok())?)
    }

    /// A credential by its encoded id or its UUID. Reads all credentials.
    pub(super) fn find_encoded(&self, id: &str) -> Option<&Credential> {
        self.by_number.values().find(|credential| credential.encoded_id == id || credential.uuid == id)
    }

    /// The credentials of a group for an address, in any case. Others with the same hash may be included.
    pub(super) fn held(&self, address: &str, group: u64) -> impl Iterator<Item = &Credential> {
        let address = hash(address);
        let held = self.by_holder.range((address, group, 0)..=(address, group, u64::MAX));
        held.filter_map(|(_, _, number)| self.get(*number))
    }

    /// The credentials that a lookup finds.
    pub(super) fn select(&self, by: &Lookup<'_>) -> Selection<'_> {
        let numbers = match by {
            Lookup::Nothing => Cow::Borrowed(&self.numbers),
            Lookup::OwnId(ids) => {
                let numbers = ids.iter().filter_map(|id| self.by_own_id.get(id));
                Cow::Owned(numbers.flat_map(Numbers::iter).copied().collect())
            }
            Lookup::Address(addresses) => {
                let hashes = addresses.iter().map(|address| hash(address));
                let held = hashes.flat_map(|it| self.by_holder.range((it, 0, 0)..=(it, u64::MAX, u64::MAX)));
                Cow::Owned(held.map(|(_, _, number)| *number).collect())
            }
            Lookup::Group(groups) => {
                let number =
                    |group: &String| group.parse().ok().filter(|number: &u64| number.to_string() == *group);
                let mut sets = groups.iter().filter_map(number).filter_map(|group| self.by_group.get(&group));
                let first = sets.next().map(Cow::Borrowed).unwrap_or_default();
                sets.fold(first, |all, set| Cow::Owned(all.iter().chain(set.iter()).copied().collect()))
            }
        };
        Selection { credentials: self, numbers }
    }

    /// Stores a credential. Returns the credential that it replaces.
    pub(super) fn insert(&mut self, credential: Credential) -> Option<Credential> {
        if let Some(lagging) = &mut self.lagging {
            lagging.stored(&credential);
        }
        let before = self.take(credential.number);
        let number = credential.number;
        if let Some(id) = &credential.own_id {
            self.by_own_id.entry(id.clone()).or_default().insert(number);
        }
        self.by_group.entry(credential.group).or_default().insert(number);
        self.by_holder.insert(holder(&credential));
        self.numbers.insert(number);
        self.by_number.insert(number, credential);
        before
    }

    pub(super) fn remove(&mut self, number: u64) -> Option<Credential> {
        if let Some(lagging) = &mut self.lagging {
            lagging.removed(number);
        }
        self.take(number)
    }

    fn take(&mut self, number: u64) -> Option<Credential> {
        let credential = self.by_number.remove(&number)?;
        if let Some(id) = &credential.own_id {
            // An id without a credential is not kept.
            if let Some(numbers) = self.by_own_id.get_mut(id) {
                numbers.remove(number);
                if numbers.is_empty() {
                    self.by_own_id.remove(id);
                }
            }
        }
        if let Some(group) = self.by_group.get_mut(&credential.group) {
            group.remove(number);
        }
        self.numbers.remove(number);
        self.by_holder.remove(&holder(&credential));
        Some(credential)
    }

    /// Clears the cached texts of a group's credentials, which contain the group.
    pub(super) fn forget_texts(&mut self, group: u64) {
        for number in self.by_group.get(&group).into_iter().flat_map(Numbers::iter) {
            if let Some(credential) = self.by_number.get_mut(number) {
                credential.texts = Texts::default();
            }
        }
        if let Some(lagging) = &mut self.lagging {
            lagging.shown.forget_texts(group);
        }
    }

    #[cfg(not(test))]
    fn look(&self) {}

    #[cfg(test)]
    fn look(&self) {
        self.looks.set(self.looks.get() + 1);
    }
}

impl Index<u64> for Credentials {
    type Output = Credential;

    /// A credential that must exist.
    fn index(&self, number: u64) -> &Credential {
        self.look();
        &self.by_number[&number]
    }
}

fn holder(credential: &Credential) -> (u64, u64, u64) {
    (hash(&credential.recipient.email), credential.group, credential.number)
}

/// A hash that ignores case. ASCII addresses, which most are, are not copied.
fn hash(address: &str) -> u64 {
    let fold = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let basis = 0xcbf2_9ce4_8422_2325;
    if address.is_ascii() {
        address.bytes().map(|byte| byte.to_ascii_lowercase()).fold(basis, fold)
    } else {
        address.to_lowercase().bytes().fold(basis, fold)
    }
}

impl Selection<'_> {
    pub(super) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The numbers of the credentials, which are not read.
    pub(super) fn numbers(&self) -> &Numbers {
        &self.numbers
    }

    /// The credential with one of the numbers.
    pub(super) fn read(&self, number: u64) -> &Credential {
        &self.credentials[number]
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Credential> {
        self.numbers.iter().map(|number| self.read(*number))
    }
}

#[cfg(test)]
mod tests {
    use http::{HeaderMap, Method};
    use serde_json::{Value, json};

    use super::super::Accredible;
    use crate::exchange::{Incoming, parse_query};
    use crate::router::route;
    use crate::sandbox::{Emulator, Start, World};

    /// An academy with so many additional credentials.
    fn academy(more: u64, world: &mut World) -> Accredible {
        let mut state = Accredible::new(Start::default(), world);
        let first = state.credentials.first().unwrap().clone();
        for _ in 0..more {
            let (mut credential, number) = (first.clone(), state.number());
            credential.number = number;
            credential.own_id = Some(format!("own-{number}"));
            credential.group = 36;
            credential.recipient.email = format!("n{number}@example.org");
            state.credentials.insert(credential);
        }
        state
    }

    /// How many credentials a request reads.
    fn looks(state: &mut Accredible, world: &mut World, method: &Method, path: &str, body: &Value) -> usize {
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let (operation, values) = route(state.api(), method, path).unwrap();
        let incoming = Incoming {
            uri: http::Uri::default(),
            on_port: false,
            operation,
            values,
            query: parse_query(query),
            headers: HeaderMap::new(),
            body: body.to_string().into(),
            ignore_paging: false,
        };
        state.credentials.looks.take();
        let status = state.answer(&incoming, world).status().as_u16();
        assert!(status < 300 || body["rejected"] == true, "{method} {path}: {status}");
        state.credentials.looks.take()
    }

    #[test]
    fn requests_read_a_constant_number_of_credentials() {
        let new = |email: &str| json!({"recipient": {"name": "Somebody", "email": email}, "group_id": 36});
        let with_id = |id: &str| json!({"credential": {"id": id, "group_id": 36, "recipient": new("x@example.org")["recipient"]}});
        let search = "/v2/credentials/search";
        let page = json!({"size": 20});
        let one = "n80000060@example.org";
        let many = "/v1/all_credentials?page_size=20";
        let batch = json!({"credentials": [new("b@example.org"), new("c@example.org")]});
        let rejected =
            json!({"credentials": [new("d@example.org"), new("not an address")], "rejected": true});
        let rows = [
            (Method::POST, "/v1/credentials", json!({"credential": new("a@example.org")}), 1),
            (Method::POST, "/v1/credentials", with_id("mine"), 1),
            (Method::POST, "/v1/credentials", json!({"credential": new(one), "rejected": true}), 1),
            (Method::POST, "/v1/credentials/bulk_create", batch.clone(), 2),
            (Method::POST, "/v1/credentials/bulk_create", rejected, 0),
            (Method::GET, "/v1/credentials/80000060", Value::Null, 1),
            (Method::GET, "/v1/credentials/own-80000060", Value::Null, 1),
            (Method::PUT, "/v1/credentials/own-80000060", json!({"credential": {"name": "Another"}}), 2),
            (Method::DELETE, "/v1/credentials/own-80000061", Value::Null, 1),
            (Method::GET, many, Value::Null, 20),
            (Method::GET, &format!("{many}&group_id=36"), Value::Null, 20),
            (Method::GET, &format!("{many}&page=5&group_id=36"), Value::Null, 20),
            (Method::GET, &format!("{many}&page=7"), Value::Null, 20),
            (Method::GET, &format!("{many}&email={one}"), Value::Null, 1),
            (Method::GET, &format!("{many}&license_id=own-80000060"), Value::Null, 1),
            (Method::POST, search, json!({"query": {}, "page": page}), 21),
            (Method::POST, search, json!({"query": {}, "sort": {"id": "desc"}, "page": page}), 21),
            (Method::POST, search, json!({"query": {"group.id": 36}, "page": page}), 21),
            (
                Method::POST,
                search,
                json!({"query": {"group.id": 36}, "page": {"size": 20, "cursor": "WyIiLDgwMDAwMDYwXQ=="}}),
                21,
            ),
            (Method::POST, search, json!({"query": {"group.id": 36}, "page": {"size": 20, "from": 70}}), 21),
            (
                Method::POST,
                search,
                json!({"query": {"group.id": 36}, "sort": {"id": "desc"}, "page": {"size": 20, "from": 70}}),
                21,
            ),
            (Method::POST, "/v1/credentials/search", json!({"group_id": 36, "page": 5, "page_size": 20}), 20),
            (Method::POST, search, json!({"query": {"recipient_email": one, "group.id": 36}}), 1),
            (Method::POST, search, json!({"query": {"recipient_email": one}}), 1),
            (Method::POST, search, json!({"query": {"license_id[in]": ["mine", "own-80000062"]}}), 2),
        ];
        for more in [100, 100_000] {
            let mut world = World::new(Start::default());
            let mut state = academy(more, &mut world);
            for (method, path, body, want) in &rows {
                let found = looks(&mut state, &mut world, method, path, body);
                assert_eq!(found, *want, "{method} {path} {body}, with {more} more");
            }
        }
    }
}
