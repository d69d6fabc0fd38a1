//! Single credentials, groups and the issuer.

use serde_json::{Value, json};
use tassel_sandbox::accredible::{API_KEY, DeletedIdPolicy, TakenIdPolicy};
use tassel_sandbox::{Sandbox, TrailingQuota};

use crate::support::{ask, create, new, request, send};

const DUPLICATE: &str = "has already been taken. Your group settings do not allow duplicates of this credential to be \
                         sent to the same email.";

#[tokio::test]
async fn authentication() {
    let sandbox = Sandbox::new();
    for (label, header, status) in [
        ("as documented", format!("Token token={API_KEY}"), 200),
        ("in quotes", format!("Token token=\"{API_KEY}\""), 200),
        ("without a name", format!("Token {API_KEY}"), 200),
        ("as a bearer", format!("Bearer {API_KEY}"), 200),
        ("bare", API_KEY.to_owned(), 401),
        ("wrong", "Token token=wrong".to_owned(), 401),
        ("empty", String::new(), 401),
    ] {
        let mut request = request("GET", "/v1/issuer/details", "");
        request.headers_mut().insert("authorization", header.parse().unwrap());
        let answer = send(&sandbox, request).await;
        assert_eq!(answer.status(), status, "{label}");
        if status == 401 {
            assert_eq!(answer.body().as_ref(), b"HTTP Token: Access denied.\n", "{label}");
            assert!(answer.headers()["content-type"].to_str().unwrap().starts_with("text/plain"), "{label}");
        }
    }
}

#[tokio::test]
async fn credentials_are_created_read_changed_and_deleted() {
    let sandbox = Sandbox::new();
    let given = json!({
        "id": "HS-1", "recipient": {"name": "Sam", "email": "Sam@Example.org", "id": "S1", "meta_data": {"a": "b"}},
        "group_id": "34", "issued_on": "14/06/2026", "custom_attributes": {"berth": "14B"}, "meta_data": {"batch": "x"},
        "evidence_items": [{"description": "Grade", "category": "grade", "string_object": "83"}, {"description": "Log", "category": "file", "file": "https://files.example.org/log.pdf"}],
        "references": [{"description": "Well done.", "relationship": "managed", "referee": {"name": "Tomasz"}}],
    });
    let (status, created) = create(&sandbox, given).await;
    assert_eq!(status, 200, "{created}");
    let credential = &created["credential"];
    assert_eq!(credential["id"], "HS-1");
    assert!(credential["accredible_internal_id"].is_u64());
    assert_eq!(credential["recipient"]["id"], "S1");
    assert_eq!(
        (&credential["issued_on"], &credential["expired_on"]),
        (&json!("2026-06-14"), &json!("2028-06-14"))
    );
    assert_eq!((&credential["name"], &credential["approve"]), (&json!("Harbour Safety"), &json!(true)));
    assert_eq!(credential["evidence_items"][0]["type"], "grade");
    assert_eq!(credential["evidence_items"][0]["string_object"], json!({"grade": 83}));
    assert_eq!(credential["evidence_items"][1]["link_url"], "https://files.example.org/log.pdf");
    assert_eq!(credential["references"][0]["referee"]["name"], "Tomasz");

    let number = credential["accredible_internal_id"].to_string();
    for id in ["HS-1", &number] {
        assert_eq!(
            ask(&sandbox, "GET", &format!("/v1/credentials/{id}"), Value::Null).await,
            (200, created.clone()),
            "{id}"
        );
    }
    let changes = json!({"credential": {"name": "Harbour", "expired_on": null, "recipient": {"phone_number": "+14155550142"}}});
    let (status, updated) = ask(&sandbox, "PUT", "/v1/credentials/HS-1", changes).await;
    let credential = &updated["credential"];
    assert_eq!(
        (status, &credential["name"], &credential["expired_on"]),
        (200, &json!("Harbour"), &Value::Null)
    );
    assert!(credential["recipient"]["id"].is_u64(), "a number in this form");
    assert_eq!(credential["recipient"]["name"], "Sam", "a missing field is not changed");
    let (status, deleted) = ask(&sandbox, "DELETE", "/v1/credentials/HS-1", Value::Null).await;
    assert_eq!((status, &deleted["credential"]["name"]), (200, &json!("Harbour")));
    for method in ["GET", "PUT", "DELETE"] {
        let (status, body) = ask(&sandbox, method, "/v1/credentials/HS-1", json!({"credential": {}})).await;
        let words = json!({"success": false, "data": "No credential with the id given in your account"});
        assert_eq!((status, body), (404, words), "{method}");
    }
}

