//! The rows of the roll.

use std::collections::BTreeSet;
use std::time::Duration;

use serde_json::{Value, json};
use tassel_core::kit::jiff::{civil::Date, civil::date};
use tassel_records::roll::{Completeness, Learner, Missing, RecordKind, RecordingState, Roll, Vendors};
use tassel_records::{
    AwardState, Completion, Course, Credential, CredentialKind, DateOrTime, Enrollment, Identity,
    Pronunciation, Recording, Scope, Stage, Statement, Verdict,
};

use crate::support::FakeVendor;

const ANA: &str = "ana@example.org";

fn learner(name: &str, email: &str) -> Identity {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Identity { id: None, own_id: None, name: some(name), email: some(email) }
}

fn state<T>(value: T, word: &str) -> Statement<T> {
    Statement { value, word: Some(word.to_owned()) }
}

fn day(text: &str) -> Option<DateOrTime> {
    Some(text.parse().map_or_else(|_| DateOrTime::Other(text.to_owned()), DateOrTime::Day))
}

fn completion(completed: Option<DateOrTime>, updated: Option<DateOrTime>) -> Completion {
    Completion { result: state(Verdict::Passed, "yes"), completed, updated, score: None, certificate: None }
}

fn enrollment(learner: Identity, stage: Stage, completion: Option<Completion>) -> Enrollment {
    let course = Course { id: Some(7.into()), name: Some("Knots".to_owned()) };
    Enrollment { vendor: "any", id: None, learner, course, stage: state(stage, "word"), completion }
}

fn credential(learner: Identity, issued: Option<DateOrTime>, updated: Option<DateOrTime>) -> Credential {
    Credential {
        vendor: "any",
        kind: CredentialKind::Credential,
        id: Some(10.into()),
        name: Some("Knots, mastered".to_owned()),
        learner,
        course: Course { id: Some(34.into()), name: None },
        award: state(AwardState::Published, "true"),
        issued,
        expires: None,
        updated,
        url: Some("https://e.org/10".to_owned()),
    }
}

fn pronunciation(learner: Identity, value: Recording, word: Option<&str>) -> Pronunciation {
    let recording = Statement { value, word: word.map(str::to_owned) };
    Pronunciation { vendor: "any", learner, name_page: None, recording, in_letters: None }
}

async fn roll(vendors: Vendors, scope: Scope) -> Roll {
    Roll::read(&vendors, &scope, |_| {}).await
}

fn completions(enrollments: Vec<Enrollment>) -> Vendors {
    Vendors::new().completions(FakeVendor { enrollments, ..FakeVendor::default() })
}

fn credentials(credentials: Vec<Credential>) -> Vendors {
    Vendors::new().credentials(FakeVendor { credentials, ..FakeVendor::default() })
}

fn emails(roll: &Roll) -> Vec<&str> {
    roll.learners.iter().map(|learner| learner.email.as_str()).collect()
}

#[tokio::test]
async fn a_learner_has_all_fields() {
    let ana = learner("Ana", ANA);
    let told = Completion {
        result: state(Verdict::Failed, "no"),
        completed: day("2026-03-14"),
        updated: day("2026-03-15"),
        score: Some(41.into()),
        certificate: Some("https://e.org/c".to_owned()),
    };
    let taken = enrollment(ana.clone(), Stage::Completed, Some(told));
    let mut held = credential(ana.clone(), day("2026-03-16"), day("2026-03-17"));
    held.expires = day("2020-01-01");
    let mut certificate = credential(ana.clone(), None, None);
    (certificate.kind, certificate.id, certificate.url, certificate.name) =
        (CredentialKind::Certificate, None, None, None);
    certificate.course = Course { id: Some(34.into()), name: Some("Rigging".to_owned()) };
    let spoken = |is, word| pronunciation(ana.clone(), is, word);
    let vendors = Vendors::new()
        .completions(FakeVendor { enrollments: vec![taken], ..FakeVendor::default() })
        .credentials(FakeVendor { credentials: vec![held], ..FakeVendor::default() })
        .credentials(FakeVendor {
            kind: CredentialKind::Certificate,
            credentials: vec![certificate],
            ..FakeVendor::default()
        })
        .pronunciations(FakeVendor {
            pronunciations: vec![
                spoken(Recording::Missing, Some("https://e.org/none.mp3")),
                spoken(Recording::Recorded, Some("https://e.org/1.mp3")),
                spoken(Recording::Recorded, Some("https://e.org/2.mp3")),
            ],
            ..FakeVendor::default()
        });
    let roll = roll(vendors, Scope::everybody()).await;
    let want = json!([{
        "name": "Ana",
        "email": ANA,
        "completions": [{
            "vendor": "any", "course": "Knots", "stage": "completed", "stage_word": "word", "result": "failed",
            "result_word": "no", "score": 41, "completed": "2026-03-14", "updated": "2026-03-15",
            "certificate": "https://e.org/c",
        }],
        "certificates": [{
            "vendor": "any", "id": null, "name": "", "group": "Rigging", "standing": "valid", "word": "true",
            "issued_on": null, "expired_on": null, "updated": null, "url": null,
        }],
        "credentials": [{
            "vendor": "any", "id": 10, "name": "Knots, mastered", "group": "34", "standing": "expired",
            "word": "true", "issued_on": "2026-03-16", "expired_on": "2020-01-01", "updated": "2026-03-17",
            "url": "https://e.org/10",
        }],
        "pronunciation": {"state": "recorded", "name_pages": 3, "recording": "https://e.org/1.mp3"},
    }]);
    assert_eq!(serde_json::to_value(&roll.learners).unwrap(), want);
    let asked: Vec<_> = roll.readings.iter().map(|reading| (reading.kind, reading.records)).collect();
    let questions = [
        (RecordKind::Completions, 1),
        (RecordKind::Credentials, 1),
        (RecordKind::Certificates, 1),
        (RecordKind::Pronunciations, 3),
    ];
    assert_eq!(asked, questions);
    assert!(
        roll.is_complete() && questions.iter().all(|(it, _)| roll.completeness(*it) == Completeness::Whole)
    );
}

