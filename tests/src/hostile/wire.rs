//! A transport that gives the same answers in turn, for ever, and keeps the requests.

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use http::{Request, Response};
use tassel_core::kit::Bytes;
use tassel_core::transport::{Body, Transport, TransportError};
use tokio::time::Instant;

#[derive(Debug, Clone)]
pub(crate) struct Canned(Arc<State>);

#[derive(Debug)]
struct State {
    answers: Vec<Response<Bytes>>,
    requests: Mutex<Vec<(Instant, Request<Bytes>)>>,
}

impl Canned {
    pub(crate) fn new(answers: Vec<Response<Bytes>>) -> Self {
        Self(Arc::new(State { answers, requests: Mutex::default() }))
    }

    /// The requests so far, and when each came.
    pub(crate) fn requests(&self) -> Vec<(Instant, Request<Bytes>)> {
        self.0.requests.lock().unwrap().clone()
    }
}

#[async_trait]
impl Transport for Canned {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let mut requests = self.0.requests.lock().unwrap();
        let answer = &self.0.answers[requests.len() % self.0.answers.len()];
        requests.push((Instant::now(), request));
        Ok(answer.clone().map(Body::from))
    }
}

/// Runs on a clock that stands still, except where everybody waits.
pub(crate) fn run<T>(future: impl Future<Output = T>) -> T {
    thread_local! {
        static RUNTIME: tokio::runtime::Runtime =
            tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build().unwrap();
    }
    RUNTIME.with(|runtime| runtime.block_on(future))
}
