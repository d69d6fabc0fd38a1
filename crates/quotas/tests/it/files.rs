//! One process: shared stores, damaged files, an unusable folder.

use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use fs4::FileExt;
use tassel_accredible::quota::{
    Correction, Lease, Quota, QuotaError, QuotaKey, QuotaRule, QuotaScope, Quotas, Settlement, Window,
};
use tassel_accredible::{Client, ClientOptions};
use tassel_quotas::FileQuotas;
use tassel_sandbox::Sandbox;
use tempfile::TempDir;

const MINUTE: Duration = Duration::from_secs(60);

static TRAILING: QuotaRule =
    QuotaRule::new("default", QuotaScope::Credential, &[Window::Trailing { limit: 3, per: MINUTE }]);
static FIXED: QuotaRule = QuotaRule::new(
    "default",
    QuotaScope::Credential,
    &[Window::Fixed { limit: 3, per: MINUTE, then_every: Some(Duration::from_secs(10)) }],
);

fn quota(folder: &Path, rule: &'static QuotaRule, host: &str, credential: &str) -> Arc<dyn Quota> {
    let key = QuotaKey::new("acme", host, Some(credential.to_owned().into()));
    FileQuotas::new(folder).quota(rule, &key)
}

async fn take(quota: &Arc<dyn Quota>) -> Result<Lease, QuotaError> {
    quota.acquire(Duration::ZERO, MINUTE).await
}

fn only_file(folder: &TempDir, extension: &str) -> std::path::PathBuf {
    let files = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path());
    let mut files = files.filter(|path| path.extension().is_some_and(|it| it == extension));
    let file = files.next().unwrap();
    assert!(files.next().is_none(), "one file");
    file
}

#[tokio::test]
async fn two_stores_over_one_folder_count_together() {
    for (label, rule) in [("trailing", &TRAILING), ("fixed", &FIXED)] {
        let folder = tempfile::tempdir().unwrap();
        let (one, other) = (quota(folder.path(), rule, "a", "k"), quota(folder.path(), rule, "a", "k"));
        let first = take(&one).await.unwrap();
        take(&other).await.unwrap();
        assert_eq!(one.left().await.unwrap(), 1, "{label}");
        one.settle(first, Settlement::NotSent).await.unwrap();
        assert_eq!(other.left().await.unwrap(), 2, "{label}: a request that was not sent does not count");
        take(&one).await.unwrap();
        take(&other).await.unwrap();
        let error = take(&one).await.unwrap_err();
        assert!(matches!(error, QuotaError::HeldBack { paused: false, .. }), "{label}: {error}");
        other.reset().await.unwrap();
        assert_eq!(one.left().await.unwrap(), 3, "{label}: reset");
        let lease = take(&one).await.unwrap();
        let pause = Settlement::Sent(Some(Correction::Pause(MINUTE)));
        one.settle(lease, pause).await.unwrap();
        let error = take(&other).await.unwrap_err();
        assert!(matches!(error, QuotaError::HeldBack { paused: true, .. }), "{label}: {error}");
        assert!(other.time_for(1).await.unwrap() > Duration::from_secs(58), "{label}");
    }
}

#[tokio::test]
async fn a_quota_is_counted_per_host_and_credential() {
    let folder = tempfile::tempdir().unwrap();
    let first = quota(folder.path(), &TRAILING, "a.example:8443", "s3cret-key");
    take(&first).await.unwrap();
    for (label, host, credential, left) in [
        ("the same", "a.example:8443", "s3cret-key", 2),
        ("another key", "a.example:8443", "another", 3),
        ("another host", "b.example", "s3cret-key", 3),
        ("a host that looks alike", "a.example-8443", "s3cret-key", 3),
    ] {
        let quota = quota(folder.path(), &TRAILING, host, credential);
        assert_eq!(quota.left().await.unwrap(), left, "{label}");
    }
    let name = only_file(&folder, "ledger").file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("acme-a.example-8443-default-") && !name.contains("s3cret"), "{name}");
    let text = std::fs::read_to_string(only_file(&folder, "ledger")).unwrap();
    assert!(!text.contains("s3cret"), "{text}");
}

