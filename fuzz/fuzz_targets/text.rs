//! A field that is text or HTML.
#![no_main]

#[path = "../../tests/decode/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| invariants::texts(text));
