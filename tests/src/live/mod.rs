//! Read-only checks of a vendor's host: each operation of a plan is called once, and what the contract does not know of
//! its answer is reported.

mod guard;
mod known;
mod plan;
mod report;

use std::collections::BTreeMap;

use http::HeaderMap;
use serde_json::{Map, Value};
use tassel_core::kit::Draft;
use tassel_core::operation::{Encoding, Location, Operation};
use tassel_core::transport::Transport;
use tassel_core::{Client, ClientOptions, Error};
use xtask::contract::{self, Contract};

pub use guard::Guard;
pub use plan::{Plan, Source, Step, plan};
pub use report::{Entry, Report};

use crate::Vendor;

/// An account at a host.
#[derive(Clone)]
pub struct Target {
    /// The vendor.
    pub vendor: Vendor,
    /// The base URL.
    pub url: String,
    /// The key.
    pub key: String,
}

/// The targets of the environment: the vendors with a `TASSEL_LIVE_<VENDOR>_KEY`, each at its `TASSEL_LIVE_<VENDOR>_URL`.
/// Without a URL, Accredible is called at the vendor's own sandbox host. The others have no such host.
///
/// # Errors
///
/// A vendor has a key, but no URL.
pub fn targets(variable: impl Fn(&str) -> Option<String>) -> Result<Vec<Target>, String> {
    let mut targets = Vec::new();
    for vendor in Vendor::ALL {
        let prefix = format!("TASSEL_LIVE_{}", vendor.api().vendor.to_uppercase());
        let set = |name: &str| variable(&format!("{prefix}_{name}")).filter(|value| !value.is_empty());
        let Some(key) = set("KEY") else { continue };
        let sandbox =
            (*vendor == Vendor::Accredible).then(|| tassel_accredible::Server::Sandbox.url().to_owned());
        let url = set("URL").or(sandbox);
        let url =
            url.ok_or_else(|| format!("{prefix}_KEY is set, but not {prefix}_URL, the host to call"))?;
        targets.push(Target { vendor: *vendor, url, key });
    }
    Ok(targets)
}

/// Calls the plan's operations of a vendor, one after the other, through a [`Guard`].
///
/// # Errors
///
/// The contract cannot be read, or no client can be built for the target.
pub async fn check(target: &Target, transport: impl Transport) -> Result<Report, String> {
    let api = target.vendor.api();
    let contract = xtask::codegen::contract_of(&xtask::workspace::root().join("crates").join(api.vendor));
    let contract = contract.map_err(|problem| problem.to_string())?;
    let plan = plan(target.vendor);
    let guard = Guard::new(transport, plan.steps.iter().map(|step| step.operation));
    let options = ClientOptions::new().transport(guard.clone());
    let client = target.vendor.client(&target.url, &target.key, options);
    let client = client.map_err(|error| error.to_string())?;
    let mut run = Run { client, contract: &contract, guard, replies: BTreeMap::new() };
    let mut report = Report { vendor: api.vendor, url: target.url.clone(), entries: Vec::new(), plan };
    for step in plan.steps {
        let operation = api.operations.iter().find(|operation| operation.id == step.operation);
        let Some(operation) = operation else {
            return Err(format!("{} is not in the table", step.operation));
        };
        report.entries.push(run.step(step, operation).await);
    }
    Ok(report)
}

/// A run of a plan.
struct Run<'a> {
    client: Client,
    contract: &'a Contract,
    guard: Guard,
    /// The replies so far, by operation.
    replies: BTreeMap<&'static str, Value>,
}

