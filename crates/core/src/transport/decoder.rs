//! Reads a body chunk by chunk: its content encoding, its announced length and its limit.

use bytes::{Buf, Bytes};
use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{HeaderMap, HeaderValue};

use super::{Body, BodyError};

/// The `Accept-Encoding` of requests.
pub(crate) const ACCEPT_ENCODING: HeaderValue =
    HeaderValue::from_static(if cfg!(feature = "gzip") { "gzip" } else { "identity" });

/// The largest factor by which a body may inflate, after the first [`INFLATION_FREE`] bytes.
const MAX_INFLATION: u64 = 100;

const INFLATION_FREE: u64 = 1 << 20;

/// The bytes that are inflated at once. Gzip inflates by at most 1,032, so one slice adds about half a MiB.
const SLICE: usize = 512;

/// A body that is being read.
pub(crate) struct Decoder {
    body: Body,
    /// The length that the headers announce, in bytes on the wire.
    announced: Option<u64>,
    received: u64,
    decoded: u64,
    gzip: Option<gzip::Inflater>,
    /// Bytes from the wire that are not inflated yet.
    pending: Bytes,
    ended: bool,
}

impl Decoder {
    pub(crate) fn new(headers: &HeaderMap, body: Body) -> Result<Self, BodyError> {
        let gzip = match headers.get(CONTENT_ENCODING).map(HeaderValue::as_bytes) {
            None | Some(b"identity" | b"") => None,
            Some(encoding) if encoding.eq_ignore_ascii_case(b"gzip") || encoding == b"x-gzip" => {
                Some(gzip::Inflater::new()?)
            }
            Some(_) => return Err(BodyError::Encoding("its content encoding was not requested".into())),
        };
        let announced =
            headers.get(CONTENT_LENGTH).and_then(|value| value.to_str().ok()?.trim().parse().ok());
        Ok(Self { body, announced, received: 0, decoded: 0, gzip, pending: Bytes::new(), ended: false })
    }

    /// The size of the body in bytes, if the headers announce it.
    pub(crate) fn size(&self) -> Option<u64> {
        self.announced.filter(|_| self.gzip.is_none())
    }

    /// The next chunk, decoded, or `None` at the end.
    pub(crate) async fn chunk(&mut self) -> Result<Option<Bytes>, BodyError> {
        loop {
            if !self.pending.is_empty()
                && let Some(gzip) = &mut self.gzip
            {
                let slice = self.pending.split_to(self.pending.len().min(SLICE));
                let chunk = gzip.push(&slice)?;
                self.decoded += chunk.len() as u64;
                let inflated = self.received - self.pending.remaining() as u64;
                if self.decoded > INFLATION_FREE && self.decoded > MAX_INFLATION * inflated {
                    return Err(BodyError::Inflated { factor: MAX_INFLATION });
                }
                if !chunk.is_empty() {
                    return Ok(Some(chunk));
                }
                continue;
            }
            if self.ended {
                return Ok(None);
            }
            let Some(chunk) = self.body.chunk().await.map_err(BodyError::CutShort)? else {
                self.ended = true;
                return self.finish().map(|rest| Some(rest).filter(|rest| !rest.is_empty()));
            };
            self.received += chunk.len() as u64;
            match self.gzip {
                Some(_) => self.pending = chunk,
                None if chunk.is_empty() => {}
                None => return Ok(Some(chunk)),
            }
        }
    }

    /// Checks that the body is whole. Returns the bytes that the decoder still holds.
    fn finish(&mut self) -> Result<Bytes, BodyError> {
        if let Some(announced) = self.announced.filter(|announced| self.received < *announced) {
            let text = format!("{} of {announced} bytes arrived", self.received);
            return Err(BodyError::CutShort(text.into()));
        }
        match &mut self.gzip {
            // A HEAD or a 204 may name an encoding and have no body.
            Some(gzip) if self.received > 0 => gzip.finish(),
            _ => Ok(Bytes::new()),
        }
    }
}

#[cfg(feature = "gzip")]
mod gzip {
    use std::io::Write;

    use bytes::Bytes;
    use flate2::write::MultiGzDecoder;

    use crate::transport::BodyError;

    pub(super) struct Inflater(MultiGzDecoder<Vec<u8>>);

    impl Inflater {
        #[expect(clippy::unnecessary_wraps, reason = "without the feature it fails")]
        pub(super) fn new() -> Result<Self, BodyError> {
            Ok(Self(MultiGzDecoder::new(Vec::new())))
        }

        pub(super) fn push(&mut self, slice: &[u8]) -> Result<Bytes, BodyError> {
            self.0.write_all(slice).map_err(|error| BodyError::Encoding(error.into()))?;
            Ok(std::mem::take(self.0.get_mut()).into())
        }

        pub(super) fn finish(&mut self) -> Result<Bytes, BodyError> {
            self.0.try_finish().map_err(|error| BodyError::CutShort(error.into()))?;
            Ok(std::mem::take(self.0.get_mut()).into())
        }
    }
}

#[cfg(not(feature = "gzip"))]
mod gzip {
    use bytes::Bytes;

    use crate::transport::BodyError;

    pub(super) enum Inflater {}

    impl Inflater {
        pub(super) fn new() -> Result<Self, BodyError> {
            Err(BodyError::Encoding("it is compressed, and this build lacks the feature `gzip`".into()))
        }

        pub(super) fn push(&mut self, _: &[u8]) -> Result<Bytes, BodyError> {
            match *self {}
        }

        pub(super) fn finish(&mut self) -> Result<Bytes, BodyError> {
            match *self {}
        }
    }
}
