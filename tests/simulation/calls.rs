//! The steps, and what came of them.

use std::future::poll_fn;
use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::time::Duration;

use tassel_core::kit::{BoxStream, Deleted, TryStreamExt};
use tassel_core::paging::Cursor;
use tassel_core::{CallOptions, Error};
use tassel_tests::Vendor;
use tokio::time::Instant;

use crate::clients::{Clients, Key, NAME, Table, email};
use crate::plan::{Drop, Step, What};
use crate::wire::{STEP, Wire};

/// A step that has ended.
#[derive(Debug)]
pub struct Done {
    pub step: Step,
    /// How many requests the vendors had got when it began and when it ended.
    pub during: (usize, usize),
    /// The longest that the caller waited for a call or an item.
    pub waited: Duration,
    /// What came of it, unless it was dropped.
    pub result: Option<Result<Came, Error>>,
}

/// What came of a step that went well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    Value,
    /// What was to be deleted was gone, by an earlier attempt.
    NotThere,
    /// All of a listing.
    Rows(Vec<Key>),
    /// Which of a batch were created.
    Batch(Vec<bool>),
}

/// A listing that is resumed from its stored cursor, whatever happens to its reader.
#[derive(Debug, Clone)]
pub struct Journey {
    pub step: usize,
    /// Where it began.
    pub process: usize,
    pub table: Table,
    /// As it is stored; nothing before the first page.
    pub cursor: Option<String>,
    pub keys: Vec<Key>,
    pub from: usize,
    pub until: usize,
    /// How often it was resumed.
    pub resumed: usize,
    pub failures: usize,
    pub end: Option<Result<(), String>>,
}

/// What outlives a process.
#[derive(Debug, Clone, Default)]
pub struct Store {
    pub done: Arc<Mutex<Vec<Done>>>,
    pub journeys: Arc<Mutex<Vec<Journey>>>,
}

/// What makes the calls of a process.
#[derive(Debug, Clone)]
pub struct Caller {
    pub clients: Clients,
    pub wire: Wire,
    pub store: Store,
    /// Ids that are there, each for one update or deletion, by table.
    pub ids: Arc<Vec<(Table, Vec<Key>)>>,
}

impl Caller {
    /// Takes the steps of one task, one after the other.
    pub async fn work(self, steps: Vec<Step>) {
        for step in steps {
            tokio::time::sleep(step.pause).await;
            self.take(step).await;
        }
    }

    async fn take(&self, step: Step) {
        let from = self.wire.reached();
        let mut waited = Duration::ZERO;
        let began = Instant::now();
        let listing = match step.what {
            What::List(ahead) | What::ListByNumber(ahead) => Some(ahead),
            _ => None,
        };
        let result = {
            let work = async {
                match (step.what, listing) {
                    (_, Some(ahead)) => {
                        let table = Table::of(step.vendor, step.what);
                        let rows = self.clients.rows(table, ahead, options(&step), 7);
                        read(rows, &mut waited).await.map(Came::Rows)
                    }
                    (What::Journey(_), None) => {
                        self.set_out(&step).await;
                        Ok(Came::Value)
                    }
                    _ => {
                        let result = self.call(&step).await;
                        waited = began.elapsed();
                        result
                    }
                }
            };
            // A journey is cut short by its process alone.
            let dropped = step.dropped.filter(|_| !matches!(step.what, What::Journey(_)));
            STEP.scope(step.place, cut(dropped, work)).await
        };
        let done = Done { during: (from, self.wire.reached()), waited, result, step };
        self.store.done.lock().unwrap().push(done);
    }

    async fn set_out(&self, step: &Step) {
        let place = {
            let mut journeys = self.store.journeys.lock().unwrap();
            journeys.push(Journey {
                step: step.place,
                process: self.clients.process,
                table: Table::of(step.vendor, step.what),
                cursor: None,
                keys: Vec::new(),
                from: self.wire.reached(),
                until: 0,
                resumed: 0,
                failures: 0,
                end: None,
            });
            journeys.len() - 1
        };
        self.travel(place).await;
    }

