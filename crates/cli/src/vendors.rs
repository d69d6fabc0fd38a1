//! The vendors, and how each is reached.

use tassel_core::{Api, Call, ClientOptions, Operation};
use tassel_sandbox::{Sandbox, Server, Start};

use crate::args::Global;
use crate::config::{Config, variable};
use crate::failure::Failure;

/// A vendor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Vendor {
    Accredible,
}

impl Vendor {
    pub(crate) const ALL: &'static [Self] = &[Self::Accredible];

    /// The vendor of this name.
    pub(crate) fn named(name: &str) -> Result<Self, Failure> {
        let found = Self::ALL.iter().find(|vendor| vendor.api().vendor == name);
        found.copied().ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|vendor| vendor.api().vendor).collect();
            Failure::usage(format!("there is no vendor `{name}`; there is {}.", known.join(", ")))
        })
    }

    /// Its table.
    pub(crate) fn api(self) -> &'static Api {
        match self {
            Self::Accredible => &tassel_accredible::API,
        }
    }

    /// The name of its setting that holds the key.
    fn key(self) -> &'static str {
        match self {
            Self::Accredible => "api_key",
        }
    }

    /// The variable that holds its key.
    pub(crate) fn key_variable(self) -> String {
        variable(self.api().vendor, self.key())
    }

    /// What to export to reach it in a sandbox at this URL.
    pub(crate) fn sandbox_environment(self, url: &str) -> [(String, String); 2] {
        let vendor = self.api().vendor;
        let key = match self {
            Self::Accredible => tassel_sandbox::accredible::API_KEY,
        };
        [(variable(vendor, "url"), format!("{url}/{vendor}")), (self.key_variable(), key.to_owned())]
    }
}

/// A client of one of the vendors.
#[derive(Debug, Clone)]
pub(crate) enum Client {
    Accredible(tassel_accredible::Client),
}

impl Client {
    /// Calls an operation by its table entry.
    pub(crate) fn operation(&self, operation: &'static Operation) -> Call<Vec<u8>> {
        match self {
            Self::Accredible(client) => client.operation(operation),
        }
    }
}

/// Where clients come from: the configuration, or the embedded sandbox.
#[derive(Debug)]
pub(crate) struct Clients {
    config: Config,
    sandbox: Option<String>,
}

impl Clients {
    /// Reads the configuration, or starts the sandbox.
    pub(crate) async fn new(global: &Global) -> Result<Self, Failure> {
        if global.sandbox {
            let sandbox = Some(serve_embedded().await?);
            return Ok(Self { config: Config::default(), sandbox });
        }
        let known: Vec<_> =
            Vendor::ALL.iter().map(|vendor| (vendor.api().vendor, [vendor.key(), "url"])).collect();
        let known: Vec<_> = known.iter().map(|(vendor, names)| (*vendor, names.as_slice())).collect();
        Ok(Self { config: Config::load(global, &known)?, sandbox: None })
    }

    /// A client of a vendor.
    pub(crate) fn client(&self, vendor: Vendor) -> Result<Client, Failure> {
        let [url, key] = match &self.sandbox {
            Some(url) => vendor.sandbox_environment(url).map(|(_, value)| Some(value)),
            None => ["url", vendor.key()].map(|name| self.config.get(vendor.api().vendor, name)),
        };
        let Some(key) = key else {
            let (name, variable) = (vendor.api().vendor, vendor.key_variable());
            return Err(Failure::config(format!(
                "{name} is not configured: there is no key. Set {variable}, or write {} under [{name}] in tassel.toml; \
                 or add --sandbox to try it without an account.",
                vendor.key(),
            )));
        };
        let options = ClientOptions::new().user_agent(concat!("tassel-cli/", env!("CARGO_PKG_VERSION")));
        let client = match vendor {
            Vendor::Accredible => {
                let builder = tassel_accredible::Client::builder(key).with(options);
                let builder = match url {
                    Some(url) => builder.base_url(url),
                    None => builder,
                };
                builder.build().map(Client::Accredible)
            }
        };
        client.map_err(|error| Failure::call(&error, &vendor.key_variable()))
    }
}

/// Serves a sandbox on this machine for as long as the command runs, and tells its URL.
async fn serve_embedded() -> Result<String, Failure> {
    let cannot = |error: std::io::Error| Failure::ours(format!("the sandbox cannot be started: {error}"));
    let server = Server::bind(Sandbox::start(Start::default()), "127.0.0.1:0").await.map_err(cannot)?;
    let url = format!("http://{}", server.address().map_err(cannot)?);
    tokio::spawn(server.run());
    Ok(url)
}
