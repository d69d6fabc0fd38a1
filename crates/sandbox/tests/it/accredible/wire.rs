//! What real programs send to Accredible.

use serde_json::{Value, json};
use tassel_sandbox::Start;

use crate::wire::Port;

const KEY: &str = "authorization: Token token=sandbox-accredible-key\ncontent-type: application/json";

#[tokio::test]
async fn every_form_of_the_key_is_accepted() {
    let port = Port::open().await;
    for (form, status) in [
        ("Token token=sandbox-accredible-key", 200),
        ("Token token=\"sandbox-accredible-key\"", 200),
        ("Token sandbox-accredible-key", 200),
        ("Bearer sandbox-accredible-key", 200),
        ("Bearer another", 401),
        ("sandbox-accredible-key", 401),
    ] {
        let head = format!("GET /accredible/v1/issuer/details\nauthorization: {form}");
        assert_eq!(port.send(&head, "").await.status, status, "{form}");
    }
}

#[tokio::test]
async fn slashes_and_methods() {
    let port = Port::open().await;
    let new = json!({"credential": {"recipient": {"name": "A", "email": "a@example.org"}, "group_id": 34}});
    let change = json!({"credential": {"name": "Knots"}});
    for (label, line, body, status) in [
        ("a slash at the end", "POST /accredible/v1/credentials/", new.to_string(), 200),
        ("a doubled slash", "GET /accredible//v1/credentials/80000001", String::new(), 200),
        ("PATCH for PUT", "PATCH /accredible/v1/credentials/80000001", change.to_string(), 200),
        ("a wrong method", "PUT /accredible/v1/credentials", new.to_string(), 501),
        ("PATCH elsewhere", "PATCH /accredible/v1/issuer/groups/34", change.to_string(), 501),
        ("an unknown path", "GET /accredible/v1/issuer/all_designs", String::new(), 501),
    ] {
        let answer = port.send(&format!("{line}\n{KEY}"), &body).await;
        assert_eq!(answer.status, status, "{label}: {}", answer.body);
    }
}

#[tokio::test]
async fn members_come_in_other_types() {
    let port = Port::open().await;
    let credential = |more: Value| {
        let mut new = json!({"recipient": {"name": "A", "email": "a@example.org"}, "group_id": "34"});
        new.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"credential": new}).to_string()
    };
    for (label, more, shown, want) in [
        (
            "empty lists, as PHP sends them",
            json!({"custom_attributes": [], "meta_data": []}),
            "/custom_attributes",
            json!({}),
        ),
        ("a number for a flag", json!({"approve": 1, "private": 0}), "/private", json!(false)),
        ("a text for a flag", json!({"approve": "false"}), "/approve", json!(false)),
        ("a timestamp", json!({"issued_on": "2021-01-01 00:00:00 +0000"}), "/issued_on", json!("2021-01-01")),
        (
            "a timestamp of RFC 3339",
            json!({"issued_on": "2021-01-01T10:00:00Z"}),
            "/issued_on",
            json!("2021-01-01"),
        ),
        ("the day first", json!({"issued_on": "03/04/2024"}), "/issued_on", json!("2024-04-03")),
        (
            "a number as a grade",
            json!({"evidence_items": [{"description": "Test", "category": "grade", "string_object": 83}]}),
            "/evidence_items/0/string_object/grade",
            json!(83),
        ),
    ] {
        for (line, status) in
            [("POST /accredible/v1/credentials", 200), ("PUT /accredible/v1/credentials/80000001", 200)]
        {
            port.sandbox.reset(Start::default());
            let answer = port.send(&format!("{line}\n{KEY}"), &credential(more.clone())).await;
            assert_eq!(answer.status, status, "{label}: {line}: {}", answer.body);
            let credential = &answer.body["credential"];
            let found = credential.pointer(shown);
            if shown.starts_with("/evidence_items") && line.starts_with("PUT") {
                continue;
            }
            assert_eq!(found, Some(&want), "{label}: {line}: {credential}");
        }
    }
    let answer = port
        .send(
            &format!("POST /accredible/v1/credentials\n{KEY}"),
            &credential(json!({"issued_on": "2021-01-01x"})),
        )
        .await;
    assert_eq!(answer.status, 422, "no date");
}

#[tokio::test]
async fn a_search_is_paged_by_its_query_and_needs_no_body() {
    let port = Port::open().await;
    let page = |query: &'static str| {
        let head = format!("POST /accredible/v1/issuer/groups/search{query}\n{KEY}");
        let port = &port;
        async move { port.send(&head, "").await.body }
    };
    let (first, second) = (page("?page_size=1").await, page("?page=2&page_size=1").await);
    assert_eq!((&first["meta"]["current_page"], &second["meta"]["current_page"]), (&json!(1), &json!(2)));
    assert_ne!(first["groups"], second["groups"]);
    assert_eq!(page("").await["meta"]["current_page"], 1);
    let body = r#"{"page": 1, "page_size": 1}"#;
    let both = port.send(&format!("POST /accredible/v1/issuer/groups/search?page=2\n{KEY}"), body).await.body;
    assert_eq!(both["groups"], first["groups"], "the body takes precedence");
}

#[tokio::test]
async fn the_second_version_searches_by_older_forms_of_a_date() {
    let port = Port::open().await;
    let count = |query: Value| {
        let body = json!({"query": query}).to_string();
        let port = &port;
        async move {
            let head = format!("POST /accredible/v2/credentials/search\n{KEY}");
            let answer = port.send(&head, &body).await;
            (answer.status, answer.body["meta"]["count"].clone())
        }
    };
    let all = count(json!([])).await;
    assert_eq!(all.0, 200, "an empty list for an empty query");
    let iso = count(json!({"issued_on[gte]": "2026-03-01"})).await;
    assert!(iso.1.as_u64() > Some(0) && iso.1.as_u64() < all.1.as_u64(), "{iso:?} of {all:?}");
    assert_eq!(count(json!({"issued_on[gte]": "01/03/2026"})).await, iso);
    assert_eq!(count(json!({"issued_on[gte]": "2026-03-01 00:00:00 +0000"})).await, iso);
    assert_eq!(count(json!({"issued_on[gte]": "March"})).await.0, 400);
}

#[tokio::test]
async fn a_duplicate_is_reported_where_programs_look() {
    let port = Port::open().await;
    let new = json!({"recipient": {"name": "A", "email": "imani.okonjo@example.org"}, "group_id": 34});
    let head = format!("POST /accredible/v1/credentials\n{KEY}");
    let answer = port.send(&head, &json!({"credential": new}).to_string()).await;
    assert_eq!(answer.status, 422);
    let errors = &answer.body["errors"];
    assert_eq!(errors["credential"], errors["recipient_email"]);
    assert!(errors["credential"][0].as_str().unwrap().starts_with("has already been taken."), "{errors}");

    let nameless = json!({"recipient": {"name": "", "email": "b@example.org"}, "group_id": 34});
    let head = format!("POST /accredible/v2/credentials/bulk_create\n{KEY}");
    let answer = port.send(&head, &json!({"credentials": [new, nameless]}).to_string()).await;
    let properties = |place: usize| answer.body["results"][place]["errors"]["details"][0]["property"].clone();
    assert_eq!((properties(0), properties(1)), (json!("recipient.email"), json!("recipient_name")));
}
