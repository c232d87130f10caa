//! The view as data: elements by name, text, pieces that change.
//!
//! Leptos' `view!` gives every element a type of its own, with its own build, rebuild and drop: measured, half of the
//! wasm. Here one type serves all ([`View`]), and Leptos' effects, owners and keyed lists do the rest (docs/size.md). It
//! also holds by construction what `view!` needs a rule for: no subtree is ever built through a `template` string,
//! which pages with Trusted Types refuse.

mod live;
mod print;

use super::dynamic::Text;
use leptos::ev::Event;
use leptos::prelude::AnyView;
use leptos::tachys::renderer::types;
use leptos::wasm_bindgen::JsCast;
use send_wrapper::SendWrapper;

/// Something to be seen.
pub enum View {
    /// Nothing at all; keeps its place.
    Nothing,
    /// Fixed text.
    Words(String),
    /// Text that changes.
    Live(Text),
    /// An element.
    Element(Box<Node>),
    /// Views side by side.
    Several(Vec<View>),
    /// Built anew whenever the key changes, or, without a key, whenever anything it reads does.
    Piece(Option<Text>, Box<dyn FnMut() -> View + Send>),
    /// A view of Leptos' own: the keyed list.
    Leptos(AnyView),
}

/// What to do at an event.
type Handler = SendWrapper<Box<dyn FnMut(types::Event)>>;

/// An element whose children are still to come.
#[must_use = "an element without `holds` is never built"]
pub struct Node {
    tag: &'static str,
    fixed: Vec<(&'static str, String)>,
    live: Vec<(&'static str, Text)>,
    events: Vec<(&'static str, Handler)>,
    children: Vec<View>,
}

/// An element without class.
pub fn bare(tag: &'static str) -> Node {
    Node { tag, fixed: Vec::new(), live: Vec::new(), events: Vec::new(), children: Vec::new() }
}

/// A visible piece: its name is its class and its part.
pub fn node(tag: &'static str, name: &'static str) -> Node {
    bare(tag).attr("class", name).attr("part", name)
}

impl Node {
    /// A fixed attribute.
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.maybe(name, Some(value.to_owned()))
    }

    /// A fixed attribute, if there is one.
    pub fn maybe(mut self, name: &'static str, value: Option<String>) -> Self {
        self.fixed.extend(value.map(|value| (name, value)));
        self
    }

    /// An attribute that changes.
    pub fn live(mut self, name: &'static str, value: Text) -> Self {
        self.live.push((name, value));
        self
    }

    /// Something to do at an event.
    pub fn on(mut self, event: &'static str, mut run: impl FnMut(Event) + 'static) -> Self {
        self.events.push((event, SendWrapper::new(Box::new(move |event| run(event.unchecked_into())))));
        self
    }

    /// The element with its children.
    pub fn holds(mut self, children: impl Into<Vec<View>>) -> View {
        self.children = children.into();
        View::Element(Box::new(self))
    }

    /// The element with fixed text in it.
    pub fn says(self, words: &str) -> View {
        self.holds([View::Words(words.to_owned())])
    }
}

impl<const N: usize> From<[View; N]> for View {
    fn from(views: [View; N]) -> Self {
        Self::Several(views.into())
    }
}
