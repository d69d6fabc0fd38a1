//! What is measured.

use std::sync::Arc;
use std::time::Duration;

use tassel_accredible::{Client, ClientOptions};
use tassel_core::layers::{LocalQuotas, Quota, QuotaRule, QuotaScope, Quotas, Window};

use crate::bodies::{One, Page};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Nothing is called.
    Idle,
    RawOne,
    One,
    RawPage,
    Page,
    /// A page whose first credential cannot be read.
    WrongPage,
}

impl Mode {
    pub const ALL: [Self; 6] =
        [Self::Idle, Self::RawOne, Self::One, Self::RawPage, Self::Page, Self::WrongPage];

    pub fn name(self) -> &'static str {
        match self {
            Self::Idle => "idle",
            Self::RawOne => "raw-one",
            Self::One => "one",
            Self::RawPage => "raw-page",
            Self::Page => "page",
            Self::WrongPage => "wrong-page",
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }

    /// What it is compared with.
    pub fn against(self) -> Option<Self> {
        match self {
            Self::One => Some(Self::RawOne),
            Self::Page | Self::WrongPage => Some(Self::RawPage),
            Self::Idle | Self::RawOne | Self::RawPage => None,
        }
    }

    /// How many calls a round has.
    pub fn calls(self) -> usize {
        match self {
            Self::RawOne | Self::One => 2_000,
            _ => 300,
        }
    }

    pub async fn run(self, address: &str, calls: usize) {
        match self {
            Self::Idle => {}
            Self::RawOne => raw::<One>(&format!("{address}/v1/credentials/88213"), calls).await,
            Self::RawPage => {
                raw::<Page>(&format!("{address}/v1/all_credentials?page_size=50&page=1"), calls).await;
            }
            Self::One => {
                let credentials = client(address).credentials();
                for _ in 0..calls {
                    let credential = credentials.get(88_213).send().await.unwrap();
                    assert!(!credential.extra.is_empty());
                }
            }
            Self::Page | Self::WrongPage => {
                let credentials = client(address).credentials();
                for _ in 0..calls {
                    #[allow(deprecated, reason = "it is a page, and a GET")]
                    let list = credentials.list();
                    if self == Self::WrongPage {
                        let error = list.group(34).send().await.unwrap_err();
                        assert!(
                            error.to_string().contains("credentials[0].private: found a string"),
                            "{error}"
                        );
                    } else {
                        assert_eq!(list.send().await.unwrap().items.len(), 50);
                    }
                }
            }
        }
    }
}

async fn raw<T: serde::de::DeserializeOwned>(url: &str, calls: usize) {
    let client = reqwest::Client::builder().build().unwrap();
    for _ in 0..calls {
        let request =
            client.get(url).header("authorization", "Token token=k").header("accept", "application/json");
        let answer = request.send().await.unwrap();
        std::hint::black_box(answer.json::<T>().await.unwrap());
    }
}

fn client(address: &str) -> Client {
    let options = ClientOptions::new().quotas(Arc::new(Ample(LocalQuotas::default())));
    Client::builder("k").base_url(address).with(options).build().unwrap()
}

/// The arithmetic of the vendor's quota, with room for every call.
#[derive(Debug)]
struct Ample(LocalQuotas);

static AMPLE: QuotaRule = QuotaRule {
    name: "default",
    scope: QuotaScope::Address,
    windows: &[
        Window::Trailing { limit: 1_000_000, per: Duration::from_secs(30) },
        Window::Trailing { limit: 1_000_000, per: Duration::from_secs(300) },
    ],
    headers: None,
};

impl Quotas for Ample {
    fn quota(&self, _: &'static QuotaRule, key: &str) -> Arc<dyn Quota> {
        self.0.quota(&AMPLE, key)
    }
}
