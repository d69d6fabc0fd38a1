//! The examples of the operations.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use crate::support::in_sandbox;

#[path = "../../examples/course_members.rs"]
mod course_members;
#[path = "../../examples/courses.rs"]
mod courses;
#[path = "../../examples/groups.rs"]
mod groups;
#[path = "../../examples/members.rs"]
mod members;
#[path = "../../examples/program_members.rs"]
mod program_members;

#[tokio::test]
async fn every_example_runs() {
    course_members::create(&in_sandbox()).await.expect("course_members.create");
    course_members::get(&in_sandbox()).await.expect("course_members.get");
    courses::get(&in_sandbox()).await.expect("courses.get");
    courses::list(&in_sandbox()).await.expect("courses.list");
    courses::list_of_member(&in_sandbox()).await.expect("courses.list_of_member");
    groups::add_member(&in_sandbox()).await.expect("groups.add_member");
    groups::list(&in_sandbox()).await.expect("groups.list");
    groups::list_of_member(&in_sandbox()).await.expect("groups.list_of_member");
    members::create(&in_sandbox()).await.expect("members.create");
    members::create_in_course(&in_sandbox()).await.expect("members.create_in_course");
    members::create_in_program(&in_sandbox()).await.expect("members.create_in_program");
    members::get(&in_sandbox()).await.expect("members.get");
    members::invite(&in_sandbox()).await.expect("members.invite");
    members::invite_to_course(&in_sandbox()).await.expect("members.invite_to_course");
    members::invite_to_program(&in_sandbox()).await.expect("members.invite_to_program");
    members::list(&in_sandbox()).await.expect("members.list");
    members::list_of_course(&in_sandbox()).await.expect("members.list_of_course");
    members::list_of_group(&in_sandbox()).await.expect("members.list_of_group");
    members::me(&in_sandbox()).await.expect("members.me");
    members::update(&in_sandbox()).await.expect("members.update");
    program_members::create(&in_sandbox()).await.expect("program_members.create");
    program_members::delete(&in_sandbox()).await.expect("program_members.delete");
}
