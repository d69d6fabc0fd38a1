//! A large sheet, planned and applied at a vendor that answers at once and keeps nothing.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use async_trait::async_trait;
use futures_util::stream::{self, BoxStream, StreamExt};
use jiff::civil::Date;
use tassel_core::Error;
use tassel_issuing::fields::Fields;
use tassel_issuing::issuer::{Account, Creation, Group, Held, Issuer, NewCredential};
use tassel_issuing::journal::Storage;
use tassel_issuing::own_id::{Person, Place, derive};
use tassel_issuing::plan::{PlanOptions, Publish, make};
use tassel_issuing::sheet::{Format, Sheet};
use tassel_issuing::{ApplyOptions, Journal, NoWatch, Plan, State, apply};

use crate::listings::resident;

const HOST: &str = "api.example.org";
const ISSUER: &str = "7";
const GROUP: &str = "34";

/// The vendor's quota: so many calls in so much time.
const QUOTA: (f64, f64) = (200.0, 30.0);

/// A vendor of one group, whose credentials follow from the number of their rows.
#[derive(Debug, Default)]
struct Vendor {
    rows: u64,
    /// Whether the credentials were created.
    is_full: AtomicBool,
    calls: AtomicU64,
}

fn email(row: u64) -> String {
    format!("person.{row}@example.org")
}

/// The sheet of so many people, as CSV.
#[must_use]
pub fn sheet(rows: u64) -> String {
    let rows = (1..=rows).map(|row| format!("Person {row},{},2026-09-01,Harbour Safety\n", email(row)));
    std::iter::once("Name,Email,Issued on,Course\n".to_owned()).chain(rows).collect()
}

fn held(row: u64) -> Held {
    let place = Place { host: HOST, issuer: ISSUER, group: GROUP };
    let address = email(row);
    Held {
        number: row.to_string(),
        own_id: Some(derive(place, Person::Email(&address), "")),
        group: Some(GROUP.to_owned()),
        name: Some(format!("Person {row}")),
        email: Some(address),
        course_name: Some("Harbour Safety".to_owned()),
        published: Some(false),
        ..Held::default()
    }
}

impl Vendor {
    fn count(&self) {
        self.calls.fetch_add(1, Ordering::Relaxed);
    }
}

#[async_trait]
impl Issuer for Vendor {
    fn host(&self) -> &str {
        HOST
    }

    async fn account(&self) -> Result<Account, Error> {
        self.count();
        Ok(Account { issuer: ISSUER.to_owned(), name: None, balance: None })
    }

    async fn groups(&self, _name: &str) -> Result<Vec<Group>, Error> {
        self.count();
        Ok(vec![Group { id: GROUP.to_owned(), name: None }])
    }

    fn members(&self, _group: &str) -> BoxStream<'static, Result<Held, Error>> {
        let rows = if self.is_full.load(Ordering::Relaxed) { self.rows } else { 0 };
        self.calls.fetch_add(rows / 50 + 1, Ordering::Relaxed);
        stream::iter(1..=rows).map(|row| Ok(held(row))).boxed()
    }

    fn changed_since(&self, _day: Date) -> BoxStream<'static, Result<Held, Error>> {
        stream::empty().boxed()
    }

    async fn find(&self, _own_ids: &[&str]) -> Result<Vec<Held>, Error> {
        Ok(Vec::new())
    }

    async fn get(&self, _id: &str) -> Result<Option<Held>, Error> {
        Ok(None)
    }

    async fn create(&self, batch: &[NewCredential]) -> Result<Vec<Creation>, Error> {
        self.count();
        self.is_full.store(true, Ordering::Relaxed);
        let created = batch.iter().map(|new| {
            let row =
                new.fields.email.as_deref().and_then(|email| email.split(['.', '@']).nth(1)?.parse().ok());
            let held = Held { published: Some(new.publish), ..held(row.unwrap()) };
            Creation::Created(Box::new(held), None)
        });
        Ok(created.collect())
    }

    async fn update(&self, current: &Held, _fields: &Fields) -> Result<Held, Error> {
        Ok(current.clone())
    }

    async fn grade(&self, _current: &Held, _percent: f64) -> Result<(), Error> {
        Ok(())
    }

    async fn publish(&self, number: &str) -> Result<Held, Error> {
        self.count();
        Ok(Held { published: Some(true), ..held(number.parse().unwrap()) })
    }

    async fn delete(&self, _number: &str) -> Result<(), Error> {
        Ok(())
    }

    fn attempt_timeout(&self) -> Duration {
        Duration::ZERO
    }

    async fn time_for(&self, _calls: u64) -> Duration {
        Duration::ZERO
    }
}

