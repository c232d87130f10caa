//! When and how to ask for a feed.
//!
//! This room decides the schedule (a pure state machine), what a request looks like, and how a browser's many ways to
//! fail become one [`crate::item::Failure`]. It refuses to know formats: bytes go out as they came in.

pub mod request_url;
pub mod schedule;

#[cfg(all(target_arch = "wasm32", feature = "browser"))]
pub mod ask;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
pub mod page;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
pub mod poller;

pub use request_url::request_url;
