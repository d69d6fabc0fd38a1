//! A transport that answers from a script.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::{StreamExt, stream};
use http::HeaderValue;
use http::header::{CONTENT_TYPE, HeaderName};

use crate::transport::{
    Body, BoxError, Bytes, Request, Response, StatusCode, Transport, TransportError, async_trait,
};

/// The answer or error for one request.
#[derive(Debug)]
pub struct Step {
    after: Duration,
    event: Event,
}

#[derive(Debug)]
enum Event {
    Answer(Response<Bytes>, End),
    Fail(TransportError),
    Hang,
}

/// How the body of an answer ends.
#[derive(Debug, Clone, Copy)]
enum End {
    Whole,
    CutShort,
    Stalled,
}

impl Step {
    /// An answer with a JSON content type.
    ///
    /// # Panics
    ///
    /// The status is invalid.
    #[must_use]
    pub fn answer(status: u16, body: impl Into<Bytes>) -> Self {
        let mut answer = Response::new(body.into());
        *answer.status_mut() = known(status);
        let step = Self { after: Duration::ZERO, event: Event::Answer(answer, End::Whole) };
        step.header("content-type", "application/json")
    }

    /// An answer whose body is cut short.
    ///
    /// # Panics
    ///
    /// The status is invalid.
    #[must_use]
    pub fn cut_short(status: u16) -> Self {
        Self::answer(status, "{").ending(End::CutShort)
    }

    /// An answer whose body stalls after its first chunk.
    ///
    /// # Panics
    ///
    /// The status is invalid.
    #[must_use]
    pub fn stalled(status: u16) -> Self {
        Self::answer(status, "{").ending(End::Stalled)
    }

    fn ending(mut self, end: End) -> Self {
        if let Event::Answer(_, its_end) = &mut self.event {
            *its_end = end;
        }
        self
    }

    /// The connection is refused.
    #[must_use]
    pub fn refused() -> Self {
        let error = TransportError::NotSent("connection refused".into());
        Self { after: Duration::ZERO, event: Event::Fail(error) }
    }

    /// No answer arrives. The request may have reached the vendor.
    #[must_use]
    pub fn lost() -> Self {
        let error = TransportError::Lost("connection closed before message completed".into());
        Self { after: Duration::ZERO, event: Event::Fail(error) }
    }

    /// No answer arrives, and no error.
    #[must_use]
    pub fn hang() -> Self {
        Self { after: Duration::ZERO, event: Event::Hang }
    }

    /// Adds or replaces a header of the answer.
    ///
    /// # Panics
    ///
    /// The value is invalid, or the step is not an answer.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let Event::Answer(answer, _) = &mut self.event else { panic!("only an answer carries headers") };
        let Ok(value) = HeaderValue::from_str(value) else { panic!("{value:?} is no header value") };
        let name = if name == "content-type" { CONTENT_TYPE } else { HeaderName::from_static(name) };
        answer.headers_mut().insert(name, value);
        self
    }

    /// Delays the answer or the error.
    #[must_use]
    pub fn after(mut self, wait: Duration) -> Self {
        self.after = wait;
        self
    }
}

fn known(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or_else(|_| panic!("{status} is no status"))
}

/// A transport that answers from a script, step by step, and records the requests. Clones share both.
#[derive(Clone)]
pub struct Scripted(Arc<Mutex<State>>);

impl fmt::Debug for Scripted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scripted").finish_non_exhaustive()
    }
}

struct State {
    steps: VecDeque<Step>,
    requests: Vec<Request<Bytes>>,
}

impl Scripted {
    /// A transport with these steps. After the last one, requests fail with [`TransportError::NotSent`].
    #[must_use]
    pub fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        let state = State { steps: steps.into_iter().collect(), requests: Vec::new() };
        Self(Arc::new(Mutex::new(state)))
    }

    /// The requests so far.
    #[must_use]
    pub fn requests(&self) -> Vec<Request<Bytes>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).requests.clone()
    }
}

#[async_trait]
impl Transport for Scripted {
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Body>, TransportError> {
        let step = {
            let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            state.requests.push(request);
            state.steps.pop_front()
        };
        let Some(Step { after, event }) = step else {
            return Err(TransportError::NotSent("the script has no further step".into()));
        };
        if !after.is_zero() {
            tokio::time::sleep(after).await;
        }
        match event {
            Event::Answer(answer, end) => Ok(answer.map(|body| match end {
                End::Whole => body.into(),
                End::CutShort => {
                    let error = BoxError::from("end of file before message length reached");
                    Body::from_stream(stream::iter([Ok(body), Err(error)]))
                }
                End::Stalled => {
                    let body = stream::iter([Ok::<_, BoxError>(body)]);
                    Body::from_stream(body.chain(stream::pending()))
                }
            })),
            Event::Fail(error) => Err(error),
            Event::Hang => std::future::pending().await,
        }
    }
}
