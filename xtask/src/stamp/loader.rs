//! The names that the hand-written loader leaves open.

use super::modules::Module;
use anyhow::{Result, bail};

/// Puts the parts into their places: a line that is a comment with a part's name and nothing else.
///
/// # Errors
/// When `read` has no such part.
pub(crate) fn join(source: &str, read: impl Fn(&str) -> Result<String>) -> Result<String> {
    let mut whole = String::with_capacity(source.len());
    for line in source.lines() {
        let part = line.trim().strip_prefix("/* ").and_then(|rest| rest.strip_suffix(" */"));
        whole.push_str(&part.map_or_else(|| Ok(line.to_owned()), &read)?);
        whole.push('\n');
    }
    Ok(whole)
}

/// Writes the names into the loader's source.
///
/// # Errors
/// When the source lacks one of them, or leaves one open that nobody fills.
pub(crate) fn fill(source: &str, main: &Module, markup: &Module, version: &str) -> Result<String> {
    let mut filled = source.to_owned();
    let names = [
        ("@GLUE@", main.glue.as_str()),
        ("@WASM@", &main.wasm),
        ("@MARKUP_GLUE@", &markup.glue),
        ("@MARKUP_WASM@", &markup.wasm),
        ("@VERSION@", version),
    ];
    for (open, value) in names {
        if !filled.contains(open) {
            bail!("the loader does not say {open}");
        }
        filled = filled.replace(open, value);
    }
    match left_open(&filled) {
        Some(name) => bail!("the loader says @{name}@, which nothing fills"),
        None => Ok(filled),
    }
}

/// The first name between @ signs outside comment lines.
fn left_open(source: &str) -> Option<&str> {
    let code = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.flat_map(|line| line.split('@').skip(1))
        .find(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase() || b"-_".contains(&byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &str = "'@GLUE@@WASM@@MARKUP_GLUE@@MARKUP_WASM@@VERSION@'";

    fn filled(source: &str) -> Result<String> {
        let module = |name: &str| Module { glue: format!("v1/{name}.js"), wasm: format!("v1/{name}.wasm") };
        fill(source, &module("n"), &module("m"), "1.0.0")
    }

    #[test]
    fn every_place_of_a_name_is_filled() {
        let source = "a('@GLUE@', '@WASM@'); b('@WASM@'); c('@MARKUP_GLUE@', '@MARKUP_WASM@'); v = '@VERSION@'";
        let expected = "a('v1/n.js', 'v1/n.wasm'); b('v1/n.wasm'); c('v1/m.js', 'v1/m.wasm'); v = '1.0.0'";
        assert_eq!(filled(source).unwrap(), expected);
    }

    #[test]
    fn a_part_comes_where_its_name_stands() {
        let whole = join("a\n  /* b.js */\nc /* d */", |name| Ok(format!("<{name}>"))).unwrap();
        assert_eq!(whole, "a\n<b.js>\nc /* d */\n");
    }

    #[test]
    fn a_loader_without_a_name_is_refused() {
        let error = filled(&ALL.replace("@VERSION@", "")).unwrap_err();
        assert!(error.to_string().contains("@VERSION@"), "{error}");
    }

    #[test]
    fn a_name_that_nobody_knows_is_refused() {
        let error = filled(&format!("{ALL} + '@HASH@'")).unwrap_err();
        assert!(error.to_string().contains("@HASH@"), "{error}");
    }

    #[test]
    fn mail_addresses_and_comments_are_no_names() {
        assert!(filled(&format!("// @LATER@\n{ALL} + 'desk@courier.example @x@'")).is_ok());
    }
}
