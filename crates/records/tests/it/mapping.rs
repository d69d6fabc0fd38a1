//! The mapping of each vendor's records, and its losses.

use serde_json::{Value, json};
use tassel_core::ClientOptions;
use tassel_core::testing::{Scripted, Step};
use tassel_records::{Completions, Credentials, MappedRecord, Pronunciations, Reading, Scope, TryStreamExt};

use crate::support;

fn options(steps: impl IntoIterator<Item = Value>) -> ClientOptions {
    let steps = steps.into_iter().map(|body| Step::answer(200, body.to_string()));
    ClientOptions::new().transport(Scripted::new(steps.collect::<Vec<_>>()))
}

async fn records<T: serde::Serialize>(reading: Reading<T>) -> Vec<(Value, Vec<String>)> {
    let all: Vec<MappedRecord<T>> = reading.records.try_collect().await.unwrap();
    let shown = |mapped: &MappedRecord<T>| {
        let lost = mapped.losses().into_iter().map(|loss| loss.field).collect();
        (serde_json::to_value(&mapped.record).unwrap(), lost)
    };
    all.iter().map(shown).collect()
}

#[tokio::test(start_paused = true)]
async fn coursepath_results() {
    for (label, result, stage, completion, lost) in [
        (
            "not completed",
            json!({"completed": null}),
            json!({"is": "open", "word": null}),
            json!(null),
            vec![],
        ),
        (
            "a score without a completion",
            json!({"score": 100}),
            json!({"is": "unknown", "word": null}),
            json!(null),
            vec!["result.score"],
        ),
        (
            "passed",
            json!({"score": 87.5, "success": true, "completed": "2026-03-14T10:22:05Z", "certificate": "https://e.org/c"}),
            json!({"is": "completed", "word": "2026-03-14T10:22:05Z"}),
            json!({"result": {"is": "passed", "word": "true"}, "completed": "2026-03-14T10:22:05Z", "updated": null, "score": 87.5, "certificate": "https://e.org/c"}),
            vec![],
        ),
        (
            "failed",
            json!({"success": 0, "completed": true}),
            json!({"is": "completed", "word": "true"}),
            json!({"result": {"is": "failed", "word": "0"}, "completed": null, "updated": null, "score": null, "certificate": null}),
            vec![],
        ),
        (
            "a day, and no result",
            json!({"completed": 1, "completedDate": "2026-03-14", "attempts": 3}),
            json!({"is": "completed", "word": "1"}),
            json!({"result": {"is": "unknown", "word": null}, "completed": "2026-03-14", "updated": null, "score": null, "certificate": null}),
            vec!["result.attempts"],
        ),
        (
            "two days: the documented field wins",
            json!({"completedDate": "2026-03-15", "completed": "2026-03-14"}),
            json!({"is": "completed", "word": "2026-03-14"}),
            json!({"result": {"is": "unknown", "word": null}, "completed": "2026-03-14", "updated": null, "score": null, "certificate": null}),
            vec![],
        ),
        (
            "a flag as text",
            json!({"completedDate": "2026-03-15", "completed": "1"}),
            json!({"is": "completed", "word": "1"}),
            json!({"result": {"is": "unknown", "word": null}, "completed": "2026-03-15", "updated": null, "score": null, "certificate": null}),
            vec![],
        ),
    ] {
        let member = json!([{"id": 7, "name": "Imke", "email": "Imke@example.org", "externalId": "L7", "country": "NL"}]);
        let course = json!([{"id": 1, "name": "Knots", "duration": 5}]);
        let steps = [course, json!([]), member, json!([]), result];
        let client = support::coursepath(options(steps));
        let records = records(client.read_completions(&Scope::everybody()).await.unwrap()).await;
        let learner = json!({"id": 7, "own_id": "L7", "name": "Imke", "email": "Imke@example.org"});
        let course = json!({"id": 1, "name": "Knots"});
        let want = json!({"vendor": "coursepath", "id": null, "learner": learner, "course": course, "stage": stage, "completion": completion});
        let mut fields: Vec<_> = lost.into_iter().map(str::to_owned).collect();
        fields.extend(["member.country", "course.duration"].map(str::to_owned));
        fields.sort();
        assert_eq!(records, [(want, fields)], "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn damstra_schedules() {
    let user = json!({"results": [{"id": 5, "firstName": "Imke", "lastName": "Aalto", "emailAddress": "i@example.org", "employeeNumber": "", "timeZone": "UTC"}], "meta": {"totalResultCount": 1, "startIndex": 0, "endIndex": 1}});
    for (label, schedule, stage, completion) in [
        ("due", json!({"status": "due"}), json!({"is": "open", "word": "due"}), json!(null)),
        (
            "cancelled",
            json!({"status": "cancelled"}),
            json!({"is": "cancelled", "word": "cancelled"}),
            json!(null),
        ),
        (
            "a new word",
            json!({"status": "snoozed"}),
            json!({"is": "unknown", "word": "snoozed"}),
            json!(null),
        ),
        (
            "completed, no result",
            json!({"status": "completed", "lessonCompletedDate": "2024-03-02T05:04:00.000Z"}),
            json!({"is": "completed", "word": "completed"}),
            json!({"result": {"is": "unknown", "word": null}, "completed": "2024-03-02T05:04:00Z", "updated": null, "score": null, "certificate": null}),
        ),
    ] {
        let mut whole = json!({"id": 76, "lessonId": 240, "lessonName": "Knots", "progress": 9});
        whole.as_object_mut().unwrap().extend(schedule.as_object().unwrap().clone());
        let client =
            support::damstra(options([user.clone(), json!({"results": [whole]}), json!({"results": []})]));
        let records = records(client.read_completions(&Scope::everybody()).await.unwrap()).await;
        let learner = json!({"id": 5, "own_id": null, "name": "Imke Aalto", "email": "i@example.org"});
        let course = json!({"id": 240, "name": "Knots"});
        let want = json!({"vendor": "damstra", "id": 76, "learner": learner, "course": course, "stage": stage, "completion": completion});
        let lost = ["schedule.progress", "user.timeZone"].map(str::to_owned).to_vec();
        assert_eq!(records, [(want, lost)], "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn falkor_stories_and_certificates() {
    let envelope = |data: Value| json!({"status": "success", "data": data});
    let at = "2024-03-02T09:20:00+01:00";
    for (label, state, stage, completion, lost) in [
        ("not started", json!([]), json!({"is": "open", "word": null}), json!(null), vec!["story.state"]),
        (
            "started",
            json!({"complete": false, "passed": false}),
            json!({"is": "open", "word": "false"}),
            json!(null),
            vec!["story.state.passed"],
        ),
        (
            "unreadable",
            json!({"complete": "nearly"}),
            json!({"is": "unknown", "word": "\"nearly\""}),
            json!(null),
            vec![],
        ),
        (
            "complete, no score",
            json!({"complete": true, "updated": at, "duration": 5}),
            json!({"is": "completed", "word": "true"}),
            json!({"result": {"is": "unknown", "word": null}, "completed": null, "updated": "2024-03-02T08:20:00Z", "score": null, "certificate": null}),
            vec!["story.state.duration"],
        ),
    ] {
        let story = json!({"name": "Knots", "sku": "EV1", "state": state});
        let user = json!({"firstname": "Imke", "lastname": "Aalto", "email": "i@example.org", "rank": "3", "stories": [story]});
        let client = support::falkor(options([envelope(json!({"users": [user]}))]));
        let records = records(client.read_completions(&Scope::everybody()).await.unwrap()).await;
        let learner = json!({"id": null, "own_id": null, "name": "Imke Aalto", "email": "i@example.org"});
        let course = json!({"id": "EV1", "name": "Knots"});
        let want = json!({"vendor": "falkor", "id": null, "learner": learner, "course": course, "stage": stage, "completion": completion});
        let mut fields = vec!["user.rank".to_owned()];
        fields.extend(lost.into_iter().filter(|it| *it != "story.state").map(str::to_owned));
        let mut got = records;
        got[0].1.retain(|field| field != "story.state");
        fields.sort();
        assert_eq!(got, [(want, fields)], "{label}");
    }

    for (label, certificate, award, url) in [
        (
            "pending",
            json!({"timestamp": at, "state": "pending", "url": ""}),
            json!({"is": "pending", "word": "pending"}),
            json!(null),
        ),
        (
            "delivered",
            json!({"timestamp": at, "state": "Delivered", "url": "https://e.org/c"}),
            json!({"is": "published", "word": "Delivered"}),
            json!("https://e.org/c"),
        ),
    ] {
        let user = json!({"firstname": "Imke", "lastname": "Aalto", "email": "i@example.org", "city": "Ghent", "certificate": certificate});
        let awarded =
            json!([{"story": {"name": "Knots", "ID": "EV1", "type": "story"}, "certificates": [user]}]);
        let client = support::falkor(options([envelope(awarded)]));
        let records = records(client.read_credentials(&Scope::everybody()).await.unwrap()).await;
        let (record, lost) = &records[0];
        assert_eq!(
            (&record["award"], &record["url"], &record["kind"]),
            (&award, &url, &json!("certificate")),
            "{label}"
        );
        assert_eq!(
            (&record["issued"], &record["updated"]),
            (&json!(null), &json!("2024-03-02T08:20:00Z")),
            "{label}: the timestamp is not the time of issue"
        );
        assert_eq!(lost, &["story.type", "user.city"], "{label}");
    }
}

#[tokio::test(start_paused = true)]
async fn accredible_credentials() {
    let issuer = json!({"issuer": {"id": 1, "name": "Harbour Academy"}});
    for (label, fields, award, dates) in [
        (
            "published",
            json!({"approve": true, "issued_on": "2026-01-02", "expired_on": "2027-01-02"}),
            json!({"is": "published", "word": "true"}),
            ["2026-01-02", "2027-01-02"],
        ),
        (
            "unpublished",
            json!({"approve": false, "issued_on": "2026-01-02T00:00:00Z", "expired_on": "soon"}),
            json!({"is": "unpublished", "word": "false"}),
            ["2026-01-02", "soon"],
        ),
    ] {
        let mut credential = json!({"id": 10, "name": "Knots", "grade": 5, "recipient_email": "i@example.org", "group": {"id": 34, "name": "knots-2026", "course_name": "Knots"}});
        credential.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let page = json!({"credentials": [credential], "meta": {"count": 1}});
        let client = support::accredible(options([issuer.clone(), page]));
        let records = records(client.read_credentials(&Scope::everybody()).await.unwrap()).await;
        let (record, lost) = &records[0];
        assert_eq!(
            (&record["award"], &record["issued"], &record["expires"]),
            (&award, &json!(dates[0]), &json!(dates[1])),
            "{label}"
        );
        assert_eq!(record["course"], json!({"id": 34, "name": "knots-2026"}), "{label}");
        assert_eq!(lost, &["grade", "group.course_name"], "{label}");
    }
}

/// Records with every field, and with as few as possible.
#[tokio::test(start_paused = true)]
async fn whole_records() {
    let (at, issuer) = ("2026-01-02T03:04:05Z", json!({"issuer": {"id": 1}}));
    let credential = json!({"id": 10, "name": " Knots ", "approve": true, "issued_on": "2026-01-02", "expired_on": null, "updated_at": at, "recipient_name": "Imke", "recipient_email": "i@example.org", "recipient_id": 7, "group": {"id": 34, "name": "knots-2026"}});
    let page = json!({"credentials": [credential, {"id": 11}], "meta": {"count": 2}});
    let client = support::accredible(options([issuer, page]));
    let found = records(client.read_credentials(&Scope::everybody()).await.unwrap()).await;
    let nobody = json!({"id": null, "own_id": null, "name": null, "email": null});
    let want = json!({"vendor": "accredible", "kind": "credential", "id": 10, "name": "Knots", "learner": {"id": null, "own_id": "7", "name": "Imke", "email": "i@example.org"}, "course": {"id": 34, "name": "knots-2026"}, "award": {"is": "published", "word": "true"}, "issued": "2026-01-02", "expires": null, "updated": at, "url": null});
    assert_eq!(found[0], (want, vec![]));
    let want = json!({"vendor": "accredible", "kind": "credential", "id": 11, "name": null, "learner": nobody, "course": {"id": null, "name": null}, "award": {"is": "unknown", "word": null}, "issued": null, "expires": null, "updated": null, "url": null});
    assert_eq!(found[1], (want, vec![]));

    let user = json!({"id": 5, "firstName": "Imke", "lastName": "", "emailAddress": " i@example.org", "employeeNumber": "E7"});
    let users = json!({"results": [user], "meta": {"totalResultCount": 1}});
    let schedules = json!([{"id": 76, "userId": 5, "lessonId": 240, "lessonName": "Knots", "status": "completed", "lessonCompletedDate": at, "modifiedDate": at}, {"status": "scheduled", "modifiedDate": at}, {"status": "overdue"}, {"id": 77}]);
    let client = support::damstra(options([users, json!({"results": schedules}), json!({"results": []})]));
    let found = records(client.read_completions(&Scope::everybody()).await.unwrap()).await;
    let learner = json!({"id": 5, "own_id": "E7", "name": "Imke", "email": "i@example.org"});
    let completion = json!({"result": {"is": "unknown", "word": null}, "completed": at, "updated": at, "score": null, "certificate": null});
    let want = json!({"vendor": "damstra", "id": 76, "learner": learner, "course": {"id": 240, "name": "Knots"}, "stage": {"is": "completed", "word": "completed"}, "completion": completion});
    assert_eq!(found[0], (want, vec![]));
    let stages: Vec<_> = found[1..].iter().map(|(record, _)| &record["stage"]).collect();
    let want = [
        json!({"is": "open", "word": "scheduled"}),
        json!({"is": "open", "word": "overdue"}),
        json!({"is": "unknown", "word": null}),
    ];
    assert_eq!(stages, want.iter().collect::<Vec<_>>());
    assert_eq!(found[1].1, ["schedule.modifiedDate"], "of what is not completed it is lost");

    let envelope = |data: Value| json!({"status": "success", "data": data});
    let state = |passed: Value| json!({"complete": true, "passed": passed, "score": "87.5", "updated": at});
    let stories: Vec<_> = [json!(true), json!(0), json!("perhaps")]
        .into_iter()
        .map(|passed| json!({"name": "Knots", "sku": "EV1", "state": state(passed)}))
        .collect();
    let users = json!({"users": [{"firstname": "Imke", "lastname": "Aalto", "email": "i@example.org", "stories": stories}]});
    let client = support::falkor(options([envelope(users)]));
    let found = records(client.read_completions(&Scope::everybody()).await.unwrap()).await;
    let results = [("passed", "true"), ("failed", "0"), ("unknown", "\"perhaps\"")];
    for ((record, lost), (is, word)) in found.iter().zip(results) {
        let want = json!({"result": {"is": is, "word": word}, "completed": null, "updated": at, "score": 87.5, "certificate": null});
        assert_eq!((&record["completion"], lost.len()), (&want, 0), "{is}");
    }
    assert_eq!(found.len(), results.len());

    let certificates = json!([{"email": "i@example.org", "firstname": "Imke", "certificate": {"state": "DELIVERED", "timestamp": at, "url": "https://e.org/c"}}, {"certificate": {"state": "burnt"}}, {}]);
    let client = support::falkor(options([envelope(
        json!([{"story": {"ID": "EV1", "name": "Knots"}, "certificates": certificates}]),
    )]));
    let found = records(client.read_credentials(&Scope::everybody()).await.unwrap()).await;
    let want = json!({"vendor": "falkor", "kind": "certificate", "id": null, "name": "Knots", "learner": {"id": null, "own_id": null, "name": "Imke", "email": "i@example.org"}, "course": {"id": "EV1", "name": "Knots"}, "award": {"is": "published", "word": "DELIVERED"}, "issued": null, "expires": null, "updated": at, "url": "https://e.org/c"});
    assert_eq!(found[0], (want, vec![]));
    let awards: Vec<_> = found[1..].iter().map(|(record, _)| &record["award"]).collect();
    assert_eq!(awards, [&json!({"is": "unknown", "word": "burnt"}), &json!({"is": "unknown", "word": null})]);

    let participant = json!({"first_name": "Imke", "last_name": "Aalto", "email": "i@example.org", "institution_id": "L7", "event_title": "Staff", "recording_url": "https://e.org/1.mp3", "phonetic_spelling": "IM-keh"});
    let page = json!({"participants": [participant], "meta": {"total_count": 1, "page": 1, "per_page": 1000, "total_pages": 1, "next_page_url": null}});
    let client = support::namecoach(options([page]));
    let found = records(client.read_pronunciations(&Scope::everybody()).await.unwrap()).await;
    let want = json!({"vendor": "namecoach", "learner": {"id": null, "own_id": "L7", "name": "Imke Aalto", "email": "i@example.org"}, "name_page": "Staff", "recording": {"is": "recorded", "word": "https://e.org/1.mp3"}, "in_letters": "IM-keh"});
    assert_eq!(found, [(want, vec![])]);
}

#[tokio::test(start_paused = true)]
async fn namecoach_participants() {
    for (label, recording, want) in [
        ("recorded", json!("https://e.org/1.mp3"), json!({"is": "recorded", "word": "https://e.org/1.mp3"})),
        ("not recorded", json!(null), json!({"is": "missing", "word": null})),
    ] {
        let participant = json!({"first_name": "Imke", "last_name": "Aalto", "email": "i@example.org", "recording_link": recording, "event_title": "Staff", "notes": "starts in May"});
        let page = json!({"participants": [participant], "meta": {"total_count": 1, "page": 1, "per_page": 1000, "total_pages": 1, "next_page_url": null}});
        let client = support::namecoach(options([page]));
        let records = records(client.read_pronunciations(&Scope::everybody()).await.unwrap()).await;
        let (record, lost) = &records[0];
        assert_eq!((&record["recording"], &record["name_page"]), (&want, &json!("Staff")), "{label}");
        assert_eq!(lost, &["notes"], "{label}");
    }
}
