//! Changing credentials that exist.

use serde_json::{Value, json};
use tassel_accredible::model::{Credential, CredentialUpdate, EvidenceItem, NewCredential};
use tassel_accredible::values::Patch;
use tassel_issuing::plan::{Plan, PlanOptions};
use tassel_issuing::{ApplyError, ApplyOptions, Status};
use tassel_sandbox::{Fault, FaultKind};

use crate::support::{At, Desk, applied};

const UPDATE: &str = "credentials.update";
const HEAD: &str = "Name,Email,ID,Expires,custom.Hall,meta.batch,Grade\n";

/// A desk with the credential C-1, and a plan that changes it by this row.
async fn with_plan(row: &str) -> (Desk, Plan) {
    let desk = Desk::new(false).await;
    let more = |new: &mut NewCredential| {
        new.custom_attributes = [("Hall", "B"), ("Tutor", "Mensah")]
            .map(|(k, v)| (k.to_owned(), v.into()))
            .into_iter()
            .collect::<serde_json::Map<_, _>>()
            .into();
        new.meta_data = json!({"batch": 6, "nested": {"kept": [1, 2]}}).as_object().cloned();
    };
    desk.order(Some("C-1"), "Imke Alto", "imke.aalto@example.org", more).await;
    let plan = desk.plan(&format!("{HEAD}{row}\n"), PlanOptions::default()).await;
    assert_eq!(plan.count("update"), 1);
    (desk, plan)
}

async fn held(desk: &Desk) -> Credential {
    desk.client.credentials().get("C-1").await.unwrap()
}

fn grades(credential: &Credential) -> Vec<Value> {
    let grade = |item: &EvidenceItem| serde_json::to_value(item).unwrap()["string_object"]["grade"].clone();
    credential.evidence_items.iter().flatten().map(grade).collect()
}

/// The bodies that were sent to an operation.
fn bodies(desk: &Desk, operation: &str) -> Vec<Value> {
    let requests = desk.sandbox.requests().into_iter().filter(|it| it.operation == Some(operation));
    requests.map(|it| serde_json::from_str(&it.body).unwrap()).collect()
}

fn updated(status: &Status) -> [u64; 4] {
    [status.updated, status.refused, status.in_doubt, status.pending]
}

#[tokio::test(start_paused = true)]
async fn only_what_differs_is_sent_and_evidence_never() {
    let (desk, plan) = with_plan("Imke Aalto,imke.aalto@example.org,C-1,2027-08-31,A,7,88.5").await;
    assert_eq!(updated(&applied(&desk, &plan).await.unwrap()), [1, 0, 0, 0]);
    assert_eq!(
        bodies(&desk, UPDATE),
        [json!({"credential": {
            "recipient": {"name": "Imke Aalto"},
            "expired_on": "2027-08-31",
            "custom_attributes": {"Hall": "A", "Tutor": "Mensah"},
            "meta_data": {"batch": "7", "nested": {"kept": [1, 2]}},
        }})]
    );
    let now = held(&desk).await;
    assert_eq!(grades(&now), [88.5]);
    assert_eq!(now.recipient.unwrap().email.as_deref(), Some("imke.aalto@example.org"));

    // Planned again nothing is to be done, and another grade replaces the first.
    let row = |grade: &str| format!("{HEAD}Imke Aalto,imke.aalto@example.org,C-1,,,,{grade}\n");
    assert_eq!(desk.plan(&row("88.5"), PlanOptions::default()).await.count("keep"), 1);
    std::fs::remove_file(desk.journal()).unwrap();
    let next = desk.plan(&row("91"), PlanOptions::default()).await;
    assert_eq!(updated(&applied(&desk, &next).await.unwrap()), [1, 0, 0, 0]);
    assert_eq!(grades(&held(&desk).await), [91]);
    assert_eq!(bodies(&desk, UPDATE).len(), 1, "a grade is no field of an update");
}

