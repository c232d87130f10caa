//! One tool in one version, as a package of cargo or npm, in a folder of its own: `tools/NAME-VERSION`.

use super::cache;
use crate::shell;
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where a package comes from.
#[derive(Clone, Copy)]
pub(crate) enum Source {
    /// Compiled from source; `locked` with the dependencies its authors tested.
    Cargo { locked: bool },
    /// Runs on Node.
    Npm,
}

/// A tool in one version.
pub(crate) struct Tool {
    package: &'static str,
    version: String,
    program: &'static str,
    source: Source,
    home: PathBuf,
}

impl Tool {
    pub(crate) fn new(package: &'static str, version: &str, program: &'static str, source: Source) -> Self {
        // Without a home nothing is found and `ensure` says why.
        let home = cache::folder().unwrap_or_default().join("tools").join(format!("{package}-{version}"));
        Self { package, version: version.to_owned(), program, source, home }
    }

    /// Name and version, for people.
    pub(crate) fn title(&self) -> String {
        format!("{} {}", self.package, self.version)
    }

    /// The folder with its programs.
    pub(crate) fn folder(&self) -> PathBuf {
        self.home.join(self.programs())
    }

    /// A program of the package by name.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        let folder = self.folder();
        which::which_in(name, Some(&folder), ".").unwrap_or_else(|_| folder.join(name))
    }

    /// The installed program.
    ///
    /// # Errors
    /// When it is not installed.
    pub(crate) fn present(&self) -> Result<PathBuf> {
        let path = self.program(self.program);
        if path.is_file() { Ok(path) } else { bail!("{} is missing: run `cargo xtask tools`", self.title()) }
    }

    /// The program, installed if it is missing.
    ///
    /// # Errors
    /// When the package cannot be had or does not build.
    pub(crate) fn ensure(&self) -> Result<PathBuf> {
        if self.present().is_err() {
            self.install().with_context(|| format!("{} could not be installed", self.title()))?;
        }
        self.present()
    }

    /// Into a folder beside, which takes its name only when it is whole: an interrupted install is no install.
    fn install(&self) -> Result<()> {
        let cache = cache::folder()?;
        let unfinished = cache.join("tools").join(format!(".unfinished-{}-{}", self.package, self.version));
        let scratch = cache.join(format!("build-{}", self.package));
        println!("\ninstalling {} into {}", self.title(), self.home.display());
        start_afresh(&unfinished)?;
        let installed = shell::run(&mut match self.source {
            Source::Cargo { locked } => self.by_cargo(&unfinished, &scratch, locked),
            Source::Npm => self.by_npm(&unfinished)?,
        });
        // Gigabytes that nobody needs again, after a failure too.
        let _ = fs::remove_dir_all(&scratch);
        installed?;
        if self.home.exists() {
            fs::remove_dir_all(&self.home)?;
        }
        fs::rename(&unfinished, &self.home).with_context(|| format!("{} cannot be named", self.home.display()))
    }

    fn by_cargo(&self, into: &Path, scratch: &Path, locked: bool) -> Command {
        let mut command = shell::cargo(["install", self.package, "--version", &self.version]);
        command.arg("--root").arg(into).arg("--target-dir").arg(scratch);
        if locked {
            command.arg("--locked");
        }
        command
    }

    fn by_npm(&self, into: &Path) -> Result<Command> {
        let npm = which::which("npm").context("npm is missing: install Node.js with npm")?;
        let mut command = shell::program(npm);
        command.args(["install", "--no-audit", "--no-fund", "--save-exact", "--prefix"]).arg(into);
        command.arg(format!("{}@{}", self.package, self.version));
        Ok(command)
    }

    fn programs(&self) -> &'static str {
        match self.source {
            Source::Cargo { .. } => "bin",
            Source::Npm => "node_modules/.bin",
        }
    }
}

fn start_afresh(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tool_that_is_not_installed_says_how_to_get_it() {
        let tool = Tool::new("no-such-tool", "1.2.3", "no-such-tool", Source::Npm);
        let error = tool.present().unwrap_err();
        assert_eq!(error.to_string(), "no-such-tool 1.2.3 is missing: run `cargo xtask tools`");
    }

    #[test]
    fn each_version_has_a_folder_of_its_own() {
        let tool = Tool::new("trunk", "0.21.14", "trunk", Source::Cargo { locked: true });
        assert!(tool.folder().ends_with("tools/trunk-0.21.14/bin"), "{}", tool.folder().display());
    }
}
