//! The table of operations, and what holds for all of them.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Accredible Credential API. See <https://docs.api.accredible.com>.
pub static API: Api = {
    let mut api = Api::new("accredible", OPERATIONS);
    api.quotas = QUOTAS;
    api.after_429 = Some((Duration::from_secs(30), Duration::from_secs(300)));
    api
};

/// The header that carries the key.
pub const KEY_HEADER: &str = "authorization";

/// What stands before the key in its header.
pub const KEY_PREFIX: &str = "Token token=";

/// Where the vendor answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Server {
    /// Production, United States. The default.
    Us,
    /// Production, European Union.
    Eu,
    /// The vendor's own sandbox.
    Sandbox,
}

impl Server {
    /// The base URL.
    #[must_use]
    pub const fn url(self) -> &'static str {
        match self {
            Self::Us => "https://api.accredible.com",
            Self::Eu => "https://eu.api.accredible.com",
            Self::Sandbox => "https://sandbox.api.accredible.com",
        }
    }
}

/// The vendor's quotas.
pub static QUOTAS: &[QuotaRule] = &[
    QuotaRule::new(
        "default",
        QuotaScope::Address,
        &[
            Window::Trailing { limit: 200, per: Duration::from_secs(30) },
            Window::Trailing { limit: 2000, per: Duration::from_secs(300) },
        ],
    ),
    QuotaRule::new(
        "search",
        QuotaScope::Address,
        &[Window::Trailing { limit: 100, per: Duration::from_secs(60) }],
    ),
];

/// Every operation, in the order of the contract.
pub static OPERATIONS: &[&Operation] = &[
    &CREDENTIALS_CREATE,
    &CREDENTIALS_BULK_CREATE_V1,
    &CREDENTIALS_BULK_CREATE,
    &CREDENTIALS_GET,
    &CREDENTIALS_UPDATE,
    &CREDENTIALS_DELETE,
    &CREDENTIALS_LIST,
    &CREDENTIALS_SEARCH,
    &CREDENTIALS_SEARCH_V1,
    &CREDENTIALS_GENERATE_PDFS,
    &CREDENTIALS_GENERATE_PDF,
    &SSO_GENERATE_LINK,
    &EVIDENCE_ITEMS_CREATE,
    &EVIDENCE_ITEMS_GET,
    &EVIDENCE_ITEMS_UPDATE,
    &EVIDENCE_ITEMS_DELETE,
    &REFERENCES_CREATE,
    &REFERENCES_GET,
    &REFERENCES_UPDATE,
    &REFERENCES_DELETE,
    &GROUPS_SEARCH,
    &GROUPS_CREATE,
    &GROUPS_GET,
    &GROUPS_UPDATE,
    &GROUPS_DELETE,
    &GROUPS_DUPLICATE,
    &GROUPS_LIST,
    &COLLECTIONS_CREATE,
    &COLLECTIONS_UPDATE,
    &COLLECTIONS_DELETE,
    &COLLECTIONS_SEARCH,
    &SKILL_CATEGORIES_LIST,
    &SKILL_FRAMEWORKS_LIST,
    &SKILL_FRAMEWORKS_SEARCH_SKILLS,
    &ATTRIBUTE_KEYS_CREATE,
    &ATTRIBUTE_KEYS_SEARCH,
    &EXPORTS_LIST,
    &EXPORTS_CREATE,
    &EXPORTS_GET,
    &ANALYTICS_LIST,
    &ANALYTICS_LIST_OF_CREDENTIAL,
    &DESIGNS_LIST,
    &DESIGNS_CREATE,
    &DESIGNS_GET,
    &DESIGNS_UPDATE,
    &DESIGNS_DELETE,
    &DESIGNS_COPY,
    &DESIGNS_SEARCH,
    &DESIGNS_PREVIEW,
    &DESIGNERS_OPEN_BADGE,
    &DESIGNERS_OPEN_CERTIFICATE,
    &DEPARTMENTS_CREATE,
    &DEPARTMENTS_GET,
    &DEPARTMENTS_UPDATE,
    &DEPARTMENTS_DELETE,
    &DEPARTMENTS_SEARCH,
    &TEAM_MEMBERS_CREATE,
    &TEAM_MEMBERS_GET,
    &TEAM_MEMBERS_UPDATE,
    &TEAM_MEMBERS_DELETE,
    &CREDENTIALS_REDIRECT,
    &CREDENTIALS_BLOCKCHAIN_DATA_V1,
    &CREDENTIALS_BLOCKCHAIN_DATA,
    &ISSUER_GET,
];

/// `POST /v1/credentials`: issues a credential.
pub static CREDENTIALS_CREATE: Operation = {
    let mut operation = Operation::new("credentials.create", Method::POST, "/v1/credentials");
    operation.summary = "Issues a credential.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("credential");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.request = Some(rewrite::<NewCredentialBody>);
    operation.reply = Some(rewrite::<CredentialBody>);
    operation
};

/// `POST /v1/credentials/bulk_create`: issues up to 100 credentials. If one is invalid, none is issued.
pub static CREDENTIALS_BULK_CREATE_V1: Operation = {
    let mut operation =
        Operation::new("credentials.bulk_create_v1", Method::POST, "/v1/credentials/bulk_create");
    operation.summary = "Issues up to 100 credentials. If one is invalid, none is issued.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.request = Some(rewrite_within::<BulkCreateV1>);
    operation.reply = Some(rewrite::<BulkCreatedV1>);
    operation
};

