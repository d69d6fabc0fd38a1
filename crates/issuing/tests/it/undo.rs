//! Undoing what a journal made.

use std::io;

use tassel_accredible::model::{CredentialUpdate, Recipient};
use tassel_accredible::values::Patch;
use tassel_issuing::journal::Storage;
use tassel_issuing::plan::{Plan, PlanOptions, Publish};
use tassel_issuing::{UndoError, Undone, undo};
use tassel_sandbox::{Fault, FaultKind};

use crate::support::{BULK, Desk, applied, check_groups, cohort, publish};

async fn undone(desk: &Desk, plan: &Plan, delete: bool) -> Result<Undone, UndoError> {
    let (mut journal, mut state) = desk.open(plan);
    let today = desk.sandbox.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let ended = undo(&desk.issuer, plan, &mut journal, &mut state, delete, today).await;
    drop(journal);
    assert_eq!(desk.state(plan).rows, state.rows, "the journal has all that was undone");
    desk.check(plan);
    ended
}

/// The expiry dates of the group's credentials.
async fn expiries(desk: &Desk) -> Vec<Option<String>> {
    use tassel_accredible::TryStreamExt;
    let found: Vec<_> =
        desk.client.credentials().search().group(desk.group).stream().try_collect().await.unwrap();
    found.into_iter().map(|it| it.expired_on.and_then(|day| day.civil()).map(|day| day.to_string())).collect()
}

#[tokio::test(start_paused = true)]
async fn what_nobody_saw_is_deleted_and_what_is_public_expires() {
    let today = Some("2026-09-01".to_owned());
    // The mode, whether to delete, and then: the credentials, those deleted, and those expired.
    let cases = [
        (Publish::Never, false, vec![], 3, 0),
        (Publish::Never, true, vec![], 3, 0),
        (Publish::AtOnce, false, vec![today.clone(); 3], 0, 3),
        (Publish::AfterProof, false, vec![today; 3], 0, 3),
        (Publish::AfterProof, true, vec![], 3, 0),
    ];
    for (mode, delete, left, deleted, expired) in cases {
        let label = format!("{mode}, delete: {delete}");
        let desk = Desk::new(false).await;
        let plan = desk.plan(&cohort(3), publish(mode)).await;
        applied(&desk, &plan).await.unwrap();
        let result = undone(&desk, &plan, delete).await.unwrap();
        assert_eq!((result.deleted, result.expired, result.skipped.len()), (deleted, expired, 0), "{label}");
        assert_eq!(expiries(&desk).await, left, "{label}");
        let rows = desk.report(&plan, false);
        assert!(rows.iter().all(|row| row.outcome == "undone" && row.published == (expired > 0)), "{label}");
        // Nothing is undone twice, and nothing is made again.
        let requests = desk.sandbox.requests().len();
        assert_eq!(undone(&desk, &plan, delete).await.unwrap(), Undone::default(), "{label}");
        assert_eq!(desk.sandbox.requests().len(), requests + 1, "{label}: the account alone");
        let status = applied(&desk, &plan).await.unwrap();
        assert_eq!((status.undone, desk.held().await.len()), (3, left.len()), "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_otherwise_now_is_left_alone() {
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(5), PlanOptions::default()).await;
    applied(&desk, &plan).await.unwrap();
    let numbers: Vec<_> =
        desk.report(&plan, false).into_iter().map(|row| row.credential_id.unwrap()).collect();
    let credentials = desk.client.credentials();
    let mut renamed = CredentialUpdate::default();
    let mut recipient = Recipient::default();
    recipient.name = Some("Persona 1".to_owned());
    renamed.recipient = Patch::Set(recipient);
    credentials.update(numbers[0].as_str(), renamed).await.unwrap();
    let mut hidden = CredentialUpdate::default();
    hidden.approve = Patch::Set(false);
    credentials.update(numbers[1].as_str(), hidden).await.unwrap();
    credentials.delete(numbers[2].as_str()).await.unwrap();
    let mut described = CredentialUpdate::default();
    described.description = Patch::Set("Not a field of the sheet".to_owned());
    credentials.update(numbers[3].as_str(), described).await.unwrap();

    let result = undone(&desk, &plan, true).await.unwrap();
    assert_eq!((result.deleted, result.expired), (2, 0));
    assert_eq!(
        result.skipped,
        [
            (2, format!("credential {} has another name now", numbers[0])),
            (3, format!("credential {} is not published any more", numbers[1])),
            (4, format!("credential {} is gone already", numbers[2])),
        ]
    );
    assert_eq!(desk.held().await.len(), 2);

    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(1), publish(Publish::Never)).await;
    applied(&desk, &plan).await.unwrap();
    let number = desk.report(&plan, false)[0].credential_id.clone().unwrap();
    let mut published = CredentialUpdate::default();
    published.approve = Patch::Set(true);
    desk.client.credentials().update(number.as_str(), published).await.unwrap();
    let result = undone(&desk, &plan, true).await.unwrap();
    assert_eq!(result.skipped, [(2, format!("credential {number} is published now"))]);
}

