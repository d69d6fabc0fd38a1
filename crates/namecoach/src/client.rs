//! The client and how it is built.

use std::ops::Deref;

use tassel_core::kit::http::HeaderName;
use tassel_core::kit::{self, ApiKey, SecretString};
use tassel_core::{ClientOptions, Error};

use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX, Server};
use crate::rejection::read_problem;

/// A client for one account at NameCoach.
///
/// A clone is the same client; handles and requests own one, so they can be spawned.
#[derive(Debug, Clone)]
pub struct Client {
    core: tassel_core::Client,
    token: ApiKey,
}

impl Client {
    /// A client for the vendor's production host. The token stands in the web site's account menu.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the token cannot be put in a header, or no HTTP client can be set up.
    pub fn new(token: impl Into<SecretString>) -> Result<Self, Error> {
        Self::builder(token).build()
    }

    /// Builds a client for another host, or with other options.
    pub fn builder(token: impl Into<SecretString>) -> ClientBuilder {
        ClientBuilder {
            token: token.into(),
            base_url: Server::Production.url().to_owned(),
            options: ClientOptions::new(),
        }
    }

    /// Puts another token in the place of this one, for all clones: it is used from the next attempt on.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the token cannot be put in a header; the old one then stays.
    pub fn replace_key(&self, token: impl Into<SecretString>) -> Result<(), Error> {
        self.token.replace(&token.into())
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
    token: SecretString,
    base_url: String,
    options: ClientOptions,
}

impl ClientBuilder {
    /// Talks to another host: `https`, or `http` to this machine. Default: [`Server::Production`].
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
    /// [`Error::Config`]: the token cannot be put in a header, the base URL is not one a token may be sent to, or no
    /// HTTP client can be set up.
    pub fn build(self) -> Result<Client, Error> {
        let token = ApiKey::new(HeaderName::from_static(KEY_HEADER), KEY_PREFIX, &self.token)?;
        let core = kit::client(&API, read_problem, &self.base_url, token.clone(), self.options)?;
        Ok(Client { core, token })
    }
}
