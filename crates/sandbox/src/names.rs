//! What is said of a name that does not exist.

use crate::fault::Fault;
use crate::sandbox::{Emulator, State};

/// The end of a sentence about a name that does not exist: the one that was meant, or all there are. `has` introduces
/// the list.
fn suggestion(name: &str, has: &str, known: &[&str]) -> String {
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

/// The sentence on a name that is not among those that the owner has.
pub(crate) fn unknown(owner: &str, what: &str, name: &str, known: &[&str]) -> Option<String> {
    let is_unknown = !known.contains(&name);
    is_unknown.then(|| format!("{owner} has no {what} `{name}`; {}", suggestion(name, "it has", known)))
}

impl State {
    /// The sentence on a vendor that does not exist, if it does not.
    pub(crate) fn unknown_vendor(&self, name: &str) -> Option<String> {
        let vendors: Vec<_> = self.emulators().map(|it| it.api().vendor).collect();
        let is_unknown = !vendors.contains(&name);
        is_unknown.then(|| format!("there is no vendor `{name}`; {}", suggestion(name, "there is", &vendors)))
    }

    /// The sentence on a vendor that sends no events.
    pub(crate) fn sends_nothing(&self, vendor: &str) -> String {
        let others = self.emulators().filter(|it| it.event_config().is_some());
        let others: Vec<_> = others.map(|it| it.api().vendor).collect();
        format!("{vendor} sends no events; {} do", others.join(", "))
    }

    /// The sentence on a vendor's control that does not exist, if it does not.
    pub(crate) fn unknown_control(&self, vendor: &str, name: &str) -> Option<String> {
        let controls =
            |it: &dyn Emulator| it.controls().iter().map(|control| control.name).collect::<Vec<_>>();
        let known = self.emulators().find(|it| it.api().vendor == vendor).map(controls)?;
        if known.is_empty() {
            let others = self.emulators().filter(|it| !it.controls().is_empty());
            let others: Vec<_> = others.map(|it| it.api().vendor).collect();
            return Some(format!("{vendor} has no controls; {} do", others.join(", ")));
        }
        unknown(vendor, "control", name, &known)
    }

    /// The sentence on what a fault names and does not exist, if there is such a name.
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
            assert_eq!(suggestion(given, "there is", &known), want, "{given}");
        }
    }
}
