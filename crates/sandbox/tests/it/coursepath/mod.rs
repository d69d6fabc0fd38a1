//! Coursepath: its contract and every setting.

mod wire;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use hmac::{Hmac, KeyInit, Mac};
use http::{Method, Request};
use serde_json::{Value, json};
use sha2::Sha256;
use tassel_core::transport::Transport;
use tassel_sandbox::coursepath::{API_KEY, DuplicateEmail, Envelope, JWT_SECRET, OWNER};
use tassel_sandbox::{Sandbox, Settings, TrailingQuota};

use crate::support::whole;

/// The status and the body of an answer; a body that is not JSON becomes a JSON string.
async fn ask_as(sandbox: &Sandbox, bearer: &str, method: &str, path: &str, body: &str) -> (u16, Value) {
    let request = Request::builder()
        .method(method.parse::<Method>().unwrap())
        .uri(format!("https://academy.example.org/api/v1{path}"))
        .header("authorization", format!("Bearer {bearer}"))
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap();
    let answer = whole(sandbox.coursepath().send(request).await.unwrap()).await;
    let text = String::from_utf8(answer.body().to_vec()).unwrap();
    (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or_else(|_| json!(text)))
}

async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: &str) -> (u16, Value) {
    ask_as(sandbox, API_KEY, method, path, body).await
}

