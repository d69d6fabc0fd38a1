//! The list of credentials and the search of the first version, which filter and page alike.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde_json::json;
use tassel_accredible::model::CredentialSearchV1;

use super::Accredible;
use super::index::Lookup;
use super::input::{date, model, search};
use super::rejection::Rejection;
use super::search::{NumberedPage, holds};
use super::store::Credential;
use crate::exchange::{Answer, Incoming};

/// The days from which and until which, both included.
type Days = (Option<Date>, Option<Date>);

fn within(date: Date, (from, until): Days) -> bool {
    from.is_none_or(|from| date >= from) && until.is_none_or(|until| date <= until)
}

impl Accredible {
    pub(super) fn list(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let text = |name| incoming.query(name).map(str::to_owned);
        let day = |name| incoming.query(name).map(|text| model(&json!(text))).transpose();
        let mut search = CredentialSearchV1::default();
        search.group = text("group_id").map(Into::into);
        search.recipient_email = text("email").map(Into::into);
        search.recipient_id = text("recipient_id").map(Into::into);
        search.license_id = text("license_id");
        (search.issued_after, search.issued_before) = (day("start_date")?, day("end_date")?);
        (search.updated_after, search.updated_before) =
            (day("start_updated_date")?, day("end_updated_date")?);
        self.page_of_credentials(&search, incoming, |credential| self.listed_text(credential).clone())
    }

    pub(super) fn search_v1(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let search = search::<CredentialSearchV1>(incoming)?;
        self.page_of_credentials(&search, incoming, |credential| self.searched_text(credential))
    }

    fn page_of_credentials(
        &self,
        search: &CredentialSearchV1,
        incoming: &Incoming,
        show: impl Fn(&Credential) -> bytes::Bytes,
    ) -> Result<Answer, Rejection> {
        let day = |name, day: &Option<_>| day.as_ref().map(|day| date(name, day)).transpose();
        let issued = (day("start_date", &search.issued_after)?, day("end_date", &search.issued_before)?);
        let updated = (
            day("start_updated_date", &search.updated_after)?,
            day("end_updated_date", &search.updated_before)?,
        );
        let group = search.group.as_ref().map(ToString::to_string);
        let recipient = search.recipient_id.as_ref().map(ToString::to_string);
        let email = search.recipient_email.as_ref().map(ToString::to_string);
        let (license, email) = (search.license_id.as_ref(), email.as_ref());
        let key = license.or(email).or(group.as_ref()).map(std::slice::from_ref);
        let by = match key {
            None => Lookup::Nothing,
            Some(key) if license.is_some() => Lookup::OwnId(key),
            Some(key) if email.is_some() => Lookup::Address(key),
            Some(key) => Lookup::Group(key),
        };
        let selection = self.credentials.listed().select(&by);
        let page = NumberedPage::new(search.page, search.page_size, incoming);
        let of_any_recipient = license.or(email).or(recipient.as_ref()).is_none()
            && search.recipient_name.is_none()
            && search.recipient_meta_data.is_none();
        let of_any_day = issued == (None, None) && updated == (None, None);
        if of_any_recipient && of_any_day && search.meta_data.is_none() && self.department.is_none() {
            // The whole selection matches, so only the credentials of the page are read.
            let shown = page.cut(selection.numbers().iter()).map(|number| selection.read(*number));
            return Ok(page.answer("credentials", shown.map(show), selection.len()));
        }
        let is = |wanted: Option<&String>, it: Option<&String>| wanted.is_none() || wanted == it;
        let credentials = selection.iter().filter(|credential| {
            let of = &credential.recipient;
            group.as_ref().is_none_or(|group| *group == credential.group.to_string())
                && email.is_none_or(|email| credential.is_of(email))
                && self.reaches(credential.group)
                && is(search.recipient_name.as_ref(), Some(&of.name))
                && is(recipient.as_ref(), of.id.as_ref())
                && is(license, credential.own_id.as_ref())
                && search
                    .recipient_meta_data
                    .as_ref()
                    .is_none_or(|wanted| holds(of.meta_data.as_ref(), wanted))
                && search.meta_data.as_ref().is_none_or(|wanted| holds(credential.meta_data.as_ref(), wanted))
                && within(credential.issued_on, issued)
                && (updated == (None, None)
                    || within(credential.updated_at.to_zoned(TimeZone::UTC).date(), updated))
        });
        let credentials: Vec<_> = credentials.collect();
        let shown = page.cut(credentials.iter().copied()).map(show);
        Ok(page.answer("credentials", shown, credentials.len()))
    }
}
