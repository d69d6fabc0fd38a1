//! Values as vendors write them.

mod date;
mod id;
mod lenient;
mod model;
mod open_enum;
mod or_empty;
mod secret;
