//! Read-only checks against the hosts of vendors. They run for the vendors whose `TASSEL_LIVE_<VENDOR>_KEY` is in the
//! environment; in CI the sandbox on a port stands for all of them.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use std::process::Command;

use serde_json::json;
use tassel_core::ClientOptions;
use tassel_core::kit::Draft;
use tassel_core::operation::Safety;
use tassel_core::testing::{Scripted, Step};
use tassel_core::transport::{HttpTransport, Method};
use tassel_sandbox::{Sandbox, Server, accredible, coursepath, damstra, falkor, namecoach};
use tassel_tests::Vendor;
use tassel_tests::live::{Guard, Target, check, plan, targets};

/// The checks themselves. A failed call fails the test. An unknown field, header or status is only reported; `--nocapture`
/// shows the report of a run that passes.
#[tokio::test]
async fn vendors_of_the_environment() {
    let targets = targets(|name| std::env::var(name).ok()).unwrap_or_else(|problem| panic!("{problem}"));
    if targets.is_empty() {
        println!("no TASSEL_LIVE_<VENDOR>_KEY is set: no vendor is called");
    }
    let mut failures = 0;
    for target in targets {
        let report = check(&target, HttpTransport::new().unwrap()).await;
        let report = report.unwrap_or_else(|problem| panic!("{:?}: {problem}", target.vendor));
        println!("{report}");
        failures += report.failures();
    }
    assert_eq!(failures, 0, "calls that failed; see the report above");
}

/// The sandbox's key of each vendor.
const KEYS: [(Vendor, &str); 5] = [
    (Vendor::Accredible, accredible::API_KEY),
    (Vendor::Coursepath, coursepath::API_KEY),
    (Vendor::Damstra, damstra::ACCESS_KEY),
    (Vendor::Falkor, falkor::TOKEN),
    (Vendor::NameCoach, namecoach::TOKEN),
];

/// Runs the checks in a process of its own, against the sandbox on a port.
async fn against(sandbox: &Sandbox) -> (bool, String) {
    let server = Server::bind(sandbox.clone(), "127.0.0.1:0").await.unwrap();
    let address = server.address().unwrap();
    let serving = tokio::spawn(server.run());
    let mut checks = Command::new(std::env::current_exe().unwrap());
    checks.args(["--exact", "vendors_of_the_environment", "--nocapture"]);
    for (vendor, key) in KEYS {
        let (name, prefix) =
            (vendor.api().vendor, format!("TASSEL_LIVE_{}", vendor.api().vendor.to_uppercase()));
        checks.env(format!("{prefix}_KEY"), key);
        checks.env(format!("{prefix}_URL"), format!("http://{address}/{name}"));
    }
    let output = tokio::task::spawn_blocking(move || checks.output().unwrap()).await.unwrap();
    serving.abort();
    (output.status.success(), String::from_utf8(output.stdout).unwrap())
}

#[tokio::test]
async fn the_sandbox_as_if_it_were_the_vendors() {
    let sandbox = Sandbox::new();
    let (passed, report) = against(&sandbox).await;
    assert!(passed, "{report}");
    // The sandbox adds a field to Coursepath's answers on purpose.
    let created = ["[].created", "created"].map(|path| format!("unknown field: {path}"));
    let lines = report.lines().filter(|line| line.starts_with("  ") && line.contains('.'));
    let odd: Vec<_> = lines
        .filter(|line| !line.contains("as in the contract") && !line.contains("left out"))
        .filter(|line| !created.iter().any(|created| line.ends_with(created)))
        .collect();
    assert!(odd.is_empty(), "{odd:#?}");
    for path in created {
        assert!(report.contains(&path), "{report}");
    }
    let requests = sandbox.requests();
    for vendor in Vendor::ALL {
        let (api, plan) = (vendor.api(), plan(*vendor));
        let called: Vec<_> =
            requests.iter().filter(|it| it.vendor == api.vendor).filter_map(|it| it.operation).collect();
        let planned: Vec<_> = plan.steps.iter().map(|step| step.operation).collect();
        assert_eq!(called, planned, "{vendor:?}");
    }
}

