//! The web activity of a pathway.

use jiff::{Span, Timestamp};
use serde_json::{Map, Value, json};

use super::input::{self, Rejection};
use super::pathways::{PATHWAYS, percent};
use super::store::at;
use super::{Falkor, md5};
use crate::academy::email_at;
use crate::sandbox::World;

/// The web activity: its pathway, its ID and its name.
pub(super) const ACTIVITY: (usize, &str, &str) = (1, "FAWT-KNOT-77XV", "Practise the Knots");

/// The characters of a message, at most.
const MESSAGE: usize = 48;

/// What is stored for a user of the web activity.
#[derive(Debug, Clone, Default)]
pub(super) struct Visit {
    /// The time of the last visit.
    pub(super) changed: Timestamp,
    /// The tokens that lead to it.
    tokens: Vec<String>,
    /// In percent.
    pub(super) progress: f64,
    message: String,
    data: Map<String, Value>,
}

impl Falkor {
    /// Adds a visit of the first learner.
    pub(super) fn visit_web_activity(&mut self, world: &World) {
        let visit = Visit {
            changed: at(world.clock.today().saturating_sub(Span::new().days(1)), 10, 12),
            tokens: vec![super::WEB_TOKEN.to_owned()],
            progress: 40.0,
            message: "2 of 5 knots tied".to_owned(),
            data: Map::from_iter([("knot".to_owned(), json!("2"))]),
        };
        self.visits.insert(email_at("falkor", 0).to_lowercase(), visit);
    }

    /// A user opens the web activity, which may store something. Returns the token in its URL.
    pub(super) fn visit(&mut self, email: &str, body: &Value, world: &mut World) -> Result<Value, String> {
        let progress = match &body["progress"] {
            Value::Null => None,
            given => {
                let progress = given.as_f64().filter(|progress| (0.0..=100.0).contains(progress));
                Some(progress.ok_or("`progress` is not a number from 0 to 100")?)
            }
        };
        let message = body["message"].as_str().filter(|message| message.chars().count() <= MESSAGE);
        if message.is_none() && !body["message"].is_null() {
            return Err(format!("`message` is not a text of at most {MESSAGE} characters"));
        }
        let visit = self.visits.entry(email.to_owned()).or_default();
        let token = format!("{:032x}", world.random.u128(..));
        visit.tokens.push(token.clone());
        visit.changed = world.clock.now();
        visit.progress = progress.unwrap_or(visit.progress);
        if let Some(message) = message {
            message.clone_into(&mut visit.message);
        }
        if let Some(data) = body["data"].as_object() {
            visit.data.clone_from(data);
        }
        Ok(json!({"webToken": token}))
    }

    pub(super) fn pull(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let token = input::required_text(parameters, "webToken")?;
        let found = self.visits.iter().find(|(_, visit)| visit.tokens.iter().any(|it| it == token));
        let found =
            found.and_then(|(email, visit)| Some((email, visit, self.named(email)?, self.users.get(email)?)));
        let Some((email, visit, person, user)) = found else {
            return Err(Rejection::new(404, "There is no such web token."));
        };
        let (pathway, id, name) = ACTIVITY;
        let settings = &self.settings;
        let digest = md5(email);
        let mut shown = json!(person);
        shown["userToken"] = digest[..10].into();
        shown["telephone"] = user.telephone.as_str().into();
        shown["age"] = settings.count(20 + usize::from(digest.as_bytes()[0]) % 40);
        Ok(json!({
            "activity": {"name": name, "ID": id}, "pathway": PATHWAYS[pathway].shown(), "user": shown,
            "progress": settings.count(percent(visit.progress)), "message": visit.message,
            "data": settings.object(visit.data.clone()),
        }))
    }
}
