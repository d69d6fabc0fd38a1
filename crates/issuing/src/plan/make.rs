//! Makes a plan: reads the groups and compares each row with what is there.

use std::collections::HashMap;

use futures_util::stream::{self, StreamExt, TryStreamExt};
use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use tassel_core::Error;

use super::cost::{Charges, Days, Renewal};
use super::{Action, GroupState, Member, Plan, PlannedRow, Publish, SheetBinding};
use crate::fields::{Field, Fields, Problem};
use crate::issuer::{Group, Held, Issuer};
use crate::own_id::{self, Person, Place};
use crate::sheet::{Columns, Row, Sheet};

/// What a plan is made for.
#[derive(Debug, Clone, Default)]
pub struct PlanOptions {
    /// The file of the sheet, as messages name it.
    pub path: Option<String>,
    /// The group of rows that name none: its id if it is all digits, or else its exact name.
    pub group: Option<String>,
    /// The edition: how a second credential of a group for the same person is asked for.
    pub edition: String,
    /// When credentials are published.
    pub publish: Publish,
    /// The month and the day on which the billing year starts.
    pub billing_year_start: Option<(i8, i8)>,
    /// The current time. Default: the machine's.
    pub now: Option<Timestamp>,
}

/// Makes a plan. It reads, and changes nothing.
///
/// # Errors
///
/// The account, a group or a listing cannot be read; or the group of the whole sheet does not exist, or is not the only
/// one of its name ([`Error::Config`]). Problems of rows are no errors: the plan has them.
pub async fn make(issuer: &dyn Issuer, sheet: Sheet, options: &PlanOptions) -> Result<Plan, Error> {
    let account = issuer.account().await?;
    let now = options.now.unwrap_or_else(Timestamp::now);
    let days = Days::new(now.to_zoned(TimeZone::UTC).date(), options.billing_year_start)?;
    let Sheet { columns, rows, hash, .. } = sheet;
    let mut groups = Groups::default();
    if let Some(name) = &options.group {
        groups.find(issuer, name).await?.map_err(Error::Config)?;
    }
    let mut drafts = Vec::with_capacity(rows.len());
    for row in rows {
        let (fields, mut problems) = columns.read(&row.cells);
        let group = match fields.group.as_ref().or(options.group.as_ref()) {
            Some(name) => groups.find(issuer, name).await?,
            None => Err("there is no group; name one here or for the whole sheet".to_owned()),
        };
        if let Err(message) = &group {
            let column = heading(&columns, &Field::Group);
            problems.push(Problem { column, message: message.clone() });
        }
        let (group, mut refused) = (group.ok(), None);
        let own_id = group.filter(|_| problems.is_empty()).and_then(|group| {
            let place = Place { host: issuer.host(), issuer: &account.issuer, group: &groups.all[group].id };
            own_id(&fields, place, &options.edition)
        });
        if own_id.is_none() {
            refused = Some(Action::Invalid { problems });
        }
        drafts.push(Draft { row, group, own_id, refused, found: None });
    }
    let edition = options.edition.clone();
    let mut comparison = Comparison {
        columns: &columns,
        days,
        allows_second: !edition.is_empty(),
        drafts,
        unlisted: Vec::new(),
    };
    comparison.mark_duplicates();
    let mut states = Vec::new();
    for (place, group) in groups.all.into_iter().enumerate() {
        let members = comparison.read_members(issuer, &group.id, place).await?;
        states.push(GroupState { group, members, allows_duplicates: None });
    }
    comparison.read_details(issuer).await?;
    let cost = comparison.charges(options.publish).cost(issuer).await?;
    let Comparison { drafts, unlisted, .. } = comparison;
    let mut plan = Plan {
        tassel: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now,
        sheet: SheetBinding { path: options.path.clone(), hash, columns },
        host: issuer.host().to_owned(),
        account,
        publish: options.publish,
        edition,
        groups: states,
        rows: drafts.into_iter().map(Draft::decide).collect(),
        unlisted,
        cost,
        calls: 0,
        seconds: 0,
    };
    plan.calls = plan.calls_by(plan.publish);
    plan.seconds = issuer.time_for(plan.calls).await.as_secs();
    Ok(plan)
}

/// The heading of the column that holds a field.
fn heading(columns: &Columns, field: &Field) -> Option<String> {
    let place = columns.fields.iter().position(|held| held.as_ref() == Some(field))?;
    columns.headings.get(place).cloned()
}

