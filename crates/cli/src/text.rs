//! Escapes text from outside for a terminal or a spreadsheet.

use std::borrow::Cow;
use std::fmt::Write;

/// The text on one line, with control and bidirectional characters as escapes such as `\u{202e}`. The text cannot
/// control the terminal or disguise itself.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    escaped(text, |c, shown| shown.extend(c.escape_default()))
}

/// The same for JSON, with JSON's own escapes. The value and the lines do not change.
pub(crate) fn visible_json(json: &str) -> Cow<'_, str> {
    escaped(json, |c, shown| match c {
        '\n' => shown.push(c),
        // All of them fit in four digits. Writing to a string cannot fail.
        _ => drop(write!(shown, "\\u{:04x}", u32::from(c))),
    })
}

fn escaped(text: &str, escape: impl Fn(char, &mut String)) -> Cow<'_, str> {
    if !text.contains(is_control_or_bidi) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        if is_control_or_bidi(c) { escape(c, &mut shown) } else { shown.push(c) }
    }
    shown.into()
}

/// Whether a terminal acts on a character, or reorders the text around it.
fn is_control_or_bidi(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// A CSV cell that a spreadsheet does not run: a formula gets an apostrophe in front. Numbers do not change.
pub(crate) fn escape_formula(cell: &str) -> Cow<'_, str> {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if formula && !is_number(cell) { format!("'{cell}").into() } else { cell.into() }
}

/// Whether a cell is a decimal number, such as `-1.5e3`.
fn is_number(cell: &str) -> bool {
    // Rust also parses names such as `-inf` as numbers.
    cell.bytes().all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b)) && cell.parse::<f64>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_escaped() {
        for (label, text, want) in [
            ("plain", "Zoë’s “course” – 50 % 日本語 👩‍🚀", "Zoë’s “course” – 50 % 日本語 👩‍🚀"),
            ("a name with a joiner", "می\u{200c}خواهم", "می\u{200c}خواهم"),
            ("an escape sequence", "a\u{1b}[2J\u{7}", r"a\u{1b}[2J\u{7}"),
            ("the same in one character", "a\u{9b}2J\u{7f}", r"a\u{9b}2J\u{7f}"),
            ("line ends and tabs", "a\r\nb\tc", r"a\r\nb\tc"),
            ("right to left", "a\u{202e}b\u{202c}", r"a\u{202e}b\u{202c}"),
            (
                "isolates and marks",
                "\u{2066}a\u{2069}\u{200e}\u{200f}\u{61c}",
                r"\u{2066}a\u{2069}\u{200e}\u{200f}\u{61c}",
            ),
            ("line separators", "a\u{2028}b\u{2029}\u{85}", r"a\u{2028}b\u{2029}\u{85}"),
        ] {
            assert_eq!(visible(text), want, "{label}");
            let json = serde_json::to_string_pretty(&[text]).unwrap();
            let shown = visible_json(&json);
            assert_eq!(
                serde_json::from_str::<[String; 1]>(&shown).unwrap(),
                [text],
                "{label}: JSON stays exact"
            );
            assert!(!shown.contains(|c| is_control_or_bidi(c) && c != '\n'), "{label}: {shown:?}");
        }
    }

    #[test]
    fn formulas_are_escaped_and_numbers_are_not() {
        for (label, cell, want) in [
            ("text", "Imani = Okonjo", "Imani = Okonjo"),
            ("empty", "", ""),
            ("a formula", "=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
            ("a sum", "+1+1", "'+1+1"),
            ("a difference", "-2-3", "'-2-3"),
            ("a function", "@SUM(A1)", "'@SUM(A1)"),
            ("after a tab", "\t=1", "'\t=1"),
            ("after a return", "\r=1", "'\r=1"),
            ("after a line end", "\n=1", "'\n=1"),
            ("full width", "＝1+1", "'＝1+1"),
            ("a dash alone", "-", "'-"),
            ("a name of a number", "-inf", "'-inf"),
            ("a negative number", "-5", "-5"),
            ("a signed number", "+5.25", "+5.25"),
            ("a number with an exponent", "-1.5e-3", "-1.5e-3"),
            ("a number and more", "-5 =1", "'-5 =1"),
            ("a phone number", "+61 8 5550 1234", "'+61 8 5550 1234"),
        ] {
            assert_eq!(escape_formula(cell), want, "{label}");
        }
    }
}
