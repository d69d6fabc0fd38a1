//! What is said of a name that does not exist.

/// The end of a sentence about a name that does not exist: the one that was meant, or all there are. `has` introduces
/// the list.
pub(crate) fn instead(name: &str, has: &str, known: &[&str]) -> String {
    let given = name.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&given, &known.to_lowercase());
    // Names of other lengths are further away than two letters, however long the given one is.
    let may_be_meant = |known: &&&str| given.len().abs_diff(known.len()) <= 2;
    let nearest = known.iter().filter(may_be_meant).map(|known| (distance(known), *known)).min();
    match nearest {
        Some((distance, meant)) if distance <= 2 && distance * 3 <= meant.len() => {
            format!("did you mean `{meant}`?")
        }
        _ => format!("{has} {}", known.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::instead;

    #[test]
    fn what_was_meant_or_what_there_is() {
        let known = ["credentials.get", "groups.get", "pay"];
        for (given, want) in [
            ("credential.get", "did you mean `credentials.get`?"),
            ("Credentials.Get", "did you mean `credentials.get`?"),
            ("gruops.get", "did you mean `groups.get`?"),
            ("groups.burn", "there is credentials.get, groups.get, pay"),
            ("pya", "did you mean `pay`?"),
            ("play", "did you mean `pay`?"),
            ("pi", "there is credentials.get, groups.get, pay"),
            ("", "there is credentials.get, groups.get, pay"),
        ] {
            assert_eq!(instead(given, "there is", &known), want, "{given}");
        }
    }
}