#[tokio::test]
async fn rejections() {
    let sandbox = Sandbox::new();
    let blank = "can't be blank";
    let with = |change: fn(&mut Value)| {
        let mut credential = new("somebody@example.org");
        change(&mut credential);
        credential
    };
    for (label, credential, status, words) in [
        ("nothing", json!({}), 422, json!("Can not create credential without recipient data")),
        (
            "no recipient",
            with(|c| c["recipient"] = json!(null)),
            422,
            json!("Can not create credential without recipient data"),
        ),
        ("no name", with(|c| c["recipient"]["name"] = json!(" ")), 422, json!({"recipient_name": [blank]})),
        (
            "no address",
            with(|c| c["recipient"]["email"] = json!(null)),
            422,
            json!({"recipient_email": [blank]}),
        ),
        (
            "not an address",
            with(|c| c["recipient"]["email"] = json!("somebody")),
            422,
            json!({"recipient_email": ["is invalid"]}),
        ),
        ("no group", with(|c| c["group_id"] = json!(null)), 422, json!("Invalid Group")),
        ("no such group", with(|c| c["group_id"] = json!(999)), 422, json!("Invalid Group")),
        (
            "no such group by name",
            json!({"recipient": {"name": "a", "email": "a@b.org"}, "group_name": "x"}),
            422,
            json!("Invalid Group"),
        ),
        (
            "a group without a course name",
            with(|c| c["group_id"] = json!(51)),
            422,
            json!({"course_name": [blank], "course_description": [blank]}),
        ),
        ("no date", with(|c| c["issued_on"] = json!("tomorrow")), 422, json!({"issued_on": ["is invalid"]})),
        (
            "no such day",
            with(|c| c["expired_on"] = json!("2026-02-30")),
            422,
            json!({"expired_on": ["is invalid"]}),
        ),
        (
            "evidence without a title",
            with(|c| c["evidence_items"] = json!([{"category": "url"}])),
            422,
            json!({"evidence_items.description": [blank]}),
        ),
        (
            "a second one",
            with(|c| c["recipient"]["email"] = json!("IMANI.okonjo@example.org")),
            422,
            json!({"recipient_email": [DUPLICATE], "credential": [DUPLICATE]}),
        ),
    ] {
        assert_eq!(create(&sandbox, credential).await, (status, json!({"errors": words})), "{label}");
    }
    for (label, body) in [("not JSON", "{"), ("not an object", "[]"), ("empty", "")] {
        let answer = send(&sandbox, request("POST", "/v1/credentials", body)).await;
        assert_eq!(answer.status(), 400, "{label}");
    }
    let by_name = json!({"recipient": {"name": "a", "email": "a@b.org"}, "group_name": "drills"});
    assert_eq!(create(&sandbox, by_name.clone()).await.0, 200, "by the group's name");
    assert_eq!(create(&sandbox, by_name).await.0, 200, "this group allows duplicates");
}

#[tokio::test]
async fn duplicate_own_ids() {
    let own = |email: &str| {
        let mut credential = new(email);
        credential["id"] = json!("HS-1");
        credential
    };
    let sandbox = Sandbox::new();
    assert_eq!(create(&sandbox, own("a@example.org")).await.0, 200);
    assert_eq!(
        create(&sandbox, own("b@example.org")).await,
        (422, json!({"errors": {"id": ["has already been taken"]}}))
    );
    sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Overwrites);
    assert_eq!(create(&sandbox, own("b@example.org")).await.0, 200);
    let (_, read) = ask(&sandbox, "GET", "/v1/credentials/HS-1", Value::Null).await;
    assert_eq!(read["credential"]["recipient"]["email"], "b@example.org");
}

