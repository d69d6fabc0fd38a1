//! The words that a contract says for one of a few things.

use std::fmt;

/// A word of a few.
pub trait Word: Sized + Copy + 'static {
    /// The words, as the contract spells them.
    const WORDS: &'static [(&'static str, Self)];

    /// The thing a word stands for.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, it)| *it)
    }

    /// The words, for a message.
    fn list() -> String {
        Self::WORDS.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")
    }
}

/// Declares an enum and its words. `Display` writes a value as Rust does.
macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $word:literal),+ $(,)? })+) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$about])* $variant),+ }

        impl Word for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}::{self:?}", stringify!($name))
            }
        }
    )+ };
}

words! {
    /// Whether a repeat is harmless.
    Safety {
        /// It changes nothing.
        ReadOnly = "read-only",
        /// A repeat leaves the same state behind.
        Repeatable = "repeatable",
        /// A repeat may do the thing twice.
        Once = "once",
    }
    /// How sure a description is.
    Certainty {
        /// Stated in the text the project began from.
        Seed = "seed",
        /// Stated by the vendor elsewhere.
        Vendor = "vendor",
        /// Reasonable, but stated nowhere.
        Inferred = "inferred",
        /// Not known.
        Unknown = "unknown",
    }
    /// How the next page is asked for.
    PagingStyle {
        /// By its number.
        Page = "page",
        /// By how many items to skip.
        Offset = "offset",
        /// By the vendor's cursor, or by how many items to skip.
        CursorOrOffset = "cursor-or-offset",
    }
    /// What says that a listing is whole.
    EndSignal {
        /// The field that names the next page is null.
        NullNext = "null-next",
        /// The page is the last that the vendor counts.
        LastPage = "last-page",
        /// As many items were read as the vendor counts.
        Total = "total",
        /// The page has no items.
        EmptyPage = "empty-page",
    }
    /// How a body is written.
    Encoding {
        /// As a form.
        Form = "form",
        /// As JSON.
        Json = "json",
    }
    /// Whose requests a quota counts.
    QuotaScope {
        /// Those of an address.
        Address = "address",
        /// Those of a credential.
        Credential = "credential",
    }
}
