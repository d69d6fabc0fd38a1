//! The modes: our calls, raw calls, and other work.

use std::fmt;
use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use tassel_accredible::Client;
use tassel_accredible::model::CredentialList;
use tassel_core::ClientOptions;
use tassel_core::kit::{self, SecretString};
use tassel_core::quota::{LocalQuotas, Quota, QuotaKey, QuotaRule, QuotaScope, Quotas, Window};
use tassel_core::transport::{HttpTransport, Transport};
use tassel_sandbox::{accredible, coursepath, damstra, falkor, namecoach};

use crate::bodies::{self, One, Page};
use crate::server::sandbox;

/// The number of concurrent calls.
const AT_ONCE: usize = 16;

/// A measured workload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing.
    Idle,
    /// A credential, by reqwest and `.json()` into a struct without unknown fields.
    RawOne,
    /// A credential, by tassel.
    One,
    /// A page, by reqwest.
    RawPage,
    /// A page, by tassel.
    Page,
    /// A page whose first credential cannot be read.
    WrongPage,
    /// Credentials by reqwest, concurrently.
    RawAtOnce,
    /// Credentials by tassel, concurrently.
    AtOnce,
    /// A page decoded into our model by `serde_json` alone.
    PlainDecode,
    /// A page decoded by our decoder.
    Decode,
    /// A new reqwest client with TLS.
    RawClient,
    /// A new client of each vendor, over one transport.
    Clients,
    /// The first credential that a sandbox lists, over a socket.
    ListedOne,
    /// The same from a sandbox in process.
    ListedOneInProcess,
    /// A page from a sandbox in process.
    PageInProcess,
}

impl Mode {
    const ALL: [(&str, Self); 15] = [
        ("idle", Self::Idle),
        ("raw-one", Self::RawOne),
        ("one", Self::One),
        ("raw-page", Self::RawPage),
        ("page", Self::Page),
        ("wrong-page", Self::WrongPage),
        ("raw-at-once", Self::RawAtOnce),
        ("at-once", Self::AtOnce),
        ("plain-decode", Self::PlainDecode),
        ("decode", Self::Decode),
        ("raw-client", Self::RawClient),
        ("clients", Self::Clients),
        ("listed-one", Self::ListedOne),
        ("listed-one-in-process", Self::ListedOneInProcess),
        ("page-in-process", Self::PageInProcess),
    ];

    /// The mode with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(known, _)| *known == name).map(|(_, mode)| *mode)
    }

    /// Runs the workload `calls` times against the server at `address`. Returns the duration without the setup.
    pub async fn run(self, address: &str, calls: usize) -> Duration {
        let page_url = || format!("{address}/v1/all_credentials?page_size=50&page=1");
        match self {
            Self::Idle => Duration::ZERO,
            Self::RawOne | Self::RawAtOnce => {
                let at_once = if self == Self::RawOne { 1 } else { AT_ONCE };
                let (raw, url) = (raw_client(), format!("{address}/v1/credentials/88213"));
                time(calls, at_once, move || {
                    let (raw, url) = (raw.clone(), url.clone());
                    async move { get_raw::<One>(&raw, &url).await }
                })
                .await
            }
            Self::One | Self::AtOnce => {
                let at_once = if self == Self::One { 1 } else { AT_ONCE };
                let credentials = client(address, None).credentials();
                time(calls, at_once, move || {
                    let call = credentials.get(88_213);
                    async move { assert!(!call.send().await.unwrap().extra.is_empty()) }
                })
                .await
            }
            Self::RawPage => {
                let (raw, url) = (raw_client(), page_url());
                time(calls, 1, move || {
                    let (raw, url) = (raw.clone(), url.clone());
                    async move { get_raw::<Page>(&raw, &url).await }
                })
                .await
            }
            Self::Page => pages(&client(address, None), calls).await,
            Self::PageInProcess => {
                pages(
                    &client("https://api.accredible.com", Some(Arc::new(sandbox().await.accredible()))),
                    calls,
                )
                .await
            }
            Self::WrongPage => {
                let client = client(&format!("{address}/wrong"), None);
                time(calls, 1, move || {
                    let call = list(&client).send();
                    async {
                        let error = call.await.unwrap_err();
                        let want = "credentials[0].private: found a string, expected a boolean";
                        assert!(error.to_string().contains(want), "{error}");
                    }
                })
                .await
            }
            Self::PlainDecode => {
                let body = bodies::page().into_bytes();
                repeat(calls, || {
                    let text = std::str::from_utf8(black_box(&body)).unwrap();
                    black_box(serde_json::from_str::<CredentialList>(text).unwrap());
                })
            }
            Self::Decode => {
                let body = bodies::page().into_bytes();
                repeat(calls, || {
                    black_box(kit::from_json::<CredentialList>(black_box(&body)).unwrap());
                })
            }
            Self::RawClient => repeat(calls, || drop(black_box(raw_client()))),
            Self::Clients => repeat(calls, || drop(black_box(one_of_each()))),
            Self::ListedOne => listed_one(&client(address, None), calls).await,
            Self::ListedOneInProcess => {
                let transport = sandbox().await.accredible();
                listed_one(&client("https://api.accredible.com", Some(Arc::new(transport))), calls).await
            }
        }
    }
}

