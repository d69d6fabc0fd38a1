//! Enums that keep unknown values.

use tassel_core::kit::open_enum;

open_enum! {
    /// A colour.
    Colour {
        /// Red.
        Red = "red",
        /// Dark red.
        DarkRed = "dark-red",
    }
}

#[test]
fn round_trips_every_spelling() {
    for (label, json, want) in [
        ("known", r#""red""#, Some(Colour::Red)),
        ("known, two words", r#""dark-red""#, Some(Colour::DarkRed)),
        ("unknown", r#""blau é""#, None),
        ("escaped", r#""bl\"au""#, None),
        ("other case", r#""Red""#, None),
    ] {
        let colour: Colour = serde_json::from_str(json).unwrap();
        assert_eq!(serde_json::to_string(&colour).unwrap(), json, "{label}");
        match want {
            Some(want) => assert_eq!(colour, want, "{label}"),
            None => assert!(matches!(colour, Colour::Unknown(_)), "{label}"),
        }
    }
    assert_eq!(Colour::KNOWN, ["red", "dark-red"]);
}
