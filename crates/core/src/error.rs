//! Errors: one flat enum for all vendors, named for what the caller does next.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

pub use crate::cursor::Incomplete;
use crate::cursor::{Cursor, Position};
pub use crate::decode::DecodeError;
use crate::mask::mask;
pub use crate::outcome::Outcome;
pub use crate::response::RawResponse;
#[cfg(feature = "http-client")]
use crate::transport::SetupError;
use crate::transport::{BodyError, CallContext, TransportError};

/// Why a call failed, named for what the caller does next.
///
/// `Display` is one line with the operation's name, the status and the vendor's own text, in which mail addresses are
/// masked. `Debug` shows no header and no body. After a failed write, see [`Error::outcome`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The client cannot be built or used as it is configured. Correct the configuration.
    #[error("configuration: {0}")]
    Config(String),
    /// The input was refused before anything was sent. Correct the input.
    #[error("{operation} was not sent: {problem}")]
    InvalidInput {
        /// The operation.
        operation: &'static str,
        /// The problem, its place and its remedy.
        problem: String,
    },
    /// The vendor denies access (401, 403). Check the key and its permissions.
    #[error("{0}")]
    Denied(Rejection),
    /// The vendor has no such record (404), or this key may not see it.
    #[error("{0}")]
    NotFound(Rejection),
    /// The vendor found the input invalid (400, 422). [`Rejection::fields`] lists the fields.
    #[error("{0}")]
    Invalid(Rejection),
    /// The quota is used up (429, or our own count of it). Try again after [`Throttled::retry_after`].
    #[error("{0}")]
    Throttled(Throttled),
    /// The vendor answered with another status, or with an error inside a success.
    #[error("{0}")]
    Rejected(Rejection),
    /// No whole answer arrived.
    #[error("{operation}: {source}")]
    Transport {
        /// The operation.
        operation: &'static str,
        /// The cause.
        source: TransportError,
        /// Whether the vendor acted.
        outcome: Outcome,
    },
    /// The call's deadline passed.
    #[error("{operation} was given up at its deadline, after {} s", .after.as_secs_f64())]
    Deadline {
        /// The operation.
        operation: &'static str,
        /// The time from the beginning of the call to its deadline.
        after: Duration,
        /// Whether the vendor acted.
        outcome: Outcome,
    },
    /// The answer could not be read. The vendor acted; read the record back instead of sending the call again.
    #[error("{operation} answered {}, but its body cannot be read: {source}", .answer.status.as_u16())]
    Decode {
        /// The operation.
        operation: &'static str,
        /// Where and why reading failed.
        source: DecodeError,
        /// The answer.
        answer: Box<RawResponse>,
        /// Whether the vendor acted.
        outcome: Outcome,
    },
    /// The answer is larger than the limit. Raise [`CallOptions::max_body`](crate::CallOptions::max_body).
    #[error("{operation} answered {} with a body of more than {limit} bytes", .status.as_u16())]
    BodyTooLarge {
        /// The operation.
        operation: &'static str,
        /// The status of the answer.
        status: StatusCode,
        /// The limit, in bytes.
        limit: usize,
        /// Whether the vendor acted.
        outcome: Outcome,
    },
    /// The listing ended and is not known to be complete.
    #[error("{0}")]
    Incomplete(Box<Incomplete>),
}

