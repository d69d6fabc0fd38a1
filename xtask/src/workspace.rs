//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the workspace.
#[must_use]
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// The vendor crates: those with a contract, in the order of their names.
///
/// # Errors
///
/// The folder of the crates cannot be read.
pub fn vendors() -> std::io::Result<Vec<PathBuf>> {
    let mut crates = Vec::new();
    for entry in std::fs::read_dir(root().join("crates"))? {
        let path = entry?.path();
        if path.join("openapi.yaml").is_file() {
            crates.push(path);
        }
    }
    crates.sort();
    Ok(crates)
}

/// The names of the vendor crates, in order.
///
/// # Errors
///
/// As for [`vendors`].
pub fn vendor_crates() -> std::io::Result<Vec<String>> {
    let name =
        |folder: &PathBuf| format!("tassel-{}", folder.file_name().unwrap_or_default().to_string_lossy());
    Ok(vendors()?.iter().map(name).collect())
}
