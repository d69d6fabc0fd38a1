//! The file of a plan: JSON, with a version and a hash.

use std::io::{self, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::Plan;

/// The version of the format.
pub const VERSION: u32 = 1;

/// Names the format in the file.
pub const SCHEMA: &str = "tassel-plan";

/// Why a plan cannot be read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// It is no plan.
    #[error("it is not a plan of tassel: {0}")]
    Unreadable(serde_json::Error),
    /// It has another version.
    #[error("it is a plan of version {0}, and this is tassel for version {VERSION}; make the plan again")]
    Version(u32),
    /// It was changed after it was made.
    #[error(
        "it was changed after it was made: its content has the hash {is}, and it says {says}; make the plan again"
    )]
    Changed {
        /// The hash of its content.
        is: String,
        /// The hash in the file.
        says: String,
    },
}

#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    version: u32,
    hash: &'a str,
    plan: &'a Plan,
}

#[derive(Deserialize)]
struct Head {
    schema: String,
    version: u32,
}

#[derive(Deserialize)]
struct Read {
    hash: String,
    plan: Plan,
}

impl Plan {
    /// The hash of the plan: the SHA-256 of its JSON, in hexadecimal.
    #[must_use]
    pub fn hash(&self) -> String {
        let mut hasher = Hasher(Sha256::new());
        // A plan is a tree of texts and numbers, and the writer accepts everything.
        let _ = serde_json::to_writer(&mut hasher, self);
        hasher.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// Writes the file.
    ///
    /// # Errors
    ///
    /// The writer fails.
    pub fn write(&self, writer: impl Write) -> io::Result<()> {
        let hash = self.hash();
        let file = Written { schema: SCHEMA, version: VERSION, hash: &hash, plan: self };
        serde_json::to_writer(writer, &file).map_err(io::Error::from)
    }

    /// Reads a file, and checks its version and its hash.
    ///
    /// # Errors
    ///
    /// [`PlanError`]: it is not a plan, it has another version, or it was changed.
    pub fn read(bytes: &[u8]) -> Result<Self, PlanError> {
        let head: Head = serde_json::from_slice(bytes).map_err(PlanError::Unreadable)?;
        if head.schema != SCHEMA {
            return Err(PlanError::Unreadable(serde::de::Error::custom(format_args!(
                "its schema is `{}`",
                head.schema
            ))));
        }
        if head.version != VERSION {
            return Err(PlanError::Version(head.version));
        }
        let Read { hash, plan } = serde_json::from_slice(bytes).map_err(PlanError::Unreadable)?;
        let is = plan.hash();
        if is == hash { Ok(plan) } else { Err(PlanError::Changed { is, says: hash }) }
    }
}

struct Hasher(Sha256);

impl Write for Hasher {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
