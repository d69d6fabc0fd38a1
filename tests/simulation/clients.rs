//! The clients of a process, and the listings they read.

use std::fmt::Write;
use std::sync::Arc;
use std::time::Duration;

use tassel_core::kit::{BoxStream, TryStreamExt};
use tassel_core::paging::{Cursor, Page};
use tassel_core::quota::LocalQuotas;
use tassel_core::{CallOptions, ClientOptions, Error, RetryPolicy};
use tassel_sandbox::Sandbox;
use tassel_tests::Vendor;
use tokio::time::Instant;

use crate::plan::{Repeats, What};
use crate::wire::Wire;

/// What tells a row from others: its address if it was made here, and the vendor's id otherwise.
pub type Key = String;

/// Whom a call is about; they must appear in no text.
pub const PRIVATE: &str = "@private.example.org";

/// A key that no vendor knows.
pub const WRONG_KEY: &str = "a-key-that-was-revoked-by-its-owner";

/// The name of whoever is made here.
pub const NAME: &str = "Quintessa";

pub fn email(mark: &str) -> String {
    format!("{mark}{PRIVATE}")
}

/// One client of each vendor.
#[derive(Debug, Clone)]
pub struct Clients {
    pub process: usize,
    pub accredible: tassel_accredible::Client,
    pub coursepath: tassel_coursepath::Client,
    pub damstra: tassel_damstra::Client,
    pub falkor: tassel_falkor::Client,
    pub namecoach: tassel_namecoach::Client,
}

/// A listing of a vendor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// Accredible's, by cursor, or by offset if pages are asked for ahead.
    Search,
    /// Accredible's, by the number of a page.
    Credentials,
    /// Coursepath's, by offset, without a total.
    Members,
    /// Damstra's, by offset, with a total.
    Users,
    /// NameCoach's, by the number of a page, with a total.
    Participants,
}

impl Table {
    pub const ALL: [Self; 5] =
        [Self::Search, Self::Credentials, Self::Members, Self::Users, Self::Participants];

    pub fn of(vendor: Vendor, what: What) -> Self {
        match (vendor, what) {
            (Vendor::Accredible, What::ListByNumber(_)) => Self::Credentials,
            (Vendor::Accredible, _) => Self::Search,
            (Vendor::Coursepath, _) => Self::Members,
            (Vendor::Damstra | Vendor::Falkor, _) => Self::Users,
            (Vendor::NameCoach, _) => Self::Participants,
        }
    }

    /// Whose rows they are.
    pub fn vendor(self) -> &'static str {
        match self {
            Self::Search | Self::Credentials => "accredible",
            Self::Members => "coursepath",
            Self::Users => "damstra",
            Self::Participants => "namecoach",
        }
    }
}

fn key(email: Option<&str>, id: impl FnOnce() -> String) -> Key {
    email.filter(|email| email.ends_with(PRIVATE)).map_or_else(id, str::to_owned)
}

fn credential(credential: &tassel_accredible::model::Credential) -> Key {
    let email = credential.recipient.as_ref().and_then(|recipient| recipient.email.as_deref());
    key(email, || credential.id.to_string())
}

fn found(credential: &tassel_accredible::model::FoundCredential) -> Key {
    key(credential.recipient_email.as_deref(), || credential.id.to_string())
}

fn member(member: &tassel_coursepath::model::Member) -> Key {
    key(member.email.as_deref(), || member.id.as_ref().unwrap().to_string())
}

fn user(user: &tassel_damstra::model::User) -> Key {
    key(user.email_address.as_deref(), || user.id.to_string())
}

fn participant(participant: &tassel_namecoach::model::Participant) -> Key {
    key(participant.email.as_deref(), || format!("{:?} {:?}", participant.email, participant.event_slug))
}

