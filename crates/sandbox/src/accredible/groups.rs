//! Groups.

use serde_json::json;
use tassel_accredible::GroupSearch;

use super::Accredible;
use super::input::{date, model, object};
use super::refusal::Refusal;
use super::render;
use super::search::{Numbered, holds};
use crate::exchange::{Incoming, Reply};

impl Accredible {
    pub(super) fn get_group(&self, incoming: &Incoming) -> Result<Reply, Refusal> {
        let id = incoming.value("group_id").parse().ok();
        let group = id.and_then(|id: u64| self.groups.get(&id)).ok_or(Refusal::NoGroup)?;
        Ok(Reply::json(200, &json!({"group": render::group(group)})))
    }

    pub(super) fn search_groups(&self, incoming: &Incoming) -> Result<Reply, Refusal> {
        let search: GroupSearch =
            if incoming.body.is_empty() { GroupSearch::default() } else { model(&object(&incoming.body)?)? };
        let from = search.updated_after.as_ref().map(|day| date("start_updated_date", day)).transpose()?;
        let until = search.updated_before.as_ref().map(|day| date("end_updated_date", day)).transpose()?;
        let within = |text: Option<&str>, part: &Option<String>| {
            part.as_ref().is_none_or(|part| {
                text.is_some_and(|text| text.to_lowercase().contains(&part.to_lowercase()))
            })
        };
        let groups = self.groups.values().filter(|group| {
            let updated = group.updated_at.to_zoned(jiff::tz::TimeZone::UTC).date();
            search.ids.as_ref().is_none_or(|ids| ids.iter().any(|id| id.as_u64() == Some(group.id)))
                && within(Some(&group.name), &search.name)
                && within(group.course_name.as_deref(), &search.course_name)
                && search.meta_data.as_ref().is_none_or(|wanted| holds(group.meta_data.as_ref(), wanted))
                && from.is_none_or(|from| updated >= from)
                && until.is_none_or(|until| updated <= until)
        });
        let groups: Vec<_> = groups.collect();
        let page = Numbered::new(search.page, search.page_size, incoming);
        let shown = page.cut(groups.iter()).map(|group| render::group(group).to_string());
        Ok(page.reply("groups", shown, groups.len()))
    }
}
