//! Finds the operation of a request in the vendor's table.

use http::Method;
use percent_encoding::percent_decode_str;
use tassel_core::kit::Api;
use tassel_core::operation::Operation;

use crate::exchange::Answer;

/// An operation and its path values.
pub(crate) type Route = (&'static Operation, Vec<(String, String)>);

/// The operation and its path values, or the rejection: 405 if only the method is wrong, 501 if no path matches.
pub(crate) fn route(api: &'static Api, method: &Method, path: &str) -> Result<Route, Answer> {
    let within = path.strip_prefix(api.base_path).unwrap_or_default();
    let with_method = api.operations.iter().filter(|operation| operation.method == *method);
    // A fixed path takes precedence over one with parameters.
    let found = with_method
        .filter_map(|operation| Some((*operation, values(operation.path, within)?)))
        .min_by_key(|(_, values)| values.len());
    found.ok_or_else(|| reject(api, method, path, within))
}

fn reject(api: &Api, method: &Method, path: &str, within: &str) -> Answer {
    let mut fitting: Vec<_> = api
        .operations
        .iter()
        .filter_map(|operation| Some((values(operation.path, within)?.len(), operation.method.as_str())))
        .collect();
    if fitting.is_empty() {
        return Answer::text(
            501,
            format!(
                "The sandbox does not support {method} {path}. `tassel operations --vendor {}` lists what it \
                 supports.\n",
                api.vendor
            ),
        );
    }
    fitting.sort_by_key(|(parameters, _)| *parameters);
    let allowed: Vec<_> = fitting.into_iter().map(|(_, method)| method).collect();
    let allowed = allowed.join(", ");
    Answer::text(405, format!("{method} is not allowed here; {allowed} is.\n")).header("allow", allowed)
}

/// The values of a template's parameters, if the path matches the template.
fn values(template: &str, path: &str) -> Option<Vec<(String, String)>> {
    let mut values = Vec::new();
    // By bytes: segments are short, and every template is tried.
    let (mut wanted, mut given) = (segments(template), segments(path));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return Some(values),
            (Some(wanted), Some(given)) => {
                match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
                    Some(_) if given.is_empty() => return None,
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

/// The segments of a path.
fn segments(path: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(path);
    std::iter::from_fn(move || {
        let path = rest?;
        let end = path.bytes().position(|byte| byte == b'/');
        rest = end.map(|end| &path[end + 1..]);
        Some(&path[..end.unwrap_or(path.len())])
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
            ("/v1/things/{id}", "/v1/things/", None),
            ("/v1/things/{id}", "/v1/things", None),
            ("/v1/things", "/v1/things/7", None),
            ("/v1/things", "/v2/things", None),
        ] {
            assert_eq!(values(template, path), want, "{template} {path}");
        }
    }
}
