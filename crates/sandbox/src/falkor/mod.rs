//! Falkor by its contract: groups of users with their invitations, tables, pathways with their events, rewards and web
//! activities, streams, logs, certificates, analytics, and webhooks.

mod analytics;
mod data;
mod events;
mod groups;
mod input;
mod logs;
mod messages;
mod pathway_logs;
mod pathways;
mod rewards;
mod store;
mod streams;
mod web_tracking;

use std::collections::{BTreeMap, VecDeque};
use std::time::Duration;

use http::header::AUTHORIZATION;
use http::{HeaderName, HeaderValue, Method};
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use tassel_core::kit::Api;
use tassel_core::operation::Safety;
use tassel_falkor::OperationId;

use crate::exchange::{Answer, Incoming};
use crate::names::unknown;
use crate::router::{Route, Unmatched, route};
use crate::sandbox::{Control, Emulator, Start, World};
use crate::settings::{TrailingQuota, VendorSettings};
use crate::webhooks::EventConfig;
use analytics::Review;
use data::Table;
use input::Rejection;
use pathways::Pathway;
use store::{Certificate, StoryLog, User};
use streams::Subscription;
use web_tracking::Visit;

/// The token that the sandbox accepts by default: the Base64 of `sandbox-falkor-token`.
pub const TOKEN: &str = "c2FuZGJveC1mYWxrb3ItdG9rZW4=";

/// A web token that the sandbox has at the start.
pub const WEB_TOKEN: &str = "sandbox-falkor-web-token";

/// The default secret that events are signed with.
pub const WEBHOOK_SECRET: &str = "sandbox-falkor-webhook-secret";

/// The settings of Falkor. Most choose between behaviours that the contract leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The accepted token, in Base64.
    pub token: String,
    /// The endpoints that the API account may call, such as `groups.manage`; null for all.
    pub endpoints: Option<Vec<String>>,
    /// Whether the API account accepts the caller's address.
    pub address_allowed: bool,
    /// The quota; null for none.
    pub quota: Option<TrailingQuota>,
    /// Whether a 429 carries a `Retry-After`.
    pub retry_after: bool,
    /// Whether the account has a second app. A change to a group must then name an app.
    pub several_apps: bool,
    /// The seconds until a new user is invited. The vendor says 60 to 300.
    pub invite_after: u64,
    /// The days until a user is reminded. The vendor says 26 or 27.
    pub nudge_after: u64,
    /// How a message names the place of a problem.
    pub locator: Locator,
    /// Whether story logs contain all stories if none is named; they contain the newest otherwise.
    pub all_stories_without_one: bool,
    /// Whether a pending certificate has no `url`; it is an empty text otherwise.
    pub omit_pending_url: bool,
    /// Whether a story's type begins with a capital letter.
    pub capitalised_types: bool,
    /// Whether counts are texts.
    pub counts_as_text: bool,
    /// Whether an empty object is written as `[]`.
    pub empty_objects_as_lists: bool,
    /// Whether every location is masked.
    pub masked_locations: bool,
    /// Whether rejections have the status 200.
    pub errors_in_success: bool,
    /// Whether the envelope has no `hash`.
    pub omit_hash: bool,
    /// Whether the rows after a removed one move up; they keep their numbers otherwise.
    pub rows_move_up: bool,
    /// Whether the number of rows of an upload includes the header.
    pub rows_include_header: bool,
    /// The most rows of an upload.
    pub max_rows: usize,
    /// The most columns of an upload.
    pub max_columns: usize,
    /// The largest size of an upload, in bytes of compact JSON.
    pub max_upload: usize,
    /// The name of the platform. The name of the signature's header begins with it. Events are unsigned if that is not
    /// a valid header name.
    pub platform: String,
    /// Whether rewards are listed with redeemed vouchers, too.
    pub list_redeemed: bool,
    /// Whether a call that changes a pathway emits an event, as an action of a user does.
    pub calls_send_events: bool,
    /// Whether an event contains all records; it contains only the changed ones otherwise.
    pub webhooks_tell_all: bool,
    /// The number of steps of the sessions over time if none is given. The vendor's is unknown.
    pub frequency_steps: u64,
    /// Whether recent activity and sessions over time are bare counts; they are objects otherwise.
    pub bare_activity: bool,
    /// Whether the keys of reviews begin with a capital letter.
    pub capitalised_reviews: bool,
}