#[tokio::test]
async fn a_second_credential_with_the_same_own_id() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
    let own = |group: u64| {
        let mut credential = new("a@example.org");
        credential["id"] = json!("HS-1");
        credential["group_id"] = json!(group);
        credential
    };
    let number = |created: &Value| created["credential"]["accredible_internal_id"].to_string();
    let (_, first) = create(&sandbox, own(34)).await;
    let (status, refused) = create(&sandbox, own(34)).await;
    assert_eq!((status, &refused["errors"]["recipient_email"]), (422, &json!([DUPLICATE])), "by the group");
    let (status, second) = create(&sandbox, own(50)).await;
    assert_eq!(status, 200, "the group allows duplicates");
    let (status, third) = create(&sandbox, own(50)).await;
    assert_eq!(status, 200, "and again");
    let numbers = [number(&first), number(&second), number(&third)];
    let mut named = new("b@example.org");
    named["id"] = json!(numbers[0]);
    assert_eq!(create(&sandbox, named).await.0, 422, "the number of another credential stays refused");

    let found = || async {
        let search = json!({"query": {"license_id": "HS-1"}});
        let (_, found) = ask(&sandbox, "POST", "/v2/credentials/search", search).await;
        let (_, listed) = ask(&sandbox, "GET", "/v1/all_credentials?license_id=HS-1", Value::Null).await;
        assert_eq!(found["meta"]["count"], listed["meta"]["total_count"]);
        let found = found["credentials"].as_array().unwrap();
        found.iter().map(|found| found["id"].to_string()).collect::<Vec<_>>()
    };
    assert_eq!(found().await, numbers);
    let read = async |id: &str| {
        let (_, read) = ask(&sandbox, "GET", &format!("/v1/credentials/{id}"), Value::Null).await;
        (number(&read), read["credential"]["name"].clone())
    };
    assert_eq!(read("HS-1").await.0, numbers[0], "the oldest");
    let change = json!({"credential": {"id": "HS-1", "name": "Another"}});
    let (status, _) = ask(&sandbox, "PUT", &format!("/v1/credentials/{}", numbers[1]), change).await;
    assert_eq!(status, 200, "it keeps its id");
    for (number, name) in numbers.iter().zip(["Harbour Safety", "Another", "Drills"]) {
        assert_eq!(read(number).await, (number.clone(), json!(name)));
    }
    ask(&sandbox, "DELETE", "/v1/credentials/HS-1", Value::Null).await;
    assert_eq!((found().await, read("HS-1").await.0), (numbers[1..].to_vec(), numbers[1].clone()));
    ask(&sandbox, "DELETE", &format!("/v1/credentials/{}", numbers[2]), Value::Null).await;
    assert_eq!((found().await, read("HS-1").await.0), (numbers[1..2].to_vec(), numbers[1].clone()));
    let rejected = json!({"credentials": [own(50), new("nobody")]});
    ask(&sandbox, "POST", "/v1/credentials/bulk_create", rejected).await;
    assert_eq!(found().await, numbers[1..2], "a rejected batch leaves none");
}

#[tokio::test]
async fn the_own_id_of_a_deleted_credential() {
    let taken = json!({"errors": {"id": ["has already been taken"]}});
    for (deleted, policy, status) in [
        (DeletedIdPolicy::Free, TakenIdPolicy::Refused, 200),
        (DeletedIdPolicy::Free, TakenIdPolicy::Second, 200),
        (DeletedIdPolicy::Taken, TakenIdPolicy::Refused, 422),
        (DeletedIdPolicy::Taken, TakenIdPolicy::Overwrites, 422),
        (DeletedIdPolicy::Taken, TakenIdPolicy::Second, 422),
    ] {
        let label = format!("{deleted:?}, {policy:?}");
        let sandbox = Sandbox::new();
        sandbox.set(|settings| {
            (settings.accredible.deleted_id, settings.accredible.taken_id) = (deleted, policy);
        });
        let own = |email: &str, id: &str| {
            let mut credential = new(email);
            credential["id"] = json!(id);
            credential
        };
        create(&sandbox, own("a@example.org", "HS-1")).await;
        create(&sandbox, own("b@example.org", "HS-2")).await;
        let rejected = json!({"credentials": [own("c@example.org", "HS-3"), new("nobody")]});
        ask(&sandbox, "POST", "/v1/credentials/bulk_create", rejected).await;
        ask(&sandbox, "DELETE", "/v1/credentials/HS-1", Value::Null).await;
        assert_eq!(ask(&sandbox, "GET", "/v1/credentials/HS-1", Value::Null).await.0, 404, "{label}");
        let rename = json!({"credential": {"id": "HS-1"}});
        let (got, answer) = ask(&sandbox, "PUT", "/v1/credentials/HS-2", rename).await;
        assert_eq!(got, status, "{label}: {answer}");
        // The rename used it up, so another one is deleted.
        ask(&sandbox, "DELETE", "/v1/credentials/HS-1", Value::Null).await;
        let (got, answer) = create(&sandbox, own("a@example.org", "HS-1")).await;
        assert_eq!(got, status, "{label}: {answer}");
        if status == 422 {
            assert_eq!(answer, taken, "{label}");
        }
        assert_eq!(create(&sandbox, own("c@example.org", "HS-3")).await.0, 200, "{label}: never made");
    }
}

