//! Analytics: figures on the use of apps, pathways, streams and stories. They follow from story logs and enrolments.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeBounds;

use jiff::civil::{DateTime, Time};
use jiff::{SignedDuration, Span, Timestamp};
use serde_json::{Map, Value, json};

use super::groups::apps;
use super::input::{self, Rejection};
use super::logs::{UserFilter, app, filter, shown};
use super::pathways::PATHWAYS;
use super::store::{STORIES, written, zone};
use super::{Falkor, Settings};
use crate::academy::{LEARNERS, email_at};
use crate::sandbox::World;

/// The streams: the ID, the name and the kind. The last is the newest. Users hear a stream when they take its story.
pub(super) const STREAMS: [(&str, &str, &str); 12] = [
    ("EV40-TIDE-01HW", "High Water", "audio"),
    ("EV41-KNOT-02BW", "Bowlines", "video"),
    ("EV42-CRAN-03HK", "Hook and Sling", "youtube"),
    ("EV43-FOGH-04RN", "Fog Horn", "podcast"),
    ("EV44-DOCK-05TK", "Dock Talk", "podcast"),
    ("EV45-GANG-06WY", "Gangway", "audio"),
    ("EV46-PILO-07TS", "Pilots", "video"),
    ("EV47-RADI-08OX", "Channel 16", "podcast"),
    ("EV48-SHIF-09TX", "Shift Change", "audio"),
    ("EV49-LASH-10NG", "Lashing", "video"),
    ("EV50-BERT-11HX", "Berth Seven", "podcast"),
    ("EV51-QUAY-12XX", "Quay Stories", "audio"),
];

/// The items that are shown if none is named: the latest.
const LATEST: usize = 10;

/// The weeks that retention covers at most.
const WEEKS: i64 = 12;

/// An app, a pathway, a stream or a story.
struct Item<'a> {
    id: &'static str,
    name: &'static str,
    shown: Value,
    visits: Vec<Visit<'a>>,
}

/// A user's use of an item.
#[derive(Clone, Copy)]
struct Visit<'a> {
    /// In lower case.
    email: &'a str,
    at: Timestamp,
}

/// A user's review of an item.
#[derive(Debug, Clone)]
pub(super) struct Review {
    /// In lower case.
    email: String,
    /// The ID of the item.
    item: &'static str,
    rating: u64,
    /// May be empty.
    comment: String,
    at: Timestamp,
}

/// The figures to show, with what they depend on.
enum Metric {
    /// The start of the range.
    Realtime(Timestamp),
    /// The start of each step.
    Frequency(Vec<Timestamp>),
    Demographics,
    Locations,
    Retention,
    Reviews,
}

impl Metric {
    fn read(
        family: &str,
        parameters: &Map<String, Value>,
        settings: &Settings,
        now: Timestamp,
    ) -> Result<Self, Rejection> {
        Ok(match family {
            "realtime" => {
                let hours = match input::number(parameters, "range", 0..=7)?.unwrap_or(1) {
                    0 => 1,
                    days => days * 24,
                };
                Self::Realtime(back(now, SignedDuration::from_hours(hours)))
            }
            "frequency" => {
                let interval = input::text(parameters, "interval")?.unwrap_or("month");
                let steps = input::number(parameters, "steps", 1..=24)?;
                let steps = steps.unwrap_or_else(|| settings.frequency_steps.try_into().unwrap_or(i64::MAX));
                Self::Frequency(starts(interval, steps.min(24), now)?)
            }
            "demographics" => Self::Demographics,
            "locations" => Self::Locations,
            "retention" => Self::Retention,
            _ => Self::Reviews,
        })
    }

    /// The key of the figures.
    fn key(&self) -> &'static str {
        match self {
            Self::Realtime(_) => "realtime",
            Self::Frequency(_) => "frequency",
            Self::Demographics => "demographics",
            Self::Locations => "locations",
            Self::Retention => "cohorts",
            Self::Reviews => "reviews",
        }
    }
}

