//! What a publisher and a reader may rely on, in three engines.
#![allow(clippy::indexing_slicing, reason = "a test that indexes past the end fails, as it should")]

mod article;
mod bad_input;
mod embedding;
mod formats;
mod harness;
mod languages;
mod mount;
mod news;
mod outage;
mod policy;
mod rebirth;
mod settings;
mod stillness;
mod ticker;
mod wordpress;

/// The feeds the newsroom serves in Russian.
const RUSSIAN: &str = "/feeds/ru/simple.json";
/// In English, for tests that read the interface's words.
const ENGLISH: &str = "/feeds/en/simple.json";
