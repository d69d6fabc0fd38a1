//! Webhook events: their signatures, and how they are read.

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::json;
use tassel_falkor::model::{EnrolmentState, VoucherState};
use tassel_falkor::webhooks::{Event, Receiver};
use tassel_falkor::{Client, ClientOptions, Error, Trust, WebhookError};

const SECRET: &str = "example-webhook-secret";
const BODY: &str = r#"{"type":"enrolments","data":{"pathway":{"name":"Forklift Safety","ID":"FA-QWER-12TY"},"enrolments":[]}}"#;
const HEX: &str = "218b4da6153afc2f5e5df692ef9bc8e2d47c520d57efcabb1815bc48dabc1152";

fn headers(pairs: &[(&str, &str)]) -> HeaderMap {
    let pair = |(name, value): &(&str, &str)| {
        (name.parse::<HeaderName>().unwrap(), HeaderValue::from_str(value).unwrap())
    };
    pairs.iter().map(pair).collect()
}

#[test]
fn only_signed_events_are_read() {
    let (prefixed, upper) = (format!("sha256={HEX}"), format!("SHA256={}", HEX.to_uppercase()));
    let (other, short) = (format!("sha256={}3", &HEX[..63]), format!("sha256={}", &HEX[..62]));
    let not_hex = format!("sha256=+{}", &HEX[1..]);
    let missing = "no header ends with `-webhook-signature`";
    let changed =
        "`falkor-webhook-signature` does not match this body: the secret is wrong, or the body was changed";
    let garbled = "`falkor-webhook-signature` does not hold the 64 hex digits of an HMAC-SHA256";
    for (label, given, want) in [
        ("as documented", vec![("Falkor-Webhook-Signature", prefixed.as_str())], None),
        ("without the prefix", vec![("Falkor-Webhook-Signature", HEX)], None),
        ("in upper case", vec![("Falkor-Webhook-Signature", &upper)], None),
        ("sold under another name", vec![("ByteKast-Webhook-Signature", &prefixed)], None),
        (
            "behind a proxy's own",
            vec![("X-Proxy-Webhook-Signature", "none"), ("TrainiApp-Webhook-Signature", &prefixed)],
            None,
        ),
        ("missing", vec![("Signature", &prefixed)], Some(missing)),
        ("empty", vec![("Falkor-Webhook-Signature", "")], Some(garbled)),
        ("another", vec![("Falkor-Webhook-Signature", &other)], Some(changed)),
        ("too short", vec![("Falkor-Webhook-Signature", &short)], Some(garbled)),
        ("not hex", vec![("Falkor-Webhook-Signature", &not_hex)], Some(garbled)),
        (
            "of another method",
            vec![("Falkor-Webhook-Signature", "sha1=cf23df2207d99a74fbe169e3eba035e633b65d94")],
            Some(garbled),
        ),
    ] {
        let read = Receiver::new(SECRET).unwrap().read(&headers(&given), BODY.as_bytes());
        match (&read, want) {
            (Ok(event), None) => assert_eq!(event.trust(), Trust::Verified, "{label}"),
            (Err(error), Some(want)) => {
                assert_eq!(
                    (error.to_string(), error.status().as_u16()),
                    (format!("the signature: {want}"), 401),
                    "{label}"
                );
            }
            _ => panic!("{label}: {read:?}"),
        }
    }
}

#[test]
fn the_header_can_be_set_and_the_bytes_are_signed() {
    let receiver = Receiver::new(SECRET).unwrap();
    let (name, value) = receiver.sign(BODY.as_bytes());
    assert_eq!(
        (name.as_str(), value.to_str().unwrap()),
        ("falkor-webhook-signature", &*format!("sha256={HEX}"))
    );
    let signed: HeaderMap = [(name, value)].into_iter().collect();
    let signature = |read: Result<Event, WebhookError>| matches!(read, Err(WebhookError::Signature(_)));
    for (label, receiver, body) in [
        ("another header", receiver.clone().header(HeaderName::from_static("x-signature")), BODY.to_owned()),
        ("another secret", Receiver::new("example-webhook-secret ").unwrap(), BODY.to_owned()),
        ("a space more", receiver.clone(), BODY.replace(':', ": ")),
        ("cut off", receiver.clone(), BODY[..BODY.len() - 1].to_owned()),
        ("no body", receiver.clone(), String::new()),
    ] {
        assert!(signature(receiver.read(&signed, body.as_bytes())), "{label}");
    }
    let named = Receiver::new(SECRET).unwrap().header(HeaderName::from_static("x-signature"));
    let signed: HeaderMap = [named.sign(BODY.as_bytes())].into_iter().collect();
    assert!(
        named.read(&signed, BODY.as_bytes()).is_ok() && signature(receiver.read(&signed, BODY.as_bytes()))
    );
    assert!(
        matches!(Receiver::new(""), Err(Error::Config(problem)) if problem == "the webhook secret is empty")
    );
    assert!(!format!("{receiver:?}").contains(SECRET));
}

