//! Reads the body of an answer, within the attempt's timeout and the limits of the call.

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use futures_util::stream;
use http::{HeaderMap, Request, Response, StatusCode};
use tokio::time::{Instant, Sleep, sleep_until, timeout, timeout_at};

use super::{Attempt, Throttle};
use crate::transport::{Body, BodyError, CallContext, Decoder, TransportError};

/// The most of an error body that is read, in bytes. The rest is cut.
pub(crate) const ERROR_BODY_LIMIT: usize = 256 << 10;

/// The layer that reads bodies. It returns a body whole, or as a stream with the same limits if the call asks for one.
#[derive(Debug)]
pub(crate) struct Gather {
    inner: Throttle,
}

impl Gather {
    pub(crate) fn new(inner: Throttle) -> Self {
        Self { inner }
    }

    pub(super) async fn send(&self, call: &Arc<CallContext>, request: Request<Bytes>) -> Attempt {
        let late = || format!("no data arrived for {} s", call.limits.attempt_timeout.as_secs_f64());
        let (answer, sent) = self.head(call, request).await.ok_or_else(|| TransportError::lost(late()))?;
        let (mut parts, body) = answer?.into_parts();
        call.answer(parts.status);
        let failed = |headers: HeaderMap, error| TransportError::Body {
            status: parts.status,
            headers: Box::new(headers),
            error,
        };
        let is_error = is_error(call, parts.status);
        let mut decoder = match Decoder::new(&parts.headers, body) {
            Ok(decoder) => decoder,
            Err(error) => return Err(failed(parts.headers, error)),
        };
        if call.limits.stream && !is_error {
            let body = limited(decoder, call.limits.max_body, call.limits.attempt_timeout);
            return Ok(Response::from_parts(parts, body));
        }
        let limit = if is_error { ERROR_BODY_LIMIT.min(call.limits.max_body) } else { call.limits.max_body };
        let read =
            timeout_at(sent + call.limits.attempt_timeout, gather(&mut decoder, limit, is_error)).await;
        match read.unwrap_or_else(|_| Err(BodyError::CutShort(late().into()))) {
            Ok((body, is_cut)) => {
                if is_cut {
                    parts.extensions.insert(Cut);
                }
                Ok(Response::from_parts(parts, body.into()))
            }
            Err(error) => Err(failed(parts.headers, error)),
        }
    }

    /// The head of the answer, and the time the request was sent. `None` after the attempt's timeout, which begins when
    /// the request is handed to the transport.
    async fn head(&self, call: &Arc<CallContext>, request: Request<Bytes>) -> Option<(Attempt, Instant)> {
        let mut sending = pin!(self.inner.send(call, request));
        let mut timer: Option<Pin<Box<Sleep>>> = None;
        let mut sent = None;
        poll_fn(|context| {
            let attempt = sending.as_mut().poll(context);
            sent = call.sent_at().or(sent);
            if let Poll::Ready(attempt) = attempt {
                return Poll::Ready(Some((attempt, sent.unwrap_or_else(Instant::now))));
            }
            let Some(sent) = sent else { return Poll::Pending };
            let timer =
                timer.get_or_insert_with(|| Box::pin(sleep_until(sent + call.limits.attempt_timeout)));
            timer.as_mut().poll(context).map(|()| None)
        })
        .await
    }
}

/// Marks an answer whose body was cut at the limit of error bodies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cut;

/// Whether a status carries an error, and not a result.
fn is_error(call: &CallContext, status: StatusCode) -> bool {
    !status.is_success() && !call.operation().success.contains(&status.as_u16())
}

/// Reads a body up to the limit. A longer one is cut where `may_cut`, and an error otherwise.
async fn gather(decoder: &mut Decoder, limit: usize, may_cut: bool) -> Result<(Bytes, bool), BodyError> {
    let announced = usize::try_from(decoder.size().unwrap_or(0)).unwrap_or(usize::MAX);
    if announced > limit && !may_cut {
        return Err(BodyError::TooLarge { limit });
    }
    let Some(first) = decoder.chunk().await? else { return Ok((Bytes::new(), false)) };
    let mut body = first;
    let mut next = if body.len() > limit { None } else { decoder.chunk().await? };
    if let Some(second) = &next {
        // Most bodies arrive in one chunk and need no copy.
        let mut whole = BytesMut::with_capacity(announced.min(limit).max(body.len() + second.len()));
        whole.extend_from_slice(&body);
        while let Some(chunk) = next {
            whole.extend_from_slice(&chunk);
            next = if whole.len() > limit { None } else { decoder.chunk().await? };
        }
        body = whole.freeze();
    }
    match body.len() > limit {
        true if may_cut => Ok((body.slice(..limit), true)),
        true => Err(BodyError::TooLarge { limit }),
        false => Ok((body, false)),
    }
}

/// A body as a stream: at most so many bytes, each chunk within the timeout.
fn limited(decoder: Decoder, limit: usize, idle: Duration) -> Body {
    Body::from_stream(stream::try_unfold((decoder, 0_usize), move |(mut decoder, read)| async move {
        let late = |_| {
            let text = format!("no data arrived for {} s", idle.as_secs_f64());
            BodyError::CutShort(text.into())
        };
        let chunk = timeout(idle, decoder.chunk()).await.map_err(late)??;
        let Some(chunk) = chunk else { return Ok(None) };
        let read = read + chunk.len();
        if read > limit { Err(BodyError::TooLarge { limit }) } else { Ok(Some((chunk, (decoder, read)))) }
    }))
}
