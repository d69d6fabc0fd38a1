//! Faults, webhooks and settings with unknown names.

use serde_json::{Value, json};
use tassel_sandbox::{Fault, FaultKind};

use crate::hostile::{control, serve};

#[tokio::test]
async fn unknown_names_are_rejected() {
    let (sandbox, address) = serve(|server| server).await;
    let hook = "http://localhost/hook";
    for (label, method, path, body, want) in [
        (
            "a vendor",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "vendor": "moodle"}),
            "there is no vendor `moodle`; there is accredible, coursepath, damstra, falkor, namecoach",
        ),
        (
            "a vendor, misspelt",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "vendor": "Acredible"}),
            "there is no vendor `Acredible`; did you mean `accredible`?",
        ),
        (
            "an operation",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "operation": "certificates.burn"}),
            "no vendor has an operation `certificates.burn`; there is credentials.",
        ),
        (
            "an operation, misspelt",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "operation": "credential.create"}),
            "no vendor has an operation `credential.create`; did you mean `credentials.create`?",
        ),
        (
            "another vendor's operation",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "vendor": "falkor", "operation": "credentials.get"}),
            "falkor has no operation `credentials.get`; it has groups.",
        ),
        (
            "an event",
            "POST",
            "/faults",
            json!({"kind": "lose_event", "event": "NOTHING"}),
            "no vendor has an event `NOTHING`; there is COURSE",
        ),
        (
            "an event, misspelt",
            "POST",
            "/faults",
            json!({"kind": "lose_event", "vendor": "coursepath", "event": "coursemember_completed"}),
            "coursepath has no event `coursemember_completed`; did you mean `COURSEMEMBER_COMPLETED`?",
        ),
        (
            "events of a vendor without",
            "POST",
            "/faults",
            json!({"kind": "lose_event", "vendor": "accredible"}),
            "accredible sends no events; coursepath, damstra, falkor do",
        ),
        ("a kind", "POST", "/faults", json!({"kind": "drop"}), "unknown variant `drop`, expected one of"),
        (
            "a field",
            "POST",
            "/faults",
            json!({"kind": "delay", "ms": 1}),
            "unknown field `ms`, expected one of",
        ),
        (
            "never",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "times": 0}),
            "`times` is at least 1; leave it out for ever",
        ),
        (
            "a field of another kind",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "status": 500}),
            "a `drop_after` has no `status`; leave it out, or make it a `status`",
        ),
        (
            "a body of another kind",
            "POST",
            "/faults",
            json!({"kind": "delay", "milliseconds": 1, "body": "{}"}),
            "a `delay` has no `body`; leave it out, or make it a `status`",
        ),
        (
            "a wait of another kind",
            "POST",
            "/faults",
            json!({"kind": "endless", "retry_after": "1"}),
            "a `endless` has no `retry_after`; leave it out, or make it a `status`",
        ),
        (
            "acting of another kind",
            "POST",
            "/faults",
            json!({"kind": "lose_event", "acted": true}),
            "a `lose_event` has no `acted`; leave it out, or make it a `status`",
        ),
        (
            "a time of another kind",
            "POST",
            "/faults",
            json!({"kind": "lose_event", "milliseconds": 1}),
            "a `lose_event` has no `milliseconds`; leave it out, or make it a `delay_event`",
        ),
        (
            "a late action without a time",
            "POST",
            "/faults",
            json!({"kind": "act_late"}),
            "a `act_late` needs `seconds`",
        ),
        (
            "seconds of another kind",
            "POST",
            "/faults",
            json!({"kind": "drop_after", "seconds": 1}),
            "a `drop_after` has no `seconds`; leave it out, or make it an `act_late`",
        ),
        (
            "a webhook's vendor",
            "POST",
            "/webhooks",
            json!({"vendor": "falcor", "url": hook}),
            "there is no vendor `falcor`; did you mean `falkor`?",
        ),
        (
            "a webhook's event",
            "POST",
            "/webhooks",
            json!({"vendor": "falkor", "url": hook, "events": ["enrolment"]}),
            "falkor has no event `enrolment`; did you mean `enrolments`?",
        ),
        (
            "a webhook's field",
            "POST",
            "/webhooks",
            json!({"vendor": "falkor", "url": hook, "event": "rewards"}),
            "unknown field `event`, expected one of",
        ),
        (
            "a setting's vendor",
            "PATCH",
            "/settings",
            json!({"moodle": {"credits": 0}}),
            "there is no vendor `moodle`; there is accredible, coursepath, damstra, falkor, namecoach",
        ),
        (
            "a setting",
            "PATCH",
            "/settings",
            json!({"accredible": {"bills": 0}}),
            "accredible has no setting `bills`; it has api_key, ",
        ),
        (
            "a setting, misspelt",
            "PATCH",
            "/settings",
            json!({"accredible": {"credit": 0}}),
            "accredible has no setting `credit`; did you mean `credits`?",
        ),
        (
            "a setting within one",
            "PATCH",
            "/settings",
            json!({"damstra": {"quota": {"limit": 1, "second": 1}}}),
            "unknown field `second`, expected `limit` or `seconds`",
        ),
        (
            "a value of a setting",
            "PATCH",
            "/settings",
            json!({"damstra": {"update_method": "patch"}}),
            "unknown variant `patch`, expected one of `post`, `put`, `both`",
        ),
        (
            "an operation in a setting",
            "PATCH",
            "/settings",
            json!({"falkor": {"endpoints": ["groups.manage", "groups.mange"]}}),
            "falkor has no operation `groups.mange`; did you mean `groups.manage`?",
        ),
        (
            "another vendor's operation in a setting",
            "PATCH",
            "/settings",
            json!({"falkor": {"endpoints": ["credentials.get"]}}),
            "falkor has no operation `credentials.get`; it has groups.",
        ),
        (
            "a day that is not in every year",
            "PATCH",
            "/settings",
            json!({"accredible": {"billing_year_start": "02-30"}}),
            "`02-30` is not a day of every year; write it like 04-01",
        ),
        ("no settings", "PATCH", "/settings", json!([1]), "the body is not an object"),
        (
            "the settings of no vendor",
            "PATCH",
            "/settings",
            json!({"damstra": 1}),
            "`damstra` is not an object",
        ),
    ] {
        let before = sandbox.settings();
        let (status, text) = control(&address, method, path, &body).await;
        let problem = serde_json::from_str::<Value>(&text).unwrap()["error"].to_string();
        assert_eq!(status, 400, "{label}: {text}");
        assert!(problem.trim_matches('"').starts_with(want), "{label}: {problem}");
        assert!(sandbox.faults().is_empty() && sandbox.webhooks().is_empty(), "{label}");
        assert_eq!(sandbox.settings(), before, "{label}");
        // In process, the message is the same.
        let said = match path {
            "/faults" => serde_json::from_value(body).ok().map(|fault| sandbox.fault(fault)),
            "/webhooks" => {
                serde_json::from_value(body).ok().map(|hook| sandbox.register_webhook(hook).map(drop))
            }
            _ => None,
        };
        assert!(said.is_none_or(|said| said.unwrap_err().starts_with(want)), "{label}");
    }
    let error = sandbox.control("falcor", "reward", &json!({})).unwrap_err();
    assert_eq!(error, "there is no vendor `falcor`; did you mean `falkor`?");
    for (vendor, name, want) in [
        ("falkor", "rewrd", "falkor has no control `rewrd`; did you mean `reward`?"),
        ("namecoach", "sing", "namecoach has no control `sing`; it has record"),
        ("accredible", "sing", "accredible has no control `sing`; it has event, private_link"),
    ] {
        assert_eq!(sandbox.control(vendor, name, &json!({})).unwrap_err(), want);
    }
    let known = Fault::new(FaultKind::DropAfter).operation("credentials.get");
    sandbox.fault(Fault { vendor: Some("accredible".to_owned()), ..known }).unwrap();
}
