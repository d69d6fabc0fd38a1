//! One call: what is sent, and what comes back of it.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, USER_AGENT};
use http::{HeaderValue, Method, Request, StatusCode};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::base_url::{escape, is_misleading};
use crate::client::Client;
use crate::context::Context;
use crate::decode::{self, DecodeError};
use crate::error::{Error, Unread};
use crate::mask::mask;
use crate::operation::{Encoding, Operation, Safety};
use crate::options::CallOptions;
use crate::reply::{Reply, Response};

/// A call that is ready to be sent.
///
/// It owns a clone of its client, so it can be spawned; nothing happens until it is sent.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<T> {
    client: Client,
    operation: &'static Operation,
    method: Method,
    safety: Safety,
    encoding: Encoding,
    path: Cow<'static, str>,
    values: Vec<(&'static str, String)>,
    query: String,
    body: Option<Bytes>,
    options: CallOptions,
    refused: Option<String>,
    read: fn(&'static Operation, &Unread) -> Result<T, DecodeError>,
    gone: Option<fn() -> T>,
}

impl<T> Call<T> {
    pub(crate) fn new<B: Reply<Value = T>>(client: Client, operation: &'static Operation) -> Self {
        Self {
            client,
            operation,
            method: operation.method.clone(),
            safety: operation.safety,
            encoding: operation.encoding,
            path: operation.path.into(),
            values: Vec::new(),
            query: String::new(),
            body: None,
            options: CallOptions::default(),
            refused: None,
            read: B::read,
            gone: None,
        }
    }

    /// Aims at a path that no operation is listed for.
    pub(crate) fn to(mut self, method: Method, path: &str) -> Self {
        let decoded = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().into_owned();
        let mut segments = path.split('/').skip(1).peekable();
        let mut misleading = !path.starts_with('/') || path.contains(['?', '#', '{', '}', '\\']);
        while let Some(segment) = segments.next() {
            // A slash at the end is some vendors' custom.
            misleading |=
                is_misleading(&decoded(segment)) && !(segment.is_empty() && segments.peek().is_none());
        }
        if misleading {
            self = self.refuse(format!(
                "the path `{}` must begin with a slash and hold no empty, `.` or `..` segment, query, braces or \
                 backslash",
                mask(path)
            ));
        }
        self.method = method;
        self.path = path.to_owned().into();
        self
    }

    /// Options of the call, as opposed to fields of the vendor's API.
    pub fn with(mut self, options: CallOptions) -> Self {
        self.options = options;
        self
    }

    /// Sends it by another method than its operation is listed with.
    pub fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// Says whether a repeat is harmless, for a call that is not listed.
    pub fn safety(mut self, safety: Safety) -> Self {
        self.safety = safety;
        self
    }

    /// Gives the path parameter `name` its value, whatever characters are in it.
    pub fn at(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        let value = value.to_string();
        let described = self.operation.parameters.iter().find(|parameter| parameter.name == name);
        if value.is_empty() {
            self = self.refuse(format!("`{name}` is empty"));
        } else if is_misleading(&value) || described.is_some_and(|it| it.reserved.contains(&value.as_str())) {
            self = self.refuse(format!("`{name}` is `{value}`, which would lead to another path"));
        }
        let escaped = match escape(&value) {
            // A single character comes borrowed even where it is escaped.
            Cow::Borrowed(escaped) if escaped.len() == value.len() => None,
            escaped => Some(escaped.into_owned()),
        };
        self.values.push((name, escaped.unwrap_or(value)));
        self
    }

    /// Adds a parameter to the query.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        push_pair(&mut self.query, name, &value.to_string());
        self
    }

    /// Adds every field of a model to the query that is set. Lists are joined by commas.
    pub fn query_from(mut self, model: &impl Serialize) -> Self {
        match fields(model) {
            Ok(fields) => fields
                .iter()
                .filter_map(|(name, value)| Some((name, value.as_ref()?)))
                .for_each(|(name, value)| push_pair(&mut self.query, name, value)),
            Err(problem) => self = self.refuse(format!("the query: {problem}")),
        }
        self
    }

    /// Sends a body, as JSON or as a form, whichever the operation takes. In a form null is an empty value, and lists
    /// are joined by commas.
    pub fn body(mut self, body: impl Serialize) -> Self {
        let written = match self.encoding {
            Encoding::Form => fields(&body).map(|fields| {
                let mut form = String::new();
                fields.iter().for_each(|(name, value)| {
                    push_pair(&mut form, name, value.as_deref().unwrap_or_default());
                });
                form.into_bytes()
            }),
            Encoding::Json | Encoding::None => decode::to_json(&body),
        };
        match written {
            Ok(body) => self.body = Some(body.into()),
            Err(error) => self = self.refuse(format!("the body: {error}")),
        }
        self
    }

    /// Refuses the call before it is sent, if there is a problem; the first one stands.
    pub fn refuse(mut self, problem: impl Into<Option<String>>) -> Self {
        self.refused = self.refused.or(problem.into());
        self
    }

    /// What a 404 means when an earlier attempt of this call may have removed the record: that is done, not failed.
    pub fn gone(mut self, value: fn() -> T) -> Self {
        self.gone = Some(value);
        self
    }

    /// The request as it would be sent, without the credentials, which are added to each attempt.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the input was refused.
    pub fn request(&self) -> Result<Request<Bytes>, Error> {
        let refuse = |problem| Error::InvalidInput { operation: self.operation.id, problem };
        if let Some(problem) = &self.refused {
            return Err(refuse(problem.clone()));
        }
        let base = self.client.base();
        let values: usize = self.values.iter().map(|(_, value)| value.len()).sum();
        let mut path =
            String::with_capacity(base.path().len() + self.path.len() + values + self.query.len() + 1);
        path += base.path();
        let mut rest: &str = &self.path;
        while let Some((before, name, after)) = next_parameter(rest) {
            let Some((_, value)) = self.values.iter().find(|(known, _)| *known == name) else {
                return Err(refuse(format!("the path parameter `{name}` is missing")));
            };
            path += before;
            path += value;
            rest = after;
        }
        path += rest;
        if !self.query.is_empty() {
            path += "?";
            path += &self.query;
        }
        let mut request = Request::new(self.body.clone().unwrap_or_default());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() =
            base.uri(path).map_err(|error| refuse(format!("it makes no valid URL: {error}")))?;
        let headers = request.headers_mut();
        headers.insert(ACCEPT, accept(self.operation.produces));
        headers.insert(USER_AGENT, self.client.user_agent());
        let content_type = match self.encoding {
            Encoding::Form => Some("application/x-www-form-urlencoded"),
            Encoding::Json => Some("application/json"),
            Encoding::None if self.client.api().content_type_always => Some("application/json"),
            Encoding::None => self.body.as_ref().map(|_| "application/json"),
        };
        if let Some(content_type) = content_type {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        Ok(request)
    }

    /// Sends the call and returns the value.
    ///
    /// # Errors
    ///
    /// Each kind of [`Error`] says what to do about it.
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
        let request = self.request()?;
        let (context, answer) =
            self.client.exchange(self.operation, self.safety, request, &self.options).await?;
        let value = self.value(&context, &answer);
        let value = match value {
            Some(Ok(value)) => value,
            Some(Err(source)) => return Err(self.client.unreadable(&context, source, answer)),
            None => return Err(self.client.rejected(&context, answer)),
        };
        let Unread { status, headers, body } = answer;
        Ok(Response { value, status, headers, body })
    }

    /// The value of an answer, or `None` where the answer is a rejection.
    fn value(&self, context: &Arc<Context>, answer: &Unread) -> Option<Result<T, DecodeError>> {
        let read = || (self.read)(self.operation, answer);
        let status = answer.status;
        if status.is_success() {
            let failed = if self.client.api().errors_in_success {
                self.client.outlines_problem(answer)
            } else {
                // A reply that holds nothing to read may still hold an error.
                self.operation.reply.is_none() && self.client.problem(answer).is_some()
            };
            return (!failed).then(read);
        }
        if self.operation.success.contains(&status.as_u16()) {
            // Some vendors answer with results under an error's status, and with errors under the same.
            return read().ok().map(Ok);
        }
        let gone = self.gone.filter(|_| status == StatusCode::NOT_FOUND && context.in_doubt())?;
        Some(Ok(gone()))
    }
}

