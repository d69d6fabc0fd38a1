//! The operations as an enum.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::operation::Operation;

use super::operations::OPERATIONS;

/// An operation. A `match` on it has an arm for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationId {
    /// [`credentials.create`](super::operations::CREDENTIALS_CREATE).
    CredentialsCreate,
    /// [`credentials.bulk_create_v1`](super::operations::CREDENTIALS_BULK_CREATE_V1).
    CredentialsBulkCreateV1,
    /// [`credentials.bulk_create`](super::operations::CREDENTIALS_BULK_CREATE).
    CredentialsBulkCreate,
    /// [`credentials.get`](super::operations::CREDENTIALS_GET).
    CredentialsGet,
    /// [`credentials.update`](super::operations::CREDENTIALS_UPDATE).
    CredentialsUpdate,
    /// [`credentials.delete`](super::operations::CREDENTIALS_DELETE).
    CredentialsDelete,
    /// [`credentials.list`](super::operations::CREDENTIALS_LIST).
    CredentialsList,
    /// [`credentials.search`](super::operations::CREDENTIALS_SEARCH).
    CredentialsSearch,
    /// [`credentials.search_v1`](super::operations::CREDENTIALS_SEARCH_V1).
    CredentialsSearchV1,
    /// [`credentials.generate_pdfs`](super::operations::CREDENTIALS_GENERATE_PDFS).
    CredentialsGeneratePdfs,
    /// [`credentials.generate_pdf`](super::operations::CREDENTIALS_GENERATE_PDF).
    CredentialsGeneratePdf,
    /// [`sso.generate_link`](super::operations::SSO_GENERATE_LINK).
    SsoGenerateLink,
    /// [`evidence_items.create`](super::operations::EVIDENCE_ITEMS_CREATE).
    EvidenceItemsCreate,
    /// [`evidence_items.get`](super::operations::EVIDENCE_ITEMS_GET).
    EvidenceItemsGet,
    /// [`evidence_items.update`](super::operations::EVIDENCE_ITEMS_UPDATE).
    EvidenceItemsUpdate,
    /// [`evidence_items.delete`](super::operations::EVIDENCE_ITEMS_DELETE).
    EvidenceItemsDelete,
    /// [`references.create`](super::operations::REFERENCES_CREATE).
    ReferencesCreate,
    /// [`references.get`](super::operations::REFERENCES_GET).
    ReferencesGet,
    /// [`references.update`](super::operations::REFERENCES_UPDATE).
    ReferencesUpdate,
    /// [`references.delete`](super::operations::REFERENCES_DELETE).
    ReferencesDelete,
    /// [`groups.search`](super::operations::GROUPS_SEARCH).
    GroupsSearch,
    /// [`groups.create`](super::operations::GROUPS_CREATE).
    GroupsCreate,
    /// [`groups.get`](super::operations::GROUPS_GET).
    GroupsGet,
    /// [`groups.update`](super::operations::GROUPS_UPDATE).
    GroupsUpdate,
    /// [`groups.delete`](super::operations::GROUPS_DELETE).
    GroupsDelete,
    /// [`groups.duplicate`](super::operations::GROUPS_DUPLICATE).
    GroupsDuplicate,
    /// [`groups.list`](super::operations::GROUPS_LIST).
    GroupsList,
    /// [`collections.create`](super::operations::COLLECTIONS_CREATE).
    CollectionsCreate,
    /// [`collections.update`](super::operations::COLLECTIONS_UPDATE).
    CollectionsUpdate,
    /// [`collections.delete`](super::operations::COLLECTIONS_DELETE).
    CollectionsDelete,
    /// [`collections.search`](super::operations::COLLECTIONS_SEARCH).
    CollectionsSearch,
    /// [`skill_categories.list`](super::operations::SKILL_CATEGORIES_LIST).
    SkillCategoriesList,
    /// [`skill_frameworks.list`](super::operations::SKILL_FRAMEWORKS_LIST).
    SkillFrameworksList,
    /// [`skill_frameworks.search_skills`](super::operations::SKILL_FRAMEWORKS_SEARCH_SKILLS).
    SkillFrameworksSearchSkills,
    /// [`attribute_keys.create`](super::operations::ATTRIBUTE_KEYS_CREATE).
    AttributeKeysCreate,
    /// [`attribute_keys.search`](super::operations::ATTRIBUTE_KEYS_SEARCH).
    AttributeKeysSearch,
    /// [`exports.list`](super::operations::EXPORTS_LIST).
    ExportsList,
    /// [`exports.create`](super::operations::EXPORTS_CREATE).
    ExportsCreate,
    /// [`exports.get`](super::operations::EXPORTS_GET).
    ExportsGet,
    /// [`analytics.list`](super::operations::ANALYTICS_LIST).
    AnalyticsList,
    /// [`analytics.list_of_credential`](super::operations::ANALYTICS_LIST_OF_CREDENTIAL).
    AnalyticsListOfCredential,
    /// [`designs.list`](super::operations::DESIGNS_LIST).
    DesignsList,
    /// [`designs.create`](super::operations::DESIGNS_CREATE).
    DesignsCreate,
    /// [`designs.get`](super::operations::DESIGNS_GET).
    DesignsGet,
    /// [`designs.update`](super::operations::DESIGNS_UPDATE).
    DesignsUpdate,
    /// [`designs.delete`](super::operations::DESIGNS_DELETE).
    DesignsDelete,
    /// [`designs.copy`](super::operations::DESIGNS_COPY).
    DesignsCopy,
    /// [`designs.search`](super::operations::DESIGNS_SEARCH).
    DesignsSearch,
    /// [`designs.preview`](super::operations::DESIGNS_PREVIEW).
    DesignsPreview,
    /// [`designers.open_badge`](super::operations::DESIGNERS_OPEN_BADGE).
    DesignersOpenBadge,
    /// [`designers.open_certificate`](super::operations::DESIGNERS_OPEN_CERTIFICATE).
    DesignersOpenCertificate,
    /// [`departments.create`](super::operations::DEPARTMENTS_CREATE).
    DepartmentsCreate,
    /// [`departments.get`](super::operations::DEPARTMENTS_GET).
    DepartmentsGet,
    /// [`departments.update`](super::operations::DEPARTMENTS_UPDATE).
    DepartmentsUpdate,
    /// [`departments.delete`](super::operations::DEPARTMENTS_DELETE).
    DepartmentsDelete,
    /// [`departments.search`](super::operations::DEPARTMENTS_SEARCH).
    DepartmentsSearch,
    /// [`team_members.create`](super::operations::TEAM_MEMBERS_CREATE).
    TeamMembersCreate,
    /// [`team_members.get`](super::operations::TEAM_MEMBERS_GET).
    TeamMembersGet,
    /// [`team_members.update`](super::operations::TEAM_MEMBERS_UPDATE).
    TeamMembersUpdate,
    /// [`team_members.delete`](super::operations::TEAM_MEMBERS_DELETE).
    TeamMembersDelete,
    /// [`credentials.redirect`](super::operations::CREDENTIALS_REDIRECT).
    CredentialsRedirect,
    /// [`credentials.blockchain_data_v1`](super::operations::CREDENTIALS_BLOCKCHAIN_DATA_V1).
    CredentialsBlockchainDataV1,
    /// [`credentials.blockchain_data`](super::operations::CREDENTIALS_BLOCKCHAIN_DATA).
    CredentialsBlockchainData,
    /// [`issuer.get`](super::operations::ISSUER_GET).
    IssuerGet,
}

