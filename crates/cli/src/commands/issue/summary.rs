//! The summary of a plan, for people.

use std::collections::BTreeMap;

use tassel_issuing::Plan;
use tassel_issuing::issuer::Issuer;
use tassel_issuing::plan::{Action, Publish};

use super::counted;
use crate::text::wrapped;

/// The most problems and unlisted members that are shown.
const SHOWN: usize = 10;

/// The width of the labels at the left.
const LABEL: usize = 11;

/// What an apply takes by another way of publishing than the plan's.
pub(super) struct Alternative {
    publish: Publish,
    calls: u64,
    seconds: u64,
}

impl Alternative {
    pub(super) async fn of(plan: &Plan, issuer: &dyn Issuer) -> Self {
        let publish = match plan.publish {
            Publish::AfterProof => Publish::AtOnce,
            _ => Publish::AfterProof,
        };
        let calls = plan.calls_by(publish);
        Self { publish, calls, seconds: issuer.time_for(calls).await.as_secs() }
    }
}

/// The lines of a summary.
pub(super) fn of(plan: &Plan, other: &Alternative, file: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let rows = counted(plan.rows.len() as u64, "row", "rows");
    lines.extend(wrapped(&format!("{file}: {rows}"), width, 0));
    let name = plan.account.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    let account = format!("{}{name} at {}", plan.account.issuer, plan.host);
    lines.extend(labelled("issuer", &account, width));
    for state in &plan.groups {
        let group = &state.group;
        let name = group.name.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
        let members = counted(state.members, "credential", "credentials");
        let allows = match state.allows_duplicates {
            None => "unknown",
            Some(true) => "yes",
            Some(false) => "no",
        };
        let text = format!("{}{name}: {members}; allows duplicates: {allows}", group.id);
        lines.extend(labelled("group", &text, width));
    }
    lines.push(String::new());
    lines.extend(counts(plan, width));
    lines.extend(problems(plan, width));
    lines.push(String::new());
    lines.extend(labelled("cost", &cost(plan), width));
    let takes = |calls, seconds| format!("{}, about {}", counted(calls, "call", "calls"), time(seconds));
    let other = format!("with --publish {}: {}", other.publish, takes(other.calls, other.seconds));
    lines.extend(labelled("time", &format!("{}; {other}", takes(plan.calls, plan.seconds)), width));
    let (created, updated) = (plan.count("create"), plan.count("update"));
    if created > 0 {
        lines.extend(labelled("publish", &publish(plan), width));
    }
    if updated > 0 {
        let text = "a change that somebody makes at the same moment as an update may be lost";
        lines.extend(labelled("updates", text, width));
    }
    lines.extend(labelled("hash", &plan.hash(), width));
    let next = match (created + updated > 0, plan.has_refused_rows()) {
        (true, false) => format!("tassel issue apply {file}"),
        (true, true) => format!(
            "correct the sheet and plan again; or leave rows out: tassel issue apply {file} --skip-invalid"
        ),
        (false, true) => "correct the sheet and plan again".to_owned(),
        (false, false) => "nothing: there is nothing to create or update".to_owned(),
    };
    lines.extend(labelled("next", &next, width));
    lines
}

/// How many rows have each action.
fn counts(plan: &Plan, width: usize) -> Vec<String> {
    let mut fields: BTreeMap<String, u64> = BTreeMap::new();
    for row in &plan.rows {
        if let Action::Update { changes, .. } = &row.action {
            changes.iter().for_each(|change| *fields.entry(change.field.to_string()).or_default() += 1);
        }
    }
    let fields: Vec<_> = fields.into_iter().map(|(field, rows)| format!("{field} {rows}")).collect();
    let unpublished = match plan.unpublished() {
        0 => String::new(),
        rows => format!("{rows} not published; publish in the vendor's page"),
    };
    let mut lines = Vec::new();
    let mut line = |number: u64, what: &str, more: &str| {
        if number > 0 {
            let indent = LABEL + 12;
            lines.extend(wrapped(&format!("{number:>9}  {what:<12}{more}"), width, indent));
        }
    };
    for (action, more) in [
        ("create", String::new()),
        ("update", fields.join(", ")),
        ("keep", unpublished),
        ("expired", "stays so; a later expiry date renews it".to_owned()),
        ("invalid", "see below".to_owned()),
        ("duplicate", "see below".to_owned()),
        ("conflict", "see below".to_owned()),
    ] {
        line(plan.count(action), action, &more);
    }
    let named = plan.unlisted.iter().take(3).map(|member| {
        member.email.clone().or_else(|| member.name.clone()).unwrap_or_else(|| member.credential.clone())
    });
    let named: Vec<_> = named.collect();
    let more = if plan.unlisted.len() > named.len() { ", ..." } else { "" };
    let text = format!("in the group, not in the sheet: {}{more}", named.join(", "));
    line(plan.unlisted.len() as u64, "unlisted", &text);
    lines
}

/// The first rows that need a person.
fn problems(plan: &Plan, width: usize) -> Vec<String> {
    let mut refused = plan.rows.iter().filter(|row| row.action.is_refused());
    let mut lines = Vec::new();
    for row in refused.by_ref().take(SHOWN) {
        let problem = row.action.problem().unwrap_or_default();
        lines.extend(wrapped(&format!("  row {}: {problem}", row.row.number), width, 4));
    }
    match refused.count() {
        0 => {}
        more => lines.push(format!("  and {more} more; -o csv lists all")),
    }
    if !lines.is_empty() {
        lines.splice(0..0, [String::new(), "problems".to_owned()]);
    }
    lines
}

fn cost(plan: &Plan) -> String {
    let cost = &plan.cost;
    let range = if cost.least == cost.most {
        counted(cost.most, "credit", "credits")
    } else {
        format!("{} to {} credits", cost.least, cost.most)
    };
    let balance = plan.account.balance;
    let balance = balance.map_or("the vendor does not say how many are left".to_owned(), |balance| {
        format!("{balance} are left")
    });
    let lower = "Deleted credentials and those of other departments may lower it";
    match (cost.most, cost.year_start) {
        (0, _) => format!("{range}; {balance}"),
        (_, Some(start)) => format!("{range} in the billing year from {start}; {balance}. {lower}"),
        (_, None) => format!("{range}; {balance}. {lower}. --billing-year-start narrows the range"),
    }
}

fn publish(plan: &Plan) -> String {
    let explained = match plan.publish {
        Publish::AtOnce => {
            "each credential on creation. Where an answer is lost and the credential is not found, the row stays in \
             doubt"
        }
        Publish::Never => "not by tassel. A person publishes them in the vendor's page",
        _ => {
            "when all are created and the group has exactly one a row. This holds for one journal, and if nobody else \
             publishes in the group meanwhile"
        }
    };
    format!("{}: {explained}", plan.publish)
}

/// Seconds, for people.
pub(super) fn time(seconds: u64) -> String {
    match seconds {
        0..100 => format!("{} s", seconds.max(1)),
        100..6000 => format!("{} min", seconds.div_ceil(60)),
        _ => format!("{} h", seconds.div_ceil(3600)),
    }
}

fn labelled(label: &str, text: &str, width: usize) -> Vec<String> {
    wrapped(&format!("{label:<LABEL$}{text}"), width, LABEL)
}
