//! Listings against a server that may cap its pages, leave some empty, ignore what it is asked, repeat its cursors, and
//! have rows come and go while it is read: the reading ends, yields no id twice where pages are computed, and is
//! complete by every signal of the server or says that it is not.

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

/// A way for the server not to do as it is asked, from a request on or at one.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Lie {
    None,
    /// Every page is the first one.
    FirstPage,
    /// One page is empty.
    EmptyAt(usize),
    /// One cursor leads to the page it came with.
    RepeatedAt(usize),
    /// One answer lacks one of its signals: the total, the number of pages, or what follows.
    SilentAt(usize, usize),
}

/// A row that comes or goes before a request is answered.
#[derive(Debug, Clone, Copy)]
struct Change {
    before: usize,
    at: prop::sample::Index,
    comes: bool,
}

/// A server, and how it is read.
#[derive(Debug, Clone)]
struct Case {
    rows: u64,
    size: u64,
    cap: usize,
    /// Whether it tells the total, the number of pages, and whether there is a next one.
    tells: [bool; 3],
    lie: Lie,
    changes: Vec<Change>,
    ahead: usize,
}

impl Case {
    fn is_honest(&self) -> bool {
        self.lie == Lie::None && self.changes.is_empty()
    }
}

fn cases() -> impl Strategy<Value = Case> {
    let lie = prop_oneof![
        4 => Just(Lie::None),
        1 => Just(Lie::FirstPage),
        1 => (0..6_usize).prop_map(Lie::EmptyAt),
        1 => (0..6_usize).prop_map(Lie::RepeatedAt),
        4 => (0..6_usize, 0..3_usize).prop_map(|(number, signal)| Lie::SilentAt(number, signal)),
    ];
    let change = (1..6_usize, any::<prop::sample::Index>(), any::<bool>());
    let change = change.prop_map(|(before, at, comes)| Change { before, at, comes });
    let changes = prop_oneof![2 => Just(Vec::new()), 1 => prop::collection::vec(change, 1..4)];
    let tells = any::<[bool; 3]>();
    (0..40_u64, 1..9_u64, 1..9_usize, tells, lie, changes, 1..4_usize).prop_map(
        |(rows, size, cap, tells, lie, changes, ahead)| Case { rows, size, cap, tells, lie, changes, ahead },
    )
}

/// The server of a case: what it has, and what it has answered.
#[derive(Debug, Clone)]
struct Server(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    case: Case,
    style: PagingStyle,
    rows: Vec<u64>,
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
    fn answer(&mut self, asked: &Value) -> Value {
        let number = self.answers.len();
        assert!(number < 200, "it does not end");
        for Change { at, comes, .. } in self.case.changes.iter().filter(|it| it.before == number) {
            if *comes {
                let new = 1000 + self.rows.len() as u64 + 100 * number as u64;
                self.rows.insert(at.index(self.rows.len() + 1), new);
            } else if !self.rows.is_empty() {
                self.rows.remove(at.index(self.rows.len()));
            }
        }
        let cap = self.case.cap.min(usize::try_from(asked["size"].as_u64().unwrap()).unwrap());
        let token = || asked["cursor"].as_str().map_or(0, |token| token.parse().unwrap());
        let from = match self.style {
            PagingStyle::Page => (usize::try_from(asked["page"].as_u64().unwrap()).unwrap() - 1) * cap,
            PagingStyle::Offset => usize::try_from(asked["from"].as_u64().unwrap()).unwrap(),
            _ => asked["from"].as_u64().map_or_else(token, |from| usize::try_from(from).unwrap()),
        };
        let from = if self.case.lie == Lie::FirstPage { 0 } else { from };
        let empty = self.case.lie == Lie::EmptyAt(number);
        let things: Vec<_> = self.rows.iter().skip(from).take(if empty { 0 } else { cap }).copied().collect();
        let end = from + cap;
        let mut answer = json!({"things": things});
        let [total, pages, next] = self.case.tells;
        if total {
            answer["total"] = json!(self.rows.len());
        }
        match self.style {
            PagingStyle::Page => {
                // Without any word on what follows there is nothing to go by.
                if pages || !next {
                    answer["pages"] = json!(self.rows.len().div_ceil(cap));
                }
                if !next {
                    answer["said"] = json!(false);
                } else if end < self.rows.len() {
                    answer["next"] = json!(end / cap + 1);
                }
            }
            PagingStyle::Offset => {}
            _ if end < self.rows.len() => {
                let next = if self.case.lie == Lie::RepeatedAt(number) { from } else { end };
                answer["next"] = json!(next.to_string());
            }
            _ => {}
        }
        if let Lie::SilentAt(at, signal) = self.case.lie
            && at == number
        {
            let name = ["total", "pages", "next"][signal];
            answer.as_object_mut().unwrap().remove(name);
            if name == "next" {
                answer["said"] = json!(false);
            }
        }
        self.answers.push(answer.clone());
        answer
    }
}

/// What came, and how it ended.
async fn read(style: PagingStyle, case: &Case) -> (Vec<u64>, Result<(), Error>, Vec<Value>, Vec<u64>) {
    let rows = (1..=case.rows).collect();
    let state = State { case: case.clone(), style, rows, answers: Vec::new() };
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
    let mut came = Vec::new();
    let end = loop {
        match stream.try_next().await {
            Ok(Some(Thing(id))) => came.push(id.as_u64().unwrap()),
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    let state = server.0.lock().unwrap();
    (came, end, state.answers.clone(), state.rows.clone())
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
        let (came, end, answers, rows) = runtime.block_on(read(style, &case));
        // Where a cursor leads, pages are not computed.
        let computed = matches!(style, PagingStyle::Page | PagingStyle::Offset) || case.ahead > 1;
        let distinct: BTreeSet<_> = came.iter().collect();
        prop_assert!(!computed || distinct.len() == came.len(), "an id came twice: {came:?}");
        if case.is_honest() {
            prop_assert!(end.is_ok(), "{end:?} after {answers:?}");
            prop_assert_eq!(&came, &rows);
        }
        if end.is_ok() && case.changes.is_empty() && matches!(case.lie, Lie::SilentAt(..)) {
            prop_assert_eq!(&came, &rows, "complete without all of it, after {:?}", answers);
        }
        match &end {
            Ok(()) => {
                // Pages that were under way beyond the end may come last, and say the same.
                let last = answers.last().unwrap();
                if let Some(total) = last["total"].as_u64() {
                    prop_assert_eq!(came.len() as u64, total, "complete, and the total says otherwise");
                }
                if case.ahead == 1 {
                    // An empty page is an end where a cursor leads; so is the total.
                    let ends = last["things"] == json!([]) && style == PagingStyle::CursorOrOffset;
                    prop_assert!(
                        last["next"].is_null() || last["total"].is_u64() || ends,
                        "complete, and the last page names a next one"
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
