//! Every example of every contract: read and written back by its model, and over a socket to the client.

use httpmock::prelude::*;
use serde_json::Value;
use tassel_core::Operation;
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
fn path(operation: &Operation) -> (Vec<(&'static str, &'static str)>, String) {
    let mut path = operation.path.to_owned();
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
                    let (values, path) = path(operation);
                    let method = operation.method.as_str().parse::<httpmock::Method>().unwrap();
                    let mock = server
                        .mock_async(|when, then| {
                            when.method(method).path(path);
                            then.status(reply.status)
                                .header("content-type", "application/json")
                                .body(example.value.to_string());
                        })
                        .await;
                    let mut call = (vendor.call)(&server.base_url(), operation);
                    for (name, value) in values {
                        call = call.at(name, value);
                    }
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
async fn requests_arrive_over_http() {
    for vendor in vendors::all() {
        for (operation, described) in operations(&vendor) {
            for example in described.request.iter().flat_map(|body| &body.examples) {
                let label = format!("{} {}: {}", vendor.contract.vendor, operation.id, example.name);
                let server = MockServer::start_async().await;
                let (values, path) = path(operation);
                let sent = operation.request.unwrap()(example.value.to_string().as_bytes()).unwrap();
                let sent: Value = serde_json::from_slice(&sent).unwrap();
                let reply = described.replies[0].body.as_ref().unwrap().examples[0].value.to_string();
                let method = operation.method.as_str().parse::<httpmock::Method>().unwrap();
                let mock = server
                    .mock_async(|when, then| {
                        when.method(method)
                            .path(path)
                            .header("content-type", "application/json")
                            .json_body(sent.clone());
                        then.status(described.replies[0].status).body(reply);
                    })
                    .await;
                let mut call = (vendor.call)(&server.base_url(), operation).body(&sent);
                for (name, value) in values {
                    call = call.at(name, value);
                }
                call.send().await.unwrap_or_else(|error| panic!("{label}: {error}"));
                mock.assert_async().await;
            }
        }
    }
}
