//! Processes that are killed: at a request, or while a line of the journal is written.

use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use http::{Request, Response};
use tassel_core::kit::Bytes;
use tassel_core::transport::{Body, Transport, TransportError};
use tassel_issuing::journal::Storage;
use tokio::sync::Notify;

/// Where a process is killed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kill {
    /// Before the request with this number, from 1, leaves.
    BeforeSend(u64),
    /// After the vendor acted on it, and before its answer arrives.
    BeforeAnswer(u64),
    /// Before the line with this number, from 1, is written.
    BeforeLine(u64),
    /// Inside of it.
    InLine(u64),
    /// After it is written, and before anything else happens.
    AfterLine(u64),
    /// Never.
    Never,
}

/// A process that is killed once.
#[derive(Debug, Clone)]
pub struct Process(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    kill: Mutex<Kill>,
    requests: AtomicU64,
    lines: AtomicU64,
    killed: Notify,
}

impl Process {
    pub fn new(kill: Kill) -> Self {
        let kill = Mutex::new(kill);
        Self(Arc::new(Inner {
            kill,
            requests: AtomicU64::new(0),
            lines: AtomicU64::new(0),
            killed: Notify::new(),
        }))
    }

    /// Returns when it is killed.
    pub async fn killed(&self) {
        self.0.killed.notified().await;
    }

    fn kill(&self) -> Kill {
        *self.0.kill.lock().unwrap()
    }

    async fn die(&self) {
        self.0.killed.notify_one();
        std::future::pending::<()>().await;
    }
}

/// The connection of a process.
#[derive(Debug)]
pub struct Wire<T> {
    pub process: Arc<Mutex<Process>>,
    pub vendor: T,
}

#[async_trait]
impl<T: Transport> Transport for Wire<T> {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let process = self.process.lock().unwrap().clone();
        let number = process.0.requests.fetch_add(1, Ordering::Relaxed) + 1;
        if process.kill() == Kill::BeforeSend(number) {
            process.die().await;
        }
        let answer = self.vendor.send(request).await;
        if process.kill() == Kill::BeforeAnswer(number) {
            process.die().await;
        }
        answer
    }
}

/// The disk of a process.
#[derive(Debug)]
pub struct Disk {
    pub process: Process,
    pub file: Box<dyn Storage>,
}

impl Storage for Disk {
    fn append(&mut self, line: &[u8]) -> io::Result<()> {
        let number = self.process.0.lines.fetch_add(1, Ordering::Relaxed) + 1;
        let dead = || io::Error::other("the process is dead");
        match self.process.kill() {
            Kill::BeforeLine(at) if number >= at => Err(dead()),
            Kill::InLine(at) if number == at => {
                self.file.append(&line[..line.len() / 2])?;
                Err(dead())
            }
            Kill::AfterLine(at) if number == at => {
                self.file.append(line)?;
                Err(dead())
            }
            _ => self.file.append(line),
        }
    }

    /// A line that was written is there after the end of a process, synced or not.
    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}
