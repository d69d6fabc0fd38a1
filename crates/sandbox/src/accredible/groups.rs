//! Groups.

use serde_json::{Map, Value, json};
use tassel_accredible::model::{GroupSearch, Language};

use super::Accredible;
use super::frameworks::{self, SkillsChange, Warning};
use super::input::{Checks, date, is_id, search, wrapped};
use super::rejection::Rejection;
use super::render;
use super::search::{NumberedPage, holds};
use super::skills;
use super::store::Group;
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The years that a span of time can have.
const YEARS: std::ops::RangeInclusive<i64> = -19_998..=19_998;

/// What a field of a write must be, unless it is null.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Text,
    Language,
    Flag,
    Number,
    Id,
    Texts,
    Collections,
}

/// The fields of a write that are shown unchanged.
const WRITTEN: [(&str, Kind); 17] = [
    ("course_link", Kind::Text),
    ("language", Kind::Language),
    ("attach_pdf", Kind::Flag),
    ("blockchain", Kind::Flag),
    ("design_id", Kind::Id),
    ("certificate_design_id", Kind::Id),
    ("badge_design_id", Kind::Id),
    ("primary_design_id", Kind::Id),
    ("department_id", Kind::Id),
    ("learning_outcomes", Kind::Texts),
    ("generate_private_credential", Kind::Flag),
    ("signup_url", Kind::Text),
    ("signup_url_show", Kind::Flag),
    ("course_link_show", Kind::Flag),
    ("organization_link_show", Kind::Flag),
    ("achievement_type", Kind::Text),
    ("collections", Kind::Collections),
];

impl Kind {
    fn fits(self, value: &Value) -> bool {
        let all = |fits: fn(&Value) -> bool| value.as_array().is_some_and(|items| items.iter().all(fits));
        match self {
            Self::Text => value.is_string(),
            Self::Language => {
                value.as_str().is_some_and(|text| !matches!(Language::from(text), Language::Unknown(_)))
            }
            Self::Number => value.is_u64() || value.is_i64(),
            Self::Flag => value.is_boolean(),
            Self::Id => is_id(value),
            Self::Texts => all(Value::is_string),
            Self::Collections => all(|item| is_id(&item["id"])),
        }
    }

    /// The value as it is shown: of a collection, only its id is written.
    fn shown(self, value: &Value) -> Value {
        match (self, value.as_array()) {
            (Self::Collections, Some(items)) => items.iter().map(|item| json!({"id": item["id"]})).collect(),
            _ => value.clone(),
        }
    }
}

impl Accredible {
    pub(super) fn get_group(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        Ok(Answer::json(200, &json!({"group": self.shown_group(self.group(incoming)?)})))
    }

    pub(super) fn create_group(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let fields = wrapped(&incoming.body, "group")?;
        let mut checks = Checks::default();
        for name in ["name", "course_name", "course_description"] {
            checks.present(name, fields[name].as_str());
        }
        checks.finish()?;
        let now = world.clock.now();
        let mut group = Group { created_at: now, ..Group::default() };
        write(&mut group, &fields, true, world)?;
        self.check_department(&mut group)?;
        let warnings = self.write_skills(&mut group, &fields, false)?;
        Ok(self.save_group(group, world, &warnings))
    }

    pub(super) fn update_group(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let mut group = self.group(incoming)?.clone();
        let fields = wrapped(&incoming.body, "group")?;
        let mut checks = Checks::default();
        for name in ["name", "course_name", "course_description"] {
            if fields.get(name).is_some_and(|value| !value.is_null()) {
                checks.present(name, fields[name].as_str());
            }
        }
        checks.finish()?;
        write(&mut group, &fields, self.settings.null_clears, world)?;
        self.check_department(&mut group)?;
        let warnings = self.write_skills(&mut group, &fields, true)?;
        Ok(self.save_group(group, world, &warnings))
    }

    /// The credentials of the group stay.
    pub(super) fn delete_group(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let group = self.group(incoming)?;
        let (id, mut shown) = (group.id, self.shown_group(group));
        self.groups.get_mut(&id).ok_or(Rejection::NoGroup)?.deleted = true;
        shorten(&mut shown);
        Ok(Answer::json(200, &json!({"group": shown})).acted())
    }

    /// The copy gets the skills of the group and ignores those in the body.
    pub(super) fn duplicate_group(
        &mut self,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let original = self.group(incoming)?;
        let now = world.clock.now();
        let name = format!("Copy {}", original.name);
        let mut group = Group { id: 0, name, created_at: now, ..original.clone() };
        let mut fields = if incoming.body.is_empty() {
            Value::Object(Map::new())
        } else {
            wrapped(&incoming.body, "group")?
        };
        // The copy is in the group's department, and its criteria are new ones.
        let criteria = fields.get("earning_criteria").or(group.written.get("earning_criteria"));
        let mut criteria = criteria.cloned().unwrap_or_default();
        for criterion in criteria.as_array_mut().into_iter().flatten() {
            criterion.as_object_mut().map(|criterion| criterion.remove("id"));
        }
        if let Some(fields) = fields.as_object_mut() {
            fields.remove("department_id");
            fields.insert("earning_criteria".to_owned(), criteria);
        }
        write(&mut group, &fields, self.settings.null_clears, world)?;
        self.check_department(&mut group)?;
        Ok(self.save_group(group, world, &[]))
    }

