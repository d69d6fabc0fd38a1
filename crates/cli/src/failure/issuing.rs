//! Failures of `tassel issue`.

use tassel_core::Error;
use tassel_issuing::journal::JournalError;
use tassel_issuing::plan::PlanError;
use tassel_issuing::sheet::SheetError;
use tassel_issuing::{ApplyError, UndoError};

use super::{Failure, remedy, without_full_stop};
use crate::vendors::FailureContext;

impl Failure {
    /// A sheet cannot be read.
    pub(crate) fn sheet(file: &str, error: &SheetError) -> Self {
        let text = format!("{file}: {}.", without_full_stop(&error.to_string()));
        match error {
            SheetError::NoSuchColumn { .. } | SheetError::MappedTwice { .. } => Self::usage(text),
            _ => Self::input(text),
        }
    }

    /// A plan cannot be read.
    pub(crate) fn plan(file: &str, error: &PlanError) -> Self {
        Self::input(format!("{file}: {}.", without_full_stop(&error.to_string())))
    }

    /// A plan cannot be made.
    pub(crate) fn planning(error: &Error, context: &FailureContext) -> Self {
        match error {
            // The group is the only thing that the command line names.
            Error::Config(problem) => Self::usage(format!("--group: {}.", without_full_stop(problem))),
            _ => {
                Self::with_advice(error, context, &format!("{} No plan was written.", remedy(error, context)))
            }
        }
    }

    /// A journal cannot be used.
    pub(crate) fn journal(error: &JournalError) -> Self {
        let text = format!("{}.", without_full_stop(&error.to_string()));
        match error {
            JournalError::InUse { .. } | JournalError::OtherPlan { .. } | JournalError::Version { .. } => {
                Self::usage(text)
            }
            _ => Self::internal(text),
        }
    }

    /// An apply ended before its end. `signal` is the code of the signal that stopped it.
    pub(crate) fn apply(error: &ApplyError, context: &FailureContext, signal: u8) -> Self {
        let text = format!("{}.", without_full_stop(&error.to_string()));
        match error {
            ApplyError::OtherAccount { .. } => Self::config(text),
            ApplyError::NotStaged { .. } => Self { code: 9, text },
            ApplyError::NotPublished { .. } | ApplyError::Unproved { .. } => Self { code: 10, text },
            ApplyError::Journal(error) => Self {
                text: format!(
                    "{} The run has ended; apply the plan again to continue.",
                    Self::journal(error).text
                ),
                ..Self::journal(error)
            },
            ApplyError::Call(error) => Self::run(error, context, "apply the plan again to continue"),
            ApplyError::Stopped => Self::signal(signal, text),
            _ => Self::input(text),
        }
    }

    /// An undo ended before its end.
    pub(crate) fn undo(error: &UndoError, context: &FailureContext) -> Self {
        match error {
            UndoError::OtherAccount { .. } => {
                Self::config(format!("{}.", without_full_stop(&error.to_string())))
            }
            UndoError::Journal(error) => Self::journal(error),
            UndoError::Call(error) => Self::run(error, context, "undo again to continue"),
            _ => Self::internal(error.to_string()),
        }
    }

    /// A call failed in a run that can be continued. The next run looks itself for what the vendor did.
    fn run(error: &Error, context: &FailureContext, then: &str) -> Self {
        let advice = format!("{} The run has ended; {then}.", remedy(error, context));
        Self::with_advice(error, context, &advice)
    }
}
