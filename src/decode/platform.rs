//! What the platform brings so that the wasm need not carry it: URL parsing and legacy charsets.
//!
//! This file decides the shape of the twins. The native one uses crates, the browser one the page's own objects; both
//! follow the same WHATWG standards, so a test of one speaks for the other.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub(crate) use browser::Browser as Here;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use native::Native as Here;

/// The two services, and whether anybody reads remarks.
pub(crate) trait Platform {
    /// Remarks on a document are for `newsrail check`. Readers never see them, so their words stay out of the wasm.
    const REMARKS: bool;

    /// `url` against `base` by the URL standard, serialised; a `base` that is no URL serves absolute ones alone.
    fn resolve(url: &str, base: &str) -> Option<String>;

    /// `bytes` as text by a label of the Encoding standard, with replacements; `None` for an unknown label.
    fn text(label: &str, bytes: &[u8]) -> Option<String>;
}