    /// A group as it is shown, with what it says of other records.
    fn shown_group(&self, group: &Group) -> Value {
        let mut shown = render::group(group);
        shown["collections"] = self.collections_of(group);
        shown["design_name"] = self.design_name(&shown).into();
        shown
    }

    /// Changes the skills of a group. Returns a warning for each skill that cannot be attached.
    fn write_skills(
        &self,
        group: &mut Group,
        fields: &Value,
        is_update: bool,
    ) -> Result<Vec<Warning>, Rejection> {
        let (version, skills) = (fields.get("skill_framework_version_id"), fields.get("framework_skills"));
        let (change, warnings) = frameworks::change(version, skills, is_update);
        let clears = change == SkillsChange::Clear;
        if !self.settings.skills_frameworks && version.or(skills).is_some() && !clears {
            if is_update && !group.skills.is_empty() {
                return Err(Rejection::Plan);
            }
            return Ok(vec![("plan_not_entitled", "Your plan has no skills frameworks".to_owned())]);
        }
        match change {
            SkillsChange::None => {}
            SkillsChange::Clear => group.skills.clear(),
            SkillsChange::Attach(skills) => group.skills = skills,
        }
        Ok(warnings)
    }

    /// Stores a group, under a new id if it has none.
    fn save_group(&mut self, mut group: Group, world: &World, warnings: &[Warning]) -> Answer {
        if group.id == 0 {
            group.id = self.groups.last_key_value().map_or(1, |(last, _)| last + 1);
        }
        group.updated_at = world.clock.now();
        let shown = self.shown_group(&group);
        // The cached texts of credentials contain the name of their group.
        self.credentials.forget_texts(group.id);
        self.groups.insert(group.id, group);
        let answer = if warnings.is_empty() {
            Answer::json(200, &json!({"group": shown}))
        } else {
            let errors = warnings.iter().map(|(code, message)| json!({"code": code, "message": message}));
            Answer::json(207, &json!({"group": shown, "errors": errors.collect::<Vec<_>>()}))
        };
        answer.acted()
    }

    /// The group that the path names.
    fn group(&self, incoming: &Incoming) -> Result<&Group, Rejection> {
        let id = incoming.value("group_id").parse().ok();
        let group = id.and_then(|id: u64| self.groups.get(&id));
        let group = group.filter(|group| !group.deleted && self.reaches(group.id));
        group.ok_or(Rejection::NoGroup)
    }

    pub(super) fn list_groups(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let mut search = GroupSearch::default();
        search.name = incoming.query("name").map(str::to_owned);
        self.page_of_groups(&search, incoming, true)
    }

    pub(super) fn search_groups(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        self.page_of_groups(&search(incoming)?, incoming, false)
    }

    fn page_of_groups(
        &self,
        search: &GroupSearch,
        incoming: &Incoming,
        is_short: bool,
    ) -> Result<Answer, Rejection> {
        let department = search.department_id.as_ref().map(|id| {
            let id = id.as_u64().filter(|id| self.departments.contains_key(id));
            id.ok_or(Rejection::Coded(400, "invalid_department", "Invalid Department ID"))
        });
        let department = department.transpose()?;
        let from = search.updated_after.as_ref().map(|day| date("start_updated_date", day)).transpose()?;
        let until = search.updated_before.as_ref().map(|day| date("end_updated_date", day)).transpose()?;
        let within = |text: Option<&str>, part: &Option<String>| {
            part.as_ref().is_none_or(|part| {
                text.is_some_and(|text| text.to_lowercase().contains(&part.to_lowercase()))
            })
        };
        let groups =
            self.groups.values().filter(|group| !group.deleted && self.reaches(group.id)).filter(|group| {
                let updated = group.updated_at.to_zoned(jiff::tz::TimeZone::UTC).date();
                search.ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id.as_u64() == Some(group.id)))
                    && within(Some(&group.name), &search.name)
                    && within(group.course_name.as_deref(), &search.course_name)
                    && search.meta_data.as_ref().is_none_or(|wanted| holds(group.meta_data.as_ref(), wanted))
                    && department.is_none_or(|id| self.department_of(group.id) == id)
                    && from.is_none_or(|from| updated >= from)
                    && until.is_none_or(|until| updated <= until)
            });
        let groups: Vec<_> = groups.collect();
        let page = NumberedPage::new(search.page, search.page_size, incoming);
        let shown = page.cut(groups.iter()).map(|group| {
            let mut shown = self.shown_group(group);
            if is_short {
                shorten(&mut shown);
            }
            shown.to_string()
        });
        Ok(page.answer("groups", shown, groups.len()))
    }
}

