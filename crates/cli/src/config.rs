//! Where the keys and hosts come from: the environment first, then a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::args::Global;
use crate::failure::Failure;

/// The settings of each vendor, as the file has them: `[accredible]`, `api_key = "..."`.
type File = BTreeMap<String, BTreeMap<String, String>>;

/// What is configured.
#[derive(Debug, Default)]
pub(crate) struct Config {
    file: File,
}

impl Config {
    /// Reads the file, if there is one.
    ///
    /// `known` are the settings that may be in it, by vendor.
    pub(crate) fn load(global: &Global, known: &[(&str, Vec<&str>)]) -> Result<Self, Failure> {
        let Some(path) = global.config.clone().or_else(usual_place) else {
            return Ok(Self::default());
        };
        let wrong = |problem: String| Failure::config(format!("{}: {problem}", path.display()));
        let text = std::fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
        let file: File = toml::from_str(&text).map_err(|error| {
            // The message alone: what toml prints below it quotes the file, keys included.
            let line =
                error.span().map_or(1, |span| text[..span.start.min(text.len())].matches('\n').count() + 1);
            wrong(format!(
                "line {line}: {}. Write it as [accredible] and, below it, api_key = \"...\"",
                error.message()
            ))
        })?;
        for (vendor, settings) in &file {
            let Some((_, names)) = known.iter().find(|(name, _)| name == vendor) else {
                let vendors: Vec<_> = known.iter().map(|(name, _)| *name).collect();
                return Err(wrong(format!("[{vendor}] is no vendor; there is {}", vendors.join(", "))));
            };
            if let Some(name) = settings.keys().find(|name| !names.contains(&name.as_str())) {
                return Err(wrong(format!(
                    "[{vendor}] has no setting `{name}`; it has {}",
                    names.join(", ")
                )));
            }
        }
        Ok(Self { file })
    }

    /// A setting: from the environment, as in `TASSEL_ACCREDIBLE_API_KEY`, or from the file.
    pub(crate) fn get(&self, vendor: &str, name: &str) -> Option<String> {
        let from_environment = std::env::var(variable(vendor, name)).ok();
        let from_file = || self.file.get(vendor)?.get(name).cloned();
        from_environment.filter(|value| !value.is_empty()).or_else(from_file)
    }
}

/// The variable of a setting.
pub(crate) fn variable(vendor: &str, name: &str) -> String {
    format!("TASSEL_{vendor}_{name}").to_ascii_uppercase()
}

fn usual_place() -> Option<PathBuf> {
    let home = || Some(Path::new(&std::env::var_os("HOME")?).join(".config"));
    let user = std::env::var_os("XDG_CONFIG_HOME").map(PathBuf::from).or_else(home);
    let places = [Some(PathBuf::from("tassel.toml")), user.map(|folder| folder.join("tassel/tassel.toml"))];
    places.into_iter().flatten().find(|path| path.is_file())
}
