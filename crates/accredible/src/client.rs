//! The client and how it is built.

use serde_json::Value;
use tassel_core::http::{HeaderName, Method};
use tassel_core::{ApiKey, Call, ClientOptions, Error, Operation, QuotaStanding, Rewritten, SecretString};

use crate::credentials::Credentials;
use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX, Server};
use crate::groups::Groups;
use crate::issuer::Issuer;
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

    /// Certificates and badges.
    #[must_use]
    pub fn credentials(&self) -> Credentials {
        Credentials::new(self.core.clone())
    }

    /// Courses or achievements that credentials are issued for.
    #[must_use]
    pub fn groups(&self) -> Groups {
        Groups::new(self.core.clone())
    }

    /// The account itself.
    #[must_use]
    pub fn issuer(&self) -> Issuer {
        Issuer::new(self.core.clone())
    }

    /// How the quota stands: 200 calls in 30 seconds and 2,000 in 5 minutes from this address, by our own count.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// client.issuer().get().send().await?;
    /// assert_eq!(client.quota().left(), 199);
    /// assert!(client.quota().time_for(200).as_secs() >= 29);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn quota(&self) -> QuotaStanding {
        self.core.quota("default")
    }

    /// Calls what this crate does not model. The path is appended to the base URL; what it is for can be looked up in
    /// the [vendor's documentation](https://accrediblecredentialapi.docs.apiary.io).
    ///
    /// A `GET` is repeated when it fails, and nothing else is: say with [`Call::safety`] that a search by `POST` only
    /// reads.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_accredible::Error> {
    /// # let options = tassel_accredible::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().accredible());
    /// # let client = tassel_accredible::Client::builder("sandbox-accredible-key").with(options).build()?;
    /// let answer = client.call("GET".parse().unwrap(), "/v1/issuer/details", None).send().await?;
    /// assert_eq!(answer["issuer"]["name"], "Harbour Academy");
    /// # Ok(())
    /// # }
    /// ```
    pub fn call(&self, method: Method, path: &str, body: Option<&Value>) -> Call<Value> {
        self.core.unlisted(method, path, body)
    }

    /// Calls an operation of [`OPERATIONS`](crate::OPERATIONS) by its table entry. Its reply is read into its model and
    /// written back as JSON.
    pub fn operation(&self, operation: &'static Operation) -> Call<Vec<u8>> {
        self.core.call::<Rewritten>(operation)
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
        let core = tassel_core::Client::new(&API, read_problem, &self.base_url, key.clone(), self.options)?;
        Ok(Client { core, key })
    }
}
