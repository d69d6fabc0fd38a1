//! `tassel issue`: credentials by the sheet.

mod apply;
mod files;
mod follow;
mod plan;
mod question;
mod report;
mod signals;
mod status;
mod summary;
mod undo;

use std::sync::Arc;

use tassel_issuing::issuer::Issuer;
use tassel_issuing::plan::{Action, Publish};
use tassel_issuing::{RowState, Stage, Standing, sheet};

use crate::args::Global;
use crate::args::issue::Issue;
use crate::failure::{ExitStatus, Failure};
use crate::output::write;
use crate::vendors::{Clients, FailureContext, Vendor};

pub(crate) async fn run(global: &Global, command: &Issue) -> Result<ExitStatus, Failure> {
    match command {
        Issue::Plan(options) => plan::run(global, options).await,
        Issue::Apply(options) => apply::run(global, options).await,
        Issue::Status(options) => status::run(global, options),
        Issue::Report(options) => report::run(global, options),
        Issue::Undo(options) => undo::run(global, options).await,
        Issue::Template => {
            write(sheet::template().as_bytes())?;
            Ok(ExitStatus::Complete)
        }
    }
}

/// The account that credentials are issued by, and the context of its failures.
async fn issuer(global: &Global) -> Result<(Arc<dyn Issuer>, FailureContext), Failure> {
    let vendor = Vendor::find(tassel_accredible::API.vendor)?;
    let client = Clients::new(global).await?.client(vendor)?;
    let issuer = client
        .issuer()
        .ok_or_else(|| Failure::internal(format!("credentials cannot be issued at {}", vendor.name())))?;
    Ok((issuer, client.context().clone()))
}

/// Whether an apply would still write something for a row.
fn is_open(action: &Action, state: &RowState, publish: Publish) -> bool {
    let standing = Standing::of(action, state, publish);
    // A row that was set aside is pending, and is not sent.
    matches!(standing, Standing::Pending | Standing::InDoubt) && state.stage != Stage::Stale
}

/// A number of things.
fn counted(number: u64, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
