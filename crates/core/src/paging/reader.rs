//! Decides, page by page, what is new and whether there is more.

use std::collections::{BTreeMap, HashSet};
use std::hash::{BuildHasher, RandomState};
use std::num::NonZeroU64;

use http::StatusCode;

use super::{Cursor, EndSignal, Incomplete, Keyed, Next, Page, PageBody, Paging, Position, Signals};
use crate::values::Id;

/// Reads the pages of one listing in order.
#[derive(Debug)]
pub(super) struct Reader {
    operation: &'static str,
    paging: &'static Paging,
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
    /// The operation and the query, hashed.
    query: Option<u64>,
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
        max_pages: u64,
        from: &Cursor,
        query: u64,
    ) -> Self {
        Self {
            operation,
            paging,
            pages_left: max_pages,
            read: from.read,
            most: from.most,
            came: 0,
            seen: Seen::default(),
            neighbours: HashSet::new(),
            led: HashSet::new(),
            hashing: RandomState::new(),
            query: Some(query),
        }
    }

    pub(super) fn read(&self) -> Option<u64> {
        self.read
    }

    pub(super) fn came(&self) -> u64 {
        self.came
    }

    /// Takes in the page that was asked for at `at`.
    pub(super) fn accept<B: PageBody>(
        &mut self,
        at: &Position,
        status: StatusCode,
        body: B,
    ) -> Page<B::Item> {
        let (mut items, signals) = body.into_parts();
        let came = items.len() as u64;
        self.came = came;
        let new = self.drop_repeats(at, &mut items);
        self.read = self.read.map(|read| read.saturating_add(items.len() as u64));
        self.pages_left = self.pages_left.saturating_sub(1);
        let total = signals.total;
        self.most = self.most.max(total.and_then(NonZeroU64::new));
        let step = match self.step(at, came, new, signals) {
            _ if matches!(status.as_u16(), 206 | 207) => {
                Step::Incomplete(format!("the vendor answered {}, which is part of a page", status.as_u16()))
            }
            Step::Next(_) if self.pages_left == 0 => {
                Step::Incomplete("the ceiling of pages was reached; raise it with `max_pages`".to_owned())
            }
            step => step,
        };
        let (next, incomplete) = match step {
            Step::Next(position) => {
                let (read, most, query) = (self.read, self.most, self.query);
                (Some(Cursor { position, read, most, query }), None)
            }
            Step::Complete => (None, None),
            Step::Incomplete(reason) => {
                let at = Cursor { query: self.query, ..Cursor::new(at.clone()) };
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

    fn ends_with(&self, signal: EndSignal) -> bool {
        self.paging.ends.contains(&signal)
    }

    fn after_page(&self, page: u64, came: u64, new: u64, signals: Signals) -> Step {
        let Signals { next, total, pages } = signals;
        let is_last = |pages: u64| page >= pages;
        let ended = came == 0 && self.ends_with(EndSignal::EmptyPage)
            || next == Next::None && self.ends_with(EndSignal::NullNext)
            || self.ends_with(EndSignal::LastPage) && pages.is_some_and(is_last)
            || self.ends_with(EndSignal::Total) && total.is_some() && self.read == total;
        let names_next = matches!(next, Next::At(_) | Next::There);
        let problem = match (&next, pages) {
            (Next::At(Position::Page(next)), _) if *next <= page => {
                format!("after page {page} the vendor names page {next} as the next one")
            }
            _ if came == 0 && names_next => format!("page {page} is empty, and the vendor names a next one"),
            (_, Some(pages)) if names_next && is_last(pages) => {
                format!("after page {page} the vendor names a next one, and counts {pages} pages")
            }
            (Next::None, Some(pages)) if self.ends_with(EndSignal::NullNext) && !is_last(pages) => {
                format!("after page {page} the vendor names no next one, and counts {pages} pages")
            }
            (_, Some(pages)) if ended && !is_last(pages) => {
                format!("page {page} is empty, and the vendor counts {pages} pages")
            }
            _ if ended && !names_next => return self.end_of_places(total),
            _ if came == 0 => format!("page {page} is empty, which is no end of this listing"),
            _ if new == 0 => format!("page {page} repeats what was read before it"),
            (Next::At(_), _) => {
                return match next {
                    Next::At(position) => Step::Next(position),
                    _ => Step::Complete,
                };
            }
            _ => return Step::Next(Position::Page(page.saturating_add(1))),
        };
        Step::Incomplete(problem)
    }

    fn after_offset(&self, offset: u64, came: u64, new: u64, total: Option<u64>) -> Step {
        let Some(next) = offset.checked_add(came) else {
            return Step::Incomplete("no offset lies beyond this page".to_owned());
        };
        let reached = self.ends_with(EndSignal::Total)
            && total.is_some_and(|total| self.read.unwrap_or(next).max(next) >= total);
        if reached || came == 0 && self.ends_with(EndSignal::EmptyPage) {
            return self.end_of_places(total);
        }
        if new == 0 {
            return Step::Incomplete(format!("the page at offset {offset} repeats what was read before it"));
        }
        self.to_offset(next, total)
    }

    /// Goes on at an offset, as far as offsets reach.
    fn to_offset(&self, offset: u64, total: Option<u64>) -> Step {
        match self.paging.reach {
            Some(reach) if offset >= reach => Step::Incomplete(format!(
                "offsets reach only the first {reach} items{}; read on with `stream`, which follows the cursor",
                total.map(|total| format!(" of {total}")).unwrap_or_default(),
            )),
            _ => Step::Next(Position::Offset(offset)),
        }
    }

    fn after_cursor(&mut self, at: &Position, came: u64, new: u64, signals: Signals) -> Step {
        // Where rows were removed, a count of those that were read does not tell whether there are more.
        let sank = self.most.map(NonZeroU64::get) > signals.total;
        let reached =
            self.ends_with(EndSignal::Total) && self.read.is_some() && self.read == signals.total && !sank;
        let back = match &signals.next {
            Next::At(Position::Token(next)) => !self.led.insert(self.hashing.hash_one(next)),
            _ => false,
        };
        match signals.next {
            Next::At(next) if came > 0 && next != *at && back => {
                Step::Incomplete("the cursor leads back to a page that was read".to_owned())
            }
            _ if reached || came == 0 && self.ends_with(EndSignal::EmptyPage) => self.end(signals.total),
            _ if new == 0 => Step::Incomplete("the page repeats the one before it".to_owned()),
            Next::At(next) if next != *at => Step::Next(next),
            // A cursor that is missing or the one that was sent proves nothing: offsets tell whether there is more.
            _ => match self.read {
                Some(read) if self.paging.reach.is_none_or(|reach| read < reach) => {
                    for key in self.neighbours.drain() {
                        self.seen.insert(key);
                    }
                    Step::Next(Position::Offset(read))
                }
                _ => Step::Incomplete(format!(
                    "the answer carries no new cursor{}, and offsets do not reach the rest",
                    if signals.total.is_none() { " and no count of the items" } else { "" }
                )),
            },
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

    /// The vendor says that this is the end; complete if its total agrees, or the one that an earlier page told.
    fn end(&self, total: Option<u64>) -> Step {
        match (self.read, total.or(self.most.map(NonZeroU64::get))) {
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
