#![doc = include_str!("../README.md")]

mod file;

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use sha2::{Digest, Sha256};
use tassel_core::kit::SecretString;
use tassel_core::kit::secrecy::ExposeSecret;
use tassel_core::quota::{Quota, QuotaKey, QuotaRule, Quotas};
use tassel_core::transport::BoxError;

use crate::file::FileQuota;

/// Quotas counted in files of one folder, for all processes that use the folder.
///
/// Each quota has a file of its own, under the vendor, the host and a hash of the credential. A process holds the
/// file's lock only while it counts a request, not while it waits for room or an answer. A killed process blocks no
/// other.
#[derive(Clone)]
pub struct FileQuotas {
    folder: PathBuf,
    unreachable: Option<Arc<OnUnreachable>>,
}

type OnUnreachable = dyn Fn(&BoxError) + Send + Sync;

impl FileQuotas {
    /// Quotas in the files of a folder. The folder is created when the first request is counted.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), unreachable: None }
    }

    /// Quotas in the user's state folder: `tassel/quotas` under `XDG_STATE_HOME`, under `LOCALAPPDATA` on Windows, or
    /// under `.local/state` of the home folder. `None` if the environment names none of them.
    #[must_use]
    pub fn of_user() -> Option<Self> {
        let folder = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_absolute());
        let home = || Some(folder("HOME")?.join(".local/state"));
        let state = folder("XDG_STATE_HOME").or_else(|| folder("LOCALAPPDATA")).or_else(home)?;
        Some(Self::new(state.join("tassel/quotas")))
    }

    /// Sets the function that is called once when the folder becomes unusable, and again only after it was usable.
    /// Default: a `tracing` warning.
    #[must_use]
    pub fn on_unreachable(mut self, call: impl Fn(&BoxError) + Send + Sync + 'static) -> Self {
        self.unreachable = Some(Arc::new(call));
        self
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Quotas for FileQuotas {
    fn quota(&self, rule: &'static QuotaRule, key: &QuotaKey) -> Arc<dyn Quota> {
        Arc::new(FileQuota::new(&self.folder, &name(rule, key), rule.windows))
    }

    fn unreachable(&self, error: &BoxError) {
        match &self.unreachable {
            Some(call) => call(error),
            None => {
                tracing::warn!(%error, folder = %self.folder.display(), "the shared quotas cannot be used");
            }
        }
    }
}

impl fmt::Debug for FileQuotas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileQuotas").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// The name of a quota's file: a readable part, and a hash that makes it unique.
fn name(rule: &QuotaRule, key: &QuotaKey) -> String {
    let credential = key.credential.as_ref().map_or("", SecretString::expose_secret);
    let mut hash = Sha256::new();
    for part in ["tassel quota", rule.name, key.vendor, &key.host, credential] {
        hash.update((part.len() as u64).to_le_bytes());
        hash.update(part);
    }
    let hash: String = hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let readable = format!("{}-{}-{}", key.vendor, key.host, rule.name);
    let readable = readable.replace(|c: char| !c.is_ascii_alphanumeric() && c != '.', "-");
    format!("{readable:.100}-{hash}")
}
