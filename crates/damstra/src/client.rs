//! The client and how it is built.

use std::ops::Deref;

use tassel_core::kit::http::{HeaderName, Method};
use tassel_core::kit::{self, ApiKey, SecretString};
use tassel_core::{Call, ClientOptions, Error};

use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX, Server, USERS_UPDATE};
use crate::rejection::read_problem;
use crate::webhooks::Event;

/// A client for one account at Damstra Learning.
///
/// A clone is the same client; handles and requests own one, so they can be spawned.
#[derive(Debug, Clone)]
pub struct Client {
    core: tassel_core::Client,
    key: ApiKey,
}

/// How a user is updated. The vendor's reference has lost it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum UpdateMethod {
    /// By `POST`, as groups are.
    #[default]
    Post,
    /// By `PUT`.
    Put,
}

impl UpdateMethod {
    pub(crate) fn method(self) -> Method {
        match self {
            Self::Post => Method::POST,
            Self::Put => Method::PUT,
        }
    }
}

impl Client {
    /// A client for the vendor's host.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the key cannot be put in a header, or no HTTP client can be set up.
    pub fn new(key: impl Into<SecretString>) -> Result<Self, Error> {
        Self::builder(key).build()
    }

    /// Builds a client for another host, or with other options.
    pub fn builder(key: impl Into<SecretString>) -> ClientBuilder {
        ClientBuilder {
            key: key.into(),
            base_url: Server::Production.url().to_owned(),
            update: UpdateMethod::default(),
            options: ClientOptions::new(),
        }
    }

    /// Reads back what an event is about, with the operation that the contract names; none where there is no such.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let options = tassel_damstra::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().damstra());
    /// # let client = tassel_damstra::Client::builder(tassel_sandbox::damstra::ACCESS_KEY).with(options).build()?;
    /// # let user = client.users().search().email("imani.okonjo@example.org").send().await?.items.remove(0);
    /// # let body = serde_json::json!({"name": "user.settings.updated", "userId": user.id.to_string()}).to_string();
    /// # let event = tassel_damstra::webhooks::Receiver::new().read(&Default::default(), body.as_bytes())?;
    /// let reply = client.read_back(&event).expect("events of users can be read back").send().await?;
    /// assert!(reply.starts_with(b"{"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn read_back(&self, event: &Event) -> Option<Call<Vec<u8>>> {
        Some(event.read_back()?.call(&self.core))
    }

    /// Puts another key in the place of this one, for all clones: it is used from the next attempt on.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the key cannot be put in a header; the old one then stays.
    pub fn replace_key(&self, key: impl Into<SecretString>) -> Result<(), Error> {
        self.key.replace(&key.into())
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
    key: SecretString,
    base_url: String,
    update: UpdateMethod,
    options: ClientOptions,
}

impl ClientBuilder {
    /// Talks to any other host: `https`, or `http` to this machine. The path `/api/v2` is added where it is missing.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// How a user is updated. Default: by `POST`.
    pub fn update_method(mut self, method: UpdateMethod) -> Self {
        self.update = method;
        self
    }

    /// Options that are the same for all vendors: transport, timeouts, retry, quotas.
    pub fn with(mut self, options: ClientOptions) -> Self {
        self.options = options;
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the key cannot be put in a header, the base URL is not one a key may be sent to, or no HTTP
    /// client can be set up.
    pub fn build(self) -> Result<Client, Error> {
        let key = ApiKey::new(HeaderName::from_static(KEY_HEADER), KEY_PREFIX, &self.key)?;
        let options = kit::with_method(self.options, &USERS_UPDATE, self.update.method());
        let core = kit::client(&API, read_problem, &self.base_url, key.clone(), options)?;
        Ok(Client { core, key })
    }
}
