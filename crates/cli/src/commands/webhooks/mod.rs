//! `tassel webhooks`: what vendors send unasked.

mod list;
mod listen;
mod target;
mod trigger;

use crate::args::{Global, Webhooks};
use crate::events::Receive;
use crate::failure::{Done, Failure};
use crate::vendors::{Vendor, webhook_secret};

pub(crate) async fn run(global: &Global, command: &Webhooks) -> Result<Done, Failure> {
    match command {
        Webhooks::List(options) => list::run(global, options),
        Webhooks::Listen(options) => listen::run(global, options).await,
        Webhooks::Trigger(options) => trigger::run(global, options).await,
    }
}

/// The receiver of a vendor, with the secret that is given or configured.
fn receiver(global: &Global, vendor: &Vendor, given: Option<&str>) -> Result<Box<dyn Receive>, Failure> {
    vendor.receiver(&|| match given {
        Some(secret) => Ok(secret.to_owned()),
        None => webhook_secret(global, vendor),
    })
}
