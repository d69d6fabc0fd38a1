//! Clients of the vendors in a sandbox.

use std::time::Duration;

use async_trait::async_trait;
use futures_util::{StreamExt, stream};
use serde_json::Value;
use tassel_core::ClientOptions;
use tassel_core::kit::jiff::Timestamp;
use tassel_core::testing::{Scripted, Step};
use tassel_core::transport::Transport;
use tassel_records::roll::Vendors;
use tassel_records::{
    Completions, Credential, CredentialKind, Credentials, Enrollment, Error, MappedRecord, Plan,
    Pronunciation, Pronunciations, Reading, Scope, Source,
};
use tassel_sandbox::Sandbox;

/// All vendors of a sandbox, each over its wrapped transport.
pub fn vendors<T: Transport>(
    sandbox: &Sandbox,
    transport: impl Fn(tassel_sandbox::SandboxTransport) -> T,
) -> Vendors {
    let options = |it| ClientOptions::new().transport(transport(it)).clock(sandbox.clock()).seed(0);
    Vendors::new()
        .accredible(accredible(options(sandbox.accredible())))
        .coursepath(coursepath(options(sandbox.coursepath())))
        .damstra(damstra(options(sandbox.damstra())))
        .falkor(falkor(options(sandbox.falkor())))
        .namecoach(namecoach(options(sandbox.namecoach())))
}

pub fn accredible(options: ClientOptions) -> tassel_accredible::Client {
    tassel_accredible::Client::builder(tassel_sandbox::accredible::API_KEY).with(options).build().unwrap()
}

pub fn coursepath(options: ClientOptions) -> tassel_coursepath::Client {
    let key = tassel_sandbox::coursepath::API_KEY;
    tassel_coursepath::Client::builder("academy.example.org", key).with(options).build().unwrap()
}

pub fn damstra(options: ClientOptions) -> tassel_damstra::Client {
    tassel_damstra::Client::builder(tassel_sandbox::damstra::ACCESS_KEY).with(options).build().unwrap()
}

pub fn falkor(options: ClientOptions) -> tassel_falkor::Client {
    let token = tassel_sandbox::falkor::TOKEN;
    tassel_falkor::Client::builder("account.example.org", token).with(options).build().unwrap()
}

pub fn namecoach(options: ClientOptions) -> tassel_namecoach::Client {
    tassel_namecoach::Client::builder(tassel_sandbox::namecoach::TOKEN).with(options).build().unwrap()
}

/// A transport with these answers, in order.
pub fn transport(steps: impl IntoIterator<Item = Value>) -> ClientOptions {
    let steps = steps.into_iter().map(|body| Step::answer(200, body.to_string()));
    ClientOptions::new().transport(Scripted::new(steps.collect::<Vec<_>>()))
}

/// The records of a reading as JSON, and the text of its final error.
pub async fn read<T: serde::Serialize>(reading: Reading<T>) -> (Vec<Value>, Option<String>) {
    let (mut records, mut failure) = (Vec::new(), None);
    for item in reading.records.collect::<Vec<_>>().await {
        match item {
            Ok(mapped) => records.push(serde_json::to_value(&mapped.record).unwrap()),
            Err(error) => failure = Some(error.to_string()),
        }
    }
    (records, failure)
}

/// A vendor with these records.
#[derive(Clone)]
pub struct FakeVendor {
    pub name: &'static str,
    pub kind: CredentialKind,
    /// The vendor's time, and the delay before it is known.
    pub as_of: Option<(Timestamp, Duration)>,
    pub enrollments: Vec<Enrollment>,
    pub credentials: Vec<Credential>,
    pub pronunciations: Vec<Pronunciation>,
}

fn reading<T: Send + 'static>(records: Vec<T>) -> Reading<T> {
    let records = records.into_iter().map(|it| Ok(MappedRecord::new(it, Source::Other(Value::Null), &[])));
    Reading::new(Plan::calls(0), stream::iter(records))
}

impl Default for FakeVendor {
    fn default() -> Self {
        let (enrollments, credentials, pronunciations) = Default::default();
        Self {
            name: "any",
            kind: CredentialKind::Credential,
            as_of: None,
            enrollments,
            credentials,
            pronunciations,
        }
    }
}

#[async_trait]
impl Completions for FakeVendor {
    fn vendor(&self) -> &'static str {
        self.name
    }

    async fn read_completions(&self, _: &Scope) -> Result<Reading<Enrollment>, Error> {
        Ok(reading(self.enrollments.clone()))
    }
}

#[async_trait]
impl Credentials for FakeVendor {
    fn vendor(&self) -> &'static str {
        self.name
    }

    fn kind(&self) -> CredentialKind {
        self.kind
    }

    async fn read_credentials(&self, _: &Scope) -> Result<Reading<Credential>, Error> {
        let reading = reading(self.credentials.clone());
        let Some((as_of, after)) = self.as_of else { return Ok(reading) };
        tokio::time::sleep(after).await;
        Ok(reading.as_of(Some(as_of)))
    }
}

#[async_trait]
impl Pronunciations for FakeVendor {
    fn vendor(&self) -> &'static str {
        self.name
    }

    async fn read_pronunciations(&self, _: &Scope) -> Result<Reading<Pronunciation>, Error> {
        Ok(reading(self.pronunciations.clone()))
    }
}
