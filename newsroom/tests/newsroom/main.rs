//! The newsroom as a client sees it: every test speaks HTTP over a plain socket, so that what is broken on the wire shows.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "every file here is a test, also the helpers that the lints do not see as such"
)]

mod client;
mod faults;
mod feeds;
mod formats;
mod log;
mod orders;
mod pages;
mod wordpress;
