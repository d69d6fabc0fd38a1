//! The vendors, their settings and their clients.

mod table;

use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

use tassel_core::kit::Api;
use tassel_core::kit::http::Uri;
use tassel_core::quota::Quotas;
use tassel_core::values::Secret;
use tassel_core::webhook::{Trust, Webhook};
use tassel_core::{ClientOptions, Error};
use tassel_issuing::issuer::Issuer;
use tassel_quotas::FileQuotas;
use tassel_records::roll::Vendors;
use tassel_sandbox::{Sandbox, Server, Start};

use crate::args::Global;
use crate::config::{Config, variable};
use crate::events::{EventReceiver, no_events};
use crate::failure::Failure;
use crate::output::write_message;

pub(crate) use table::VENDORS;

/// The setting with the secret that a vendor signs its events with.
const WEBHOOK_SECRET: &str = "webhook_secret";

/// A vendor.
#[derive(Debug)]
pub(crate) struct Vendor {
    /// Its operations.
    pub(crate) api: &'static Api,
    /// Its events, if it sends any.
    events: Option<Events>,
    /// The settings of its credentials: one of these sets is required.
    credentials: &'static [&'static [&'static str]],
    /// Whether each customer has a separate host.
    needs_url: bool,
    /// Its settings in `--help`: lines, each after a line break.
    pub(crate) help: &'static str,
    /// Its settings for a sandbox, without the URL.
    sandbox: &'static [(&'static str, &'static str)],
    /// Makes a client from settings.
    client: fn(&Settings<'_>, ClientOptions) -> Result<Client, Error>,
}

/// The events of a vendor.
#[derive(Debug)]
struct Events {
    webhooks: &'static [&'static Webhook],
    /// Makes their receiver.
    receiver: fn(WebhookSecret<'_>) -> Result<Box<dyn EventReceiver>, Failure>,
}

/// Returns the webhook secret. Called only if the vendor signs its events.
pub(crate) type WebhookSecret<'a> = &'a dyn Fn() -> Result<String, Failure>;

/// The settings of one vendor.
struct Settings<'a>(&'a BTreeMap<&'static str, String>);

impl Settings<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// A required setting; [`Clients::client`] checks that it is present.
    fn need(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    fn url(&self) -> Option<&str> {
        self.get("url")
    }
}

impl Vendor {
    /// The vendor with this name.
    pub(crate) fn find(name: &str) -> Result<&'static Self, Failure> {
        let found = VENDORS.iter().find(|vendor| vendor.name() == name);
        found.ok_or_else(|| {
            let known: Vec<_> = VENDORS.iter().map(Self::name).collect();
            Failure::usage(format!("there is no vendor `{name}`; the vendors are {}.", known.join(", ")))
        })
    }

    pub(crate) fn name(&self) -> &'static str {
        self.api.vendor
    }

    /// Its events.
    pub(crate) fn webhooks(&self) -> &'static [&'static Webhook] {
        self.events.as_ref().map_or(&[], |events| events.webhooks)
    }

    /// The receiver of its events.
    pub(crate) fn receiver(&self, secret: WebhookSecret<'_>) -> Result<Box<dyn EventReceiver>, Failure> {
        let events = self.events.as_ref().ok_or_else(|| no_events(self))?;
        (events.receiver)(secret)
    }

    /// The names of all its settings.
    fn settings(&self) -> Vec<&'static str> {
        let signed = self.webhooks().iter().any(|webhook| webhook.trust == Trust::Verified);
        let secret = signed.then_some(WEBHOOK_SECRET);
        self.credentials.iter().copied().flatten().copied().chain(["url"]).chain(secret).collect()
    }

    /// The variables of its credentials, as text for messages.
    pub(crate) fn credential_variables(&self) -> String {
        let sets = self.credentials.iter().map(|names| {
            let names: Vec<_> = names.iter().map(|name| variable(self.name(), name)).collect();
            names.join(" and ")
        });
        sets.collect::<Vec<_>>().join(", or ")
    }

    /// Its settings for a sandbox at this URL.
    fn sandbox_settings(&self, url: &str) -> Vec<(&'static str, String)> {
        let keys = self.sandbox.iter().map(|(name, key)| (*name, (*key).to_owned()));
        [("url", format!("{url}/{}", self.name()))].into_iter().chain(keys).collect()
    }

    /// Its environment variables for a sandbox at this URL.
    pub(crate) fn sandbox_environment(&self, url: &str) -> impl Iterator<Item = (String, String)> {
        let settings = self.sandbox_settings(url).into_iter();
        settings.map(|(name, value)| (variable(self.name(), name), value))
    }
}

/// What the message of a failed call needs.
#[derive(Debug, Clone, Default)]
pub(crate) struct FailureContext {
    /// The variables of the credentials, as text for messages.
    pub(crate) variables: String,
    /// The host, with its port.
    pub(crate) host: String,
    /// The secrets to mask.
    pub(crate) secrets: Vec<Secret>,
}

