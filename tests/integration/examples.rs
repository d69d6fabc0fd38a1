//! Every example of every contract: read and written back by its model, and over a socket to the client.

use httpmock::prelude::*;
use serde_json::Value;
use tassel_core::kit::Draft;
use tassel_core::operation::{Encoding, Operation};
use tassel_tests::loss;
use xtask::contract;

use crate::vendors::{self, Vendor};

/// The operations of a vendor, as the table has them and as the contract does.
fn operations(vendor: &Vendor) -> impl Iterator<Item = (&'static Operation, &contract::Operation)> {
    vendor.contract.operations.iter().map(|described| {
        let listed = vendor.api.operations.iter().find(|operation| operation.id == described.id);
        (*listed.unwrap_or_else(|| panic!("{} is not in the table", described.id)), described)
    })
}

/// Path values that need escaping, and what they look like in the path.
fn path(vendor: &Vendor, operation: &Operation) -> (Vec<(&'static str, &'static str)>, String) {
    let mut path = vendor.api.base_path.to_owned() + operation.path;
    let mut values = Vec::new();
    for parameter in operation
        .parameters
        .iter()
        .filter(|parameter| operation.path.contains(&format!("{{{}}}", parameter.name)))
    {
        path = path.replace(&format!("{{{}}}", parameter.name), "a%2Fb");
        values.push((parameter.name, "a/b"));
    }
    (values, path)
}

#[test]
fn models_lose_nothing() {
    let mut examples = 0;
    for vendor in vendors::all() {
        for (operation, described) in operations(&vendor) {
            let requests = described.request.iter().map(|body| (operation.request, body));
            let replies = described.replies.iter().filter_map(|reply| reply.body.as_ref());
            for (rewrite, body) in requests.chain(replies.map(|body| (operation.reply, body))) {
                for example in &body.examples {
                    examples += 1;
                    let label = format!("{} {}: {}", vendor.contract.vendor, operation.id, example.name);
                    let written = rewrite.unwrap()(example.value.to_string().as_bytes());
                    let written = written.unwrap_or_else(|error| panic!("{label}: {error}"));
                    let written: Value = serde_json::from_slice(&written).unwrap();
                    assert_eq!(loss(&example.value, &written), None, "{label}");
                }
            }
        }
    }
    assert!(examples >= 25, "{examples} examples");
}

#[tokio::test]
async fn replies_arrive_over_http() {
    for vendor in vendors::all() {
        for (operation, described) in operations(&vendor) {
            for reply in &described.replies {
                for example in reply.body.iter().flat_map(|body| &body.examples) {
                    let label = format!(
                        "{} {} {}: {}",
                        vendor.contract.vendor, operation.id, reply.status, example.name
                    );
                    let server = MockServer::start_async().await;
                    let (values, path) = path(&vendor, operation);
                    let method = operation.method.as_str().parse::<httpmock::Method>().unwrap();
                    let mock = server
                        .mock_async(|when, then| {
                            when.method(method).path(path);
                            then.status(reply.status)
                                .header("content-type", "application/json")
                                .body(example.value.to_string());
                        })
                        .await;
                    let draft = Draft::new(operation);
                    let draft = values.into_iter().fold(draft, |draft, (name, value)| draft.at(name, value));
                    let call = vendor.client(&server.base_url()).operation(draft);
                    let answer = call.send_raw().await.unwrap_or_else(|error| panic!("{label}: {error}"));
                    assert_eq!(answer.status.as_u16(), reply.status, "{label}");
                    let written: Value = serde_json::from_slice(&answer.value).unwrap();
                    assert_eq!(loss(&example.value, &written), None, "{label}");
                    mock.assert_async().await;
                }
            }
        }
    }
}

#[tokio::test]
async fn replies_that_are_not_json_arrive_as_they_are() {
    for vendor in vendors::all() {
        for (operation, described) in operations(&vendor) {
            for reply in described.replies.iter().filter(|reply| reply.body.is_none()) {
                let label = format!("{} {} {}", vendor.contract.vendor, operation.id, reply.status);
                let sent: &[u8] = if reply.media_type.is_some() { b"\0as it is\n" } else { b"" };
                let page = (300..400).contains(&reply.status).then_some("https://elsewhere.example/page");
                let server = MockServer::start_async().await;
                let (values, path) = path(&vendor, operation);
                let mock = server
                    .mock_async(|when, then| {
                        when.path(path);
                        let mut then = then.status(reply.status).body(sent);
                        let headers = [("content-type", reply.media_type.as_deref()), ("location", page)];
                        for (name, value) in headers {
                            then = match value {
                                Some(value) => then.header(name, value),
                                None => then,
                            };
                        }
                    })
                    .await;
                let draft = Draft::new(operation);
                let draft = values.into_iter().fold(draft, |draft, (name, value)| draft.at(name, value));
                let call = vendor.client(&server.base_url()).operation(draft);
                let answer = call.send().await.unwrap_or_else(|error| panic!("{label}: {error}"));
                // Of a redirect, the page it leads to is read. It is not followed.
                assert_eq!(answer, page.map_or(sent, str::as_bytes), "{label}");
                mock.assert_async().await;
            }
        }
    }
}

#[tokio::test]
async fn requests_arrive_over_http() {
    for vendor in vendors::all() {
        for (operation, described) in operations(&vendor) {
            for example in described.request.iter().flat_map(|body| &body.examples) {
                let label = format!("{} {}: {}", vendor.contract.vendor, operation.id, example.name);
                let server = MockServer::start_async().await;
                let (values, path) = path(&vendor, operation);
                let sent = operation.request.unwrap()(example.value.to_string().as_bytes()).unwrap();
                let sent: Value = serde_json::from_slice(&sent).unwrap();
                let reply = described.replies[0].body.as_ref();
                let reply = reply.map(|body| body.examples[0].value.to_string()).unwrap_or_default();
                let method = operation.method.as_str().parse::<httpmock::Method>().unwrap();
                let mock = server
                    .mock_async(|when, then| {
                        let when = when.method(method).path(path);
                        if operation.encoding == Encoding::Form {
                            let when = when.header("content-type", "application/x-www-form-urlencoded");
                            sent.as_object().unwrap().iter().fold(when, |when, (name, value)| {
                                let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                                when.form_urlencoded_tuple(name, if value.is_null() { "" } else { &text })
                            });
                        } else {
                            when.header("content-type", "application/json").json_body(sent.clone());
                        }
                        then.status(described.replies[0].status).body(reply);
                    })
                    .await;
                let draft = Draft::new(operation).body(&sent);
                let draft = values.into_iter().fold(draft, |draft, (name, value)| draft.at(name, value));
                let call = vendor.client(&server.base_url()).operation(draft);
                call.send().await.unwrap_or_else(|error| panic!("{label}: {error}"));
                mock.assert_async().await;
            }
        }
    }
}
