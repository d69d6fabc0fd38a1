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
    About, Completions, Credential, Credentials, Enrollment, Error, Kind, Mapped, Plan, Pronunciation,
    Pronunciations, Reading, Source,
};
use tassel_sandbox::Sandbox;

/// All vendors, each over what `transport` makes of its transport.
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

/// A transport that answers so, in order.
pub fn transport(steps: impl IntoIterator<Item = Value>) -> ClientOptions {
    let steps = steps.into_iter().map(|body| Step::answer(200, body.to_string()));
    ClientOptions::new().transport(Scripted::new(steps.collect::<Vec<_>>()))
}

/// The records of a reading, as JSON, and the text of the error that it ends with.
pub async fn read<T: serde::Serialize>(reading: Reading<T>) -> (Vec<Value>, Option<String>) {
    let (mut records, mut problem) = (Vec::new(), None);
    for item in reading.records.collect::<Vec<_>>().await {
        match item {
            Ok(mapped) => records.push(serde_json::to_value(&mapped.record).unwrap()),
            Err(error) => problem = Some(error.to_string()),
        }
    }
    (records, problem)
}

/// A vendor that has whatever it is given.
#[derive(Clone)]
pub struct Anything {
    pub name: &'static str,
    pub kind: Kind,
    /// What time it says it is, after so long.
    pub as_of: Option<(Timestamp, Duration)>,
    pub enrollments: Vec<Enrollment>,
    pub credentials: Vec<Credential>,
    pub pronunciations: Vec<Pronunciation>,
}

fn reading<T: Send + 'static>(records: Vec<T>) -> Reading<T> {
    let records = records.into_iter().map(|it| Ok(Mapped::new(it, Source::Other(Value::Null), &[])));
    Reading::new(Plan::calls(0), stream::iter(records))
}

impl Default for Anything {
    fn default() -> Self {
        let (enrollments, credentials, pronunciations) = Default::default();
        Self { name: "any", kind: Kind::Credential, as_of: None, enrollments, credentials, pronunciations }
    }
}

#[async_trait]
impl Completions for Anything {
    fn vendor(&self) -> &'static str {
        self.name
    }

    async fn read_completions(&self, _: &About) -> Result<Reading<Enrollment>, Error> {
        Ok(reading(self.enrollments.clone()))
    }
}

#[async_trait]
impl Credentials for Anything {
    fn vendor(&self) -> &'static str {
        self.name
    }

    fn kind(&self) -> Kind {
        self.kind
    }

    async fn read_credentials(&self, _: &About) -> Result<Reading<Credential>, Error> {
        let reading = reading(self.credentials.clone());
        let Some((as_of, after)) = self.as_of else { return Ok(reading) };
        tokio::time::sleep(after).await;
        Ok(reading.at(Some(as_of)))
    }
}

#[async_trait]
impl Pronunciations for Anything {
    fn vendor(&self) -> &'static str {
        self.name
    }

    async fn read_pronunciations(&self, _: &About) -> Result<Reading<Pronunciation>, Error> {
        Ok(reading(self.pronunciations.clone()))
    }
}
