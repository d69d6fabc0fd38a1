//! One call: a draft, a client and a reader of the reply.

use std::fmt;
use std::future::IntoFuture;
use std::io::Write;
use std::sync::Arc;

use bytes::Bytes;
use futures_core::future::BoxFuture;
use http::{HeaderMap, Method, Request, StatusCode};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tokio::time::timeout_at;

use crate::client::Client;
use crate::decode::{self, DecodeError};
use crate::draft::Draft;
use crate::error::{Error, RawResponse};
use crate::operation::{Operation, Safety};
use crate::options::CallOptions;
use crate::reply::{File, Reply, Rewritten};
use crate::response::Response;
use crate::transport::{Body, BodyError, CallContext, TransportError};

/// A call that is ready to be sent: await it, or [`send`](Self::send) it.
///
/// It owns a clone of its client, so it can be spawned. Nothing happens until it is sent.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<T> {
    client: Client,
    draft: Draft,
    options: CallOptions,
    reader: Reader<T>,
    /// The largest number of items in a page.
    max_items: Option<u64>,
}

/// Reads a reply.
enum Reader<T> {
    Reply {
        read: fn(&'static Operation, &RawResponse) -> Result<T, DecodeError>,
        not_found: Option<fn() -> T>,
    },
    Mapped(Arc<dyn ReadMapped<T>>),
}

/// A reader whose value is mapped.
trait ReadMapped<T>: Send + Sync {
    fn read(&self, operation: &'static Operation, answer: &RawResponse) -> Result<T, DecodeError>;

    fn not_found(&self) -> Option<T>;
}

struct MappedReader<T, F> {
    inner: Reader<T>,
    map: F,
}

impl<T, U, F: Fn(T) -> U + Send + Sync> ReadMapped<U> for MappedReader<T, F> {
    fn read(&self, operation: &'static Operation, answer: &RawResponse) -> Result<U, DecodeError> {
        self.inner.read(operation, answer).map(&self.map)
    }

    fn not_found(&self) -> Option<U> {
        self.inner.not_found().map(&self.map)
    }
}

impl<T> Reader<T> {
    fn read(&self, operation: &'static Operation, answer: &RawResponse) -> Result<T, DecodeError> {
        match self {
            Self::Reply { read, .. } => read(operation, answer),
            Self::Mapped(mapped) => mapped.read(operation, answer),
        }
    }

    /// The value of a 404 if an earlier attempt may have removed the record.
    fn not_found(&self) -> Option<T> {
        match self {
            Self::Reply { not_found, .. } => not_found.map(|value| value()),
            Self::Mapped(mapped) => mapped.not_found(),
        }
    }
}

impl<T> Clone for Reader<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Reply { read, not_found } => Self::Reply { read: *read, not_found: *not_found },
            Self::Mapped(mapped) => Self::Mapped(Arc::clone(mapped)),
        }
    }
}

/// A larger body is decoded on another thread, so that the deadline applies to decoding.
const LARGE_BODY: usize = 256 << 10;

impl Draft {
    /// The call of this draft by a client, whose reply is read into `B`.
    pub fn call<B: Reply>(self, client: &Client) -> Call<B::Value> {
        Call {
            client: client.clone(),
            draft: self,
            options: CallOptions::default(),
            reader: Reader::Reply { read: B::read, not_found: B::NOT_FOUND },
            max_items: None,
        }
    }
}

impl Client {
    /// Calls an endpoint that the vendor crate does not model. The path is appended to the base URL.
    ///
    /// Only a `GET` or a `HEAD` is repeated when it fails, unless [`Call::safety`] declares that a repeat is harmless.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the path does not begin with a slash, or would lead elsewhere.
    pub fn call(&self, method: Method, path: &str, body: Option<&Value>) -> Call<Value> {
        let draft = Draft::unlisted(method, path);
        let draft = match body {
            Some(body) => draft.body(body),
            None => draft,
        };
        draft.call::<Value>(self)
    }

    /// Downloads a file whose URL a reply named, such as a PDF. The host may be any: the request has no credentials,
    /// counts in no quota of the vendor, and a redirect is not followed. A file of more than
    /// [`CallOptions::max_body`] bytes is an error; [`Call::send_streamed`] reads it in chunks.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the URL is not `https` (or `http` to this machine, for a client of this machine).
    pub fn download(&self, url: &str) -> Call<File> {
        Draft::download(url).call::<File>(self)
    }

    /// Calls an operation by its table entry. Its reply is read into its model and written back as JSON.
    ///
    /// An operation with path values, a query or a body takes a [`Draft`].
    pub fn operation(&self, draft: impl Into<Draft>) -> Call<Vec<u8>> {
        draft.into().call::<Rewritten>(self)
    }
}

