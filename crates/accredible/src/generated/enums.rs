//! The vendor's enums, open to values it adds.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

open_enum! {
    /// A kind of evidence.
    EvidenceCategory {
        /// `file`.
        File = "file",
        /// `url`.
        Url = "url",
        /// `video`.
        Video = "video",
        /// `grade`.
        Grade = "grade",
        /// `transcript`.
        Transcript = "transcript",
        /// `course_duration`.
        CourseDuration = "course_duration",
    }
}

open_enum! {
    /// How a referee knows the recipient.
    Relationship {
        /// `taught`.
        Taught = "taught",
        /// `managed`.
        Managed = "managed",
        /// `mentored`.
        Mentored = "mentored",
        /// `worked`.
        Worked = "worked",
        /// `studied`.
        Studied = "studied",
        /// `friends`.
        Friends = "friends",
        /// `stranger`.
        Stranger = "stranger",
        /// `professor`.
        Professor = "professor",
    }
}

open_enum! {
    /// A language code.
    Language {
        /// `en`.
        En = "en",
        /// `es`.
        Es = "es",
        /// `vi`.
        Vi = "vi",
        /// `pt`.
        Pt = "pt",
        /// `ja`.
        Ja = "ja",
        /// `fr`.
        Fr = "fr",
        /// `da`.
        Da = "da",
        /// `nl`.
        Nl = "nl",
        /// `fi`.
        Fi = "fi",
        /// `no`.
        No = "no",
        /// `nb`.
        Nb = "nb",
        /// `ro`.
        Ro = "ro",
        /// `sv`.
        Sv = "sv",
        /// `th`.
        Th = "th",
        /// `tw`.
        Tw = "tw",
        /// `zh`.
        Zh = "zh",
        /// `tr`.
        Tr = "tr",
        /// `ar`.
        Ar = "ar",
        /// `he`.
        He = "he",
        /// `ms`.
        Ms = "ms",
        /// `de`.
        De = "de",
    }
}

open_enum! {
    /// What a data export contains.
    ExportEntity {
        /// `organizations`.
        Organizations = "organizations",
        /// `credentials`.
        Credentials = "credentials",
        /// `credential_analytics`.
        CredentialAnalytics = "credential_analytics",
        /// `groups`.
        Groups = "groups",
        /// `designs`.
        Designs = "designs",
    }
}

open_enum! {
    /// The state of a data export.
    ExportStatus {
        /// `scheduled`.
        Scheduled = "scheduled",
        /// `processing`.
        Processing = "processing",
        /// `completed`.
        Completed = "completed",
        /// `errored`.
        Errored = "errored",
    }
}

open_enum! {
    /// What a team member may do with credentials.
    TeamRole {
        /// `editor`.
        Editor = "editor",
        /// `viewer`.
        Viewer = "viewer",
        /// `credential_issuer`.
        CredentialIssuer = "credential_issuer",
    }
}

open_enum! {
    /// The kind of a team member in a department.
    AccessLevel {
        /// `team_member`.
        TeamMember = "team_member",
        /// `department_admin`.
        DepartmentAdmin = "department_admin",
        /// `developer`.
        Developer = "developer",
        /// `organization_admin`.
        OrganizationAdmin = "organization_admin",
    }
}

open_enum! {
    /// A blockchain.
    Chain {
        /// `Bitcoin`.
        Bitcoin = "Bitcoin",
        /// `Ethereum`.
        Ethereum = "Ethereum",
    }
}

open_enum! {
    /// A sort direction.
    SortOrder {
        /// `asc`.
        Asc = "asc",
        /// `desc`.
        Desc = "desc",
    }
}

open_enum! {
    /// A kind of attribute.
    AttributeKind {
        /// `text`.
        Text = "text",
        /// `date`.
        Date = "date",
        /// `email`.
        Email = "email",
        /// `image`.
        Image = "image",
    }
}

open_enum! {
    /// A kind of design.
    DesignKind {
        /// `certificate`.
        Certificate = "certificate",
        /// `badge`.
        Badge = "badge",
    }
}

open_enum! {
    /// A kind of design, as the list of designs spells it.
    DesignKinds {
        /// `certificates`.
        Certificates = "certificates",
        /// `badges`.
        Badges = "badges",
    }
}

open_enum! {
    /// An orientation of paper.
    DesignOrientation {
        /// `landscape`.
        Landscape = "landscape",
        /// `portrait`.
        Portrait = "portrait",
    }
}

open_enum! {
    /// A size of paper.
    PaperSize {
        /// `us-letter`.
        UsLetter = "us-letter",
        /// `a4`.
        A4 = "a4",
    }
}

open_enum! {
    /// The reason why a credential of a batch was not created or not published.
    BulkErrorCode {
        /// `credential_invalid`.
        CredentialInvalid = "credential_invalid",
        /// `insufficient_credits`.
        InsufficientCredits = "insufficient_credits",
    }
}

open_enum! {
    /// The reason why skills of a group were not saved.
    GroupWarningCode {
        /// `framework_params_incomplete`.
        FrameworkParamsIncomplete = "framework_params_incomplete",
        /// `plan_not_entitled`.
        PlanNotEntitled = "plan_not_entitled",
        /// `version_not_found`.
        VersionNotFound = "version_not_found",
        /// `framework_not_available`.
        FrameworkNotAvailable = "framework_not_available",
        /// `version_retired`.
        VersionRetired = "version_retired",
        /// `framework_skills_malformed`.
        FrameworkSkillsMalformed = "framework_skills_malformed",
        /// `skills_not_attached`.
        SkillsNotAttached = "skills_not_attached",
        /// `breadcrumb_ids_invalid`.
        BreadcrumbIdsInvalid = "breadcrumb_ids_invalid",
    }
}
