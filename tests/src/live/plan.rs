//! The operations that may be called, and where their values come from.

use crate::Vendor;

/// The plan of a vendor.
#[derive(Debug)]
pub struct Plan {
    /// The operations to call, in order.
    pub steps: &'static [Step],
    /// The read-only operations that are not called, with the reason.
    pub left_out: &'static [(&'static str, &'static str)],
}

/// An operation to call.
#[derive(Debug)]
pub struct Step {
    /// The operation.
    pub operation: &'static str,
    /// Its parameters and the fields of its body.
    pub values: &'static [(&'static str, Source)],
}

/// Where a value comes from.
#[derive(Debug)]
pub enum Source {
    /// JSON, or a text where it is none.
    Json(&'static str),
    /// The reply of an earlier operation, at a JSON pointer whose segment `*` stands for any index.
    Reply(&'static str, &'static str),
    /// The same, in a list.
    ListOf(&'static str, &'static str),
}

use Source::{Json, ListOf, Reply};

const fn step(operation: &'static str, values: &'static [(&'static str, Source)]) -> Step {
    Step { operation, values }
}

/// The plan of a vendor.
#[must_use]
pub fn plan(vendor: Vendor) -> &'static Plan {
    match vendor {
        Vendor::Accredible => &ACCREDIBLE,
        Vendor::Coursepath => &COURSEPATH,
        Vendor::Damstra => &DAMSTRA,
        Vendor::Falkor => &FALKOR,
        Vendor::NameCoach => &NAMECOACH,
    }
}

const OF_CREDENTIAL: (&str, Source) = ("credential_id", Reply("credentials.get", "/credential/id"));
const EVIDENCE: Source = Reply("credentials.get", "/credential/evidence_items/*/id");
const REFERENCE: Source = Reply("credentials.get", "/credential/references/*/id");

static ACCREDIBLE: Plan = Plan {
    steps: &[
        step("issuer.get", &[]),
        step("groups.search", &[("page", Json("1")), ("page_size", Json("5"))]),
        step("groups.get", &[("group_id", Reply("groups.search", "/groups/*/id"))]),
        step("groups.list", &[("page_size", Json("5"))]),
        step(
            "collections.search",
            &[("query", Json("{}")), ("meta", Json(r#"{"page_number": 1, "per_page": 5}"#))],
        ),
        step("skill_categories.list", &[]),
        step(
            "skill_frameworks.list",
            &[("department_id", Reply("groups.search", "/groups/*/department_id")), ("page_size", Json("5"))],
        ),
        step(
            "skill_frameworks.search_skills",
            &[
                ("skill_framework_id", Reply("skill_frameworks.list", "/skill_frameworks/*/id")),
                ("version_id", Reply("skill_frameworks.list", "/skill_frameworks/*/versions/*/id")),
                ("query", Json("in")),
            ],
        ),
        step("attribute_keys.search", &[("page", Json("1")), ("page_size", Json("5"))]),
        step("designs.search", &[("page", Json("1")), ("page_size", Json("5"))]),
        step("designs.get", &[("design_id", Reply("designs.search", "/designs/*/id"))]),
        step("designs.list", &[]),
        step("credentials.search", &[("query", Json("{}")), ("page", Json(r#"{"from": 0, "size": 5}"#))]),
        step("credentials.list", &[("page_size", Json("5"))]),
        step("credentials.get", &[("id", Reply("credentials.search", "/credentials/*/id"))]),
        step("analytics.list_of_credential", &[("id", Reply("credentials.search", "/credentials/*/id"))]),
        step("analytics.list", &[("page_size", Json("5"))]),
        step("credentials.search_v1", &[("page_size", Json("5"))]),
        step("evidence_items.get", &[OF_CREDENTIAL, ("evidence_item_id", EVIDENCE)]),
        step("references.get", &[OF_CREDENTIAL, ("reference_id", REFERENCE)]),
        step(
            "credentials.redirect",
            &[
                ("id", Reply("credentials.search", "/credentials/*/id")),
                ("issuer_id", Reply("issuer.get", "/issuer/id")),
            ],
        ),
    ],
    left_out: &[
        ("exports.list", "an account without the plan feature answers with an error"),
        ("credentials.blockchain_data_v1", "a credential without a record has an answer that is not known"),
        ("credentials.blockchain_data", "a credential without a record has an answer that is not known"),
        ("departments.search", "an account without the plan feature answers with an error"),
        ("departments.get", "an account without the plan feature answers with an error"),
        ("team_members.get", "no operation lists team members"),
        ("exports.get", "an account without the plan feature answers with an error"),
        ("designs.preview", "it renders an image at each call"),
        ("credentials.generate_pdf", "the vendor makes a file for each call"),
        ("credentials.generate_pdfs", "the vendor makes a file for each call"),
        ("sso.generate_link", "its link logs a recipient in"),
    ],
};

const COURSE: (&str, Source) = ("courseId", Reply("courses.list", "/*/id"));
const MEMBER: (&str, Source) = ("memberId", Reply("members.list", "/*/id"));
const MEMBER_OF_COURSE: (&str, Source) = ("memberId", Reply("members.list_of_course", "/*/id"));
const LIMIT: (&str, Source) = ("limit", Json("5"));

static COURSEPATH: Plan = Plan {
    steps: &[
        step("members.me", &[]),
        step("courses.list", &[LIMIT]),
        step("courses.get", &[COURSE]),
        step("members.list", &[LIMIT]),
        step("members.get", &[MEMBER]),
        step("courses.list_of_member", &[MEMBER, LIMIT]),
        step("members.list_of_course", &[COURSE, LIMIT]),
        step("course_members.get", &[COURSE, MEMBER_OF_COURSE]),
        step("groups.list", &[LIMIT]),
        step("groups.list_of_member", &[MEMBER, LIMIT]),
        step("members.list_of_group", &[("groupId", Reply("groups.list", "/*/id")), LIMIT]),
    ],
    left_out: &[],
};

const USER: (&str, Source) = ("userId", Reply("users.search", "/results/*/id"));
const GROUP: (&str, Source) = ("groupId", Reply("groups.list", "/results/*/id"));
const SESSION: (&str, Source) = ("iltSessionId", Reply("ilt_sessions.list", "/results/*/id"));
const SCHEDULE: (&str, Source) =
    ("lessonScheduleId", Reply("ilt_sessions.list_attendees", "/results/*/lessonScheduleId"));
const MOST: (&str, Source) = ("maxResults", Json("5"));

static DAMSTRA: Plan = Plan {
    steps: &[
        step("users.search", &[MOST]),
        step("users.get", &[USER]),
        step("groups.list", &[MOST]),
        step("groups.get", &[GROUP]),
        step("groups.list_members", &[GROUP, MOST]),
        step("groups.list_supervisors", &[GROUP, MOST]),
        step("lessons.list", &[MOST]),
        step("lessons.list_details", &[MOST]),
        step("lesson_schedules.list_of_user", &[USER, MOST]),
        step("ilt_sessions.list", &[MOST]),
        step("ilt_sessions.get", &[SESSION]),
        step("ilt_sessions.list_attendees", &[SESSION]),
        step("lesson_schedules.get", &[SCHEDULE]),
        step("lesson_schedules.certificate", &[SCHEDULE]),
    ],
    left_out: &[
        ("player.embed", "its URL plays a lesson as its user"),
        ("player.embed_version", "its URL plays a lesson as its user"),
    ],
};

static FALKOR: Plan = Plan {
    steps: &[
        step("logs.story_certificates", &[]),
        step("logs.story_logs", &[("story", Reply("logs.story_certificates", "/data/*/story/ID"))]),
        step("logs.user_story_logs", &[("emails", ListOf("logs.story_logs", "/data/*/logs/*/email"))]),
        step("groups.status", &[("email", ListOf("logs.story_logs", "/data/*/logs/*/email"))]),
        step("pathways.list", &[]),
        step("events.list", &[("search", ListOf("pathways.list", "/data/*/pathway/ID"))]),
        step("rewards.list", &[("search", ListOf("pathways.list", "/data/*/pathway/ID"))]),
        step("logs.pathway_logs", &[("pathway", Reply("pathways.list", "/data/*/pathway/ID"))]),
        step("logs.stream_subscriptions", &[]),
        step("logs.stream_ratings", &[("items", ListOf("logs.stream_subscriptions", "/data/*/stream/ID"))]),
        step("analytics.realtime_apps", &[]),
        step("analytics.realtime_pathways", &[]),
        step("analytics.realtime_streams", &[]),
        step("analytics.realtime_stories", &[]),
        step("analytics.frequency_apps", &[]),
        step("analytics.frequency_pathways", &[]),
        step("analytics.frequency_streams", &[]),
        step("analytics.frequency_stories", &[]),
        step("analytics.demographics_apps", &[]),
        step("analytics.demographics_pathways", &[]),
        step("analytics.demographics_streams", &[]),
        step("analytics.demographics_stories", &[]),
        step("analytics.locations_apps", &[]),
        step("analytics.locations_pathways", &[]),
        step("analytics.locations_streams", &[]),
        step("analytics.locations_stories", &[]),
        step("analytics.retention_apps", &[]),
        step("analytics.retention_pathways", &[]),
        step("analytics.retention_streams", &[]),
        step("analytics.retention_stories", &[]),
        step("analytics.reviews_apps", &[]),
        step("analytics.reviews_pathways", &[]),
        step("analytics.reviews_stories", &[]),
    ],
    left_out: &[("web_tracking.pull", "its token comes from a user's device")],
};

const EMAIL: Source = Reply("participants.list", "/participants/*/email");
const NAME_PAGE: (&str, Source) = ("name_page_id", Reply("participants.list", "/participants/*/event_slug"));
const PER_PAGE: (&str, Source) = ("per_page", Json("5"));

static NAMECOACH: Plan = Plan {
    steps: &[
        step("participants.list", &[PER_PAGE]),
        step("participants.get", &[("id_or_email", EMAIL)]),
        step("participants.latest", &[("token", EMAIL)]),
        step("participants.search", &[("email_list", EMAIL), PER_PAGE]),
        step("participants.list_of_name_page", &[NAME_PAGE, PER_PAGE]),
        step("participants.get_of_name_page", &[NAME_PAGE, ("id_or_email", EMAIL)]),
        step("exports.list", &[PER_PAGE]),
        step("exports.get", &[("id", Reply("exports.list", "/exports/*/id"))]),
    ],
    left_out: &[],
};
