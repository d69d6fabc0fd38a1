//! Masks mail addresses in a vendor's text, and shortens it to one line.

/// One line of at most about 300 characters, with mail addresses replaced by `***@***`, however they are escaped.
#[must_use]
pub fn mask(text: &str) -> String {
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

/// A decoded character, and the end of its spelling in the word.
type Decoded = (char, usize);

/// The number of layers of escapes that are decoded, such as HTML in JSON in a URL. A layer may be escaped repeatedly.
const LAYERS: usize = 3;

/// Appends a word. Every run of address characters around an `@` is replaced.
fn mask_word(word: &str, line: &mut String) {
    if !word.contains(['@', '＠', '﹫', '%', '&', '\\']) {
        line.push_str(word);
        return;
    }
    let mut decoded: Vec<_> = word.char_indices().map(|(start, c)| (c, start + c.len_utf8())).collect();
    for _ in 0..LAYERS {
        decoded = decode(&decoded);
    }
    let mut start = 0;
    for run in decoded.split_inclusive(|(c, _)| is_delimiter(*c)) {
        let end = run.last().map_or(start, |(_, end)| *end);
        if run.iter().any(|(c, _)| matches!(c, '@' | '＠' | '﹫')) {
            line.push_str("***@***");
            let kept = run.iter().rposition(|(c, _)| !is_delimiter(*c) && !matches!(c, '.' | '!'));
            start = kept.map_or(start, |last| run[last].1);
        }
        line.push_str(&word[start..end]);
        start = end;
    }
}

/// Whether a character ends an address.
fn is_delimiter(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "\"'`<>()[]{},;:=/?&|\\".contains(c)
}

/// Decodes one layer of escapes.
fn decode(text: &[Decoded]) -> Vec<Decoded> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text;
    while let [(first, end), tail @ ..] = rest {
        let (mut c, mut end) = (*first, *end);
        rest = tail;
        // A decoded character may begin the next escape, as in `&amp;#64;`.
        while let Some((meaning, len)) = escape(c, rest) {
            (c, end) = (meaning, rest[len - 1].1);
            rest = &rest[len..];
        }
        decoded.push((c, end));
    }
    decoded
}

/// The character of an escape in a URL, in HTML or in JSON, and the length of the escape after its first character.
fn escape(first: char, rest: &[Decoded]) -> Option<(char, usize)> {
    let at = |index: usize| rest.get(index).map(|(c, _)| *c);
    let is = |index: usize, letter: char| at(index).is_some_and(|c| c.eq_ignore_ascii_case(&letter));
    // A semicolon belongs to the escape before it. Browsers read many escapes without one.
    let ended = |len: usize| if at(len) == Some(';') { len + 1 } else { len };
    // The number from here on, of at most `most` digits, its end, and its length.
    let number = |from: usize, radix: u32, most: usize| {
        let digits = rest.iter().skip(from).take(most).map_while(|(c, _)| c.to_digit(radix));
        let (value, len) = digits.fold((0_u32, 0), |(value, len), digit| {
            (value.saturating_mul(radix).saturating_add(digit), len + 1)
        });
        (len > 0).then_some((value, from + len, len))
    };
    let exactly = |from: usize, digits: usize| {
        number(from, 16, digits).filter(|(.., len)| *len == digits).map(|(value, end, _)| (value, end))
    };
    let (value, len) = match first {
        '%' if is(0, 'u') => exactly(1, 4)?,
        '%' => return utf8(rest, &exactly),
        '\\' if is(0, 'u') && at(1) == Some('{') => {
            let (value, end, _) = number(2, 16, usize::MAX)?;
            (at(end) == Some('}')).then_some((value, end + 1))?
        }
        '\\' if is(0, 'u') => exactly(1, 4)?,
        '\\' if is(0, 'x') => exactly(1, 2)?,
        '\\' => return at(0).filter(|c| matches!(c, '\\' | '/' | '"')).map(|c| (c, 1)),
        '&' if at(0) == Some('#') => {
            let (from, radix) = if is(1, 'x') { (2, 16) } else { (1, 10) };
            let (value, end, _) = number(from, radix, usize::MAX)?;
            (value, ended(end))
        }
        '&' => {
            let names = [("amp", '&'), ("commat", '@'), ("percnt", '%'), ("bsol", '\\'), ("period", '.')];
            let named = |name: &str| name.chars().enumerate().all(|(index, c)| is(index, c));
            let (name, c) = names.into_iter().find(|(name, _)| named(name))?;
            return Some((c, ended(name.len())));
        }
        _ => return None,
    };
    Some((char::from_u32(value)?, len))
}

