//! A cohort, a sandbox, and what a test does with them.

use std::fmt;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use serde_json::Value;
use tassel_accredible::model::{Credential, NewCredential, Recipient};
use tassel_accredible::{Client, ClientOptions, TryStreamExt};
use tassel_core::transport::{
    Body, Bytes, CallContext, Request, Response, Transport, TransportError, async_trait,
};
use tassel_issuing::plan::{PlanOptions, Publish, make};
use tassel_issuing::sheet::{Format, Sheet};
use tassel_issuing::{
    AccredibleIssuer, ApplyError, ApplyOptions, Journal, NoWatch, Plan, State, Status, apply, journal,
};
use tassel_issuing::{Progress, Standing, Watch, report};
use tassel_sandbox::Sandbox;
use tassel_sandbox::SandboxTransport;
use tassel_sandbox::accredible::API_KEY;
use tempfile::TempDir;

/// The group of the tests.
pub const GROUP: &str = "cohort-2026";

/// The operation that creates a batch.
pub const BULK: &str = "credentials.bulk_create";

pub fn publish(publish: Publish) -> PlanOptions {
    PlanOptions { publish, ..PlanOptions::default() }
}

/// Rows that are created, published, refused, in doubt, pending.
pub fn counts(status: &Status) -> [u64; 5] {
    [status.created, status.published, status.refused, status.in_doubt, status.pending]
}

pub async fn applied(desk: &Desk, plan: &Plan) -> Result<Status, ApplyError> {
    desk.apply(plan, &ApplyOptions::default()).await
}

/// A sandbox with an empty group, and a folder for files.
pub struct Desk {
    pub sandbox: Sandbox,
    pub client: Client,
    pub issuer: AccredibleIssuer,
    pub group: u64,
    pub folder: TempDir,
}

impl Desk {
    /// With a group that allows, or does not allow, a second credential for an address.
    pub async fn new(allow_duplicates: bool) -> Self {
        Self::rewriting(allow_duplicates, |_, _| {}).await
    }

    /// With a vendor whose JSON is rewritten, by operation.
    pub async fn rewriting(allow_duplicates: bool, rewrite: Rewrite) -> Self {
        let sandbox = Sandbox::new();
        let transport = Rewriting { inner: sandbox.accredible(), rewrite };
        let options = ClientOptions::new().transport(transport).clock(sandbox.clock()).seed(7);
        let client = Client::builder(API_KEY).with(options).build().unwrap();
        let mut group =
            tassel_accredible::model::NewGroup::new(GROUP, "Harbour Safety", "Two days at the harbour");
        group.allow_duplicate_credentials = Some(allow_duplicates);
        let saved = client.groups().create(group).await.unwrap();
        let group = saved.group.id.as_u64().unwrap();
        let issuer = AccredibleIssuer::new(client.clone());
        Self { sandbox, client, issuer, group, folder: tempfile::tempdir().unwrap() }
    }

    pub async fn plan(&self, sheet: &str, options: PlanOptions) -> Plan {
        let sheet = Sheet::read(sheet.as_bytes(), Format::Csv, &[]).unwrap();
        let options = PlanOptions {
            group: options.group.or(Some(GROUP.to_owned())),
            now: Some(self.sandbox.now()),
            ..options
        };
        make(&self.issuer, sheet, &options).await.unwrap()
    }

    /// Applies a plan with the journal in the desk's folder.
    pub async fn apply(&self, plan: &Plan, options: &ApplyOptions) -> Result<Status, ApplyError> {
        self.watched(plan, options, &NoWatch).await
    }

    pub async fn watched(
        &self,
        plan: &Plan,
        options: &ApplyOptions,
        watch: &dyn Watch,
    ) -> Result<Status, ApplyError> {
        let (mut journal, mut state) = self.open(plan);
        let ended = apply(&self.issuer, plan, &mut journal, &mut state, options, watch).await;
        drop(journal);
        if !matches!(ended, Err(ApplyError::Journal(_))) {
            assert_eq!(self.state(plan).rows, state.rows, "the journal has all that was done");
        }
        self.check(plan);
        ended
    }

