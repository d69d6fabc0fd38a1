//! Drafts of calls, without a client.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_ENCODING, CONTENT_TYPE};
use http::{HeaderValue, Method, Request};
use percent_encoding::percent_decode_str;
use serde::Serialize;
use serde_json::Value;

use crate::base_url::{BaseUrl, escape, is_misleading};
use crate::decode::{self, DecodeError};
use crate::error::Error;
use crate::mask::mask;
use crate::operation::{DOWNLOAD, Encoding, Operation, Safety};
use crate::transport;
use crate::values::Secret;

/// A call before it is sent: an operation with its path values, its query and its body.
///
/// ```
/// use tassel_core::kit::Draft;
/// use tassel_core::operation::Operation;
/// use tassel_core::transport::Method;
///
/// static GET: Operation = Operation::new("things.get", Method::GET, "/things/{id}");
///
/// let draft = Draft::new(&GET).at("id", "a/b").query("fields", "name");
/// assert_eq!(draft.path_and_query()?, "/things/a%2Fb?fields=name");
/// # Ok::<(), tassel_core::Error>(())
/// ```
#[derive(Clone)]
#[must_use = "a draft does nothing until a client calls it"]
pub struct Draft {
    operation: &'static Operation,
    method: Method,
    safety: Safety,
    path: Cow<'static, str>,
    values: Vec<(&'static str, String)>,
    query: String,
    body: Option<Bytes>,
    refused: Option<String>,
    /// The URL of a download, which is not under the base URL.
    elsewhere: Option<String>,
    /// The values of secret parameters, which are masked in the vendor's words.
    pub(crate) secrets: Vec<Secret>,
}

static UNLISTED: Operation = Operation::new("call", Method::POST, "");

impl Draft {
    /// A draft of a listed operation.
    pub fn new(operation: &'static Operation) -> Self {
        Self {
            operation,
            method: operation.method.clone(),
            safety: operation.safety,
            path: operation.path.into(),
            values: Vec::new(),
            query: String::new(),
            body: None,
            refused: None,
            elsewhere: None,
            secrets: Vec::new(),
        }
    }

    /// A draft of a download.
    pub(crate) fn download(url: &str) -> Self {
        Self { elsewhere: Some(url.to_owned()), ..Self::new(&DOWNLOAD) }
    }

    /// A draft of an endpoint that is not listed. It is [`Safety::ReadOnly`] if its method is `GET` or `HEAD`, and
    /// [`Safety::Once`] otherwise.
    pub fn unlisted(method: Method, path: &str) -> Self {
        let safety = if method.is_safe() { Safety::ReadOnly } else { Safety::Once };
        Self::new(&UNLISTED).method(method).path(path).safety(safety)
    }

    /// Replaces the path of the operation by one without parameters.
    pub(crate) fn path(self, path: &str) -> Self {
        let decoded = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().into_owned();
        let mut segments = path.split('/').skip(1).peekable();
        let mut misleading = !path.starts_with('/') || path.contains(['?', '#', '{', '}', '\\']);
        while let Some(segment) = segments.next() {
            // Some vendors end a path with a slash.
            misleading |=
                is_misleading(&decoded(segment)) && !(segment.is_empty() && segments.peek().is_none());
        }
        let problem = misleading.then(|| {
            format!(
                "the path `{}` must begin with a slash and hold no empty, `.` or `..` segment, query, braces or \
                 backslash",
                mask(path)
            )
        });
        Self { path: path.to_owned().into(), ..self.refuse(problem) }
    }

    /// Replaces the method of the operation.
    pub fn method(mut self, method: Method) -> Self {
        self.method = method;
        self
    }

    /// Declares whether a repeat is harmless.
    pub fn safety(mut self, safety: Safety) -> Self {
        self.safety = safety;
        self
    }

    /// Sets a path parameter. The value is escaped.
    pub fn at(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        let value = value.to_string();
        let parameter = self.operation.parameters.iter().find(|parameter| parameter.name == name);
        if value.is_empty() {
            self = self.refuse(format!("`{name}` is empty"));
        } else if is_misleading(&value) || parameter.is_some_and(|it| it.reserved.contains(&value.as_str())) {
            self = self.refuse(format!("`{name}` is `{value}`, which would lead to another path"));
        }
        let escaped = match escape(&value) {
            // A single escaped character is borrowed too.
            Cow::Borrowed(escaped) if escaped.len() == value.len() => None,
            escaped => Some(escaped.into_owned()),
        };
        self.values.push((name, escaped.unwrap_or(value)));
        self
    }

    /// Adds a parameter to the query. Lists are joined by commas, and null adds nothing.
    pub fn query(mut self, name: &str, value: impl Serialize) -> Self {
        match serde_json::to_value(value).map(text) {
            Ok(Some(value)) => {
                push_pair(&mut self.query, name, &value);
                if self.operation.parameters.iter().any(|it| it.secret && it.name == name) {
                    self.secrets.push(value.into());
                }
            }
            Ok(None) => {}
            Err(error) => self = self.refuse(format!("`{name}`: {error}")),
        }
        self
    }

