//! Setters of listings that the contract cannot describe: lists joined into one text, and a URL that is inserted into HTML.

use tassel_core::kit::{Listing, limits};

use crate::generated::operations as op;
use crate::generated::participants::{
    ListParticipants, ListParticipantsOfNamePage, Participants, SearchParticipants,
};
use crate::model::{CommaList, Include, InstitutionId, ParticipantSearch};

/// The picture setter of listings with a query string.
macro_rules! picture {
    ($($listing:ident),*) => { $(
        impl $listing {
            /// The URL of a picture that replaces the icon. The vendor inserts it into its HTML unescaped, so a URL with
            /// quotes, angle brackets or white space is refused.
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
    /// A search without a list, which a caller has to add.
    pub(crate) fn search_all(&self) -> SearchParticipants {
        let query = ParticipantSearch::default();
        SearchParticipants(Listing::new(&self.client, &op::PARTICIPANTS_SEARCH, query))
    }
}

impl SearchParticipants {
    /// Only participants with these email addresses. An empty list is refused.
    pub fn emails(mut self, emails: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let emails: Vec<_> = emails.into_iter().map(Into::into).collect();
        self.0 = self.0.refuse(limits::joined("email_list", &emails));
        self.0.query.emails = Some(self.comma_list(emails));
        self
    }

    /// Only participants with these ids of the organisation. An empty list is refused.
    pub fn institution_ids(mut self, ids: impl IntoIterator<Item = impl Into<InstitutionId>>) -> Self {
        let ids: Vec<_> = ids.into_iter().map(|id| id.into().to_string()).collect();
        self.0 = self.0.refuse(limits::joined("institution_id_list", &ids));
        self.0.query.institution_ids = Some(self.comma_list(ids));
        self
    }

    /// Sends the lists as arrays, as documented, instead of as texts joined by commas.
    pub fn lists_as_documented(mut self) -> Self {
        let query = &mut self.0.query;
        for list in [&mut query.emails, &mut query.institution_ids].into_iter().flatten() {
            if let CommaList::Joined(text) = list {
                *list = CommaList::Items(text.split(',').map(str::to_owned).collect());
            }
        }
        self
    }

    /// Includes attributes, or HTML that plays the recording.
    pub fn include(mut self, include: impl IntoIterator<Item = Include>) -> Self {
        let include: Vec<_> = include.into_iter().map(|include| include.to_string()).collect();
        self.0.query.include = Some(include.join(","));
        self
    }

    /// A list in the form of the other lists.
    fn comma_list(&self, items: Vec<String>) -> CommaList {
        let query = &self.0.query;
        let lists = [&query.emails, &query.institution_ids];
        if lists.into_iter().flatten().any(|list| matches!(list, CommaList::Items(_))) {
            CommaList::Items(items)
        } else {
            CommaList::Joined(items.join(","))
        }
    }

    /// The URL of a picture that replaces the icon. The vendor inserts it into its HTML unescaped, so a URL with quotes,
    /// angle brackets or white space is refused.
    pub fn play_button_img_url(mut self, url: impl Into<String>) -> Self {
        let url = url.into();
        self.0 = self.0.refuse(picture_problem(&url));
        self.0.query.play_button_img_url = Some(url);
        self
    }
}

/// The problem with a picture's URL, which the vendor inserts into its HTML unescaped.
pub(crate) fn picture_problem(url: &str) -> Option<String> {
    let begins = ["https://", "http://"].iter().any(|scheme| url.starts_with(scheme));
    let breaks_out = |c: char| c.is_whitespace() || c.is_control() || "\"'<>`".contains(c);
    (!begins || url.contains(breaks_out)).then(|| {
        "`play_button_img_url` is not a URL, and the vendor would insert it into its HTML unescaped"
            .to_owned()
    })
}
