//! Newsrail: a live "latest news" rail, a ticker and an article view on any publisher's page.
//!
//! One way through the house: bytes are fetched, decoded into a [`item::Feed`], merged into the store, and shown by
//! Leptos components. `element` wires one mount on one page. ARCHITECTURE.md has the picture.

#[cfg(all(feature = "browser", feature = "native"))]
compile_error!("`browser` and `native` exclude each other: Leptos would panic in its first effect");

pub mod dead;
pub mod decode;
pub mod element;
pub mod fetch;
pub mod item;
pub mod sanitize;
mod sorted;
pub mod store;
pub mod text;

#[cfg(any(feature = "browser", feature = "native"))]
pub mod view;
