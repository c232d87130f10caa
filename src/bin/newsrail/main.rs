//! The native program: looks at a feed with the widget's own eyes.
//!
//! This file decides commands and exit codes: 0 when there is a feed, 1 when there is none, 2 for wrong usage. Each command
//! is one file; what they share, reading the bytes, is `source`.

mod check;
mod convert;
mod prerender;
mod report;
mod server;
mod source;
mod spelling;
mod watch;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Checks and converts news feeds.
#[derive(Parser)]
#[command(name = "newsrail", version)]
struct Program {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Print what the widget would show, and what is wrong with the feed
    Check(check::Arguments),
    /// Print the feed as own JSON, for feeds that no browser may read
    Convert(convert::Arguments),
    /// Print an element with its first paint inside
    Prerender(prerender::Arguments),
}

fn main() -> ExitCode {
    match Program::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Convert(arguments) => convert::run(&arguments),
        Command::Prerender(arguments) => prerender::run(&arguments),
    }
}

/// There is no feed.
const NO_FEED: u8 = 1;
/// The command line names something that cannot be used.
const USAGE: u8 = 2;
