//! `dist`, built by Trunk. What is built is said in `index.html` (the rust link) and `Trunk.toml`.

use crate::parts::{self, Part};
use crate::shell::{self, cargo};
use crate::stamp;
use crate::tools::{self, BuildTools};
use crate::workspace::{WASM, dist, facts, root};
use anyhow::{Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// `cargo xtask build`.
///
/// # Errors
/// When a tool is missing and cannot be installed, or the build fails.
pub(crate) fn release() -> Result<()> {
    parts::run(vec![
        Part::new("tools", || tools::for_build().map(drop)),
        Part::new("build", || {
            trunk_build(&tools::for_build()?, true)?;
            println!("the build is in {}", dist().display());
            Ok(())
        }),
    ])
}

/// One build into `dist`.
///
/// # Errors
/// When Trunk, or the stamping after it, fails.
pub(crate) fn trunk_build(tools: &BuildTools, release: bool) -> Result<()> {
    fetch()?;
    let mut command = trunk(tools, "build", release)?;
    shell::run(&mut command)
}

/// A development build with the test seams (feature `test-hooks`), for tests alone; returns its folder.
///
/// # Errors
/// When Trunk, or the stamping after it, fails.
pub(crate) fn seams(tools: &BuildTools) -> Result<PathBuf> {
    let folder = facts()?.target.join("seams");
    let mut command = trunk(tools, "build", false)?;
    command.arg("--dist").arg(&folder).args(["--features", "browser,test-hooks"]).env(stamp::SEAMS, "1");
    shell::run(&mut command)?;
    Ok(folder)
}

/// A release build in `dist`, made unless one is there. `serve` leaves development builds behind, which nobody ships.
///
/// # Errors
/// When it has to be built and cannot be.
pub(crate) fn ensure_release() -> Result<()> {
    let loader = std::fs::read_to_string(dist().join("newsrail.js")).unwrap_or_default();
    if is_release(&loader) { Ok(()) } else { trunk_build(&tools::for_build()?, true) }
}

/// Only a release is minified, and then its comments are gone.
fn is_release(loader: &str) -> bool {
    !loader.is_empty() && !loader.starts_with("//")
}

/// Trunk builds offline, so that no build depends on a server: what it needs is brought here, before.
///
/// # Errors
/// When a crate of Cargo.lock is neither here nor reachable.
pub(crate) fn fetch() -> Result<()> {
    // Both targets by name: without them cargo also fetches the libraries of every other operating system.
    shell::run(&mut cargo(["fetch", "--quiet", "--target", WASM, "--target", "host-tuple"]))
}

/// The command for `trunk build` or `trunk watch`.
///
/// # Errors
/// When `index.html` is missing, or the tools' folders cannot stand in PATH.
pub(crate) fn trunk(tools: &BuildTools, verb: &str, release: bool) -> Result<Command> {
    if !root().join("index.html").exists() {
        bail!("index.html is missing: Trunk starts from it");
    }
    let mut command = shell::program(&tools.trunk);
    command.arg(verb);
    if release {
        command.arg("--release");
    }
    // Trunk takes NO_COLOR for a flag of its own and stops at the usual value, 1.
    command.env_remove("NO_COLOR");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", without_own_paths()?);
    shell::with_path(&mut command, &tools.folders)?;
    Ok(command)
}

/// Panic messages name source files by path: the shipped ones begin at the crate, not at the builder's home folder.
fn without_own_paths() -> Result<String> {
    let mut folders = vec![PathBuf::from(shell::output(Command::new("rustc").args(["--print", "sysroot"]))?.trim())];
    folders.iter_mut().for_each(|sysroot| sysroot.push("lib/rustlib/src/rust"));
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo"))).unwrap_or_default();
    folders.extend(glob::glob(&home.join("registry/src/*").to_string_lossy())?.filter_map(Result::ok));
    // The variable is split at spaces; a folder with one in its name keeps its paths.
    let flags = folders.iter().map(|folder| format!("--remap-path-prefix={}=", folder.display()));
    Ok(flags.filter(|flag| !flag.contains(' ')).collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_development_build_and_no_build_are_no_release() {
        assert!(!is_release(""));
        assert!(!is_release("// Newsrail's loader: brings the elements to the page.\n(function () {"));
        assert!(is_release("!function(){\"use strict\";"));
    }
}
