//! Pathways: enrolments, events, rewards and the web activity, and that events say what the lists say.

use serde_json::{Value, json};
use tassel_sandbox::falkor::{Locator, WEB_TOKEN};
use tassel_sandbox::{Sandbox, Start, Webhook};

use super::{IMANI, ask, data, set, somebody};

const FIRST: &str = "FA-QUAY-71RD";
const SECOND: &str = "First Week Aboard";
const RAFAEL: &str = "rafael.lindqvist@example.org";

fn count(list: &Value) -> usize {
    list.as_array().unwrap().len()
}

#[tokio::test]
async fn searches() {
    let sandbox = Sandbox::new();
    for (label, path, parameters, want) in [
        ("all", "pathways/list", json!({}), "FA-QUAY-71RD FAPW-WEEK-05DK"),
        ("an empty list", "pathways/list", json!({"pathways": []}), "FA-QUAY-71RD FAPW-WEEK-05DK"),
        ("an ID", "pathways/list", json!({"pathways": [FIRST]}), "FA-QUAY-71RD"),
        ("a name", "pathways/list", json!({"pathways": [SECOND, "Nothing"]}), "FAPW-WEEK-05DK"),
        ("the older name", "pathways/list", json!({"name": SECOND}), "FAPW-WEEK-05DK"),
        ("the older ID", "pathways/list", json!({"ID": FIRST}), "FA-QUAY-71RD"),
        ("nothing", "pathways/list", json!({"pathways": ["Nothing"]}), ""),
        ("all events", "event/list", json!({}), "FA-QUAY-71RD FAPW-WEEK-05DK"),
        ("an event", "event/list", json!({"search": ["Deck Walk"]}), "FAPW-WEEK-05DK"),
        ("an event's ID", "event/list", json!({"search": ["FABK-PDAY-38WE"]}), "FA-QUAY-71RD"),
        ("a pathway's events", "event/list", json!({"search": [SECOND]}), "FAPW-WEEK-05DK"),
        ("the older keyword", "event/list", json!({"keyword": "PRACTICAL"}), "FA-QUAY-71RD"),
        ("no such event", "event/list", json!({"search": ["deck walk"]}), ""),
        ("all rewards", "rewards/list", json!({}), "FA-QUAY-71RD FAPW-WEEK-05DK"),
        ("a reward", "rewards/list", json!({"search": ["FARE-CAPS-90LJ"]}), "FAPW-WEEK-05DK"),
        ("the older keyword, again", "rewards/list", json!({"keyword": "lunch"}), "FA-QUAY-71RD"),
    ] {
        let found = data(&sandbox, path, parameters).await;
        let found: Vec<_> =
            found.as_array().unwrap().iter().map(|it| it["pathway"]["ID"].as_str().unwrap()).collect();
        assert_eq!(found.join(" "), want, "{label}");
    }
    let empty = Sandbox::start(Start { seed: 0, empty: true });
    for (path, records) in
        [("pathways/list", "enrolments"), ("event/list", "events"), ("rewards/list", "rewards")]
    {
        let pathways = data(&empty, path, json!({})).await;
        let nobody = json!([]);
        let records = match records {
            "enrolments" => &pathways[1]["enrolments"],
            "events" => &pathways[1]["events"][0]["attendees"],
            _ => &pathways[1]["rewards"][0]["vouchers"],
        };
        assert_eq!(*records, nobody, "{path}");
    }
}

