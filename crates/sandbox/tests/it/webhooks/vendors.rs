//! The events of calls and controls, byte for byte.

use hmac::{Hmac, KeyInit, Mac};
use http::HeaderMap;
use serde_json::{Value, json};
use sha2::Sha256;
use tassel_core::transport::Transport;
use tassel_sandbox::falkor::WEBHOOK_SECRET;
use tassel_sandbox::{Fault, FaultKind, Sandbox, Start, Webhook};

use super::{URL, ask, bodies};

#[tokio::test]
async fn events_of_coursepath_calls() {
    let new = "email=obi.fenn@example.org";
    let one = |course: u32, member: u32| format!("/courses/{course}/members/{member}/coursemember");
    let program = |member: u32| format!("/programs/77/members/{member}/programmember");
    // The first new member of a sandbox has the id 60001; 58713 is in course 1042 and program 78.
    for (label, calls, want) in [
        ("a member", vec![("POST", "/members".to_owned(), new, 201)], vec![]),
        (
            "a member in a course",
            vec![("POST", "/courses/1043/members".to_owned(), new, 201)],
            vec!["courseId=1043&memberId=60001&event=COURSEMEMBER_CREATED"],
        ),
        (
            "the same again",
            vec![
                ("POST", "/courses/1043/members".to_owned(), new, 201),
                ("POST", "/courses/1043/members".to_owned(), new, 200),
            ],
            vec!["courseId=1043&memberId=60001&event=COURSEMEMBER_CREATED"],
        ),
        (
            "a member in a program",
            vec![("POST", "/programs/77/members".to_owned(), new, 201)],
            vec!["programId=77&memberId=60001&event=PROGRAMMEMBER_CREATED"],
        ),
        (
            "enrolled, twice",
            vec![("POST", one(1043, 58713), "", 200), ("POST", one(1043, 58713), "", 200)],
            vec!["courseId=1043&memberId=58713&event=COURSEMEMBER_CREATED"],
        ),
        (
            "removed, twice",
            vec![("DELETE", one(1042, 58713), "", 204), ("DELETE", one(1042, 58713), "", 404)],
            vec!["courseId=1042&memberId=58713&event=COURSEMEMBER_DELETED"],
        ),
        (
            "enrolled anew",
            vec![("DELETE", one(1042, 58713), "", 204), ("POST", one(1042, 58713), "", 200)],
            vec![
                "courseId=1042&memberId=58713&event=COURSEMEMBER_DELETED",
                "courseId=1042&memberId=58713&event=COURSEMEMBER_CREATED",
            ],
        ),
        (
            "in a program and out of it",
            vec![
                ("POST", program(58713), "", 200),
                ("POST", program(58713), "", 200),
                ("DELETE", program(58713), "", 204),
                ("DELETE", program(58713), "", 404),
            ],
            vec![
                "programId=77&memberId=58713&event=PROGRAMMEMBER_CREATED",
                "programId=77&memberId=58713&event=PROGRAMMEMBER_DELETED",
            ],
        ),
        ("nobody", vec![("POST", one(1043, 1), "", 404)], vec![]),
        ("nowhere", vec![("POST", "/courses/1/members".to_owned(), new, 404)], vec![]),
        (
            "reading",
            vec![("GET", one(1042, 58713), "", 200), ("GET", "/members".to_owned(), "", 200)],
            vec![],
        ),
        ("inviting", vec![("POST", "/members/58713/invite".to_owned(), "", 200)], vec![]),
        ("changing", vec![("POST", "/members/58713".to_owned(), "company=X", 200)], vec![]),
    ] {
        let sandbox = Sandbox::new();
        sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
        for (method, path, body, status) in calls {
            assert_eq!(ask(&sandbox, method, &path, body).await, status, "{label}: {method} {path}");
        }
        assert_eq!(bodies(&sandbox.deliveries()), want, "{label}");
        for delivery in sandbox.deliveries() {
            let content_type = "application/x-www-form-urlencoded";
            assert_eq!(delivery.headers.len(), 1, "{label}: it is not signed");
            assert_eq!(delivery.headers["content-type"], content_type, "{label}");
            assert!(want[0].ends_with(delivery.event) || want[1].ends_with(delivery.event), "{label}");
        }
    }
}

