//! What went wrong: one clear paragraph and an exit code.

use std::process::ExitCode;

use tassel_core::Error;
use tassel_core::error::Outcome;
use tassel_core::values::Secret;

use crate::output::tell;
use crate::vendors::Reach;

/// How a command ended that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// All of it is done.
    Whole,
    /// The vendor refused what was to be done, and the reply says what.
    Refused,
    /// Part of it is done; what is missing was said on standard error.
    InPart,
    /// A vendor could not be read; which one was said on standard error.
    Without,
}

impl From<Done> for ExitCode {
    fn from(done: Done) -> Self {
        match done {
            Done::Whole => Self::SUCCESS,
            Done::Refused => Self::from(6),
            Done::InPart => Self::from(10),
            Done::Without => Self::from(11),
        }
    }
}

/// Why a command failed.
#[derive(Debug)]
pub(crate) struct Failure {
    code: u8,
    text: String,
}

impl Failure {
    /// A fault of ours.
    pub(crate) fn ours(text: impl Into<String>) -> Self {
        Self { code: 1, text: text.into() }
    }

    /// The command line does not make sense.
    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self { code: 2, text: text.into() }
    }

    /// The configuration does not.
    pub(crate) fn config(text: impl Into<String>) -> Self {
        Self { code: 3, text: text.into() }
    }

    /// The input was refused before it was sent.
    pub(crate) fn input(text: impl Into<String>) -> Self {
        Self { code: 6, text: text.into() }
    }

    /// What was sent was answered with no success.
    pub(crate) fn answered(status: u16, text: impl Into<String>) -> Self {
        let code = match status {
            401 | 403 => 4,
            404 => 5,
            400 | 422 => 6,
            429 => 7,
            _ => 9,
        };
        Self { code, text: text.into() }
    }

    /// What was sent was not answered.
    pub(crate) fn unanswered(text: impl Into<String>) -> Self {
        Self { code: 8, text: text.into() }
    }

    /// A call failed.
    pub(crate) fn call(error: &Error, reach: &Reach) -> Self {
        let code = match error {
            Error::Config(_) => 3,
            Error::InvalidInput { .. } | Error::Invalid(_) => 6,
            Error::Denied(_) => 4,
            Error::NotFound(_) => 5,
            Error::Throttled(_) | Error::Deadline { .. } => 7,
            Error::Transport { .. } => 8,
            Error::Rejected(_) | Error::Decode { .. } | Error::BodyTooLarge { .. } => 9,
            Error::Incomplete(_) => 10,
            _ => 1,
        };
        // A setting of one character or two would be found in any word.
        let secrets = reach.secrets.iter().map(Secret::expose).filter(|secret| secret.len() > 2);
        let said = secrets.fold(error.to_string(), |said, secret| said.replace(secret, "***"));
        Self { code, text: format!("{}. {}", sentence(&said), advice(error, reach)) }
    }

    /// Says it on standard error.
    pub(crate) fn report(self) -> ExitCode {
        tell(&self.text);
        ExitCode::from(self.code)
    }

    /// What went wrong.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

/// A line without its full stop.
fn sentence(line: &str) -> &str {
    line.trim_end_matches('.')
}

/// What to do about it.
fn advice(error: &Error, Reach { variables: key, host, .. }: &Reach) -> String {
    let what = match error {
        Error::Config(_) => "Correct the configuration and try again.".to_owned(),
        Error::InvalidInput { .. } | Error::Invalid(_) => "Correct the input and try again.".to_owned(),
        Error::Denied(_) => format!("Check {key} and what that key may do."),
        Error::NotFound(_) => format!("Check the id, and that {key} belongs to the account it is in."),
        Error::Throttled(_) => "Try again later.".to_owned(),
        Error::Transport { .. } => format!("The host is {host}. Check the network and the URL."),
        Error::Decode { .. } => "`tassel api` with --raw shows the answer as it came.".to_owned(),
        Error::Incomplete(_) => "What came is shown; what is missing is not known.".to_owned(),
        _ => "If it goes on, ask the vendor.".to_owned(),
    };
    match error.outcome() {
        Outcome::Unknown => format!("The vendor may have acted on it: look before sending it again. {what}"),
        Outcome::Applied => format!("The vendor acted on it: do not send it again. {what}"),
        Outcome::NotApplied => what,
    }
}
