//! Values that arrive in one of several forms.

/// Reads an enum as the first of its variants that fits, and writes it back in the same form.
///
/// ```
/// use tassel_core::kit::forms;
///
/// #[derive(Debug)]
/// enum Names { One(String), Many(Vec<String>) }
/// forms!(Names { One, Many });
///
/// let names: Names = serde_json::from_str(r#"["Imani","Rafael"]"#).unwrap();
/// assert_eq!(serde_json::to_string(&names).unwrap(), r#"["Imani","Rafael"]"#);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __forms {
    ($name:ident { $($form:ident),+ $(,)? }) => {
        impl<'de> $crate::kit::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::kit::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use $crate::kit::serde::Deserialize;
                let value = $crate::kit::serde_json::Value::deserialize(deserializer)?;
                $(if let Ok(form) = Deserialize::deserialize(&value) {
                    return Ok(Self::$form(form));
                })+
                Err($crate::kit::serde::de::Error::custom(concat!("none of the forms of ", stringify!($name))))
            }
        }

        impl $crate::kit::serde::Serialize for $name {
            fn serialize<S: $crate::kit::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$form(form) => $crate::kit::serde::Serialize::serialize(form, serializer),)+
                }
            }
        }
    };
}
