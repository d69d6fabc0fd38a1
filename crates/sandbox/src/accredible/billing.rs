//! Credits: what a publication and a renewal cost.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::str::FromStr;

use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Accredible;
use super::store::Credential;
use crate::sandbox::World;

/// What costs a credit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BillingPolicy {
    /// The first publication for an address in a billing year, a renewal of an expired credential of an earlier year,
    /// and the move of an expiry date out of the billing year.
    PerRecipientYear,
    /// Each publication.
    PerCredential,
}

/// A day of every year, such as `04-01`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct MonthDay {
    month: i8,
    day: i8,
}

impl MonthDay {
    pub(super) const NEW_YEAR: Self = Self { month: 1, day: 1 };

    /// The year from this day on that a date is in.
    fn year_of(self, date: Date) -> Range<Date> {
        let start = |year| Date::new(year, self.month, self.day).unwrap_or(date);
        let from = start(date.year());
        let from = if from > date { start(date.year().saturating_sub(1)) } else { from };
        from..from.saturating_add(Span::new().years(1))
    }
}

impl FromStr for MonthDay {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // A year that is no leap year: the day is in every year.
        let day = format!("2001-{text}").parse::<Date>().ok().filter(|_| text.len() == 5);
        let day = day.ok_or_else(|| format!("`{text}` is not a day of every year; write it like 04-01"))?;
        Ok(Self { month: day.month(), day: day.day() })
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl TryFrom<String> for MonthDay {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

impl From<MonthDay> for String {
    fn from(day: MonthDay) -> Self {
        day.to_string()
    }
}

/// The recipients that were billed, by their numbers, and when.
#[derive(Debug, Default)]
pub(super) struct Billed(BTreeSet<(u64, Date)>);

/// A recipient and the day of a billing.
pub(super) type Bill = (u64, Date);

impl Billed {
    pub(super) fn insert(&mut self, bill: Bill) {
        self.0.insert(bill);
    }

    pub(super) fn remove(&mut self, bill: Bill) {
        self.0.remove(&bill);
    }

    fn contains(&self, recipient: u64, days: &Range<Date>) -> bool {
        self.0.range((recipient, days.start)..(recipient, days.end)).next().is_some()
    }
}

impl Accredible {
    /// Publishes a credential, unless it is published, the account is in its sandbox mode or the credits do not suffice.
    /// Returns the new bill.
    pub(super) fn publish(&mut self, credential: &mut Credential, world: &World) -> Option<Bill> {
        if credential.published_on.is_some() || self.settings.sandbox_mode {
            return None;
        }
        let (recipient, today) = (credential.recipient.number, world.clock.today());
        let year = self.settings.billing_year_start.year_of(today);
        let is_new = !self.billed.contains(recipient, &year);
        if (is_new || self.settings.billing == BillingPolicy::PerCredential) && !self.pay() {
            return None;
        }
        credential.published_on = Some(today);
        is_new.then(|| {
            self.billed.insert((recipient, today));
            (recipient, today)
        })
    }

    /// Pays for the change of the expiry date of a published credential if it costs a credit. Without one the date stays
    /// as it was.
    pub(super) fn renew(&mut self, credential: &mut Credential, before: Option<Date>, world: &World) {
        let Some(published_on) = credential.published_on else { return };
        if self.settings.billing == BillingPolicy::PerCredential || self.settings.sandbox_mode {
            return;
        }
        let today = world.clock.today();
        let year = self.settings.billing_year_start.year_of(today);
        let lasts_until = |day: Date| credential.expired_on.is_none_or(|new| new >= day);
        let costs = before.is_some_and(|before| {
            let renews = before < today && published_on < year.start && lasts_until(today);
            renews || (year.contains(&before) && lasts_until(year.end))
        });
        if costs && !self.pay() {
            credential.expired_on = before;
        }
    }

    /// Takes a credit, if one is left.
    fn pay(&mut self) -> bool {
        let left = self.settings.credits.checked_sub(1);
        self.settings.credits = left.unwrap_or(0);
        left.is_some()
    }
}
