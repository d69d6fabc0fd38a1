//! One quota in a file.

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

/// How long another process may hold the lock before the file counts as unusable. Counting takes well below a
/// millisecond.
const LOCKED_FOR: Duration = Duration::from_secs(2);

/// The wait between two attempts to lock.
const LOCK_PAUSE: Duration = Duration::from_millis(1);

/// The longest wait before a look at what other processes did meanwhile.
const LONGEST_LOOK: Duration = Duration::from_secs(1);

/// A quota in a file that several processes share.
#[derive(Debug)]
pub(crate) struct FileQuota {
    folder: PathBuf,
    /// Holds the ledger, and is replaced whole: a process that is killed leaves it whole.
    ledger: PathBuf,
    /// Is locked while the ledger is read and replaced.
    lock: PathBuf,
    windows: &'static [Window],
    /// The tasks of this process wait in a line, of which the first one watches the file.
    turn: Mutex<()>,
    waiting: AtomicUsize,
}

/// There is no room yet.
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

    /// Changes the ledger under the lock. It stays as it is where the change fails.
    async fn change<T, E>(
        &self,
        change: impl FnOnce(&mut Ledger, Duration) -> Result<T, E>,
    ) -> Result<Result<T, E>, QuotaError> {
        let lock = self.locked().await?;
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

    /// Looks at the ledger. That needs no lock, as the file is replaced whole.
    fn look<T>(&self, look: impl FnOnce(&mut Ledger, Duration) -> T) -> Result<T, QuotaError> {
        let (mut ledger, now) = self.read().map_err(|error| self.unusable(error))?;
        Ok(look(&mut ledger, now))
    }

    /// Takes the lock. It is released when the file is closed, or its process ends.
    async fn locked(&self) -> Result<File, QuotaError> {
        let file = self.open_lock().map_err(|error| self.unusable(error))?;
        let until = Instant::now() + LOCKED_FOR;
        loop {
            match FileExt::try_lock(&file) {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if Instant::now() < until => sleep(LOCK_PAUSE).await,
                Err(TryLockError::WouldBlock) => {
                    return Err(self.unusable(format!("locked for {} s", LOCKED_FOR.as_secs())));
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

    /// Puts a new file in the place of the old one.
    fn replace(&self, ledger: &Ledger, now: Duration) -> std::io::Result<()> {
        let next = self.ledger.with_extension("next");
        std::fs::write(&next, format!("{}\n{}\n", now.as_micros(), ledger.save()))?;
        std::fs::rename(next, &self.ledger)
    }

    /// A file holds the time it was written and the ledger. One that cannot be read counts as a quota that is used up.
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

/// Others need not know whom this user's programs speak to.
fn create_private(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// One more in the line, for as long as it lives.
struct Waiting<'a>(&'a AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

#[async_trait]
impl Quota for FileQuota {
    async fn acquire(&self, within: Duration, lease: Duration) -> Result<Lease, QuotaError> {
        let start = Instant::now();
        let before = self.waiting.fetch_add(1, Ordering::Relaxed);
        let _waiting = Waiting(&self.waiting);
        let refuse_after_deadline = |NoRoom { wait, paused }| {
            let late = start.elapsed().saturating_add(wait) > within;
            if late { Err(QuotaError::HeldBack { wait, paused }) } else { Ok(wait) }
        };
        match self.try_take(before, lease).await? {
            Ok(lease) => return Ok(lease),
            Err(no_room) => refuse_after_deadline(no_room)?,
        };
        let _turn = self.turn.lock().await;
        loop {
            let wait = match self.try_take(0, lease).await? {
                Ok(lease) => return Ok(lease),
                Err(no_room) => refuse_after_deadline(no_room)?,
            };
            sleep(wait.min(LONGEST_LOOK)).await;
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
        self.look(Ledger::left)
    }

    async fn time_for(&self, requests: usize) -> Result<Duration, QuotaError> {
        let Some(last) = requests.checked_sub(1) else { return Ok(Duration::ZERO) };
        let before = self.waiting.load(Ordering::Relaxed) + last;
        self.look(|ledger, now| ledger.room_at(before, now).saturating_sub(now))
    }

    async fn reset(&self) -> Result<(), QuotaError> {
        let reset = |ledger: &mut Ledger, _| {
            ledger.reset();
            Ok::<_, Infallible>(())
        };
        self.change(reset).await.map(drop)
    }
}
