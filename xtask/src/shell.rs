//! Running other programs: every command is shown before it runs, its output passes through, and silence is broken.

use anyhow::{Context, Result, bail};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

/// wasm-opt and link-time optimisation say nothing for this long and longer.
const SILENCE: Duration = Duration::from_secs(20);
const LOOK_AGAIN: Duration = Duration::from_millis(40);

/// A command in the project's root. Resolved by hand, because npm's programs are `.cmd` files on Windows.
pub(crate) fn program(name: impl AsRef<OsStr>) -> Command {
    let path = which::which(name.as_ref()).unwrap_or_else(|_| PathBuf::from(name.as_ref()));
    let mut command = Command::new(path);
    command.current_dir(crate::workspace::root());
    command
}

/// `cargo` with these arguments.
pub(crate) fn cargo<const N: usize>(args: [&str; N]) -> Command {
    let mut command = program("cargo");
    command.args(args);
    command
}

/// Runs to the end with its output passed through.
///
/// # Errors
/// When it cannot be started or ends with anything but 0.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = show(command);
    println!("\n$ {shown}");
    let started = Instant::now();
    let child = command.spawn().with_context(|| format!("{shown}: could not be started"))?;
    let status = watch(child, &shown, started)?;
    println!("  {} ({shown})", spoken(started.elapsed()));
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// Runs quietly and returns what it printed.
///
/// # Errors
/// When it cannot be started, fails (its own words are in the message) or prints no UTF-8.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let shown = show(command);
    let done = command.stdin(Stdio::null()).output().with_context(|| format!("{shown}: could not be started"))?;
    if !done.status.success() {
        bail!("`{shown}` ended with {}: {}", done.status, String::from_utf8_lossy(&done.stderr).trim());
    }
    String::from_utf8(done.stdout).with_context(|| format!("{shown}: printed something that is not text"))
}

/// Puts `folders` before everything else on the command's PATH.
///
/// # Errors
/// When a folder's name cannot stand in PATH.
pub(crate) fn with_path(command: &mut Command, folders: &[PathBuf]) -> Result<()> {
    let old = std::env::var_os("PATH").unwrap_or_default();
    let path: OsString = std::env::join_paths(folders.iter().cloned().chain(std::env::split_paths(&old)))
        .context("the tool cache lies in a folder whose name cannot stand in PATH")?;
    command.env("PATH", path);
    Ok(())
}

/// Minutes and seconds, as people read a clock; below ten seconds with a tenth.
pub(crate) fn spoken(time: Duration) -> String {
    match time.as_secs() {
        0..10 => format!("{:.1} s", time.as_secs_f32()),
        10..60 => format!("{} s", time.as_secs()),
        seconds => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

fn watch(mut child: Child, shown: &str, started: Instant) -> Result<ExitStatus> {
    let mut spoke = started;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if spoke.elapsed() >= SILENCE {
            spoke = Instant::now();
            eprintln!("  … {} in `{shown}`", spoken(started.elapsed()));
        }
        sleep(LOOK_AGAIN);
    }
}

fn show(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_spoken_as_on_a_clock() {
        assert_eq!(spoken(Duration::from_millis(3_240)), "3.2 s");
        assert_eq!(spoken(Duration::from_secs(42)), "42 s");
        assert_eq!(spoken(Duration::from_secs(125)), "2 min 05 s");
    }

    #[test]
    fn a_command_is_shown_without_the_folders_of_its_program() {
        let mut command = Command::new("/somewhere/bin/trunk");
        command.args(["build", "--release"]);
        assert_eq!(show(&command), "trunk build --release");
    }

    #[test]
    fn a_failing_program_is_named() {
        let error = run(program("cargo").arg("no-such-subcommand").stderr(Stdio::null())).unwrap_err();
        assert!(error.to_string().contains("cargo no-such-subcommand"), "{error}");
    }
}
