//! The second module: reads what the first one does not, in an instance of its own.
//!
//! A page loads it only when a feed is XML, HTML or one of the rarer JSON formats. It shares no state with the first
//! module: bytes go in, own JSON comes out, and a panic in here costs one answer instead of every element.

#![cfg(target_arch = "wasm32")]

use newsrail::decode::{Hint, Source, decode as read, relay};
use newsrail::item::Time;
use wasm_bindgen::prelude::wasm_bindgen;

/// Reads a feed; see [`relay`] for what comes back. `format` is a word of the attribute of that name, `now` milliseconds
/// since 1970 by the clock that decides embargoes.
#[wasm_bindgen]
pub fn decode(bytes: &[u8], format: &str, url: &str, content_type: Option<String>, status: u16, now: f64) -> String {
    #[cfg(feature = "test-hooks")]
    test_panic(bytes);
    let source = Source {
        url,
        content_type: content_type.as_deref(),
        status: (status > 0).then_some(status),
        hint: Hint::from_word(format),
        now: Time::from_timestamp_millis(now as i64).unwrap_or_default(),
    };
    relay::pack(read(bytes, &source))
}

#[cfg(feature = "test-hooks")]
#[expect(clippy::panic, reason = "the seam that lets a test see what a panic in here costs")]
fn test_panic(bytes: &[u8]) {
    if bytes.starts_with(b"<test-panic") {
        panic!("asked for by a test");
    }
}