#[tokio::test]
async fn null_in_an_update() {
    let sandbox = Sandbox::new();
    let (_, created) = create(&sandbox, new("a@example.org")).await;
    let path = format!("/v1/credentials/{}", created["credential"]["id"].as_str().unwrap());
    let change = json!({"credential": {"expired_on": null}});
    sandbox.set(|settings| settings.accredible.null_clears = false);
    let (_, updated) = ask(&sandbox, "PUT", &path, change.clone()).await;
    assert_eq!(updated["credential"]["expired_on"], "2028-09-01", "null is ignored");
    sandbox.set(|settings| settings.accredible.null_clears = true);
    let (_, updated) = ask(&sandbox, "PUT", &path, change).await;
    assert_eq!(updated["credential"]["expired_on"], Value::Null, "null clears");
}

#[tokio::test]
async fn credits_run_out() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.credits = 1);
    let left = || async {
        let (_, issuer) = ask(&sandbox, "GET", "/v1/issuer/details", Value::Null).await;
        issuer["issuer"]["certificate_left"].clone()
    };
    let mut hidden = new("a@example.org");
    hidden["approve"] = json!(false);
    let (_, created) = create(&sandbox, hidden).await;
    assert_eq!((&created["credential"]["approve"], left().await), (&json!(false), json!(1)), "costs nothing");
    assert_eq!(created["credential"]["certificate"]["image"]["preview"], Value::Null);
    let (_, created) = create(&sandbox, new("b@example.org")).await;
    assert_eq!((&created["credential"]["approve"], left().await), (&json!(true), json!(0)));
    let (status, created) = create(&sandbox, new("c@example.org")).await;
    assert_eq!(
        (status, &created["credential"]["approve"]),
        (200, &json!(false)),
        "created, and not published"
    );
    let path = format!("/v1/credentials/{}", created["credential"]["id"].as_str().unwrap());
    let publish = json!({"credential": {"approve": true}});
    let (_, updated) = ask(&sandbox, "PUT", &path, publish.clone()).await;
    assert_eq!(updated["credential"]["approve"], false);
    sandbox.set(|settings| settings.accredible.credits = 5);
    for _ in 0..2 {
        let (_, updated) = ask(&sandbox, "PUT", &path, publish.clone()).await;
        assert_eq!((&updated["credential"]["approve"], left().await), (&json!(true), json!(4)), "paid once");
    }
}

#[tokio::test]
async fn groups_are_searched() {
    let sandbox = Sandbox::start(tassel_sandbox::Start { seed: 3, empty: true });
    let ids = |body: Value| {
        let sandbox = sandbox.clone();
        async move {
            let (status, found) = ask(&sandbox, "POST", "/v1/issuer/groups/search", body).await;
            assert_eq!(status, 200, "{found}");
            found["groups"]
                .as_array()
                .unwrap()
                .iter()
                .map(|group| group["id"].as_u64().unwrap())
                .collect::<Vec<_>>()
        }
    };
    for (label, body, want) in [
        ("all", json!({}), vec![34, 35, 36, 37, 38, 50, 51]),
        ("by id", json!({"ids": [35, "36", 99]}), vec![35, 36]),
        ("by part of the name", json!({"name": "SAFETY"}), vec![34]),
        ("by part of the course name", json!({"course_name": "aid"}), vec![36]),
        ("by data", json!({"meta_data": {"course": "HS"}}), vec![34]),
        ("by day", json!({"start_updated_date": "2026-09-02"}), vec![]),
        ("a page", json!({"page": 2, "page_size": 3}), vec![37, 38, 50]),
        ("beyond the last page", json!({"page": 9, "page_size": 3}), vec![]),
    ] {
        assert_eq!(ids(body).await, want, "{label}");
    }
    let (status, group) = ask(&sandbox, "GET", "/v1/issuer/groups/34", Value::Null).await;
    assert_eq!((status, &group["group"]["course_name"]), (200, &json!("Harbour Safety")));
    for id in ["99", "harbour"] {
        let (status, body) = ask(&sandbox, "GET", &format!("/v1/issuer/groups/{id}"), Value::Null).await;
        assert_eq!((status, body), (404, json!({"errors": "Doesn't exist"})), "{id}");
    }
}

