//! Analytics.

use std::time::Duration;

use std::collections::BTreeSet;

use serde_json::{Value, json};
use tassel_falkor::OPERATIONS;
use tassel_sandbox::{Sandbox, Start};

use super::{IMANI, ask, data, set, somebody};

/// The operations of analytics: the path without the version, and its last two parts.
fn operations() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    let paths = OPERATIONS.iter().filter_map(|operation| operation.path.strip_prefix("/v1/"));
    paths.filter_map(|path| {
        let (family, kind) = path.strip_prefix("analytics/")?.split_once('/')?;
        Some((path, family, kind))
    })
}

/// An item of each kind: its key, its name and its ID, and the number of items that are shown without a filter.
fn item(kind: &str) -> (&'static str, &'static str, &'static str, usize) {
    match kind {
        "apps" => ("app", "Harbour Learn", "org.example.harbour", 1),
        "pathways" => ("pathway", "Ready for the Quay", "FA-QUAY-71RD", 2),
        "streams" => ("stream", "Dock Talk", "EV44-DOCK-05TK", 10),
        _ => ("story", "Crane Signals", "EV31-CSIG-42PQ", 5),
    }
}

/// The figures of the only item that is shown, or of the first pathway.
async fn figures(sandbox: &Sandbox, path: &str, mut parameters: Value) -> Value {
    if path.ends_with("/pathways") {
        parameters["items"] = json!(["Ready for the Quay"]);
    }
    let mut items = data(sandbox, path, parameters).await;
    assert_eq!(items.as_array().unwrap().len(), 1, "{path}");
    let fields = items[0].as_object_mut().unwrap();
    let key = ["realtime", "frequency", "demographics", "locations", "cohorts", "reviews"];
    key.iter().find_map(|key| fields.remove(*key)).unwrap()
}

fn crane() -> Value {
    json!({"items": ["Crane Signals"]})
}

#[tokio::test]
async fn every_operation_shows_the_latest_items_or_those_that_are_named() {
    let sandbox = Sandbox::new();
    assert_eq!(operations().count(), 23);
    for (path, family, kind) in operations() {
        let (key, name, id, latest) = item(kind);
        let metric = if family == "retention" { "cohorts" } else { family };
        for (label, items, want) in [
            ("no filter", Value::Null, latest),
            ("an empty list", json!([]), latest),
            ("a name", json!([name]), 1),
            ("an ID", json!([id]), 1),
            ("the same item twice", json!([name, id]), 1),
            ("an item and nothing", json!(["Nothing", id]), 1),
            ("nothing", json!(["Nothing"]), 0),
        ] {
            let shown = data(&sandbox, path, json!({"items": items})).await;
            let shown = shown.as_array().unwrap();
            assert_eq!(shown.len(), want, "{path}, {label}");
            for it in shown {
                let keys: BTreeSet<_> = it.as_object().unwrap().keys().map(String::as_str).collect();
                assert_eq!(keys, BTreeSet::from([key, metric]), "{path}, {label}");
                assert!(it[key]["type"].is_string() && it[key]["ID"].is_string(), "{it}");
                assert_eq!(it[key].get("version").is_some(), key == "app", "{it}");
            }
            if want == 1 {
                assert_eq!((&shown[0][key]["name"], &shown[0][key]["ID"]), (&json!(name), &json!(id)));
            }
        }
        let items = data(&sandbox, path, json!({"items": ["High Water"]})).await;
        let want = usize::from(kind == "streams");
        assert_eq!(items.as_array().unwrap().len(), want, "{path}: an item that is not among the latest");
        let again = data(&sandbox, path, json!({})).await;
        assert_eq!(again, data(&Sandbox::new(), path, json!({})).await, "{path}: it is the same every time");
    }
}

#[tokio::test]
async fn invalid_parameters() {
    let sandbox = Sandbox::new();
    let (range, steps) = ("is not a whole number from 0 to 7", "is not a whole number from 1 to 24");
    for (path, family, _) in operations() {
        let mut rows =
            vec![("items", json!("x"), "is not a list"), ("items", json!([1]), "is not a list of texts")];
        match family {
            "realtime" => {
                rows.extend([json!(-1), json!(8), json!("1"), json!(1.5)].map(|it| ("range", it, range)));
            }
            "frequency" => {
                rows.extend([json!(0), json!(25), json!([])].map(|it| ("steps", it, steps)));
                rows.push(("interval", json!("week"), "is not hour, day, month or year"));
                rows.push(("interval", json!(1), "is not a text"));
            }
            _ => {}
        }
        for (name, value, words) in rows {
            let (status, body) = ask(&sandbox, path, json!({name: value})).await;
            let want = json!({"status": "error", "message": format!("The {name} parameter {words}.")});
            assert_eq!((status, body), (400, want), "{path} {name} {value}");
        }
    }
}

