//! What a reader downloads, against the budgets of the design. Measured on the shipped files, never on a special build.

mod budget;
mod weight;

use crate::shell::{self, cargo};
use crate::workspace::{WASM, dist, facts};
use crate::{build, tools};
use anyhow::{Context, Result, bail};
use budget::Verdict;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Only the sums, without the list of the largest parts.
    #[arg(long)]
    pub(crate) quick: bool,
}

/// `cargo xtask size`.
///
/// # Errors
/// When there is no build and none can be made, or a budget is broken.
pub(crate) fn run(options: &Options) -> Result<()> {
    if !dist().join("newsrail.js").exists() {
        build::trunk_build(&tools::for_build()?, true)?;
    }
    let weights = weight::of_dist(&dist())?;
    print!("\n{}", weight::table(&weights));
    let verdicts = budget::verdicts(&weights);
    print!("\n{}", budget::table(&verdicts));
    if !options.quick {
        largest()?;
    }
    let broken: Vec<&str> = verdicts.iter().filter(|verdict| !verdict.holds()).map(Verdict::what).collect();
    if broken.is_empty() { Ok(()) } else { bail!("over budget: {}", broken.join(", ")) }
}

/// From the wasm as the linker leaves it: the same code, and the names that wasm-opt drops are still in it.
fn largest() -> Result<()> {
    let flags =
        ["build", "-p", "newsrail", "--lib", "--profile", "wasm-release", "--target", WASM, "--features", "browser"];
    shell::run(&mut cargo(flags))?;
    let wasm = facts()?.target.join(WASM).join("wasm-release/newsrail.wasm");
    shell::run(shell::program(tools::profiler()?).args(["top", "-n", "25"]).arg(wasm))
        .context("the parts could not be listed")
}
