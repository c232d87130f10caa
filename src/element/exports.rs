//! What the loader calls. Nothing else of the wasm is reachable from the page.

use super::hooks::{self, Hooks};
use super::mount::Mount;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, ShadowRoot};

thread_local! {
    static MOUNTS: RefCell<Vec<(u32, Mount)>> = const { RefCell::new(Vec::new()) };
}

/// Takes over from the loader; `generation` counts the instances of this page.
#[wasm_bindgen]
pub fn boot(generation: u32, hooks: Hooks) {
    hooks::install(generation, hooks);
}

/// Brings an element to life in `root`.
#[wasm_bindgen]
pub fn connect(key: u32, host: HtmlElement, root: ShadowRoot) {
    let mount = Mount::new(host, &root);
    let begin = mount.as_ref().map(Mount::begin);
    MOUNTS.with_borrow_mut(|mounts| mounts.extend(mount.map(|mount| (key, mount))));
    if let Some(begin) = begin {
        begin();
    }
}

/// The element left the page.
#[wasm_bindgen]
pub fn disconnect(key: u32) {
    // Taken out before it is dropped: dropping runs cleanups, and those may come back here.
    let gone = MOUNTS.with_borrow_mut(|mounts| {
        let at = mounts.iter().position(|(mounted, _)| *mounted == key)?;
        Some(mounts.swap_remove(at))
    });
    drop(gone);
}

/// An attribute changed.
#[wasm_bindgen]
pub fn attributes(key: u32) {
    with(key, Mount::attributes);
}

/// `refresh`, `pause` or `resume`.
#[wasm_bindgen]
pub fn command(key: u32, word: &str) {
    with(key, |mount| mount.command(word));
}

/// The stories on show as plain objects with the names of own JSON.
#[wasm_bindgen]
pub fn items(key: u32) -> JsValue {
    with(key, Mount::items).unwrap_or_else(|| js_sys::Array::new().into())
}

/// How many elements are mounted: for tests of leaks.
#[wasm_bindgen]
pub fn mounted() -> u32 {
    MOUNTS.with_borrow(|mounts| mounts.len() as u32)
}

fn with<T>(key: u32, call: impl FnOnce(&Mount) -> T) -> Option<T> {
    MOUNTS.with(|mounts| {
        mounts.try_borrow().ok()?.iter().find(|(mounted, _)| *mounted == key).map(|(_, mount)| call(mount))
    })
}
