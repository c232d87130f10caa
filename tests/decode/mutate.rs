//! Documents that were nearly good: the cases, with random damage.

use arbtest::arbitrary::{Result, Unstructured};
use serde_json::Value;

/// What breaks readers: ends of sections, references, schemes, numbers, marks of direction, halves of things.
const SPLINTERS: [&str; 44] = [
    "<",
    ">",
    "&",
    "\"",
    "'",
    "</",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?xml version='1.0' encoding='utf-16'?>",
    "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
    "&amp;",
    "&amp;lt;",
    "&#0;",
    "&#x110000;",
    "&nbsp",
    "&notit;",
    "javascript:alert(1)",
    "data:text/html,x",
    "//",
    "https://",
    "http://[::1",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{ad}",
    "\u{202e}",
    "\u{feff}",
    "\u{fffd}",
    "\u{1f9ff}",
    "{",
    "}",
    "[",
    "]",
    ",",
    "null",
    "-1",
    "1e999",
    "18446744073709551616",
    "\\ud800",
    "Mon, 02 Mar 2026 09:30:00 GMT",
    "9999-12-31T23:59:60-23:59",
];

/// The cases and the recordings, in the order of their names.
pub fn seeds() -> Vec<Vec<u8>> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");
    let folders = ["cases", "simple", "wordpress"].map(|folder| std::fs::read_dir(format!("{root}{folder}")).unwrap());
    let mut paths: Vec<_> = folders.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.to_string_lossy();
        // Pages of 200 KB cost many small mutants each.
        !name.contains("expected") && !name.ends_with(".md") && path.metadata().unwrap().len() < 40_000
    });
    paths.sort();
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// One of `seeds` with some damage; every other JSON document stays JSON.
pub fn mutant(u: &mut Unstructured<'_>, seeds: &[Vec<u8>]) -> Result<Vec<u8>> {
    let seed = u.choose(seeds)?;
    if u.ratio(1, 2)?
        && let Ok(mut value) = serde_json::from_slice::<Value>(seed)
    {
        let donor = serde_json::from_slice(u.choose(seeds)?).unwrap_or(Value::Null);
        for _ in 0..u.int_in_range(1..=6)? {
            graft(u, &mut value, &donor)?;
        }
        return Ok(value.to_string().into_bytes());
    }
    let mut bytes = seed.clone();
    for _ in 0..u.int_in_range(1..=8)? {
        damage(u, &mut bytes, seeds)?;
    }
    Ok(bytes)
}

/// `words`, splinters and random letters, a dozen at most.
pub fn soup(u: &mut Unstructured<'_>, words: &[&str]) -> Result<String> {
    let mut out = String::new();
    for _ in 0..u.int_in_range(1..=12)? {
        if u.ratio(1, 4)? {
            out.push(u.arbitrary()?);
        } else if u.ratio(1, 4)? {
            out.push_str(u.choose(&SPLINTERS)?);
        } else {
            out.push_str(u.choose(words)?);
        }
    }
    Ok(out)
}

fn damage(u: &mut Unstructured<'_>, bytes: &mut Vec<u8>, seeds: &[Vec<u8>]) -> Result<()> {
    let from = u.int_in_range(0..=bytes.len())?;
    let to = u.int_in_range(from..=bytes.len().min(from + 400))?;
    match u.int_in_range(0..=5)? {
        0 => drop(bytes.drain(from..to)),
        1 => bytes.truncate(from),
        2 => {
            let piece = bytes[from..to].to_vec();
            let at = u.int_in_range(0..=bytes.len())?;
            drop(bytes.splice(at..at, piece));
        }
        3 => {
            let other = u.choose(seeds)?;
            let start = u.int_in_range(0..=other.len())?;
            let end = (start + 400).min(other.len());
            drop(bytes.splice(from..to, other[start..end].iter().copied()));
        }
        4 if from < bytes.len() => bytes[from] = u.arbitrary()?,
        _ => drop(bytes.splice(from..from, u.choose(&SPLINTERS)?.bytes())),
    }
    Ok(())
}

/// Puts something else in the place of a random node.
fn graft(u: &mut Unstructured<'_>, value: &mut Value, donor: &Value) -> Result<()> {
    let deeper = !u.ratio(1, 6)?;
    match value {
        Value::Array(list) if deeper && !list.is_empty() => {
            let at = u.choose_index(list.len())?;
            graft(u, &mut list[at], donor)
        }
        Value::Object(fields) if deeper && !fields.is_empty() => {
            let at = u.choose_index(fields.len())?;
            graft(u, fields.values_mut().nth(at).unwrap(), donor)
        }
        node => {
            *node = scion(u, node, donor)?;
            Ok(())
        }
    }
}

fn scion(u: &mut Unstructured<'_>, old: &Value, donor: &Value) -> Result<Value> {
    Ok(match u.int_in_range(0..=8)? {
        0 => Value::Null,
        1 => Value::Bool(u.arbitrary()?),
        2 => Value::from(u.arbitrary::<i64>()?),
        3 => Value::from(u.arbitrary::<f64>()?),
        4 => Value::Array(vec![old.clone(), old.clone()]),
        5 => {
            let name = *u.choose(&["url", "name", "rendered", "@id", "id"])?;
            Value::Object([(name.to_owned(), old.clone())].into_iter().collect())
        }
        6 => donor.clone(),
        _ => {
            let words = ["https://a.example/", "wörd ", "<p>"];
            Value::from(old.as_str().unwrap_or_default().to_owned() + &soup(u, &words)?)
        }
    })
}
