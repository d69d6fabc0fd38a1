//! Streams, their subscribers and their ratings.

use jiff::{Span, Timestamp};
use serde_json::{Map, Value, json};

use super::analytics::STREAMS;
use super::groups::apps;
use super::input::{self, Rejection};
use super::logs::{UserFilter, filter};
use super::store::{at, written};
use super::{Falkor, Settings};
use crate::academy::{LEARNERS, email_at};
use crate::sandbox::World;

/// The episodes of a stream: the name, the views, the likes and the dislikes of each.
fn episodes(stream: usize) -> impl Iterator<Item = (String, u64, u64, u64)> {
    let stream = stream as u64;
    (1..=stream % 3)
        .map(move |number| (format!("Episode {number}"), 30 + stream * number, 5 + stream, stream / number))
}

/// A user's subscription of a stream, and their rating of it.
#[derive(Debug, Clone)]
pub(super) struct Subscription {
    stream: usize,
    /// In lower case.
    email: String,
    /// Whether the user is subscribed; nothing if they only rated it.
    subscribed: Option<bool>,
    likes: Option<bool>,
    changed: Timestamp,
}

impl Falkor {
    /// Adds the subscriptions of the academy: every third learner, of whom every third has ended theirs.
    pub(super) fn subscribe_academy(&mut self, world: &World) {
        for place in (0..LEARNERS.len()).step_by(3) {
            let day = world
                .clock
                .today()
                .saturating_sub(Span::new().days(i64::try_from(place).unwrap_or_default()));
            self.subscriptions.push(Subscription {
                stream: 4 + place / 3 % 2,
                email: email_at("falkor", place).to_lowercase(),
                subscribed: Some(place % 9 != 6),
                likes: (place % 2 == 0).then_some(place != 6),
                changed: at(day, 15, 38),
            });
        }
    }

    /// A user subscribes to a stream or rates it.
    pub(super) fn follow(
        &mut self,
        name: &str,
        email: &str,
        body: &Value,
        world: &World,
    ) -> Result<Value, String> {
        let given = body["stream"].as_str().ok_or("`stream` is missing")?;
        let stream = STREAMS.iter().position(|(id, name, _)| *id == given || *name == given);
        let stream = stream.ok_or_else(|| format!("there is no stream {given}"))?;
        let on = body["on"].as_bool().unwrap_or(true);
        let known = self.subscriptions.iter().position(|it| it.stream == stream && it.email == email);
        let place = known.unwrap_or_else(|| {
            let changed = world.clock.now();
            let email = email.to_owned();
            self.subscriptions.push(Subscription { stream, email, subscribed: None, likes: None, changed });
            self.subscriptions.len() - 1
        });
        let subscription = &mut self.subscriptions[place];
        if name == "rate" {
            subscription.likes = Some(on);
            return Ok(json!({"likes": on}));
        }
        subscription.subscribed = Some(on);
        subscription.changed = world.clock.now();
        Ok(json!({"subscribed": on}))
    }

    pub(super) fn stream_subscriptions(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let settings = &self.settings;
        let users = UserFilter::read(parameters, "users")?;
        let mut wanted = filter(parameters, "streams")?.unwrap_or_default();
        wanted.extend(filter(parameters, "items")?.unwrap_or_default());
        let app = input::text(parameters, "app")?;
        let streams = streams(&wanted).filter(|stream| {
            let apps = apps(settings);
            let (id, name) = apps[stream / 6 % apps.len()];
            app.is_none_or(|wanted| wanted == id || wanted == name)
        });
        Ok(streams
            .map(|stream| {
                let subscriptions = self.subscriptions.iter().filter(|it| it.stream == stream);
                let subscriptions = subscriptions.filter_map(|it| {
                    let mut shown = self.person(&it.email, &users, settings)?;
                    shown["groups"] = json!(self.groups_of(&it.email));
                    shown["status"] = json!({"subscribed": it.subscribed?, "timestamp": written(it.changed)});
                    Some(shown)
                });
                json!({"stream": shown(stream), "subscriptions": subscriptions.collect::<Vec<_>>()})
            })
            .collect())
    }

    pub(super) fn stream_ratings(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let settings = &self.settings;
        let wanted = filter(parameters, "items")?.unwrap_or_default();
        Ok(streams(&wanted)
            .map(|stream| {
                let votes =
                    self.subscriptions.iter().filter(|it| it.stream == stream).filter_map(|it| it.likes);
                let (likes, all) =
                    votes.fold((0, 0), |(likes, all), like| (likes + u64::from(like), all + 1));
                let (id, _, kind) = STREAMS[stream];
                let episodes = episodes(stream).map(|(name, views, likes, dislikes)| {
                    json!({
                        "name": name, "type": kind, "views": settings.count(views),
                        "icon": format!("https://cdn.example.org/{id}.png"),
                        "reviews": settings.votes(likes, dislikes),
                    })
                });
                let ratings = json!({
                    "stream": settings.votes(likes, all - likes), "episodes": episodes.collect::<Vec<_>>(),
                });
                json!({"stream": shown(stream), "ratings": ratings})
            })
            .collect())
    }
}

impl Settings {
    fn votes(&self, likes: u64, dislikes: u64) -> Value {
        json!({
            "likes": self.count(likes), "dislikes": self.count(dislikes), "total": self.count(likes + dislikes),
        })
    }
}

/// The wanted streams, newest first; all if none is named.
fn streams(wanted: &[&str]) -> impl Iterator<Item = usize> {
    (0..STREAMS.len()).rev().filter(|stream| {
        let (id, name, _) = STREAMS[*stream];
        wanted.is_empty() || wanted.contains(&id) || wanted.contains(&name)
    })
}

fn shown(stream: usize) -> Value {
    let (id, name, kind) = STREAMS[stream];
    json!({"name": name, "type": kind, "ID": id})
}
