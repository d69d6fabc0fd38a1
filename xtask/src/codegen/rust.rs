//! Rust as text.

use std::collections::BTreeSet;
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
    lines + &format!("{indent}/// {line}\n")
}

/// A type, as a struct declares it.
pub fn ty(ty: &Type) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Secret => "Secret".to_owned(),
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

/// What core offers to generated code, by module.
pub const CORE: [(&str, &[&str]); 10] = [
    ("std::time", &["Duration"]),
    ("serde_json", &["Map", "Number", "Value"]),
    ("tassel_core::error", &["DecodeError"]),
    (
        "tassel_core::kit",
        &[
            "Api",
            "Keyed",
            "Listed",
            "Next",
            "PageBody",
            "PageQuery",
            "Signals",
            "Unwrapped",
            "forms!",
            "from_json",
            "ids!",
            "model!",
            "number_enum!",
            "open_enum!",
            "reply!",
            "rewrite",
            "rewrite_any",
        ],
    ),
    ("tassel_core::kit::serde", &["Serialize", "Serializer"]),
    (
        "tassel_core::operation",
        &["Certainty", "Encoding", "EndSignal", "Operation", "Paging", "PagingStyle", "Parameter", "Safety"],
    ),
    ("tassel_core::paging", &["Position"]),
    ("tassel_core::quota", &["QuotaHeaders", "QuotaRule", "QuotaScope", "Window"]),
    ("tassel_core::transport", &["Method"]),
    (
        "tassel_core::values",
        &[
            "Date",
            "Extra",
            "Id",
            "Lenient",
            "Local",
            "MillisecondsOffset",
            "OrEmpty",
            "Patch",
            "Seconds",
            "SecondsOffset",
            "Secret",
            "Timestamp",
        ],
    ),
];

/// Imports the names that the code uses, of the modules that may hold them.
pub fn imports<'a>(code: &str, modules: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>) -> String {
    // The name of a macro ends in `!`.
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let words: BTreeSet<&str> = lines
        .flat_map(|line| line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '!'))
        .collect();
    let mut text = String::new();
    for (module, names) in modules {
        let mut names: Vec<_> = names.into_iter().filter(|name| words.contains(name)).collect();
        names.sort_unstable();
        names.dedup();
        names.iter_mut().for_each(|name| *name = name.trim_end_matches('!'));
        match names.as_slice() {
            [] => {}
            [name] => text += &format!("use {module}::{name};\n"),
            names => text += &format!("use {module}::{{{}}};\n", names.join(", ")),
        }
        if module == "std::time" && !text.is_empty() {
            text.push('\n');
        }
    }
    text
}

/// Imports what the code uses of core.
pub fn core_imports(code: &str) -> String {
    imports(code, CORE.map(|(module, names)| (module, names.to_vec())))
}
