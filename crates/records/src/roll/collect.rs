//! Joins the records of all vendors by learner.

use std::collections::HashMap;

use tassel_core::kit::jiff::civil::Date;
use tassel_core::values::Id;

use super::{
    Completeness, CourseProgress, CredentialSummary, Learner, PossibleMatch, PronunciationSummary,
    ReadingSummary, RecordKind, RecordingState, completeness,
};
use crate::gaps::Gaps;
use crate::matching::{Candidate, Person, VendorIdentity, distinguishing_vendors, find_doubts};
use crate::{
    Course, Credential, CredentialKind, DateOrTime, Doubt, Enrollment, Identity, Pronunciation, Recording,
    Scope, Stage, normalise,
};

/// The content of one record, without its learner.
#[derive(Debug)]
enum Fact {
    Course(CourseProgress),
    /// A credential or a certificate. Its standing is computed at the end, when the day is known.
    Credential(Box<Credential>),
    /// A name page, with the URL of the recording if there is one.
    NamePage(Option<String>),
}

/// The records with the same key: an address, or a vendor's id.
#[derive(Debug, Default)]
struct Cluster {
    identities: Vec<VendorIdentity>,
    /// Each fact with the index of its identity.
    facts: Vec<(usize, Fact)>,
}

/// Collects records, and joins them by learner.
#[derive(Debug, Default)]
pub(super) struct Collector {
    since: Option<Date>,
    /// By normalised address.
    by_address: HashMap<String, Cluster>,
    /// Records without an address, by vendor and id.
    by_id: HashMap<(&'static str, String), Cluster>,
    /// Records without an address and without an id. They are not joined, because a name does not identify a person.
    unidentified: Vec<Cluster>,
}

impl Collector {
    pub(super) fn new(scope: &Scope) -> Self {
        Self { since: scope.since, ..Self::default() }
    }

    pub(super) fn add_enrollment(&mut self, mut enrollment: Enrollment, gaps: &mut Gaps) {
        let learner = std::mem::take(&mut enrollment.learner);
        let Enrollment { vendor, id, course, stage, completion, .. } = enrollment;
        let mut progress = CourseProgress {
            vendor,
            course: name_of(&course),
            stage: stage.value,
            stage_word: stage.word,
            result: None,
            result_word: None,
            score: None,
            completed: None,
            updated: None,
            certificate: None,
        };
        if let Some(completion) = completion {
            progress.result = Some(completion.result.value);
            progress.result_word = completion.result.word;
            progress.score = completion.score;
            progress.completed = completion.completed;
            progress.updated = completion.updated;
            progress.certificate = completion.certificate;
        }
        if !self.is_too_old(progress.completed.as_ref().or(progress.updated.as_ref())) {
            let name = learner.id.clone().or(id).map(|id| id.to_text());
            self.add(vendor, learner, Fact::Course(progress), name, gaps);
        }
    }

    pub(super) fn add_credential(&mut self, mut credential: Credential, gaps: &mut Gaps) {
        let learner = std::mem::take(&mut credential.learner);
        if !self.is_too_old(credential.issued.as_ref().or(credential.updated.as_ref())) {
            let name = credential.id.as_ref().or(credential.course.id.as_ref()).map(Id::to_text);
            self.add(credential.vendor, learner, Fact::Credential(Box::new(credential)), name, gaps);
        }
    }

    pub(super) fn add_pronunciation(&mut self, pronunciation: Pronunciation, gaps: &mut Gaps) {
        let Pronunciation { vendor, learner, name_page, recording, .. } = pronunciation;
        let url = recording.word.filter(|_| recording.value == Recording::Recorded);
        self.add(vendor, learner, Fact::NamePage(url), name_page, gaps);
    }

    /// Whether a record with this date is older than the scope.
    fn is_too_old(&self, date: Option<&DateOrTime>) -> bool {
        let day = date.and_then(DateOrTime::day);
        self.since.zip(day).is_some_and(|(since, day)| day < since)
    }