#[tokio::test]
async fn enrolments() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    let list = || async {
        data(&sandbox, "pathways/list", json!({"pathways": [SECOND]})).await[0]["enrolments"].clone()
    };
    assert_eq!(count(&list().await), 6);
    let imani = list().await.as_array().unwrap().iter().find(|it| it["email"] == IMANI).unwrap().clone();
    let want = json!({
        "firstname": "Imani", "lastname": "Okonjo", "email": IMANI, "telephone": "", "country": "Netherlands",
        "city": "Rotterdam", "groups": ["Day Crew", "Dockers"],
        "status": {
            "level": 3, "state": "Complete", "progress": 100, "version": "1.2.0",
            "timestamp": "2026-08-31T10:12:05+02:00", "joined": "2026-08-12T08:00:05+02:00",
        },
    });
    assert_eq!(imani, want);

    data(&sandbox, "groups/manage", json!({"group": "Pilots", "add": [somebody("imke@example.org")]})).await;
    let change = json!({
        "pathway": SECOND, "add": [IMANI, "yuki.hasegawa@example.org", "imke@example.org", "nobody@example.org"],
        "remove": [RAFAEL.to_uppercase(), "nobody@example.org", "nowhere"],
    });
    let message = |parameter: &str, index: u64, error: &str| json!({"parameter": parameter, "index": index, "error": error});
    let messages = json!([
        message("add", 2, "The user is not active."),
        message("add", 3, "The user is not active."),
        message("remove", 2, "The address is not valid."),
    ]);
    let want = json!({"inserts": 1, "deletes": 1, "warnings": 3, "messages": messages});
    assert_eq!(data(&sandbox, "pathways/manage", change.clone()).await, want);
    let yuki = list()
        .await
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["email"] == "yuki.hasegawa@example.org")
        .unwrap()
        .clone();
    assert_eq!(
        (&yuki["status"]["progress"], &yuki["status"]["joined"]),
        (&json!(0), &json!("2026-09-01T10:00:00+02:00"))
    );
    sandbox.control("falkor", "activate", &json!({"email": "imke@example.org"})).unwrap();
    set(&sandbox, |settings| (settings.locator, settings.counts_as_text) = (Locator::Email, true));
    let again = data(&sandbox, "pathways/manage", change).await;
    assert_eq!((&again["inserts"], &again["deletes"]), (&json!("1"), &json!("0")));
    assert_eq!(again["messages"][0]["email"], "nobody@example.org");
    let status = &list().await[0]["status"];
    assert!(status["level"].is_string() && status["progress"].is_string(), "{status}");
    let (code, body) = ask(&sandbox, "pathways/manage", json!({"pathway": "Nothing"})).await;
    assert_eq!((code, &body["message"]), (404, &json!("There is no such pathway.")));
}

/// The attendees of the second pathway's event, or the vouchers of its reward: the states by address.
async fn states(sandbox: &Sandbox, path: &str) -> String {
    let found = data(sandbox, path, json!({"search": [SECOND]})).await;
    let records = if path == "event/list" {
        &found[0]["events"][0]["attendees"]
    } else {
        &found[0]["rewards"][0]["vouchers"]
    };
    let records = records.as_array().unwrap().iter();
    let mut states: Vec<_> = records
        .map(|it| format!("{} {}", it["firstname"].as_str().unwrap(), it["state"].as_str().unwrap()))
        .collect();
    states.sort();
    states.join(", ")
}

fn guid(kind: u8, place: u8) -> String {
    format!("5d1c7a40-0b7e-4c3e-9a{kind:02x}-{place:012x}")
}

#[tokio::test]
async fn attendances() {
    let sandbox = Sandbox::new();
    assert_eq!(
        states(&sandbox, "event/list").await,
        "Imani attended, Nguyễn booked, Rafael booked, Siobhán absent"
    );
    let event = data(&sandbox, "event/list", json!({"search": [SECOND]})).await[0]["events"][0].clone();
    assert_eq!(
        (&event["type"], &event["available"], &event["booked"]),
        (&json!("classroom"), &json!("Unlimited"), &json!("4"))
    );
    let all: Vec<_> = (1..5).map(|place| guid(1, place)).chain(["unknown".to_owned()]).collect();
    for (label, path, guids, state, changed, want) in [
        (
            "two",
            "event/consume",
            &all[..2],
            "attended",
            1,
            "Imani attended, Nguyễn booked, Rafael attended, Siobhán absent",
        ),
        (
            "the same",
            "event/consume",
            &all[..2],
            "attended",
            0,
            "Imani attended, Nguyễn booked, Rafael attended, Siobhán absent",
        ),
        (
            "the plural path",
            "events/consume",
            &all[2..3],
            "booked",
            1,
            "Imani attended, Nguyễn booked, Rafael attended, Siobhán booked",
        ),
        (
            "the path of rewards",
            "rewards/consume",
            &all[..],
            "absent",
            4,
            "Imani absent, Nguyễn absent, Rafael absent, Siobhán absent",
        ),
        (
            "a voucher",
            "event/consume",
            &[guid(2, 1)][..],
            "booked",
            0,
            "Imani absent, Nguyễn absent, Rafael absent, Siobhán absent",
        ),
        (
            "nothing",
            "event/consume",
            &[][..],
            "booked",
            0,
            "Imani absent, Nguyễn absent, Rafael absent, Siobhán absent",
        ),
    ] {
        let answer = data(&sandbox, path, json!({"guids": guids, "state": state})).await;
        assert_eq!(answer, json!({"changed": changed}), "{label}");
        assert_eq!(states(&sandbox, "event/list").await, want, "{label}");
    }
    let check_in = json!({"email": IMANI, "pathway": SECOND});
    sandbox.control("falkor", "check_in", &check_in).unwrap();
    assert!(states(&sandbox, "event/list").await.contains("Imani attended"));
    let problem =
        sandbox.control("falkor", "check_in", &json!({"email": IMANI, "pathway": "Nothing"})).unwrap_err();
    assert_eq!(problem, "there is no pathway Nothing");
}

