//! The table of operations, and what holds for all of them.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// NameCoach Integration API. See <https://www.name-coach.com/api/private/v4/documentation>.
pub static API: Api = {
    let mut api = Api::new("namecoach", OPERATIONS);
    api.base_path = "/api/private/v4";
    api.quotas = QUOTAS;
    api.after_429 = Some((Duration::from_secs(1), Duration::from_secs(60)));
    api
};

/// The header that carries the key.
pub const KEY_HEADER: &str = "authorization";

/// What stands before the key in its header.
pub const KEY_PREFIX: &str = "";

/// Where the vendor answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Server {
    /// Production.
    Production,
}

impl Server {
    /// The base URL.
    #[must_use]
    pub const fn url(self) -> &'static str {
        match self {
            Self::Production => "https://www.name-coach.com/api/private/v4",
        }
    }
}

/// The vendor's quotas.
pub static QUOTAS: &[QuotaRule] = &[QuotaRule::new(
    "default",
    QuotaScope::Credential,
    &[Window::Fixed { limit: 1000, per: Duration::from_secs(900), then_every: Some(Duration::from_secs(1)) }],
)
.headers(QuotaHeaders {
    limit: "nc-rate-limit-limit",
    remaining: "nc-rate-limit-remaining",
    reset: "nc-rate-limit-reset",
})];

/// Every operation, in the order of the contract.
pub static OPERATIONS: &[&Operation] = &[
    &PARTICIPANTS_GET,
    &PARTICIPANTS_LIST,
    &PARTICIPANTS_SEARCH,
    &PARTICIPANTS_LATEST,
    &PARTICIPANTS_LIST_OF_NAME_PAGE,
    &PARTICIPANTS_CREATE,
    &PARTICIPANTS_GET_OF_NAME_PAGE,
    &EXPORTS_LIST,
    &EXPORTS_CREATE,
    &EXPORTS_GET,
    &MOODLE_SYNCHRONIZE,
];

/// `GET /participants/{id_or_email}`: fetches one participant.
pub static PARTICIPANTS_GET: Operation = {
    let mut operation = Operation::new("participants.get", Method::GET, "/participants/{id_or_email}");
    operation.summary = "Fetches one participant.";
    operation.parameters = &[
Parameter::path("id_or_email", "The participant's email address, or the token at the end of the link in the reply to their creation.").but_not(&["latest", "search"]),
Parameter::query("include", false, "What to include with each participant."),
Parameter::query("icon_code", false, "The icon in `embed_image`."),
Parameter::query("play_button_img_url", false, "The URL of a picture that replaces the icon. The vendor inserts it into the HTML unescaped."),
];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("participant");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.reply = Some(rewrite::<ParticipantBody>);
    operation
};

