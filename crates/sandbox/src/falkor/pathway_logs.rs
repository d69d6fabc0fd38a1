//! The logs of a pathway's activities. The vendor's form of them is not known; this one is the sandbox's own.

use serde_json::{Map, Value, json};

use super::Falkor;
use super::events::EventPlan;
use super::input::{self, Rejection};
use super::logs::{UserFilter, filter};
use super::pathways::{Enrolment, PATHWAYS, pathway_named, percent};
use super::store::{STORIES, name, written};
use super::web_tracking::ACTIVITY;

/// An activity of a pathway.
#[derive(Debug)]
struct Activity {
    id: &'static str,
    name: &'static str,
    kind: &'static str,
    fulfilled_by: FulfilledBy,
}

/// What fulfils an activity.
#[derive(Debug, Clone, Copy)]
enum FulfilledBy {
    /// The first progress in the pathway.
    View,
    /// The completion of a story.
    Story(usize),
    /// A check-in to the event of the pathway.
    CheckIn,
    /// A visit of the web activity.
    Web,
    /// A voucher of the pathway's reward.
    Voucher,
}

/// The activities of a pathway, by its place.
fn activities(pathway: usize) -> Vec<Activity> {
    let plan = &PATHWAYS[pathway];
    let activity = |id, name, kind, fulfilled_by| Activity { id, name, kind, fulfilled_by };
    let story =
        |story: usize, kind| activity(STORIES[story].id, name(story), kind, FulfilledBy::Story(story));
    let EventPlan { id, name, kind, .. } = plan.event;
    let kind = if kind == "classroom" { "Classroom" } else { "Event" };
    let event = activity(id, name, kind, FulfilledBy::CheckIn);
    let reward = activity(plan.reward.0, plan.reward.1, "Reward", FulfilledBy::Voucher);
    if pathway == ACTIVITY.0 {
        let article = activity("FAAR-RULE-13GH", "Rules of the House", "Article", FulfilledBy::View);
        let web = activity(ACTIVITY.1, ACTIVITY.2, "Web Activity", FulfilledBy::Web);
        vec![article, story(3, "Story"), story(4, "Survey"), event, web, reward]
    } else {
        let video = activity("FAVI-QUAY-55PN", "A Day on the Quay", "Video", FulfilledBy::View);
        vec![video, story(1, "Assessment"), event, reward]
    }
}

impl Falkor {
    pub(super) fn pathway_logs(&self, parameters: &Map<String, Value>) -> Result<Value, Rejection> {
        let given = input::required_text(parameters, "pathway")?;
        let wanted = filter(parameters, "activities")?;
        let types = filter(parameters, "types")?;
        let users = UserFilter::read(parameters, "users")?;
        let pathway = pathway_named(given).ok_or_else(|| Rejection::new(404, "There is no such pathway."))?;
        let mut activities = activities(pathway);
        activities.retain(|it| {
            wanted.as_ref().is_none_or(|wanted| wanted.contains(&it.id) || wanted.contains(&it.name))
                && types.as_ref().is_none_or(|types| types.contains(&it.kind))
        });
        let enrolments = &self.pathways[pathway].enrolments;
        let activities: Vec<_> = activities
            .iter()
            .map(|activity| {
                let logs = enrolments.iter().filter_map(|(email, enrolment)| {
                    let mut log = self.person(email, &users, &self.settings)?;
                    let fulfilment = self.fulfilment(pathway, activity, email, enrolment);
                    let progress = fulfilment.as_ref().map_or(json!(0), |it| it["progress"].clone());
                    log["groups"] = json!(self.groups_of(email));
                    log["status"] = json!({"progress": progress, "complete": progress.as_f64() == Some(100.0)});
                    // The vendor writes a list where there is none.
                    log["fulfilment"] = fulfilment.unwrap_or_else(|| json!([]));
                    Some(log)
                });
                json!({"ID": activity.id, "name": activity.name, "type": activity.kind, "logs": logs.collect::<Vec<_>>()})
            })
            .collect();
        Ok(json!([{"pathway": PATHWAYS[pathway].shown(), "activities": activities}]))
    }

    /// What a user did in an activity, if they did anything.
    fn fulfilment(
        &self,
        pathway: usize,
        activity: &Activity,
        email: &str,
        enrolment: &Enrolment,
    ) -> Option<Value> {
        let records = &self.pathways[pathway];
        let done =
            |kind: &str, timestamp| json!({"type": kind, "progress": 100, "timestamp": written(timestamp)});
        match activity.fulfilled_by {
            FulfilledBy::View => (enrolment.progress > 0.0).then(|| done("view", enrolment.joined)),
            FulfilledBy::Story(story) => {
                let log = self.logs.iter().find(|log| log.email == email && log.story == story)?;
                let progress = log.progress.as_ref().filter(|progress| progress.complete)?;
                let mut fulfilment = done("complete", progress.updated);
                fulfilment["story"] = json!({"ID": activity.id, "name": activity.name});
                Some(fulfilment)
            }
            FulfilledBy::CheckIn => {
                let booking = records.bookings.get(email).filter(|booking| booking.state == "attended")?;
                let mut fulfilment = done("check-in", booking.changed);
                let shared = self.users.get(email).is_some_and(|user| user.location.is_some());
                fulfilment["checkin"] = json!({
                    "eventID": activity.id, "guid": booking.guid, "virtual": false,
                    "distance": if shared { 84.0 } else { -1.0 },
                });
                Some(fulfilment)
            }
            FulfilledBy::Web => {
                let visit = self.visits.get(email)?;
                let kind = if visit.progress > 0.0 { "tracking" } else { "visit" };
                let mut fulfilment = done(kind, visit.changed);
                fulfilment["progress"] = percent(visit.progress);
                Some(fulfilment)
            }
            FulfilledBy::Voucher => records
                .vouchers
                .iter()
                .any(|voucher| voucher.email == email)
                .then(|| done("view", enrolment.joined)),
        }
    }
}
