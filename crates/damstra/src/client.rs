//! The client and its builder.

use std::ops::Deref;

use tassel_core::kit::http::{HeaderName, Method};
use tassel_core::kit::{self, ApiKey, SecretString};
use tassel_core::{Call, ClientOptions, Error};

use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX, Server, USERS_UPDATE};
use crate::rejection::read_problem;
use crate::webhooks::Event;

/// A client for one account at Damstra Learning.
///
/// A clone shares the connections, the quota and the credentials. Handles and requests own a clone, so they can be
/// spawned.
#[derive(Debug, Clone)]
pub struct Client {
    core: tassel_core::Client,
    key: ApiKey,
}

/// The HTTP method that updates a user. The vendor's reference lacks it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum UpdateMethod {
    /// `POST`, as for groups.
    #[default]
    Post,
    /// `PUT`.
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
    /// [`Error::Config`]: the key is not a valid header value, or no HTTP client can be created.
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

    /// The call that reads back the record of an event, or `None` if no operation reads it.
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

    /// Replaces the key in all clones, from the next attempt on.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the key is not a valid header value. The client keeps the old one.
    pub fn replace_key(&self, key: impl Into<SecretString>) -> Result<(), Error> {
        self.key.replace(&key.into())
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
    key: SecretString,
    base_url: String,
    update: UpdateMethod,
    options: ClientOptions,
}

impl ClientBuilder {
    /// Sets the base URL: `https`, or `http` to this machine. If the path `/api/v2` is missing, it is added.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
        self
    }

    /// Sets the HTTP method that updates a user. Default: `POST`.
    pub fn update_method(mut self, method: UpdateMethod) -> Self {
        self.update = method;
        self
    }

    /// Sets the options that all vendors share: transport, timeouts, retries, quotas.
    pub fn with(mut self, options: ClientOptions) -> Self {
        self.options = options;
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the key is not a valid header value, the base URL is invalid, or no HTTP
    /// client can be created.
    pub fn build(self) -> Result<Client, Error> {
        let key = ApiKey::new(HeaderName::from_static(KEY_HEADER), KEY_PREFIX, &self.key)?;
        let options = kit::with_method(self.options, &USERS_UPDATE, self.update.method());
        let core = kit::client(&API, read_problem, &self.base_url, key.clone(), options)?;
        Ok(Client { core, key })
    }
}
