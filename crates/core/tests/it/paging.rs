//! The ends of listings, complete and incomplete.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tassel_core::Error;
use tassel_core::kit::{Keyed, Listing, Next, PageBody, PageQuery, Signals, TryStreamExt, model, reply};
use tassel_core::operation::{EndSignal, Paging, PagingStyle};
use tassel_core::paging::Position;
use tassel_core::testing::{Scripted, Step};
use tassel_core::values::{Extra, Id};

use crate::support::{client, paged, script};

pub static NUMBERED: Paging = Paging::new(PagingStyle::Page, 3).ends(BY_NUMBER);
pub static LEADING: Paging = Paging::new(PagingStyle::CursorOrOffset, 3).ends(BY_COUNT).reach(9);
pub const BY_NUMBER: &[EndSignal] = &[EndSignal::NullNext, EndSignal::LastPage, EndSignal::EmptyPage];
pub const BY_COUNT: &[EndSignal] = &[EndSignal::Total, EndSignal::EmptyPage];

#[derive(Debug, Clone, Default)]
pub struct Query {
    pub size: Option<u64>,
    pub page: Option<u64>,
    pub from: Option<u64>,
    pub cursor: Option<String>,
    pub extra: Extra,
}
model!(Query { size: "size", page: "page", from: "from", cursor: "cursor" });