/// Does something with each table's listing, and with what tells its rows apart.
macro_rules! with_listing {
    ($clients:expr, $table:expr, $options:expr, $size:expr, |$listing:ident, $key:ident| $do:expr) => {
        match $table {
            Table::Search => {
                let $listing = $clients.accredible.credentials().search().page_size($size).with($options);
                let $key = found;
                $do
            }
            Table::Credentials => {
                #[allow(deprecated, reason = "it is offered still, and pages as no other listing does")]
                let $listing = $clients.accredible.credentials().list().page_size($size).with($options);
                let $key = credential;
                $do
            }
            Table::Members => {
                let $listing = $clients.coursepath.members().list().page_size($size).with($options);
                let $key = member;
                $do
            }
            Table::Users => {
                let $listing = $clients.damstra.users().search().page_size($size).with($options);
                let $key = user;
                $do
            }
            Table::Participants => {
                let $listing = $clients.namecoach.participants().list().page_size($size).with($options);
                let $key = participant;
                $do
            }
        }
    };
}

/// The keys on a page, and where the next one is.
pub struct Read {
    pub keys: Vec<Key>,
    pub next: Option<Cursor>,
}

impl Clients {
    /// The clients of a process, which share their quotas.
    pub fn of_process(
        process: usize,
        count: usize,
        repeats: Repeats,
        sandbox: &Sandbox,
        wire: &Wire,
    ) -> Vec<Self> {
        let quotas = Arc::new(LocalQuotas::default());
        let new = |number| {
            let clients = Self::new(process, sandbox, &|vendor, inner| {
                let options = ClientOptions::new().clock(wire.clone()).quotas(Arc::clone(&quotas) as Arc<_>);
                let policy = RetryPolicy::new().attempts(repeats.attempts).backoff(repeats.base, repeats.top);
                let seed = repeats.seed.wrapping_add(process as u64 * 10 + number);
                options.retry(policy).seed(seed).transport(wire.transport(vendor, process, inner))
            });
            clients.replace_keys(wire.has_wrong_keys());
            clients
        };
        (0..count as u64).map(new).collect()
    }

    /// Clients that go to a sandbox without a detour.
    pub fn direct(sandbox: &Sandbox) -> Self {
        Self::new(0, sandbox, &|_, inner| ClientOptions::new().transport(inner).clock(sandbox.clock()))
    }

    fn new(
        process: usize,
        sandbox: &Sandbox,
        options: &dyn Fn(&'static str, tassel_sandbox::SandboxTransport) -> ClientOptions,
    ) -> Self {
        use tassel_sandbox::{accredible, coursepath, damstra, falkor, namecoach};
        let token = tassel_coursepath::Credential::Jwt {
            email: coursepath::OWNER.to_owned(),
            secret: coursepath::JWT_SECRET.into(),
        };
        let [of_accredible, of_coursepath, of_damstra, of_falkor, of_namecoach] = [
            options("accredible", sandbox.accredible()),
            options("coursepath", sandbox.coursepath()),
            options("damstra", sandbox.damstra()),
            options("falkor", sandbox.falkor()),
            options("namecoach", sandbox.namecoach()),
        ];
        let host = "academy.example.org";
        Self {
            process,
            accredible: tassel_accredible::Client::builder(accredible::API_KEY)
                .with(of_accredible)
                .build()
                .unwrap(),
            coursepath: tassel_coursepath::Client::builder(host, token).with(of_coursepath).build().unwrap(),
            damstra: tassel_damstra::Client::builder(damstra::ACCESS_KEY).with(of_damstra).build().unwrap(),
            falkor: tassel_falkor::Client::builder(host, falkor::TOKEN).with(of_falkor).build().unwrap(),
            namecoach: tassel_namecoach::Client::builder(namecoach::TOKEN)
                .with(of_namecoach)
                .build()
                .unwrap(),
        }
    }

    /// Gives every client a wrong key, or the right one.
    pub fn replace_keys(&self, wrong: bool) {
        use tassel_sandbox::{accredible, coursepath, damstra, falkor, namecoach};
        let key = |right: &'static str| if wrong { WRONG_KEY } else { right };
        let token = tassel_coursepath::Credential::Jwt {
            email: coursepath::OWNER.to_owned(),
            secret: key(coursepath::JWT_SECRET).into(),
        };
        self.accredible.replace_key(key(accredible::API_KEY)).unwrap();
        self.coursepath.replace_key(token).unwrap();
        self.damstra.replace_key(key(damstra::ACCESS_KEY)).unwrap();
        self.falkor.replace_key(key(falkor::TOKEN)).unwrap();
        self.namecoach.replace_key(key(namecoach::TOKEN)).unwrap();
    }

    /// Reads a table row by row.
    pub fn rows(
        &self,
        table: Table,
        ahead: usize,
        options: CallOptions,
        size: u64,
    ) -> BoxStream<'static, Result<Key, Error>> {
        with_listing!(self, table, options, size, |listing, key| {
            let stream = if ahead > 1 { listing.prefetch(ahead) } else { listing.stream() };
            Box::pin(stream.map_ok(move |row| key(&row)))
        })
    }

