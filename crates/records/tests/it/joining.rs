//! Matching: learners who are joined, and learners who may be one person.

use async_trait::async_trait;
use futures_util::stream;
use serde_json::{Value, json};
use tassel_records::roll::{Completeness, RecordKind, RecordingState, Vendors};
use tassel_records::{
    Completions, Course, Enrollment, Error, Identity, MappedRecord, Plan, Reading, Roll, Scope, Source,
    Stage, Statement,
};

/// A vendor whose learners have one course each: id, own id, name and address of each learner.
#[derive(Clone, Copy)]
struct System(&'static str, &'static [[&'static str; 4]]);

#[async_trait]
impl Completions for System {
    fn vendor(&self) -> &'static str {
        self.0
    }

    async fn read_completions(&self, _: &Scope) -> Result<Reading<Enrollment>, Error> {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let System(vendor, people) = *self;
        let records = people.iter().map(move |[id, own_id, name, email]| {
            let learner = Identity {
                id: some(id).map(Into::into),
                own_id: some(own_id),
                name: some(name),
                email: some(email),
            };
            let (course, stage) = (Course::default(), Statement { value: Stage::Open, word: None });
            let record = Enrollment { vendor, id: None, learner, course, stage, completion: None };
            Ok(MappedRecord::new(record, Source::Other(Value::Null), &[]))
        });
        Ok(Reading::new(Plan::calls(0), stream::iter(records)))
    }
}

#[tokio::test]
async fn learners_are_joined_by_address_alone() {
    let same_name = json!(["same_name"]);
    let apart = json!([{"same_address_other_ids": "one"}]);
    let id_and_name = json!(["same_name", {"same_own_id": "7"}]);
    type Row<'a> = (&'a str, System, System, &'a [(&'a str, usize)], &'a [&'a Value]);
    let rows: &[Row<'_>] = &[
        (
            "the same address",
            System("one", &[["1", "", "Ana", "a@x.org"]]),
            System("two", &[["9", "", "Ana B", "a@x.org"]]),
            &[("a@x.org", 2)],
            &[],
        ),
        (
            "another spelling",
            System("one", &[["1", "", "Ana", " A@X.org"]]),
            System("two", &[["9", "", "Ana", "a@x.ORG "]]),
            &[("a@x.org", 2)],
            &[],
        ),
        (
            "another Unicode form",
            System("one", &[["1", "", "Ana", "an\u{e9}@x.org"]]),
            System("two", &[["9", "", "Ana", "ane\u{301}@x.org"]]),
            &[("an\u{e9}@x.org", 2)],
            &[],
        ),
        (
            "the same name",
            System("one", &[["1", "", "Ana", "a@x.org"]]),
            System("two", &[["9", "", "ana", "b@x.org"]]),
            &[("a@x.org", 1), ("b@x.org", 1)],
            &[&same_name],
        ),
        (
            "the same own id and name",
            System("one", &[["1", "7", "Ana", "a@x.org"]]),
            System("two", &[["9", "7", "Ana", "b@x.org"]]),
            &[("a@x.org", 1), ("b@x.org", 1)],
            &[&id_and_name],
        ),
        (
            "different ids at two vendors",
            System("one", &[["1", "7", "Ana", "a@x.org"]]),
            System("two", &[["2", "8", "Ana", "a@x.org"]]),
            &[("a@x.org", 2)],
            &[],
        ),
        (
            "two people with one address",
            System("one", &[["1", "", "Ana", "a@x.org"], ["2", "", "Ben", "a@x.org"]]),
            System("two", &[["9", "", "Cy", "a@x.org"]]),
            &[("a@x.org", 1), ("a@x.org", 1), ("a@x.org", 1)],
            &[&apart],
        ),
        (
            "no address",
            System("one", &[["1", "", "Ana", ""], ["1", "", "Ana", ""]]),
            System("two", &[["9", "", "Ana", ""]]),
            &[("", 2), ("", 1)],
            &[&same_name],
        ),
        (
            "no address, and the same id at two vendors",
            System("one", &[["1", "", "Ana", ""]]),
            System("two", &[["1", "", "Ben", ""]]),
            &[("", 1), ("", 1)],
            &[],
        ),
        (
            "no address and no id",
            System("one", &[["", "", "Ana", ""], ["", "", "Ana", ""]]),
            System("two", &[["", "", "Ben", " "]]),
            &[("", 1), ("", 1), ("", 1)],
            &[&same_name],
        ),
    ];
    for (label, one, two, people, why) in rows {
        let vendors = Vendors::new().completions(*one).completions(*two);
        let roll = Roll::read(&vendors, &Scope::everybody(), |_| {}).await;
        let mut found: Vec<_> =
            roll.learners.iter().map(|learner| (learner.email.as_str(), learner.completions.len())).collect();
        let mut people = people.to_vec();
        found.sort_unstable();
        people.sort_unstable();
        assert_eq!(found, people, "{label}");
        let doubts: Vec<_> =
            roll.doubts.iter().map(|doubt| serde_json::to_value(&doubt.reasons).unwrap()).collect();
        assert_eq!(doubts.iter().collect::<Vec<_>>(), why.to_vec(), "{label}");
        let doubtful = roll.learners.iter().filter(|learner| !learner.possible_matches.is_empty()).count();
        let people_in_doubt: usize = roll.doubts.iter().map(|doubt| doubt.people.len()).sum();
        assert_eq!(doubtful, people_in_doubt, "{label}: each of them has a possible match");
        assert_eq!(roll.completeness(RecordKind::Pronunciations), Completeness::NotAsked, "{label}");
        assert!(
            roll.learners.iter().all(|learner| learner.pronunciation.state == RecordingState::NotAsked),
            "{label}"
        );
    }
}

#[tokio::test]
async fn the_roll_does_not_depend_on_the_order_of_answers() {
    let one =
        System("one", &[["1", "", "Ana", "a@x.org"], ["2", "", "Ben", "A@x.org"], ["3", "", "", "c@x.org"]]);
    let two = System("two", &[["9", "", "Cy", "c@x.org"], ["8", "", "Ana", "a@x.org"]]);
    let read = |vendors: Vendors| async move {
        let roll = Roll::read(&vendors, &Scope::everybody(), |_| {}).await;
        (serde_json::to_value(&roll.learners).unwrap(), serde_json::to_value(&roll.doubts).unwrap())
    };
    let forward = read(Vendors::new().completions(one).completions(two)).await;
    let backward = read(Vendors::new().completions(two).completions(one)).await;
    assert_eq!(forward, backward);
}
