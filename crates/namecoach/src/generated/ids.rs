//! The vendor's ids.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

tassel_core::kit::ids! {
    /// A participant's email address, or the token from the link in the reply to their creation.
    ParticipantId;
    /// A person's email address or uid.
    UserId;
    /// A name page's slug or access code.
    NamePageId;
    /// A person's id at the organisation.
    InstitutionId;
    /// An export's id, a UUID.
    ExportId;
    /// A course's id in Moodle. It is documented as a text and shown as a number.
    MoodleCourseId;
}
