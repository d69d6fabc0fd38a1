//! Whatever a page says of the next one, it is asked for where the listing is.

use proptest::prelude::*;
use proptest::sample::select;
use tassel_tests::Vendor;
use tassel_tests::hostile::next_link;

use crate::support::{CASES, bytes, check, concat, damaged, line, listings, samples, text};

const PIECES: &[&str] = &[
    "https://",
    "http://",
    "//",
    "/",
    "..",
    ".",
    "\\",
    "evil.example.org",
    "vendor.example.org",
    "@",
    ":443",
    ":0",
    "?page=2",
    "&page=",
    "#",
    "%2e%2e",
    "%2F",
    "%00",
    "/v1/credentials",
    "/participants",
    "javascript:",
    "file:///etc/passwd",
    "data:,",
    "169.254.169.254",
    "[::1]",
    "2",
    "18446744073709551615",
    "\r\n",
    "\0",
    " ",
    "\u{e9}",
    "\u{ff0f}",
];

fn status() -> impl Strategy<Value = u16> {
    prop_oneof![4 => Just(200_u16), 1 => select(vec![300, 301, 302, 303, 307, 308])]
}

/// Each reads three pages.
const LINKS: u32 = CASES / 4;

#[test]
fn any_links() {
    let link = prop_oneof![4 => text(PIECES, 8), 1 => bytes(40)].boxed();
    check(LINKS, concat(vec![line(listings, status()).boxed(), link]), next_link);
}

#[test]
fn damaged_examples() {
    check(LINKS, damaged(samples("next_link")), next_link);
}

/// The pages that links come with are such that every listing goes on.
#[test]
fn plain_links() {
    for vendor in Vendor::ALL {
        for listing in vendor.listings() {
            let link =
                if *vendor == Vendor::Accredible && listing.id != "credentials.search" { "2" } else { "a" };
            let requests =
                next_link(format!("{} {} 200\n{link}", vendor.api().vendor, listing.id).as_bytes());
            assert!(requests > 1, "{}: {requests}", listing.id);
        }
    }
}
