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

const LOGS: &[Row] = &[
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
    rows: &[GROUPS, LOGS, ANALYTICS],
    anyway: &[
        // What the command sends has the right types.
        (400, Fault(r#"{"status": "error", "message": "The story parameter is not a text."}"#)),
        (401, Set(|settings| settings.falkor.token = "another".to_owned())),
        (403, Set(|settings| settings.falkor.endpoints = Some(Vec::new()))),
        (429, Set(|settings| settings.falkor.quota = Some(TrailingQuota { limit: 0, seconds: 30 }))),
        (500, Fault(r#"{"status": "error", "message": "Something broke."}"#)),
    ],
};
