//! Waits for jobs that a vendor runs.

use std::fmt;
use std::time::Duration;

use tokio::time::{Instant, sleep_until, timeout_at};

use crate::call::Call;
use crate::error::Error;
use crate::options::CallOptions;
use crate::outcome::Outcome;

/// A wait for a job that is ready to be sent. It polls the job until it has ended as a `T`.
///
/// Each poll is a call and counts towards the quota.
#[must_use = "a wait does nothing until it is sent"]
pub struct Wait<T> {
    poll: Call<Option<T>>,
    first: Duration,
    longest: Duration,
    deadline: Duration,
}

impl<T> Wait<T> {
    /// A wait by a call that reads the end of the job, or `None` while the job runs. The other arguments are the default
    /// intervals and the default deadline.
    pub fn new(poll: Call<Option<T>>, [first, longest]: [Duration; 2], deadline: Duration) -> Self {
        Self { poll, first, longest, deadline }
    }

    /// Sets the first and the longest interval between polls. Each interval is 1.5 times the previous one.
    pub fn every(mut self, first: Duration, longest: Duration) -> Self {
        // An interval of zero would poll as often as the quota allows.
        self.first = first.max(Duration::from_millis(1));
        self.longest = longest.max(self.first);
        self
    }

    /// Sets the deadline of the whole wait. An interval that would exceed it is not begun.
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Sets the options of each call.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.poll = self.poll.with(options);
        self
    }
}

impl<T: Send + 'static> Wait<T> {
    /// Waits until the job has ended.
    ///
    /// # Errors
    ///
    /// * [`Error::Deadline`]: the job has not ended yet; wait again.
    /// * Any other error of a poll ends the wait.
    pub async fn send(self) -> Result<T, Error> {
        let Self { poll, first, longest, deadline: after } = self;
        // A deadline too far for `Instant` is clamped to 30 years.
        let deadline = Instant::now()
            .checked_add(after)
            .unwrap_or_else(|| Instant::now() + Duration::from_secs(1_000_000_000));
        let deadline_passed =
            Error::Deadline { operation: poll.operation().id, after, outcome: Outcome::NotApplied };
        let mut wait = first;
        loop {
            let Ok(end) = timeout_at(deadline, poll.clone().send()).await else {
                return Err(deadline_passed);
            };
            if let Some(end) = end? {
                return Ok(end);
            }
            let again = Instant::now() + wait;
            if again >= deadline {
                return Err(deadline_passed);
            }
            sleep_until(again).await;
            wait = wait.mul_f64(1.5).min(longest);
        }
    }
}

impl<T> Clone for Wait<T> {
    fn clone(&self) -> Self {
        Self { poll: self.poll.clone(), ..*self }
    }
}

impl<T> fmt::Debug for Wait<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Wait")
            .field("poll", &self.poll)
            .field("deadline", &self.deadline)
            .finish_non_exhaustive()
    }
}
