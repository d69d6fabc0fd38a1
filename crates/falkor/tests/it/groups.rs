//! Groups.

use httpmock::prelude::*;
use serde_json::json;
use tassel_falkor::model::{AddedUser, InsertUser, InsertedUser, Invite, InviteStatus, ManageGroup};

use crate::support::{TOKEN, answering, body_of, client, offline, success};

#[test]
fn requests() {
    let groups = offline().groups();
    let imani = || AddedUser::new("Imani", "Okonjo", "imani.okonjo@example.org");
    let inserted = || InsertedUser::new("Imani", "Okonjo", "imani.okonjo@example.org");
    for (label, request, path, want) in [
        (
            "a group alone",
            groups.manage(ManageGroup::new("Night Crew")).request(),
            "/v1/groups/manage",
            json!({"group": "Night Crew"}),
        ),
        (
            "everything of a change",
            groups
                .manage(
                    ManageGroup::new("Night Crew")
                        .add_users([imani(), imani().dial_code("+31").phone_number("0612345678")])
                        .remove_emails(["tomasz.wren@example.org"])
                        .app("org.example.harbour")
                        .invite(Invite::Never),
                )
                .request(),
            "/v1/groups/manage",
            json!({
                "group": "Night Crew",
                "add": [
                    {"firstname": "Imani", "lastname": "Okonjo", "email": "imani.okonjo@example.org"},
                    {
                        "firstname": "Imani", "lastname": "Okonjo", "email": "imani.okonjo@example.org",
                        "dialCode": "+31", "phoneNumber": "0612345678",
                    },
                ],
                "remove": ["tomasz.wren@example.org"], "app": "org.example.harbour", "invite": 0,
            }),
        ),
        (
            "addresses",
            groups.status(["imani.okonjo@example.org"]).request(),
            "/v1/groups/status",
            json!({"email": ["imani.okonjo@example.org"]}),
        ),
        (
            "a user",
            groups.insert(InsertUser::new(["Night Crew"], inserted())).request(),
            "/v1/groups/insert",
            json!({
                "groups": ["Night Crew"],
                "user": {"firstname": "Imani", "lastname": "Okonjo", "email": "imani.okonjo@example.org"},
            }),
        ),
        (
            "everything of a user",
            groups
                .insert(
                    InsertUser::new(["Night Crew", "Dockers"], inserted().telephone("+31612345678"))
                        .invite(false)
                        .force_sync(true),
                )
                .request(),
            "/v1/groups/insert",
            json!({
                "groups": ["Night Crew", "Dockers"],
                "user": {
                    "firstname": "Imani", "lastname": "Okonjo", "email": "imani.okonjo@example.org",
                    "telephone": "+31612345678",
                },
                "invite": false, "forceSync": true,
            }),
        ),
    ] {
        let sent = request.as_ref().unwrap();
        assert_eq!(sent.uri(), format!("https://account.example.org{path}").as_str(), "{label}");
        assert_eq!(sent.method(), "POST", "{label}");
        assert_eq!(sent.headers()["content-type"], "application/json", "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
fn empty_lists_are_refused() {
    let groups = offline().groups();
    let user = InsertedUser::new("Imani", "Okonjo", "imani.okonjo@example.org");
    for (problem, want) in [
        (
            groups.status(Vec::<String>::new()).request().unwrap_err(),
            "groups.status was not sent: `email` has 0 items; give at least 1",
        ),
        (
            groups
                .insert(InsertUser::new(Vec::<String>::new(), user).force_sync(true))
                .request()
                .unwrap_err(),
            "groups.insert was not sent: `groups` has 0 items; give at least 1",
        ),
    ] {
        assert_eq!(problem.to_string(), want);
    }
}

#[tokio::test]
async fn groups_over_http() {
    let server = MockServer::start_async().await;
    for (path, data) in [
        (
            "/v1/groups/manage",
            json!({"inserts": 1, "deletes": 0, "warnings": 1, "messages": [
                {"parameter": "add", "index": 1, "error": "The address is not valid.", "severity": "low"},
            ]}),
        ),
        (
            "/v1/groups/status",
            json!([{"email": "imani.okonjo@example.org", "status": "Nudged", "groups": ["Dockers"]}]),
        ),
        (
            "/v1/groups/insert",
            json!([{"group": "Dockers", "status": "success", "inserts": 1, "warnings": 0}]),
        ),
    ] {
        server
            .mock_async(|when, then| {
                when.method(POST).path(path).header("authorization", format!("Basic {TOKEN}"));
                then.status(200).json_body(success(&data));
            })
            .await;
    }
    let groups = client(&server).groups();
    let count = groups.manage(ManageGroup::new("Dockers")).send().await.unwrap();
    assert_eq!(count.inserts.as_ref().unwrap().get(), Some(1));
    let message = &count.messages.as_ref().unwrap()[0];
    assert_eq!(message.index.as_ref().unwrap().get(), Some(1));
    assert_eq!(message.extra["severity"], "low");
    let users = groups.status(["imani.okonjo@example.org"]).send().await.unwrap();
    assert_eq!(users[0].status, Some(InviteStatus::Nudged));
    assert_eq!(users[0].groups.as_deref().unwrap(), &["Dockers"]);
    let user = InsertedUser::new("Imani", "Okonjo", "imani.okonjo@example.org");
    let inserts = groups.insert(InsertUser::new(["Dockers"], user)).send().await.unwrap();
    assert!(inserts[0].is_complete());
}

#[tokio::test]
async fn a_success_is_complete_only_without_warnings() {
    for (label, data, want) in [
        ("none", json!({"inserts": 1, "deletes": 0, "warnings": 0}), true),
        ("none, and an empty list", json!({"inserts": 1, "warnings": 0, "messages": []}), true),
        ("none, and an empty object", json!({"inserts": 1, "warnings": 0, "messages": {}}), true),
        ("not said", json!({"inserts": 1}), true),
        ("one", json!({"inserts": 1, "warnings": 1}), false),
        ("one, as text", json!({"inserts": "1", "warnings": "1"}), false),
        ("one that cannot be read", json!({"warnings": true}), false),
        ("a message and no count", json!({"inserts": 0, "messages": [{"error": "no"}]}), false),
    ] {
        let (_server, client) = answering(200, &success(&data).to_string()).await;
        let count = client.groups().manage(ManageGroup::new("Dockers")).send().await.unwrap();
        assert_eq!(count.is_complete(), want, "{label}");
    }
    for (label, data, want) in [
        ("success", json!({"group": "Dockers", "status": "Success", "inserts": 0, "warnings": 0}), true),
        ("a warning", json!({"group": "Dockers", "status": "success", "warnings": "2"}), false),
        ("another status", json!({"group": "Dockers", "status": "failed", "warnings": 0}), false),
        ("no status", json!({"group": "Dockers"}), false),
    ] {
        let (_server, client) = answering(200, &success(&json!([data])).to_string()).await;
        let user = InsertedUser::new("Imani", "Okonjo", "imani.okonjo@example.org");
        let inserts = client.groups().insert(InsertUser::new(["Dockers"], user)).send().await.unwrap();
        assert_eq!(inserts[0].is_complete(), want, "{label}");
    }
}
