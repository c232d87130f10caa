//! The names that the hand-written loader leaves open.

use anyhow::{Result, bail};

/// Writes the names into the loader's source.
///
/// # Errors
/// When the source lacks one of the three, or leaves one open that nobody fills.
pub(crate) fn fill(source: &str, glue: &str, wasm: &str, version: &str) -> Result<String> {
    let mut filled = source.to_owned();
    for (open, value) in [("@GLUE@", glue), ("@WASM@", wasm), ("@VERSION@", version)] {
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
        .find(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_of_a_name_is_filled() {
        let filled =
            fill("a('@GLUE@', '@WASM@'); b('@WASM@'); v = '@VERSION@'", "v1/g.js", "v1/w.wasm", "1.0.0").unwrap();
        assert_eq!(filled, "a('v1/g.js', 'v1/w.wasm'); b('v1/w.wasm'); v = '1.0.0'");
    }

    #[test]
    fn a_loader_without_a_name_is_refused() {
        let error = fill("'@GLUE@' '@WASM@'", "g", "w", "1").unwrap_err();
        assert!(error.to_string().contains("@VERSION@"), "{error}");
    }

    #[test]
    fn a_name_that_nobody_knows_is_refused() {
        let error = fill("'@GLUE@@WASM@@VERSION@' + '@HASH@'", "g", "w", "1").unwrap_err();
        assert!(error.to_string().contains("@HASH@"), "{error}");
    }

    #[test]
    fn mail_addresses_and_comments_are_no_names() {
        assert!(fill("// @LATER@\n'@GLUE@@WASM@@VERSION@' + 'desk@courier.example @x@'", "g", "w", "1").is_ok());
    }
}
