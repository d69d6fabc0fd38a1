//! Requests as they are sent, and input that is refused.

use std::sync::{Arc, Mutex};

use http::Method;
use serde_json::{Value, json};
use tassel_core::error::Outcome;
use tassel_core::kit::http::header::AUTHORIZATION;
use tassel_core::kit::{self, Api, ApiKey, Draft, Listed, SecretString};
use tassel_core::operation::{Encoding, Operation, Parameter, Safety};
use tassel_core::testing::Step;
use tassel_core::{ClientOptions, Error};

use crate::support::{API, ONCE, READ, SECRET, call, client, client_with, key, ok, read_problem, script};

#[tokio::test]
async fn paths_never_lead_elsewhere() {
    let huge = "x".repeat(1_000_000);
    for (label, id, want) in [
        ("plain", "abc-1_2.3~4", Ok("/things/abc-1_2.3~4")),
        ("slash", "a/b", Ok("/things/a%2Fb")),
        ("slash alone", "/", Ok("/things/%2F")),
        ("question mark alone", "?", Ok("/things/%3F")),
        ("escaped slash", "a%2Fb", Ok("/things/a%252Fb")),
        ("query and fragment", "a?b#c", Ok("/things/a%3Fb%23c")),
        ("address", "imani+1@example.org", Ok("/things/imani%2B1%40example.org")),
        ("control characters", "a\0\r\nb", Ok("/things/a%00%0D%0Ab")),
        ("three dots", "...", Ok("/things/...")),
        ("dots and a slash", "../x", Ok("/things/..%2Fx")),
        ("empty", "", Err("things.get was not sent: `id` is empty")),
        ("dot", ".", Err("things.get was not sent: `id` is `.`, which would lead to another path")),
        ("dots", "..", Err("things.get was not sent: `id` is `..`, which would lead to another path")),
        ("too long", &huge, Err("things.get was not sent: it makes no valid URL: uri too long")),
    ] {
        let script = script([ok()]);
        let call = Draft::new(&READ).at("id", id).call::<Value>(&client(script.clone()));
        match (call.request(), want) {
            (Ok(request), Ok(want)) => assert_eq!(request.uri().path(), want, "{label}"),
            (Err(error), Err(want)) => {
                assert_eq!(
                    (error.to_string().as_str(), error.outcome()),
                    (want, Outcome::NotApplied),
                    "{label}"
                );
                assert!(call.send().await.is_err() && script.requests().is_empty(), "{label}");
            }
            (got, _) => panic!("{label}: {got:?}"),
        }
    }
    let error = Draft::new(&READ).call::<Value>(&client(script([]))).send().await.unwrap_err();
    assert_eq!(error.to_string(), "things.get was not sent: the path parameter `id` is missing");
}

#[test]
fn queries_are_escaped() {
    let client = client(script([]));
    let draft = Draft::new(&READ).at("id", 7);
    let model = json!({"email": "a+b@example.org", "none": null, "page": 2, "q": "x y&z"});
    let draft = draft.query("first", "1").query_from(&model);
    let request = draft.call::<Value>(&client).request().unwrap();
    assert_eq!(request.uri().query(), Some("first=1&email=a%2Bb%40example.org&page=2&q=x%20y%26z"),);
}

#[test]
fn forms_and_reserved_values() {
    static LEARNER: Operation = {
        let mut operation = Operation::new("learners.update", Method::POST, "/learners/{id}");
        operation.encoding = Encoding::Form;
        operation.parameters = &[Parameter::path("id", "The id.").but_not(&["me"])];
        operation
    };
    let draft = || Draft::new(&LEARNER);
    let request = |draft: Draft| draft.call::<Value>(&client(script([]))).request();
    let body =
        json!({"clear": null, "groups": ["a b", null, 2], "mail[subject]": "Hi & welcome", "on": true});
    let sent = request(draft().at("id", 7).body(&body)).unwrap();
    assert_eq!(sent.headers()["content-type"], "application/x-www-form-urlencoded");
    let want = "clear=&groups=a%20b%2C2&mail%5Bsubject%5D=Hi%20%26%20welcome&on=true";
    assert_eq!(std::str::from_utf8(sent.body()).unwrap(), want);
    for (label, draft, want) in [
        ("reserved", draft().at("id", "me"), "`id` is `me`, which would lead to another path"),
        ("no object", draft().at("id", 7).body(json!([1])), "the body: it is not an object"),
        ("no object as a query", draft().at("id", 7).query_from(&json!(1)), "the query: it is not an object"),
    ] {
        let error = request(draft).unwrap_err().to_string();
        assert_eq!(error, format!("learners.update was not sent: {want}"), "{label}");
    }
}