#[tokio::test]
async fn nobody_is_counted_in_an_empty_account() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    let step = json!({"start": "2026-09-01T00:00:00+02:00", "sessions": 0, "unique": 0});
    for (path, family, kind) in operations() {
        let (_, name, ..) = item(kind);
        let mut parameters = json!({"items": [name]});
        if family == "frequency" {
            parameters["steps"] = json!(1);
        }
        let want = match family {
            "realtime" => json!({"users": 0, "interactions": 0}),
            "frequency" => json!([step]),
            "reviews" => json!({"ratings": {"average": 0.0, "users": 0}, "comments": []}),
            _ => json!([]),
        };
        assert_eq!(figures(&sandbox, path, parameters).await, want, "{path}");
    }
}

#[tokio::test]
async fn activity_follows_from_what_users_do() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    sandbox.freeze(true);
    let group =
        json!({"group": "Pilots", "add": [somebody("imke@example.org"), somebody("obi@example.org")]});
    data(&sandbox, "groups/manage", group).await;
    let control = |name: &str, mut body: Value, email: &str| {
        body["email"] = email.into();
        sandbox.control("falkor", name, &body).unwrap();
    };
    // A story takes seven minutes, from 9:53 on.
    control("award", json!({"story": "Crane Signals"}), "imke@example.org");
    control("progress", json!({"progress": 10}), "obi@example.org");
    sandbox.advance(Duration::from_secs(2 * 60 * 60));
    control("progress", json!({"progress": 20}), "obi@example.org");
    let hours = |kind: &str, parameters: Value| {
        let (path, sandbox) = (format!("analytics/frequency/{kind}"), sandbox.clone());
        async move {
            let steps = figures(&sandbox, &path, parameters).await;
            let steps = steps.as_array().unwrap().iter();
            steps.map(|it| format!("{} {} {}", it["start"], it["sessions"], it["unique"])).collect::<Vec<_>>()
        }
    };
    let (stories, apps) = (crane(), json!({}));
    for (kind, parameters, range, want) in [
        ("stories", &stories, 0, (0, 0)),
        ("stories", &stories, 1, (1, 2)),
        ("apps", &apps, 0, (1, 1)),
        ("apps", &apps, 7, (2, 4)),
        ("pathways", &apps, 0, (1, 1)),
        ("pathways", &apps, 1, (1, 2)),
    ] {
        let mut parameters = parameters.clone();
        parameters["range"] = json!(range);
        let shown = figures(&sandbox, &format!("analytics/realtime/{kind}"), parameters).await;
        assert_eq!(shown, json!({"users": want.0, "interactions": want.1}), "{kind} {range}");
    }
    for (kind, interval, steps, want) in [
        ("apps", "hour", 4, vec!["T09:00:00 1 1", "T10:00:00 2 2", "T11:00:00 0 0", "T12:00:00 1 1"]),
        ("apps", "day", 2, vec!["2026-08-31 0 0", "2026-09-01 4 2"]),
        ("apps", "month", 3, vec!["2026-07-01 0 0", "2026-08-01 0 0", "2026-09-01 4 2"]),
        ("apps", "year", 2, vec!["2025-01-01 0 0", "2026-01-01 4 2"]),
        ("pathways", "hour", 1, vec!["T12:00:00 1 1"]),
    ] {
        let got = hours(kind, json!({"interval": interval, "steps": steps})).await;
        let date = |want: &str| match want.strip_prefix('T') {
            Some(time) => format!("2026-09-01T{time}"),
            None => want.replacen(' ', "T00:00:00 ", 1),
        };
        let want: Vec<_> = want.into_iter().map(date).collect();
        let got: Vec<_> = got.iter().map(|it| it.replace('"', "").replacen("+02:00", "", 1)).collect();
        assert_eq!(got, want, "{kind} {interval}");
    }
    assert_eq!(hours("stories", crane()).await.len(), 12);
    set(&sandbox, |settings| settings.frequency_steps = 3);
    assert_eq!(hours("stories", crane()).await.len(), 3);
    set(&sandbox, |settings| settings.bare_activity = true);
    assert_eq!(figures(&sandbox, "analytics/realtime/apps", json!({})).await, 2);
    assert_eq!(figures(&sandbox, "analytics/frequency/apps", json!({})).await, json!([0, 0, 4]));
    set(&sandbox, |settings| settings.counts_as_text = true);
    assert_eq!(figures(&sandbox, "analytics/realtime/apps", json!({})).await, "2");
}

