//! `tassel webhooks`: the events that vendors send.

mod list;
mod listen;
mod target;
mod trigger;

use crate::args::{Global, Webhooks};
use crate::events::EventReceiver;
use crate::failure::{ExitStatus, Failure};
use crate::vendors::{Vendor, webhook_secret};

pub(crate) async fn run(global: &Global, command: &Webhooks) -> Result<ExitStatus, Failure> {
    match command {
        Webhooks::List(options) => list::run(global, options),
        Webhooks::Listen(options) => listen::run(global, options).await,
        Webhooks::Trigger(options) => trigger::run(global, options).await,
    }
}

/// The receiver of a vendor, with the given secret or the configured one.
fn receiver(
    global: &Global,
    vendor: &Vendor,
    given: Option<&str>,
) -> Result<Box<dyn EventReceiver>, Failure> {
    vendor.receiver(&|| match given {
        Some(secret) => Ok(secret.to_owned()),
        None => webhook_secret(global, vendor),
    })
}
