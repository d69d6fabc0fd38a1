//! Finds the operation of a request in the vendor's table.

use http::Method;
use percent_encoding::percent_decode_str;
use tassel_core::kit::Api;
use tassel_core::operation::Operation;

use crate::exchange::Answer;

/// An operation and its path values.
pub(crate) type Route = (&'static Operation, Vec<(String, String)>);

/// A request that no operation matches.
#[derive(Debug)]
pub(crate) struct Unmatched<'a> {
    pub(crate) method: &'a Method,
    pub(crate) path: &'a str,
    /// The methods of the path; none if no path matches.
    pub(crate) allowed: Vec<&'static str>,
}

/// The operation and its path values, or what the path allows.
pub(crate) fn route<'a>(
    api: &'static Api,
    method: &'a Method,
    path: &'a str,
) -> Result<Route, Unmatched<'a>> {
    let of = |operation: &Operation| values(api.base_path, operation.path, path);
    let with_method = api.operations.iter().filter(|operation| operation.method == *method);
    // A fixed path takes precedence over one with parameters.
    let found = with_method
        .filter_map(|operation| Some((*operation, of(operation)?)))
        .min_by_key(|(_, values)| values.len());
    found.ok_or_else(|| {
        let fitting = api.operations.iter();
        let mut fitting: Vec<_> =
            fitting.filter_map(|operation| Some((of(operation)?.len(), operation.method.as_str()))).collect();
        fitting.sort_by_key(|(parameters, _)| *parameters);
        Unmatched { method, path, allowed: fitting.into_iter().map(|(_, method)| method).collect() }
    })
}

impl Unmatched<'_> {
    /// The sandbox's own answer, for a vendor whose answer is not known: 501.
    pub(crate) fn unsupported(&self, api: &Api) -> Answer {
        let Self { method, path, .. } = self;
        Answer::text(
            501,
            format!(
                "The sandbox does not support {method} {path}. `tassel operations --vendor {}` lists what it \
                 supports.\n",
                api.vendor
            ),
        )
    }

    /// An answer with 405 and the methods that the path allows, if the path is known.
    pub(crate) fn wrong_method(&self, answer: impl FnOnce(String) -> Answer) -> Option<Answer> {
        let allowed = self.allowed.join(", ");
        let text = format!("{} is not allowed here; {allowed} is.", self.method);
        (!self.allowed.is_empty()).then(|| answer(text).header("allow", allowed))
    }
}

/// The values of a template's parameters, if the path matches the template below the base path.
///
/// A doubled slash and one at the end are ignored: real programs send them.
fn values(base: &str, template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let mut values = Vec::new();
    // By bytes: segments are short, and every template is tried.
    let (mut wanted, mut given) = (segments(base).chain(segments(template)), segments(path));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(values),
            (Some(wanted), Some(given)) => {
                match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                    Some(name) => {
                        let value = percent_decode_str(given).decode_utf8_lossy().into_owned();
                        values.push((name.to_owned(), value));
                    }
                    None if wanted == given => {}
                    None => return None,
                }
            }
            _ => return None,
        }
    }
}

/// The segments of a path that are not empty.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = path;
    std::iter::from_fn(move || {
        let start = rest.bytes().position(|byte| byte != b'/')?;
        let path = &rest[start..];
        let end = path.bytes().position(|byte| byte == b'/').unwrap_or(path.len());
        rest = &path[end..];
        Some(&path[..end])
    })
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn matches_templates() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        for (template, path, want) in [
            ("/v1/things", "/v1/things", Some(vec![])),
            ("/v1/things/{id}", "/v1/things/7", Some(vec![pair("id", "7")])),
            ("/v1/things/{id}", "/v1/things/a%2Fb%20c", Some(vec![pair("id", "a/b c")])),
            (
                "/v1/things/{id}/parts/{part}",
                "/v1/things/1/parts/2",
                Some(vec![pair("id", "1"), pair("part", "2")]),
            ),
            ("/v1/things", "//v1//things/", Some(vec![])),
            ("/v1/things/{id}", "/v1//things/7/", Some(vec![pair("id", "7")])),
            ("/v1/things/{id}", "/v1/things/", None),
            ("/v1/things/{id}", "/v1/things", None),
            ("/v1/things", "/v1/things/7", None),
            ("/v1/things", "/v2/things", None),
        ] {
            assert_eq!(values("", template, path), want, "{template} {path}");
        }
        assert_eq!(values("/api/v4", "/things", "/api//v4/things"), Some(vec![]));
        assert_eq!(values("/api/v4", "/things", "/things"), None);
    }
}
