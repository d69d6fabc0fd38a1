//! Escapes text from outside for a terminal or a spreadsheet.

use std::borrow::Cow;
use std::fmt::Write;

pub(crate) use tassel_issuing::report::escape_formula;

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

/// The lines of a text, broken at spaces so that none is wider than this unless a word is. The lines after the first are
/// indented.
pub(crate) fn wrapped(text: &str, width: usize, indent: usize) -> Vec<String> {
    let text = visible(text);
    let mut lines = vec![String::new()];
    let mut used = 0;
    for part in text.split_inclusive(' ') {
        let columns = part.chars().count();
        let line = lines.len() - 1;
        // The space at the end may stand past the edge.
        if used + part.trim_end().chars().count() > width && !lines[line].trim().is_empty() {
            lines.push(" ".repeat(indent) + part);
            used = indent + columns;
        } else {
            lines[line].push_str(part);
            used += columns;
        }
    }
    lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
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
    fn a_text_is_wrapped_at_spaces() {
        for (label, text, want) in [
            ("short", "a text", &["a text"][..]),
            ("empty", "", &[""]),
            ("to the edge", "ten column", &["ten column"]),
            ("past the edge", "ten columns", &["ten", "  columns"]),
            ("a long word", "a verylongwordindeed b", &["a", "  verylongwordindeed", "  b"]),
            ("a label", "cost      credits", &["cost", "  credits"]),
            ("other letters", "Zoë é é é é", &["Zoë é é é", "  é"]),
            ("a control character", "a\nb c d e", &[r"a\nb c d e"]),
        ] {
            assert_eq!(wrapped(text, 10, 2), want, "{label}");
        }
    }
}