/// The own id of a row: the one that it gives, or one derived from its person.
fn own_id(fields: &Fields, place: Place<'_>, edition: &str) -> Option<String> {
    if let Some(id) = &fields.id {
        return Some(id.clone());
    }
    let by_id = fields.recipient_id.as_deref().map(Person::RecipientId);
    let person = by_id.or_else(|| fields.email.as_deref().map(Person::Email))?;
    Some(own_id::derive(place, person, edition))
}

/// The groups that were looked up, by the name in the sheet.
#[derive(Default)]
struct Groups {
    all: Vec<Group>,
    by_name: HashMap<String, Result<usize, String>>,
}

impl Groups {
    async fn find(&mut self, issuer: &dyn Issuer, name: &str) -> Result<Result<usize, String>, Error> {
        if let Some(found) = self.by_name.get(name) {
            return Ok(found.clone());
        }
        let mut found = issuer.groups(name).await?;
        let place = match found.len() {
            1 => {
                let group = found.remove(0);
                Ok(self.all.iter().position(|known| known.id == group.id).unwrap_or_else(|| {
                    self.all.push(group);
                    self.all.len() - 1
                }))
            }
            0 => Err(format!("there is no group `{name}`; a group is named by its id or its exact name")),
            _ => {
                let ids: Vec<_> = found.into_iter().map(|group| group.id).collect();
                Err(format!("there are several groups `{name}`; use the id: {}", ids.join(", ")))
            }
        };
        self.by_name.insert(name.to_owned(), place.clone());
        Ok(place)
    }
}

/// A row on its way into a plan.
struct Draft {
    row: Row,
    group: Option<usize>,
    own_id: Option<String>,
    /// Why nothing is done with it.
    refused: Option<Action>,
    /// In a large sheet most rows have none.
    found: Option<Box<Found>>,
}

/// What a group holds of a row.
enum Found {
    /// The credential with its own id.
    Own { number: String, published: bool, published_on: Option<Date>, action: Action, renewal: Renewal },
    /// Another credential of the same person.
    Other { credential: String, own_id: Option<String> },
}

impl Draft {
    fn decide(self) -> PlannedRow {
        let action = match (self.refused, self.found.map(|found| *found)) {
            (Some(refused), _) => refused,
            (None, None) => Action::Create,
            (None, Some(Found::Own { action, .. })) => action,
            (None, Some(Found::Other { credential, own_id })) => Action::Conflict { credential, own_id },
        };
        PlannedRow { row: self.row, group: self.group, own_id: self.own_id, action }
    }
}

struct Comparison<'a> {
    columns: &'a Columns,
    days: Days,
    /// Whether a person may have more than one credential of a group.
    allows_second: bool,
    drafts: Vec<Draft>,
    unlisted: Vec<Member>,
}

