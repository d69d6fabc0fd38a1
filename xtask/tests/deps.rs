//! What is read out of cargo's output.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on may panic")]

use xtask::deps::deny::{Advisories, advisories};
use xtask::deps::tree::Tree;
use xtask::features::combinations;

const GOOD: &str = "\
0 tassel-acme v0.1.0 (/home/tassel/crates/acme)
1 reqwest v0.13.5
2 rustls v0.23.46
3 ring v0.17.14
4 getrandom v0.2.17
3 ring v0.17.14 (*)
2 serde_derive v1.0.229 (proc-macro)
1 tassel-core v0.1.0 (/home/tassel/crates/core)
2 rustls v0.23.46 (*)
";

/// A good tree with more lines after it.
fn with(lines: &str) -> Tree {
    Tree::parse(&format!("{GOOD}{lines}")).unwrap()
}

#[test]
fn each_crate_is_counted_once() {
    let crates: Vec<_> = with("").crates().collect();
    assert_eq!(
        crates,
        [
            "getrandom 0.2.17",
            "reqwest 0.13.5",
            "ring 0.17.14",
            "rustls 0.23.46",
            "serde_derive 1.0.229",
            "tassel-acme 0.1.0",
            "tassel-core 0.1.0",
        ]
    );
    for lines in ["x", "1 name", "tassel v1", "0 a v1\n2 b v1\n"] {
        assert!(Tree::parse(lines).is_err(), "{lines}");
    }
}

#[test]
fn duplicates_are_told_with_their_ways() {
    for (label, lines, want) in [
        ("none", "", vec![]),
        ("the same again", "1 getrandom v0.2.17\n", vec![]),
        (
            "two",
            "1 tokio v1.0.0\n2 getrandom v0.4.3\n",
            vec!["getrandom: 0.2.17 by tassel-acme > reqwest > rustls > ring; 0.4.3 by tassel-acme > tokio"],
        ),
        (
            "where it is built with",
            "1 ring v0.17.14\n2 cc v1.0.0\n1 cc v2.0.0\n",
            vec!["cc: 1.0.0 by tassel-acme > ring; 2.0.0 by tassel-acme"],
        ),
    ] {
        assert_eq!(with(lines).duplicates(), want, "{label}");
    }
}

#[test]
fn there_is_one_tls_stack() {
    for (label, tree, want) in [
        ("rustls over ring", with(""), vec![]),
        ("none", Tree::parse("0 tassel-acme v0.1.0\n").unwrap(), vec![]),
        (
            "openssl",
            with("1 native-tls v0.2.1\n2 openssl v0.10.1\n"),
            vec![
                "native-tls 0.2.1 is a second TLS stack: tassel-acme > native-tls",
                "openssl 0.10.1 is a second TLS stack: tassel-acme > native-tls > openssl",
            ],
        ),
        (
            "another provider",
            Tree::parse("0 tassel-acme v0.1.0\n1 rustls v0.23.46\n2 aws-lc-rs v1.0.0\n").unwrap(),
            vec![
                "aws-lc-rs 1.0.0 is a second TLS stack: tassel-acme > rustls > aws-lc-rs",
                "rustls and ring go together, and one of them is not there",
            ],
        ),
    ] {
        assert_eq!(tree.wrong_tls(), want, "{label}");
    }
}

#[test]
fn a_database_out_of_reach_is_no_finding() {
    let out_of_reach = "[ERROR] failed to fetch advisory database https://example.org/db with cli";
    for (label, success, text, want) in [
        ("clean", true, "advisories ok\n", Advisories::Clean),
        ("found", false, "error[vulnerability]: ...\nadvisories FAILED\n", Advisories::Found),
        ("out of reach", false, out_of_reach, Advisories::OutOfReach),
        (
            "found, and out of reach for another",
            false,
            "failed to fetch advisory database\nadvisories FAILED\n",
            Advisories::Found,
        ),
        ("its settings are wrong", false, "error[unexpected-keys]: found 1", Advisories::Failed),
    ] {
        assert_eq!(advisories(success, text), want, "{label}");
    }
}

#[test]
fn features_are_combined() {
    let features: Vec<_> = ["a", "b", "c"].map(str::to_owned).into();
    assert_eq!(combinations(&features, false), ["", "a", "a,b,c", "b", "c"]);
    assert_eq!(combinations(&features, true), ["", "a", "a,b", "a,b,c", "a,c", "b", "b,c", "c"]);
    assert_eq!(combinations(&features[..1], true), ["", "a"]);
}
