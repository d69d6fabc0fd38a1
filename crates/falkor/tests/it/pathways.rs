//! Pathways, their events and rewards, and the web activity.

use serde_json::{Value, json};
use tassel_core::testing::{Scripted, Step};
use tassel_falkor::model::{
    AttendeeState, ConsumeAttendances, ConsumeVouchers, EnrolmentState, EventsFilter, ManagePathway,
    PathwaysFilter, RewardsFilter, VoucherState,
};
use tassel_falkor::{Call, Client, ClientBuilder, ClientOptions, Outcome};

use crate::support::{TOKEN, answering, body_of, offline, success};

#[test]
#[expect(deprecated, reason = "a request that the vendor asks not to send is tested, too")]
fn requests() {
    let client = offline();
    for (label, request, path, want) in [
        (
            "pathways",
            client.pathways().list(PathwaysFilter::default()).request(),
            "/v1/pathways/list",
            json!({}),
        ),
        (
            "some pathways",
            client.pathways().list(PathwaysFilter::default().pathways(["Signals"])).request(),
            "/v1/pathways/list",
            json!({"pathways": ["Signals"]}),
        ),
        (
            "enrolments",
            client
                .pathways()
                .manage(
                    ManagePathway::new("Signals")
                        .add_emails(["a@example.org"])
                        .remove_emails(["b@example.org"]),
                )
                .request(),
            "/v1/pathways/manage",
            json!({"pathway": "Signals", "add": ["a@example.org"], "remove": ["b@example.org"]}),
        ),
        (
            "a token",
            client.web_tracking().pull("5b1f").request(),
            "/v1/webtracking/pull",
            json!({"webToken": "5b1f"}),
        ),
        (
            "some events",
            client.events().list(EventsFilter::default().search(["Signals"])).request(),
            "/v1/event/list",
            json!({"search": ["Signals"]}),
        ),
        (
            "attendances",
            client.events().consume(ConsumeAttendances::new(["3f0c"], AttendeeState::Attended)).request(),
            "/v1/event/consume",
            json!({"guids": ["3f0c"], "state": "attended"}),
        ),
        (
            "some rewards",
            client.rewards().list(RewardsFilter::default().search(["Breakfast"])).request(),
            "/v1/rewards/list",
            json!({"search": ["Breakfast"]}),
        ),
        (
            "vouchers",
            client.rewards().consume(ConsumeVouchers::new(["9b8b"], VoucherState::Verify)).request(),
            "/v1/rewards/consume",
            json!({"guids": ["9b8b"], "state": "verify"}),
        ),
    ] {
        assert_eq!(request.as_ref().unwrap().uri().path(), path, "{label}");
        assert_eq!(body_of(request), want, "{label}");
    }
}

#[test]
fn what_may_mean_all_is_refused() {
    let client = offline();
    let nobody = Vec::<String>::new;
    let empty =
        |name: &str| format!("`{name}` is an empty list, which might mean all; leave it out to mean that");
    let none = "`guids` has 0 items; give at least 1".to_owned();
    for (error, want) in [
        (
            client.pathways().list(PathwaysFilter::default().pathways(nobody())).request().unwrap_err(),
            empty("pathways"),
        ),
        (
            client.events().list(EventsFilter::default().search(nobody())).request().unwrap_err(),
            empty("search"),
        ),
        (
            client.rewards().list(RewardsFilter::default().search(nobody())).request().unwrap_err(),
            empty("search"),
        ),
        (
            client
                .events()
                .consume(ConsumeAttendances::new(nobody(), AttendeeState::Absent))
                .request()
                .unwrap_err(),
            none.clone(),
        ),
        (
            client
                .rewards()
                .consume(ConsumeVouchers::new(nobody(), VoucherState::Expired))
                .request()
                .unwrap_err(),
            none,
        ),
        (client.web_tracking().pull(" ").request().unwrap_err(), "`webToken` is blank".to_owned()),
    ] {
        assert_eq!(error.to_string().split_once(" was not sent: ").unwrap().1, want);
    }
}

