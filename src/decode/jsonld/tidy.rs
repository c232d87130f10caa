//! One spelling for the many that JSON-LD allows.
//!
//! This file decides that `schema:headline` and `http://schema.org/headline` are `headline`, that a value is what its
//! `@value`, `@list` or `@set` holds, and that references in strings are decoded once: publishers write them into
//! headlines, addresses and names alike. It refuses to know what a property means.

use crate::decode::references::decode_references;
use serde_json::{Map, Value};

/// `value` with plain names and plain values.
pub(super) fn tidy(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(decode_references(&text)),
        Value::Array(list) => list.into_iter().map(tidy).collect(),
        Value::Object(fields) => object(fields),
        other => other,
    }
}

fn object(mut fields: Map<String, Value>) -> Value {
    let holder = ["@value", "@list", "@set"].into_iter().find(|key| fields.contains_key(*key));
    if let Some(held) = holder.and_then(|key| fields.get_mut(key)) {
        // Taken, not removed: taking an entry out of a tree of entries is code for kilobytes.
        return tidy(held.take());
    }
    let mut out = Map::new();
    for (key, value) in fields {
        let value = tidy(value);
        let value = if key == "@type" { types(value) } else { value };
        out.insert(local(&key).to_owned(), value);
    }
    Value::Object(out)
}

fn types(value: Value) -> Value {
    match value {
        Value::String(name) => local(&name).into(),
        Value::Array(list) => list.into_iter().map(types).collect(),
        other => other,
    }
}

fn local(name: &str) -> &str {
    match name.split_once("schema.org/") {
        Some((_, local)) => local,
        None => name.strip_prefix("schema:").unwrap_or(name),
    }
}
