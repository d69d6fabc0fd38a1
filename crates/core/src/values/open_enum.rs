//! Enums that stay open: a vendor adds values without asking.

/// The spelling of a value this version does not know. It stays private, so that listing the value later breaks
/// nobody; `as_str` of the enum shows it.
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

/// Declares an enum that keeps the spelling of a value it does not know, and writes it back.
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
            /// A value this version does not know; [`as_str`](Self::as_str) shows it.
            Unknown($crate::values::UnknownValue),
        }

        impl $name {
            /// The values this version knows, as the vendor spells them.
            pub const KNOWN: &'static [&'static str] = &[$($wire),+];

            /// The vendor's spelling, known here or not.
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

/// Declares an enum of numbers that keeps a number it does not know, and writes it back.
///
/// ```
/// tassel_core::kit::number_enum! {
///     /// What somebody may do.
///     Role {
///         /// Manages everything.
///         Admin = 3,
///         /// Learns.
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
            /// A number this version does not know; [`number`](Self::number) shows it.
            Unknown($crate::values::UnknownNumber),
        }

        impl $name {
            /// The vendor's number, known here or not.
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

/// A number this version does not know the meaning of.
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
