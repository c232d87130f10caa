//! What a reader downloads, against the budgets of the design. Measured on the shipped files, never on a special build.

mod budget;
mod crates;
mod weight;

use crate::shell;
use crate::workspace::{dist, facts};
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
    build::ensure_release()?;
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

/// From the wasm that this build gave to wasm-opt, which drops the names: the same code, a little larger.
fn largest() -> Result<()> {
    let wasm = facts()?.target.join("wasm-bindgen/release/newsrail_bg.wasm");
    if !wasm.exists() {
        build::trunk_build(&tools::for_build()?, true)?;
    }
    let twiggy = |flags: &[&str]| {
        let mut command = shell::program(tools::profiler()?);
        command.arg("top").args(flags).arg(&wasm);
        Ok::<_, anyhow::Error>(command)
    };
    shell::run(&mut twiggy(&["-n", "25"])?).context("the parts could not be listed")?;
    print!("\n{}", crates::table(&shell::output(&mut twiggy(&["-n", "1000000", "--format", "json"])?)?)?);
    Ok(())
}
