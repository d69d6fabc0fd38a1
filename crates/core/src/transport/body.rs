//! The body of an answer, as a stream of bytes.

use std::fmt;

use bytes::{Bytes, BytesMut};
use futures_core::stream::{BoxStream, Stream};
use futures_util::{StreamExt, TryStreamExt};

use super::{BodyError, BoxError};

/// The body of an answer: bytes that arrive in chunks.
///
/// A transport makes one from bytes it has (`Body::from`) or from a stream ([`Body::from_stream`]). Core applies
/// limits, timeouts and content encodings; a transport passes on the bytes it receives.
pub struct Body(Chunks);

enum Chunks {
    Whole(Bytes),
    Stream(BoxStream<'static, Result<Bytes, BoxError>>),
}

impl Body {
    /// A body that arrives as a stream. An error is its last item and means that the body was cut short.
    pub fn from_stream<E: Into<BoxError> + 'static>(
        stream: impl Stream<Item = Result<Bytes, E>> + Send + 'static,
    ) -> Self {
        Self(Chunks::Stream(stream.map_err(Into::into).boxed()))
    }

    /// The next chunk, or `None` at the end.
    ///
    /// # Errors
    ///
    /// The connection failed before the body ended.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, BoxError> {
        match &mut self.0 {
            Chunks::Whole(bytes) if bytes.is_empty() => Ok(None),
            Chunks::Whole(bytes) => Ok(Some(std::mem::take(bytes))),
            Chunks::Stream(stream) => stream.next().await.transpose(),
        }
    }

    /// The whole body, as it arrives on the wire.
    ///
    /// # Errors
    ///
    /// The body was cut short, or is larger than `limit` bytes.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, BodyError> {
        let mut whole = BytesMut::new();
        while let Some(chunk) = self.chunk().await.map_err(BodyError::CutShort)? {
            if chunk.len() > limit - whole.len() {
                return Err(BodyError::TooLarge { limit });
            }
            whole.extend_from_slice(&chunk);
        }
        Ok(whole.freeze())
    }

    /// The bytes of a body that is not a stream.
    pub(crate) fn into_whole(self) -> Option<Bytes> {
        match self.0 {
            Chunks::Whole(bytes) => Some(bytes),
            Chunks::Stream(_) => None,
        }
    }
}

impl<T: Into<Bytes>> From<T> for Body {
    fn from(bytes: T) -> Self {
        Self(Chunks::Whole(bytes.into()))
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::from(Bytes::new())
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Chunks::Whole(bytes) => write!(f, "Body({} bytes)", bytes.len()),
            Chunks::Stream(_) => f.write_str("Body(stream)"),
        }
    }
}
