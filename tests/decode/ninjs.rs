//! Stories written as ninjs in the test.
#![allow(dead_code, reason = "each test file uses its part")]

use crate::feed;
use newsrail::decode::{Hint, Source, decode};
use newsrail::item::{Feed, Item};
use serde_json::{Value, json};

/// What a document decodes to that is said to be ninjs.
pub fn stories(document: &Value) -> Feed {
    decode(document.to_string().as_bytes(), &Source { hint: Hint::Ninjs, ..feed::source() }).unwrap()
}

/// A story with these fields.
pub fn story(fields: Value) -> Item {
    let mut document = json!({"uri": "urn:w:1"});
    document.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    stories(&document).items.remove(0)
}