impl OperationId {
    /// Every operation, in the order of the table.
    pub const ALL: &[Self] = &[
        Self::CredentialsCreate,
        Self::CredentialsBulkCreateV1,
        Self::CredentialsBulkCreate,
        Self::CredentialsGet,
        Self::CredentialsUpdate,
        Self::CredentialsDelete,
        Self::CredentialsList,
        Self::CredentialsSearch,
        Self::CredentialsSearchV1,
        Self::CredentialsGeneratePdfs,
        Self::CredentialsGeneratePdf,
        Self::SsoGenerateLink,
        Self::EvidenceItemsCreate,
        Self::EvidenceItemsGet,
        Self::EvidenceItemsUpdate,
        Self::EvidenceItemsDelete,
        Self::ReferencesCreate,
        Self::ReferencesGet,
        Self::ReferencesUpdate,
        Self::ReferencesDelete,
        Self::GroupsSearch,
        Self::GroupsCreate,
        Self::GroupsGet,
        Self::GroupsUpdate,
        Self::GroupsDelete,
        Self::GroupsDuplicate,
        Self::GroupsList,
        Self::CollectionsCreate,
        Self::CollectionsUpdate,
        Self::CollectionsDelete,
        Self::CollectionsSearch,
        Self::SkillCategoriesList,
        Self::SkillFrameworksList,
        Self::SkillFrameworksSearchSkills,
        Self::AttributeKeysCreate,
        Self::AttributeKeysSearch,
        Self::ExportsList,
        Self::ExportsCreate,
        Self::ExportsGet,
        Self::AnalyticsList,
        Self::AnalyticsListOfCredential,
        Self::DesignsList,
        Self::DesignsCreate,
        Self::DesignsGet,
        Self::DesignsUpdate,
        Self::DesignsDelete,
        Self::DesignsCopy,
        Self::DesignsSearch,
        Self::DesignsPreview,
        Self::DesignersOpenBadge,
        Self::DesignersOpenCertificate,
        Self::DepartmentsCreate,
        Self::DepartmentsGet,
        Self::DepartmentsUpdate,
        Self::DepartmentsDelete,
        Self::DepartmentsSearch,
        Self::TeamMembersCreate,
        Self::TeamMembersGet,
        Self::TeamMembersUpdate,
        Self::TeamMembersDelete,
        Self::CredentialsRedirect,
        Self::CredentialsBlockchainDataV1,
        Self::CredentialsBlockchainData,
        Self::IssuerGet,
    ];

    /// Which entry of the table this is.
    #[must_use]
    pub fn of(operation: &'static Operation) -> Option<Self> {
        let place = OPERATIONS.iter().position(|entry| std::ptr::eq(*entry, operation));
        place.and_then(|place| Self::ALL.get(place)).copied()
    }
}
