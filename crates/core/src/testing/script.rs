//! A transport that answers from a script.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderValue, Request, Response, StatusCode};

use crate::transport::{BodyFault, BoxError, Transport, TransportError};

/// What becomes of one request.
#[derive(Debug)]
pub struct Step {
    after: Duration,
    what: What,
}

#[derive(Debug)]
enum What {
    Answer(Response<Bytes>),
    CutShort(StatusCode),
    Fail(TransportError),
    Hang,
}

impl Step {
    /// An answer with a JSON content type.
    ///
    /// # Panics
    ///
    /// The status is not one.
    #[must_use]
    pub fn answer(status: u16, body: impl Into<Bytes>) -> Self {
        let mut answer = Response::new(body.into());
        *answer.status_mut() = known(status);
        Self { after: Duration::ZERO, what: What::Answer(answer) }.header("content-type", "application/json")
    }

    /// An answer whose body is cut short.
    ///
    /// # Panics
    ///
    /// The status is not one.
    #[must_use]
    pub fn cut_short(status: u16) -> Self {
        Self { after: Duration::ZERO, what: What::CutShort(known(status)) }
    }

    /// The request never reaches anyone.
    #[must_use]
    pub fn refused() -> Self {
        let error = TransportError::NotSent("connection refused".into());
        Self { after: Duration::ZERO, what: What::Fail(error) }
    }

    /// No answer arrives, and whether the request did is not known.
    #[must_use]
    pub fn lost() -> Self {
        let error = TransportError::Lost("connection closed before message completed".into());
        Self { after: Duration::ZERO, what: What::Fail(error) }
    }

    /// Nothing ever happens.
    #[must_use]
    pub fn hang() -> Self {
        Self { after: Duration::ZERO, what: What::Hang }
    }

    /// Adds or replaces a header of the answer.
    ///
    /// # Panics
    ///
    /// The value is not one, or there is no answer to carry it.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: &str) -> Self {
        let What::Answer(answer) = &mut self.what else { panic!("only an answer carries headers") };
        let Ok(value) = HeaderValue::from_str(value) else { panic!("{value:?} is no header value") };
        let name = if name == "content-type" { CONTENT_TYPE } else { HeaderName::from_static(name) };
        answer.headers_mut().insert(name, value);
        self
    }

    /// Takes this long.
    #[must_use]
    pub fn after(mut self, wait: Duration) -> Self {
        self.after = wait;
        self
    }
}

fn known(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or_else(|_| panic!("{status} is no status"))
}

/// A transport that answers from a script, step by step, and keeps the requests. Clones share both.
#[derive(Debug, Clone)]
pub struct Scripted(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    steps: VecDeque<Step>,
    requests: Vec<Request<Bytes>>,
}

impl Scripted {
    /// A transport that takes these steps. A request beyond them never reaches anyone.
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
    async fn send(&self, request: Request<Bytes>) -> Result<Response<Bytes>, TransportError> {
        let step = {
            let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            state.requests.push(request);
            state.steps.pop_front()
        };
        let Some(Step { after, what }) = step else {
            return Err(TransportError::NotSent("the script has no further step".into()));
        };
        if !after.is_zero() {
            tokio::time::sleep(after).await;
        }
        match what {
            What::Answer(answer) => Ok(answer),
            What::CutShort(status) => {
                let fault = BodyFault::CutShort(BoxError::from("end of file before message length reached"));
                Err(TransportError::Body { status, headers: Box::default(), fault })
            }
            What::Fail(error) => Err(error),
            What::Hang => std::future::pending().await,
        }
    }
}
