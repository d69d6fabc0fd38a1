//! A credential of about 2.5 KB and a page of fifty, with two unknown fields in each object; and structs without
//! unknown fields.

use serde::Deserialize;
use serde_json::Value;

/// The placeholder for a credential's number in the text.
const NUMBER: &str = "11111111";

/// The text of a credential, split at its number.
pub fn parts() -> Vec<String> {
    let text: String = include_str!("credential.json").lines().map(str::trim).collect();
    text.split(NUMBER).map(str::to_owned).collect()
}

/// A credential.
pub fn one() -> String {
    format!(r#"{{"credential":{}}}"#, parts().join("88213"))
}

/// A page of fifty.
pub fn page() -> String {
    page_of(
        &parts(),
        88_213..88_263,
        r#""current_page":1,"next_page":null,"prev_page":null,"total_pages":1,"total_count":50"#,
    )
}

/// A page of these credentials.
pub fn page_of(parts: &[String], numbers: std::ops::Range<u64>, meta: &str) -> String {
    let credentials: Vec<_> = numbers.map(|number| parts.join(&number.to_string())).collect();
    format!(r#"{{"credentials":[{}],"meta":{{{meta},"page_size":50}}}}"#, credentials.join(","))
}

macro_rules! plain {
    ($($name:ident { $($field:ident: $type:ty),* $(,)? })*) => {
        $(
            #[derive(Debug, Deserialize)]
            #[allow(dead_code, reason = "it is only decoded")]
            pub struct $name { $(pub $field: Option<$type>),* }
        )*
    };
}
type Map = serde_json::Map<String, Value>;

plain! {
    Image { preview: String }
    Rendering { image: Image }
    Evidence {
        id: u64, description: String, preview_image_url: String, link_url: String, r#type: String, string_object: Value,
        supplemental: bool, position: i64,
    }
    Referee { name: String, email: String, avatar: String, url: String }
    Reference { id: u64, description: String, relationship: String, position: i64, supplemental: bool, referee: Referee }
    Recipient { name: String, email: String, id: String, phone_number: String, meta_data: Map }
    Issuer { id: u64, name: String, description: String, url: String, image: String }
    Credential {
        id: u64, accredible_internal_id: u64, uuid: String, encoded_id: String, name: String, description: String,
        approve: bool, grade: Value, complete: bool, issued_on: String, expired_on: String, course_link: String,
        custom_attributes: Map, group_name: String, group_id: u64, url: String, private: bool, seo_image: String,
        certificate: Rendering, badge: Rendering, allow_supplemental_references: bool,
        allow_supplemental_evidence: bool, evidence_items: Vec<Evidence>, references: Vec<Reference>,
        recipient: Recipient, issuer: Issuer, meta_data: Map,
    }
    One { credential: Credential }
    Page { credentials: Vec<Credential>, meta: Map }
}
