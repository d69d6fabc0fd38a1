//! The configuration: environment variables, and a file.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use tassel_core::values::Secret;
use toml::de::{DeTable, DeValue};

use crate::args::Global;
use crate::failure::Failure;

/// The settings of each vendor, as the file has them: `[accredible]`, `api_key = "..."`.
type Settings = BTreeMap<String, BTreeMap<String, Secret>>;

/// The configuration.
#[derive(Debug, Default)]
pub(crate) struct Config {
    path: PathBuf,
    file: Settings,
}

impl Config {
    /// Reads the file, if there is one.
    ///
    /// `known` lists the valid settings of each vendor.
    pub(crate) fn load(global: &Global, known: &[(&str, Vec<&str>)]) -> Result<Self, Failure> {
        let Some(path) = global.config.clone().or_else(default_path) else {
            return Ok(Self::default());
        };
        let invalid = |problem: String| Failure::config(format!("{}: {problem}", path.display()));
        let text = std::fs::read_to_string(&path).map_err(|error| invalid(error.to_string()))?;
        let file = read(&text, known).map_err(invalid)?;
        Ok(Self { path, file })
    }

    /// A setting: from the environment, as in `TASSEL_ACCREDIBLE_API_KEY`, or from the file.
    pub(crate) fn get(&self, vendor: &str, name: &str) -> Option<Secret> {
        in_environment(vendor, name).or_else(|| self.in_file(vendor, name))
    }

    /// A setting from the file alone.
    pub(crate) fn in_file(&self, vendor: &str, name: &str) -> Option<Secret> {
        self.file.get(vendor)?.get(name).cloned()
    }

    /// The file, if the URL of the vendor comes from it.
    pub(crate) fn file_of_url(&self, vendor: &str) -> Option<&Path> {
        let named = in_environment(vendor, "url").is_none() && self.in_file(vendor, "url").is_some();
        named.then_some(&self.path)
    }
}

fn in_environment(vendor: &str, name: &str) -> Option<Secret> {
    std::env::var(variable(vendor, name)).ok().filter(|value| !value.is_empty()).map(Secret::from)
}

/// The variable of a setting.
pub(crate) fn variable(vendor: &str, name: &str) -> String {
    format!("TASSEL_{vendor}_{name}").to_ascii_uppercase()
}

fn default_path() -> Option<PathBuf> {
    let home = || Some(Path::new(&std::env::var_os("HOME")?).join(".config"));
    let user = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).or_else(home);
    let places = [Some(PathBuf::from("tassel.toml")), user.map(|folder| folder.join("tassel/tassel.toml"))];
    places.into_iter().flatten().find(|path| path.is_file())
}

/// Parses a file. An error names the place and shows no value.
fn read(text: &str, known: &[(&str, Vec<&str>)]) -> Result<Settings, String> {
    // Only the message: toml's `Display` also quotes the file.
    let table = DeTable::parse(text).map_err(|error| {
        let place = place(text, error.span().unwrap_or_default());
        format!("{place}: {}. Write it as [accredible] and, below it, api_key = \"...\"", error.message())
    })?;
    let mut file = Settings::new();
    for (vendor, value) in table.get_ref() {
        let at = place(text, vendor.span());
        let vendor = vendor.get_ref().as_ref();
        let DeValue::Table(settings) = value.get_ref() else {
            let what = shown(vendor).map_or("a setting".to_owned(), |name| format!("`{name}`"));
            return Err(format!(
                "{at}: {what} is outside a table. Write [accredible], or another vendor, above it"
            ));
        };
        let Some((vendor, names)) = known.iter().find(|(name, _)| *name == vendor) else {
            let vendors: Vec<_> = known.iter().map(|(name, _)| *name).collect();
            let what = shown(vendor).map_or("the table".to_owned(), |name| format!("[{name}]"));
            return Err(format!("{at}: {what} is not a vendor; the vendors are {}", vendors.join(", ")));
        };
        for (name, value) in settings {
            let at = place(text, name.span());
            let name = name.get_ref().as_ref();
            if !names.contains(&name) {
                let what = shown(name).map_or("such setting".to_owned(), |name| format!("setting `{name}`"));
                return Err(format!("{at}: [{vendor}] has no {what}; it has {}", names.join(", ")));
            }
            let Some(text) = value.get_ref().as_str() else {
                let kind = value.get_ref().type_str();
                return Err(format!(
                    "{at}: `{name}` under [{vendor}] is of type {kind}. Write a string in quotes"
                ));
            };
            file.entry((*vendor).to_owned()).or_default().insert(name.to_owned(), text.to_owned().into());
        }
    }
    Ok(file)
}

/// The line and the column at which a span begins.
fn place(text: &str, span: Range<usize>) -> String {
    let before = text.get(..span.start).unwrap_or(text);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {}, column {column}", before.matches('\n').count() + 1)
}

