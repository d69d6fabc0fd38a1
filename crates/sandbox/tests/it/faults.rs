//! Faults, in process.

use std::time::Duration;

use tassel_accredible::model::{NewCredential, Recipient};
use tassel_accredible::{CallOptions, Error, Outcome, TryStreamExt};
use tassel_sandbox::{Fault, FaultKind, Sandbox};

use crate::support::client;

fn somebody() -> NewCredential {
    NewCredential::new(Recipient::new("Somebody", "somebody@example.org"), 34).id("own-1")
}

#[tokio::test(start_paused = true)]
async fn each_kind_as_a_client_sees_it() {
    let retry_after = |fault: Fault| Fault { retry_after: Some("9999".to_owned()), ..fault };
    let acted = |fault: Fault| Fault { acted: true, ..fault };
    let with_body = |fault: Fault, body: &str| Fault { body: Some(body.to_owned()), ..fault };
    for (label, fault, kind, outcome, is_there) in [
        ("lost before", Fault::new(FaultKind::DropBefore), "transport", Outcome::Unknown, false),
        ("lost after", Fault::new(FaultKind::DropAfter), "transport", Outcome::Unknown, true),
        ("cut short", Fault::new(FaultKind::Truncate), "transport", Outcome::Applied, true),
        ("malformed", Fault::new(FaultKind::Malformed), "decode", Outcome::Applied, true),
        ("endless", Fault::new(FaultKind::Endless), "body_too_large", Outcome::Applied, true),
        ("too late", Fault::delay(Duration::from_secs(61)), "transport", Outcome::Unknown, true),
        ("throttled", retry_after(Fault::status(429)), "throttled", Outcome::NotApplied, false),
        ("500", Fault::status(500), "rejected", Outcome::Unknown, false),
        ("500 after it acted", acted(Fault::status(500)), "rejected", Outcome::Unknown, true),
        (
            "a page",
            with_body(Fault::status(403), "<html>Blocked</html>"),
            "denied",
            Outcome::NotApplied,
            false,
        ),
        (
            "words",
            with_body(Fault::status(422), r#"{"errors": "no"}"#),
            "invalid",
            Outcome::NotApplied,
            false,
        ),
    ] {
        let sandbox = Sandbox::new();
        sandbox.fault(fault.operation("credentials.create").times(1)).unwrap();
        let error = client(&sandbox).credentials().create(somebody()).send().await.unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (kind, outcome), "{label}: {error}");
        // As the documentation of `create` says for an unknown outcome.
        let there = client(&sandbox).credentials().get("own-1").send_opt().await.unwrap();
        assert_eq!(there.is_some(), is_there, "{label}");
        assert!(sandbox.faults().is_empty(), "{label}: once");
    }
}

#[tokio::test(start_paused = true)]
async fn ignored_paging_is_an_error() {
    let sandbox = Sandbox::new();
    sandbox.fault(Fault::new(FaultKind::IgnorePaging)).unwrap();
    let client = client(&sandbox);
    let by_number = client.groups().search().page_size(2).stream().try_collect::<Vec<_>>().await;
    let by_cursor = client.credentials().search().page_size(7).stream().try_collect::<Vec<_>>().await;
    let by_offset = client.credentials().search().page_size(7).prefetch(3).try_collect::<Vec<_>>().await;
    for (label, error) in
        [("number", by_number.err()), ("cursor", by_cursor.err()), ("offset", by_offset.err())]
    {
        assert!(matches!(error, Some(Error::Incomplete(_))), "{label}: {error:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_delete_is_applied_when_its_answer_is_lost() {
    let sandbox = Sandbox::new();
    let client = client(&sandbox);
    client.credentials().create(somebody()).send().await.unwrap();
    sandbox.fault(Fault::new(FaultKind::DropAfter).operation("credentials.delete").times(1)).unwrap();
    let deleted = client.credentials().delete("own-1").send().await.unwrap();
    assert_eq!(deleted, tassel_accredible::Deleted::NotThere);
    let error = client.credentials().delete("own-1").send().await.unwrap_err();
    assert!(matches!(error, Error::NotFound(_)), "{error}");
}

#[tokio::test]
async fn faults_apply_as_often_as_set() {
    let sandbox = Sandbox::new();
    let client = client(&sandbox);
    let fails = || async {
        let call = client.issuer().get().with(CallOptions::new().no_retry());
        call.send().await.is_err()
    };
    sandbox.fault(Fault::status(503).times(2)).unwrap();
    assert_eq!([fails().await, fails().await, fails().await], [true, true, false]);
    sandbox.fault(Fault::status(503).operation("groups.get")).unwrap();
    sandbox.fault(Fault { vendor: Some("falkor".to_owned()), ..Fault::status(503) }).unwrap();
    assert!(!fails().await, "another operation, another vendor");
    sandbox.fault(Fault::status(503).probability(0.5)).unwrap();
    let mut failed = 0;
    for _ in 0..100 {
        failed += usize::from(fails().await);
    }
    assert!((30..70).contains(&failed), "{failed}");
    sandbox.clear_faults();
    assert!(!fails().await);
    for (fault, words) in [
        (Fault::new(FaultKind::Status), "a `status` needs a `status` from 100 to 599"),
        (Fault::new(FaultKind::Delay), "a `delay` needs `milliseconds`"),
        (Fault::status(500).probability(1.5), "a `probability` is from 0 to 1"),
    ] {
        assert_eq!(sandbox.fault(fault), Err(words.to_owned()));
    }
}
