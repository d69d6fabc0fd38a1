//! Reads the pages of a listing: drops repeated items, and decides after each page what follows.

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
    /// The largest total that the vendor has stated so far.
    most: Option<NonZeroU64>,
    /// The number of items in the last page, repeats included.
    received: u64,
    seen: SeenKeys,
    /// The keys of the previous page.
    neighbours: HashSet<Id>,
    /// By the vendor's cursor, the keys of the first page, from the third page on.
    first: HashSet<Id>,
    /// By the vendor's cursor, how many items of the first page the last page holds once more.
    first_again: u64,
    /// The hashes of the vendor's cursors so far.
    cursors: HashSet<u64>,
    hashing: RandomState,
    /// The hash of the operation and the query.
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
            received: 0,
            seen: SeenKeys::default(),
            neighbours: HashSet::new(),
            first: HashSet::new(),
            first_again: 0,
            cursors: HashSet::new(),
            hashing: RandomState::new(),
            query: Some(query),
        }
    }

    pub(super) fn read(&self) -> Option<u64> {
        self.read
    }

    pub(super) fn received(&self) -> u64 {
        self.received
    }

    /// Reads the page that was requested at `at`.
    pub(super) fn accept<B: PageBody>(
        &mut self,
        at: &Position,
        status: StatusCode,
        body: B,
    ) -> Page<B::Item> {
        let (mut items, signals) = body.into_parts();
        let received = items.len() as u64;
        self.received = received;
        let new = self.drop_repeats(at, &mut items);
        self.read = self.read.map(|read| read.saturating_add(items.len() as u64));
        self.pages_left = self.pages_left.saturating_sub(1);
        let total = signals.total;
        self.most = self.most.max(total.and_then(NonZeroU64::new));
        let step = match self.step(at, received, new, signals) {
            _ if matches!(status.as_u16(), 206 | 207) => {
                Step::Incomplete(format!("the vendor answered {}, which is part of a page", status.as_u16()))
            }
            Step::Next(_) if self.pages_left == 0 => {
                Step::Incomplete("the limit of pages was reached; raise it with `max_pages`".to_owned())
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

    /// Drops repeated items and returns the number of new ones. By page number or offset, an item is compared with all
    /// earlier ones; by the vendor's cursor, with its own page and the previous one. Items without a key are never
    /// dropped. By page number or offset, they are new only if no earlier item has the same content.
    fn drop_repeats<T: Keyed>(&mut self, at: &Position, items: &mut Vec<T>) -> u64 {
        let received = items.len();
        if matches!(at, Position::Start | Position::Token(_)) {
            let before = std::mem::take(&mut self.neighbours);
            let (first, fresh) = (&self.first, &mut self.neighbours);
            let mut first_again = 0;
            items.retain(|item| match item.key() {
                Some(key) => {
                    first_again += u64::from(first.contains(&key));
                    !before.contains(&key) & fresh.insert(key)
                }
                None => true,
            });
            self.first_again = first_again;
            if self.first.is_empty() {
                self.first = before;
            }
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
        (items.len() - old.min(received)) as u64
    }

    fn step(&mut self, at: &Position, received: u64, new: u64, signals: Signals) -> Step {
        match at {
            Position::Page(page) => self.after_page(*page, received, new, signals),
            Position::Offset(offset) => self.after_offset(*offset, received, new, signals.total),
            Position::Start | Position::Token(_) => self.after_cursor(at, received, new, signals),
        }
    }

    fn ends_with(&self, signal: EndSignal) -> bool {
        self.paging.ends.contains(&signal)
    }

    fn after_page(&self, page: u64, received: u64, new: u64, signals: Signals) -> Step {
        let Signals { next, total, pages } = signals;
        let is_last = |pages: u64| page >= pages;
        let ended = received == 0 && self.ends_with(EndSignal::EmptyPage)
            || next == Next::Null && self.ends_with(EndSignal::NullNext)
            || self.ends_with(EndSignal::LastPage) && pages.is_some_and(is_last)
            || self.ends_with(EndSignal::Total) && total.is_some() && self.read == total;
        let names_next = matches!(next, Next::At(_) | Next::Exists);
        let problem = match (&next, pages) {
            (Next::At(Position::Page(next)), _) if *next <= page => {
                format!("after page {page} the vendor names page {next} as the next one")
            }
            _ if received == 0 && names_next => {
                format!("page {page} is empty, and the vendor names a next page")
            }
            (_, Some(pages)) if names_next && is_last(pages) => {
                format!("after page {page} the vendor names a next page, and counts {pages} pages")
            }
            (Next::Null, Some(pages)) if self.ends_with(EndSignal::NullNext) && !is_last(pages) => {
                format!("after page {page} the vendor names no next page, and counts {pages} pages")
            }
            (_, Some(pages)) if ended && !is_last(pages) => {
                format!("page {page} is empty, and the vendor counts {pages} pages")
            }
            _ if ended && !names_next => return self.end_by_number(total),
            _ if received == 0 => format!("page {page} is empty, which does not end this listing"),
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

    fn after_offset(&self, offset: u64, received: u64, new: u64, total: Option<u64>) -> Step {
        let Some(next) = offset.checked_add(received) else {
            return Step::Incomplete("no offset lies beyond this page".to_owned());
        };
        let reached = self.ends_with(EndSignal::Total)
            && total.is_some_and(|total| self.read.unwrap_or(next).max(next) >= total);
        if reached || received == 0 && self.ends_with(EndSignal::EmptyPage) {
            return self.end_by_number(total);
        }
        if new == 0 {
            return Step::Incomplete(format!("the page at offset {offset} repeats what was read before it"));
        }
        self.to_offset(next, total)
    }

    /// Continues at an offset, if offsets reach that far.
    fn to_offset(&self, offset: u64, total: Option<u64>) -> Step {
        match self.paging.reach {
            Some(reach) if offset >= reach => Step::Incomplete(format!(
                "offsets reach only the first {reach} items{}; read on with `stream`, which follows the \
                 vendor's cursor",
                total.map(|total| format!(" of {total}")).unwrap_or_default(),
            )),
            _ => Step::Next(Position::Offset(offset)),
        }
    }

    fn after_cursor(&mut self, at: &Position, received: u64, new: u64, signals: Signals) -> Step {
        // If items were removed, the number of items read does not show whether there are more.
        let total_fell = self.most.map(NonZeroU64::get) > signals.total;
        let reached = self.ends_with(EndSignal::Total)
            && self.read.is_some()
            && self.read == signals.total
            && !total_fell;
        let repeats_cursor = match &signals.next {
            Next::At(Position::Token(next)) => !self.cursors.insert(self.hashing.hash_one(next)),
            _ => false,
        };
        match signals.next {
            Next::At(next) if received > 0 && next != *at && repeats_cursor => {
                Step::Incomplete("the vendor's cursor leads back to a page that was read".to_owned())
            }
            // Rows that came and went give such a page another cursor and other neighbours.
            _ if received > 0 && self.first_again >= received - self.first_again => Step::Incomplete(
                "the page repeats the first one: the vendor ignored its own cursor".to_owned(),
            ),
            _ if reached || received == 0 && self.ends_with(EndSignal::EmptyPage) => self.end(signals.total),
            _ if new == 0 => Step::Incomplete("the page repeats the previous one".to_owned()),
            Next::At(next) if next != *at => Step::Next(next),
            // A vendor's cursor that is missing or unchanged proves nothing. Offsets show whether there is more.
            _ => match self.read {
                Some(read) if self.paging.reach.is_none_or(|reach| read < reach) => {
                    for key in self.neighbours.drain() {
                        self.seen.insert(key);
                    }
                    Step::Next(Position::Offset(read))
                }
                _ => Step::Incomplete(format!(
                    "the vendor sent no new cursor{}, and offsets do not reach the rest",
                    if signals.total.is_none() { " and no count of the items" } else { "" }
                )),
            },
        }
    }

    /// As [`Reader::end`], for listings by page number or offset: if items were removed, later items have moved.
    fn end_by_number(&self, total: Option<u64>) -> Step {
        match (self.end(total), self.most, total) {
            (Step::Complete, Some(most), Some(total)) if most.get() > total => Step::Incomplete(format!(
                "the vendor counted {most} items and then {total}: items were removed during the listing"
            )),
            (end, ..) => end,
        }
    }

    /// The vendor says that the listing ends here. Complete if the total of this page, or of an earlier one, agrees.
    fn end(&self, total: Option<u64>) -> Step {
        match (self.read, total.or(self.most.map(NonZeroU64::get))) {
            (Some(read), Some(total)) if read < total => {
                Step::Incomplete(format!("{read} of the {total} items that the vendor counts were read"))
            }
            (Some(read), Some(total)) if read > total => Step::Incomplete(format!(
                "{read} items were read, and the vendor counts {total}: items were removed during the listing"
            )),
            _ => Step::Complete,
        }
    }
}

/// The keys of all items so far, stored compactly because a listing may be longer than memory.
#[derive(Debug, Default)]
struct SeenKeys {
    /// Ids are often consecutive numbers: 64 of them share an entry, one bit each.
    numbers: BTreeMap<u64, u64>,
    texts: HashSet<Id>,
}

impl SeenKeys {
    fn insert(&mut self, key: Id) -> bool {
        let Some(number) = key.as_u64() else {
            return self.texts.insert(key);
        };
        let (bits, bit) = (self.numbers.entry(number / 64).or_default(), 1 << (number % 64));
        let is_new = *bits & bit == 0;
        *bits |= bit;
        is_new
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_repeated_keys() {
        let mut seen = SeenKeys::default();
        let number = |number: u64| Id::from(number);
        for (label, key, is_new) in [
            ("a number", number(7), true),
            ("again", number(7), false),
            ("again, as text", Id::from("7"), false),
            ("none", number(0), true),
            ("the last of an entry", number(63), true),
            ("the first of the next", number(64), true),
            ("the same bit of the next", number(71), true),
            ("the largest", number(u64::MAX), true),
            ("the largest again", number(u64::MAX), false),
            ("a text", Id::from("07"), true),
            ("the text again", Id::from("07"), false),
        ] {
            assert_eq!(seen.insert(key), is_new, "{label}");
        }
    }

    #[test]
    fn consecutive_numbers_are_compact() {
        let mut seen = SeenKeys::default();
        assert!((0..64_000).all(|number| seen.insert(Id::from(number))));
        assert_eq!((seen.numbers.len(), seen.texts.len()), (1_000, 0));
    }
}
