//! Properties of listings against a server that may cap its pages, leave pages empty, ignore the query, repeat its
//! cursors, and add and remove items meanwhile. The listing ends. It yields no id twice where positions are computed.
//! It is complete by every signal of the server, or ends in an error.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use http::{Request, Response};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use serde_json::{Value, json};
use tassel_core::Error;
use tassel_core::kit::{Bytes, Listing, TryStreamExt};
use tassel_core::operation::{Paging, PagingStyle};
use tassel_core::transport::{Body, Transport, TransportError};

use crate::paging::{BY_COUNT, BY_NUMBER, Leading, Numbered, Query, Thing};
use crate::support::{client, paged};

static PAGES: Paging = Paging::new(PagingStyle::Page, 5).ends(BY_NUMBER);
static OFFSETS: Paging = Paging::new(PagingStyle::Offset, 5).ends(BY_COUNT);
static CURSORS: Paging = Paging::new(PagingStyle::CursorOrOffset, 5).ends(BY_COUNT);

/// A defect of the server.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Defect {
    None,
    /// Every page is the first one.
    FirstPage,
    /// One page is empty.
    EmptyAt(usize),
    /// One cursor leads to its own page.
    CursorRepeatedAt(usize),
    /// One answer lacks a signal: the total, the number of pages, or the next page.
    SignalMissingAt(usize, usize),
}

/// An item that is added or removed before a request is answered.
#[derive(Debug, Clone, Copy)]
struct Change {
    before: usize,
    at: prop::sample::Index,
    is_new: bool,
}

/// A server, and a way to read it.
#[derive(Debug, Clone)]
struct Case {
    items: u64,
    size: u64,
    cap: usize,
    /// Whether it states the total, the number of pages, and the next page.
    signals: [bool; 3],
    defect: Defect,
    changes: Vec<Change>,
    ahead: usize,
}

impl Case {
    fn is_correct(&self) -> bool {
        self.defect == Defect::None && self.changes.is_empty()
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let defect = prop_oneof![
        4 => Just(Defect::None),
        1 => Just(Defect::FirstPage),
        1 => (0..6_usize).prop_map(Defect::EmptyAt),
        1 => (0..6_usize).prop_map(Defect::CursorRepeatedAt),
        4 => (0..6_usize, 0..3_usize).prop_map(|(number, signal)| Defect::SignalMissingAt(number, signal)),
    ];
    let change = (1..6_usize, any::<prop::sample::Index>(), any::<bool>());
    let change = change.prop_map(|(before, at, is_new)| Change { before, at, is_new });
    let changes = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(change, 1..4)];
    let signals = any::<[bool; 3]>();
    (0..40_u64, 1..9_u64, 1..9_usize, signals, defect, changes, 1..4_usize).prop_map(
        |(items, size, cap, signals, defect, changes, ahead)| Case {
            items,
            size,
            cap,
            signals,
            defect,
            changes,
            ahead,
        },
    )
}

/// The server of a case.
#[derive(Debug, Clone)]
struct Server(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    case: Case,
    style: PagingStyle,
    items: Vec<u64>,
    answers: Vec<Value>,
}

#[async_trait]
impl Transport for Server {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let answer = self.0.lock().unwrap().answer(&serde_json::from_slice(request.body()).unwrap());
        Ok(Response::new(answer.to_string().into()))
    }
}

impl State {
    fn answer(&mut self, query: &Value) -> Value {
        let number = self.answers.len();
        assert!(number < 200, "the listing does not end");
        for Change { at, is_new, .. } in self.case.changes.iter().filter(|it| it.before == number) {
            if *is_new {
                let new = 1000 + self.items.len() as u64 + 100 * number as u64;
                self.items.insert(at.index(self.items.len() + 1), new);
            } else if !self.items.is_empty() {
                self.items.remove(at.index(self.items.len()));
            }
        }
        let cap = self.case.cap.min(usize::try_from(query["size"].as_u64().unwrap()).unwrap());
        let token = || query["cursor"].as_str().map_or(0, |token| token.parse().unwrap());
        let from = match self.style {
            PagingStyle::Page => (usize::try_from(query["page"].as_u64().unwrap()).unwrap() - 1) * cap,
            PagingStyle::Offset => usize::try_from(query["from"].as_u64().unwrap()).unwrap(),
            _ => query["from"].as_u64().map_or_else(token, |from| usize::try_from(from).unwrap()),
        };
        let from = if self.case.defect == Defect::FirstPage { 0 } else { from };
        let empty = self.case.defect == Defect::EmptyAt(number);
        let things: Vec<_> =
            self.items.iter().skip(from).take(if empty { 0 } else { cap }).copied().collect();
        let end = from + cap;
        let mut answer = json!({"things": things});
        let [total, pages, next] = self.case.signals;
        if total {
            answer["total"] = json!(self.items.len());
        }
        match self.style {
            PagingStyle::Page => {
                // A server without any signal has no end.
                if pages || !next {
                    answer["pages"] = json!(self.items.len().div_ceil(cap));
                }
                if !next {
                    answer["missing"] = json!(true);
                } else if end < self.items.len() {
                    answer["next"] = json!(end / cap + 1);
                }
            }
            PagingStyle::Offset => {}
            _ if end < self.items.len() => {
                let next = if self.case.defect == Defect::CursorRepeatedAt(number) { from } else { end };
                answer["next"] = json!(next.to_string());
            }
            _ => {}
        }
        if let Defect::SignalMissingAt(at, signal) = self.case.defect
            && at == number
        {
            let name = ["total", "pages", "next"][signal];
            answer.as_object_mut().unwrap().remove(name);
            if name == "next" {
                answer["missing"] = json!(true);
            }
        }
        self.answers.push(answer.clone());
        answer
    }
}