/// An unknown name, if it is safe to show. A key may be in its place; keys are longer or contain digits.
fn shown(name: &str) -> Option<&str> {
    let is_word = name.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'_' | b'-'));
    (is_word && name.len() <= 16).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "s3cretS3cret";

    fn known() -> Vec<(&'static str, Vec<&'static str>)> {
        vec![("accredible", vec!["api_key", "url"]), ("falkor", vec!["token", "key", "secret"])]
    }

    #[test]
    fn an_error_names_the_place_and_shows_no_value() {
        for (label, text, want) in [
            ("outside a table", "api_key = \"KEY\"", "line 1, column 1: `api_key` is outside a table"),
            (
                "a vendor that is not a table",
                "accredible = \"KEY\"",
                "line 1, column 1: `accredible` is outside a table",
            ),
            ("a list outside", "\n  keys = [\"KEY\"]", "line 2, column 3: `keys` is outside a table"),
            (
                "a key in place of a name",
                "KEY = \"api_key\"",
                "line 1, column 1: a setting is outside a table",
            ),
            (
                "a key as a setting",
                "[accredible]\nKEY = \"\"",
                "line 2, column 1: [accredible] has no such setting; it has api_key, url",
            ),
            (
                "a key in quotes as a setting",
                "[accredible]\n\"KEY\" = 1",
                "line 2, column 1: [accredible] has no such setting",
            ),
            (
                "a key as a table",
                "[KEY]\nurl = \"x\"",
                "line 1, column 2: the table is not a vendor; the vendors are accredible, falkor",
            ),
            (
                "a misspelt setting",
                "[accredible]\n apikey = \"KEY\"",
                "line 2, column 2: [accredible] has no setting `apikey`; it has api_key, url",
            ),
            (
                "another vendor",
                "[initech]\napi_key = \"KEY\"",
                "line 1, column 2: [initech] is not a vendor; the vendors are accredible, falkor",
            ),
            (
                "a list",
                "[accredible]\napi_key = [\"KEY\"]",
                "line 2, column 1: `api_key` under [accredible] is of type array",
            ),
            (
                "a table",
                "[accredible]\napi_key = {v = \"KEY\"}",
                "line 2, column 1: `api_key` under [accredible] is of type table",
            ),
            (
                "a table of its own",
                "[accredible.api_key]\nv = \"KEY\"",
                "line 1, column 13: `api_key` under [accredible] is of type table",
            ),
            (
                "a list of tables",
                "[[accredible]]\napi_key = \"KEY\"",
                "line 1, column 3: `accredible` is outside a table",
            ),
            (
                "a number",
                "[accredible]\napi_key = 730114298",
                "line 2, column 1: `api_key` under [accredible] is of type integer",
            ),
            ("no quotes", "[accredible]\napi_key = KEY", "line 2, column 11: "),
            ("no closing quote", "[accredible]\napi_key = \"KEY", "line 2, column "),
            ("no opening quote", "[accredible]\napi_key = KEY\"", "line 2, column "),
            ("a line end in it", "[accredible]\napi_key = \"KEY\nKEY\"", "line "),
            ("no equals sign", "[accredible]\napi_key \"KEY\"", "line 2, column "),
            ("a colon", "[accredible]\napi_key: KEY", "line 2, column "),
            ("the key alone", "[accredible]\nKEY", "line 2, column "),
            ("the key alone in quotes", "[accredible]\n\"KEY\"", "line 2, column "),
            ("no bracket", "[accredible\napi_key = \"KEY\"", "line 1, column "),
            ("the key in the bracket", "[accredible KEY]", "line 1, column "),
            ("more after it", "[accredible]\napi_key = \"KEY\" KEY", "line 2, column "),
            ("an unknown escape", "[accredible]\napi_key = \"KEY\\qKEY\"", "line 2, column "),
            ("twice", "[accredible]\napi_key = \"KEY\"\napi_key = \"KEY\"", "line 3, column 1: "),
            ("twice as a name", "KEY = 1\nKEY = 2", "line 2, column 1: "),
            ("below a text", "[falkor]\nkey = \"KEY\"\nkey.KEY = \"KEY\"", "line 3, column "),
            ("a shell's export", "export TASSEL_ACCREDIBLE_API_KEY=KEY", "line 1, column "),
            ("JSON", "{\"accredible\": {\"api_key\": \"KEY\"}}", "line 1, column "),
            ("YAML", "accredible:\n  api_key: KEY", "line 1, column "),
            ("after a wide character", "[accredible]\n\"é\" = \"KEY\"", "line 2, column 1: "),
        ] {
            let error =
                read(&text.replace("KEY", KEY).replace("API_s3cretS3cret", "API_KEY"), &known()).unwrap_err();
            assert!(error.starts_with(want), "{label}: {error}");
            assert!(!error.contains(KEY) && !error.contains("730114298"), "{label}: {error}");
            assert!(!error.contains('\n'), "{label}: {error}");
        }
    }

    #[test]
    fn no_typing_error_shows_a_value() {
        let whole =
            format!("[accredible]\napi_key = \"{KEY}\"\nurl = 'https://x'\n[falkor]\nkey.a = \"{KEY}\"\n");
        let mut invalid = 0;
        for at in 0..whole.len() {
            for slip in
                ["", "\"", "'", "=", "[", "]", "{", "\\", "\n", "\r", " ", ".", "#", "9", "é", "\u{0}"]
            {
                let typed = [&whole[..at], slip, &whole[at..]].concat();
                let left_out = [&whole[..at], slip, &whole[at + 1..]].concat();
                let cut = [&whole[..at], slip].concat();
                for text in [typed, left_out, cut] {
                    let Err(error) = read(&text, &known()) else { continue };
                    invalid += 1;
                    // A slip may fall into the key.
                    for part in [&KEY[..6], &KEY[6..]] {
                        assert!(!error.contains(part), "{text}\n{error}");
                    }
                }
            }
        }
        assert!(invalid > 4_000, "{invalid}");
    }

    #[test]
    fn debug_shows_no_value() {
        let file = read(&format!("[accredible]\napi_key = \"{KEY}\""), &known()).unwrap();
        let config = Config { path: "tassel.toml".into(), file };
        assert_eq!(config.get("accredible", "api_key").unwrap().expose(), KEY);
        assert!(!format!("{config:?} {config:#?}").contains(KEY), "{config:?}");
    }
}