#[tokio::test]
async fn recording_states() {
    for (label, is, word, complete, state) in [
        ("recorded", Recording::Recorded, Some("https://e.org/1.mp3"), true, RecordingState::Recorded),
        ("missing", Recording::Missing, None, true, RecordingState::Missing),
        ("missing, reading incomplete", Recording::Missing, None, false, RecordingState::Unknown),
        (
            "recorded, reading incomplete",
            Recording::Recorded,
            Some("https://e.org/1.mp3"),
            false,
            RecordingState::Recorded,
        ),
    ] {
        let mut pronunciations = vec![pronunciation(learner("Ana", ANA), is, word)];
        if !complete {
            pronunciations.push(pronunciation(learner("Ben", ""), Recording::Missing, None));
        }
        let vendors = Vendors::new().pronunciations(FakeVendor { pronunciations, ..FakeVendor::default() });
        let roll = roll(vendors, Scope::everybody()).await;
        assert_eq!(roll.learners[0].pronunciation.state, state, "{label}");
        assert_eq!(roll.is_complete(), complete, "{label}");
    }
}

#[tokio::test]
async fn since_keeps_records_that_are_or_may_be_recent() {
    let since: Date = date(2026, 3, 14);
    let ana = || learner("Ana", ANA);
    let done = |completed, updated| enrollment(ana(), Stage::Completed, Some(completion(completed, updated)));
    // Whether the record stays in the roll.
    for (label, record, stays) in [
        ("completed before", done(day("2026-03-13"), None), false),
        ("completed that day", done(day("2026-03-14"), None), true),
        ("completed later", done(day("2026-03-15"), None), true),
        ("completed before, changed later", done(day("2026-03-13"), day("2026-03-15")), false),
        ("changed before", done(None, day("2026-03-13")), false),
        ("changed later", done(None, day("2026-03-15")), true),
        ("completed, no date", done(None, None), true),
        ("completed, date cannot be parsed", done(day("lately"), None), true),
        ("open", enrollment(ana(), Stage::Open, None), false),
        ("cancelled", enrollment(ana(), Stage::Cancelled, None), false),
        ("unknown", enrollment(ana(), Stage::Unknown, None), true),
    ] {
        let roll = roll(completions(vec![record]), Scope::everybody().since(since)).await;
        assert_eq!(roll.learners.len(), usize::from(stays), "{label}");
        assert_eq!(roll.readings[0].records, 1, "{label}");
    }
    for (label, record, stays) in [
        ("issued before", credential(ana(), day("2026-03-13"), day("2026-03-15")), false),
        ("issued that day", credential(ana(), day("2026-03-14"), None), true),
        ("changed before", credential(ana(), None, day("2026-03-13")), false),
        ("changed later", credential(ana(), None, day("2026-03-15")), true),
        ("issued, no date", credential(ana(), None, None), true),
    ] {
        let mut certificate = record.clone();
        certificate.kind = CredentialKind::Certificate;
        for record in [record, certificate] {
            let roll = roll(credentials(vec![record]), Scope::everybody().since(since)).await;
            assert_eq!(roll.learners.len(), usize::from(stays), "{label}");
        }
    }
    let vendors = Vendors::new().pronunciations(FakeVendor {
        pronunciations: vec![pronunciation(ana(), Recording::Recorded, Some("u"))],
        ..FakeVendor::default()
    });
    assert!(
        roll(vendors, Scope::everybody().since(since)).await.learners.is_empty(),
        "a recording has no date"
    );

    let both = vec![
        done(day("2026-03-13"), None),
        enrollment(ana(), Stage::Open, None),
        done(day("2026-03-15"), None),
    ];
    let narrowed = roll(completions(both.clone()), Scope::everybody().since(since)).await;
    assert_eq!(narrowed.learners[0].completions.len(), 2, "what is open stays beside what is recent");
    assert_eq!(roll(completions(both), Scope::everybody()).await.learners[0].completions.len(), 3);
    let open = vec![enrollment(ana(), Stage::Open, None)];
    assert_eq!(roll(completions(open), Scope::everybody()).await.learners.len(), 1, "no day was given");
}

