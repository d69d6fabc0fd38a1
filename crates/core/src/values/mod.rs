//! Values as vendors write them: ids, open enums, dates, three-state fields and unknown fields.

mod date;
mod forms;
mod id;
mod lenient;
mod lower_case;
mod model;
mod open_enum;
mod or_empty;
mod or_one;
mod packed;
mod patch;
mod secret;
mod text;

pub use date::{
    Date, Form, Local, Milliseconds, MillisecondsOffset, NotADate, Seconds, SecondsOffset, Timestamp,
};
pub use id::Id;
pub use lenient::Lenient;
pub use lower_case::LowerCase;
pub use model::Extra;
#[doc(hidden)]
pub use model::Field;
pub use open_enum::{UnknownNumber, UnknownValue};
pub use or_empty::OrEmpty;
pub use or_one::OrOne;
#[doc(hidden)]
pub use packed::ValuePacker;
pub use patch::Patch;
pub use secret::Secret;
#[doc(hidden)]
pub use text::Text;
