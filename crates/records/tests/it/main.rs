//! The questions, the mappings, the joining and the roll, over the sandbox in process.

mod big;
mod joining;
mod mapping;
mod roll;
mod support;
