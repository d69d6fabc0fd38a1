//! The vendor's ids.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

tassel_core::kit::ids! {
    /// A credential's id: the vendor's number, or a text of your own.
    CredentialId;
    /// A group's id.
    GroupId;
    /// A recipient's id: a text is yours, a number is the vendor's.
    RecipientId;
    /// An evidence item's id.
    EvidenceItemId;
    /// A reference's id.
    ReferenceId;
    /// An issuer's id.
    IssuerId;
    /// A design's id.
    DesignId;
    /// A department's id.
    DepartmentId;
    /// A skill category's id.
    SkillCategoryId;
    /// A collection's id: a number or a UUID.
    CollectionId;
    /// A skill framework's id.
    SkillFrameworkId;
    /// The id of a version of a skill framework.
    FrameworkVersionId;
    /// The id of a skill, or of a parent node, within a version of a framework.
    SkillId;
    /// An attribute key's id.
    AttributeKeyId;
    /// A data export's id.
    DataExportId;
    /// The id of a file of a data export.
    DataExportFileId;
    /// A team member's id.
    TeamMemberId;
    /// A company's or school's id on LinkedIn.
    LinkedinId;
}
