//! Quotas: how many requests a vendor allows, and who counts them.
//!
//! A client waits before the vendor has to refuse. Its requests are counted in [`LocalQuotas`], which the process
//! shares, or behind the traits [`Quotas`] and [`Quota`] in a store that several processes share. A store may be
//! remote: its operations are asynchronous and may fail, times are spans and never points in time, and a request that is
//! never settled stops counting when its [`Lease`] ends. [`Ledger`] is the arithmetic of windows, ready for such a
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
    /// The windows it is counted in; all of them hold. Without windows, only what an answer asks for holds.
    pub windows: &'static [Window],
    /// The headers in which answers say how it stands.
    pub headers: Option<QuotaHeaders>,
}

impl QuotaRule {
    /// A quota that no header of an answer corrects.
    #[must_use]
    pub const fn new(name: &'static str, scope: QuotaScope, windows: &'static [Window]) -> Self {
        Self { name, scope, windows, headers: None }
    }

    /// The headers in which answers say how it stands.
    #[must_use]
    pub const fn headers(mut self, headers: QuotaHeaders) -> Self {
        self.headers = Some(headers);
        self
    }
}

/// Whose requests are counted together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotaScope {
    /// All that this address sends to the host, whatever the key.
    Address,
    /// All that is sent with one credential.
    Credential,
}

/// A span of time in which requests are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Window {
    /// At most `limit` requests in any span of length `per`.
    Trailing {
        /// The number of requests.
        limit: u32,
        /// The length of the span.
        per: Duration,
    },
    /// At most `limit` requests in each span of length `per`, one span following the other.
    Fixed {
        /// The number of requests.
        limit: u32,
        /// The length of a span.
        per: Duration,
        /// The pace after the limit, until the span ends: one request in this time. `None` where there is none.
        then_every: Option<Duration>,
    },
}

/// The headers in which answers say how a quota stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QuotaHeaders {
    /// The number of requests that a span allows.
    pub limit: &'static str,
    /// The number of requests left in this span.
    pub remaining: &'static str,
    /// The seconds until the next span begins.
    pub reset: &'static str,
}

/// Where quotas are counted.
pub trait Quotas: fmt::Debug + Send + Sync + 'static {
    /// The quota of a rule, for those who share the key.
    fn quota(&self, rule: &'static QuotaRule, key: &QuotaKey) -> Arc<dyn Quota>;

    /// The share of each quota that this process goes on with, counted by itself, while the store is unreachable: one
    /// part in so many. Default: 4.
    fn share_while_unreachable(&self) -> u32 {
        4
    }

    /// Called when the store becomes unreachable, once until it is reached again. Default: a `tracing` warning.
    fn unreachable(&self, error: &BoxError) {
        tracing::warn!(%error, share = self.share_while_unreachable(), "the quota store is unreachable");
    }
}

/// Whose requests are counted together, by name.
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

/// Counts the requests of one quota, for all who share it.
#[async_trait]
pub trait Quota: fmt::Debug + Send + Sync + 'static {
    /// Waits until a request may be sent, and leases room for it. The request counts as under way until the lease is
    /// settled, or for the time `lease` if it never is: because its process ended, or because it was given up and may
    /// still arrive at the vendor.
    ///
    /// # Errors
    ///
    /// [`QuotaError::HeldBack`], at once: there will be no room within the time `within`. Nothing was counted.
    async fn acquire(&self, within: Duration, lease: Duration) -> Result<Lease, QuotaError>;

    /// The request of a lease was answered, or certainly not sent. A lease that has ended is left alone.
    ///
    /// # Errors
    ///
    /// The store is unreachable; the lease then ends by itself.
    async fn settle(&self, lease: Lease, settlement: Settlement) -> Result<(), QuotaError>;

    /// The number of requests that could be sent now.
    ///
    /// # Errors
    ///
    /// The store is unreachable.
    async fn left(&self) -> Result<usize, QuotaError>;

    /// The time until so many more requests can have been sent.
    ///
    /// # Errors
    ///
    /// The store is unreachable.
    async fn time_for(&self, requests: usize) -> Result<Duration, QuotaError>;

    /// Forgets all that was counted and every pause.
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
    /// It certainly did not reach the vendor, and does not count.
    NotSent,
    /// It ended, and an answer may have said how the quota stands.
    Sent(Option<Correction>),
}

/// What an answer says of a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Correction {
    /// Nothing is to be sent for so long.
    Pause(Duration),
    /// How the span stands.
    Standing {
        /// The number of requests the span allows.
        limit: u32,
        /// The number of requests left in it.
        remaining: u32,
        /// The time until the next span begins.
        reset: Duration,
        /// The time the answer took: the quota stood so at some time in that.
        took: Duration,
    },
}

/// Why no room was leased.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QuotaError {
    /// There is no room in the time that was given.
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