impl VendorSettings for Settings {
    /// An unknown endpoint.
    fn problem(&self) -> Option<String> {
        let known: Vec<_> = tassel_falkor::OPERATIONS.iter().map(|operation| operation.id).collect();
        let mut endpoints = self.endpoints.iter().flatten();
        endpoints.find_map(|name| unknown("falkor", "operation", name, &known))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            token: TOKEN.to_owned(),
            endpoints: None,
            address_allowed: true,
            quota: None,
            retry_after: false,
            several_apps: false,
            invite_after: 60,
            nudge_after: 26,
            locator: Locator::Index,
            all_stories_without_one: false,
            omit_pending_url: false,
            capitalised_types: false,
            counts_as_text: false,
            empty_objects_as_lists: false,
            masked_locations: false,
            errors_in_success: false,
            omit_hash: false,
            rows_move_up: true,
            rows_include_header: false,
            max_rows: 50_000,
            max_columns: 200,
            max_upload: 20 << 20,
            platform: "Falkor".to_owned(),
            list_redeemed: false,
            calls_send_events: false,
            webhooks_tell_all: false,
            frequency_steps: 12,
            bare_activity: false,
            capitalised_reviews: false,
        }
    }
}

impl Settings {
    /// A count in the form that the settings choose.
    fn count(&self, count: impl Into<Value>) -> Value {
        let count = count.into();
        if self.counts_as_text { count.to_string().into() } else { count }
    }

    /// An object in the form that the settings choose.
    fn object(&self, fields: Map<String, Value>) -> Value {
        if fields.is_empty() && self.empty_objects_as_lists { json!([]) } else { fields.into() }
    }
}

/// How a message names the place of a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Locator {
    /// By the index in the list, from 0.
    Index,
    /// By the address.
    Email,
}

/// The state of Falkor.
#[derive(Debug, Clone, Default)]
pub(crate) struct Falkor {
    pub(crate) settings: Settings,
    /// By address in lower case.
    users: BTreeMap<String, User>,
    /// The addresses in each group, in lower case.
    groups: BTreeMap<String, Vec<String>>,
    logs: Vec<StoryLog>,
    certificates: Vec<Certificate>,
    /// By collection and upload.
    tables: BTreeMap<String, BTreeMap<String, Table>>,
    /// The records of each of [`pathways::PATHWAYS`].
    pathways: [Pathway; 2],
    /// What is stored for each user of the web activity, by address in lower case.
    visits: BTreeMap<String, Visit>,
    subscriptions: Vec<Subscription>,
    reviews: Vec<Review>,
    /// The times of the requests that count in the quota's window.
    let_through: VecDeque<Duration>,
    /// The number of successes.
    successes: u64,
}

impl Falkor {
    /// With the academy, unless it starts empty.
    pub(crate) fn new(start: Start, world: &World) -> Self {
        let mut state = Self::default();
        if !start.empty {
            state.enrol_academy(world);
            state.store_berths();
            state.enrol_in_pathways(world);
            state.visit_web_activity(world);
            state.subscribe_academy(world);
            state.review_academy();
        }
        state
    }

    /// A success in its envelope. The response time differs from one to the next.
    fn succeeded(&mut self, data: &Value) -> Answer {
        self.successes += 1;
        let ten_thousandths = 125 + self.successes.wrapping_mul(617) % 991;
        let mut envelope =
            json!({"status": "success", "data": data, "response_time": ten_thousandths as f64 / 1e4});
        if !self.settings.omit_hash {
            envelope["hash"] = md5(&data.to_string()).into();
        }
        Answer::json(200, &envelope)
    }
}