    /// Goes on with a journey from where it stands, until it ends or has failed too often.
    pub async fn travel(&self, place: usize) {
        let change =
            |change: &mut dyn FnMut(&mut Journey)| change(&mut self.store.journeys.lock().unwrap()[place]);
        loop {
            let (mut cursor, mut table) = (None, Table::Search);
            change(&mut |journey| {
                table = journey.table;
                cursor = journey.cursor.as_deref().map(|text| text.parse::<Cursor>().unwrap());
                journey.resumed += usize::from(cursor.is_some());
            });
            let mut pages = self.clients.pages(table, cursor, CallOptions::new());
            let end = loop {
                match pages.try_next().await {
                    Ok(Some(page)) => {
                        let more = page.next.is_some();
                        change(&mut |journey| {
                            journey.keys.extend(page.keys.iter().cloned());
                            journey.cursor = page.next.as_ref().map(ToString::to_string);
                        });
                        if more {
                            tokio::time::sleep(Duration::from_secs(2)).await;
                        }
                    }
                    Ok(None) => break Ok(()),
                    Err(error) => break Err(error),
                }
            };
            let again = matches!(&end, Err(error) if error.kind() != "incomplete");
            let mut over = false;
            change(&mut |journey| {
                journey.failures += usize::from(end.is_err());
                over = !again || journey.failures > 3;
                if over {
                    journey.until = self.wire.reached();
                    journey.end = Some(end.as_ref().copied().map_err(ToString::to_string));
                }
            });
            if over {
                return;
            }
        }
    }

    /// An id of its own for each step.
    fn id(&self, table: Table, step: &Step) -> &str {
        let (_, ids) = self.ids.iter().find(|(known, _)| *known == table).unwrap();
        &ids[step.place % ids.len()]
    }

    async fn call(&self, step: &Step) -> Result<Came, Error> {
        match step.vendor {
            Vendor::Accredible => self.accredible(step).await,
            Vendor::Coursepath => self.coursepath(step).await,
            Vendor::Damstra => self.damstra(step).await,
            Vendor::Falkor => self.falkor(step).await,
            Vendor::NameCoach => self.namecoach(step).await,
        }
    }

    async fn accredible(&self, step: &Step) -> Result<Came, Error> {
        let (client, options, mark) = (&self.clients.accredible, options(step), mark(step));
        let new = |mark: &str| {
            let recipient = tassel_accredible::model::Recipient::new(NAME, email(mark));
            tassel_accredible::model::NewCredential::new(recipient, 50).id(mark)
        };
        let id = self.id(Table::Search, step);
        match step.what {
            What::Create => client.credentials().create(new(&mark)).with(options).send().await.map(value),
            What::Batch => {
                // The second has an id that is taken.
                let wrong = new("wrong").id(self.id(Table::Search, step));
                let batch = [new(&format!("{mark}a")), wrong, new(&format!("{mark}b"))];
                let report = client.credentials().bulk_create(batch).with(options).send().await?;
                Ok(Came::Batch(report.results.iter().map(|one| one.credential().is_some()).collect()))
            }
            What::Refused => client.credentials().get("..").with(options).send().await.map(value),
            What::Update => {
                let update =
                    tassel_accredible::model::CredentialUpdate::default().name(format!("Named {mark}"));
                client.credentials().update(id, update).with(options).send().await.map(value)
            }
            What::Delete => client.credentials().delete(id).with(options).send().await.map(deleted),
            What::Burst(calls) => {
                let calls = (0..calls.min(230)).map(|_| client.issuer().get().with(options.clone()).send());
                burst(step, calls).await
            }
            _ => client.credentials().get(id).with(options).send().await.map(value),
        }
    }

    async fn coursepath(&self, step: &Step) -> Result<Came, Error> {
        let (client, options, mark) = (&self.clients.coursepath, options(step), mark(step));
        let id = self.id(Table::Members, step);
        match step.what {
            What::Create | What::Batch => {
                let new = tassel_coursepath::model::NewMember::new(email(&mark));
                client.members().create(new).with(options).send().await.map(value)
            }
            What::Refused => client.members().get("me").with(options).send().await.map(value),
            What::Update => {
                let update = tassel_coursepath::model::MemberUpdate::default().department(mark);
                client.members().update(id, update).with(options).send().await.map(value)
            }
            What::Delete => {
                let sure = tassel_coursepath::course_members::ResultDeletion;
                client.course_members().delete(1042, id, sure).with(options).send().await.map(deleted)
            }
            _ => client.members().me().with(options).send().await.map(value),
        }
    }

