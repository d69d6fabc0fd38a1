//! The client and its builder.

use std::ops::Deref;

use tassel_core::kit::http::HeaderName;
use tassel_core::kit::{self, ApiKey, SecretString};
use tassel_core::{ClientOptions, Error};

use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX, Server};
use crate::rejection::read_problem;

/// A client for one account at Accredible.
///
/// A clone shares the connections, the quota and the credentials. Handles and requests own a clone, so they can be
/// spawned.
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
    /// [`Error::Config`]: the key is not a valid header value, or no HTTP client can be created.
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
    options: ClientOptions,
}

impl ClientBuilder {
    /// Sets one of the vendor's hosts. Default: [`Server::Us`].
    pub fn server(self, server: Server) -> Self {
        self.base_url(server.url())
    }

    /// Sets the base URL: `https`, or `http` to this machine.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = url.into();
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
        let core = kit::client(&API, read_problem, &self.base_url, key.clone(), self.options)?;
        Ok(Client { core, key })
    }
}