impl Emulator for Falkor {
    fn api(&self) -> &'static Api {
        &tassel_falkor::API
    }

    fn route<'a>(&self, method: &'a Method, path: &'a str) -> Result<Route, Unmatched<'a>> {
        match path.trim_matches('/') {
            // The other possible path of this operation.
            "v1/events/consume" => route(self.api(), method, tassel_falkor::operations::EVENTS_CONSUME.path),
            _ => route(self.api(), method, path),
        }
    }

    /// Rejects another method and an unknown path in the vendor's form.
    fn unmatched(&self, request: &Unmatched<'_>) -> Answer {
        let reject = |status, message: &str| rejected(&Rejection::new(status, message), &self.settings);
        let answer = request.wrong_method(|_| reject(405, "Every endpoint is a POST."));
        answer.unwrap_or_else(|| {
            let path = request.path;
            let list = "`tassel operations --vendor falkor` lists its endpoints";
            reject(404, &format!("The sandbox has no endpoint {path}. {list}."))
        })
    }

    fn throttle(&mut self, _: &Incoming, world: &World) -> Option<Answer> {
        let settings = &self.settings;
        let wait = settings.quota?.wait(&mut self.let_through, world.clock.elapsed())?;
        let answer = rejected(&Rejection::new(429, "Too many requests."), &self.settings);
        Some(if settings.retry_after { answer.header("retry-after", wait.to_string()) } else { answer })
    }

    fn deny(&mut self, incoming: &Incoming, _: &World) -> Option<Answer> {
        let settings = &self.settings;
        let given = incoming.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let known = given.and_then(|given| given.split_once(' ')).is_some_and(|(scheme, token)| {
            scheme.eq_ignore_ascii_case("basic") && token.trim() == settings.token
        });
        let listed = |endpoints: &Vec<String>| endpoints.iter().any(|it| it == incoming.operation.id);
        let rejection = if !known {
            Rejection::new(401, "The token is missing or not known.")
        } else if !settings.endpoints.as_ref().is_none_or(listed) {
            Rejection::new(403, "The API account may not use this endpoint.")
        } else if !settings.address_allowed {
            Rejection::new(403, "The API account may not be used from this address.")
        } else {
            return None;
        };
        Some(rejected(&rejection, &self.settings))
    }

    fn answer(&mut self, incoming: &Incoming, world: &mut World) -> Answer {
        let Some(operation) = OperationId::of(incoming.operation) else {
            let id = incoming.operation.id;
            return rejected(
                &Rejection::new(501, &format!("The sandbox does not support {id} yet.")),
                &self.settings,
            );
        };
        let result = input::parameters(&incoming.body).and_then(|parameters| match operation {
            OperationId::GroupsManage => self.manage(&parameters, world),
            OperationId::GroupsStatus => self.status(&parameters, world),
            OperationId::GroupsInsert => self.insert(&parameters, world),
            OperationId::DataUpload => self.upload(&parameters),
            OperationId::DataInsert => self.insert_rows(&parameters),
            OperationId::DataRemove => self.remove_rows(&parameters),
            OperationId::DataDelete => self.delete_upload(&parameters),
            OperationId::PathwaysList => self.list_pathways(&parameters),
            OperationId::PathwaysManage => self.manage_pathway(&parameters, world),
            OperationId::WebTrackingPull => self.pull(&parameters),
            OperationId::EventsList => self.list_events(&parameters),
            OperationId::EventsConsume => self.consume_attendances(&parameters, world),
            OperationId::RewardsList => self.list_rewards(&parameters),
            // The vendor's page shows this path for attendances, too.
            OperationId::RewardsConsume if events::is_attendance(&parameters) => {
                self.consume_attendances(&parameters, world)
            }
            OperationId::RewardsConsume => self.consume_vouchers(&parameters, world),
            OperationId::LogsPathwayLogs => self.pathway_logs(&parameters),
            OperationId::LogsStreamSubscriptions => self.stream_subscriptions(&parameters),
            OperationId::LogsStreamRatings => self.stream_ratings(&parameters),
            OperationId::LogsStoryLogs => self.story_logs(&parameters),
            OperationId::LogsUserStoryLogs => self.user_story_logs(&parameters),
            OperationId::LogsStoryCertificates => self.story_certificates(&parameters),
            OperationId::AnalyticsRealtimeApps
            | OperationId::AnalyticsRealtimePathways
            | OperationId::AnalyticsRealtimeStreams
            | OperationId::AnalyticsRealtimeStories
            | OperationId::AnalyticsFrequencyApps
            | OperationId::AnalyticsFrequencyPathways
            | OperationId::AnalyticsFrequencyStreams
            | OperationId::AnalyticsFrequencyStories
            | OperationId::AnalyticsDemographicsApps
            | OperationId::AnalyticsDemographicsPathways
            | OperationId::AnalyticsDemographicsStreams
            | OperationId::AnalyticsDemographicsStories
            | OperationId::AnalyticsLocationsApps
            | OperationId::AnalyticsLocationsPathways
            | OperationId::AnalyticsLocationsStreams
            | OperationId::AnalyticsLocationsStories
            | OperationId::AnalyticsRetentionApps
            | OperationId::AnalyticsRetentionPathways
            | OperationId::AnalyticsRetentionStreams
            | OperationId::AnalyticsRetentionStories
            | OperationId::AnalyticsReviewsApps
            | OperationId::AnalyticsReviewsPathways
            | OperationId::AnalyticsReviewsStories => {
                self.analytics(incoming.operation.path, &parameters, world)
            }
        });
        match result {
            Ok(data) if incoming.operation.safety == Safety::ReadOnly => self.succeeded(&data),
            Ok(data) => self.succeeded(&data).acted(),
            Err(rejection) => rejected(&rejection, &self.settings),
        }
    }

    fn event_config(&self) -> Option<EventConfig> {
        Some(messages::EVENT_CONFIG)
    }

    fn sign(&self, body: &[u8], secret: &str) -> Option<(HeaderName, HeaderValue)> {
        messages::signature(&self.settings.platform, body, secret)
    }

    fn controls(&self) -> &'static [Control] {
        &[
            Control {
                name: "activate",
                body: r#"{"email": "imani.okonjo@example.org"}"#,
                does: "a user activates their account",
            },
            Control {
                name: "award",
                body: r#"{"email": "imani.okonjo@example.org", "story": "Crane Signals"}"#,
                does: "a user completes a story, and is awarded a certificate, which is pending",
            },
            Control {
                name: "deliver",
                body: r#"{"email": "imani.okonjo@example.org", "story": "Crane Signals"}"#,
                does: "the pending certificates of a user for a story are delivered",
            },
            Control {
                name: "progress",
                body: r#"{"email": "imani.okonjo@example.org", "pathway": "FA-QUAY-71RD", "progress": 62.5}"#,
                does: "a user starts, continues or completes a pathway: event `enrolments`",
            },
            Control {
                name: "book",
                body: r#"{"email": "imani.okonjo@example.org"}"#,
                does: "a user registers for the event of a pathway: event `events`",
            },
            Control {
                name: "check_in",
                body: r#"{"email": "imani.okonjo@example.org"}"#,
                does: "a user who has registered checks in to it: event `events`",
            },
            Control {
                name: "subscribe",
                body: r#"{"email": "imani.okonjo@example.org", "stream": "Dock Talk", "on": true}"#,
                does: "a user subscribes to a stream, or ends the subscription",
            },
            Control {
                name: "rate",
                body: r#"{"email": "imani.okonjo@example.org", "stream": "Dock Talk", "on": true}"#,
                does: "a user likes or dislikes a stream",
            },
            Control {
                name: "visit",
                body: r#"{"email": "imani.okonjo@example.org", "progress": 40, "message": "2 of 5", "data": {"knot": "2"}}"#,
                does: "a user opens the web activity, which stores what is given: answers with the web token",
            },
            Control {
                name: "reward",
                body: r#"{"email": "imani.okonjo@example.org"}"#,
                does: "a user receives a voucher: event `rewards`",
            },
            Control {
                name: "review",
                body: r#"{"email": "imani.okonjo@example.org", "item": "Crane Signals", "rating": 4, "comment": "Clear and short."}"#,
                does: "a user rates an app, a pathway or a story, and comments on it",
            },
        ]
    }

    fn control(&mut self, name: &str, body: &Value, world: &mut World) -> Result<Value, String> {
        let text = |name: &str| {
            body[name].as_str().map(str::to_lowercase).ok_or_else(|| format!("`{name}` is missing"))
        };
        let email = text("email")?;
        if !self.users.contains_key(&email) {
            return Err(format!("there is no user {email}"));
        }
        let pathway = match body["pathway"].as_str() {
            None => 0,
            Some(given) => {
                pathways::pathway_named(given).ok_or_else(|| format!("there is no pathway {given}"))?
            }
        };
        match name {
            "activate" => {
                self.users.entry(email).and_modify(|user| user.active = true);
                return Ok(json!({"activated": 1}));
            }
            "progress" => return self.progress(pathway, &email, body, world),
            "book" => return self.attend(pathway, &email, false, world),
            "check_in" => return self.attend(pathway, &email, true, world),
            "subscribe" | "rate" => return self.follow(name, &email, body, world),
            "visit" => return self.visit(&email, body, world),
            "reward" => return Ok(self.reward(pathway, &email, world)),
            "review" => return self.review(&email, body, world),
            _ => {}
        }
        let given = text("story")?;
        let story = (0..store::STORIES.len()).find(|story| {
            [store::STORIES[*story].id, store::name(*story)].iter().any(|known| known.to_lowercase() == given)
        });
        let story = story.ok_or_else(|| format!("there is no story {given}"))?;
        match name {
            "award" => Ok(json!({"awarded": self.award(&email, story, world.clock.now())})),
            "deliver" => Ok(json!({"delivered": self.deliver(&email, story, world.clock.now())})),
            _ => Err(format!("there is no control `{name}`")),
        }
    }
}

/// The MD5 of a text, in hexadecimal digits.
fn md5(text: &str) -> String {
    Md5::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A rejection in its envelope.
fn rejected(rejection: &Rejection, settings: &Settings) -> Answer {
    let status = if settings.errors_in_success { 200 } else { rejection.status };
    Answer::json(status, &json!({"status": "error", "message": rejection.message}))
}
