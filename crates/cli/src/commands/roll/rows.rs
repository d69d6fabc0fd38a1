//! How the roll looks as rows: a column for each kind of thing in CSV, and fewer of them in a table.

use tassel_records::roll::{Held, Known, PerhapsAlso, Row, Taken, Voice};
use tassel_records::{Kind, Stage, Standing, Verdict};

use super::{Columns, Printed};
use crate::output::{Cells, Rows};

impl Rows for Printed {
    type Row = Row;

    fn columns(&self) -> Vec<String> {
        let columns = [
            "learner",
            "email",
            "passed",
            "failed",
            "unknown",
            "open",
            "certificates",
            "valid",
            "expired",
            "unpublished",
            "pronunciation",
            "perhaps also",
        ];
        columns.map(str::to_owned).into()
    }

    fn rows(&self) -> &[Row] {
        &self.learners
    }

    fn cells(&self, row: &Row, _: &[String]) -> Vec<String> {
        let Columns { completions, certificates, credentials } = self.known;
        let completed = |as_word| join(taken(row, |it| word(it) == as_word), completions);
        let standing = |standing| join(held(row, |it| it.standing == standing), credentials);
        vec![
            row.name.clone(),
            row.email.clone(),
            completed("passed"),
            completed("failed"),
            completed("unknown"),
            completed("open"),
            join(awarded(row), certificates),
            join(valid(row), credentials),
            standing(Standing::Expired),
            standing(Standing::Unpublished),
            pronunciation(row).to_owned(),
            perhaps(row).join("; "),
        ]
    }

    /// In a table that people can read, several columns stand in one.
    fn table(&self) -> Option<Cells> {
        let Columns { completions, certificates, credentials } = self.known;
        let columns = ["learner", "completions", "certificates", "credentials", "pronunciation"];
        let cells = |row: &Row| {
            let also = row
                .perhaps_also
                .iter()
                .flat_map(|other| [format!("perhaps also {}", other.email), format!("({})", reasons(other))]);
            let who: Vec<_> = [row.name.clone(), row.email.clone()].into_iter().chain(also).collect();
            let completed = ["passed", "failed", "unknown", "open"];
            let completed = completed.into_iter().flat_map(|as_word| {
                taken(row, |it| word(it) == as_word).into_iter().map(move |what| format!("{as_word}: {what}"))
            });
            let standings = [
                ("valid", Standing::Valid),
                ("expired", Standing::Expired),
                ("unpublished", Standing::Unpublished),
                ("pending", Standing::Pending),
                ("unknown", Standing::Unknown),
            ];
            let standings = standings.into_iter().flat_map(|(as_word, standing)| {
                let held = held(row, |it| it.standing == standing);
                held.into_iter().map(move |what| format!("{as_word}: {what}"))
            });
            vec![
                who,
                lines(completed.collect(), completions),
                lines(awarded(row), certificates),
                lines(standings.collect(), credentials),
                vec![pronunciation(row).to_owned()],
            ]
        };
        Some((columns.map(str::to_owned).into(), self.learners.iter().map(cells).collect()))
    }
}

/// How a course stands, in a word; what need not be taken any more stands nowhere.
fn word(taken: &Taken) -> &'static str {
    match (taken.stage, taken.result) {
        (Stage::Completed, Some(Verdict::Passed)) => "passed",
        (Stage::Completed, Some(Verdict::Failed)) => "failed",
        (Stage::Completed | Stage::Unknown, _) => "unknown",
        (Stage::Cancelled, _) => "cancelled",
        _ => "open",
    }
}

fn taken(row: &Row, which: impl Fn(&Taken) -> bool) -> Vec<String> {
    let taken = row.completions.iter().filter(|it| which(it));
    named(taken.map(|it| (it.course.as_str(), it.vendor.to_owned())))
}

fn held(row: &Row, which: impl Fn(&Held) -> bool) -> Vec<String> {
    named(row.credentials.iter().filter(|it| which(it)).map(|it| (it.name.as_str(), String::new())))
}

/// Credentials that are valid, and those of which it is not known, which say so.
fn valid(row: &Row) -> Vec<String> {
    let unknown = held(row, |it| it.standing == Standing::Unknown);
    let unknown = unknown.into_iter().map(|name| format!("{name} (validity unknown)"));
    held(row, |it| it.standing == Standing::Valid).into_iter().chain(unknown).collect()
}

/// Certificates, also those that come with a completion.
fn awarded(row: &Row) -> Vec<String> {
    let of_courses = row.completions.iter().filter(|taken| taken.certificate.is_some());
    let of_courses = of_courses.map(|taken| (taken.course.as_str(), taken.vendor.to_owned()));
    let awarded = row.certificates.iter().filter(|held| held.kind == Kind::Certificate).map(|held| {
        let pending = if held.standing == Standing::Pending { " pending" } else { "" };
        (held.name.as_str(), format!("{}{pending}", held.vendor))
    });
    named(of_courses.chain(awarded))
}

fn pronunciation(row: &Row) -> &'static str {
    match row.pronunciation.state {
        Voice::Recorded => "recorded",
        Voice::Missing if row.pronunciation.name_pages == 0 => "missing: on no name page",
        Voice::Missing => "missing",
        Voice::Unknown => "?",
        Voice::NotAsked => "not asked",
    }
}

fn perhaps(row: &Row) -> Vec<String> {
    row.perhaps_also.iter().map(|other| format!("{} ({})", other.email, reasons(other))).collect()
}

fn reasons(other: &PerhapsAlso) -> String {
    other.why.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What has a name, each once and with where it is.
fn named<'a>(named: impl Iterator<Item = (&'a str, String)>) -> Vec<String> {
    let mut parts: Vec<(&str, Vec<String>)> = Vec::new();
    for (name, place) in named {
        match parts.iter_mut().find(|(it, _)| *it == name) {
            Some((_, places)) if !place.is_empty() => places.push(place),
            _ => parts.push((name, if place.is_empty() { Vec::new() } else { vec![place] })),
        }
    }
    let text = |(name, places): (&str, Vec<String>)| {
        if places.is_empty() { name.to_owned() } else { format!("{name} ({})", places.join(", ")) }
    };
    parts.into_iter().map(text).collect()
}

/// The parts of a cell, with a question mark where there may be more.
fn lines(mut parts: Vec<String>, known: Known) -> Vec<String> {
    match known {
        Known::NotAsked => return vec!["not asked".to_owned()],
        Known::InPart => parts.push("?".to_owned()),
        Known::Whole => {}
    }
    parts
}

/// The same on one line.
fn join(parts: Vec<String>, known: Known) -> String {
    lines(parts, known).join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_what_is_where_and_what_is_not_known() {
        let rows = [("A", "x"), ("B", "x"), ("A", "y")];
        for (label, rows, known, want) in [
            ("nothing", &rows[..0], Known::Whole, ""),
            ("one", &rows[..1], Known::Whole, "A (x)"),
            ("one at two vendors", &rows[..], Known::Whole, "A (x, y); B (x)"),
            ("perhaps more", &rows[..1], Known::InPart, "A (x); ?"),
            ("nothing yet", &rows[..0], Known::InPart, "?"),
            ("not asked", &rows[..0], Known::NotAsked, "not asked"),
        ] {
            let rows = rows.iter().map(|(name, place)| (*name, (*place).to_owned()));
            assert_eq!(join(named(rows), known), want, "{label}");
        }
    }
}
