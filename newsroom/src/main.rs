//! The development server on the command line.

use clap::Parser;
use newsroom::{Newsroom, Options};
use std::{path::PathBuf, time::Duration};

/// A stand-in newsroom: feeds in four languages that change while one looks.
#[derive(Parser)]
#[command(name = "newsroom", version)]
struct Arguments {
    /// Port to listen on; 0 takes a free one.
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// Port of the second origin; 0 takes a free one.
    #[arg(long, default_value_t = 8788)]
    other: u16,
    /// Directory served at /, normally dist.
    #[arg(long)]
    files: Option<PathBuf>,
    /// Directory served at /pages/, normally tests/pages.
    #[arg(long)]
    pages: Option<PathBuf>,
    /// Directory served at /fixtures/, normally tests/fixtures.
    #[arg(long)]
    fixtures: Option<PathBuf>,
    /// Seconds between two steps of the schedule; without it nothing is published by itself.
    #[arg(long, value_parser = clap::value_parser!(u64).range(1..))]
    every: Option<u64>,
    /// Prints nothing.
    #[arg(long)]
    quiet: bool,
}

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let given = Arguments::parse();
    let options = Options {
        port: given.port,
        other_port: given.other,
        files: given.files,
        pages: given.pages,
        fixtures: given.fixtures,
        every: given.every.map(Duration::from_secs),
        quiet: given.quiet,
    };
    Newsroom::start(options).await?.until_interrupted().await
}