impl Call<Value> {
    /// Reads the reply into `U`.
    pub fn read_as<U: DeserializeOwned>(self) -> Call<U> {
        Call {
            client: self.client,
            operation: self.operation,
            method: self.method,
            safety: self.safety,
            encoding: self.encoding,
            path: self.path,
            values: self.values,
            query: self.query,
            body: self.body,
            options: self.options,
            refused: self.refused,
            read: |_, answer| decode::from_json(&answer.body),
            gone: None,
        }
    }
}

/// Some of the vendors' files come with their errors in JSON.
fn accept(produces: &'static str) -> HeaderValue {
    match produces {
        "application/json" => HeaderValue::from_static("application/json"),
        other => HeaderValue::try_from(format!("{other}, application/json"))
            .unwrap_or(HeaderValue::from_static("*/*")),
    }
}

pub(crate) fn push_pair(pairs: &mut String, name: &str, value: &str) {
    if !pairs.is_empty() {
        pairs.push('&');
    }
    *pairs += &escape(name);
    pairs.push('=');
    *pairs += &escape(value);
}

/// The fields of a model that are set, as texts; null is `None`.
fn fields(model: &(impl Serialize + ?Sized)) -> Result<Vec<(String, Option<String>)>, DecodeError> {
    fn text(value: Value) -> Option<String> {
        match value {
            Value::Null => None,
            Value::String(text) => Some(text),
            Value::Array(items) => Some(items.into_iter().filter_map(text).collect::<Vec<_>>().join(",")),
            other => Some(other.to_string()),
        }
    }
    match serde_json::to_value(model) {
        Ok(Value::Object(fields)) => {
            Ok(fields.into_iter().map(|(name, value)| (name, text(value))).collect())
        }
        _ => Err(DecodeError::new("it is not an object")),
    }
}

/// Splits a path template at its first parameter.
fn next_parameter(template: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = template.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

impl<T> Clone for Call<T> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            operation: self.operation,
            method: self.method.clone(),
            safety: self.safety,
            encoding: self.encoding,
            path: self.path.clone(),
            values: self.values.clone(),
            query: self.query.clone(),
            body: self.body.clone(),
            options: self.options.clone(),
            refused: self.refused.clone(),
            read: self.read,
            gone: self.gone,
        }
    }
}

impl<T> fmt::Debug for Call<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}
