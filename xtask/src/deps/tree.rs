//! Reads what `cargo tree` prints.

use std::collections::{BTreeMap, BTreeSet};

/// TLS but that of rustls over ring.
const OTHER_TLS: &[&str] = &[
    "aws-lc-rs",
    "aws-lc-sys",
    "boring",
    "boring-sys",
    "mbedtls",
    "native-tls",
    "openssl",
    "openssl-sys",
    "s2n-tls",
    "schannel",
    "security-framework",
    "wolfssl",
];

/// The crates of a tree: each once, as `name version`, with one way that leads to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tree {
    crates: BTreeMap<(String, String), Vec<String>>,
}

impl Tree {
    /// Reads the lines of `cargo tree --prefix depth --format ' {p}'`: a depth, a name, a version, and what there is to
    /// say about them.
    ///
    /// # Errors
    ///
    /// A line is none of these.
    pub fn parse(lines: &str) -> Result<Self, String> {
        let mut crates = BTreeMap::new();
        let mut way: Vec<String> = Vec::new();
        for line in lines.lines().filter(|line| !line.is_empty()) {
            let mut words = line.split(' ');
            let depth = words.next().and_then(|depth| depth.parse::<usize>().ok());
            let (Some(depth), Some(name), Some(version)) = (depth, words.next(), words.next()) else {
                return Err(format!("cargo tree prints a line of another form: {line}"));
            };
            if depth > way.len() {
                return Err(format!("cargo tree prints a line that hangs nowhere: {line}"));
            }
            way.truncate(depth);
            way.push(name.to_owned());
            let version = version.trim_start_matches('v').to_owned();
            crates.entry((name.to_owned(), version)).or_insert_with(|| way.clone());
        }
        Ok(Self { crates })
    }

    /// The names of its crates.
    #[must_use]
    pub fn names(&self) -> BTreeSet<&str> {
        self.crates.keys().map(|(name, _)| name.as_str()).collect()
    }

    /// Its crates, as `name version`.
    pub fn crates(&self) -> impl Iterator<Item = String> {
        self.crates.keys().map(|(name, version)| format!("{name} {version}"))
    }

    /// The crates it has in more than one version, each with the ways that lead to them.
    #[must_use]
    pub fn duplicates(&self) -> Vec<String> {
        let mut versions: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for ((name, version), way) in &self.crates {
            let parents = way[..way.len() - 1].join(" > ");
            versions.entry(name).or_default().push(format!("{version} by {parents}"));
        }
        let duplicates = versions.into_iter().filter(|(_, versions)| versions.len() > 1);
        duplicates.map(|(name, versions)| format!("{name}: {}", versions.join("; "))).collect()
    }

    /// What is wrong with its TLS: it is rustls over ring, or there is none at all.
    #[must_use]
    pub fn wrong_tls(&self) -> Vec<String> {
        let mut wrong: Vec<_> = self
            .crates
            .iter()
            .filter(|((name, _), _)| OTHER_TLS.contains(&name.as_str()))
            .map(|((name, version), way)| {
                format!("{name} {version} is a second TLS stack: {}", way.join(" > "))
            })
            .collect();
        let names = self.names();
        if names.contains("rustls") != names.contains("ring") {
            wrong.push("rustls and ring go together, and one of them is not there".to_owned());
        }
        wrong
    }
}