/// Makes the calls in `at_once` tasks. Returns the duration after the first tenth.
async fn time<F>(calls: usize, at_once: usize, call: impl Fn() -> F + Clone + Send + 'static) -> Duration
where
    F: Future<Output = ()> + Send,
{
    let many = async |calls: usize| {
        let work = || {
            let call = call.clone();
            async move {
                for _ in 0..calls.div_ceil(at_once) {
                    call().await;
                }
            }
        };
        let tasks: Vec<_> = (0..at_once).map(|_| tokio::spawn(work())).collect();
        for task in tasks {
            task.await.unwrap();
        }
    };
    many(calls.div_ceil(10)).await;
    let began = Instant::now();
    many(calls).await;
    began.elapsed()
}

fn repeat(times: usize, it: impl Fn()) -> Duration {
    let began = Instant::now();
    (0..times).for_each(|_| it());
    began.elapsed()
}

async fn pages(client: &Client, calls: usize) -> Duration {
    let client = client.clone();
    time(calls, 1, move || {
        let call = list(&client).send();
        async { assert_eq!(call.await.unwrap().items.len(), 50) }
    })
    .await
}

async fn listed_one(client: &Client, calls: usize) -> Duration {
    let id = list(client).send().await.unwrap().items[0].id.clone();
    let credentials = client.credentials();
    time(calls, 1, move || {
        let (call, id) = (credentials.get(id.clone()).send(), id.clone());
        async move { assert_eq!(call.await.unwrap().id, id) }
    })
    .await
}

/// A listing by page number.
pub(crate) fn list(client: &Client) -> tassel_accredible::credentials::ListCredentials {
    #[allow(deprecated, reason = "its pages have the usual size, and every item has a key")]
    client.credentials().list()
}

async fn get_raw<T: DeserializeOwned + fmt::Debug>(client: &reqwest::Client, url: &str) {
    let key = format!("Token token={}", accredible::API_KEY);
    let request = client.get(url).header("authorization", key).header("accept", "application/json");
    black_box(request.send().await.unwrap().json::<T>().await.unwrap());
}

/// A client with the TLS settings of ours: rustls, ring, the platform's certificates.
fn raw_client() -> reqwest::Client {
    // Another client may have installed the provider.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder().build().unwrap()
}

/// A client with room for every call in its quota.
pub(crate) fn client(address: &str, transport: Option<Arc<dyn Transport>>) -> Client {
    let options = ClientOptions::new().quotas(Arc::new(AmpleQuotas(LocalQuotas::default())));
    let options = match transport {
        Some(transport) => options.transport(transport),
        None => options,
    };
    Client::builder(accredible::API_KEY).base_url(address).with(options).build().unwrap()
}

fn one_of_each() -> impl fmt::Debug {
    let transport = HttpTransport::new().unwrap();
    let over = || ClientOptions::new().transport(transport.clone());
    let host = "academy.example.org";
    (
        Client::builder(accredible::API_KEY).with(over()).build().unwrap(),
        tassel_coursepath::Client::builder(host, coursepath::API_KEY).with(over()).build().unwrap(),
        tassel_damstra::Client::builder(damstra::ACCESS_KEY).with(over()).build().unwrap(),
        tassel_falkor::Client::builder(host, SecretString::from(falkor::TOKEN)).with(over()).build().unwrap(),
        tassel_namecoach::Client::builder(namecoach::TOKEN).with(over()).build().unwrap(),
    )
}

/// Quotas with the vendor's arithmetic and room for every call. The window is short, so that few requests are stored.
#[derive(Debug)]
struct AmpleQuotas(LocalQuotas);

static AMPLE: QuotaRule = QuotaRule::new(
    "default",
    QuotaScope::Address,
    &[
        Window::Trailing { limit: 1_000_000, per: Duration::from_millis(100) },
        Window::Trailing { limit: 1_000_000, per: Duration::from_secs(1) },
    ],
);

impl Quotas for AmpleQuotas {
    fn quota(&self, _: &'static QuotaRule, key: &QuotaKey) -> Arc<dyn Quota> {
        self.0.quota(&AMPLE, key)
    }
}
