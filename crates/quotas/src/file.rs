//! A quota in a file.

use std::convert::Infallible;
use std::fs::{File, OpenOptions};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use fs4::{FileExt, TryLockError};
use tassel_core::quota::{Lease, Ledger, Quota, QuotaError, Settlement, Window};
use tassel_core::transport::{BoxError, async_trait};
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep};

/// The timeout of the lock, after which the file counts as unusable. Counting takes well below a millisecond.
const LOCK_TIMEOUT: Duration = Duration::from_secs(2);

/// The wait between two attempts to lock.
const LOCK_PAUSE: Duration = Duration::from_millis(1);

/// The longest wait before the file is read again, as other processes may have changed it.
const LONGEST_WAIT: Duration = Duration::from_secs(1);

/// A quota in a file that several processes share.
#[derive(Debug)]
pub(crate) struct FileQuota {
    folder: PathBuf,
    /// The file of the ledger. It is replaced atomically, so that a killed process does not damage it.
    ledger: PathBuf,
    /// The file that is locked while the ledger is read and replaced.
    lock: PathBuf,
    windows: &'static [Window],
    /// The waiting tasks of this process form a queue. The first one watches the file.
    turn: Mutex<()>,
    waiting: AtomicUsize,
}

/// The quota has no room yet.
struct NoRoom {
    wait: Duration,
    paused: bool,
}

impl FileQuota {
    pub(crate) fn new(folder: &Path, name: &str, windows: &'static [Window]) -> Self {
        Self {
            folder: folder.to_owned(),
            ledger: folder.join(format!("{name}.ledger")),
            lock: folder.join(format!("{name}.lock")),
            windows,
            turn: Mutex::default(),
            waiting: AtomicUsize::new(0),
        }
    }

    /// Changes the ledger under the lock. A change that fails is not saved.
    async fn change<T, E>(
        &self,
        change: impl FnOnce(&mut Ledger, Duration) -> Result<T, E>,
    ) -> Result<Result<T, E>, QuotaError> {
        let lock = self.take_lock().await?;
        let change = || {
            let (mut ledger, now) = self.read()?;
            let result = change(&mut ledger, now);
            if result.is_ok() {
                self.replace(&ledger, now)?;
            }
            Ok(result)
        };
        let result = change().map_err(|error: std::io::Error| self.unusable(error));
        // Closing the file releases the lock.
        drop(lock);
        result
    }

    /// Reads the ledger. That needs no lock, as the file is replaced atomically.
    fn inspect<T>(&self, inspect: impl FnOnce(&mut Ledger, Duration) -> T) -> Result<T, QuotaError> {
        let (mut ledger, now) = self.read().map_err(|error| self.unusable(error))?;
        Ok(inspect(&mut ledger, now))
    }

    /// Takes the lock. It is released when the file is closed or the process ends.
    async fn take_lock(&self) -> Result<File, QuotaError> {
        let file = self.open_lock().map_err(|error| self.unusable(error))?;
        let until = Instant::now() + LOCK_TIMEOUT;
        loop {
            match FileExt::try_lock(&file) {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if Instant::now() < until => sleep(LOCK_PAUSE).await,
                Err(TryLockError::WouldBlock) => {
                    return Err(self.unusable(format!("locked for {} s", LOCK_TIMEOUT.as_secs())));
                }
                Err(TryLockError::Error(error)) => return Err(self.unusable(error)),
            }
        }
    }

