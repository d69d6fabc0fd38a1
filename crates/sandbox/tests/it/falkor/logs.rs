//! Story logs and certificates.

use std::time::Duration;

use serde_json::{Value, json};
use tassel_sandbox::{Sandbox, Start};

use super::{IMANI, data, set};

#[tokio::test]
async fn the_academy_has_stories_and_certificates() {
    let sandbox = Sandbox::new();
    let logs = data(&sandbox, "logs/story-logs", json!({"story": "Welcome Aboard"})).await;
    assert_eq!(logs.as_array().unwrap().len(), 1);
    assert_eq!(
        logs[0]["story"]["app"],
        json!({"ID": "org.example.harbour", "name": "Harbour Learn", "version": "2.5.0"})
    );
    let everybody = data(&sandbox, "logs/user-story-logs", json!({})).await;
    assert_eq!(everybody["users"].as_array().unwrap().len(), 36);
    let of = |email: &'static str| data(&sandbox, "logs/user-story-logs", json!({"emails": [email]}));
    // Failed Welcome Aboard. It has no score at Falkor, so it is only complete.
    let failed = &of("meiling.cheung@example.org").await["users"][0];
    let survey =
        failed["stories"].as_array().unwrap().iter().find(|story| story["type"] == "survey").unwrap();
    assert_eq!((&survey["state"]["complete"], survey["state"].get("passed")), (&json!(true), None));
    // Has a credential at Accredible for a course that she has not begun, and no certificate.
    let credited = &of("priya.venkataraman@example.org").await["users"][0];
    assert_eq!(credited["stories"][0]["state"], json!({}));
    for (email, want) in
        [("priya.venkataraman@example.org", 0), ("caspian.thorne@example.org", 0), (IMANI, 2)]
    {
        let stories = data(&sandbox, "logs/story-certificates", json!({"users": [email]})).await;
        let certificates =
            stories.as_array().unwrap().iter().flat_map(|it| it["certificates"].as_array().unwrap());
        assert_eq!(certificates.count(), want, "{email}");
    }
    let empty = Sandbox::start(Start { seed: 0, empty: true });
    assert_eq!(data(&empty, "logs/user-story-logs", json!({})).await, json!({"users": []}));
}

#[tokio::test]
async fn filters() {
    let sandbox = Sandbox::new();
    let certificates = |parameters: Value| {
        let sandbox = sandbox.clone();
        async move {
            let stories = data(&sandbox, "logs/story-certificates", parameters).await;
            let counts =
                stories.as_array().unwrap().iter().map(|it| it["certificates"].as_array().unwrap().len());
            counts.collect::<Vec<_>>()
        }
    };
    let all = certificates(json!({})).await;
    assert_eq!(all.len(), 5);
    let (id, total) = ("EV72-HSAF-80QY", all.iter().sum::<usize>());
    for (label, parameters, want) in [
        ("a story by name", json!({"story": "Harbour Safety"}), vec![all[0]]),
        ("a story by ID", json!({"story": id}), vec![all[0]]),
        ("no such story", json!({"story": "Nothing"}), vec![]),
        ("the app by ID", json!({"app": "org.example.harbour"}), all.clone()),
        ("the app by name", json!({"app": "Harbour Learn"}), all.clone()),
        ("no such app", json!({"app": "Nothing"}), vec![]),
        ("a user by address", json!({"story": id, "users": [IMANI.to_uppercase()]}), vec![1]),
        ("a user by name", json!({"story": id, "users": ["Imani Okonjo"]}), vec![1]),
        ("no such user", json!({"story": id, "users": ["Nobody"]}), vec![0]),
        (
            "a user and a group they are in",
            json!({"story": id, "users": [IMANI], "groups": ["Dockers"]}),
            vec![1],
        ),
        (
            "a user and a group they are not in",
            json!({"story": id, "users": [IMANI], "groups": ["Night Crew"]}),
            vec![0],
        ),
        ("empty lists", json!({"users": [], "groups": []}), all.clone()),
    ] {
        assert_eq!(certificates(parameters).await, want, "{label}");
    }
    let crews = [
        certificates(json!({"groups": ["Day Crew"]})).await,
        certificates(json!({"groups": ["Night Crew"]})).await,
    ];
    assert_eq!(crews.concat().iter().sum::<usize>(), total, "everybody is in one of two");
    for (label, parameters, want) in [
        ("of a story", json!({"stories": ["Welcome Aboard"], "emails": ["meiling.cheung@example.org"]}), 1),
        (
            "of a story by ID",
            json!({"stories": ["EV94-WLCM-29BD"], "emails": ["meiling.cheung@example.org"]}),
            1,
        ),
        ("of an unknown story", json!({"stories": ["Nothing"]}), 0),
        ("of an unknown address", json!({"emails": ["nobody@example.org"]}), 0),
    ] {
        let users = data(&sandbox, "logs/user-story-logs", parameters).await;
        assert_eq!(users["users"].as_array().unwrap().len(), want, "{label}");
    }
}

#[tokio::test]
async fn certificates_are_awarded_and_delivered() {
    let sandbox = Sandbox::new();
    sandbox.freeze(true);
    let award = json!({"email": IMANI, "story": "Crane Signals"});
    let certificates = || async {
        let filter = json!({"story": "Crane Signals", "users": [IMANI]});
        data(&sandbox, "logs/story-certificates", filter).await[0]["certificates"].clone()
    };
    assert_eq!(certificates().await, json!([]));
    assert_eq!(sandbox.control("falkor", "award", &award).unwrap(), json!({"awarded": 1}));
    let pending = json!({"timestamp": "2026-09-01T10:00:00+02:00", "state": "pending", "url": ""});
    assert_eq!(certificates().await[0]["certificate"], pending);
    set(&sandbox, |settings| settings.omit_pending_url = true);
    assert_eq!(certificates().await[0]["certificate"].get("url"), None);
    sandbox.advance(Duration::from_secs(60));
    assert_eq!(sandbox.control("falkor", "deliver", &award).unwrap(), json!({"delivered": 1}));
    let delivered = &certificates().await[0]["certificate"];
    assert_eq!(
        (&delivered["state"], &delivered["timestamp"]),
        (&json!("delivered"), &json!("2026-09-01T10:01:00+02:00"))
    );
    assert!(delivered["url"].as_str().unwrap().starts_with("https://"));
    assert_eq!(sandbox.control("falkor", "award", &award).unwrap(), json!({"awarded": 2}), "a second one");
    assert_eq!(certificates().await.as_array().unwrap().len(), 2);
    let filter = json!({"story": "Crane Signals", "users": [IMANI]});
    let status = &data(&sandbox, "logs/story-logs", filter).await[0]["logs"][0]["status"];
    assert_eq!(
        (&status["complete"], &status["updated"]),
        (&json!(true), &json!("2026-09-01T10:01:00+02:00"))
    );
    let problem = sandbox.control("falkor", "award", &json!({"email": IMANI, "story": "x"})).unwrap_err();
    assert_eq!(problem, "there is no story x");
}