#[test]
fn events_of_coursepath_controls() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
    for (label, control, body, want) in [
        (
            "passed",
            "finish_course",
            json!({"course": 1042, "member": 58713, "score": 87, "success": true}),
            Ok("courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED"),
        ),
        (
            "failed",
            "finish_course",
            json!({"course": 1042, "member": 58713, "success": false}),
            Ok("courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED"),
        ),
        (
            "a program",
            "finish_program",
            json!({"program": 78, "member": 58713}),
            Ok("programId=78&memberId=58713&event=PROGRAMMEMBER_COMPLETED"),
        ),
        (
            "not in the program",
            "finish_program",
            json!({"program": 77, "member": 58713}),
            Err("member 58713 is not in program 77"),
        ),
        (
            "not in the course",
            "finish_course",
            json!({"course": 1043, "member": 58713, "success": true}),
            Err("member 58713 is not in course 1043"),
        ),
        (
            "no program",
            "finish_program",
            json!({"member": 58713}),
            Err("`program` is missing, or not a whole number"),
        ),
    ] {
        let before = sandbox.deliveries().len();
        let result = sandbox.control("coursepath", control, &body).map(|_| ());
        let sent = bodies(&sandbox.deliveries()[before..]);
        match want {
            Ok(want) => assert_eq!((result, sent), (Ok(()), vec![want.to_owned()]), "{label}"),
            Err(want) => assert_eq!((result, sent), (Err(want.to_owned()), vec![]), "{label}"),
        }
    }
}

/// An event is emitted if the vendor has acted, even if its answer is lost.
#[tokio::test]
async fn events_follow_the_vendors_action() {
    for (label, fault, happened) in [
        ("lost before", Fault::new(FaultKind::DropBefore), false),
        ("lost after", Fault::new(FaultKind::DropAfter), true),
        ("500", Fault::status(500), false),
        ("500 after it acted", Fault { acted: true, ..Fault::status(500) }, true),
        ("cut short", Fault::new(FaultKind::Truncate), true),
    ] {
        let sandbox = Sandbox::new();
        sandbox.register_webhook(Webhook::new("coursepath", URL)).unwrap();
        sandbox.fault(fault).unwrap();
        ask(&sandbox, "POST", "/courses/1043/members/58713/coursemember", "").await;
        assert_eq!(sandbox.deliveries().len(), usize::from(happened), "{label}");
    }
}

fn is_signed(headers: &HeaderMap, name: &str, body: &[u8], secret: &str) -> bool {
    let Some(digits) = headers[name].to_str().unwrap().strip_prefix("sha256=") else { return false };
    let bytes: Option<Vec<u8>> =
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).ok()).collect();
    let key = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    bytes.is_some_and(|bytes| key.chain_update(body).verify_slice(&bytes).is_ok())
}

