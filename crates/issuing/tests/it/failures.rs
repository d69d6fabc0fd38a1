//! What can go wrong while a plan is applied, with the message that a person reads.

use std::io;

use tassel_accredible::model::CredentialUpdate;
use tassel_accredible::values::Patch;
use tassel_issuing::journal::{JournalError, Storage};
use tassel_issuing::plan::{PlanOptions, Publish};
use tassel_issuing::{ApplyError, ApplyOptions, Journal, NoWatch, Plan, State, Status, apply};
use tassel_sandbox::Fault;
use tassel_sandbox::accredible::TakenIdPolicy;

use crate::support::{At, BULK, Desk, applied, check_groups, cohort, counts, publish};

async fn fails(desk: &Desk, plan: &Plan) -> String {
    applied(desk, plan).await.unwrap_err().to_string()
}

/// A disk on which a write fails after some lines.
#[derive(Debug)]
struct Full {
    inner: Box<dyn Storage>,
    lines: usize,
    in_sync: bool,
}

impl Full {
    fn fail(&self) -> io::Result<()> {
        if self.lines == 0 {
            Err(io::Error::new(io::ErrorKind::StorageFull, "no space left"))
        } else {
            Ok(())
        }
    }
}

impl Storage for Full {
    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        if !self.in_sync && self.lines == 0 {
            // A part of the line finds room.
            self.inner.append(&line[..line.len() / 2])?;
            self.fail()?;
        }
        self.inner.append(line)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.fail()?;
        self.lines -= 1;
        self.inner.sync()
    }
}

