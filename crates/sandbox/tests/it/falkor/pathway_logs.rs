//! The logs of pathways, and streams.

use serde_json::{Value, json};
use tassel_sandbox::Sandbox;

use super::{IMANI, ask, data, set};

const SECOND: &str = "First Week Aboard";

/// The streams, newest first.
const ALL: &str = "Quay Stories, Berth Seven, Lashing, Shift Change, Channel 16, Pilots, Gangway, Dock Talk, Fog Horn, \
                   Hook and Sling, Bowlines, High Water";

/// The user's fulfilment of each activity that is found: the activity's type, and the fulfilment's type and progress.
async fn fulfilments(sandbox: &Sandbox, email: &str, mut parameters: Value) -> String {
    parameters["users"] = json!([email]);
    let logs = data(sandbox, "logs/pathway-logs", parameters).await;
    let activities = logs[0]["activities"].as_array().unwrap().iter();
    let shown = activities.map(|activity| {
        let fulfilment = &activity["logs"][0]["fulfilment"];
        let kind = fulfilment["type"].as_str().unwrap_or("-");
        format!("{} {kind} {}", activity["type"].as_str().unwrap(), fulfilment["progress"])
    });
    shown.collect::<Vec<_>>().join(", ")
}

#[tokio::test]
async fn logs_of_a_pathway_follow_what_users_did() {
    let sandbox = Sandbox::new();
    let second = || json!({"pathway": SECOND});
    assert_eq!(
        fulfilments(&sandbox, IMANI, second()).await,
        "Article view 100, Story - null, Survey - null, Classroom check-in 100, Web Activity tracking 40, \
         Reward view 100"
    );
    let first = json!({"pathway": "FA-QUAY-71RD"});
    let logs = data(&sandbox, "logs/pathway-logs", first.clone()).await;
    assert_eq!(logs[0]["pathway"], json!({"name": "Ready for the Quay", "ID": "FA-QUAY-71RD"}));
    assert!(
        logs[0]["activities"].as_array().unwrap().iter().all(|it| it["logs"] == json!([])),
        "nobody is in it"
    );
    let control = |name: &str, more: Value| {
        let mut body = json!({"email": IMANI});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        sandbox.control("falkor", name, &body).unwrap();
    };
    for (label, name, more, want) in [
        (
            "enrolled",
            "progress",
            json!({"progress": 0}),
            "Video - null, Assessment - null, Event - null, Reward - null",
        ),
        (
            "started",
            "progress",
            json!({"progress": 5}),
            "Video view 100, Assessment - null, Event - null, Reward - null",
        ),
        (
            "a story",
            "award",
            json!({"story": "Crane Signals"}),
            "Video view 100, Assessment complete 100, Event - null, Reward - null",
        ),
        ("booked", "book", json!({}), "Video view 100, Assessment complete 100, Event - null, Reward - null"),
        (
            "checked in",
            "check_in",
            json!({}),
            "Video view 100, Assessment complete 100, Event check-in 100, Reward - null",
        ),
        (
            "a voucher",
            "reward",
            json!({}),
            "Video view 100, Assessment complete 100, Event check-in 100, Reward view 100",
        ),
    ] {
        control(name, more);
        assert_eq!(fulfilments(&sandbox, IMANI, first.clone()).await, want, "{label}");
    }
    let logs =
        data(&sandbox, "logs/pathway-logs", json!({"pathway": "FA-QUAY-71RD", "types": ["Event"]})).await;
    let log = &logs[0]["activities"][0]["logs"][0];
    let attendee = data(&sandbox, "event/list", json!({"search": ["Practical Day"]})).await;
    let checkin = json!({
        "eventID": "FABK-PDAY-38WE", "guid": attendee[0]["events"][0]["attendees"][0]["guid"], "virtual": false,
        "distance": 84.0,
    });
    assert_eq!(log["fulfilment"]["checkin"], checkin);
    assert_eq!(log["status"], json!({"progress": 100, "complete": true}));
    assert_eq!(log["groups"], json!(["Day Crew", "Dockers"]));
    let (status, body) = ask(&sandbox, "logs/pathway-logs", json!({"pathway": "Nothing"})).await;
    assert_eq!((status, &body["message"]), (404, &json!("There is no such pathway.")));
}

