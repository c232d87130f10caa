//! Packages of Debian and its children. Elsewhere, and where we may not install, what is missing is only named.

use super::in_ci;
use crate::shell::{self, program};
use anyhow::{Context, Result, bail};
use std::process::Command;

/// How to see that a package is there.
enum Sign {
    /// One of these programs, whoever brought it.
    Program(&'static [&'static str]),
    /// A file matching one of these patterns.
    File(&'static [&'static str]),
}

struct Package {
    name: &'static str,
    sign: Sign,
}

const fn program_of(name: &'static str, programs: &'static [&'static str]) -> Package {
    Package { name, sign: Sign::Program(programs) }
}

const fn font(name: &'static str, files: &'static [&'static str]) -> Package {
    Package { name, sign: Sign::File(files) }
}

const NODE: [Package; 2] = [program_of("nodejs", &["node"]), program_of("npm", &["npm"])];

/// Fonts too: without them screenshots show boxes where Arabic should stand. valgrind counts the instructions of a decoder.
const TESTS: [Package; 9] = [
    program_of("chromium", super::browsers::CHROMIUM),
    program_of("chromium-driver", &["chromedriver"]),
    program_of("firefox-esr", super::browsers::FIREFOX),
    program_of("webkit2gtk-driver", &["WebKitWebDriver"]),
    program_of("xvfb", &["Xvfb"]),
    font("fonts-noto-core", &["/usr/share/fonts/**/NotoSansArabic-Regular.*"]),
    font("fonts-noto-cjk", &["/usr/share/fonts/**/NotoSansCJK-Regular.*"]),
    program_of("valgrind", &["valgrind"]),
    font("fonts-noto-color-emoji", &["/usr/share/fonts/**/NotoColorEmoji.*"]),
];

/// Node runs wasm-opt and the minifier.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn ensure_node() -> Result<()> {
    let missing = missing(&NODE);
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing).context("Node.js with npm is needed: it runs wasm-opt and the minifier")
}

/// What tests run besides our own programs: browsers, their drivers and fonts, a counter of instructions.
///
/// # Errors
/// On a build server, when something is missing and cannot be installed.
pub(crate) fn ensure_for_tests() -> Result<()> {
    if !cfg!(target_os = "linux") {
        return Ok(());
    }
    let missing = missing(&TESTS);
    if missing.is_empty() {
        return Ok(());
    }
    match install(&missing) {
        Err(error) if !in_ci() => {
            println!("not installed: {} ({error:#})", missing.join(", "));
            Ok(())
        }
        done => done,
    }
}

fn missing(packages: &[Package]) -> Vec<&'static str> {
    packages.iter().filter(|package| !is_there(&package.sign)).map(|package| package.name).collect()
}

fn is_there(sign: &Sign) -> bool {
    match sign {
        Sign::Program(names) => names.iter().any(|name| which::which(name).is_ok()),
        Sign::File(patterns) => {
            patterns.iter().any(|pattern| glob::glob(pattern).is_ok_and(|mut found| found.any(|file| file.is_ok())))
        }
    }
}

fn install(packages: &[&str]) -> Result<()> {
    let Some(prefix) = may_install() else {
        bail!("install {} with your system's package manager", packages.join(", "));
    };
    shell::run(apt(prefix).arg("update"))?;
    shell::run(apt(prefix).args(["install", "--yes", "--no-install-recommends"]).args(packages))
}

/// The words before `apt-get`, or nothing where it may not be used. A password is never asked for.
fn may_install() -> Option<&'static [&'static str]> {
    which::which("apt-get").ok()?;
    if shell::output(program("id").arg("-u")).is_ok_and(|id| id.trim() == "0") {
        return Some(&[]);
    }
    shell::output(program("sudo").args(["-n", "true"])).ok().map(|_| ["sudo", "-n"].as_slice())
}

fn apt(prefix: &[&str]) -> Command {
    // `env`, because sudo keeps no variables.
    let mut words = prefix.iter().copied().chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = program(words.next().unwrap_or("env"));
    command.args(words);
    command
}
