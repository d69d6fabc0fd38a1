//! Accredible's collections: what they hold, what groups say of them, and how they are found.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;

use crate::support::ask;

const QUAYSIDE: &str = "/v1/collections/5d2b1c94-7c5e-4d0f-9a31-8f0e6a7b2c11";

#[tokio::test]
async fn a_collection_and_its_groups_agree() {
    let sandbox = Sandbox::new();
    let new = json!({"collection": {"name": "Lifting", "description": "Cranes", "groups": [{"id": 34}]}});
    let (status, made) = ask(&sandbox, "POST", "/v1/collections", new).await;
    let id = made["collection"]["id"].as_str().unwrap().to_owned();
    let want = json!({
        "id": id, "name": "Lifting", "description": "Cranes", "organization_id": 4897, "public": false,
        "groups_count": 0, "groups": [],
    });
    assert_eq!((status, &made["collection"]), (200, &want));
    let path = format!("/v1/collections/{id}");
    let shown = json!([{"id": id, "name": "Lifting", "description": "Cranes"}]);
    let both = json!({"collection": {"groups": [{"id": 36}, {"id": "37"}]}});
    let one = json!({"collection": {"groups": [{"id": 37}], "description": null}});
    let put = |path: &str, body| ("PUT", path.to_owned(), body);
    let get = |path: &str| ("GET", path.to_owned(), Value::Null);
    for (label, (method, path, body), want, field, value) in [
        ("two groups", put(&path, both), 200, "/collection/groups", json!([{"id": 36}, {"id": 37}])),
        ("a group names it", get("/v1/issuer/groups/36"), 200, "/group/collections", shown),
        ("the list is replaced", put(&path, one), 200, "/collection/groups_count", json!(1)),
        ("a group does not name it", get("/v1/issuer/groups/36"), 200, "/group/collections", json!([])),
        ("null clears", get("/v1/issuer/groups/37"), 200, "/group/collections/0/description", Value::Null),
        (
            "a group leaves",
            put("/v1/issuer/groups/37", json!({"group": {"collections": []}})),
            200,
            "/group/collections",
            json!([]),
        ),
        ("it has left", put(&path, json!({"collection": {}})), 200, "/collection/groups", json!([])),
        (
            "a group joins",
            put("/v1/issuer/groups/37", json!({"group": {"collections": [{"id": id}]}})),
            200,
            "/group/collections/0/name",
            json!("Lifting"),
        ),
        ("it has joined", put(&path, json!({"collection": {}})), 200, "/collection/groups/0/id", json!(37)),
        (
            "a deleted group",
            ("DELETE", "/v1/issuer/groups/37".to_owned(), Value::Null),
            200,
            "/group/id",
            json!(37),
        ),
        ("is not in it", put(&path, json!({"collection": {}})), 200, "/collection/groups_count", json!(0)),
        (
            "nor can it be",
            put(&path, json!({"collection": {"groups": [{"id": 37}]}})),
            422,
            "/errors",
            json!("Invalid Group"),
        ),
        (
            "no name",
            put(&path, json!({"collection": {"name": ""}})),
            422,
            "/errors/name/0",
            json!("can't be blank"),
        ),
        (
            "no flag",
            put(&path, json!({"collection": {"public": "yes"}})),
            422,
            "/errors/public/0",
            json!("is invalid"),
        ),
        (
            "no text",
            put(&path, json!({"collection": {"description": 1}})),
            422,
            "/errors/description/0",
            json!("is invalid"),
        ),
        (
            "no groups",
            put(&path, json!({"collection": {"groups": [34]}})),
            422,
            "/errors/groups/0",
            json!("is invalid"),
        ),
        (
            "no collection",
            put("/v1/collections/7", json!({"collection": {}})),
            404,
            "/error",
            json!("Not found"),
        ),
    ] {
        let (status, body) = ask(&sandbox, method, &path, body).await;
        assert_eq!((status, body.pointer(field)), (want, Some(&value)), "{label}: {body}");
    }
}

