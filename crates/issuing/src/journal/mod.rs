//! Journals: what an apply was about to do and what came of it, so that it can be continued after any end.
//!
//! A journal is a file of JSON lines that is only appended to. Each line ends with the CRC-32 of the text before
//! `,"crc"`, in hexadecimal.

mod entry;

use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use fs4::{FileExt, TryLockError};
use jiff::Timestamp;
use serde::Deserialize;

pub use entry::{Act, Came, Entry, Intent, Line, RowResult, Stale};

/// The version of the format.
pub const VERSION: u32 = 1;

const NOTICE: &str = "rows and changes of this journal stand for persons; `tassel issue report --anonymous` writes a \
                      report without personal data";

/// A journal that is open for one process.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    storage: Box<dyn Storage>,
    /// Whether a line was written that was not synced.
    is_behind: bool,
}

/// What a journal is written to.
pub trait Storage: std::fmt::Debug + Send {
    /// Appends a line.
    ///
    /// # Errors
    ///
    /// The line was not written as a whole.
    fn append(&mut self, line: &[u8]) -> io::Result<()>;

    /// Returns when what was appended is on the disk.
    ///
    /// # Errors
    ///
    /// It may not be there. What was appended must not be relied on.
    fn sync(&mut self) -> io::Result<()>;
}

/// Why a journal cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JournalError {
    /// It cannot be opened, read or written.
    #[error("the journal {path}: {source}")]
    Io {
        /// The file.
        path: String,
        /// The cause.
        source: io::Error,
    },
    /// Another process has it open.
    #[error("the journal {path} is in use by another process; wait for its end")]
    InUse {
        /// The file.
        path: String,
    },
    /// It is of another plan.
    #[error(
        "the journal {path} is of another plan (hash {is}); this plan has the hash {plan}. Move the journal away"
    )]
    OtherPlan {
        /// The file.
        path: String,
        /// The hash of its plan.
        is: String,
        /// The hash of the plan at hand.
        plan: String,
    },
    /// It has another version.
    #[error("the journal {path} has version {version}; this is tassel for version {VERSION}")]
    Version {
        /// The file.
        path: String,
        /// Its version.
        version: u32,
    },
    /// A line is damaged that is not the last one.
    #[error(
        "the journal {path} is damaged in line {line}: {problem}. Nothing was sent; restore it from a copy"
    )]
    Damaged {
        /// The file.
        path: String,
        /// The line, from 1.
        line: u64,
        /// What is wrong with it.
        problem: String,
    },
}

impl Journal {
    /// Opens the journal of a plan, or creates it, and locks it until it is dropped or the process ends. `each` is
    /// given every line. A last line that was not written as a whole is cut off.
    ///
    /// # Errors
    ///
    /// [`JournalError`]: the file cannot be used, or another process uses it.
    pub fn open(path: &Path, plan: &str, each: impl FnMut(Line)) -> Result<Self, JournalError> {
        let fault = |source| io_error(path, source);
        let mut options = OpenOptions::new();
        let mut file = options.read(true).append(true).create(true).open(path).map_err(fault)?;
        match FileExt::try_lock(&file) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(JournalError::InUse { path: shown(path) }),
            Err(TryLockError::Error(source)) => return Err(fault(source)),
        }
        let whole = read_lines(path, &mut file, plan, each)?;
        if file.metadata().map_err(fault)?.len() > whole {
            file.set_len(whole).map_err(fault)?;
            file.sync_all().map_err(fault)?;
        }
        let mut journal = Self { path: path.to_owned(), storage: Box::new(OnDisk(file)), is_behind: false };
        if whole == 0 {
            let plan = plan.to_owned();
            let (by, notice) = (user(), NOTICE.to_owned());
            journal.write(Entry::Journal { version: VERSION, plan, by, notice })?;
            sync_folder(path).map_err(fault)?;
        }
        Ok(journal)
    }

    /// Replaces what the journal is written to, for tests of a disk that fails.
    #[must_use]
    pub fn with_storage(self, wrap: impl FnOnce(Box<dyn Storage>) -> Box<dyn Storage>) -> Self {
        Self { storage: wrap(self.storage), ..self }
    }

    /// Writes a line. It is on the disk when this returns.
    ///
    /// # Errors
    ///
    /// The line may not be on the disk. The journal must not be written any more.
    pub fn write(&mut self, entry: Entry) -> Result<(), JournalError> {
        self.write_later(entry)?;
        self.sync()
    }

    /// Writes a line that is on the disk after the next [`write`](Self::write) or [`sync`](Self::sync).
    ///
    /// # Errors
    ///
    /// As of [`write`](Self::write).
    pub fn write_later(&mut self, entry: Entry) -> Result<(), JournalError> {
        let line = Line { at: Timestamp::now(), tassel: env!("CARGO_PKG_VERSION").to_owned(), entry };
        let line = to_text(&line).map_err(|error| io_error(&self.path, error.into()))?;
        self.is_behind = true;
        self.storage.append(line.as_bytes()).map_err(|source| io_error(&self.path, source))
    }

    /// Returns when every line is on the disk.
    ///
    /// # Errors
    ///
    /// As of [`write`](Self::write).
    pub fn sync(&mut self) -> Result<(), JournalError> {
        if self.is_behind {
            self.storage.sync().map_err(|source| io_error(&self.path, source))?;
            self.is_behind = false;
        }
        Ok(())
    }
}

