//! `tassel webhooks trigger`.

use serde_json::Value;
use tassel_core::kit::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use tassel_core::kit::{Bytes, mask};
use tassel_core::operation::Encoding;
use tassel_core::values::Secret;
use tassel_core::webhook::{Webhook, to_form};

use super::target::Target;
use crate::args::{Global, Trigger};
use crate::events::find_event;
use crate::failure::{ExitStatus, Failure};
use crate::output::write_line;
use crate::vendors::Vendor;

pub(crate) async fn run(global: &Global, options: &Trigger) -> Result<ExitStatus, Failure> {
    let vendor = Vendor::find(&options.vendor)?;
    let webhook = find_event(vendor, &options.event)?;
    let mut event: Value =
        serde_json::from_str(webhook.example).map_err(|error| Failure::internal(error.to_string()))?;
    for (field, value) in &options.set {
        set(&mut event, webhook, field, value)?;
    }
    let receiver = super::receiver(global, vendor, options.secret.as_ref().map(Secret::expose))?;
    let target = Target::new(&options.to)?;
    let (content_type, body) = match (webhook.encoding, &event) {
        (Encoding::Form, Value::Object(fields)) => ("application/x-www-form-urlencoded", to_form(fields)),
        _ => ("application/json", event.to_string().into_bytes()),
    };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(
        header::USER_AGENT,
        HeaderValue::from_static(concat!("tassel-cli/", env!("CARGO_PKG_VERSION"))),
    );
    headers.extend(receiver.sign(&body));
    let what = format!("{} {}", vendor.name(), webhook.name);
    let answer = target.send(Method::POST, headers, Bytes::from(body)).await.map_err(|problem| {
        Failure::no_answer(format!("{what} was sent to {}: {problem}. Check the URL.", target.shown()))
    })?;
    let status = answer.status();
    let message = format!("{what}: {} answered {}", target.shown(), status.as_u16());
    if status.is_success() {
        write_line(&message)?;
        return Ok(ExitStatus::Complete);
    }
    let advice = match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => " Check that both sides have the same secret.",
        _ => "",
    };
    Err(Failure::error_status(
        status.as_u16(),
        format!("{message}{}.{advice}", first_line(&target, answer.body())),
    ))
}

/// The first line of an answer, masked and shortened.
fn first_line(target: &Target, body: &[u8]) -> String {
    let text = String::from_utf8_lossy(body);
    let line = mask(&target.redact(text.lines().next().unwrap_or_default()));
    let line = line.trim_end_matches('.');
    if line.is_empty() || line.starts_with('<') { String::new() } else { format!(": {line}") }
}

/// Replaces the value of a field with a value of the same type.
fn set(event: &mut Value, webhook: &Webhook, field: &str, value: &str) -> Result<(), Failure> {
    let mut known = Vec::new();
    leaves(event, "", &mut known);
    if !known.iter().any(|path| path == field) {
        return Err(Failure::usage(format!(
            "{} has no field `{field}`; it has {}.",
            webhook.name,
            known.join(", ")
        )));
    }
    let pointer = format!("/{}", field.replace('.', "/"));
    let Some(place) = event.pointer_mut(&pointer) else {
        return Err(Failure::internal(format!("the field {field} was not found")));
    };
    let new_value = match place {
        Value::Number(_) => serde_json::from_str(value).ok().filter(Value::is_number),
        Value::Bool(_) => serde_json::from_str(value).ok().filter(Value::is_boolean),
        _ => Some(Value::from(value)),
    };
    *place = new_value.ok_or_else(|| {
        let kind = if place.is_number() { "a number" } else { "true or false" };
        Failure::usage(format!("`{field}` needs {kind}; `{value}` is not."))
    })?;
    Ok(())
}

/// The paths of all values that are not objects or lists, such as `data.pathway.name` and `data.enrolments.0.email`.
fn leaves(value: &Value, path: &str, found: &mut Vec<String>) {
    let under = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| leaves(value, &under(name), found)),
        Value::Array(items) => {
            items
                .iter()
                .enumerate()
                .for_each(|(index, value)| leaves(value, &under(&index.to_string()), found));
        }
        _ => found.push(path.to_owned()),
    }
}
