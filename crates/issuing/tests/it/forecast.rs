//! The forecast of a plan against the bill.
//!
//! `TASSEL_TEST_SEED=7` begins with another seed than 0.

use std::collections::BTreeSet;
use std::time::Duration;

use fastrand::Rng;
use tassel_accredible::model::{CredentialUpdate, NewCredential, NewGroup, Recipient};
use tassel_accredible::values::{Date, Patch};
use tassel_accredible::{Client, ClientOptions};
use tassel_issuing::plan::{Action, Cost, PlanOptions, Publish, make};
use tassel_issuing::sheet::{Format, Sheet};
use tassel_issuing::{AccredibleIssuer, ApplyOptions};
use tassel_sandbox::accredible::API_KEY;
use tassel_sandbox::{Sandbox, Start};

use crate::support::{Desk, GROUP, cohort};

const BATCHES: u64 = if cfg!(debug_assertions) { 150 } else { 1_000 };

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The groups of an account. Sheets are of the first two.
const GROUPS: [&str; 3] = [GROUP, "second", "elsewhere"];

/// A credential of an account's history.
#[derive(Debug)]
struct Old {
    id: String,
    person: usize,
    group: usize,
}

/// An account with a history.
struct Account {
    desk: Desk,
    groups: Vec<u64>,
    old: Vec<Old>,
    /// The people of whom the listings do not tell whether they were billed.
    unclear: BTreeSet<usize>,
    /// Whether the history has only publications, and none on the first day of a billing year.
    is_clear: bool,
    year: (i8, i8),
}

impl Account {
    async fn new(seed: u64, random: &mut Rng) -> Self {
        let sandbox = Sandbox::start(Start { seed, empty: true });
        let options = ClientOptions::new().transport(sandbox.accredible()).clock(sandbox.clock()).seed(seed);
        let client = Client::builder(API_KEY).with(options).build().unwrap();
        let year = [(1, 1), (4, 1), (9, 1), (10, 15), (12, 31)][random.usize(0..5)];
        sandbox.set(|settings| {
            settings.accredible.quota = None;
            settings.accredible.credits = 1_000;
            settings.accredible.billing_year_start = format!("{:02}-{:02}", year.0, year.1).parse().unwrap();
        });
        let mut groups = Vec::new();
        for name in GROUPS {
            let mut group = NewGroup::new(name, "Harbour Safety", "Two days at the harbour");
            group.allow_duplicate_credentials = Some(true);
            groups.push(client.groups().create(group).await.unwrap().group.id.as_u64().unwrap());
        }
        let issuer = AccredibleIssuer::new(client.clone());
        let (group, folder) = (groups[0], tempfile::tempdir().unwrap());
        let desk = Desk { sandbox, client, issuer, group, folder };
        Self { desk, groups, old: Vec::new(), unclear: BTreeSet::new(), is_clear: true, year }
    }