#[tokio::test]
async fn a_deleted_collection_leaves_its_groups() {
    for (label, is_shown, want) in
        [("without a body", false, json!("")), ("with it", true, json!("Quayside"))]
    {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.accredible.deleted_collection_shown = is_shown);
        let (status, body) = ask(&sandbox, "DELETE", QUAYSIDE, Value::Null).await;
        let name = body.pointer("/collection/name").unwrap_or(&body);
        assert_eq!((status, name), (200, &want), "{label}");
        let (_, group) = ask(&sandbox, "GET", "/v1/issuer/groups/34", Value::Null).await;
        assert_eq!(group["group"]["collections"], json!([]), "{label}");
        assert_eq!(ask(&sandbox, "DELETE", QUAYSIDE, Value::Null).await.0, 404, "{label}");
    }
}

#[tokio::test]
async fn null_may_be_ignored() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.null_clears = false);
    let (_, body) = ask(&sandbox, "PUT", QUAYSIDE, json!({"collection": {"groups": null}})).await;
    assert_eq!(body["collection"]["groups_count"], 2);
}

#[tokio::test]
async fn collections_are_found() {
    let sandbox = Sandbox::new();
    let mut ids = vec![QUAYSIDE.rsplit('/').next().unwrap().to_owned()];
    for (name, public) in [("Lifting", true), ("quay walls", false)] {
        let new = json!({"collection": {"name": name, "public": public}});
        let (_, made) = ask(&sandbox, "POST", "/v1/collections", new).await;
        ids.push(made["collection"]["id"].as_str().unwrap().to_owned());
    }
    for (label, search, want) in [
        ("all", json!({"query": {}}), &[0, 1, 2][..]),
        ("by a part of the name", json!({"query": {"name": "QUAY"}}), &[0, 2]),
        ("public", json!({"query": {"public": true}}), &[0, 1]),
        ("by id", json!({"query": {"ids": [ids[1], 7]}}), &[1]),
        ("by no id", json!({"query": {"ids": []}}), &[]),
        ("but not", json!({"query": {"exclusion_list": [ids[1]]}}), &[0, 2]),
        ("by name", json!({"query": {}, "sort": {"name": "asc"}}), &[1, 0, 2]),
        ("by number of groups", json!({"query": {}, "sort": {"groups_count": "desc"}}), &[0, 1, 2]),
        ("public last", json!({"query": {}, "sort": {"public": "asc"}}), &[2, 0, 1]),
        ("a page", json!({"query": {}, "meta": {"page_number": 2, "per_page": 2}}), &[2]),
        ("a page as texts", json!({"query": {}, "meta": {"page_number": "1", "per_page": "1"}}), &[0]),
    ] {
        let (status, found) = ask(&sandbox, "POST", "/v1/collections/search", search).await;
        let found: Vec<_> =
            found["collections"].as_array().unwrap().iter().map(|it| it["id"].as_str().unwrap()).collect();
        let want: Vec<_> = want.iter().map(|place| ids[*place].as_str()).collect();
        assert_eq!((status, found), (200, want), "{label}");
    }
    let search = json!({"query": {}, "meta": {"per_page": 2}});
    let (_, page) = ask(&sandbox, "POST", "/v1/collections/search", search).await;
    let meta = json!({"current_page": 1, "next_page": 2, "prev_page": null, "total_pages": 2, "total_count": 3, "page_size": 2});
    assert_eq!(page["meta"], meta);
    for (label, search, want) in [
        ("no query", json!({}), 400),
        ("an unknown field to sort by", json!({"query": {}, "sort": {"id": "asc"}}), 400),
        ("an unknown order", json!({"query": {}, "sort": {"name": "increasing"}}), 400),
        ("a filter of another type", json!({"query": {"public": 7}}), 400),
    ] {
        let (status, body) = ask(&sandbox, "POST", "/v1/collections/search", search).await;
        assert_eq!(status, want, "{label}: {body}");
    }
}
