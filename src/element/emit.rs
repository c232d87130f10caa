//! Events to the page: on the element, bubbling, composed.

use crate::item::{Failure, ItemId};
use crate::store::Change;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// The element has shown its first stories. Once per mount.
pub fn ready(host: &HtmlElement) {
    send(host, "news-ready", &Object::new(), false);
}

/// Stories came, changed or went.
pub fn update(host: &HtmlElement, change: &Change) {
    let detail = Object::new();
    put(&detail, "added", &ids(&change.added));
    put(&detail, "changed", &ids(&change.changed));
    put(&detail, "withdrawn", &ids(&change.withdrawn));
    send(host, "news-update", &detail, false);
}

/// A headline was chosen. Returns false where the page cancelled it.
pub fn open(host: &HtmlElement, id: &str, url: &str) -> bool {
    let detail = Object::new();
    put(&detail, "id", &id.into());
    put(&detail, "url", &url.into());
    send(host, "news-open", &detail, true)
}

/// The state attribute changed.
pub fn state(host: &HtmlElement, word: &str) {
    let detail = Object::new();
    put(&detail, "state", &word.into());
    send(host, "news-state", &detail, false);
}

/// Something is wrong that the publisher can act on.
pub fn error(host: &HtmlElement, failure: &Failure) {
    let detail = Object::new();
    put(&detail, "code", &failure.code.as_str().into());
    put(&detail, "message", &failure.message.as_str().into());
    put(&detail, "advice", &failure.code.advice().as_str().into());
    send(host, "news-error", &detail, false);
}

fn ids(ids: &[ItemId]) -> JsValue {
    ids.iter().map(|id| JsValue::from_str(id.as_str())).collect::<Array>().into()
}

fn put(object: &Object, name: &str, value: &JsValue) {
    // A plain object of our own takes every property.
    let _ = Reflect::set(object, &name.into(), value);
}

fn send(host: &HtmlElement, name: &str, detail: &Object, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(detail);
    CustomEvent::new_with_event_init_dict(name, &init).and_then(|event| host.dispatch_event(&event)).unwrap_or(true)
}
