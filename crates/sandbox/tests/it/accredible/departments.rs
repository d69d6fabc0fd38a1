//! Departments of Accredible, and what the key of a department reaches.

use serde_json::{Value, json};
use tassel_accredible::TryStreamExt;
use tassel_sandbox::Sandbox;
use tassel_sandbox::accredible::{DEPARTMENT_KEY, DepartmentsReply};

use crate::support::{ask, client, create, new, request, send};

/// As [`ask`], with the key of the department 124.
async fn ask_as_department(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut request = request(method, path, body);
    request.headers_mut().insert("authorization", format!("Token token={DEPARTMENT_KEY}").parse().unwrap());
    let answer = send(sandbox, request).await;
    (answer.status().as_u16(), serde_json::from_slice(answer.body()).unwrap_or_default())
}

/// A sandbox with a group and a credential in the department 124; the id of the credential.
async fn with_a_credential() -> (Sandbox, String) {
    let sandbox = Sandbox::new();
    let moved = ask(&sandbox, "PUT", "/v1/issuer/groups/50", json!({"group": {"department_id": 124}})).await;
    assert_eq!(moved.0, 200);
    let mut credential = new("crane@example.org");
    credential["group_id"] = json!(50);
    let (_, made) = create(&sandbox, credential).await;
    (sandbox, made["credential"]["id"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn departments_are_created_changed_found_and_deleted() {
    let sandbox = Sandbox::new();
    let department = json!({
        "name": "Dive School", "url": "https://dive.example.org", "logo": "https://dive.example.org/logo.png",
        "meta_data": {"faculty": "water"},
    });
    let (status, made) = ask(&sandbox, "POST", "/v1/departments", json!({"department": department})).await;
    let shown = &made["department"];
    assert_eq!((status, &shown["id"], &shown["description"]), (200, &json!(125), &Value::Null));
    assert_ne!(shown["logo"], department["logo"], "the image is copied");
    let path = "/v1/departments/125";
    for (label, method, path, body, status, pointer, value) in [
        (
            "change",
            "PUT",
            path,
            json!({"department": {"name": "Divers"}}),
            200,
            "/department/name",
            json!("Divers"),
        ),
        ("the rest stays", "GET", path, Value::Null, 200, "/department/meta_data/faculty", json!("water")),
        (
            "cleared",
            "PUT",
            path,
            json!({"department": {"meta_data": null}}),
            200,
            "/department/meta_data",
            Value::Null,
        ),
        (
            "an empty list",
            "PUT",
            path,
            json!({"department": {"meta_data": []}}),
            200,
            "/department/meta_data",
            json!({}),
        ),
        (
            "blank",
            "PUT",
            path,
            json!({"department": {"name": " "}}),
            422,
            "/errors/name/0",
            json!("can't be blank"),
        ),
        (
            "not a text",
            "PUT",
            path,
            json!({"department": {"url": 7}}),
            422,
            "/errors/url/0",
            json!("is invalid"),
        ),
        ("no department", "PUT", path, json!({}), 400, "/error", json!("Bad Request")),
        (
            "without a logo",
            "POST",
            "/v1/departments",
            json!({"department": {"name": "a", "url": "b"}}),
            422,
            "/errors/logo/0",
            json!("can't be blank"),
        ),
        ("delete", "DELETE", path, Value::Null, 200, "/department/name", json!("Divers")),
        ("gone", "GET", path, Value::Null, 404, "/error", json!("No department found")),
    ] {
        let got = ask(&sandbox, method, path, body).await;
        assert_eq!(
            (got.0, got.1.pointer(pointer).unwrap_or(&Value::Null)),
            (status, &value),
            "{label}: {}",
            got.1
        );
    }
}

#[tokio::test(start_paused = true)]
async fn searches_find_departments_in_both_forms() {
    for form in [DepartmentsReply::List, DepartmentsReply::Object] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| settings.accredible.departments_reply = form);
        let body = json!({"department": {"meta_data": {"faculty": "cranes"}}});
        ask(&sandbox, "PUT", "/v1/departments/124", body).await;
        let search = || client(&sandbox).departments().search();
        let all: Vec<_> = search().stream().try_collect().await.unwrap();
        assert_eq!(all.len(), 2, "{form:?}");
        let some: Vec<_> = search().meta_data([("faculty", "cranes")]).stream().try_collect().await.unwrap();
        assert_eq!(some.len(), 1, "{form:?}");
        let none: Vec<_> = search().meta_data([("faculty", "x")]).stream().try_collect().await.unwrap();
        assert!(none.is_empty(), "{form:?}");
        let body = json!({"meta_data": {"faculty": "cranes"}});
        let (_, found) = ask(&sandbox, "POST", "/v1/departments/search", body).await;
        assert_eq!(found["departments"].is_object(), form == DepartmentsReply::Object);
        assert_eq!(found.get("meta").is_some(), form == DepartmentsReply::List);
    }
}

#[tokio::test]
async fn a_departments_key_reaches_its_own_department_only() {
    let (sandbox, own) = with_a_credential().await;
    let own = format!("/v1/credentials/{own}");
    let other = "/v1/credentials/80000001";
    let search = "/v2/credentials/search";
    let member = json!({"team_member": {"name": "Imke"}});
    let export = |department: u64| json!({"data_export": {"entity": "groups", "department_id": department}});
    for (method, path, body, status, pointer, value) in [
        ("GET", own.as_str(), Value::Null, 200, "/credential/group_id", json!(50)),
        ("GET", other, Value::Null, 404, "", Value::Null),
        ("PUT", other, json!({"credential": {"name": "a"}}), 404, "", Value::Null),
        ("DELETE", other, Value::Null, 404, "", Value::Null),
        ("POST", "/v1/credentials/analytics/80000001", Value::Null, 404, "", Value::Null),
        (
            "POST",
            "/v1/credentials",
            json!({"credential": new("a@example.org")}),
            422,
            "/errors",
            json!("Invalid Group"),
        ),
        ("GET", "/v1/all_credentials", Value::Null, 200, "/meta/total_count", json!(1)),
        ("GET", "/v1/all_credentials?group_id=34", Value::Null, 200, "/meta/total_count", json!(0)),
        ("POST", search, json!({"query": {}}), 200, "/meta/count", json!(1)),
        ("POST", search, json!({"query": {"group.id": 34}}), 200, "/meta/count", json!(0)),
        ("GET", "/v1/issuer/groups/50", Value::Null, 200, "/group/department_id", json!(124)),
        ("GET", "/v1/issuer/groups/34", Value::Null, 404, "", Value::Null),
        ("GET", "/v1/issuer/all_groups", Value::Null, 200, "/meta/total_count", json!(1)),
        (
            "PUT",
            "/v1/issuer/groups/50",
            json!({"group": {"department_id": 123}}),
            422,
            "/errors",
            json!("Invalid Department"),
        ),
        (
            "POST",
            "/v1/issuer/groups",
            json!({"group": {"name": "a", "course_name": "A", "course_description": "B"}}),
            200,
            "/group/department_id",
            json!(124),
        ),
        ("GET", "/v1/issuer/details", Value::Null, 200, "/issuer/name", json!("Crane School")),
        (
            "POST",
            "/v1/departments",
            json!({"department": {"name": "a"}}),
            403,
            "/data",
            json!("No Permission to manage Departments."),
        ),
        (
            "DELETE",
            "/v1/departments/124",
            Value::Null,
            403,
            "/data",
            json!("No Permission to manage Departments."),
        ),
        ("GET", "/v1/departments/124", Value::Null, 200, "/department/id", json!(124)),
        ("GET", "/v1/departments/123", Value::Null, 404, "/error", json!("No department found")),
        ("PUT", "/v1/departments/123", json!({"department": {"name": "a"}}), 404, "", Value::Null),
        ("POST", "/v1/departments/search", json!({}), 200, "/meta/total_count", json!(1)),
        ("GET", "/v1/analytics", Value::Null, 200, "/meta/total_count", json!(0)),
        ("GET", "/v1/data_exports", Value::Null, 200, "/data_exports", json!([])),
        ("GET", "/v1/data_exports/1", Value::Null, 404, "", Value::Null),
        ("POST", "/v1/data_exports", export(123), 422, "", Value::Null),
        ("POST", "/v1/data_exports", export(124), 201, "/data_export/department_id", json!(124)),
        (
            "GET",
            "/v1/team_members/12345",
            Value::Null,
            200,
            "/team_member/department_permissions/0/department_id",
            json!(124),
        ),
        ("PUT", "/v1/team_members/12345", member, 200, "/team_member/name", json!("Imke")),
    ] {
        let got = ask_as_department(&sandbox, method, path, body).await;
        assert_eq!(got.0, status, "{method} {path}: {}", got.1);
        if !pointer.is_empty() {
            assert_eq!(got.1.pointer(pointer), Some(&value), "{method} {path}: {}", got.1);
        }
    }
    sandbox.set(|settings| settings.accredible.department_keys.clear());
    assert_eq!(ask_as_department(&sandbox, "GET", "/v1/issuer/details", Value::Null).await.0, 401);
}

#[tokio::test]
async fn new_credentials_are_private_by_group_or_department() {
    for (label, group, department, private) in [
        ("neither", Value::Null, false, false),
        ("the department", Value::Null, true, true),
        ("the group", json!(true), false, true),
        ("not the group", json!(false), true, false),
    ] {
        let sandbox = Sandbox::new();
        let body = json!({"group": {"generate_private_credential": group}});
        ask(&sandbox, "PUT", "/v1/issuer/groups/34", body).await;
        let body = json!({"department": {"generate_private_credential": department}});
        ask(&sandbox, "PUT", "/v1/departments/123", body).await;
        let (_, made) = create(&sandbox, new("a@example.org")).await;
        assert_eq!(made["credential"]["private"], private, "{label}");
        let mut open = new("b@example.org");
        open["private"] = json!(false);
        assert_eq!(create(&sandbox, open).await.1["credential"]["private"], false, "{label}");
    }
}
