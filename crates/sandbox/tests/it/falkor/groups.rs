//! Groups and invitations.

use std::time::Duration;

use serde_json::json;
use tassel_sandbox::Sandbox;
use tassel_sandbox::falkor::Locator;

use super::{IMANI, data, invitations, set, somebody};

#[tokio::test]
async fn users_are_added_and_removed() {
    let sandbox = Sandbox::new();
    let manage = |parameters| data(&sandbox, "groups/manage", parameters);
    let add = json!({"group": "Pilots", "add": [somebody("Imke@Example.org"), somebody(IMANI)]});
    assert_eq!(manage(add.clone()).await, json!({"inserts": 2, "deletes": 0, "warnings": 0}), "a new group");
    assert_eq!(manage(add).await["inserts"], 0, "members of the group are ignored");
    let status =
        data(&sandbox, "groups/status", json!({"email": ["IMKE@example.org", "x@example.org", IMANI]})).await;
    let want = json!([
        {"email": IMANI, "status": "Active", "groups": ["Day Crew", "Dockers", "Pilots"]},
        {"email": "Imke@Example.org", "status": "Pending", "groups": ["Pilots"]},
    ]);
    assert_eq!(status, want, "unknown addresses are left out, and case is ignored");
    let count = manage(json!({"group": "Pilots", "remove": ["imke@example.org", "x@example.org"]})).await;
    assert_eq!(count, json!({"inserts": 0, "deletes": 1, "warnings": 0}));
    assert_eq!(invitations(&sandbox, &["imke@example.org"]).await, "", "a user without a group is left out");
}

#[tokio::test]
async fn invalid_users_are_warnings() {
    let sandbox = Sandbox::new();
    let change = json!({
        "group": "Pilots", "add": [somebody("imke@example.org"), somebody("nowhere"), {"email": "a@example.org"}, 7],
        "remove": [IMANI, "nowhere"],
    });
    let count = data(&sandbox, "groups/manage", change.clone()).await;
    assert_eq!(count["inserts"], 1);
    assert_eq!(count["warnings"], 4);
    let places: Vec<_> =
        count["messages"].as_array().unwrap().iter().map(|it| (&it["parameter"], &it["index"])).collect();
    let (add, remove) = (json!("add"), json!("remove"));
    assert_eq!(places, [(&add, &json!(1)), (&add, &json!(2)), (&add, &json!(3)), (&remove, &json!(1))]);
    set(&sandbox, |settings| settings.locator = Locator::Email);
    let message = &data(&sandbox, "groups/manage", change).await["messages"][0];
    assert_eq!((&message["email"], message.get("index")), (&json!("nowhere"), None));
}

#[tokio::test]
async fn a_user_is_added_to_several_groups() {
    let sandbox = Sandbox::new();
    let insert = |parameters| data(&sandbox, "groups/insert", parameters);
    let result = insert(json!({"groups": ["Day Crew", "Pilots"], "user": somebody(IMANI)})).await;
    let want = json!([
        {"group": "Day Crew", "status": "success", "inserts": 0, "warnings": 0},
        {"group": "Pilots", "status": "success", "inserts": 1, "warnings": 0},
    ]);
    assert_eq!(result, want);
    let groups =
        || async { data(&sandbox, "groups/status", json!({"email": [IMANI]})).await[0]["groups"].clone() };
    assert_eq!(groups().await, json!(["Day Crew", "Dockers", "Pilots"]));
    insert(json!({"groups": ["Pilots"], "user": somebody(IMANI), "forceSync": true})).await;
    assert_eq!(groups().await, json!(["Pilots"]), "they are removed from all others");
    let result = insert(json!({"groups": ["Pilots"], "user": somebody("nowhere"), "forceSync": 1})).await;
    assert_eq!((&result[0]["inserts"], &result[0]["warnings"]), (&json!(0), &json!(1)));
}

#[tokio::test]
async fn invitations_follow_the_clock() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    let (asked, never, active) = ("asked@example.org", "never@example.org", "active@example.org");
    for (email, invite) in [(asked, json!(1)), (never, json!("0")), (active, json!(true))] {
        let change = json!({"group": "Pilots", "add": [somebody(email)], "invite": invite});
        data(&sandbox, "groups/manage", change).await;
    }
    sandbox.control("falkor", "activate", &json!({"email": active})).unwrap();
    let days = |days: u64| Duration::from_secs(days * 24 * 60 * 60);
    for (by, want) in [
        (Duration::ZERO, "Active Pending Pending"),
        (Duration::from_secs(59), "Active Pending Pending"),
        (Duration::from_secs(1), "Active Notified Pending"),
        (days(26) - Duration::from_secs(1), "Active Notified Pending"),
        (Duration::from_secs(1), "Active Nudged Pending"),
        (days(2), "Active Expired Pending"),
    ] {
        sandbox.advance(by);
        // In the order of addresses.
        assert_eq!(invitations(&sandbox, &[asked, active, never]).await, want, "{by:?}");
    }
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    set(&sandbox, |settings| (settings.invite_after, settings.nudge_after) = (300, 27));
    data(&sandbox, "groups/insert", json!({"groups": ["Pilots"], "user": somebody(asked)})).await;
    for (by, want) in [
        (Duration::from_secs(299), "Pending"),
        (Duration::from_secs(1), "Notified"),
        (days(26), "Notified"),
        (days(1), "Nudged"),
    ] {
        sandbox.advance(by);
        assert_eq!(invitations(&sandbox, &[asked]).await, want, "{by:?}");
    }
    let problem = sandbox.control("falkor", "activate", &json!({"email": "nobody@example.org"})).unwrap_err();
    assert_eq!(problem, "there is no user nobody@example.org");
}