/// The items that were read, the end, the answers, and the items that the server has at the end.
async fn read(style: PagingStyle, case: &Case) -> (Vec<u64>, Result<(), Error>, Vec<Value>, Vec<u64>) {
    let items = (1..=case.items).collect();
    let state = State { case: case.clone(), style, items, answers: Vec::new() };
    let server = Server(Arc::new(Mutex::new(state)));
    let query = Query { size: Some(case.size), ..Query::default() };
    macro_rules! stream {
        ($body:ty, $paging:expr) => {{
            let listing = Listing::<Query, $body>::new(&client(server.clone()), paged($paging), query);
            if case.ahead > 1 { listing.prefetch(case.ahead) } else { listing.stream() }
        }};
    }
    let mut stream = match style {
        PagingStyle::Page => stream!(Numbered, &PAGES),
        PagingStyle::Offset => stream!(Numbered, &OFFSETS),
        _ => stream!(Leading, &CURSORS),
    };
    let mut read_items = Vec::new();
    let end = loop {
        match stream.try_next().await {
            Ok(Some(Thing(id))) => read_items.push(id.as_u64().unwrap()),
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    let state = server.0.lock().unwrap();
    (read_items, end, state.answers.clone(), state.items.clone())
}

/// The key of the random numbers of a seed.
fn key(seed: u64) -> [u8; 32] {
    match u8::try_from(seed) {
        Ok(byte) => [byte; 32],
        Err(_) => std::array::from_fn(|index| seed.to_le_bytes()[index % 8]),
    }
}

fn check(style: PagingStyle) {
    let seed = std::env::var("TASSEL_TEST_SEED").map_or(1, |seed| seed.parse().unwrap());
    println!("TASSEL_TEST_SEED={seed}");
    let config = Config { cases: 1000, failure_persistence: None, ..Config::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &key(seed)));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
    let result = runner.run(&cases(), |case| {
        let (read_items, end, answers, items) = runtime.block_on(read(style, &case));
        // With a cursor, positions are not computed.
        let computed = matches!(style, PagingStyle::Page | PagingStyle::Offset) || case.ahead > 1;
        let distinct: BTreeSet<_> = read_items.iter().collect();
        prop_assert!(!computed || distinct.len() == read_items.len(), "an id was read twice: {read_items:?}");
        if case.is_correct() {
            prop_assert!(end.is_ok(), "{end:?} after {answers:?}");
            prop_assert_eq!(&read_items, &items);
        }
        if end.is_ok() && case.changes.is_empty() && matches!(case.defect, Defect::SignalMissingAt(..)) {
            prop_assert_eq!(&read_items, &items, "complete without all items, after {:?}", answers);
        }
        match &end {
            Ok(()) => {
                // Pages in flight beyond the end may be answered last, with the same signals.
                let last = answers.last().unwrap();
                if let Some(total) = last["total"].as_u64() {
                    prop_assert_eq!(read_items.len() as u64, total, "complete, but not by the total");
                }
                if case.ahead == 1 {
                    // With a cursor, an empty page and the total are ends.
                    let ends = last["things"] == json!([]) && style == PagingStyle::CursorOrOffset;
                    prop_assert!(
                        last["next"].is_null() || last["total"].is_u64() || ends,
                        "complete, but the last page names a next page"
                    );
                    let read = answers.len() as u64;
                    let pages = last["pages"].as_u64().unwrap_or(0);
                    prop_assert!(read >= pages, "complete after {read} pages of {pages}");
                }
            }
            Err(error) => prop_assert_eq!(error.kind(), "incomplete", "{}", error),
        }
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("TASSEL_TEST_SEED={seed}: {error}"));
}

#[test]
fn pages_by_number() {
    check(PagingStyle::Page);
}

#[test]
fn pages_by_offset() {
    check(PagingStyle::Offset);
}

#[test]
fn pages_by_cursor_or_offset() {
    check(PagingStyle::CursorOrOffset);
}