impl Run<'_> {
    async fn step(&mut self, step: &Step, operation: &'static Operation) -> Entry {
        let mut entry = Entry::new(operation.id);
        let draft = match self.draft(step, operation) {
            Ok(draft) => draft,
            Err(missing) => {
                entry.skipped = Some(missing);
                return entry;
            }
        };
        let (contract, result) = (self.contract, self.client.operation(draft).send_raw().await);
        // An integration test compares the table with the contract.
        let described = contract.operations.iter().find(|it| it.id == operation.id);
        if let Some((status, headers)) = self.guard.last_head() {
            entry.status = Some(status.as_u16());
            let replies = described.iter().flat_map(|it| &it.replies).map(|reply| reply.status);
            let mut listed =
                replies.chain(described.iter().flat_map(|it| it.errors.iter().map(|error| error.status)));
            if !listed.any(|it| it == status.as_u16()) {
                entry.unknown.push(format!("unknown status: {}", status.as_u16()));
            }
            self.headers(&headers, &mut entry);
        }
        match result {
            Ok(answer) => self.body(described.and_then(contract::Operation::reply), &answer.body, &mut entry),
            Err(error @ (Error::NotFound(_) | Error::Invalid(_))) => entry.refused = Some(error.to_string()),
            Err(error) => entry.failure = Some(error.to_string()),
        }
        entry
    }

    /// The request of a step, or what it lacks.
    fn draft(&self, step: &Step, operation: &'static Operation) -> Result<Draft, String> {
        let mut draft = Draft::new(operation);
        let mut body = Map::new();
        for (name, source) in step.values {
            let value = match source {
                Source::Json(text) => serde_json::from_str(text).unwrap_or_else(|_| Value::from(*text)),
                Source::Reply(from, pointer) => {
                    let found = self.replies.get(from).and_then(|reply| first(reply, pointer)).cloned();
                    found.ok_or_else(|| format!("no value at {pointer} in the reply of {from}"))?
                }
                Source::ListOf(from, pointer) => {
                    let found = self.replies.get(from).and_then(|reply| first(reply, pointer)).cloned();
                    Value::from(vec![
                        found.ok_or_else(|| format!("no value at {pointer} in the reply of {from}"))?,
                    ])
                }
            };
            let parameter = operation.parameters.iter().find(|parameter| parameter.name == *name);
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            match parameter.map(|parameter| parameter.location) {
                Some(Location::Path) => draft = draft.at(name, text),
                Some(_) => draft = draft.query(name, text),
                None => drop(body.insert((*name).to_owned(), value)),
            }
        }
        Ok(if operation.encoding == Encoding::None { draft } else { draft.body(body) })
    }

    fn headers(&self, headers: &HeaderMap, entry: &mut Entry) {
        let of_quotas = self.contract.quotas.iter().filter_map(|quota| quota.headers.as_ref()).flatten();
        let of_quotas: Vec<_> = of_quotas.map(|name| name.to_ascii_lowercase()).collect();
        for name in headers.keys() {
            if !known::is_known_header(name) && !of_quotas.iter().any(|known| known == name.as_str()) {
                entry.unknown.push(format!("unknown header: {name}"));
            }
        }
    }

    fn body(&mut self, schema: Option<&contract::Body>, body: &[u8], entry: &mut Entry) {
        let Some(schema) = schema else { return };
        // Core has read it as JSON already, or has found it empty where the contract allows that.
        let Ok(body) = serde_json::from_slice::<Value>(body) else { return };
        let unknown = known::unknown_fields(self.contract, schema, &body);
        entry.unknown.extend(unknown.into_iter().map(|path| format!("unknown field: {path}")));
        self.replies.insert(entry.operation, body);
    }
}

/// The first value at a JSON pointer, of which the segment `*` stands for any index.
fn first<'a>(value: &'a Value, pointer: &str) -> Option<&'a Value> {
    let Some(rest) = pointer.strip_prefix('/') else { return (!value.is_null()).then_some(value) };
    let end = rest.find('/').unwrap_or(rest.len());
    let (segment, rest) = rest.split_at(end);
    match value {
        Value::Array(items) if segment == "*" => items.iter().find_map(|item| first(item, rest)),
        Value::Object(fields) => first(fields.get(segment)?, rest),
        _ => None,
    }
}
