//! Departments, and what the key of a department reaches.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};
use tassel_accredible::model::DepartmentSearch;

use super::input::{Checks, model, object};
use super::rejection::Rejection;
use super::search::{NumberedPage, holds};
use super::store::Group;
use super::{Accredible, DepartmentsReply, render};
use crate::exchange::{Answer, Incoming};

/// The department of a group that names no other.
pub(super) const DEFAULT: u64 = 123;

/// The fields that are texts.
const TEXTS: [&str; 7] =
    ["name", "description", "url", "logo", "page_banner", "whitelabel_logo", "linkedin_company_id"];

/// The fields that are images. The vendor copies them.
const IMAGES: [&str; 3] = ["logo", "page_banner", "whitelabel_logo"];

/// A department, as it is shown.
#[derive(Debug, Clone)]
pub(super) struct Department(Map<String, Value>);

impl Department {
    fn new(id: u64, name: &str, host: &str) -> Self {
        let mut fields: Map<_, _> = TEXTS.iter().map(|name| ((*name).to_owned(), Value::Null)).collect();
        fields.insert("id".to_owned(), id.into());
        fields.insert("name".to_owned(), name.into());
        fields.insert("url".to_owned(), format!("https://{host}").into());
        fields.insert("logo".to_owned(), image(id, "logo").into());
        fields.insert("meta_data".to_owned(), Value::Null);
        fields.insert("generate_private_credential".to_owned(), false.into());
        Self(fields)
    }

    pub(super) fn text(&self, name: &str) -> &str {
        self.0.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    pub(super) fn makes_private(&self) -> bool {
        self.0.get("generate_private_credential") == Some(&Value::Bool(true))
    }

    /// Sets the fields that are in the body.
    fn write(&mut self, id: u64, fields: &Value, null_clears: bool) -> Result<(), Rejection> {
        let kinds = TEXTS.iter().map(|name| (*name, Value::is_string as fn(&Value) -> bool));
        let others =
            [("meta_data", Value::is_object as _), ("generate_private_credential", Value::is_boolean as _)];
        for (name, fits) in kinds.chain(others) {
            let value = match fields.get(name) {
                Some(Value::Null) if null_clears && name != "name" => Value::Null,
                None | Some(Value::Null) => continue,
                Some(Value::Array(items)) if name == "meta_data" && items.is_empty() => json!({}),
                Some(value) if !fits(value) => return Err(Rejection::field(name, "is invalid")),
                Some(_) if IMAGES.contains(&name) => image(id, name).into(),
                Some(value) => value.clone(),
            };
            self.0.insert(name.to_owned(), value);
        }
        Ok(())
    }
}

/// The URL of the vendor's copy of an image.
fn image(id: u64, name: &str) -> String {
    format!("https://images.example.org/departments/{id}/{name}.png")
}

/// The departments of a new sandbox.
pub(super) fn initial() -> BTreeMap<u64, Department> {
    let department = |id, name, host| (id, Department::new(id, name, host));
    [
        department(DEFAULT, "Harbour Academy", "academy.example.org"),
        department(124, "Crane School", "cranes.example.org"),
    ]
    .into()
}

impl Accredible {
    /// The department of a group.
    pub(super) fn department_of(&self, group: u64) -> u64 {
        let id = self.groups.get(&group).and_then(|group| group.written.get("department_id"));
        let id = id.and_then(|id| id.as_u64().or_else(|| id.as_str()?.parse().ok()));
        id.unwrap_or(DEFAULT)
    }

    /// Whether new credentials of a group are private: by the group, or else by its department.
    pub(super) fn makes_private(&self, group: u64) -> bool {
        let own = self.groups.get(&group).and_then(|it| it.written.get("generate_private_credential"));
        let department = || self.departments.get(&self.department_of(group));
        own.and_then(Value::as_bool).unwrap_or_else(|| department().is_some_and(Department::makes_private))
    }

    /// Whether the key of this request reaches a department.
    pub(super) fn reaches_department(&self, id: u64) -> bool {
        self.department.is_none_or(|own| own == id)
    }

    /// Whether the key of this request reaches a group and its credentials.
    pub(super) fn reaches(&self, group: u64) -> bool {
        self.department.is_none() || self.reaches_department(self.department_of(group))
    }

    /// The key of a department writes groups of its department only. A group that names none belongs to it.
    pub(super) fn check_department(&self, group: &mut Group) -> Result<(), Rejection> {
        let Some(own) = self.department else { return Ok(()) };
        let id = group.written.entry("department_id").or_insert_with(|| own.into());
        if *id == own || id.as_str().is_some_and(|id| id.parse() == Ok(own)) {
            return Ok(());
        }
        Err(Rejection::Invalid("Invalid Department".to_owned()))
    }

