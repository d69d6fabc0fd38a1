//! Messages about names that do not exist.

use crate::fault::Fault;
use crate::sandbox::{Emulator, State};

/// The end of a message about an unknown name: the most similar name, or the list of all. `has` introduces the list.
fn suggestion(name: &str, has: &str, known: &[&str]) -> String {
    let given = name.to_lowercase();
    let distance = |known: &str| strsim::damerau_levenshtein(&given, &known.to_lowercase());
    // A larger difference in length means a distance above two; this bounds the cost of a long name.
    let similar_length = |known: &&&str| given.len().abs_diff(known.len()) <= 2;
    let nearest = known.iter().filter(similar_length).map(|known| (distance(known), *known)).min();
    match nearest {
        Some((distance, meant)) if distance <= 2 && distance * 3 <= meant.len() => {
            format!("did you mean `{meant}`?")
        }
        _ => format!("{has} {}", known.join(", ")),
    }
}

/// The message about a name that is unknown to its owner.
pub(crate) fn unknown(owner: &str, what: &str, name: &str, known: &[&str]) -> Option<String> {
    let is_unknown = !known.contains(&name);
    is_unknown.then(|| format!("{owner} has no {what} `{name}`; {}", suggestion(name, "it has", known)))
}

impl State {
    /// The message about a vendor, if it is unknown.
    pub(crate) fn unknown_vendor(&self, name: &str) -> Option<String> {
        let vendors: Vec<_> = self.emulators().map(|it| it.api().vendor).collect();
        let is_unknown = !vendors.contains(&name);
        is_unknown.then(|| format!("there is no vendor `{name}`; {}", suggestion(name, "there is", &vendors)))
    }

    /// The message about a vendor that sends no events.
    pub(crate) fn sends_nothing(&self, vendor: &str) -> String {
        let others = self.emulators().filter(|it| it.event_config().is_some());
        let others: Vec<_> = others.map(|it| it.api().vendor).collect();
        format!("{vendor} sends no events; {} do", others.join(", "))
    }

    /// The message about a vendor's control, if it is unknown.
    pub(crate) fn unknown_control(&self, vendor: &str, name: &str) -> Option<String> {
        let controls =
            |it: &dyn Emulator| it.controls().iter().map(|control| control.name).collect::<Vec<_>>();
        let known = self.emulators().find(|it| it.api().vendor == vendor).map(controls)?;
        unknown(vendor, "control", name, &known)
    }

    /// The message about an unknown name in a fault, if there is one.
    pub(crate) fn unknown_target(&self, fault: &Fault) -> Option<String> {
        let vendor = fault.vendor.as_deref();
        if let Some(unknown) = vendor.and_then(|vendor| self.unknown_vendor(vendor)) {
            return Some(unknown);
        }
        let concerned =
            || self.emulators().filter(|it| vendor.is_none_or(|vendor| vendor == it.api().vendor));
        let events = concerned().filter_map(Emulator::event_config).flat_map(|it| it.events.to_vec());
        let events: Vec<_> = events.collect();
        if let Some(vendor) = vendor.filter(|_| fault.kind.is_of_events() && events.is_empty()) {
            return Some(self.sends_nothing(vendor));
        }
        let operations = concerned().flat_map(|it| it.api().operations).map(|operation| operation.id);
        let (what, name, known) = match (&fault.operation, &fault.event) {
            (Some(name), _) => ("operation", name, operations.collect()),
            (None, Some(name)) => ("event", name, events),
            (None, None) => return None,
        };
        let (whose, has) = match vendor {
            Some(vendor) => (format!("{vendor} has no"), "it has"),
            None => ("no vendor has an".to_owned(), "there is"),
        };
        let is_unknown = !known.contains(&name.as_str());
        is_unknown.then(|| format!("{whose} {what} `{name}`; {}", suggestion(name, has, &known)))
    }
}

#[cfg(test)]
mod tests {
    use super::suggestion;

    #[test]
    fn a_similar_name_or_all_names() {
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
            assert_eq!(suggestion(given, "there is", &known), want, "{given}");
        }
    }
}
