//! Who is the same person, and who may be.
//!
//! People are joined by address and by nothing else. What speaks for another join, or against one, is said, and left to
//! people.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// An address as it is compared: without white space around it, in lower case, in Unicode's form NFC.
///
/// NFC joins what looks the same and is meant to be (`é` in one character or in two), and leaves apart what only
/// resembles it. Dots and what follows a `+` stay: whether they matter is the mail host's to say. Addresses that differ
/// in case alone might be two mailboxes; no vendor treats them so.
#[must_use]
pub fn normalise(address: &str) -> String {
    let address = address.trim();
    if address.is_ascii() {
        return address.to_ascii_lowercase();
    }
    address.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// People who may be one, or one address that may be several people's. They were not joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// Them.
    pub people: Vec<Person>,
    /// What makes one doubt that they are several.
    pub why: Vec<Why>,
}

/// A person of a [`Doubt`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// What makes one doubt that people are several.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Why {
    /// They have the same name.
    SameName,
    /// The organisation has given them the same id.
    SameOwnId(String),
    /// They have the same address, but this vendor has different ids for them.
    SameAddressOtherIds(&'static str),
}

impl std::fmt::Display for Why {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SameName => f.write_str("same name"),
            Self::SameOwnId(id) => write!(f, "same own id {id}"),
            Self::SameAddressOtherIds(vendor) => write!(f, "same address, other ids at {vendor}"),
        }
    }
}

/// How one vendor knows somebody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Known {
    pub(crate) vendor: &'static str,
    /// What tells people apart at this vendor: its id of them, or the organisation's own.
    pub(crate) token: Option<String>,
    pub(crate) own_id: Option<String>,
    pub(crate) name: Option<String>,
    /// The address as it is written there.
    pub(crate) email: Option<String>,
}

impl Known {
    pub(crate) fn new(vendor: &'static str, learner: crate::Learner) -> Self {
        let crate::Learner { id, own_id, name, email } = learner;
        // An empty id tells nobody apart.
        let is_one = |id: &String| !id.trim().is_empty();
        let token = id.map(|id| id.to_text()).filter(is_one).or_else(|| own_id.clone().filter(is_one));
        Self { vendor, token, own_id, name, email }
    }
}

/// The vendors that tell those of one address apart.
pub(crate) fn told_apart_by(known: &[Known]) -> Vec<&'static str> {
    let mut tokens: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    for known in known {
        if let Some(token) = known.token.as_deref() {
            let tokens = tokens.entry(known.vendor).or_default();
            if !tokens.contains(&token) {
                tokens.push(token);
            }
        }
    }
    tokens.into_iter().filter(|(_, tokens)| tokens.len() > 1).map(|(vendor, _)| vendor).collect()
}

/// What is known of somebody who stands alone.
#[derive(Debug)]
pub(crate) struct Alone<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) own_ids: &'a [String],
    /// The vendors that tell those of this address apart.
    pub(crate) told_apart_by: &'a [&'static str],
}

