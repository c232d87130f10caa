//! `newsrail convert`: any feed as own JSON, once or again and again.

use crate::source::Input;
use crate::{USAGE, watch};
use clap::Args;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

/// The command's options.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: Input,
    /// Write here, atomically, instead of to standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Convert again every so many seconds, until stopped
    #[arg(long, value_name = "SECONDS", requires = "out", value_parser = clap::value_parser!(u64).range(1..))]
    watch: Option<u64>,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    match (&arguments.out, arguments.watch) {
        (Some(out), Some(seconds)) => watch::run(out, Duration::from_secs(seconds), || convert(&arguments.input)),
        (Some(out), None) => finish(convert(&arguments.input).and_then(|text| {
            watch::replace(out, &text).map_err(|error| (USAGE, format!("{}: {error}", out.display())))
        })),
        (None, _) => finish(convert(&arguments.input).map(|text| {
            // A reader that closed the pipe has seen enough.
            let _ = std::io::stdout().write_all(text.as_bytes());
        })),
    }
}

fn finish(result: Result<(), (u8, String)>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err((code, message)) => {
            eprintln!("newsrail: {message}");
            ExitCode::from(code)
        }
    }
}

/// Own JSON, or the exit code and what to say.
fn convert(input: &Input) -> Result<String, (u8, String)> {
    let (feed, _) = input.feed()?;
    Ok(format!("{:#}\n", feed.to_json()))
}