#[tokio::test]
async fn names_spellings_and_own_ids_of_joined_learners() {
    let known = |vendor: &'static str, own_id: Option<&str>, name: &str, email: &str| {
        let learner = Identity { own_id: own_id.map(str::to_owned), ..learner(name, email) };
        Enrollment { vendor, ..enrollment(learner, Stage::Open, None) }
    };
    for (label, people, name, written, own_ids) in [
        ("one", vec![known("a", Some("7"), "Ana", ANA)], "Ana", vec![], vec!["7"]),
        (
            "another spelling",
            vec![known("a", None, "Ana", "ANA@example.org")],
            "Ana",
            vec!["ANA@example.org"],
            vec![],
        ),
        (
            "two spellings",
            vec![known("b", Some("8"), "Ana B", ANA), known("a", Some("7"), "Ana", "ANA@example.org")],
            "Ana",
            vec!["ANA@example.org", ANA],
            vec!["7", "8"],
        ),
        (
            "the same twice",
            vec![known("a", Some("7"), "Ana", ANA), known("b", Some("7"), "Ana", ANA)],
            "Ana",
            vec![],
            vec!["7"],
        ),
        (
            "only the second has a name",
            vec![known("a", None, "", ANA), known("b", None, "Ana", ANA)],
            "Ana",
            vec![],
            vec![],
        ),
        ("no name", vec![known("a", None, "", ANA)], "", vec![], vec![]),
    ] {
        let roll = roll(completions(people), Scope::everybody()).await;
        let [learner] = roll.learners.as_slice() else { panic!("{label}: {:?}", roll.learners) };
        assert_eq!(learner.name, name, "{label}");
        assert_eq!(
            (&learner.email, &learner.spellings),
            (&ANA.to_owned(), &written.iter().map(|it| (*it).to_owned()).collect()),
            "{label}"
        );
        assert_eq!(learner.own_ids, own_ids, "{label}");
        assert!(roll.is_complete() && learner.incomplete.is_empty(), "{label}");
    }
}

#[tokio::test]
async fn learners_and_their_records_are_sorted() {
    let taken = |vendor: &'static str, name: &str, email: &str, course: &str| Enrollment {
        vendor,
        course: Course { id: None, name: Some(course.to_owned()) },
        ..enrollment(learner(name, email), Stage::Open, None)
    };
    let awarded = |vendor: &'static str, kind, name: &str| Credential {
        vendor,
        kind,
        name: Some(name.to_owned()),
        ..credential(learner("ana", "a@example.org"), None, None)
    };
    let vendors = completions(vec![
        taken("z", "ben", "b@example.org", "1"),
        taken("z", "Ana", "c@example.org", "1"),
        taken("z", "ana", "a@example.org", "1"),
        taken("b", "ana", "a@example.org", "3"),
        taken("a", "ana", "a@example.org", "9"),
        taken("b", "ana", "a@example.org", "2"),
    ])
    .credentials(FakeVendor {
        credentials: [CredentialKind::Credential, CredentialKind::Certificate]
            .into_iter()
            .flat_map(|kind| [awarded("y", kind, "1"), awarded("x", kind, "2"), awarded("y", kind, "0")])
            .collect(),
        ..FakeVendor::default()
    });
    let roll = roll(vendors, Scope::everybody()).await;
    assert_eq!(emails(&roll), ["a@example.org", "c@example.org", "b@example.org"]);
    let learner = &roll.learners[0];
    let taken: Vec<_> = learner.completions.iter().map(|it| (it.vendor, it.course.as_str())).collect();
    assert_eq!(taken, [("a", "9"), ("b", "3"), ("b", "2"), ("z", "1")]);
    for held in [&learner.credentials, &learner.certificates] {
        let held: Vec<_> = held.iter().map(|it| (it.vendor, it.name.as_str())).collect();
        assert_eq!(held, [("x", "2"), ("y", "1"), ("y", "0")]);
    }
}