/// `GET /participants`: lists participants.
pub static PARTICIPANTS_LIST: Operation = {
    let mut operation = Operation::new("participants.list", Method::GET, "/participants");
    operation.summary = "Lists participants.";
    operation.parameters = &[
        Parameter::query("page", false, "The page number, from 1."),
        Parameter::query(
            "per_page",
            false,
            "The number of items on a page. The vendor's default is 10. The maximum is not known; 1,000 has been used.",
        ),
        Parameter::query("include", false, "What to include with each participant."),
        Parameter::query("email_list", false, "Only participants with these email addresses."),
        Parameter::query(
            "institution_id_list",
            false,
            "Only participants with these ids of the organisation.",
        ),
        Parameter::query("icon_code", false, "The icon in `embed_image`."),
        Parameter::query(
            "play_button_img_url",
            false,
            "The URL of a picture that replaces the icon. The vendor inserts it into the HTML unescaped.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&PARTICIPANTS_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.reply = Some(rewrite::<ParticipantList>);
    operation
};

/// How `participants.list` is paged.
pub static PARTICIPANTS_LIST_PAGING: Paging = Paging::new(PagingStyle::Page, 100)
    .ends(&[EndSignal::LastPage, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "per_page")]);

/// `POST /participants/search`: searches for participants by lists that may be too long for a URL.
pub static PARTICIPANTS_SEARCH: Operation = {
    let mut operation = Operation::new("participants.search", Method::POST, "/participants/search");
    operation.summary = "Searches for participants by lists that may be too long for a URL.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&PARTICIPANTS_SEARCH_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.request = Some(rewrite::<ParticipantSearch>);
    operation.reply = Some(rewrite::<ParticipantList>);
    operation
};

/// How `participants.search` is paged.
pub static PARTICIPANTS_SEARCH_PAGING: Paging =
    Paging::new(PagingStyle::Page, 100).ends(&[EndSignal::LastPage, EndSignal::EmptyPage]);

/// `GET /participants/latest`: fetches the newest participant of a person.
pub static PARTICIPANTS_LATEST: Operation = {
    let mut operation = Operation::new("participants.latest", Method::GET, "/participants/latest");
    operation.summary = "Fetches the newest participant of a person.";
    operation.parameters = &[
        Parameter::query(
            "token",
            true,
            "The person's email address or uid. It is not the account's token and not a participant's token.",
        ),
        Parameter::query("include", false, "What to include with each participant."),
        Parameter::query("icon_code", false, "The icon in `embed_image`."),
        Parameter::query(
            "play_button_img_url",
            false,
            "The URL of a picture that replaces the icon. The vendor inserts it into the HTML unescaped.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("participant");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.reply = Some(rewrite::<ParticipantBody>);
    operation
};

/// `GET /name_pages/{name_page_id}/participants`: lists the participants of a name page.
pub static PARTICIPANTS_LIST_OF_NAME_PAGE: Operation = {
    let mut operation = Operation::new(
        "participants.list_of_name_page",
        Method::GET,
        "/name_pages/{name_page_id}/participants",
    );
    operation.summary = "Lists the participants of a name page.";
    operation.parameters = &[
        Parameter::path("name_page_id", "The name page's slug or access code."),
        Parameter::query("page", false, "The page number, from 1."),
        Parameter::query(
            "per_page",
            false,
            "The number of items on a page. The vendor's default is 10. The maximum is not known; 1,000 has been used.",
        ),
        Parameter::query("include", false, "What to include with each participant."),
        Parameter::query("email_list", false, "Only participants with these email addresses."),
        Parameter::query(
            "institution_id_list",
            false,
            "Only participants with these ids of the organisation.",
        ),
        Parameter::query("icon_code", false, "The icon in `embed_image`."),
        Parameter::query(
            "play_button_img_url",
            false,
            "The URL of a picture that replaces the icon. The vendor inserts it into the HTML unescaped.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&PARTICIPANTS_LIST_OF_NAME_PAGE_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.reply = Some(rewrite::<ParticipantList>);
    operation
};

/// How `participants.list_of_name_page` is paged.
pub static PARTICIPANTS_LIST_OF_NAME_PAGE_PAGING: Paging = Paging::new(PagingStyle::Page, 100)
    .ends(&[EndSignal::LastPage, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "per_page")]);

/// `POST /name_pages/{name_page_id}/participants`: adds a person to a name page. The vendor asks them to
/// record their name.
pub static PARTICIPANTS_CREATE: Operation = {
    let mut operation =
        Operation::new("participants.create", Method::POST, "/name_pages/{name_page_id}/participants");
    operation.summary = "Adds a person to a name page. The vendor asks them to record their name.";
    operation.parameters = &[Parameter::path("name_page_id", "The name page's slug or access code.")];
    operation.encoding = Encoding::Json;
    operation.success = &[201];
    operation.safety = Safety::Once;
    operation.wrapper = Some("participant");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.request = Some(rewrite::<NewParticipantBody>);
    operation.reply = Some(rewrite::<CreatedParticipant>);
    operation
};

/// `GET /name_pages/{name_page_id}/participants/{id_or_email}`: fetches one participant of a name page.
pub static PARTICIPANTS_GET_OF_NAME_PAGE: Operation = {
    let mut operation = Operation::new(
        "participants.get_of_name_page",
        Method::GET,
        "/name_pages/{name_page_id}/participants/{id_or_email}",
    );
    operation.summary = "Fetches one participant of a name page.";
    operation.parameters = &[
Parameter::path("name_page_id", "The name page's slug or access code."),
Parameter::path("id_or_email", "The participant's email address, or the token at the end of the link in the reply to their creation.").but_not(&["latest", "search"]),
Parameter::query("include", false, "What to include with each participant."),
Parameter::query("icon_code", false, "The icon in `embed_image`."),
Parameter::query("play_button_img_url", false, "The URL of a picture that replaces the icon. The vendor inserts it into the HTML unescaped."),
];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("participant");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.reply = Some(rewrite::<ParticipantBody>);
    operation
};

/// `GET /exports`: lists exports, without their reports.
pub static EXPORTS_LIST: Operation = {
    let mut operation = Operation::new("exports.list", Method::GET, "/exports");
    operation.summary = "Lists exports, without their reports.";
    operation.parameters = &[
        Parameter::query("page", false, "The page number, from 1."),
        Parameter::query(
            "per_page",
            false,
            "The number of items on a page. The vendor's default is 10. The maximum is not known; 1,000 has been used.",
        ),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&EXPORTS_LIST_PAGING);
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.reply = Some(rewrite::<ExportList>);
    operation
};

/// How `exports.list` is paged.
pub static EXPORTS_LIST_PAGING: Paging = Paging::new(PagingStyle::Page, 100)
    .ends(&[EndSignal::LastPage, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "per_page")]);

/// `POST /exports`: starts an export.
pub static EXPORTS_CREATE: Operation = {
    let mut operation = Operation::new("exports.create", Method::POST, "/exports");
    operation.summary = "Starts an export.";
    operation.encoding = Encoding::Json;
    operation.success = &[202];
    operation.safety = Safety::Once;
    operation.wrapper = Some("export");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.request = Some(rewrite::<NewExportBody>);
    operation.reply = Some(rewrite::<ExportBody>);
    operation
};

/// `GET /exports/{id}`: fetches an export, with its report once it is completed.
pub static EXPORTS_GET: Operation = {
    let mut operation = Operation::new("exports.get", Method::GET, "/exports/{id}");
    operation.summary = "Fetches an export, with its report once it is completed.";
    operation.parameters = &[Parameter::path("id", "The export's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("export");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.reply = Some(rewrite::<ExportBody>);
    operation
};

/// `POST /lti/moodle/courses/synchronize`: synchronizes the participants of a Moodle course.
pub static MOODLE_SYNCHRONIZE: Operation = {
    let mut operation = Operation::new("moodle.synchronize", Method::POST, "/lti/moodle/courses/synchronize");
    operation.summary = "Synchronizes the participants of a Moodle course.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://www.name-coach.com/api/private/v4/documentation";
    operation.request = Some(rewrite::<Synchronization>);
    operation
};
