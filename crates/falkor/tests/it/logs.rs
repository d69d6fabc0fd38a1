//! Logs.

use httpmock::prelude::*;
use serde_json::json;
use tassel_falkor::model::{
    CertificateState, StoryCertificatesFilter, StoryId, StoryLogsFilter, StoryType, UserStoryLogsFilter,
};

use crate::support::{body_of, client, offline, success};

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
