//! Codegen, checks and release.

fn main() {}