#[tokio::test]
async fn vouchers() {
    let sandbox = Sandbox::new();
    let at_first = "Imani notified, Siobhán pending";
    assert_eq!(states(&sandbox, "rewards/list").await, at_first, "redeemed ones are omitted");
    let vouchers = [guid(2, 1), guid(2, 3), "unknown".to_owned()];
    for (label, guids, state, changed, want) in [
        ("told", &vouchers[1..], "notified", 1, "Imani notified, Siobhán notified"),
        ("asked to confirm", &vouchers[..], "verify", 2, "Imani verify, Siobhán verify"),
        ("the same", &vouchers[..], "verify", 0, "Imani verify, Siobhán verify"),
        ("redeemed", &vouchers[..1], "redeemed", 1, "Siobhán verify"),
        ("expired", &vouchers[1..], "expired", 1, "Siobhán expired"),
        ("pending again", &vouchers[..], "pending", 2, at_first.replace("notified", "pending").leak()),
    ] {
        let answer = data(&sandbox, "rewards/consume", json!({"guids": guids, "state": state})).await;
        assert_eq!(answer, json!({"changed": changed}), "{label}");
        assert_eq!(states(&sandbox, "rewards/list").await, want, "{label}");
    }
    set(&sandbox, |settings| settings.list_redeemed = true);
    assert_eq!(states(&sandbox, "rewards/list").await, "Imani pending, Rafael redeemed, Siobhán pending");
}

#[tokio::test]
async fn the_web_activity_is_read_by_token() {
    let sandbox = Sandbox::new();
    let state = data(&sandbox, "webtracking/pull", json!({"webToken": WEB_TOKEN})).await;
    assert_eq!(state["activity"], json!({"name": "Practise the Knots", "ID": "FAWT-KNOT-77XV"}));
    assert_eq!(state["pathway"]["name"], SECOND);
    assert_eq!((&state["user"]["email"], &state["user"]["city"]), (&json!(IMANI), &json!("Rotterdam")));
    assert_eq!((&state["progress"], &state["data"]), (&json!(40), &json!({"knot": "2"})));

    let visit = |body: Value| sandbox.control("falkor", "visit", &body);
    let opened = visit(json!({"email": "zofia.wojcik@example.org"})).unwrap();
    let state = data(&sandbox, "webtracking/pull", opened.clone()).await;
    assert_eq!((&state["progress"], &state["message"], &state["data"]), (&json!(0), &json!(""), &json!({})));
    assert_eq!(state["user"].get("country"), None, "she does not share it");
    let token = state["user"]["userToken"].clone();
    set(&sandbox, |settings| settings.empty_objects_as_lists = true);
    assert_eq!(data(&sandbox, "webtracking/pull", opened.clone()).await["data"], json!([]));
    let stored = json!({"email": "zofia.wojcik@example.org", "progress": 62.5, "message": "3 of 5", "data": {"knot": 3}});
    let again = visit(stored).unwrap();
    assert_ne!(again, opened, "each visit has a token");
    for token_of_visit in [opened, again] {
        let state = data(&sandbox, "webtracking/pull", token_of_visit).await;
        let stored = (&state["progress"], &state["message"], &state["data"], &state["user"]["userToken"]);
        assert_eq!(stored, (&json!(62.5), &json!("3 of 5"), &json!({"knot": 3}), &token));
    }
    for (label, body, want) in [
        ("too far", json!({"email": IMANI, "progress": 101}), "`progress` is not a number from 0 to 100"),
        (
            "too long",
            json!({"email": IMANI, "message": "é".repeat(49)}),
            "`message` is not a text of at most 48 characters",
        ),
    ] {
        assert_eq!(visit(body).unwrap_err(), want, "{label}");
    }
    visit(json!({"email": IMANI, "message": "é".repeat(48)})).unwrap();
    let (status, body) = ask(&sandbox, "webtracking/pull", json!({"webToken": "unknown"})).await;
    assert_eq!((status, &body["message"]), (404, &json!("There is no such web token.")));
}

