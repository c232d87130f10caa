//! The second module, `markup`: compiled, bound and optimised here, because Trunk builds one main crate.

use crate::shell::{self, cargo};
use crate::tools;
use crate::workspace::{WASM, facts, root};
use anyhow::{Context, Result};
use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;
use std::process::Command;

/// The package, and so the stem of its files.
pub(super) const NAME: &str = "markup";

/// Builds the module and leaves glue and wasm in `staging`, named by a hash of their bytes as Trunk names its own.
///
/// # Errors
/// When it does not compile, or a tool is not here.
pub(super) fn build(staging: &Path, release: bool) -> Result<()> {
    let profile = if release { "wasm-release" } else { "dev" };
    let mut compile = cargo(["build", "--quiet", "--offline", "-p", NAME, "--target", WASM]);
    compile.args(["--profile", profile]);
    if std::env::var_os(super::SEAMS).is_some() {
        compile.args(["--features", "test-hooks"]);
    }
    shell::run(&mut compile)?;
    let target = facts()?.target;
    let compiled = target.join(WASM).join(if release { profile } else { "debug" }).join(NAME).with_extension("wasm");
    let out = target.join(NAME);
    let [bindgen, optimiser] = tools::for_second_module()?;
    let mut bind = Command::new(bindgen);
    bind.args(["--target", "web", "--no-typescript", "--out-name", NAME, "--out-dir"]).arg(&out).arg(&compiled);
    shell::output(&mut bind)?;
    let wasm = out.join(format!("{NAME}_bg.wasm"));
    if release {
        let [level, flags] = optimiser_flags(&fs::read_to_string(root().join("index.html"))?)?;
        let mut optimise = Command::new(optimiser);
        optimise.arg(format!("-O{level}")).args(flags.split(' ')).arg(&wasm).arg("-o").arg(&wasm);
        shell::output(&mut optimise)?;
    }
    let glue = out.join(NAME).with_extension("js");
    let mut hash = DefaultHasher::new();
    for file in [&wasm, &glue] {
        hash.write(&fs::read(file).with_context(|| format!("{} was not built", file.display()))?);
    }
    let stem = format!("{NAME}-{:x}", hash.finish());
    fs::copy(&wasm, staging.join(format!("{stem}_bg.wasm")))?;
    fs::copy(&glue, staging.join(format!("{stem}.js")))?;
    Ok(())
}

/// Both modules are optimised alike, by what the rust link of the page says: the level, and the other flags.
fn optimiser_flags(index: &str) -> Result<[String; 2]> {
    let value = |name: &str| {
        let value = index.split_once(&format!("{name}=\"")).and_then(|(_, rest)| rest.split_once('"'));
        value.map(|(value, _)| value.to_owned()).with_context(|| format!("index.html names no {name}"))
    };
    Ok([value("data-wasm-opt")?, value("data-wasm-opt-params")?])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_optimiser_is_told_what_the_page_tells_trunk() {
        let index = "<link data-trunk rel=\"rust\" data-wasm-opt=\"s\" data-wasm-opt-params=\"--a --b=1\">";
        assert_eq!(optimiser_flags(index).unwrap(), ["s", "--a --b=1"]);
        assert!(optimiser_flags("<link>").is_err());
    }
}