#[tokio::test(start_paused = true)]
async fn a_full_disk_ends_the_run_at_once() {
    for in_sync in [false, true] {
        // The run; the check; the intent and the result of the first; the first intent of many.
        for lines in 0..8 {
            let label = format!("{lines} lines, in sync: {in_sync}");
            let desk = Desk::new(true).await;
            desk.sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
            let plan = desk.plan(&cohort(40), PlanOptions::default()).await;
            let (journal, mut state) = desk.open(&plan);
            let mut journal = journal.with_storage(|inner| Box::new(Full { inner, lines, in_sync }));
            let options = ApplyOptions::default();
            let ended = apply(&desk.issuer, &plan, &mut journal, &mut state, &options, &NoWatch).await;
            let error = ended.unwrap_err().to_string();
            let path = desk.journal().display().to_string();
            assert_eq!(
                error,
                format!(
                    "the journal {path}: no space left. The run has ended; apply the plan again to continue"
                ),
                "{label}"
            );
            assert!(
                desk.sent(BULK) <= lines.saturating_sub(2),
                "{label}: a batch was sent without its intent"
            );
            drop(journal);
            let status = applied(&desk, &plan).await.unwrap();
            assert_eq!(counts(&status), [40, 40, 0, 0, 0], "{label}");
            assert_eq!(desk.held().await.len(), 40, "{label}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_journal_is_for_one_process_and_one_plan() {
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(3), PlanOptions::default()).await;
    let path = desk.journal().display().to_string();
    let open = |plan: &Plan| Journal::open(&desk.journal(), &plan.hash(), |_| {}).map(drop);
    let held = desk.open(&plan);
    let error = open(&plan).unwrap_err();
    assert!(matches!(error, JournalError::InUse { .. }));
    let text = format!("the journal {path} is in use by another process; wait for its end");
    assert_eq!(error.to_string(), text);
    drop(held);
    open(&plan).unwrap();

    let other = desk.plan(&cohort(4), PlanOptions::default()).await;
    let text = format!(
        "the journal {path} is of another plan (hash {}); this plan has the hash {}. Move the journal away",
        plan.hash(),
        other.hash()
    );
    assert_eq!(open(&other).unwrap_err().to_string(), text);
}

/// On a machine that checked the groups before any other wrote.
async fn on_machine(name: &str, desk: &Desk, plan: &Plan) -> Result<Status, ApplyError> {
    let mut state = State::new(plan);
    let path = desk.folder.path().join(name);
    let mut journal = Journal::open(&path, &plan.hash(), |line| state.take(&line.entry)).unwrap();
    check_groups(&mut journal, &mut state);
    apply(&desk.issuer, plan, &mut journal, &mut state, &ApplyOptions::default(), &NoWatch).await
}

#[tokio::test(start_paused = true)]
async fn two_machines_at_once_end_with_one_visible_credential_a_row() {
    let cases = [
        (TakenIdPolicy::Refused, false, 40),
        (TakenIdPolicy::Refused, true, 40),
        (TakenIdPolicy::Second, false, 40),
        (TakenIdPolicy::Second, true, 40),
    ];
    for (taken_id, allows_duplicates, credentials) in cases {
        for lag in [0, 20] {
            let label = format!("{taken_id:?}, duplicates: {allows_duplicates}, lag {lag}");
            let desk = Desk::new(allows_duplicates).await;
            desk.sandbox.set(|settings| {
                settings.accredible.taken_id = taken_id;
                settings.accredible.search_lag = lag;
            });
            let plan = desk.plan(&cohort(40), PlanOptions::default()).await;
            // The answers take a while, so that both are under way.
            desk.sandbox.fault(Fault::delay(std::time::Duration::from_millis(400)).operation(BULK)).unwrap();
            let (one, two) = tokio::join!(on_machine("one", &desk, &plan), on_machine("two", &desk, &plan));
            for status in [one.unwrap(), two.unwrap()] {
                assert_eq!(counts(&status), [40, 40, 0, 0, 0], "{label}");
            }
            desk.sandbox.advance(std::time::Duration::from_secs(60));
            let held = desk.held().await;
            let visible = held.iter().filter(|(_, is_published)| *is_published).count();
            assert_eq!(visible, 40, "{label}");
            assert!(held.len() == credentials || lag > 0, "{label}: {}", held.len());
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_revoked_key_ends_the_run_and_a_new_one_continues_it() {
    let cases = [
        ("creating", Publish::AfterProof, BULK),
        ("creating", Publish::AtOnce, BULK),
        ("proving", Publish::AfterProof, "credentials.search"),
        ("publishing", Publish::AfterProof, "credentials.update"),
    ];
    for (phase, mode, operation) in cases {
        let label = format!("{phase}, {mode}");
        let desk = Desk::new(false).await;
        let plan = desk.plan(&cohort(150), publish(mode)).await;
        let set = |key: &str| desk.sandbox.set(|settings| settings.accredible.api_key = key.to_owned());
        let revoke = At(|now: &str| {
            if now == phase {
                set("another");
            }
        });
        let error = desk.watched(&plan, &ApplyOptions::default(), &revoke).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            format!(
                "{operation} answered 401: HTTP Token: Access denied.. The run has ended; apply the plan again to \
                 continue"
            ),
            "{label}"
        );
        let status = desk.status(&plan);
        assert!(status.pending > 0 && status.in_doubt + status.refused == 0, "{label}: {status:?}");
        set(tassel_sandbox::accredible::API_KEY);
        let status = applied(&desk, &plan).await.unwrap();
        assert_eq!(counts(&status), [150, 150, 0, 0, 0], "{label}");
        assert_eq!(desk.held().await.len(), 150, "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn credits_that_run_out_leave_rows_unpublished() {
    for mode in [Publish::AfterProof, Publish::AtOnce] {
        let desk = Desk::new(false).await;
        let plan = desk.plan(&cohort(50), publish(mode)).await;
        desk.sandbox.set(|settings| settings.accredible.credits = 20);
        assert_eq!(
            fails(&desk, &plan).await,
            "publishing may cost 50 credits, and 20 are left; buy credits, or apply all the same \
             (--allow-unpublished): what cannot be published stays unpublished"
        );
        let all_the_same = ApplyOptions { allow_unpublished: true, ..ApplyOptions::default() };
        let error = desk.apply(&plan, &all_the_same).await.unwrap_err();
        let ApplyError::NotPublished { credential, .. } = &error else { panic!("{mode}: {error}") };
        assert_eq!(
            error.to_string(),
            format!(
                "credential {credential} was to be published, and the reply does not say that it is: no credits are \
                 left"
            ),
            "{mode}"
        );
        assert_eq!(desk.held().await.len(), 50, "{mode}");
        let status = desk.status(&plan);
        assert_eq!(counts(&status), [20, 20, 0, 0, 30], "{mode}");
        assert_eq!(desk.credits().await, 0, "{mode}");
        desk.sandbox.set(|settings| settings.accredible.credits = 30);
        assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [50, 50, 0, 0, 0], "{mode}");
        assert_eq!(desk.problems(&plan), Vec::<String>::new(), "{mode}: nothing is wrong any more");
    }
}

#[tokio::test(start_paused = true)]
async fn an_account_in_sandbox_mode_publishes_nothing() {
    for mode in [Publish::AfterProof, Publish::AtOnce] {
        let desk = Desk::new(false).await;
        let plan = desk.plan(&cohort(5), publish(mode)).await;
        desk.sandbox.set(|settings| settings.accredible.sandbox_mode = true);
        let error = applied(&desk, &plan).await.unwrap_err();
        let ApplyError::NotPublished { credential, .. } = &error else { panic!("{mode}: {error}") };
        assert_eq!(
            error.to_string(),
            format!(
                "credential {credential} was to be published, and the reply does not say that it is: there are \
                 credits; the account may be in sandbox mode"
            )
        );
        assert_eq!(counts(&desk.status(&plan)), [0, 0, 0, 0, 5], "{mode}");
        let problems = desk.problems(&plan);
        assert!(problems.contains(&"2 pending: the vendor did not publish it".to_owned()), "{problems:?}");
        desk.sandbox.set(|settings| settings.accredible.sandbox_mode = false);
        assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [5, 5, 0, 0, 0], "{mode}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_batch_that_is_refused_as_a_whole_is_sent_row_by_row() {
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(31), PlanOptions::default()).await;
    let refusal = |times| {
        let mut fault = Fault::status(422).operation(BULK).times(times);
        fault.body = Some(r#"{"errors":"Invalid Group"}"#.to_owned());
        fault
    };
    // The first row alone; then thirty.
    desk.sandbox.fault(refusal(1)).unwrap();
    let status = applied(&desk, &plan).await.unwrap();
    assert_eq!(counts(&status), [30, 30, 1, 0, 0]);
    assert_eq!(desk.problems(&plan), ["2 refused: credentials.bulk_create answered 422: Invalid Group"]);

    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(31), publish(Publish::AtOnce)).await;
    desk.sandbox.fault(refusal(1)).unwrap();
    let status = applied(&desk, &plan).await.unwrap();
    assert_eq!(counts(&status), [31, 31, 0, 0, 0]);
    assert_eq!(desk.sent(BULK), 32, "two batches, and thirty rows alone");
    assert_eq!(desk.problems(&plan), Vec::<String>::new());
}

#[tokio::test(start_paused = true)]
async fn a_group_that_is_deleted_midway_is_named() {
    let desk = Desk::new(false).await;
    let plan = desk.plan(&cohort(40), PlanOptions::default()).await;
    let set = |key: &str| desk.sandbox.set(|settings| settings.accredible.api_key = key.to_owned());
    let revoke = At(|_: &str| set("another"));
    desk.watched(&plan, &ApplyOptions::default(), &revoke).await.unwrap_err();
    set(tassel_sandbox::accredible::API_KEY);
    desk.client.groups().delete(desk.group).await.unwrap();
    let status = applied(&desk, &plan).await.unwrap();
    assert_eq!(counts(&status), [1, 1, 39, 0, 0]);
    let problems = desk.problems(&plan);
    assert_eq!(problems.len(), 39);
    assert_eq!(problems[0], "3 refused: The credential is not valid: group_id Invalid Group");
}

#[tokio::test(start_paused = true)]
async fn a_group_that_changed_after_the_plan_is_refused_by_row() {
    let sheet = "Name,Email,ID\nImke Aalto,imke.aalto@example.org,C-1\nObi Fenn,obi.fenn@example.org,C-2\n\
                 Rana Idris,rana.idris@example.org,C-3\nSuki Olsen,suki.olsen@example.org,C-4\n\
                 Tomas Brandt,tomas.brandt@example.org,C-5\nUma Reyes,uma.reyes@example.org,C-6\n";
    let desk = Desk::new(true).await;
    let (_, kept) = desk.issue(Some("C-1"), "Imke Aalto", "imke.aalto@example.org").await;
    let (_, deleted) = desk.issue(Some("C-2"), "Obi Fenn", "obi.fenn@example.org").await;
    let (_, changed) = desk.issue(Some("C-3"), "Rana Idris", "rana.idris@example.org").await;
    let plan = desk.plan(sheet, PlanOptions::default()).await;
    assert_eq!((plan.count("keep"), plan.count("create")), (3, 3));
    let _ = kept;
    desk.client.credentials().delete(deleted).await.unwrap();
    let mut update = CredentialUpdate::default();
    let mut recipient = tassel_accredible::model::Recipient::default();
    recipient.name = Some("Rana Idriss".to_owned());
    update.recipient = Patch::Set(recipient);
    desk.client.credentials().update(changed, update).await.unwrap();
    let (_, own) = desk.issue(Some("C-4"), "Suki Olsen", "suki.olsen@example.org").await;
    let (_, person) = desk.issue(None, "Tomas Brandt", "tomas.brandt@example.org").await;
    let stale = [
        "3: the credential is gone".to_owned(),
        format!("4: credential {changed} has another name now"),
        format!("5: there is credential {own} for it now"),
        format!("6: this person has credential {person} of the group now"),
    ];
    assert_eq!(
        fails(&desk, &plan).await,
        format!(
            "the group changed after the plan was made: {}. Make the plan again, or apply the other rows (--refresh)",
            stale.iter().map(|it| format!("row {it}")).collect::<Vec<_>>().join("; ")
        )
    );
    assert_eq!(desk.sent(BULK), 0);
    let others = ApplyOptions { refresh: true, ..ApplyOptions::default() };
    let status = desk.apply(&plan, &others).await.unwrap();
    assert_eq!((status.kept, counts(&status)), (1, [1, 1, 0, 0, 4]));
    let pending = stale.map(|it| it.replacen(':', " pending:", 1));
    assert_eq!(desk.problems(&plan), pending);
}
