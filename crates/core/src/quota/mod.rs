//! Quotas: how many requests a vendor allows, and who counts them.
//!
//! A client delays requests so that the vendor does not reject them. It counts them in [`LocalQuotas`], which the
//! process shares, or, behind the traits [`Quotas`] and [`Quota`], in a store that several processes share. A store may
//! be remote: its operations are asynchronous and may fail, its times are durations and never instants, and a request
//! that is never settled stops counting when its [`Lease`] ends. [`Ledger`] is the arithmetic of windows for such a
//! store.

mod ledger;
mod local;
mod share;

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use secrecy::SecretString;

pub use self::ledger::Ledger;
pub use self::local::LocalQuotas;
pub use self::share::QuotaStanding;
pub(crate) use self::share::{Share, shares};
use crate::transport::BoxError;

/// A quota, as a vendor states it.
#[derive(Debug)]
#[non_exhaustive]
pub struct QuotaRule {
    /// Its name, such as `default`.
    pub name: &'static str,
    /// Whose requests are counted together.
    pub scope: QuotaScope,
    /// The windows it is counted in; all of them apply. Without windows, only the pauses that answers ask for apply.
    pub windows: &'static [Window],
    /// The headers in which answers state the use of the quota.
    pub headers: Option<QuotaHeaders>,
}

impl QuotaRule {
    /// A quota that no header of an answer corrects.
    #[must_use]
    pub const fn new(name: &'static str, scope: QuotaScope, windows: &'static [Window]) -> Self {
        Self { name, scope, windows, headers: None }
    }

    /// The headers in which answers state the use of the quota.
    #[must_use]
    pub const fn headers(mut self, headers: QuotaHeaders) -> Self {
        self.headers = Some(headers);
        self
    }
}

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotaScope {
    /// All requests from this address to the host, with any key.
    Address,
    /// All requests with one credential.
    Credential,
}

/// The length of time in which requests are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Window {
    /// At most `limit` requests in any period of length `per`.
    Trailing {
        /// The number of requests.
        limit: u32,
        /// The length of the window.
        per: Duration,
    },
    /// At most `limit` requests in each of the windows of length `per` that follow one another.
    Fixed {
        /// The number of requests.
        limit: u32,
        /// The length of a window.
        per: Duration,
        /// After the limit, until the window ends: the time between two requests. `None` if no more are allowed.
        then_every: Option<Duration>,
    },
}

/// The headers in which answers state the use of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaHeaders {
    /// The number of requests that a window allows.
    pub limit: &'static str,
    /// The number of requests left in this window.
    pub remaining: &'static str,
    /// The seconds until the next window begins.
    pub reset: &'static str,
}

/// Where quotas are counted.
pub trait Quotas: fmt::Debug + Send + Sync + 'static {
    /// The quota of a rule, shared by all requests with the same key.
    fn quota(&self, rule: &'static QuotaRule, key: &QuotaKey) -> Arc<dyn Quota>;

    /// The divisor of each quota while the store is unreachable: this process then uses one part in so many, counted by
    /// itself. Default: 4.
    fn share_while_unreachable(&self) -> u32 {
        4
    }

    /// Called once when the store becomes unreachable, and again only after it was reached. Default: a `tracing`
    /// warning.
    fn unreachable(&self, error: &BoxError) {
        tracing::warn!(%error, share = self.share_while_unreachable(), "the quota store is unreachable");
    }
}

/// Identifies whose requests are counted together.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct QuotaKey {
    /// The vendor's name in lower case.
    pub vendor: &'static str,
    /// The host, and the port if it is not the usual one.
    pub host: String,
    /// The credential, where the quota is counted per credential. A store keeps a hash of it, never the text.
    pub credential: Option<SecretString>,
}

impl QuotaKey {
    /// A key for one host, and one credential there.
    #[must_use]
    pub fn new(vendor: &'static str, host: impl Into<String>, credential: Option<SecretString>) -> Self {
        Self { vendor, host: host.into(), credential }
    }
}

/// Counts the requests of one quota.
#[async_trait]
pub trait Quota: fmt::Debug + Send + Sync + 'static {
    /// Waits until a request may be sent, and leases room for it. The request counts as in flight until the lease is
    /// settled, or for the time `lease` if it never is: its process ended, or the request was cancelled and may still
    /// reach the vendor.
    ///
    /// # Errors
    ///
    /// [`QuotaError::HeldBack`], at once: there will be no room within the time `within`. Nothing was counted.
    async fn acquire(&self, within: Duration, lease: Duration) -> Result<Lease, QuotaError>;

    /// Ends the lease of a request that was answered, or certainly not sent. Does nothing if the lease has ended.
    ///
    /// # Errors
    ///
    /// The store is unreachable; the lease then ends by itself.
    async fn settle(&self, lease: Lease, settlement: Settlement) -> Result<(), QuotaError>;

    /// The number of requests that can be sent now.
    ///
    /// # Errors
    ///
    /// The store is unreachable.
    async fn left(&self) -> Result<usize, QuotaError>;

    /// The time until that many more requests can be sent.
    ///
    /// # Errors
    ///
    /// The store is unreachable.
    async fn time_for(&self, requests: usize) -> Result<Duration, QuotaError>;

    /// Clears the count and every pause.
    ///
    /// # Errors
    ///
    /// The store is unreachable.
    async fn reset(&self) -> Result<(), QuotaError>;
}

/// Room for one request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Lease(pub u64);

/// How the request of a lease ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Settlement {
    /// The request certainly did not reach the vendor, and does not count.
    NotSent,
    /// The request ended, and its answer may have stated the use of the quota.
    Sent(Option<Correction>),
}

/// A correction of our count by an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Correction {
    /// Nothing may be sent for this time.
    Pause(Duration),
    /// The use of the window.
    Standing {
        /// The number of requests the window allows.
        limit: u32,
        /// The number of requests left in it.
        remaining: u32,
        /// The time until the next window begins.
        reset: Duration,
        /// The time the answer took: the numbers are those of some instant within it.
        took: Duration,
    },
}

/// Why no room was leased.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QuotaError {
    /// There is no room within the given time.
    #[error("the quota has room again in {} s", .wait.as_secs_f64().ceil())]
    HeldBack {
        /// The time until there is room.
        wait: Duration,
        /// Whether an answer asked for a pause; the windows themselves have no room otherwise.
        paused: bool,
    },
    /// The store cannot be reached.
    #[error("the quota store is unreachable: {0}")]
    Unreachable(#[source] BoxError),
}
