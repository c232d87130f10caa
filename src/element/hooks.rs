//! What the loader lends to the program: the only way out besides events.

use crate::decode::Source;
use js_sys::{Promise, Uint8Array};
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use web_sys::{Response, ResponseInit};

#[wasm_bindgen]
extern "C" {
    /// Handed over at boot; functions of `public/newsrail.js`.
    #[derive(Clone)]
    pub type Hooks;

    #[wasm_bindgen(method)]
    fn died(this: &Hooks, generation: u32, message: &str);

    #[wasm_bindgen(method)]
    fn take(this: &Hooks, url: &str) -> Option<Promise>;

    #[wasm_bindgen(method)]
    fn read(
        this: &Hooks,
        bytes: &Uint8Array,
        format: &str,
        url: &str,
        content_type: Option<&str>,
        status: u16,
        now: f64,
    ) -> Promise;

    #[wasm_bindgen(method)]
    fn keep(this: &Hooks, url: &str, response: &Response);
}

thread_local! {
    static HOOKS: RefCell<Option<Hooks>> = const { RefCell::new(None) };
}

/// Keeps the loader's hooks and reports a panic of this instance through them, exactly once.
pub fn install(generation: u32, hooks: Hooks) {
    HOOKS.set(Some(hooks));
    std::panic::set_hook(Box::new(move |info| {
        crate::dead::die();
        let place = info.location().map_or_else(String::new, |at| [at.file(), ":", &at.line().to_string()].concat());
        with(|hooks| hooks.died(generation, &place));
    }));
}

/// The answer that the loader asked for ahead, if it is still fresh.
pub fn ahead(url: &str) -> Option<Promise> {
    with(|hooks| hooks.take(url)).flatten()
}

/// What the second module makes of these bytes, as text for [`crate::decode::relay`]; rejects where it does not start or
/// dies of them.
pub fn read(bytes: &[u8], format: &str, source: &Source<'_>) -> Option<Promise> {
    let (bytes, now) = (Uint8Array::from(bytes), source.now.timestamp_millis() as f64);
    let status = source.status.unwrap_or_default();
    with(|hooks| hooks.read(&bytes, format, source.url, source.content_type, status, now))
}

/// Leaves the bytes of the last good answer with the loader, for an instance reborn after a panic.
///
/// `url` is the address asked for, `base` the one that answered.
pub fn keep(url: &str, base: &str, bytes: &[u8], content_type: Option<&str>) {
    let init = ResponseInit::new();
    if let Ok(headers) = web_sys::Headers::new() {
        if let Some(content_type) = content_type {
            let _ = headers.set("content-type", content_type);
        }
        let _ = headers.set("content-location", base);
        init.set_headers(&headers);
    }
    let body = Uint8Array::from(bytes);
    if let Ok(response) = Response::new_with_opt_js_u8_array_and_init(Some(&body), &init) {
        with(|hooks| hooks.keep(url, &response));
    }
}

fn with<T>(call: impl FnOnce(&Hooks) -> T) -> Option<T> {
    HOOKS.try_with(|hooks| hooks.try_borrow().ok()?.as_ref().map(call)).ok().flatten()
}
