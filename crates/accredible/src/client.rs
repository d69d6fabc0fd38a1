//! The client and how it is built.

use std::ops::Deref;

use tassel_core::kit::http::HeaderName;
use tassel_core::kit::{self, ApiKey, SecretString};
use tassel_core::{ClientOptions, Error};

use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX, Server};
use crate::rejection::read_problem;

/// A client for one account at Accredible.
///
/// A clone is the same client; handles and requests own one, so they can be spawned.
#[derive(Debug, Clone)]
pub struct Client {
    core: tassel_core::Client,
    key: ApiKey,
}

impl Client {
    /// A client for the vendor's production host in the United States.
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
            base_url: Server::Us.url().to_owned(),
            options: ClientOptions::new(),
        }
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
    options: ClientOptions,
}

impl ClientBuilder {
    /// Talks to one of the vendor's hosts. Default: [`Server::Us`].
    pub fn server(self, server: Server) -> Self {
        self.base_url(server.url())
    }

    /// Talks to any other host: `https`, or `http` to this machine.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
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
        let core = kit::client(&API, read_problem, &self.base_url, key.clone(), self.options)?;
        Ok(Client { core, key })
    }
}
