//! The table of vendors. A new vendor is a row here.

use tassel_records::roll::Vendors;

use super::{Client, Events, Vendor, WEBHOOK_SECRET};
use crate::events::{EventReceiver, impl_event_receiver};
use crate::failure::Failure;

impl_event_receiver!(tassel_coursepath);
impl_event_receiver!(tassel_damstra);
impl_event_receiver!(tassel_falkor, sign);

/// Every vendor, in the order of their names.
pub(crate) static VENDORS: &[Vendor] = &[
    Vendor {
        api: &tassel_accredible::API,
        events: None,
        credentials: &[&["api_key"]],
        needs_url: false,
        help: "
  TASSEL_ACCREDIBLE_API_KEY   or api_key under [accredible] in tassel.toml
  TASSEL_ACCREDIBLE_URL       or url; default: the vendor's own host",
        sandbox: &[("api_key", tassel_sandbox::accredible::API_KEY)],
        client: |settings, options| {
            let builder = tassel_accredible::Client::builder(settings.need("api_key")).with(options);
            let builder = settings.url().into_iter().fold(builder, tassel_accredible::ClientBuilder::base_url);
            builder.build().map(|client| {
                let issuer = tassel_issuing::AccredibleIssuer::new(client.clone());
                Client::new(client, Vendors::accredible).issuing(issuer)
            })
        },
    },
    Vendor {
        api: &tassel_coursepath::API,
        events: Some(Events {
            webhooks: tassel_coursepath::WEBHOOKS,
            receiver: |_| Ok(Box::new(tassel_coursepath::webhooks::Receiver::new())),
        }),
        credentials: &[&["api_key"], &["email", "jwt_secret"]],
        needs_url: true,
        help: "
  TASSEL_COURSEPATH_URL       or url under [coursepath]: the academy's host
  TASSEL_COURSEPATH_API_KEY   or TASSEL_COURSEPATH_EMAIL with TASSEL_COURSEPATH_JWT_SECRET",
        sandbox: &[("api_key", tassel_sandbox::coursepath::API_KEY)],
        client: |settings, options| {
            let credential = match settings.get("api_key") {
                Some(key) => key.into(),
                None => tassel_coursepath::Credential::Jwt {
                    email: settings.need("email").to_owned(),
                    secret: settings.need("jwt_secret").into(),
                },
            };
            let builder = tassel_coursepath::Client::builder(settings.need("url"), credential);
            builder.with(options).build().map(|client| Client::new(client, Vendors::coursepath))
        },
    },
    Vendor {
        api: &tassel_damstra::API,
        events: Some(Events {
            webhooks: tassel_damstra::WEBHOOKS,
            receiver: |_| Ok(Box::new(tassel_damstra::webhooks::Receiver::new())),
        }),
        credentials: &[&["access_key"]],
        needs_url: false,
        help: "
  TASSEL_DAMSTRA_ACCESS_KEY   or access_key under [damstra]
  TASSEL_DAMSTRA_URL          or url; default: the vendor's own host",
        sandbox: &[("access_key", tassel_sandbox::damstra::ACCESS_KEY)],
        client: |settings, options| {
            let builder = tassel_damstra::Client::builder(settings.need("access_key")).with(options);
            let builder = settings.url().into_iter().fold(builder, tassel_damstra::ClientBuilder::base_url);
            builder.build().map(|client| Client::new(client, Vendors::damstra))
        },
    },
    Vendor {
        api: &tassel_falkor::API,
        events: Some(Events {
            webhooks: tassel_falkor::WEBHOOKS,
            receiver: |secret| match tassel_falkor::webhooks::Receiver::new(secret()?) {
                Ok(receiver) => Ok(Box::new(receiver)),
                Err(error) => Err(Failure::config(format!("{error}."))),
            },
        }),
        credentials: &[&["token"], &["raw_token"], &["key", "secret"]],
        needs_url: true,
        help: "
  TASSEL_FALKOR_URL           or url under [falkor]: the account's host
  TASSEL_FALKOR_TOKEN         in Base64; or TASSEL_FALKOR_RAW_TOKEN, or TASSEL_FALKOR_KEY with TASSEL_FALKOR_SECRET
  TASSEL_FALKOR_WEBHOOK_SECRET  or webhook_secret: the secret that signs its events",
        sandbox: &[
            ("token", tassel_sandbox::falkor::TOKEN),
            (WEBHOOK_SECRET, tassel_sandbox::falkor::WEBHOOK_SECRET),
        ],
        client: |settings, options| {
            let credential = match (settings.get("token"), settings.get("raw_token")) {
                (Some(token), _) => token.into(),
                (None, Some(token)) => tassel_falkor::Credential::Raw(token.into()),
                (None, None) => tassel_falkor::Credential::Pair {
                    key: settings.need("key").into(),
                    secret: settings.need("secret").into(),
                },
            };
            let builder = tassel_falkor::Client::builder(settings.need("url"), credential);
            builder.with(options).build().map(|client| Client::new(client, Vendors::falkor))
        },
    },
    Vendor {
        api: &tassel_namecoach::API,
        events: None,
        credentials: &[&["token"]],
        needs_url: false,
        help: "
  TASSEL_NAMECOACH_TOKEN      or token under [namecoach]
  TASSEL_NAMECOACH_URL        or url; default: the vendor's own host",
        sandbox: &[("token", tassel_sandbox::namecoach::TOKEN)],
        client: |settings, options| {
            let builder = tassel_namecoach::Client::builder(settings.need("token")).with(options);
            let builder = settings.url().into_iter().fold(builder, tassel_namecoach::ClientBuilder::base_url);
            builder.build().map(|client| Client::new(client, Vendors::namecoach))
        },
    },
];
