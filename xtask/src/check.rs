//! Formatting, lints and documentation, once per face of the crate: no feature, native, browser. Never all features: the
//! two faces exclude each other.

use crate::parts::Part;
use crate::shell::{self, cargo};
use crate::workspace::WASM;
use anyhow::{Result, bail};

/// Appended to every clippy call: a warning that stays is a warning nobody reads.
const DENY: [&str; 3] = ["--", "-D", "warnings"];

/// The parts of `check`, in the order of what fails soonest.
pub(crate) fn parts() -> Vec<Part> {
    vec![
        Part::new("format", || shell::run(&mut cargo(["fmt", "--all", "--", "--check"]))),
        Part::new("dependencies", dependencies),
        Part::new("lint: no feature", || clippy(&["-p", "newsrail", "--lib", "--tests"])),
        Part::new("lint: native", || clippy(&["-p", "newsrail", "--all-targets", "--features", "native"])),
        Part::new("lint: browser", || {
            clippy(&["-p", "newsrail", "--lib", "--target", WASM, "--features", "browser"])?;
            clippy(&["-p", "markup", "--lib", "--target", WASM])?;
            // The seams and the tests that use them are another build; the shipped one is linted without them, above.
            clippy(&["-p", "newsrail", "--lib", "--test", "web", "--target", WASM, "--features", "browser,test-hooks"])
        }),
        Part::new("lint: tools", || clippy(&["-p", "newsroom", "-p", "xtask", "-p", "e2e", "--all-targets"])),
        Part::new("documentation", || {
            let mut doc = cargo(["doc", "--no-deps", "-p", "newsrail", "--features", "native"]);
            shell::run(doc.env("RUSTDOCFLAGS", "-D warnings"))
        }),
    ]
}

fn clippy(args: &[&str]) -> Result<()> {
    shell::run(cargo(["clippy"]).args(args).args(DENY))
}

/// Two things that a dependency could bring in unseen: event delegation, which breaks across shadow roots, and
/// `leptos_meta`, which writes into the page's head.
fn dependencies() -> Result<()> {
    let browser = ["--target", WASM, "-p", "newsrail", "--features", "browser"];
    let features = shell::output(cargo(["tree", "-e", "features", "-i", "tachys"]).args(browser))?;
    let crates = shell::output(cargo(["tree", "-e", "normal", "--prefix", "none"]).args(browser))?;
    refuse(&features, &crates)?;
    println!("tachys without delegation, no leptos_meta");
    Ok(())
}

fn refuse(features: &str, crates: &str) -> Result<()> {
    if features.contains("tachys feature \"delegation\"") {
        bail!("tachys is built with `delegation`: events would stop at the shadow root");
    }
    if crates.lines().any(|line| line.starts_with("leptos_meta ")) {
        bail!("leptos_meta is in the tree: nothing of ours may write into the page's head");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delegation_and_leptos_meta_are_refused() {
        assert!(refuse("├── tachys feature \"delegation\"", "").is_err());
        assert!(refuse("", "leptos v0.8.23\nleptos_meta v0.8.6").is_err());
        assert!(refuse("├── tachys feature \"oco\"", "leptos v0.8.23\nleptos_macro v0.8.17 (proc-macro)").is_ok());
    }
}
