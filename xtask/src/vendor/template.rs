//! Templates: `{{name}}` stands for a value, and the lines from `{{#name}}` or `{{^name}}` to `{{/name}}` are there only
//! with or without a flag.

/// Fills a template.
pub fn render(template: &str, values: &[(&str, &str)], flags: &[(&str, bool)]) -> String {
    let is_set = |name: &str| flags.iter().any(|(known, set)| *known == name && *set);
    let mut text = String::new();
    let mut kept = true;
    for line in template.lines() {
        let tag = line.strip_prefix("{{").and_then(|line| line.strip_suffix("}}"));
        match tag.and_then(|tag| tag.split_at_checked(1)) {
            Some(("#", name)) => kept = is_set(name),
            Some(("^", name)) => kept = !is_set(name),
            Some(("/", _)) => kept = true,
            _ if kept => text += &format!("{line}\n"),
            _ => {}
        }
    }
    values.iter().fold(text, |text, (name, value)| text.replace(&format!("{{{{{name}}}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::render;

    #[test]
    fn values_and_flags_are_filled_in() {
        let template = "a {{x}}\n{{#yes}}\nb\n{{/yes}}\n{{^yes}}\nc\n{{/yes}}\n{{x}} {{x}}\n";
        for (set, want) in [(true, "a 1\nb\n1 1\n"), (false, "a 1\nc\n1 1\n")] {
            assert_eq!(render(template, &[("x", "1")], &[("yes", set)]), want);
        }
    }
}
