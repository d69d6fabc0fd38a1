//! Texts that are not shown.

use tassel_core::values::Secret;

#[test]
fn is_written_and_not_shown() {
    let secret: Secret = serde_json::from_str(r#""hunter2""#).unwrap();
    assert_eq!(format!("{secret:?} {:#?}", Some(&secret)), "[REDACTED] Some(\n    [REDACTED],\n)");
    assert_eq!(serde_json::to_string(&secret).unwrap(), r#""hunter2""#);
    assert!(secret == Secret::from("hunter2") && secret != Secret::from("hunter3"));
}
