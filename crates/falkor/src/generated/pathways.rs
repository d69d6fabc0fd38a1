//! Pathways, which users are enrolled in.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Pathways, which users are enrolled in. See [`Client::pathways`](crate::Client::pathways).
#[derive(Debug, Clone)]
pub struct Pathways {
    pub(crate) client: Client,
}

impl Pathways {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches pathways with their enrolments.
    ///
    /// Progress is in percent. An empty list in a filter may match all. The older parameters `name` and `ID`
    /// are omitted; the vendor advises against them.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `pathways` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{EnrolmentState, PathwaysFilter};

let filter = PathwaysFilter::default().pathways(["First Week Aboard"]);
let pathways = client.pathways().list(filter).send().await?;
let enrolments = pathways.iter().flat_map(|pathway| &pathway.enrolments).flat_map(|list| list.iter());
let states = enrolments.filter_map(|enrolment| enrolment.status.as_ref()?.state.as_ref());
assert_eq!(states.filter(|state| state.in_any_case() == EnrolmentState::Complete).count(), 2);
```"#
    )]
    ///
    /// Source: `POST /v1/pathways/list` in <https://developer.docs.falkor.io>.
    pub fn list(&self, pathways_filter: PathwaysFilter) -> Call<Vec<PathwayEnrolments>> {
        let body = pathways_filter;
        let draft = Draft::new(&operations::PATHWAYS_LIST).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<PathwayEnrolments>>>(&self.client)
    }

    /// Enrols users in a pathway and removes their enrolments.
    ///
    /// The vendor advises against this operation and announced its removal. Users must be active in the app
    /// of the pathway. Others are a warning, and `messages` has the problem.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record. That this is an error
    ///   is inferred.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::ManagePathway;

let emails = ["yuki.hasegawa@example.org", "nobody@example.org"];
let change = ManagePathway::new("First Week Aboard").add_emails(emails);
let count = client.pathways().manage(change).send().await?;
assert!(!count.is_complete());
assert_eq!(count.inserts.and_then(|inserts| inserts.get()), Some(1));
```"#
    )]
    ///
    /// Source: `POST /v1/pathways/manage` in <https://developer.docs.falkor.io>.
    #[deprecated(note = "the vendor asks not to use it")]
    pub fn manage(&self, manage_pathway: ManagePathway) -> Call<ChangeCount> {
        let draft = Draft::new(&operations::PATHWAYS_MANAGE).body(manage_pathway);
        draft.call::<crate::envelope::Data<ChangeCount>>(&self.client)
    }
}
