//! Setters of listings that the contract cannot describe: lists that go into one text, and a URL that goes into HTML.

use tassel_core::kit::{Listing, limits};

use crate::generated::operations as op;
use crate::generated::participants::{
    ListParticipants, ListParticipantsOfNamePage, Participants, SearchParticipants,
};
use crate::model::{CommaList, Include, InstitutionId, ParticipantSearch};

/// The picture of both listings that are asked for by a query.
macro_rules! picture {
    ($($listing:ident),*) => { $(
        impl $listing {
            /// A picture of your own in place of the icon. The vendor puts the URL into its HTML as it is, so a URL
            /// that could break out of an attribute is refused.
            pub fn play_button_img_url(mut self, url: impl Into<String>) -> Self {
                let url = url.into();
                self.0.query.refuse(picture_problem(&url));
                self.0.query.set("play_button_img_url", url);
                self
            }
        }
    )* };
}
picture!(ListParticipants, ListParticipantsOfNamePage);

impl Participants {
    /// A search for everybody, to which a list has to be added.
    pub(crate) fn search_all(&self) -> SearchParticipants {
        let query = ParticipantSearch::default();
        SearchParticipants(Listing::new(&self.client, &op::PARTICIPANTS_SEARCH, query))
    }
}

impl SearchParticipants {
    /// Only those with these addresses. An empty list is refused.
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let emails: Vec<_> = emails.into_iter().map(Into::into).collect();
        self.0 = self.0.refuse(limits::joined("email_list", &emails));
        self.0.query.emails = Some(self.comma_list(emails));
        self
    }

    /// Only those with these ids of the organisation's own. An empty list is refused.
    pub fn institution_ids(mut self, ids: impl IntoIterator<Item = impl Into<InstitutionId>>) -> Self {
        let ids: Vec<_> = ids.into_iter().map(|id| id.into().to_string()).collect();
        self.0 = self.0.refuse(limits::joined("institution_id_list", &ids));
        self.0.query.institution_ids = Some(self.comma_list(ids));
        self
    }

    /// Sends the lists as lists, as the vendor documents them, and not as the texts that it shows.
    pub fn lists_as_documented(mut self) -> Self {
        let query = &mut self.0.query;
        for list in [&mut query.emails, &mut query.institution_ids].into_iter().flatten() {
            if let CommaList::Joined(text) = list {
                *list = CommaList::Items(text.split(',').map(str::to_owned).collect());
            }
        }
        self
    }

    /// Adds attributes, or HTML that plays the recording.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        let include: Vec<_> = include.into_iter().map(|include| include.to_string()).collect();
        self.0.query.include = Some(include.join(","));
        self
    }

    /// A list in the form that was asked for.
    fn comma_list(&self, items: Vec<String>) -> CommaList {
        let query = &self.0.query;
        let lists = [&query.emails, &query.institution_ids];
        if lists.into_iter().flatten().any(|list| matches!(list, CommaList::Items(_))) {
            CommaList::Items(items)
        } else {
            CommaList::Joined(items.join(","))
        }
    }

    /// A picture of your own in place of the icon. The vendor puts the URL into its HTML as it is, so a URL that could
    /// break out of an attribute is refused.
    pub fn play_button_img_url(mut self, url: impl Into<String>) -> Self {
        let url = url.into();
        self.0 = self.0.refuse(picture_problem(&url));
        self.0.query.play_button_img_url = Some(url);
        self
    }
}

/// Why a picture is refused: the vendor checks nothing, and puts it into its HTML as it is.
pub(crate) fn picture_problem(url: &str) -> Option<String> {
    let begins = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let breaks_out = |c: char| c.is_whitespace() || c.is_control() || "\"'<>`".contains(c);
    (!begins || url.contains(breaks_out)).then(|| {
        "`play_button_img_url` is not a URL, and the vendor would put it into its HTML as it is".to_owned()
    })
}