/// `POST /v2/credentials/bulk_create`: issues up to 30 credentials, each independently of the others.
pub static CREDENTIALS_BULK_CREATE: Operation = {
    let mut operation =
        Operation::new("credentials.bulk_create", Method::POST, "/v2/credentials/bulk_create");
    operation.summary = "Issues up to 30 credentials, each independently of the others.";
    operation.encoding = Encoding::Json;
    operation.success = &[200, 207, 422];
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.request = Some(rewrite_within::<BulkCreate>);
    operation.reply = Some(rewrite::<BulkResults>);
    operation
};

/// `GET /v1/credentials/{id}`: fetches one credential, by the vendor's id or yours.
pub static CREDENTIALS_GET: Operation = {
    let mut operation = Operation::new("credentials.get", Method::GET, "/v1/credentials/{id}");
    operation.summary = "Fetches one credential, by the vendor's id or yours.";
    operation.parameters =
        &[Parameter::path("id", "The vendor's id of the credential, or the id that you gave it.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("credential");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.reply = Some(rewrite::<CredentialBody>);
    operation
};

/// `PUT /v1/credentials/{id}`: updates the given fields of a credential. The other fields keep their values.
pub static CREDENTIALS_UPDATE: Operation = {
    let mut operation = Operation::new("credentials.update", Method::PUT, "/v1/credentials/{id}");
    operation.summary = "Updates the given fields of a credential. The other fields keep their values.";
    operation.parameters =
        &[Parameter::path("id", "The vendor's id of the credential, or the id that you gave it.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.once_with = &["/credential/evidence_items", "/credential/references"];
    operation.wrapper = Some("credential");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.request = Some(rewrite::<CredentialUpdateBody>);
    operation.reply = Some(rewrite::<CredentialBody>);
    operation
};

/// `DELETE /v1/credentials/{id}`: deletes a credential.
pub static CREDENTIALS_DELETE: Operation = {
    let mut operation = Operation::new("credentials.delete", Method::DELETE, "/v1/credentials/{id}");
    operation.summary = "Deletes a credential.";
    operation.parameters =
        &[Parameter::path("id", "The vendor's id of the credential, or the id that you gave it.")];
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("credential");
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.reply = Some(rewrite::<CredentialBody>);
    operation
};

/// `GET /v1/all_credentials`: lists credentials.
pub static CREDENTIALS_LIST: Operation = {
    let mut operation = Operation::new("credentials.list", Method::GET, "/v1/all_credentials");
    operation.summary = "Lists credentials.";
    operation.parameters = &[
        Parameter::query("group_id", false, "Only credentials of this group."),
        Parameter::query(
            "email",
            false,
            "Only credentials of the recipient with this email address, which is sent in lower case.",
        ),
        Parameter::query("recipient_id", false, "Only credentials of the recipient with this id (your own)."),
        Parameter::query("license_id", false, "Only the credential with this id (your own)."),
        Parameter::query("start_date", false, "Only credentials issued after this day."),
        Parameter::query("end_date", false, "Only credentials issued before this day."),
        Parameter::query("start_updated_date", false, "Only credentials updated after this day."),
        Parameter::query("end_updated_date", false, "Only credentials updated before this day."),
        Parameter::query(
            "page_size",
            false,
            "The number of items on a page. Default 50. The maximum is not known.",
        ),
        Parameter::query("page", false, "The page number, from 1."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&CREDENTIALS_LIST_PAGING);
    operation.deprecated = true;
    operation.certainty = Certainty::Seed;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.reply = Some(rewrite::<CredentialList>);
    operation
};

/// How `credentials.list` is paged.
pub static CREDENTIALS_LIST_PAGING: Paging = Paging::new(PagingStyle::Page, 50)
    .ends(&[EndSignal::NullNext, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "page_size")]);

/// `POST /v2/credentials/search`: searches for credentials.
pub static CREDENTIALS_SEARCH: Operation = {
    let mut operation = Operation::new("credentials.search", Method::POST, "/v2/credentials/search");
    operation.summary = "Searches for credentials.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&CREDENTIALS_SEARCH_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.request = Some(rewrite::<CredentialSearch>);
    operation.reply = Some(rewrite::<CredentialSearchPage>);
    operation
};

/// How `credentials.search` is paged.
pub static CREDENTIALS_SEARCH_PAGING: Paging =
    Paging::new(PagingStyle::CursorOrOffset, 50).ends(&[EndSignal::Total, EndSignal::EmptyPage]).reach(10000);

/// `POST /v1/credentials/search`: searches for credentials.
pub static CREDENTIALS_SEARCH_V1: Operation = {
    let mut operation = Operation::new("credentials.search_v1", Method::POST, "/v1/credentials/search");
    operation.summary = "Searches for credentials.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&CREDENTIALS_SEARCH_V1_PAGING);
    operation.quota = "search";
    operation.deprecated = true;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.request = Some(rewrite::<CredentialSearchV1>);
    operation.reply = Some(rewrite::<CredentialList>);
    operation
};

/// How `credentials.search_v1` is paged.
pub static CREDENTIALS_SEARCH_V1_PAGING: Paging =
    Paging::new(PagingStyle::Page, 50).ends(&[EndSignal::NullNext, EndSignal::EmptyPage]);

/// `POST /v1/credentials/generate_pdf`: generates the PDFs of credentials, in a ZIP file.
pub static CREDENTIALS_GENERATE_PDFS: Operation = {
    let mut operation =
        Operation::new("credentials.generate_pdfs", Method::POST, "/v1/credentials/generate_pdf");
    operation.summary = "Generates the PDFs of credentials, in a ZIP file.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.request = Some(rewrite_within::<PdfRequest>);
    operation.reply = Some(rewrite::<GeneratedFile>);
    operation
};

/// `POST /v1/credentials/generate_single_pdf/{id}`: generates the PDF of a credential. The credential must be
/// published.
pub static CREDENTIALS_GENERATE_PDF: Operation = {
    let mut operation =
        Operation::new("credentials.generate_pdf", Method::POST, "/v1/credentials/generate_single_pdf/{id}");
    operation.summary = "Generates the PDF of a credential. The credential must be published.";
    operation.parameters =
        &[Parameter::path("id", "The vendor's id of the credential, or the id that you gave it.")];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.reply = Some(rewrite::<GeneratedFile>);
    operation
};

/// `POST /v1/sso/generate_link`: generates a link that logs a recipient in once.
pub static SSO_GENERATE_LINK: Operation = {
    let mut operation = Operation::new("sso.generate_link", Method::POST, "/v1/sso/generate_link");
    operation.summary = "Generates a link that logs a recipient in once.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/SSO";
    operation.request = Some(rewrite::<SsoRequest>);
    operation.reply = Some(rewrite::<SsoLink>);
    operation
};

/// `POST /v1/credentials/{credential_id}/evidence_items`: adds a piece of evidence to a credential.
pub static EVIDENCE_ITEMS_CREATE: Operation = {
    let mut operation = Operation::new(
        "evidence_items.create",
        Method::POST,
        "/v1/credentials/{credential_id}/evidence_items",
    );
    operation.summary = "Adds a piece of evidence to a credential.";
    operation.parameters =
        &[Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("evidence_item");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Evidence-Items";
    operation.request = Some(rewrite::<NewEvidenceItemBody>);
    operation.reply = Some(rewrite::<Unwrapped<EvidenceItem>>);
    operation
};

/// `GET /v1/credentials/{credential_id}/evidence_items/{evidence_item_id}`: fetches one piece of evidence.
pub static EVIDENCE_ITEMS_GET: Operation = {
    let mut operation = Operation::new(
        "evidence_items.get",
        Method::GET,
        "/v1/credentials/{credential_id}/evidence_items/{evidence_item_id}",
    );
    operation.summary = "Fetches one piece of evidence.";
    operation.parameters = &[
        Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it."),
        Parameter::path("evidence_item_id", "The item's id."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Evidence-Items";
    operation.reply = Some(rewrite::<Unwrapped<EvidenceItem>>);
    operation
};

/// `PUT /v1/credentials/{credential_id}/evidence_items/{evidence_item_id}`: updates the given fields of a
/// piece of evidence. The other fields keep their values.
pub static EVIDENCE_ITEMS_UPDATE: Operation = {
    let mut operation = Operation::new(
        "evidence_items.update",
        Method::PUT,
        "/v1/credentials/{credential_id}/evidence_items/{evidence_item_id}",
    );
    operation.summary =
        "Updates the given fields of a piece of evidence. The other fields keep their values.";
    operation.parameters = &[
        Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it."),
        Parameter::path("evidence_item_id", "The item's id."),
    ];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("evidence_item");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Evidence-Items";
    operation.request = Some(rewrite::<EvidenceItemUpdateBody>);
    operation.reply = Some(rewrite::<Unwrapped<EvidenceItem>>);
    operation
};

/// `DELETE /v1/credentials/{credential_id}/evidence_items/{evidence_item_id}`: deletes a piece of evidence
/// and returns its id and title.
pub static EVIDENCE_ITEMS_DELETE: Operation = {
    let mut operation = Operation::new(
        "evidence_items.delete",
        Method::DELETE,
        "/v1/credentials/{credential_id}/evidence_items/{evidence_item_id}",
    );
    operation.summary = "Deletes a piece of evidence and returns its id and title.";
    operation.parameters = &[
        Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it."),
        Parameter::path("evidence_item_id", "The item's id."),
    ];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Evidence-Items";
    operation.reply = Some(rewrite::<Unwrapped<EvidenceItem>>);
    operation
};

/// `POST /v1/credentials/{credential_id}/references`: adds a reference to a credential.
pub static REFERENCES_CREATE: Operation = {
    let mut operation =
        Operation::new("references.create", Method::POST, "/v1/credentials/{credential_id}/references");
    operation.summary = "Adds a reference to a credential.";
    operation.parameters =
        &[Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("reference");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/References";
    operation.request = Some(rewrite::<NewReferenceBody>);
    operation.reply = Some(rewrite::<Unwrapped<Reference>>);
    operation
};

/// `GET /v1/credentials/{credential_id}/references/{reference_id}`: fetches one reference.
pub static REFERENCES_GET: Operation = {
    let mut operation = Operation::new(
        "references.get",
        Method::GET,
        "/v1/credentials/{credential_id}/references/{reference_id}",
    );
    operation.summary = "Fetches one reference.";
    operation.parameters = &[
        Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it."),
        Parameter::path("reference_id", "The reference's id."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/References";
    operation.reply = Some(rewrite::<Unwrapped<Reference>>);
    operation
};

/// `PUT /v1/credentials/{credential_id}/references/{reference_id}`: updates the given fields of a reference.
/// The other fields keep their values.
pub static REFERENCES_UPDATE: Operation = {
    let mut operation = Operation::new(
        "references.update",
        Method::PUT,
        "/v1/credentials/{credential_id}/references/{reference_id}",
    );
    operation.summary = "Updates the given fields of a reference. The other fields keep their values.";
    operation.parameters = &[
        Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it."),
        Parameter::path("reference_id", "The reference's id."),
    ];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("reference");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/References";
    operation.request = Some(rewrite::<ReferenceUpdateBody>);
    operation.reply = Some(rewrite::<Unwrapped<Reference>>);
    operation
};

/// `DELETE /v1/credentials/{credential_id}/references/{reference_id}`: deletes a reference and returns it.
pub static REFERENCES_DELETE: Operation = {
    let mut operation = Operation::new(
        "references.delete",
        Method::DELETE,
        "/v1/credentials/{credential_id}/references/{reference_id}",
    );
    operation.summary = "Deletes a reference and returns it.";
    operation.parameters = &[
        Parameter::path("credential_id", "The vendor's id of the credential, or the id that you gave it."),
        Parameter::path("reference_id", "The reference's id."),
    ];
    operation.safety = Safety::Repeatable;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/References";
    operation.reply = Some(rewrite::<Unwrapped<Reference>>);
    operation
};

/// `POST /v1/issuer/groups/search`: searches for groups.
pub static GROUPS_SEARCH: Operation = {
    let mut operation = Operation::new("groups.search", Method::POST, "/v1/issuer/groups/search");
    operation.summary = "Searches for groups.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&GROUPS_SEARCH_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.request = Some(rewrite::<GroupSearch>);
    operation.reply = Some(rewrite::<GroupList>);
    operation
};

/// How `groups.search` is paged.
pub static GROUPS_SEARCH_PAGING: Paging =
    Paging::new(PagingStyle::Page, 50).ends(&[EndSignal::NullNext, EndSignal::EmptyPage]);

/// `POST /v1/issuer/groups`: creates a group.
pub static GROUPS_CREATE: Operation = {
    let mut operation = Operation::new("groups.create", Method::POST, "/v1/issuer/groups");
    operation.summary = "Creates a group.";
    operation.encoding = Encoding::Json;
    operation.success = &[200, 207];
    operation.safety = Safety::Once;
    operation.wrapper = Some("group");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.request = Some(rewrite::<NewGroupBody>);
    operation.reply = Some(rewrite::<SavedGroup>);
    operation
};

/// `GET /v1/issuer/groups/{group_id}`: fetches one group.
pub static GROUPS_GET: Operation = {
    let mut operation = Operation::new("groups.get", Method::GET, "/v1/issuer/groups/{group_id}");
    operation.summary = "Fetches one group.";
    operation.parameters = &[Parameter::path("group_id", "The group's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("group");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.reply = Some(rewrite::<GroupBody>);
    operation
};

/// `PUT /v1/issuer/groups/{group_id}`: updates the given fields of a group. The other fields keep their
/// values.
pub static GROUPS_UPDATE: Operation = {
    let mut operation = Operation::new("groups.update", Method::PUT, "/v1/issuer/groups/{group_id}");
    operation.summary = "Updates the given fields of a group. The other fields keep their values.";
    operation.parameters = &[Parameter::path("group_id", "The group's id.")];
    operation.encoding = Encoding::Json;
    operation.success = &[200, 207];
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("group");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.request = Some(rewrite::<GroupUpdateBody>);
    operation.reply = Some(rewrite::<SavedGroup>);
    operation
};

/// `DELETE /v1/issuer/groups/{group_id}`: deletes a group and returns it.
pub static GROUPS_DELETE: Operation = {
    let mut operation = Operation::new("groups.delete", Method::DELETE, "/v1/issuer/groups/{group_id}");
    operation.summary = "Deletes a group and returns it.";
    operation.parameters = &[Parameter::path("group_id", "The group's id.")];
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("group");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.reply = Some(rewrite::<GroupBody>);
    operation
};

/// `POST /v1/issuer/groups/{group_id}/clone`: creates a copy of a group. The given fields replace those of
/// the original.
pub static GROUPS_DUPLICATE: Operation = {
    let mut operation =
        Operation::new("groups.duplicate", Method::POST, "/v1/issuer/groups/{group_id}/clone");
    operation.summary = "Creates a copy of a group. The given fields replace those of the original.";
    operation.parameters = &[Parameter::path("group_id", "The group's id.")];
    operation.encoding = Encoding::Json;
    operation.success = &[200, 207];
    operation.safety = Safety::Once;
    operation.wrapper = Some("group");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.request = Some(rewrite::<NewGroupBody>);
    operation.reply = Some(rewrite::<SavedGroup>);
    operation
};

/// `GET /v1/issuer/all_groups`: lists groups.
pub static GROUPS_LIST: Operation = {
    let mut operation = Operation::new("groups.list", Method::GET, "/v1/issuer/all_groups");
    operation.summary = "Lists groups.";
    operation.parameters = &[
        Parameter::query("name", false, "Only groups whose internal name contains this text."),
        Parameter::query(
            "page_size",
            false,
            "The number of items on a page. Default 50. The maximum is not known.",
        ),
        Parameter::query("page", false, "The page number, from 1."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&GROUPS_LIST_PAGING);
    operation.deprecated = true;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.reply = Some(rewrite::<GroupList>);
    operation
};

/// How `groups.list` is paged.
pub static GROUPS_LIST_PAGING: Paging = Paging::new(PagingStyle::Page, 50)
    .ends(&[EndSignal::NullNext, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "page_size")]);

/// `POST /v1/collections`: creates a collection.
pub static COLLECTIONS_CREATE: Operation = {
    let mut operation = Operation::new("collections.create", Method::POST, "/v1/collections");
    operation.summary = "Creates a collection.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("collection");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Collections";
    operation.request = Some(rewrite::<NewCollectionBody>);
    operation.reply = Some(rewrite::<CollectionBody>);
    operation
};

/// `PUT /v1/collections/{collection_id}`: updates the given fields of a collection. The other fields keep
/// their values.
pub static COLLECTIONS_UPDATE: Operation = {
    let mut operation = Operation::new("collections.update", Method::PUT, "/v1/collections/{collection_id}");
    operation.summary = "Updates the given fields of a collection. The other fields keep their values.";
    operation.parameters = &[Parameter::path("collection_id", "The collection's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("collection");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Collections";
    operation.request = Some(rewrite::<CollectionUpdateBody>);
    operation.reply = Some(rewrite::<CollectionBody>);
    operation
};

/// `DELETE /v1/collections/{collection_id}`: deletes a collection. Its groups stay.
pub static COLLECTIONS_DELETE: Operation = {
    let mut operation =
        Operation::new("collections.delete", Method::DELETE, "/v1/collections/{collection_id}");
    operation.summary = "Deletes a collection. Its groups stay.";
    operation.parameters = &[Parameter::path("collection_id", "The collection's id.")];
    operation.success = &[200, 204];
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("collection");
    operation.certainty = Certainty::Inferred;
    operation.documentation = "https://docs.api.accredible.com/#tag/Collections";
    operation.reply = Some(rewrite_any::<CollectionBody>);
    operation
};

/// `POST /v1/collections/search`: searches for collections.
pub static COLLECTIONS_SEARCH: Operation = {
    let mut operation = Operation::new("collections.search", Method::POST, "/v1/collections/search");
    operation.summary = "Searches for collections.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&COLLECTIONS_SEARCH_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Collections";
    operation.request = Some(rewrite::<CollectionSearch>);
    operation.reply = Some(rewrite::<CollectionList>);
    operation
};

/// How `collections.search` is paged.
pub static COLLECTIONS_SEARCH_PAGING: Paging =
    Paging::new(PagingStyle::Page, 50).ends(&[EndSignal::NullNext, EndSignal::EmptyPage]);

/// `GET /v1/skill_categories`: lists the skill categories.
pub static SKILL_CATEGORIES_LIST: Operation = {
    let mut operation = Operation::new("skill_categories.list", Method::GET, "/v1/skill_categories");
    operation.summary = "Lists the skill categories.";
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("skill_categories");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Groups";
    operation.reply = Some(rewrite::<SkillCategoriesListBody>);
    operation
};

/// `GET /v1/skill_frameworks`: lists the skill frameworks of a department, with their versions.
pub static SKILL_FRAMEWORKS_LIST: Operation = {
    let mut operation = Operation::new("skill_frameworks.list", Method::GET, "/v1/skill_frameworks");
    operation.summary = "Lists the skill frameworks of a department, with their versions.";
    operation.parameters = &[
        Parameter::query("department_id", true, "The department. A department's key needs it too."),
        Parameter::query(
            "page_size",
            false,
            "The number of items on a page, at most 10. The vendor's default is 5.",
        ),
        Parameter::query("page", false, "The page number, from 1."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&SKILL_FRAMEWORKS_LIST_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Skills-Frameworks";
    operation.reply = Some(rewrite::<SkillFrameworkList>);
    operation
};

/// How `skill_frameworks.list` is paged.
pub static SKILL_FRAMEWORKS_LIST_PAGING: Paging = Paging::new(PagingStyle::Page, 10)
    .ends(&[EndSignal::NullNext, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "page_size")]);

/// `GET /v1/skill_frameworks/{skill_framework_id}/versions/{version_id}/skills`: searches the skills of a
/// version of a framework.
pub static SKILL_FRAMEWORKS_SEARCH_SKILLS: Operation = {
    let mut operation = Operation::new(
        "skill_frameworks.search_skills",
        Method::GET,
        "/v1/skill_frameworks/{skill_framework_id}/versions/{version_id}/skills",
    );
    operation.summary = "Searches the skills of a version of a framework.";
    operation.parameters = &[
        Parameter::path("skill_framework_id", "The framework's id."),
        Parameter::path("version_id", "The id of one of its versions, active or retired."),
        Parameter::query(
            "query",
            true,
            "A part of the name or identifier. The vendor rejects less than 2 characters.",
        ),
        Parameter::query(
            "page_size",
            false,
            "The number of items on a page, at most 50, which is the default.",
        ),
        Parameter::query("page", false, "The page number, from 1."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&SKILL_FRAMEWORKS_SEARCH_SKILLS_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Skills-Frameworks";
    operation.reply = Some(rewrite::<SkillList>);
    operation
};

/// How `skill_frameworks.search_skills` is paged.
pub static SKILL_FRAMEWORKS_SEARCH_SKILLS_PAGING: Paging = Paging::new(PagingStyle::Page, 50)
    .ends(&[EndSignal::NullNext, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "page_size")]);

/// `POST /v1/attribute_keys`: creates an attribute key.
pub static ATTRIBUTE_KEYS_CREATE: Operation = {
    let mut operation = Operation::new("attribute_keys.create", Method::POST, "/v1/attribute_keys");
    operation.summary = "Creates an attribute key.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("attribute_key");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Attributes";
    operation.request = Some(rewrite::<NewAttributeKeyBody>);
    operation.reply = Some(rewrite::<AttributeKeyBody>);
    operation
};

/// `POST /v1/attribute_keys/search`: searches for attribute keys.
pub static ATTRIBUTE_KEYS_SEARCH: Operation = {
    let mut operation = Operation::new("attribute_keys.search", Method::POST, "/v1/attribute_keys/search");
    operation.summary = "Searches for attribute keys.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&ATTRIBUTE_KEYS_SEARCH_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Attributes";
    operation.request = Some(rewrite::<AttributeKeySearch>);
    operation.reply = Some(rewrite::<AttributeKeyList>);
    operation
};

/// How `attribute_keys.search` is paged.
pub static ATTRIBUTE_KEYS_SEARCH_PAGING: Paging =
    Paging::new(PagingStyle::Page, 50).ends(&[EndSignal::NullNext, EndSignal::EmptyPage]);

/// `GET /v1/data_exports`: lists the data exports of the departments that the key can access.
pub static EXPORTS_LIST: Operation = {
    let mut operation = Operation::new("exports.list", Method::GET, "/v1/data_exports");
    operation.summary = "Lists the data exports of the departments that the key can access.";
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("data_exports");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Data-Exports";
    operation.reply = Some(rewrite::<ExportsListBody>);
    operation
};

/// `POST /v1/data_exports`: starts a data export of a department.
pub static EXPORTS_CREATE: Operation = {
    let mut operation = Operation::new("exports.create", Method::POST, "/v1/data_exports");
    operation.summary = "Starts a data export of a department.";
    operation.encoding = Encoding::Json;
    operation.success = &[201];
    operation.safety = Safety::Once;
    operation.wrapper = Some("data_export");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Data-Exports";
    operation.request = Some(rewrite::<NewDataExportBody>);
    operation.reply = Some(rewrite::<Unwrapped<DataExport>>);
    operation
};

/// `GET /v1/data_exports/{id}`: fetches a data export.
pub static EXPORTS_GET: Operation = {
    let mut operation = Operation::new("exports.get", Method::GET, "/v1/data_exports/{id}");
    operation.summary = "Fetches a data export.";
    operation.parameters = &[Parameter::path("id", "The export's id.")];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Data-Exports";
    operation.reply = Some(rewrite::<Unwrapped<DataExport>>);
    operation
};

/// `GET /v1/analytics`: lists what has happened to credentials, such as views.
pub static ANALYTICS_LIST: Operation = {
    let mut operation = Operation::new("analytics.list", Method::GET, "/v1/analytics");
    operation.summary = "Lists what has happened to credentials, such as views.";
    operation.parameters = &[
        Parameter::query("start_date", false, "Only events recorded after this day."),
        Parameter::query("end_date", false, "Only events recorded before this day."),
        Parameter::query("group_id", false, "Only events of credentials of this group."),
        Parameter::query("department_id", false, "Only events of credentials of this department."),
        Parameter::query(
            "page_size",
            false,
            "The number of items on a page. Default 100. The maximum is not known.",
        ),
        Parameter::query("page", false, "The page number, from 1."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&ANALYTICS_LIST_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Analytics";
    operation.reply = Some(rewrite::<AnalyticsEventList>);
    operation
};

/// How `analytics.list` is paged.
pub static ANALYTICS_LIST_PAGING: Paging = Paging::new(PagingStyle::Page, 100)
    .ends(&[EndSignal::NullNext, EndSignal::EmptyPage])
    .parameters(&[(PageField::Page, "page"), (PageField::Size, "page_size")]);

/// `POST /v1/credentials/analytics/{id}`: lists what has happened to one credential.
pub static ANALYTICS_LIST_OF_CREDENTIAL: Operation = {
    let mut operation =
        Operation::new("analytics.list_of_credential", Method::POST, "/v1/credentials/analytics/{id}");
    operation.summary = "Lists what has happened to one credential.";
    operation.parameters = &[Parameter::path("id", "The credential's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("analytics");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Analytics";
    operation.reply = Some(rewrite::<AnalyticsListOfCredentialBody>);
    operation
};

/// `GET /v1/designs`: lists designs.
pub static DESIGNS_LIST: Operation = {
    let mut operation = Operation::new("designs.list", Method::GET, "/v1/designs");
    operation.summary = "Lists designs.";
    operation.parameters = &[
        Parameter::query("kind", false, "Only designs of this kind, here in the plural."),
        Parameter::query("department_id", false, "Only designs of this department."),
    ];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("designs");
    operation.deprecated = true;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.reply = Some(rewrite::<DesignsListBody>);
    operation
};

/// `POST /v1/designs`: creates a design.
pub static DESIGNS_CREATE: Operation = {
    let mut operation = Operation::new("designs.create", Method::POST, "/v1/designs");
    operation.summary = "Creates a design.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("design");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.request = Some(rewrite::<NewDesignBody>);
    operation.reply = Some(rewrite::<DesignBody>);
    operation
};

/// `GET /v1/designs/{design_id}`: fetches one design, with the groups that use it.
pub static DESIGNS_GET: Operation = {
    let mut operation = Operation::new("designs.get", Method::GET, "/v1/designs/{design_id}");
    operation.summary = "Fetches one design, with the groups that use it.";
    operation.parameters = &[Parameter::path("design_id", "The design's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("design");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.reply = Some(rewrite::<DesignBody>);
    operation
};

/// `PUT /v1/designs/{design_id}`: updates the given fields of a design. The other fields keep their values.
pub static DESIGNS_UPDATE: Operation = {
    let mut operation = Operation::new("designs.update", Method::PUT, "/v1/designs/{design_id}");
    operation.summary = "Updates the given fields of a design. The other fields keep their values.";
    operation.parameters = &[Parameter::path("design_id", "The design's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("design");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.request = Some(rewrite::<DesignUpdateBody>);
    operation.reply = Some(rewrite::<DesignBody>);
    operation
};

/// `DELETE /v1/designs/{design_id}`: deletes a design and returns it.
pub static DESIGNS_DELETE: Operation = {
    let mut operation = Operation::new("designs.delete", Method::DELETE, "/v1/designs/{design_id}");
    operation.summary = "Deletes a design and returns it.";
    operation.parameters = &[Parameter::path("design_id", "The design's id.")];
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("design");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.reply = Some(rewrite::<DesignBody>);
    operation
};

/// `POST /v1/designs/{design_id}/copy`: creates a copy of a design.
pub static DESIGNS_COPY: Operation = {
    let mut operation = Operation::new("designs.copy", Method::POST, "/v1/designs/{design_id}/copy");
    operation.summary = "Creates a copy of a design.";
    operation.parameters = &[Parameter::path("design_id", "The design's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("design");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.request = Some(rewrite::<DesignCopyBody>);
    operation.reply = Some(rewrite::<DesignBody>);
    operation
};

/// `POST /v1/designs/search`: searches for designs.
pub static DESIGNS_SEARCH: Operation = {
    let mut operation = Operation::new("designs.search", Method::POST, "/v1/designs/search");
    operation.summary = "Searches for designs.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&DESIGNS_SEARCH_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.request = Some(rewrite::<DesignSearch>);
    operation.reply = Some(rewrite::<DesignList>);
    operation
};

/// How `designs.search` is paged.
pub static DESIGNS_SEARCH_PAGING: Paging =
    Paging::new(PagingStyle::Page, 50).ends(&[EndSignal::NullNext, EndSignal::EmptyPage]);

/// `POST /v1/designs/{design_id}/preview`: renders a design with the given values, and returns a link to it.
pub static DESIGNS_PREVIEW: Operation = {
    let mut operation = Operation::new("designs.preview", Method::POST, "/v1/designs/{design_id}/preview");
    operation.summary = "Renders a design with the given values, and returns a link to it.";
    operation.parameters = &[Parameter::path("design_id", "The design's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("link");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.request = Some(rewrite::<DesignPreview>);
    operation.reply = Some(rewrite::<DesignsPreviewBody>);
    operation
};

/// `POST /v1/designers/badge/initialize`: opens the designer of badges, for a design or for a new one.
pub static DESIGNERS_OPEN_BADGE: Operation = {
    let mut operation =
        Operation::new("designers.open_badge", Method::POST, "/v1/designers/badge/initialize");
    operation.summary = "Opens the designer of badges, for a design or for a new one.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.request = Some(rewrite::<DesignerRequest>);
    operation.reply = Some(rewrite::<DesignerSession>);
    operation
};

/// `POST /v1/designers/certificate/initialize`: opens the designer of certificates, for a design or for a new
/// one.
pub static DESIGNERS_OPEN_CERTIFICATE: Operation = {
    let mut operation =
        Operation::new("designers.open_certificate", Method::POST, "/v1/designers/certificate/initialize");
    operation.summary = "Opens the designer of certificates, for a design or for a new one.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Designs";
    operation.request = Some(rewrite::<DesignerRequest>);
    operation.reply = Some(rewrite::<DesignerSession>);
    operation
};

/// `POST /v1/departments`: creates a department.
pub static DEPARTMENTS_CREATE: Operation = {
    let mut operation = Operation::new("departments.create", Method::POST, "/v1/departments");
    operation.summary = "Creates a department.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("department");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Departments";
    operation.request = Some(rewrite::<NewDepartmentBody>);
    operation.reply = Some(rewrite::<DepartmentBody>);
    operation
};

/// `GET /v1/departments/{department_id}`: fetches one department.
pub static DEPARTMENTS_GET: Operation = {
    let mut operation = Operation::new("departments.get", Method::GET, "/v1/departments/{department_id}");
    operation.summary = "Fetches one department.";
    operation.parameters = &[Parameter::path("department_id", "The department's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("department");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Departments";
    operation.reply = Some(rewrite::<DepartmentBody>);
    operation
};

/// `PUT /v1/departments/{department_id}`: updates the given fields of a department. The other fields keep
/// their values.
pub static DEPARTMENTS_UPDATE: Operation = {
    let mut operation = Operation::new("departments.update", Method::PUT, "/v1/departments/{department_id}");
    operation.summary = "Updates the given fields of a department. The other fields keep their values.";
    operation.parameters = &[Parameter::path("department_id", "The department's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("department");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Departments";
    operation.request = Some(rewrite::<DepartmentUpdateBody>);
    operation.reply = Some(rewrite::<DepartmentBody>);
    operation
};

/// `DELETE /v1/departments/{department_id}`: deletes a department and returns it.
pub static DEPARTMENTS_DELETE: Operation = {
    let mut operation =
        Operation::new("departments.delete", Method::DELETE, "/v1/departments/{department_id}");
    operation.summary = "Deletes a department and returns it.";
    operation.parameters = &[Parameter::path("department_id", "The department's id.")];
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("department");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Departments";
    operation.reply = Some(rewrite::<DepartmentBody>);
    operation
};

/// `POST /v1/departments/search`: searches for departments.
pub static DEPARTMENTS_SEARCH: Operation = {
    let mut operation = Operation::new("departments.search", Method::POST, "/v1/departments/search");
    operation.summary = "Searches for departments.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::ReadOnly;
    operation.paging = Some(&DEPARTMENTS_SEARCH_PAGING);
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Departments";
    operation.request = Some(rewrite::<DepartmentSearch>);
    operation.reply = Some(rewrite::<DepartmentList>);
    operation
};

/// How `departments.search` is paged.
pub static DEPARTMENTS_SEARCH_PAGING: Paging =
    Paging::new(PagingStyle::Page, 50).ends(&[EndSignal::NullNext, EndSignal::EmptyPage]);

/// `POST /v1/team_members`: creates a team member.
pub static TEAM_MEMBERS_CREATE: Operation = {
    let mut operation = Operation::new("team_members.create", Method::POST, "/v1/team_members");
    operation.summary = "Creates a team member.";
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Once;
    operation.wrapper = Some("team_member");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Team-Members";
    operation.request = Some(rewrite::<NewTeamMemberBody>);
    operation.reply = Some(rewrite::<TeamMemberBody>);
    operation
};

/// `GET /v1/team_members/{id}`: fetches one team member.
pub static TEAM_MEMBERS_GET: Operation = {
    let mut operation = Operation::new("team_members.get", Method::GET, "/v1/team_members/{id}");
    operation.summary = "Fetches one team member.";
    operation.parameters = &[Parameter::path("id", "The team member's id.")];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("team_member");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Team-Members";
    operation.reply = Some(rewrite::<TeamMemberBody>);
    operation
};

/// `PUT /v1/team_members/{id}`: updates the given fields of a team member. The other fields keep their
/// values.
pub static TEAM_MEMBERS_UPDATE: Operation = {
    let mut operation = Operation::new("team_members.update", Method::PUT, "/v1/team_members/{id}");
    operation.summary = "Updates the given fields of a team member. The other fields keep their values.";
    operation.parameters = &[Parameter::path("id", "The team member's id.")];
    operation.encoding = Encoding::Json;
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("team_member");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Team-Members";
    operation.request = Some(rewrite::<TeamMemberUpdateBody>);
    operation.reply = Some(rewrite::<TeamMemberBody>);
    operation
};

/// `DELETE /v1/team_members/{id}`: deletes a team member and returns the member.
pub static TEAM_MEMBERS_DELETE: Operation = {
    let mut operation = Operation::new("team_members.delete", Method::DELETE, "/v1/team_members/{id}");
    operation.summary = "Deletes a team member and returns the member.";
    operation.parameters = &[Parameter::path("id", "The team member's id.")];
    operation.safety = Safety::Repeatable;
    operation.wrapper = Some("team_member");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Team-Members";
    operation.reply = Some(rewrite::<TeamMemberBody>);
    operation
};

/// `GET /v1/issuer/credential_redirect`: looks up the public page of a credential. The redirect to it is not
/// followed.
pub static CREDENTIALS_REDIRECT: Operation = {
    let mut operation = Operation::new("credentials.redirect", Method::GET, "/v1/issuer/credential_redirect");
    operation.summary = "Looks up the public page of a credential. The redirect to it is not followed.";
    operation.parameters = &[
        Parameter::query("id", true, "The credential's id."),
        Parameter::query("issuer_id", true, "The issuer's id; see `issuer.get`."),
    ];
    operation.success = &[302];
    operation.safety = Safety::ReadOnly;
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation
};

/// `GET /v1/credentials/blockchain_data/{id}`: fetches the blockchain record of a credential in the older
/// form, which is Bitcoin's.
pub static CREDENTIALS_BLOCKCHAIN_DATA_V1: Operation = {
    let mut operation =
        Operation::new("credentials.blockchain_data_v1", Method::GET, "/v1/credentials/blockchain_data/{id}");
    operation.summary =
        "Fetches the blockchain record of a credential in the older form, which is Bitcoin's.";
    operation.parameters = &[
        Parameter::path("id", "The credential's encoded id or its UUID. Other ids are not accepted."),
        Parameter::query(
            "key",
            false,
            "The key in the private link of the credential. A private credential needs it.",
        )
        .secret(),
    ];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("data");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.reply = Some(rewrite::<BlockchainDataBody>);
    operation
};

/// `GET /v2/credentials/{id}/blockchain_data`: fetches the blockchain record of a credential.
pub static CREDENTIALS_BLOCKCHAIN_DATA: Operation = {
    let mut operation =
        Operation::new("credentials.blockchain_data", Method::GET, "/v2/credentials/{id}/blockchain_data");
    operation.summary = "Fetches the blockchain record of a credential.";
    operation.parameters = &[
        Parameter::path("id", "The credential's encoded id or its UUID. Other ids are not accepted."),
        Parameter::query(
            "key",
            false,
            "The key in the private link of the credential. A private credential needs it.",
        )
        .secret(),
    ];
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("data");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Credentials";
    operation.reply = Some(rewrite::<BlockchainDataBody>);
    operation
};

/// `GET /v1/issuer/details`: fetches the issuer that the key belongs to.
pub static ISSUER_GET: Operation = {
    let mut operation = Operation::new("issuer.get", Method::GET, "/v1/issuer/details");
    operation.summary = "Fetches the issuer that the key belongs to.";
    operation.safety = Safety::ReadOnly;
    operation.wrapper = Some("issuer");
    operation.certainty = Certainty::Vendor;
    operation.documentation = "https://docs.api.accredible.com/#tag/Issuers";
    operation.reply = Some(rewrite::<IssuerDetailsBody>);
    operation
};
