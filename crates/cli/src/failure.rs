//! Failures of the command: one paragraph and an exit code.

mod issuing;

use std::process::ExitCode;

use tassel_core::Error;
use tassel_core::error::Outcome;
use tassel_core::values::Secret;

use crate::output::write_message;
use crate::vendors::FailureContext;

/// The result of a command that did not fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExitStatus {
    /// The command is done, and its output is complete.
    Complete,
    /// The vendor rejected the request, with a reply that carries the results.
    Rejected,
    /// Part of the output is missing, or some results failed.
    Partial,
    /// A vendor could not be read to its end. Standard error names it.
    VendorFailed,
    /// Rows of a sheet cannot be used as they are.
    UnusableRows,
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> Self {
        match status {
            ExitStatus::Complete => Self::SUCCESS,
            ExitStatus::Rejected | ExitStatus::UnusableRows => Self::from(6),
            ExitStatus::Partial => Self::from(10),
            ExitStatus::VendorFailed => Self::from(11),
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
    /// An internal error.
    pub(crate) fn internal(text: impl Into<String>) -> Self {
        Self { code: 1, text: text.into() }
    }

    /// The command line is wrong.
    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self { code: 2, text: text.into() }
    }

    /// The configuration is wrong.
    pub(crate) fn config(text: impl Into<String>) -> Self {
        Self { code: 3, text: text.into() }
    }

    /// The input was refused before it was sent.
    pub(crate) fn input(text: impl Into<String>) -> Self {
        Self { code: 6, text: text.into() }
    }

    /// The answer had an error status.
    pub(crate) fn error_status(status: u16, text: impl Into<String>) -> Self {
        let code = match status {
            401 | 403 => 4,
            404 => 5,
            400 | 422 => 6,
            429 => 7,
            _ => 9,
        };
        Self { code, text: text.into() }
    }

    /// No answer arrived.
    pub(crate) fn no_answer(text: impl Into<String>) -> Self {
        Self { code: 8, text: text.into() }
    }

    /// A signal ended the command.
    pub(crate) fn signal(code: u8, text: impl Into<String>) -> Self {
        Self { code, text: text.into() }
    }

    /// A call failed.
    pub(crate) fn call(error: &Error, context: &FailureContext) -> Self {
        Self::with_advice(error, context, &advice(error, context))
    }

    /// A call failed, and this is what to do.
    fn with_advice(error: &Error, context: &FailureContext, advice: &str) -> Self {
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
        // A secret of one or two characters would match parts of many words.
        let secrets = context.secrets.iter().map(Secret::expose).filter(|secret| secret.len() > 2);
        let message = secrets.fold(error.to_string(), |message, secret| message.replace(secret, "***"));
        Self { code, text: format!("{}. {advice}", without_full_stop(&message)) }
    }

    /// Writes the message to standard error.
    pub(crate) fn report(self) -> ExitCode {
        write_message(&self.text);
        ExitCode::from(self.code)
    }

    /// The message.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }
}

fn without_full_stop(line: &str) -> &str {
    line.trim_end_matches('.')
}

/// What the vendor may have done, and the remedy for an error.
fn advice(error: &Error, context: &FailureContext) -> String {
    let remedy = remedy(error, context);
    match error.outcome() {
        Outcome::Unknown => {
            format!("The vendor may have acted on the request: check before sending it again. {remedy}")
        }
        Outcome::Applied => format!("The vendor acted on the request: do not send it again. {remedy}"),
        Outcome::NotApplied => remedy,
    }
}

/// The remedy for an error.
fn remedy(error: &Error, FailureContext { variables: key, host, .. }: &FailureContext) -> String {
    match error {
        Error::Config(_) => "Correct the configuration and try again.".to_owned(),
        Error::InvalidInput { .. } | Error::Invalid(_) => "Correct the input and try again.".to_owned(),
        Error::Denied(_) => format!("Check {key} and the permissions of the key."),
        Error::NotFound(_) => format!("Check the id, and that {key} belongs to the account it is in."),
        Error::Throttled(_) => "Try again later.".to_owned(),
        Error::Transport { .. } => format!("The host is {host}. Check the network and the URL."),
        Error::Decode { .. } => "`tassel api` with --raw prints the body unchanged.".to_owned(),
        Error::Incomplete(_) => "The output has the records that were read.".to_owned(),
        _ => "If this persists, contact the vendor.".to_owned(),
    }
}
