//! Makes a vendor's words fit to be shown: one line, no addresses.

use std::borrow::Cow;

/// One line of at most about 300 characters, with mail addresses replaced by `***@***`.
pub(crate) fn mask(text: &str) -> String {
    let mut line = String::with_capacity(text.len().min(400));
    for word in text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        mask_word(word, &mut line);
        if line.chars().count() > 300 {
            line = line.chars().take(300).collect();
            line.push('…');
            break;
        }
    }
    line
}

/// How JSON and HTML may write an `@`.
const AT: [&str; 3] = ["\\u0040", "&#64;", "&#x40;"];

/// Appends a word, with every run of address characters around an `@` (or its escape `%40`) replaced.
fn mask_word(word: &str, line: &mut String) {
    let is_part = |c: char| {
        !matches!(
            c,
            '"' | '\''
                | '`'
                | '<'
                | '>'
                | '('
                | ')'
                | '['
                | ']'
                | '{'
                | '}'
                | ','
                | ';'
                | ':'
                | '='
                | '/'
                | '?'
                | '&'
                | '|'
                | '\\'
        )
    };
    let word = AT.iter().fold(Cow::Borrowed(word), |word, at| {
        if word.contains(at) { word.replace(at, "@").into() } else { word }
    });
    let mut rest = word.as_ref();
    while !rest.is_empty() {
        let end = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let (run, tail) = rest.split_at(end);
        if run.contains('@') || run.contains("%40") {
            line.push_str("***@***");
            line.push_str(&run[run.trim_end_matches(['.', '!']).len()..]);
        } else {
            line.push_str(run);
        }
        let after = tail.chars().next().map_or(0, char::len_utf8);
        line.push_str(&tail[..after]);
        rest = &tail[after..];
    }
}

#[cfg(test)]
mod tests {
    use super::mask;

    #[test]
    fn masks_addresses() {
        for (label, text, want) in [
            ("nothing to mask", "Doesn't exist", "Doesn't exist"),
            ("bare", "imani@example.org is taken", "***@*** is taken"),
            ("end of sentence", "taken by imani@example.org.", "taken by ***@***."),
            ("in brackets", "mail <imani@example.org>, please", "mail <***@***>, please"),
            ("in JSON", r#"{"email":"imani@example.org"}"#, r#"{"email":"***@***"}"#),
            ("in a query", "/x?email=imani%40example.org&page=2", "/x?email=***@***&page=2"),
            ("escaped in JSON", r#"{"email":"imani\u0040example.org"}"#, r#"{"email":"***@***"}"#),
            ("escaped in HTML", "imani&#64;example.org, imani&#x40;example.org", "***@***, ***@***"),
            ("plus and quotes", "'o.b+1@example.org'", "'***@***'"),
            ("several lines", "one\r\n  two\tthree", "one two three"),
            ("control characters", "a\u{0}b\u{1b}[31m", "a b [31m"),
        ] {
            assert_eq!(mask(text), want, "{label}");
        }
    }

    #[test]
    fn shortens_long_texts() {
        assert_eq!(mask(&"é".repeat(5_000)).chars().count(), 301);
        assert!(mask(&"word ".repeat(5_000)).chars().count() < 310);
    }
}
