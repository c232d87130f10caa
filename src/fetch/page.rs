//! What a poller must know of the page: in sight or not, on the network or not, and what time it is.

use super::schedule::{Event, Millis};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventTarget, VisibilityState, Window};

/// The window, if this runs in one.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// Whether the browser says that there is no network. The opposite proves nothing.
pub fn is_offline() -> bool {
    window().is_some_and(|window| !window.navigator().on_line())
}

/// Whether the page is out of sight.
pub fn is_hidden() -> bool {
    window().and_then(|w| w.document()).is_some_and(|d| d.visibility_state() == VisibilityState::Hidden)
}

/// A clock that only moves forward. It may stand still in sleep; the timers' lateness shows that.
pub fn monotonic() -> Millis {
    window().and_then(|window| window.performance()).map_or_else(js_sys::Date::now, |p| p.now())
}

/// A listener that ends when dropped.
#[must_use = "the listener ends when this is dropped"]
pub struct Listener {
    target: EventTarget,
    name: &'static str,
    callback: Closure<dyn FnMut()>,
}

impl Listener {
    /// Calls `callback` at every `name` event of `target`.
    pub fn new(target: &EventTarget, name: &'static str, callback: impl FnMut() + 'static) -> Self {
        let callback = Closure::<dyn FnMut()>::new(callback);
        // Refused only for a callback that is no function.
        let _ = target.add_event_listener_with_callback(name, callback.as_ref().unchecked_ref());
        Self { target: target.clone(), name, callback }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback(self.name, self.callback.as_ref().unchecked_ref());
    }
}

/// Reports what happens to the page as schedule events, until dropped.
pub fn watch(report: impl Fn(Event) + Clone + 'static) -> Vec<Listener> {
    let Some(window) = window() else { return Vec::new() };
    let mut listeners = Vec::new();
    if let Some(document) = window.document() {
        let report = report.clone();
        listeners.push(Listener::new(&document, "visibilitychange", move || {
            report(if is_hidden() { Event::Hidden } else { Event::Shown });
        }));
    }
    for (name, event) in [("offline", Event::Offline), ("online", Event::Online)] {
        let report = report.clone();
        listeners.push(Listener::new(&window, name, move || report(event.clone())));
    }
    // Out of the back/forward cache the page was frozen without a visibility change in some engines. It also ends every
    // ordinary load, in a background tab, too.
    listeners.push(Listener::new(&window, "pageshow", move || {
        report(if is_hidden() { Event::Hidden } else { Event::Shown });
    }));
    listeners
}