/// Removes what a list and a deletion do not show.
fn shorten(shown: &mut Value) {
    for name in ["collections", "earning_criteria", "skill_framework", "skills"] {
        shown.as_object_mut().map(|fields| fields.remove(name));
    }
}

/// Sets the fields that are in the body. Null clears a field if `null_clears`; it is ignored otherwise.
fn write(group: &mut Group, fields: &Value, null_clears: bool, world: &mut World) -> Result<(), Rejection> {
    let text = |name: &str| fields[name].as_str().map(str::to_owned);
    if let Some(name) = text("name") {
        group.name = name;
    }
    for (name, field) in
        [("course_name", &mut group.course_name), ("course_description", &mut group.course_description)]
    {
        if let Some(text) = text(name) {
            *field = Some(text);
        }
    }
    match fields.get("meta_data") {
        Some(Value::Object(data)) => group.meta_data = Some(data.clone()),
        Some(Value::Null) if null_clears => group.meta_data = None,
        _ => {}
    }
    if let Some(years) = fields.get("auto_expiry").filter(|years| !years.is_null()) {
        let years = years.as_i64().filter(|years| YEARS.contains(years));
        let years = years.and_then(|years| i16::try_from(years).ok());
        group.auto_expiry = years.ok_or_else(|| Rejection::field("auto_expiry", "is invalid"))?;
    }
    if let Some(allowed) = fields["allow_duplicate_credentials"].as_bool() {
        group.allow_duplicate_credentials = allowed;
    }
    for (name, kind) in WRITTEN {
        match fields.get(name) {
            Some(Value::Null) if !null_clears => {}
            Some(value) if value.is_null() || kind.fits(value) => {
                group.written.insert(name.to_owned(), kind.shown(value));
            }
            Some(_) => return Err(Rejection::field(name, "is invalid")),
            None => {}
        }
    }
    if let Some(id) = fields["skill_category_id"].as_u64() {
        group.written.insert("skill_category".to_owned(), skills::category(id));
    }
    write_criteria(group, fields.get("earning_criteria"), world)
}

/// The kinds of criteria.
const CRITERIA: [&str; 15] = [
    "achievement",
    "certificate",
    "competency",
    "completion",
    "course",
    "degree",
    "exam",
    "experience",
    "knowledge",
    "license",
    "participation",
    "reading",
    "skill",
    "specialization",
    "other",
];

/// Replaces the criteria. Those with an id are changed, others are added, and unlisted ones are removed.
fn write_criteria(group: &mut Group, given: Option<&Value>, world: &mut World) -> Result<(), Rejection> {
    let Some(given) = given else { return Ok(()) };
    let given = given.as_array().map(Vec::as_slice).unwrap_or_default();
    let old = group.written.get("earning_criteria").and_then(Value::as_array).cloned().unwrap_or_default();
    let known = |criterion: &Value| old.iter().find(|old| old["id"] == criterion["id"]);
    let taken = given.iter().filter_map(|criterion| {
        let old = known(criterion).and_then(|old| old["position"].as_i64());
        criterion["position"].as_i64().or(old)
    });
    let mut next = taken.max().unwrap_or(0);
    let mut criteria = Vec::new();
    for criterion in given {
        let mut made = if criterion["id"].is_null() {
            json!({"id": world.uuid(), "required": true})
        } else {
            known(criterion).cloned().ok_or(Rejection::ForeignCriterion)?
        };
        let fields = [
            ("kind", Kind::Text),
            ("text", Kind::Text),
            ("required", Kind::Flag),
            ("position", Kind::Number),
        ];
        for (name, kind) in fields {
            match criterion.get(name).filter(|value| !value.is_null()) {
                Some(value) if kind.fits(value) => made[name] = value.clone(),
                Some(_) => return Err(Rejection::field("earning_criteria", "is invalid")),
                None => {}
            }
        }
        if made["kind"].is_null() || made["text"].is_null() {
            return Err(Rejection::field("earning_criteria", "can't be blank"));
        }
        if !made["kind"].as_str().is_some_and(|kind| CRITERIA.contains(&kind)) {
            return Err(Rejection::field("earning_criteria", "is not included in the list"));
        }
        if made["position"].is_null() {
            next = next.saturating_add(1);
            made["position"] = next.into();
        }
        criteria.push(made);
    }
    criteria.sort_by_key(|criterion| criterion["position"].as_i64());
    group.written.insert("earning_criteria".to_owned(), criteria.into());
    Ok(())
}
