//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/collections.rs"]
mod collections;
#[path = "../../examples/credentials.rs"]
mod credentials;
#[path = "../../examples/groups.rs"]
mod groups;
#[path = "../../examples/issuer.rs"]
mod issuer;

#[tokio::test]
async fn every_example_runs() {
    collections::create(&in_sandbox()).await.expect("collections.create");
    collections::delete(&in_sandbox()).await.expect("collections.delete");
    collections::search(&in_sandbox()).await.expect("collections.search");
    collections::update(&in_sandbox()).await.expect("collections.update");
    credentials::create(&in_sandbox()).await.expect("credentials.create");
    credentials::delete(&in_sandbox()).await.expect("credentials.delete");
    credentials::get(&in_sandbox()).await.expect("credentials.get");
    credentials::list(&in_sandbox()).await.expect("credentials.list");
    credentials::update(&in_sandbox()).await.expect("credentials.update");
    groups::create(&in_sandbox()).await.expect("groups.create");
    groups::delete(&in_sandbox()).await.expect("groups.delete");
    groups::duplicate(&in_sandbox()).await.expect("groups.duplicate");
    groups::get(&in_sandbox()).await.expect("groups.get");
    groups::list(&in_sandbox()).await.expect("groups.list");
    groups::search(&in_sandbox()).await.expect("groups.search");
    groups::update(&in_sandbox()).await.expect("groups.update");
    issuer::get(&in_sandbox()).await.expect("issuer.get");
}
