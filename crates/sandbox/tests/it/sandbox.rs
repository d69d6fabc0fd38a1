//! Seeds, the academy, the clock and the log of requests.

use std::collections::HashSet;
use std::time::Duration;

use serde_json::{Value, json};
use tassel_accredible::TryStreamExt;
use tassel_core::transport::Transport;
use tassel_sandbox::{Fault, Sandbox, Start};

use crate::support::{client, new, request, send};

/// All answers to a series of requests, byte for byte.
async fn transcript(seed: u64) -> String {
    let sandbox = Sandbox::start(Start { seed, empty: false });
    sandbox.fault(Fault::status(503).probability(0.3)).unwrap();
    let mut text = String::new();
    for step in 0..40 {
        let create = json!({"credential": new(&format!("n{step}@example.org"))});
        for request in [
            request("POST", "/v1/credentials", create.to_string()),
            request(
                "POST",
                "/v2/credentials/search",
                json!({"query": {}, "page": {"from": step, "size": 3}}).to_string(),
            ),
            request("GET", "/v1/credentials/none", ""),
        ] {
            let answer = send(&sandbox, request).await;
            text += &format!(
                "{:?}\n{:?}\n{}\n",
                answer.status(),
                answer.headers(),
                String::from_utf8_lossy(answer.body())
            );
        }
        tokio::time::advance(Duration::from_millis(1_234)).await;
        sandbox.advance(Duration::from_secs(3_600 * step));
    }
    text
}

#[tokio::test(start_paused = true)]
async fn the_same_seed_gives_the_same_answers() {
    let first = transcript(7).await;
    assert!(first == transcript(7).await, "the same seed and the same calls at the same times");
    assert!(first != transcript(8).await, "another seed");
    assert!(
        first.contains("503") && first.contains("date\": \"Tue, 01 Sep 2026 08:00:00 GMT"),
        "{}",
        &first[..500]
    );
}

#[tokio::test]
async fn the_academy_at_accredible() {
    let sandbox = Sandbox::new();
    let all: Vec<_> = client(&sandbox).credentials().search().stream().try_collect().await.unwrap();
    let people: HashSet<_> =
        all.iter().map(|credential| credential.recipient_email.as_deref().unwrap().to_lowercase()).collect();
    assert!(people.len() >= 30, "{}", people.len());
    let today = sandbox.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let expired = |credential: &tassel_accredible::model::FoundCredential| {
        credential.expired_on.as_ref().and_then(tassel_accredible::Date::civil).is_some_and(|day| day < today)
    };
    assert!(all.iter().filter(|credential| expired(credential)).count() >= 3, "some have expired");
    assert!(
        all.iter().filter(|credential| credential.approve == Some(false)).count() >= 2,
        "some are unpublished"
    );
    assert!(
        all.iter().filter(|credential| credential.license_id.is_some()).count() >= 3,
        "some have an own id"
    );
    assert!(all.iter().any(|credential| credential.recipient_email.as_deref()
        != credential.recipient_email.as_deref().map(str::to_lowercase).as_deref()));
    let empty = Sandbox::start(Start { seed: 0, empty: true });
    assert_eq!(client(&empty).credentials().search().send().await.unwrap().total, Some(0));
}

#[tokio::test(start_paused = true)]
async fn clock_controls() {
    let sandbox = Sandbox::new();
    let at = |sandbox: &Sandbox| sandbox.now().to_string();
    assert_eq!(at(&sandbox), "2026-09-01T08:00:00Z");
    tokio::time::advance(Duration::from_secs(60)).await;
    assert_eq!(at(&sandbox), "2026-09-01T08:01:00Z");
    sandbox.freeze(true);
    tokio::time::advance(Duration::from_secs(60)).await;
    assert_eq!(at(&sandbox), "2026-09-01T08:01:00Z", "it is frozen");
    sandbox.advance(Duration::from_secs(3_600));
    assert_eq!(at(&sandbox), "2026-09-01T09:01:00Z", "it advances while frozen");
    sandbox.freeze(false);
    tokio::time::advance(Duration::from_secs(1)).await;
    assert_eq!(at(&sandbox), "2026-09-01T09:01:01Z", "it resumes");
    let answer = send(&sandbox, request("GET", "/v1/issuer/details", "")).await;
    assert_eq!(answer.headers()["date"], "Tue, 01 Sep 2026 09:01:01 GMT");
    sandbox.reset(Start::default());
    assert_eq!(at(&sandbox), "2026-09-01T08:00:00Z", "it starts over");
}

#[tokio::test]
async fn requests_are_logged_with_masked_secrets() {
    let sandbox = Sandbox::new();
    send(
        &sandbox,
        request("POST", "/v1/credentials?x=1", json!({"credential": new("a@example.org")}).to_string()),
    )
    .await;
    send(&sandbox, request("GET", "/v1/nowhere", "")).await;
    let record = serde_json::to_value(sandbox.requests()).unwrap();
    assert_eq!(record[0]["operation"], "credentials.create");
    assert_eq!((&record[0]["method"], &record[0]["path"]), (&json!("POST"), &json!("/v1/credentials?x=1")));
    assert_eq!((&record[0]["status"], &record[0]["acted"]), (&json!(200), &json!(true)));
    assert!(record[0]["answer"].as_str().unwrap().starts_with(r#"{"credential""#));
    assert_eq!(
        (&record[1]["operation"], &record[1]["status"], &record[1]["acted"]),
        (&Value::Null, &json!(501), &json!(false))
    );
    assert!(!record.to_string().contains("sandbox-accredible-key"));
    assert!(record.to_string().contains("***"));
}

#[tokio::test]
async fn keys_in_any_header_are_masked() {
    let sandbox = Sandbox::new();
    let vendors = [
        (sandbox.accredible(), "authorization"),
        (sandbox.coursepath(), "authorization"),
        (sandbox.damstra(), "AccessKey"),
        (sandbox.falkor(), "authorization"),
        (sandbox.namecoach(), "authorization"),
    ];
    for (transport, header) in vendors {
        // As over a socket: the value is not marked as sensitive.
        let request = http::Request::get("https://example.org/").header(header, "s3cret");
        transport.send(request.body(bytes::Bytes::new()).unwrap()).await.unwrap();
    }
    let record = serde_json::to_string(&sandbox.requests()).unwrap();
    assert_eq!((record.matches("***").count(), record.contains("s3cret")), (5, false), "{record}");
}

/// Every operation of the table matches its own path.
#[test]
fn every_operation_is_routed() {
    macro_rules! vendors {
        ($($vendor:ident)*) => {
            vec![$((
                stringify!($vendor),
                $vendor::OPERATIONS.iter().map(|it| (it.id, $vendor::OperationId::of(it).map(|it| format!("{it:?}")))).collect(),
                $vendor::OperationId::ALL.len(),
            )),*]
        };
    }
    let vendors: Vec<(_, Vec<(_, _)>, _)> =
        vendors![tassel_accredible tassel_coursepath tassel_damstra tassel_falkor tassel_namecoach];
    for (vendor, operations, matched) in vendors {
        assert_eq!(operations.len(), matched, "{vendor}");
        for (id, found) in operations {
            let words = id.split(['.', '_']).map(|word| word[..1].to_uppercase() + &word[1..]);
            assert_eq!(found, Some(words.collect::<String>()), "{vendor}: {id}");
        }
    }
    let foreign = tassel_accredible::OperationId::of(tassel_falkor::OPERATIONS[0]);
    assert_eq!(foreign, None, "an operation of another vendor");
}
