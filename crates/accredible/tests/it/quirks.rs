//! The vendor's quirks, numbered as in its contract: one row each, for modelled operations.

use serde_json::{Value, json};
use tassel_accredible::model::{
    CredentialQuery, CredentialUpdate, NewCredential, NewEvidenceItem, Recipient,
};
use tassel_accredible::{ClientOptions, operations as op};
use tassel_core::kit::Bytes;
use tassel_core::operation::{Operation, Safety};
use tassel_core::testing::{Scripted, Step};

use crate::support::{KEY, offline};

/// A body, read into its model and written again.
fn rewritten(operation: &Operation, body: &Value) -> Value {
    let written = operation.reply.unwrap()(body.to_string().as_bytes());
    serde_json::from_slice(&written.unwrap_or_else(|error| panic!("{body}: {error}"))).unwrap()
}

#[test]
fn replies() {
    let full = |fields: Value| {
        let mut body = json!({"credential": {"id": 7}});
        body["credential"].as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        body
    };
    let found = |fields: Value| {
        let mut item = json!({"id": 7});
        item.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({"credentials": [item], "meta": {"count": 1}})
    };
    for (label, operation, body) in [
        ("1: the full form", &op::CREDENTIALS_GET, full(json!({"recipient": {"name": "A"}, "group_id": 34}))),
        ("1: the listed form", &op::CREDENTIALS_LIST, json!({"credentials": [{"id": 7}], "meta": {}})),
        (
            "1: the found form",
            &op::CREDENTIALS_SEARCH,
            found(json!({"recipient_name": "A", "group": {"id": 34}})),
        ),
        ("2: an id that is text", &op::CREDENTIALS_GET, full(json!({"id": "HS-26-0117"}))),
        ("2: a text that looks like a number", &op::CREDENTIALS_GET, full(json!({"encoded_id": "10000005"}))),
        ("2: a recipient's id as number", &op::CREDENTIALS_GET, full(json!({"recipient": {"id": 12}}))),
        (
            "3: collections of a group",
            &op::GROUPS_GET,
            json!({"group": {"id": 34, "collections": [{"id": 1}, {"id": "b7"}]}}),
        ),
        ("4: a misspelt reply", &op::CREDENTIALS_GET, full(json!({"custom_attibutes": {"Berth": "14B"}}))),
        (
            "5: evidence comes with a type",
            &op::CREDENTIALS_GET,
            full(
                json!({"evidence_items": [{"id": 1, "type": "url", "link_url": "https://e.org", "preview_image_url": null, "string_object": {"a": 1}}]}),
            ),
        ),
        (
            "7: an instant for a date",
            &op::CREDENTIALS_GET,
            full(json!({"issued_on": "2026-01-31T00:00:00.000Z"})),
        ),
        ("7: a day in the old form", &op::CREDENTIALS_GET, full(json!({"issued_on": "31/01/2026"}))),
        (
            "7: a day of the week",
            &op::CREDENTIALS_SEARCH,
            found(json!({"created_at": "Tue, 13 Aug 2022 12:11:05 UTC +00:00"})),
        ),
        (
            "18: no images yet",
            &op::CREDENTIALS_GET,
            full(json!({"certificate": {"image": {"preview": null}}, "seo_image": null})),
        ),
        (
            "23: data that is no text",
            &op::CREDENTIALS_GET,
            full(json!({"meta_data": {"n": 1, "l": [true]}, "custom_attributes": {"o": {}}})),
        ),
    ] {
        let written = rewritten(operation, &body);
        assert_eq!(without_nulls(&written), without_nulls(&body), "quirk {label}");
    }
}

/// The value without its null fields, which may be omitted.
fn without_nulls(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(_, value)| !value.is_null());
            fields.map(|(name, value)| (name.clone(), without_nulls(value))).collect()
        }
        Value::Array(items) => items.iter().map(without_nulls).collect(),
        value => value.clone(),
    }
}

/// The path, and a part of the body.
fn sent(request: Result<http::Request<Bytes>, tassel_accredible::Error>, pointer: &str) -> (String, Value) {
    let request = request.unwrap();
    let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
    let part = body.pointer(pointer).cloned().unwrap_or_default();
    (format!("{} {}", request.method(), request.uri().path()), part)
}

