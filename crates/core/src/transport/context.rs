//! The state of a call in flight.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{Extensions, HeaderValue, StatusCode};
use tokio::time::Instant;

use crate::operation::{DOWNLOAD, Operation, Safety};
use crate::outcome::Outcome;
use crate::values::Secret;

/// The call of a request. It is in the request's extensions.
#[derive(Debug)]
pub struct CallContext {
    operation: &'static Operation,
    safety: Safety,
    pub(crate) limits: Limits,
    begun: Instant,
    progress: Mutex<Progress>,
    /// The header that authenticates the attempt.
    credential: Mutex<Option<HeaderValue>>,
    /// The values of secret parameters.
    secrets: Vec<Secret>,
}

/// The limits of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) deadline: Instant,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_body: usize,
    pub(crate) retry: bool,
    /// Whether the body of a success is a stream.
    pub(crate) stream: bool,
}

/// A shorter text is not a secret, and may be part of any word.
const SHORTEST_SECRET: usize = 8;

#[derive(Debug, Clone, Copy, Default)]
struct Progress {
    attempts: u32,
    phase: Phase,
    /// The outcome of the attempts before this one.
    earlier: Outcome,
}

#[derive(Debug, Clone, Copy, Default)]
enum Phase {
    #[default]
    Waiting,
    Sent(Instant),
    Answered(StatusCode),
}

impl CallContext {
    pub(crate) fn new(
        operation: &'static Operation,
        safety: Safety,
        limits: Limits,
        secrets: Vec<Secret>,
    ) -> Arc<Self> {
        Arc::new(Self {
            operation,
            safety,
            limits,
            begun: Instant::now(),
            progress: Mutex::default(),
            credential: Mutex::default(),
            secrets,
        })
    }

    /// The context of a request that core made.
    #[must_use]
    pub fn of(extensions: &Extensions) -> Option<&Arc<Self>> {
        extensions.get()
    }

    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Whether the call may be repeated.
    #[must_use]
    pub fn safety(&self) -> Safety {
        self.safety
    }

    /// Whether it downloads a file, possibly from another host than the vendor's.
    pub(crate) fn is_download(&self) -> bool {
        std::ptr::eq(self.operation, &raw const DOWNLOAD)
    }

    pub(crate) fn begun(&self) -> Instant {
        self.begun
    }

    /// The number of attempts so far, including the current one.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.progress().attempts
    }

    /// Begins an attempt. It waits for its quota and its credentials.
    pub(crate) fn begin(&self) {
        let mut progress = self.progress();
        progress.attempts += 1;
        progress.phase = Phase::Waiting;
    }

    /// Marks the request as handed to the transport.
    pub(crate) fn send(&self, credential: Option<&HeaderValue>) {
        *self.credential.lock().unwrap_or_else(PoisonError::into_inner) = credential.cloned();
        self.progress().phase = Phase::Sent(Instant::now());
    }

    /// When the current attempt was handed to the transport. `None` before that and after its answer.
    pub(crate) fn sent_at(&self) -> Option<Instant> {
        match self.progress().phase {
            Phase::Sent(at) => Some(at),
            Phase::Waiting | Phase::Answered(_) => None,
        }
    }

    /// Marks the head of an answer as received.
    pub(crate) fn answer(&self, status: StatusCode) {
        self.progress().phase = Phase::Answered(status);
    }

    /// Ends an attempt that another one follows.
    pub(crate) fn repeat(&self, outcome: Outcome) {
        let mut progress = self.progress();
        progress.earlier = progress.earlier.max(outcome);
        progress.phase = Phase::Waiting;
    }

    /// Whether the vendor may have acted on an earlier attempt.
    pub(crate) fn in_doubt(&self) -> bool {
        self.progress().earlier != Outcome::NotApplied
    }

    /// The outcome of the whole call, if its last attempt has the outcome `last`.
    pub(crate) fn outcome(&self, last: Outcome) -> Outcome {
        if self.safety == Safety::ReadOnly { Outcome::NotApplied } else { self.progress().earlier.max(last) }
    }

    /// The outcome of the whole call, if its last attempt was answered with this status.
    pub(crate) fn outcome_of(&self, status: StatusCode) -> Outcome {
        self.outcome(Outcome::of_status(status))
    }

    /// The outcome of the whole call, if it is cancelled now.
    pub(crate) fn outcome_if_cancelled(&self) -> Outcome {
        let phase = self.progress().phase;
        self.outcome(match phase {
            Phase::Waiting => Outcome::NotApplied,
            Phase::Sent(_) => Outcome::Unknown,
            Phase::Answered(status) => Outcome::of_status(status),
        })
    }

    /// Masks the key or token, and the values of secret parameters, in a vendor's text.
    pub(crate) fn redact(&self, text: &mut String) {
        let mut mask = |secret: &str| {
            if secret.len() >= SHORTEST_SECRET && text.contains(secret) {
                *text = text.replace(secret, "***");
            }
        };
        self.secrets.iter().for_each(|secret| mask(secret.expose()));
        let credential = self.credential.lock().unwrap_or_else(PoisonError::into_inner);
        // The secret follows a word that names its kind.
        let secret = credential
            .as_ref()
            .and_then(|header| header.to_str().ok()?.rsplit([' ', '=', '"']).find(|part| !part.is_empty()));
        secret.into_iter().for_each(mask);
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        // Nothing panics while the lock is held, and the content is valid at every step.
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
