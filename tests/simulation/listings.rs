//! Listings are held against the rows that the vendor had while they were read.

use std::collections::BTreeSet;

use crate::Run;
use crate::calls::Came;
use crate::clients::{Key, PRIVATE, Table};
use crate::plan::What;
use crate::wire::Attempt;

/// The rows of a table while a listing was read.
#[derive(Debug, Default)]
pub struct Rows {
    /// Those that were there at any time.
    pub ever: BTreeSet<Key>,
    pub appeared: BTreeSet<Key>,
    pub vanished: BTreeSet<Key>,
}

impl Rows {
    /// The rows between two requests, counted from the first that the vendors got.
    pub fn during(run: &Run, table: Table, (from, until): (usize, usize)) -> Self {
        let (_, rows) = run.rows.iter().find(|(known, _)| *known == table).unwrap();
        let mut there: BTreeSet<_> = rows.iter().cloned().collect();
        let mut during = Self::default();
        let mut handled: Vec<_> = run.attempts.iter().filter_map(|it| Some((it.number?, it))).collect();
        handled.sort_by_key(|(number, _)| *number);
        for (number, attempt) in handled {
            if number == from {
                during.ever.clone_from(&there);
            }
            if number >= until {
                break;
            }
            let (came, went) = changes(attempt, table);
            if number >= from {
                let before = |key: &&Key| !there.contains(*key);
                during.appeared.extend(came.iter().filter(before).cloned());
                during.vanished.extend(went.iter().filter(|key| there.contains(*key)).cloned());
                during.ever.extend(came.iter().cloned());
            }
            there.extend(came);
            went.iter().for_each(|key| _ = there.remove(key));
        }
        if during.ever.is_empty() {
            during.ever = there;
        }
        during
    }

    /// Those that were there all the time.
    fn always(&self) -> impl Iterator<Item = &Key> {
        self.ever.iter().filter(|key| !self.appeared.contains(*key) && !self.vanished.contains(*key))
    }
}

/// The rows that a request brought, and those it removed.
fn changes(attempt: &Attempt, table: Table) -> (Vec<Key>, Vec<Key>) {
    let Some(recorded) = attempt.recorded.as_ref().filter(|it| it.acted && it.vendor == table.vendor())
    else {
        return (Vec::new(), Vec::new());
    };
    let id = || recorded.path.split('/').next_back().unwrap().to_owned();
    match recorded.operation.unwrap() {
        "credentials.delete" => (Vec::new(), vec![id()]),
        "users.inactivate" | "users.activate" => {
            let id = recorded.path.split('/').find(|part| part.parse::<u64>().is_ok()).unwrap().to_owned();
            if recorded.operation == Some("users.activate") {
                (vec![id], Vec::new())
            } else {
                (Vec::new(), vec![id])
            }
        }
        "credentials.create"
        | "credentials.bulk_create"
        | "members.create"
        | "users.create"
        | "participants.create" => {
            let body = recorded.body.replace("%40", "@");
            let marks = body.match_indices(PRIVATE).map(|(end, _)| {
                let is_other = |c: char| !c.is_ascii_alphanumeric() && c != '-';
                let begin = body[..end].rfind(is_other).map_or(0, |at| at + 1);
                format!("{}{PRIVATE}", &body[begin..end])
            });
            (marks.filter(|mark| !mark.starts_with("wrong")).collect(), Vec::new())
        }
        _ => (Vec::new(), Vec::new()),
    }
}

/// 4: a listing that ends well holds every row that was there all the time, and none that never was.
pub fn are_whole_or_say_so(run: &Run) {
    for done in &run.done {
        let Some(Ok(Came::Rows(keys))) = &done.result else { continue };
        let table = Table::of(done.step.vendor, done.step.what);
        let by_cursor = table == Table::Search && done.step.what == What::List(1);
        let label = format!("{:?}", done.step);
        is_whole(run, table, keys, done.during, by_cursor, &label);
    }
    for journey in &run.journeys {
        let Some(Ok(())) = &journey.end else { continue };
        // A page that is the first one once more cannot be told by a process that has not seen the first.
        let is_misled = |it: &Attempt| it.step == Some(journey.step) && it.has("ignore_paging");
        if journey.resumed > 0 && run.attempts.iter().any(is_misled) {
            continue;
        }
        let label = format!("{journey:?}");
        let by_cursor = journey.table == Table::Search;
        is_whole(run, journey.table, &journey.keys, (journey.from, journey.until), by_cursor, &label);
    }
}

fn is_whole(run: &Run, table: Table, keys: &[Key], during: (usize, usize), by_cursor: bool, label: &str) {
    let rows = Rows::during(run, table, during);
    let came: BTreeSet<_> = keys.iter().cloned().collect();
    let doubled = keys.len() - came.len();
    assert!(doubled == 0, "{doubled} rows came twice: {label}");
    let invented: Vec<_> = came.difference(&rows.ever).collect();
    assert!(invented.is_empty(), "{invented:?} were never there: {label}");
    let missing: Vec<_> = rows.always().filter(|key| !came.contains(*key)).collect();
    // Where a place is a number, as many rows may slip through as went while others came, which no total shows.
    let slipped = if by_cursor { 0 } else { rows.vanished.len().min(rows.appeared.len()) };
    assert!(
        missing.len() <= slipped,
        "{missing:?} are missing, and at most {slipped} may be: {label} {rows:?}"
    );
}
