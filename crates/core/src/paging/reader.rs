//! Decides, page by page, what is new and whether there is more.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroU64;

use super::{Cursor, Incomplete, Keyed, Next, Page, PageBody, Paging, Position, Signals};
use crate::values::Id;

/// Reads the pages of one listing in order.
#[derive(Debug)]
pub(super) struct Reader {
    operation: &'static str,
    paging: &'static Paging,
    size: u64,
    pages_left: u64,
    read: Option<u64>,
    /// The most items that the vendor counted so far.
    most: Option<NonZeroU64>,
    /// How many items the last page came with, repeats included.
    came: u64,
    seen: Seen,
    /// The keys of the page before.
    neighbours: HashSet<Id>,
    /// The cursors that led on so far, compactly.
    led: HashSet<u64>,
    hashing: RandomState,
}

/// What follows a page.
enum Step {
    Next(Position),
    Complete,
    Incomplete(String),
}

impl Reader {
    pub(super) fn new(
        operation: &'static str,
        paging: &'static Paging,
        size: u64,
        max_pages: u64,
        from: &Cursor,
    ) -> Self {
        Self {
            operation,
            paging,
            size,
            pages_left: max_pages,
            read: from.read,
            most: from.most,
            came: 0,
            seen: Seen::default(),
            neighbours: HashSet::new(),
            led: HashSet::new(),
            hashing: RandomState::new(),
        }
    }

    pub(super) fn read(&self) -> Option<u64> {
        self.read
    }

    pub(super) fn came(&self) -> u64 {
        self.came
    }

    /// Takes in the page that was asked for at `at`.
    pub(super) fn accept<B: PageBody>(&mut self, at: &Position, body: B) -> Page<B::Item> {
        let (mut items, signals) = body.into_parts();
        let came = items.len() as u64;
        self.came = came;
        let new = self.drop_repeats(at, &mut items);
        self.read = self.read.map(|read| read.saturating_add(items.len() as u64));
        self.pages_left = self.pages_left.saturating_sub(1);
        let total = signals.total;
        self.most = self.most.max(total.and_then(NonZeroU64::new));
        let step = match self.step(at, came, new, signals) {
            Step::Next(_) if self.pages_left == 0 => {
                Step::Incomplete("the ceiling of pages was reached; raise it with `max_pages`".to_owned())
            }
            step => step,
        };
        let (next, incomplete) = match step {
            Step::Next(position) => (Some(Cursor { position, read: self.read, most: self.most }), None),
            Step::Complete => (None, None),
            Step::Incomplete(reason) => {
                let at = Cursor::new(at.clone());
                let incomplete = Incomplete { operation: self.operation, read: self.read, total, reason, at };
                (None, Some(incomplete))
            }
        };
        Page { items, total, next, incomplete }
    }

    /// Drops repeats: everywhere where pages are computed, between neighbours where a cursor leads. Returns how many
    /// items are new; those that cannot be told apart are never dropped, and new only if nothing was like them.
    fn drop_repeats<T: Keyed>(&mut self, at: &Position, items: &mut Vec<T>) -> u64 {
        let came = items.len();
        if matches!(at, Position::Start | Position::Token(_)) {
            let before = std::mem::take(&mut self.neighbours);
            let fresh = &mut self.neighbours;
            items.retain(|item| match item.key() {
                Some(key) => !before.contains(&key) & fresh.insert(key),
                None => true,
            });
            return items.len() as u64;
        }
        let mut old = 0;
        items.retain(|item| match item.key() {
            Some(key) => self.seen.insert(key),
            None => {
                let text = serde_json::to_string(item).unwrap_or_default();
                old += usize::from(!self.seen.insert(Id::from(text)));
                true
            }
        });
        (items.len() - old.min(came)) as u64
    }

    fn step(&mut self, at: &Position, came: u64, new: u64, signals: Signals) -> Step {
        match at {
            Position::Page(page) => self.after_page(*page, came, new, signals),
            Position::Offset(offset) => self.after_offset(*offset, came, new, signals.total),
            Position::Start | Position::Token(_) => self.after_cursor(at, came, new, signals),
        }
    }

    fn after_page(&self, page: u64, came: u64, new: u64, signals: Signals) -> Step {
        let (total, pages) = (signals.total, signals.pages);
        let more_counted = pages.map(|pages| page < pages);
        let next = match signals.next {
            Next::At(Position::Page(next)) if next <= page => {
                return Step::Incomplete(format!(
                    "after page {page} the vendor names page {next} as the next one"
                ));
            }
            Next::At(position) => Some(position),
            Next::There => Some(Position::Page(page.saturating_add(1))),
            Next::Unsaid if more_counted == Some(true) => Some(Position::Page(page.saturating_add(1))),
            Next::Unsaid if pages.is_none() && came >= self.size => {
                return Step::Incomplete(format!(
                    "page {page} is full, and the answer does not say whether there is more"
                ));
            }
            Next::None | Next::Unsaid => None,
        };
        match (next, pages) {
            (Some(_), _) if came == 0 => {
                Step::Incomplete(format!("page {page} is empty, and the vendor names a next one"))
            }
            (Some(_), _) if new == 0 => {
                Step::Incomplete(format!("page {page} repeats what was read before it"))
            }
            (Some(_), Some(pages)) if page >= pages => Step::Incomplete(format!(
                "after page {page} the vendor names a next one, and counts {pages} pages"
            )),
            (Some(position), _) => Step::Next(position),
            (None, Some(pages)) if page < pages => Step::Incomplete(format!(
                "after page {page} the vendor names no next one, and counts {pages} pages"
            )),
            (None, _) => self.end_of_places(total),
        }
    }

