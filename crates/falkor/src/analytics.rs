//! Figures on the use of apps, pathways, streams and stories.

pub use crate::generated::analytics::*;
use crate::model::AnalyticsItemId;

/// A filter takes an item's id or its name as text.
impl From<&AnalyticsItemId> for String {
    fn from(id: &AnalyticsItemId) -> Self {
        id.to_string()
    }
}
