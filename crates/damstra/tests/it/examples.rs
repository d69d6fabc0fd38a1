//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/groups.rs"]
mod groups;
#[path = "../../examples/ilt_sessions.rs"]
mod ilt_sessions;
#[path = "../../examples/lesson_schedules.rs"]
mod lesson_schedules;
#[path = "../../examples/lessons.rs"]
mod lessons;
#[path = "../../examples/player.rs"]
mod player;
#[path = "../../examples/users.rs"]
mod users;

#[tokio::test]
async fn every_example_runs() {
    groups::add_members(&in_sandbox()).await.expect("groups.add_members");
    groups::add_supervisors(&in_sandbox()).await.expect("groups.add_supervisors");
    groups::create(&in_sandbox()).await.expect("groups.create");
    groups::get(&in_sandbox()).await.expect("groups.get");
    groups::inactivate(&in_sandbox()).await.expect("groups.inactivate");
    groups::list(&in_sandbox()).await.expect("groups.list");
    groups::list_members(&in_sandbox()).await.expect("groups.list_members");
    groups::list_supervisors(&in_sandbox()).await.expect("groups.list_supervisors");
    groups::remove_members(&in_sandbox()).await.expect("groups.remove_members");
    groups::remove_supervisors(&in_sandbox()).await.expect("groups.remove_supervisors");
    groups::update(&in_sandbox()).await.expect("groups.update");
    ilt_sessions::bulk_deregister(&in_sandbox()).await.expect("ilt_sessions.bulk_deregister");
    ilt_sessions::bulk_register(&in_sandbox()).await.expect("ilt_sessions.bulk_register");
    ilt_sessions::cancel(&in_sandbox()).await.expect("ilt_sessions.cancel");
    ilt_sessions::complete(&in_sandbox()).await.expect("ilt_sessions.complete");
    ilt_sessions::create(&in_sandbox()).await.expect("ilt_sessions.create");
    ilt_sessions::get(&in_sandbox()).await.expect("ilt_sessions.get");
    ilt_sessions::list(&in_sandbox()).await.expect("ilt_sessions.list");
    ilt_sessions::list_attendees(&in_sandbox()).await.expect("ilt_sessions.list_attendees");
    ilt_sessions::save_progress(&in_sandbox()).await.expect("ilt_sessions.save_progress");
    ilt_sessions::update(&in_sandbox()).await.expect("ilt_sessions.update");
    lesson_schedules::certificate(&in_sandbox()).await.expect("lesson_schedules.certificate");
    lesson_schedules::get(&in_sandbox()).await.expect("lesson_schedules.get");
    lessons::list(&in_sandbox()).await.expect("lessons.list");
    lessons::list_details(&in_sandbox()).await.expect("lessons.list_details");
    player::embed(&in_sandbox()).await.expect("player.embed");
    player::embed_version(&in_sandbox()).await.expect("player.embed_version");
    users::activate(&in_sandbox()).await.expect("users.activate");
    users::create(&in_sandbox()).await.expect("users.create");
    users::get(&in_sandbox()).await.expect("users.get");
    users::inactivate(&in_sandbox()).await.expect("users.inactivate");
    users::search(&in_sandbox()).await.expect("users.search");
}
