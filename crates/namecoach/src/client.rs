//! The client and how it is built.

use serde_json::Value;
use tassel_core::http::{HeaderName, Method};
use tassel_core::{ApiKey, Call, ClientOptions, Error, Operation, QuotaStanding, Rewritten, SecretString};

use crate::exports::Exports;
use crate::generated::operations::{API, KEY_HEADER, KEY_PREFIX, Server};
use crate::moodle::Moodle;
use crate::participants::Participants;
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

    /// People on name pages, and their recordings.
    #[must_use]
    pub fn participants(&self) -> Participants {
        Participants::new(self.core.clone())
    }

    /// Reports on many participants, made while one waits.
    #[must_use]
    pub fn exports(&self) -> Exports {
        Exports::new(self.core.clone())
    }

    /// Courses at a Moodle that is joined to the account.
    #[must_use]
    pub fn moodle(&self) -> Moodle {
        Moodle::new(self.core.clone())
    }

    /// How the quota stands: 1,000 calls in 15 minutes and then one per second, or what the vendor's
    /// `Nc-Rate-Limit-*` headers say instead. The headers themselves come with `send_raw`.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// let answer = client.exports().list().send_raw().await?;
    /// assert_eq!(answer.headers["nc-rate-limit-remaining"], "999");
    /// assert_eq!(client.quota().left(), 999);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn quota(&self) -> QuotaStanding {
        self.core.quota("default")
    }

    /// Calls what this crate does not model. The path is appended to the base URL, which ends in `/api/private/v4`;
    /// what it is for can be looked up in the
    /// [vendor's documentation](https://www.name-coach.com/api/private/v4/documentation).
    ///
    /// A `GET` is repeated when it fails, and nothing else is: say with [`Call::safety`] that a search by `POST` only
    /// reads.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), tassel_namecoach::Error> {
    /// # let options = tassel_namecoach::ClientOptions::new().transport(tassel_sandbox::Sandbox::new().namecoach());
    /// # let client = tassel_namecoach::Client::builder("sandbox-namecoach-token").with(options).build()?;
    /// let answer = client.call("GET".parse().unwrap(), "/participants", None).send().await?;
    /// assert!(answer["meta"]["total_count"].is_u64());
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

    /// Puts another token in the place of this one, for all clones: it is used from the next attempt on.
    ///
    /// # Errors
    ///
    /// [`Error::Config`]: the token cannot be put in a header; the old one then stays.
    pub fn replace_token(&self, token: impl Into<SecretString>) -> Result<(), Error> {
        self.token.replace(&token.into())
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
        let core = tassel_core::Client::new(&API, read_problem, &self.base_url, token.clone(), self.options)?;
        Ok(Client { core, token })
    }
}
