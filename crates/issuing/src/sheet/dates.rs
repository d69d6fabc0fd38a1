//! Dates in the forms that sheets hold.

use jiff::civil::Date;

use super::values::quoted;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads a date; the time of day after it is left out. The error says what to write.
pub(super) fn read(cell: &str) -> Result<Date, String> {
    let unread = || format!("{} is not read as a date; write it as 2026-11-28", quoted(cell));
    if cell.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!(
            "{} is a plain number and not a date; write the date as 2026-11-28",
            quoted(cell)
        ));
    }
    let text = without_time(cell);
    let separators = |c: char| matches!(c, '-' | '/' | '.' | ',') || c.is_whitespace();
    let mut parts: Vec<_> = text.split(separators).filter(|part| !part.is_empty()).collect();
    if parts.len() == 4 && is_named(parts[0], &DAYS) {
        parts.remove(0);
    }
    let [one, two, three] = parts[..] else { return Err(unread()) };
    let (year, month, day) = match (part(one), part(two), part(three)) {
        (Part::Year(year), Part::Number(month), Part::Number(day))
        | (Part::Year(year), Part::Month(month), Part::Number(day) | Part::Ordinal(day))
        | (Part::Number(day) | Part::Ordinal(day), Part::Month(month), Part::Year(year))
        | (Part::Month(month), Part::Number(day) | Part::Ordinal(day), Part::Year(year)) => {
            (year, month, day)
        }
        (Part::Number(one), Part::Number(two), Part::Year(year)) => {
            let (month, day) = in_order(cell, text, year, one, two)?;
            (year, month, day)
        }
        (Part::Number(_) | Part::Month(_), Part::Number(_) | Part::Month(_), Part::Number(_)) => {
            return Err(format!(
                "{} has a year of two digits; write all four, such as 2026-11-28",
                quoted(cell)
            ));
        }
        _ => return Err(unread()),
    };
    if year < 1900 {
        return Err(format!("{} is before the year 1900; write the date as 2026-11-28", quoted(cell)));
    }
    date(year, month, day).ok_or_else(|| format!("{} is not a day of the calendar", quoted(cell)))
}

/// The month and the day of two numbers before a year.
fn in_order(cell: &str, text: &str, year: i16, one: i8, two: i8) -> Result<(i8, i8), String> {
    if text.contains('.') || one == two || one > 12 {
        return Ok((two, one));
    }
    if two > 12 {
        return Ok((one, two));
    }
    let (Some(day_first), Some(month_first)) = (date(year, two, one), date(year, one, two)) else {
        return Err(format!("{} is not a day of the calendar", quoted(cell)));
    };
    Err(format!(
        "{} is {day_first} (day first) or {month_first} (month first); write the one that is meant",
        quoted(cell)
    ))
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

/// A part of a date.
enum Part {
    Year(i16),
    Number(i8),
    Ordinal(i8),
    Month(i8),
    Other,
}

fn part(text: &str) -> Part {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    match (digits, rest.to_ascii_lowercase().as_str()) {
        (4, "") => number.parse().map_or(Part::Other, Part::Year),
        (1 | 2, "") => number.parse().map_or(Part::Other, Part::Number),
        (1 | 2, "st" | "nd" | "rd" | "th") => number.parse().map_or(Part::Other, Part::Ordinal),
        (0, _) => {
            let month = (1..).zip(MONTHS).find(|(_, month)| is_named(text, &[month]));
            month.map_or(Part::Other, |(number, _)| Part::Month(number))
        }
        _ => Part::Other,
    }
}

/// Whether a text is one of the names, or the first three letters of one or more.
fn is_named(text: &str, names: &[&str]) -> bool {
    let text = text.to_ascii_lowercase();
    names.iter().any(|name| text.len() >= 3 && name.starts_with(&text))
}

/// A text without the time of day at its end, such as `T14:05:33Z` or ` 2:05 PM`.
fn without_time(text: &str) -> &str {
    let Some(colon) = text.find(':') else { return text };
    let before = text[..colon].trim_end_matches(|c: char| c.is_ascii_digit());
    let hours = colon - before.len();
    let date = before.strip_suffix(['T', 't', ' ']).unwrap_or(before);
    let is_time = (1..=2).contains(&hours)
        && date.len() < before.len()
        && text[colon..].bytes().skip(1).take(2).filter(u8::is_ascii_digit).count() == 2
        && text[colon..].bytes().all(|byte| b"0123456789:.,+- ZzAaPpMm".contains(&byte));
    if is_time { date.trim_end() } else { text }
}