    /// Adds a fact to its cluster. A record without an address is counted as a gap.
    fn add(
        &mut self,
        vendor: &'static str,
        learner: Identity,
        fact: Fact,
        name: Option<String>,
        gaps: &mut Gaps,
    ) {
        let identity = VendorIdentity::new(vendor, learner);
        let address = identity.email.as_deref().map(normalise).filter(|address| !address.is_empty());
        if address.is_none() {
            let name = name.filter(|name| !name.trim().is_empty());
            gaps.add("records without an address, listed in rows of their own", name);
        }
        let cluster = match (address, &identity.id) {
            (Some(address), _) => self.by_address.entry(address).or_default(),
            (None, Some(id)) => self.by_id.entry((vendor, id.clone())).or_default(),
            (None, None) => {
                self.unidentified.push(Cluster::default());
                let last = self.unidentified.len() - 1;
                &mut self.unidentified[last]
            }
        };
        let index = cluster.identities.iter().position(|it| *it == identity).unwrap_or_else(|| {
            cluster.identities.push(identity);
            cluster.identities.len() - 1
        });
        cluster.facts.push((index, fact));
    }

    /// The learners, sorted by name, and those who may be one person.
    pub(super) fn finish(self, as_of: Date, readings: &[ReadingSummary]) -> (Vec<Learner>, Vec<Doubt>) {
        let since = self.since;
        let with_address = self.by_address.into_iter();
        let without_address = self.by_id.into_values().chain(self.unidentified);
        let clusters = with_address.chain(without_address.map(|cluster| (String::new(), cluster)));
        let mut learners: Vec<(Learner, Vec<&'static str>)> =
            clusters.flat_map(|(email, cluster)| cluster.split(&email, as_of)).collect();
        if since.is_some() {
            learners.retain(|(learner, _)| learner.may_be_recent());
        }
        // The order of two learners with one name and address must not depend on the order of answers.
        learners.sort_by_cached_key(|(learner, _)| {
            (
                learner.name.to_lowercase(),
                learner.email.clone(),
                learner.own_ids.clone(),
                format!("{:?}", learner.completions),
            )
        });
        let candidates: Vec<_> = learners
            .iter()
            .map(|(learner, distinguishing_vendors)| Candidate {
                name: &learner.name,
                email: &learner.email,
                own_ids: &learner.own_ids,
                distinguishing_vendors,
            })
            .collect();
        let matches = find_doubts(&candidates);
        let mut learners: Vec<Learner> = learners.into_iter().map(|(learner, _)| learner).collect();
        let mut doubts = Vec::with_capacity(matches.len());
        for (indices, reasons) in matches {
            let person = |index: &usize| {
                let learner: &Learner = &learners[*index];
                Person { name: learner.name.clone(), email: learner.email.clone() }
            };
            let people: Vec<_> = indices.iter().map(person).collect();
            for (index, own) in indices.iter().zip(0..) {
                let others = people.iter().enumerate().filter(|(other, _)| *other != own).take(10);
                let others = others
                    .map(|(_, other)| PossibleMatch { email: other.email.clone(), reasons: reasons.clone() });
                learners[*index].possible_matches.extend(others);
            }
            doubts.push(Doubt { people, reasons });
        }
        let without_recording = match completeness(readings, RecordKind::Pronunciations) {
            Completeness::Whole => RecordingState::Missing,
            Completeness::InPart => RecordingState::Unknown,
            Completeness::NotAsked => RecordingState::NotAsked,
        };
        let mut incomplete: Vec<_> =
            readings.iter().filter(|reading| reading.error.is_some()).map(|reading| reading.vendor).collect();
        incomplete.dedup();
        for learner in &mut learners {
            let is_recorded = learner.pronunciation.recording.is_some();
            learner.pronunciation.state =
                if is_recorded { RecordingState::Recorded } else { without_recording };
            learner.incomplete.clone_from(&incomplete);
        }
        (learners, doubts)
    }
}

impl Cluster {
    /// Makes one learner of a cluster, or several if a vendor distinguishes them. Each comes with the vendors that
    /// distinguish people in this cluster.
    fn split(self, email: &str, as_of: Date) -> Vec<(Learner, Vec<&'static str>)> {
        let distinguishing_vendors = distinguishing_vendors(&self.identities);
        // People whom no vendor distinguishes share a row.
        let key = |identity: &VendorIdentity| match distinguishing_vendors.contains(&identity.vendor) {
            true => identity.id.clone().map(|id| (identity.vendor, id)),
            false => None,
        };
        let mut parts: Vec<Vec<usize>> = Vec::new();
        for (index, identity) in self.identities.iter().enumerate() {
            match parts.iter_mut().find(|indices| key(&self.identities[indices[0]]) == key(identity)) {
                Some(indices) => indices.push(index),
                None => parts.push(vec![index]),
            }
        }
        let mut learners: Vec<_> = parts
            .iter()
            .map(|indices| {
                let mut identities: Vec<_> = indices.iter().map(|index| &self.identities[*index]).collect();
                identities.sort();
                Learner::from_identities(email, &identities)
            })
            .collect();
        for (index, fact) in self.facts {
            let part = parts.iter().position(|indices| indices.contains(&index)).unwrap_or_default();
            learners[part].add(fact, as_of);
        }
        for learner in &mut learners {
            learner.sort();
        }
        learners.into_iter().map(|learner| (learner, distinguishing_vendors.clone())).collect()
    }
}

impl Learner {
    /// A learner without any facts yet.
    fn from_identities(email: &str, identities: &[&VendorIdentity]) -> Self {
        let mut learner = Self { email: email.to_owned(), ..Self::default() };
        for identity in identities {
            let add = |to: &mut Vec<String>, text: &Option<String>| {
                if let Some(text) = text.as_ref().filter(|text| !to.contains(text)) {
                    to.push(text.clone());
                }
            };
            add(&mut learner.own_ids, &identity.own_id);
            add(&mut learner.spellings, &identity.email);
            if learner.name.is_empty() {
                learner.name = identity.name.clone().unwrap_or_default();
            }
        }
        if learner.spellings == [email] {
            learner.spellings.clear();
        }
        learner
    }

