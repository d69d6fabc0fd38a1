//! NameCoach by its contract: participants on name pages, asynchronous exports, a Moodle, a quota per token.

mod exports;
mod input;
mod moodle;
mod participants;
mod quota;
mod rejection;
mod render;
mod store;

use std::collections::BTreeMap;
use std::time::Duration;

use http::header::AUTHORIZATION;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tassel_core::kit::Api;
use tassel_namecoach::OperationId;

use crate::exchange::{Answer, Incoming};
use crate::sandbox::{Control, Emulator, Start, World};
use crate::settings::VendorSettings;
use exports::Export;
use quota::Quota;
use rejection::Rejection;
use store::{NamePage, Participant};

/// The token that the sandbox accepts by default.
pub const TOKEN: &str = "sandbox-namecoach-token";

/// The default token of the Moodle's tool consumer.
pub const MOODLE_TOKEN: &str = "sandbox-moodle-token";

/// The settings of NameCoach. Most choose between behaviours that the contract leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The accepted tokens. Each has its own quota.
    pub tokens: Vec<String>,
    /// The requests of a token in 15 minutes, before it is limited to one per second; null for no quota. The vendor's
    /// text says 1,000, its example of the headers 300.
    pub rate_limit: Option<usize>,
    /// Whether a 429 carries the quota's headers, as other answers do.
    pub headers_on_429: bool,
    /// Whether a 429 carries a `Retry-After`.
    pub retry_after: bool,
    /// Whether a new participant needs notes and an address that is not on the page.
    pub strict: bool,
    /// The maximum page size; null for none.
    pub largest_page: Option<usize>,
    /// The number of pages of an empty listing: 0 or 1.
    pub pages_of_nothing: usize,
    /// Which participant is returned for an address on several name pages.
    pub of_several: ParticipantChoice,
    /// What a search without a list returns.
    pub search_without_list: EmptySearch,
    /// How long an export waits, and how long it then runs, in seconds.
    pub export_seconds: [u64; 2],
    /// Whether new exports fail.
    pub exports_fail: bool,
    /// Whether an export shows another name page than was sent, as in the examples.
    pub export_name_page_changes: bool,
    /// The settings of the Moodle.
    pub moodle: MoodleSettings,
}

/// The settings of the Moodle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct MoodleSettings {
    /// The token of the tool consumer.
    pub api_token: String,
    /// The ids of its courses.
    pub courses: Vec<String>,
    /// Whether the integration is disabled.
    pub disabled: bool,
    /// How long reading a course takes, in seconds.
    pub seconds: u64,
}

impl VendorSettings for Settings {}

impl Default for Settings {
    fn default() -> Self {
        Self {
            tokens: vec![TOKEN.to_owned()],
            rate_limit: Some(1000),
            headers_on_429: false,
            retry_after: false,
            strict: false,
            largest_page: None,
            pages_of_nothing: 1,
            of_several: ParticipantChoice::Newest,
            search_without_list: EmptySearch::Everybody,
            export_seconds: [3, 5],
            exports_fail: false,
            export_name_page_changes: true,
            moodle: MoodleSettings {
                api_token: MOODLE_TOKEN.to_owned(),
                courses: vec!["118".to_owned(), "119".to_owned()],
                disabled: false,
                seconds: 30,
            },
        }
    }
}

/// Which participant is returned for an address on several name pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ParticipantChoice {
    /// The newest.
    Newest,
    /// The oldest.
    Oldest,
}

/// What a search without a list returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum EmptySearch {
    /// Every participant, as observed.
    Everybody,
    /// A 404.
    NotFound,
}

/// The state of NameCoach.
pub(crate) struct NameCoach {
    pub(crate) settings: Settings,
    name_pages: Vec<NamePage>,
    /// In the order of creation.
    participants: Vec<Participant>,
    exports: Vec<Export>,
    /// The ends of running synchronizations, by Moodle course.
    synchronizing: BTreeMap<String, Duration>,
    quotas: BTreeMap<String, Quota>,
    random: fastrand::Rng,
}

