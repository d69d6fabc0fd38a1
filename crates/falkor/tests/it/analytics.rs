//! Analytics.

use serde_json::{Value, json};
use tassel_core::kit::Draft;
use tassel_core::testing::{Scripted, Step};
use tassel_falkor::model::{
    AnalyticsFilter, AnalyticsInterval, AnalyticsItemId, FrequencyFilter, RealtimeFilter,
};
use tassel_falkor::{Client, ClientOptions, Lenient, OPERATIONS, Safety};

use crate::support::{TOKEN, body_of, offline, success};

/// A client that receives an answer with this data.
fn answering(data: &Value) -> Client {
    let options =
        ClientOptions::new().transport(Scripted::new([Step::answer(200, success(data).to_string())]));
    Client::builder("account.example.org", TOKEN).with(options).build().unwrap()
}

#[test]
fn requests() {
    let analytics = offline().analytics();
    let items = ["Crane Signals", "EV31-KLMN-42PQ"];
    let id = AnalyticsItemId::from("EV31-KLMN-42PQ");
    let sent = |filter: RealtimeFilter| analytics.realtime_apps(filter).request();
    for (label, request, path, want) in [
        ("the latest", sent(RealtimeFilter::default()), "/v1/analytics/realtime/apps", json!({})),
        (
            "every filter of recent activity",
            sent(RealtimeFilter::default().items(items).range(0)),
            "/v1/analytics/realtime/apps",
            json!({"items": items, "range": 0}),
        ),
        (
            "every filter of sessions",
            analytics
                .frequency_streams(
                    FrequencyFilter::default().items(items).interval(AnalyticsInterval::Hour).steps(24),
                )
                .request(),
            "/v1/analytics/frequency/streams",
            json!({"items": items, "interval": "hour", "steps": 24}),
        ),
        (
            "an ID",
            analytics.reviews_stories(AnalyticsFilter::default().items([&id])).request(),
            "/v1/analytics/reviews/stories",
            json!({"items": ["EV31-KLMN-42PQ"]}),
        ),
    ] {
        assert_eq!(request.as_ref().unwrap().uri().path(), path, "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
fn every_operation_is_named_like_its_path_and_reads() {
    let operations = OPERATIONS.iter().filter(|it| it.path.starts_with("/v1/analytics/"));
    let named: Vec<_> = operations
        .clone()
        .map(|it| it.path["/v1/".len()..].replacen('/', ".", 1).replace('/', "_"))
        .collect();
    assert_eq!(named, operations.clone().map(|it| it.id).collect::<Vec<_>>());
    assert_eq!(named.len(), 23);
    for operation in operations {
        assert_eq!(operation.safety, Safety::ReadOnly, "{}", operation.id);
        let body = |items: Value| operation.request.unwrap()(json!({"items": items}).to_string().as_bytes());
        assert!(body(json!(["Crane Signals"])).is_ok(), "{}", operation.id);
        for (items, want) in [
            (json!([]), "`items` is an empty list, which might mean all; leave it out to mean that"),
            (json!(["x", " "]), "`items[1]` is blank"),
        ] {
            assert_eq!(body(items).unwrap_err().to_string(), want, "{}", operation.id);
        }
    }
}

/// What is not known of the replies is kept as it came.
#[tokio::test]
async fn replies_of_every_form_are_read() {
    let item = json!({"name": "Dock Talk", "type": "podcast", "id": 7});
    for operation in OPERATIONS.iter().filter(|it| it.path.starts_with("/v1/analytics/")) {
        let (family, kind) = operation.path["/v1/analytics/".len()..].split_once('/').unwrap();
        let key = if kind == "stories" { "story" } else { kind.trim_end_matches('s') };
        let metric = if family == "retention" { "cohorts" } else { family };
        for figures in [json!([]), json!({}), json!({"more": 1}), json!([{"more": 1}])] {
            let typed = !matches!(family, "realtime" | "frequency");
            let fits = figures.as_array().is_some() != (family == "reviews")
                || figures == json!([])
                || figures == json!({});
            if typed && !fits {
                continue;
            }
            let data = json!([{key: item, metric: figures, "hint": true}]);
            let client = answering(&data);
            let answer = client.operation(Draft::new(operation).body(json!({}))).send_raw().await.unwrap();
            let written: Value = serde_json::from_slice(&answer.value).unwrap();
            assert_eq!(written["data"], data, "{}", operation.id);
        }
    }
}

#[tokio::test]
async fn figures_are_typed_where_their_form_is_known() {
    let item = json!({"name": "Crane Signals", "type": "assessment", "ID": "EV31-KLMN-42PQ"});
    let filter = AnalyticsFilter::default;
    let client = answering(&json!([{"story": item, "demographics": [{"group": "Unknown", "users": "3"}]}]));
    let ages = client.analytics().demographics_stories(filter()).send().await.unwrap().remove(0);
    let story = ages.story.unwrap();
    assert_eq!(
        (story.id.clone(), story.kind.as_deref()),
        (Some("EV31-KLMN-42PQ".into()), Some("assessment"))
    );
    let group = &ages.demographics.unwrap()[0];
    assert_eq!((group.group.as_deref(), group.users.as_ref().unwrap().get()), (Some("Unknown"), Some(3)));

    let client = answering(
        &json!([{"cohorts": [{"start": "2026-01-05T00:00:00+01:00", "weeks": [100, "91", null]}]}]),
    );
    let cohorts =
        client.analytics().retention_apps(filter()).send().await.unwrap().remove(0).cohorts.unwrap();
    let weeks: Vec<_> = cohorts[0].weeks.as_ref().unwrap().iter().map(Lenient::<i64>::get).collect();
    assert_eq!(weeks, [Some(100), Some(91), None]);
    assert_eq!(cohorts[0].start.as_ref().unwrap().instant(), Some("2026-01-04T23:00:00Z".parse().unwrap()));

    let client = answering(&json!([{"locations": [{"country": "Netherlands", "users": 41}]}]));
    let places =
        client.analytics().locations_streams(filter()).send().await.unwrap().remove(0).locations.unwrap();
    assert_eq!(
        (places[0].country.as_deref(), places[0].users.as_ref().unwrap().get()),
        (Some("Netherlands"), Some(41))
    );

    let comment = json!({
        "email": "imani.okonjo@example.org", "telephone": "", "country": "Netherlands", "city": "********",
        "comment": "Clear and short.", "item": item,
    });
    for (ratings, comments) in [("ratings", "comments"), ("Ratings", "Comments")] {
        let client = answering(&json!([{"reviews": {ratings: {"average": 4.5}, comments: [comment]}}]));
        let reviews =
            client.analytics().reviews_stories(filter()).send().await.unwrap().remove(0).reviews.unwrap();
        assert_eq!(reviews.ratings.as_ref().unwrap()["average"], 4.5);
        let comment = &reviews.comments.as_ref().unwrap()[0];
        assert_eq!(
            (comment.country(), comment.city(), comment.telephone()),
            (Some("Netherlands"), None, None)
        );
        assert_eq!(comment.item.as_ref().unwrap().name.as_deref(), Some("Crane Signals"));
    }
}
