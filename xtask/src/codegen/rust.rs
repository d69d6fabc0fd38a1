//! Rust as text, formatted by rustfmt. quote with prettyplease writes no blank line between items and methods.

use std::io::Write;
use std::process::{Command, Stdio};

use super::{Failure, Type, io};
use crate::contract::{Body, Shape};

/// Formats a file with rustfmt, as the workspace does.
pub fn format(name: &str, text: &str) -> Result<String, Failure> {
    let mut rustfmt = Command::new("rustfmt")
        .args(["--edition", "2024", "--config-path"])
        .arg(crate::workspace::root())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .spawn()
        .map_err(io("running rustfmt"))?;
    if let Some(mut stdin) = rustfmt.stdin.take() {
        stdin.write_all(text.as_bytes()).map_err(io("writing to rustfmt"))?;
    }
    let output = rustfmt.wait_with_output().map_err(io("reading from rustfmt"))?;
    if !output.status.success() {
        return Err(Failure::Format(name.to_owned()));
    }
    String::from_utf8(output.stdout).map_err(|_| Failure::Format(name.to_owned()))
}

/// A documentation comment, wrapped.
pub fn doc(indent: &str, text: &str) -> String {
    let mut lines = String::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        if !line.is_empty() && indent.len() + line.len() + word.len() + 5 > 110 {
            lines += &format!("{indent}/// {line}\n");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line += word;
    }
    lines + format!("{indent}/// {line}").trim_end() + "\n"
}

/// A documentation comment of several paragraphs, one to a line.
pub fn paragraphs(indent: &str, text: &str) -> String {
    let paragraphs: Vec<_> =
        text.lines().filter(|line| !line.trim().is_empty()).map(|line| doc(indent, line)).collect();
    paragraphs.join(&format!("{indent}///\n"))
}

/// An item of a list in a documentation comment; what does not fit goes on under its text.
pub fn item(indent: &str, text: &str) -> String {
    let lines = doc(&format!("{indent}  "), text.trim_start());
    let mut lines: Vec<_> = lines.lines().map(|line| line.replacen("  ///", "///  ", 1)).collect();
    if text.starts_with('*')
        && let Some(first) = lines.first_mut()
    {
        *first = first.replacen("///   ", "/// ", 1);
    }
    lines.join("\n") + "\n"
}

/// A type, as a struct declares it.
pub fn ty(ty: &Type) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Secret => "Secret".to_owned(),
        Type::LowerCase => "LowerCase".to_owned(),
        Type::Date => "Date".to_owned(),
        Type::Timestamp(None) => "Timestamp".to_owned(),
        Type::Timestamp(Some(form)) => format!("Timestamp<{form}>"),
        Type::Integer => "i64".to_owned(),
        Type::Unsigned => "u64".to_owned(),
        Type::Number => "Number".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Any => "Value".to_owned(),
        Type::Map => "Map<String, Value>".to_owned(),
        Type::List(inner) => format!("Vec<{}>", self::ty(inner)),
        Type::Lenient(inner) => format!("Lenient<{}>", self::ty(inner)),
        Type::OrEmpty(inner) => format!("OrEmpty<{}>", self::ty(inner)),
        Type::OrOne(inner) => format!("OrOne<{}>", self::ty(inner)),
        Type::Ref(name) => name.clone(),
    }
}

/// The type a body is read into.
pub fn body(body: &Body) -> String {
    match body.shape {
        Shape::Plain => body.schema.clone(),
        Shape::List => format!("Listed<{}>", body.schema),
        Shape::Unwrapped => format!("Unwrapped<{}>", body.schema),
    }
}

/// `credentials.get` as Rust writes constants.
pub fn constant(name: &str) -> String {
    name.to_ascii_uppercase().replace(|c: char| !c.is_ascii_alphanumeric(), "_")
}

/// What made code imports: all that core offers to it, and what the other modules of the vendor hold.
pub const IMPORTS: &str = "use tassel_core::kit::prelude::*;\n\n\
     #[allow(unused_imports, reason = \"not every module uses what the others hold\")]\nuse super::*;\n";
