//! The vendor's ids.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

tassel_core::kit::ids! {
    /// A user's id.
    UserId;
    /// A group's id.
    GroupId;
    /// A lesson's id. All versions of the lesson have the same one.
    LessonId;
    /// The id of a version of a lesson. Schedules are created with this id.
    LessonVersionId;
    /// A lesson schedule's id.
    LessonScheduleId;
    /// A session's id.
    IltSessionId;
    /// An attendee's id. It is not the user's id.
    AttendeeId;
    /// The account's id.
    ClientId;
    /// A custom field's id.
    CustomFieldId;
    /// The id of a custom field's value.
    CustomFieldValueId;
    /// An image's or a movie's id.
    MediaId;
}
