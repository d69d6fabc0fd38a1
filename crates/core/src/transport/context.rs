//! What is known of a call while it is under way.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{Extensions, HeaderValue, StatusCode};
use tokio::time::Instant;

use crate::operation::{Operation, Safety};
use crate::outcome::Outcome;

/// The call that a request belongs to. It rides in the request's extensions.
#[derive(Debug)]
pub struct CallContext {
    operation: &'static Operation,
    safety: Safety,
    pub(crate) limits: Limits,
    begun: Instant,
    progress: Mutex<Progress>,
    /// The header that authenticates the attempt.
    credential: Mutex<Option<HeaderValue>>,
}

/// The limits of a call.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) deadline: Instant,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_body: usize,
    pub(crate) retry: bool,
    /// Whether the body of a success is handed on as a stream.
    pub(crate) stream: bool,
}

/// A shorter text is no secret, and may be part of any word.
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
    pub(crate) fn new(operation: &'static Operation, safety: Safety, limits: Limits) -> Arc<Self> {
        Arc::new(Self {
            operation,
            safety,
            limits,
            begun: Instant::now(),
            progress: Mutex::default(),
            credential: Mutex::default(),
        })
    }

    /// The context of a request that core made.
    #[must_use]
    pub fn of(extensions: &Extensions) -> Option<&Arc<Self>> {
        extensions.get()
    }

    /// The operation being called.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    /// Whether the call may be repeated.
    #[must_use]
    pub fn safety(&self) -> Safety {
        self.safety
    }

    pub(crate) fn begun(&self) -> Instant {
        self.begun
    }

    /// The number of attempts so far, the one under way included.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.progress().attempts
    }

    /// An attempt begins: it waits for its quota and its credentials.
    pub(crate) fn begin(&self) {
        let mut progress = self.progress();
        progress.attempts += 1;
        progress.phase = Phase::Waiting;
    }

    /// The request is handed to the transport, with these headers.
    pub(crate) fn send(&self, credential: Option<&HeaderValue>) {
        *self.credential.lock().unwrap_or_else(PoisonError::into_inner) = credential.cloned();
        self.progress().phase = Phase::Sent(Instant::now());
    }

    /// When the attempt under way was handed to the transport; `None` before that and after its answer.
    pub(crate) fn sent_at(&self) -> Option<Instant> {
        match self.progress().phase {
            Phase::Sent(at) => Some(at),
            Phase::Waiting | Phase::Answered(_) => None,
        }
    }

    /// The head of an answer is there.
    pub(crate) fn answer(&self, status: StatusCode) {
        self.progress().phase = Phase::Answered(status);
    }

    /// An attempt ended, and another one follows.
    pub(crate) fn repeat(&self, outcome: Outcome) {
        let mut progress = self.progress();
        progress.earlier = progress.earlier.max(outcome);
        progress.phase = Phase::Waiting;
    }

    /// Whether an earlier attempt may have been acted on.
    pub(crate) fn in_doubt(&self) -> bool {
        self.progress().earlier != Outcome::NotApplied
    }

    /// The outcome of the whole call when its last attempt ended in `last`.
    pub(crate) fn outcome(&self, last: Outcome) -> Outcome {
        if self.safety == Safety::ReadOnly { Outcome::NotApplied } else { self.progress().earlier.max(last) }
    }

    /// The outcome of the whole call when its last attempt was answered with this status.
    pub(crate) fn outcome_of(&self, status: StatusCode) -> Outcome {
        self.outcome(Outcome::of_status(status))
    }

    /// The outcome of the whole call when it is given up now.
    pub(crate) fn outcome_if_given_up(&self) -> Outcome {
        let phase = self.progress().phase;
        self.outcome(match phase {
            Phase::Waiting => Outcome::NotApplied,
            Phase::Sent(_) => Outcome::Unknown,
            Phase::Answered(status) => Outcome::of_status(status),
        })
    }

    /// Takes the key or the token out of a vendor's text that repeats it.
    pub(crate) fn redact(&self, text: &mut String) {
        let credential = self.credential.lock().unwrap_or_else(PoisonError::into_inner);
        // The secret stands behind a word that names its kind.
        let secret = credential
            .as_ref()
            .and_then(|header| header.to_str().ok()?.rsplit([' ', '=', '"']).find(|part| !part.is_empty()));
        if let Some(secret) = secret.filter(|it| it.len() >= SHORTEST_SECRET && text.contains(it)) {
            *text = text.replace(secret, "***");
        }
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        // Nothing panics while it is held, and its content is valid at every step.
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