impl Falkor {
    /// The figures of a path such as `/v1/analytics/realtime/apps`.
    pub(super) fn analytics(
        &self,
        path: &str,
        parameters: &Map<String, Value>,
        world: &World,
    ) -> Result<Value, Rejection> {
        let mut words = path.rsplit('/');
        let (kind, family) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let metric = Metric::read(family, parameters, &self.settings, world.clock.now())?;
        let wanted = filter(parameters, "items")?;
        let (key, mut items) = self.items(kind);
        match wanted {
            Some(wanted) => items.retain(|item| wanted.contains(&item.id) || wanted.contains(&item.name)),
            None => drop(items.drain(..items.len().saturating_sub(LATEST))),
        }
        let figures = items.into_iter().map(|item| {
            let figures = self.figures(&metric, &item, world.clock.now());
            json!({key: item.shown, metric.key(): figures})
        });
        Ok(figures.collect())
    }

    /// The items of a kind, and the key they have in a reply.
    fn items(&self, kind: &str) -> (&'static str, Vec<Item<'_>>) {
        let settings = &self.settings;
        match kind {
            "apps" => {
                let apps = apps(settings).iter().enumerate().map(|(place, (id, name))| {
                    let stories = (0..STORIES.len()).filter(|story| app(*story, settings).0 == *id);
                    let mut visits: Vec<_> = stories.flat_map(|story| self.taken(story)).collect();
                    if place == 0 {
                        visits.extend((0..PATHWAYS.len()).flat_map(|pathway| self.followed(pathway)));
                    }
                    let shown = json!({"name": name, "version": "2.5.0", "type": "app", "ID": id});
                    Item { id, name, shown, visits }
                });
                ("app", apps.collect())
            }
            "pathways" => {
                let pathways = PATHWAYS.iter().enumerate().map(|(pathway, plan)| {
                    let (id, name) = (plan.id, plan.name);
                    let shown = json!({"name": name, "type": "pathway", "ID": id});
                    Item { id, name, shown, visits: self.followed(pathway).collect() }
                });
                ("pathway", pathways.collect())
            }
            "streams" => {
                let streams = STREAMS.iter().enumerate().map(|(place, (id, name, kind))| {
                    let shown = json!({"name": name, "type": kind, "ID": id});
                    Item { id, name, shown, visits: self.taken(place % STORIES.len()).collect() }
                });
                ("stream", streams.collect())
            }
            _ => {
                let stories = STORIES.iter().enumerate().map(|(story, it)| {
                    let (name, visits) = (super::store::name(story), self.taken(story).collect());
                    Item { id: it.id, name, shown: shown(story, settings), visits }
                });
                ("story", stories.collect())
            }
        }
    }

