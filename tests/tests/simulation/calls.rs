//! The calls, and what came of them.

use std::time::Duration;

use tassel_core::{BoxStream, CallOptions, Error, TryStreamExt};
use tassel_sandbox::Sandbox;
use tokio::time::Instant;

use crate::plan::{Plan, Step, Vendor, What};
use crate::wire::Wire;

/// A call that has ended.
#[derive(Debug)]
pub struct Done {
    pub step: Step,
    /// What tells a creation from others, in its body.
    pub mark: String,
    pub took: Duration,
    /// How many came of a listing that ended well; otherwise why it did not.
    pub result: Result<Option<usize>, Error>,
}

/// What makes the calls.
#[derive(Debug, Clone)]
pub struct Caller {
    sandbox: Sandbox,
    accredible: tassel_accredible::Client,
    coursepath: tassel_coursepath::Client,
    namecoach: tassel_namecoach::Client,
    /// Ids that are there, each for one update or deletion.
    ids: Vec<String>,
}

/// Whom a call is about; it must appear in no text.
pub fn email(mark: &str) -> String {
    format!("{mark}@private.example.org")
}

impl Caller {
    pub fn new(sandbox: &Sandbox, wire: &Wire, plan: &mut Plan) -> Self {
        let seed = plan.random.u64(..);
        let options = || tassel_core::ClientOptions::new().clock(wire.clone()).seed(seed);
        let accredible = options().transport(wire.transport("accredible", sandbox.accredible()));
        let coursepath = options().transport(wire.transport("coursepath", sandbox.coursepath()));
        let namecoach = options().transport(wire.transport("namecoach", sandbox.namecoach()));
        let token = tassel_coursepath::Credential::Jwt {
            email: tassel_sandbox::coursepath::OWNER.to_owned(),
            secret: tassel_sandbox::coursepath::JWT_SECRET.into(),
        };
        let build = tassel_accredible::Client::builder(tassel_sandbox::accredible::API_KEY);
        Self {
            sandbox: sandbox.clone(),
            accredible: build.with(accredible).build().unwrap(),
            coursepath: tassel_coursepath::Client::builder("academy.example.org", token)
                .with(coursepath)
                .build()
                .unwrap(),
            namecoach: tassel_namecoach::Client::builder(tassel_sandbox::namecoach::TOKEN)
                .with(namecoach)
                .build()
                .unwrap(),
            ids: (0..40).map(|place| (80_000_001 + plan.seed % 1_000_000 + place).to_string()).collect(),
        }
    }

    /// Takes the steps of one task, one after the other.
    pub async fn work(self, steps: Vec<Step>) -> Vec<Done> {
        let mut done = Vec::new();
        for step in steps {
            tokio::time::sleep(step.pause).await;
            let mark = format!("mark-{}", step.place);
            let began = Instant::now();
            let call = self.call(&step, &mark);
            let result = match step.dropped {
                Some(after) => match tokio::time::timeout(after, call).await {
                    Ok(result) => result,
                    Err(_) => continue,
                },
                None => call.await,
            };
            done.push(Done { mark, took: began.elapsed(), result, step });
        }
        done
    }

    async fn call(&self, step: &Step, mark: &str) -> Result<Option<usize>, Error> {
        let options = CallOptions::new().deadline(step.deadline);
        let id = &self.ids[step.place % self.ids.len()];
        match (step.vendor, step.what) {
            (Vendor::Accredible, What::Create) => {
                let recipient = tassel_accredible::Recipient::new("Somebody", email(mark));
                let new = tassel_accredible::NewCredential::new(recipient, 50).id(mark);
                self.accredible.credentials().create(new).with(options).send().await.map(|_| None)
            }
            (Vendor::Accredible, What::Read) => {
                self.accredible.credentials().get(id).with(options).send().await.map(|_| None)
            }
            (Vendor::Accredible, What::Update) => {
                let update = tassel_accredible::CredentialUpdate::default().name(format!("Named {mark}"));
                self.accredible.credentials().update(id, update).with(options).send().await.map(|_| None)
            }
            (Vendor::Accredible, What::Delete) => {
                self.accredible.credentials().delete(id).with(options).send().await.map(|_| None)
            }
            (Vendor::Accredible, What::List) => {
                let search = self.accredible.credentials().search().page_size(7).with(options);
                count(search.stream()).await
            }
            (Vendor::Accredible, What::Prefetch) => {
                let search = self.accredible.credentials().search().page_size(7).with(options);
                count(search.prefetch(4)).await
            }
            (Vendor::Accredible, What::Burst) => {
                let reads = (0..230).map(|_| {
                    let call = self.accredible.issuer().get().with(options.clone());
                    tokio::spawn(call.send())
                });
                let reads: Vec<_> = reads.collect();
                let mut worst = Ok(None);
                for read in reads {
                    if let Err(error) = read.await.unwrap() {
                        worst = Err(error);
                    }
                }
                worst
            }
            (Vendor::Coursepath, What::Create) => {
                let new = tassel_coursepath::NewMember::new(email(mark));
                self.coursepath.members().create(new).with(options).send().await.map(|_| None)
            }
            (Vendor::Coursepath, What::Update) => {
                let update = tassel_coursepath::MemberUpdate::default().department(mark);
                self.coursepath.members().update(58713, update).with(options).send().await.map(|_| None)
            }
            (Vendor::Coursepath, What::Delete) => {
                let sure = tassel_coursepath::course_members::DestroysResults;
                let call = self.coursepath.course_members().delete(1042, 58713, sure);
                call.with(options).send().await.map(|_| None)
            }
            (Vendor::Coursepath, What::Read | What::Burst) => {
                self.coursepath.members().me().with(options).send().await.map(|_| None)
            }
            (Vendor::Coursepath, What::List | What::Prefetch) => {
                let list = self.coursepath.members().list().limit(9).with(options);
                count(if step.what == What::List { list.stream() } else { list.prefetch(4) }).await
            }
            (Vendor::NameCoach, What::Create) => {
                let new = tassel_namecoach::NewParticipant::new("Some", "Body", email(mark));
                let call = self.namecoach.participants().create("harbour-academy-staff", new);
                call.with(options).send().await.map(|_| None)
            }
            (Vendor::NameCoach, What::List | What::Prefetch) => {
                let list = self.namecoach.participants().list().per_page(6).with(options);
                count(if step.what == What::List { list.stream() } else { list.prefetch(4) }).await
            }
            (Vendor::NameCoach, _) => {
                let list = self.namecoach.participants().list().per_page(2).with(options);
                list.send().await.map(|_| None)
            }
        }
    }

    /// After whatever went wrong, and once quotas have had their time, each client does as it should at once.
    pub async fn is_usable(&self) {
        tokio::time::sleep(Duration::from_secs(3_600)).await;
        let began = Instant::now();
        for _ in 0..100 {
            self.accredible.issuer().get().send().await.unwrap();
        }
        self.coursepath.members().me().send().await.unwrap();
        self.namecoach.participants().list().send().await.unwrap();
        assert!(began.elapsed() < Duration::from_secs(1), "a quota leaked: {:?}", began.elapsed());
        let _ = &self.sandbox;
    }
}

async fn count<T>(mut stream: BoxStream<'static, Result<T, Error>>) -> Result<Option<usize>, Error> {
    let mut count = 0;
    while stream.try_next().await?.is_some() {
        count += 1;
    }
    Ok(Some(count))
}
