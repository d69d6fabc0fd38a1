use tassel_sandbox::TrailingQuota;
use tassel_sandbox::accredible::UsedDesignPolicy;

use super::Anyway::{Fault, Set};
use super::{AS_IT_IS, Row, Vendor};

const NEW: &str = r#"--body {"credential":{"recipient":{"name":"A","email":"a@example.org"},"group_id":34}}"#;

const NEW_GROUP: &str = r#"--body {"group":{"name":"a","course_name":"A","course_description":"B"}}"#;

const CREDENTIALS: &[Row] = &[
    ("credentials.create", 200, NEW, AS_IT_IS),
    (
        "credentials.create",
        422,
        r#"--body {"credential":{"recipient":{"name":"A","email":"a"},"group_id":34}}"#,
        AS_IT_IS,
    ),
    (
        "credentials.bulk_create_v1",
        200,
        r#"--body {"credentials":[{"recipient":{"name":"A","email":"a@example.org"},"group_id":34}]}"#,
        AS_IT_IS,
    ),
    (
        "credentials.bulk_create_v1",
        422,
        r#"--body {"credentials":[{"recipient":{"name":"A","email":"a"},"group_id":34}]}"#,
        AS_IT_IS,
    ),
    (
        "credentials.bulk_create",
        200,
        r#"--body {"credentials":[{"recipient":{"name":"A","email":"a@example.org"},"group_id":34}]}"#,
        AS_IT_IS,
    ),
    (
        "credentials.bulk_create",
        207,
        r#"--body {"credentials":[{"recipient":{"name":"A","email":"a@example.org"},"group_id":34},{"recipient":{"name":"B","email":"b"},"group_id":34}]}"#,
        AS_IT_IS,
    ),
    (
        "credentials.bulk_create",
        422,
        r#"--body {"credentials":[{"recipient":{"name":"B","email":"b"},"group_id":34}]}"#,
        AS_IT_IS,
    ),
    ("credentials.get", 200, "--path id=80000001", AS_IT_IS),
    ("credentials.get", 404, "--path id=1", AS_IT_IS),
    ("credentials.update", 200, r#"--path id=80000001 --body {"credential":{"name":"Knots"}}"#, AS_IT_IS),
    ("credentials.update", 404, r#"--path id=1 --body {"credential":{"name":"Knots"}}"#, AS_IT_IS),
    ("credentials.update", 422, r#"--path id=80000001 --body {"credential":{"issued_on":"x"}}"#, AS_IT_IS),
    ("credentials.delete", 200, "--path id=80000001", AS_IT_IS),
    ("credentials.delete", 404, "--path id=1", AS_IT_IS),
    ("credentials.list", 200, "--query group_id=34", AS_IT_IS),
    ("credentials.list", 422, "--query start_date=x", AS_IT_IS),
    ("credentials.search", 200, r#"--body {"query":{"approve":true}}"#, AS_IT_IS),
    ("credentials.search", 400, r#"--body {"query":{},"page":{"from":10001}}"#, AS_IT_IS),
];

const FILES: &[Row] = &[
    ("credentials.generate_pdf", 200, "--path id=80000001", AS_IT_IS),
    ("credentials.generate_pdf", 404, "--path id=1", AS_IT_IS),
    ("credentials.generate_pdf", 422, "--path id=80000011", AS_IT_IS),
    ("credentials.generate_pdfs", 200, r#"--body {"credential_ids":["80000001",80000002]}"#, AS_IT_IS),
    ("credentials.generate_pdfs", 404, r#"--body {"credential_ids":[1]}"#, AS_IT_IS),
    ("credentials.generate_pdfs", 422, r#"--body {"credential_ids":[80000011]}"#, AS_IT_IS),
    ("credentials.search_v1", 200, r#"--body {"group_id":34}"#, AS_IT_IS),
    ("credentials.search_v1", 422, r#"--body {"start_date":"x"}"#, AS_IT_IS),
    ("credentials.search_v1", 429, r#"--body {"group_id":34}"#, |settings| {
        settings.accredible.search_quota = Some(TrailingQuota { limit: 0, seconds: 60 });
    }),
    ("sso.generate_link", 200, r#"--body {"credential_id":"80000001"}"#, AS_IT_IS),
    ("sso.generate_link", 404, r#"--body {"credential_id":"1"}"#, AS_IT_IS),
    ("sso.generate_link", 422, r#"--body {"credential_id":"80000001","embed":true}"#, AS_IT_IS),
];

const ITEM: &str = "--path credential_id=80000001 --path evidence_item_id=826";

const EVIDENCE: &[Row] = &[
    (
        "evidence_items.create",
        200,
        r#"--path credential_id=80000001 --body {"evidence_item":{"description":"A","category":"grade","string_object":"83"}}"#,
        AS_IT_IS,
    ),
    (
        "evidence_items.create",
        404,
        r#"--path credential_id=1 --body {"evidence_item":{"description":"A"}}"#,
        AS_IT_IS,
    ),
    (
        "evidence_items.create",
        422,
        r#"--path credential_id=80000001 --body {"evidence_item":{"category":"url"}}"#,
        AS_IT_IS,
    ),
    ("evidence_items.get", 200, ITEM, AS_IT_IS),
    ("evidence_items.get", 404, "--path credential_id=80000001 --path evidence_item_id=1", AS_IT_IS),
    (
        "evidence_items.update",
        200,
        r#"--path credential_id=80000001 --path evidence_item_id=826 --body {"evidence_item":{"string_object":91}}"#,
        AS_IT_IS,
    ),
    (
        "evidence_items.update",
        404,
        r#"--path credential_id=80000001 --path evidence_item_id=1 --body {"evidence_item":{}}"#,
        AS_IT_IS,
    ),
    (
        "evidence_items.update",
        422,
        r#"--path credential_id=80000001 --path evidence_item_id=826 --body {"evidence_item":{"description":""}}"#,
        AS_IT_IS,
    ),
    ("evidence_items.delete", 200, ITEM, AS_IT_IS),
    ("evidence_items.delete", 404, "--path credential_id=1 --path evidence_item_id=826", AS_IT_IS),
];

const REFERENCE: &str = "--path credential_id=80000001 --path reference_id=2";

const REFERENCES: &[Row] = &[
    (
        "references.create",
        200,
        r#"--path credential_id=80000001 --body {"reference":{"description":"A","relationship":"taught"}}"#,
        AS_IT_IS,
    ),
    (
        "references.create",
        404,
        r#"--path credential_id=1 --body {"reference":{"description":"A"}}"#,
        AS_IT_IS,
    ),
    (
        "references.create",
        422,
        r#"--path credential_id=80000001 --body {"reference":{"description":"A"}}"#,
        AS_IT_IS,
    ),
    ("references.get", 200, REFERENCE, AS_IT_IS),
    ("references.get", 404, "--path credential_id=80000001 --path reference_id=1", AS_IT_IS),
    (
        "references.update",
        200,
        r#"--path credential_id=80000001 --path reference_id=2 --body {"reference":{"description":"B"}}"#,
        AS_IT_IS,
    ),
    (
        "references.update",
        404,
        r#"--path credential_id=80000001 --path reference_id=1 --body {"reference":{}}"#,
        AS_IT_IS,
    ),
    (
        "references.update",
        422,
        r#"--path credential_id=80000001 --path reference_id=2 --body {"reference":{"description":""}}"#,
        AS_IT_IS,
    ),
    ("references.delete", 200, REFERENCE, AS_IT_IS),
    ("references.delete", 404, "--path credential_id=1 --path reference_id=2", AS_IT_IS),
];

const GROUPS: &[Row] = &[
    ("groups.create", 200, NEW_GROUP, AS_IT_IS),
    (
        "groups.create",
        207,
        r#"--body {"group":{"name":"a","course_name":"A","course_description":"B","framework_skills":[{"id":1}]}}"#,
        AS_IT_IS,
    ),
    ("groups.create", 422, r#"--body {"group":{"name":"a"}}"#, AS_IT_IS),
    ("groups.update", 200, r#"--path group_id=34 --body {"group":{"course_name":"A"}}"#, AS_IT_IS),
    (
        "groups.update",
        207,
        r#"--path group_id=34 --body {"group":{"framework_skills":[{"id":1}]}}"#,
        AS_IT_IS,
    ),
    (
        "groups.update",
        400,
        r#"--path group_id=34 --body {"group":{"earning_criteria":[{"id":"another"}]}}"#,
        AS_IT_IS,
    ),
    ("groups.update", 404, r#"--path group_id=1 --body {"group":{"course_name":"A"}}"#, AS_IT_IS),
    ("groups.update", 422, r#"--path group_id=34 --body {"group":{"course_name":""}}"#, AS_IT_IS),
    ("groups.delete", 200, "--path group_id=34", AS_IT_IS),
    ("groups.delete", 404, "--path group_id=1", AS_IT_IS),
    ("groups.duplicate", 200, r#"--path group_id=34 --body {"group":{}}"#, AS_IT_IS),
    ("groups.duplicate", 404, r#"--path group_id=1 --body {"group":{}}"#, AS_IT_IS),
    ("groups.duplicate", 422, r#"--path group_id=34 --body {"group":{"auto_expiry":1000000000}}"#, AS_IT_IS),
    ("groups.list", 200, "--query name=safety", AS_IT_IS),
    ("groups.search", 200, r#"--body {"department_id":123}"#, AS_IT_IS),
    ("groups.search", 400, r#"--body {"department_id":1}"#, AS_IT_IS),
    ("groups.search", 422, r#"--body {"start_updated_date":"x"}"#, AS_IT_IS),
    ("groups.get", 200, "--path group_id=34", AS_IT_IS),
    ("groups.get", 404, "--path group_id=1", AS_IT_IS),
];

const COLLECTIONS: &[Row] = &[
    ("collections.create", 200, r#"--body {"collection":{"name":"A"}}"#, AS_IT_IS),
    ("collections.create", 422, r#"--body {"collection":{"name":""}}"#, AS_IT_IS),
    (
        "collections.update",
        200,
        r#"--path collection_id=5d2b1c94-7c5e-4d0f-9a31-8f0e6a7b2c11 --body {"collection":{"groups":[{"id":34}]}}"#,
        AS_IT_IS,
    ),
    ("collections.update", 404, r#"--path collection_id=1 --body {"collection":{"name":"A"}}"#, AS_IT_IS),
    (
        "collections.update",
        422,
        r#"--path collection_id=5d2b1c94-7c5e-4d0f-9a31-8f0e6a7b2c11 --body {"collection":{"groups":[{"id":1}]}}"#,
        AS_IT_IS,
    ),
    ("collections.delete", 200, "--path collection_id=5d2b1c94-7c5e-4d0f-9a31-8f0e6a7b2c11", AS_IT_IS),
    ("collections.delete", 404, "--path collection_id=1", AS_IT_IS),
    ("collections.search", 200, r#"--body {"query":{"name":"quay"}}"#, AS_IT_IS),
    ("collections.search", 400, r#"--body {"query":{},"sort":{"id":"asc"}}"#, AS_IT_IS),
];

const SKILLS: &[Row] = &[
    ("skill_categories.list", 200, "", AS_IT_IS),
    ("skill_frameworks.list", 200, "--query department_id=123", AS_IT_IS),
    ("skill_frameworks.list", 403, "--query department_id=1", AS_IT_IS),
    (
        "skill_frameworks.search_skills",
        200,
        "--path skill_framework_id=7 --path version_id=512 --query query=moor",
        AS_IT_IS,
    ),
    (
        "skill_frameworks.search_skills",
        400,
        "--path skill_framework_id=7 --path version_id=512 --query query=m",
        AS_IT_IS,
    ),
    (
        "skill_frameworks.search_skills",
        403,
        "--path skill_framework_id=7 --path version_id=512 --query query=moor",
        |settings| settings.accredible.skills_frameworks = false,
    ),
    (
        "skill_frameworks.search_skills",
        404,
        "--path skill_framework_id=8 --path version_id=512 --query query=moor",
        AS_IT_IS,
    ),
];

const ATTRIBUTE_KEYS: &[Row] = &[
    (
        "attribute_keys.create",
        200,
        r#"--body {"attribute_key":{"name":"A","kind":"text","department_id":123}}"#,
        AS_IT_IS,
    ),
    (
        "attribute_keys.create",
        422,
        r#"--body {"attribute_key":{"name":"A","kind":"b","department_id":123}}"#,
        AS_IT_IS,
    ),
    ("attribute_keys.search", 200, r#"--body {"kind":"text"}"#, AS_IT_IS),
];

/// The sandbox's credential 80000003 has the encoded id `fx243sbi`, and a record, as its group has.
const PAGES: &[Row] = &[
    ("credentials.redirect", 302, "--query id=80000001 --query issuer_id=4897", AS_IT_IS),
    ("credentials.redirect", 404, "--query id=1 --query issuer_id=4897", AS_IT_IS),
    ("credentials.blockchain_data_v1", 200, "--path id=fx243sbi", AS_IT_IS),
    ("credentials.blockchain_data_v1", 404, "--path id=80000003 --query key=a", AS_IT_IS),
    ("credentials.blockchain_data", 200, "--path id=fx243sbi", AS_IT_IS),
    ("credentials.blockchain_data", 404, "--path id=80000003", AS_IT_IS),
];

const EXPORTS: &[Row] = &[
    ("exports.list", 200, "", AS_IT_IS),
    ("exports.create", 201, r#"--body {"data_export":{"entity":"groups","department_id":123}}"#, AS_IT_IS),
    ("exports.create", 422, r#"--body {"data_export":{"entity":"groups","department_id":1}}"#, AS_IT_IS),
    ("exports.get", 200, "--path id=1", AS_IT_IS),
    ("exports.get", 404, "--path id=9", AS_IT_IS),
];

const ANALYTICS: &[Row] = &[
    ("analytics.list", 200, "--query group_id=34", AS_IT_IS),
    ("analytics.list", 422, "--query start_date=x", AS_IT_IS),
    ("analytics.list_of_credential", 200, "--path id=80000001", AS_IT_IS),
    ("analytics.list_of_credential", 404, "--path id=1", AS_IT_IS),
];

const DESIGNS: &[Row] = &[
    ("designs.list", 200, "--query kind=badges", AS_IT_IS),
    (
        "designs.create",
        200,
        r#"--body {"design":{"name":"A","kind":"badge","encoded_content":"0a1b"}}"#,
        AS_IT_IS,
    ),
    (
        "designs.create",
        422,
        r#"--body {"design":{"name":"A","kind":"ribbon","encoded_content":"0a1b"}}"#,
        AS_IT_IS,
    ),
    ("designs.get", 200, "--path design_id=23", AS_IT_IS),
    ("designs.get", 404, "--path design_id=1", AS_IT_IS),
    ("designs.update", 200, r#"--path design_id=23 --body {"design":{"name":"A"}}"#, AS_IT_IS),
    ("designs.update", 404, r#"--path design_id=1 --body {"design":{"name":"A"}}"#, AS_IT_IS),
    ("designs.update", 422, r#"--path design_id=23 --body {"design":{"name":""}}"#, AS_IT_IS),
    ("designs.delete", 200, "--path design_id=23", AS_IT_IS),
    ("designs.delete", 404, "--path design_id=1", AS_IT_IS),
    ("designs.delete", 422, "--path design_id=23", |settings| {
        settings.accredible.used_design = UsedDesignPolicy::Refused;
    }),
    ("designs.copy", 200, r#"--path design_id=23 --body {"design":{"department_id":124}}"#, AS_IT_IS),
    ("designs.copy", 404, r#"--path design_id=1 --body {"design":{}}"#, AS_IT_IS),
    ("designs.search", 200, r#"--body {"kind":"certificate","meta_data":{}}"#, AS_IT_IS),
    ("designs.preview", 200, r#"--path design_id=23 --body {"recipient.name":"A"}"#, AS_IT_IS),
    ("designs.preview", 404, "--path design_id=1 --body {}", AS_IT_IS),
    ("designers.open_badge", 200, r#"--body {"design_id":24}"#, AS_IT_IS),
    ("designers.open_badge", 404, r#"--body {"design_id":1}"#, AS_IT_IS),
    ("designers.open_certificate", 200, "--body {}", AS_IT_IS),
    ("designers.open_certificate", 404, r#"--body {"design_id":1}"#, AS_IT_IS),
];

const NEW_MEMBER: &str = r#"--body {"team_member":{"name":"A","email":"a@example.org","department_permissions":[{"department_id":124,"permissions":{"designs":false,"emails":false,"credential_attributes":false,"analytics":false,"settings":false,"role":"viewer","team":true}}]}}"#;

const DEPARTMENTS: &[Row] = &[
    (
        "departments.create",
        200,
        r#"--body {"department":{"name":"a","url":"https://a.example.org","logo":"https://a.example.org/a.png"}}"#,
        AS_IT_IS,
    ),
    ("departments.create", 422, r#"--body {"department":{"name":"a"}}"#, AS_IT_IS),
    ("departments.get", 200, "--path department_id=124", AS_IT_IS),
    ("departments.get", 404, "--path department_id=1", AS_IT_IS),
    ("departments.update", 200, r#"--path department_id=124 --body {"department":{"name":"a"}}"#, AS_IT_IS),
    ("departments.update", 404, r#"--path department_id=1 --body {"department":{"name":"a"}}"#, AS_IT_IS),
    ("departments.update", 422, r#"--path department_id=124 --body {"department":{"name":""}}"#, AS_IT_IS),
    ("departments.delete", 200, "--path department_id=124", AS_IT_IS),
    ("departments.delete", 404, "--path department_id=1", AS_IT_IS),
    ("departments.search", 200, "", AS_IT_IS),
];

const TEAM: &[Row] = &[
    ("team_members.create", 200, NEW_MEMBER, AS_IT_IS),
    ("team_members.create", 400, NEW_MEMBER, |settings| settings.accredible.draft_permissions = true),
    ("team_members.create", 422, r#"--body {"team_member":{"name":"A"}}"#, AS_IT_IS),
    ("team_members.get", 200, "--path id=12345", AS_IT_IS),
    ("team_members.get", 404, "--path id=1", AS_IT_IS),
    ("team_members.update", 200, r#"--path id=12345 --body {"team_member":{"name":"A"}}"#, AS_IT_IS),
    ("team_members.update", 404, r#"--path id=1 --body {"team_member":{"name":"A"}}"#, AS_IT_IS),
    (
        "team_members.update",
        422,
        r#"--path id=12345 --body {"team_member":{"department_permissions":[{"department_id":1}]}}"#,
        AS_IT_IS,
    ),
    ("team_members.delete", 200, "--path id=12345", AS_IT_IS),
    ("team_members.delete", 404, "--path id=1", AS_IT_IS),
];

const ISSUER: &[Row] = &[("issuer.get", 200, "", AS_IT_IS)];

pub const CALLS: Vendor = Vendor {
    name: "accredible",
    rows: &[
        CREDENTIALS,
        FILES,
        EVIDENCE,
        REFERENCES,
        GROUPS,
        COLLECTIONS,
        SKILLS,
        ATTRIBUTE_KEYS,
        DESIGNS,
        EXPORTS,
        ANALYTICS,
        DEPARTMENTS,
        TEAM,
        PAGES,
        ISSUER,
    ],
    anyway: &[
        (
            207,
            Fault(r#"{"group": {"id": 34}, "errors": [{"code": "version_retired", "message": "Retired"}]}"#),
        ),
        // What the command sends can be read.
        (400, Fault(r#"{"error": "Bad Request"}"#)),
        (401, Set(|settings| settings.accredible.api_key = "another".to_owned())),
        // Private credentials aside, it is the firewall that answers so.
        (403, Fault("<html>Request blocked</html>")),
        (429, Set(|settings| settings.accredible.quota = Some(TrailingQuota { limit: 0, seconds: 30 }))),
        (500, Fault(r#"{"errors": "Internal server error"}"#)),
    ],
};
