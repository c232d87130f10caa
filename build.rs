//! Joins style/*.css into the one sheet that every shadow root adopts, without comments and indentation.

use std::{env, fs, path::Path};

/// The order of the cascade.
const SHEETS: [&str; 5] = ["tokens", "base", "rail", "ticker", "article"];

fn main() {
    println!("cargo::rerun-if-changed=style");
    let Some(out) = env::var_os("OUT_DIR") else { return };
    let css: String = SHEETS
        .iter()
        .map(|name| squeeze(&fs::read_to_string(format!("style/{name}.css")).unwrap_or_default()))
        .collect();
    if let Err(error) = fs::write(Path::new(&out).join("newsrail.css"), css) {
        println!("cargo::error=the style sheet could not be written: {error}");
    }
}

/// Drops comments and the white space at line ends; strings in our sheets hold neither.
fn squeeze(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    kept.push_str(rest);
    kept.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |css, line| {
        let needs_space = css.ends_with(|c: char| !"{};,".contains(c)) && !css.is_empty();
        css + if needs_space { " " } else { "" } + line
    })
}