impl Error {
    /// Whether the vendor acted on the call.
    ///
    /// It covers all attempts together: where the vendor may have acted on an earlier one, a later rejection does
    /// not make it [`Outcome::NotApplied`].
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Config(_) | Self::InvalidInput { .. } | Self::Incomplete(_) => Outcome::NotApplied,
            Self::Denied(rejection)
            | Self::NotFound(rejection)
            | Self::Invalid(rejection)
            | Self::Rejected(rejection) => rejection.outcome(),
            Self::Throttled(throttled) => throttled.outcome,
            Self::Transport { outcome, .. }
            | Self::Deadline { outcome, .. }
            | Self::Decode { outcome, .. }
            | Self::BodyTooLarge { outcome, .. } => *outcome,
        }
    }

    /// An [`Error::Incomplete`] for reasons found outside a page, such as records without an id. Mail
    /// addresses in the reasons are masked.
    #[must_use]
    pub fn incomplete(operation: &'static str, reasons: impl IntoIterator<Item = impl AsRef<str>>) -> Self {
        let reasons: Vec<_> = reasons.into_iter().map(|reason| mask(reason.as_ref())).collect();
        let (reason, at) = (reasons.join("; "), Cursor::new(Position::Start));
        Self::Incomplete(Box::new(Incomplete { operation, read: None, total: None, reason, at }))
    }

    /// The kind of error in one word, as in `error.type` of spans.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Config(_) => "config",
            Self::InvalidInput { .. } => "invalid_input",
            Self::Denied(_) => "denied",
            Self::NotFound(_) => "not_found",
            Self::Invalid(_) => "invalid",
            Self::Throttled(_) => "throttled",
            Self::Rejected(_) => "rejected",
            Self::Transport { .. } => "transport",
            Self::Deadline { .. } => "deadline",
            Self::Decode { .. } => "decode",
            Self::BodyTooLarge { .. } => "body_too_large",
            Self::Incomplete(_) => "incomplete",
        }
    }

    /// The rejection, if the vendor rejected the call.
    #[must_use]
    pub fn rejection(&self) -> Option<&Rejection> {
        match self {
            Self::Denied(rejection)
            | Self::NotFound(rejection)
            | Self::Invalid(rejection)
            | Self::Rejected(rejection) => Some(rejection),
            Self::Throttled(throttled) => throttled.rejection.as_ref(),
            _ => None,
        }
    }

    pub(crate) fn from_transport(source: TransportError, context: &CallContext) -> Self {
        let operation = context.operation().id;
        match source {
            TransportError::HeldBack { wait, paused } => Self::Throttled(Throttled {
                operation,
                retry_after: Some(wait),
                rejection: None,
                paused,
                outcome: context.outcome(Outcome::NotApplied),
            }),
            TransportError::Body { status, error: BodyError::TooLarge { limit }, .. } => Self::BodyTooLarge {
                operation,
                status,
                limit,
                outcome: context.outcome(Outcome::of_status(status)),
            },
            source => {
                let outcome = context.outcome(source.outcome());
                Self::Transport { operation, source, outcome }
            }
        }
    }

    pub(crate) fn from_rejection(rejection: Rejection, retry_after: Option<Duration>) -> Self {
        let status = rejection.status().as_u16();
        let kind = rejection.0.problem.kind.or(match status {
            400 | 422 => Some(ProblemKind::Invalid),
            401 | 403 => Some(ProblemKind::Denied),
            404 => Some(ProblemKind::NotFound),
            _ => None,
        });
        match kind {
            Some(ProblemKind::Denied) => Self::Denied(rejection),
            Some(ProblemKind::NotFound) => Self::NotFound(rejection),
            Some(ProblemKind::Invalid) => Self::Invalid(rejection),
            None if status == 429 => Self::Throttled(Throttled {
                operation: rejection.operation(),
                retry_after,
                paused: true,
                outcome: rejection.outcome(),
                rejection: Some(rejection),
            }),
            Some(ProblemKind::Failed) | None => Self::Rejected(rejection),
        }
    }
}

/// An answer by which the vendor rejected a call.
pub struct Rejection(Box<Parts>);

struct Parts {
    operation: &'static str,
    problem: Problem,
    is_own: bool,
    answer: RawResponse,
    outcome: Outcome,
}

impl Rejection {
    /// A rejection. `read` is the problem that the vendor crate read from the body, if there is one.
    pub(crate) fn new(context: &CallContext, read: Option<Problem>, answer: RawResponse) -> Self {
        let is_own = read.is_some();
        let mut problem = read.unwrap_or_else(|| Problem::new(answer.text()));
        let Problem { message, code, fields, .. } = &mut problem;
        let words = fields.iter_mut().flat_map(|error| [&mut error.field, &mut error.message]);
        words.chain(code).chain([message]).for_each(|words| context.redact(words));
        let outcome = match answer.status.as_u16() {
            // A success status with an error in the body: the two contradict each other.
            200..=299 => context.outcome(Outcome::Unknown),
            _ => context.outcome(Outcome::of_status(answer.status)),
        };
        Self(Box::new(Parts { operation: context.operation().id, problem, is_own, answer, outcome }))
    }

    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.answer.status
    }

    /// The vendor's own text, on one line, mail addresses masked; empty if it gave none.
    #[must_use]
    pub fn message(&self) -> String {
        mask(&self.0.problem.message)
    }

    /// Whether the body has the form of the vendor's errors. If not, a proxy, a firewall or another server may have
    /// answered.
    #[must_use]
    pub fn is_vendors_own(&self) -> bool {
        self.0.is_own
    }

    /// The vendor's code for the problem, if it has one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.problem.code.as_deref()
    }

    /// The problems with single fields. The texts may hold addresses.
    #[must_use]
    pub fn fields(&self) -> &[FieldError] {
        &self.0.problem.fields
    }

    /// The vendor's id of this request, if the answer has one (`x-request-id`).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers().get("x-request-id").and_then(|value| value.to_str().ok())
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.answer.headers
    }

    /// The body of the answer: at most 256 KiB, see [`is_cut`](Self::is_cut). It may hold names and addresses.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.answer.body
    }

    /// Whether the body was cut at 256 KiB.
    #[must_use]
    pub fn is_cut(&self) -> bool {
        self.0.answer.is_cut
    }

    /// Whether the vendor acted on the call.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} answered {}", self.operation(), self.status().as_u16())?;
        let message = self.message();
        if !message.is_empty() {
            write!(f, ": {message}")?;
        } else if self.body().is_empty() {
            f.write_str(" with an empty body")?;
        } else {
            write!(f, " with {}", self.0.answer.media_type())?;
        }
        if self.is_cut() {
            f.write_str(" (its body is cut at 256 KiB)")?;
        }
        if self.status().is_redirection() {
            f.write_str(" (a redirect is not followed: check the base URL)")?;
        }
        if self.status() == StatusCode::FORBIDDEN && !self.0.answer.is_json() {
            f.write_str(" (not JSON: a firewall may have answered)")?;
        }
        Ok(())
    }
}

