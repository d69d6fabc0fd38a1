//! Frameworks of skills, which groups take their skills from.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Frameworks of skills, which groups take their skills from. See
/// [`Client::skill_frameworks`](crate::Client::skill_frameworks).
#[derive(Debug, Clone)]
pub struct SkillFrameworks {
    pub(crate) client: Client,
}

impl SkillFrameworks {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists the skill frameworks of a department, with their versions.
    ///
    /// Skills can be attached to a group from a version that is `active`. While a framework is being retired,
    /// its version is `retired` here and has a `valid_to`.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::TryStreamExt;

let frameworks: Vec<_> = client.skill_frameworks().list(123).stream().try_collect().await?;
for version in frameworks.into_iter().flat_map(|framework| framework.versions).flatten() {
    println!("{:?} {:?}: {:?}", version.id, version.version, version.status);
}
```"#
    )]
    ///
    /// Source: `GET /v1/skill_frameworks` in <https://docs.api.accredible.com/#tag/Skills-Frameworks>.
    pub fn list(&self, department_id: impl Into<DepartmentId>) -> ListSkillFrameworks {
        let mut query = Query::new();
        query.set("department_id", department_id.into());
        ListSkillFrameworks(Listing::new(&self.client, &operations::SKILL_FRAMEWORKS_LIST, query))
    }

    /// Searches the skills of a version of a framework.
    ///
    /// A skill is found by a part of its name or identifier. It has a trail for each of its positions in the
    /// framework. A group takes the ids of one trail as the `breadcrumb_ids` of a skill.
    ///
    /// # Errors
    ///
    /// * [`Error::Invalid`](crate::Error::Invalid) (400): the request is malformed.
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    /// * [`Error::NotFound`](crate::Error::NotFound) (404): the record does not exist, or the key has no
    ///   access to it.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
use tassel_accredible::TryStreamExt;
use tassel_accredible::model::{FrameworkSkill, FrameworkVersionId, GroupUpdate};

let version = FrameworkVersionId::from(512);
let found = client.skill_frameworks().search_skills(7, &version, "moor").stream();
let skills: Vec<_> = found.try_collect().await?;
// The first trail of the first skill; a skill at the root has none.
let trail = skills[0].breadcrumbs.iter().flatten().next();
let trail = trail.into_iter().flatten().filter_map(|node| node.id.clone());
let skill = FrameworkSkill::new(&skills[0].id).breadcrumb_ids(trail);
let changes = GroupUpdate::default().skill_framework_version_id(version).framework_skills(vec![skill]);
let saved = client.groups().update(34, changes).send().await?;
assert_eq!(saved.errors, None);
```"#
    )]
    ///
    /// Source: `GET /v1/skill_frameworks/{skill_framework_id}/versions/{version_id}/skills` in
    /// <https://docs.api.accredible.com/#tag/Skills-Frameworks>.
    pub fn search_skills(
        &self,
        skill_framework_id: impl Into<SkillFrameworkId>,
        version_id: impl Into<FrameworkVersionId>,
        text: impl Into<String>,
    ) -> SearchSkillFrameworksSkills {
        let mut query = Query::new();
        query.set("query", text.into());
        SearchSkillFrameworksSkills(
            Listing::new(&self.client, &operations::SKILL_FRAMEWORKS_SEARCH_SKILLS, query)
                .at("skill_framework_id", skill_framework_id.into())
                .at("version_id", version_id.into()),
        )
    }
}

listing! {
    /// A listing of [`SkillFrameworks::list`](crate::skill_frameworks::SkillFrameworks::list), 10 on a page
    /// unless another size is set.
    ListSkillFrameworks: Query => SkillFrameworkList
}

impl ListSkillFrameworks {
    /// The number of items on a page, at most 10. The vendor's default is 5.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("page_size", size);
        self
    }
}

listing! {
    /// A listing of
    /// [`SkillFrameworks::search_skills`](crate::skill_frameworks::SkillFrameworks::search_skills), 50 on a
    /// page unless another size is set.
    SearchSkillFrameworksSkills: Query => SkillList
}

impl SearchSkillFrameworksSkills {
    /// The number of items on a page, at most 50, which is the default.
    pub fn page_size(mut self, size: u64) -> Self {
        self.0.query.set("page_size", size);
        self
    }
}
