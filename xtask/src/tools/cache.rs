//! The folder of our tools. It may be deleted at any time.

use anyhow::{Context, Result};
use std::path::PathBuf;

/// `newsrail` in the user's cache folder, as each system names it.
///
/// # Errors
/// When the user has no home.
pub(crate) fn folder() -> Result<PathBuf> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = if cfg!(windows) {
        variable("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        variable("HOME").map(|home| home.join("Library/Caches"))
    } else {
        variable("XDG_CACHE_HOME").or_else(|| variable("HOME").map(|home| home.join(".cache")))
    };
    cache.map(|cache| cache.join("newsrail")).context("no cache folder: set HOME (on Windows LOCALAPPDATA)")
}
