//! A roll of 20,000 learners: quotas, time and memory.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use async_trait::async_trait;
use serde_json::json;
use tassel_accredible::model::{NewCredential, Recipient};
use tassel_core::ClientOptions;
use tassel_core::kit::Bytes;
use tassel_core::kit::http::{Request, Response};
use tassel_core::transport::{Body, Transport, TransportError};
use tassel_coursepath::model::NewMember;
use tassel_damstra::model::{BulkImport, BulkUser, ScheduleRequest};
use tassel_damstra::users::BulkRoles;
use tassel_falkor::model::{AddedUser, ManageGroup};
use tassel_namecoach::model::NewParticipant;
use tassel_records::{Roll, Scope};
use tassel_sandbox::{Sandbox, Start};

use crate::support;

const LEARNERS: usize = 20_000;

/// Counts the requests, and those answered with 429.
#[derive(Debug)]
struct Counting<T> {
    inner: T,
    calls: Arc<AtomicU64>,
    throttled: Arc<AtomicU64>,
}

#[async_trait]
impl<T: Transport> Transport for Counting<T> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let answer = self.inner.send(request).await?;
        self.calls.fetch_add(1, Relaxed);
        self.throttled.fetch_add(u64::from(answer.status() == 429), Relaxed);
        Ok(answer)
    }
}

fn email(number: usize) -> String {
    format!("learner{number:05}@example.org")
}

/// Gives every learner a credential, a certificate, and a course at each vendor. Every second learner has completed
/// the courses and recorded the name.
async fn enrol(sandbox: &Sandbox) {
    let (quota, limit) = (sandbox.settings().accredible.quota, sandbox.settings().namecoach.rate_limit);
    sandbox.set(|settings| {
        settings.accredible.quota = None;
        settings.accredible.credits = 1_000_000;
        settings.namecoach.rate_limit = None;
    });
    let accredible = support::accredible(ClientOptions::new().transport(sandbox.accredible()));
    let coursepath = support::coursepath(ClientOptions::new().transport(sandbox.coursepath()));
    let damstra = support::damstra(ClientOptions::new().transport(sandbox.damstra()));
    let falkor = support::falkor(ClientOptions::new().transport(sandbox.falkor()));
    let namecoach = support::namecoach(ClientOptions::new().transport(sandbox.namecoach()));
    let numbers: Vec<_> = (0..LEARNERS).collect();
    for batch in numbers.chunks(100) {
        let recipient = |number: &usize| Recipient::new(format!("Identity {number:05}"), email(*number));
        let credentials = batch.iter().map(|number| NewCredential::new(recipient(number), 34));
        accredible.credentials().bulk_create_v1(credentials).send().await.unwrap();
        let name = |number: &usize| format!("{number:05}");
        let users = batch.iter().map(|number| AddedUser::new("Identity", name(number), email(*number)));
        falkor
            .groups()
            .manage(ManageGroup::new(format!("Crew {}", batch[0])).add_users(users))
            .send()
            .await
            .unwrap();
        let roles = || BulkRoles::ResetToTrainee;
        let users =
            batch.iter().map(|number| BulkUser::new("Identity", name(number), email(*number), roles()));
        let users = damstra.users().bulk_import(BulkImport::new(users)).send().await.unwrap().items;
        for (user, number) in users.into_iter().zip(batch) {
            let scheduled =
                damstra.lesson_schedules().create(user.id, ScheduleRequest::new([882])).send().await.unwrap();
            let member = NewMember::new(email(*number)).name(format!("Identity {number:05}"));
            let member = coursepath.members().create_in_course(1042, member).send().await.unwrap().unwrap();
            let participant = NewParticipant::new("Identity", name(number), email(*number));
            namecoach.participants().create("harbour-academy-staff", participant).send().await.unwrap();
            let story = json!({"email": email(*number), "story": "Harbour Safety"});
            sandbox.control("falkor", "award", &story).unwrap();
            if number % 2 == 0 {
                let done = json!({"course": 1042, "member": member.id, "score": 87, "success": true});
                sandbox.control("coursepath", "finish_course", &done).unwrap();
                let done = json!({"schedule": scheduled.ids[0], "passed": true});
                sandbox.control("damstra", "finish_lesson", &done).unwrap();
                sandbox.control("namecoach", "record", &json!({"email": email(*number)})).unwrap();
            }
        }
    }
    sandbox.set(|settings| {
        settings.accredible.quota = quota;
        settings.namecoach.rate_limit = limit;
    });
    sandbox.advance(std::time::Duration::from_secs(3600));
}

/// A line of `/proc/self/status`, in MiB.
fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    let kilobytes = line.trim_matches(|c: char| !c.is_ascii_digit()).parse::<u64>().unwrap_or_default();
    kilobytes / 1024
}

/// `cargo test --release -p tassel-records -- --ignored --nocapture` prints the time and the memory.
#[tokio::test(start_paused = true)]
#[ignore = "takes a minute when it is optimised, and far longer when it is not"]
async fn a_roll_of_twenty_thousand() {
    let began = std::time::Instant::now();
    let sandbox = Sandbox::start(Start { seed: 0, empty: true });
    enrol(&sandbox).await;
    println!("enrolling {LEARNERS} learners: {:?}", began.elapsed());
    let (calls, throttled) = (Arc::<AtomicU64>::default(), Arc::<AtomicU64>::default());
    let vendors = support::vendors(&sandbox, |inner| Counting {
        inner,
        calls: Arc::clone(&calls),
        throttled: Arc::clone(&throttled),
    });
    let before = memory("VmRSS:");
    // Resets the peak.
    let resets = std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let (began, virtually) = (std::time::Instant::now(), tokio::time::Instant::now());
    let mut ended = std::collections::BTreeMap::new();
    let roll = Roll::read(&vendors, &Scope::everybody(), |progress| {
        if let Some(plan) = progress.plan {
            println!("  {} {:?}: {} calls, {:?}", progress.vendor, progress.kind, plan.calls, plan.duration);
        }
        ended.insert(progress.vendor, virtually.elapsed());
    })
    .await;
    // This includes the last 10,000 answers in the sandbox's log.
    let grown = memory("VmHWM:").saturating_sub(before);
    println!(
        "{} learners, {} calls, {:?} ({:?} in virtual time), at most {grown} MiB above {before} MiB",
        roll.learners.len(),
        calls.load(Relaxed),
        began.elapsed(),
        virtually.elapsed(),
    );
    println!("  ended in virtual time: {ended:?}");
    assert!(roll.is_complete(), "{:?}", roll.readings);
    assert_eq!(throttled.load(Relaxed), 0, "the quotas were kept");
    assert_eq!(roll.learners.len(), LEARNERS);
    assert!(roll.doubts.is_empty(), "{:?}", roll.doubts.first());
    let whole = |learner: &&tassel_records::roll::Learner| {
        (learner.completions.len(), learner.certificates.len(), learner.credentials.len()) == (3, 1, 1)
    };
    assert_eq!(roll.learners.iter().filter(whole).count(), LEARNERS);
    if resets {
        assert!(grown < 256, "{grown} MiB");
    }
}