/// What an event says of a record, the list says, too. In the list the numbers of places are texts.
#[tokio::test]
async fn events_agree_with_lists() {
    let sandbox = Sandbox::new();
    sandbox.register_webhook(Webhook::new("falkor", "http://localhost/hook")).unwrap();
    set(&sandbox, |settings| (settings.webhooks_tell_all, settings.calls_send_events) = (true, true));
    let last = || -> Value { serde_json::from_slice(&sandbox.deliveries().pop().unwrap().body).unwrap() };
    let change = json!({"pathway": SECOND, "add": ["yuki.hasegawa@example.org"], "remove": [RAFAEL]});
    for (label, action, list, sent) in [
        (
            "progress",
            Err(("progress", json!({"email": RAFAEL, "pathway": SECOND, "progress": 80}))),
            "pathways/list",
            1,
        ),
        ("an enrolment by a call", Ok(("pathways/manage", change)), "pathways/list", 2),
        (
            "a booking",
            Err(("book", json!({"email": "zofia.wojcik@example.org", "pathway": SECOND}))),
            "event/list",
            3,
        ),
        (
            "attendances by a call",
            Ok(("event/consume", json!({"guids": [guid(1, 2), guid(1, 4)], "state": "absent"}))),
            "event/list",
            5,
        ),
        ("a voucher", Err(("reward", json!({"email": RAFAEL, "pathway": SECOND}))), "rewards/list", 6),
        (
            "a redemption by a call",
            Ok(("rewards/consume", json!({"guids": [guid(2, 1)], "state": "redeemed"}))),
            "rewards/list",
            7,
        ),
    ] {
        match action {
            Ok((path, parameters)) => drop(data(&sandbox, path, parameters).await),
            Err((control, body)) => drop(sandbox.control("falkor", control, &body).unwrap()),
        }
        assert_eq!(sandbox.deliveries().len(), sent, "{label}");
        let mut listed =
            data(&sandbox, list, json!({"pathways": [SECOND], "search": [SECOND]})).await[0].take();
        for enrolment in listed.get_mut("enrolments").and_then(Value::as_array_mut).into_iter().flatten() {
            let fields = enrolment.as_object_mut().unwrap();
            (fields.remove("telephone"), fields.remove("groups")).0.unwrap();
        }
        for event in listed.get_mut("events").and_then(Value::as_array_mut).into_iter().flatten() {
            event["booked"] = event["booked"].as_str().unwrap().parse::<u64>().unwrap().into();
        }
        let event = last();
        // The removal that the call makes after the enrolment is no event.
        if label == "an enrolment by a call" {
            assert_eq!(
                (count(&event["data"]["enrolments"]), count(&listed["enrolments"])),
                (7, 6),
                "{label}"
            );
        } else {
            assert_eq!(event["data"], listed, "{label}");
        }
    }
    set(&sandbox, |settings| settings.calls_send_events = false);
    data(&sandbox, "rewards/consume", json!({"guids": [guid(2, 1)], "state": "pending"})).await;
    assert_eq!(sandbox.deliveries().len(), 7);
}