impl Emulator for NameCoach {
    fn api(&self) -> &'static Api {
        &tassel_namecoach::API
    }

    fn deny(&mut self, incoming: &Incoming, _: &World) -> Option<Answer> {
        let tokens = &self.settings.tokens;
        (!tokens.iter().any(|token| *token == token_of(incoming)))
            .then(|| Rejection::NotAuthorized.into_answer())
    }

    fn answer(&mut self, incoming: &Incoming, world: &mut World) -> Answer {
        // Each token has its own quota, so a request counts only after its token was checked.
        let settings = &self.settings;
        let Some(limit) = settings.rate_limit else {
            return self.do_answer(incoming, world);
        };
        let now = world.clock.elapsed();
        let quota = self.quotas.entry(token_of(incoming).to_owned()).or_default();
        let let_through = quota.take(limit, now);
        let state = quota.state(limit, now);
        if let_through {
            return state.add_to(self.do_answer(incoming, world));
        }
        let answer = Rejection::TooManyRequests.into_answer();
        let answer = if settings.headers_on_429 { state.add_to(answer) } else { answer };
        if settings.retry_after { answer.header("retry-after", "1") } else { answer }
    }

    fn controls(&self) -> &'static [Control] {
        &[Control {
            name: "record",
            body: r#"{"email": "kwame.asante@example.org"}"#,
            does: "a participant records their name, on all of their name pages",
        }]
    }

    fn control(&mut self, name: &str, body: &Value, world: &mut World) -> Result<Value, String> {
        if name != "record" {
            return Err(format!("there is no control `{name}`"));
        }
        let email = body["email"].as_str().ok_or("`email` is missing: whose name is recorded")?;
        match self.record(email, world.clock.now()) {
            0 => Err("there is no participant with this address".to_owned()),
            recorded => Ok(json!({"recorded": recorded})),
        }
    }
}

impl NameCoach {
    /// With the academy, unless it starts empty.
    pub(crate) fn new(start: Start, world: &World) -> Self {
        let mut state = Self {
            settings: Settings::default(),
            name_pages: store::name_pages(),
            participants: Vec::new(),
            exports: Vec::new(),
            synchronizing: BTreeMap::new(),
            quotas: BTreeMap::new(),
            // A separate generator does not change the random values of other vendors.
            random: fastrand::Rng::with_seed(start.seed ^ 0x6e61_6d65),
        };
        if !start.empty {
            state.invite_academy(world.clock.now());
            state.export_staff(world.clock.now());
        }
        state
    }

    fn do_answer(&mut self, incoming: &Incoming, world: &World) -> Answer {
        let Some(operation) = OperationId::of(incoming.operation) else {
            return Answer::unsupported(incoming.operation);
        };
        let result = match operation {
            OperationId::ParticipantsGet => self.get(incoming),
            OperationId::ParticipantsList => Ok(self.list(incoming)),
            OperationId::ParticipantsSearch => self.search(incoming),
            OperationId::ParticipantsLatest => self.latest(incoming),
            OperationId::ParticipantsCreate => self.create(incoming, world),
            OperationId::ParticipantsListOfNamePage => self.list_of_name_page(incoming),
            OperationId::ParticipantsGetOfNamePage => self.get_of_name_page(incoming),
            OperationId::ExportsCreate => self.create_export(incoming, world),
            OperationId::ExportsGet => self.get_export(incoming, world),
            OperationId::ExportsList => Ok(self.list_exports(incoming, world)),
            OperationId::MoodleSynchronize => self.synchronize(incoming, world),
        };
        result.unwrap_or_else(Rejection::into_answer)
    }
}

/// The token of a request: all of its header.
fn token_of(incoming: &Incoming) -> &str {
    incoming.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
}
