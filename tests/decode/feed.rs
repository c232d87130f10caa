//! Feeds for the tests of decoding: from fixtures, and from JSON written in the test.
#![allow(dead_code, reason = "each test file uses its part")]

use newsrail::decode::{Hint, Source, decode};
use newsrail::item::{Failure, Feed, Time};
use serde_json::Value;

/// Where a document comes from unless a test says otherwise.
pub const URL: &str = "https://gazette.example/feed";

/// Noon of the second of March 2026, the moment the cases are read at.
pub fn noon() -> Time {
    newsrail::decode::date::instant("2026-03-02T12:00:00Z").unwrap()
}

/// A source without headers at [`URL`].
pub fn source() -> Source<'static> {
    Source { url: URL, content_type: None, status: None, hint: Hint::Auto, now: noon() }
}

/// The text of a file below tests/fixtures.
pub fn fixture(path: &str) -> String {
    std::fs::read_to_string(format!("{}/tests/fixtures/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// What a JSON document decodes to.
pub fn read(document: &Value) -> Result<Feed, Failure> {
    decode(document.to_string().as_bytes(), &source())
}
