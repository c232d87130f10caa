//! What rustup adds to the compiler: the wasm target, the formatter and the linter.

use crate::shell::{self, cargo, program};
use crate::workspace::WASM;
use anyhow::{Context, Result};
use std::path::Path;

/// Adds what is missing.
///
/// # Errors
/// When it is missing and there is no rustup to add it.
pub(crate) fn ensure() -> Result<()> {
    // Asked of the compiler, not of rustup: distributions install targets without it.
    let folder = shell::output(program("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    if !Path::new(folder.trim()).exists() {
        add("target", WASM)?;
    }
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if shell::output(&mut cargo([subcommand, "--version"])).is_err() {
            add("component", component)?;
        }
    }
    Ok(())
}

fn add(kind: &str, name: &str) -> Result<()> {
    shell::run(program("rustup").args([kind, "add", name]))
        .with_context(|| format!("the {kind} {name} is missing; install it with rustup or your distribution"))
}
