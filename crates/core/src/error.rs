//! What can go wrong: one flat enum for all vendors, named for what the caller does next.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, StatusCode};

use crate::context::Context;
use crate::decode::DecodeError;
use crate::mask::mask;
use crate::paging::Incomplete;
use crate::transport::{BodyFault, TransportError};

/// Why a call failed, named for what the caller does next.
///
/// `Display` is one line with the operation's name, the status and the vendor's own words, mail addresses in them
/// masked. `Debug` shows no body. What matters after a failed write is [`Error::outcome`].
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The client cannot be built or used as it is configured. Mend the configuration.
    #[error("configuration: {0}")]
    Config(String),
    /// The input was refused before anything was sent. Mend the input.
    #[error("{operation} was not sent: {problem}")]
    InvalidInput {
        /// The operation.
        operation: &'static str,
        /// What was wrong, where, and what to do.
        problem: String,
    },
    /// The vendor does not allow it (401, 403). Check the key and its permissions.
    #[error("{0}")]
    Denied(Rejection),
    /// The vendor has no such record (404), or this key may not see it.
    #[error("{0}")]
    NotFound(Rejection),
    /// The vendor found the input invalid (400, 422). [`Rejection::fields`] says which fields.
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
        /// What happened.
        source: TransportError,
        /// Whether the vendor acted.
        outcome: Outcome,
    },
    /// The call's deadline passed.
    #[error("{operation} was given up at its deadline, after {} s", .after.as_secs_f64())]
    Deadline {
        /// The operation.
        operation: &'static str,
        /// How long the call had.
        after: Duration,
        /// Whether the vendor acted.
        outcome: Outcome,
    },
    /// The answer could not be read. The vendor acted; read the record back rather than send again.
    #[error("{operation} answered {}, but its body cannot be read: {source}", .answer.status.as_u16())]
    Decode {
        /// The operation.
        operation: &'static str,
        /// Where and why reading failed.
        source: DecodeError,
        /// The answer as it came.
        answer: Box<Unread>,
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
    /// The listing ended, and not every signal the vendor gives agrees that this was all of it.
    #[error("{0}")]
    Incomplete(Incomplete),
}

/// What became of a call that failed, from the least done to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Outcome {
    /// The vendor did not act on it; it may be sent again. Always so for an operation that only reads.
    #[default]
    NotApplied,
    /// The vendor may have acted on it; look before sending it again.
    Unknown,
    /// The vendor acted on it; it must not be sent again.
    Applied,
}

impl Outcome {
    /// What the status of an answer says, when no more than that is known.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            // Of 207 some was done, and only the body says what.
            207 | 500..=599 => Self::Unknown,
            200..=299 => Self::Applied,
            _ => Self::NotApplied,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotApplied => "not applied",
            Self::Applied => "applied",
            Self::Unknown => "unknown",
        })
    }
}

impl Error {
    /// Whether the vendor acted on the call: the question that matters after a failed write.
    ///
    /// It speaks of all attempts together: when an earlier one may have been acted on, a later refusal does not make
    /// it [`Outcome::NotApplied`].
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

    /// The kind of error in one word, as spans name it.
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

    /// The answer the vendor rejected the call with, if it did.
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

    pub(crate) fn from_transport(source: TransportError, context: &Context) -> Self {
        let operation = context.operation.id;
        match source {
            TransportError::HeldBack { wait } => Self::Throttled(Throttled {
                operation,
                retry_after: Some(wait),
                rejection: None,
                outcome: context.outcome(Outcome::NotApplied),
            }),
            TransportError::Body { status, fault: BodyFault::TooLarge { limit }, .. } => Self::BodyTooLarge {
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
                outcome: rejection.outcome(),
                rejection: Some(rejection),
            }),
            Some(ProblemKind::Failed) | None => Self::Rejected(rejection),
        }
    }
}

impl TransportError {
    /// What is known of the attempt that ended so.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::NotSent(_) | Self::HeldBack { .. } => Outcome::NotApplied,
            Self::Lost(_) => Outcome::Unknown,
            Self::Body { status, .. } => Outcome::of_status(*status),
        }
    }
}

/// An answer that says no, as the vendor gave it.
pub struct Rejection(Box<Refused>);

struct Refused {
    operation: &'static str,
    problem: Problem,
    answer: Unread,
    outcome: Outcome,
}