/// The most memory of a process above that at its beginning, in KiB.
#[derive(Debug, Clone, Copy)]
pub struct Peak {
    /// Allocated.
    pub heap: u64,
    /// Resident.
    pub resident: u64,
}

/// Runs something while another thread looks at the heap, of which `heap` returns the allocated bytes.
fn peak<T>(heap: fn() -> usize, run: impl FnOnce() -> T) -> (Peak, T) {
    let (idle, idle_resident) = (heap(), resident());
    let (most, is_done) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
    let sampler = {
        let (most, is_done) = (Arc::clone(&most), Arc::clone(&is_done));
        std::thread::spawn(move || {
            while !is_done.load(Ordering::Relaxed) {
                most.fetch_max(heap(), Ordering::Relaxed);
                std::thread::sleep(Duration::from_micros(200));
            }
            most_resident()
        })
    };
    let result = run();
    is_done.store(true, Ordering::Relaxed);
    let resident = sampler.join().unwrap().saturating_sub(idle_resident);
    (Peak { heap: (most.load(Ordering::Relaxed).saturating_sub(idle) >> 10) as u64, resident }, result)
}

/// The most that was resident of this process, in KiB.
fn most_resident() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

/// Plans the sheet `rows.csv` of a folder, and writes the plan beside it.
pub fn plan(folder: &Path, publish: Publish, heap: fn() -> usize) -> Peak {
    let run = || {
        let sheet = Sheet::read(&fs::read(folder.join("rows.csv")).unwrap(), Format::Csv, &[]).unwrap();
        let options = PlanOptions { group: Some(GROUP.to_owned()), publish, ..PlanOptions::default() };
        let plan = crate::runtime().block_on(make(&Vendor::default(), sheet, &options)).unwrap();
        plan.write(io::BufWriter::new(fs::File::create(folder.join("plan.json")).unwrap())).unwrap();
    };
    peak(heap, run).0
}

/// What an apply took.
#[derive(Debug, Clone, Copy)]
pub struct Applied {
    /// The memory.
    pub peak: Peak,
    /// The time in which the journal was synced, in seconds.
    pub syncing: f64,
    /// The number of times.
    pub syncs: u64,
    /// The time that the quota needs for the calls, in seconds.
    pub quota: f64,
}

/// Applies the plan of a folder.
pub fn apply_plan(folder: &Path, heap: fn() -> usize) -> Applied {
    let times = Arc::new(Mutex::new((Duration::ZERO, 0)));
    let timed = Arc::clone(&times);
    let (peak, calls) = peak(heap, move || {
        let plan = Plan::read(&fs::read(folder.join("plan.json")).unwrap()).unwrap();
        let mut state = State::new(&plan);
        let path = folder.join("plan.json.journal");
        let journal = Journal::open(&path, &plan.hash(), |line| state.take(&line.entry)).unwrap();
        let mut journal = journal.with_storage(|file| Box::new(Timed { file, times: timed }));
        let options = ApplyOptions { settle: Some(Duration::ZERO), ..ApplyOptions::default() };
        let vendor = Vendor { rows: plan.rows.len() as u64, ..Vendor::default() };
        let run = apply(&vendor, &plan, &mut journal, &mut state, &options, &NoWatch);
        let status = crate::runtime().block_on(run).unwrap();
        assert_eq!((status.published, status.complete), (vendor.rows, true));
        vendor.calls.load(Ordering::Relaxed)
    });
    let (syncing, syncs) = *times.lock().unwrap();
    let quota = (calls as f64 / QUOTA.0).floor() * QUOTA.1;
    Applied { peak, syncing: syncing.as_secs_f64(), syncs, quota }
}

/// A file whose syncs are timed.
#[derive(Debug)]
struct Timed {
    file: Box<dyn Storage>,
    times: Arc<Mutex<(Duration, u64)>>,
}

impl Storage for Timed {
    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        self.file.append(line)
    }

    fn sync(&mut self) -> io::Result<()> {
        let began = Instant::now();
        let synced = self.file.sync();
        let mut times = self.times.lock().unwrap();
        *times = (times.0 + began.elapsed(), times.1 + 1);
        synced
    }
}
