//! Open enums: a vendor may add values at any time.

/// The text of a value that this version does not list. It is private, so that listing the value later is not a
/// breaking change; `as_str` of the enum returns it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct UnknownValue(Box<str>);

impl UnknownValue {
    #[doc(hidden)]
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self(text.into())
    }

    #[doc(hidden)]
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Declares an enum that keeps the text of a value it does not list, and writes it back.
///
/// ```
/// tassel_core::kit::open_enum! {
///     /// What kind of evidence an item is.
///     EvidenceCategory {
///         /// A file.
///         File = "file",
///         /// A web page.
///         Url = "url",
///     }
/// }
/// assert_eq!(EvidenceCategory::from("file"), EvidenceCategory::File);
/// assert_eq!(EvidenceCategory::from("hologram").as_str(), "hologram");
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __open_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $wire:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
            /// A value that this version does not list; [`as_str`](Self::as_str) returns it.
            Unknown($crate::values::UnknownValue),
        }

        impl $name {
            /// The values that this version lists, as the vendor spells them.
            pub const KNOWN: &'static [&'static str] = &[$($wire),+];

            /// The value as the vendor spells it, listed or not.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$value => $wire,)+
                    Self::Unknown(text) => text.as_str(),
                }
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                match text {
                    $($wire => Self::$value,)+
                    _ => Self::Unknown($crate::values::UnknownValue::new(text)),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl $crate::kit::serde::Serialize for $name {
            fn serialize<S: $crate::kit::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> $crate::kit::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::kit::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = $crate::kit::Text::deserialize(deserializer)?;
                Ok(Self::from(text.as_ref()))
            }
        }
    };
}

/// Declares an enum of numbers that keeps a number it does not list, and writes it back.
///
/// ```
/// tassel_core::kit::number_enum! {
///     /// The role of a user.
///     Role {
///         /// Manages everything.
///         Admin = 3,
///         /// Takes courses.
///         Trainee = 6,
///     }
/// }
/// assert_eq!(Role::from(6), Role::Trainee);
/// assert_eq!(Role::from(1).number(), 1);
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! __number_enum {
    ($(#[$doc:meta])* $name:ident { $($(#[$value_doc:meta])* $value:ident = $wire:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$value_doc])* $value,)+
            /// A number that this version does not list; [`number`](Self::number) returns it.
            Unknown($crate::values::UnknownNumber),
        }

        impl $name {
            /// The vendor's number, listed or not.
            #[must_use]
            pub fn number(&self) -> i64 {
                match self {
                    $(Self::$value => $wire,)+
                    Self::Unknown(number) => number.get(),
                }
            }
        }

        impl From<i64> for $name {
            fn from(number: i64) -> Self {
                match number {
                    $($wire => Self::$value,)+
                    _ => Self::Unknown($crate::values::UnknownNumber::new(number)),
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::std::fmt::Display::fmt(&self.number(), f)
            }
        }

        impl $crate::kit::serde::Serialize for $name {
            fn serialize<S: $crate::kit::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.number())
            }
        }

        impl<'de> $crate::kit::serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::kit::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <i64 as $crate::kit::serde::Deserialize>::deserialize(deserializer).map(Self::from)
            }
        }
    };
}

/// A number that this version does not list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct UnknownNumber(i64);

impl UnknownNumber {
    #[doc(hidden)]
    #[must_use]
    pub fn new(number: i64) -> Self {
        Self(number)
    }

    #[doc(hidden)]
    #[must_use]
    pub fn get(self) -> i64 {
        self.0
    }
}