impl Comparison<'_> {
    fn fields(&self, draft: &Draft) -> Fields {
        self.columns.read(&draft.row.cells).0
    }

    /// Marks the rows that stand for the same credential as an earlier one.
    fn mark_duplicates(&mut self) {
        let mut first = HashMap::new();
        for place in 0..self.drafts.len() {
            let draft = &self.drafts[place];
            let (Some(group), Some(own_id), None) = (draft.group, &draft.own_id, &draft.refused) else {
                continue;
            };
            // An own id stands for one credential of the account.
            let mut keys = vec![(None, format!("id:{own_id}"))];
            if !self.allows_second {
                keys.extend(persons(&self.fields(draft)).into_iter().map(|person| (Some(group), person)));
            }
            let number = draft.row.number;
            let of = keys.iter().find_map(|key| first.get(key)).copied();
            match of {
                Some(of) => self.drafts[place].refused = Some(Action::Duplicate { of }),
                None => first.extend(keys.into_iter().map(|key| (key, number))),
            }
        }
    }

    /// Compares the members of a group with its rows. Returns the number of members.
    async fn read_members(&mut self, issuer: &dyn Issuer, id: &str, group: usize) -> Result<u64, Error> {
        let (mut by_id, mut by_person) = (HashMap::new(), HashMap::new());
        for (place, draft) in self.drafts.iter().enumerate() {
            if draft.group != Some(group) {
                continue;
            }
            for person in persons(&self.fields(draft)) {
                by_person.entry(person).or_insert(place);
            }
            if let (Some(own_id), None) = (&draft.own_id, &draft.refused) {
                by_id.insert(own_id.clone(), place);
            }
        }
        let (mut members, mut number) = (issuer.members(id), 0);
        while let Some(held) = members.try_next().await? {
            number += 1;
            if let Some(place) = held.own_id.as_ref().and_then(|own_id| by_id.get(own_id)) {
                let surplus = self.found(*place, &held);
                self.unlisted.extend(surplus);
                continue;
            }
            let persons = persons_of(&held);
            match persons.iter().find_map(|person| by_person.get(person)) {
                Some(_) if self.allows_second => {}
                Some(place) => {
                    let found = &mut self.drafts[*place].found;
                    found.get_or_insert_with(|| {
                        Box::new(Found::Other { credential: held.number, own_id: held.own_id })
                    });
                }
                None => self.unlisted.push(member(held.number.clone(), &held)),
            }
        }
        Ok(number)
    }

    /// Takes the credential with a row's own id. Of several it is the published one, or else the first. Returns the
    /// other one.
    fn found(&mut self, place: usize, held: &Held) -> Option<Member> {
        let is_published = held.published == Some(true);
        if let Some(Found::Own { number, published, .. }) = self.drafts[place].found.as_deref()
            && (*published || !is_published && older(number, &held.number))
        {
            return Some(member(held.number.clone(), held));
        }
        let action = self.action(place, held);
        let expires = match &action {
            Action::Update { .. } => self.fields(&self.drafts[place]).expired_on,
            _ => None,
        };
        let found = Box::new(Found::Own {
            number: held.number.clone(),
            published: is_published,
            published_on: held.published_on,
            action,
            renewal: self.days.renewal(held, expires),
        });
        match self.drafts[place].found.replace(found).map(|found| *found) {
            Some(Found::Own { number, .. }) => Some(member(number, held)),
            _ => None,
        }
    }

    fn action(&self, place: usize, held: &Held) -> Action {
        let (credential, fields) = (held.number.clone(), self.fields(&self.drafts[place]));
        let changes = held.differences(&fields);
        match held.expired_on.filter(|day| *day < self.days.today) {
            _ if !changes.is_empty() => Action::Update { credential, changes },
            Some(since) => Action::Expired { credential, since, published: held.published },
            None => Action::Keep { credential, published: held.published },
        }
    }

    /// Reads each credential whose row has a field that listings lack.
    async fn read_details(&mut self, issuer: &dyn Issuer) -> Result<(), Error> {
        let mut wanted = Vec::new();
        for (place, draft) in self.drafts.iter().enumerate() {
            if let (None, Some(Found::Own { number, published_on, .. })) =
                (&draft.refused, draft.found.as_deref())
                && needs_details(&self.fields(draft))
            {
                wanted.push((place, number.clone(), *published_on));
            }
        }
        let read = |(place, number, published_on): (usize, String, Option<Date>)| async move {
            // Listings alone tell the day of publication.
            let held = issuer.get(&number).await?;
            let whole = |held: Held| {
                let published_on = held.published_on.or(published_on);
                Held { number, published_on, ..held }
            };
            Ok::<_, Error>((place, held.map(whole)))
        };
        let mut read = stream::iter(wanted).map(read).buffer_unordered(4);
        while let Some((place, held)) = read.try_next().await? {
            match held {
                Some(held) => {
                    self.drafts[place].found = None;
                    self.found(place, &held);
                }
                // It was deleted since it was listed.
                None => self.drafts[place].found = None,
            }
        }
        Ok(())
    }

    /// What the rows will be billed for.
    fn charges(&self, publish: Publish) -> Charges {
        let mut charges = Charges::new(self.days);
        for draft in self.drafts.iter().filter(|draft| draft.refused.is_none()) {
            match draft.found.as_deref() {
                None if publish != Publish::Never => {
                    if let Some(email) = self.fields(draft).email {
                        charges.publish(email);
                    }
                }
                Some(Found::Own { renewal, .. }) => charges.renew(*renewal),
                _ => {}
            }
        }
        charges
    }
}

fn member(credential: String, held: &Held) -> Member {
    Member { credential, name: held.name.clone(), email: held.email.clone() }
}

/// Whether a row has a field that listings lack.
fn needs_details(fields: &Fields) -> bool {
    fields.description.is_some() || fields.grade.is_some() || fields.phone_number.is_some()
}

/// The keys of a row's person.
pub(crate) fn persons(fields: &Fields) -> Vec<String> {
    keys(fields.email.as_deref(), fields.recipient_id.as_deref())
}

pub(crate) fn persons_of(held: &Held) -> Vec<String> {
    keys(held.email.as_deref(), held.recipient_id.as_deref())
}

fn keys(email: Option<&str>, recipient_id: Option<&str>) -> Vec<String> {
    let email = email.map(|email| format!("email:{}", email.trim().to_lowercase()));
    let recipient_id = recipient_id.map(|id| format!("rid:{id}"));
    email.into_iter().chain(recipient_id).collect()
}

/// Whether a vendor's number is lower than another one.
pub(crate) fn older(number: &str, than: &str) -> bool {
    (number.len(), number) < (than.len(), than)
}
