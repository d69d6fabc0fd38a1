//! The vendor's quirks: one row for each in its contract.

use std::fmt::Display;

use serde_json::{Map, Value, json};
use tassel_core::testing::{Scripted, Step};
use tassel_falkor::model::{
    AddedUser, AnalyticsFilter, CertificateState, InsertUser, InsertedUser, Invite, InviteStatus,
    ManageGroup, StoryCertificatesFilter, StoryLogsFilter, StoryStatus, StoryType, UserStoryLogsFilter,
};
use tassel_falkor::{Client, ClientOptions, Error, OPERATIONS, OrEmpty, Safety};

use crate::support::{TOKEN, body_of, offline, success};

/// A client that receives these answers.
fn answers(bodies: &[Value]) -> (Scripted, Client) {
    let script = Scripted::new(bodies.iter().map(|body| Step::answer(200, body.to_string())));
    let options = ClientOptions::new().transport(script.clone());
    (script, Client::builder("account.example.org", TOKEN).with(options).build().unwrap())
}

/// The value that `post` returns.
async fn posted<T: serde::de::DeserializeOwned + Default + Send + 'static>(path: &str, data: Value) -> T {
    let (_, client) = answers(&[success(&data)]);
    client.post(path, &json!({}), Safety::ReadOnly).send().await.unwrap()
}

async fn certificate(story: Value, certificate: Value) -> tassel_falkor::model::StoryCertificates {
    let mut user =
        json!({"email": "Imani.Okonjo@Example.org", "country": "********", "city": "", "telephone": ""});
    user["certificate"] = certificate;
    let (_, client) = answers(&[success(&json!([{"story": story, "certificates": [user]}]))]);
    let call = client.logs().story_certificates(StoryCertificatesFilter::default());
    call.send().await.unwrap().remove(0)
}

fn keys(body: &Value) -> String {
    let mut keys: Vec<_> = body.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys.join(" ")
}

