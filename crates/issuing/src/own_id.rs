//! Own ids: the name of a credential that the issuer chooses, by which it is found again.

use sha2::{Digest, Sha256};

/// The characters of a derived id: Crockford's base 32.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Who receives a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Person<'a> {
    /// The person with this address, which is compared trimmed and in lower case.
    Email(&'a str),
    /// The person to whom the issuer gave this id.
    RecipientId(&'a str),
}

/// Where a credential is issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// The vendor's host.
    pub host: &'a str,
    /// The issuer's id.
    pub issuer: &'a str,
    /// The group's id.
    pub group: &'a str,
}

/// The own id of a person's credential: `T1-` and 20 characters, the first 100 bits of a SHA-256.
///
/// The same place, person and edition always give the same id, on every machine. A name, a grade or a date is no part
/// of it: a corrected name is an update of the same credential. A second credential of a group for the same person has
/// another edition.
///
/// ```
/// use tassel_issuing::own_id::{Person, Place, derive};
///
/// let place = Place { host: "api.accredible.com", issuer: "7", group: "34" };
/// let id = derive(place, Person::Email("imke@example.org"), "");
/// assert_eq!(id, derive(place, Person::Email(" Imke@Example.org "), ""));
/// assert_ne!(id, derive(place, Person::Email("imke@example.org"), "2026"));
/// ```
#[must_use]
pub fn derive(place: Place<'_>, person: Person<'_>, edition: &str) -> String {
    let person = match person {
        Person::Email(email) => format!("email:{}", email.trim().to_lowercase()),
        Person::RecipientId(id) => format!("rid:{id}"),
    };
    let text = [place.host, place.issuer, place.group, &person, edition].join("\n");
    let hash = Sha256::digest(text);
    let mut id = String::from("T1-");
    // Five bytes are eight characters.
    for bytes in hash[..15].chunks_exact(5) {
        let bits = bytes.iter().fold(0u64, |bits, byte| bits << 8 | u64::from(*byte));
        id.extend((0..8).rev().map(|place| char::from(ALPHABET[(bits >> (place * 5) & 31) as usize])));
    }
    id.truncate("T1-".len() + 20);
    id
}

/// What is wrong with an own id, if anything.
///
/// ```
/// use tassel_issuing::own_id::problem;
///
/// assert!(problem("2026-017").is_none());
/// assert!(problem("10000005").is_some());
/// ```
#[must_use]
pub fn problem(id: &str) -> Option<&'static str> {
    if id.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some("the vendor takes an id of digits only for its own number; add a letter, such as `C-`");
    }
    let is_unsafe = |c: char| c.is_control() || c.is_whitespace() || "/\\?#%".contains(c);
    if id.chars().any(is_unsafe) {
        return Some("an id is part of addresses; write it without spaces and without / \\ ? # %");
    }
    if matches!(id, "." | "..") {
        return Some("an id is part of addresses, where `.` and `..` are folders; choose another one");
    }
    (id.len() > 100).then_some("an id has at most 100 characters")
}