fn read(body: &[u8]) -> Result<Event, WebhookError> {
    let receiver = Receiver::new(SECRET).unwrap();
    receiver.read(&[receiver.sign(body)].into_iter().collect(), body)
}

#[test]
fn events_are_typed_and_keep_unknown_fields() {
    let pathway = json!({"name": "Night Watch", "ID": "FA-QWER-12TY", "new": 1});
    let enrolments = json!({"type": "enrolments", "sent": 1, "data": {"pathway": pathway, "enrolments": [
        {"email": "imani.okonjo@example.org", "city": "********", "country": "Netherlands", "status": {"state": "complete", "progress": "62.5", "level": 2}},
        {"email": "rafael.lindqvist@example.org", "status": []},
    ]}});
    let Event::Enrolments(event) = read(enrolments.to_string().as_bytes()).unwrap() else {
        panic!("another event")
    };
    let [complete, empty] = &event.data.enrolments.as_ref().unwrap()[..] else { panic!("not two") };
    let status = complete.status.as_deref().unwrap();
    assert_eq!(status.state.as_ref().unwrap().in_any_case(), EnrolmentState::Complete);
    assert_eq!(status.progress.as_ref().unwrap().get().unwrap().as_f64(), Some(62.5));
    assert_eq!((complete.city(), complete.country()), (None, Some("Netherlands")));
    assert!(empty.status.as_deref().unwrap().state.is_none());
    assert_eq!(serde_json::to_value(Event::Enrolments(event)).unwrap(), enrolments);

    let events = json!({"type": "events", "data": {"events": [{"ID": "FABK-ZXCV-56BN", "type": "event", "available": "Unlimited", "booked": "1"}]}});
    let Event::Events(event) = read(events.to_string().as_bytes()).unwrap() else { panic!("another event") };
    let held = &event.data.events.as_ref().unwrap()[0];
    assert_eq!(
        (held.available.as_ref().unwrap().get(), held.booked.as_ref().unwrap().get()),
        (None, Some(1))
    );

    let rewards = json!({"type": "rewards", "data": {"rewards": [{"vouchers": [{"state": "notified", "expires": "never"}]}]}});
    let Event::Rewards(event) = read(rewards.to_string().as_bytes()).unwrap() else {
        panic!("another event")
    };
    let reward = &event.data.rewards.as_ref().unwrap()[0];
    assert_eq!(reward.vouchers.as_ref().unwrap()[0].state, Some(VoucherState::Notified));

    let unknown = json!({"type": "streams", "data": {"streams": [{"ID": 7}]}, "beside": null});
    let Event::Unknown(event) = read(unknown.to_string().as_bytes()).unwrap() else {
        panic!("a known event")
    };
    assert_eq!((event.name.as_str(), serde_json::Value::Object(event.body)), ("streams", unknown));
}

#[test]
fn signed_but_invalid_bodies() {
    for (label, body, want) in [
        ("empty", "", "it is empty, not JSON"),
        ("cut off", r#"{"type":"enrolments","data":{"#, "the JSON ends too early, at line 1 column 29"),
        ("a list", "[]", "found an array, expected a map"),
        ("no type", r#"{"data":{}}"#, "there is no `type`, which names the event"),
        ("a number for a type", r#"{"type":1}"#, "`type`, which names the event, is not a text"),
        ("no data", r#"{"type":"rewards"}"#, "missing field `data`"),
        (
            "a list for data",
            r#"{"type":"rewards","data":[1]}"#,
            "at data: found an array, expected an object (PathwayRewards)",
        ),
    ] {
        let error = read(body.as_bytes()).unwrap_err();
        assert_eq!(
            (error.to_string(), error.status().as_u16()),
            (format!("the body: {want}"), 400),
            "{label}"
        );
    }
}

#[test]
fn nothing_reads_a_pathway_back() {
    let options = ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    let client =
        Client::builder("account.example.org", tassel_sandbox::falkor::TOKEN).with(options).build().unwrap();
    let event = read(BODY.as_bytes()).unwrap();
    assert!(client.read_back(&event).is_none() && event.webhook().unwrap().read_back.is_none());
}
