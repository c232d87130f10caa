//! Which tools the project uses, in which version, and where they are. Only what is missing is installed.
//!
//! Cargo and npm packages go into the user's cache, never into the system or the project, so two versions of the project
//! live side by side. Browsers come from the system: by its package manager where we may use it, else they are named.

mod apt;
mod browsers;
mod cache;
mod packaged;
mod toolchain;

pub(crate) use browsers::Browsers;

use crate::workspace::locked_version;
use anyhow::Result;
use packaged::{Source, Tool};
use std::path::PathBuf;

/// What a build needs.
pub(crate) struct BuildTools {
    /// Trunk itself.
    pub(crate) trunk: PathBuf,
    /// Runs wasm tests in a browser; comes with wasm-bindgen's program.
    pub(crate) test_runner: PathBuf,
    /// Folders that Trunk must find on its PATH.
    pub(crate) folders: Vec<PathBuf>,
}

/// True on a build server: there nothing may be skipped.
pub(crate) fn in_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| value == "true" || value == "1")
}

/// Newer releases of Trunk ask for a newer compiler than ours.
fn trunk() -> Tool {
    Tool::new("trunk", "0.21.14", "trunk", Source::Cargo { locked: true })
}

/// Must be the very version of the library in Cargo.lock. Its own lock file names a release that cannot be had.
fn wasm_bindgen() -> Result<Tool> {
    let version = locked_version("wasm-bindgen")?;
    Ok(Tool::new("wasm-bindgen-cli", &version, "wasm-bindgen", Source::Cargo { locked: false }))
}

/// wasm-opt from npm: distributions ship releases that do not know what today's compiler emits.
fn binaryen() -> Tool {
    Tool::new("binaryen", "132", "wasm-opt", Source::Npm)
}

/// Shortens the loader and the glue; Trunk's own minifier passes syntax it does not know through unshortened.
fn terser() -> Tool {
    Tool::new("terser", "5.51.4", "terser", Source::Npm)
}

fn twiggy() -> Tool {
    Tool::new("twiggy", "0.8.0", "twiggy", Source::Cargo { locked: true })
}

fn cargo_fuzz() -> Tool {
    Tool::new("cargo-fuzz", "0.13.2", "cargo-fuzz", Source::Cargo { locked: true })
}

fn geckodriver() -> Tool {
    Tool::new("geckodriver", "0.37.1", "geckodriver", Source::Cargo { locked: true })
}

/// Everything for `trunk build`, installed if need be.
///
/// # Errors
/// When something is missing and cannot be installed.
pub(crate) fn for_build() -> Result<BuildTools> {
    toolchain::ensure()?;
    apt::ensure_node()?;
    let [bindgen, optimiser, minifier] = [wasm_bindgen()?, binaryen(), terser()];
    for tool in [&bindgen, &optimiser, &minifier] {
        tool.ensure()?;
    }
    Ok(BuildTools {
        trunk: trunk().ensure()?,
        test_runner: bindgen.program("wasm-bindgen-test-runner"),
        folders: vec![bindgen.folder(), optimiser.folder()],
    })
}

/// wasm-bindgen and wasm-opt, which must be here already: the second module is built inside a build.
///
/// # Errors
/// When one is not here.
pub(crate) fn for_second_module() -> Result<[PathBuf; 2]> {
    Ok([wasm_bindgen()?.present()?, binaryen().present()?])
}

/// Names the largest parts of a wasm.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn profiler() -> Result<PathBuf> {
    twiggy().ensure()
}

/// Runs fuzz targets.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn fuzzer() -> Result<PathBuf> {
    cargo_fuzz().ensure()
}

/// The minifier, which must be here already: it runs inside a build, and builds install nothing.
///
/// # Errors
/// When it is not here.
pub(crate) fn minifier() -> Result<PathBuf> {
    terser().present()
}

/// `cargo xtask tools`: installs what is missing and prints where everything is.
///
/// # Errors
/// When something is missing and cannot be installed; a browser only on a build server.
pub(crate) fn report() -> Result<()> {
    for_build()?;
    profiler()?;
    apt::ensure_for_tests()?;
    let found = Browsers::find()?;
    for tool in [wasm_bindgen()?, trunk(), binaryen(), terser(), twiggy(), geckodriver()] {
        if let Ok(path) = tool.present() {
            println!("{:<26}{}", tool.title(), path.display());
        }
    }
    for (name, path) in found.variables() {
        println!("{name:<26}{}", path.to_string_lossy());
    }
    found.complain()
}