/// The character that `%` and two digits, again and again, spell in UTF-8.
fn utf8(rest: &[Decoded], byte: &dyn Fn(usize, usize) -> Option<(u32, usize)>) -> Option<(char, usize)> {
    let mut bytes = Vec::with_capacity(4);
    let mut len = 0;
    while bytes.len() < 4 {
        let (value, end) = byte(len, 2)?;
        bytes.push(u8::try_from(value).ok()?);
        if let Some(c) = std::str::from_utf8(&bytes).ok().and_then(|text| text.chars().next()) {
            return Some((c, end));
        }
        len = end + 1;
        if rest.get(end).is_none_or(|(c, _)| *c != '%') {
            return None;
        }
    }
    None
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
    fn every_spelling_of_an_address_is_masked() {
        for spelling in [
            "imani@example.org",
            "imani＠example.org",
            "imani﹫example.org",
            "imani%40example.org",
            "imani%2540example.org",
            "imani%25252540example.org",
            "imani%u0040example.org",
            "imani%EF%BC%A0example.org",
            "imani%25ef%25b9%25abexample.org",
            "imani&#64;example.org",
            "imani&#064;example.org",
            "imani&#0000000000000064;example.org",
            "imani&#64example.org",
            "imani&#x40;example.org",
            "imani&#X0040;example.org",
            "imani&#65312;example.org",
            "imani&commat;example.org",
            "imani&amp;#64;example.org",
            "imani&amp;amp;amp;amp;#x40;example.org",
            "imani&amp;commat;example.org",
            "imani&#38;#64;example.org",
            "imani%26%2364%3Bexample.org",
            "imani%2526%252364%253Bexample.org",
            "imani&#37;40example.org",
            "imani&percnt;40example.org",
            r"imani\u0040example.org",
            r"imani\U0040example.org",
            r"imani\u{40}example.org",
            r"imani\u{000040}example.org",
            r"imani\x40example.org",
            r"imani\uff20example.org",
            r"imani\\u0040example.org",
            r"imani\\\\\\\\u0040example.org",
            r"imani\u005cu0040example.org",
            r"imani\u0026#64;example.org",
            r"imani\u002540example.org",
            "&#105;&#109;&#97;&#110;&#105;&#64;&#101;&#x78;ample&period;org",
            "%69%6D%61%6E%69%40example%2Eorg",
            r"\u0069mani\u0040example.org",
        ] {
            for (label, before, after) in [
                ("alone", "", ""),
                ("in a sentence", "the address ", " is taken"),
                ("in JSON", r#"{"email":""#, r#""}"#),
                ("in JSON in JSON", r#"{\"email\":\""#, r#"\"}"#),
                ("in a query", "/x?email=", "&page=2"),
                ("at the end of a sentence", "it is ", "."),
                ("in escaped HTML", "&lt;", "%3E"),
                ("beside another", "", ",ada@example.org"),
            ] {
                let want = format!("{before}***@***{}", after.replace("ada@example.org", "***@***"));
                assert_eq!(mask(&format!("{before}{spelling}{after}")), want, "{spelling} {label}");
            }
        }
    }

    #[test]
    fn other_text_is_unchanged() {
        for text in [
            "50% off & more",
            "50%25 of %zz, %4, %e9%fg and %",
            "a&b=c&amp;d=e &#x; &# &#; &#99999999999; &nbsp;",
            r"C:\users\x4 \u00 \u{} \u{40 \ud800 \\server\share",
            "Zo%C3%AB &euml; \\u00eb ë",
        ] {
            assert_eq!(mask(text), text);
        }
    }

    #[test]
    fn shortens_long_texts() {
        assert_eq!(mask(&"é".repeat(5_000)).chars().count(), 301);
        assert!(mask(&"word ".repeat(5_000)).chars().count() < 310);
    }

    #[test]
    fn long_runs_of_escapes_take_linear_time() {
        // Quadratic time would be minutes.
        for unit in
            ["%25", "&amp;", "\\", "&#", "&#0", "\\u{0", "%", "%EF%BC", "&amp;#x0", "\\u005c", "@", "0"]
        {
            let text = "&#%25\\u{".to_owned() + &unit.repeat((1 << 17) / unit.len());
            assert!(mask(&text).chars().count() <= 301, "{unit}");
        }
    }
}
