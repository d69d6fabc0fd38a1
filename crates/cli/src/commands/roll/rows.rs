//! The roll as rows. A table combines several columns of the CSV in one.

use tassel_records::roll::{
    Completeness, CourseProgress, CredentialSummary, Learner, PossibleMatch, RecordingState,
};
use tassel_records::{CredentialKind, Stage, Standing, Verdict};

use super::{ColumnCompleteness, RollOutput};
use crate::output::{Cells, Rows};

impl Rows for RollOutput {
    type Row = Learner;

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

    fn rows(&self) -> &[Learner] {
        &self.learners
    }

    fn cells(&self, learner: &Learner, _: &[String]) -> Vec<String> {
        let ColumnCompleteness { completions, certificates, credentials } = self.completeness;
        let completed = |as_word| join(courses(learner, |it| word(it) == as_word), completions);
        let standing = |standing| join(credentials_where(learner, |it| it.standing == standing), credentials);
        vec![
            learner.name.clone(),
            learner.email.clone(),
            completed("passed"),
            completed("failed"),
            completed("unknown"),
            completed("open"),
            join(certificates_of(learner), certificates),
            join(valid(learner), credentials),
            standing(Standing::Expired),
            standing(Standing::Unpublished),
            pronunciation(learner).to_owned(),
            possible_matches(learner).join("; "),
        ]
    }

    /// A table has fewer columns than CSV, so that it fits a terminal.
    fn table(&self) -> Option<Cells> {
        let ColumnCompleteness { completions, certificates, credentials } = self.completeness;
        let columns = ["learner", "completions", "certificates", "credentials", "pronunciation"];
        let cells = |learner: &Learner| {
            let also = learner
                .possible_matches
                .iter()
                .flat_map(|other| [format!("perhaps also {}", other.email), format!("({})", reasons(other))]);
            let who: Vec<_> = [learner.name.clone(), learner.email.clone()].into_iter().chain(also).collect();
            let completed = ["passed", "failed", "unknown", "open"];
            let completed = completed.into_iter().flat_map(|as_word| {
                courses(learner, |it| word(it) == as_word)
                    .into_iter()
                    .map(move |what| format!("{as_word}: {what}"))
            });
            let standings = [
                ("valid", Standing::Valid),
                ("expired", Standing::Expired),
                ("unpublished", Standing::Unpublished),
                ("pending", Standing::Pending),
                ("unknown", Standing::Unknown),
            ];
            let standings = standings.into_iter().flat_map(|(as_word, standing)| {
                let names = credentials_where(learner, |it| it.standing == standing);
                names.into_iter().map(move |what| format!("{as_word}: {what}"))
            });
            vec![
                who,
                lines(completed.collect(), completions),
                lines(certificates_of(learner), certificates),
                lines(standings.collect(), credentials),
                vec![pronunciation(learner).to_owned()],
            ]
        };
        Some((columns.map(str::to_owned).into(), self.learners.iter().map(cells).collect()))
    }
}

/// The column of a course. Cancelled courses have no column.
fn word(progress: &CourseProgress) -> &'static str {
    match (progress.stage, progress.result) {
        (Stage::Completed, Some(Verdict::Passed)) => "passed",
        (Stage::Completed, Some(Verdict::Failed)) => "failed",
        (Stage::Completed | Stage::Unknown, _) => "unknown",
        (Stage::Cancelled, _) => "cancelled",
        _ => "open",
    }
}

fn courses(learner: &Learner, which: impl Fn(&CourseProgress) -> bool) -> Vec<String> {
    let courses = learner.completions.iter().filter(|it| which(it));
    named(courses.map(|it| (it.course.as_str(), it.vendor.to_owned())))
}

fn credentials_where(learner: &Learner, which: impl Fn(&CredentialSummary) -> bool) -> Vec<String> {
    named(learner.credentials.iter().filter(|it| which(it)).map(|it| (it.name.as_str(), String::new())))
}

/// Valid credentials, and credentials of unknown validity, which are marked.
fn valid(learner: &Learner) -> Vec<String> {
    let unknown = credentials_where(learner, |it| it.standing == Standing::Unknown);
    let unknown = unknown.into_iter().map(|name| format!("{name} (validity unknown)"));
    credentials_where(learner, |it| it.standing == Standing::Valid).into_iter().chain(unknown).collect()
}

/// Certificates, including those of completions.
fn certificates_of(learner: &Learner) -> Vec<String> {
    let of_courses = learner.completions.iter().filter(|progress| progress.certificate.is_some());
    let of_courses = of_courses.map(|progress| (progress.course.as_str(), progress.vendor.to_owned()));
    let certificates = learner
        .certificates
        .iter()
        .filter(|certificate| certificate.kind == CredentialKind::Certificate)
        .map(|certificate| {
            let pending = if certificate.standing == Standing::Pending { " pending" } else { "" };
            (certificate.name.as_str(), format!("{}{pending}", certificate.vendor))
        });
    named(of_courses.chain(certificates))
}

fn pronunciation(learner: &Learner) -> &'static str {
    match learner.pronunciation.state {
        RecordingState::Recorded => "recorded",
        RecordingState::Missing if learner.pronunciation.name_pages == 0 => "missing: on no name page",
        RecordingState::Missing => "missing",
        RecordingState::Unknown => "?",
        RecordingState::NotAsked => "not asked",
    }
}

fn possible_matches(learner: &Learner) -> Vec<String> {
    learner.possible_matches.iter().map(|other| format!("{} ({})", other.email, reasons(other))).collect()
}

fn reasons(other: &PossibleMatch) -> String {
    other.reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// Each name once, with its places.
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

/// The parts of a cell, with a question mark if there may be more.
fn lines(mut parts: Vec<String>, completeness: Completeness) -> Vec<String> {
    match completeness {
        Completeness::NotAsked => return vec!["not asked".to_owned()],
        Completeness::InPart => parts.push("?".to_owned()),
        Completeness::Whole => {}
    }
    parts
}

/// The parts of a cell on one line.
fn join(parts: Vec<String>, completeness: Completeness) -> String {
    lines(parts, completeness).join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_names_places_and_completeness() {
        let rows = [("A", "x"), ("B", "x"), ("A", "y")];
        for (label, rows, known, want) in [
            ("nothing", &rows[..0], Completeness::Whole, ""),
            ("one", &rows[..1], Completeness::Whole, "A (x)"),
            ("one at two vendors", &rows[..], Completeness::Whole, "A (x, y); B (x)"),
            ("perhaps more", &rows[..1], Completeness::InPart, "A (x); ?"),
            ("nothing yet", &rows[..0], Completeness::InPart, "?"),
            ("not asked", &rows[..0], Completeness::NotAsked, "not asked"),
        ] {
            let rows = rows.iter().map(|(name, place)| (*name, (*place).to_owned()));
            assert_eq!(join(named(rows), known), want, "{label}");
        }
    }
}
