//! An address, and on the line below it the one it is relative to.
#![no_main]

#[path = "../../tests/decode/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let (url, base) = text.split_once('\n').unwrap_or((text, "https://gazette.example/a/b?c#d"));
    invariants::urls(url, base);
});