#[tokio::test(start_paused = true)]
async fn events_of_falkor_controls() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("falkor", URL)).unwrap();
    let enrolments = r#"{"type":"enrolments","data":{"pathway":{"name":"Ready for the Quay","ID":"FA-QUAY-71RD"},"enrolments":[{"firstname":"Imani","lastname":"Okonjo","email":"imani.okonjo@example.org","country":"Netherlands","city":"Rotterdam","status":{"#;
    let events = r#"{"type":"events","data":{"pathway":{"name":"Ready for the Quay","ID":"FA-QUAY-71RD"},"events":[{"ID":"FABK-PDAY-38WE","type":"event","name":"Practical Day","start":"2026-10-15T09:00:00+02:00","end":"2026-10-15T16:00:00+02:00","venue":{"place":"Quay 4","location":"Rotterdam NL"},"#;
    let person = r#""firstname":"Imani","lastname":"Okonjo","email":"imani.okonjo@example.org","country":"Netherlands","city":"Rotterdam""#;
    let imani = |extra: Value| {
        let mut body = json!({"email": "Imani.Okonjo@example.org"});
        body.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        body
    };
    let mut guid = String::new();
    for (label, control, body, want) in [
        (
            "starts",
            "progress",
            imani(json!({"progress": 0})),
            format!(
                r#"{enrolments}"level":1,"state":"In Progress","progress":0,"version":"1.2.0","timestamp":"2026-09-01T10:00:00+02:00","joined":"2026-09-01T10:00:00+02:00"}}}}]}}}}"#
            ),
        ),
        (
            "continues",
            "progress",
            imani(json!({"progress": 62.5})),
            format!(
                r#"{enrolments}"level":2,"state":"In Progress","progress":62.5,"version":"1.2.0","timestamp":"2026-09-01T10:01:00+02:00","joined":"2026-09-01T10:00:00+02:00"}}}}]}}}}"#
            ),
        ),
        (
            "completes",
            "progress",
            imani(json!({"progress": 100})),
            format!(
                r#"{enrolments}"level":3,"state":"Complete","progress":100,"version":"1.2.0","timestamp":"2026-09-01T10:02:00+02:00","joined":"2026-09-01T10:00:00+02:00"}}}}]}}}}"#
            ),
        ),
        (
            "registers",
            "book",
            imani(json!({})),
            format!(
                r#"{events}"available":11,"booked":1,"attendees":[{{"guid":"GUID","state":"booked",{person}}}]}}]}}}}"#
            ),
        ),
        (
            "checks in",
            "check_in",
            imani(json!({})),
            format!(
                r#"{events}"available":11,"booked":1,"attendees":[{{"guid":"GUID","state":"attended",{person}}}]}}]}}}}"#
            ),
        ),
        (
            "a voucher",
            "reward",
            imani(json!({})),
            format!(
                r#"{{"type":"rewards","data":{{"pathway":{{"name":"Ready for the Quay","ID":"FA-QUAY-71RD"}},"rewards":[{{"ID":"FARE-LNCH-02KC","name":"Canteen Lunch","vouchers":[{{"guid":"GUID",{person},"state":"notified","expires":"never"}}]}}]}}}}"#
            ),
        ),
    ] {
        sandbox.control("falkor", control, &body).unwrap();
        tokio::time::advance(std::time::Duration::from_secs(60)).await;
        let delivery = sandbox.deliveries().pop().unwrap();
        let body = String::from_utf8(delivery.body.to_vec()).unwrap();
        if let Some(at) = body.find(r#""guid":""#) {
            guid = body[at + 8..at + 44].to_owned();
        }
        assert_eq!(body, want.replace("GUID", &guid), "{label}");
        assert!(body.starts_with(&format!(r#"{{"type":"{}""#, delivery.event)), "{label}");
        let headers = &delivery.headers;
        assert_eq!((headers.len(), &headers["content-type"]), (2, &"application/json".parse().unwrap()));
        assert!(is_signed(headers, "falkor-webhook-signature", &delivery.body, WEBHOOK_SECRET), "{label}");
    }
    assert_eq!(sandbox.deliveries().len(), 6, "one for each control");
}

/// Users of the academy, without the first.
const OTHERS: [&str; 12] = [
    "rafael.lindqvist@example.org",
    "siobhan.nidhomhnaill@example.org",
    "hanh.nguyen@example.org",
    "zofia.wojcik@example.org",
    "kwame.asante@example.org",
    "meiling.cheung@example.org",
    "tane.rawiri@example.org",
    "priya.venkataraman@example.org",
    "joao.figueiredo@example.org",
    "astrid.bjornsdottir@example.org",
    "olumide.adebayo@example.org",
    "yuki.hasegawa@example.org",
];

#[test]
fn invalid_falkor_controls() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("falkor", URL)).unwrap();
    let email = "imani.okonjo@example.org";
    for (label, control, body, want) in [
        ("nobody", "reward", json!({"email": "no@example.org"}), "there is no user no@example.org"),
        ("no address", "book", json!({}), "`email` is missing"),
        (
            "no progress",
            "progress",
            json!({"email": email}),
            "`progress` is missing, or not a number from 0 to 100",
        ),
        ("too far", "progress", json!({"email": email, "progress": 101}), "not a number from 0 to 100"),
        (
            "checks in without booking",
            "check_in",
            json!({"email": email}),
            "has not booked; let them `book` first",
        ),
    ] {
        let problem = sandbox.control("falkor", control, &body).unwrap_err();
        assert!(problem.contains(want), "{label}: {problem}");
    }
    assert!(sandbox.deliveries().is_empty());
    for (control, error) in
        [("book", None), ("book", Some("done that")), ("check_in", None), ("check_in", Some("done that"))]
    {
        let result = sandbox.control("falkor", control, &json!({"email": email}));
        assert_eq!(result.is_err(), error.is_some(), "{control}: {result:?}");
    }
    for (place, email) in OTHERS.iter().enumerate() {
        let result = sandbox.control("falkor", "book", &json!({"email": email}));
        let full = "all 12 places are booked";
        assert_eq!(result.err(), (place >= 11).then(|| full.to_owned()), "{email}");
    }
}

