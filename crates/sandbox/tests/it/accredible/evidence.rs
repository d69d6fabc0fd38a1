//! Evidence and references of Accredible's credentials.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;

use crate::support::{ask, create, new};

const OF_FIRST: &str = "/v1/credentials/80000001";

#[tokio::test]
async fn evidence_is_shown_under_other_names() {
    let sandbox = Sandbox::new();
    let path = format!("{OF_FIRST}/evidence_items");
    let transcript = json!([{"category": "Mooring", "percent": "91"}]);
    for (label, item, want) in [
        (
            "a file",
            json!({"description": "Log", "category": "file", "file": "https://f.example.org", "url": "https://u.example.org"}),
            json!({"type": "file", "link_url": "https://f.example.org", "string_object": null, "position": 2}),
        ),
        (
            "a page",
            json!({"description": "Page", "category": "url", "url": "https://u.example.org", "preview": "https://p.example.org"}),
            json!({"type": "url", "link_url": "https://u.example.org", "preview_image_url": "https://p.example.org"}),
        ),
        (
            "a grade",
            json!({"description": "Grade", "category": "grade", "string_object": "83"}),
            json!({"string_object": {"grade": 83}, "link_url": null}),
        ),
        (
            "a grade as a number",
            json!({"description": "Grade", "category": "grade", "string_object": 83.5}),
            json!({"string_object": {"grade": 83.5}}),
        ),
        (
            "a grade as a letter",
            json!({"description": "Grade", "category": "grade", "string_object": "A"}),
            json!({"string_object": {"grade": "A"}}),
        ),
        (
            "a transcript",
            json!({"description": "Marks", "category": "transcript", "string_object": transcript.to_string()}),
            json!({"string_object": transcript}),
        ),
        (
            "a text without a kind",
            json!({"description": "Text", "string_object": "<p>Well done</p>"}),
            json!({"type": null, "string_object": "<p>Well done</p>"}),
        ),
        ("at a position", json!({"description": "First", "position": 0}), json!({"position": 0})),
    ] {
        let (status, made) = ask(&sandbox, "POST", &path, json!({"evidence_item": item})).await;
        assert_eq!(status, 200, "{label}: {made}");
        let shown = &made["evidence_item"];
        for (name, value) in want.as_object().unwrap() {
            assert_eq!(&shown[name], value, "{label}: {name}");
        }
        let one = format!("{path}/{}", shown["id"]);
        assert_eq!(ask(&sandbox, "GET", &one, Value::Null).await, (200, made), "{label}");
    }
}