/// Gives `each` every line of a journal, without locking or changing it.
///
/// # Errors
///
/// [`JournalError`]: the file cannot be read, or is not the journal of this plan.
pub fn read(path: &Path, plan: &str, each: impl FnMut(Line)) -> Result<(), JournalError> {
    let mut file = File::open(path).map_err(|source| io_error(path, source))?;
    read_lines(path, &mut file, plan, each).map(drop)
}

/// Reads the lines, and returns the length of those that are whole.
fn read_lines(
    path: &Path,
    file: &mut File,
    plan: &str,
    mut each: impl FnMut(Line),
) -> Result<u64, JournalError> {
    let fault = |source| io_error(path, source);
    file.seek(SeekFrom::Start(0)).map_err(fault)?;
    let mut reader = BufReader::new(&mut *file);
    let (mut whole, mut bytes) = (0, Vec::new());
    for number in 1.. {
        bytes.clear();
        let length = reader.read_until(b'\n', &mut bytes).map_err(fault)? as u64;
        if length == 0 {
            break;
        }
        let damaged = |problem| JournalError::Damaged { path: shown(path), line: number, problem };
        let text = match checked(&bytes) {
            Ok(text) => text,
            // The end of a process or of the power may leave half a line, which was not relied on.
            Err(_) if reader.fill_buf().map_err(fault)?.is_empty() => break,
            Err(problem) => return Err(damaged(problem)),
        };
        let parsed = serde_json::from_str::<Line>(&text);
        if let (1, Err(_), Ok(Head { version })) = (number, &parsed, serde_json::from_str(&text))
            && version != VERSION
        {
            return Err(JournalError::Version { path: shown(path), version });
        }
        // A line that is whole and says something else is not cut off: a newer version wrote it.
        let line = parsed.map_err(|error| damaged(error.to_string()))?;
        match (&line.entry, number) {
            (Entry::Journal { version, .. }, 1) if *version != VERSION => {
                return Err(JournalError::Version { path: shown(path), version: *version });
            }
            (Entry::Journal { plan: is, .. }, 1) if is != plan => {
                let (path, is, plan) = (shown(path), is.clone(), plan.to_owned());
                return Err(JournalError::OtherPlan { path, is, plan });
            }
            (Entry::Journal { .. }, 1) => {}
            (_, 1) => {
                let problem = "it is not the beginning of a journal".to_owned();
                return Err(JournalError::Damaged { path: shown(path), line: 1, problem });
            }
            _ => {}
        }
        each(line);
        whole += length;
    }
    Ok(whole)
}

/// The text of a line, with its CRC and its line feed.
fn to_text(line: &Line) -> serde_json::Result<String> {
    let mut text = serde_json::to_string(line)?;
    // The closing brace.
    text.pop();
    let crc = crc32fast::hash(text.as_bytes());
    text.push_str(&format!(",\"crc\":\"{crc:08x}\"}}\n"));
    Ok(text)
}

/// The beginning of a journal of any version.
#[derive(Deserialize)]
struct Head {
    version: u32,
}

/// The text of a line without its CRC, which is checked.
fn checked(bytes: &[u8]) -> Result<String, String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned())?;
    let text = text.strip_suffix("\"}\n").ok_or("it has no end")?;
    let (text, crc) = text.rsplit_once(",\"crc\":\"").ok_or("it has no CRC")?;
    let is = format!("{:08x}", crc32fast::hash(text.as_bytes()));
    if crc != is {
        return Err(format!("its CRC is {is}, and it says {crc}"));
    }
    Ok(format!("{text}}}"))
}

#[derive(Debug)]
struct OnDisk(File);

impl Storage for OnDisk {
    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        self.0.write_all(line)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }
}

/// Makes the name of a new file last. Only Unix has folders that can be synced.
fn sync_folder(path: &Path) -> io::Result<()> {
    if !cfg!(unix) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

/// Who runs this, as the environment says.
pub(crate) fn user() -> Option<String> {
    ["USER", "USERNAME", "LOGNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()))
}

fn io_error(path: &Path, source: io::Error) -> JournalError {
    JournalError::Io { path: shown(path), source }
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}
