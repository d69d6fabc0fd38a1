//! Web activities of pathways.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Web activities of pathways. See [`Client::web_tracking`](crate::Client::web_tracking).
#[derive(Debug, Clone)]
pub struct WebTracking {
    pub(crate) client: Client,
}

impl WebTracking {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches the user and the stored progress of a web activity.
    ///
    /// The app opens the activity's URL with the query parameter `webToken`, which this operation resolves.
    /// Where the user does not share the place, `country` and `city` are missing or masked.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): there is no such record. That this is an error
    ///   is inferred.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `web_token` is blank.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
// The query parameter `webToken` of the activity's URL.
let web_token = "sandbox-falkor-web-token";
let state = client.web_tracking().pull(web_token).send().await?;
println!("{:?}", state.user.as_ref().and_then(|user| user.country()));
let progress = state.progress.as_ref().and_then(|progress| progress.get()?.as_f64());
assert_eq!(progress, Some(40.0));
```"#
    )]
    ///
    /// Source: `POST /v1/webtracking/pull` in <https://developer.docs.falkor.io>.
    pub fn pull(&self, web_token: impl Into<String>) -> Call<WebTrackingState> {
        let body = WebTrackingQuery::new(web_token);
        let draft = Draft::new(&operations::WEB_TRACKING_PULL).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<WebTrackingState>>(&self.client)
    }
}
