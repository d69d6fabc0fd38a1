//! A vendor of our own making.

use std::time::Duration;

use http::{Method, StatusCode};
use serde_json::{Value, json};
use tassel_core::http::header::AUTHORIZATION;
use tassel_core::testing::{Scripted, Step};
use tassel_core::{
    Api, ApiKey, Client, ClientOptions, Error, FieldError, Operation, Problem, Safety, SecretString,
    Transport,
};

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
    Some(Problem {
        message: body.get("error")?.as_str()?.to_owned(),
        code: body["code"].as_str().map(str::to_owned),
        fields: fields
            .map(|(field, message)| FieldError { field: field.clone(), message: message.to_string() })
            .collect(),
        kind: None,
    })
}

pub fn key() -> ApiKey {
    ApiKey::new(AUTHORIZATION, "Token ", &SecretString::from(SECRET)).unwrap()
}

pub fn client_with(api: &'static Api, transport: impl Transport, options: ClientOptions) -> Client {
    let options = options.transport(transport);
    Client::new(api, read_problem, "https://acme.example", key(), options).unwrap()
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
    let call = client.call::<Value>(operation);
    if operation.path.contains("{id}") {
        call.at("id", 7).send().await
    } else {
        call.body(json!({})).send().await
    }
}

pub fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
