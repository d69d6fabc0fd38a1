//! The layers of a client: transports that wrap a transport.
//!
//! From the caller down: the call's span and deadline (in the client itself), [`Retry`], [`Throttle`], [`Authenticate`],
//! [`AttemptTimeout`], and the transport that does the sending. The order is fixed. Retry stands above the quota, so
//! that every attempt is paid for; the quota above authentication, so that a token is made after the wait and not
//! before it; authentication is done per attempt, so that a token used once is never sent twice.

mod authenticate;
mod quota;
mod retry;
mod retry_after;
mod timeout;

pub use authenticate::{ApiKey, Authenticate, Authentication};
pub use quota::{
    HeldBack, LocalQuotas, Quota, QuotaHeaders, QuotaRule, QuotaScope, Quotas, Throttle, Window,
};
pub(crate) use quota::{Share, shares};
pub use retry::{Retry, RetryPolicy};
pub(crate) use retry_after::retry_after;
pub use timeout::AttemptTimeout;
