//! A transport that records requests and answers.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::stream;
use tokio::time::Instant;

use crate::transport::{
    Body, BoxError, Bytes, Request, Response, StatusCode, Transport, TransportError, async_trait,
};

/// One request and its answer.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Exchange {
    /// When the request was sent.
    pub at: Instant,
    /// The request as it was sent, credentials included.
    pub request: Request<Bytes>,
    /// The answer, with as much of its body as was read, or the text of the error.
    pub result: Result<Response<Bytes>, String>,
}

impl Exchange {
    /// The status of the answer, if there was one.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.result.as_ref().ok().map(Response::status)
    }
}

/// A transport that passes requests on and records them. Clones share the recording.
#[derive(Debug, Clone)]
pub struct Recorder {
    inner: Arc<dyn Transport>,
    exchanges: Arc<Mutex<Vec<Exchange>>>,
}

impl Recorder {
    /// Wraps a transport.
    #[must_use]
    pub fn new(inner: impl Transport) -> Self {
        Self { inner: Arc::new(inner), exchanges: Arc::default() }
    }

    /// The exchanges so far, in the order in which their heads arrived.
    #[must_use]
    pub fn exchanges(&self) -> Vec<Exchange> {
        self.lock().clone()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Exchange>> {
        self.exchanges.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Records each chunk of a body as it is read.
    fn record(self, number: usize, body: Body) -> Body {
        Body::from_stream(stream::try_unfold((self, body), move |(recorder, mut body)| async move {
            let chunk = body.chunk().await?;
            if let Some(chunk) = &chunk
                && let Some(Exchange { result: Ok(answer), .. }) = recorder.lock().get_mut(number)
            {
                let read = [answer.body().as_ref(), chunk.as_ref()].concat();
                *answer.body_mut() = read.into();
            }
            Ok::<_, BoxError>(chunk.map(|chunk| (chunk, (recorder, body))))
        }))
    }
}

#[async_trait]
impl Transport for Recorder {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let at = Instant::now();
        let result = self.inner.send(request.clone()).await;
        let head = |answer: &Response<Body>| {
            let mut head = Response::new(Bytes::new());
            (*head.status_mut(), *head.headers_mut()) = (answer.status(), answer.headers().clone());
            head
        };
        let recorded = result.as_ref().map(head).map_err(ToString::to_string);
        let number = {
            let mut exchanges = self.lock();
            exchanges.push(Exchange { at, request, result: recorded });
            exchanges.len() - 1
        };
        result.map(|answer| answer.map(|body| self.clone().record(number, body)))
    }
}
