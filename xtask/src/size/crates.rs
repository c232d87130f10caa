//! Bytes per crate, from the symbols of a wasm. A rough guide: generic code counts for the crate that wrote it.

use anyhow::{Context, Result};
use serde_json::Value;
use std::collections::BTreeMap;

const ROWS: usize = 25;

/// The largest crates in a list of symbols as `twiggy top --format json` prints it.
///
/// # Errors
/// When the list is not of that shape.
pub(crate) fn table(symbols: &str) -> Result<String> {
    let symbols: Value = serde_json::from_str(symbols).context("twiggy printed no JSON")?;
    let mut sums = BTreeMap::<String, u64>::new();
    for symbol in symbols.as_array().context("twiggy printed no list")? {
        let name = symbol.get("name").and_then(Value::as_str).unwrap_or_default();
        let bytes = symbol.get("shallow_size").and_then(Value::as_u64).unwrap_or_default();
        *sums.entry(crate_of(name).unwrap_or("(data, names, glue)").to_owned()).or_default() += bytes;
    }
    let mut rows: Vec<_> = sums.into_iter().collect();
    rows.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let rows = rows.into_iter().take(ROWS).map(|(name, bytes)| format!("{bytes:>9}  {name}\n"));
    Ok(std::iter::once("    bytes  crate\n".to_owned()).chain(rows).collect())
}

/// The first word before `::`. Compiler hashes (`name[1a2b]::`) are passed over; `<impl Trait for Type>` counts for the trait.
fn crate_of(symbol: &str) -> Option<&str> {
    let (path, _) = symbol.split_once("::")?;
    let path = path.split_once('[').map_or(path, |(name, _)| name);
    let word = path.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next()?;
    (!word.is_empty()).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_crate_is_the_first_word_of_a_path() {
        assert_eq!(crate_of("newsrail::decode::decode::h4464"), Some("newsrail"));
        assert_eq!(
            crate_of("<dlmalloc[e24a]::dlmalloc::Dlmalloc<dlmalloc[e24a]::sys::System>>::malloc"),
            Some("dlmalloc")
        );
        assert_eq!(crate_of("<&mut T as core::fmt::Write>::write_str::h1"), Some("core"));
        assert_eq!(crate_of("data segment \".rodata\""), None);
    }

    #[test]
    fn symbols_of_one_crate_are_added_up() {
        let symbols =
            r#"[{"name":"a::x","shallow_size":5},{"name":"b::y","shallow_size":9},{"name":"a::z","shallow_size":6}]"#;
        assert_eq!(table(symbols).unwrap(), "    bytes  crate\n       11  a\n        9  b\n");
    }
}
