//! Error bodies.

use http::header::{CONTENT_ENCODING, CONTENT_LENGTH};
use http::{Response, StatusCode};
use tassel_core::error::Outcome;
use tassel_core::operation::Safety;
use tassel_core::{CallOptions, Error};

use super::input::Input;
use super::shown;
use super::wire::{Canned, run};

/// `vendor operation status`, headers, an empty line, a body: whatever the answer, it is read, or is an error that says
/// in one line what happened and gives nobody away. Says which error.
pub fn error_body(bytes: &[u8]) -> Option<&'static str> {
    let input = Input::new(bytes);
    let vendor = input.vendor();
    let (operation, status) = (input.operation(vendor.api().operations), input.status());
    let (headers, body) = input.headers_and_body();
    // Headers that the body does not agree with.
    let announced = headers.contains_key(CONTENT_LENGTH) || headers.contains_key(CONTENT_ENCODING);
    let mut answer = Response::new(body.to_vec().into());
    (*answer.status_mut(), *answer.headers_mut()) = (status, headers);
    let canned = Canned::new(vec![answer]);
    let call = vendor.canned(&canned).filled(operation).with(CallOptions::new().no_retry());
    let result = run(call.send_raw());
    assert_eq!(canned.requests().len(), 1);
    let read_as_result = status.is_success() || operation.success.contains(&status.as_u16());
    let Err(error) = result else {
        assert!(read_as_result, "{status} is no success");
        return None;
    };
    shown::check(&error);
    assert_eq!(error.rejection().map_or(status, tassel_core::error::Rejection::status), status);
    match error.kind() {
        "denied" | "not_found" | "invalid" | "rejected" => {}
        "throttled" => assert_eq!(status, StatusCode::TOO_MANY_REQUESTS),
        "transport" | "body_too_large" => assert!(announced, "{error}"),
        "decode" => assert!(status.is_success(), "{status}: {error}"),
        other => panic!("{other} of an answer with {status}"),
    }
    let changes_nothing = operation.safety == Safety::ReadOnly;
    let want = match (&error, status.as_u16()) {
        _ if changes_nothing => Outcome::NotApplied,
        (
            Error::Decode { .. } | Error::Transport { .. } | Error::BodyTooLarge { .. },
            200..=206 | 208..=299,
        ) => Outcome::Applied,
        (_, 400..=499) => Outcome::NotApplied,
        _ => Outcome::Unknown,
    };
    assert_eq!(error.outcome(), want, "{vendor:?} {}: {error}", operation.id);
    Some(error.kind())
}
