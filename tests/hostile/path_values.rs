//! Whatever a value holds, the operation that was meant is the one that is called.

use proptest::prelude::*;
use tassel_tests::Vendor;
use tassel_tests::hostile::path_value;

use crate::support::{CASES, bytes, check, concat, damaged, line, operations, samples, text};

const PIECES: &[&str] = &[
    "..", ".", "/", "\\", "%2F", "%2f", "%5C", "%2e", "%2E%2e", "%252e", "%00", "%", ";", "?", "#", "&", "=",
    "+", ",", ":", "@", "//", "{id}", "{", "}", "*", "~", "a", "7", "\0", "\n", "\r\n", "\t", " ", "\u{7f}",
    "\u{e9}", "\u{ff0e}", "\u{2215}", "\u{202e}", "me", "search", "latest", "http:", "[::1]",
];

fn operation() -> BoxedStrategy<Vec<u8>> {
    line(operations, Just(0_u16)).boxed()
}

#[test]
fn any_values() {
    let value = prop_oneof![3 => text(PIECES, 3), 2 => text(PIECES, 8), 1 => bytes(24)].boxed();
    let said = check(CASES, concat(vec![operation(), value]), path_value);
    assert!(said.values().all(|times| *times > CASES / 100), "{said:?}");
}

/// Every word of every vendor's paths, where an id is asked for.
#[test]
fn words_of_paths() {
    let all =
        || Vendor::ALL.iter().flat_map(|vendor| vendor.api().operations.iter().map(move |it| (vendor, it)));
    for (vendor, operation) in all() {
        for word in all().flat_map(|(_, operation)| operation.path.split('/')) {
            path_value(format!("{} {}\n{word}", vendor.api().vendor, operation.id).as_bytes());
        }
    }
}

#[test]
fn long_values() {
    for vendor in Vendor::ALL {
        let with_parameters = vendor.api().operations.iter().filter(|operation| operation.path.contains('{'));
        for operation in with_parameters.take(2) {
            for piece in ["a", "../", "%2e%2e/", "\0"] {
                for length in [1_000, 30_000, 1_000_000] {
                    let value = piece.repeat(length / piece.len());
                    let sent =
                        path_value(format!("{} {}\n{value}", vendor.api().vendor, operation.id).as_bytes());
                    assert!(!sent || length < 1_000_000, "{} {piece} {length}", operation.id);
                }
            }
        }
    }
}

#[test]
fn damaged_examples() {
    check(CASES, damaged(samples("path_value")), path_value);
}