    async fn damstra(&self, step: &Step) -> Result<Came, Error> {
        let (client, options, mark) = (&self.clients.damstra, options(step), mark(step));
        let id = self.id(Table::Users, step);
        match step.what {
            What::Create | What::Batch => {
                let new = tassel_damstra::model::NewUser::new(NAME, "Body", email(&mark), false);
                client.users().create(new).with(options).send().await.map(value)
            }
            What::Update => client.users().activate(id).with(options).send().await.map(value),
            What::Delete => client.users().inactivate(id).with(options).send().await.map(value),
            What::Refused => client.users().get("").with(options).send().await.map(value),
            _ => client.users().get(id).with(options).send().await.map(value),
        }
    }

    async fn falkor(&self, step: &Step) -> Result<Came, Error> {
        let (groups, options, mark) = (self.clients.falkor.groups(), options(step), mark(step));
        let user = tassel_falkor::model::InsertedUser::new(NAME, "Body", email(&mark));
        match step.what {
            What::Create | What::Batch | What::Update | What::Delete => {
                let insert = tassel_falkor::model::InsertUser::new(["Night Crew"], user);
                groups.insert(insert).with(options).send().await.map(value)
            }
            What::Refused => {
                let insert = tassel_falkor::model::InsertUser::new([""; 0], user);
                groups.insert(insert).with(options).send().await.map(value)
            }
            _ => groups.status([email(&mark)]).with(options).send().await.map(value),
        }
    }

    async fn namecoach(&self, step: &Step) -> Result<Came, Error> {
        let (client, options, mark) = (&self.clients.namecoach, options(step), mark(step));
        match step.what {
            What::Create | What::Batch | What::Update | What::Delete => {
                let new = tassel_namecoach::model::NewParticipant::new(NAME, "Body", email(&mark));
                let call = client.participants().create("harbour-academy-staff", new);
                call.with(options).send().await.map(value)
            }
            What::Refused => client.participants().get("latest").with(options).send().await.map(value),
            What::Burst(calls) => {
                let calls = (0..calls).map(|_| client.exports().list().with(options.clone()).send());
                burst(step, calls).await
            }
            _ => client.participants().get(email(&mark)).with(options).send().await.map(value),
        }
    }
}

/// What tells a step's records from all others.
pub fn mark(step: &Step) -> String {
    format!("mark-{}-", step.place)
}

fn options(step: &Step) -> CallOptions {
    CallOptions::new().deadline(step.deadline)
}

fn value<T>(_: T) -> Came {
    Came::Value
}

fn deleted<T>(deleted: Deleted<T>) -> Came {
    deleted.record().map_or(Came::NotThere, value)
}

/// Many calls at once; the last error stands for all.
async fn burst<T: Send + 'static>(
    step: &Step,
    calls: impl Iterator<Item = impl Future<Output = Result<T, Error>> + Send + 'static>,
) -> Result<Came, Error> {
    let mut tasks = tokio::task::JoinSet::new();
    calls.for_each(|call| _ = tasks.spawn(STEP.scope(step.place, call)));
    let mut result = Ok(Came::Value);
    while let Some(one) = tasks.join_next().await {
        if let Err(error) = one.unwrap() {
            result = Err(error);
        }
    }
    result
}

/// Reads to the end, and notes the longest wait. An error is the last thing that comes.
async fn read(
    mut rows: BoxStream<'static, Result<Key, Error>>,
    waited: &mut Duration,
) -> Result<Vec<Key>, Error> {
    let mut keys = Vec::new();
    loop {
        let began = Instant::now();
        let row = rows.try_next().await;
        *waited = began.elapsed().max(*waited);
        match row {
            Ok(Some(key)) => keys.push(key),
            Ok(None) => return Ok(keys),
            Err(error) => {
                assert!(matches!(rows.try_next().await, Ok(None)), "something came after {error}");
                return Err(error);
            }
        }
    }
}

/// Runs a future, unless it is dropped on the way.
async fn cut<F: Future>(dropped: Option<Drop>, future: F) -> Option<F::Output> {
    match dropped {
        None => Some(future.await),
        Some(Drop::After(time)) => tokio::time::timeout(time, future).await.ok(),
        Some(Drop::Polls(mut left)) => {
            let mut future = pin!(future);
            poll_fn(|context| {
                if left == 0 {
                    return Poll::Ready(None);
                }
                left -= 1;
                match future.as_mut().poll(context) {
                    Poll::Pending if left == 0 => Poll::Ready(None),
                    polled => polled.map(Some),
                }
            })
            .await
        }
    }
}
