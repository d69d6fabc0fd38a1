//! Accredible's designs: what they hold, the groups that use them, copies, previews and designers.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;
use tassel_sandbox::accredible::UsedDesignPolicy;

use crate::support::ask;

const DESIGNS: &str = "/v1/designs";

/// The ids of the designs in a reply.
fn ids(body: &Value) -> Value {
    body["designs"].as_array().unwrap().iter().map(|design| design["id"].clone()).collect()
}

#[tokio::test]
async fn designs_are_created_changed_and_copied() {
    let sandbox = Sandbox::new();
    let new = json!({"design": {
        "name": "Green wave", "kind": "certificate", "encoded_content": "0a1b", "size": "us-letter",
        "department_id": "124", "meta_data": {"course": "HS"},
    }});
    let (status, made) = ask(&sandbox, "POST", DESIGNS, new).await;
    let id = made["design"]["id"].clone();
    assert_eq!((status, &made["design"]["orientation"]), (200, &json!("landscape")), "{made}");
    let path = format!("{DESIGNS}/{id}");
    let put = |body| ("PUT", path.clone(), json!({"design": body}));
    for (label, (method, path, body), want, field, value) in [
        ("it is there", ("GET", path.clone(), Value::Null), 200, "/design/size", json!("us-letter")),
        ("a field", put(json!({"name": "Wave"})), 200, "/design/name", json!("Wave")),
        ("the others stay", put(json!({})), 200, "/design/encoded_content", json!("0a1b")),
        (
            "its department stays",
            put(json!({"department_id": 1})),
            200,
            "/design/department_id",
            json!("124"),
        ),
        ("null clears", put(json!({"meta_data": null, "size": null})), 200, "/design/size", Value::Null),
        (
            "every kind of field",
            put(json!({"background_bleeds": true})),
            200,
            "/design/background_bleeds",
            json!(true),
        ),
        ("no groups", ("GET", path.clone(), Value::Null), 200, "/design/groups", json!([])),
        ("no name", put(json!({"name": " "})), 422, "/errors/name/0", json!("can't be blank")),
        (
            "no content",
            put(json!({"encoded_content": 7})),
            422,
            "/errors/encoded_content/0",
            json!("can't be blank"),
        ),
        ("no such kind", put(json!({"kind": "badges"})), 422, "/errors/kind/0", json!("is invalid")),
        ("no such size", put(json!({"size": "a5"})), 422, "/errors/size/0", json!("is invalid")),
        ("no orientation", put(json!({"orientation": 1})), 422, "/errors/orientation/0", json!("is invalid")),
        (
            "no flag",
            put(json!({"background_bleeds": 1})),
            422,
            "/errors/background_bleeds/0",
            json!("is invalid"),
        ),
        ("no object", put(json!({"meta_data": 1})), 422, "/errors/meta_data/0", json!("is invalid")),
        (
            "a copy in the default department",
            ("POST", format!("{path}/copy"), json!({"design": {}})),
            200,
            "/design/department_id",
            json!(123),
        ),
        (
            "a copy in another",
            ("POST", format!("{path}/copy"), json!({"design": {"department_id": 125}})),
            200,
            "/design/department_id",
            json!(125),
        ),
        (
            "a copy without a body",
            ("POST", format!("{path}/copy"), Value::Null),
            200,
            "/design/name",
            json!("Wave"),
        ),
        ("deleted", ("DELETE", path.clone(), Value::Null), 200, "/design/name", json!("Wave")),
        ("gone", ("GET", path.clone(), Value::Null), 404, "/error", json!("Not found")),
        ("no copy of it", ("POST", format!("{path}/copy"), Value::Null), 404, "/error", json!("Not found")),
    ] {
        let (status, body) = ask(&sandbox, method, &path, body).await;
        assert_eq!((status, body.pointer(field)), (want, Some(&value)), "{label}: {body}");
    }
    let (_, all) = ask(&sandbox, "POST", &format!("{DESIGNS}/search"), json!({})).await;
    let mut numbers: Vec<_> = ids(&all).as_array().unwrap().iter().map(|id| id.as_u64().unwrap()).collect();
    numbers.dedup();
    assert_eq!(numbers.len(), 5, "each copy has its own id: {numbers:?}");
    for (label, body) in [
        ("no content", json!({"name": "A", "kind": "badge"})),
        ("no kind", json!({"name": "A", "encoded_content": "0a1b"})),
    ] {
        assert_eq!(ask(&sandbox, "POST", DESIGNS, json!({"design": body})).await.0, 422, "{label}");
    }
}