impl Rejection {
    pub(crate) fn new(context: &Context, mut problem: Problem, answer: Unread) -> Self {
        let Problem { message, code, fields, .. } = &mut problem;
        let words = fields.iter_mut().flat_map(|error| [&mut error.field, &mut error.message]);
        words.chain(code).chain([message]).for_each(|words| context.redact(words));
        let outcome = match answer.status.as_u16() {
            // A success that carries an error contradicts itself.
            200..=299 => context.outcome(Outcome::Unknown),
            _ => context.outcome(Outcome::of_status(answer.status)),
        };
        Self(Box::new(Refused { operation: context.operation.id, problem, answer, outcome }))
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

    /// The vendor's own words, on one line, mail addresses masked; empty if it gave none.
    #[must_use]
    pub fn message(&self) -> String {
        mask(&self.0.problem.message)
    }

    /// The vendor's own code for what went wrong, where it has one.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.problem.code.as_deref()
    }

    /// What the vendor says of single fields, as it came: the texts may hold addresses.
    #[must_use]
    pub fn fields(&self) -> &[FieldError] {
        &self.0.problem.fields
    }

    /// The vendor's name for this request, if the answer carries one (`x-request-id`).
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.headers().get("x-request-id").and_then(|value| value.to_str().ok())
    }

    /// The headers of the answer.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.answer.headers
    }

    /// The body of the answer as it came: it may hold names and addresses.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.answer.body
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

/// What a vendor's error body says, read by the vendor crate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// The vendor's words; empty if it gave none.
    pub message: String,
    /// The vendor's own code, where it has one.
    pub code: Option<String>,
    /// What it says of single fields.
    pub fields: Vec<FieldError>,
    /// What the vendor's own code says of it, where that is to be believed before the status.
    pub kind: Option<ProblemKind>,
}

/// What a vendor's own code says of a problem, whatever the status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProblemKind {
    /// It is not allowed: [`Error::Denied`].
    Denied,
    /// There is no such record: [`Error::NotFound`].
    NotFound,
    /// The input is invalid: [`Error::Invalid`].
    Invalid,
    /// The vendor failed: [`Error::Rejected`].
    Failed,
}

/// What a vendor says of one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// The field's name, as the vendor spells it here.
    pub field: String,
    /// What is wrong with it.
    pub message: String,
}

/// The quota is used up: the vendor said so, or our own count of it, before the vendor had to.
#[derive(Debug)]
#[non_exhaustive]
pub struct Throttled {
    /// The operation.
    pub operation: &'static str,
    /// How long to wait before it is worth trying again, if that is known.
    pub retry_after: Option<Duration>,
    /// The vendor's answer, if it was the vendor that refused.
    pub rejection: Option<Rejection>,
    /// Whether the vendor acted on the call.
    pub outcome: Outcome,
}

impl fmt::Display for Throttled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.rejection {
            Some(rejection) => write!(f, "{rejection}")?,
            None => write!(f, "{} was held back: its quota is used up", self.operation)?,
        }
        match self.retry_after {
            Some(wait) => write!(f, " (try again in {} s)", wait.as_secs_f64().ceil()),
            None => Ok(()),
        }
    }
}

/// An answer whose body was not, or could not be, read into a model.
#[non_exhaustive]
pub struct Unread {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body: it may hold names and addresses.
    pub body: Bytes,
}

impl Unread {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Bytes) -> Self {
        Self { status, headers, body }
    }

    /// The `Content-Type` without its parameters, where it is one.
    pub(crate) fn media_type(&self) -> &str {
        let is_name =
            |name: &str| name.bytes().all(|byte| byte.is_ascii_lowercase() || b"-.+".contains(&byte));
        let is_type = |value: &&str| {
            value.len() < 80 && value.split_once('/').is_some_and(|(of, kind)| is_name(of) && is_name(kind))
        };
        let value = self.headers.get(http::header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
        let value = value.and_then(|value| value.split(';').next()).map(str::trim);
        value.filter(is_type).unwrap_or("a body of no known type")
    }

    fn is_json(&self) -> bool {
        matches!(self.body.iter().find(|byte| !byte.is_ascii_whitespace()), Some(b'{' | b'[' | b'"'))
    }
}

impl fmt::Debug for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unread")
            .field("status", &self.status.as_u16())
            .field("bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}
