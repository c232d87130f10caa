//! Lines for the publisher's developer: each once per element, all with the same name in front.

use wasm_bindgen::JsValue;

/// A setting that is wrong, or a feed that could be better.
pub fn warn(tag: &str, line: &str) {
    web_sys::console::warn_1(&JsValue::from_str(&["newsrail <", tag, ">: ", line].concat()));
}
