//! Story logs and certificates.

use serde_json::{Map, Value, json};

use super::groups::apps;
use super::input::{self, Rejection};
use super::store::{Certificate, Progress, STORIES, StoryLog, User, name, written};
use super::{Falkor, Settings};

/// A filter of users.
#[derive(Default)]
pub(super) struct UserFilter<'a> {
    groups: Option<Vec<&'a str>>,
    /// Names or addresses.
    users: Option<Vec<&'a str>>,
}

impl<'a> UserFilter<'a> {
    pub(super) fn read(parameters: &'a Map<String, Value>, users: &str) -> Result<Self, Rejection> {
        Ok(Self { groups: filter(parameters, "groups")?, users: filter(parameters, users)? })
    }

    fn includes(&self, user: &User, groups: &[&str]) -> bool {
        let named = |given: &&str| {
            given.eq_ignore_ascii_case(&user.email)
                || *given == format!("{} {}", user.firstname, user.lastname)
        };
        self.groups.as_ref().is_none_or(|wanted| wanted.iter().any(|group| groups.contains(group)))
            && self.users.as_ref().is_none_or(|wanted| wanted.iter().any(named))
    }
}

/// A list to filter by. An empty list does not filter.
pub(super) fn filter<'a>(
    parameters: &'a Map<String, Value>,
    name: &str,
) -> Result<Option<Vec<&'a str>>, Rejection> {
    Ok(input::texts(parameters, name)?.filter(|texts| !texts.is_empty()))
}

impl Falkor {
    pub(super) fn story_logs(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let settings = &self.settings;
        let story = input::text(parameters, "story")?;
        let users = UserFilter::read(parameters, "users")?;
        let mut stories = stories(input::text(parameters, "app")?, story.as_slice(), settings);
        if story.is_none() && !settings.all_stories_without_one {
            stories.drain(..stories.len().saturating_sub(1));
        }
        Ok(stories
            .into_iter()
            .map(|story| {
                let logs = self.logs.iter().filter(|log| log.story == story);
                let logs: Vec<_> = logs
                    .filter_map(|log| {
                        let mut person = self.person(&log.email, &users, settings)?;
                        person["groups"] = json!(self.groups_of(&log.email));
                        person["status"] = progress(log, settings);
                        Some(person)
                    })
                    .collect();
                let (id, app_name) = app(story, settings);
                let mut shown = shown(story, settings);
                shown["app"] = json!({"ID": id, "name": app_name, "version": "2.5.0"});
                json!({"story": shown, "logs": logs})
            })
            .collect())
    }

    pub(super) fn user_story_logs(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let settings = &self.settings;
        let wanted = filter(parameters, "stories")?;
        let users = UserFilter::read(parameters, "emails")?;
        let app = input::text(parameters, "app")?;
        let stories = stories(app, wanted.as_deref().unwrap_or_default(), settings);
        let all = wanted.is_none() && app.is_none();
        let ranks = self.ranks();
        let mut found = Vec::new();
        for (email, user) in &self.users {
            let groups = self.groups_of(email);
            let logs = self.logs.iter().filter(|log| log.email == *email && stories.contains(&log.story));
            let taken: Vec<_> = logs
                .map(|log| {
                    let mut story = shown(log.story, settings);
                    let id = story["ID"].take();
                    json!({
                        "name": story["name"], "category": STORIES[log.story].category, "sku": id,
                        "type": story["type"], "state": progress(log, settings),
                    })
                })
                .collect();
            if users.includes(user, &groups) && (all || !taken.is_empty()) {
                let rank = ranks.iter().position(|it| *it == email).map_or(0, |place| place + 1);
                found.push(json!({
                    "firstname": user.firstname, "lastname": user.lastname, "email": user.email,
                    "rank": rank.to_string(), "groups": groups, "stories": taken,
                }));
            }
        }
        let nothing = found.is_empty() && settings.empty_objects_as_lists;
        Ok(if nothing { json!([]) } else { json!({"users": found}) })
    }