impl PageQuery for Query {
    fn size(&self, _: &Paging) -> Option<u64> {
        self.size
    }
    fn seek(&mut self, _: &Paging, position: &Position, size: u64) {
        self.size = Some(size);
        (self.page, self.from, self.cursor) = match position {
            Position::Start => (None, None, None),
            Position::Page(page) => (Some(*page), None, None),
            Position::Offset(from) => (None, Some(*from), None),
            Position::Token(token) => (None, None, Some(token.clone())),
        };
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Thing(pub Id);

/// The id 0 is not a key.
impl Keyed for Thing {
    fn key(&self) -> Option<Id> {
        (self.0.as_u64() != Some(0)).then(|| self.0.clone())
    }
}

macro_rules! body {
    ($name:ident, $next:expr) => {
        #[derive(Debug)]
        pub struct $name {
            things: Vec<Thing>,
            next: Option<Value>,
            missing: Option<bool>,
            total: Option<u64>,
            pages: Option<u64>,
            extra: Extra,
        }
        model!($name { things: "things" required, next: "next", missing: "missing", total: "total", pages: "pages" });
        reply!($name);
        impl PageBody for $name {
            type Item = Thing;
            fn into_parts(self) -> (Vec<Thing>, Signals) {
                let next: fn(&$name) -> Next = $next;
                let signals = Signals { next: next(&self), total: self.total, pages: self.pages };
                (self.things, signals)
            }
        }
    };
}
body!(Numbered, |body| match (&body.next, body.missing) {
    (Some(next), _) if next == "there" => Next::Exists,
    (Some(next), _) => Next::At(Position::Page(next.as_u64().unwrap())),
    (None, Some(true)) => Next::Missing,
    (None, _) => Next::Null,
});
body!(Leading, |body| match &body.next {
    Some(next) => Next::At(Position::Token(next.as_str().unwrap().to_owned())),
    None => Next::Null,
});

pub fn listing<B: PageBody>(script: Scripted, paging: &'static Paging) -> Listing<Query, B> {
    Listing::new(&client(script), paged(paging), Query::default())
}

/// Reads all items, and the text of the error at the end; empty without an error.
pub async fn read(
    mut stream: tassel_core::kit::BoxStream<'static, Result<Thing, Error>>,
) -> (Vec<u64>, String) {
    let mut items = Vec::new();
    loop {
        match stream.try_next().await {
            Ok(Some(thing)) => items.push(thing.0.as_u64().unwrap()),
            Ok(None) => return (items, String::new()),
            Err(error) => {
                let text = error.to_string();
                assert!(stream.try_next().await.unwrap().is_none(), "an error is the last item: {text}");
                return (items, text);
            }
        }
    }
}

pub fn pages(pages: &[Value]) -> Scripted {
    script(pages.iter().map(|page| Step::answer(200, page.to_string())))
}

/// A label, the pages, the items that are read, and the reason why the listing is incomplete.
pub type Row = (&'static str, Vec<Value>, Vec<u64>, &'static str);

/// Listings with a number of pages, or with a next page in an unspecified place.
fn page_counts() -> Vec<Row> {
    let page = |things: &[u64], next: Option<&str>, pages: u64| json!({"things": things, "next": next, "pages": pages});
    vec![
        ("counted", vec![page(&[1], Some("there"), 2), page(&[2], None, 2)], vec![1, 2], ""),
        (
            "counted, without another signal",
            vec![
                json!({"things": [1, 2, 3], "missing": true, "pages": 2}),
                json!({"things": [4, 5, 6], "missing": true, "pages": 2}),
            ],
            vec![1, 2, 3, 4, 5, 6],
            "",
        ),
        (
            "a next page beyond the count",
            vec![page(&[1], Some("there"), 1)],
            vec![1],
            "after page 1 the vendor names a next page, and counts 1 pages",
        ),
        (
            "no next page before the count is reached",
            vec![page(&[1], None, 3)],
            vec![1],
            "after page 1 the vendor names no next page, and counts 3 pages",
        ),
        (
            "the same page repeatedly",
            vec![page(&[1], Some("there"), 9), page(&[1], Some("there"), 9)],
            vec![1],
            "page 2 repeats what was read before it",
        ),
        (
            "items without keys are kept",
            vec![page(&[0, 0, 1], Some("there"), 2), page(&[0, 1], None, 2)],
            vec![0, 0, 1, 0],
            "",
        ),
    ]
}

#[tokio::test]
async fn page_numbers() {
    let rows: Vec<Row> = vec![
        ("one page", vec![json!({"things": [1, 2], "next": null, "total": 2})], vec![1, 2], ""),
        ("nothing", vec![json!({"things": [], "next": null, "total": 0})], vec![], ""),
        (
            "two pages",
            vec![
                json!({"things": [1, 2, 3], "next": 2, "total": 4}),
                json!({"things": [4], "next": null, "total": 4}),
            ],
            vec![1, 2, 3, 4],
            "",
        ),
        (
            "a short page is not the end",
            vec![json!({"things": [1], "next": 2}), json!({"things": [2], "next": null})],
            vec![1, 2],
            "",
        ),
        (
            "no signals, short page: until empty",
            vec![json!({"things": [1], "missing": true}), json!({"things": [], "missing": true})],
            vec![1],
            "",
        ),
        (
            "no signals, full page: until empty",
            vec![
                json!({"things": [1, 2, 3], "missing": true}),
                json!({"things": [4], "missing": true}),
                json!({"things": [], "missing": true}),
            ],
            vec![1, 2, 3, 4],
            "",
        ),
        (
            "no signals, and the same page again",
            vec![
                json!({"things": [1, 2, 3], "missing": true}),
                json!({"things": [1, 2, 3], "missing": true}),
            ],
            vec![1, 2, 3],
            "page 2 repeats what was read before it",
        ),
        (
            "empty, and a next page",
            vec![json!({"things": [1, 2, 3], "next": 2}), json!({"things": [], "next": 3})],
            vec![1, 2, 3],
            "page 2 is empty, and the vendor names a next page",
        ),
        (
            "the next page is the same",
            vec![json!({"things": [1, 2, 3], "next": 2}), json!({"things": [1, 2, 3], "next": 2})],
            vec![1, 2, 3],
            "after page 2 the vendor names page 2 as the next one",
        ),
        (
            "repeats are dropped",
            vec![
                json!({"things": [1, 2, 3], "next": 2}),
                json!({"things": [3, "1", 4], "next": null, "total": 4}),
            ],
            vec![1, 2, 3, 4],
            "",
        ),
        (
            "fewer than the total",
            vec![json!({"things": [1, 2], "next": null, "total": 3})],
            vec![1, 2],
            "2 of the 3 items that the vendor counts were read",
        ),
        (
            "more than the total",
            vec![
                json!({"things": [1, 2, 3], "next": 2, "total": 5}),
                json!({"things": [4], "next": null, "total": 3}),
            ],
            vec![1, 2, 3, 4],
            "4 items were read, and the vendor counts 3: items were removed during the listing",
        ),
        (
            "as many as the total, which fell",
            vec![
                json!({"things": [1, 2, 3], "next": 2, "total": 9}),
                json!({"things": [7, 8, 9], "next": null, "total": 6}),
            ],
            vec![1, 2, 3, 7, 8, 9],
            "the vendor counted 9 items and then 6: items were removed during the listing",
        ),
    ];
    let rows = rows.into_iter().chain(page_counts());
    for (label, answers, want, end) in rows {
        let script = pages(&answers);
        let (items, text) = read(listing::<Numbered>(script.clone(), &NUMBERED).stream()).await;
        assert_eq!(items, want, "{label}");
        let end = if end.is_empty() { String::new() } else { format!("things.list is incomplete: {end}") };
        assert_eq!(text, end, "{label}");
        assert_eq!(script.requests().len(), answers.len(), "{label}: every page was requested");
    }
}

/// Serves `total` things by offset or page number, at most `cap` per page, after one second each.
#[derive(Debug, Clone)]
struct PagedServer {
    total: u64,
    cap: u64,
}

#[async_trait::async_trait]
impl tassel_core::transport::Transport for PagedServer {
    async fn send(
        &self,
        request: http::Request<bytes::Bytes>,
    ) -> Result<http::Response<tassel_core::transport::Body>, tassel_core::transport::TransportError> {
        tokio::time::sleep(crate::support::secs(1)).await;
        let query: Value = serde_json::from_slice(request.body()).unwrap();
        let size = query["size"].as_u64().unwrap().min(self.cap);
        let from = query["from"].as_u64().unwrap_or_else(|| (query["page"].as_u64().unwrap() - 1) * size);
        let to = (from + size).min(self.total);
        let next = (to < self.total).then(|| query["page"].as_u64().map(|page| page + 1));
        let things: Vec<_> = (from..to).collect();
        Ok(http::Response::new(
            json!({"things": things, "next": next, "total": self.total}).to_string().into(),
        ))
    }
}

#[tokio::test(start_paused = true)]
async fn prefetching_keeps_the_order_and_finds_the_end() {
    static FAR: Paging = Paging::new(PagingStyle::CursorOrOffset, 3).ends(BY_COUNT);
    for total in [0, 1, 2, 3, 4, 24, 25] {
        for cap in [1, 2, 3, 5] {
            for ahead in [1, 2, 8, 100] {
                let label = format!("{total} by {cap}, {ahead} ahead");
                let server = PagedServer { total, cap };
                let offsets =
                    Listing::<Query, Leading>::new(&client(server.clone()), paged(&FAR), Query::default());
                let (items, end) = read(offsets.prefetch(ahead)).await;
                assert_eq!((items, end.as_str()), ((0..total).collect(), ""), "{label}");
                let numbers =
                    Listing::<Query, Numbered>::new(&client(server), paged(&NUMBERED), Query::default());
                let (items, end) = read(numbers.prefetch(ahead)).await;
                assert_eq!((items, end.as_str()), ((0..total).collect(), ""), "{label}, by number");
            }
        }
    }
}

/// Pages of three, and from the fourth item on of two.
#[derive(Debug, Clone)]
struct ShrinkingServer;

#[async_trait::async_trait]
impl tassel_core::transport::Transport for ShrinkingServer {
    async fn send(
        &self,
        request: http::Request<bytes::Bytes>,
    ) -> Result<http::Response<tassel_core::transport::Body>, tassel_core::transport::TransportError> {
        let query: Value = serde_json::from_slice(request.body()).unwrap();
        let cap = if query["from"].as_u64().unwrap() < 3 { 3 } else { 2 };
        PagedServer { total: 25, cap }.send(request).await
    }
}

#[tokio::test(start_paused = true)]
async fn a_prefetched_page_of_another_position_is_not_taken() {
    static FAR: Paging = Paging::new(PagingStyle::CursorOrOffset, 3).ends(BY_COUNT);
    for ahead in [1, 2, 8] {
        let listing = Listing::<Query, Leading>::new(&client(ShrinkingServer), paged(&FAR), Query::default());
        let (items, end) = read(listing.prefetch(ahead)).await;
        assert_eq!((items, end.as_str()), ((0..25).collect(), ""), "{ahead} ahead");
    }
}

#[tokio::test(start_paused = true)]
async fn prefetched_pages_are_in_flight_together() {
    let listing = Listing::<Query, Numbered>::new(
        &client(PagedServer { total: 123, cap: 3 }),
        paged(&NUMBERED),
        Query::default(),
    );
    let start = tokio::time::Instant::now();
    let (items, _) = read(listing.prefetch(8)).await;
    assert_eq!(items.len(), 123);
    assert_eq!(start.elapsed().as_secs(), 1 + 40 / 8, "one page, then the other forty by eight");
}

#[tokio::test]
async fn a_single_page_says_why_it_is_the_last() {
    let page = listing::<Numbered>(pages(&[json!({"things": [1], "next": null, "total": 9})]), &NUMBERED)
        .send()
        .await
        .unwrap();
    assert!(page.next.is_none());
    assert_eq!(page.incomplete.unwrap().reason, "1 of the 9 items that the vendor counts were read");
}

#[tokio::test]
async fn the_page_limit_and_errors_end_a_stream() {
    let more = |page: u64| json!({"things": [page], "next": page + 1});
    let limited = listing::<Numbered>(pages(&[more(1), more(2), more(3)]), &NUMBERED).max_pages(2);
    let (items, end) = read(limited.stream()).await;
    assert_eq!(items, [1, 2]);
    assert!(end.contains("the limit of pages was reached"), "{end}");

    let failing = script([Step::answer(200, more(1).to_string()), Step::answer(403, "")]);
    let (items, end) = read(listing::<Numbered>(failing, &NUMBERED).stream()).await;
    assert_eq!(items, [1]);
    assert!(end.starts_with("things.list answered 403"), "{end}");

    let refused = listing::<Numbered>(script([]), &NUMBERED).refuse("because".to_owned());
    let (_, end) = read(refused.stream()).await;
    assert_eq!(end, "things.list was not sent: because");
}
