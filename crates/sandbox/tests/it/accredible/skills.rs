//! Accredible's skill categories, skill frameworks and attribute keys.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;

use crate::support::ask;

const FRAMEWORKS: &str = "/v1/skill_frameworks";
const SKILLS: &str = "/v1/skill_frameworks/7/versions/512/skills";

#[tokio::test]
async fn a_group_has_one_of_the_categories() {
    let sandbox = Sandbox::new();
    let (status, all) = ask(&sandbox, "GET", "/v1/skill_categories", Value::Null).await;
    assert_eq!((status, all["skill_categories"].as_array().unwrap().len()), (200, 3));
    for (label, id, want) in [("a known one", 2, json!("Seamanship")), ("another", 9, Value::Null)] {
        let change = json!({"group": {"skill_category_id": id}});
        let (_, body) = ask(&sandbox, "PUT", "/v1/issuer/groups/34", change).await;
        assert_eq!(body["group"]["skill_category"], json!({"id": id, "name": want}), "{label}");
    }
}

#[tokio::test]
async fn frameworks_and_their_skills() {
    let sandbox = Sandbox::new();
    for (label, path, field, value) in [
        ("a framework", format!("{FRAMEWORKS}?department_id=123"), "/skill_frameworks/0/id", json!(7)),
        (
            "its versions",
            format!("{FRAMEWORKS}?department_id=124"),
            "/skill_frameworks/0/versions/1/status",
            json!("active"),
        ),
        ("the usual size", format!("{FRAMEWORKS}?department_id=123"), "/meta/page_size", json!(5)),
        (
            "the largest size",
            format!("{FRAMEWORKS}?department_id=123&page_size=99"),
            "/meta/page_size",
            json!(10),
        ),
        ("no size", format!("{FRAMEWORKS}?department_id=123&page_size=0"), "/meta/page_size", json!(5)),
        ("another page", format!("{FRAMEWORKS}?department_id=123&page=2"), "/skill_frameworks", json!([])),
        ("a part of a name", format!("{SKILLS}?query=ING"), "/skills/0/name", json!("Mooring")),
        ("by name", format!("{SKILLS}?query=ing"), "/skills/1/name", json!("Towing")),
        (
            "trails",
            format!("{SKILLS}?query=moor"),
            "/skills/0/breadcrumbs",
            json!([[{"id": 70, "name": "Deck work"}]]),
        ),
        ("at the root", format!("{SKILLS}?query=signals"), "/skills/0/breadcrumbs", json!([])),
        ("the size of skills", format!("{SKILLS}?query=ing&page_size=51"), "/meta/page_size", json!(50)),
        (
            "a retired version",
            format!("{FRAMEWORKS}/7/versions/511/skills?query=moor"),
            "/skills/0/id",
            json!(9001),
        ),
    ] {
        let (status, body) = ask(&sandbox, "GET", &path, Value::Null).await;
        assert_eq!((status, body.pointer(field)), (200, Some(&value)), "{label}: {body}");
    }
    for (label, path, has_plan, want, code) in [
        ("no department", FRAMEWORKS.to_owned(), true, 400, "missing_department_id"),
        ("an unknown department", format!("{FRAMEWORKS}?department_id=9"), true, 403, "invalid_department"),
        ("no plan, and no department", FRAMEWORKS.to_owned(), false, 403, "plan_not_entitled"),
        ("no framework", format!("{FRAMEWORKS}/8/versions/512/skills?query=moor"), true, 404, "not_found"),
        ("no version", format!("{FRAMEWORKS}/7/versions/1/skills"), true, 400, "invalid_version"),
        ("a short query", format!("{SKILLS}?query=m"), true, 400, "invalid_query"),
        ("no query", SKILLS.to_owned(), true, 400, "invalid_query"),
        ("no plan", SKILLS.to_owned(), false, 403, "plan_not_entitled"),
    ] {
        sandbox.set(|settings| settings.accredible.skills_frameworks = has_plan);
        let (status, body) = ask(&sandbox, "GET", &path, Value::Null).await;
        assert_eq!((status, &body["status"], &body["code"]), (want, &json!(code), &json!(want)), "{label}");
    }
}

#[tokio::test]
async fn attribute_keys_are_created_and_found() {
    let sandbox = Sandbox::new();
    let new = json!({"attribute_key": {"name": "Home berth", "kind": "image", "department_id": "124"}});
    let (status, made) = ask(&sandbox, "POST", "/v1/attribute_keys", new).await;
    let want =
        json!({"attribute_key": {"id": 503, "name": "Home berth", "kind": "image", "department_id": "124"}});
    assert_eq!((status, made), (200, want));
    for (label, path, search, want) in [
        ("all", "", json!({}), json!([501, 502, 503])),
        ("without a body", "", Value::Null, json!([501, 502, 503])),
        ("by a part of the name", "", json!({"name": "BERTH"}), json!([501, 503])),
        ("by kind", "", json!({"kind": "date"}), json!([502])),
        ("by department", "", json!({"department_id": 124}), json!([503])),
        ("a page", "", json!({"page_size": 2, "page": 2}), json!([503])),
        ("a page by its query", "?page=2&page_size=2", Value::Null, json!([503])),
        ("the body comes first", "?page=2", json!({"page": 1}), json!([501, 502, 503])),
    ] {
        let (status, body) = ask(&sandbox, "POST", &format!("/v1/attribute_keys/search{path}"), search).await;
        let ids: Value =
            body["attribute_keys"].as_array().unwrap().iter().map(|key| key["id"].clone()).collect();
        assert_eq!((status, ids), (200, want), "{label}");
    }
    sandbox.set(|settings| settings.accredible.attribute_keys_by_part = false);
    let (_, body) = ask(&sandbox, "POST", "/v1/attribute_keys/search", json!({"name": "Berth"})).await;
    assert_eq!(body["meta"]["total_count"], 1);
    for (label, path, body, want) in [
        ("no name", "", json!({"attribute_key": {"name": "", "kind": "text", "department_id": 1}}), 422),
        ("no kind", "", json!({"attribute_key": {"name": "A", "department_id": 1}}), 422),
        ("no such kind", "", json!({"attribute_key": {"name": "A", "kind": "b", "department_id": 1}}), 422),
        ("no department", "", json!({"attribute_key": {"name": "A", "kind": "text"}}), 422),
        ("no wrapper", "", json!({"name": "A"}), 400),
        ("no such page", "/search", json!({"page": "two"}), 400),
    ] {
        let (status, body) = ask(&sandbox, "POST", &format!("/v1/attribute_keys{path}"), body).await;
        assert_eq!(status, want, "{label}: {body}");
    }
}