impl fmt::Debug for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Rejection")
            .field("operation", &self.operation())
            .field("status", &self.status().as_u16())
            .field("message", &self.message())
            .field("code", &self.code().map(mask))
            .field("outcome", &self.outcome())
            .finish_non_exhaustive()
    }
}

/// A vendor's error body, read by the vendor crate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Problem {
    /// The vendor's text; empty if it gave none.
    pub message: String,
    /// The vendor's code, if it has one.
    pub code: Option<String>,
    /// The problems with single fields.
    pub fields: Vec<FieldError>,
    /// The kind that the vendor's code states, where the code is more reliable than the status.
    pub kind: Option<ProblemKind>,
}

impl Problem {
    /// A problem with the vendor's text alone.
    #[must_use]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), ..Self::default() }
    }

    /// Sets the vendor's code.
    #[must_use]
    pub fn code(mut self, code: Option<String>) -> Self {
        self.code = code;
        self
    }

    /// The problems with single fields.
    #[must_use]
    pub fn fields(mut self, fields: Vec<FieldError>) -> Self {
        self.fields = fields;
        self
    }

    /// The kind that the vendor's code states, where the code is more reliable than the status.
    #[must_use]
    pub fn kind(mut self, kind: Option<ProblemKind>) -> Self {
        self.kind = kind;
        self
    }
}

/// The kind of a problem, as the vendor's code states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ProblemKind {
    /// Access is denied: [`Error::Denied`].
    Denied,
    /// There is no such record: [`Error::NotFound`].
    NotFound,
    /// The input is invalid: [`Error::Invalid`].
    Invalid,
    /// The vendor failed: [`Error::Rejected`].
    Failed,
}

/// A problem with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct FieldError {
    /// The field's name, as the vendor spells it here.
    pub field: String,
    /// The problem.
    pub message: String,
}

impl FieldError {
    /// A problem with one field.
    #[must_use]
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Self {
        Self { field: field.into(), message: message.into() }
    }
}

/// The quota is used up, or an answer asked for a pause.
#[derive(Debug)]
#[non_exhaustive]
pub struct Throttled {
    /// The operation.
    pub operation: &'static str,
    /// The wait before the next attempt, if it is known.
    pub retry_after: Option<Duration>,
    /// The vendor's answer, if the vendor rejected the call. `None` if nothing was sent.
    pub rejection: Option<Rejection>,
    /// Whether an answer asked for the wait, to this call or to an earlier one. Otherwise our own count of the quota
    /// did.
    pub paused: bool,
    /// Whether the vendor acted on the call.
    pub outcome: Outcome,
}

impl fmt::Display for Throttled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.rejection {
            Some(rejection) => write!(f, "{rejection}")?,
            None if self.paused => {
                write!(f, "{} was held back: an earlier answer asked for a pause", self.operation)?;
            }
            None => write!(f, "{} was held back: its quota is used up", self.operation)?,
        }
        let Some(wait) = self.retry_after else { return Ok(()) };
        let asks = if self.rejection.is_some() { "the vendor asks to wait" } else { "try again in" };
        write!(f, " ({asks} {} s)", wait.as_secs_f64().ceil())
    }
}

#[cfg(feature = "http-client")]
impl From<SetupError> for Error {
    fn from(error: SetupError) -> Self {
        Self::Config(error.to_string())
    }
}
