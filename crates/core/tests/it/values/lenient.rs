//! Values of another type than documented.

use serde_json::Number;
use tassel_core::values::Lenient;

#[test]
fn documented_and_other_types_are_read() {
    let flag = |json: &str| serde_json::from_str::<Lenient<bool>>(json).unwrap().get();
    for (json, want) in [
        ("true", Some(true)),
        ("0", Some(false)),
        ("1", Some(true)),
        ("2", None),
        (r#""1""#, Some(true)),
        (r#""False""#, Some(false)),
        (r#""""#, None),
        (r#""yes""#, None),
        ("[]", None),
    ] {
        assert_eq!(flag(json), want, "{json}");
    }
    for (json, want) in [
        ("5", Some(5)),
        (r#""5""#, Some(5)),
        (r#"" -5 ""#, Some(-5)),
        (r#""""#, None),
        ("5.5", None),
        ("{}", None),
    ] {
        let lenient: Lenient<i64> = serde_json::from_str(json).unwrap();
        assert_eq!(lenient.get(), want, "{json}");
        assert_eq!(serde_json::to_string(&lenient).unwrap(), json, "written back unchanged");
    }
    let score: Lenient<Number> = serde_json::from_str(r#""87.5""#).unwrap();
    assert_eq!(score.get().and_then(|number| number.as_f64()), Some(87.5));
}