#[tokio::test(start_paused = true)]
async fn the_first_vendor_time_is_used() {
    let at = |day: &str, seconds| FakeVendor {
        as_of: Some((format!("{day}T12:00:00Z").parse().unwrap(), Duration::from_secs(seconds))),
        ..FakeVendor::default()
    };
    let vendors = Vendors::new().credentials(at("2026-03-15", 2)).credentials(at("2026-03-14", 1));
    assert_eq!(roll(vendors, Scope::everybody()).await.as_of, date(2026, 3, 14));
}

#[tokio::test]
async fn a_course_is_named_by_name_or_id() {
    for (id, name, want) in [(Some(7), Some("Knots"), "Knots"), (Some(7), None, "7"), (None, None, "")] {
        let course = Course { id: id.map(Into::into), name: name.map(str::to_owned) };
        let record = Enrollment { course, ..enrollment(learner("Ana", ANA), Stage::Open, None) };
        assert_eq!(
            roll(completions(vec![record]), Scope::everybody()).await.learners[0].completions[0].course,
            want
        );
    }
}

#[tokio::test]
async fn learners_with_one_name_are_possible_matches() {
    let people =
        (0..13).map(|it| enrollment(learner("Ana", &format!("{it:02}@example.org")), Stage::Open, None));
    let roll = roll(completions(people.collect()), Scope::everybody()).await;
    assert_eq!(roll.doubts.len(), 1);
    assert_eq!(roll.doubts[0].people.len(), 13);
    for learner in &roll.learners {
        let others: BTreeSet<_> = learner.possible_matches.iter().map(|it| it.email.as_str()).collect();
        assert_eq!(others.len(), 10, "the first ten");
        assert!(!others.contains(learner.email.as_str()), "not themselves");
        let why = serde_json::to_value(&learner.possible_matches[0].reasons).unwrap();
        assert_eq!(why, json!(["same_name"]));
    }
}

#[tokio::test]
async fn people_whom_a_vendor_distinguishes_keep_their_records() {
    let person = |id: u64, name: &str, course: &str| Enrollment {
        course: Course { id: None, name: Some(course.to_owned()) },
        ..enrollment(Identity { id: Some(id.into()), ..learner(name, ANA) }, Stage::Open, None)
    };
    let people = vec![
        person(1, "Ana", "a"),
        person(2, "Ben", "b"),
        person(1, "Ana", "c"),
        person(1, "Ana Maria", "d"),
    ];
    let roll = roll(completions(people), Scope::everybody()).await;
    let courses = |it: &Learner| it.completions.iter().map(|it| it.course.clone()).collect::<Vec<_>>();
    let found: Vec<_> = roll.learners.iter().map(|it| (it.name.as_str(), courses(it).join(" "))).collect();
    assert_eq!(found, [("Ana", "a c d".to_owned()), ("Ben", "b".to_owned())]);
    assert!(roll.learners.iter().all(|learner| learner.possible_matches.len() == 1));
}

#[tokio::test]
async fn keep_missing_keeps_learners_and_their_doubts() {
    let (mut done, mut held, mut spoken) = (Vec::new(), Vec::new(), Vec::new());
    // Two learners who lack nothing share a name; so do one who lacks something and one who does not.
    for (name, email, lacks) in [
        ("Full", "full@example.org", None),
        ("Full", "full2@example.org", None),
        ("Credential", "credential@example.org", Some(Missing::Credential)),
        ("Recording", "recording@example.org", Some(Missing::Recording)),
        ("Completion", "completion@example.org", Some(Missing::Completion)),
        ("Completion", "completion2@example.org", None),
    ] {
        let who = learner(name, email);
        done.push(match lacks {
            Some(Missing::Completion) => enrollment(who.clone(), Stage::Open, None),
            _ => enrollment(who.clone(), Stage::Completed, Some(completion(None, None))),
        });
        // A certificate does not count as a credential.
        let kind = if lacks == Some(Missing::Credential) {
            CredentialKind::Certificate
        } else {
            CredentialKind::Credential
        };
        held.push(Credential { kind, ..credential(who.clone(), None, None) });
        spoken.push(match lacks {
            Some(Missing::Recording) => pronunciation(who, Recording::Missing, None),
            _ => pronunciation(who, Recording::Recorded, Some("u")),
        });
    }
    let vendors = Vendors::new()
        .completions(FakeVendor { enrollments: done, ..FakeVendor::default() })
        .credentials(FakeVendor { credentials: held, ..FakeVendor::default() })
        .pronunciations(FakeVendor { pronunciations: spoken, ..FakeVendor::default() });
    for (missing, want, doubts) in [
        (&[Missing::Credential][..], &["credential@example.org"][..], 0),
        (&[Missing::Recording], &["recording@example.org"], 0),
        (&[Missing::Completion], &["completion@example.org"], 1),
        (
            &[Missing::Credential, Missing::Completion],
            &["completion@example.org", "credential@example.org"],
            1,
        ),
        (&[], &[], 0),
    ] {
        let mut roll = roll(vendors.clone(), Scope::everybody()).await;
        assert_eq!((roll.learners.len(), roll.doubts.len()), (6, 2));
        roll.keep_missing(missing);
        assert_eq!(emails(&roll), want, "{missing:?}");
        assert_eq!(roll.doubts.len(), doubts, "{missing:?}");
    }
}

