//! The vendors, and how everything they offer is called.

use http::Method;
use serde_json::{Value, json};
use tassel_core::operation::{Encoding, Location};
use tassel_core::testing::FixedClock;
use tassel_core::{Api, BoxStream, Call, ClientOptions, Error, Operation, QuotaStanding, TryStreamExt};

use crate::wire::Canned;

/// The key of every client.
pub(crate) const KEY: &str = "k3y0fTheC1ient";
pub(crate) const HOST: &str = "vendor.example.org";
/// What every client's clock says.
pub(crate) const NOW: &str = "2026-09-01T08:00:00Z";

/// A vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "their names say it")]
pub enum Vendor {
    Accredible,
    Coursepath,
    Damstra,
    Falkor,
    NameCoach,
}

impl Vendor {
    /// Every vendor.
    pub const ALL: &[Self] =
        &[Self::Accredible, Self::Coursepath, Self::Damstra, Self::Falkor, Self::NameCoach];

    /// Its table.
    #[must_use]
    pub fn api(self) -> &'static Api {
        match self {
            Self::Accredible => &tassel_accredible::API,
            Self::Coursepath => &tassel_coursepath::API,
            Self::Damstra => &tassel_damstra::API,
            Self::Falkor => &tassel_falkor::API,
            Self::NameCoach => &tassel_namecoach::API,
        }
    }

    /// Its listings.
    #[must_use]
    pub fn listings(self) -> Vec<&'static Operation> {
        self.api().operations.iter().copied().filter(|operation| operation.paging.is_some()).collect()
    }

    pub(crate) fn client(self, canned: &Canned) -> Client {
        let options = ClientOptions::new().transport(canned.clone()).seed(7).clock(FixedClock::at(NOW));
        let url = format!("https://{HOST}");
        match self {
            Self::Accredible => {
                let builder = tassel_accredible::Client::builder(KEY).base_url(url);
                Client::Accredible(builder.with(options).build().unwrap())
            }
            Self::Coursepath => {
                let builder = tassel_coursepath::Client::builder(url, KEY);
                Client::Coursepath(builder.with(options).build().unwrap())
            }
            Self::Damstra => {
                let builder = tassel_damstra::Client::builder(KEY).base_url(url);
                Client::Damstra(builder.with(options).build().unwrap())
            }
            Self::Falkor => {
                let builder = tassel_falkor::Client::builder(url, KEY);
                Client::Falkor(builder.with(options).build().unwrap())
            }
            Self::NameCoach => {
                let builder = tassel_namecoach::Client::builder(KEY).base_url(url);
                Client::NameCoach(builder.with(options).build().unwrap())
            }
        }
    }
}

/// A client of one of the vendors.
pub(crate) enum Client {
    Accredible(tassel_accredible::Client),
    Coursepath(tassel_coursepath::Client),
    Damstra(tassel_damstra::Client),
    Falkor(tassel_falkor::Client),
    NameCoach(tassel_namecoach::Client),
}

/// What a listing yields, in short: how many rows, and the total where it is told.
pub(crate) type Pages = BoxStream<'static, Result<(usize, Option<u64>), Error>>;

impl Client {
    pub(crate) fn operation(&self, operation: &'static Operation) -> Call<Vec<u8>> {
        match self {
            Self::Accredible(client) => client.operation(operation),
            Self::Coursepath(client) => client.operation(operation),
            Self::Damstra(client) => client.operation(operation),
            Self::Falkor(client) => client.operation(operation),
            Self::NameCoach(client) => client.operation(operation),
        }
    }

    /// The call of an operation with something for each of its path parameters and its body.
    pub(crate) fn filled(&self, operation: &'static Operation) -> Call<Vec<u8>> {
        let call = path_parameters(operation).fold(self.operation(operation), |call, name| call.at(name, 7));
        if operation.encoding == Encoding::None { call } else { call.body(json!({})) }
    }

