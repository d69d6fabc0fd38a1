//! What publishing costs.

use std::collections::HashMap;

use futures_util::TryStreamExt;
use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use tassel_core::Error;

use crate::issuer::{Held, Issuer};

/// The credits that an apply costs: one for each address and billing year, and one for each renewal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Cost {
    /// The least number of credits.
    pub least: u64,
    /// The greatest number of credits.
    pub most: u64,
    /// The first day of the billing year, if it was given.
    pub year_start: Option<Date>,
}

impl Cost {
    /// What the range does not tell, for people.
    #[must_use]
    pub fn note(&self) -> &'static str {
        match self.year_start {
            Some(_) => {
                "deleted credentials, changed addresses and other departments' credentials may lower it: an address \
                 that was billed for them this year is not billed again"
            }
            None => {
                "an address that was billed this year is not billed again, also for deleted and other departments' \
                 credentials; the first day of the billing year (--billing-year-start) makes the range narrower"
            }
        }
    }
}

/// Whether an address was billed in the billing year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Billed {
    No,
    Possibly,
    Surely,
}

/// The days that a cost depends on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Days {
    pub(super) today: Date,
    /// The first day of the billing year.
    year_start: Option<Date>,
}

/// What an apply will be billed for.
#[derive(Debug)]
pub(super) struct Charges {
    days: Days,
    addresses: HashMap<String, Billed>,
    renewals: Renewal,
}

/// The credits that a move of expiry dates costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Renewal {
    least: u64,
    most: u64,
}

impl Days {
    /// With the last day until today on which a billing year began that begins on this month and day.
    pub(super) fn new(today: Date, year_start: Option<(i8, i8)>) -> Result<Self, Error> {
        let Some((month, day)) = year_start else { return Ok(Self { today, year_start: None }) };
        // A year that is no leap year: the day is in every year.
        if Date::new(2001, month, day).is_err() {
            let problem =
                format!("a billing year cannot start on {month:02}-{day:02}; write a day of every year");
            return Err(Error::Config(problem));
        }
        let of = |year| Date::new(year, month, day).ok();
        let year_start = of(today.year()).filter(|start| *start <= today).or_else(|| of(today.year() - 1));
        Ok(Self { today, year_start })
    }

    /// What it costs to move the expiry date of a credential: a credit where it renews an expired one of an earlier year,
    /// or moves the date out of the billing year.
    pub(super) fn renewal(self, held: &Held, to: Option<Date>) -> Renewal {
        let (Some(from), Some(to)) = (held.expired_on, to) else { return Renewal::default() };
        if held.published == Some(false) || to <= from {
            return Renewal::default();
        }
        let Some(start) = self.year_start else { return Renewal { least: 0, most: 1 } };
        let end = start.saturating_add(Span::new().years(1));
        let leaves = (start..end).contains(&from) && to >= end;
        let renews = from < self.today && to >= self.today;
        let is_earlier = held.published_on.map(|day| day < start);
        let most = leaves || (renews && is_earlier != Some(false));
        let least = held.published == Some(true) && (leaves || (renews && is_earlier == Some(true)));
        Renewal { least: least.into(), most: most.into() }
    }
}

impl Charges {
    pub(super) fn new(days: Days) -> Self {
        Self { days, addresses: HashMap::new(), renewals: Renewal::default() }
    }

    /// Adds a credential that is published.
    pub(super) fn publish(&mut self, address: String) {
        self.addresses.insert(address, Billed::No);
    }

    /// Adds a credential whose expiry date moves.
    pub(super) fn renew(&mut self, renewal: Renewal) {
        self.renewals.least += renewal.least;
        self.renewals.most += renewal.most;
    }

    /// Looks which addresses were billed, and adds up.
    pub(super) async fn cost(mut self, issuer: &dyn Issuer) -> Result<Cost, Error> {
        let (least, most) = match self.days.year_start {
            None => (0, self.addresses.len() as u64),
            Some(start) => {
                self.read_billed(issuer, start).await?;
                let count =
                    |is: fn(Billed) -> bool| self.addresses.values().filter(|was| is(**was)).count() as u64;
                (count(|was| was == Billed::No), count(|was| was != Billed::Surely))
            }
        };
        let Renewal { least: least_renewed, most: most_renewed } = self.renewals;
        let year_start = self.days.year_start;
        Ok(Cost { least: least + least_renewed, most: most + most_renewed, year_start })
    }

    async fn read_billed(&mut self, issuer: &dyn Issuer, start: Date) -> Result<(), Error> {
        if self.addresses.is_empty() {
            return Ok(());
        }
        let mut changed = issuer.changed_since(start);
        while let Some(held) = changed.try_next().await? {
            let Some(address) = held.email.as_ref().map(|email| email.trim().to_lowercase()) else {
                continue;
            };
            if let Some(was) = self.addresses.get_mut(&address) {
                *was = (*was).max(billed(&held, start));
            }
        }
        Ok(())
    }
}

/// Whether the address of a credential was billed for it, which changed in the billing year.
fn billed(held: &Held, start: Date) -> Billed {
    let is_published = held.published == Some(true);
    let Some(day) = held.published_on.filter(|day| is_published && *day > start) else {
        return Billed::Possibly;
    };
    // A later change may have been one of the address.
    let changed = held.updated_at.map(|at| at.to_zoned(jiff::tz::TimeZone::UTC).date());
    if changed.is_some_and(|changed| changed <= day) { Billed::Surely } else { Billed::Possibly }
}
