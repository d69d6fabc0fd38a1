//! What the vendor answers, and what is there already.

use std::time::Duration;

use serde_json::Value;
use tassel_accredible::TryStreamExt;
use tassel_accredible::model::NewGroup;
use tassel_issuing::ApplyError;
use tassel_issuing::plan::{Action, Plan, PlanOptions, Publish};
use tassel_sandbox::accredible::{DeletedIdPolicy, TakenIdPolicy};
use tassel_sandbox::{Fault, FaultKind};

use crate::support::{BULK, Desk, Rewrite, applied, check_groups, cohort, counts, publish};

fn results(operation: &str, body: &mut Value, change: impl Fn(&mut Vec<Value>)) {
    if operation == BULK
        && let Some(results) = body["results"].as_array_mut()
    {
        change(results);
    }
}

#[tokio::test(start_paused = true)]
async fn an_account_that_publishes_although_asked_not_to_is_stopped_after_one() {
    let true_or_null: [Rewrite; 2] = [
        |operation, body| {
            results(operation, body, |results| results[0]["credential"]["approve"] = true.into());
        },
        |operation, body| {
            results(operation, body, |results| results[0]["credential"]["approve"] = Value::Null);
        },
    ];
    for (rewrite, mode) in true_or_null.into_iter().zip([Publish::AfterProof, Publish::Never]) {
        let desk = Desk::rewriting(false, rewrite).await;
        let plan = desk.plan(&cohort(50), publish(mode)).await;
        let error = applied(&desk, &plan).await.unwrap_err();
        let ApplyError::NotStaged { credential } = &error else { panic!("{mode}: {error}") };
        assert_eq!(
            error.to_string(),
            format!(
                "the first credential was to be created unpublished, and the reply does not say that it is: nothing \
                 more was sent. Look at credential {credential} in the vendor's page"
            )
        );
        assert_eq!(desk.held().await.len(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn results_that_do_not_match_the_rows_are_looked_up() {
    let cases: [(&str, Rewrite); 6] = [
        ("fewer", |operation, body| results(operation, body, |results| drop(results.remove(0)))),
        ("none", |operation, body| results(operation, body, Vec::clear)),
        ("another order", |operation, body| results(operation, body, |results| results.reverse())),
        ("unreadable", |operation, body| results(operation, body, |results| results[0] = "ok".into())),
        ("empty", |operation, body| results(operation, body, |results| results[0] = serde_json::json!({}))),
        ("no recipient", |operation, body| {
            results(operation, body, |results| results[0]["credential"]["recipient"] = Value::Null);
        }),
    ];
    for (label, rewrite) in cases {
        for mode in [Publish::AfterProof, Publish::AtOnce] {
            let desk = Desk::rewriting(true, rewrite).await;
            desk.sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
            let plan = desk.plan(&cohort(40), publish(mode)).await;
            let status = applied(&desk, &plan).await.unwrap();
            assert_eq!(counts(&status), [40, 40, 0, 0, 0], "{label}, {mode}: {:?}", desk.problems(&plan));
            let held = desk.held().await;
            assert!(held.len() == 40 && held.iter().all(|(_, published)| *published), "{label}, {mode}");
            let found = desk.client.credentials().search().group(desk.group);
            let found: Vec<_> = TryStreamExt::try_collect(found.stream()).await.unwrap();
            for row in desk.report(&plan, false) {
                let its = found.iter().find(|it| Some(it.id.to_string()) == row.credential_id).unwrap();
                assert_eq!(its.license_id, row.own_id, "{label}, {mode}: row {}", row.row);
            }
        }
    }
}

#[tokio::test(start_paused = true)]
async fn replies_that_tell_no_number_of_the_vendor_do_no_harm() {
    let desk = Desk::rewriting(false, |operation, body| {
        if operation != "credentials.create"
            && let Some(credential) = body["credential"].as_object_mut()
        {
            credential.remove("accredible_internal_id");
        }
    })
    .await;
    let sheet = "Name,Email,Grade\nImke Aalto,imke.aalto@example.org,90\n";
    let plan = desk.plan(sheet, PlanOptions::default()).await;
    assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [1, 1, 0, 0, 0]);
    let found = desk.client.credentials().search().group(desk.group).stream();
    let found: Vec<_> = TryStreamExt::try_collect(found).await.unwrap();
    let number = found[0].id.to_string();
    assert_eq!(desk.report(&plan, false)[0].credential_id, Some(number.clone()));
    let next = desk.plan(sheet, PlanOptions::default()).await;
    assert_eq!(next.rows[0].action, Action::Keep { credential: number, published: Some(true) });
}

#[tokio::test(start_paused = true)]
async fn an_own_id_that_is_taken_counts_if_it_is_ours() {
    let sheet = "Name,Email,ID\nImke Aalto,imke.aalto@example.org,C-1\nObi Fenn,obi.fenn@example.org,C-2\n";
    for taken_id in [TakenIdPolicy::Refused, TakenIdPolicy::Second] {
        let desk = Desk::new(false).await;
        desk.sandbox.set(|settings| settings.accredible.taken_id = taken_id);
        let plan = desk.plan(sheet, PlanOptions::default()).await;
        // The group is checked, and then somebody else is faster.
        let (mut journal, mut state) = desk.open(&plan);
        check_groups(&mut journal, &mut state);
        drop(journal);
        desk.order(Some("C-1"), "Imke Aalto", "imke.aalto@example.org", |new| new.approve = Some(false))
            .await;
        let status = applied(&desk, &plan).await.unwrap();
        assert_eq!(counts(&status), [2, 2, 0, 0, 0], "{taken_id:?}: {:?}", desk.problems(&plan));
        assert_eq!(desk.held().await.len(), 2, "{taken_id:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_own_id_of_somebody_else_is_refused() {
    let desk = Desk::new(false).await;
    let sheet = "Name,Email,ID\nImke Aalto,imke.aalto@example.org,C-1\nObi Fenn,obi.fenn@example.org,C-2\n";
    let mut group = NewGroup::new("other", "First Aid", "A day");
    group.allow_duplicate_credentials = Some(false);
    let other = desk.client.groups().create(group).await.unwrap().group.id;
    let (_, number) = desk
        .order(Some("C-1"), "Rana Idris", "rana.idris@example.org", |new| new.group_id = Some(other.clone()))
        .await;
    let (_, second) = desk
        .order(Some("C-2"), "Obi Fenn", "obi.fenn@example.org", |new| new.group_id = Some(other.clone()))
        .await;
    let plan = desk.plan(sheet, PlanOptions::default()).await;
    let status = applied(&desk, &plan).await.unwrap();
    assert_eq!(counts(&status), [0, 0, 2, 0, 0]);
    assert_eq!(
        desk.problems(&plan),
        [
            format!(
                "2 refused: credential {number} with its own id has another address; look at it in the vendor's page"
            ),
            format!("3 refused: credential {second} with its own id is in another group"),
        ]
    );
    // A refused row is a result: it is not sent again.
    let sent = desk.sent(BULK);
    applied(&desk, &plan).await.unwrap();
    assert_eq!(desk.sent(BULK), sent);
}

#[tokio::test(start_paused = true)]
async fn an_own_id_that_stays_taken_after_a_deletion_is_refused_at_once() {
    for mode in [Publish::AfterProof, Publish::AtOnce] {
        let desk = Desk::new(false).await;
        desk.sandbox.set(|settings| settings.accredible.deleted_id = DeletedIdPolicy::Taken);
        let (_, number) = desk.issue(Some("C-1"), "Imke Aalto", "imke.aalto@example.org").await;
        desk.client.credentials().delete(number).await.unwrap();
        let sheet =
            "Name,Email,ID\nImke Aalto,imke.aalto@example.org,C-1\nObi Fenn,obi.fenn@example.org,C-2\n";
        let plan = desk.plan(sheet, publish(mode)).await;
        let begun = tokio::time::Instant::now();
        let status = applied(&desk, &plan).await.unwrap();
        assert!(begun.elapsed().as_secs() < 5, "nothing is waited for");
        assert_eq!(counts(&status), [1, 1, 1, 0, 0], "{mode}");
        assert_eq!(
            desk.problems(&plan),
            [
                "2 refused: The credential is not valid: id has already been taken; there is no credential with its \
                 own id"
            ],
            "{mode}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_listing_that_lags_is_read_until_it_shows_everything() {
    let desk = Desk::new(true).await;
    desk.sandbox.set(|settings| {
        settings.accredible.search_lag = 30;
        settings.accredible.taken_id = TakenIdPolicy::Second;
    });
    let plan = desk.plan(&cohort(50), PlanOptions::default()).await;
    desk.sandbox.fault(Fault::new(FaultKind::DropAfter).operation(BULK).times(1)).unwrap();
    assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [50, 50, 0, 0, 0]);
    desk.sandbox.advance(std::time::Duration::from_secs(60));
    assert_eq!(desk.held().await.len(), 50, "nothing is sent twice");

    let desk = Desk::new(true).await;
    desk.sandbox.set(|settings| settings.accredible.search_lag = 1_000_000);
    let plan = desk.plan(&cohort(50), PlanOptions::default()).await;
    assert_eq!(
        applied(&desk, &plan).await.unwrap_err().to_string(),
        format!(
            "the listing of group {} does not show 50 credentials that exist, after 30 readings; apply the plan again \
             later",
            desk.group
        )
    );
    assert_eq!(counts(&desk.status(&plan)), [0, 0, 0, 0, 50]);
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_to_a_publication_is_repeated() {
    for kind in [FaultKind::DropAfter, FaultKind::DropBefore] {
        let desk = Desk::new(false).await;
        let plan = desk.plan(&cohort(40), PlanOptions::default()).await;
        desk.sandbox.fault(Fault::new(kind).operation("credentials.update").times(3)).unwrap();
        assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [40, 40, 0, 0, 0], "{kind:?}");
    }
}

/// A cohort of two of whom the first has a second credential under the same own id.
async fn with_surplus(is_published: bool) -> (Desk, Plan, u64) {
    let desk = Desk::new(true).await;
    desk.sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
    let plan = desk.plan(&cohort(2), PlanOptions::default()).await;
    let own_id = plan.rows[0].own_id.clone().unwrap();
    desk.create_only(&plan).await;
    let mut numbers = Vec::new();
    for _ in 0..2 {
        let (_, number) = desk
            .order(Some(&own_id), "Person 1", "person.1@example.org", |new| new.approve = Some(is_published))
            .await;
        numbers.push(number);
    }
    (desk, plan, numbers[1])
}

#[tokio::test(start_paused = true)]
async fn surplus_is_deleted_while_nobody_saw_it() {
    let (desk, plan, _) = with_surplus(false).await;
    assert_eq!(desk.held().await.len(), 4);
    assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [2, 2, 0, 0, 0]);
    assert_eq!(desk.held().await.len(), 2);

    let (desk, plan, last) = with_surplus(true).await;
    assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [2, 2, 0, 0, 0]);
    let held = desk.held().await;
    assert_eq!(held.len(), 3, "the unpublished one is deleted: {held:?}");
    assert_eq!(
        desk.problems(&plan),
        [format!(
            "2 created: credential {last} is a second one for it, and is published; delete one by hand"
        )]
    );
}

#[tokio::test(start_paused = true)]
async fn what_a_vendor_does_late_stays_unseen_and_is_listed() {
    // Before the second look, and after the rows were sent again.
    for (seconds, surplus) in [(100, 0), (100_000, 1)] {
        let desk = Desk::new(true).await;
        desk.sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
        let plan = desk.plan(&cohort(40), PlanOptions::default()).await;
        let late = Fault::act_late(Duration::from_secs(seconds));
        desk.sandbox.fault(late.operation(BULK).times(1)).unwrap();
        let status = applied(&desk, &plan).await.unwrap();
        assert_eq!(counts(&status), [40, 40, 0, 0, 0], "{seconds}");
        desk.sandbox.advance(Duration::from_secs(seconds));
        let held = desk.held().await;
        assert_eq!(held.len(), 40 + surplus, "{seconds}");
        assert_eq!(held.iter().filter(|(_, is_published)| *is_published).count(), 40, "{seconds}");
        let next = desk.plan(&cohort(40), PlanOptions::default()).await;
        assert_eq!((next.count("keep"), next.unlisted.len()), (40, surplus), "{seconds}");
        let addresses = next.unlisted.iter().map(|it| it.email.as_deref());
        assert!(addresses.eq([Some("person.1@example.org")].into_iter().take(surplus)), "{seconds}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_is_published_at_once_and_may_be_done_late_stays_in_doubt() {
    let desk = Desk::new(true).await;
    desk.sandbox.set(|settings| settings.accredible.taken_id = TakenIdPolicy::Second);
    let plan = desk.plan(&cohort(40), publish(Publish::AtOnce)).await;
    desk.sandbox.fault(Fault::act_late(Duration::from_secs(3_600)).operation(BULK).times(1)).unwrap();
    let status = applied(&desk, &plan).await.unwrap();
    assert_eq!(counts(&status), [10, 10, 0, 30, 0]);
    assert_eq!(
        desk.problems(&plan)[0],
        "2 in_doubt: it was looked for twice and not found; the vendor may still act. Apply again later, or send it \
         again (--resend-doubtful)"
    );
    desk.sandbox.advance(Duration::from_secs(3_600));
    assert_eq!(counts(&applied(&desk, &plan).await.unwrap()), [40, 40, 0, 0, 0]);
    assert_eq!((desk.held().await.len(), desk.sent(BULK)), (40, 2), "nothing was sent again");
}