    /// The visits to a story.
    fn taken(&self, story: usize) -> impl Iterator<Item = Visit<'_>> {
        let logs = self.logs.iter().filter(move |log| log.story == story);
        let begun = logs.filter_map(|log| Some((log.email.as_str(), log.progress.as_ref()?)));
        begun.flat_map(|(email, it)| [it.started, it.updated].map(|at| Visit { email, at }))
    }

    /// The visits to a pathway.
    fn followed(&self, pathway: usize) -> impl Iterator<Item = Visit<'_>> {
        self.pathways[pathway].visits().flat_map(|(email, times)| times.map(|at| Visit { email, at }))
    }

    fn figures(&self, metric: &Metric, item: &Item<'_>, now: Timestamp) -> Value {
        let settings = &self.settings;
        let users: BTreeSet<_> = item.visits.iter().map(|visit| visit.email).collect();
        match metric {
            Metric::Realtime(from) => {
                let (visits, users) = within(&item.visits, *from..=now);
                if settings.bare_activity {
                    return settings.count(users);
                }
                json!({"users": settings.count(users), "interactions": settings.count(visits)})
            }
            Metric::Frequency(starts) => {
                let ends = starts.iter().skip(1).copied().chain([Timestamp::MAX]);
                let steps = starts.iter().zip(ends).map(|(start, end)| {
                    let (visits, users) = within(&item.visits, *start..end);
                    if settings.bare_activity {
                        return settings.count(visits);
                    }
                    let (sessions, unique) = (settings.count(visits), settings.count(users));
                    json!({"start": written(*start), "sessions": sessions, "unique": unique})
                });
                steps.collect()
            }
            Metric::Demographics => counted(users.into_iter().map(age_group), "group", settings),
            Metric::Locations => {
                let known = users.into_iter().filter_map(|email| self.users.get(email)?.location);
                let told = known.filter(|(country, _)| !country.contains('*') && !settings.masked_locations);
                counted(told.map(|(country, _)| country), "country", settings)
            }
            Metric::Retention => cohorts(&item.visits, settings, now),
            Metric::Reviews => self.reviews(item),
        }
    }

    /// The reviews of an item; those of an app are also those of its stories.
    fn reviews(&self, item: &Item<'_>) -> Value {
        let settings = &self.settings;
        let of_app = |story: usize| app(story, settings).0 == item.id;
        let ids: Vec<_> = (0..STORIES.len()).filter(|it| of_app(*it)).map(|it| STORIES[it].id).collect();
        let reviews = self.reviews.iter();
        let reviews: Vec<_> = reviews.filter(|it| it.item == item.id || ids.contains(&it.item)).collect();
        if reviews.is_empty() && settings.empty_objects_as_lists {
            return json!([]);
        }
        let count = reviews.len() as u64;
        let sum: u64 = reviews.iter().map(|review| review.rating).sum();
        let average = if count == 0 { 0.0 } else { (sum as f64 / count as f64 * 10.0).round() / 10.0 };
        let told = reviews.iter().filter(|review| !review.comment.is_empty());
        let comments = told.filter_map(|review| {
            let mut shown = self.person(&review.email, &UserFilter::default(), settings)?;
            shown["comment"] = review.comment.as_str().into();
            shown["timestamp"] = written(review.at).into();
            let mut items = ["apps", "pathways", "stories"].into_iter().flat_map(|kind| self.items(kind).1);
            shown["item"] = items.find(|item| item.id == review.item)?.shown;
            Some(shown)
        });
        let comments: Vec<_> = comments.collect();
        let (average, users) = (settings.count(average), settings.count(count));
        if settings.capitalised_reviews {
            json!({"Ratings": {"Average": average, "Users": users}, "Comments": comments})
        } else {
            json!({"ratings": {"average": average, "users": users}, "comments": comments})
        }
    }

    /// Some of those who have completed a story have rated it, and some of these have commented.
    pub(super) fn review_academy(&mut self) {
        let done = self.logs.iter().filter_map(|log| Some((log, log.progress.as_ref()?)));
        let some = done.enumerate().filter(|(place, _)| place % 4 == 0);
        let reviews = some.map(|(place, (log, progress))| Review {
            email: log.email.clone(),
            item: STORIES[log.story].id,
            rating: 3 + place as u64 % 3,
            comment: if place % 3 == 0 { "Clear and short.".to_owned() } else { String::new() },
            at: progress.updated,
        });
        self.reviews = reviews.collect();
    }

    /// A user rates an item. A later review takes the place of an earlier one.
    pub(super) fn review(&mut self, email: &str, body: &Value, world: &World) -> Result<Value, String> {
        let rating = body["rating"].as_u64().filter(|rating| (1..=5).contains(rating));
        let rating = rating.ok_or("`rating` is missing, or not a number from 1 to 5")?;
        let given = body["item"].as_str().ok_or("`item` is missing")?;
        let mut items = ["apps", "pathways", "stories"].into_iter().flat_map(|kind| self.items(kind).1);
        let named =
            |it: &Item<'_>| [it.id, it.name].iter().any(|known| known.to_lowercase() == given.to_lowercase());
        let found = items.find(named).map(|item| item.id);
        let item = found.ok_or_else(|| format!("there is no app, pathway or story {given}"))?;
        let comment = body["comment"].as_str().unwrap_or_default().to_owned();
        let at = world.clock.now();
        self.reviews.retain(|review| review.email != email || review.item != item);
        self.reviews.push(Review { email: email.to_owned(), item, rating, comment, at });
        Ok(json!({"rated": item}))
    }
}

