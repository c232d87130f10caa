//! Coverage-guided fuzzing for as long as one likes. The short run with random mutations belongs to the tests.

use crate::shell;
use crate::tools;
use crate::workspace::root;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::Path;

/// Documents beyond this length show nothing that shorter ones do not.
const LONGEST: usize = 1 << 16;

#[derive(clap::Args)]
pub(crate) struct Options {
    /// Over all targets together.
    #[arg(long, default_value_t = 30)]
    minutes: u64,
    /// Targets, by their file names in fuzz/fuzz_targets; all when none is named.
    targets: Vec<String>,
}

/// `cargo xtask fuzz`.
///
/// # Errors
/// When a target falls; its input lies in fuzz/artifacts.
pub(crate) fn run(options: &Options) -> Result<()> {
    let folder = root().join("fuzz");
    let known = targets(&folder.join("fuzz_targets"))?;
    if let Some(unknown) = options.targets.iter().find(|name| !known.contains(name)) {
        bail!("no fuzz target {unknown}; there are: {}", known.join(", "));
    }
    let chosen = if options.targets.is_empty() { &known } else { &options.targets };
    let seconds = options.minutes * 60 / chosen.len().max(1) as u64;
    let program = tools::fuzzer()?;
    for target in chosen {
        let corpus = folder.join("corpus").join(target);
        sow(&corpus)?;
        let mut command = shell::program(&program);
        // No sanitizer: the code is free of `unsafe`, and without one no nightly compiler is needed.
        command.args(["run", "--sanitizer", "none", target]).arg(&corpus).args(["--", "-print_final_stats=1"]);
        command.arg(format!("-max_total_time={seconds}")).arg(format!("-max_len={LONGEST}"));
        // cargo-fuzz asks for coverage by flags that stable compilers know and do not offer.
        command.env("RUSTC_BOOTSTRAP", "1").current_dir(&folder);
        shell::run(&mut command)
            .with_context(|| format!("{target} fell; where the build went well, its input lies in fuzz/artifacts"))?;
    }
    Ok(())
}

fn targets(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let names = entries.filter_map(|entry| Some(entry.ok()?.path().file_stem()?.to_string_lossy().into_owned()));
    let mut names: Vec<String> = names.collect();
    names.sort();
    Ok(names)
}

/// The cases are the seeds: small documents with one trap each.
fn sow(corpus: &Path) -> Result<()> {
    fs::create_dir_all(corpus)?;
    for seed in glob::glob(&root().join("tests/fixtures/cases/*").to_string_lossy())?.filter_map(Result::ok) {
        if let Some(name) = seed.file_name().filter(|name| !name.to_string_lossy().contains(".expected.")) {
            fs::copy(&seed, corpus.join(name))?;
        }
    }
    Ok(())
}
