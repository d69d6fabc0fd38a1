//! Matching of learners across vendors.
//!
//! Learners are joined by address alone. Other evidence for or against a match is reported as a [`Doubt`], for people to
//! decide.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;
use unicode_normalization::UnicodeNormalization;

/// The form of an address that comparisons use: trimmed, in lower case, in Unicode's form NFC.
///
/// NFC makes `é` in one character equal to `é` in two. It keeps characters that only look alike apart. Dots and the part
/// after a `+` are kept, because the mail host decides what they mean. Two addresses that differ only in case could be
/// two mailboxes, but no vendor treats them so.
#[must_use]
pub fn normalise(address: &str) -> String {
    let address = address.trim();
    if address.is_ascii() {
        return address.to_ascii_lowercase();
    }
    address.nfc().collect::<String>().to_lowercase().nfc().collect()
}

/// Learners who may be one person, or who share an address but may be several people. They were not joined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Doubt {
    /// The learners.
    pub people: Vec<Person>,
    /// Why they may match.
    #[serde(rename = "why")]
    pub reasons: Vec<MatchReason>,
}

/// A learner of a [`Doubt`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

/// Why two learners may be one person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum MatchReason {
    /// They have the same name.
    SameName,
    /// They have the same id of the organisation.
    SameOwnId(String),
    /// They have the same address, but different ids at this vendor.
    SameAddressOtherIds(&'static str),
}

impl std::fmt::Display for MatchReason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::SameName => f.write_str("same name"),
            Self::SameOwnId(id) => write!(f, "same own id {id}"),
            Self::SameAddressOtherIds(vendor) => write!(f, "same address, other ids at {vendor}"),
        }
    }
}

/// An [`Identity`](crate::Identity) with its vendor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct VendorIdentity {
    pub(crate) vendor: &'static str,
    /// The id that distinguishes people at this vendor: the vendor's id, or else the organisation's own.
    pub(crate) id: Option<String>,
    pub(crate) own_id: Option<String>,
    pub(crate) name: Option<String>,
    /// The address, as the vendor spells it.
    pub(crate) email: Option<String>,
}

impl VendorIdentity {
    pub(crate) fn new(vendor: &'static str, learner: crate::Identity) -> Self {
        let crate::Identity { id, own_id, name, email } = learner;
        // An empty id does not distinguish anybody.
        let is_id = |id: &String| !id.trim().is_empty();
        let id = id.map(|id| id.to_text()).filter(is_id).or_else(|| own_id.clone().filter(is_id));
        Self { vendor, id, own_id, name, email }
    }
}

/// The vendors that have different ids for these identities, which share an address.
pub(crate) fn distinguishing_vendors(identities: &[VendorIdentity]) -> Vec<&'static str> {
    let mut ids_by_vendor: BTreeMap<&'static str, Vec<&str>> = BTreeMap::new();
    for identity in identities {
        if let Some(id) = identity.id.as_deref() {
            let ids = ids_by_vendor.entry(identity.vendor).or_default();
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
    }
    ids_by_vendor.into_iter().filter(|(_, ids)| ids.len() > 1).map(|(vendor, _)| vendor).collect()
}

/// A learner to compare with the others.
#[derive(Debug)]
pub(crate) struct Candidate<'a> {
    pub(crate) name: &'a str,
    pub(crate) email: &'a str,
    pub(crate) own_ids: &'a [String],
    /// The vendors that have different ids for this address.
    pub(crate) distinguishing_vendors: &'a [&'static str],
}

