#![doc = include_str!("../README.md")]
#![cfg_attr(
    not(feature = "default"),
    allow(
        dead_code,
        unused_imports,
        unused_mut,
        unused_variables,
        reason = "each vendor needs some of what they share"
    )
)]

mod academy;
#[cfg(feature = "accredible")]
pub mod accredible;
#[cfg(feature = "server")]
mod bodies;
mod clock;
#[cfg(feature = "server")]
mod connections;
#[cfg(feature = "server")]
mod control;
#[cfg(feature = "server")]
mod courier;
#[cfg(feature = "coursepath")]
pub mod coursepath;
#[cfg(feature = "damstra")]
pub mod damstra;
mod exchange;
#[cfg(feature = "falkor")]
pub mod falkor;
mod fault;
#[cfg(feature = "server")]
mod guard;
mod late;
#[cfg(feature = "namecoach")]
pub mod namecoach;
mod names;
mod router;
mod sandbox;
#[cfg(feature = "server")]
mod server;
mod settings;
mod transport;
mod vendors;
mod webhooks;

pub use exchange::LoggedRequest;
pub use fault::{Fault, FaultKind};
pub use sandbox::{Sandbox, SandboxClock, Start};
#[cfg(feature = "server")]
pub use server::Server;
pub use settings::TrailingQuota;
/// What the command's listener for events shares with the server.
#[cfg(feature = "server")]
#[doc(hidden)]
pub mod serving {
    pub use crate::bodies::{Bodies, BodyRejection, WholeBody};
    pub use crate::connections::{Limits, serve};
}
pub use transport::SandboxTransport;
pub use vendors::Settings;
pub use webhooks::{Delivery, DeliveryState, RegisteredWebhook, Webhook};
