//! The files of a plan: the sheet, the plan and its journal.

use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use tassel_issuing::journal::{self, Entry, Line};
use tassel_issuing::plan::PlanError;
use tassel_issuing::{Journal, Plan, State};

use super::{counted, is_open};
use crate::failure::Failure;

/// A plan that was read from its file.
pub(super) struct PlanFile {
    path: PathBuf,
    pub(super) plan: Plan,
    pub(super) hash: String,
}

impl PlanFile {
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let bytes = read(path)?;
        let plan = Plan::read(&bytes).map_err(|error| match (&error, plan_of(path)) {
            (PlanError::Unreadable(_), of) if of.is_file() => Failure::input(format!(
                "{} is not a plan; the plan of this sheet may be {}.",
                path.display(),
                of.display()
            )),
            _ => Failure::plan(&shown(path), &error),
        })?;
        let hash = plan.hash();
        Ok(Self { path: path.to_owned(), plan, hash })
    }

    /// The name of the plan, for messages.
    pub(super) fn name(&self) -> String {
        shown(&self.path)
    }

    /// Gives `each` the lines of the journal, if there is one.
    pub(super) fn read_journal(&self, each: impl FnMut(Line)) -> Result<(), Failure> {
        let path = journal_of(&self.path);
        if !path.exists() {
            return Ok(());
        }
        journal::read(&path, &self.hash, each).map_err(|error| Failure::journal(&error))
    }

    /// Where the rows stand, without the journal being locked.
    pub(super) fn state(&self) -> Result<State, Failure> {
        let mut state = State::new(&self.plan);
        self.read_journal(|line| state.take(&line.entry))?;
        Ok(state)
    }

    /// Opens the journal for this process alone, and tells where the rows stand.
    pub(super) fn open_journal(&self) -> Result<(Journal, State), Failure> {
        let mut state = State::new(&self.plan);
        let journal = Journal::open(&journal_of(&self.path), &self.hash, |line| state.take(&line.entry));
        Ok((journal.map_err(|error| Failure::journal(&error))?, state))
    }

    /// The same if there is a journal.
    pub(super) fn open_existing_journal(&self) -> Result<Option<(Journal, State)>, Failure> {
        if journal_of(&self.path).exists() { self.open_journal().map(Some) } else { Ok(None) }
    }

    /// Whether this file is the plan, its journal or its sheet.
    pub(super) fn is_own(&self, file: &Path) -> bool {
        let sheet = self.plan.sheet.path.as_deref().map(Path::new);
        let own = [Some(self.path.as_path()), Some(&journal_of(&self.path)), sheet];
        own.into_iter().flatten().any(|own| is_same(own, file))
    }

    /// Refuses another host than the plan's.
    pub(super) fn check_host(&self, host: &str) -> Result<(), Failure> {
        if self.plan.host == host {
            return Ok(());
        }
        Err(Failure::config(format!(
            "{} is for {}, and the configuration is for {host}. Nothing was sent: use the configuration that the plan \
             was made with.",
            self.name(),
            self.plan.host
        )))
    }

    /// Refuses a sheet that is still there and has changed.
    pub(super) fn check_sheet(&self) -> Result<(), Failure> {
        let Some(named) = self.plan.sheet.path.as_deref().map(Path::new) else { return Ok(()) };
        // The plan may have been made in another folder.
        let beside = named.file_name().map(|name| self.path.with_file_name(name));
        let Some(sheet) = [Some(named.to_owned()), beside].into_iter().flatten().find(|path| path.is_file())
        else {
            return Ok(());
        };
        if self.plan.sheet.is_made_of(&read(&sheet)?) {
            return Ok(());
        }
        Err(Failure::input(format!(
            "{} has changed since {} was made from it. Nothing was sent: make the plan again, or restore the sheet.",
            sheet.display(),
            self.name()
        )))
    }
}

/// The plan of a sheet, unless it is named.
pub(super) fn plan_of(sheet: &Path) -> PathBuf {
    with(sheet, ".plan.json")
}