#[tokio::test]
async fn a_damaged_file_counts_as_used_up() {
    for (label, text) in [("empty", ""), ("no ledger", "12\n"), ("torn", "12\n[1,7,[[5,1"), ("other", "x")] {
        let folder = tempfile::tempdir().unwrap();
        let quota = quota(folder.path(), &TRAILING, "a", "k");
        take(&quota).await.unwrap();
        std::fs::write(only_file(&folder, "ledger"), text).unwrap();
        assert_eq!(quota.left().await.unwrap(), 0, "{label}");
        quota.reset().await.unwrap();
        assert_eq!(quota.left().await.unwrap(), 3, "{label}: and can be reset");
    }
}

#[tokio::test]
async fn a_clock_that_is_set_back_frees_no_room_and_adds_no_wait() {
    let folder = tempfile::tempdir().unwrap();
    let quota = quota(folder.path(), &TRAILING, "a", "k");
    for _ in 0..3 {
        let lease = take(&quota).await.unwrap();
        quota.settle(lease, Settlement::Sent(None)).await.unwrap();
    }
    // Every time in the file is moved a year ahead.
    let file = only_file(&folder, "ledger");
    let text = std::fs::read_to_string(&file).unwrap();
    let year: u64 = 365 * 86_400 * 1_000_000;
    let later = |digits: &str| match digits.parse::<u64>() {
        Ok(time) if digits.len() == 16 => (time + year).to_string(),
        _ => digits.to_owned(),
    };
    let mut moved = String::new();
    for part in text.split_inclusive(|c: char| !c.is_ascii_digit()) {
        let digits = part.trim_end_matches(|c: char| !c.is_ascii_digit());
        moved += &later(digits);
        moved += &part[digits.len()..];
    }
    assert_ne!(moved, text);
    std::fs::write(file, moved).unwrap();
    assert_eq!(quota.left().await.unwrap(), 0);
    assert!(quota.time_for(1).await.unwrap() <= MINUTE);
}

#[tokio::test]
async fn without_a_usable_folder_a_process_uses_a_quarter_and_reports_it_once() {
    let folder = tempfile::tempdir().unwrap();
    let blocking_file = folder.path().join("file");
    std::fs::write(&blocking_file, "").unwrap();
    let reports = Arc::new(Mutex::new(Vec::new()));
    let quotas = FileQuotas::new(blocking_file.join("quotas")).on_unreachable({
        let reports = Arc::clone(&reports);
        move |error| reports.lock().unwrap().push(error.to_string())
    });
    let sandbox = Sandbox::new();
    let options = ClientOptions::new().quotas(Arc::new(quotas)).transport(sandbox.accredible());
    let options = options.deadline(Duration::from_secs(1));
    let client = Client::builder(tassel_sandbox::accredible::API_KEY).with(options).build().unwrap();
    for _ in 0..50 {
        client.issuer().get().await.unwrap();
    }
    let error = client.issuer().get().await.unwrap_err();
    assert!(error.to_string().contains("was held back: its quota is used up"), "{error}");
    let reports = reports.lock().unwrap();
    assert_eq!(reports.len(), 1, "{reports:?}");
    assert!(reports[0].contains("accredible") && reports[0].contains("quotas"), "{reports:?}");
}

#[tokio::test]
async fn a_wait_for_the_lock_times_out() {
    let folder = tempfile::tempdir().unwrap();
    let quota = quota(folder.path(), &TRAILING, "a", "k");
    take(&quota).await.unwrap();
    let lock = std::fs::File::open(only_file(&folder, "lock")).unwrap();
    FileExt::lock(&lock).unwrap();
    assert_eq!(quota.left().await.unwrap(), 2, "reading needs no lock");
    let error = take(&quota).await.unwrap_err();
    assert!(matches!(error, QuotaError::Unreachable(_)) && error.to_string().contains("locked"), "{error}");
    drop(lock);
    take(&quota).await.unwrap();
}
