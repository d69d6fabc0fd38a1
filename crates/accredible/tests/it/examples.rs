//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/analytics.rs"]
mod analytics;
#[path = "../../examples/attribute_keys.rs"]
mod attribute_keys;
#[path = "../../examples/collections.rs"]
mod collections;
#[path = "../../examples/credentials.rs"]
mod credentials;
#[path = "../../examples/departments.rs"]
mod departments;
#[path = "../../examples/designers.rs"]
mod designers;
#[path = "../../examples/designs.rs"]
mod designs;
#[path = "../../examples/evidence_items.rs"]
mod evidence_items;
#[path = "../../examples/exports.rs"]
mod exports;
#[path = "../../examples/groups.rs"]
mod groups;
#[path = "../../examples/issuer.rs"]
mod issuer;
#[path = "../../examples/references.rs"]
mod references;
#[path = "../../examples/skill_categories.rs"]
mod skill_categories;
#[path = "../../examples/skill_frameworks.rs"]
mod skill_frameworks;
#[path = "../../examples/sso.rs"]
mod sso;
#[path = "../../examples/team_members.rs"]
mod team_members;

#[tokio::test]
async fn every_example_runs() {
    analytics::list(&in_sandbox()).await.expect("analytics.list");
    analytics::list_of_credential(&in_sandbox()).await.expect("analytics.list_of_credential");
    attribute_keys::create(&in_sandbox()).await.expect("attribute_keys.create");
    attribute_keys::search(&in_sandbox()).await.expect("attribute_keys.search");
    collections::create(&in_sandbox()).await.expect("collections.create");
    collections::delete(&in_sandbox()).await.expect("collections.delete");
    collections::search(&in_sandbox()).await.expect("collections.search");
    collections::update(&in_sandbox()).await.expect("collections.update");
    credentials::blockchain_data(&in_sandbox()).await.expect("credentials.blockchain_data");
    credentials::blockchain_data_v1(&in_sandbox()).await.expect("credentials.blockchain_data_v1");
    credentials::create(&in_sandbox()).await.expect("credentials.create");
    credentials::delete(&in_sandbox()).await.expect("credentials.delete");
    credentials::generate_pdf(&in_sandbox()).await.expect("credentials.generate_pdf");
    credentials::generate_pdfs(&in_sandbox()).await.expect("credentials.generate_pdfs");
    credentials::get(&in_sandbox()).await.expect("credentials.get");
    credentials::list(&in_sandbox()).await.expect("credentials.list");
    credentials::redirect(&in_sandbox()).await.expect("credentials.redirect");
    credentials::search_v1(&in_sandbox()).await.expect("credentials.search_v1");
    credentials::update(&in_sandbox()).await.expect("credentials.update");
    departments::create(&in_sandbox()).await.expect("departments.create");
    departments::delete(&in_sandbox()).await.expect("departments.delete");
    departments::get(&in_sandbox()).await.expect("departments.get");
    departments::search(&in_sandbox()).await.expect("departments.search");
    departments::update(&in_sandbox()).await.expect("departments.update");
    designers::open_badge(&in_sandbox()).await.expect("designers.open_badge");
    designers::open_certificate(&in_sandbox()).await.expect("designers.open_certificate");
    designs::copy(&in_sandbox()).await.expect("designs.copy");
    designs::create(&in_sandbox()).await.expect("designs.create");
    designs::delete(&in_sandbox()).await.expect("designs.delete");
    designs::get(&in_sandbox()).await.expect("designs.get");
    designs::list(&in_sandbox()).await.expect("designs.list");
    designs::preview(&in_sandbox()).await.expect("designs.preview");
    designs::search(&in_sandbox()).await.expect("designs.search");
    designs::update(&in_sandbox()).await.expect("designs.update");
    evidence_items::create(&in_sandbox()).await.expect("evidence_items.create");
    evidence_items::delete(&in_sandbox()).await.expect("evidence_items.delete");
    evidence_items::get(&in_sandbox()).await.expect("evidence_items.get");
    evidence_items::update(&in_sandbox()).await.expect("evidence_items.update");
    exports::create(&in_sandbox()).await.expect("exports.create");
    exports::get(&in_sandbox()).await.expect("exports.get");
    exports::list(&in_sandbox()).await.expect("exports.list");
    groups::create(&in_sandbox()).await.expect("groups.create");
    groups::delete(&in_sandbox()).await.expect("groups.delete");
    groups::duplicate(&in_sandbox()).await.expect("groups.duplicate");
    groups::get(&in_sandbox()).await.expect("groups.get");
    groups::list(&in_sandbox()).await.expect("groups.list");
    groups::search(&in_sandbox()).await.expect("groups.search");
    groups::update(&in_sandbox()).await.expect("groups.update");
    issuer::get(&in_sandbox()).await.expect("issuer.get");
    references::create(&in_sandbox()).await.expect("references.create");
    references::delete(&in_sandbox()).await.expect("references.delete");
    references::get(&in_sandbox()).await.expect("references.get");
    references::update(&in_sandbox()).await.expect("references.update");
    skill_categories::list(&in_sandbox()).await.expect("skill_categories.list");
    skill_frameworks::list(&in_sandbox()).await.expect("skill_frameworks.list");
    skill_frameworks::search_skills(&in_sandbox()).await.expect("skill_frameworks.search_skills");
    sso::generate_link(&in_sandbox()).await.expect("sso.generate_link");
    team_members::create(&in_sandbox()).await.expect("team_members.create");
    team_members::delete(&in_sandbox()).await.expect("team_members.delete");
    team_members::get(&in_sandbox()).await.expect("team_members.get");
    team_members::update(&in_sandbox()).await.expect("team_members.update");
}
