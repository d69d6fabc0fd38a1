//! The signals that end an apply.

use crate::failure::Failure;

/// The exit code after an interrupt, as shells have it.
pub(super) const INTERRUPTED: u8 = 130;

/// The exit code after a termination.
#[cfg(unix)]
const TERMINATED: u8 = 143;

/// Interrupts, and terminations where there are any. They are caught as long as this is there.
#[cfg(unix)]
pub(super) struct Signals {
    interrupts: tokio::signal::unix::Signal,
    terminations: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    pub(super) fn new() -> Result<Self, Failure> {
        use tokio::signal::unix::{SignalKind, signal};
        let fault = |error| Failure::internal(format!("cannot listen for signals: {error}"));
        let interrupts = signal(SignalKind::interrupt()).map_err(fault)?;
        Ok(Self { interrupts, terminations: signal(SignalKind::terminate()).map_err(fault)? })
    }

    /// Waits for a signal, and returns its exit code.
    pub(super) async fn next(&mut self) -> u8 {
        use futures_util::future::{Either, select};
        let (interrupt, termination) =
            (std::pin::pin!(self.interrupts.recv()), std::pin::pin!(self.terminations.recv()));
        match select(interrupt, termination).await {
            Either::Left(_) => INTERRUPTED,
            Either::Right(_) => TERMINATED,
        }
    }
}

#[cfg(not(unix))]
pub(super) struct Signals;

#[cfg(not(unix))]
impl Signals {
    pub(super) fn new() -> Result<Self, Failure> {
        Ok(Self)
    }

    /// Waits for a signal, and returns its exit code.
    pub(super) async fn next(&mut self) -> u8 {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
        INTERRUPTED
    }
}
