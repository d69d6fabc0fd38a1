//! The report.

use std::fmt;

use super::Plan;

/// What a vendor answered to a plan. It shows names of fields and headers, and no values of theirs.
#[derive(Debug)]
pub struct Report {
    /// The vendor.
    pub vendor: &'static str,
    /// The base URL.
    pub url: String,
    /// One entry for each step, in order.
    pub entries: Vec<Entry>,
    pub(super) plan: &'static Plan,
}

/// What came of one operation.
#[derive(Debug)]
pub struct Entry {
    /// The operation.
    pub operation: &'static str,
    /// The status of the answer, if one arrived.
    pub status: Option<u16>,
    /// Why it was not called, if it was not.
    pub skipped: Option<String>,
    /// Why no reply could be read, if one could not and the contract does not allow that.
    pub failure: Option<String>,
    /// The status, the headers and the fields that the contract does not name.
    pub unknown: Vec<String>,
    /// The vendor's words where it refused the request, as the contract allows.
    pub refused: Option<String>,
}

impl Entry {
    pub(super) fn new(operation: &'static str) -> Self {
        Self { operation, status: None, skipped: None, failure: None, unknown: Vec::new(), refused: None }
    }
}

impl Report {
    /// The operations that failed.
    #[must_use]
    pub fn failures(&self) -> usize {
        self.entries.iter().filter(|entry| entry.failure.is_some()).count()
    }
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status.map_or("-".to_owned(), |status| status.to_string());
        let skipped = self.skipped.iter().map(|missing| format!("not called: {missing}"));
        let failure = self.failure.iter().map(|failure| format!("FAILED: {failure}"));
        let refused = self.refused.iter().map(|words| format!("refused: {words}"));
        let said: Vec<_> =
            skipped.chain(failure).chain(refused).chain(self.unknown.iter().cloned()).collect();
        let said = if said.is_empty() { "as in the contract".to_owned() } else { said.join("; ") };
        write!(f, "{:<36} {status:<3}  {said}", self.operation)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} at {}", self.vendor, self.url)?;
        for entry in &self.entries {
            writeln!(f, "  {entry}")?;
        }
        for (operation, reason) in self.plan.left_out {
            writeln!(f, "  {operation:<36} -    left out: {reason}")?;
        }
        let called = self.entries.iter().filter(|entry| entry.skipped.is_none()).count();
        let unknown: usize = self.entries.iter().map(|entry| entry.unknown.len()).sum();
        write!(f, "  {called} operations called, {} failed, {unknown} things unknown", self.failures())
    }
}
