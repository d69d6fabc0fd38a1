//! The vendor's ids.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

tassel_core::kit::ids! {
    /// A course's id.
    CourseId;
    /// A member's id.
    MemberId;
    /// A program's id.
    ProgramId;
    /// A group's id.
    GroupId;
    /// Your id of a member.
    ExternalId;
}
