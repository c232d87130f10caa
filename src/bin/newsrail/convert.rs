//! `newsrail convert`: any feed as own JSON, once or again and again.

use crate::source::Input;
use crate::{NO_FEED, USAGE, watch};
use clap::Args;
use newsrail::item::{END, Format};
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

/// A feed as own JSON.
pub(crate) struct Converted {
    /// The document to write.
    pub(crate) text: String,
    /// How many stories it holds.
    pub(crate) stories: usize,
    /// The source ended too early, so stories may be missing.
    pub(crate) is_cut: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let input = &arguments.input;
    match (&arguments.out, arguments.watch) {
        (Some(out), Some(seconds)) => watch::run(out, &input.input, Duration::from_secs(seconds), || convert(input)),
        (Some(out), None) => finish(convert(input).and_then(|feed| {
            watch::replace(out, &feed.text).map_err(|error| (USAGE, format!("{}: {error}", out.display())))
        })),
        (None, _) => finish(convert(input).map(|feed| {
            // A reader that closed the pipe has seen enough.
            let _ = std::io::stdout().write_all(feed.text.as_bytes());
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

/// Own JSON, or the exit code and what to say. What was wrong with the document as a whole goes to standard error.
fn convert(input: &Input) -> Result<Converted, (u8, String)> {
    let (feed, _) = input.feed()?;
    if feed.format == Format::SitemapIndex {
        let children = feed.children.join("\n  ");
        return Err((NO_FEED, format!("a sitemap index holds no stories; convert one of:\n  {children}")));
    }
    for problem in feed.problems.iter().filter(|problem| problem.field == "document" || problem.field == END) {
        eprintln!("newsrail: {}: {}", input.input, problem.message);
    }
    let is_cut = feed.problems.iter().any(|problem| problem.field == END);
    Ok(Converted { text: format!("{:#}\n", feed.to_json()), stories: feed.items.len(), is_cut })
}
