//! The clients of the vendors, with canned answers.

use std::ops::Deref;

use http::Method;
use serde_json::{Value, json};
use tassel_core::kit::{BoxStream, Draft, TryStreamExt};
use tassel_core::operation::{Encoding, Location, Operation};
use tassel_core::testing::FixedClock;
use tassel_core::{Call, ClientOptions, Error};

use super::wire::Canned;
use crate::Vendor;

/// The key of every client.
pub(crate) const KEY: &str = "k3y0fTheC1ient";
pub(crate) const HOST: &str = "vendor.example.org";
/// What every client's clock says.
pub(crate) const NOW: &str = "2026-09-01T08:00:00Z";

impl Vendor {
    pub(crate) fn canned(self, canned: &Canned) -> Client {
        let options = ClientOptions::new().transport(canned.clone()).seed(7).clock(FixedClock::at(NOW));
        let url = format!("https://{HOST}");
        match self {
            Self::Accredible => {
                let builder = tassel_accredible::Client::builder(KEY).base_url(url);
                Client::new(builder.with(options).build().unwrap(), accredible)
            }
            Self::Coursepath => {
                let builder = tassel_coursepath::Client::builder(url, KEY);
                Client::new(builder.with(options).build().unwrap(), coursepath)
            }
            Self::Damstra => {
                let builder = tassel_damstra::Client::builder(KEY).base_url(url);
                Client::new(builder.with(options).build().unwrap(), damstra)
            }
            Self::Falkor => {
                let builder = tassel_falkor::Client::builder(url, KEY);
                Client::new(builder.with(options).build().unwrap(), |_, listing, _| no_listing(listing))
            }
            Self::NameCoach => {
                let builder = tassel_namecoach::Client::builder(KEY).base_url(url);
                Client::new(builder.with(options).build().unwrap(), namecoach)
            }
        }
    }
}

/// A client of one of the vendors.
pub(crate) struct Client {
    core: tassel_core::Client,
    read: Box<dyn Fn(&'static Operation, Reading) -> Pages>,
}

/// How much of a listing is read, and how many pages are under way at a time.
#[derive(Clone, Copy)]
struct Reading {
    pages: u64,
    ahead: usize,
}

/// What a listing yields, in short: the number of rows, and the total if the vendor says so.
pub(crate) type Pages = BoxStream<'static, Result<(usize, Option<u64>), Error>>;

impl Client {
    fn new<C>(client: C, read: fn(&C, &'static Operation, Reading) -> Pages) -> Self
    where
        C: Deref<Target = tassel_core::Client> + 'static,
    {
        let core = client.deref().clone();
        Self { core, read: Box::new(move |listing, reading| read(&client, listing, reading)) }
    }

    /// The call of an operation with something for each of its path parameters and its body.
    pub(crate) fn filled(&self, operation: &'static Operation) -> Call<Vec<u8>> {
        let draft = path_parameters(operation).fold(Draft::new(operation), |draft, name| draft.at(name, 7));
        self.operation(if operation.encoding == Encoding::None { draft } else { draft.body(json!({})) })
    }

    pub(crate) fn unlisted(&self, path: &str) -> Call<Value> {
        self.call(Method::GET, path, None)
    }

    /// Reads a listing: page by page, or with so many pages under way and row by row.
    pub(crate) fn read(&self, listing: &'static Operation, pages: u64, ahead: usize) -> Pages {
        (self.read)(listing, Reading { pages, ahead })
    }
}

impl Deref for Client {
    type Target = tassel_core::Client;

    fn deref(&self) -> &tassel_core::Client {
        &self.core
    }
}

macro_rules! read {
    ($reading:expr, $listing:expr) => {{
        let Reading { pages, ahead } = $reading;
        let listing = $listing.max_pages(pages);
        if ahead > 1 {
            Box::pin(listing.prefetch(ahead).map_ok(|_| (1_usize, None::<u64>))) as Pages
        } else {
            Box::pin(listing.pages().map_ok(|page| (page.items.len(), page.total)))
        }
    }};
}

fn no_listing(listing: &'static Operation) -> ! {
    panic!("{} is not read here", listing.id)
}

#[allow(deprecated, reason = "a listing that the vendor asks not to use is read all the same")]
fn accredible(client: &tassel_accredible::Client, listing: &'static Operation, how: Reading) -> Pages {
    match listing.id {
        "attribute_keys.search" => read!(how, client.attribute_keys().search()),
        "collections.search" => read!(how, client.collections().search()),
        "analytics.list" => read!(how, client.analytics().list()),
        "credentials.list" => read!(how, client.credentials().list()),
        "credentials.search" => read!(how, client.credentials().search()),
        "departments.search" => read!(how, client.departments().search()),
        "designs.search" => read!(how, client.designs().search()),
        "credentials.search_v1" => read!(how, client.credentials().search_v1()),
        "groups.list" => read!(how, client.groups().list()),
        "groups.search" => read!(how, client.groups().search()),
        "skill_frameworks.list" => read!(how, client.skill_frameworks().list(7)),
        "skill_frameworks.search_skills" => {
            read!(how, client.skill_frameworks().search_skills(7, 7, "knots"))
        }
        _ => no_listing(listing),
    }
}

fn coursepath(client: &tassel_coursepath::Client, listing: &'static Operation, how: Reading) -> Pages {
    match listing.id {
        "courses.list" => read!(how, client.courses().list()),
        "courses.list_of_member" => read!(how, client.courses().list_of_member("7")),
        "groups.list" => read!(how, client.groups().list()),
        "groups.list_of_member" => read!(how, client.groups().list_of_member("7")),
        "members.list" => read!(how, client.members().list()),
        "members.list_of_course" => read!(how, client.members().list_of_course("7")),
        "members.list_of_group" => read!(how, client.members().list_of_group("7")),
        _ => no_listing(listing),
    }
}

fn damstra(client: &tassel_damstra::Client, listing: &'static Operation, how: Reading) -> Pages {
    match listing.id {
        "groups.list" => read!(how, client.groups().list()),
        "groups.list_members" => read!(how, client.groups().list_members(7)),
        "groups.list_supervisors" => read!(how, client.groups().list_supervisors(7)),
        "ilt_sessions.list" => read!(how, client.ilt_sessions().list()),
        "lesson_schedules.list_of_user" => read!(how, client.lesson_schedules().list_of_user(7)),
        "lessons.list" => read!(how, client.lessons().list()),
        "lessons.list_details" => read!(how, client.lessons().list_details()),
        "users.search" => read!(how, client.users().search()),
        _ => no_listing(listing),
    }
}

fn namecoach(client: &tassel_namecoach::Client, listing: &'static Operation, how: Reading) -> Pages {
    match listing.id {
        "exports.list" => read!(how, client.exports().list()),
        "participants.list" => read!(how, client.participants().list()),
        "participants.list_of_name_page" => read!(how, client.participants().list_of_name_page("a")),
        "participants.search" => read!(how, client.participants().search(["imani.okonjo@example.org"])),
        _ => no_listing(listing),
    }
}

pub(crate) fn path_parameters(operation: &'static Operation) -> impl Iterator<Item = &'static str> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| parameter.location == Location::Path).map(|parameter| parameter.name)
}
