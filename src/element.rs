//! One mount on one page: attributes become settings, a shadow root gets its style sheet and its view, and all of it goes
//! again when the element leaves.
//!
//! This room decides how the page and the house talk: attributes in, events and the `state` attribute out. It refuses to
//! know business rules: what a story is, when to ask, what is true now and how it looks are decided elsewhere.

pub mod attributes;
pub mod settings;

#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod clock;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod console;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod emit;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
pub mod exports;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod hooks;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod line;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod mount;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod plain;
#[cfg(feature = "native")]
pub mod prerender;
#[cfg(any(feature = "browser", feature = "native"))]
pub mod present;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod reading;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod style;
#[cfg(all(target_arch = "wasm32", feature = "browser"))]
mod wire;