    /// Checks what holds whatever happened: the status adds up to the rows and agrees with the report, and an anonymous
    /// report names nobody.
    pub fn check(&self, plan: &Plan) {
        let (status, rows) = (self.status(plan), self.report(plan, false));
        let words = [
            (status.created, Standing::Created),
            (status.updated, Standing::Updated),
            (status.kept, Standing::Kept),
            (status.invalid, Standing::Invalid),
            (status.duplicate, Standing::Duplicate),
            (status.conflict, Standing::Conflict),
            (status.refused, Standing::Refused),
            (status.in_doubt, Standing::InDoubt),
            (status.pending, Standing::Pending),
            (status.undone, Standing::Undone),
        ];
        assert_eq!(words.iter().map(|(count, _)| count).sum::<u64>(), status.rows, "{status:?}");
        assert_eq!(rows.len() as u64, status.rows);
        for (count, word) in words {
            let reported = rows.iter().filter(|row| row.outcome == word.name()).count() as u64;
            assert_eq!(reported, count, "{}: {status:?}", word.name());
        }
        let anonymous = self.csv(plan, true).to_lowercase();
        for row in &plan.rows {
            let fields = plan.fields(row);
            for text in [fields.name, fields.email, fields.id, fields.phone_number].into_iter().flatten() {
                assert!(!anonymous.contains(&text.to_lowercase()), "{text}: {anonymous}");
            }
        }
    }

    /// Applies a plan until all is created, and nothing is proved.
    pub async fn create_only(&self, plan: &Plan) {
        struct UntilCreated(AtomicBool);
        impl Watch for UntilCreated {
            fn progress(&self, progress: Progress<'_>) {
                self.0.fetch_or(progress.phase == "creating" && progress.done == progress.all, Relaxed);
            }

            fn is_stopping(&self) -> bool {
                self.0.load(Relaxed)
            }
        }
        let (mut journal, mut state) = self.open(plan);
        let (options, watch) = (ApplyOptions::default(), UntilCreated(AtomicBool::new(false)));
        let ended = apply(&self.issuer, plan, &mut journal, &mut state, &options, &watch).await;
        assert_eq!(
            ended.unwrap_err().to_string(),
            "stopped after the calls under way; apply the plan again to continue"
        );
    }

    pub fn status(&self, plan: &Plan) -> Status {
        Status::of(plan, &self.state(plan))
    }

    pub fn report(&self, plan: &Plan, anonymous: bool) -> Vec<report::ReportRow> {
        let (mut state, mut urls) = (State::new(plan), report::Urls::default());
        let each = |line: journal::Line| {
            state.take(&line.entry);
            urls.take(&line);
        };
        journal::read(&self.journal(), &plan.hash(), each).unwrap();
        report::rows(plan, &state, &urls, anonymous).collect()
    }

    pub fn csv(&self, plan: &Plan, anonymous: bool) -> String {
        let mut csv = Vec::new();
        report::write_csv(plan, self.report(plan, anonymous).into_iter(), anonymous, &mut csv).unwrap();
        String::from_utf8(csv).unwrap()
    }

    /// The problems of the rows that have one, with their outcome: `2 refused: it is gone`.
    pub fn problems(&self, plan: &Plan) -> Vec<String> {
        let rows = self.report(plan, false).into_iter();
        let text = |row: report::ReportRow| Some(format!("{} {}: {}", row.row, row.outcome, row.problem?));
        rows.filter_map(text).collect()
    }

    /// Creates a credential as somebody else does. Returns it with the vendor's number.
    pub async fn issue(&self, own_id: Option<&str>, name: &str, email: &str) -> (Credential, u64) {
        self.order(own_id, name, email, |_| {}).await
    }

