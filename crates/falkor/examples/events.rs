//! Examples of `events`: the documentation of each method shows its own.

use tassel_falkor::{Client, Error};

pub async fn list(client: &Client) -> Result<(), Error> {
    use tassel_falkor::Lenient;
    use tassel_falkor::model::EventsFilter;

    let pathways = client.events().list(EventsFilter::default()).send().await?;
    for event in pathways.iter().flat_map(|pathway| &pathway.events).flat_map(|events| events.iter()) {
        // `None` is `Unlimited`.
        let available = event.available.as_ref().and_then(Lenient::<i64>::get);
        println!("{:?}: {available:?} places", event.name);
    }
    assert_eq!(pathways.len(), 2);
    Ok(())
}

pub async fn consume(client: &Client) -> Result<(), Error> {
    use tassel_falkor::model::{AttendeeState, ConsumeAttendances, EventsFilter};

    let pathways = client.events().list(EventsFilter::default().search(["Deck Walk"])).send().await?;
    let events = pathways.iter().flat_map(|pathway| &pathway.events).flat_map(|events| events.iter());
    let attendees = events.flat_map(|event| &event.attendees).flat_map(|attendees| attendees.iter());
    let booked = attendees.filter(|attendee| attendee.state == Some(AttendeeState::Booked));
    let guids: Vec<_> = booked.filter_map(|attendee| attendee.guid.clone()).collect();
    let set = ConsumeAttendances::new(guids, AttendeeState::Attended);
    let changed = client.events().consume(set).send().await?.changed;
    assert_eq!(changed.and_then(|changed| changed.get()), Some(2));
    Ok(())
}