    pub(crate) fn unlisted(&self, path: &str) -> Call<Value> {
        match self {
            Self::Accredible(client) => client.call(Method::GET, path, None),
            Self::Coursepath(client) => client.call(Method::GET, path, None),
            Self::Damstra(client) => client.call(Method::GET, path, None),
            Self::Falkor(client) => client.call(Method::GET, path, None),
            Self::NameCoach(client) => client.call(Method::GET, path, None),
        }
    }

    /// How the quota stands, where the vendor states one.
    pub(crate) fn quota(&self) -> Option<QuotaStanding> {
        match self {
            Self::Accredible(client) => Some(client.quota()),
            Self::NameCoach(client) => Some(client.quota()),
            Self::Coursepath(_) | Self::Damstra(_) | Self::Falkor(_) => None,
        }
    }

    #[allow(deprecated, reason = "what the vendor asks not to use is read all the same")]
    /// Reads a listing: page by page, or with so many pages under way and row by row.
    pub(crate) fn read(&self, listing: &'static Operation, pages: u64, ahead: usize) -> Pages {
        macro_rules! read {
            ($listing:expr) => {{
                let listing = $listing.max_pages(pages);
                if ahead > 1 {
                    Box::pin(listing.prefetch(ahead).map_ok(|_| (1_usize, None::<u64>))) as Pages
                } else {
                    Box::pin(listing.pages().map_ok(|page| (page.items.len(), page.total)))
                }
            }};
        }
        match (self, listing.id) {
            (Self::Accredible(client), "credentials.list") => read!(client.credentials().list()),
            (Self::Accredible(client), "credentials.search") => read!(client.credentials().search()),
            (Self::Accredible(client), "groups.search") => read!(client.groups().search()),
            (Self::Coursepath(client), "courses.list") => read!(client.courses().list()),
            (Self::Coursepath(client), "courses.list_of_member") => {
                read!(client.courses().list_of_member("7"))
            }
            (Self::Coursepath(client), "groups.list") => read!(client.groups().list()),
            (Self::Coursepath(client), "groups.list_of_member") => read!(client.groups().list_of_member("7")),
            (Self::Coursepath(client), "members.list") => read!(client.members().list()),
            (Self::Coursepath(client), "members.list_of_course") => {
                read!(client.members().list_of_course("7"))
            }
            (Self::Coursepath(client), "members.list_of_group") => read!(client.members().list_of_group("7")),
            (Self::Damstra(client), "groups.list") => read!(client.groups().list()),
            (Self::Damstra(client), "groups.list_members") => read!(client.groups().list_members(7)),
            (Self::Damstra(client), "groups.list_supervisors") => read!(client.groups().list_supervisors(7)),
            (Self::Damstra(client), "ilt_sessions.list") => read!(client.ilt_sessions().list()),
            (Self::Damstra(client), "lesson_schedules.list_of_user") => {
                read!(client.lesson_schedules().list_of_user(7))
            }
            (Self::Damstra(client), "lessons.list") => read!(client.lessons().list()),
            (Self::Damstra(client), "lessons.list_details") => read!(client.lessons().list_details()),
            (Self::Damstra(client), "users.search") => read!(client.users().search()),
            (Self::NameCoach(client), "exports.list") => read!(client.exports().list()),
            (Self::NameCoach(client), "participants.list") => read!(client.participants().list()),
            (Self::NameCoach(client), "participants.list_of_name_page") => {
                read!(client.participants().list_of_name_page("a"))
            }
            (Self::NameCoach(client), "participants.search") => {
                read!(client.participants().search(["imani.okonjo@example.org"]))
            }
            _ => panic!("{} is not read here", listing.id),
        }
    }
}

pub(crate) fn path_parameters(operation: &'static Operation) -> impl Iterator<Item = &'static str> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| parameter.location == Location::Path).map(|parameter| parameter.name)
}
