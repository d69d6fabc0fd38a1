//! Prefetched pages, and a listing that is longer than memory.

use std::process::Command;

use crate::processes::{ASIDE, Server, counted, figures, steady, this};
use crate::row::{Row, Target, median};

/// 200 pages of 50 ms each, 8 at a time against one after the other. `read_slow_pages` asserts the order and the number
/// of requests.
pub fn pages_ahead() -> Vec<Row> {
    let read = |at_a_time: &str| {
        // The server is a thread of the same process, on the other processor.
        let figures = figures(steady(&this()).args(["read-slow-pages", at_a_time]));
        (figures[0], figures[1])
    };
    let rounds: Vec<_> = (0..3).map(|_| (read("1").0, read("8"))).collect();
    let most = rounds.iter().map(|(_, (_, most))| *most).fold(0.0, f64::max);
    let (one, eight) = (median(rounds.iter().map(|it| it.0)), median(rounds.iter().map(|it| it.1.0)));
    let ratio = median(rounds.iter().map(|(one, (eight, _))| one / eight));
    vec![
        Row::ratio(
            "200 pages of 50 ms: `prefetch(8)` against one after the other",
            format!("{eight:.2} s, one after the other {one:.2} s"),
            ratio,
            Target::AtLeast(7.5),
        ),
        Row {
            what: "the same: pages in memory".to_owned(),
            measured: "answered, and not yet handed out".to_owned(),
            figure: most,
            unit: "",
            target: Target::AtMost(9.0),
        },
    ]
}

/// What is held of an answer. A body is at least 64 KiB: a text of the corpus, as often as it takes.
pub fn held() -> Vec<Row> {
    let figures = figures(Command::new(counted()).arg("held"));
    let [kept, failed, bodies] = figures[..] else { panic!("{figures:?}") };
    let row = |by: &str, figure| Row {
        what: format!("bytes held per byte received, worst case over the fuzz corpus: {by}"),
        measured: format!("{bodies} bodies"),
        figure,
        unit: "×",
        target: Target::AtMost(3.0),
    };
    vec![row("a field that no model knows", kept), row("an error", failed)]
}

/// A stream of 1,000,000 credentials: 20,000 pages.
pub fn memory() -> Vec<Row> {
    let server = Server::start("canned", ASIDE);
    // Not by `on`, so that memory is returned to the system as usual.
    let figures = figures(Command::new(counted()).args(["memory", &server.address]));
    let [most, first, last, first_heap, last_heap] = figures[..] else { panic!("{figures:?}") };
    vec![
        Row {
            what: "a stream of 1,000,000 credentials: resident above idle".to_owned(),
            measured: "the most that was sampled, every 1,000 rows".to_owned(),
            figure: most / 1024.0,
            unit: "MiB",
            target: Target::AtMost(48.0),
        },
        Row {
            what: "the same: growth from the first tenth to the last, resident".to_owned(),
            measured: format!("means {:.2} and {:.2} MiB", first / 1024.0, last / 1024.0),
            figure: (last - first) / 1024.0,
            unit: "MiB",
            target: Target::AtMost(1.0),
        },
        Row {
            what: "the same, on the heap".to_owned(),
            measured: format!("means {first_heap:.0} and {last_heap:.0} KiB"),
            figure: (last_heap - first_heap) / 1024.0,
            unit: "MiB",
            target: Target::AtMost(1.0),
        },
    ]
}