#[test]
fn settings_of_falkor_events() {
    let (imani, zofia) =
        (json!({"email": "imani.okonjo@example.org"}), json!({"email": "zofia.wojcik@example.org"}));
    let data = |sandbox: &Sandbox| -> Value {
        let body = sandbox.deliveries().pop().unwrap().body;
        serde_json::from_slice::<Value>(&body).unwrap()["data"].take()
    };
    for all in [false, true] {
        let sandbox = Sandbox::new();
        sandbox.register_webhook(Webhook::new("falkor", URL)).unwrap();
        sandbox.set(|settings| settings.falkor.webhooks_tell_all = all);
        let count = |value: &Value| value.as_array().unwrap().len();
        for who in [&imani, &zofia] {
            let mut progress = who.clone();
            progress["progress"] = json!(10);
            sandbox.control("falkor", "progress", &progress).unwrap();
        }
        assert_eq!(count(&data(&sandbox)["enrolments"]), 1 + usize::from(all));
        for who in [&imani, &zofia] {
            sandbox.control("falkor", "book", who).unwrap();
        }
        assert_eq!(count(&data(&sandbox)["events"][0]["attendees"]), 1 + usize::from(all));
        assert_eq!(data(&sandbox)["events"][0]["booked"], 2);
        for who in [&imani, &zofia] {
            sandbox.control("falkor", "reward", who).unwrap();
        }
        assert_eq!(count(&data(&sandbox)["rewards"][0]["vouchers"]), 1 + usize::from(all));
    }
    let sandbox = Sandbox::start(Start { seed: 3, empty: false });
    sandbox.register_webhook(Webhook::new("falkor", URL).secret("mine")).unwrap();
    sandbox.control("falkor", "reward", &zofia).unwrap();
    assert_eq!(data(&sandbox)["rewards"][0]["vouchers"][0].get("country"), None, "she does not share it");
    sandbox.set(|settings| {
        settings.falkor.masked_locations = true;
        settings.falkor.platform = "ByteKast".to_owned();
    });
    sandbox.control("falkor", "reward", &zofia).unwrap();
    assert_eq!(data(&sandbox)["rewards"][0]["vouchers"][0]["country"], "********");
    let delivery = sandbox.deliveries().pop().unwrap();
    assert!(is_signed(&delivery.headers, "bytekast-webhook-signature", &delivery.body, "mine"));
    assert_eq!(delivery.headers.get("falkor-webhook-signature"), None);
}

/// A call sends no event, unless the settings say so.
#[tokio::test]
async fn falkor_calls_send_no_events() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("falkor", URL)).unwrap();
    let request = http::Request::post("https://account.example.org/v1/groups/manage")
        .header("authorization", format!("Basic {}", tassel_sandbox::falkor::TOKEN))
        .body(r#"{"group": "x", "remove": ["imani.okonjo@example.org"]}"#.into())
        .unwrap();
    assert_eq!(sandbox.falkor().send(request).await.unwrap().status(), 200);
    for control in ["award", "deliver"] {
        let body = json!({"email": "imani.okonjo@example.org", "story": "Crane Signals"});
        sandbox.control("falkor", control, &body).unwrap();
    }
    assert!(sandbox.deliveries().is_empty());
}
