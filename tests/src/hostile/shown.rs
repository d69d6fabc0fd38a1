//! What an error may show.

use tassel_core::Error;

use super::client::KEY;

/// One line of bounded length, without an address, and without the key even if the vendor repeats it; so is `Debug`.
pub(crate) fn check(error: &Error) {
    let is_discreet = |text: &str| {
        hides_addresses(text);
        assert!(!text.contains(KEY), "the key in {text:?}");
    };
    let line = error.to_string();
    is_one_line(&line);
    // Three hundred characters of the vendor's, and what is said around them.
    assert!(line.chars().count() < 600, "{} characters: {line}", line.chars().count());
    is_discreet(&line);
    let debug = format!("{error:?}");
    assert!(debug.chars().count() < 2000, "{} characters: {debug}", debug.chars().count());
    is_discreet(&debug);
    if let Some(rejection) = error.rejection() {
        is_one_line(&rejection.message());
        is_discreet(&rejection.message());
    }
}

fn is_one_line(text: &str) {
    assert!(!text.contains(|c: char| c.is_control() || "\u{2028}\u{2029}".contains(c)), "{text:?}");
}

/// No address, however its `@` is written.
fn hides_addresses(text: &str) {
    // What is masked may be cut off behind its `@`.
    let rest = text.replace("***@", "");
    for at in ["@", "%40", "\\u0040", "&#64;", "&#x40;"] {
        assert!(!rest.contains(at), "an address in {text:?}");
    }
}
