//! Everything that must pass before a change lands, in the order of what fails soonest. A newcomer and CI type the same.

use crate::parts::{self, Part};
use crate::shell::{self, cargo};
use crate::tools::{self, Browsers};
use crate::workspace::{WASM, dist};
use crate::{build, check, size};
use anyhow::Result;
use clap::ValueEnum;
use std::path::Path;
use std::process::Command;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// One part alone.
    #[arg(long, value_enum, value_name = "PART")]
    only: Option<Name>,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Formatting, lints, documentation.
    Check,
    /// Tests that need no browser.
    Native,
    /// Unit tests inside Chromium and Firefox.
    Browser,
    /// The release build.
    Build,
    /// Its bytes against the budgets.
    Size,
    /// The built widget in three browsers.
    E2e,
}

/// `cargo xtask test`.
///
/// # Errors
/// The first part that failed.
pub(crate) fn run(options: &Options) -> Result<()> {
    let wanted = |name| options.only.is_none_or(|only| only == name);
    let mut parts = vec![Part::new("tools", tools::report)];
    let all: [(Name, fn() -> Part); 6] = [
        (Name::Check, || Part::new("check", || parts::run(check::parts()))),
        (Name::Native, || Part::new("native", native)),
        (Name::Browser, || Part::new("browser", browser)),
        (Name::Build, || Part::new("build", || build::trunk_build(&tools::for_build()?, true))),
        (Name::Size, || Part::new("size", || size::run(&size::Options { quick: true }))),
        (Name::E2e, || Part::new("e2e", e2e)),
    ];
    parts.extend(all.into_iter().filter(|(name, _)| wanted(*name)).map(|(_, part)| part()));
    parts::run(parts)
}

fn native() -> Result<()> {
    let nextest = which::which("cargo-nextest").is_ok();
    let test = |args: &[&str]| {
        let mut command = if nextest { cargo(["nextest", "run", "--no-tests", "pass"]) } else { cargo(["test"]) };
        // Random damage for two minutes in all: four tests, once per face; `cargo xtask fuzz` goes on for longer.
        shell::run(command.args(args).env("NEWSRAIL_FUZZ_SECONDS", "15"))
    };
    test(&["-p", "newsrail"])?;
    test(&["-p", "newsrail", "--features", "native"])?;
    if nextest {
        // nextest knows no documentation tests.
        shell::run(&mut cargo(["test", "--doc", "-p", "newsrail", "--features", "native"]))?;
    }
    test(&["-p", "newsroom", "-p", "xtask"])
}

/// WebKit is missing here because wasm-bindgen's runner does not know its driver; it is covered end to end.
fn browser() -> Result<()> {
    let tools = tools::for_build()?;
    let found = Browsers::find()?;
    for (driver, variable) in [(found.chromium, "CHROMEDRIVER"), (found.firefox, "GECKODRIVER")] {
        match driver {
            Some(engine) => shell::run(&mut in_browser(&tools.test_runner, variable, &engine.driver))?,
            None => println!("no browser for {variable}: skipped"),
        }
    }
    Ok(())
}

fn in_browser(runner: &Path, variable: &str, driver: &Path) -> Command {
    let mut command =
        cargo(["test", "-p", "newsrail", "--target", WASM, "--features", "browser,test-hooks", "--test", "web"]);
    // The runner takes the first driver variable it knows, so only one may be set.
    for known in ["CHROMEDRIVER", "GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
        command.env_remove(known);
    }
    println!("\n{variable}={}", driver.display());
    // The runner's 20 seconds are short for two cores that compile something else meanwhile.
    command.env(variable, driver).env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    command
}

fn e2e() -> Result<()> {
    build::ensure_release()?;
    let seams = build::seams(&tools::for_build()?)?;
    let mut command = cargo(["test", "-p", "e2e"]);
    command.env("NEWSRAIL_DIST", dist()).env("NEWSRAIL_SEAMS", seams).envs(Browsers::find()?.variables());
    shell::run(&mut command)
}
