//! Every setting, and arbitrary input.

use serde_json::{Value, json};
use tassel_sandbox::namecoach::{EmptySearch, ParticipantChoice, TOKEN};
use tassel_sandbox::{Sandbox, Settings, Start};

use super::{PAGE, ask, ask_as, get};

/// The label, the change of the settings, the request, and the expected answer.
type Row =
    (&'static str, fn(&mut Settings), &'static str, &'static str, &'static str, u16, &'static str, Value);

#[tokio::test]
async fn every_setting_has_an_effect() {
    const NEW: &str = r#"{"participant": {"email": "imani.okonjo@example.org"}}"#;
    let rows: &[Row] = &[
        (
            "tokens",
            |it| it.namecoach.tokens.clear(),
            "GET",
            "/exports",
            "",
            401,
            "/message",
            json!("Not Authorized"),
        ),
        (
            "rate_limit",
            |it| it.namecoach.rate_limit = Some(0),
            "GET",
            "/exports",
            "",
            429,
            "/message",
            json!("Too Many Requests"),
        ),
        (
            "not strict",
            |_| {},
            "POST",
            PAGE,
            NEW,
            201,
            "/participant/email",
            json!("imani.okonjo@example.org"),
        ),
        (
            "strict",
            |it| it.namecoach.strict = true,
            "POST",
            PAGE,
            NEW,
            422,
            "/errors/email/0",
            json!("has already been taken"),
        ),
        (
            "strict",
            |it| it.namecoach.strict = true,
            "POST",
            PAGE,
            NEW,
            422,
            "/errors/notes/0",
            json!("can't be blank"),
        ),
        (
            "largest_page",
            |it| it.namecoach.largest_page = Some(3),
            "GET",
            "/participants?per_page=50",
            "",
            200,
            "/meta/count",
            json!(3),
        ),
        (
            "pages_of_nothing",
            |it| it.namecoach.pages_of_nothing = 0,
            "GET",
            "/participants?email_list=x",
            "",
            200,
            "/meta/total_pages",
            json!(0),
        ),
        (
            "of the newest",
            |_| {},
            "GET",
            "/participants/zofia.wojcik@example.org",
            "",
            200,
            "/participant/event_slug",
            json!("harbour-academy-staff"),
        ),
        (
            "of_several",
            |it| it.namecoach.of_several = ParticipantChoice::Oldest,
            "GET",
            "/participants/zofia.wojcik@example.org",
            "",
            200,
            "/participant/event_slug",
            json!("harbour-safety-2026"),
        ),
        (
            "search_without_list",
            |it| it.namecoach.search_without_list = EmptySearch::NotFound,
            "POST",
            "/participants/search",
            "{}",
            404,
            "/message",
            json!("Not Found"),
        ),
        (
            "export_name_page_changes",
            |it| it.namecoach.export_name_page_changes = false,
            "POST",
            "/exports",
            r#"{"export": {"name_page_id": "7C1D9"}}"#,
            202,
            "/export/name_page_id",
            json!("7C1D9"),
        ),
        (
            "moodle.disabled",
            |it| it.namecoach.moodle.disabled = true,
            "POST",
            "/lti/moodle/courses/synchronize",
            r#"{"api_token": "sandbox-moodle-token", "external_course_id": 118}"#,
            422,
            "/message",
            json!("API integration for tool consumer is disabled"),
        ),
        (
            "moodle.courses",
            |it| it.namecoach.moodle.courses.clear(),
            "POST",
            "/lti/moodle/courses/synchronize",
            r#"{"api_token": "sandbox-moodle-token", "external_course_id": 118}"#,
            404,
            "/message",
            json!("Course doesn't exist in Moodle"),
        ),
    ];
    for (label, set, method, path, body, status, pointer, want) in rows {
        let sandbox = Sandbox::new();
        sandbox.set(set);
        let (got, answer) = ask(&sandbox, method, path, body).await;
        assert_eq!((got, answer.pointer(pointer)), (*status, Some(want)), "{label}: {answer}");
    }
    let sandbox = Sandbox::new();
    sandbox.set(|it| {
        it.namecoach.rate_limit = Some(0);
        it.namecoach.headers_on_429 = true;
        it.namecoach.retry_after = true;
    });
    let (_, headers, _) = ask_as(&sandbox, TOKEN, "GET", "/exports", "").await;
    assert_eq!(
        (&headers["nc-rate-limit-remaining"], &headers["retry-after"]),
        (&"0".parse().unwrap(), &"1".parse().unwrap())
    );
    sandbox.set(|it| {
        it.namecoach.rate_limit = None;
        it.namecoach.export_seconds = [0, 0];
    });
    let (status, headers, asked) =
        ask_as(&sandbox, TOKEN, "POST", "/exports", r#"{"export": {"name_page_id": "7C1D9"}}"#).await;
    assert_eq!((status, headers.get("nc-rate-limit-limit")), (202, None));
    let path = format!("/exports/{}", asked["export"]["id"].as_str().unwrap());
    assert_eq!(get(&sandbox, &path).await["export"]["state"], "completed", "it took no time");
}

/// Every operation with the statuses in its contract.
const OPERATIONS: [(&str, &str, &[u16]); 11] = [
    ("GET", "/participants/X", &[200, 404]),
    ("GET", "/participants", &[200]),
    ("POST", "/participants/search", &[200]),
    ("GET", "/participants/latest", &[200, 404]),
    ("POST", "/name_pages/7C1D9/participants", &[201, 420, 422]),
    ("GET", "/name_pages/X/participants", &[200, 404]),
    ("GET", "/name_pages/7C1D9/participants/X", &[200, 404]),
    ("POST", "/exports", &[202, 422]),
    ("GET", "/exports/X", &[200, 404]),
    ("GET", "/exports", &[200]),
    ("POST", "/lti/moodle/courses/synchronize", &[200, 400, 404, 422]),
];

#[tokio::test]
async fn arbitrary_input_is_answered_as_documented() {
    let sandbox = Sandbox::new();
    sandbox.set(|it| it.namecoach.rate_limit = None);
    let mut random = fastrand::Rng::with_seed(7);
    let values = [
        "null",
        "true",
        "-1",
        "1e400",
        "18446744073709551616",
        r#""""#,
        r#""a@b.c""#,
        r#""7C1D9""#,
        "[]",
        "[[null]]",
        "{}",
        r#""\u0000""#,
        r#""2026-01-01T00:00:00+9999""#,
        r#""sandbox-moodle-token""#,
        r#""118""#,
    ];
    let names = [
        "participant",
        "export",
        "email",
        "email_list",
        "page",
        "per_page",
        "include",
        "first_name",
        "custom_objects",
        "phone_number",
        "updated_after",
        "name_page_id",
        "api_token",
        "external_course_id",
        "icon_code",
    ];
    let mut field = |depth: usize| {
        let value = values[random.usize(..values.len())];
        let inner = format!("{{\"{}\": {value}}}", names[random.usize(..names.len())]);
        format!(
            "\"{}\": {}",
            names[random.usize(..names.len())],
            if depth > 0 { inner.as_str() } else { value }
        )
    };
    let bodies: Vec<_> =
        (0..60).map(|round| format!("{{{}, {}, {}}}", field(round % 2), field(1), field(0))).collect();
    let odd = ["", "%00", "%FF%FE", "a%2Fb", "%2E%2E", "é", "'\";--"].map(str::to_owned);
    for (method, path, statuses) in OPERATIONS {
        for (round, body) in bodies.iter().enumerate() {
            let id = ["imani.okonjo@example.org", "%00", "a%2Fb", "%FF", "7C1D9"][round % 5];
            let query: Vec<_> =
                names.iter().map(|name| format!("{name}={}", odd[(round + name.len()) % 7])).collect();
            let path = format!(
                "{}?token={id}&{}",
                path.replace('X', id),
                query.join("&").replace('é', "%C3%A9").replace(['\'', '"'], "%22")
            );
            for body in [body.as_str(), &body[..body.len() / 2]] {
                let (status, answer) = ask(&sandbox, method, &path, body).await;
                assert!(statuses.contains(&status), "{method} {path} {body}: {status} {answer}");
                assert!(status < 400 || answer["message"].is_string(), "{method} {path} {body}: {answer}");
            }
        }
    }
}

#[tokio::test]
async fn the_same_seed_gives_the_same_answers() {
    async fn transcript(seed: u64) -> String {
        let sandbox = Sandbox::start(Start { seed, empty: false });
        let mut text = get(&sandbox, "/participants?per_page=50&include=embeddables,custom_attributes")
            .await
            .to_string();
        for body in [r#"{"participant": {"email": "a@example.org"}}"#, "{}"] {
            text += &ask(&sandbox, "POST", PAGE, body).await.1.to_string();
        }
        text + &ask(&sandbox, "POST", "/exports", r#"{"export": {"name_page_id": "7C1D9"}}"#)
            .await
            .1
            .to_string()
    }
    let first = transcript(7).await;
    assert_eq!(first, transcript(7).await);
    assert_ne!(first, transcript(8).await);
}
