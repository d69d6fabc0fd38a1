use tassel_sandbox::TrailingQuota;

use super::Anyway::{Fault, Set};
use super::{AS_IT_IS, Row, Vendor};

const USER: &str =
    r#"--body {"groups":["Pilots"],"user":{"firstname":"A","lastname":"B","email":"a@example.org"}}"#;

const GROUPS: &[Row] = &[
    ("groups.manage", 200, r#"--body {"group":"Pilots","remove":["imani.okonjo@example.org"]}"#, AS_IT_IS),
    ("groups.manage", 400, r#"--body {"group":""}"#, AS_IT_IS),
    ("groups.status", 200, r#"--body {"email":["imani.okonjo@example.org"]}"#, AS_IT_IS),
    ("groups.insert", 200, USER, AS_IT_IS),
    (
        "groups.insert",
        400,
        r#"--body {"groups":["Pilots"],"user":{"firstname":"A","lastname":"B","email":""}}"#,
        AS_IT_IS,
    ),
];

const TABLE: &str = r#"--body {"collection":"Berths","upload":"2026-08","data":[["Crew"],["Tugs"]]}"#;

const DATA: &[Row] = &[
    ("data.upload", 200, TABLE, AS_IT_IS),
    (
        "data.upload",
        400,
        r#"--body {"collection":"Berths","upload":"2026-08","data":[["Crew"],[1,2]]}"#,
        AS_IT_IS,
    ),
    (
        "data.insert",
        200,
        r#"--body {"collection":"Berths","upload":"2026-08","rows":[["Tugs",5]]}"#,
        AS_IT_IS,
    ),
    ("data.insert", 404, r#"--body {"collection":"Berths","upload":"none","rows":[["Tugs"]]}"#, AS_IT_IS),
    ("data.remove", 200, r#"--body {"collection":"Berths","upload":"2026-08","rows":[1,9]}"#, AS_IT_IS),
    ("data.remove", 404, r#"--body {"collection":"none","upload":"2026-08","rows":[1]}"#, AS_IT_IS),
    ("data.delete", 200, r#"--body {"collection":"Berths","upload":"2026-08"}"#, AS_IT_IS),
    ("data.delete", 404, r#"--body {"collection":"Berths","upload":"none"}"#, AS_IT_IS),
];

const PATHWAYS: &[Row] = &[
    ("pathways.list", 200, r#"--body {"pathways":["FAPW-WEEK-05DK"]}"#, AS_IT_IS),
    (
        "pathways.manage",
        200,
        r#"--body {"pathway":"FA-QUAY-71RD","add":["imani.okonjo@example.org"]}"#,
        AS_IT_IS,
    ),
    ("pathways.manage", 404, r#"--body {"pathway":"none"}"#, AS_IT_IS),
    ("web_tracking.pull", 200, r#"--body {"webToken":"sandbox-falkor-web-token"}"#, AS_IT_IS),
    ("web_tracking.pull", 404, r#"--body {"webToken":"none"}"#, AS_IT_IS),
    ("events.list", 200, r#"--body {"search":["FAPW-WEEK-05DK"]}"#, AS_IT_IS),
    (
        "events.consume",
        200,
        r#"--body {"guids":["5d1c7a40-0b7e-4c3e-9a01-000000000002"],"state":"attended"}"#,
        AS_IT_IS,
    ),
    ("events.consume", 400, r#"--body {"guids":["none"],"state":"none"}"#, AS_IT_IS),
    ("rewards.list", 200, "--body {}", AS_IT_IS),
    (
        "rewards.consume",
        200,
        r#"--body {"guids":["5d1c7a40-0b7e-4c3e-9a02-000000000001"],"state":"redeemed"}"#,
        AS_IT_IS,
    ),
    ("rewards.consume", 400, r#"--body {"guids":["none"],"state":"none"}"#, AS_IT_IS),
];

const LOGS: &[Row] = &[
    ("logs.pathway_logs", 200, r#"--body {"pathway":"FAPW-WEEK-05DK","types":["Classroom"]}"#, AS_IT_IS),
    ("logs.pathway_logs", 404, r#"--body {"pathway":"none"}"#, AS_IT_IS),
    ("logs.stream_subscriptions", 200, r#"--body {"streams":["EV44-DOCK-05TK"]}"#, AS_IT_IS),
    ("logs.stream_ratings", 200, "--body {}", AS_IT_IS),
    ("logs.story_logs", 200, r#"--body {"story":"EV31-CSIG-42PQ"}"#, AS_IT_IS),
    ("logs.user_story_logs", 200, r#"--body {"emails":["imani.okonjo@example.org"]}"#, AS_IT_IS),
    ("logs.story_certificates", 200, "--body {}", AS_IT_IS),
];

const ANALYTICS: &[Row] = &[
    ("analytics.realtime_apps", 200, "--body {}", AS_IT_IS),
    ("analytics.realtime_pathways", 200, "--body {}", AS_IT_IS),
    ("analytics.realtime_streams", 200, "--body {}", AS_IT_IS),
    ("analytics.realtime_stories", 200, "--body {}", AS_IT_IS),
    ("analytics.frequency_apps", 200, "--body {}", AS_IT_IS),
    ("analytics.frequency_pathways", 200, "--body {}", AS_IT_IS),
    ("analytics.frequency_streams", 200, "--body {}", AS_IT_IS),
    ("analytics.frequency_stories", 200, "--body {}", AS_IT_IS),
    ("analytics.demographics_apps", 200, "--body {}", AS_IT_IS),
    ("analytics.demographics_pathways", 200, "--body {}", AS_IT_IS),
    ("analytics.demographics_streams", 200, "--body {}", AS_IT_IS),
    ("analytics.demographics_stories", 200, "--body {}", AS_IT_IS),
    ("analytics.locations_apps", 200, "--body {}", AS_IT_IS),
    ("analytics.locations_pathways", 200, "--body {}", AS_IT_IS),
    ("analytics.locations_streams", 200, "--body {}", AS_IT_IS),
    ("analytics.locations_stories", 200, "--body {}", AS_IT_IS),
    ("analytics.retention_apps", 200, "--body {}", AS_IT_IS),
    ("analytics.retention_pathways", 200, "--body {}", AS_IT_IS),
    ("analytics.retention_streams", 200, "--body {}", AS_IT_IS),
    ("analytics.retention_stories", 200, "--body {}", AS_IT_IS),
    ("analytics.reviews_apps", 200, "--body {}", AS_IT_IS),
    ("analytics.reviews_pathways", 200, "--body {}", AS_IT_IS),
    ("analytics.reviews_stories", 200, "--body {}", AS_IT_IS),
];

pub const CALLS: Vendor = Vendor {
    name: "falkor",
    rows: &[GROUPS, DATA, PATHWAYS, LOGS, ANALYTICS],
    anyway: &[
        // What the command sends has the right types.
        (400, Fault(r#"{"status": "error", "message": "The story parameter is not a text."}"#)),
        (401, Set(|settings| settings.falkor.token = "another".to_owned())),
        (403, Set(|settings| settings.falkor.endpoints = Some(Vec::new()))),
        (429, Set(|settings| settings.falkor.quota = Some(TrailingQuota { limit: 0, seconds: 30 }))),
        (500, Fault(r#"{"status": "error", "message": "Something broke."}"#)),
    ],
};