/// The journal of a plan.
pub(super) fn journal_of(plan: &Path) -> PathBuf {
    with(plan, ".journal")
}

fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Whether two names are of one file.
pub(super) fn is_same(file: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(file) == real(other)
}

/// What is where a plan is to be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Earlier {
    /// Nothing that was applied.
    Unused,
    /// A plan that was applied to its end.
    Settled,
}

/// Looks at what is where a plan is to be written. A plan that an apply would continue is not replaced: without it
/// nobody knows what was sent.
pub(super) fn earlier(plan: &Path) -> Result<Earlier, Failure> {
    let journal = journal_of(plan);
    if !journal.exists() {
        return Ok(Earlier::Unused);
    }
    if !plan.is_file() {
        return Err(Failure::usage(format!(
            "{} is the journal of a plan that is not there. Move it away, or name another file with --out.",
            journal.display()
        )));
    }
    let old = PlanFile::read(plan)?;
    // Another process may be about to send something.
    let (_locked, state) = old.open_journal()?;
    let mut has_sent = false;
    old.read_journal(|line| has_sent |= matches!(line.entry, Entry::Intent { .. }))?;
    if !has_sent {
        return Ok(Earlier::Unused);
    }
    let rows = old.plan.rows.iter().zip(&state.rows);
    let open = rows.filter(|(row, state)| is_open(&row.action, state, old.plan.publish)).count() as u64;
    if open == 0 {
        return Ok(Earlier::Settled);
    }
    let rows = counted(open, "row is", "rows are");
    Err(Failure::usage(format!(
        "{} was applied in part: {rows} pending or in doubt. Apply it to its end first, or name another file with \
         --out.",
        old.name()
    )))
}

/// Writes a plan. It replaces an earlier one only when it is on the disk. An earlier one that was applied is kept under
/// another name, which is returned.
pub(super) fn write_plan(path: &Path, plan: &Plan) -> Result<Option<PathBuf>, Failure> {
    let fault = |error: std::io::Error| Failure::internal(format!("{}: {error}.", path.display()));
    let unfinished = with(path, ".tmp");
    let write = || {
        let mut file = BufWriter::new(File::create(&unfinished)?);
        plan.write(&mut file)?;
        file.write_all(b"\n")?;
        file.into_inner()?.sync_all()
    };
    write().map_err(fault)?;
    // Making the plan took a while.
    let kept = match earlier(path)? {
        Earlier::Settled => Some(keep(path).map_err(fault)?),
        Earlier::Unused => {
            let journal = journal_of(path);
            if journal.exists() {
                std::fs::remove_file(&journal).map_err(fault)?;
            }
            None
        }
    };
    std::fs::rename(&unfinished, path).map_err(fault)?;
    Ok(kept)
}

/// Keeps a plan and its journal under a name with a number.
fn keep(plan: &Path) -> std::io::Result<PathBuf> {
    let stem = plan.file_stem().unwrap_or_default().to_string_lossy();
    let name = |number| plan.with_file_name(format!("{stem}.{number}.json"));
    let is_free = |kept: &PathBuf| !kept.exists() && !journal_of(kept).exists();
    let kept = (1_u64..).map(name).find(is_free).unwrap_or_else(|| plan.to_owned());
    // At every moment there is a plan beside the journal.
    std::fs::copy(plan, &kept)?;
    std::fs::rename(journal_of(plan), journal_of(&kept))?;
    Ok(kept)
}

/// Reads a sheet: a file, or standard input.
pub(super) fn read_sheet(path: &Path) -> Result<Vec<u8>, Failure> {
    if path != Path::new("-") {
        return read(path);
    }
    let mut bytes = Vec::new();
    let read = std::io::stdin().read_to_end(&mut bytes);
    read.map_err(|error| Failure::input(format!("standard input: {error}.")))?;
    Ok(bytes)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    std::fs::read(path).map_err(|error| Failure::input(format!("{}: {error}.", path.display())))
}

pub(super) fn shown(path: &Path) -> String {
    path.display().to_string()
}
