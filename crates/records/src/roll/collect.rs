//! Puts what comes of each learner in one place.

use std::collections::HashMap;

use tassel_core::kit::jiff::civil::Date;
use tassel_core::values::Id;

use super::{Asked, Held, PerhapsAlso, Question, Row, Spoken, Taken, Voice, known};
use crate::people::{Alone, Known, Person, doubts, told_apart_by};
use crate::untold::Untold;
use crate::{
    About, Course, Credential, Doubt, Enrollment, Kind, Learner, Pronunciation, Recording, Stage, When,
    normalise,
};

/// What a vendor says of somebody.
#[derive(Debug)]
pub(super) enum Fact {
    Taken(Taken),
    /// A credential, and whether it is one. What it is worth is known once the day is.
    Held(Box<Credential>),
    Spoken(Option<String>),
}

/// Those who share an address.
#[derive(Debug, Default)]
struct Shared {
    known: Vec<Known>,
    /// Each with whom of those it is about.
    facts: Vec<(usize, Fact)>,
}

/// All that has come.
#[derive(Debug, Default)]
pub(super) struct Collected {
    since: Option<Date>,
    /// By address, as it is compared.
    shared: HashMap<String, Shared>,
    /// Those without an address, by vendor and its id for them.
    by_id: HashMap<(&'static str, String), Shared>,
    /// Those without either: each stands alone, as a name says nothing.
    alone: Vec<Shared>,
}

impl Collected {
    pub(super) fn new(about: &About) -> Self {
        Self { since: about.since, ..Self::default() }
    }

    pub(super) fn take(&mut self, mut enrollment: Enrollment, untold: &mut Untold) {
        let learner = std::mem::take(&mut enrollment.learner);
        let Enrollment { vendor, id, course, stage, completion, .. } = enrollment;
        let mut taken = Taken {
            vendor,
            course: name_of(&course),
            stage: stage.is,
            stage_word: stage.word,
            result: None,
            result_word: None,
            score: None,
            completed: None,
            updated: None,
            certificate: None,
        };
        if let Some(completion) = completion {
            taken.result = Some(completion.result.is);
            taken.result_word = completion.result.word;
            taken.score = completion.score;
            taken.completed = completion.completed;
            taken.updated = completion.updated;
            taken.certificate = completion.certificate;
        }
        if !self.is_before(taken.completed.as_ref().or(taken.updated.as_ref())) {
            let name = learner.id.clone().or(id).map(|id| id.to_text());
            self.enter(vendor, learner, Fact::Taken(taken), name, untold);
        }
    }

    pub(super) fn hold(&mut self, mut credential: Credential, untold: &mut Untold) {
        let learner = std::mem::take(&mut credential.learner);
        if !self.is_before(credential.issued.as_ref().or(credential.updated.as_ref())) {
            let name = credential.id.as_ref().or(credential.course.id.as_ref()).map(Id::to_text);
            self.enter(credential.vendor, learner, Fact::Held(Box::new(credential)), name, untold);
        }
    }

    pub(super) fn speak(&mut self, pronunciation: Pronunciation, untold: &mut Untold) {
        let Pronunciation { vendor, learner, name_page, recording, .. } = pronunciation;
        let url = recording.word.filter(|_| recording.is == Recording::Recorded);
        self.enter(vendor, learner, Fact::Spoken(url), name_page, untold);
    }

    /// Whether what has this date is too old to be asked for.
    fn is_before(&self, when: Option<&When>) -> bool {
        let day = when.and_then(When::day);
        self.since.zip(day).is_some_and(|(since, day)| day < since)
    }

    /// Puts a fact where it belongs. One that cannot be joined, as its learner has no address, is counted and named.
    fn enter(
        &mut self,
        vendor: &'static str,
        learner: Learner,
        fact: Fact,
        name: Option<String>,
        untold: &mut Untold,
    ) {
        let known = Known::new(vendor, learner);
        let address = known.email.as_deref().map(normalise).filter(|address| !address.is_empty());
        if address.is_none() {
            let name = name.filter(|name| !name.trim().is_empty());
            untold.add("records without an address, which stand in rows of their own", name);
        }
        let shared = match (address, &known.token) {
            (Some(address), _) => self.shared.entry(address).or_default(),
            (None, Some(id)) => self.by_id.entry((vendor, id.clone())).or_default(),
            (None, None) => {
                self.alone.push(Shared::default());
                let last = self.alone.len() - 1;
                &mut self.alone[last]
            }
        };
        let place = shared.known.iter().position(|it| *it == known).unwrap_or_else(|| {
            shared.known.push(known);
            shared.known.len() - 1
        });
        shared.facts.push((place, fact));
    }

