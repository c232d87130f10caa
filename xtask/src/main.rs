//! Developer commands: `cargo xtask COMMAND`.
//!
//! This program decides in which order and with which flags the project's own tools run, where they come from, and what a
//! build leaves in `dist`. It refuses to know what is inside the crates it builds.

mod build;
mod check;
mod fuzz;
mod parts;
mod serve;
mod shell;
mod size;
mod stamp;
mod test;
mod tools;
mod workspace;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Developer commands of Newsrail. The first run installs what is missing and says where.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build, start the stand-in newsroom, rebuild on every change. Ctrl-C stops both.
    Serve(serve::Options),
    /// Everything that must pass before a change lands: lints, tests, build, size, three browsers.
    Test(test::Options),
    /// The release build, in dist.
    Build,
    /// Bytes of the release build, raw and compressed, against the budgets.
    Size(size::Options),
    /// Formatting, lints and documentation, for every face of the crate.
    Check,
    /// Coverage-guided fuzzing of everything that reads a feed.
    Fuzz(fuzz::Options),
    /// Install the tools and browsers that are missing, and say where everything is.
    Tools,
    /// The last step of a build; Trunk calls it (Trunk.toml), nobody else needs to.
    #[command(hide = true)]
    Stamp,
}

fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Serve(options) => serve::run(&options),
        Command::Test(options) => test::run(&options),
        Command::Build => build::release(),
        Command::Size(options) => size::run(&options),
        Command::Check => parts::run(check::parts()),
        Command::Fuzz(options) => fuzz::run(&options),
        Command::Tools => tools::report(),
        Command::Stamp => stamp::run(),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}