/// The groups of candidates who may be one person, by index, with the reasons.
pub(crate) fn find_doubts(candidates: &[Candidate<'_>]) -> Vec<(Vec<usize>, Vec<MatchReason>)> {
    let mut own_ids: HashMap<MatchReason, Vec<usize>> = HashMap::new();
    let mut names: HashMap<String, Vec<usize>> = HashMap::new();
    let mut addresses: HashMap<(&str, &'static str), Vec<usize>> = HashMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        let name = normalise(&candidate.name.split_whitespace().collect::<Vec<_>>().join(" "));
        if !name.is_empty() {
            names.entry(name).or_default().push(index);
        }
        for id in candidate.own_ids {
            own_ids.entry(MatchReason::SameOwnId(id.clone())).or_default().push(index);
        }
        for vendor in candidate.distinguishing_vendors {
            addresses.entry((candidate.email, vendor)).or_default().push(index);
        }
    }
    let names = names.into_values().map(|indices| (MatchReason::SameName, indices));
    let addresses = addresses
        .into_iter()
        .map(|((_, vendor), indices)| (MatchReason::SameAddressOtherIds(vendor), indices));
    // One group may match for several reasons.
    let mut doubts: BTreeMap<Vec<usize>, Vec<MatchReason>> = BTreeMap::new();
    for (reason, indices) in own_ids.into_iter().chain(names).chain(addresses) {
        if indices.len() > 1 {
            doubts.entry(indices).or_default().push(reason);
        }
    }
    let sorted = |(indices, mut reasons): (Vec<usize>, Vec<MatchReason>)| {
        reasons.sort();
        (indices, reasons)
    };
    doubts.into_iter().map(sorted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn normalised_addresses() {
        for (label, address, want) in [
            ("unchanged", "imani@example.org", "imani@example.org"),
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
    fn vendors_with_different_ids_for_one_address() {
        let identity = |vendor, id: &str, own_id: &str| {
            let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            let learner =
                crate::Identity { id: some(id).map(Into::into), own_id: some(own_id), ..Default::default() };
            VendorIdentity::new(vendor, learner)
        };
        for (label, identities, want) in [
            ("nobody", vec![], vec![]),
            ("one", vec![identity("a", "1", "")], vec![]),
            ("one, twice", vec![identity("a", "1", "7"), identity("a", "1", "8")], vec![]),
            ("two", vec![identity("a", "1", ""), identity("a", "2", "")], vec!["a"]),
            ("two vendors", vec![identity("a", "1", ""), identity("b", "2", "")], vec![]),
            ("one without an id", vec![identity("a", "1", ""), identity("a", "", "")], vec![]),
            ("by own ids", vec![identity("a", "", "7"), identity("a", "", "8")], vec!["a"]),
            ("an id before an own id", vec![identity("a", "1", "7"), identity("a", "2", "7")], vec!["a"]),
            ("an empty id", vec![identity("a", " ", ""), identity("a", "1", "")], vec![]),
            ("an empty own id", vec![identity("a", "", " "), identity("a", "", "1")], vec![]),
            (
                "both vendors, in order",
                vec![
                    identity("b", "1", ""),
                    identity("a", "1", ""),
                    identity("b", "2", ""),
                    identity("a", "2", ""),
                ],
                vec!["a", "b"],
            ),
        ] {
            assert_eq!(distinguishing_vendors(&identities), want, "{label}");
        }
    }

    #[test]
    fn reasons_as_text() {
        for (reason, want) in [
            (MatchReason::SameName, "same name"),
            (MatchReason::SameOwnId("7".to_owned()), "same own id 7"),
            (MatchReason::SameAddressOtherIds("acme"), "same address, other ids at acme"),
        ] {
            assert_eq!(reason.to_string(), want);
        }
    }

    #[test]
    fn one_address_is_a_doubt_only_where_one_vendor_distinguishes_both() {
        let person = |email, distinguishing_vendors| Candidate {
            name: "",
            email,
            own_ids: &[],
            distinguishing_vendors,
        };
        let reason = |vendor| vec![MatchReason::SameAddressOtherIds(vendor)];
        for (label, people, want) in [
            ("both", vec![person("a", &["x"][..]), person("a", &["x"])], vec![(vec![0, 1], reason("x"))]),
            ("another address", vec![person("a", &["x"]), person("b", &["x"])], vec![]),
            ("another vendor", vec![person("a", &["x"]), person("a", &["y"])], vec![]),
            ("only one", vec![person("a", &["x"])], vec![]),
            (
                "two pairs, in order",
                vec![person("b", &["x"]), person("a", &["x"]), person("b", &["x"]), person("a", &["x"])],
                vec![(vec![0, 2], reason("x")), (vec![1, 3], reason("x"))],
            ),
        ] {
            assert_eq!(find_doubts(&people), want, "{label}");
        }
    }

    #[test]
    fn doubts_have_all_their_reasons() {
        let ids = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
        let (one, other) = (ids(&["7"]), ids(&["8"]));
        let person = |name, email, own_ids| Candidate { name, email, own_ids, distinguishing_vendors: &[] };
        let both = vec![MatchReason::SameName, MatchReason::SameOwnId("7".to_owned())];
        let id = vec![MatchReason::SameOwnId("7".to_owned())];
        for (label, people, want) in [
            ("no match", vec![person("A", "a", &one), person("B", "b", &other)], vec![]),
            (
                "the same name and id",
                vec![person("A b", "a", &one), person("a  B", "b", &one)],
                vec![(vec![0, 1], both)],
            ),
            ("the same id", vec![person("A", "a", &one), person("B", "b", &one)], vec![(vec![0, 1], id)]),
            ("empty names do not match", vec![person("", "a", &one), person("", "b", &other)], vec![]),
        ] {
            assert_eq!(find_doubts(&people), want, "{label}");
        }
    }
}
