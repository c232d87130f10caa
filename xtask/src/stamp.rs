//! The last step of every build, called by Trunk: from hashed files beside a page to what a publisher puts on a server.
//!
//! | file | name | may be cached |
//! |---|---|---|
//! | loader | `newsrail.js`, stable | shortly |
//! | glue and wasm of two modules | `v<version>/newsrail-<hash>…`, `…/markup-<hash>…` | for ever |
//! | style sheet of prerendered pages | `newsrail.css`, stable | shortly |
//! | licences of everything inside | `LICENSES.txt` | |

mod licences;
mod loader;
mod modules;
mod page;
mod second;
mod sheet;

use crate::shell;
use crate::tools;
use crate::workspace::{facts, root};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};

/// Set where the second module is wanted with its test seams; Trunk tells its hooks nothing of features.
pub(crate) const SEAMS: &str = "NEWSRAIL_SEAMS_BUILD";

/// The package, and so the stem of its files.
const NAME: &str = "newsrail";

/// `cargo xtask stamp`.
///
/// # Errors
/// When it is not called by Trunk, a file is missing, or the release gate refuses the build.
pub(crate) fn run() -> Result<()> {
    let staging: PathBuf = std::env::var_os("TRUNK_STAGING_DIR").context("`stamp` is a step of `trunk build`")?.into();
    let release = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let version = facts()?.version;
    second::build(&staging, release)?;
    let [main, markup] = modules::settle(&staging, &format!("v{version}"), [NAME, second::NAME])?;

    let glue = staging.join(&main.glue);
    let public = root().join("public");
    let source = loader::join(&read(&public.join("newsrail.js"))?, |part| read(&public.join(part)))?;
    let target = staging.join("newsrail.js");
    fs::write(&target, loader::fill(&source, &main, &markup, &version)?)?;
    let index = staging.join("index.html");
    fs::write(&index, page::without_instructions(&read(&index)?))?;
    fs::write(staging.join("newsrail.css"), sheet::joined(&root().join("style"))?)?;
    fs::write(staging.join("LICENSES.txt"), licences::text()?)?;
    if release {
        gate(&read(&glue)?)?;
        minify(&target, &[])?;
        minify(&glue, &["--module"])?;
        minify(&staging.join(&markup.glue), &["--module"])?;
    }
    println!("stamped v{version}: {}", main.wasm);
    Ok(())
}

/// Pages that require Trusted Types refuse `innerHTML`; wasm-bindgen writes it into the glue only if something uses it.
fn gate(glue: &str) -> Result<()> {
    if glue.contains("innerHTML") {
        bail!(
            "the glue imports innerHTML, which strict pages refuse. Known causes: an element of literals only in `view!`, and \
             tachys' Vec<AnyAttribute>. `twiggy paths <target>/wasm-bindgen/release/newsrail_bg.wasm --regex '.*set_innerHTML.*'` \
             names the caller"
        );
    }
    Ok(())
}

/// In place. Without `--module` the file stays a classic script.
fn minify(file: &Path, flags: &[&str]) -> Result<()> {
    let mut terser = shell::program(tools::minifier()?);
    terser.arg(file).args(["--compress", "passes=3", "--mangle"]).args(flags).arg("--output").arg(file);
    shell::output(&mut terser).with_context(|| format!("{} could not be minified", file.display())).map(drop)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glue_that_writes_inner_html_is_not_shipped() {
        assert!(gate("getObject(arg0).innerHTML = text").is_err());
        assert!(gate("getObject(arg0).textContent = text").is_ok());
    }
}
