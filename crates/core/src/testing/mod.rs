//! For tests: a transport that answers from a script, one that records, and a fixed clock.
//!
//! ```
//! # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
//! use tassel_core::testing::{Scripted, Step};
//! use tassel_core::transport::{Bytes, Request, StatusCode, Transport};
//!
//! let script = Scripted::new([Step::answer(200, "{}"), Step::lost()]);
//! let request = Request::get("https://api.example.com/").body(Bytes::new()).unwrap();
//! assert_eq!(script.send(request.clone()).await.unwrap().status(), StatusCode::OK);
//! assert!(script.send(request).await.is_err());
//! assert_eq!(script.requests().len(), 2);
//! # });
//! ```

mod recorder;
mod script;

use jiff::Timestamp;

use crate::transport::Clock;

pub use recorder::{Exchange, Recorder};
pub use script::{Scripted, Step};

/// A clock that always tells the same time.
#[derive(Debug, Clone, Copy)]
pub struct FixedClock(Timestamp);

impl FixedClock {
    /// A clock at an instant such as `2026-09-01T08:00:00Z`.
    ///
    /// # Panics
    ///
    /// The text is not an instant.
    #[must_use]
    pub fn at(instant: &str) -> Self {
        match instant.parse() {
            Ok(instant) => Self(instant),
            Err(error) => panic!("{instant} is not an instant: {error}"),
        }
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Timestamp {
        self.0
    }
}
