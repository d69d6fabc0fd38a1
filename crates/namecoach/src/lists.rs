//! Listings of participants. The vendor takes lists joined by commas, and not everything can go into them.

use tassel_core::Client;
use tassel_core::kit::{Listing, PageBody, PageQuery, listing};

use crate::generated::operations as op;
use crate::{
    CommaList, IconCode, Include, InstitutionId, NamePageId, ParticipantList, ParticipantSearch,
    ParticipantsListQuery, SecondsOffset, Timestamp,
};

listing! {
    /// A list of participants, 100 on a page. An address that is on several name pages comes once for each.
    ListParticipants: ParticipantsListQuery => ParticipantList
}

impl ListParticipants {
    pub(crate) fn all(client: &Client) -> Self {
        let query = ParticipantsListQuery::default();
        Self(Listing::new(client, &op::PARTICIPANTS_LIST, query))
    }

    pub(crate) fn of_name_page(client: &Client, name_page: &NamePageId) -> Self {
        // It takes every parameter of the other listing.
        let query = ParticipantsListQuery::default();
        let operation = &op::PARTICIPANTS_LIST_OF_NAME_PAGE;
        Self(Listing::new(client, operation, query).at("name_page_id", name_page))
    }

    /// Only those with these addresses. No address at all is refused.
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let emails: Vec<_> = emails.into_iter().map(Into::into).collect();
        self.0 = checked(self.0, "email_list", &emails);
        self.0.query.email_list = Some(emails);
        self
    }

    /// Only those with these ids of the organisation's own. No id at all is refused.
    pub fn institution_ids(mut self, ids: impl IntoIterator<Item = impl Into<InstitutionId>>) -> Self {
        let ids: Vec<InstitutionId> = ids.into_iter().map(Into::into).collect();
        let texts: Vec<_> = ids.iter().map(ToString::to_string).collect();
        self.0 = checked(self.0, "institution_id_list", &texts);
        self.0.query.institution_id_list = Some(ids);
        self
    }

    /// Adds attributes, or HTML that plays the recording.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        self.0.query.include = Some(include.into_iter().collect());
        self
    }

    /// The icon in `embed_image`, if [`Include::Embeddables`] are asked for.
    pub fn icon_code(mut self, icon: IconCode) -> Self {
        self.0.query.icon_code = Some(icon);
        self
    }

    /// A picture of your own in place of the icon. The vendor puts the URL into its HTML as it is, so one that could
    /// break out of an attribute is refused.
    pub fn play_button_img_url(mut self, url: impl Into<String>) -> Self {
        let url = url.into();
        self.0 = self.0.refuse(refuse_picture(&url));
        self.0.query.play_button_img_url = Some(url);
        self
    }

    /// How many on a page. Default 100; the largest the vendor allows is not known, and 1,000 has been used.
    pub fn per_page(mut self, size: u64) -> Self {
        self.0.query.per_page = Some(size);
        self
    }
}

listing! {
    /// A search for participants, 100 on a page.
    SearchParticipants: ParticipantSearch => ParticipantList
}

impl SearchParticipants {
    /// Searches for everybody, until a list says for whom: there is always one of the two.
    pub(crate) fn new(client: &Client) -> Self {
        let query = ParticipantSearch::default();
        Self(Listing::new(client, &op::PARTICIPANTS_SEARCH, query))
    }

    /// Only those with these addresses. No address at all is refused.
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let emails: Vec<_> = emails.into_iter().map(Into::into).collect();
        self.0 = checked(self.0, "email_list", &emails);
        self.0.query.email_list = Some(self.comma_list(emails));
        self
    }

    /// Only those with these ids of the organisation's own. No id at all is refused.
    pub fn institution_ids(mut self, ids: impl IntoIterator<Item = impl Into<InstitutionId>>) -> Self {
        let ids: Vec<_> = ids.into_iter().map(|id| id.into().to_string()).collect();
        self.0 = checked(self.0, "institution_id_list", &ids);
        self.0.query.institution_id_list = Some(self.comma_list(ids));
        self
    }

    /// Sends the lists as lists, as the vendor documents them, and not as the texts that it shows.
    pub fn lists_as_documented(mut self) -> Self {
        let query = &mut self.0.query;
        for list in [&mut query.email_list, &mut query.institution_id_list].into_iter().flatten() {
            if let CommaList::Joined(text) = list {
                *list = CommaList::Items(text.split(',').map(str::to_owned).collect());
            }
        }
        self
    }

    /// Only those changed after this time.
    pub fn updated_after(mut self, time: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.0.query.updated_after = Some(time.into());
        self
    }

    /// Only those changed before this time.
    pub fn updated_before(mut self, time: impl Into<Timestamp<SecondsOffset>>) -> Self {
        self.0.query.updated_before = Some(time.into());
        self
    }

    /// Adds attributes, or HTML that plays the recording.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        let include: Vec<_> = include.into_iter().map(|include| include.to_string()).collect();
        self.0.query.include = Some(include.join(","));
        self
    }

    /// The icon in `embed_image`, if [`Include::Embeddables`] are asked for.
    pub fn icon_code(mut self, icon: IconCode) -> Self {
        self.0.query.icon_code = Some(icon);
        self
    }

    /// A picture of your own in place of the icon. The vendor puts the URL into its HTML as it is, so one that could
    /// break out of an attribute is refused.
    pub fn play_button_img_url(mut self, url: impl Into<String>) -> Self {
        let url = url.into();
        self.0 = self.0.refuse(refuse_picture(&url));
        self.0.query.play_button_img_url = Some(url);
        self
    }

    /// How many on a page. Default 100; the largest the vendor allows is not known, and 2,000 has been used.
    pub fn per_page(mut self, size: u64) -> Self {
        self.0.query.per_page = Some(size.into());
        self
    }

    /// A list in the form that was asked for.
    fn comma_list(&self, items: Vec<String>) -> CommaList {
        let query = &self.0.query;
        let lists = [&query.email_list, &query.institution_id_list];
        if lists.into_iter().flatten().any(|list| matches!(list, CommaList::Items(_))) {
            CommaList::Items(items)
        } else {
            CommaList::Joined(items.join(","))
        }
    }
}

/// Refuses a listing by a list that the vendor would read otherwise: an empty one brings everyone there is, and a comma
/// makes two of one.
pub(crate) fn checked<Q: PageQuery, B: PageBody>(
    listing: Listing<Q, B>,
    name: &str,
    items: &[String],
) -> Listing<Q, B> {
    let problem = if items.is_empty() {
        "is empty, which would bring every participant; leave the call out, or list everyone without it"
    } else if items.iter().any(|item| item.trim().is_empty()) {
        "has an empty item, which could bring every participant"
    } else if items.iter().any(|item| item.contains(',')) {
        "has an item with a comma in it, which the vendor would take for two"
    } else {
        return listing;
    };
    listing.refuse(format!("`{name}` {problem}"))
}

/// Why a picture is not sent: the vendor checks nothing, and puts it into its HTML as it is.
pub(crate) fn refuse_picture(url: &str) -> Option<String> {
    let begins = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let breaks_out = |c: char| c.is_whitespace() || c.is_control() || "\"'<>`".contains(c);
    (!begins || url.contains(breaks_out)).then(|| {
        "`play_button_img_url` is not a URL, and the vendor would put it into its HTML as it is".to_owned()
    })
}
