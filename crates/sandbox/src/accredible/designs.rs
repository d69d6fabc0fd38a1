//! Designs, and the sessions of their designers.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value, json};
use tassel_accredible::model::{DepartmentId, DesignKind, DesignSearch};

use super::departments::DEFAULT;
use super::index::Lookup;
use super::input::{Checks, is_id, model, object, search, wrapped};
use super::rejection::Rejection;
use super::search::{NumberedPage, holds};
use super::store::Group;
use super::{Accredible, UsedDesignPolicy, render};
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// The fields of a group that name a design.
const DESIGN_IDS: [&str; 4] = ["design_id", "certificate_design_id", "badge_design_id", "primary_design_id"];

/// The texts that a field can have.
type Choices = &'static [&'static str];

const KINDS: Choices = &["certificate", "badge"];
const ORIENTATIONS: Choices = &["landscape", "portrait"];
const SIZES: Choices = &["us-letter", "a4"];

/// A design.
#[derive(Debug, Clone)]
pub(super) struct Design {
    id: u64,
    name: String,
    kind: String,
    content: String,
    bleeds: bool,
    orientation: Option<String>,
    size: Option<String>,
    department: DepartmentId,
    meta_data: Option<Map<String, Value>>,
    created_at: Timestamp,
    updated_at: Timestamp,
}

impl Design {
    fn new(name: &str, kind: &str, world: &World) -> Self {
        let now = world.clock.now();
        let paper = |size: &str| (kind == "certificate").then(|| size.to_owned());
        Self {
            id: 0,
            name: name.to_owned(),
            kind: kind.to_owned(),
            content: String::new(),
            bleeds: false,
            orientation: paper("landscape"),
            size: paper("a4"),
            department: DEFAULT.into(),
            meta_data: None,
            created_at: now,
            updated_at: now,
        }
    }

    /// As a search shows it: without its groups.
    fn shown(&self) -> Value {
        json!({
            "id": self.id,
            "name": self.name,
            "kind": self.kind,
            "encoded_content": self.content,
            "background_bleeds": self.bleeds,
            "orientation": self.orientation,
            "size": self.size,
            "department_id": self.department,
            "created_at": format!("{:.3}", self.created_at),
            "updated_at": format!("{:.3}", self.updated_at),
            "rasterized_content_url": format!("https://images.example.org/designs/{}.png", self.id),
            "meta_data": self.meta_data,
        })
    }

    /// Whether it is of a kind, which may be spelt in the plural, and of a department.
    fn is_of(&self, kind: Option<&str>, department: Option<&DepartmentId>) -> bool {
        kind.is_none_or(|kind| kind.strip_suffix('s').unwrap_or(kind) == self.kind)
            && department.is_none_or(|department| *department == self.department)
    }

    /// Sets the fields that are in the body, except the department.
    fn write(&mut self, fields: &Value, null_clears: bool) -> Result<(), Rejection> {
        let mut checks = Checks::default();
        let given = |name: &str| fields.get(name).is_some_and(|value| !value.is_null());
        for (name, field) in [("name", &mut self.name), ("encoded_content", &mut self.content)] {
            if given(name) {
                *field = checks.present(name, fields[name].as_str());
            }
        }
        let is_one_of = |name: &str, choices: Choices| {
            let text = fields[name].as_str()?;
            choices.contains(&text).then(|| text.to_owned())
        };
        match is_one_of("kind", KINDS) {
            Some(kind) => self.kind = kind,
            None if given("kind") => checks.wrong("kind", "is invalid"),
            None => {}
        }
        for (name, choices, field) in
            [("orientation", ORIENTATIONS, &mut self.orientation), ("size", SIZES, &mut self.size)]
        {
            match is_one_of(name, choices) {
                Some(text) => *field = Some(text),
                None if given(name) => checks.wrong(name, "is invalid"),
                None if null_clears && fields.get(name).is_some() => *field = None,
                None => {}
            }
        }
        match &fields["background_bleeds"] {
            Value::Bool(bleeds) => self.bleeds = *bleeds,
            Value::Null => {}
            _ => checks.wrong("background_bleeds", "is invalid"),
        }
        match &fields["meta_data"] {
            Value::Object(data) => self.meta_data = Some(data.clone()),
            Value::Null if null_clears && fields.get("meta_data").is_some() => self.meta_data = None,
            Value::Null => {}
            _ => checks.wrong("meta_data", "is invalid"),
        }
        checks.finish()
    }
}

