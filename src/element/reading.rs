//! From bytes to a feed, by whichever module reads that format.
//!
//! This file decides who reads: this module first; what it does not know goes to the second one, whose word is final.

use super::hooks;
use crate::decode::{Hint, Source, decode, relay};
use crate::fetch::ask::within;
use crate::item::{Code, Failure, Feed};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Milliseconds; a slow line carries the module in half of it.
const ARRIVES_WITHIN: u32 = 60_000;

/// Reads a feed. `format` is a word of the attribute of that name; it wins over the hint in `source`.
///
/// # Errors
/// As [`decode`]; `wasm-failed` where the second module does not arrive, `crashed` where it stops at these bytes.
pub async fn read(bytes: &[u8], format: &str, source: Source<'_>) -> Result<Feed, Failure> {
    let source = Source { hint: Hint::from_word(format), ..source };
    match decode(bytes, &source) {
        Err(failure) if failure.code == Code::Unsupported => {}
        read => return read,
    }
    let Some(promise) = hooks::read(bytes, format, &source) else {
        return Err(Failure::new(Code::WasmFailed, "the loader is gone"));
    };
    // Nothing is asked while an answer is being read, so a module that never arrives must not silence the feed.
    let read = within(ARRIVES_WITHIN, JsFuture::from(promise)).await;
    let late = || Failure::new(Code::WasmFailed, "the module for this format did not arrive within a minute");
    let text = read.ok_or_else(late)?.map_err(|error| stopped(&error))?;
    relay::unpack(&text.as_string().unwrap_or_default(), &source)
}

/// The loader rejects with words, or with a number where the module died.
fn stopped(error: &JsValue) -> Failure {
    match error.as_string() {
        Some(words) => {
            Failure::new(Code::WasmFailed, ["the module for this format did not start (", &words, ")"].concat())
        }
        None => Failure::new(Code::Crashed, "the module for this format stopped at this answer; what was shown stays"),
    }
}
