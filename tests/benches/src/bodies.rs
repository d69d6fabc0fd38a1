//! One credential of about 2.5 KB and a page of fifty, with two keys in each object that no model knows; and structs that
//! keep nothing else.

use serde::Deserialize;
use serde_json::{Value, json};

pub fn credential(number: u64) -> Value {
    json!({
        "id": number, "accredible_internal_id": number, "uuid": "5c1f3a86-6f0d-4f0e-9d2b-1f6f7f9b2a01",
        "encoded_id": "h4rb0ur2", "name": "Harbour Safety", "description": "Safe work on quays and decks, in any weather.",
        "approve": true, "grade": "92", "complete": true, "issued_on": "2026-06-14", "expired_on": "2028-06-14",
        "course_link": "https://academy.example.org/courses/harbour-safety",
        "custom_attributes": {"Berth": "14B", "Shift": "Night", "Instructor": "Tāne Rāwiri"},
        "group_name": "harbour-safety-2026", "group_id": 34, "url": "https://credentials.example.org/h4rb0ur2",
        "private": false, "seo_image": "https://images.example.org/seo/88213",
        "certificate": {"image": {"preview": "https://images.example.org/preview/88213.png"}, "pages": 1, "layout": "portrait"},
        "badge": {"image": {"preview": "https://images.example.org/badge/88213.png"}, "pages": 1, "layout": "round"},
        "allow_supplemental_references": true, "allow_supplemental_evidence": true,
        "evidence_items": [
            {"id": 41, "description": "Logbook", "preview_image_url": "https://images.example.org/e/41.png",
             "link_url": "https://evidence.example.org/41", "type": "url", "string_object": null, "supplemental": false,
             "position": 1, "checked_by": "registrar", "checked_on": "2026-06-15"},
            {"id": 42, "description": "Exam", "preview_image_url": null, "link_url": null, "type": "grade",
             "string_object": {"grade": "92"}, "supplemental": false, "position": 2, "checked_by": "registrar",
             "checked_on": "2026-06-15"},
        ],
        "references": [
            {"id": 51, "description": "Reliable on deck.", "relationship": "managed", "position": 1, "supplemental": false,
             "referee": {"name": "Zofia Wójcik", "email": "zofia.wojcik@example.org", "avatar": null,
                         "url": "https://people.example.org/zofia", "rank": "foreman", "since": 2019},
             "seen": true, "weight": 3},
        ],
        "recipient": {"name": "Imani Okonjo", "email": "imani.okonjo@example.org", "id": "LRN-0001",
                      "phone_number": "+31612345678", "meta_data": {"cohort": "2026-09"}, "locale": "en", "opened": 3},
        "issuer": {"id": 4897, "name": "Harbour Academy", "description": "Teaches the harbour.",
                   "url": "https://academy.example.org", "image": "https://images.example.org/logo.png",
                   "plan": "pro", "seats": 40},
        "meta_data": {"batch": "HS-26", "row": 17},
        "ledger": "none", "created_by": "import",
    })
}

pub fn page() -> Value {
    let credentials: Vec<_> = (0..50).map(|place| credential(88_213 + place)).collect();
    json!({"credentials": credentials, "meta": {"current_page": 1, "next_page": null, "prev_page": null, "total_pages": 1, "total_count": 50, "page_size": 50}})
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