    /// Adds every field of a model that has a value to the query. Lists are joined by commas.
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

    /// Sets the body, as JSON or as a form, as the operation requires. In a form, null is an empty value and lists are
    /// joined by commas.
    pub fn body(mut self, body: impl Serialize) -> Self {
        let written = match self.operation.encoding {
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
            Ok(body) => {
                if has_one_of(&body, self.operation.once_with) {
                    self.safety = Safety::Once;
                }
                self.body = Some(body.into());
            }
            Err(error) => self = self.refuse(format!("the body: {error}")),
        }
        self
    }

    /// Refuses the call before it is sent, if there is a problem. The first one is reported.
    pub fn refuse(mut self, problem: impl Into<Option<String>>) -> Self {
        self.refused = self.refused.or(problem.into());
        self
    }

    /// The operation.
    #[must_use]
    pub fn operation(&self) -> &'static Operation {
        self.operation
    }

    pub(crate) fn declared_safety(&self) -> Safety {
        self.safety
    }

    /// The path and the query, escaped.
    ///
    /// # Errors
    ///
    /// [`Error::InvalidInput`]: the input was refused, or a path parameter is missing.
    pub fn path_and_query(&self) -> Result<String, Error> {
        self.write_path(String::new())
    }

    /// The request, without the credentials.
    pub(crate) fn request(
        &self,
        base: &BaseUrl,
        bodiless: Option<(&'static str, &'static [Method])>,
    ) -> Result<Request<Bytes>, Error> {
        let path = self.write_path(base.path().to_owned())?;
        let mut request = Request::new(self.body.clone().unwrap_or_default());
        *request.method_mut() = self.method.clone();
        *request.uri_mut() = match &self.elsewhere {
            Some(url) => {
                base.elsewhere(url).map_err(|problem| self.invalid(format!("the URL: {problem}")))?
            }
            None => {
                base.uri(path).map_err(|error| self.invalid(format!("it makes no valid URL: {error}")))?
            }
        };
        let headers = request.headers_mut();
        headers.insert(ACCEPT, accept(self.operation.produces));
        headers.insert(ACCEPT_ENCODING, transport::ACCEPT_ENCODING);
        let content_type = match self.operation.encoding {
            Encoding::Form => Some("application/x-www-form-urlencoded"),
            Encoding::Json => Some("application/json"),
            Encoding::None => match (&self.body, bodiless) {
                (Some(_), _) => Some("application/json"),
                (None, Some((content_type, methods))) => {
                    methods.contains(&self.method).then_some(content_type)
                }
                (None, None) => None,
            },
        };
        if let Some(content_type) = content_type {
            headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
        }
        Ok(request)
    }

    /// Appends the path and the query to the path of the base URL.
    fn write_path(&self, mut path: String) -> Result<String, Error> {
        if let Some(problem) = &self.refused {
            return Err(self.invalid(problem.clone()));
        }
        let values: usize = self.values.iter().map(|(_, value)| value.len()).sum();
        path.reserve(self.path.len() + values + self.query.len() + 1);
        let mut rest: &str = &self.path;
        while let Some((before, name, after)) = next_parameter(rest) {
            let Some((_, value)) = self.values.iter().find(|(known, _)| *known == name) else {
                return Err(self.invalid(format!("the path parameter `{name}` is missing")));
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
        Ok(path)
    }

    fn invalid(&self, problem: String) -> Error {
        Error::InvalidInput { operation: self.operation.id, problem }
    }
}

/// A draft of a listed operation without path values, query or body.
impl From<&'static Operation> for Draft {
    fn from(operation: &'static Operation) -> Self {
        Self::new(operation)
    }
}

/// Whether a JSON body has one of these parts, and it is neither null nor empty.
fn has_one_of(body: &[u8], pointers: &[&str]) -> bool {
    if pointers.is_empty() {
        return false;
    }
    let is_there = |part: &Value| match part {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let body: Value = serde_json::from_slice(body).unwrap_or_default();
    pointers.iter().any(|pointer| body.pointer(pointer).is_some_and(is_there))
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("operation", &self.operation.id).finish_non_exhaustive()
    }
}

/// The `Accept` header. Operations with files answer with errors in JSON.
fn accept(produces: &'static str) -> HeaderValue {
    match produces {
        "application/json" => HeaderValue::from_static("application/json"),
        "" => HeaderValue::from_static("*/*"),
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

/// A value as text in a query or a form. Null is `None`.
pub(crate) fn text(value: Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        Value::Array(items) => Some(items.into_iter().filter_map(text).collect::<Vec<_>>().join(",")),
        other => Some(other.to_string()),
    }
}

/// The fields of a model as texts. Null is `None`.
fn fields(model: &(impl Serialize + ?Sized)) -> Result<Vec<(String, Option<String>)>, DecodeError> {
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