    fn after_offset(&self, offset: u64, came: u64, new: u64, total: Option<u64>) -> Step {
        let Some(next) = offset.checked_add(came) else {
            return Step::Incomplete("no offset lies beyond this page".to_owned());
        };
        let reached = total.is_some_and(|total| self.read.unwrap_or(next).max(next) >= total);
        if came == 0 || reached {
            return self.end_of_places(total);
        }
        if new == 0 {
            return Step::Incomplete(format!("the page at offset {offset} repeats what was read before it"));
        }
        match self.paging.reach {
            Some(reach) if next >= reach => Step::Incomplete(format!(
                "offsets reach only the first {reach} items{}; read on with `stream`, which follows the cursor",
                total.map(|total| format!(" of {total}")).unwrap_or_default(),
            )),
            _ => Step::Next(Position::Offset(next)),
        }
    }

    fn after_cursor(&mut self, at: &Position, came: u64, new: u64, signals: Signals) -> Step {
        // Where rows were removed, a count of those that were read does not tell whether there are more.
        let sank = self.most.map(NonZeroU64::get) > signals.total;
        let reached = self.read.is_some() && self.read == signals.total && !sank;
        let back = match &signals.next {
            Next::At(Position::Token(next)) => !self.led.insert(self.hashing.hash_one(next)),
            _ => false,
        };
        match signals.next {
            Next::At(next) if came > 0 && next != *at && back => {
                Step::Incomplete("the cursor leads back to a page that was read".to_owned())
            }
            Next::At(_) if came > 0 && new == 0 && !reached => {
                Step::Incomplete("the page repeats the one before it".to_owned())
            }
            Next::At(next) if came > 0 && next != *at && !reached => Step::Next(next),
            Next::At(_) if came > 0 && signals.total.is_none() => Step::Incomplete(
                "the cursor repeats itself, and the answer does not count the items".to_owned(),
            ),
            _ => self.end(signals.total),
        }
    }

    /// As [`Reader::end`], where a place in the listing is a number: once rows were removed, those behind them are
    /// elsewhere.
    fn end_of_places(&self, total: Option<u64>) -> Step {
        match (self.end(total), self.most, total) {
            (Step::Complete, Some(most), Some(total)) if most.get() > total => Step::Incomplete(format!(
                "the vendor counted {most} items and then {total}: rows were removed while they were read"
            )),
            (end, ..) => end,
        }
    }

    /// The vendor says that this is the end; complete if its total agrees.
    fn end(&self, total: Option<u64>) -> Step {
        match (self.read, total) {
            (Some(read), Some(total)) if read < total => {
                Step::Incomplete(format!("{read} items came of the {total} that the vendor counts"))
            }
            (Some(read), Some(total)) if read > total => Step::Incomplete(format!(
                "{read} items came and the vendor counts {total}: rows were removed while they were read"
            )),
            _ => Step::Complete,
        }
    }
}

/// The keys seen so far, compactly, as a listing may be longer than memory.
#[derive(Debug, Default)]
struct Seen {
    /// Vendors count their records up: 64 neighbours share an entry, a bit for each.
    numbers: BTreeMap<u64, u64>,
    texts: HashSet<Id>,
}

impl Seen {
    fn insert(&mut self, key: Id) -> bool {
        let Some(number) = key.as_u64() else {
            return self.texts.insert(key);
        };
        let (neighbours, bit) = (self.numbers.entry(number / 64).or_default(), 1 << (number % 64));
        let is_new = *neighbours & bit == 0;
        *neighbours |= bit;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_it_has_seen() {
        let mut seen = Seen::default();
        let number = |number: u64| Id::from(number);
        for (label, key, is_new) in [
            ("a number", number(7), true),
            ("again", number(7), false),
            ("again, as text", Id::from("7"), false),
            ("none", number(0), true),
            ("the last of an entry", number(63), true),
            ("the first of the next", number(64), true),
            ("as far on in the next", number(71), true),
            ("the largest", number(u64::MAX), true),
            ("the largest again", number(u64::MAX), false),
            ("a text", Id::from("07"), true),
            ("the text again", Id::from("07"), false),
        ] {
            assert_eq!(seen.insert(key), is_new, "{label}");
        }
    }

    #[test]
    fn remembers_neighbours_in_little_room() {
        let mut seen = Seen::default();
        assert!((0..64_000).all(|number| seen.insert(Id::from(number))));
        assert_eq!((seen.numbers.len(), seen.texts.len()), (1_000, 0));
    }
}
