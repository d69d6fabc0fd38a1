//! The client and how it is built.

use std::ops::Deref;

use serde::de::DeserializeOwned;
use serde_json::Value;
use tassel_core::kit::http::{HeaderName, Method};
use tassel_core::kit::{self, ApiKey, Draft};
use tassel_core::operation::Safety;
use tassel_core::{Call, ClientOptions, Error};

use crate::credential::Credential;
use crate::envelope::Data;
use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX};
use crate::rejection::read_problem;
use crate::webhooks::Event;

/// A client for one account at Falkor.
///
/// A clone is the same client; handles and requests own one, so they can be spawned.
#[derive(Debug, Clone)]
pub struct Client {
    core: tassel_core::Client,
    key: ApiKey,
}

impl Client {
    /// A client for an account: its base URL and its token, both from the file that the vendor's API Manager gives.
    ///
    /// A host alone is enough for the base URL, and a `/v1` at its end is left off, as the paths begin with it.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the base URL is not one a token may be sent to, the token cannot be put in a header, or no
    /// HTTP client can be set up.
    pub fn new(base_url: impl Into<String>, credential: impl Into<Credential>) -> Result<Self, Error> {
        Self::builder(base_url, credential).build()
    }

    /// Builds a client with other options.
    pub fn builder(base_url: impl Into<String>, credential: impl Into<Credential>) -> ClientBuilder {
        ClientBuilder {
            base_url: base_url.into(),
            credential: credential.into(),
            options: ClientOptions::new(),
        }
    }

    /// Posts parameters to an endpoint that this crate does not model, and reads the `data` of the envelope. The
    /// [vendor's documentation](https://developer.docs.falkor.io) lists the endpoints.
    ///
    /// The path is the vendor's with its version, such as `/v1/pathways/list`. Every endpoint is a `POST`, so the
    /// caller says what a repeat does: only those that read are [`Safety::ReadOnly`]. Where `data` is missing or empty,
    /// the default of `T` stands for it. It fails as the modelled ones do.
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

    /// Reads back what an event is about: none, as no operation of this version reads a pathway. An event is a verified
    /// fact by itself.
    #[must_use]
    pub fn read_back(&self, event: &Event) -> Option<Call<Vec<u8>>> {
        Some(event.read_back()?.call(&self.core))
    }

    /// Puts another token in the place of this one, for all clones: it is used from the next attempt on.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the token cannot be put in a header; the old one then stays.
    pub fn replace_key(&self, credential: impl Into<Credential>) -> Result<(), Error> {
        self.key.replace(&credential.into().encoded()?)
    }
}

/// What the clients of all vendors share: calls of what is not modelled, quotas, the host.
impl Deref for Client {
    type Target = tassel_core::Client;

    fn deref(&self) -> &tassel_core::Client {
        &self.core
    }
}

/// Builds a [`Client`].
#[derive(Debug)]
#[must_use = "nothing happens until the client is built"]
pub struct ClientBuilder {
    base_url: String,
    credential: Credential,
    options: ClientOptions,
}

impl ClientBuilder {
    /// Options that are the same for all vendors: transport, timeouts, retry, quotas.
    pub fn with(mut self, options: ClientOptions) -> Self {
        self.options = options;
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
        let core = kit::client(&API, read_problem, base_url, key.clone(), self.options)?;
        Ok(Client { core, key })
    }
}

/// Without the version that every path begins with.
fn without_version(given: &str) -> &str {
    let given = given.trim().trim_end_matches('/');
    // A host may be called `v1`, too.
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
