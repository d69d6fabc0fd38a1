//! `tassel api`.

use std::io::{Read, Write};
use std::path::Path;

use serde_json::{Map, Value};
use tassel_core::kit::{Download, Draft};
use tassel_core::operation::{Location, Operation};
use tassel_core::{CallOptions, Error};

use crate::args::{Api, Format, Global};
use crate::failure::{ExitStatus, Failure};
use crate::output::{JsonTable, PipeState, json, print, write, write_json, write_text};
use crate::vendors::{Clients, Vendor};

pub(crate) async fn run(global: &Global, options: &Api) -> Result<ExitStatus, Failure> {
    let vendor = Vendor::find(&options.vendor)?;
    let operation = find_operation(vendor, &options.operation)?;
    let body = body(operation, options)?;
    check_parameters(operation, options)?;
    let client = Clients::new(global).await?.client(vendor)?;
    let mut draft = Draft::new(operation);
    for parameter in operation.parameters.iter().filter(|parameter| parameter.location == Location::Path) {
        let given = options.path.iter().find(|(name, _)| name == parameter.name);
        draft = draft.at(parameter.name, given.map_or("", |(_, value)| value));
    }
    for (name, value) in &options.query {
        draft = draft.query(name, value);
    }
    if let Some(body) = &body {
        draft = draft.body(body);
    }
    let mut call = client.operation(draft);
    if options.no_retry {
        call = call.with(CallOptions::new().no_retry());
    }
    let fail = |error: &Error| {
        if let Some(rejection) = error.rejection().filter(|_| options.raw) {
            write(rejection.body())?;
        }
        Err(Failure::call(error, client.context()))
    };
    let status = match &options.out {
        // No model is read: the body is written to the file as it arrives.
        Some(path) if options.raw || operation.reply.is_none() => match call.send_streamed().await {
            Ok(mut download) => match save(path, &mut download).await? {
                Ok(()) => download.status,
                Err(error) => return fail(&error),
            },
            Err(error) => return fail(&error),
        },
        _ => match call.send_raw().await {
            Ok(answer) => {
                show(global, options, operation, &answer)?;
                answer.status
            }
            Err(error) => return fail(&error),
        },
    };
    Ok(match status.as_u16() {
        207 => ExitStatus::Partial,
        400.. => ExitStatus::Rejected,
        _ => ExitStatus::Complete,
    })
}

/// Writes a body to a file. The file appears only when it is complete.
async fn save(path: &Path, download: &mut Download) -> Result<Result<(), Error>, Failure> {
    let mut part = path.as_os_str().to_owned();
    part.push(".part");
    let file_failure = |error: std::io::Error| Failure::internal(format!("{}: {error}", path.display()));
    let mut file = std::fs::File::create(&part).map_err(file_failure)?;
    let written = loop {
        match download.chunk().await {
            Ok(Some(chunk)) => file.write_all(&chunk).map_err(file_failure)?,
            Ok(None) => break Ok(()),
            Err(error) => break Err(error),
        }
    };
    match written {
        Ok(()) => std::fs::rename(&part, path).map_err(file_failure).map(Ok),
        Err(error) => {
            std::fs::remove_file(&part).map_err(file_failure)?;
            Ok(Err(error))
        }
    }
}

fn find_operation(vendor: &Vendor, id: &str) -> Result<&'static Operation, Failure> {
    let api = vendor.api;
    api.operations.iter().find(|operation| operation.id == id).copied().ok_or_else(|| {
        let known: Vec<_> = api.operations.iter().map(|operation| operation.id).collect();
        Failure::usage(format!("{} has no operation `{id}`; it has {}.", api.vendor, known.join(", ")))
    })
}

fn check_parameters(operation: &Operation, options: &Api) -> Result<(), Failure> {
    for (flag, location, given) in
        [("--path", Location::Path, &options.path), ("--query", Location::Query, &options.query)]
    {
        let known = operation.parameters.iter().filter(|parameter| parameter.location == location);
        let names: Vec<_> = known.clone().map(|parameter| parameter.name).collect();
        if let Some((name, _)) = given.iter().find(|(name, _)| !names.contains(&name.as_str())) {
            let has = if names.is_empty() { "none".to_owned() } else { names.join(", ") };
            return Err(Failure::usage(format!(
                "{} has no {flag} parameter `{name}`; it has {has}.",
                operation.id
            )));
        }
        let required = known.filter(|parameter| parameter.required);
        if let Some(missing) =
            required.into_iter().find(|parameter| !given.iter().any(|(name, _)| name == parameter.name))
        {
            return Err(Failure::usage(format!(
                "{} needs {flag} {}=...: {}",
                operation.id, missing.name, missing.description
            )));
        }
    }
    Ok(())
}

/// The request body as it is read into its model and written back.
fn body(operation: &Operation, options: &Api) -> Result<Option<Value>, Failure> {
    let id = operation.id;
    let Some(rewrite) = operation.request else {
        return match options.body {
            Some(_) => Err(Failure::usage(format!("{id} takes no body; leave --body out."))),
            None => Ok(None),
        };
    };
    let text = match options.body.as_deref() {
        // No field of the body is required.
        None if rewrite(b"{}").is_ok() => return Ok(Some(Value::Object(Map::new()))),
        None => {
            return Err(Failure::usage(format!(
                "{id} needs a body: --body with JSON, @FILE, or - for standard input."
            )));
        }
        Some("-") => {
            let mut text = String::new();
            let read = std::io::stdin().read_to_string(&mut text);
            read.map_err(|error| Failure::input(format!("standard input cannot be read: {error}.")))?;
            text
        }
        Some(given) => match given.strip_prefix('@') {
            Some(file) => {
                std::fs::read_to_string(file).map_err(|error| Failure::input(format!("{file}: {error}.")))?
            }
            None => given.to_owned(),
        },
    };
    let written = rewrite(text.as_bytes()).map_err(|error| {
        let wrapped = operation.wrapper.map(|key| format!(" It is wrapped, as in {{\"{key}\": {{...}}}}."));
        let wrapped = wrapped.unwrap_or_default();
        Failure::input(format!(
            "{id} was not sent: the body does not fit: {error}.{wrapped} Correct it and try again."
        ))
    })?;
    serde_json::from_slice(&written).map(Some).map_err(|error| Failure::internal(format!("{id}: {error}")))
}

/// Prints the reply, or writes it to a file.
fn show(
    global: &Global,
    options: &Api,
    operation: &Operation,
    answer: &tassel_core::kit::Response<Vec<u8>>,
) -> Result<PipeState, Failure> {
    let bytes = if options.raw { answer.body.as_ref() } else { answer.value.as_slice() };
    if let Some(path) = &options.out {
        let written = std::fs::write(path, bytes);
        written.map_err(|error| Failure::internal(format!("{}: {error}", path.display())))?;
        return Ok(PipeState::Open);
    }
    if options.raw || bytes.is_empty() {
        return write(bytes);
    }
    if operation.reply.is_none() {
        return match std::str::from_utf8(bytes) {
            Ok(text) => write_text(text),
            Err(_) => Err(Failure::usage(format!(
                "{} answers with a file; give --out FILE to save it.",
                operation.id
            ))),
        };
    }
    let value: Value = serde_json::from_slice(bytes).map_err(|error| Failure::internal(error.to_string()))?;
    match global.output.unwrap_or(Format::Json) {
        Format::Ndjson => write_json(&json(&value, false)?),
        format => print(&JsonTable::new(&value), format),
    }
}
