//! The client and its builder.

use std::ops::Deref;

use tassel_core::kit;
use tassel_core::{Call, ClientOptions, Error};

use crate::credential::{Bearer, Credential};
use crate::generated::operations::API;
use crate::rejection::read_problem;
use crate::webhooks::Event;

/// A client for one academy at Coursepath, on behalf of one of its members.
///
/// A clone shares the connections, the quota and the credentials. Handles and requests own a clone, so they can be
/// spawned.
#[derive(Debug, Clone)]
pub struct Client {
    core: tassel_core::Client,
    bearer: Bearer,
}

impl Client {
    /// A client for the academy at a host, such as `academy.coursepath.com`, or at a base URL.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the credential is invalid, the host is invalid, or no HTTP client
    /// can be created.
    pub fn new(host: impl Into<String>, credential: impl Into<Credential>) -> Result<Self, Error> {
        Self::builder(host, credential).build()
    }

    /// Builds a client with other options.
    pub fn builder(host: impl Into<String>, credential: impl Into<Credential>) -> ClientBuilder {
        ClientBuilder { credential: credential.into(), base_url: host.into(), options: ClientOptions::new() }
    }

    /// The call that reads back the record of an event, or `None` if no operation reads it.
    ///
    /// After an event about a removal, [`Error::NotFound`] confirms the event.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let options = tassel_coursepath::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().coursepath());
    /// # let client = tassel_coursepath::Client::builder("academy.example.org", "sandbox-coursepath-key").with(options).build()?;
    /// # let body = b"courseId=1042&memberId=58713&event=COURSEMEMBER_COMPLETED";
    /// # let event = tassel_coursepath::webhooks::Receiver::new().read(&Default::default(), body)?;
    /// let reply = client.read_back(&event).expect("events of courses can be read back").send().await?;
    /// assert!(reply.starts_with(b"{"));
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn read_back(&self, event: &Event) -> Option<Call<Vec<u8>>> {
        Some(event.read_back()?.call(&self.core))
    }

    /// Replaces the credential by another of the same kind in all clones, from the next attempt on.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the credential is invalid, or of the other kind. The client keeps the old one.
    pub fn replace_key(&self, credential: impl Into<Credential>) -> Result<(), Error> {
        self.bearer.replace(credential.into())
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
    credential: Credential,
    base_url: String,
    options: ClientOptions,
}

impl ClientBuilder {
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
    /// [`Error::Config`]: the credential is invalid, the base URL is invalid, or no HTTP
    /// client can be created.
    pub fn build(self) -> Result<Client, Error> {
        let bearer = Bearer::new(self.credential)?;
        let core = kit::client(&API, read_problem, &self.base_url, bearer.clone(), self.options)?;
        Ok(Client { core, bearer })
    }
}