#[tokio::test]
async fn evidence_and_references_are_on_their_credential() {
    let sandbox = Sandbox::new();
    let with = json!({
        "recipient": {"name": "A", "email": "a@example.org"}, "group_id": 34,
        "evidence_items": [
            {"description": "Second", "category": "url", "position": 1},
            {"description": "First", "category": "url", "position": 0},
        ],
        "references": [{"description": "Good", "relationship": "taught"}],
    });
    let (_, made) = create(&sandbox, with).await;
    let credential = &made["credential"];
    let path = format!("/v1/credentials/{}", credential["id"].as_str().unwrap());
    let [first, second] = [0, 1].map(|index| credential["evidence_items"][index]["id"].clone());
    let reference = credential["references"][0]["id"].clone();
    assert_eq!(credential["references"][0]["approve"], true);
    let shown = |body: &Value, list: &str| {
        let items = body["credential"][list].as_array().unwrap();
        items.iter().map(|item| item["description"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for (label, method, at, body, want, evidence, references) in [
        ("as created", "GET", String::new(), Value::Null, Value::Null, vec!["First", "Second"], vec!["Good"]),
        (
            "moved",
            "PUT",
            format!("/evidence_items/{first}"),
            json!({"evidence_item": {"position": 7}}),
            json!({"evidence_item": {
                "id": first, "description": "First", "preview_image_url": null, "link_url": null, "type": "url",
                "string_object": null, "supplemental": false, "position": 7,
            }}),
            vec!["Second", "First"],
            vec!["Good"],
        ),
        (
            "a reference before the other",
            "POST",
            "/references".to_owned(),
            json!({"reference": {"description": "Better", "relationship": "managed", "position": -1}}),
            Value::Null,
            vec!["Second", "First"],
            vec!["Better", "Good"],
        ),
        (
            "another text",
            "PUT",
            format!("/references/{reference}"),
            json!({"reference": {"description": "Best"}}),
            json!({"reference": {
                "id": reference, "description": "Best", "relationship": "taught", "supplemental": false,
                "referee": {"name": null, "email": null, "avatar": null},
            }}),
            vec!["Second", "First"],
            vec!["Better", "Best"],
        ),
        (
            "evidence deleted",
            "DELETE",
            format!("/evidence_items/{second}"),
            Value::Null,
            json!({"evidence_item": {"id": second, "description": "Second"}}),
            vec!["First"],
            vec!["Better", "Best"],
        ),
        (
            "a reference deleted",
            "DELETE",
            format!("/references/{reference}"),
            Value::Null,
            Value::Null,
            vec!["First"],
            vec!["Better"],
        ),
    ] {
        let (status, answer) = ask(&sandbox, method, &format!("{path}{at}"), body).await;
        assert_eq!(status, 200, "{label}: {answer}");
        assert!(want.is_null() || answer == want, "{label}: {answer}");
        let (_, read) = ask(&sandbox, "GET", &path, Value::Null).await;
        assert_eq!(shown(&read, "evidence_items"), evidence, "{label}");
        assert_eq!(shown(&read, "references"), references, "{label}");
    }
    assert_eq!(ask(&sandbox, "DELETE", &path, Value::Null).await.0, 200);
    let gone = ask(&sandbox, "GET", &format!("{path}/evidence_items/{first}"), Value::Null).await;
    let text = "No credential with the id given in your account";
    assert_eq!(gone, (404, json!({"success": false, "data": text})));
}

#[tokio::test]
async fn what_is_rejected() {
    let sandbox = Sandbox::new();
    let no_item = json!({"errors": "No Evidence Item with the id given on the credential"});
    let blank = |field: &str| json!({"errors": {field: ["can't be blank"]}});
    let unlisted = |field: &str| json!({"errors": {field: ["is not included in the list"]}});
    for (method, path, body, want) in [
        ("GET", "/evidence_items/1", Value::Null, (404, no_item.clone())),
        ("GET", "/evidence_items/x", Value::Null, (404, no_item.clone())),
        ("DELETE", "/evidence_items/2", Value::Null, (404, no_item)),
        ("GET", "/references/826", Value::Null, (404, json!({"error": "Not found"}))),
        (
            "POST",
            "/evidence_items",
            json!({"evidence_item": {"category": "url"}}),
            (422, blank("description")),
        ),
        (
            "PUT",
            "/evidence_items/826",
            json!({"evidence_item": {"description": " "}}),
            (422, blank("description")),
        ),
        ("POST", "/references", json!({"reference": {"description": "Good"}}), (422, blank("relationship"))),
        ("PUT", "/references/2", json!({"reference": {"relationship": ""}}), (422, blank("relationship"))),
        (
            "POST",
            "/evidence_items",
            json!({"evidence_item": {"description": "Log", "category": "essay"}}),
            (422, unlisted("category")),
        ),
        (
            "PUT",
            "/references/2",
            json!({"reference": {"relationship": "a cousin"}}),
            (422, unlisted("relationship")),
        ),
        ("POST", "/evidence_items", json!({"description": "Log"}), (400, json!({"error": "Bad Request"}))),
    ] {
        let got = ask(&sandbox, method, &format!("{OF_FIRST}{path}"), body).await;
        assert_eq!(got, want, "{method} {path}");
    }
}

#[tokio::test]
async fn settings_of_evidence() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.evidence_wrapper = false);
    let (_, item) = ask(&sandbox, "GET", &format!("{OF_FIRST}/evidence_items/826"), Value::Null).await;
    assert_eq!((&item["id"], &item["string_object"]), (&json!(826), &json!({"grade": 80})));
    for (clears, want) in [(false, json!("Final grade")), (true, Value::Null)] {
        sandbox.set(|settings| settings.accredible.null_clears = clears);
        let change = json!({"evidence_item": {"description": null}});
        let (_, item) = ask(&sandbox, "PUT", &format!("{OF_FIRST}/evidence_items/826"), change).await;
        assert_eq!(item["description"], want, "null clears: {clears}");
    }
    let (_, made) = create(&sandbox, new("b@example.org")).await;
    assert_eq!(made["credential"]["evidence_items"], json!([]));
}