impl<T> Call<T> {
    /// Options of the call, as opposed to fields of the vendor's API.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    pub(crate) fn operation(&self) -> &'static Operation {
        self.draft.operation()
    }

    /// The largest number of items in a page.
    pub(crate) fn max_items(mut self, items: u64) -> Self {
        self.max_items = Some(items);
        self
    }

    /// Maps the value of the call.
    pub fn map<U>(self, map: impl Fn(T) -> U + Send + Sync + 'static) -> Call<U>
    where
        T: 'static,
    {
        Call {
            client: self.client,
            draft: self.draft,
            options: self.options,
            reader: Reader::Mapped(Arc::new(MappedReader { inner: self.reader, map })),
            max_items: self.max_items,
        }
    }

    /// The request as it would be sent, without the credentials, which each attempt adds.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the input was refused.
    pub fn request(&self) -> Result<Request<Bytes>, Error> {
        self.client.request(&self.draft)
    }

    /// Sends the call and returns the answer as a stream, for a file or a reply that is larger than memory. A rejection
    /// is an error, as for [`send`](Self::send). A body that is cut short is not requested again.
    ///
    /// # Errors
    ///
    /// As for [`Call::send`].
    pub async fn send_streamed(self) -> Result<Download, Error> {
        let (call, answer) = self.client.exchange(&self.draft, &self.options, true).await?;
        let (parts, body) = answer.into_parts();
        if parts.status.is_success() || self.draft.operation().success.contains(&parts.status.as_u16()) {
            return Ok(Download {
                status: parts.status,
                headers: parts.headers,
                client: self.client,
                call,
                body,
            });
        }
        Err(self.client.rejected(&call, raw(http::Response::from_parts(parts, body))))
    }
}