#[tokio::test(start_paused = true)]
async fn a_lost_answer_is_looked_up_and_a_grade_is_added_once() {
    for kind in [FaultKind::DropAfter, FaultKind::DropBefore] {
        for operation in [UPDATE, "evidence_items.create"] {
            let (desk, plan) = with_plan("Imke Aalto,imke.aalto@example.org,C-1,,A,,90").await;
            desk.sandbox.fault(Fault::new(kind).operation(operation).times(1)).unwrap();
            let status = applied(&desk, &plan).await.unwrap();
            let label = format!("{kind:?} {operation}");
            let is_open = kind == FaultKind::DropBefore && operation != UPDATE;
            if is_open {
                assert_eq!(updated(&status), [0, 0, 1, 0], "{label}");
                let problems = desk.problems(&plan);
                assert_eq!(
                    problems,
                    [
                        "2 in_doubt: evidence_items.create: no answer arrived: connection closed before message completed; \
                      the grade may still arrive. Apply again later"
                    ],
                    "{label}"
                );
                assert_eq!(updated(&applied(&desk, &plan).await.unwrap()), [1, 0, 0, 0], "{label}");
            } else {
                assert_eq!(updated(&status), [1, 0, 0, 0], "{label}");
            }
            assert_eq!(grades(&held(&desk).await), [90], "{label}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_field_that_somebody_changed_is_left_alone() {
    let (desk, plan) = with_plan("Imke Aalto,imke.aalto@example.org,C-1,,,,").await;
    let mut update = CredentialUpdate::default();
    let mut recipient = tassel_accredible::model::Recipient::default();
    recipient.name = Some("I. Aalto".to_owned());
    update.recipient = Patch::Set(recipient);
    desk.client.credentials().update("C-1", update).await.unwrap();
    assert_eq!(updated(&applied(&desk, &plan).await.unwrap()), [0, 1, 0, 0]);
    assert_eq!(
        desk.problems(&plan),
        [
            "2 refused: somebody changed name after the plan was made: it is `I. Aalto` now; make the plan again"
        ]
    );
    assert_eq!(bodies(&desk, UPDATE).len(), 1);

    let (desk, plan) = with_plan("Imke Aalto,imke.aalto@example.org,C-1,,,,").await;
    let delete = At(|_: &str| {});
    desk.client.credentials().delete("C-1").await.unwrap();
    let refresh = ApplyOptions { refresh: true, ..ApplyOptions::default() };
    let status = desk.watched(&plan, &refresh, &delete).await.unwrap();
    assert_eq!(updated(&status), [0, 0, 0, 1]);
    assert_eq!(desk.problems(&plan), ["2 pending: the credential is gone"]);
}

#[tokio::test(start_paused = true)]
async fn what_the_vendor_refuses_is_a_result() {
    let (desk, plan) = with_plan("Imke Aalto,imke.aalto@example.org,C-1,,,,").await;
    let mut fault = Fault::status(422).operation(UPDATE).times(1);
    fault.body = Some(r#"{"errors":{"recipient_name":["is too long"]}}"#.to_owned());
    desk.sandbox.fault(fault).unwrap();
    assert_eq!(updated(&applied(&desk, &plan).await.unwrap()), [0, 1, 0, 0]);
    assert_eq!(
        desk.problems(&plan),
        ["2 refused: credentials.update answered 422: recipient_name: is too long"]
    );
}

#[tokio::test(start_paused = true)]
async fn a_key_that_is_revoked_leaves_rows_pending() {
    for operation in ["credentials.get", UPDATE] {
        let (desk, plan) = with_plan("Imke Aalto,imke.aalto@example.org,C-1,,,,").await;
        desk.sandbox.fault(Fault::status(401).operation(operation).times(1)).unwrap();
        let error = applied(&desk, &plan).await.unwrap_err();
        assert!(matches!(error, ApplyError::Call(_)), "{error}");
        assert_eq!(updated(&desk.status(&plan)), [0, 0, 0, 1], "{operation}: nothing was done");
        assert_eq!(updated(&applied(&desk, &plan).await.unwrap()), [1, 0, 0, 0], "{operation}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_renewal_without_credits_is_no_success() {
    let desk = Desk::new(false).await;
    let expired = |new: &mut NewCredential| {
        new.issued_on = Some("2025-01-31".parse::<jiff::civil::Date>().unwrap().into());
        new.expired_on = Some("2026-01-31".parse::<jiff::civil::Date>().unwrap().into());
    };
    desk.order(Some("C-1"), "Imke Aalto", "imke.aalto@example.org", expired).await;
    let sheet = "Name,Email,ID,Expires\nImke Aalto,imke.aalto@example.org,C-1,2028-01-31\n";
    let plan = desk.plan(sheet, PlanOptions::default()).await;
    assert_eq!((plan.count("update"), plan.cost.most), (1, 1));
    desk.sandbox.set(|settings| settings.accredible.credits = 0);
    let all_the_same = ApplyOptions { allow_unpublished: true, ..ApplyOptions::default() };
    desk.sandbox.advance(std::time::Duration::from_secs(400 * 24 * 3600));
    assert_eq!(updated(&desk.apply(&plan, &all_the_same).await.unwrap()), [0, 1, 0, 0]);
    assert_eq!(
        desk.problems(&plan),
        ["2 refused: the vendor accepted the change and did not change expired_on; credits may be used up"]
    );
}