/// The number of visits in a range of time, and the number of their users.
fn within(visits: &[Visit<'_>], range: impl RangeBounds<Timestamp>) -> (usize, usize) {
    let within: Vec<_> = visits.iter().filter(|visit| range.contains(&visit.at)).collect();
    let users: BTreeSet<_> = within.iter().map(|visit| visit.email).collect();
    (within.len(), users.len())
}

/// How often each word is there.
fn counted<'a>(words: impl Iterator<Item = &'a str>, key: &str, settings: &Settings) -> Value {
    let mut counts = BTreeMap::<_, u64>::new();
    for word in words {
        *counts.entry(word).or_default() += 1;
    }
    counts.into_iter().map(|(word, users)| json!({key: word, "users": settings.count(users)})).collect()
}

/// The age group of a user. Only the ages of most learners of the academy are known.
fn age_group(email: &str) -> &'static str {
    let place = (0..LEARNERS.len()).find(|place| email_at("falkor", *place).eq_ignore_ascii_case(email));
    match place.filter(|place| place % 6 < 4).map(|place| 16 + place * 11 % 50) {
        None => "Unknown",
        Some(..18) => "13 - 17",
        Some(..25) => "18 - 24",
        Some(..35) => "25 - 34",
        Some(..45) => "35 - 44",
        Some(..55) => "45 - 54",
        Some(_) => "55 - 64",
    }
}

/// All users, with the number of those who came back in each week after their own first visit.
fn cohorts(visits: &[Visit<'_>], settings: &Settings, now: Timestamp) -> Value {
    let mut first = BTreeMap::<_, Timestamp>::new();
    for visit in visits {
        let known = first.entry(visit.email).or_insert(visit.at);
        *known = visit.at.min(*known);
    }
    let Some(start) = first.values().min() else { return json!([]) };
    let week = |from: Timestamp, to: Timestamp| to.duration_since(from).as_hours() / (7 * 24);
    let weeks = (0..=week(*start, now).clamp(0, WEEKS)).map(|wanted| {
        let back = visits.iter().filter(|visit| week(first[visit.email], visit.at) == wanted);
        settings.count(back.map(|visit| visit.email).collect::<BTreeSet<_>>().len())
    });
    let weeks: Vec<_> = weeks.collect();
    json!([{"cohort": "All Users", "start": written(*start), "end": written(now), "weeks": weeks}])
}

/// The starts of the latest steps, in the account's time zone, the earliest first.
fn starts(interval: &str, steps: i64, now: Timestamp) -> Result<Vec<Timestamp>, Rejection> {
    let now = now.to_zoned(zone()).datetime();
    let midnight = |day: jiff::civil::Date| day.to_datetime(Time::midnight());
    let (current, step) = match interval {
        "hour" => (now.date().at(now.hour(), 0, 0, 0), Span::new().hours(1)),
        "day" => (midnight(now.date()), Span::new().days(1)),
        "month" => (midnight(now.date().first_of_month()), Span::new().months(1)),
        "year" => (midnight(now.date().first_of_year()), Span::new().years(1)),
        _ => return Err(Rejection::new(400, "The interval parameter is not hour, day, month or year.")),
    };
    let mut starts = vec![current];
    for _ in 1..steps {
        starts.push(starts[starts.len() - 1].saturating_sub(step));
    }
    let instant = |start: DateTime| start.to_zoned(zone()).map_or(Timestamp::MIN, |zoned| zoned.timestamp());
    Ok(starts.into_iter().rev().map(instant).collect())
}

/// A time before another.
fn back(from: Timestamp, by: SignedDuration) -> Timestamp {
    from.saturating_sub(by).unwrap_or(Timestamp::MIN)
}