    pub(super) fn story_certificates(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let settings = &self.settings;
        let story = input::text(parameters, "story")?;
        let users = UserFilter::read(parameters, "users")?;
        let stories = stories(input::text(parameters, "app")?, story.as_slice(), settings);
        Ok(stories
            .into_iter()
            .map(|story| {
                let awarded = self.certificates.iter().filter(|certificate| certificate.story == story);
                let awarded: Vec<_> = awarded
                    .filter_map(|it| {
                        let mut person = self.person(&it.email, &users, settings)?;
                        person["certificate"] = certificate(it, settings);
                        Some(person)
                    })
                    .collect();
                json!({"story": shown(story, settings), "certificates": awarded})
            })
            .collect())
    }

    /// A user, if the filter includes them.
    pub(super) fn person(&self, email: &str, users: &UserFilter<'_>, settings: &Settings) -> Option<Value> {
        let user = self.users.get(email).filter(|user| users.includes(user, &self.groups_of(email)))?;
        let mut person = json!({
            "firstname": user.firstname, "lastname": user.lastname, "email": user.email, "telephone": user.telephone,
        });
        let masked = Some(("********", "********"));
        if let Some((country, city)) = if settings.masked_locations { masked } else { user.location } {
            person["country"] = country.into();
            person["city"] = city.into();
        }
        Some(person)
    }

    /// The users, sorted by the number of completed stories, most first.
    fn ranks(&self) -> Vec<&String> {
        let done = |email: &String| {
            let logs = self.logs.iter().filter(|log| log.email == *email);
            logs.filter(|log| log.progress.as_ref().is_some_and(|progress| progress.complete)).count()
        };
        let mut ranks: Vec<_> = self.users.keys().collect();
        ranks.sort_by_cached_key(|email| std::cmp::Reverse(done(email)));
        ranks
    }
}

/// The wanted stories of an app; all if none is named. Apps and stories are named by ID or name.
fn stories(wanted_app: Option<&str>, wanted: &[&str], settings: &Settings) -> Vec<usize> {
    let in_app = |story: &usize| {
        let (id, name) = app(*story, settings);
        wanted_app.is_none_or(|wanted| wanted == id || wanted == name)
    };
    let named = |story: &usize| {
        wanted.is_empty() || wanted.iter().any(|it| *it == STORIES[*story].id || *it == name(*story))
    };
    (0..STORIES.len()).filter(in_app).filter(named).collect()
}

/// The app of a story.
pub(super) fn app(story: usize, settings: &Settings) -> (&'static str, &'static str) {
    let apps = apps(settings);
    apps[story / 3 % apps.len()]
}

/// A story as the vendor shows it.
pub(super) fn shown(story: usize, settings: &Settings) -> Value {
    let kind = STORIES[story].kind;
    let kind =
        if settings.capitalised_types { kind[..1].to_uppercase() + &kind[1..] } else { kind.to_owned() };
    json!({"name": name(story), "type": kind, "ID": STORIES[story].id})
}

/// A user's progress; empty if they have not begun.
fn progress(log: &StoryLog, settings: &Settings) -> Value {
    let mut fields = Map::new();
    let Some(Progress { complete, duration, attempts, started, updated, score }) = &log.progress else {
        return settings.object(fields);
    };
    fields.insert("complete".to_owned(), json!(complete));
    fields.insert("duration".to_owned(), settings.count(*duration));
    fields.insert("attempts".to_owned(), settings.count(*attempts));
    fields.insert("started".to_owned(), written(*started).into());
    fields.insert("updated".to_owned(), written(*updated).into());
    if let Some(score) = score.filter(|_| STORIES[log.story].scored()) {
        fields.insert("score".to_owned(), settings.count(score));
        fields.insert("passed".to_owned(), json!(score >= 70.0));
    }
    settings.object(fields)
}

fn certificate(certificate: &Certificate, settings: &Settings) -> Value {
    let (state, url) = if certificate.delivered {
        ("delivered", format!("https://certificates.example.org/c/{}", certificate.number))
    } else {
        ("pending", String::new())
    };
    let mut shown = json!({"timestamp": written(certificate.changed), "state": state});
    if certificate.delivered || !settings.omit_pending_url {
        shown["url"] = url.into();
    }
    shown
}
