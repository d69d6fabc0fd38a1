//! Accredible by its contract: credentials, groups, credits, a quota per address.

mod analytics;
mod attributes;
mod billing;
mod blockchain;
mod collections;
mod credentials;
mod departments;
mod designs;
mod evidence;
mod exports;
mod files;
mod frameworks;
mod groups;
mod index;
mod input;
mod lag;
mod lists;
mod numbers;
mod rejection;
mod render;
mod search;
mod skills;
mod sso;
mod store;
mod team;

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::time::Duration;

use http::Method;
use http::header::AUTHORIZATION;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tassel_accredible::OperationId;
use tassel_core::kit::Api;

use crate::exchange::{Answer, Incoming};
use crate::router::{Route, Unmatched, route};
use crate::sandbox::{Control, Emulator, Start, World};
use crate::settings::{TrailingQuota, VendorSettings};
use attributes::AttributeKey;
pub use billing::{BillingPolicy, MonthDay};
use collections::Collection;
use designs::Design;
use index::Credentials;
use store::Group;

/// The key that the sandbox accepts by default.
pub const API_KEY: &str = "sandbox-accredible-key";

/// A key of the department 124 that the sandbox accepts by default.
pub const DEPARTMENT_KEY: &str = "sandbox-accredible-department-key";

/// The settings of Accredible. Most choose between behaviours that the contract leaves open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Settings {
    /// The accepted key.
    pub api_key: String,
    /// The number of credentials that can still be published.
    pub credits: u64,
    /// The quota: 200 requests in 30 seconds, or 2,000 in 300; null for none.
    pub quota: Option<TrailingQuota>,
    /// The quota of the search of the first version: 100 requests in 60 seconds; null for none.
    pub search_quota: Option<TrailingQuota>,
    /// Whether a 429 carries a `Retry-After`.
    pub retry_after: bool,
    /// The form of the first version's answer to a batch.
    pub bulk_create_v1: BulkReply,
    /// Whether the last page of a search has a cursor.
    pub cursor_on_last_page: bool,
    /// Whether null clears a field in an update; it is ignored otherwise.
    pub null_clears: bool,
    /// What a create does with an own id that another credential has.
    pub taken_id: TakenIdPolicy,
    /// Whether an answer with evidence or a reference has a wrapper.
    pub evidence_wrapper: bool,
    /// Whether the account's plan has skills frameworks.
    pub skills_frameworks: bool,
    /// Whether the answer to the deletion of a collection has the collection; it is empty otherwise.
    pub deleted_collection_shown: bool,
    /// Whether a part of a name finds an attribute key.
    pub attribute_keys_by_part: bool,
    /// Whether the account's plan has data exports.
    pub data_exports: bool,
    /// How long a data export waits, and how long it then runs, in seconds.
    pub export_seconds: [u64; 2],
    /// Whether new data exports fail.
    pub exports_fail: bool,
    /// How long the files of a data export can be read, in seconds; null for ever.
    pub export_link_seconds: Option<u64>,
    /// What the deletion of a design does that a group uses.
    pub used_design: UsedDesignPolicy,
    /// Whether a search for designs is answered with paging fields.
    pub designs_have_meta: bool,
    /// The accepted keys of departments, with the id of each department. Such a key reaches only its department.
    pub department_keys: BTreeMap<String, u64>,
    /// The form of a search for departments.
    pub departments_reply: DepartmentsReply,
    /// Whether team members have the access levels and the permissions of the vendor's draft.
    pub draft_permissions: bool,
    /// The chain of the records of groups with `blockchain`.
    pub chain: Chain,
    /// Whether a private credential cannot be fetched, as its blockchain record cannot be without its key.
    pub private_rejected: bool,
    /// Whether the account is in its own sandbox mode, in which no credential is published.
    pub sandbox_mode: bool,
    /// Whether the own id of a deleted credential can be used again.
    pub deleted_id: DeletedIdPolicy,
    /// What costs a credit.
    pub billing: BillingPolicy,
    /// The first day of a billing year.
    pub billing_year_start: MonthDay,
    /// How long the list and the searches of credentials show the state before a write, in seconds.
    pub search_lag: u64,
}

impl VendorSettings for Settings {}

