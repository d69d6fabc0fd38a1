//! Listings by the vendor's cursor or by offset.

use serde_json::json;
use tassel_core::paging::{Cursor, Position};

use crate::paging::{LEADING, Leading, Row, listing, pages, read};

#[tokio::test]
async fn cursors() {
    let rows: Vec<Row> = vec![
        ("one page", vec![json!({"things": [1, 2], "total": 2})], vec![1, 2], ""),
        (
            "two pages",
            vec![json!({"things": [1, 2, 3], "next": "a", "total": 4}), json!({"things": [4], "total": 4})],
            vec![1, 2, 3, 4],
            "",
        ),
        (
            "a cursor on the last page, total reached",
            vec![json!({"things": [1, 2, 3], "next": "a", "total": 3})],
            vec![1, 2, 3],
            "",
        ),
        (
            "as many as the total, which fell",
            vec![
                json!({"things": [1, 2, 3], "next": "a", "total": 7}),
                json!({"things": [4, 5], "next": "b", "total": 5}),
                json!({"things": [6, 7], "total": 5}),
                json!({"things": [], "total": 5}),
            ],
            vec![1, 2, 3, 4, 5, 6, 7],
            "7 items were read, and the vendor counts 5: items were removed during the listing",
        ),
        (
            "back to the beginning, total reached",
            vec![
                json!({"things": [1, 2], "next": "a", "total": 6}),
                json!({"things": [3, 4], "next": "b", "total": 6}),
                json!({"things": [1, 2], "next": "a", "total": 6}),
            ],
            vec![1, 2, 3, 4, 1, 2],
            "the vendor's cursor leads back to a page that was read",
        ),
        (
            "back to the beginning without the second row, total reached",
            vec![
                json!({"things": [1, 2, 3], "next": "a", "total": 9}),
                json!({"things": [4, 5, 6], "next": "b", "total": 9}),
                json!({"things": [1, 3, 4], "next": "c", "total": 9}),
            ],
            vec![1, 2, 3, 4, 5, 6, 1, 3],
            "the page repeats the first one: the vendor ignored its own cursor",
        ),
        (
            "one row moved from the first page to the third",
            vec![
                json!({"things": [1, 2, 3], "next": "a", "total": 9}),
                json!({"things": [4, 5, 6], "next": "b", "total": 9}),
                json!({"things": [7, 1, 8], "next": "c", "total": 9}),
            ],
            vec![1, 2, 3, 4, 5, 6, 7, 1, 8],
            "",
        ),
        (
            "a cursor on the last page, no total",
            vec![json!({"things": [1, 2], "next": "a"}), json!({"things": [], "next": "b"})],
            vec![1, 2],
            "",
        ),
        (
            "a cap below the requested size",
            vec![
                json!({"things": [1], "next": "a", "total": 2}),
                json!({"things": [2], "next": "b", "total": 2}),
            ],
            vec![1, 2],
            "",
        ),
        (
            "the same cursor again, then offsets to the end",
            vec![
                json!({"things": [1, 2, 3], "next": "a"}),
                json!({"things": [4, 5, 6], "next": "a"}),
                json!({"things": []}),
            ],
            vec![1, 2, 3, 4, 5, 6],
            "",
        ),
        (
            "no cursor on a full page, then offsets to the end",
            vec![json!({"things": [1, 2, 3]}), json!({"things": [4]}), json!({"things": []})],
            vec![1, 2, 3, 4],
            "",
        ),
        (
            "no cursor, and offsets are ignored",
            vec![json!({"things": [1, 2, 3]}), json!({"things": [1, 2, 3]})],
            vec![1, 2, 3],
            "the page at offset 3 repeats what was read before it",
        ),
        (
            "no cursor beyond the reach of offsets",
            vec![
                json!({"things": [1, 2, 3], "next": "a"}),
                json!({"things": [4, 5, 6], "next": "b"}),
                json!({"things": [7, 8, 9]}),
            ],
            vec![1, 2, 3, 4, 5, 6, 7, 8, 9],
            "the vendor sent no new cursor and no count of the items, and offsets do not reach the rest",
        ),
        (
            "the same cursor again, total not reached",
            vec![
                json!({"things": [1, 2, 3], "next": "a", "total": 9}),
                json!({"things": [4, 5, 6], "next": "a", "total": 9}),
                json!({"things": [], "total": 9}),
            ],
            vec![1, 2, 3, 4, 5, 6],
            "6 of the 9 items that the vendor counts were read",
        ),
        (
            "the same page again, under another cursor",
            vec![json!({"things": [1, 2, 3], "next": "a"}), json!({"things": [1, 2, 3], "next": "b"})],
            vec![1, 2, 3],
            "the page repeats the previous one",
        ),
        (
            "empty, total not reached",
            vec![
                json!({"things": [1, 2, 3], "next": "a", "total": 9}),
                json!({"things": [], "next": "b", "total": 9}),
            ],
            vec![1, 2, 3],
            "3 of the 9 items that the vendor counts were read",
        ),
        (
            "neighbours repeat",
            vec![json!({"things": [1, 2, 3], "next": "a"}), json!({"things": [3, 4], "total": 4})],
            vec![1, 2, 3, 4],
            "",
        ),
    ];
    for (label, answers, want, end) in rows {
        let script = pages(&answers);
        let (items, text) = read(listing::<Leading>(script.clone(), &LEADING).stream()).await;
        assert_eq!(items, want, "{label}");
        let end = if end.is_empty() { String::new() } else { format!("things.list is incomplete: {end}") };
        assert_eq!(text, end, "{label}");
        assert_eq!(script.requests().len(), answers.len(), "{label}: every page was requested");
    }
    let script =
        pages(&[json!({"things": [1, 2, 3], "next": "a", "total": 4}), json!({"things": [4], "total": 4})]);
    read(listing::<Leading>(script.clone(), &LEADING).stream()).await;
    let sent: Vec<_> =
        script.requests().iter().map(|request| String::from_utf8(request.body().to_vec()).unwrap()).collect();
    assert_eq!(sent, [r#"{"size":3}"#, r#"{"size":3,"cursor":"a"}"#]);
}

#[tokio::test]
async fn offsets() {
    let page = |from: u64, count: u64, total: u64| json!({"things": (from..from + count).collect::<Vec<_>>(), "total": total});
    let rows: Vec<Row> = vec![
        ("to the total", vec![page(0, 3, 5), page(3, 2, 5)], (0..5).collect(), ""),
        (
            "no total: until empty",
            vec![json!({"things": [1, 2]}), json!({"things": [3]}), json!({"things": []})],
            vec![1, 2, 3],
            "",
        ),
        (
            "the offset is ignored",
            vec![json!({"things": [1, 2]}), json!({"things": [1, 2]})],
            vec![1, 2],
            "the page at offset 2 repeats what was read before it",
        ),
        (
            "the offset is ignored, and the items have no keys",
            vec![json!({"things": [0, 0]}), json!({"things": [0, 0]})],
            vec![0, 0, 0, 0],
            "the page at offset 2 repeats what was read before it",
        ),
        (
            "items that move back are not counted twice",
            vec![json!({"things": [1, 2, 3]}), json!({"things": [3, 4]}), json!({"things": []})],
            vec![1, 2, 3, 4],
            "",
        ),
        (
            "beyond reach",
            vec![page(0, 3, 20), page(3, 3, 20), page(6, 3, 20)],
            (0..9).collect(),
            "offsets reach only the first 9 items of 20; read on with `stream`, which follows the vendor's cursor",
        ),
        (
            "empty before the total",
            vec![page(0, 3, 5), page(3, 0, 5)],
            (0..3).collect(),
            "3 of the 5 items that the vendor counts were read",
        ),
    ];
    for (label, answers, want, end) in rows {
        let script = pages(&answers);
        let listing = listing::<Leading>(script.clone(), &LEADING).resume(Cursor::new(Position::Offset(0)));
        let (items, text) = read(listing.stream()).await;
        assert_eq!(items, want, "{label}");
        let end = if end.is_empty() { String::new() } else { format!("things.list is incomplete: {end}") };
        assert_eq!(text, end, "{label}");
        assert_eq!(script.requests().len(), answers.len(), "{label}: every page was requested");
    }
}