#[test]
fn content_types_and_methods() {
    static ALWAYS: Api = {
        let mut api = Api::new("acme", &[&READ]);
        api.content_type = Some(("application/json", &[Method::GET]));
        api
    };
    let typed = |api, method| {
        let client = client_with(api, script([]), ClientOptions::new());
        let draft = Draft::new(&READ).at("id", 7).method(method);
        draft.call::<Value>(&client).request().unwrap().headers().get("content-type").cloned()
    };
    assert_eq!(typed(&ALWAYS, Method::GET).unwrap(), "application/json", "a method that sends it");
    assert_eq!(typed(&ALWAYS, Method::PUT), None, "another method");
    assert_eq!(typed(&API, Method::GET), None, "a vendor without one");
    let call = Draft::new(&READ).at("id", 7).method(Method::PUT).call::<Value>(&client(script([])));
    assert_eq!(call.request().unwrap().method(), Method::PUT);
}

#[tokio::test]
async fn each_attempt_has_the_key_and_no_text_shows_it() {
    let script = script([Step::lost(), ok()]);
    let client = client(script.clone());
    call(&client, &READ).await.unwrap();
    for request in script.requests() {
        assert_eq!(request.headers()[AUTHORIZATION], format!("Token {SECRET}"));
        assert!(request.headers()[AUTHORIZATION].is_sensitive());
        assert!(!format!("{request:?}").contains(SECRET));
    }
    let call = Draft::new(&READ).at("id", 7).call::<Value>(&client);
    assert!(call.request().unwrap().headers().get(AUTHORIZATION).is_none(), "added to the attempt only");
    for text in [format!("{client:?}"), format!("{call:?}"), format!("{:?}", key())] {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[tokio::test]
async fn a_key_in_a_vendors_text_is_masked() {
    for (label, body, want) in [
        ("in the message", format!(r#"{{"error":"no such key: {SECRET}."}}"#), "no such key: ***."),
        ("in another form", format!("key {SECRET} is unknown"), "key *** is unknown"),
        (
            "in a field and a code",
            format!(r#"{{"error":"no","code":"{SECRET}","fields":{{"{SECRET}":"{SECRET}"}}}}"#),
            "no",
        ),
    ] {
        let error = call(&client(script([Step::answer(401, body)])), &READ).await.unwrap_err();
        let rejection = error.rejection().unwrap();
        assert_eq!(rejection.message(), want, "{label}");
        let shown = format!("{error} {error:?} {:?} {:?}", rejection.code(), rejection.fields());
        assert!(!shown.contains(SECRET), "{label}: {shown}");
        let body = String::from_utf8_lossy(rejection.body());
        assert!(body.contains(SECRET), "{label}: the body is unchanged");
    }
    // A key this short may be part of any word.
    let key = ApiKey::new(AUTHORIZATION, "Token ", &SecretString::from("key")).unwrap();
    let options = ClientOptions::new().transport(script([Step::answer(401, r#"{"error":"no such key"}"#)]));
    let client = kit::client(&API, read_problem, "https://acme.example", key, options).unwrap();
    assert_eq!(call(&client, &READ).await.unwrap_err().rejection().unwrap().message(), "no such key");
}

#[tokio::test]
async fn a_replaced_key_is_used_from_the_next_attempt_on() {
    let script = script([ok(), ok(), ok()]);
    let key = key();
    let options = ClientOptions::new().transport(script.clone());
    let client = kit::client(&API, read_problem, "https://acme.example", key.clone(), options).unwrap();
    call(&client, &READ).await.unwrap();
    key.replace(&SecretString::from("another")).unwrap();
    call(&client, &READ).await.unwrap();
    key.replace(&SecretString::from("bro\nken")).unwrap_err();
    call(&client, &READ).await.unwrap();
    let sent: Vec<_> =
        script.requests().iter().map(|request| request.headers()[AUTHORIZATION].clone()).collect();
    assert_eq!(sent, ["Token s3cret-key", "Token another", "Token another"]);
}

#[test]
fn invalid_keys_and_clients_are_errors() {
    for (label, secret, want) in [
        ("empty", "", "configuration: the API key is empty"),
        ("blank", "  ", "configuration: the API key is empty"),
        ("line end", "key\n", "configuration: the API key begins or ends with white space; remove it"),
        ("control", "k\u{1}y", "configuration: the API key holds a character that no HTTP header can carry"),
    ] {
        let error = ApiKey::new(AUTHORIZATION, "Token ", &SecretString::from(secret)).unwrap_err();
        assert_eq!(error.to_string(), want, "{label}");
    }
    let client = |url, options| kit::client(&API, read_problem, url, key(), options);
    let error = client("http://acme.example", ClientOptions::new()).unwrap_err();
    assert!(matches!(&error, Error::Config(text) if text.contains("https://")), "{error}");
    let error = client("https://acme.example", ClientOptions::new().user_agent("a\nb")).unwrap_err();
    assert!(matches!(error, Error::Config(_)));
}

#[tokio::test]
async fn unlisted_endpoints_can_be_called() {
    let script = script([
        Step::answer(200, r#"{"a":[1]}"#),
        Step::answer(204, ""),
        Step::lost(),
        ok(),
        Step::lost(),
        ok(),
        Step::answer(200, "[1]"),
    ]);
    let client = client(script.clone());
    let value = client.call(Method::GET, "/v9/other", None).query("x", "y z").send().await.unwrap();
    assert_eq!(value["a"][0], 1);
    let value = client.call(Method::PUT, "/v9/other", Some(&json!({"b": 2}))).send().await.unwrap();
    assert_eq!(value, Value::Null, "an empty body");
    let requests = script.requests();
    assert_eq!(requests[0].uri(), "https://acme.example/v9/other?x=y%20z");
    assert_eq!((requests[1].method(), requests[1].body().as_ref()), (&Method::PUT, br#"{"b":2}"#.as_slice()));
    assert_eq!(requests[1].headers()["content-type"], "application/json");

    let typed = client.call(Method::GET, "/v9/other", None).read_as::<serde_json::Map<String, Value>>();
    assert!(typed.send().await.unwrap().is_empty(), "a GET is repeated");
    let error = client.call(Method::POST, "/v9/search", None).send().await.unwrap_err();
    assert_eq!(error.outcome(), Outcome::Unknown, "a POST is not");
    assert_eq!(script.requests().len(), 5);
    let call = client.call(Method::POST, "/v9/search", None).safety(Safety::ReadOnly);
    call.send().await.unwrap();
    let listed = Draft::unlisted(Method::POST, "/v9/search").body(json!({})).call::<Listed<Value>>(&client);
    assert_eq!(listed.send().await.unwrap().items, [1], "a reply of the caller's choice");

    for path in [
        "v9",
        "",
        "//elsewhere.example/x",
        "/v9/../v1",
        "/v9/%2E%2e/v1",
        "/v9/%2e",
        "//",
        "/v9/./x",
        "/v9//x",
        "/v9?x=1",
        "/v9#x",
        "/v9\\..\\v1",
        "/v9/{id}",
        "https://elsewhere.example/",
    ] {
        let error = client.call(Method::GET, path, None).send().await.unwrap_err();
        assert_eq!(error.kind(), "invalid_input", "{path}");
    }
}

#[tokio::test]
async fn send_opt_returns_none_after_a_404() {
    let call = |step| Draft::new(&READ).at("id", 7).call::<Value>(&client(script([step]))).send_opt();
    assert!(call(Step::answer(404, "")).await.unwrap().is_none());
    assert!(call(ok()).await.unwrap().is_some());
    assert!(call(Step::answer(403, "")).await.is_err());
}

#[tokio::test]
async fn send_raw_returns_the_answer_with_the_value() {
    let step = Step::answer(201, r#"{"a":1}"#).header("x-request-id", "r-1");
    let answer = Draft::new(&ONCE).call::<Value>(&client(script([step]))).send_raw().await.unwrap();
    assert_eq!((answer.value["a"].as_u64(), answer.status.as_u16()), (Some(1), 201));
    assert_eq!(
        (&answer.headers["x-request-id"], answer.body.as_ref()),
        (&"r-1".parse().unwrap(), br#"{"a":1}"#.as_slice())
    );
}

/// Records the fields of every span.
#[derive(Debug, Clone, Default)]
struct Spans(Arc<Mutex<Vec<(String, String)>>>);

impl tracing::Subscriber for Spans {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, span: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        span.record(&mut SpanVisitor(self));
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, values: &tracing::span::Record<'_>) {
        values.record(&mut SpanVisitor(self));
    }
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {}
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

struct SpanVisitor<'a>(&'a Spans);

impl tracing::field::Visit for SpanVisitor<'_> {
    fn record_debug(&mut self, field: &tracing::field::Field, value: &dyn std::fmt::Debug) {
        self.0
            .0
            .lock()
            .unwrap()
            .push((field.name().to_owned(), format!("{value:?}").trim_matches('"').to_owned()));
    }
}

#[tokio::test(start_paused = true)]
async fn spans_have_the_names_of_opentelemetry_and_no_path() {
    let spans = Spans::default();
    let guard = tracing::subscriber::set_default(spans.clone());
    let script = script([Step::lost(), Step::answer(404, r#"{"error":"imani@example.org is not here"}"#)]);
    let call =
        Draft::new(&READ).at("id", "imani@example.org").query("q", SECRET).call::<Value>(&client(script));
    call.send().await.unwrap_err();
    drop(guard);
    let fields = spans.0.lock().unwrap().clone();
    for (name, want) in [
        ("otel.kind", "client"),
        ("otel.name", "GET /things/{id}"),
        ("tassel.vendor", "acme"),
        ("tassel.operation", "things.get"),
        ("http.request.method", "GET"),
        ("url.template", "/things/{id}"),
        ("server.address", "acme.example"),
        ("http.response.status_code", "404"),
        ("http.request.resend_count", "1"),
        ("error.type", "404"),
    ] {
        assert!(fields.iter().any(|(field, value)| field == name && value == want), "{name}: {fields:?}");
    }
    let all = format!("{fields:?}");
    assert!(!all.contains("imani") && !all.contains(SECRET), "{all}");
}