/// A client of one of the vendors.
#[derive(Clone)]
pub(crate) struct Client {
    core: tassel_core::Client,
    join: Arc<dyn Fn(Vendors) -> Vendors + Send + Sync>,
    issuer: Option<Arc<dyn Issuer>>,
    context: FailureContext,
}

impl Client {
    fn new<C>(client: C, join: fn(Vendors, C) -> Vendors) -> Self
    where
        C: Deref<Target = tassel_core::Client> + Clone + Send + Sync + 'static,
    {
        let core = client.deref().clone();
        let join = Arc::new(move |vendors| join(vendors, client.clone()));
        Self { core, join, issuer: None, context: FailureContext::default() }
    }

    /// The same client, which issues credentials by this.
    fn issuing(self, issuer: impl Issuer + 'static) -> Self {
        Self { issuer: Some(Arc::new(issuer)), ..self }
    }

    /// What issues credentials at the vendor, if the vendor has any.
    pub(crate) fn issuer(&self) -> Option<Arc<dyn Issuer>> {
        self.issuer.clone()
    }

    /// The context of its failed calls.
    pub(crate) fn context(&self) -> &FailureContext {
        &self.context
    }

    /// Adds the vendor to the vendors of a roll.
    pub(crate) fn join(&self, vendors: Vendors) -> Vendors {
        (self.join)(vendors)
    }
}

impl Deref for Client {
    type Target = tassel_core::Client;

    fn deref(&self) -> &tassel_core::Client {
        &self.core
    }
}

/// Where clients come from: the configuration, or the embedded sandbox.
#[derive(Debug)]
pub(crate) struct Clients {
    config: Config,
    sandbox: Option<String>,
    /// The quotas that the user's processes share; `None` with the embedded sandbox.
    quotas: Option<Arc<FileQuotas>>,
}

impl Clients {
    /// Reads the configuration, or starts the sandbox.
    pub(crate) async fn new(global: &Global) -> Result<Self, Failure> {
        if global.sandbox {
            let sandbox = Some(serve_embedded().await?);
            return Ok(Self { config: Config::default(), sandbox, quotas: None });
        }
        Ok(Self { config: configuration(global)?, sandbox: None, quotas: Some(Arc::new(shared_quotas())) })
    }

    /// Clients of the vendors of which anything is configured.
    pub(crate) fn configured(&self) -> Result<Vec<Client>, Failure> {
        let is_there = |vendor: &&Vendor| {
            // A webhook secret alone does not configure the client.
            let mut settings = vendor.settings().into_iter().filter(|name| *name != WEBHOOK_SECRET);
            self.sandbox.is_some() || settings.any(|name| self.config.get(vendor.name(), name).is_some())
        };
        let clients: Vec<_> =
            VENDORS.iter().filter(is_there).map(|vendor| self.client(vendor)).collect::<Result<_, _>>()?;
        if clients.is_empty() {
            return Err(Failure::config(
                "no vendor is configured. `tassel --help` lists the settings; or add --sandbox to try it \
                 without an account.",
            ));
        }
        Ok(clients)
    }

    /// A client of a vendor.
    pub(crate) fn client(&self, vendor: &Vendor) -> Result<Client, Failure> {
        let name = vendor.name();
        let file = self.config.file_of_url(name).filter(|_| self.sandbox.is_none());
        // If a file sets the URL, keys come from that file only: the file may be in a folder of somebody else.
        let setting = |it| match file {
            Some(_) => self.config.in_file(name, it),
            None => self.config.get(name, it),
        };
        let settings: BTreeMap<_, _> = match &self.sandbox {
            Some(url) => vendor.sandbox_settings(url).into_iter().collect(),
            None => {
                let settings = vendor.settings().into_iter();
                settings.filter_map(|it| Some((it, setting(it)?.expose().to_owned()))).collect()
            }
        };
        let missing = |what: &str, variables: &str, written: &str| {
            Failure::config(format!(
                "{name} is not configured: there is no {what}. Set {variables}, or write {written} under [{name}] in \
                 tassel.toml; or add --sandbox to try it without an account.",
            ))
        };
        let known = |names: &&[&str]| names.iter().all(|name| settings.contains_key(name));
        if !vendor.credentials.iter().any(known) {
            let written: Vec<_> = vendor.credentials.iter().map(|names| names.join(" and ")).collect();
            let written = written.join(", or ");
            let elsewhere = |names: &&[&str]| names.iter().all(|it| self.config.get(name, it).is_some());
            if let Some(file) = file.filter(|_| vendor.credentials.iter().any(elsewhere)) {
                return Err(Failure::config(format!(
                    "{name} is not called: {} names its URL, and the key is in the environment. A key goes to a URL of \
                     the same place only. Set {} too, or write {written} under [{name}] in that file.",
                    file.display(),
                    variable(name, "url")
                )));
            }
            return Err(missing("key", &vendor.credential_variables(), &written));
        }
        if vendor.needs_url && !settings.contains_key("url") {
            return Err(missing("host", &variable(name, "url"), "url"));
        }
        let options = ClientOptions::new().user_agent(concat!("tassel-cli/", env!("CARGO_PKG_VERSION")));
        let options = match &self.quotas {
            Some(quotas) => options.quotas(Arc::clone(quotas) as Arc<dyn Quotas>),
            None => options,
        };
        let secrets = settings.iter().filter(|(it, _)| **it != "url").map(|(_, value)| value.as_str().into());
        let mut context = FailureContext {
            variables: vendor.credential_variables(),
            secrets: secrets.collect(),
            ..FailureContext::default()
        };
        let mut client = (vendor.client)(&Settings(&settings), options)
            .map_err(|error| Failure::call(&error, &context))?;
        let url: Option<Uri> = client.base_url().parse().ok();
        context.host = url.and_then(|url| Some(url.authority()?.to_string())).unwrap_or_default();
        client.context = context;
        Ok(client)
    }
}