    fn open_lock(&self) -> std::io::Result<File> {
        let open = || OpenOptions::new().create(true).truncate(false).write(true).open(&self.lock);
        match open() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                create_private(&self.folder)?;
                open()
            }
            result => result,
        }
    }

    /// The ledger and the time.
    fn read(&self) -> std::io::Result<(Ledger, Duration)> {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        match std::fs::read(&self.ledger) {
            Ok(bytes) => Ok((self.load(&String::from_utf8_lossy(&bytes), now), now)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Ok((Ledger::new(self.windows), now))
            }
            Err(error) => Err(error),
        }
    }

    /// Replaces the file.
    fn replace(&self, ledger: &Ledger, now: Duration) -> std::io::Result<()> {
        let next = self.ledger.with_extension("next");
        std::fs::write(&next, format!("{}\n{}\n", now.as_micros(), ledger.save()))?;
        std::fs::rename(next, &self.ledger)
    }

    /// Reads the text of a file: the time it was written and the ledger. With other text, the quota counts as used up.
    fn load(&self, text: &str, now: Duration) -> Ledger {
        let parts = text.split_once('\n');
        let written = parts.and_then(|(time, _)| time.parse().ok()).map(Duration::from_micros);
        let ledger = parts.and_then(|(_, ledger)| Ledger::load(self.windows, ledger.trim_end()));
        match written.zip(ledger) {
            Some((written, mut ledger)) => {
                // The clock was set back.
                ledger.move_back(written.saturating_sub(now));
                ledger
            }
            None => {
                let mut ledger = Ledger::new(self.windows);
                ledger.use_up(now);
                ledger
            }
        }
    }

    async fn try_take(&self, before: usize, lease: Duration) -> Result<Result<Lease, NoRoom>, QuotaError> {
        self.change(|ledger, now| {
            let at = ledger.room_at(before, now);
            if at > now || before > 0 {
                return Err(NoRoom { wait: at.saturating_sub(now), paused: ledger.is_paused(now) });
            }
            Ok(ledger.take(now, now.saturating_add(lease)))
        })
        .await
    }

    fn unusable(&self, error: impl Into<BoxError>) -> QuotaError {
        QuotaError::Unreachable(format!("{}: {}", self.ledger.display(), error.into()).into())
    }
}

/// Creates a folder that other users cannot read: its file names contain hosts.
fn create_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Counts one waiting task, until it is dropped.
struct QueueGuard<'a>(&'a AtomicUsize);

impl Drop for QueueGuard<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[async_trait]
impl Quota for FileQuota {
    async fn acquire(&self, within: Duration, lease: Duration) -> Result<Lease, QuotaError> {
        let start = Instant::now();
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _guard = QueueGuard(&self.waiting);
        let check_deadline = |NoRoom { wait, paused }| {
            let late = start.elapsed().saturating_add(wait) > within;
            if late { Err(QuotaError::HeldBack { wait, paused }) } else { Ok(wait) }
        };
        match self.try_take(before, lease).await? {
            Ok(lease) => return Ok(lease),
            Err(no_room) => check_deadline(no_room)?,
        };
        let _turn = self.turn.lock().await;
        loop {
            let wait = match self.try_take(0, lease).await? {
                Ok(lease) => return Ok(lease),
                Err(no_room) => check_deadline(no_room)?,
            };
            sleep(wait.min(LONGEST_WAIT)).await;
        }
    }

    async fn settle(&self, lease: Lease, settlement: Settlement) -> Result<(), QuotaError> {
        let settle = |ledger: &mut Ledger, now| {
            ledger.settle(lease, settlement, now);
            Ok::<_, Infallible>(())
        };
        self.change(settle).await.map(drop)
    }

    async fn left(&self) -> Result<usize, QuotaError> {
        self.inspect(Ledger::left)
    }

    async fn time_for(&self, requests: usize) -> Result<Duration, QuotaError> {
        let Some(last) = requests.checked_sub(1) else { return Ok(Duration::ZERO) };
        let before = self.waiting.load(Ordering::Relaxed) + last;
        self.inspect(|ledger, now| ledger.room_at(before, now).saturating_sub(now))
    }

    async fn reset(&self) -> Result<(), QuotaError> {
        let reset = |ledger: &mut Ledger, _| {
            ledger.reset();
            Ok::<_, Infallible>(())
        };
        self.change(reset).await.map(drop)
    }
}