/// The path of `events.consume` is a setting, and no other is tried.
#[tokio::test]
async fn the_disputed_path_is_a_setting() {
    let set = || ConsumeAttendances::new(["3f0c"], AttendeeState::Attended);
    for (label, path, want) in [
        ("as it is", None, Ok("/v1/event/consume")),
        ("plural", Some("/v1/events/consume"), Ok("/v1/events/consume")),
        ("the page's", Some("/v1/rewards/consume"), Ok("/v1/rewards/consume")),
        ("no slash", Some("v1/event/consume"), Err("the path `v1/event/consume` must begin with a slash")),
        ("another host", Some("/../x"), Err("the path `/../x` must begin with a slash")),
    ] {
        let script =
            Scripted::new([Step::answer(404, r#"{"status": "error", "message": "No such endpoint"}"#)]);
        let options = ClientOptions::new().transport(script.clone());
        let builder = Client::builder("account.example.org", TOKEN).with(options);
        let builder = path.into_iter().fold(builder, ClientBuilder::event_consume_path);
        let error = builder.build().unwrap().events().consume(set()).send().await.unwrap_err();
        let sent: Vec<_> = script.requests().iter().map(|request| request.uri().path().to_owned()).collect();
        match want {
            Ok(want) => {
                assert_eq!(sent, [want], "{label}");
                assert_eq!(error.to_string(), "events.consume answered 404: No such endpoint", "{label}");
            }
            Err(problem) => {
                assert!(
                    error.to_string().starts_with(&format!("events.consume was not sent: {problem}")),
                    "{label}: {error}"
                );
                assert!(sent.is_empty(), "{label}");
            }
        }
    }
}

/// How often a call is sent whose first attempt fails, and whether the vendor acted.
async fn attempts<T: Send + 'static>(call: impl FnOnce(&Client) -> Call<T>) -> (usize, Option<Outcome>) {
    let script = Scripted::new([Step::answer(500, ""), Step::answer(200, success(&json!([])).to_string())]);
    let options = ClientOptions::new().transport(script.clone()).seed(1);
    let client = Client::builder("account.example.org", TOKEN).with(options).build().unwrap();
    let error = call(&client).send().await.err();
    (script.requests().len(), error.map(|error| error.outcome()))
}

#[tokio::test]
#[expect(deprecated, reason = "a request that the vendor asks not to send is tested, too")]
async fn changes_are_sent_once() {
    let once = (1, Some(Outcome::Unknown));
    let attendances = || ConsumeAttendances::new(["3f0c"], AttendeeState::Booked);
    let vouchers = || ConsumeVouchers::new(["9b8b"], VoucherState::Pending);
    assert_eq!(attempts(|it| it.pathways().manage(ManagePathway::new("Signals"))).await, once);
    assert_eq!(attempts(|it| it.events().consume(attendances())).await, once);
    assert_eq!(attempts(|it| it.rewards().consume(vouchers())).await, once);
    assert_eq!(attempts(|it| it.events().list(EventsFilter::default())).await, (2, None));
    assert_eq!(attempts(|it| it.web_tracking().pull("5b1f")).await, (2, None));
}

#[tokio::test]
async fn texts_stand_for_numbers_and_empty_lists_for_objects() {
    let events: Value = json!([{"pathway": {"ID": 7, "name": "Signals"}, "events": [
        {"ID": "FABK", "venue": [], "available": "Unlimited", "booked": "3", "attendees": {}},
        {"ID": "EVBK", "available": "4", "booked": 1, "attendees": [{"guid": "3f0c", "state": "Booked", "city": "********"}]},
    ]}]);
    let (_server, client) = answering(200, &success(&events).to_string()).await;
    let pathways = client.events().list(EventsFilter::default()).send().await.unwrap();
    let events = pathways[0].events.as_ref().unwrap();
    let places = |place: usize| events[place].available.as_ref().unwrap().get();
    assert_eq!((places(0), places(1)), (None, Some(4)));
    let attendee = &events[1].attendees.as_ref().unwrap()[0];
    assert_eq!(attendee.state.as_ref().unwrap().in_any_case(), AttendeeState::Booked);
    assert_eq!(attendee.city(), None);

    let pathways = json!([{"pathway": [], "enrolments": [{
        "email": "imani.okonjo@example.org", "telephone": "", "groups": {}, "status": {"state": "in progress", "level": "2", "progress": "62.5"},
    }]}]);
    let (_server, client) = answering(200, &success(&pathways).to_string()).await;
    let pathways = client.pathways().list(PathwaysFilter::default()).send().await.unwrap();
    let enrolment = &pathways[0].enrolments.as_ref().unwrap()[0];
    assert_eq!((enrolment.telephone(), enrolment.groups.as_ref().unwrap().len()), (None, 0));
    let status = enrolment.status.as_ref().unwrap();
    assert_eq!(status.state.as_ref().unwrap().in_any_case(), EnrolmentState::InProgress);
    assert_eq!(status.progress.as_ref().unwrap().get().unwrap().as_f64(), Some(62.5));

    let state = json!({"activity": [], "user": {"email": "imani.okonjo@example.org", "age": "34", "telephone": "+31612345678"}, "progress": "40", "data": []});
    let (_server, client) = answering(200, &success(&state).to_string()).await;
    let state = client.web_tracking().pull("5b1f").send().await.unwrap();
    let user = state.user.as_ref().unwrap();
    assert_eq!(
        (user.age.as_ref().unwrap().get(), user.telephone(), user.city()),
        (Some(34), Some("+31612345678"), None)
    );
    assert!(state.data.as_ref().unwrap().is_empty());
}
