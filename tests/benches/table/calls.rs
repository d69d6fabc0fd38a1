//! The cost of a call, against raw reqwest with `.json()` into structs without unknown fields.

use crate::processes::{ASIDE, HERE, Server, counted, figures, instructions, on, seconds};
use crate::row::{Comparison, Row, Target, compare, grouped};

/// One credential and one page: instructions counted by callgrind, and allocations.
pub fn one_and_page() -> Vec<Row> {
    let server = Server::start("canned", ASIDE);
    let rows = [
        ("one credential", "one", "raw-one", 400, Target::AtMost(1.05)),
        ("one page of 50", "page", "raw-page", 40, Target::AtMost(1.0)),
        ("a page that cannot be read", "wrong-page", "raw-page", 40, Target::None),
    ];
    let mut rows: Vec<_> = rows
        .into_iter()
        .map(|(what, ours, raw, calls, target)| {
            instructions_row(what, ours, raw, calls, &server.address, target)
        })
        .collect();
    let blocks = |mode: &str| {
        let count = |calls: u64| {
            let calls = calls.to_string();
            figures(on(HERE, counted()).args(["allocations", mode, &calls, &server.address]))[0]
        };
        // Each run makes a tenth more calls, to warm up.
        (count(300) - count(100)) / 220.0
    };
    let (ours, raw) = (blocks("one"), blocks("raw-one"));
    rows.push(Row {
        what: "one credential: allocations beyond raw reqwest's".to_owned(),
        measured: format!("{ours:.0}, raw {raw:.0}"),
        figure: (ours - raw).round(),
        unit: "",
        target: Target::AtMost(20.0),
    });
    rows
}

/// One credential and one page: time.
pub fn time() -> Vec<Row> {
    let server = Server::start("canned", HERE);
    let rows = [
        ("one credential, time", "one", "raw-one", 2_000, Target::None),
        ("one page of 50, time", "page", "raw-page", 300, Target::AtMost(0.96)),
    ];
    rows.into_iter()
        .map(|(what, ours, raw, calls, target)| {
            let time = |mode| seconds(mode, calls, &server.address) / calls as f64 * 1e6;
            let Comparison { ours, theirs, ratio } = compare(9, || time(ours), || time(raw));
            Row::ratio(what, format!("{ours:.1} µs, raw {theirs:.1}"), ratio, target)
        })
        .collect()
}

/// Naming the wrong field costs nothing for a correct body. The mode `wrong-page` asserts that the field is named.
pub fn decode() -> Vec<Row> {
    let what = "reading a page, against serde_json alone on the same model";
    vec![instructions_row(what, "decode", "plain-decode", 40, "", Target::AtMost(1.01))]
}

fn instructions_row(what: &str, ours: &str, raw: &str, calls: u64, address: &str, target: Target) -> Row {
    let (ours, raw) = (instructions(ours, calls, address), instructions(raw, calls, address));
    let measured = format!("{} instructions, raw {}", grouped(ours), grouped(raw));
    Row::ratio(format!("{what}, instructions"), measured, ours as f64 / raw as f64, target)
}

/// Requests per second with 16 in flight on one client. The server has the other processor.
pub fn in_flight() -> Vec<Row> {
    let server = Server::start("canned", ASIDE);
    let calls = 20_000;
    let rate = |mode| calls as f64 / seconds(mode, calls, &server.address);
    let Comparison { ours, theirs, ratio } = compare(9, || rate("at-once"), || rate("raw-at-once"));
    let measured = format!("{} requests/s, raw {}", grouped(ours as u64), grouped(theirs as u64));
    vec![Row::ratio("16 calls in flight on one client", measured, ratio, Target::AtLeast(0.95))]
}
