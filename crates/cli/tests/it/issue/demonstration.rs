//! The demonstration that kills a cohort.

#[path = "../../../examples/kill-a-cohort.rs"]
mod kill_a_cohort;

use std::path::Path;

#[test]
fn a_killed_cohort_is_completed() {
    let mut page = Vec::new();
    kill_a_cohort::demonstrate(Path::new(env!("CARGO_BIN_EXE_tassel")), &mut page).unwrap();
    let page = String::from_utf8(page).unwrap();
    for line in [
        "The vendor has created 35 credentials; 0 of them are visible.",
        "           34  in doubt    apply again to look for them",
        "            1  pending     apply to go on",
        "    not complete",
        "           35  created     published",
        "    complete",
        "    people with exactly one credential, visible: 35",
        "    people with several, or with a hidden one:   0",
    ] {
        assert!(page.lines().any(|it| it == line), "{line}\n{page}");
    }
}
