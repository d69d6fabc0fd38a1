//! Bodies of requests, read within limits.

use std::borrow::Cow;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http_body::Body;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

/// The maximum bytes of request bodies and large answers in flight.
const MAX_TOGETHER: u32 = 128 << 20;

/// Reads bodies of requests: each within a timeout and up to a size, and all in flight up to a common size.
#[derive(Debug)]
pub struct Bodies {
    io_timeout: Duration,
    /// One permit per byte of [`MAX_TOGETHER`].
    room: Arc<Semaphore>,
}

/// A whole body. Its bytes count as in flight until it is dropped.
#[derive(Debug, Default)]
pub struct WholeBody {
    /// The bytes.
    pub bytes: Bytes,
    room: Option<OwnedSemaphorePermit>,
}

impl WholeBody {
    /// The bytes, and the permits to hold while they are in use.
    pub(crate) fn into_parts(self) -> (Bytes, Option<OwnedSemaphorePermit>) {
        (self.bytes, self.room)
    }
}

/// Why a body was not read to its end. The connection must be closed after the answer.
#[derive(Debug)]
pub struct BodyRejection {
    /// The status of the answer.
    pub status: u16,
    /// The text of the answer, a line.
    pub text: Cow<'static, str>,
}

impl BodyRejection {
    fn new(status: u16, text: impl Into<Cow<'static, str>>) -> Self {
        Self { status, text: text.into() }
    }
}

impl Bodies {
    /// Bodies that must arrive within this time.
    #[must_use]
    pub fn new(io_timeout: Duration) -> Self {
        Self { io_timeout, room: Arc::new(Semaphore::new(MAX_TOGETHER as usize)) }
    }

    /// Reads a body of at most so many bytes.
    ///
    /// # Errors
    ///
    /// The body is late, too large or broke off, or too many bytes are in flight.
    pub async fn read(&self, body: Incoming, most: usize) -> Result<WholeBody, BodyRejection> {
        if body.is_end_stream() {
            return Ok(WholeBody::default());
        }
        // Boxed: most requests have no body, and the future is large.
        timeout(self.io_timeout, Box::pin(self.gather(body, most))).await.unwrap_or_else(|_| {
            Err(BodyRejection::new(408, "The body did not arrive in time. Send it without pauses.\n"))
        })
    }

    async fn gather(&self, mut body: Incoming, most: usize) -> Result<WholeBody, BodyRejection> {
        // A frame keeps its whole read buffer alive, so several frames are copied into one buffer.
        let (mut first, mut copied, mut size, mut room) = (Bytes::new(), Vec::new(), 0, None);
        while let Some(frame) = body.frame().await {
            let Ok(frame) = frame else {
                return Err(BodyRejection::new(400, "The body broke off. Send it again.\n"));
            };
            let Ok(part) = frame.into_data() else { continue };
            size += part.len();
            if size > most {
                let text = format!("The body is larger than {} MiB.\n", most >> 20);
                return Err(BodyRejection::new(413, text));
            }
            let more = self.take_room(part.len())?;
            match &mut room {
                None => room = Some(more),
                Some(room) => room.merge(more),
            }
            if size == part.len() {
                first = part;
            } else {
                copied.extend_from_slice(&std::mem::take(&mut first));
                copied.extend_from_slice(&part);
            }
        }
        Ok(WholeBody { bytes: if copied.is_empty() { first } else { copied.into() }, room })
    }

    /// Permits for so many bytes, or the rejection. A size above [`MAX_TOGETHER`] takes all permits.
    pub(crate) fn take_room(&self, bytes: usize) -> Result<OwnedSemaphorePermit, BodyRejection> {
        let bytes = u32::try_from(bytes).unwrap_or(MAX_TOGETHER).min(MAX_TOGETHER);
        Arc::clone(&self.room).try_acquire_many_owned(bytes).map_err(|_| {
            let text = "Other large bodies are in flight. Read the answers and try again.\n";
            BodyRejection::new(503, text)
        })
    }
}
