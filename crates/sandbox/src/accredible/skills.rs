//! Skill categories, and what can be read of the skill frameworks.

use serde_json::{Value, json};

use super::Accredible;
use super::frameworks::{ACTIVE, RETIRED, SKILLS, framework};
use super::rejection::Rejection;
use super::search::NumberedPage;
use crate::exchange::{Answer, Incoming};

/// The skill categories: their ids and names.
const CATEGORIES: [(u64, &str); 3] = [(1, "Safety"), (2, "Seamanship"), (3, "Leadership")];

/// A skill category. One that is not known here has no name.
pub(super) fn category(id: u64) -> Value {
    let name = CATEGORIES.iter().find(|(known, _)| *known == id).map(|(_, name)| name);
    json!({"id": id, "name": name})
}

pub(super) fn list_categories() -> Answer {
    let categories: Vec<_> = CATEGORIES.iter().map(|(id, _)| category(*id)).collect();
    Answer::json(200, &json!({"skill_categories": categories}))
}

impl Accredible {
    /// Every department has the framework.
    pub(super) fn list_frameworks(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        self.check_plan()?;
        let department = incoming.query("department_id");
        let department =
            department.ok_or(Rejection::Coded(400, "missing_department_id", "department_id is required"))?;
        if !department.parse().is_ok_and(|id| self.departments.contains_key(&id)) {
            return Err(Rejection::Coded(403, "invalid_department", "Invalid Department ID"));
        }
        let mut shown = framework();
        shown["status"] = "enabled".into();
        shown["skill_count"] = SKILLS.len().into();
        shown["updated_at"] = "2026-06-22T09:15:04.881Z".into();
        let version = |id, version, status, from, to: Option<&str>| {
            json!({
                "id": id, "version": version, "skill_count": SKILLS.len(), "status": status, "valid_from": from,
                "valid_to": to,
            })
        };
        shown["versions"] = json!([
            version(RETIRED, "1.0", "retired", "2026-01-01", Some("2026-04-08")),
            version(ACTIVE, "2.0", "active", "2026-04-08", None),
        ]);
        let page = NumberedPage::limited(incoming, 5, 10);
        let shown = [shown.to_string()];
        Ok(page.answer("skill_frameworks", page.cut(shown.iter()), shown.len()))
    }

    /// Both versions have the same skills.
    pub(super) fn search_skills(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        self.check_plan()?;
        let id = |name| incoming.value(name).parse::<u64>().ok();
        if id("skill_framework_id") != framework()["id"].as_u64() {
            return Err(Rejection::Coded(404, "not_found", "Skills framework not found"));
        }
        if !id("version_id").is_some_and(|id| [ACTIVE, RETIRED].contains(&id)) {
            let text = "This version does not belong to the specified framework";
            return Err(Rejection::Coded(400, "invalid_version", text));
        }
        let query = incoming.query("query").unwrap_or_default().to_lowercase();
        if query.chars().count() < 2 {
            return Err(Rejection::Coded(400, "invalid_query", "Query must be at least 2 characters"));
        }
        let mut found: Vec<_> =
            SKILLS.iter().filter(|(_, name, _)| name.to_lowercase().contains(&query)).collect();
        found.sort_by_key(|(_, name, _)| *name);
        let page = NumberedPage::limited(incoming, 50, 50);
        let shown = page.cut(found.iter()).map(|(id, name, parent)| {
            let trails: Vec<_> = parent.iter().map(|(id, name)| json!([{"id": id, "name": name}])).collect();
            json!({"id": id, "name": name, "identifier": null, "description": null, "breadcrumbs": trails})
                .to_string()
        });
        Ok(page.answer("skills", shown, found.len()))
    }

    fn check_plan(&self) -> Result<(), Rejection> {
        if self.settings.skills_frameworks {
            return Ok(());
        }
        let text = "Your plan does not include access to skills frameworks";
        Err(Rejection::Coded(403, "plan_not_entitled", text))
    }
}