/// Who may be whom: the places of people, and why.
pub(crate) fn doubts(people: &[Alone<'_>]) -> Vec<(Vec<usize>, Vec<Why>)> {
    let mut alike: HashMap<Why, Vec<usize>> = HashMap::new();
    let mut names: HashMap<String, Vec<usize>> = HashMap::new();
    let mut addresses: HashMap<(&str, &'static str), Vec<usize>> = HashMap::new();
    for (place, person) in people.iter().enumerate() {
        let name = normalise(&person.name.split_whitespace().collect::<Vec<_>>().join(" "));
        if !name.is_empty() {
            names.entry(name).or_default().push(place);
        }
        for id in person.own_ids {
            alike.entry(Why::SameOwnId(id.clone())).or_default().push(place);
        }
        for vendor in person.told_apart_by {
            addresses.entry((person.email, vendor)).or_default().push(place);
        }
    }
    let names = names.into_values().map(|places| (Why::SameName, places));
    let addresses =
        addresses.into_iter().map(|((_, vendor), places)| (Why::SameAddressOtherIds(vendor), places));
    // The same people may be alike in several ways.
    let mut doubts: BTreeMap<Vec<usize>, Vec<Why>> = BTreeMap::new();
    for (why, places) in alike.into_iter().chain(names).chain(addresses) {
        if places.len() > 1 {
            doubts.entry(places).or_default().push(why);
        }
    }
    let sorted = |(places, mut why): (Vec<usize>, Vec<Why>)| {
        why.sort();
        (places, why)
    };
    doubts.into_iter().map(sorted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_compared_in_one_form() {
        for (label, address, want) in [
            ("as it is", "imani@example.org", "imani@example.org"),
            ("capitals", "Imani@Example.ORG", "imani@example.org"),
            ("white space", " imani@example.org\u{a0}\n", "imani@example.org"),
            ("one character or two", "Jose\u{301}@example.org", "jos\u{e9}@example.org"),
            ("a ligature is another letter", "o\u{fb03}ce@example.org", "o\u{fb03}ce@example.org"),
            ("dots and pluses stay", "i.mani+x@example.org", "i.mani+x@example.org"),
            ("nothing", " ", ""),
        ] {
            assert_eq!(normalise(address), want, "{label}");
            assert_eq!(normalise(&normalise(address)), want, "{label}, twice");
        }
    }

    #[test]
    fn a_vendor_tells_apart_those_for_whom_it_has_different_ids() {
        let known = |vendor, id: &str, own_id: &str| {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let learner =
                crate::Learner { id: some(id).map(Into::into), own_id: some(own_id), ..Default::default() };
            Known::new(vendor, learner)
        };
        for (label, known, want) in [
            ("nobody", vec![], vec![]),
            ("one", vec![known("a", "1", "")], vec![]),
            ("one, twice", vec![known("a", "1", "7"), known("a", "1", "8")], vec![]),
            ("two", vec![known("a", "1", ""), known("a", "2", "")], vec!["a"]),
            ("two vendors", vec![known("a", "1", ""), known("b", "2", "")], vec![]),
            ("one without an id", vec![known("a", "1", ""), known("a", "", "")], vec![]),
            ("by own ids", vec![known("a", "", "7"), known("a", "", "8")], vec!["a"]),
            ("an id before an own id", vec![known("a", "1", "7"), known("a", "2", "7")], vec!["a"]),
            ("an empty id is none", vec![known("a", " ", ""), known("a", "1", "")], vec![]),
            ("an empty own id is none", vec![known("a", "", " "), known("a", "", "1")], vec![]),
            (
                "both vendors, in order",
                vec![known("b", "1", ""), known("a", "1", ""), known("b", "2", ""), known("a", "2", "")],
                vec!["a", "b"],
            ),
        ] {
            assert_eq!(told_apart_by(&known), want, "{label}");
        }
    }

    #[test]
    fn reasons_are_told_in_words() {
        for (why, want) in [
            (Why::SameName, "same name"),
            (Why::SameOwnId("7".to_owned()), "same own id 7"),
            (Why::SameAddressOtherIds("acme"), "same address, other ids at acme"),
        ] {
            assert_eq!(why.to_string(), want);
        }
    }

    #[test]
    fn those_of_one_address_are_doubts_only_where_one_vendor_tells_both_apart() {
        let person = |email, told_apart_by| Alone { name: "", email, own_ids: &[], told_apart_by };
        let reason = |vendor| vec![Why::SameAddressOtherIds(vendor)];
        for (label, people, want) in [
            ("both", vec![person("a", &["x"][..]), person("a", &["x"])], vec![(vec![0, 1], reason("x"))]),
            ("another address", vec![person("a", &["x"]), person("b", &["x"])], vec![]),
            ("another vendor", vec![person("a", &["x"]), person("a", &["y"])], vec![]),
            ("one alone", vec![person("a", &["x"])], vec![]),
            (
                "two pairs, by place",
                vec![person("b", &["x"]), person("a", &["x"]), person("b", &["x"]), person("a", &["x"])],
                vec![(vec![0, 2], reason("x")), (vec![1, 3], reason("x"))],
            ),
        ] {
            assert_eq!(doubts(&people), want, "{label}");
        }
    }

    #[test]
    fn doubts_are_told_with_all_their_reasons() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let (one, other) = (ids(&["7"]), ids(&["8"]));
        let person = |name, email, own_ids| Alone { name, email, own_ids, told_apart_by: &[] };
        let both = vec![Why::SameName, Why::SameOwnId("7".to_owned())];
        let id = vec![Why::SameOwnId("7".to_owned())];
        for (label, people, want) in [
            ("nobody alike", vec![person("A", "a", &one), person("B", "b", &other)], vec![]),
            (
                "the same name and id",
                vec![person("A b", "a", &one), person("a  B", "b", &one)],
                vec![(vec![0, 1], both)],
            ),
            ("the same id", vec![person("A", "a", &one), person("B", "b", &one)], vec![(vec![0, 1], id)]),
            ("no name is no name in common", vec![person("", "a", &one), person("", "b", &other)], vec![]),
        ] {
            assert_eq!(doubts(&people), want, "{label}");
        }
    }
}
