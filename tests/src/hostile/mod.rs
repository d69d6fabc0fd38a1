//! What must hold whatever bytes arrive from outside: one function for each subject, which the property tests here and
//! the fuzz targets in `tests/fuzz` call alike.
//!
//! An input is text as far as it can be, so that its corpus can be read: a line that says what is called, then the
//! bytes. A name that is none of those known stands for one of them, so that any bytes are an input.

#![allow(
    clippy::missing_panics_doc,
    clippy::unwrap_used,
    reason = "these are tests: they panic where a property does not hold"
)]

mod client;
mod error_bodies;
mod headers;
mod input;
mod next_links;
mod paging;
mod path_values;
mod shown;
mod webhooks;
mod wire;

pub use error_bodies::error_body;
pub use headers::headers;
pub use next_links::next_link;
pub use paging::paging;
pub use path_values::path_value;
pub use webhooks::webhook_body;

/// A subject by the name of its fuzz target.
pub type Subject = (&'static str, fn(&[u8]));

/// The subjects by the names of their fuzz targets.
pub const SUBJECTS: &[Subject] = &[
    ("error_body", |input| _ = error_body(input)),
    ("headers", |input| _ = headers(input)),
    ("next_link", |input| _ = next_link(input)),
    ("paging", |input| _ = paging(input)),
    ("path_value", |input| _ = path_value(input)),
    ("webhook_body", |input| _ = webhook_body(input)),
];