#[tokio::test]
async fn filters_of_pathway_logs_combine() {
    let sandbox = Sandbox::new();
    for (label, more, activities, logs) in [
        ("none", json!({}), 6, 36),
        ("empty lists", json!({"activities": [], "types": [], "groups": [], "users": []}), 6, 36),
        ("an activity by name", json!({"activities": ["Deck Walk"]}), 1, 6),
        ("activities by ID", json!({"activities": ["FAWT-KNOT-77XV", "FARE-CAPS-90LJ", "x"]}), 2, 12),
        ("types", json!({"types": ["Article", "Data Target"]}), 1, 6),
        (
            "a type and an activity of another",
            json!({"types": ["Article"], "activities": ["Deck Walk"]}),
            0,
            0,
        ),
        ("a group", json!({"groups": ["Dockers"]}), 6, 12),
        ("a user in a group", json!({"groups": ["Night Crew"], "users": [IMANI], "types": ["Survey"]}), 1, 0),
    ] {
        let mut parameters = more;
        parameters["pathway"] = json!("FAPW-WEEK-05DK");
        let found = data(&sandbox, "logs/pathway-logs", parameters).await;
        let found = found[0]["activities"].as_array().unwrap();
        let count: usize = found.iter().map(|it| it["logs"].as_array().unwrap().len()).sum();
        assert_eq!((found.len(), count), (activities, logs), "{label}");
    }
}

#[tokio::test]
async fn streams_have_subscribers_and_ratings() {
    let sandbox = Sandbox::new();
    let names = |streams: &Value| {
        let streams = streams.as_array().unwrap().iter();
        streams.map(|it| it["stream"]["name"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(", ")
    };
    for (label, path, parameters, want) in [
        ("all, newest first", "logs/stream-subscriptions", json!({}), ALL),
        ("by name", "logs/stream-subscriptions", json!({"streams": ["Gangway", "x"]}), "Gangway"),
        (
            "by ID, as in the example",
            "logs/stream-subscriptions",
            json!({"items": ["EV44-DOCK-05TK"]}),
            "Dock Talk",
        ),
        ("of an app", "logs/stream-subscriptions", json!({"app": "Nothing"}), ""),
        ("ratings", "logs/stream-ratings", json!({"items": []}), ALL),
        ("ratings by name", "logs/stream-ratings", json!({"items": ["Pilots"]}), "Pilots"),
    ] {
        assert_eq!(names(&data(&sandbox, path, parameters).await), want, "{label}");
    }
    let subscribers = |more: Value| {
        let sandbox = sandbox.clone();
        async move {
            let mut parameters = more;
            parameters["streams"] = json!(["Dock Talk"]);
            data(&sandbox, "logs/stream-subscriptions", parameters).await[0]["subscriptions"].clone()
        }
    };
    let all = subscribers(json!({})).await;
    let want = json!({
        "firstname": "Imani", "lastname": "Okonjo", "email": IMANI, "telephone": "", "country": "Netherlands",
        "city": "Rotterdam", "groups": ["Day Crew", "Dockers"],
        "status": {"subscribed": true, "timestamp": "2026-09-01T15:38:05+02:00"},
    });
    assert_eq!((all.as_array().unwrap().len(), &all[0]), (6, &want));
    assert!(all.as_array().unwrap().iter().any(|it| it["status"]["subscribed"] == false));
    assert_eq!(subscribers(json!({"users": [IMANI], "groups": ["Night Crew"]})).await, json!([]));

    let follow = |name: &str, on: Option<bool>| {
        let mut body = json!({"email": IMANI, "stream": "Dock Talk"});
        on.into_iter().for_each(|on| body["on"] = json!(on));
        sandbox.control("falkor", name, &body)
    };
    follow("subscribe", Some(false)).unwrap();
    assert_eq!(subscribers(json!({"users": [IMANI]})).await[0]["status"]["subscribed"], false);
    follow("subscribe", None).unwrap();
    assert_eq!(subscribers(json!({"users": [IMANI]})).await[0]["status"]["subscribed"], true);

    let votes = || async {
        data(&sandbox, "logs/stream-ratings", json!({"items": ["Dock Talk"]})).await[0]["ratings"].clone()
    };
    let before = votes().await;
    assert_eq!(before["stream"], json!({"likes": 5, "dislikes": 1, "total": 6}));
    assert_eq!(before["episodes"][0]["reviews"], json!({"likes": 9, "dislikes": 4, "total": 13}));
    follow("rate", Some(false)).unwrap();
    assert_eq!(votes().await["stream"], json!({"likes": 4, "dislikes": 2, "total": 6}), "rated again");
    set(&sandbox, |settings| settings.counts_as_text = true);
    assert_eq!(votes().await["stream"]["total"], "6");
    let problem = sandbox.control("falkor", "rate", &json!({"email": IMANI, "stream": "x"})).unwrap_err();
    assert_eq!(problem, "there is no stream x");
    let rated = json!({"email": "rafael.lindqvist@example.org", "stream": "Pilots"});
    sandbox.control("falkor", "rate", &rated).unwrap();
    let horns = data(&sandbox, "logs/stream-subscriptions", json!({"streams": ["Pilots"]})).await;
    assert_eq!(horns[0]["subscriptions"], json!([]), "a rating is no subscription");
}
