//! Departments and team members.

use serde_json::{Value, json};
use tassel_accredible::model::{
    DepartmentPermission, DepartmentUpdate, NewDepartment, NewTeamMember, Permissions, TeamMemberUpdate,
    TeamRole,
};
use tassel_accredible::{Client, ClientOptions, Patch, TryStreamExt};
use tassel_core::testing::{Scripted, Step};

use crate::support::{KEY, offline};

fn scripted(steps: impl IntoIterator<Item = Value>) -> Client {
    let steps = steps
        .into_iter()
        .map(|body| Step::answer(200, body.to_string()).header("content-type", "application/json"));
    let options = ClientOptions::new().transport(Scripted::new(steps)).seed(7);
    Client::builder(KEY).with(options).build().unwrap()
}

#[test]
fn requests() {
    let (departments, team) = (offline().departments(), offline().team_members());
    let logo = "https://cranes.example.org/logo.png";
    let least = || NewDepartment::new("Cranes", "https://cranes.example.org", logo);
    let viewer = || Permissions::new(TeamRole::Viewer, false, false, true, false, false);
    let shown = json!({
        "role": "viewer", "designs": false, "emails": false, "credential_attributes": true, "analytics": false,
        "settings": false,
    });
    let mut some = shown.clone();
    some["groups"] = json!([34]);
    some["pathways"] = json!(true);
    some["access_level"] = json!("team_member");
    let own = |permissions| DepartmentPermission::new(124, permissions);
    let written = |department: &Value| json!([{"department_id": 124, "permissions": department}]);
    for (label, request, method, path, want) in [
        (
            "a department",
            departments.create(least()).request(),
            "POST",
            "/v1/departments",
            json!({"department": {"name": "Cranes", "url": "https://cranes.example.org", "logo": logo}}),
        ),
        ("get", departments.get(124).request(), "GET", "/v1/departments/124", Value::Null),
        (
            "a change",
            departments.update(124, DepartmentUpdate::default().description(Patch::Null)).request(),
            "PUT",
            "/v1/departments/124",
            json!({"department": {"description": null}}),
        ),
        ("delete", departments.delete("124").request(), "DELETE", "/v1/departments/124", Value::Null),
        (
            "search",
            departments.search().meta_data([("faculty", "cranes")]).page_size(7).request(),
            "POST",
            "/v1/departments/search",
            json!({"meta_data": {"faculty": "cranes"}, "page_size": 7, "page": 1}),
        ),
        (
            "a member of all groups",
            team.create(NewTeamMember::new("Imke", "imke@example.org", [own(viewer())])).request(),
            "POST",
            "/v1/team_members",
            json!({"team_member": {"name": "Imke", "email": "imke@example.org", "department_permissions": written(&shown)}}),
        ),
        ("get a member", team.get(7).request(), "GET", "/v1/team_members/7", Value::Null),
        (
            "a change of permissions, without the id",
            team.update(
                7,
                TeamMemberUpdate::default().department_permissions(vec![own(viewer()
                    .groups([34])
                    .pathways(true)
                    .access_level("team_member"))]),
            )
            .request(),
            "PUT",
            "/v1/team_members/7",
            json!({"team_member": {"department_permissions": written(&some)}}),
        ),
        ("delete a member", team.delete(7).request(), "DELETE", "/v1/team_members/7", Value::Null),
    ] {
        let request = request.unwrap();
        assert_eq!((request.method().as_str(), request.uri().path()), (method, path), "{label}");
        let body: Value = serde_json::from_slice(request.body()).unwrap_or_default();
        assert_eq!(body, want, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn departments_are_found_as_a_list_or_as_an_object() {
    let one = json!({"id": 1234, "name": "Cranes", "linkedin_company_id": 5098253});
    let meta = |next: Value| json!({"next_page": next, "total_count": 1});
    for (label, pages, want) in [
        ("a list", vec![json!({"departments": [one], "meta": meta(Value::Null)})], Some(1)),
        ("an object", vec![json!({"departments": one, "meta": meta(Value::Null)})], Some(1)),
        ("an object alone", vec![json!({"departments": one}), json!({"departments": []})], Some(1)),
        ("an object, then none", vec![json!({"departments": one}), json!({"departments": {}})], Some(1)),
        (
            "an object that repeats itself",
            vec![json!({"departments": one}), json!({"departments": one})],
            None,
        ),
        ("none", vec![json!({"departments": []})], Some(0)),
        ("no departments", vec![json!({"meta": meta(Value::Null)})], None),
        ("an object without an id", vec![json!({"departments": {"name": "Cranes"}})], None),
    ] {
        let found = scripted(pages).departments().search().stream().try_collect::<Vec<_>>().await;
        assert_eq!(found.as_ref().ok().map(Vec::len), want, "{label}: {found:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn members_are_read_in_both_forms() {
    let permissions =
        json!({"role": "steward", "designs": true, "groups": null, "access_level": "organization_admin"});
    let entries = json!([
        {"department_id": 1, "permissions": permissions},
        {"department": 2, "permissions": {"role": "credential_issuer", "groups": [34, "35"], "spotlight_directory": false}},
    ]);
    let member = json!({"id": 7, "name": null, "department_permissions": entries});
    let member = scripted([json!({"team_member": member})]).team_members().get(7).send().await.unwrap();
    let entries = member.department_permissions.unwrap();
    assert_eq!(entries[0].department_id, Some(1.into()));
    assert_eq!((&entries[1].department_id, &entries[1].department), (&None, &Some(2.into())));
    let first = entries[0].permissions.as_ref().unwrap();
    assert_eq!((first.role.as_ref().unwrap().as_str(), &first.groups), ("steward", &None));
    assert_eq!(entries[1].permissions.as_ref().unwrap().groups.as_ref().unwrap().len(), 2);
}
