#![doc = include_str!("../README.md")]

mod base_url;
mod call;
mod client;
mod cursor;
mod decode;
mod draft;
pub mod error;
pub mod kit;
mod layers;
mod limits;
mod mask;
pub mod operation;
mod options;
mod outcome;
pub mod paging;
pub mod quota;
mod reply;
mod response;
#[cfg(feature = "testing")]
pub mod testing;
pub mod transport;
pub mod values;
mod wait;
pub mod webhook;

pub use call::Call;
pub use client::Client;
pub use error::Error;
pub use layers::RetryPolicy;
pub use options::{CallOptions, ClientOptions};
pub use wait::Wait;