    fn today(&self) -> jiff::civil::Date {
        self.desk.sandbox.now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// A day in the years around today.
    fn some_day(&self, random: &mut Rng) -> jiff::civil::Date {
        self.today().saturating_add(jiff::Span::new().days(random.i64(-400..800)))
    }

    /// A few things that happen on one day.
    async fn live_a_day(&mut self, random: &mut Rng, only_issues: bool) {
        for _ in 0..random.usize(1..6) {
            let place = random.usize(0..self.old.len().max(1));
            let credentials = self.desk.client.credentials();
            let mut update = CredentialUpdate::default();
            match random.u8(0..if only_issues || self.old.is_empty() { 3 } else { 9 }) {
                0..=2 => {
                    self.issue(random, only_issues).await;
                    continue;
                }
                3 => {
                    let old = self.old.swap_remove(place);
                    credentials.delete(old.id.as_str()).await.unwrap();
                    self.forget(old.person);
                    continue;
                }
                4 => update.approve = Patch::Set(random.bool()),
                5 => update.name = Patch::Set("Harbour Safety II".to_owned()),
                6 => {
                    // A change on the day of publication cannot be told from the publication.
                    self.desk.sandbox.advance(DAY);
                    let before = self.old[place].person;
                    self.forget(before);
                    self.old[place].person = random.usize(0..PEOPLE);
                    let mut recipient = Recipient::default();
                    recipient.email = Some(email(self.old[place].person));
                    update.recipient = Patch::Set(recipient);
                }
                _ => update.expired_on = Patch::Set(self.some_day(random).into()),
            }
            self.is_clear = false;
            credentials.update(self.old[place].id.as_str(), update).await.unwrap();
        }
    }

    fn forget(&mut self, person: usize) {
        self.unclear.insert(person);
        self.is_clear = false;
    }

    async fn issue(&mut self, random: &mut Rng, only_published: bool) {
        let (person, group) = (random.usize(0..PEOPLE), random.usize(0..GROUPS.len()));
        let id = format!("OLD-{}", self.desk.sandbox.requests().len());
        let recipient = Recipient::new(&*name(person), &*email(person));
        let mut new = NewCredential::new(
            recipient,
            tassel_accredible::model::GroupId::from(self.groups[group].to_string()),
        );
        new.id = Some(id.clone().into());
        let is_published = only_published || random.u8(0..5) > 0;
        new.approve = Some(is_published);
        if random.bool() {
            new.expired_on = Some(Date::from(self.some_day(random)));
        }
        self.desk.client.credentials().create(new).await.unwrap();
        self.old.push(Old { id, person, group });
        let today = self.today();
        // An unpublished one may have been published before.
        self.is_clear &= is_published && (today.month(), today.day()) != self.year;
    }

    /// New people, people with a credential of this or another group, one person in two groups, and new expiry dates.
    fn sheet(&self, random: &mut Rng) -> String {
        let mut sheet = "Name,Email,Group,Credential ID,Expires\n".to_owned();
        let mut row = |person: usize, group: usize, id: &str, expires: Option<jiff::civil::Date>| {
            let expires = expires.map_or_else(String::new, |day| day.to_string());
            let (name, email) = (name(person), email(person));
            sheet.push_str(&format!("{name},{email},{},{id},{expires}\n", GROUPS[group]));
        };
        for person in 0..PEOPLE + NEW {
            for group in 0..2 {
                if random.u8(0..3) == 0 {
                    row(person, group, "", random.bool().then(|| self.some_day(random)));
                }
            }
        }
        for old in self.old.iter().filter(|old| old.group < 2) {
            if random.u8(0..3) == 0 {
                row(old.person, old.group, &old.id, random.bool().then(|| self.some_day(random)));
            }
        }
        row(0, 0, "", None);
        sheet
    }
}

/// The people of the histories.
const PEOPLE: usize = 8;

/// People who are only in sheets.
const NEW: usize = 3;

fn name(person: usize) -> String {
    format!("Person {person}")
}

fn email(person: usize) -> String {
    format!("person.{person}@example.org")
}

/// What the batches were.
#[derive(Debug, Default)]
struct Seen {
    points: u64,
    ranges: u64,
    billed: u64,
    renewals: u64,
    forgotten: u64,
    conflicts: u64,
}

async fn batch(seed: u64, seen: &mut Seen) {
    let mut random = Rng::with_seed(seed);
    let mut account = Account::new(seed, &mut random).await;
    let only_issues = random.bool();
    for most in [400, 200, 60] {
        account.desk.sandbox.advance(DAY * random.u32(0..most));
        for _ in 0..random.u8(0..3) {
            account.live_a_day(&mut random, only_issues).await;
            account.desk.sandbox.advance(DAY * random.u32(0..20));
        }
    }
    let sheet = account.sheet(&mut random);
    let publish = [Publish::AfterProof, Publish::AtOnce, Publish::Never][random.usize(0..3)];
    let is_given = random.u8(0..4) > 0;
    let options = PlanOptions {
        publish,
        edition: if random.u8(0..3) == 0 { "2".to_owned() } else { String::new() },
        billing_year_start: is_given.then_some(account.year),
        ..PlanOptions::default()
    };
    let label = format!("seed {seed}, {publish}, year of {:?}, given: {is_given}", account.year);
    let plan = account.desk.plan(&sheet, options).await;
    let before = account.desk.credits().await;
    let skip = ApplyOptions { skip_invalid: true, ..ApplyOptions::default() };
    let status = account.desk.apply(&plan, &skip).await.unwrap();
    assert!(status.complete, "{label}: {status:?}\n{sheet}");
    let bill = u64::try_from(before - account.desk.credits().await).unwrap();

    // An address that the vendor billed for a credential that is gone, or that had another address then.
    let created = plan.rows.iter().filter(|row| row.action == Action::Create);
    let emails: BTreeSet<String> = created.filter_map(|row| plan.fields(row).email).collect();
    let gone = account.unclear.iter().filter(|person| emails.contains(&email(**person))).count() as u64;
    let cost = &plan.cost;
    let (least, most) = (cost.least, cost.most);
    assert!(bill <= most && bill + gone >= least, "{label}: {bill} of {cost:?}, {gone} gone\n{sheet}");
    if account.unclear.is_empty() {
        assert!(bill >= least, "{label}: {bill} of {cost:?}\n{sheet}");
    }
    assert_eq!(cost.year_start.is_some(), is_given, "{label}");
    if is_given && account.is_clear {
        assert_eq!((least, most), (bill, bill), "{label}: all is known\n{sheet}");
        seen.points += u64::from(bill > 0);
    } else {
        seen.ranges += u64::from(least < most);
    }
    seen.billed += bill;
    seen.renewals += u64::from(publish == Publish::Never && bill > 0);
    seen.forgotten += u64::from(bill < least);
    seen.conflicts += status.conflict;
}

#[tokio::test(start_paused = true)]
async fn the_bill_is_in_the_range() {
    let first = std::env::var("TASSEL_TEST_SEED").map_or(0, |seed| seed.parse().unwrap());
    let mut seen = Seen::default();
    for seed in first..first + BATCHES {
        batch(seed, &mut seen).await;
    }
    println!("{BATCHES} batches from seed {first}: {seen:?}");
    let Seen { points, ranges, billed, renewals, forgotten, conflicts } = seen;
    let all = [points, ranges, billed, renewals, forgotten, conflicts];
    assert!(all.iter().all(|count| *count > 0), "a kind of batch is missing: {seen:?}");
}

#[tokio::test(start_paused = true)]
async fn a_billing_year_starts_on_a_day_of_every_year() {
    let desk = Desk::new(true).await;
    for (day, year_start) in [((9, 1), "2026-09-01"), ((9, 2), "2025-09-02"), ((1, 31), "2026-01-31")] {
        let options = PlanOptions { billing_year_start: Some(day), ..PlanOptions::default() };
        let cost = desk.plan(&cohort(2), options).await.cost;
        assert_eq!(cost, Cost { least: 2, most: 2, year_start: Some(year_start.parse().unwrap()) });
        assert!(cost.note().contains("other departments"), "{}", cost.note());
    }
    let cost = desk.plan(&cohort(2), PlanOptions::default()).await.cost;
    assert_eq!(cost, Cost { least: 0, most: 2, year_start: None });
    assert!(cost.note().contains("--billing-year-start"), "{}", cost.note());
    for day in [(2, 29), (13, 1), (0, 10), (4, 31)] {
        let options = PlanOptions {
            group: Some(GROUP.to_owned()),
            billing_year_start: Some(day),
            ..PlanOptions::default()
        };
        let sheet = Sheet::read(cohort(2).as_bytes(), Format::Csv, &[]).unwrap();
        let error = make(&desk.issuer, sheet, &options).await.unwrap_err().to_string();
        assert!(error.contains("a billing year cannot start on"), "{error}");
    }
}
