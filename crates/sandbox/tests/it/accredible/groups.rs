//! Writes of Accredible's groups: state, skills, and what is rejected.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;

use crate::support::{ask, create, new};

#[tokio::test]
async fn groups_are_created_changed_copied_and_deleted() {
    let sandbox = Sandbox::new();
    let new = json!({"group": {
        "name": "tug-2026", "course_name": "Tugs", "course_description": "Two boats", "language": "nl",
        "allow_duplicate_credentials": true, "meta_data": {"dock": "7"},
        "earning_criteria": [{"kind": "course", "text": "Two days"}, {"kind": "exam", "text": "A test"}],
    }});
    let (status, made) = ask(&sandbox, "POST", "/v1/issuer/groups", new).await;
    let (id, first) = (made["group"]["id"].clone(), made["group"]["earning_criteria"][0]["id"].clone());
    assert_eq!((status, &made["group"]["language"]), (200, &json!("nl")));
    assert!(
        made["group"].get("allow_duplicate_credentials").is_none() && made.get("errors").is_none(),
        "{made}"
    );
    let path = format!("/v1/issuer/groups/{id}");
    let skills = json!([{"id": 9001, "breadcrumb_ids": [70]}, {"id": 1}]);
    for (label, method, path, body, want, field, value) in [
        ("it is there", "GET", path.clone(), Value::Null, 200, "/group/meta_data/dock", json!("7")),
        (
            "a field",
            "PUT",
            path.clone(),
            json!({"group": {"course_name": "Tows"}}),
            200,
            "/group/course_name",
            json!("Tows"),
        ),
        (
            "the others stay",
            "GET",
            path.clone(),
            Value::Null,
            200,
            "/group/course_description",
            json!("Two boats"),
        ),
        (
            "criteria",
            "PUT",
            path.clone(),
            json!({"group": {"earning_criteria": [{"id": first, "text": "Three days"}]}}),
            200,
            "/group/earning_criteria",
            json!([{"id": first, "kind": "course", "text": "Three days", "required": true, "position": 1}]),
        ),
        (
            "skills, of which one is unknown",
            "PUT",
            path.clone(),
            json!({"group": {"skill_framework_version_id": 512, "framework_skills": skills}}),
            207,
            "/errors/0/code",
            json!("skills_not_attached"),
        ),
        ("they are shown", "GET", path.clone(), Value::Null, 200, "/group/skills/0/name", json!("Mooring")),
        (
            "a copy",
            "POST",
            format!("{path}/clone"),
            json!({"group": {}}),
            200,
            "/group/name",
            json!("Copy tug-2026"),
        ),
        (
            "with its skills",
            "GET",
            "/v1/issuer/groups/53".to_owned(),
            Value::Null,
            200,
            "/group/skills/0/id",
            json!(9001),
        ),
        (
            "found",
            "GET",
            "/v1/issuer/all_groups?name=TUG".to_owned(),
            Value::Null,
            200,
            "/meta/total_count",
            json!(2),
        ),
        (
            "no name",
            "PUT",
            path.clone(),
            json!({"group": {"name": " "}}),
            422,
            "/errors/name/0",
            json!("can't be blank"),
        ),
        (
            "no language",
            "PUT",
            path.clone(),
            json!({"group": {"language": "AAA"}}),
            422,
            "/errors/language/0",
            json!("is invalid"),
        ),
        (
            "no flag",
            "PUT",
            path.clone(),
            json!({"group": {"attach_pdf": 0}}),
            422,
            "/errors/attach_pdf/0",
            json!("is invalid"),
        ),
        (
            "collections by their ids",
            "PUT",
            path.clone(),
            json!({"group": {"collections": [{"id": "c-1", "name": "Ours"}]}}),
            200,
            "/group/collections",
            json!([{"id": "c-1"}]),
        ),
        (
            "too many years",
            "PUT",
            path.clone(),
            json!({"group": {"auto_expiry": 30_000}}),
            422,
            "/errors/auto_expiry/0",
            json!("is invalid"),
        ),
        (
            "half a year",
            "PUT",
            path.clone(),
            json!({"group": {"auto_expiry": 0.5}}),
            422,
            "/errors/auto_expiry/0",
            json!("is invalid"),
        ),
        ("deleted", "DELETE", path.clone(), Value::Null, 200, "/group/name", json!("tug-2026")),
        ("gone", "GET", path.clone(), Value::Null, 404, "/errors", json!("Doesn't exist")),
        (
            "not found",
            "GET",
            "/v1/issuer/all_groups?name=tug".to_owned(),
            Value::Null,
            200,
            "/meta/total_count",
            json!(1),
        ),
    ] {
        let (status, body) = ask(&sandbox, method, &path, body).await;
        assert_eq!((status, body.pointer(field)), (want, Some(&value)), "{label}: {body}");
    }
}

#[tokio::test]
async fn a_deleted_group_keeps_its_credentials() {
    let sandbox = Sandbox::new();
    let (_, made) = create(&sandbox, new("a@example.org")).await;
    let path = format!("/v1/credentials/{}", made["credential"]["id"].as_str().unwrap());
    let (status, _) = ask(&sandbox, "DELETE", "/v1/issuer/groups/34", Value::Null).await;
    let (found, credential) = ask(&sandbox, "GET", &path, Value::Null).await;
    assert_eq!((status, found, &credential["credential"]["group_id"]), (200, 200, &json!(34)));
    assert_eq!(create(&sandbox, new("b@example.org")).await.0, 422);
}