    /// Reads a table page by page, from a stored cursor if there is one.
    pub fn pages(
        &self,
        table: Table,
        from: Option<Cursor>,
        options: CallOptions,
    ) -> BoxStream<'static, Result<Read, Error>> {
        with_listing!(self, table, options, 8, |listing, key| {
            let listing = match from {
                Some(cursor) => listing.resume(cursor),
                None => listing,
            };
            let read =
                move |page: Page<_>| Read { keys: page.items.iter().map(key).collect(), next: page.next };
            Box::pin(listing.pages().map_ok(read))
        })
    }

    /// What shows itself of the clients and of what they are made from.
    pub fn shown(&self) -> String {
        let mut text = format!("{self:?}");
        let (update, new) = (
            tassel_coursepath::model::MemberUpdate::default().department("x"),
            tassel_namecoach::model::NewParticipant::new(NAME, "Body", email("shown")),
        );
        let options = CallOptions::new().deadline(Duration::from_secs(1));
        let _ = write!(text, "{:?}", self.accredible.credentials().get("1").with(options.clone()));
        let _ = write!(text, "{:?}", self.coursepath.members().update(1, update));
        let _ = write!(text, "{:?}", self.namecoach.participants().create("staff", new));
        let _ = write!(text, "{:?}", self.namecoach.participants().get(email("shown")));
        let _ = write!(text, "{:?}", self.damstra.users().get(1).with(options.clone()));
        let _ = write!(text, "{:?}", self.falkor.groups().status([email("shown")]));
        let _ =
            write!(text, "{:?}{:?}", options, tassel_accredible::Client::builder("sandbox-accredible-key"));
        let _ = write!(text, "{:?}", tassel_namecoach::Client::builder(tassel_sandbox::namecoach::TOKEN));
        let _ = write!(text, "{:?}", tassel_damstra::Client::builder(tassel_sandbox::damstra::ACCESS_KEY));
        let token = tassel_sandbox::falkor::TOKEN;
        let _ = write!(text, "{:?}", tassel_falkor::Client::builder("academy.example.org", token));
        text
    }

    /// After whatever went wrong, and once quotas have had their time, each client does as it should at once, and no
    /// more of its quotas is used than it has used.
    pub async fn are_usable(&self, limit: usize) {
        // A clock that is two hours late makes two hours of a wait until a date.
        tokio::time::sleep(Duration::from_secs(10_800)).await;
        let began = Instant::now();
        assert_eq!(self.accredible.quota().left().await, 200, "a quota leaked");
        for _ in 0..30 {
            self.accredible.issuer().get().send().await.unwrap();
        }
        assert_eq!(self.accredible.quota().left().await, 170, "a quota leaked");
        self.coursepath.members().me().send().await.unwrap();
        self.damstra.users().search().page_size(1).send().await.unwrap();
        self.falkor.groups().status([email("nobody")]).send().await.unwrap();
        self.namecoach.exports().list().send().await.unwrap();
        assert_eq!(self.namecoach.quota().left().await, limit - 1, "a quota leaked");
        assert!(began.elapsed() < Duration::from_secs(1), "a quota leaked: {:?}", began.elapsed());
    }
}