/// The designs of a new sandbox: one of certificates, which every group uses, and one of badges.
pub(super) fn initial(world: &World) -> BTreeMap<u64, Design> {
    let design = |id, name, kind| Design { id, ..Design::new(name, kind, world) };
    [(23, design(23, "Blue wave", "certificate")), (24, design(24, "Anchor", "badge"))].into()
}

/// The department that a body names.
fn department(fields: &Value) -> Result<DepartmentId, Rejection> {
    match &fields["department_id"] {
        Value::Null => Ok(DEFAULT.into()),
        id if is_id(id) => model(id),
        _ => Err(Rejection::Unreadable),
    }
}

fn number(id: &Value) -> Option<u64> {
    id.as_u64().or_else(|| id.as_str()?.parse().ok())
}

impl Accredible {
    /// The name of the design of a group's certificates.
    pub(super) fn design_name(&self, shown: &Value) -> Option<&str> {
        let design = self.designs.get(&number(&shown["design_id"])?)?;
        Some(&design.name)
    }

    pub(super) fn list_designs(&self, incoming: &Incoming) -> Answer {
        let department = incoming.query("department_id").map(DepartmentId::from);
        let designs = self.designs.values();
        let designs = designs.filter(|design| design.is_of(incoming.query("kind"), department.as_ref()));
        let shown: Vec<_> = designs.map(|design| self.shown_design(design)).collect();
        Answer::json(200, &json!({"designs": shown}))
    }

    pub(super) fn get_design(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        Ok(Answer::json(200, &json!({"design": self.shown_design(self.design(incoming)?)})))
    }

    pub(super) fn create_design(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let fields = wrapped(&incoming.body, "design")?;
        let mut checks = Checks::default();
        for name in ["name", "kind", "encoded_content"] {
            checks.present(name, fields[name].as_str());
        }
        checks.finish()?;
        let kind = fields["kind"].as_str().unwrap_or_default();
        let mut design = Design { department: department(&fields)?, ..Design::new("", kind, world) };
        design.write(&fields, self.settings.null_clears)?;
        Ok(self.save_design(design))
    }

    pub(super) fn update_design(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let mut design = self.design(incoming)?.clone();
        design.write(&wrapped(&incoming.body, "design")?, self.settings.null_clears)?;
        design.updated_at = world.clock.now();
        Ok(self.save_design(design))
    }

    pub(super) fn delete_design(&mut self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let design = self.design(incoming)?;
        let (id, shown) = (design.id, self.shown_design(design));
        let users: Vec<_> = self.users(id).map(|group| group.id).collect();
        if self.settings.used_design == UsedDesignPolicy::Refused && !users.is_empty() {
            return Err(Rejection::Invalid("Design is in use".to_owned()));
        }
        for group in self.groups.values_mut().filter(|group| users.contains(&group.id)) {
            let before = render::group(group);
            for name in DESIGN_IDS.iter().filter(|name| number(&before[**name]) == Some(id)) {
                group.written.insert((*name).to_owned(), Value::Null);
            }
        }
        self.designs.remove(&id);
        Ok(Answer::json(200, &json!({"design": shown})).acted())
    }

