//! Ids: text or a number.

use tassel_core::values::Id;

#[test]
fn keeps_its_json_type() {
    for (label, json, text, number) in [
        ("number", "7", "7", Some(7)),
        ("text", r#""7""#, "7", Some(7)),
        ("own id", r#""course-7/é""#, "course-7/é", None),
        ("leading zero", r#""007""#, "007", None),
        ("negative", "-7", "-7", None),
        ("largest", "18446744073709551615", "18446744073709551615", Some(u64::MAX)),
        ("fraction", "7.5", "7.5", None),
        ("empty", r#""""#, "", None),
    ] {
        let id: Id = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&id).unwrap(), json, "{label}");
        assert_eq!((id.to_text().as_str(), id.as_u64()), (text, number), "{label}");
    }
    for json in ["null", "true", "[]", "{}"] {
        let error = serde_json::from_str::<Id>(json).unwrap_err().to_string();
        assert!(error.contains("an id (text or a number)") || json == "{}", "{json}: {error}");
    }
}

#[test]
fn compares_as_text() {
    assert_eq!(Id::from(7), Id::from("7"));
    assert_ne!(Id::from(7), Id::from("07"));
    let set: std::collections::HashSet<Id> = [Id::from(7), Id::from("7"), Id::from("8")].into();
    assert_eq!(set.len(), 2);
}
