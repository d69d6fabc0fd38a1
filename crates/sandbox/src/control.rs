//! The control API under `/_sandbox/`.

use std::time::Duration;

use bytes::Bytes;
use http::Method;
use jiff::{SignedDuration, Span};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::exchange::Answer;
use crate::fault::Fault;
use crate::names::unknown;
use crate::sandbox::{Control, Sandbox, Start};
use crate::vendors::Settings;
use crate::webhooks::Webhook;

const CONTROLS: &str = "\
A POST or PATCH has the header `content-type: application/json`.
POST   /_sandbox/reset      {\"seed\": 7, \"empty\": false}   starts over
GET    /_sandbox/clock                                  reads the clock
POST   /_sandbox/clock      {\"advance\": \"P30D\"} or {\"frozen\": true}   moves or stops it
GET    /_sandbox/faults                                 the faults in force
POST   /_sandbox/faults     {\"vendor\", \"operation\", \"kind\", \"times\" or \"probability\", ...}
DELETE /_sandbox/faults                                 removes the faults
GET    /_sandbox/requests                               the last requests with their answers, secrets masked
GET    /_sandbox/webhooks                               where events go, and what was sent
POST   /_sandbox/webhooks   {\"vendor\", \"url\", \"events\" and \"secret\" if wanted}   sends events to an address of this machine
DELETE /_sandbox/webhooks                               removes the webhooks; /_sandbox/webhooks/1 removes one
GET    /_sandbox/settings                               the settings
PATCH  /_sandbox/settings   {\"accredible\": {\"credits\": 0}}   changes some
";

/// The body of `POST /_sandbox/clock`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClockChange {
    advance: Option<String>,
    frozen: Option<bool>,
}

/// Answers a request to the control API. `path` is the part after `/_sandbox`.
pub(crate) fn control(sandbox: &Sandbox, method: &Method, path: &str, body: &Bytes) -> Answer {
    let result = match (method.as_str(), path.trim_end_matches('/')) {
        ("GET", "") => Ok(Answer::text(200, controls(sandbox))),
        ("POST", "/reset") => read::<Start>(body).map(|start| {
            sandbox.reset(start);
            Answer::json(200, &start)
        }),
        ("GET", "/clock") => Ok(clock(sandbox)),
        ("POST", "/clock") => {
            read::<ClockChange>(body).and_then(|change| change.apply(sandbox)).map(|()| clock(sandbox))
        }
        ("GET", "/faults") => Ok(Answer::json(200, &sandbox.faults())),
        ("POST", "/faults") => read::<Fault>(body)
            .and_then(|fault| sandbox.fault(fault))
            .map(|()| Answer::json(200, &sandbox.faults())),
        ("DELETE", "/faults") => {
            sandbox.clear_faults();
            Ok(Answer::json(200, &sandbox.faults()))
        }
        ("GET", "/requests") => Ok(Answer::json(200, &sandbox.requests())),
        ("GET", "/webhooks") => Ok(webhooks(sandbox)),
        ("POST", "/webhooks") => read::<Webhook>(body)
            .and_then(|webhook| sandbox.register_webhook(webhook))
            .map(|id| Answer::json(200, &sandbox.webhooks().iter().find(|it| it.id == id))),
        ("DELETE", "/webhooks") => {
            sandbox.clear_webhooks();
            Ok(webhooks(sandbox))
        }
        ("GET", "/settings") => Ok(Answer::json(200, &sandbox.settings())),
        ("PATCH", "/settings") => read::<Value>(body).and_then(|changes| patch(sandbox, &changes)),
        ("DELETE", path) if path.starts_with("/webhooks/") => {
            let id = path.trim_start_matches("/webhooks/");
            let id = id.parse().map_err(|_| format!("`{id}` is not the id of a webhook"));
            id.and_then(|id| sandbox.remove_webhook(id)).map(|()| webhooks(sandbox))
        }
        (method, path) => match vendor_control(sandbox, path).filter(|_| method == "POST") {
            Some((vendor, name)) => read::<Value>(body)
                .and_then(|body| sandbox.control(vendor, name, &body))
                .map(|result| Answer::json(200, &result)),
            None => {
                let controls = controls(sandbox);
                return Answer::text(
                    404,
                    format!("There is no control {method} /_sandbox{path}. The controls are:\n{controls}"),
                );
            }
        },
    };
    result.unwrap_or_else(|problem| Answer::json(400, &json!({"error": problem})))
}

/// The list of controls: those of the sandbox, and those of each vendor.
fn controls(sandbox: &Sandbox) -> String {
    let mut text = CONTROLS.to_owned();
    for emulator in sandbox.state().emulators() {
        for Control { name, body, does } in emulator.controls() {
            let control = format!("POST   /_sandbox/{}/{name}", emulator.api().vendor);
            text += &format!("{control}   {body}   {does}\n");
        }
    }
    text
}

/// The vendor and the name of the control, if the path is that of a vendor's control.
fn vendor_control(sandbox: &Sandbox, path: &str) -> Option<(&'static str, &'static str)> {
    let (vendor, name) = path.strip_prefix('/')?.split_once('/')?;
    let state = sandbox.state();
    let emulator = state.emulators().find(|emulator| emulator.api().vendor == vendor)?;
    let control = emulator.controls().iter().find(|control| control.name == name)?;
    Some((emulator.api().vendor, control.name))
}

/// Reads a body; an empty one is an empty object.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, String> {
    let body = if body.is_empty() { b"{}" } else { body.as_ref() };
    serde_json::from_slice(body).map_err(|error| error.to_string())
}

fn clock(sandbox: &Sandbox) -> Answer {
    let state = sandbox.state();
    let clock = &state.world.clock;
    Answer::json(200, &json!({"now": clock.now().to_string(), "frozen": clock.is_frozen()}))
}

/// Where events go, and what was sent.
fn webhooks(sandbox: &Sandbox) -> Answer {
    Answer::json(200, &json!({"webhooks": sandbox.webhooks(), "deliveries": sandbox.deliveries()}))
}

/// Changes the settings that are in the object.
fn patch(sandbox: &Sandbox, changes: &Value) -> Result<Answer, String> {
    let mut settings = serde_json::to_value(sandbox.settings()).map_err(|error| error.to_string())?;
    if let Some(unknown) = unknown_setting(sandbox, &settings, changes) {
        return Err(unknown);
    }
    merge(&mut settings, changes);
    let settings: Settings = serde_json::from_value(settings).map_err(|error| error.to_string())?;
    if let Some(problem) = settings.problem() {
        return Err(problem);
    }
    sandbox.set(|current| current.clone_from(&settings));
    Ok(Answer::json(200, &settings))
}

/// The message about an unknown setting, if there is one.
fn unknown_setting(sandbox: &Sandbox, settings: &Value, changes: &Value) -> Option<String> {
    let example = r#"write it like {"accredible": {"credits": 0}}"#;
    let Some(changes) = changes.as_object() else {
        return Some(format!("the body is not an object; {example}"));
    };
    changes.iter().find_map(|(vendor, changes)| {
        let Some(known) = settings[vendor].as_object() else {
            return sandbox.state().unknown_vendor(vendor);
        };
        let Some(changes) = changes.as_object() else {
            return Some(format!("`{vendor}` is not an object; {example}"));
        };
        let known: Vec<_> = known.keys().map(String::as_str).collect();
        changes.keys().find_map(|name| unknown(vendor, "setting", name, &known))
    })
}

fn merge(into: &mut Value, changes: &Value) {
    match (into, changes) {
        (Value::Object(into), Value::Object(changes)) => {
            for (name, change) in changes {
                merge(into.entry(name).or_insert(Value::Null), change);
            }
        }
        (into, change) => *into = change.clone(),
    }
}

impl ClockChange {
    fn apply(&self, sandbox: &Sandbox) -> Result<(), String> {
        if let Some(text) = &self.advance {
            let wrong = || format!("`{text}` is not a duration; write P30D or PT90S");
            let span: Span = text.parse().map_err(|_| wrong())?;
            let by = SignedDuration::try_from(span)
                .or_else(|_| span.to_duration(jiff::SpanRelativeTo::days_are_24_hours()))
                .map_err(|_| wrong())?;
            sandbox.advance(
                Duration::try_from(by)
                    .map_err(|_| format!("`{text}` is negative; the clock only moves forward"))?,
            );
        }
        if let Some(frozen) = self.frozen {
            sandbox.freeze(frozen);
        }
        Ok(())
    }
}
