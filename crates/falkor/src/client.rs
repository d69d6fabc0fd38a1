//! The client and its builder.

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tassel_core::kit::http::{HeaderName, Method};
use tassel_core::kit::{self, ApiKey, Draft};
use tassel_core::operation::Safety;
use tassel_core::{Call, ClientOptions, Error};

use crate::credential::Credential;
use crate::envelope::Data;
use crate::generated::operations::{API, EVENTS_CONSUME, KEY_HEADER, KEY_PREFIX};
use crate::rejection::read_problem;
use crate::webhooks::Event;

/// A client for one account at Falkor.
///
/// A clone shares the connections, the quota and the credentials. Handles and requests own a clone, so they can be
/// spawned.
#[derive(Debug, Clone)]
pub struct Client {
    core: tassel_core::Client,
    key: ApiKey,
}

impl Client {
    /// A client for an account. Its base URL and its token are in the file from the vendor's API Manager.
    ///
    /// The base URL may be a host alone. A `/v1` at its end is removed, as every path begins with it.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the base URL is invalid, the token is not a valid header value, or no
    /// HTTP client can be created.
    pub fn new(base_url: impl Into<String>, credential: impl Into<Credential>) -> Result<Self, Error> {
        Self::builder(base_url, credential).build()
    }

    /// Builds a client with other options.
    pub fn builder(base_url: impl Into<String>, credential: impl Into<Credential>) -> ClientBuilder {
        ClientBuilder {
            base_url: base_url.into(),
            credential: credential.into(),
            event_consume_path: EVENTS_CONSUME.path.to_owned(),
            options: ClientOptions::new(),
        }
    }

    /// Posts parameters to an endpoint that this crate does not model and reads the `data` of the envelope. The
    /// [vendor's documentation](https://developer.docs.falkor.io) lists the endpoints.
    ///
    /// The path includes the version, such as `/v1/data/list`. Every endpoint is a `POST`, so the caller says
    /// whether a repeat is harmless: only endpoints that read are [`Safety::ReadOnly`]. If `data` is missing or empty,
    /// the result is the default of `T`. Errors are the same as for modelled operations.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_falkor::Error> {
    /// # let options = tassel_falkor::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().falkor());
    /// # let token = tassel_sandbox::falkor::TOKEN;
    /// # let client = tassel_falkor::Client::builder("account.example.org", token).with(options).build()?;
    /// use tassel_falkor::{Safety};
    /// use tassel_falkor::model::{StoryCertificates};
    ///
    /// let parameters = serde_json::json!({"story": "Harbour Safety"});
    /// let path = "/v1/logs/story-certificates";
    /// let stories: Vec<StoryCertificates> = client.post(path, &parameters, Safety::ReadOnly).send().await?;
    /// assert_eq!(stories.len(), 1);
    /// # Ok(())
    /// # }
    /// ```
    pub fn post<T: DeserializeOwned + Default>(
        &self,
        path: &str,
        parameters: &Value,
        safety: Safety,
    ) -> Call<T> {
        Draft::unlisted(Method::POST, path).safety(safety).body(parameters).call::<Data<T>>(&self.core)
    }

    /// Always `None`: no operation reads one record. An event is verified by its signature.
    /// [`pathways`](Self::pathways), [`events`](Self::events) and [`rewards`](Self::rewards) list the records.
    #[must_use]
    pub fn read_back(&self, event: &Event) -> Option<Call<Vec<u8>>> {
        Some(event.read_back()?.call(&self.core))
    }

    /// Replaces the token in all clones, from the next attempt on.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the token is not a valid header value. The client keeps the old one.
    pub fn replace_key(&self, credential: impl Into<Credential>) -> Result<(), Error> {
        self.key.replace(&credential.into().encoded()?)
    }
}

/// What all vendors' clients share: calls to operations that are not modelled, quotas, the host.
impl Deref for Client {
    type Target = tassel_core::Client;

    fn deref(&self) -> &tassel_core::Client {
        &self.core
    }
}

/// Builds a [`Client`].
#[derive(Debug)]
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder {
    base_url: String,
    credential: Credential,
    event_consume_path: String,
    options: ClientOptions,
}

impl ClientBuilder {
    /// Sets the options that all vendors share: transport, timeouts, retries, quotas.
    pub fn with(mut self, options: ClientOptions) -> Self {
        self.options = options;
        self
    }

    /// Sets the path of [`Events::consume`](crate::events::Events::consume), which the vendor's documentation leaves
    /// open. Default `/v1/event/consume`; `/v1/events/consume` is possible, too.
    pub fn event_consume_path(mut self, path: &str) -> Self {
        path.clone_into(&mut self.event_consume_path);
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// As for [`Client::new`].
    pub fn build(self) -> Result<Client, Error> {
        let token = self.credential.encoded()?;
        let key = ApiKey::new(HeaderName::from_static(KEY_HEADER), KEY_PREFIX, &token)?;
        let base_url = without_version(&self.base_url);
        let options = kit::with_path(self.options, &EVENTS_CONSUME, self.event_consume_path);
        let core = kit::client(&API, read_problem, base_url, key.clone(), options)?;
        Ok(Client { core, key })
    }
}

/// The base URL without the version that every path begins with.
fn without_version(given: &str) -> &str {
    let given = given.trim().trim_end_matches('/');
    // `v1` may be the host itself.
    given.strip_suffix("/v1").filter(|rest| !rest.ends_with('/')).unwrap_or(given)
}

#[cfg(test)]
mod tests {
    use super::without_version;

    #[test]
    fn a_base_url_may_end_with_the_version() {
        for (given, want) in [
            ("https://account.example.org", "https://account.example.org"),
            ("https://account.example.org/v1", "https://account.example.org"),
            (" https://account.example.org/v1// ", "https://account.example.org"),
            ("https://account.example.org/api/v1/", "https://account.example.org/api"),
            ("https://account.example.org/v1/v1", "https://account.example.org/v1"),
            ("account.example.org/v1", "account.example.org"),
            ("https://v1", "https://v1"),
            ("https://account.example.org/apiv1", "https://account.example.org/apiv1"),
            ("", ""),
        ] {
            assert_eq!(without_version(given), want, "{given}");
        }
    }
}