fn shown(values: &[&dyn Display]) -> String {
    values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn every_quirk() {
    let offline = offline();
    let (groups, logs) = (offline.groups(), offline.logs());
    let user = || InsertedUser::new("Imani", "Okonjo", "imani.okonjo@example.org");
    let manage = || groups.manage(ManageGroup::new("Dockers").invite(Invite::Never));
    let insert = || groups.insert(InsertUser::new(["Dockers"], user()).invite(false));

    let warned = json!({"inserts": 1, "warnings": 1, "messages": [{"parameter": "add", "error": "Odd."}]});
    let (_, client) = answers(&[success(&warned)]);
    let warned = client.groups().manage(ManageGroup::new("Dockers")).send().await.unwrap();

    let (_, client) = answers(&[success(&json!({"users": [{"rank": 3, "stories": [
        {"sku": "EV31", "state": {"complete": "1", "duration": "412", "score": "87.5"}},
    ]}]}))]);
    let users = client.logs().user_story_logs(UserStoryLogsFilter::default()).send().await.unwrap();
    let users = users.users.unwrap();
    let story = &users[0].stories.as_ref().unwrap()[0];
    let state: &StoryStatus = story.state.as_ref().unwrap();

    let time = "2026-03-14T11:22:05+01:00";
    let pending = json!({"state": "Pending", "url": "", "timestamp": time});
    let awarded = certificate(json!({"ID": 7, "type": "Assessment", "name": "Crane Signals"}), pending).await;
    let awarded_story = awarded.story.as_ref().unwrap();
    let awarded_user = &awarded.certificates.as_ref().unwrap()[0];
    let awarded = awarded_user.certificate.as_ref().unwrap();
    let nothing = certificate(json!([]), json!([])).await;
    let nothing = nothing.certificates.as_ref().unwrap()[0].certificate.as_ref().unwrap().clone();

    let (_, client) = answers(&[success(&json!([{"email": "a@example.org", "status": "ACTIVE"}]))]);
    let invited = client.groups().status(["a@example.org"]).send().await.unwrap();

    let voucher: Vec<Map<String, Value>> =
        posted("/v1/rewards/list", json!([{"available": "Unlimited", "booked": "3", "expires": "never"}]))
            .await;
    let fulfilments: Vec<OrEmpty<Map<String, Value>>> =
        posted("/v1/logs/pathway-logs", json!([[], {"type": "check-in", "distance": -1}])).await;
    let (_, client) = answers(&[success(&json!([{"cohorts": [{"weeks": [100]}]}]))]);
    let cohorts = client.analytics().retention_apps(AnalyticsFilter::default()).send().await.unwrap();
    let enrolments: Vec<Map<String, Value>> =
        posted("/v1/pathways/list", json!([{"enrolments": [{"state": "In Progress"}], "fulfilment": []}]))
            .await;

    let (script, client) = answers(&[success(&json!([]))]);
    client.post::<Value>("/v1/event/list", &json!({}), Safety::ReadOnly).send().await.unwrap();
    let event_path = script.requests()[0].uri().path().to_owned();

    for (quirk, found, want) in [
        (
            "1: reads are POST, and are repeated all the same; changes are not",
            {
                let all = OPERATIONS.iter().all(|it| it.method == "POST");
                let changes = OPERATIONS.iter().filter(|it| it.safety != Safety::ReadOnly);
                changes.fold(all.to_string(), |shown, it| format!("{shown}, {} {}", it.id, it.safety))
            },
            "true, groups.manage once, groups.insert once, data.upload repeatable, data.insert once, \
             data.remove once, data.delete once, pathways.manage once, events.consume once, rewards.consume once"
                .to_owned(),
        ),
        ("2: the envelope is taken off every answer", enrolments.len().to_string(), "1".to_owned()),
        ("3: data is an object for users' logs, a list for others", users.len().to_string(), "1".to_owned()),
        (
            "4: a success with warnings is not a whole one",
            shown(&[&warned.is_complete(), &warned.messages.as_ref().unwrap().len()]),
            "false 1".to_owned(),
        ),
        (
            "5: siblings name their filters differently",
            [
                keys(&body_of(logs.story_logs(StoryLogsFilter::new("x").users(["a"])).request())),
                keys(&body_of(
                    logs.user_story_logs(UserStoryLogsFilter::default().emails(["a"]).stories(["x"]))
                        .request(),
                )),
                keys(&body_of(groups.status(["a"]).request())),
            ]
            .join(", "),
            "story users, emails stories, email".to_owned(),
        ),
        (
            "6: an ID is also called a sku, a status a state",
            shown(&[&awarded_story.id.as_ref().unwrap(), &story.sku.as_ref().unwrap()]),
            "7 EV31".to_owned(),
        ),
        (
            "7: a story's type comes in any case, and is kept as it came",
            format!(
                "{} {:?}",
                awarded_story.story_type.as_ref().unwrap(),
                awarded_story.story_type.as_ref().unwrap().in_any_case()
            ),
            format!("Assessment {:?}", StoryType::Assessment),
        ),
        (
            "8: a state comes in any case",
            format!(
                "{:?} {:?}",
                awarded.state.as_ref().unwrap().in_any_case(),
                invited[0].status.as_ref().unwrap().in_any_case()
            ),
            format!("{:?} {:?}", CertificateState::Pending, InviteStatus::Active),
        ),
        (
            "9: invite is a number here and a truth there",
            shown(&[&body_of(manage().request())["invite"], &body_of(insert().request())["invite"]]),
            "0 false".to_owned(),
        ),
        (
            "10: numbers come as text",
            shown(&[
                &users[0].rank.as_ref().unwrap().as_u64().unwrap(),
                &state.duration.as_ref().unwrap().get().unwrap(),
                &state.score.as_ref().unwrap().get().unwrap(),
                &state.complete.as_ref().unwrap().get().unwrap(),
                &voucher[0]["booked"],
            ]),
            r#"3 412 87.5 true "3""#.to_owned(),
        ),
        (
            "11: words stand where numbers or dates do",
            shown(&[&voucher[0]["available"], &voucher[0]["expires"], &fulfilments[1]["distance"]]),
            r#""Unlimited" "never" -1"#.to_owned(),
        ),
        (
            "12: an empty list where an object belongs is an empty object",
            shown(&[&fulfilments[0].is_empty(), &nothing.state.is_none(), &nothing.url().is_none()]),
            "true true true".to_owned(),
        ),
        ("13: singular and plural paths are sent as given", event_path, "/v1/event/list".to_owned()),
        (
            "14: attendances and vouchers are set on paths of their own",
            OPERATIONS.iter().filter(|it| it.path.ends_with("/consume")).fold(String::new(), |shown, it| shown + it.path + " "),
            "/v1/event/consume /v1/rewards/consume ".to_owned(),
        ),
        (
            "15: every path has its version, and none is a mistaken one",
            {
                let mistaken = ["/v1/story-analytics/logs", "/v1/analytics/stream-ratings"];
                let wrong = |path: &&str| !path.starts_with("/v1/") || mistaken.contains(path);
                let mut paths: Vec<_> = OPERATIONS.iter().map(|it| it.path).collect();
                let wrong = paths.iter().filter(|path| wrong(path)).count();
                paths.sort_unstable();
                paths.dedup();
                shown(&[&wrong, &(paths.len() == OPERATIONS.len())])
            },
            "0 true".to_owned(),
        ),
        (
            "16: a metric has a name of its own",
            format!("{:?}", cohorts[0].cohorts.as_ref().unwrap()[0].weeks.as_ref().unwrap()[0].get()),
            "Some(100)".to_owned(),
        ),
        (
            "17: the address is the identity, and is kept as it came",
            awarded_user.email.clone().unwrap(),
            "Imani.Okonjo@Example.org".to_owned(),
        ),
        (
            "18: an ID goes where a name does",
            shown(&[&body_of(
                logs.story_logs(StoryLogsFilter::new(awarded_story.id.as_ref().unwrap())).request(),
            )]),
            r#"{"story":"7"}"#.to_owned(),
        ),
        (
            "19: names are one word each, in lower case",
            keys(&serde_json::to_value(AddedUser::new("Imani", "Okonjo", "a@example.org")).unwrap()),
            "email firstname lastname".to_owned(),
        ),
        (
            "20: keys keep their spelling",
            keys(&Value::Object(enrolments[0].clone())),
            "enrolments fulfilment".to_owned(),
        ),
        (
            "21: nothing is removed unless it is asked for",
            shown(&[&body_of(insert().request()).get("forceSync").is_none()]),
            "true".to_owned(),
        ),
        (
            "22: a mask is no place, and an empty text no number",
            format!("{:?} {:?} {:?}", awarded_user.country(), awarded_user.city(), awarded_user.telephone()),
            "None None None".to_owned(),
        ),
        (
            "23: times have offsets, and are compared as instants",
            shown(&[
                &awarded.timestamp.as_ref().unwrap().instant().unwrap(),
                &awarded.timestamp.as_ref().unwrap(),
            ]),
            format!("2026-03-14T10:22:05Z {time}"),
        ),
        (
            "24: a platform under another name is at another host, and no more",
            Client::new("learn.example.com/v1", TOKEN)
                .unwrap()
                .groups()
                .status(["a"])
                .request()
                .unwrap()
                .uri()
                .to_string(),
            "https://learn.example.com/v1/groups/status".to_owned(),
        ),
        (
            "25: JSON is sent as JSON",
            manage().request().unwrap().headers()["content-type"].to_str().unwrap().to_owned(),
            "application/json".to_owned(),
        ),
        (
            "26: what the vendor asks not to use is marked",
            OPERATIONS.iter().filter(|it| it.deprecated).map(|it| it.id).collect(),
            "pathways.manage".to_owned(),
        ),
        (
            "27: there is no host but the account's",
            Client::new("", TOKEN).unwrap_err().kind().to_owned(),
            "config".to_owned(),
        ),
    ] {
        assert_eq!(found, want, "{quirk}");
    }
}

#[tokio::test]
async fn missing_or_empty_data_is_the_default() {
    for (label, body) in [
        ("missing", json!({"status": "success"})),
        ("null", json!({"status": "success", "data": null})),
        ("a list", json!({"status": "SUCCESS", "data": []})),
        ("an object", json!({"status": "success", "data": {}})),
    ] {
        let (_, client) = answers(&[body.clone(), body.clone(), body.clone()]);
        let all: Result<_, Error> = async {
            let count = client.groups().manage(ManageGroup::new("Dockers")).send().await?;
            let stories = client.logs().story_certificates(StoryCertificatesFilter::default()).send().await?;
            let users = client.logs().user_story_logs(UserStoryLogsFilter::default()).send().await?;
            Ok((count.inserts.is_none(), stories.len(), users.users.is_none()))
        }
        .await;
        assert_eq!(all.unwrap(), (true, 0, true), "{label}");
    }
}
