//! The cells of a row.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The cells of a row, as text. One text and the end of each cell in it: a sheet has many small cells.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Cells {
    text: Box<str>,
    /// A row has far less than 4 GiB.
    ends: Box<[u32]>,
}

impl Cells {
    /// How many cells there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no cell.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell, by the position of its column. A cell past the end is empty.
    #[must_use]
    pub fn get(&self, position: usize) -> &str {
        let Some(&end) = self.ends.get(position) else { return "" };
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The cells, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &str> {
        (0..self.len()).map(|position| self.get(position))
    }

    /// The same cells, with empty ones at the end until there are `len`.
    pub(super) fn padded(self, len: usize) -> Self {
        if self.len() >= len {
            return self;
        }
        let mut ends = Vec::with_capacity(len);
        ends.extend_from_slice(&self.ends);
        ends.resize(len, end(&self.text));
        Self { text: self.text, ends: ends.into() }
    }
}

impl fmt::Debug for Cells {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl<S: AsRef<str>> FromIterator<S> for Cells {
    fn from_iter<I: IntoIterator<Item = S>>(cells: I) -> Self {
        let (mut text, mut ends) = (String::new(), Vec::new());
        for cell in cells {
            text.push_str(cell.as_ref());
            ends.push(end(&text));
        }
        Self { text: text.into(), ends: ends.into() }
    }
}

/// The end of a text.
fn end(text: &str) -> u32 {
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

impl From<Vec<String>> for Cells {
    fn from(cells: Vec<String>) -> Self {
        cells.into_iter().collect()
    }
}

impl From<Cells> for Vec<String> {
    fn from(cells: Cells) -> Self {
        cells.iter().map(str::to_owned).collect()
    }
}
