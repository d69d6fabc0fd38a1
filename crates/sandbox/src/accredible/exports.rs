//! Data exports, which are created at once and completed later by the clock.

use std::collections::BTreeMap;

use http::header::HOST;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value, json};
use tassel_accredible::model::{DepartmentId, ExportEntity, NewDataExport};

use super::Accredible;
use super::input::{model, object};
use super::rejection::Rejection;
use crate::exchange::{Answer, Incoming};
use crate::sandbox::World;

/// An export.
#[derive(Debug)]
pub(super) struct Export {
    id: u64,
    entity: ExportEntity,
    department: u64,
    created_at: Timestamp,
    begins_at: Timestamp,
    ends_at: Timestamp,
    fails: bool,
}

impl Export {
    fn status(&self, now: Timestamp) -> &'static str {
        match now {
            now if now < self.begins_at => "scheduled",
            now if now < self.ends_at => "processing",
            _ if self.fails => "errored",
            _ => "completed",
        }
    }
}

impl Accredible {
    /// Adds a completed export of credentials, created ten minutes ago.
    pub(super) fn export_credentials(&mut self, world: &World) {
        let now = world.clock.now();
        let earlier = |minutes| now.checked_sub(SignedDuration::from_mins(minutes)).unwrap_or(now);
        self.exports.push(Export {
            id: 1,
            entity: ExportEntity::Credentials,
            department: super::departments::DEFAULT,
            created_at: earlier(10),
            begins_at: earlier(10),
            ends_at: earlier(9),
            fails: false,
        });
    }

    pub(super) fn list_exports(&self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        self.check_exports()?;
        let exports = self.exports.iter().filter(|export| self.reaches_department(export.department));
        let shown: Vec<_> =
            exports.map(|export| self.show_export(export, incoming, world.clock.now())).collect();
        Ok(Answer::json(200, &json!({"data_exports": shown})))
    }

    pub(super) fn create_export(&mut self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        self.check_exports()?;
        let new: NewDataExport = model(&object(&incoming.body)?["data_export"])?;
        let entity = new.entity.filter(|entity| !matches!(entity, ExportEntity::Unknown(_)));
        let entity = entity.ok_or_else(|| Rejection::field("entity", "is not included in the list"))?;
        let department = new.department_id.as_ref().and_then(DepartmentId::as_u64);
        let department =
            department.filter(|id| self.departments.contains_key(id) && self.reaches_department(*id));
        let department = department.ok_or_else(|| Rejection::Invalid("Invalid Department".to_owned()))?;
        let [waits, runs] = self
            .settings
            .export_seconds
            .map(|seconds| SignedDuration::from_secs(seconds.min(1_000_000).cast_signed()));
        let later = |at: Timestamp, by| at.checked_add(by).unwrap_or(Timestamp::MAX);
        let now = world.clock.now();
        let begins_at = later(now, waits);
        let export = Export {
            id: self.exports.last().map_or(1, |last| last.id + 1),
            entity,
            department,
            created_at: now,
            begins_at,
            ends_at: later(begins_at, runs),
            fails: self.settings.exports_fail,
        };
        let mut shown = self.show_export(&export, incoming, now);
        // An export that takes no time is shown as scheduled first, too.
        shown["status"] = "scheduled".into();
        shown["urls"] = json!([]);
        self.exports.push(export);
        Ok(Answer::json(201, &json!({"data_export": shown})).acted())
    }

    pub(super) fn get_export(&self, incoming: &Incoming, world: &World) -> Result<Answer, Rejection> {
        self.check_exports()?;
        let id = incoming.value("id");
        let export = self.exports.iter().find(|export| export.id.to_string() == id);
        let export = export.filter(|export| self.reaches_department(export.department));
        let export = export.ok_or(Rejection::NotFound)?;
        let shown = self.show_export(export, incoming, world.clock.now());
        Ok(Answer::json(200, &json!({"data_export": shown})))
    }

    fn check_exports(&self) -> Result<(), Rejection> {
        let available = self.settings.data_exports;
        available
            .then_some(())
            .ok_or_else(|| Rejection::Forbidden("Your plan has no data exports".to_owned()))
    }