impl Default for Settings {
    fn default() -> Self {
        Self {
            api_key: API_KEY.to_owned(),
            credits: 10_000,
            quota: Some(TrailingQuota { limit: 200, seconds: 30 }),
            search_quota: Some(TrailingQuota { limit: 100, seconds: 60 }),
            retry_after: false,
            bulk_create_v1: BulkReply::Object,
            cursor_on_last_page: false,
            null_clears: true,
            taken_id: TakenIdPolicy::Refused,
            evidence_wrapper: true,
            skills_frameworks: true,
            deleted_collection_shown: true,
            attribute_keys_by_part: true,
            data_exports: true,
            export_seconds: [30, 60],
            exports_fail: false,
            export_link_seconds: None,
            used_design: UsedDesignPolicy::Detached,
            designs_have_meta: false,
            department_keys: [(DEPARTMENT_KEY.to_owned(), 124)].into(),
            departments_reply: DepartmentsReply::List,
            draft_permissions: false,
            chain: Chain::Ethereum,
            private_rejected: false,
            sandbox_mode: false,
            deleted_id: DeletedIdPolicy::Free,
            billing: BillingPolicy::PerRecipientYear,
            billing_year_start: MonthDay::NEW_YEAR,
            search_lag: 0,
        }
    }
}

/// The form of the first version's answer to a batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum BulkReply {
    /// An object, as seen in production.
    Object,
    /// A list, as documented.
    List,
}

/// A blockchain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Chain {
    /// Bitcoin.
    Bitcoin,
    /// Ethereum.
    Ethereum,
}

/// The form of a search for departments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DepartmentsReply {
    /// A list with paging information, as in an older document.
    List,
    /// An object without paging information, as documented, if one department is found; otherwise a list.
    Object,
}

/// What a create does with an own id that another credential has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum TakenIdPolicy {
    /// The request is rejected.
    Refused,
    /// The credential with that id is overwritten.
    Overwrites,
    /// A second credential with that id is created. The id then names the oldest one.
    Second,
}

/// Whether the own id of a deleted credential can be used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum DeletedIdPolicy {
    /// It can be used like a new one.
    Free,
    /// It is rejected like the id of another credential.
    Taken,
}

/// What the deletion of a design does that a group uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UsedDesignPolicy {
    /// The groups lose it.
    Detached,
    /// The request is rejected.
    Refused,
}

/// The state of Accredible.
#[derive(Debug)]
pub(crate) struct Accredible {
    pub(crate) settings: Settings,
    credentials: Credentials,
    /// The own ids of deleted credentials.
    deleted_ids: BTreeSet<String>,
    groups: BTreeMap<u64, Group>,
    collections: Vec<Collection>,
    attribute_keys: Vec<AttributeKey>,
    designs: BTreeMap<u64, Design>,
    billed: billing::Billed,
    /// The vendor's numbers of recipients, by address.
    recipients: BTreeMap<String, u64>,
    next: u64,
    /// The times of the requests that count in the quota's window.
    let_through: VecDeque<Duration>,
    exports: Vec<exports::Export>,
    /// In the order of their times.
    events: Vec<analytics::Event>,
    departments: BTreeMap<u64, departments::Department>,
    /// The same for the quota of the search of the first version.
    searches: VecDeque<Duration>,
    /// The last ZIP files, each by its name with the numbers of its credentials.
    zips: VecDeque<(String, Vec<u64>)>,
    /// The last links that log a recipient in.
    links: VecDeque<sso::Link>,
    team: BTreeMap<u64, team::Member>,
    /// The department of the current request's key, if it is the key of one.
    department: Option<u64>,
}

