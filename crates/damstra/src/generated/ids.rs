//! The vendor's ids.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

tassel_core::kit::ids! {
    /// A user's id.
    UserId;
    /// A group's id.
    GroupId;
    /// A lesson's id, the same for all of its versions.
    LessonId;
    /// The id of a version of a lesson. Scheduling takes this one.
    LessonVersionId;
    /// A lesson schedule's id.
    LessonScheduleId;
    /// A session's id.
    IltSessionId;
    /// The id of an attendance, which is not the user's.
    AttendeeId;
    /// The account's id.
    ClientId;
    /// A custom field's id.
    CustomFieldId;
    /// The id of a custom field's value.
    CustomFieldValueId;
    /// A picture's or a movie's id.
    MediaId;
}
