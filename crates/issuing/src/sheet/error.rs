//! Why a sheet is not read.

use crate::fields::Field;

/// Why a sheet is not read. What is wrong with one row is a [`Problem`](crate::fields::Problem) of that row instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SheetError {
    /// The file is too large.
    #[error("the sheet has more than {limit}; split it into several files")]
    TooLarge {
        /// The limit, with its unit.
        limit: String,
    },
    /// A line is not in the format.
    #[error("line {line}: {message}")]
    Line {
        /// The line of the file, from 1.
        line: u64,
        /// What is wrong, and what to do.
        message: String,
    },
    /// The file is not in the format.
    #[error("the file is not read: {0}")]
    Unreadable(String),
    /// A workbook has no sheet of this name.
    #[error("the workbook has no sheet `{name}`; its sheets are {}", listed(.sheets))]
    NoSheet {
        /// The name.
        name: String,
        /// The sheets that there are.
        sheets: Vec<String>,
    },
    /// There is no row of headings.
    #[error("the sheet is empty; its first row holds the headings, such as name and email")]
    NoHeadings,
    /// There is no row below the headings.
    #[error("the sheet has headings and no rows; write one row for each credential")]
    NoRows,
    /// Two columns have one heading.
    #[error("columns {first} and {second} have the same heading `{heading}`; rename or remove one")]
    SameHeading {
        /// The heading.
        heading: String,
        /// The first of them, counted from 1.
        first: usize,
        /// The second of them.
        second: usize,
    },
    /// Two columns hold one field.
    #[error("columns `{first}` and `{second}` both hold {field}; remove one, or map one: {first}={field}")]
    SameField {
        /// The field.
        field: Field,
        /// The heading of the first column.
        first: String,
        /// The heading of the second column.
        second: String,
    },
    /// A mapping names a column that is not there.
    #[error("the mapping {column}={field} names no column; the columns are {}", listed(.headings))]
    NoSuchColumn {
        /// The column that is named.
        column: String,
        /// The field that it is mapped to.
        field: Field,
        /// The headings that there are.
        headings: Vec<String>,
    },
    /// A column is mapped to two fields.
    #[error("column `{column}` is mapped to {first} and to {second}; map it to one field")]
    MappedTwice {
        /// The heading of the column.
        column: String,
        /// The first field.
        first: Field,
        /// The second field.
        second: Field,
    },
    /// A field that every credential needs has no column.
    #[error(
        "no column holds {field}; name one so, or map one: COLUMN={field}. The columns are {}",
        listed(.headings)
    )]
    NoColumn {
        /// The field.
        field: Field,
        /// The headings that there are.
        headings: Vec<String>,
    },
    /// There is a column for one half of the name alone.
    #[error(
        "column `{column}` holds {field} and no column holds {missing}; add it, or map the column: {column}=name"
    )]
    HalfName {
        /// The heading of the column that is there.
        column: String,
        /// Its field.
        field: Field,
        /// The field without a column.
        missing: Field,
    },
}

/// Names in a sentence.
fn listed(names: &[String]) -> String {
    let names: Vec<_> =
        names.iter().filter(|name| !name.is_empty()).map(|name| format!("`{name}`")).collect();
    names.join(", ")
}