#[tokio::test]
async fn a_plan_without_frameworks() {
    let sandbox = Sandbox::new();
    let skills = json!([{"id": 9003, "breadcrumb_ids": []}]);
    let write = json!({"group": {"skill_framework_version_id": 512, "framework_skills": skills}});
    assert_eq!(ask(&sandbox, "PUT", "/v1/issuer/groups/34", write.clone()).await.0, 200);
    sandbox.set(|settings| settings.accredible.skills_frameworks = false);
    for (label, path, body, want) in [
        ("a group with skills", "/v1/issuer/groups/34", write.clone(), 403),
        ("one without", "/v1/issuer/groups/35", write, 207),
        ("off the framework", "/v1/issuer/groups/34", json!({"group": {"framework_skills": null}}), 200),
    ] {
        assert_eq!(ask(&sandbox, "PUT", path, body).await.0, want, "{label}");
    }
}

#[tokio::test]
async fn criteria_are_replaced_as_a_whole() {
    let sandbox = Sandbox::new();
    let path = "/v1/issuer/groups/34";
    let write = |criteria: Value| json!({"group": {"earning_criteria": criteria}});
    let (_, saved) = ask(
        &sandbox,
        "PUT",
        path,
        write(json!([
            {"kind": "exam", "text": "A test", "position": 5},
            {"kind": "course", "text": "Two days", "required": false},
        ])),
    )
    .await;
    let criteria = &saved["group"]["earning_criteria"];
    let [first, second] = [0, 1].map(|index| criteria[index]["id"].clone());
    assert!(first != second && first.as_str().unwrap().len() == 36, "{criteria}");
    assert_eq!((&criteria[0]["position"], &criteria[1]["position"]), (&json!(5), &json!(6)));
    let foreign = json!({"errors": "Earning criterion does not belong to the group"});
    let listed = json!({"errors": {"earning_criteria": ["is not included in the list"]}});
    for (label, criteria, want, body) in [
        ("of another group", json!([{"id": "another", "text": "A"}]), 400, Some(foreign)),
        ("of no kind", json!([{"kind": "luck", "text": "A"}]), 422, Some(listed)),
        ("one of them, and a new one", json!([{"kind": "other", "text": "B"}, {"id": second}]), 200, None),
    ] {
        let (status, answer) = ask(&sandbox, "PUT", path, write(criteria)).await;
        assert_eq!(status, want, "{label}: {answer}");
        assert!(body.is_none_or(|body| body == answer), "{label}: {answer}");
    }
    let (_, group) = ask(&sandbox, "GET", path, Value::Null).await;
    let criteria = group["group"]["earning_criteria"].as_array().unwrap();
    let shown: Vec<_> = criteria.iter().map(|it| (&it["text"], it["position"].as_i64().unwrap())).collect();
    assert_eq!(shown, [(&json!("Two days"), 6), (&json!("B"), 7)]);
    let copy = json!({"group": {"department_id": 124}});
    let (_, copy) = ask(&sandbox, "POST", &format!("{path}/clone"), copy).await;
    let copied = copy["group"]["earning_criteria"].as_array().unwrap();
    assert_eq!(copied.len(), 2);
    assert!(copied.iter().all(|it| criteria.iter().all(|old| old["id"] != it["id"])), "{copied:?}");
    assert_eq!(copy["group"]["department_id"], 123);
    let (_, none) = ask(&sandbox, "PUT", path, write(Value::Null)).await;
    assert_eq!(none["group"]["earning_criteria"], json!([]));
}

#[tokio::test]
async fn what_a_group_shows_where() {
    let sandbox = Sandbox::new();
    let fields = ["collections", "earning_criteria", "skill_framework", "skills"];
    for (method, path, list, want) in [
        ("GET", "/v1/issuer/groups/35", "", true),
        ("POST", "/v1/issuer/groups/search", "/groups/1", true),
        ("GET", "/v1/issuer/all_groups", "/groups/1", false),
        ("DELETE", "/v1/issuer/groups/35", "", false),
    ] {
        let (_, body) = ask(&sandbox, method, path, Value::Null).await;
        let group = if list.is_empty() { &body["group"] } else { body.pointer(list).unwrap() };
        for field in fields {
            assert_eq!(group.get(field).is_some(), want, "{method} {path}: {field}");
        }
        let nothing = (&group["skills"], &group["skill_framework"]);
        assert!(!want || nothing == (&json!([]), &Value::Null), "{method} {path}: {group}");
    }
}

#[tokio::test]
async fn groups_of_a_department() {
    let sandbox = Sandbox::new();
    ask(&sandbox, "PUT", "/v1/issuer/groups/35", json!({"group": {"department_id": 124}})).await;
    let denied = json!({"code": 400, "message": "Invalid Department ID", "status": "invalid_department", "errors": {}});
    for (department, want) in [(json!(124), vec![35]), (json!("124"), vec![35]), (json!(9), vec![])] {
        let search = json!({"department_id": department});
        let (status, body) = ask(&sandbox, "POST", "/v1/issuer/groups/search", search).await;
        if want.is_empty() {
            assert_eq!((status, &body), (400, &denied));
        } else {
            let ids: Vec<_> =
                body["groups"].as_array().unwrap().iter().map(|it| it["id"].as_i64().unwrap()).collect();
            assert_eq!(ids, want, "{department}");
        }
    }
}

#[tokio::test]
async fn what_credentials_take_from_their_group() {
    let sandbox = Sandbox::new();
    for (label, group, credential, want) in [
        ("neither", Value::Null, None, false),
        ("the group", json!(true), None, true),
        ("the credential", json!(true), Some(false), false),
    ] {
        let change = json!({"group": {"generate_private_credential": group}});
        ask(&sandbox, "PUT", "/v1/issuer/groups/50", change).await;
        let mut given = new("private@example.org");
        given["group_id"] = 50.into();
        given["private"] = json!(credential);
        let (_, made) = create(&sandbox, given).await;
        assert_eq!(made["credential"]["private"], want, "{label}");
    }
}