#[tokio::test(start_paused = true)]
async fn what_this_journal_did_not_make_is_not_touched() {
    let desk = Desk::new(false).await;
    desk.issue(Some("C-1"), "Imke Alto", "imke.aalto@example.org").await;
    desk.issue(Some("C-2"), "Obi Fenn", "obi.fenn@example.org").await;
    let sheet = "Name,Email,ID\nImke Aalto,imke.aalto@example.org,C-1\nObi Fenn,obi.fenn@example.org,C-2\n\
                 Rana Idris,rana.idris@example.org,C-3\n";
    let plan = desk.plan(sheet, PlanOptions::default()).await;
    let status = applied(&desk, &plan).await.unwrap();
    assert_eq!((status.updated, status.kept, status.created), (1, 1, 1));
    let result = undone(&desk, &plan, true).await.unwrap();
    assert_eq!((result.deleted, result.skipped.len()), (1, 0));
    let status = desk.status(&plan);
    assert_eq!((status.updated, status.kept, status.undone), (1, 1, 1), "an update is not undone");
    let imke = desk.client.credentials().get("C-1").await.unwrap();
    assert_eq!(imke.recipient.unwrap().name.as_deref(), Some("Imke Aalto"));
}

#[tokio::test(start_paused = true)]
async fn what_was_there_before_it_was_sent_is_not_undone() {
    // A lost answer may be the one that made it.
    for is_lost in [false, true] {
        let desk = Desk::new(false).await;
        let plan = desk.plan(&cohort(2), PlanOptions::default()).await;
        let (mut journal, mut state) = desk.open(&plan);
        check_groups(&mut journal, &mut state);
        drop(journal);
        let own_id = plan.rows[0].own_id.as_deref();
        let mut number = 0;
        if is_lost {
            desk.sandbox.fault(Fault::new(FaultKind::DropAfter).operation(BULK).times(1)).unwrap();
        } else {
            number = desk.issue(own_id, "Person 1", "person.1@example.org").await.1;
        }
        assert_eq!(applied(&desk, &plan).await.unwrap().created, 2);
        let result = undone(&desk, &plan, true).await.unwrap();
        let reason =
            format!("credential {number} was there before it was sent: this journal did not make it");
        let skipped = if is_lost { Vec::new() } else { vec![(2, reason)] };
        assert_eq!((result.deleted + skipped.len() as u64, result.skipped), (2, skipped), "lost: {is_lost}");
    }
}

/// Ends after some lines, as a process does that is killed.
#[derive(Debug)]
struct Killed(Box<dyn Storage>, usize);

impl Storage for Killed {
    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        if self.1 == 0 {
            return Err(io::Error::other("killed"));
        }
        self.1 -= 1;
        self.0.append(line)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync()
    }
}

#[tokio::test(start_paused = true)]
async fn an_undo_that_is_killed_is_continued() {
    for delete in [false, true] {
        // The run; then an intent and a result for each row.
        for lines in 0..7 {
            let label = format!("delete: {delete}, {lines} lines");
            let desk = Desk::new(false).await;
            let plan = desk.plan(&cohort(3), PlanOptions::default()).await;
            applied(&desk, &plan).await.unwrap();
            let (journal, mut state) = desk.open(&plan);
            let mut journal = journal.with_storage(|inner| Box::new(Killed(inner, lines)));
            let today = "2026-09-01".parse().unwrap();
            let ended = undo(&desk.issuer, &plan, &mut journal, &mut state, delete, today).await;
            let path = desk.journal().display().to_string();
            assert_eq!(
                ended.unwrap_err().to_string(),
                format!("the journal {path}: killed. The run has ended; undo again to continue"),
                "{label}"
            );
            drop(journal);
            let result = undone(&desk, &plan, delete).await.unwrap();
            assert_eq!(result.skipped, [], "{label}");
            assert_eq!(desk.status(&plan).undone, 3, "{label}");
            assert_eq!(expiries(&desk).await.len(), if delete { 0 } else { 3 }, "{label}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_fails_ends_an_undo_that_can_be_continued() {
    let desk = Desk::new(false).await;
    let mut plan = desk.plan(&cohort(3), PlanOptions::default()).await;
    applied(&desk, &plan).await.unwrap();
    desk.sandbox.fault(Fault::status(401).operation("credentials.delete").times(1)).unwrap();
    let error = undone(&desk, &plan, true).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "credentials.delete answered 401 with an empty body. The run has ended; undo again to continue"
    );
    desk.sandbox.fault(Fault::new(FaultKind::DropAfter).operation("credentials.delete").times(1)).unwrap();
    assert_eq!(undone(&desk, &plan, true).await.unwrap().deleted, 3);
    assert_eq!(desk.held().await, []);

    let hash = plan.hash();
    plan.account.issuer = "4711".to_owned();
    let mut journal = tassel_issuing::Journal::open(&desk.journal(), &hash, |_| {}).unwrap();
    let mut state = tassel_issuing::State::new(&plan);
    let today = "2026-09-01".parse().unwrap();
    let error = undo(&desk.issuer, &plan, &mut journal, &mut state, true, today).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        format!(
            "the plan is for issuer 4711 at {}; use the configuration that the plan was made with",
            plan.host
        )
    );
}