#[test]
fn a_plan_has_the_read_only_operations_and_no_other() {
    for vendor in Vendor::ALL {
        let plan = plan(*vendor);
        let steps = plan.steps.iter().map(|step| step.operation);
        let mut planned: Vec<_> =
            steps.chain(plan.left_out.iter().map(|(operation, _)| *operation)).collect();
        let read_only = vendor.api().operations.iter().filter(|it| it.safety == Safety::ReadOnly);
        let mut read_only: Vec<_> = read_only.map(|it| it.id).collect();
        planned.sort_unstable();
        read_only.sort_unstable();
        assert_eq!(planned, read_only, "{vendor:?}");
    }
}

#[tokio::test]
async fn the_guard_refuses_what_does_not_read() {
    use tassel_accredible::operations::{CREDENTIALS_CREATE, CREDENTIALS_DELETE, GROUPS_GET, ISSUER_GET};

    let delete = || Draft::new(&CREDENTIALS_DELETE).at("id", 7);
    for (label, draft, refusal) in [
        ("a read", Draft::new(&ISSUER_GET), None),
        (
            "a creation",
            Draft::new(&CREDENTIALS_CREATE).body(json!({})),
            Some("credentials.create is not read-only"),
        ),
        ("a deletion", delete(), Some("credentials.delete is not read-only")),
        (
            "a deletion said to be a read",
            delete().safety(Safety::ReadOnly),
            Some("credentials.delete is not read-only"),
        ),
        (
            "a read said to be a write",
            Draft::new(&ISSUER_GET).safety(Safety::Once),
            Some("issuer.get is not read-only"),
        ),
        (
            "a read by another method",
            Draft::new(&ISSUER_GET).method(Method::PUT),
            Some("issuer.get is not called by PUT"),
        ),
        (
            "a read that is not listed",
            Draft::new(&GROUPS_GET).at("group_id", 7),
            Some("groups.get is not listed"),
        ),
        (
            "a read that is in no table",
            Draft::unlisted(Method::GET, "/v1/issuer/all_designs"),
            Some("call is not read-only"),
        ),
    ] {
        let script = Scripted::new([Step::answer(200, r#"{"issuer": {"id": 1}}"#)]);
        let guard = Guard::new(script.clone(), ["issuer.get", "credentials.delete"].into_iter());
        let options = ClientOptions::new().transport(guard).seed(7);
        let client = Vendor::Accredible.client("https://vendor.example.org", "a-key", options).unwrap();
        let call = client.operation(draft).with(tassel_core::CallOptions::new().no_retry());
        let result = call.send().await;
        match refusal {
            None => assert!(result.is_ok(), "{label}: {result:?}"),
            Some(refusal) => {
                let error = result.unwrap_err().to_string();
                assert!(error.ends_with(&format!("refused: {refusal}")), "{label}: {error}");
            }
        }
        assert_eq!(script.requests().len(), usize::from(refusal.is_none()), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_the_contract_does_not_know_is_reported() {
    let group =
        r#"{"groups": [{"id": 7, "name": "a", "shade": {"red": 1}}, {"id": 8, "hue": null}], "tint": 1}"#;
    let script = Scripted::new([
        Step::answer(200, r#"{"issuer": {"id": 1, "colour": "blue"}}"#).header("x-new", "1"),
        Step::answer(200, group).header("retry-after", "1"),
        Step::answer(418, "{}"),
        Step::answer(200, r#"{"groups": []}"#),
        Step::answer(200, r#"{"collections": []}"#),
        Step::answer(200, r#"{"skill_categories": []}"#),
        Step::answer(200, r#"{"attribute_keys": []}"#),
        Step::answer(200, r#"{"designs": []}"#),
        Step::answer(200, r#"{"designs": [{"id": 7}]}"#),
        Step::answer(400, r#"{"error": "no"}"#),
        Step::answer(200, "[1"),
        Step::answer(200, r#"{"analytics": []}"#),
        Step::answer(200, r#"{"credentials": [], "meta": {"next_page": null, "old": 1}}"#),
    ]);
    let url = "https://vendor.example.org".to_owned();
    let target = Target { vendor: Vendor::Accredible, url, key: "a-key".to_owned() };
    let report = check(&target, script).await.unwrap();
    let want = "\
accredible at https://vendor.example.org
  issuer.get                           200  unknown header: x-new; unknown field: issuer.colour
  groups.search                        200  unknown field: groups[].hue; unknown field: groups[].shade; unknown field: tint
  groups.get                           418  FAILED: groups.get answered 418: {}; unknown status: 418
  groups.list                          200  as in the contract
  collections.search                   200  as in the contract
  skill_categories.list                200  as in the contract
  skill_frameworks.list                -    not called: no value at /groups/*/department_id in the reply of groups.search
  skill_frameworks.search_skills       -    not called: no value at /skill_frameworks/*/id in the reply of \
                skill_frameworks.list
  attribute_keys.search                200  as in the contract
  designs.search                       200  as in the contract
  designs.get                          -    not called: no value at /designs/*/id in the reply of designs.search
  designs.list                         200  as in the contract
  credentials.search                   400  refused: credentials.search answered 400: no
  credentials.list                     200  FAILED: credentials.list answered 200, but its body cannot be read: found an \
                array, expected an object (CredentialList)
  credentials.get                      -    not called: no value at /credentials/*/id in the reply of credentials.search
  analytics.list_of_credential         -    not called: no value at /credentials/*/id in the reply of credentials.search
  analytics.list                       200  as in the contract
  credentials.search_v1                200  unknown field: meta.old
  evidence_items.get                   -    not called: no value at /credential/id in the reply of credentials.get
  references.get                       -    not called: no value at /credential/id in the reply of credentials.get
  credentials.redirect                 -    not called: no value at /credentials/*/id in the reply of credentials.search
  exports.list                         -    left out: an account without the plan feature answers with an error
  credentials.blockchain_data_v1       -    left out: a credential without a record has an answer that is not known
  credentials.blockchain_data          -    left out: a credential without a record has an answer that is not known
  departments.search                   -    left out: an account without the plan feature answers with an error
  departments.get                      -    left out: an account without the plan feature answers with an error
  team_members.get                     -    left out: no operation lists team members
  exports.get                          -    left out: an account without the plan feature answers with an error
  designs.preview                      -    left out: it renders an image at each call
  credentials.generate_pdf             -    left out: the vendor makes a file for each call
  credentials.generate_pdfs            -    left out: the vendor makes a file for each call
  sso.generate_link                    -    left out: its link logs a recipient in
  13 operations called, 2 failed, 7 things unknown";
    assert_eq!(report.to_string(), want);
}

#[test]
fn targets_come_from_the_environment() {
    let sandbox = "https://sandbox.api.accredible.com";
    let no_url = "TASSEL_LIVE_COURSEPATH_KEY is set, but not TASSEL_LIVE_COURSEPATH_URL, the host to call";
    type Row<'a> = (&'a str, &'a [(&'a str, &'a str)], Result<&'a [(Vendor, &'a str)], &'a str>);
    let rows: [Row<'_>; 6] = [
        ("nothing", &[], Ok(&[])),
        ("an empty key", &[("ACCREDIBLE_KEY", "")], Ok(&[])),
        ("a URL without a key", &[("FALKOR_URL", "https://a.example.org")], Ok(&[])),
        ("the vendor's own sandbox", &[("ACCREDIBLE_KEY", "k")], Ok(&[(Vendor::Accredible, sandbox)])),
        (
            "two hosts",
            &[
                ("NAMECOACH_KEY", "k"),
                ("NAMECOACH_URL", "https://n.example.org"),
                ("ACCREDIBLE_KEY", "k"),
                ("ACCREDIBLE_URL", "https://a.example.org"),
            ],
            Ok(&[
                (Vendor::Accredible, "https://a.example.org"),
                (Vendor::NameCoach, "https://n.example.org"),
            ]),
        ),
        ("a key without a URL", &[("COURSEPATH_KEY", "k")], Err(no_url)),
    ];
    for (label, variables, want) in rows {
        let read = |name: &str| {
            let name = name.strip_prefix("TASSEL_LIVE_")?;
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        };
        let found = targets(read);
        let found =
            found.as_ref().map(|it| it.iter().map(|it| (it.vendor, it.url.as_str())).collect::<Vec<_>>());
        assert_eq!(found.as_deref().map_err(|problem| problem.as_str()), want, "{label}");
    }
}