    fn show_export(&self, export: &Export, incoming: &Incoming, now: Timestamp) -> Value {
        let status = export.status(now);
        let files = if status == "completed" { self.files(export) } else { BTreeMap::new() };
        let urls = files.keys().zip(export.id * 100..).map(|(year, id)| {
            let url = url(incoming, &format!("/exports/{}/{year}.csv", export.id));
            json!({"id": id, "status": "completed", "year": year, "url": url})
        });
        json!({
            "id": export.id,
            "department_id": export.department,
            "status": status,
            "created_at": format!("{:.3}", export.created_at),
            "urls": urls.collect::<Vec<_>>(),
        })
    }

    /// The file of an export, unless its link has expired.
    pub(super) fn export_file(&self, path: &str, world: &World) -> Option<Answer> {
        let (id, year) = path.strip_prefix("/exports/")?.strip_suffix(".csv")?.split_once('/')?;
        let export = self.exports.iter().find(|export| export.id.to_string() == id)?;
        let now = world.clock.now();
        if export.status(now) != "completed" {
            return None;
        }
        let lives =
            self.settings.export_link_seconds.map(|seconds| i64::try_from(seconds).unwrap_or(i64::MAX));
        if lives.is_some_and(|lives| (now - export.ends_at).get_seconds() >= lives) {
            return Some(Answer::text(403, "The link has expired.\n"));
        }
        let text = self.files(export).remove(&year.parse().ok()?)?;
        Some(Answer::file("text/csv; charset=utf-8", text))
    }

    /// The files of a completed export, by year. Without records, the year of the export has an empty file.
    fn files(&self, export: &Export) -> BTreeMap<i16, String> {
        let (columns, rows) = self.rows(export);
        let year = |at: Timestamp| at.to_zoned(TimeZone::UTC).year();
        let mut files = BTreeMap::new();
        for (at, cells) in rows.into_iter().filter(|(at, _)| *at <= export.ends_at) {
            let file = files.entry(year(at)).or_insert_with(|| format!("{columns}\n"));
            *file += &cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",");
            file.push('\n');
        }
        if files.is_empty() {
            files.insert(year(export.created_at), format!("{columns}\n"));
        }
        files
    }

    /// The columns of an export, and its records with the times of their creation.
    fn rows(&self, export: &Export) -> (&'static str, Vec<(Timestamp, Vec<String>)>) {
        let is_in = |group: u64| self.department_of(group) == export.department;
        match &export.entity {
            ExportEntity::Organizations => {
                let department = self.departments.get(&export.department);
                let name = department.map(|it| it.text("name").to_owned()).unwrap_or_default();
                ("id,name", vec![(export.created_at, vec![export.department.to_string(), name])])
            }
            ExportEntity::Credentials => {
                let all = self.credentials.select(&super::index::Lookup::Nothing);
                let rows = all.iter().filter(|it| is_in(it.group)).map(|it| {
                    let (name, email) = (it.recipient.name.clone(), it.recipient.email.clone());
                    (it.created_at, vec![it.id(), it.name.clone(), name, email, it.issued_on.to_string()])
                });
                ("id,name,recipient_name,recipient_email,issued_on", rows.collect())
            }
            ExportEntity::CredentialAnalytics => {
                let events =
                    self.events.iter().filter_map(|it| Some((it, self.credentials.get(it.credential)?)));
                let events = events.filter(|(_, credential)| is_in(credential.group));
                let row = |(it, credential): (&super::analytics::Event, &super::store::Credential)| {
                    (it.at, vec![credential.id(), it.name.clone(), format!("{:.3}", it.at)])
                };
                ("credential_id,event,created_at", events.map(row).collect())
            }
            ExportEntity::Groups => {
                let groups = self.groups.values().filter(|it| !it.deleted && is_in(it.id));
                let row = |it: &super::Group| {
                    let course = it.course_name.clone().unwrap_or_default();
                    (it.created_at, vec![it.id.to_string(), it.name.clone(), course])
                };
                ("id,name,course_name", groups.map(row).collect())
            }
            _ => ("id,name", Vec::new()),
        }
    }
}

/// The URL of a file: at the host that the request names, or a fictional one in process.
fn url(incoming: &Incoming, path: &str) -> String {
    match incoming.headers.get(HOST).and_then(|host| host.to_str().ok()) {
        Some(host) => format!("http://{host}/accredible{path}"),
        None => format!("https://files.example.org{path}"),
    }
}

/// A cell of a CSV file.
fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