/// The quotas that all processes of the user share. If they cannot be used, the process continues with a fixed share and
/// writes a message.
fn shared_quotas() -> FileQuotas {
    let quotas =
        FileQuotas::of_user().unwrap_or_else(|| FileQuotas::new(std::env::temp_dir().join("tassel/quotas")));
    quotas.on_unreachable(|error| {
        write_message(&format!(
            "the quotas shared by tassel's processes cannot be used ({error}). This process continues with a \
             quarter of each. Make the file writable, or set XDG_STATE_HOME to a folder that is."
        ));
    })
}

fn configuration(global: &Global) -> Result<Config, Failure> {
    let known: Vec<_> = VENDORS.iter().map(|vendor| (vendor.name(), vendor.settings())).collect();
    Config::load(global, &known)
}

/// The secret that a vendor signs its events with.
pub(crate) fn webhook_secret(global: &Global, vendor: &Vendor) -> Result<String, Failure> {
    let name = vendor.name();
    let of_sandbox = || vendor.sandbox_settings("").into_iter().find(|(name, _)| *name == WEBHOOK_SECRET);
    let secret = match global.sandbox {
        true => of_sandbox().map(|(_, secret)| secret),
        false => configuration(global)?.get(name, WEBHOOK_SECRET).map(|secret| secret.expose().to_owned()),
    };
    secret.ok_or_else(|| {
        Failure::config(format!(
            "{name} signs its events, and there is no secret for them. Set {}, or write {WEBHOOK_SECRET} under [{name}] in \
             tassel.toml; or add --sandbox for the sandbox's.",
            variable(name, WEBHOOK_SECRET)
        ))
    })
}

/// Serves a sandbox on this machine while the command runs. Returns its URL.
async fn serve_embedded() -> Result<String, Failure> {
    let start_failure =
        |error: std::io::Error| Failure::internal(format!("the sandbox cannot be started: {error}"));
    let server =
        Server::bind(Sandbox::start(Start::default()), "127.0.0.1:0").await.map_err(start_failure)?;
    let url = format!("http://{}", server.address().map_err(start_failure)?);
    tokio::spawn(server.run());
    Ok(url)
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::args::Arguments;

    const KEY: &str = "k3y-of-nobody-else";
    const ADDRESS: &str = "integration.bot@example.org";

    #[test]
    fn debug_shows_no_key() {
        let text = format!(
            "[coursepath]\nurl = \"https://example.org\"\nemail = \"{ADDRESS}\"\njwt_secret = \"{KEY}\"\n\
             [falkor]\nurl = \"https://example.org\"\nraw_token = \"{KEY}\"\nwebhook_secret = \"{KEY}\"\n"
        );
        let file = std::env::temp_dir().join(format!("tassel-debug-{}.toml", std::process::id()));
        std::fs::write(&file, text).unwrap();
        let path = file.to_str().unwrap();
        let trigger = [
            "tassel",
            "webhooks",
            "trigger",
            "falkor",
            "rewards",
            "--to",
            "https://example.org/",
            "--secret",
            KEY,
        ];
        let arguments = Arguments::parse_from([&trigger, ["--config", path].as_slice()].concat());
        let config = configuration(&arguments.global).unwrap();
        std::fs::remove_file(&file).unwrap();
        let falkor = Vendor::find("falkor").unwrap();
        let receiver = falkor.receiver(&|| Ok(KEY.to_owned())).unwrap();
        let clients = Clients { config, sandbox: None, quotas: None };
        let configured = clients.configured().unwrap();
        let contexts: Vec<_> = configured.iter().map(Client::context).collect();
        assert_eq!(contexts.len(), 2);
        for shown in [
            format!("{arguments:?} {clients:?} {receiver:?} {contexts:?}"),
            format!("{arguments:#?} {clients:#?} {receiver:#?} {contexts:#?}"),
        ] {
            assert!(!shown.contains(KEY) && !shown.contains(ADDRESS), "{shown}");
        }
    }
}
