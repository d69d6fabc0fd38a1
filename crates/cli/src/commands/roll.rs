//! `tassel roll`: one row per learner.

use std::collections::BTreeMap;

use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;
use tassel_accredible::{Date, FoundCredential, TryStreamExt};
use tassel_core::jiff;

use crate::args::{Format, Global};
use crate::failure::{Done, Failure};
use crate::output::{Rows, print};
use crate::vendors::{Client, Clients, Vendor};

/// The learners, and how much of them is known.
#[derive(Debug, Serialize)]
struct Roll {
    /// The day on which it was looked at whether credentials have expired, by the vendor's clock.
    as_of: String,
    /// Whether every listing it was made from is known to be complete.
    complete: bool,
    /// Why it is not.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    missing: Vec<String>,
    learners: Vec<Learner>,
}

/// One learner, by address.
#[derive(Debug, Default, Serialize)]
struct Learner {
    name: String,
    email: String,
    credentials: Vec<Credential>,
}

/// A credential that a learner holds.
#[derive(Debug, Serialize)]
struct Credential {
    vendor: &'static str,
    id: String,
    name: String,
    group: String,
    standing: Standing,
    issued_on: Option<String>,
    expired_on: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum Standing {
    Valid,
    Expired,
    Unpublished,
}

pub(crate) async fn run(global: &Global) -> Result<Done, Failure> {
    let vendor = Vendor::Accredible;
    let Client::Accredible(client) = Clients::new(global).await?.client(vendor)? else {
        return Err(Failure::ours("the client is of another vendor"));
    };
    let failure = |error: &_| Failure::call(error, &vendor.credential_variables());
    // The vendor's own date decides what has expired; it comes with any answer.
    let issuer = client.issuer().get().send_raw().await.map_err(|error| failure(&error))?;
    let date = issuer.headers.get("date").and_then(|value| value.to_str().ok());
    let date = date.and_then(|text| jiff::fmt::rfc2822::DateTimeParser::new().parse_timestamp(text).ok());
    let today = date.unwrap_or_else(jiff::Timestamp::now).to_zoned(jiff::tz::TimeZone::UTC).date();

    let progress = ProgressBar::no_length().with_message("credentials");
    if let Ok(style) = ProgressStyle::with_template("{pos}/{len} {msg} {wide_bar}") {
        progress.set_style(style);
    }
    let mut learners: BTreeMap<String, Learner> = BTreeMap::new();
    let mut missing = Vec::new();
    let mut pages = client.credentials().search().page_size(100).pages();
    loop {
        match pages.try_next().await {
            Ok(Some(page)) => {
                if let Some(total) = page.total {
                    progress.set_length(total);
                }
                progress.inc(page.items.len() as u64);
                for credential in page.items {
                    enter(&mut learners, credential, today);
                }
            }
            Ok(None) => break,
            Err(error) if learners.is_empty() => return Err(failure(&error)),
            Err(error) => {
                missing.push(failure(&error).text().to_owned());
                break;
            }
        }
    }
    progress.finish_and_clear();
    let mut learners: Vec<_> = learners.into_values().collect();
    learners.sort_by_cached_key(|learner| (learner.name.to_lowercase(), learner.email.clone()));
    let roll = Roll { as_of: today.to_string(), complete: missing.is_empty(), missing, learners };
    print(&roll, global.output.unwrap_or(Format::Table))?;
    for missing in &roll.missing {
        eprintln!("tassel: the roll is not complete: {missing}");
    }
    Ok(if roll.complete { Done::Whole } else { Done::InPart })
}

/// Enters a credential under its recipient. Addresses that differ only in case are one person's.
fn enter(learners: &mut BTreeMap<String, Learner>, credential: FoundCredential, today: jiff::civil::Date) {
    let email = credential.recipient_email.unwrap_or_default().trim().to_lowercase();
    let learner = learners.entry(email.clone()).or_insert_with(|| Learner { email, ..Learner::default() });
    if learner.name.is_empty() {
        learner.name = credential.recipient_name.unwrap_or_default();
    }
    let expires = credential.expired_on.as_ref().and_then(Date::civil);
    let standing = match credential.approve {
        Some(false) => Standing::Unpublished,
        _ if expires.is_some_and(|day| day < today) => Standing::Expired,
        _ => Standing::Valid,
    };
    learner.credentials.push(Credential {
        vendor: "accredible",
        id: credential.id.to_string(),
        name: credential.name.unwrap_or_default(),
        group: credential.group.and_then(|group| group.name).unwrap_or_default(),
        standing,
        issued_on: credential.issued_on.map(|day| day.to_string()),
        expired_on: credential.expired_on.map(|day| day.to_string()),
    });
}

impl Rows for Roll {
    type Row = Learner;

    fn columns(&self) -> Vec<String> {
        ["learner", "email", "valid", "expired", "unpublished"].map(str::to_owned).into()
    }

    fn rows(&self) -> &[Learner] {
        &self.learners
    }

    fn cells(row: &Learner, _: &[String]) -> Vec<String> {
        let of = |standing| {
            let held = row.credentials.iter().filter(|credential| credential.standing == standing);
            held.map(|credential| credential.name.as_str()).collect::<Vec<_>>().join(", ")
        };
        let standings = [Standing::Valid, Standing::Expired, Standing::Unpublished].map(of);
        [row.name.clone(), row.email.clone()].into_iter().chain(standings).collect()
    }
}