/// A token with a header, claims and a signature.
fn token(header: &Value, claims: &Value, secret: &str) -> String {
    let signed = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims.to_string())
    );
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(signed.as_bytes());
    format!("{signed}.{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

#[tokio::test(start_paused = true)]
async fn authentication() {
    let sandbox = Sandbox::new();
    let now = sandbox.now().as_second();
    let head = json!({"typ": "JWT", "alg": "HS256"});
    let claims = |jti: Value, iat: i64| json!({"jti": jti, "iat": iat, "email": OWNER});
    let signed = |claims: Value| token(&head, &claims, JWT_SECRET);
    for (label, bearer, status, words) in [
        ("the key", API_KEY.to_owned(), 200, ""),
        ("another key", "k".to_owned(), 401, "the key is not known"),
        ("the secret", JWT_SECRET.to_owned(), 401, "the key is not known"),
        ("a token", signed(claims(json!(1), now)), 200, ""),
        ("the same token id again", signed(claims(json!(1), now - 1)), 401, "was used before"),
        ("a token id as text", signed(claims(json!("two"), now)), 200, ""),
        ("the oldest", signed(claims(json!(3), now - 180)), 200, ""),
        ("too old", signed(claims(json!(4), now - 181)), 401, "too old"),
        ("the newest", signed(claims(json!(5), now + 30)), 200, ""),
        ("too new", signed(claims(json!(6), now + 31)), 401, "not of this time"),
        (
            "signed with the key",
            token(&head, &claims(json!(7), now), API_KEY),
            401,
            "the signature is not right",
        ),
        (
            "another algorithm",
            token(&json!({"typ": "JWT", "alg": "none"}), &claims(json!(8), now), JWT_SECRET),
            401,
            "not signed with HS256",
        ),
        ("no token id", signed(json!({"iat": now, "email": OWNER})), 401, "jti is missing"),
        (
            "no `iat`, but `exp`",
            signed(json!({"jti": 9, "exp": now + 60, "email": OWNER})),
            401,
            "iat is missing",
        ),
        ("no address", signed(json!({"jti": 10, "iat": now})), 401, "email is missing"),
        (
            "an unknown address",
            signed(json!({"jti": 11, "iat": now, "email": "no@example.org"})),
            401,
            "not known",
        ),
        ("not a token", "a.b.c".to_owned(), 401, "header cannot be read"),
    ] {
        let (answered, body) = ask_as(&sandbox, &bearer, "GET", "/members/me", "").await;
        assert_eq!(answered, status, "{label}: {body}");
        assert!(
            words.is_empty() || body["error"]["message"].as_str().unwrap().contains(words),
            "{label}: {body}"
        );
    }
    // The maximum age is a setting; older token ids are forgotten.
    sandbox.set(|settings| settings.coursepath.iat_past = 10);
    let (status, _) = ask_as(&sandbox, &signed(claims(json!(12), now - 11)), "GET", "/members/me", "").await;
    assert_eq!(status, 401);
    for (label, past, future) in [("any time", i64::MAX, i64::MAX), ("no time", i64::MIN, i64::MIN)] {
        sandbox.set(|it| (it.coursepath.iat_past, it.coursepath.iat_future) = (past, future));
        let bearer = signed(claims(json!(label), now));
        let (status, _) = ask_as(&sandbox, &bearer, "GET", "/members/me", "").await;
        assert_eq!(status, if past > 0 { 200 } else { 401 }, "{label}");
    }
}

#[tokio::test]
async fn rights_of_a_learner() {
    let sandbox = Sandbox::new();
    let mut jti = 0;
    for (label, method, path, status) in [
        ("who am I", "GET", "/members/me", 200),
        ("my own record", "GET", "/members/58713", 200),
        ("my own result", "GET", "/courses/1042/members/58713/coursemember", 200),
        ("the courses", "GET", "/courses", 200),
        ("another member's record", "GET", "/members/58714", 403),
        ("all members", "GET", "/members", 403),
        ("a change of my own record", "POST", "/members/58713", 403),
    ] {
        jti += 1;
        let claims =
            json!({"jti": jti, "iat": sandbox.now().as_second(), "email": "IMANI.okonjo@example.org"});
        let bearer = token(&json!({"typ": "JWT", "alg": "HS256"}), &claims, JWT_SECRET);
        assert_eq!(ask_as(&sandbox, &bearer, method, path, "").await.0, status, "{label}");
    }
}

#[tokio::test]
async fn members_are_created_changed_and_found() {
    let sandbox = Sandbox::new();
    let create = "email=ama.boateng%2B1%40example.org&department=Cold+Chain&country=NL";
    let (status, member) = ask(&sandbox, "POST", "/members", create).await;
    assert_eq!((status, &member["name"], &member["company"]), (201, &json!("Ama Boateng 1"), &Value::Null));
    let path = format!("/members/{}", member["id"]);
    for (label, body, field, want) in [
        ("a form", "company=Harbour+Foods", "company", json!("Harbour Foods")),
        ("JSON", r#"{"department": "Cranes"}"#, "department", json!("Cranes")),
        ("an empty value clears", "company=", "company", Value::Null),
        ("so does null", r#"{"country": null}"#, "country", Value::Null),
        ("a cleared name is made from the address", "name=", "name", json!("Ama Boateng 1")),
        ("a new address", "email=ama@example.org", "email", json!("ama@example.org")),
        ("a missing field is not changed", "", "department", json!("Cranes")),
    ] {
        let (status, member) = ask(&sandbox, "POST", &path, body).await;
        assert_eq!((status, &member[field]), (200, &want), "{label}");
    }
    for (label, query, count) in [
        ("everyone", "", 38),
        ("an address in any case", "?email=AMA@example.org", 1),
        ("the previous address", "?email=ama.boateng%2B1%40example.org", 0),
        ("a department", "?department=Cranes", 13),
        ("a department in another case", "?department=cranes", 0),
        ("two filters", "?department=Cranes&email=ama@example.org", 1),
        ("an id of mine", "?externalId=LRN-0001", 1),
        ("an unknown filter", "?shoeSize=42", 38),
        ("an offset", "?offset=30", 8),
        ("a limit", "?limit=5", 5),
        ("an invalid limit", "?limit=0", 38),
        ("an invalid offset", "?offset=x", 38),
    ] {
        let (status, members) = ask(&sandbox, "GET", &format!("/members{query}"), "").await;
        assert_eq!((status, members.as_array().unwrap().len()), (200, count), "{label}");
    }
}

#[tokio::test]
async fn rejections() {
    let sandbox = Sandbox::new();
    sandbox.set(|settings| {
        settings.coursepath.duplicate_email = DuplicateEmail::Conflict;
        settings.coursepath.group_add_creates = false;
    });
    for (label, method, path, body, status, code) in [
        ("no address", "POST", "/members", "name=x", 400, "missing_parameter"),
        ("no such address", "POST", "/members", "email=x", 400, "invalid_parameter"),
        ("not JSON", "POST", "/members", "{", 400, "invalid_parameter"),
        ("a known address", "POST", "/members", "email=Imani.Okonjo@example.org", 409, "conflict"),
        ("another's address", "POST", "/members/58714", "email=imani.okonjo@example.org", 409, "conflict"),
        ("no such member", "GET", "/members/1", "", 404, "not_found"),
        ("a member that is not a number", "GET", "/members/x", "", 404, "not_found"),
        ("no such course", "GET", "/courses/1", "", 404, "not_found"),
        ("a course taught elsewhere", "GET", "/courses/1044", "", 404, "not_found"),
        ("no such group", "GET", "/groups/1/members", "", 404, "not_found"),
        ("no such program", "POST", "/programs/1/members", "email=a@example.org", 404, "not_found"),
        ("not enrolled", "GET", "/courses/1046/members/58713/coursemember", "", 404, "not_found"),
        ("unenrol, not enrolled", "DELETE", "/courses/1046/members/58713/coursemember", "", 404, "not_found"),
        ("not in the program", "DELETE", "/programs/77/members/58713/programmember", "", 404, "not_found"),
        ("invite, not enrolled", "POST", "/courses/1046/members/58713/invite", "", 404, "not_found"),
        ("no group's name", "POST", "/members/58713/groups", "", 400, "missing_parameter"),
        ("a new group", "POST", "/members/58713/groups", "name=New", 404, "not_found"),
        ("not in the group", "DELETE", "/members/58713/groups?name=Day%20Shift", "", 404, "not_found"),
    ] {
        let (answered, body) = ask(&sandbox, method, path, body).await;
        assert_eq!((answered, &body["error"]["code"]), (status, &json!(code)), "{label}: {body}");
        assert!(body["error"]["message"].is_string(), "{label}");
    }
    assert_eq!(ask(&sandbox, "PUT", "/members/58713", "").await.0, 405);
    assert_eq!(ask(&sandbox, "GET", "/programs", "").await.0, 501);
    assert!(sandbox.requests().iter().all(|request| !request.acted), "no rejected request was acted on");
}

#[tokio::test]
async fn courses_programs_and_groups_have_state() {
    let sandbox = Sandbox::new();
    let result = "/courses/1046/members/58713/coursemember";
    for (label, method, path, body, status, want) in [
        ("enrol", "POST", result, "", 200, json!({"success": null})),
        ("enrol again", "POST", result, "", 200, json!({"success": null})),
        ("the result", "GET", result, "", 200, json!({"completed": null, "certificate": null})),
        (
            "invite",
            "POST",
            "/courses/1046/members/58713/invite",
            r#"{"mail": {"subject": "Hi"}}"#,
            200,
            json!({}),
        ),
        ("unenrol", "DELETE", result, "", 204, json!("")),
        ("unenrol again", "DELETE", result, "", 404, json!({})),
        (
            "into a program",
            "POST",
            "/programs/77/members/58713/programmember",
            "",
            200,
            json!({"programId": 77}),
        ),
        ("invite to it", "POST", "/programs/77/members/58713/invite", "mail[body]=Come", 200, json!({})),
        ("out of it", "DELETE", "/programs/77/members/58713/programmember", "", 204, json!("")),
        ("invite to the academy", "POST", "/members/58713/invite", "mail%5Baction%5D=Go", 200, json!({})),
        ("into a new group", "POST", "/members/58713/groups", "name=Divers", 200, json!({"name": "Divers"})),
        ("out of it, by the body", "DELETE", "/members/58713/groups", "name=Divers", 204, json!("")),
        ("out of all", "DELETE", "/members/58713/groups", "", 204, json!("")),
        ("out of all again", "DELETE", "/members/58713/groups", "", 204, json!("")),
        ("no groups", "GET", "/members/58713/groups", "", 200, json!([])),
    ] {
        let (answered, body) = ask(&sandbox, method, path, body).await;
        assert_eq!(answered, status, "{label}: {body}");
        match &want {
            Value::Object(fields) => {
                fields.iter().for_each(|(name, it)| assert_eq!(&body[name], it, "{label}: {body}"));
            }
            want => assert_eq!(&body, want, "{label}"),
        }
    }
    let outbox = sandbox.control("coursepath", "outbox", &Value::Null).unwrap();
    let said: Vec<_> = outbox
        .as_array()
        .unwrap()
        .iter()
        .map(|mail| (&mail["subject"], &mail["body"], &mail["action"]))
        .collect();
    assert_eq!(said[0], (&json!("Hi"), &json!("You are invited to course 1046."), &json!("Activate")));
    assert_eq!((said[1].1, said[2].2, said.len()), (&json!("Come"), &json!("Go"), 3));
}

#[tokio::test]
async fn a_course_is_finished_by_a_control() {
    let sandbox = Sandbox::new();
    let finish = |body: Value| sandbox.control("coursepath", "finish_course", &body);
    ask(&sandbox, "POST", "/courses/1046/members/58713/coursemember", "").await;
    for (label, success, certificate) in [("failed", false, false), ("passed", true, true)] {
        finish(json!({"course": 1046, "member": 58713, "score": 71.5, "success": success})).unwrap();
        let (_, result) = ask(&sandbox, "GET", "/courses/1046/members/58713/coursemember", "").await;
        assert_eq!((&result["score"], &result["success"]), (&json!(71.5), &json!(success)), "{label}");
        assert!(result["completed"].as_str().unwrap().starts_with("2026-09-01T08:00:0"), "{label}");
        assert_eq!(result["certificate"].is_string(), certificate, "{label}");
    }
    for (label, body, words) in [
        ("nothing", json!({}), "`course` is missing"),
        ("no success", json!({"course": 1046, "member": 58713}), "`success` is missing"),
        ("not enrolled", json!({"course": 1042, "member": 58712, "success": true}), "is not in course 1042"),
    ] {
        assert!(finish(body).unwrap_err().contains(words), "{label}");
    }
    assert!(sandbox.control("coursepath", "x", &Value::Null).unwrap_err().contains("finish_program, outbox"));
    assert!(sandbox.control("x", "x", &Value::Null).unwrap_err().contains("no vendor `x`"));
}

#[tokio::test]
async fn every_setting() {
    let member = "/members/58713";
    type Row =
        (&'static str, fn(&mut Settings), &'static str, &'static str, &'static str, u16, &'static str, Value);
    let rows: [Row; 12] = [
        (
            "bare lists",
            |_| {},
            "GET",
            "/groups?limit=1",
            "",
            200,
            "",
            json!([{"id": 310, "name": "Night Shift"}]),
        ),
        (
            "named lists",
            |it| it.coursepath.list_envelope = Envelope::Named,
            "GET",
            "/groups?limit=1",
            "",
            200,
            "",
            json!({"groups": [{"id": 310, "name": "Night Shift"}]}),
        ),
        (
            "lists under data",
            |it| it.coursepath.list_envelope = Envelope::Data,
            "GET",
            "/groups?limit=1&offset=1",
            "",
            200,
            "/offset",
            json!(1),
        ),
        (
            "wrapped objects",
            |it| it.coursepath.wrap_objects = true,
            "GET",
            member,
            "",
            200,
            "/member/id",
            json!(58713),
        ),
        ("creation has 201", |_| {}, "POST", "/members", "email=a@b", 201, "/email", json!("a@b")),
        (
            "plain successes",
            |it| it.coursepath.plain_200 = true,
            "POST",
            "/members",
            "email=a@b",
            200,
            "/email",
            json!("a@b"),
        ),
        (
            "plain removals",
            |it| it.coursepath.plain_200 = true,
            "DELETE",
            "/members/58713/groups",
            "",
            200,
            "",
            json!({}),
        ),
        (
            "empty bodies",
            |it| it.coursepath.empty_bodies = true,
            "POST",
            "/members",
            "email=a@b",
            201,
            "",
            json!(""),
        ),
        (
            "reads are not empty",
            |it| it.coursepath.empty_bodies = true,
            "GET",
            member,
            "",
            200,
            "/id",
            json!(58713),
        ),
        (
            "the existing member",
            |_| {},
            "POST",
            "/members",
            "email=imani.okonjo@example.org&name=X",
            200,
            "/name",
            json!("Imani Okonjo"),
        ),
        (
            "the existing member, changed",
            |it| it.coursepath.duplicate_email = DuplicateEmail::Upsert,
            "POST",
            "/members",
            "email=imani.okonjo@example.org&name=X",
            200,
            "/name",
            json!("X"),
        ),
        (
            "another key",
            |it| it.coursepath.api_key = "k".to_owned(),
            "GET",
            member,
            "",
            401,
            "/error/code",
            json!("unauthorized"),
        ),
    ];
    for (label, set, method, path, body, status, pointer, want) in rows {
        let sandbox = Sandbox::new();
        sandbox.set(set);
        let (answered, body) = ask(&sandbox, method, path, body).await;
        assert_eq!((answered, body.pointer(pointer)), (status, Some(&want)), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_optional_quota() {
    let sandbox = Sandbox::new();
    sandbox.set(|it| it.coursepath.quota = Some(TrailingQuota { limit: 2, seconds: 10 }));
    let mut statuses = Vec::new();
    for seconds in [0, 0, 4, 7] {
        tokio::time::advance(std::time::Duration::from_secs(seconds)).await;
        statuses.push(ask(&sandbox, "GET", "/courses", "").await.0);
    }
    assert_eq!(statuses, [200, 200, 429, 200]);
}
