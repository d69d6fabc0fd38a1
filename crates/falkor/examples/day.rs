//! A day's work at Falkor: a table is uploaded, attendance is marked, a voucher is redeemed, and what was done in each
//! pathway is counted.
//!
//! ```sh
//! eval "$(cargo run -q -p tassel -- sandbox --print-env)"; cargo run -q -p tassel -- sandbox &
//! cargo run -p tassel-falkor --example falkor-day
//! ```

use std::error::Error;

use tassel_falkor::Client;
use tassel_falkor::logs::fulfilments;
use tassel_falkor::model::{
    AttendeeState, ConsumeAttendances, ConsumeVouchers, EventsFilter, PathwayLogsFilter, PathwaysFilter,
    RewardsFilter, UploadTable, VoucherState,
};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let variable = |name| std::env::var(name).map_err(|error| format!("{name}: {error}"));
    day(&Client::new(variable("TASSEL_FALKOR_URL")?, variable("TASSEL_FALKOR_TOKEN")?)?).await
}

/// Does it with a client.
///
/// # Errors
///
/// A call failed.
pub async fn day(client: &Client) -> Result<(), Box<dyn Error>> {
    let table = [["Crew", "Calls"], ["Day Crew", "41"], ["Night Crew", "17"]];
    client.data().upload(UploadTable::new("Berths", "2026-09", table)).send().await?;

    let mut booked = Vec::new();
    for pathway in client.events().list(EventsFilter::default()).send().await? {
        let events = pathway.events.iter().flat_map(|events| events.iter());
        let attendees = events.flat_map(|event| &event.attendees).flat_map(|attendees| attendees.iter());
        let here = attendees.filter(|attendee| attendee.state == Some(AttendeeState::Booked));
        booked.extend(here.filter_map(|attendee| attendee.guid.clone()));
    }
    let mut attended = None;
    if !booked.is_empty() {
        let set = ConsumeAttendances::new(booked, AttendeeState::Attended);
        attended = client.events().consume(set).send().await?.changed.and_then(|changed| changed.get());
    }

    let pathways = client.rewards().list(RewardsFilter::default()).send().await?;
    let rewards = pathways.iter().flat_map(|pathway| &pathway.rewards).flat_map(|rewards| rewards.iter());
    let voucher =
        rewards.flat_map(|reward| &reward.vouchers).find_map(|vouchers| vouchers.first()?.guid.clone());
    if let Some(guid) = voucher {
        client.rewards().consume(ConsumeVouchers::new([guid], VoucherState::Redeemed)).send().await?;
    }

    println!("{} attended", attended.unwrap_or_default());
    for pathway in client.pathways().list(PathwaysFilter::default()).send().await? {
        let Some(id) = pathway.pathway.as_ref().and_then(|pathway| pathway.id.as_ref()) else { continue };
        let reply = client.logs().pathway_logs(PathwayLogsFilter::new(id)).send().await?;
        let done = fulfilments(&reply).iter().filter(|(_, done)| done.is_some()).count();
        println!("{id}: {done} activities done");
    }
    Ok(())
}