    /// The rows, by name, and who of them may be one.
    pub(super) fn finish(self, as_of: Date, asked: &[Asked]) -> (Vec<Row>, Vec<Doubt>) {
        let since = self.since;
        let shared = self.shared.into_iter();
        let others = self.by_id.into_values().chain(self.alone).map(|shared| (String::new(), shared));
        let mut rows: Vec<(Row, Vec<&'static str>)> =
            shared.chain(others).flat_map(|(email, shared)| shared.split(&email, as_of)).collect();
        if since.is_some() {
            rows.retain(|(row, _)| row.may_be_recent());
        }
        // Of two rows with one name and address, which comes first must not depend on who answered first.
        rows.sort_by_cached_key(|(row, _)| {
            (
                row.name.to_lowercase(),
                row.email.clone(),
                row.own_ids.clone(),
                format!("{:?}", row.completions),
            )
        });
        let alone: Vec<_> = rows
            .iter()
            .map(|(row, told_apart_by)| Alone {
                name: &row.name,
                email: &row.email,
                own_ids: &row.own_ids,
                told_apart_by,
            })
            .collect();
        let alike = doubts(&alone);
        let mut rows: Vec<Row> = rows.into_iter().map(|(row, _)| row).collect();
        let mut told = Vec::with_capacity(alike.len());
        for (places, why) in alike {
            let person = |place: &usize| {
                let row: &Row = &rows[*place];
                Person { name: row.name.clone(), email: row.email.clone() }
            };
            let people: Vec<_> = places.iter().map(person).collect();
            for (place, me) in places.iter().zip(0..) {
                let others = people.iter().enumerate().filter(|(other, _)| *other != me).take(10);
                let others =
                    others.map(|(_, other)| PerhapsAlso { email: other.email.clone(), why: why.clone() });
                rows[*place].perhaps_also.extend(others);
            }
            told.push(Doubt { people, why });
        }
        let without = match known(asked, Question::Pronunciations) {
            super::Known::Whole => Voice::Missing,
            super::Known::InPart => Voice::Unknown,
            super::Known::NotAsked => Voice::NotAsked,
        };
        let mut incomplete: Vec<_> =
            asked.iter().filter(|asked| asked.problem.is_some()).map(|asked| asked.vendor).collect();
        incomplete.dedup();
        for row in &mut rows {
            let recorded = row.pronunciation.recording.is_some();
            row.pronunciation.state = if recorded { Voice::Recorded } else { without };
            row.incomplete.clone_from(&incomplete);
        }
        (rows, told)
    }
}

impl Shared {
    /// Makes one row of those who share an address, or several if a vendor tells them apart: each row with those
    /// vendors.
    fn split(self, email: &str, as_of: Date) -> Vec<(Row, Vec<&'static str>)> {
        let told_apart_by = told_apart_by(&self.known);
        // Whoever no vendor tells apart is together.
        let key = |known: &Known| match told_apart_by.contains(&known.vendor) {
            true => known.token.clone().map(|token| (known.vendor, token)),
            false => None,
        };
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for (place, known) in self.known.iter().enumerate() {
            match parts.iter_mut().find(|places| key(&self.known[places[0]]) == key(known)) {
                Some(places) => places.push(place),
                None => parts.push(vec![place]),
            }
        }
        let mut rows: Vec<_> = parts
            .iter()
            .map(|places| {
                let mut known: Vec<_> = places.iter().map(|place| &self.known[*place]).collect();
                known.sort();
                row(email, &known)
            })
            .collect();
        for (place, fact) in self.facts {
            let part = parts.iter().position(|places| places.contains(&place)).unwrap_or_default();
            rows[part].add(fact, as_of);
        }
        for row in &mut rows {
            row.sort();
        }
        rows.into_iter().map(|row| (row, told_apart_by.clone())).collect()
    }
}

/// A row of somebody of whom nothing is known yet but who they are.
fn row(email: &str, known: &[&Known]) -> Row {
    let mut row = Row { email: email.to_owned(), ..Row::default() };
    for known in known {
        let add = |to: &mut Vec<String>, text: &Option<String>| {
            if let Some(text) = text.as_ref().filter(|text| !to.contains(text)) {
                to.push(text.clone());
            }
        };
        add(&mut row.own_ids, &known.own_id);
        add(&mut row.written, &known.email);
        if row.name.is_empty() {
            row.name = known.name.clone().unwrap_or_default();
        }
    }
    if row.written == [email] {
        row.written.clear();
    }
    row
}

impl Row {
    fn add(&mut self, fact: Fact, as_of: Date) {
        match fact {
            Fact::Taken(taken) => self.completions.push(taken),
            Fact::Held(credential) => {
                let held = held(*credential, as_of);
                let to = match held.kind {
                    Kind::Credential => &mut self.credentials,
                    Kind::Certificate => &mut self.certificates,
                };
                to.push(held);
            }
            Fact::Spoken(recording) => {
                let Spoken { name_pages, recording: known, .. } = &mut self.pronunciation;
                *name_pages += 1;
                // On one of several pages is enough.
                *known = known.take().or(recording);
            }
        }
    }

    fn sort(&mut self) {
        // The sort is stable: what one vendor sent in an order stays in it.
        self.completions.sort_by_key(|taken| taken.vendor);
        self.certificates.sort_by_key(|held| held.vendor);
        self.credentials.sort_by_key(|held| held.vendor);
    }

    /// Whether anything here was completed or awarded, or may have been. What is known to be too old has been left
    /// out, so that the rest is recent or has a date that the vendor does not say.
    fn may_be_recent(&self) -> bool {
        let taken = |taken: &Taken| matches!(taken.stage, Stage::Completed | Stage::Unknown);
        let held = !self.certificates.is_empty() || !self.credentials.is_empty();
        held || self.completions.iter().any(taken)
    }
}

fn held(credential: Credential, as_of: Date) -> Held {
    let standing = credential.standing(as_of);
    let Credential { vendor, kind, id, name, course, award, issued, expires, updated, url, .. } = credential;
    Held {
        vendor,
        kind,
        id,
        name: name.unwrap_or_default(),
        group: name_of(&course),
        standing,
        word: award.word,
        issued_on: issued,
        expired_on: expires,
        updated,
        url,
    }
}

fn name_of(course: &Course) -> String {
    let id = || course.id.as_ref().map(ToString::to_string);
    course.name.clone().or_else(id).unwrap_or_default()
}