#[test]
fn requests() {
    let credentials = offline().credentials();
    let new = || NewCredential::new(Recipient::new("Imani", "Imani.Okonjo@Example.org"), 34);
    let evidence = NewEvidenceItem::new("url", "Logbook").url("https://e.org").preview("https://e.org/p");
    let day = jiff::civil::date(2026, 4, 3);
    let many = |count| vec![new(); count];
    #[allow(deprecated, reason = "the vendor still has it")]
    let list = credentials.list();
    for (label, request, pointer, line, want) in [
        ("20: a GET has no body", list.request(), "", "GET /v1/all_credentials", Value::Null),
        ("2: a number in the path", credentials.get(7).request(), "", "GET /v1/credentials/7", Value::Null),
        (
            "2: an own id in the path",
            credentials.get("a/b").request(),
            "",
            "GET /v1/credentials/a%2Fb",
            Value::Null,
        ),
        (
            "4: the right spelling",
            credentials
                .create(new().custom_attributes(json!({"Berth": "14B"}).as_object().unwrap().clone()))
                .request(),
            "/credential/custom_attributes/Berth",
            "POST /v1/credentials",
            json!("14B"),
        ),
        (
            "5: evidence goes with a category",
            credentials.create(new().evidence_items([evidence])).request(),
            "/credential/evidence_items/0",
            "POST /v1/credentials",
            json!({"category": "url", "description": "Logbook", "url": "https://e.org", "preview": "https://e.org/p"}),
        ),
        (
            "6: thirty at once",
            credentials.bulk_create(many(30)).request(),
            "/credentials/29/group_id",
            "POST /v2/credentials/bulk_create",
            json!(34),
        ),
        (
            "6: a hundred in the first version",
            credentials.bulk_create_v1(many(100)).request(),
            "/credentials/99/group_id",
            "POST /v1/credentials/bulk_create",
            json!(34),
        ),
        (
            "7: a day is written one way",
            credentials.create(new().issued_on(day)).request(),
            "/credential/issued_on",
            "POST /v1/credentials",
            json!("2026-04-03"),
        ),
        (
            "8: creations are wrapped",
            credentials.create(new()).request(),
            "/credential/group_id",
            "POST /v1/credentials",
            json!(34),
        ),
        (
            "8: searches are not",
            credentials.search().group(34).request(),
            "/query",
            "POST /v2/credentials/search",
            json!({"group.id": 34}),
        ),
        (
            "11: an update asks for nothing",
            credentials.update(7, CredentialUpdate::default()).request(),
            "/credential",
            "PUT /v1/credentials/7",
            json!({}),
        ),
        (
            "15: an address is searched in lower case",
            credentials.search().recipient_email("Imani.Okonjo@Example.org").request(),
            "/query/recipient_email",
            "POST /v2/credentials/search",
            json!("imani.okonjo@example.org"),
        ),
        (
            "15: in a query of one's own, too",
            credentials
                .search()
                .matching(CredentialQuery::default().recipient_email_in(["Imani.Okonjo@Example.org"]))
                .request(),
            "/query/recipient_email[in]",
            "POST /v2/credentials/search",
            json!(["imani.okonjo@example.org"]),
        ),
        (
            "15: and created as it is given",
            credentials.create(new()).request(),
            "/credential/recipient/email",
            "POST /v1/credentials",
            json!("Imani.Okonjo@Example.org"),
        ),
        (
            "16: publishing",
            credentials.update(7, CredentialUpdate::default().approve(true)).request(),
            "/credential/approve",
            "PUT /v1/credentials/7",
            json!(true),
        ),
    ] {
        assert_eq!(sent(request, pointer), (line.to_owned(), want), "quirk {label}");
    }
    for (label, request) in [
        ("6: thirty-one are too many", credentials.bulk_create(many(31)).request()),
        ("6: so are a hundred and one in the first version", credentials.bulk_create_v1(many(101)).request()),
    ] {
        assert_eq!(request.unwrap_err().kind(), "invalid_input", "quirk {label}");
    }
}

#[tokio::test(start_paused = true)]
async fn misleading_answers() {
    let create = || NewCredential::new(Recipient::new("A", "a@example.org"), 34);
    for (label, status, body, attempts, want) in [
        ("16: created and not published", 200, r#"{"credential": {"id": 7, "approve": false}}"#, 1, "false"),
        (
            "17: a duplicate",
            422,
            r#"{"errors": {"recipient_email": ["has already been taken"]}}"#,
            1,
            "invalid",
        ),
        ("22: a private credential", 403, r#"{"errors": "Private Certificate, use key"}"#, 1, "denied"),
        (
            "24: a 500 for bad input is not sent again",
            500,
            r#"{"errors": "Internal server error"}"#,
            1,
            "rejected",
        ),
        ("21: a redirect is not followed", 302, "", 1, "rejected"),
    ] {
        let script = Scripted::new([Step::answer(status, body), Step::answer(status, body)]);
        let options = ClientOptions::new().transport(script.clone());
        let client = tassel_accredible::Client::builder(KEY).with(options).build().unwrap();
        let got = match client.credentials().create(create()).send().await {
            Ok(credential) => credential.approve.unwrap().to_string(),
            Err(error) => error.kind().to_owned(),
        };
        assert_eq!((got.as_str(), script.requests().len()), (want, attempts), "quirk {label}");
    }
    let reads = [&op::CREDENTIALS_SEARCH, &op::GROUPS_SEARCH];
    assert!(
        reads.iter().all(|it| it.method == "POST" && it.safety == Safety::ReadOnly),
        "quirk 19: reads by POST"
    );
}
