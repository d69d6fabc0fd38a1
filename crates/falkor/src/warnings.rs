//! Whether a success has warnings.

use crate::Lenient;
use crate::model::{ChangeCount, GroupInsert, InsertRowsResult, RemoveRowsResult};

macro_rules! is_complete {
    ($($name:ident),+) => {$(
        impl $name {
            /// Whether all of the request was carried out: there is no warning.
            #[must_use]
            pub fn is_complete(&self) -> bool {
                is_zero(self.warnings.as_ref()) && self.messages.as_ref().is_none_or(|messages| messages.is_empty())
            }
        }
    )+};
}
is_complete!(ChangeCount, InsertRowsResult, RemoveRowsResult);

impl GroupInsert {
    /// Whether the user is in the group: the status is success, and there is no warning.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.status.as_deref().is_some_and(|status| status.eq_ignore_ascii_case("success"))
            && is_zero(self.warnings.as_ref())
    }
}

/// Whether a count is zero or missing. A count that cannot be read is not zero.
fn is_zero(count: Option<&Lenient<i64>>) -> bool {
    count.is_none_or(|count| count.get() == Some(0))
}
