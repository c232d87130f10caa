//! A document, as it comes off the wire.
#![no_main]

#[path = "../../tests/decode/invariants.rs"]
mod invariants;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| invariants::decoding(bytes, &invariants::source()));
