//! An invented vendor.

use std::time::Duration;

use http::{Method, StatusCode};
use serde_json::{Value, json};
use tassel_core::error::FieldError;
use tassel_core::kit::http::header::AUTHORIZATION;
use tassel_core::kit::{self, Api, ApiKey, Draft, Problem, SecretString};
use tassel_core::operation::{Encoding, Operation, Paging, Safety};
use tassel_core::testing::{Scripted, Step};
use tassel_core::transport::Transport;
use tassel_core::{Client, ClientOptions, Error};

pub const SECRET: &str = "s3cret-key";

pub static READ: Operation = operation("things.get", Method::GET, "/things/{id}", Safety::ReadOnly);
pub static REPEAT: Operation = operation("things.delete", Method::DELETE, "/things/{id}", Safety::Repeatable);
pub static ONCE: Operation = operation("things.create", Method::POST, "/things", Safety::Once);
pub static API: Api = Api::new("acme", &[&READ, &REPEAT, &ONCE]);

const fn operation(id: &'static str, method: Method, path: &'static str, safety: Safety) -> Operation {
    let mut operation = Operation::new(id, method, path);
    operation.safety = safety;
    operation
}

/// Reads `{"error": "…", "code": "…", "fields": {"name": "…"}}`.
pub fn read_problem(_: StatusCode, body: &Value) -> Option<Problem> {
    let fields = body["fields"].as_object().into_iter().flatten();
    let fields = fields.map(|(field, message)| FieldError::new(field, message.to_string())).collect();
    let problem = Problem::new(body.get("error")?.as_str()?).fields(fields);
    Some(problem.code(body["code"].as_str().map(str::to_owned)))
}

pub fn key() -> ApiKey {
    ApiKey::new(AUTHORIZATION, "Token ", &SecretString::from(SECRET)).unwrap()
}

pub fn client_with(api: &'static Api, transport: impl Transport, options: ClientOptions) -> Client {
    let options = options.transport(transport);
    kit::client(api, read_problem, "https://acme.example", key(), options).unwrap()
}

pub fn client(transport: impl Transport) -> Client {
    client_with(&API, transport, ClientOptions::new().seed(7))
}

pub fn script(steps: impl IntoIterator<Item = Step>) -> Scripted {
    Scripted::new(steps)
}

pub fn ok() -> Step {
    Step::answer(200, "{}")
}

pub fn status(status: u16) -> Step {
    Step::answer(status, json!({"error": "no"}).to_string())
}

pub async fn call(client: &Client, operation: &'static Operation) -> Result<Value, Error> {
    let draft = Draft::new(operation);
    let draft = if operation.path.contains("{id}") { draft.at("id", 7) } else { draft.body(json!({})) };
    draft.call::<Value>(client).send().await
}

pub fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

pub static LIST: Operation = {
    let mut operation = Operation::new("things.list", Method::POST, "/things/search");
    operation.safety = Safety::ReadOnly;
    operation.encoding = Encoding::Json;
    operation
};

/// The operation, paged in this way.
pub fn paged(paging: &'static Paging) -> &'static Operation {
    let mut operation = Operation::new(LIST.id, LIST.method.clone(), LIST.path);
    (operation.encoding, operation.safety, operation.paging) = (LIST.encoding, LIST.safety, Some(paging));
    Box::leak(Box::new(operation))
}
