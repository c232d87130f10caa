//! Where the project lies and what its own files say about it.

use crate::shell;
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The target every wasm build uses.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The project's root. Asked for at run time: a binary compiled in one clone may be run in another with a shared target dir.
pub(crate) fn root() -> PathBuf {
    let member = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    member.as_deref().and_then(Path::parent).map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// The shipped files.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// What `cargo metadata` knows.
pub(crate) struct Facts {
    /// Cargo's target directory, wherever the developer has put it.
    pub(crate) target: PathBuf,
    /// The version of the package `newsrail`, which names the folder of its wasm.
    pub(crate) version: String,
}

/// Asks cargo.
///
/// # Errors
/// When the manifests cannot be read.
pub(crate) fn facts() -> Result<Facts> {
    let text = shell::output(&mut shell::cargo(["metadata", "--no-deps", "--format-version", "1"]))?;
    let value: Value = serde_json::from_str(&text).context("cargo metadata printed no JSON")?;
    let packages = value.get("packages").and_then(Value::as_array);
    let newsrail =
        packages.and_then(|all| all.iter().find(|one| one.get("name").is_some_and(|name| name == "newsrail")));
    let version = newsrail.and_then(|package| package.get("version")).and_then(Value::as_str);
    let target = value.get("target_directory").and_then(Value::as_str);
    Ok(Facts {
        target: target.context("cargo metadata names no target directory")?.into(),
        version: version.context("the workspace has no package newsrail")?.into(),
    })
}

/// The version that Cargo.lock holds of a crate.
///
/// # Errors
/// When the file cannot be read or does not name the crate.
pub(crate) fn locked_version(name: &str) -> Result<String> {
    let path = root().join("Cargo.lock");
    let text = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    version_in(&text, name).with_context(|| format!("Cargo.lock names no {name}"))
}

fn version_in(lock: &str, name: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{name}\""));
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.2.9\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\nsource = \"x\"\n";

    #[test]
    fn a_locked_version_is_found_by_the_whole_name() {
        assert_eq!(version_in(LOCK, "wasm-bindgen").as_deref(), Some("0.2.130"));
    }

    #[test]
    fn a_crate_that_is_not_locked_has_no_version() {
        assert_eq!(version_in(LOCK, "wasm"), None);
    }
}
