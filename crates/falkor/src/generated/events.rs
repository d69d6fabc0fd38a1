//! Classrooms and events of pathways, and their attendees.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Classrooms and events of pathways, and their attendees. See [`Client::events`](crate::Client::events).
#[derive(Debug, Clone)]
pub struct Events {
    pub(crate) client: Client,
}

impl Events {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Fetches the classrooms and events of pathways with their attendees.
    ///
    /// The numbers of places are texts. An empty list in a filter may match all. The older parameter
    /// `keyword` is omitted; the vendor advises against it.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `search` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::Lenient;
use tassel_falkor::model::EventsFilter;

let pathways = client.events().list(EventsFilter::default()).send().await?;
for event in pathways.iter().flat_map(|pathway| &pathway.events).flat_map(|events| events.iter()) {
    // `None` is `Unlimited`.
    let available = event.available.as_ref().and_then(Lenient::<i64>::get);
    println!("{:?}: {available:?} places", event.name);
}
assert_eq!(pathways.len(), 2);
```"#
    )]
    ///
    /// Source: `POST /v1/event/list` in <https://developer.docs.falkor.io>.
    pub fn list(&self, events_filter: EventsFilter) -> Call<Vec<PathwayEvents>> {
        let body = events_filter;
        let draft = Draft::new(&operations::EVENTS_LIST).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Vec<PathwayEvents>>>(&self.client)
    }

    /// Sets the attendance of users at classrooms and events.
    ///
    /// Unknown attendances are ignored, and only attendances in another state are counted.
    ///
    /// The vendor's page shows the path of [`Rewards::consume`](crate::rewards::Rewards::consume), which is a
    /// copying mistake. The path is therefore inferred; `ClientBuilder::event_consume_path` sets another.
    ///
    /// It is never sent twice by itself: after a lost answer, [`Error::outcome`](crate::Error::outcome) says
    /// [`Outcome::Unknown`](crate::Outcome::Unknown).
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): a parameter is missing or of the wrong type, or
    ///   the body is not JSON.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the API account has no access to this endpoint, or
    ///   not from this IP address.
    /// * [`Error::InvalidInput`](crate::Error::InvalidInput): `guids` is an empty list.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_falkor::model::{AttendeeState, ConsumeAttendances, EventsFilter};

let pathways = client.events().list(EventsFilter::default().search(["Deck Walk"])).send().await?;
let events = pathways.iter().flat_map(|pathway| &pathway.events).flat_map(|events| events.iter());
let attendees = events.flat_map(|event| &event.attendees).flat_map(|attendees| attendees.iter());
let booked = attendees.filter(|attendee| attendee.state == Some(AttendeeState::Booked));
let guids: Vec<_> = booked.filter_map(|attendee| attendee.guid.clone()).collect();
let set = ConsumeAttendances::new(guids, AttendeeState::Attended);
let changed = client.events().consume(set).send().await?.changed;
assert_eq!(changed.and_then(|changed| changed.get()), Some(2));
```"#
    )]
    ///
    /// Source: `POST /v1/event/consume` in <https://developer.docs.falkor.io>.
    pub fn consume(&self, consume_attendances: ConsumeAttendances) -> Call<Changed> {
        let body = consume_attendances;
        let draft = Draft::new(&operations::EVENTS_CONSUME).refuse(Limits::problem(&body, "")).body(body);
        draft.call::<crate::envelope::Data<Changed>>(&self.client)
    }
}
