//! Values in paths and queries.

use http::Request;
use percent_encoding::percent_decode_str;
use tassel_core::Error;
use tassel_core::kit::{Bytes, Draft};
use tassel_core::operation::{Location, Operation};
use url::Url;

use super::client::{HOST, path_parameters};
use super::input::Input;
use super::shown;
use super::wire::Canned;
use crate::Vendor;

/// `vendor operation`, and a value, which is given to every parameter: it is refused for a reason, or arrives as it is,
/// at the operation that was called, beside nothing that was not given. Says whether it would be sent.
pub fn path_value(bytes: &[u8]) -> bool {
    let input = Input::new(bytes);
    let vendor = input.vendor();
    let operation = input.operation(vendor.api().operations);
    let value = String::from_utf8_lossy(input.rest);
    let value = value.as_ref();
    unlisted(vendor, value);
    let client = vendor.canned(&Canned::new(Vec::new()));
    let draft = path_parameters(operation).fold(Draft::new(operation), |draft, name| draft.at(name, value));
    let names: Vec<_> = queries(operation).chain([value]).collect();
    let draft = names.iter().fold(draft, |draft, name| draft.query(name, value));
    match client.operation(draft).request() {
        Ok(request) => {
            let url = url(&request);
            let path = url.path().strip_prefix(vendor.api().base_path).unwrap();
            let values =
                values(operation.path, path).unwrap_or_else(|| panic!("{path} is not of {}", operation.id));
            assert!(values.iter().all(|it| it == value), "{values:?} arrive, and {value:?} was given");
            assert_eq!(called(vendor, operation, path), operation.id);
            let pairs: Vec<_> = url.query_pairs().collect();
            assert!(pairs.iter().map(|(name, _)| name).eq(&names), "{pairs:?} of {names:?}");
            assert!(pairs.iter().all(|(_, it)| it == value), "{pairs:?}");
            true
        }
        Err(error) => {
            shown::check(&error);
            let in_path = path_parameters(operation).next().is_some();
            let why = is_misleading(value) || is_reserved(operation, value);
            let too_long = value.len() * 3 * (names.len() + 3) > 60_000;
            assert!((in_path && why) || too_long, "{value:?} is refused without a reason: {error}");
            assert!(matches!(error, Error::InvalidInput { .. }), "{error}");
            false
        }
    }
}

/// A path that no operation is listed for is sent as it is, or not at all.
fn unlisted(vendor: Vendor, value: &str) {
    let client = vendor.canned(&Canned::new(Vec::new()));
    for path in [value.to_owned(), format!("/{value}"), format!("/v1/{value}/x")] {
        match client.unlisted(&path).request() {
            Ok(request) => {
                let url = url(&request);
                let arrives = url.path().strip_prefix(vendor.api().base_path);
                let arrives = arrives.unwrap_or_else(|| panic!("{path:?} leads to {}", url.path()));
                let segments = |path: &str| path.split('/').map(decoded).collect::<Vec<_>>();
                assert_eq!(segments(arrives), segments(&path), "{path:?}");
                assert_eq!((url.query(), url.fragment()), (None, None), "{path:?}");
            }
            Err(error) => {
                shown::check(&error);
                assert!(matches!(error, Error::InvalidInput { .. }), "{error}");
            }
        }
    }
}

/// The URL of a request, after what a library for URLs makes of it.
fn url(request: &Request<Bytes>) -> Url {
    let url = Url::parse(&request.uri().to_string()).unwrap();
    assert_eq!((url.scheme(), url.host_str(), url.port()), ("https", Some(HOST), None), "{url}");
    assert_eq!((url.username(), url.password(), url.fragment()), ("", None, None), "{url}");
    url
}

/// The values of a template's parameters, if the path is one of the template's.
fn values(template: &str, path: &str) -> Option<Vec<String>> {
    let (wanted, given): (Vec<_>, Vec<_>) = (template.split('/').collect(), path.split('/').collect());
    let mut values = Vec::new();
    for (wanted, given) in wanted.iter().zip(&given) {
        if wanted.starts_with('{') {
            values.push(decoded(given));
        } else if wanted != given {
            return None;
        }
    }
    (wanted.len() == given.len()).then_some(values)
}

fn decoded(segment: &str) -> String {
    percent_decode_str(segment).decode_utf8_lossy().into_owned()
}

/// The operation that a path leads to: one that has it as it is goes before one with parameters.
fn called(vendor: Vendor, meant: &'static Operation, path: &str) -> &'static str {
    let is_like = |operation: &&&Operation| operation.method == meant.method;
    let matching = vendor.api().operations.iter().filter(is_like);
    let matching = matching.filter_map(|operation| Some((values(operation.path, path)?.len(), operation.id)));
    matching.min_by_key(|(parameters, id)| (*parameters, *id != meant.id)).unwrap().1
}

fn queries<'a>(operation: &'static Operation) -> impl Iterator<Item = &'a str> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| parameter.location == Location::Query).map(|parameter| parameter.name)
}

/// Whether a library for URLs, or a server, drops or resolves it.
fn is_misleading(value: &str) -> bool {
    matches!(value, "" | "." | "..")
}

fn is_reserved(operation: &Operation, value: &str) -> bool {
    operation.parameters.iter().any(|parameter| parameter.reserved.contains(&value))
}