#[tokio::test(start_paused = true)]
async fn the_quota_is_counted() {
    for (label, quota, retry_after) in [
        ("200 in 30 seconds", TrailingQuota { limit: 200, seconds: 30 }, false),
        ("2,000 in 300 seconds", TrailingQuota { limit: 2_000, seconds: 300 }, true),
    ] {
        let sandbox = Sandbox::new();
        sandbox.set(|settings| {
            settings.accredible.quota = Some(quota);
            settings.accredible.retry_after = retry_after;
        });
        let issuer = || request("GET", "/v1/issuer/details", "");
        for _ in 0..quota.limit {
            assert_eq!(send(&sandbox, issuer()).await.status(), 200, "{label}");
        }
        tokio::time::advance(std::time::Duration::from_secs(10)).await;
        let rejected = send(&sandbox, issuer()).await;
        assert_eq!(
            (rejected.status().as_u16(), rejected.body().as_ref()),
            (429, b"Too Many Requests\n".as_slice()),
            "{label}"
        );
        let asked = rejected.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned());
        assert_eq!(asked, retry_after.then(|| (quota.seconds - 10).to_string()), "{label}");
        sandbox.advance(std::time::Duration::from_secs(quota.seconds - 10));
        assert_eq!(send(&sandbox, issuer()).await.status(), 200, "{label}");
    }
    let sandbox = Sandbox::new();
    sandbox.set(|settings| settings.accredible.quota = None);
    for _ in 0..300 {
        assert_eq!(send(&sandbox, request("GET", "/v1/issuer/details", "")).await.status(), 200);
    }
}

#[tokio::test]
async fn cached_texts_are_updated() {
    let sandbox = Sandbox::new();
    let search = json!({"query": {"recipient_email": "imani.okonjo@example.org"}});
    let (_, found) = ask(&sandbox, "POST", "/v2/credentials/search", search.clone()).await;
    let id = found["credentials"][0]["id"].clone();
    let one = format!("/v1/credentials/{id}");
    let list = "/v1/all_credentials?email=imani.okonjo@example.org";
    for name in ["Harbour Safety", "Harbour Rescue"] {
        let change = json!({"credential": {"name": name}});
        assert_eq!(ask(&sandbox, "PUT", &one, change).await.0, 200, "{name}");
        let (_, shown) = ask(&sandbox, "GET", &one, Value::Null).await;
        assert_eq!(shown["credential"]["name"], name, "one");
        for (method, path, body) in
            [("GET", list, Value::Null), ("POST", "/v2/credentials/search", search.clone())]
        {
            let (_, page) = ask(&sandbox, method, path, body).await;
            let mut credentials = page["credentials"].as_array().unwrap().iter();
            let shown = credentials.find(|credential| credential["id"] == id).unwrap();
            assert_eq!(shown["name"], name, "{path}");
        }
    }
}

#[tokio::test]
async fn unknown_paths() {
    let sandbox = Sandbox::new();
    for path in ["/v1/issuer/all_designs", "/v1/credentials/7/comments", "/", "/v3/credentials"] {
        let (status, words) = ask(&sandbox, "GET", path, Value::Null).await;
        assert_eq!(status, 501, "{path}");
        assert!(
            words.as_str().unwrap().starts_with(&format!("The sandbox does not support GET {path}. ")),
            "{words}"
        );
    }
}
