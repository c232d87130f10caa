//! The licences of everything that ends up in the wasm, as their authors ask: the texts travel with the copy.

use crate::shell::{self, cargo};
use crate::workspace::{WASM, root};
use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

const OURS: [&str; 2] = ["LICENSE-MIT", "LICENSE-APACHE"];
const HEAD: &str = "Newsrail is offered under the MIT licence or the Apache License 2.0, at your choice. Its WebAssembly contains the\n\
    crates listed below and the Rust standard library (MIT OR Apache-2.0, Copyright The Rust Project Developers). Numbers\n\
    refer to the texts that follow.\n";

/// A crate, the licence it names, and the texts it ships.
struct Bundled {
    title: String,
    licence: String,
    texts: Vec<String>,
}

/// The whole file.
///
/// # Errors
/// When cargo cannot say what is bundled, or our own texts are missing.
pub(crate) fn text() -> Result<String> {
    let own =
        OURS.iter().map(|name| fs::read_to_string(root().join(name)).with_context(|| format!("{name} is missing")));
    Ok(write(&own.collect::<Result<Vec<_>>>()?, &bundled()?))
}

fn write(own: &[String], bundled: &[Bundled]) -> String {
    let mut numbers = BTreeMap::new();
    let mut texts = Vec::new();
    let mut number = |text: &str| {
        *numbers.entry(normal(text)).or_insert_with(|| {
            texts.push(text.trim().to_owned());
            texts.len()
        })
    };
    let mut list = String::new();
    for text in own {
        number(text);
    }
    for one in bundled {
        let refers: BTreeSet<usize> = one.texts.iter().map(|text| number(text)).collect();
        let refers: Vec<String> = refers.iter().map(usize::to_string).collect();
        list += format!("{}: {} [{}]", one.title, one.licence, refers.join(", ")).trim_end_matches(" []");
        list.push('\n');
    }
    let rule = "-".repeat(100);
    let texts = texts.iter().enumerate().map(|(index, text)| format!("\n{rule}\n[{}]\n\n{text}\n", index + 1));
    format!("{HEAD}\n{list}{}", texts.collect::<String>())
}

/// Equal but for white space is equal.
fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn bundled() -> Result<Vec<Bundled>> {
    // Procedural macros and build scripts run at home and leave nothing of themselves in the wasm.
    let wanted = ["tree", "-p", "newsrail", "--features", "browser", "--target", WASM];
    let tree =
        shell::output(cargo(wanted).args(["-e", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}"]))?;
    let inside = crates(&tree);
    let all = shell::output(&mut cargo([
        "metadata",
        "--format-version",
        "1",
        "--filter-platform",
        WASM,
        "--features",
        "browser",
    ]))?;
    let all: Value = serde_json::from_str(&all).context("cargo metadata printed no JSON")?;
    let packages = all.get("packages").and_then(Value::as_array).context("cargo metadata lists no packages")?;
    let mut found: Vec<Bundled> = packages.iter().filter_map(|package| of_package(package, &inside)).collect();
    found.sort_by(|one, other| one.title.cmp(&other.title));
    Ok(found)
}

/// `name version` of each line `name vVERSION (path or mark)`; our own crate is not a guest.
fn crates(tree: &str) -> BTreeSet<String> {
    let title = |line: &str| {
        let mut words = line.split_whitespace();
        Some(format!("{} {}", words.next()?, words.next()?.strip_prefix('v')?))
    };
    tree.lines().filter_map(title).filter(|title| !title.starts_with("newsrail ")).collect()
}

fn of_package(package: &Value, inside: &BTreeSet<String>) -> Option<Bundled> {
    let field = |name: &str| package.get(name).and_then(Value::as_str);
    let title = format!("{} {}", field("name")?, field("version")?);
    if !inside.contains(&title) {
        return None;
    }
    let texts = texts_in(Path::new(field("manifest_path")?).parent()?);
    Some(Bundled { title, licence: field("license").unwrap_or("see text").to_owned(), texts })
}

fn texts_in(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> =
        fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let named = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"].iter().any(|start| name.starts_with(start))
    };
    files.iter().filter(|path| named(path)).filter_map(|path| fs::read_to_string(path).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crates_are_read_from_the_tree_without_our_own() {
        let tree = "newsrail v0.1.0 (/here)\nitoa v1.0.15\nserde v1.0.1 (*)\nitoa v1.0.15\n";
        assert_eq!(crates(tree).into_iter().collect::<Vec<_>>(), ["itoa 1.0.15", "serde 1.0.1"]);
    }

    #[test]
    fn the_same_text_is_printed_once() {
        let one =
            |title: &str, text: &str| Bundled { title: title.into(), licence: "MIT".into(), texts: vec![text.into()] };
        let file = write(
            &["Ours".into()],
            &[one("a 1", "Do  what\nyou like"), one("b 2", "Do what you like\n"), one("c 3", "ours")],
        );
        assert!(file.contains("a 1: MIT [2]\nb 2: MIT [2]\nc 3: MIT [3]\n"), "{file}");
        assert_eq!(file.matches("you like").count(), 1, "{file}");
    }

    #[test]
    fn a_crate_that_ships_no_text_still_names_its_licence() {
        let file = write(&[], &[Bundled { title: "a 1".into(), licence: "MIT".into(), texts: vec![] }]);
        assert!(file.contains("\na 1: MIT\n"), "{file}");
    }
}
