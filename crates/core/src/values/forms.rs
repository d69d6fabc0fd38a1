//! Values that come in one of several forms.

/// Reads an enum by trying the forms of its variants in order, and writes it back in the form it came in.
///
/// ```
/// use tassel_core::forms;
///
/// #[derive(Debug)]
/// enum Names { One(String), Many(Vec<String>) }
/// forms!(Names { One, Many });
///
/// let names: Names = serde_json::from_str(r#"["Imani","Rafael"]"#).unwrap();
/// assert_eq!(serde_json::to_string(&names).unwrap(), r#"["Imani","Rafael"]"#);
/// ```
#[macro_export]
macro_rules! forms {
    ($name:ident { $($form:ident),+ $(,)? }) => {
        impl<'de> $crate::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use $crate::serde::Deserialize;
                let value = $crate::serde_json::Value::deserialize(deserializer)?;
                $(if let Ok(form) = Deserialize::deserialize(&value) {
                    return Ok(Self::$form(form));
                })+
                Err($crate::serde::de::Error::custom(concat!("none of the forms of ", stringify!($name))))
            }
        }

        impl $crate::serde::Serialize for $name {
            fn serialize<S: $crate::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$form(form) => $crate::serde::Serialize::serialize(form, serializer),)+
                }
            }
        }
    };
}
