//! The vendor's ids.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

tassel_core::kit::ids! {
    /// A participant's address, or the token from the link that came when they were created.
    ParticipantId;
    /// A person's address or uid.
    UserId;
    /// A name page's slug or access code.
    NamePageId;
    /// A person's id at the organisation.
    InstitutionId;
    /// An export's id, a UUID.
    ExportId;
    /// A course's id at the Moodle, documented as a text and shown as a number.
    MoodleCourseId;
}
