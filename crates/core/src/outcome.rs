//! Whether the vendor acted on a call.

use std::fmt;

use http::StatusCode;

/// Whether the vendor acted on a call that failed. Ordered from the least done to the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Outcome {
    /// The vendor did not act; the call may be sent again. Always so for an operation that only reads.
    #[default]
    NotApplied,
    /// The vendor may have acted, or may still act. Check before you send the call again.
    Unknown,
    /// The vendor acted; the call must not be sent again.
    Applied,
}

impl Outcome {
    /// The outcome by status alone. A 207 was applied in part, and only its body says which part. A redirect may follow
    /// a write that was applied (303), and a status outside of HTTP's ranges says nothing.
    pub(crate) fn of_status(status: StatusCode) -> Self {
        match status.as_u16() {
            207 => Self::Unknown,
            200..=299 => Self::Applied,
            400..=499 => Self::NotApplied,
            _ => Self::Unknown,
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