#[tokio::test]
async fn cohorts_follow_from_when_users_joined() {
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    sandbox.freeze(true);
    let [imke, obi] = ["imke@example.org", "obi@example.org"];
    let group = json!({"group": "Pilots", "add": [somebody(imke), somebody(obi)]});
    data(&sandbox, "groups/manage", group).await;
    let advance_in_pathway = |email: &str| {
        sandbox.control("falkor", "progress", &json!({"email": email, "progress": 10})).unwrap();
    };
    let week = Duration::from_secs(7 * 24 * 60 * 60);
    advance_in_pathway(imke);
    for (label, after, who, weeks) in [
        ("one has joined", 0, None, vec![1]),
        ("another joins a week later", 1, Some(obi), vec![2, 0]),
        ("the first comes back in their third week", 1, Some(imke), vec![2, 0, 1]),
        ("and the other in theirs", 1, Some(obi), vec![2, 0, 2, 0]),
        ("12 weeks are shown", 20, None, vec![2, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    ] {
        sandbox.advance(week * after);
        who.iter().for_each(|email| advance_in_pathway(email));
        let cohorts = figures(&sandbox, "analytics/retention/pathways", json!({})).await;
        let start = "2026-09-01T10:00:00+02:00";
        assert_eq!(
            (&cohorts[0]["cohort"], &cohorts[0]["start"]),
            (&json!("All Users"), &json!(start)),
            "{label}"
        );
        assert_eq!(cohorts[0]["weeks"], json!(weeks), "{label}");
    }
    set(&sandbox, |settings| settings.counts_as_text = true);
    let cohorts = figures(&sandbox, "analytics/retention/pathways", json!({})).await;
    assert_eq!(
        (&cohorts[0]["weeks"][2], &cohorts[0]["end"]),
        (&json!("2"), &json!("2027-02-09T10:00:00+02:00"))
    );
}

#[tokio::test]
async fn ages_and_places() {
    let sandbox = Sandbox::new();
    let users = |rows: &Value| {
        let rows = rows.as_array().unwrap().iter();
        rows.map(|row| row["users"].as_u64().unwrap()).sum::<u64>()
    };
    let logs = data(&sandbox, "logs/story-logs", json!({"story": "Crane Signals"})).await;
    let begun = logs[0]["logs"].as_array().unwrap().iter().filter(|log| log["status"] != json!({}));
    let (begun, placed): (Vec<_>, Vec<_>) =
        begun.map(|log| (log, log["country"].as_str().unwrap_or("*").contains('*'))).unzip();
    let ages = figures(&sandbox, "analytics/demographics/stories", crane()).await;
    assert_eq!(users(&ages), begun.len() as u64, "everybody has an age group: {ages}");
    let places = figures(&sandbox, "analytics/locations/stories", crane()).await;
    assert_eq!(users(&places), placed.iter().filter(|hidden| !**hidden).count() as u64, "{places}");
    let countries: Vec<_> =
        places.as_array().unwrap().iter().map(|it| it["country"].as_str().unwrap()).collect();
    assert_eq!(countries, ["Netherlands", "New Zealand"]);

    data(&sandbox, "groups/manage", json!({"group": "Pilots", "add": [somebody("imke@example.org")]})).await;
    let award = json!({"email": "imke@example.org", "story": "Crane Signals"});
    sandbox.control("falkor", "award", &award).unwrap();
    let unknown = |ages: &Value| {
        let group = ages.as_array().unwrap().iter().find(|it| it["group"] == "Unknown");
        group.map_or(0, |it| it["users"].as_u64().unwrap())
    };
    let after = figures(&sandbox, "analytics/demographics/stories", crane()).await;
    assert_eq!(unknown(&after), unknown(&ages) + 1, "the age of a new user is not known");
    assert_eq!(figures(&sandbox, "analytics/locations/stories", crane()).await, places);
    let groups = figures(&sandbox, "analytics/demographics/apps", json!({})).await;
    let groups: Vec<_> = groups.as_array().unwrap().iter().map(|it| it["group"].as_str().unwrap()).collect();
    let want = ["13 - 17", "18 - 24", "25 - 34", "35 - 44", "45 - 54", "55 - 64", "Unknown"];
    assert_eq!(groups, want);
    set(&sandbox, |settings| settings.masked_locations = true);
    assert_eq!(figures(&sandbox, "analytics/locations/apps", json!({})).await, json!([]));
}

#[tokio::test]
async fn users_review_items() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    let reviews = |kind: &'static str, parameters: Value| {
        let sandbox = sandbox.clone();
        async move { figures(&sandbox, &format!("analytics/reviews/{kind}"), parameters).await }
    };
    let raters = |reviews: &Value| reviews["ratings"]["users"].as_u64().unwrap();
    let before = [reviews("apps", json!({})).await, reviews("stories", crane()).await];
    assert!(raters(&before[0]) > raters(&before[1]) && raters(&before[1]) > 0, "{before:?}");
    let review = |item: &str, rating: u64, comment: &str| {
        let body = json!({"email": IMANI, "item": item, "rating": rating, "comment": comment});
        sandbox.control("falkor", "review", &body)
    };
    assert_eq!(review("ready for the quay", 2, "Too long.").unwrap(), json!({"rated": "FA-QUAY-71RD"}));
    let comment = json!({
        "firstname": "Imani", "lastname": "Okonjo", "email": IMANI, "telephone": "", "country": "Netherlands",
        "city": "Rotterdam", "comment": "Too long.", "timestamp": "2026-09-01T10:00:00+02:00",
        "item": {"name": "Ready for the Quay", "type": "pathway", "ID": "FA-QUAY-71RD"},
    });
    let want = json!({"ratings": {"average": 2.0, "users": 1}, "comments": [comment]});
    assert_eq!(reviews("pathways", json!({})).await, want);
    review("FA-QUAY-71RD", 5, "").unwrap();
    let want = json!({"ratings": {"average": 5.0, "users": 1}, "comments": []});
    assert_eq!(reviews("pathways", json!({})).await, want, "the later review holds");
    review("Crane Signals", 5, "Loud.").unwrap();
    review("Harbour Learn", 4, "Handy.").unwrap();
    let after = [reviews("apps", json!({})).await, reviews("stories", crane()).await];
    assert_eq!(raters(&after[0]), raters(&before[0]) + 2, "an app's are those of its stories too");
    assert_eq!(raters(&after[1]), raters(&before[1]) + 1);
    let last =
        |reviews: &Value| reviews["comments"].as_array().unwrap().last().unwrap()["item"]["type"].clone();
    assert_eq!((last(&after[0]), last(&after[1])), (json!("app"), json!("assessment")));
    for (body, want) in [
        (json!({"item": "x", "rating": 6}), "`rating` is missing, or not a number from 1 to 5"),
        (json!({"rating": 5}), "`item` is missing"),
        (json!({"item": "Dock Talk", "rating": 5}), "there is no app, pathway or story Dock Talk"),
    ] {
        let mut body = body;
        body["email"] = json!(IMANI);
        assert_eq!(sandbox.control("falkor", "review", &body).unwrap_err(), want);
    }
    set(&sandbox, |settings| {
        settings.capitalised_reviews = true;
        settings.counts_as_text = true;
        settings.empty_objects_as_lists = true;
    });
    let want = json!({"Ratings": {"Average": "5.0", "Users": "1"}, "Comments": []});
    assert_eq!(reviews("pathways", json!({})).await, want);
    let empty = Sandbox::start(Start { seed: 0, empty: true });
    set(&empty, |settings| settings.empty_objects_as_lists = true);
    assert_eq!(figures(&empty, "analytics/reviews/pathways", json!({})).await, json!([]));
}

#[tokio::test]
async fn several_apps_have_figures_of_their_own() {
    let sandbox = Sandbox::new();
    set(&sandbox, |settings| settings.several_apps = true);
    let apps = data(&sandbox, "analytics/demographics/apps", json!({})).await;
    let names: Vec<_> =
        apps.as_array().unwrap().iter().map(|it| it["app"]["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Harbour Learn", "Quayside"]);
    assert_ne!(apps[0]["demographics"], apps[1]["demographics"]);
}