impl Emulator for Accredible {
    fn api(&self) -> &'static Api {
        &tassel_accredible::API
    }

    /// `PATCH` updates a credential, too: some programs send it.
    fn route<'a>(&self, method: &'a Method, path: &'a str) -> Result<Route, Unmatched<'a>> {
        let put = if *method == Method::PATCH { route(self.api(), &Method::PUT, path).ok() } else { None };
        match put.filter(|(operation, _)| OperationId::of(operation) == Some(OperationId::CredentialsUpdate))
        {
            Some(update) => Ok(update),
            None => route(self.api(), method, path),
        }
    }

    /// What the vendor answers to a wrong method is not known.
    fn unmatched(&self, request: &Unmatched<'_>) -> Answer {
        request.unsupported(self.api())
    }

    fn throttle(&mut self, incoming: &Incoming, world: &World) -> Option<Answer> {
        let settings = &self.settings;
        let (quota, let_through) = match incoming.operation.quota {
            "search" => (settings.search_quota, &mut self.searches),
            _ => (settings.quota, &mut self.let_through),
        };
        let wait = quota?.wait(let_through, world.clock.elapsed())?;
        let answer = Answer::text(429, "Too Many Requests\n");
        Some(if settings.retry_after { answer.header("retry-after", wait.to_string()) } else { answer })
    }

    fn deny(&mut self, incoming: &Incoming, _: &World) -> Option<Answer> {
        let key = &self.settings.api_key;
        let given =
            incoming.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
        // `Token token=…`, with or without quotes, or without `token=`; or `Bearer …`.
        let token =
            given.strip_prefix("Token ").or_else(|| given.strip_prefix("Bearer ")).unwrap_or_default();
        let named = token.strip_prefix("token=").unwrap_or_default();
        let quoted = named.strip_prefix('"').and_then(|named| named.strip_suffix('"'));
        let is = |known: &String| token == known || named == known || quoted == Some(known);
        self.department = self.settings.department_keys.iter().find(|(key, _)| is(key)).map(|(_, id)| *id);
        (!is(key) && self.department.is_none()).then(rejection::access_denied)
    }

    fn answer(&mut self, incoming: &Incoming, world: &mut World) -> Answer {
        let Some(operation) = OperationId::of(incoming.operation) else {
            return Answer::unsupported(incoming.operation);
        };
        let lag = Duration::from_secs(self.settings.search_lag);
        self.credentials.settle(lag, world.clock.elapsed());
        let result = self.check_reach(incoming).and_then(|()| match operation {
            OperationId::CredentialsCreate => self.create(incoming, world),
            OperationId::CredentialsBulkCreateV1 => self.bulk_create_v1(incoming, world),
            OperationId::CredentialsBulkCreate => self.bulk_create(incoming, world),
            OperationId::CredentialsGet => self.get(incoming),
            OperationId::CredentialsUpdate => self.update(incoming, world),
            OperationId::CredentialsDelete => self.delete(incoming),
            OperationId::CredentialsList => self.list(incoming),
            OperationId::CredentialsSearch => self.search(incoming),
            OperationId::CredentialsGeneratePdf => self.generate_pdf(incoming),
            OperationId::CredentialsGeneratePdfs => self.generate_pdfs(incoming, world),
            OperationId::CredentialsSearchV1 => self.search_v1(incoming),
            OperationId::SsoGenerateLink => self.generate_link(incoming, world),
            OperationId::EvidenceItemsCreate => self.create_evidence(incoming),
            OperationId::EvidenceItemsGet => self.get_evidence(incoming),
            OperationId::EvidenceItemsUpdate => self.update_evidence(incoming),
            OperationId::EvidenceItemsDelete => self.delete_evidence(incoming),
            OperationId::ReferencesCreate => self.create_reference(incoming),
            OperationId::ReferencesGet => self.get_reference(incoming),
            OperationId::ReferencesUpdate => self.update_reference(incoming),
            OperationId::ReferencesDelete => self.delete_reference(incoming),
            OperationId::GroupsCreate => self.create_group(incoming, world),
            OperationId::GroupsUpdate => self.update_group(incoming, world),
            OperationId::GroupsDelete => self.delete_group(incoming),
            OperationId::GroupsDuplicate => self.duplicate_group(incoming, world),
            OperationId::GroupsList => self.list_groups(incoming),
            OperationId::GroupsSearch => self.search_groups(incoming),
            OperationId::GroupsGet => self.get_group(incoming),
            OperationId::CollectionsCreate => self.create_collection(incoming, world),
            OperationId::CollectionsUpdate => self.update_collection(incoming),
            OperationId::CollectionsDelete => self.delete_collection(incoming),
            OperationId::CollectionsSearch => self.search_collections(incoming),
            OperationId::SkillCategoriesList => Ok(skills::list_categories()),
            OperationId::SkillFrameworksList => self.list_frameworks(incoming),
            OperationId::SkillFrameworksSearchSkills => self.search_skills(incoming),
            OperationId::AttributeKeysCreate => self.create_attribute_key(incoming),
            OperationId::AttributeKeysSearch => self.search_attribute_keys(incoming),
            OperationId::ExportsList => self.list_exports(incoming, world),
            OperationId::ExportsCreate => self.create_export(incoming, world),
            OperationId::ExportsGet => self.get_export(incoming, world),
            OperationId::AnalyticsList => self.analytics(incoming),
            OperationId::AnalyticsListOfCredential => self.credential_analytics(incoming),
            OperationId::DesignsList => Ok(self.list_designs(incoming)),
            OperationId::DesignsCreate => self.create_design(incoming, world),
            OperationId::DesignsGet => self.get_design(incoming),
            OperationId::DesignsUpdate => self.update_design(incoming, world),
            OperationId::DesignsDelete => self.delete_design(incoming),
            OperationId::DesignsCopy => self.copy_design(incoming, world),
            OperationId::DesignsSearch => self.search_designs(incoming),
            OperationId::DesignsPreview => self.preview_design(incoming, world),
            OperationId::DesignersOpenBadge => self.open_designer("badge", incoming, world),
            OperationId::DesignersOpenCertificate => self.open_designer("certificate", incoming, world),
            OperationId::DepartmentsCreate => self.create_department(incoming),
            OperationId::DepartmentsGet => self.get_department(incoming),
            OperationId::DepartmentsUpdate => self.update_department(incoming),
            OperationId::DepartmentsDelete => self.delete_department(incoming),
            OperationId::DepartmentsSearch => self.search_departments(incoming),
            OperationId::TeamMembersCreate => self.create_member(incoming),
            OperationId::TeamMembersGet => self.get_member(incoming),
            OperationId::TeamMembersUpdate => self.update_member(incoming),
            OperationId::TeamMembersDelete => self.delete_member(incoming),
            OperationId::CredentialsRedirect => self.redirect(incoming),
            OperationId::CredentialsBlockchainDataV1 => self.blockchain_data(incoming, false),
            OperationId::CredentialsBlockchainData => self.blockchain_data(incoming, true),
            OperationId::IssuerGet => Ok(self.issuer()),
        });
        result.unwrap_or_else(rejection::Rejection::into_answer)
    }

    fn file(&mut self, path: &str, query: &[(String, String)], world: &World) -> Option<Answer> {
        if let Some(name) = path.strip_prefix("/files/") {
            return self.pdf_file(name);
        }
        if path.starts_with("/pages/") && path.ends_with("/sso") {
            return query.iter().find(|(name, _)| name == "code").and_then(|(_, code)| self.open_link(code));
        }
        self.export_file(path, world)
    }

    fn controls(&self) -> &'static [Control] {
        &[
            Control {
                name: "event",
                body: r#"{"credential": "80000001", "event": "recipient_view_certificate"}"#,
                does: "something happens to a credential: a view, unless the body names another event",
            },
            Control {
                name: "private_link",
                body: r#"{"credential": "80000001"}"#,
                does: "returns the private link of a credential, and its key",
            },
        ]
    }

    fn control(&mut self, name: &str, body: &Value, world: &mut World) -> Result<Value, String> {
        match name {
            "event" => self.record_event(body, world),
            "private_link" => self.private_link(body),
            _ => Err(format!("there is no control `{name}`")),
        }
    }
}

impl Accredible {
    /// With the academy, unless it starts empty.
    pub(crate) fn new(start: Start, world: &mut World) -> Self {
        let mut state = Self {
            settings: Settings::default(),
            credentials: Credentials::default(),
            deleted_ids: BTreeSet::new(),
            groups: BTreeMap::new(),
            collections: Vec::new(),
            attribute_keys: attributes::initial(),
            designs: designs::initial(world),
            billed: billing::Billed::default(),
            recipients: BTreeMap::new(),
            next: 80_000_000 + start.seed % 1_000_000,
            let_through: VecDeque::new(),
            exports: Vec::new(),
            events: Vec::new(),
            departments: departments::initial(),
            searches: VecDeque::new(),
            zips: VecDeque::new(),
            links: VecDeque::new(),
            team: team::initial(),
            department: None,
        };
        state.create_default_groups(world);
        state.create_default_collection();
        if !start.empty {
            state.enrol_academy(world);
            state.export_credentials(world);
        }
        state
    }
}
