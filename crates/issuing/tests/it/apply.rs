//! Applying a plan, with all that can come between.

use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::time::Duration;

use tassel_issuing::plan::{PlanOptions, Publish};
use tassel_issuing::{ApplyError, ApplyOptions, Progress, Watch};
use tassel_sandbox::{Fault, FaultKind};
use tokio::time::Instant;

use crate::support::{Desk, cohort};

fn publish(publish: Publish) -> PlanOptions {
    PlanOptions { publish, ..PlanOptions::default() }
}

#[tokio::test(start_paused = true)]
async fn a_cohort_is_issued_once() {
    for (mode, published) in [(Publish::AfterProof, true), (Publish::AtOnce, true), (Publish::Never, false)] {
        let desk = Desk::new(false).await;
        let plan = desk.plan(&cohort(70), publish(mode)).await;
        assert_eq!((plan.count("create"), plan.rows.len()), (70, 70), "{mode}");
        let status = desk.apply(&plan, &ApplyOptions::default()).await.unwrap();
        assert_eq!((status.created, status.complete), (70, true), "{mode}: {status:?}");
        assert_eq!(status.published, if published { 70 } else { 0 }, "{mode}");
        let held = desk.held().await;
        assert_eq!(held.len(), 70, "{mode}");
        assert!(held.iter().all(|(_, is_published)| *is_published == published), "{mode}: {held:?}");

        let (creates, updates) = (desk.sent("credentials.bulk_create"), desk.sent("credentials.update"));
        let again = desk.apply(&plan, &ApplyOptions::default()).await.unwrap();
        assert_eq!(again, status, "{mode}");
        let sent = (desk.sent("credentials.bulk_create"), desk.sent("credentials.update"));
        assert_eq!(sent, (creates, updates), "{mode}: a second apply writes nothing");

        let next = desk.plan(&cohort(70), publish(mode)).await;
        assert_eq!(next.count("keep"), 70, "{mode}: planned again, nothing is to be done");
    }
}

#[tokio::test(start_paused = true)]
async fn lost_answers_are_looked_up() {
    // After the vendor acted, and before.
    for kind in [FaultKind::DropAfter, FaultKind::DropBefore] {
        for mode in [Publish::AfterProof, Publish::AtOnce] {
            let label = format!("{kind:?}, {mode}");
            let desk = Desk::new(true).await;
            let plan = desk.plan(&cohort(70), publish(mode)).await;
            desk.sandbox.fault(Fault::new(kind).operation("credentials.bulk_create").times(2)).unwrap();
            let status = desk.apply(&plan, &ApplyOptions::default()).await.unwrap();
            let is_lost = kind == FaultKind::DropBefore && mode == Publish::AtOnce;
            assert_eq!(status.in_doubt > 0, is_lost, "{label}: {status:?}");
            assert_eq!(status.created + status.in_doubt, 70, "{label}: {status:?}");
            assert_eq!(desk.held().await.len() as u64, status.created, "{label}");
            if is_lost {
                let options = ApplyOptions { resend_doubtful: true, ..ApplyOptions::default() };
                let status = desk.apply(&plan, &options).await.unwrap();
                assert_eq!((status.created, status.complete), (70, true), "{label}: {status:?}");
                assert_eq!(desk.held().await.len(), 70, "{label}");
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_not_as_planned_ends_the_run() {
    let desk = Desk::new(true).await;
    let plan = desk.plan(&cohort(3), PlanOptions::default()).await;
    let expected = ApplyOptions { expect: Some("0".repeat(64)), ..ApplyOptions::default() };
    let error = desk.apply(&plan, &expected).await.unwrap_err();
    assert!(matches!(error, ApplyError::Unexpected { .. }), "{error}");
    desk.sandbox.set(|settings| settings.accredible.credits = 2);
    let error = desk.apply(&plan, &ApplyOptions::default()).await.unwrap_err();
    assert!(matches!(error, ApplyError::Credits { need: 3, balance: 2 }), "{error}");
    assert_eq!(desk.sent("credentials.bulk_create"), 0);
}

#[tokio::test(start_paused = true)]
async fn a_wait_ends_when_it_is_asked_to_stop() {
    struct WhenLooking(AtomicBool);
    impl Watch for WhenLooking {
        fn progress(&self, progress: Progress<'_>) {
            self.0.fetch_or(progress.phase == "looking after lost answers", Relaxed);
        }

        fn is_stopping(&self) -> bool {
            self.0.load(Relaxed)
        }
    }
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(3), publish(Publish::AtOnce)).await;
    let lost = Fault::new(FaultKind::DropAfter).operation("credentials.bulk_create").times(1);
    desk.sandbox.fault(lost).unwrap();
    let (began, watch) = (Instant::now(), WhenLooking(AtomicBool::new(false)));
    let ended = desk.watched(&plan, &ApplyOptions::default(), &watch).await;
    assert!(matches!(ended, Err(ApplyError::Stopped)), "{ended:?}");
    assert!(began.elapsed() < Duration::from_secs(2), "it waited for {:?}", began.elapsed());
    assert_eq!(desk.apply(&plan, &ApplyOptions::default()).await.unwrap().created, 3);
}