#[tokio::test]
async fn groups_use_designs() {
    for (policy, want) in [(UsedDesignPolicy::Detached, 200), (UsedDesignPolicy::Refused, 422)] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.accredible.used_design = policy);
        let change = json!({"group": {"badge_design_id": "24"}});
        ask(&sandbox, "PUT", "/v1/issuer/groups/35", change).await;
        let (_, badge) = ask(&sandbox, "GET", "/v1/designs/24", Value::Null).await;
        let users = badge["design"]["groups"].as_array().unwrap();
        assert_eq!((users.len(), &users[0]["id"]), (1, &json!(35)), "{policy:?}");
        assert!(users[0]["credentials_count"].as_u64().unwrap() > 0, "{policy:?}");
        let renamed = json!({"design": {"name": "Green wave"}});
        ask(&sandbox, "PUT", "/v1/designs/23", renamed).await;
        let (_, group) = ask(&sandbox, "GET", "/v1/issuer/groups/35", Value::Null).await;
        assert_eq!(group["group"]["design_name"], "Green wave", "{policy:?}");
        for design in [23, 24] {
            let (status, _) = ask(&sandbox, "DELETE", &format!("{DESIGNS}/{design}"), Value::Null).await;
            assert_eq!(status, want, "{policy:?}");
        }
        let (_, group) = ask(&sandbox, "GET", "/v1/issuer/groups/35", Value::Null).await;
        let group = &group["group"];
        let shown = json!([group["certificate_design_id"], group["badge_design_id"], group["design_name"]]);
        let is_there = policy == UsedDesignPolicy::Refused;
        let all = if is_there { json!([23, "24", "Green wave"]) } else { json!([null, null, null]) };
        assert_eq!(shown, all, "{policy:?}");
    }
}

#[tokio::test]
async fn designs_are_found() {
    let sandbox = Sandbox::new();
    let new = json!({"design": {
        "name": "Rope", "kind": "badge", "encoded_content": "0a1b", "department_id": 124, "meta_data": {"course": "HS"},
    }});
    let (_, made) = ask(&sandbox, "POST", DESIGNS, new).await;
    let id = made["design"]["id"].clone();
    let search = format!("{DESIGNS}/search");
    for (label, method, path, body, want) in [
        ("the list", "GET", DESIGNS.to_owned(), Value::Null, json!([23, 24, id])),
        ("of a kind", "GET", format!("{DESIGNS}?kind=badges"), Value::Null, json!([24, id])),
        ("of a department", "GET", format!("{DESIGNS}?department_id=123"), Value::Null, json!([23, 24])),
        ("all", "POST", search.clone(), Value::Null, json!([23, 24, id])),
        ("a kind", "POST", search.clone(), json!({"kind": "badge"}), json!([24, id])),
        ("a kind in the plural", "POST", search.clone(), json!({"kind": "badges"}), json!([24, id])),
        ("no such kind", "POST", search.clone(), json!({"kind": "ribbon"}), json!([])),
        ("metadata", "POST", search.clone(), json!({"meta_data": {"course": "HS"}}), json!([id])),
        ("a department", "POST", search.clone(), json!({"department_id": "124"}), json!([id])),
        ("a page", "POST", search.clone(), json!({"page": 2, "page_size": 2}), json!([id])),
        ("a page by its query", "POST", format!("{search}?page=2&page_size=1"), Value::Null, json!([24])),
        ("beyond the end", "POST", search.clone(), json!({"page": 3, "page_size": 2}), json!([])),
    ] {
        let (status, body) = ask(&sandbox, method, &path, body).await;
        assert_eq!((status, ids(&body)), (200, want), "{label}");
        assert!(body.get("meta").is_none(), "{label}");
    }
    assert_eq!(ask(&sandbox, "POST", &search, json!({"page": "two"})).await.0, 400);
    sandbox.set(|settings| settings.accredible.designs_have_meta = true);
    let (_, body) = ask(&sandbox, "POST", &search, json!({"page_size": 2})).await;
    assert_eq!((&body["meta"]["next_page"], body["designs"][0].get("groups")), (&json!(2), None));
}

#[tokio::test]
async fn previews_and_designers() {
    let sandbox = Sandbox::new();
    let values = json!({"recipient.name": "Imani", "custom.Berth": "14B"});
    for (label, path, body, want) in [
        ("a preview", "/v1/designs/23/preview", values, 200),
        ("without a body", "/v1/designs/23/preview", Value::Null, 200),
        ("of no design", "/v1/designs/7/preview", json!({}), 404),
        ("of no values", "/v1/designs/23/preview", json!([]), 400),
    ] {
        let (status, body) = ask(&sandbox, "POST", path, body).await;
        let has_link = body["link"].as_str().is_some_and(|link| link.starts_with("https://"));
        assert_eq!((status, has_link), (want, want == 200), "{label}: {body}");
    }
    let mut tokens = std::collections::BTreeSet::new();
    for (label, kind, body, want) in [
        ("a design", "certificate", json!({"design_id": 23}), Some(Some(23))),
        ("its id as text", "badge", json!({"design_id": "24"}), Some(Some(24))),
        ("a new design", "badge", json!({"department_id": 124}), Some(None)),
        ("without a body", "certificate", Value::Null, Some(None)),
        ("no such design", "badge", json!({"design_id": 7}), None),
    ] {
        let path = format!("/v1/designers/{kind}/initialize");
        let (status, body) = ask(&sandbox, "POST", &path, body).await;
        assert_eq!(status, if want.is_some() { 200 } else { 404 }, "{label}: {body}");
        let Some(known) = want else { continue };
        assert!(tokens.insert(body["token"].as_str().unwrap().to_owned()), "{label}");
        let design = body["design_id"].as_u64().unwrap();
        assert!(known.is_none_or(|known| known == design), "{label}: {body}");
        let (_, found) = ask(&sandbox, "GET", &format!("{DESIGNS}/{design}"), Value::Null).await;
        assert_eq!(found["design"]["kind"], kind, "{label}: {found}");
    }
    let (_, all) = ask(&sandbox, "GET", DESIGNS, Value::Null).await;
    assert_eq!(ids(&all).as_array().unwrap().len(), 4, "two are new");
}