#[tokio::test]
async fn keep_missing_compares_doubts_by_name_and_address() {
    // Ana and Ben share an address; another Ben, who completed something, has another address.
    let person = |id: u64, name: &str, email: &str, stage| {
        enrollment(Identity { id: Some(id.into()), ..learner(name, email) }, stage, None)
    };
    let people = vec![
        person(1, "Ana", ANA, Stage::Completed),
        person(2, "Ben", ANA, Stage::Completed),
        person(3, "Cy", "cy@example.org", Stage::Open),
        person(4, "Ana", "cy@example.org", Stage::Completed),
    ];
    let mut roll = roll(completions(people), Scope::everybody()).await;
    assert_eq!(roll.doubts.len(), 3);
    roll.keep_missing(&[Missing::Completion]);
    let kept: Vec<_> = roll.learners.iter().map(|learner| learner.name.as_str()).collect();
    assert_eq!(kept, ["Cy"]);
    let doubts: Vec<Vec<_>> =
        roll.doubts.iter().map(|it| it.people.iter().map(|it| it.name.as_str()).collect()).collect();
    assert_eq!(doubts, [["Ana", "Cy"]]);
}

#[tokio::test]
async fn progress_and_incomplete_vendors() {
    let people = |name: &'static str, emails: &[&str]| FakeVendor {
        name,
        enrollments: emails
            .iter()
            .map(|email| Enrollment { vendor: name, ..enrollment(learner("", email), Stage::Open, None) })
            .collect(),
        ..FakeVendor::default()
    };
    let vendors = Vendors::new()
        .completions(people("z", &[ANA, "", ""]))
        .completions(people("a", &["", ANA]))
        .completions(people("m", &[ANA]))
        .credentials(people("q", &[]))
        .pronunciations(FakeVendor {
            pronunciations: vec![Pronunciation {
                vendor: "z",
                ..pronunciation(learner("", ""), Recording::Missing, None)
            }],
            ..people("z", &[])
        });
    assert_eq!(
        format!("{vendors:?}"),
        r#"Vendors { completions: ["z", "a", "m"], credentials: ["q"], pronunciations: ["z"] }"#
    );
    let mut last = std::collections::BTreeMap::new();
    let roll = Roll::read(&vendors, &Scope::everybody(), |progress| {
        if progress.kind == RecordKind::Pronunciations {
            return;
        }
        let (before, plans) = last.get(progress.vendor).copied().unwrap_or_default();
        assert!(progress.records == before + u64::from(progress.plan.is_none()), "one at a time");
        last.insert(progress.vendor, (progress.records, plans + u64::from(progress.plan.is_some())));
    })
    .await;
    let want = [("a", (2, 1)), ("m", (1, 1)), ("q", (0, 1)), ("z", (3, 1))];
    assert_eq!(last.into_iter().collect::<Vec<_>>(), want);
    let asked: Vec<_> = roll.readings.iter().map(|it| (it.vendor, it.error.is_some())).collect();
    assert_eq!(asked, [("a", true), ("m", false), ("q", false), ("z", true), ("z", true)]);
    assert!(roll.learners.iter().all(|learner| learner.incomplete == ["a", "z"]));
    assert_eq!(roll.completeness(RecordKind::Completions), Completeness::InPart);
    assert_eq!(roll.completeness(RecordKind::Credentials), Completeness::Whole);
    assert_eq!(roll.completeness(RecordKind::Certificates), Completeness::NotAsked);
    let json: Value = serde_json::to_value(&roll.learners[0]).unwrap();
    assert_eq!(json["incomplete"], json!(["a", "z"]));
}
