//! Team members of Accredible: permissions by department, and the vendor's draft.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;
use tassel_sandbox::accredible::DEPARTMENT_KEY;

use crate::support::{ask, request, send};

const TEAM: &str = "/v1/team_members";
const MEMBER: &str = "/v1/team_members/12345";
const ADMIN: &str = "/v1/team_members/12346";

/// The permissions of a viewer, with changes.
fn viewer(changes: &Value) -> Value {
    let mut permissions = json!({
        "designs": false, "emails": false, "credential_attributes": false, "analytics": false, "settings": false,
        "role": "viewer", "groups": null,
    });
    for (name, value) in changes.as_object().into_iter().flatten() {
        permissions[name] = value.clone();
    }
    permissions
}

fn new(department: u64, permissions: &Value) -> Value {
    let entry = json!({"department_id": department, "permissions": permissions});
    json!({"team_member": {"name": "Imke", "email": "imke@example.org", "department_permissions": [entry]}})
}

async fn ask_as_department(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (u16, Value) {
    let body = if body.is_null() { String::new() } else { body.to_string() };
    let mut request = request(method, path, body);
    request.headers_mut().insert("authorization", format!("Token token={DEPARTMENT_KEY}").parse().unwrap());
    let answer = send(sandbox, request).await;
    (answer.status().as_u16(), serde_json::from_slice(answer.body()).unwrap_or_default())
}

#[tokio::test]
async fn members_are_created_changed_and_deleted() {
    let sandbox = Sandbox::new();
    let body = new(124, &viewer(&json!({"groups": [50], "api": true, "access_level": "developer"})));
    let (status, made) = ask(&sandbox, "POST", TEAM, body).await;
    let entry = &made["team_member"]["department_permissions"][0];
    assert_eq!(
        (status, &entry["department_id"], &entry["permissions"]["groups"]),
        (200, &json!(124), &json!([50]))
    );
    assert_eq!(entry["permissions"]["pathways"], false);
    let drafted = ["api", "access_level"].map(|name| entry["permissions"].get(name));
    assert_eq!(drafted, [None, None], "the permissions of the draft are not shown");
    let path = format!("{TEAM}/{}", made["team_member"]["id"]);
    let body = json!({"team_member": {"name": " ", "email": "x", "department_permissions": [{"department_id": "123", "permissions": viewer(&json!({"role": "editor"}))}]}});
    let (status, changed) = ask(&sandbox, "PUT", &path, body).await;
    let member = &changed["team_member"];
    assert_eq!(
        (status, &member["name"], &member["email"]),
        (200, &json!("Imke"), &json!("imke@example.org"))
    );
    let entries = member["department_permissions"].as_array().unwrap();
    assert_eq!(
        (entries.len(), &entries[0]["department_id"]),
        (1, &json!(123)),
        "the list replaces the old one"
    );
    assert_eq!(ask(&sandbox, "DELETE", &path, Value::Null).await.0, 200);
    assert_eq!(ask(&sandbox, "GET", &path, Value::Null).await, (404, json!({"error": "Not found"})));
}

#[tokio::test]
async fn rejected_members() {
    let sandbox = Sandbox::new();
    let no_address = json!({"team_member": {"name": "Imke", "email": "imke", "department_permissions": []}});
    for (label, body, status, answer) in [
        ("no member", json!({}), 400, json!({"error": "Bad Request"})),
        ("no address", no_address, 422, json!({"errors": {"email": ["is invalid"]}})),
        (
            "no permissions",
            json!({"team_member": {"name": "a", "email": "a@example.org"}}),
            422,
            json!({"errors": {"department_permissions": ["can't be blank"]}}),
        ),
        ("no department", new(7, &viewer(&json!({}))), 422, json!({"errors": "Invalid Department"})),
        (
            "no flag",
            new(124, &viewer(&json!({"emails": null}))),
            422,
            json!({"errors": {"emails": ["can't be blank"]}}),
        ),
        (
            "no boolean",
            new(124, &viewer(&json!({"emails": "yes"}))),
            422,
            json!({"errors": {"emails": ["is invalid"]}}),
        ),
        (
            "no role",
            new(124, &viewer(&json!({"role": "owner"}))),
            422,
            json!({"errors": {"role": ["is not included in the list"]}}),
        ),
        (
            "no groups",
            new(124, &viewer(&json!({"groups": "all"}))),
            422,
            json!({"errors": {"groups": ["is invalid"]}}),
        ),
    ] {
        assert_eq!(ask(&sandbox, "POST", TEAM, body).await, (status, answer), "{label}");
    }
}

#[tokio::test]
async fn the_draft_locks_permissions() {
    let all = json!({
        "designs": true, "emails": true, "credential_attributes": true, "analytics": true, "settings": true,
        "pathways": true, "team": true, "analytics_email": true, "manage_dept_admins_and_devs": true, "role": "editor",
    });
    let admin = |changes: Value| {
        let mut permissions = viewer(&all);
        permissions["access_level"] = json!("department_admin");
        for (name, value) in changes.as_object().into_iter().flatten() {
            permissions[name] = value.clone();
        }
        permissions
    };
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.draft_permissions = true);
    for (label, permissions, problem) in [
        ("a member", viewer(&json!({"role": "credential_issuer"})), None),
        ("a member without booleans", json!({"role": "viewer"}), None),
        (
            "a member with a locked permission",
            viewer(&json!({"team": true})),
            Some("team must be false for team_member"),
        ),
        ("a developer", viewer(&json!({"access_level": "developer", "api": true})), None),
        (
            "a developer without the API",
            viewer(&json!({"access_level": "developer"})),
            Some("api must be true for developer"),
        ),
        (
            "a developer with designs",
            viewer(&json!({"access_level": "developer", "api": true, "designs": true})),
            Some("designs must be false for developer"),
        ),
        (
            "an editing developer",
            viewer(&json!({"access_level": "developer", "api": true, "role": "editor"})),
            Some("role must be viewer for developer"),
        ),
        ("an admin", admin(json!({"emails": false})), None),
        ("an admin with everything", admin(json!({"api": true})), None),
        (
            "an admin with the API but not everything",
            admin(json!({"api": true, "team": false})),
            Some("api must be false for department_admin"),
        ),
        (
            "an admin that is a viewer",
            admin(json!({"role": "viewer"})),
            Some("role must be editor for department_admin"),
        ),
        (
            "an organization admin",
            viewer(&json!({"access_level": "organization_admin"})),
            Some("access_level must not be organization_admin"),
        ),
    ] {
        let (status, answer) = ask(&sandbox, "POST", TEAM, new(124, &permissions)).await;
        match problem {
            Some(problem) => assert_eq!((status, answer), (400, json!({"errors": problem})), "{label}"),
            None => {
                let entry = &answer["team_member"]["department_permissions"][0];
                assert_eq!((status, &entry["department"]), (200, &json!(124)), "{label}: {answer}");
                assert!(entry.get("department_id").is_none(), "{label}");
                assert_eq!(entry["permissions"]["spotlight_directory"], false, "{label}");
            }
        }
    }
    for method in ["PUT", "DELETE"] {
        assert_eq!(
            ask(&sandbox, method, ADMIN, json!({"team_member": {"name": "a"}})).await.0,
            403,
            "{method}"
        );
    }
}

