//! Instructor-led sessions.

pub use crate::generated::ilt_sessions::*;
use crate::model::IltAttendeeList;

impl IltAttendeeList {
    /// Whether the list has as many attendees as the vendor's total.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        let total = self.meta.as_ref().and_then(|meta| meta.total_result_count);
        total.is_none_or(|total| total == self.results.len() as u64)
    }
}
