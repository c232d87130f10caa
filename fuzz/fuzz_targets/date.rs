//! A field that ought to be a date.
#![no_main]

#[path = "../../tests/decode/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|text: &str| invariants::dates(text));