    fn add(&mut self, fact: Fact, as_of: Date) {
        match fact {
            Fact::Course(progress) => self.completions.push(progress),
            Fact::Credential(credential) => {
                let summary = summary(*credential, as_of);
                let list = match summary.kind {
                    CredentialKind::Credential => &mut self.credentials,
                    CredentialKind::Certificate => &mut self.certificates,
                };
                list.push(summary);
            }
            Fact::NamePage(url) => {
                let PronunciationSummary { name_pages, recording, .. } = &mut self.pronunciation;
                *name_pages += 1;
                // The first recording is kept; one name page with a recording is enough.
                *recording = recording.take().or(url);
            }
        }
    }

    fn sort(&mut self) {
        // The sort is stable: it keeps the order of each vendor.
        self.completions.sort_by_key(|progress| progress.vendor);
        self.certificates.sort_by_key(|certificate| certificate.vendor);
        self.credentials.sort_by_key(|credential| credential.vendor);
    }

    /// Whether anything here was completed or awarded, or may have been. Records known to be too old are not collected;
    /// the others are recent or have no known date.
    fn may_be_recent(&self) -> bool {
        let may_be_completed =
            |progress: &CourseProgress| matches!(progress.stage, Stage::Completed | Stage::Unknown);
        let has_award = !self.certificates.is_empty() || !self.credentials.is_empty();
        has_award || self.completions.iter().any(may_be_completed)
    }
}

fn summary(credential: Credential, as_of: Date) -> CredentialSummary {
    let standing = credential.standing(as_of);
    let Credential { vendor, kind, id, name, course, award, issued, expires, updated, url, .. } = credential;
    CredentialSummary {
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
