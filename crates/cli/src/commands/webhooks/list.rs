//! `tassel webhooks list`.

use serde::Serialize;

use crate::args::{Format, Global, Operations};
use crate::failure::{ExitStatus, Failure};
use crate::output::{Rows, print};
use crate::vendors::{VENDORS, Vendor};

/// One event of one vendor.
#[derive(Debug, Serialize)]
struct EventRow {
    vendor: &'static str,
    event: &'static str,
    trust: String,
    read_back: Option<&'static str>,
    certainty: String,
    summary: &'static str,
    documentation: &'static str,
}

#[derive(Debug, Serialize)]
#[serde(transparent)]
struct EventList(Vec<EventRow>);

impl Rows for EventList {
    type Row = EventRow;

    fn columns(&self) -> Vec<String> {
        ["vendor", "event", "trust", "read back with", "certainty", "sent when"].map(str::to_owned).into()
    }

    fn rows(&self) -> &[EventRow] {
        &self.0
    }

    fn cells(&self, row: &EventRow, _: &[String]) -> Vec<String> {
        let read_back = row.read_back.unwrap_or_default();
        [row.vendor, row.event, &row.trust, read_back, &row.certainty, row.summary].map(str::to_owned).into()
    }
}

pub(crate) fn run(global: &Global, options: &Operations) -> Result<ExitStatus, Failure> {
    let vendors = match &options.vendor {
        Some(name) => vec![Vendor::find(name)?],
        None => VENDORS.iter().collect(),
    };
    let events = vendors.into_iter().flat_map(|vendor| {
        vendor.webhooks().iter().map(move |webhook| EventRow {
            vendor: vendor.name(),
            event: webhook.name,
            trust: webhook.trust.to_string(),
            read_back: webhook.read_back.map(|operation| operation.id),
            certainty: webhook.certainty.to_string(),
            summary: webhook.summary,
            documentation: webhook.documentation,
        })
    });
    print(&EventList(events.collect()), global.output.unwrap_or(Format::Table))?;
    Ok(ExitStatus::Complete)
}