    /// The issuer. The key of a department reads its department's name and website.
    pub(super) fn issuer(&self) -> Answer {
        let department = self.department.and_then(|id| self.departments.get(&id));
        let named = department.map(|department| (department.text("name"), department.text("url")));
        render::issuer_details(self.settings.credits, named)
    }

    /// Rejects a request for a credential that the key of a department does not reach.
    pub(super) fn check_reach(&self, incoming: &Incoming) -> Result<(), Rejection> {
        let path = incoming.operation.path;
        if self.department.is_none() || !path.contains("/credentials/") {
            return Ok(());
        }
        let ids = ["id", "credential_id"].map(|name| incoming.value(name));
        let found = ids.iter().find_map(|id| self.credentials.find(id));
        if found.is_none_or(|credential| self.reaches(credential.group)) {
            return Ok(());
        }
        Err(Rejection::NoCredential)
    }

    pub(super) fn create_department(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        self.check_manages_departments()?;
        let fields = written(incoming)?;
        check_names(&fields, true)?;
        let id = self.departments.last_key_value().map_or(1, |(last, _)| last + 1);
        let mut department = Department::new(id, "", "");
        department.write(id, &fields, true)?;
        let answer = show(&department);
        self.departments.insert(id, department);
        Ok(answer.acted())
    }

    pub(super) fn get_department(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let (_, department) = self.department_in_path(incoming)?;
        Ok(show(department))
    }

    pub(super) fn update_department(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let (id, department) = self.department_in_path(incoming)?;
        let mut department = department.clone();
        let fields = written(incoming)?;
        check_names(&fields, false)?;
        department.write(id, &fields, self.settings.null_clears)?;
        let answer = show(&department);
        self.departments.insert(id, department);
        Ok(answer.acted())
    }

    /// The groups and the credentials of the department stay.
    pub(super) fn delete_department(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        self.check_manages_departments()?;
        let (id, department) = self.department_in_path(incoming)?;
        let answer = show(department);
        self.departments.remove(&id);
        Ok(answer.acted())
    }

    pub(super) fn search_departments(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let search: DepartmentSearch = if incoming.body.is_empty() {
            DepartmentSearch::default()
        } else {
            model(&object(&incoming.body)?).map_err(|_| Rejection::Unreadable)?
        };
        let found: Vec<_> = self
            .departments
            .iter()
            .filter(|(id, _)| self.reaches_department(**id))
            .map(|(_, department)| department)
            .filter(|department| {
                let data = department.0.get("meta_data").and_then(Value::as_object);
                search.meta_data.as_ref().is_none_or(|wanted| holds(data, wanted))
            })
            .collect();
        let page = NumberedPage::new(search.page, search.page_size, incoming);
        if self.settings.departments_reply == DepartmentsReply::Object {
            let mut shown: Vec<_> = page.cut(found.iter()).map(|department| json!(department.0)).collect();
            let shown = if let [one] = shown.as_mut_slice() { one.take() } else { shown.into() };
            return Ok(Answer::json(200, &json!({"departments": shown})));
        }
        let shown = page.cut(found.iter()).map(|department| json!(department.0).to_string());
        Ok(page.answer("departments", shown, found.len()))
    }

    fn check_manages_departments(&self) -> Result<(), Rejection> {
        match self.department {
            Some(_) => Err(Rejection::Forbidden("No Permission to manage Departments.".to_owned())),
            None => Ok(()),
        }
    }

    /// The department that the path names.
    fn department_in_path(&self, incoming: &Incoming) -> Result<(u64, &Department), Rejection> {
        let id = incoming.value("department_id").parse().ok().filter(|id| self.reaches_department(*id));
        let found = id.and_then(|id| Some((id, self.departments.get(&id)?)));
        found.ok_or(Rejection::NoDepartment)
    }
}

fn show(department: &Department) -> Answer {
    Answer::json(200, &json!({"department": department.0}))
}

/// The object in the body's wrapper.
fn written(incoming: &Incoming) -> Result<Value, Rejection> {
    let fields = object(&incoming.body)?["department"].take();
    if fields.is_object() { Ok(fields) } else { Err(Rejection::Unreadable) }
}

fn check_names(fields: &Value, is_new: bool) -> Result<(), Rejection> {
    let mut checks = Checks::default();
    for name in ["name", "url", "logo"] {
        if is_new || fields[name].is_string() {
            checks.present(name, fields[name].as_str());
        }
    }
    checks.finish()
}
