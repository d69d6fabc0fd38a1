//! What the layers know about a call.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use http::{Extensions, HeaderMap, HeaderValue, StatusCode};
use tokio::time::Instant;

use crate::error::Outcome;
use crate::operation::{Operation, Safety};

/// What the layers know about a call. It rides in the extensions of the call's request, set once by core.
#[derive(Debug)]
pub struct Context {
    pub(crate) operation: &'static Operation,
    pub(crate) safety: Safety,
    pub(crate) deadline: Instant,
    pub(crate) attempt_timeout: Duration,
    pub(crate) max_body: usize,
    pub(crate) retry: bool,
    progress: Mutex<Progress>,
    /// The headers of the answer to the attempt under way, where it is a refusal whose body has not come yet.
    refusal: Mutex<HeaderMap>,
    /// The header that proves who is asking.
    proof: Mutex<Option<HeaderValue>>,
}

/// A shorter one is no secret, and may be part of any word.
const SHORTEST_SECRET: usize = 8;

/// How far a call has come.
#[derive(Debug, Clone, Copy, Default)]
struct Progress {
    attempts: u32,
    phase: Phase,
    /// What became of the attempts before this one.
    earlier: Outcome,
}

#[derive(Debug, Clone, Copy, Default)]
enum Phase {
    #[default]
    Waiting,
    Sent,
    Answered(StatusCode),
}

impl Context {
    pub(crate) fn new(
        operation: &'static Operation,
        safety: Safety,
        deadline: Instant,
        attempt_timeout: Duration,
        max_body: usize,
        retry: bool,
    ) -> Arc<Self> {
        Arc::new(Self {
            operation,
            safety,
            deadline,
            attempt_timeout,
            max_body,
            retry,
            progress: Mutex::default(),
            refusal: Mutex::default(),
            proof: Mutex::default(),
        })
    }

    /// The context of a request, if core made it.
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

    /// The largest body that is read, in bytes.
    #[must_use]
    pub fn max_body(&self) -> usize {
        self.max_body
    }

    /// How often the call has been sent, the attempt under way included.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.progress().attempts
    }

    /// Says that the vendor has begun to answer. A transport that reads a body in parts says so when it has the
    /// status and the headers, so that a body which never ends does not hide what they told.
    pub fn answered(&self, status: StatusCode, headers: &HeaderMap) {
        self.progress().phase = Phase::Answered(status);
        if status.as_u16() >= 400 {
            *self.refusal.lock().unwrap_or_else(PoisonError::into_inner) = headers.clone();
        }
    }

    /// Says that an attempt begins: its quota and its credentials come first.
    pub(crate) fn begin(&self) {
        let mut progress = self.progress();
        progress.attempts += 1;
        progress.phase = Phase::Waiting;
    }

    /// Says which header proves who is asking.
    pub(crate) fn proven_by(&self, header: Option<&HeaderValue>) {
        *self.proof.lock().unwrap_or_else(PoisonError::into_inner) = header.cloned();
    }

    /// Takes the key or the token out of a vendor's words, should it repeat them.
    pub(crate) fn redact(&self, words: &mut String) {
        let proof = self.proof.lock().unwrap_or_else(PoisonError::into_inner);
        // It stands behind a word that names its kind.
        let secret = proof
            .as_ref()
            .and_then(|header| header.to_str().ok()?.rsplit([' ', '=', '"']).find(|it| !it.is_empty()));
        if let Some(secret) = secret.filter(|it| it.len() >= SHORTEST_SECRET && words.contains(it)) {
            *words = words.replace(secret, "***");
        }
    }

    /// Says that the request is now handed to the network.
    pub(crate) fn sent(&self) {
        self.progress().phase = Phase::Sent;
    }

    /// The status of the answer to the attempt under way, if it has come, and the headers of a refusal.
    pub(crate) fn head(&self) -> Option<(StatusCode, HeaderMap)> {
        match self.progress().phase {
            Phase::Answered(status) if status.as_u16() >= 400 => {
                Some((status, self.refusal.lock().unwrap_or_else(PoisonError::into_inner).clone()))
            }
            Phase::Answered(status) => Some((status, HeaderMap::new())),
            Phase::Waiting | Phase::Sent => None,
        }
    }

    /// Remembers how an attempt that is followed by another one ended.
    pub(crate) fn note(&self, outcome: Outcome) {
        let mut progress = self.progress();
        progress.earlier = progress.earlier.max(outcome);
        progress.phase = Phase::Waiting;
    }

    /// Whether an earlier attempt may have been acted on.
    pub(crate) fn in_doubt(&self) -> bool {
        self.progress().earlier != Outcome::NotApplied
    }

    /// What is known of the whole call when its last attempt ended in `last`.
    pub(crate) fn outcome(&self, last: Outcome) -> Outcome {
        if self.safety == Safety::ReadOnly { Outcome::NotApplied } else { self.progress().earlier.max(last) }
    }

    /// What is known of the whole call when it is given up now, in the middle of whatever it does.
    pub(crate) fn outcome_if_given_up(&self) -> Outcome {
        let phase = self.progress().phase;
        self.outcome(match phase {
            Phase::Waiting => Outcome::NotApplied,
            Phase::Sent => Outcome::Unknown,
            Phase::Answered(status) => Outcome::of_status(status),
        })
    }

    fn progress(&self) -> MutexGuard<'_, Progress> {
        // Nothing panics while it is held, and its content is valid at every step.
        self.progress.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