    pub async fn order(
        &self,
        own_id: Option<&str>,
        name: &str,
        email: &str,
        more: impl FnOnce(&mut NewCredential),
    ) -> (Credential, u64) {
        let mut new = NewCredential::new(Recipient::new(name, email), self.group);
        new.id = own_id.map(|own_id| own_id.to_owned().into());
        new.issued_on = Some("2026-09-01".parse::<jiff::civil::Date>().unwrap().into());
        more(&mut new);
        let made = self.client.credentials().create(new).await.unwrap();
        let number = made.accredible_internal_id.clone().map(|number| number.to_string());
        let number = number.unwrap_or_else(|| made.id.to_string()).parse().unwrap();
        (made, number)
    }

    pub fn open(&self, plan: &Plan) -> (Journal, State) {
        let mut state = State::new(plan);
        let journal = Journal::open(&self.journal(), &plan.hash(), |line| state.take(&line.entry)).unwrap();
        (journal, state)
    }

    pub fn state(&self, plan: &Plan) -> State {
        let mut state = State::new(plan);
        journal::read(&self.journal(), &plan.hash(), |line| state.take(&line.entry)).unwrap();
        state
    }

    pub fn journal(&self) -> std::path::PathBuf {
        Path::new(self.folder.path()).join("plan.journal")
    }

    /// The addresses of the group's credentials, each with whether it is published, in order.
    pub async fn held(&self) -> Vec<(String, bool)> {
        let search = self.client.credentials().search().group(self.group);
        let found: Vec<_> = search.stream().try_collect().await.unwrap();
        let mut held: Vec<_> = found
            .into_iter()
            .map(|it| (it.recipient_email.unwrap_or_default(), it.approve == Some(true)))
            .collect();
        held.sort();
        held
    }

    /// The number of requests of an operation.
    pub fn sent(&self, operation: &str) -> usize {
        self.sandbox.requests().iter().filter(|it| it.operation == Some(operation)).count()
    }

    /// The credits that were used.
    pub async fn credits(&self) -> i64 {
        self.client.issuer().get().await.unwrap().certificate_left.unwrap()
    }
}

/// Notes that the groups are as the plan says, so that what comes to be there after it is met by the creation itself.
pub fn check_groups(journal: &mut Journal, state: &mut State) {
    let checked = journal::Entry::Checked { stale: Vec::new() };
    state.take(&checked);
    journal.write(checked).unwrap();
}

/// Does something with the phase at every step.
pub struct At<F>(pub F);

impl<F: Fn(&str) + Sync> Watch for At<F> {
    fn progress(&self, progress: Progress<'_>) {
        self.0(progress.phase);
    }
}

/// Changes the JSON of an operation's answer.
pub type Rewrite = fn(&str, &mut Value);

/// A vendor whose answers are rewritten.
struct Rewriting {
    inner: SandboxTransport,
    rewrite: Rewrite,
}

impl fmt::Debug for Rewriting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

#[async_trait]
impl Transport for Rewriting {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let operation = CallContext::of(request.extensions()).map_or("", |call| call.operation().id);
        let (head, mut body) = self.inner.send(request).await?.into_parts();
        let mut bytes = Vec::new();
        while let Some(chunk) = body.chunk().await.map_err(TransportError::lost)? {
            bytes.extend_from_slice(&chunk);
        }
        if let Ok(mut value) = serde_json::from_slice(&bytes) {
            (self.rewrite)(operation, &mut value);
            bytes = value.to_string().into_bytes();
        }
        let mut answer = Response::from_parts(head, Body::from(bytes));
        answer.headers_mut().remove("content-length");
        Ok(answer)
    }
}

/// A sheet of this many people.
pub fn cohort(people: usize) -> String {
    let mut sheet = "Name,Email,Issued on\n".to_owned();
    for number in 1..=people {
        sheet.push_str(&format!("Person {number},person.{number}@example.org,2026-09-01\n"));
    }
    sheet
}
