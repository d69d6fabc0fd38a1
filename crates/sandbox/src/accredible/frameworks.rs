//! The skills framework of the account, and the skills of groups.

use serde_json::{Value, json};

/// The version whose skills can be attached.
pub(super) const ACTIVE: u64 = 512;
/// A retired version.
pub(super) const RETIRED: u64 = 511;

/// A skill: its id, its name, and its parent node, unless it is at the root.
pub(super) type Skill = (u64, &'static str, Option<(u64, &'static str)>);

/// The skills of the active version.
pub(super) const SKILLS: [Skill; 3] = [
    (9001, "Mooring", Some((70, "Deck work"))),
    (9002, "Towing", Some((70, "Deck work"))),
    (9003, "Signals", None),
];

/// The effect of a write on the framework and the skills of a group.
#[derive(Debug, PartialEq)]
pub(super) enum SkillsChange {
    /// No change.
    None,
    /// Both are removed.
    Clear,
    /// These skills replace the old ones.
    Attach(Vec<Value>),
}

/// A code and the vendor's text.
pub(super) type Warning = (&'static str, String);

/// The framework, without its versions.
pub(super) fn framework() -> Value {
    json!({
        "id": 7, "name": "Port skills", "source_type": "custom", "taxonomy": null, "provider": null,
        "description": "Skills of people who work in ports", "attribution": {"text": null, "url": null},
    })
}

/// The framework of a group with skills.
pub(super) fn shown() -> Value {
    let mut shown = framework();
    shown["version"] = json!({"id": ACTIVE, "version": "2.0", "status": "active"});
    shown
}

/// The effect of the two framework fields of a write, by the table in the contract.
pub(super) fn change(
    version: Option<&Value>,
    skills: Option<&Value>,
    is_update: bool,
) -> (SkillsChange, Vec<Warning>) {
    let incomplete = || {
        let text = "`skill_framework_version_id` and `framework_skills` must be given together".to_owned();
        (SkillsChange::None, vec![("framework_params_incomplete", text)])
    };
    let list = skills.and_then(Value::as_array);
    match (version.and_then(Value::as_u64), list) {
        (None, None) if skills.is_some() => (SkillsChange::Clear, Vec::new()),
        (None, None) => (SkillsChange::None, Vec::new()),
        (None, Some(list)) if list.is_empty() && is_update => (SkillsChange::Clear, Vec::new()),
        (None, Some(_)) | (Some(_), None) => incomplete(),
        (Some(_), Some(list)) if list.is_empty() => incomplete(),
        (Some(RETIRED), Some(_)) => {
            let text = "Skills were not attached — framework version 511 has been retired. Use the active version to \
                        attach skills.";
            (SkillsChange::None, vec![("version_retired", text.to_owned())])
        }
        (Some(ACTIVE), Some(list)) => attach(list),
        (Some(version), Some(_)) => (
            SkillsChange::None,
            vec![("version_not_found", format!("There is no framework version {version}"))],
        ),
    }
}

fn attach(list: &[Value]) -> (SkillsChange, Vec<Warning>) {
    let (mut attached, mut unknown, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
    let mut astray = Vec::new();
    for (place, entry) in list.iter().enumerate() {
        let Some(id) = entry["id"].as_u64() else {
            warnings.push((
                "framework_skills_malformed",
                format!("framework_skills[{place}].id is not a number"),
            ));
            continue;
        };
        let Some((_, name, parent)) = SKILLS.iter().find(|(known, ..)| *known == id) else {
            unknown.push(id.to_string());
            continue;
        };
        let trail: Vec<_> = entry["breadcrumb_ids"].as_array().into_iter().flatten().collect();
        let wanted: Vec<_> = parent.iter().map(|(id, _)| json!(id)).collect();
        if trail != wanted.iter().collect::<Vec<_>>() {
            astray.push(id.to_string());
            continue;
        }
        let breadcrumbs: Vec<_> =
            parent.iter().map(|(id, name)| json!({"id": id, "name": name, "identifier": null})).collect();
        attached.push(json!({
            "id": id, "name": name, "identifier": null, "description": null, "url": null, "breadcrumbs": breadcrumbs,
        }));
    }
    if !unknown.is_empty() {
        let text = format!(
            "One or more framework skills were not attached — they do not belong to framework version {ACTIVE} or are \
             not taggable: {}",
            unknown.join(", ")
        );
        warnings.push(("skills_not_attached", text));
    }
    if !astray.is_empty() {
        warnings.push(("breadcrumb_ids_invalid", format!("No such trail leads to: {}", astray.join(", "))));
    }
    if attached.is_empty() {
        (SkillsChange::None, warnings)
    } else {
        (SkillsChange::Attach(attached), warnings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_the_contract() {
        let (deck, other) = (json!([{"id": 9001, "breadcrumb_ids": [70]}]), json!([{"id": 1}]));
        let (null, empty) = (Value::Null, json!([]));
        let (active, retired, unknown) = (json!(512), json!(511), json!(1));
        let incomplete = &["framework_params_incomplete"][..];
        for (label, version, skills, is_update, cleared, attached, codes) in [
            ("nothing", None, None, true, false, 0, &[][..]),
            ("null", None, Some(&null), true, true, 0, &[]),
            ("no skills, in a creation", None, Some(&empty), false, false, 0, incomplete),
            ("no skills, in an update", None, Some(&empty), true, true, 0, &[]),
            ("skills without a version", None, Some(&deck), true, false, 0, incomplete),
            ("a version without skills", Some(&active), None, true, false, 0, incomplete),
            ("a version and null", Some(&active), Some(&null), true, false, 0, incomplete),
            ("a version and no skills", Some(&active), Some(&empty), true, false, 0, incomplete),
            ("both", Some(&active), Some(&deck), true, false, 1, &[]),
            ("skills of no version", Some(&active), Some(&other), true, false, 0, &["skills_not_attached"]),
            ("a retired version", Some(&retired), Some(&deck), true, false, 0, &["version_retired"]),
            ("an unknown version", Some(&unknown), Some(&deck), true, false, 0, &["version_not_found"]),
            ("null and skills", Some(&null), Some(&deck), true, false, 0, incomplete),
        ] {
            let (change, warnings) = change(version, skills, is_update);
            let found: Vec<_> = warnings.iter().map(|(code, _)| *code).collect();
            assert_eq!(found, codes, "{label}");
            assert_eq!(change == SkillsChange::Clear, cleared, "{label}");
            let count = if let SkillsChange::Attach(skills) = change { skills.len() } else { 0 };
            assert_eq!(count, attached, "{label}");
        }
        let mixed = json!([{"id": 9002, "breadcrumb_ids": [70]}, {"id": 9003, "breadcrumb_ids": [70]}, {}, {"id": 5}]);
        let (change, warnings) = change(Some(&active), Some(&mixed), true);
        assert!(matches!(change, SkillsChange::Attach(skills) if skills.len() == 1));
        let codes: Vec<_> = warnings.iter().map(|(code, _)| *code).collect();
        assert_eq!(codes, ["framework_skills_malformed", "skills_not_attached", "breadcrumb_ids_invalid"]);
    }
}
