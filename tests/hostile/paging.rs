//! Whatever the pages of a listing say, reading it ends.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use tassel_tests::hostile::paging;

use crate::support::{CASES, check, concat, damaged, line, listings, samples, text};

/// What a field of an envelope may hold.
const VALUES: &[&str] = &[
    "null",
    "true",
    "0",
    "1",
    "2",
    "3",
    "4",
    "-1",
    "1.5",
    "2.0",
    "1e3",
    "4294967296",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551614",
    "18446744073709551615",
    "18446744073709551616",
    "1e999",
    "\"\"",
    "\"a\"",
    "\"b\"",
    "\"2\"",
    "\"https://evil.example.org/?page=2\"",
    "[]",
    "{}",
];
const FIELDS: &[&str] = &[
    "next_page",
    "next_page_url",
    "cursor",
    "count",
    "total_count",
    "total_pages",
    "totalResultCount",
    "currentResultCount",
    "page_size",
    "current_page",
];
/// Fields with what makes sense in them.
const USUAL: &[(&str, &str)] = &[
    ("next_page", "2"),
    ("next_page", "3"),
    ("next_page", "18446744073709551615"),
    ("next_page_url", "\"https://evil.example.org/?page=2\""),
    ("next_page_url", "\"\""),
    ("cursor", "\"a\""),
    ("cursor", "\"b\""),
    ("count", "3"),
    ("total_count", "3"),
    ("total_count", "18446744073709551615"),
    ("total_pages", "2"),
    ("totalResultCount", "3"),
];
/// What the rows are under; nothing where the page is a list.
const KEYS: &[&str] = &["", "credentials", "groups", "participants", "exports", "results", "data", "items"];
const PIECES: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "\"",
    "\"meta\":",
    "\"results\":[",
    "{\"id\":1}",
    "{\"id\":2}",
    "null",
    "1",
    "\n",
];

/// A row that every listing can read; `0` is one that cannot be told from others where an address does it.
fn row(id: u8) -> String {
    let address = if id == 0 {
        String::new()
    } else {
        format!("\"email\":\"row{id}@example.org\",\"event_slug\":\"a\",")
    };
    format!(
        "{{\"id\":{id},{address}\"state\":\"a\",\"name\":\"a\",\"firstName\":\"a\",\"lastName\":\"a\",\"lessonVersionId\":{id}}}"
    )
}

fn page() -> impl Strategy<Value = Vec<u8>> {
    let rows = prop_oneof![3 => vec(0..6_u8, 0..5), 1 => vec(any::<u8>(), 0..3)];
    let fields = vec(prop_oneof![9 => select(USUAL), 1 => (select(FIELDS), select(VALUES))], 0..5);
    (prop::option::weighted(0.2, select(KEYS)), rows, fields).prop_map(|(key, rows, mut fields)| {
        // A field that comes twice makes no page.
        fields.sort_unstable();
        fields.dedup_by_key(|(name, _)| *name);
        let fields: Vec<_> = fields.iter().map(|(name, value)| format!("\"{name}\":{value}")).collect();
        let rows = format!("[{}]", rows.into_iter().map(row).collect::<Vec<_>>().join(","));
        let meta = fields.join(",");
        let body = match key {
            None => {
                let rows: Vec<_> = KEYS[1..].iter().map(|key| format!("\"{key}\":{rows}")).collect();
                format!("{{{},\"meta\":{{{meta}}}}}", rows.join(","))
            }
            Some("") => rows,
            Some(key) => format!("{{\"{key}\":{rows},\"meta\":{{{meta}}}}}"),
        };
        (body + "\n").into_bytes()
    })
}

fn ahead() -> impl Strategy<Value = u16> {
    prop_oneof![3 => Just(1_u16), 1 => 2..4_u16]
}

#[test]
fn any_envelopes() {
    let pages = vec(page(), 1..5).prop_map(|pages| pages.concat()).boxed();
    let said = check(CASES, concat(vec![line(listings, ahead()).boxed(), pages]), paging);
    assert!(said.len() == 3 && said.values().all(|times| *times > CASES / 100), "{said:?}");
}

#[test]
fn any_text() {
    check(CASES, concat(vec![line(listings, ahead()).boxed(), text(PIECES, 24)]), paging);
}

#[test]
fn damaged_examples() {
    let said = check(CASES, damaged(samples("paging")), paging);
    assert!(said.len() >= 3, "{said:?}");
}
