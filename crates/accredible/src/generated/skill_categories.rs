//! Categories of skills, of which a group can have one.
//!
//! Made from `openapi.yaml` by `cargo xtask codegen`; do not edit.

use tassel_core::kit::prelude::*;

#[allow(unused_imports, reason = "not every module uses what the others hold")]
use super::*;

/// Categories of skills, of which a group can have one. See
/// [`Client::skill_categories`](crate::Client::skill_categories).
#[derive(Debug, Clone)]
pub struct SkillCategories {
    pub(crate) client: Client,
}

impl SkillCategories {
    pub(crate) fn new(client: &Client) -> Self {
        Self { client: client.clone() }
    }

    /// Lists the skill categories.
    ///
    /// # Errors
    ///
    /// * [`Error::Denied`](crate::Error::Denied) (403): the key has no permission, the record is private,
    ///   or a firewall rejected the request.
    ///
    /// # Examples
    ///
    #[cfg_attr(
        not(doctest),
        doc = r#"```
let categories = client.skill_categories().list().send().await?;
assert_eq!(categories[0].name.as_deref(), Some("Safety"));
```"#
    )]
    ///
    /// Source: `GET /v1/skill_categories` in <https://docs.api.accredible.com/#tag/Groups>.
    pub fn list(&self) -> Call<Vec<SkillCategory>> {
        let draft = Draft::new(&operations::SKILL_CATEGORIES_LIST);
        draft.call::<SkillCategoriesListBody>(&self.client)
    }
}