    pub(super) fn copy_design(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        let original = self.design(incoming)?.clone();
        let fields = if incoming.body.is_empty() { Value::Null } else { wrapped(&incoming.body, "design")? };
        let now = world.clock.now();
        let copy =
            Design { id: 0, department: department(&fields)?, created_at: now, updated_at: now, ..original };
        Ok(self.save_design(copy))
    }

    pub(super) fn search_designs(&self, incoming: &Incoming) -> Result<Answer, Rejection> {
        let search: DesignSearch = search(incoming)?;
        let mut found: Vec<_> = self.designs.values().collect();
        let kind = search.kind.as_ref().map(DesignKind::as_str);
        found.retain(|design| {
            design.is_of(kind, search.department.as_ref())
                && search.meta_data.as_ref().is_none_or(|wanted| holds(design.meta_data.as_ref(), wanted))
        });
        let page = NumberedPage::new(search.page, search.page_size, incoming);
        let shown = page.cut(found.iter()).map(|design| design.shown());
        if self.settings.designs_have_meta {
            return Ok(page.answer("designs", shown.map(|design| design.to_string()), found.len()));
        }
        Ok(Answer::json(200, &json!({"designs": shown.collect::<Vec<_>>()})))
    }

    pub(super) fn preview_design(&self, incoming: &Incoming, world: &mut World) -> Result<Answer, Rejection> {
        let id = self.design(incoming)?.id;
        if !incoming.body.is_empty() {
            object(&incoming.body)?;
        }
        let link = format!("https://previews.example.org/designs/{id}/{}.png", world.uuid());
        Ok(Answer::json(200, &json!({"link": link})))
    }

    /// A session of a designer. Without a design it has a new one.
    pub(super) fn open_designer(
        &mut self,
        kind: &str,
        incoming: &Incoming,
        world: &mut World,
    ) -> Result<Answer, Rejection> {
        let fields = if incoming.body.is_empty() { Value::Null } else { object(&incoming.body)? };
        let id = match &fields["design_id"] {
            Value::Null => {
                let name = format!("New {kind}");
                let design = Design { department: department(&fields)?, ..Design::new(&name, kind, world) };
                self.insert_design(design)
            }
            id => number(id).filter(|id| self.designs.contains_key(id)).ok_or(Rejection::NotFound)?,
        };
        let token = format!("{id}:{}", world.uuid());
        Ok(Answer::json(200, &json!({"token": token, "design_id": id})).acted())
    }

    /// The design that the path names.
    fn design(&self, incoming: &Incoming) -> Result<&Design, Rejection> {
        let id = incoming.value("design_id").parse().ok();
        id.and_then(|id: u64| self.designs.get(&id)).ok_or(Rejection::NotFound)
    }

    /// Stores a design, under a new id if it has none.
    fn insert_design(&mut self, mut design: Design) -> u64 {
        if design.id == 0 {
            design.id = self.number();
        }
        let id = design.id;
        self.designs.insert(id, design);
        id
    }

    fn save_design(&mut self, design: Design) -> Answer {
        let id = self.insert_design(design);
        let shown = self.designs.get(&id).map(|design| self.shown_design(design));
        Answer::json(200, &json!({"design": shown})).acted()
    }

    /// The groups that use a design.
    fn users(&self, id: u64) -> impl Iterator<Item = &Group> {
        self.groups.values().filter(move |group| {
            let shown = render::group(group);
            !group.deleted && DESIGN_IDS.iter().any(|name| number(&shown[*name]) == Some(id))
        })
    }

    /// A design with the groups that use it.
    fn shown_design(&self, design: &Design) -> Value {
        let groups = self.users(design.id).map(|group| {
            let credentials = self.credentials.select(&Lookup::Group(&[group.id.to_string()])).len();
            json!({
                "id": group.id,
                "name": group.name,
                "updated_at": format!("{:.3}", group.updated_at),
                "credentials_count": credentials,
            })
        });
        let mut shown = design.shown();
        shown["groups"] = groups.collect();
        shown
    }
}