#[tokio::test]
async fn a_departments_key_changes_its_own_department_only() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.draft_permissions = true);
    let entry = json!({"department_id": 124, "permissions": viewer(&json!({"emails": true}))});
    let body = json!({"team_member": {"department_permissions": [entry]}});
    let (status, changed) = ask_as_department(&sandbox, "PUT", MEMBER, body).await;
    assert_eq!(
        (status, changed["team_member"]["department_permissions"].as_array().unwrap().len()),
        (200, 1)
    );
    let (_, all) = ask(&sandbox, "GET", MEMBER, Value::Null).await;
    let entries = all["team_member"]["department_permissions"].as_array().unwrap();
    assert_eq!((entries.len(), &entries[1]["permissions"]["emails"]), (2, &json!(true)), "{all}");
    let developer = viewer(&json!({"access_level": "developer", "api": true}));
    for (label, body) in
        [("another department", new(123, &viewer(&json!({})))), ("a developer", new(124, &developer))]
    {
        assert_eq!(ask_as_department(&sandbox, "POST", TEAM, body).await.0, 403, "{label}");
    }
    assert_eq!(ask_as_department(&sandbox, "DELETE", MEMBER, Value::Null).await.0, 200);
    assert_eq!(ask_as_department(&sandbox, "GET", MEMBER, Value::Null).await.0, 404);
    let (_, rest) = ask(&sandbox, "GET", MEMBER, Value::Null).await;
    assert_eq!(rest["team_member"]["department_permissions"].as_array().unwrap().len(), 1, "the others stay");
}
