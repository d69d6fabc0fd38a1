//! Whatever an answer asks to wait, a call ends.

use proptest::prelude::*;
use proptest::sample::select;
use tassel_tests::hostile::headers;

use crate::support::{CASES, bytes, check, concat, damaged, line, operations, samples, text};

const NAMES: &[&str] =
    &["retry-after", "date", "nc-rate-limit-limit", "nc-rate-limit-remaining", "nc-rate-limit-reset"];
const VALUES: &[&str] = &[
    "0",
    "1",
    "7",
    "30",
    "59",
    "99",
    "100",
    "101",
    "3600",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "18446744073709551616",
    "99999999999999999999999999999999999999",
    "-1",
    "-0",
    "+5",
    "1.5",
    "1e3",
    "0x10",
    "NaN",
    "inf",
    "-inf",
    "",
    " ",
    "soon",
    "30, 60",
    "Tue, 01 Sep 2026 08:00:30 GMT",
    "Tue, 01 Sep 2026 07:00:00 GMT",
    "Fri, 31 Dec 9999 23:59:59 GMT",
    "Thu, 01 Jan 1970 00:00:00 GMT",
    "Mon, 01 Jan 0001 00:00:00 +2359",
    "Tue, 31 Feb 2026 25:61:61 GMT",
    "2026-09-01T08:00:30Z",
    "\u{e9}",
    "\t",
];

fn status() -> impl Strategy<Value = u16> {
    select(vec![200, 400, 404, 429, 429, 429, 500, 502, 503, 503, 504])
}

fn header() -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![3 => text(VALUES, 2), 1 => text(VALUES, 3), 1 => bytes(24)];
    (select(NAMES), value).prop_map(|(name, value)| [name.as_bytes(), b": ", &value, b"\n"].concat())
}

#[test]
fn any_values() {
    let headers_of = proptest::collection::vec(header(), 0..6).prop_map(|headers| headers.concat());
    let body = Just(b"\n{}".to_vec()).boxed();
    let said =
        check(CASES, concat(vec![line(operations, status()).boxed(), headers_of.boxed(), body]), headers);
    assert!(said.contains_key(&2) && said.contains_key(&8), "{said:?}");
}

#[test]
fn damaged_examples() {
    let said = check(CASES, damaged(samples("headers")), headers);
    assert!(said.len() > 2, "{said:?}");
}