impl<T: Send + 'static> Call<T> {
    /// Sends the call and returns the value.
    ///
    /// # Errors
    ///
    /// See the kinds of [`Error`].
    pub async fn send(self) -> Result<T, Error> {
        Ok(self.send_raw().await?.value)
    }

    /// Sends the call and returns the value, or `None` where the vendor has no such record.
    ///
    /// # Errors
    ///
    /// As for [`Call::send`], without [`Error::NotFound`].
    pub async fn send_opt(self) -> Result<Option<T>, Error> {
        match self.send().await {
            Ok(value) => Ok(Some(value)),
            Err(Error::NotFound(_)) => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Sends the call and returns the value together with the answer it was read from.
    ///
    /// # Errors
    ///
    /// As for [`Call::send`].
    pub async fn send_raw(self) -> Result<Response<T>, Error> {
        let (call, answer) = self.client.exchange(&self.draft, &self.options, false).await?;
        let answer = raw(answer);
        if answer.body.len() <= LARGE_BODY {
            return self.finish(&call, answer);
        }
        // Decoding cannot be cancelled. After the deadline its result is dropped.
        let (client, context) = (self.client.clone(), Arc::clone(&call));
        let status = answer.status;
        let decoding = tokio::task::spawn_blocking(move || self.finish(&context, answer));
        match timeout_at(call.limits.deadline, decoding).await {
            Ok(Ok(result)) => result,
            Ok(Err(error)) => match error.try_into_panic() {
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(_) => Err(client.late(&call, call.outcome_of(status))),
            },
            Err(_) => Err(client.late(&call, call.outcome_of(status))),
        }
    }

    fn finish(self, call: &CallContext, answer: RawResponse) -> Result<Response<T>, Error> {
        match self.value(call, &answer) {
            Some(Ok(value)) => Ok(Response::new(value, answer)),
            Some(Err(source)) => Err(self.client.unreadable(call, source, answer)),
            None => Err(self.client.rejected(call, answer)),
        }
    }

    /// Checks that a page has not many more items than requested: in memory they are much larger than their text.
    fn check_items(&self, answer: &RawResponse) -> Result<(), DecodeError> {
        let Some(most) = self.max_items.filter(|_| answer.body.len() > LARGE_BODY) else { return Ok(()) };
        let items = decode::longest_list(&answer.body);
        if items <= most {
            return Ok(());
        }
        Err(DecodeError::new(format!("it is a page of {items} items, and at most {most} are read")))
    }

    /// The value of an answer, or `None` where the answer is a rejection.
    fn value(&self, call: &CallContext, answer: &RawResponse) -> Option<Result<T, DecodeError>> {
        let operation = self.draft.operation();
        let read = || {
            self.check_items(answer)?;
            self.reader.read(operation, answer)
        };
        let status = answer.status;
        if status.is_success() {
            let failed = if self.client.api().errors_in_success {
                self.client.outlines_problem(answer)
            } else {
                // A reply without a model may still be an error.
                operation.reply.is_none() && self.client.problem(answer).is_some()
            };
            return (!failed).then(read);
        }
        if operation.success.contains(&status.as_u16()) {
            // Some vendors use one error status for both results and errors.
            return read().ok().map(Ok);
        }
        let is_gone = status == StatusCode::NOT_FOUND && call.in_doubt();
        is_gone.then(|| self.reader.not_found()).flatten().map(Ok)
    }
}

impl Call<Value> {
    /// Adds a parameter to the query.
    pub fn query(mut self, name: &str, value: impl Serialize) -> Self {
        self.draft = self.draft.query(name, value);
        self
    }

    /// Whether a repeat is harmless.
    pub fn safety(mut self, safety: Safety) -> Self {
        self.draft = self.draft.safety(safety);
        self
    }

    /// Reads the reply into `U`.
    pub fn read_as<U: DeserializeOwned>(self) -> Call<U> {
        Call {
            client: self.client,
            draft: self.draft,
            options: self.options,
            reader: Reader::Reply { read: |_, answer| decode::from_json(&answer.body), not_found: None },
            max_items: None,
        }
    }
}

/// Sends the call, as [`Call::send`] does.
impl<T: Send + 'static> IntoFuture for Call<T> {
    type Output = Result<T, Error>;
    type IntoFuture = BoxFuture<'static, Result<T, Error>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

/// Adds the methods of a [`Call`] to a type with its own setters, a field `options` and a method `call`.
#[doc(hidden)]
#[macro_export]
macro_rules! __sendable {
    ($name:ident => $value:ty) => {
        impl $name {
            /// Options of the call, as opposed to fields of the vendor's API.
            pub fn with(mut self, options: $crate::CallOptions) -> Self {
                self.options = options;
                self
            }

            /// The request as it would be sent, without the credentials.
            ///
            /// # Errors
            ///
            /// `InvalidInput`: the input was refused.
            pub fn request(&self) -> Result<$crate::kit::http::Request<$crate::kit::Bytes>, $crate::Error> {
                self.call().request()
            }

            /// Sends the call and returns the value.
            ///
            /// # Errors
            ///
            /// See the kinds of `Error`.
            pub async fn send(self) -> Result<$value, $crate::Error> {
                self.call().with(self.options).send().await
            }

            /// Sends the call and returns the value, or `None` where the vendor has no such record.
            ///
            /// # Errors
            ///
            /// As for `send`, without `NotFound`.
            pub async fn send_opt(self) -> Result<Option<$value>, $crate::Error> {
                self.call().with(self.options).send_opt().await
            }

            /// Sends the call and returns the value together with the answer it was read from.
            ///
            /// # Errors
            ///
            /// As for `send`.
            pub async fn send_raw(self) -> Result<$crate::kit::Response<$value>, $crate::Error> {
                self.call().with(self.options).send_raw().await
            }
        }

        /// Sends the call, as `send` does.
        impl ::std::future::IntoFuture for $name {
            type Output = Result<$value, $crate::Error>;
            type IntoFuture = ::std::pin::Pin<Box<dyn Future<Output = Self::Output> + Send>>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }
    };
}

/// Converts an answer with a whole body.
fn raw(answer: http::Response<Body>) -> RawResponse {
    let is_cut = answer.extensions().get::<crate::layers::Cut>().is_some();
    let (parts, body) = answer.into_parts();
    // Only a success is a stream, and its body is not read here.
    let body = body.into_whole().unwrap_or_default();
    RawResponse { is_cut, ..RawResponse::new(parts.status, parts.headers, body) }
}

/// The body of an answer, read as it arrives: within the call's deadline, each chunk within the attempt's timeout, and
/// at most [`CallOptions::max_body`] bytes.
#[derive(Debug)]
pub struct Download {
    /// The HTTP status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    client: Client,
    call: Arc<CallContext>,
    body: Body,
}

impl Download {
    /// The next chunk, or `None` at the end of a body that arrived whole.
    ///
    /// # Errors
    ///
    /// * [`Error::BodyTooLarge`]: the body is larger than the limit.
    /// * [`Error::Deadline`]: the call's deadline passed.
    /// * [`Error::Transport`]: the body was cut short or cannot be decoded.
    pub async fn chunk(&mut self) -> Result<Option<Bytes>, Error> {
        let Ok(chunk) = timeout_at(self.call.limits.deadline, self.body.chunk()).await else {
            return Err(self.client.late(&self.call, self.call.outcome_of(self.status)));
        };
        chunk.map_err(|error| {
            let error = error.downcast().map_or_else(BodyError::CutShort, |error| *error);
            let headers = Box::new(self.headers.clone());
            let error = TransportError::Body { status: self.status, headers, error };
            Error::from_transport(error, &self.call)
        })
    }

    /// Writes the body, chunk by chunk, and returns its size.
    ///
    /// # Errors
    ///
    /// As for [`Download::chunk`], wrapped in an [`std::io::Error`], and the errors of the writer.
    pub async fn write_to(&mut self, mut writer: impl Write) -> std::io::Result<u64> {
        let mut size = 0;
        while let Some(chunk) = self.chunk().await.map_err(std::io::Error::other)? {
            writer.write_all(&chunk)?;
            size += chunk.len() as u64;
        }
        writer.flush()?;
        Ok(size)
    }
}

impl<T> Clone for Call<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            draft: self.draft.clone(),
            options: self.options.clone(),
            reader: self.reader.clone(),
            max_items: self.max_items,
        }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.draft.operation().id).finish_non_exhaustive()
    }
}
