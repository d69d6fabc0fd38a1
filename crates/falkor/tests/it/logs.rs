//! Logs.

use httpmock::prelude::*;
use serde_json::json;
use tassel_falkor::logs::fulfilments;
use tassel_falkor::model::{
    CertificateState, PathwayLogsFilter, StoryCertificatesFilter, StoryId, StoryLogsFilter, StoryType,
    StreamRatingsFilter, StreamSubscriptionsFilter, StreamType, UserStoryLogsFilter,
};

use crate::support::{answering, body_of, client, offline, success};

#[test]
fn requests() {
    let logs = offline().logs();
    let id = StoryId::from("EV31-KLMN-42PQ");
    for (label, request, path, want) in [
        (
            "a story's logs",
            logs.story_logs(StoryLogsFilter::new(&id)).request(),
            "/v1/logs/story-logs",
            json!({"story": "EV31-KLMN-42PQ"}),
        ),
        (
            "every filter of a story's logs",
            logs.story_logs(
                StoryLogsFilter::new("Crane Signals")
                    .app("Harbour Learn")
                    .groups(["Dockers"])
                    .users(["Imani Okonjo"]),
            )
            .request(),
            "/v1/logs/story-logs",
            json!({"story": "Crane Signals", "app": "Harbour Learn", "groups": ["Dockers"], "users": ["Imani Okonjo"]}),
        ),
        (
            "users' logs",
            logs.user_story_logs(UserStoryLogsFilter::default()).request(),
            "/v1/logs/user-story-logs",
            json!({}),
        ),
        (
            "every filter of users' logs",
            logs.user_story_logs(
                UserStoryLogsFilter::default()
                    .groups(["Dockers"])
                    .emails(["imani.okonjo@example.org"])
                    .stories(["Crane Signals"])
                    .app("org.example.harbour"),
            )
            .request(),
            "/v1/logs/user-story-logs",
            json!({
                "groups": ["Dockers"], "emails": ["imani.okonjo@example.org"], "stories": ["Crane Signals"],
                "app": "org.example.harbour",
            }),
        ),
        (
            "certificates",
            logs.story_certificates(StoryCertificatesFilter::default()).request(),
            "/v1/logs/story-certificates",
            json!({}),
        ),
        (
            "every filter of certificates",
            logs.story_certificates(
                StoryCertificatesFilter::default()
                    .app("org.example.harbour")
                    .story("Crane Signals")
                    .groups(["Dockers"])
                    .users(["imani.okonjo@example.org"]),
            )
            .request(),
            "/v1/logs/story-certificates",
            json!({
                "app": "org.example.harbour", "story": "Crane Signals", "groups": ["Dockers"],
                "users": ["imani.okonjo@example.org"],
            }),
        ),
        (
            "a pathway's logs",
            logs.pathway_logs(PathwayLogsFilter::new("Signals")).request(),
            "/v1/logs/pathway-logs",
            json!({"pathway": "Signals"}),
        ),
        (
            "every filter of a pathway's logs",
            logs.pathway_logs(
                PathwayLogsFilter::new("Signals")
                    .activities(["Mooring drill"])
                    .types(["Data Target"])
                    .groups(["Dockers"])
                    .users(["Imani Okonjo"]),
            )
            .request(),
            "/v1/logs/pathway-logs",
            json!({
                "pathway": "Signals", "activities": ["Mooring drill"], "types": ["Data Target"], "groups": ["Dockers"],
                "users": ["Imani Okonjo"],
            }),
        ),
        (
            "every filter of subscribers",
            logs.stream_subscriptions(
                StreamSubscriptionsFilter::default()
                    .app("org.example.harbour")
                    .streams(["Dock Talk"])
                    .items(["EV44"])
                    .groups(["Dockers"])
                    .users(["Imani Okonjo"]),
            )
            .request(),
            "/v1/logs/stream-subscriptions",
            json!({
                "app": "org.example.harbour", "streams": ["Dock Talk"], "items": ["EV44"], "groups": ["Dockers"],
                "users": ["Imani Okonjo"],
            }),
        ),
        (
            "ratings",
            logs.stream_ratings(StreamRatingsFilter::default().items(["Dock Talk"])).request(),
            "/v1/logs/stream-ratings",
            json!({"items": ["Dock Talk"]}),
        ),
    ] {
        assert_eq!(request.as_ref().unwrap().uri().path(), path, "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
fn a_filter_that_may_match_all_is_refused() {
    let logs = offline().logs();
    let nobody = Vec::<String>::new;
    let empty =
        |name: &str| format!("`{name}` is an empty list, which might mean all; leave it out to mean that");
    for (error, want) in [
        (logs.story_logs(StoryLogsFilter::new("x").groups(nobody())).request().unwrap_err(), empty("groups")),
        (logs.story_logs(StoryLogsFilter::new("x").users(nobody())).request().unwrap_err(), empty("users")),
        (
            logs.story_logs(StoryLogsFilter::default()).request().unwrap_err(),
            "`story` is not set; set a story".to_owned(),
        ),
        (
            logs.user_story_logs(UserStoryLogsFilter::default().groups(nobody())).request().unwrap_err(),
            empty("groups"),
        ),
        (
            logs.user_story_logs(UserStoryLogsFilter::default().emails(nobody())).request().unwrap_err(),
            empty("emails"),
        ),
        (
            logs.user_story_logs(UserStoryLogsFilter::default().stories(nobody())).request().unwrap_err(),
            empty("stories"),
        ),
        (
            logs.story_certificates(StoryCertificatesFilter::default().groups(nobody()))
                .request()
                .unwrap_err(),
            empty("groups"),
        ),
        (
            logs.story_certificates(StoryCertificatesFilter::default().users(nobody()))
                .request()
                .unwrap_err(),
            empty("users"),
        ),
        (
            logs.pathway_logs(PathwayLogsFilter::new("x").activities(nobody())).request().unwrap_err(),
            empty("activities"),
        ),
        (
            logs.pathway_logs(PathwayLogsFilter::new("x").users(nobody())).request().unwrap_err(),
            empty("users"),
        ),
        (
            logs.stream_subscriptions(StreamSubscriptionsFilter::default().items(nobody()))
                .request()
                .unwrap_err(),
            empty("items"),
        ),
        (
            logs.stream_ratings(StreamRatingsFilter::default().items(nobody())).request().unwrap_err(),
            empty("items"),
        ),
    ] {
        let text = error.to_string();
        assert_eq!(text.split_once(" was not sent: ").unwrap().1, want);
    }
}

#[tokio::test]
async fn logs_over_http() {
    let server = MockServer::start_async().await;
    let state = json!({
        "complete": true, "duration": 412, "attempts": 2, "started": "2026-03-02T09:00:00+01:00",
        "updated": "2026-03-02T09:20:00+01:00", "score": 87.5, "passed": true, "bookmark": 3,
    });
    let user = json!({"firstname": "Imani", "lastname": "Okonjo", "email": "imani.okonjo@example.org"});
    let with = |more: serde_json::Value| {
        let mut user = user.clone();
        user.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        user
    };
    for (path, data) in [
        (
            "/v1/logs/story-logs",
            json!([{
                "story": {"ID": "EV31-KLMN-42PQ", "name": "Crane Signals", "type": "assessment", "app": {"ID": "org.example.harbour"}},
                "logs": [with(json!({"city": "Rotterdam", "groups": ["Dockers"], "status": state}))],
            }]),
        ),
        (
            "/v1/logs/user-story-logs",
            json!({"users": [with(json!({"rank": "12", "stories": [
                {"name": "Crane Signals", "category": "Safety", "sku": "EV31-KLMN-42PQ", "type": "scorm", "state": state},
            ]}))]}),
        ),
        (
            "/v1/logs/story-certificates",
            json!([{"story": {"ID": 7}, "certificates": [with(json!({"certificate": {
                "timestamp": "2026-03-14T11:22:05+01:00", "state": "delivered", "url": "https://certificates.example.org/7",
            }}))]}]),
        ),
    ] {
        server
            .mock_async(|when, then| {
                when.method(POST).path(path);
                then.status(200).json_body(success(&data));
            })
            .await;
    }
    let logs = client(&server).logs();
    let stories = logs.story_logs(StoryLogsFilter::new("Crane Signals")).send().await.unwrap();
    let story = stories[0].story.as_ref().unwrap();
    assert_eq!(
        (story.id.clone().unwrap(), story.story_type.clone()),
        ("EV31-KLMN-42PQ".into(), Some(StoryType::Assessment))
    );
    let log = &stories[0].logs.as_ref().unwrap()[0];
    assert_eq!(log.city(), Some("Rotterdam"));
    let status = log.status.as_ref().unwrap();
    assert_eq!(status.score.as_ref().unwrap().get().unwrap().as_f64(), Some(87.5));
    assert_eq!(status.started.as_ref().unwrap().instant(), Some("2026-03-02T08:00:00Z".parse().unwrap()));
    assert_eq!(status.extra["bookmark"], 3);

    let users = logs.user_story_logs(UserStoryLogsFilter::default()).send().await.unwrap().users.unwrap();
    assert_eq!(users[0].rank.as_ref().unwrap().as_u64(), Some(12));
    let story = &users[0].stories.as_ref().unwrap()[0];
    assert_eq!(story.sku, Some("EV31-KLMN-42PQ".into()));
    assert_eq!(story.state.as_ref().unwrap().passed.as_ref().unwrap().get(), Some(true));

    let stories = logs.story_certificates(StoryCertificatesFilter::default()).send().await.unwrap();
    let awarded = &stories[0].certificates.as_ref().unwrap()[0];
    let certificate = awarded.certificate.as_ref().unwrap();
    assert_eq!(certificate.state, Some(CertificateState::Delivered));
    assert_eq!(certificate.url(), Some("https://certificates.example.org/7"));
}

/// The form of a pathway's logs is not known: a log is found wherever it is.
#[tokio::test]
async fn fulfilments_are_found_in_any_form() {
    let checked_in = json!({"type": "check-in", "progress": "100", "checkin": {"distance": -1, "virtual": 1, "eventID": 7}});
    for (label, data, want) in [
        (
            "a list",
            json!([{"email": "a", "fulfilment": checked_in}, {"email": "b", "fulfilment": []}]),
            "a check-in, b -",
        ),
        (
            "deeper",
            json!({"pathway": {"activities": [{"logs": [{"email": "a", "fulfilment": {"type": "view"}}]}]}, "users": {"1": {"email": "b", "fulfilment": {}}}}),
            "a view, b -",
        ),
        (
            "unreadable",
            json!([{"email": "a", "fulfilment": "done"}, {"email": "b", "fulfilment": null}]),
            "a -, b -",
        ),
        ("none", json!([{"email": "a"}, 7, null]), ""),
        ("an empty object", json!({}), ""),
        ("nothing", serde_json::Value::Null, ""),
    ] {
        let (_server, client) = answering(200, &success(&data).to_string()).await;
        let reply = client.logs().pathway_logs(PathwayLogsFilter::new("Signals")).send().await.unwrap();
        let found: Vec<_> = fulfilments(&reply)
            .into_iter()
            .map(|(log, done)| {
                let kind = done.and_then(|done| done.kind);
                format!("{} {}", log["email"].as_str().unwrap(), kind.as_deref().unwrap_or("-"))
            })
            .collect();
        assert_eq!(found.join(", "), want, "{label}");
    }
    let logs = json!([{"fulfilment": checked_in}]);
    let done = fulfilments(&logs).remove(0).1.unwrap();
    let check_in = done.checkin.as_ref().unwrap();
    assert_eq!(check_in.distance.as_ref().unwrap().get().unwrap().as_f64(), Some(-1.0));
    assert_eq!(check_in.is_virtual.as_ref().unwrap().get(), Some(true));
    assert_eq!(check_in.event_id, Some(7_u64.into()));
}

#[tokio::test]
async fn streams_over_http() {
    let streams = json!([{"stream": {"ID": "EV44", "type": "Podcast"}, "subscriptions": [
        {"email": "imani.okonjo@example.org", "telephone": "", "city": "********", "status": {"subscribed": "1"}},
    ]}, {"stream": [], "subscriptions": {}}]);
    let (_server, client) = answering(200, &success(&streams).to_string()).await;
    let streams =
        client.logs().stream_subscriptions(StreamSubscriptionsFilter::default()).send().await.unwrap();
    let kind = streams[0].stream.as_ref().unwrap().stream_type.as_ref().unwrap();
    assert_eq!(kind.in_any_case(), StreamType::Podcast);
    let user = &streams[0].subscriptions.as_ref().unwrap()[0];
    assert_eq!((user.city(), user.telephone()), (None, None));
    assert_eq!(user.status.as_ref().unwrap().subscribed.as_ref().unwrap().get(), Some(true));

    let ratings = json!([{"stream": {"ID": "EV44"}, "ratings": {"stream": {"likes": "11", "total": 12}, "episodes": [{"views": "31"}]}}]);
    let (_server, client) = answering(200, &success(&ratings).to_string()).await;
    let streams = client.logs().stream_ratings(StreamRatingsFilter::default()).send().await.unwrap();
    let ratings = streams[0].ratings.as_ref().unwrap();
    assert_eq!(ratings.stream.as_ref().unwrap().likes.as_ref().unwrap().get(), Some(11));
    assert_eq!(ratings.episodes.as_ref().unwrap()[0].views.as_ref().unwrap().get(), Some(31));
}
