//! The options of a client and of one call.

use std::sync::Arc;
use std::time::Duration;

use crate::layers::RetryPolicy;
use crate::operation::Operation;
use crate::quota::Quotas;
use crate::transport::{Clock, Method, SystemClock, Transport};

/// The largest body that is read by default: 64 MiB.
pub(crate) const MAX_BODY: usize = 64 << 20;

/// Options of a client, besides its credentials and its host.
///
/// ```
/// use std::time::Duration;
/// use tassel_core::ClientOptions;
///
/// let options = ClientOptions::new().timeout(Duration::from_secs(20)).user_agent("registrar/2.1");
/// ```
#[derive(Debug, Clone)]
#[must_use]
pub struct ClientOptions {
    pub(crate) transport: Option<Arc<dyn Transport>>,
    pub(crate) quotas: Option<Arc<dyn Quotas>>,
    pub(crate) retry: RetryPolicy,
    pub(crate) seed: Option<u64>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) user_agent: String,
    pub(crate) call: CallOptions,
    pub(crate) method: Option<(&'static Operation, Method)>,
    pub(crate) path: Option<(&'static Operation, String)>,
}

impl Default for ClientOptions {
    fn default() -> Self {
        Self {
            transport: None,
            quotas: None,
            retry: RetryPolicy::default(),
            seed: None,
            clock: Arc::new(SystemClock),
            user_agent: concat!("tassel/", env!("CARGO_PKG_VERSION")).to_owned(),
            call: CallOptions::default(),
            method: None,
            path: None,
        }
    }
}

impl ClientOptions {
    /// The defaults.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sends through this transport. Default: an `HttpTransport` of the client's own.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Where quotas are counted. Default: together with the other clients of the process; over a transport of the
    /// caller's own, or to this machine, per client.
    pub fn quotas(mut self, quotas: Arc<dyn Quotas>) -> Self {
        self.quotas = Some(quotas);
        self
    }

    /// The number of attempts of a call and the waits between them. Default: at most 4 attempts, and the waits of the
    /// vendor's contract, unless the policy sets others.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// The seed of random waits, for reproducible runs. Default: a random seed.
    pub fn seed(mut self, seed: u64) -> Self {
        self.seed = Some(seed);
        self
    }

    /// The source of the time of day. Default: the system clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// The `User-Agent`. Default: `tassel/` and the version.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    /// The timeout of one attempt. Default: 60 s, unless the vendor's contract sets another limit.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.call.timeout = Some(timeout);
        self
    }

    /// The deadline of a call, from its beginning, with all attempts and waits. Default: 10 minutes.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.call.deadline = Some(deadline);
        self
    }

    /// The largest body that is read, in bytes. Default: 64 MiB, unless the vendor's contract sets another limit.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.call.max_body = Some(bytes);
        self
    }
}

/// Options of one call.
#[derive(Debug, Clone, Default)]
#[must_use]
pub struct CallOptions {
    pub(crate) timeout: Option<Duration>,
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_body: Option<usize>,
    pub(crate) no_retry: bool,
}

impl CallOptions {
    /// The options of the client.
    pub fn new() -> Self {
        Self::default()
    }

    /// The timeout of one attempt.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = Some(timeout);
        self
    }

    /// The deadline of the call, from its beginning, with all attempts and waits.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = Some(deadline);
        self
    }

    /// The largest body that is read, in bytes.
    pub fn max_body(mut self, bytes: usize) -> Self {
        self.max_body = Some(bytes);
        self
    }

    /// Makes one attempt only.
    pub fn no_retry(mut self) -> Self {
        self.no_retry = true;
        self
    }
}
