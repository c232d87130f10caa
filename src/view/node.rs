//! Elements, built by name.
//!
//! Leptos' `view!` gives every element a type of its own, with its own build, rebuild and drop: a third of the wasm.
//! Here all elements are of one type per number of children (docs/size.md). And it holds by construction what `view!`
//! needs a rule for: no subtree is ever built through a `template` string, which pages with Trusted Types refuse.

use super::dynamic::Text;
use leptos::ev::Event;
use leptos::html::custom;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;

/// An element whose children are still to come.
#[must_use = "an element without `holds` is never built"]
pub struct Node {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
}

/// An element without class.
pub fn bare(tag: &'static str) -> Node {
    Node { tag, attributes: Vec::new() }
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
        if let Some(value) = value {
            self.attributes.push(custom_attribute(name, value).into_any_attr());
        }
        self
    }

    /// An attribute that changes.
    pub fn live(mut self, name: &'static str, value: Text) -> Self {
        self.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Something to do at an event.
    pub fn on(mut self, event: &'static str, run: impl FnMut(Event) + 'static) -> Self {
        let run: Box<dyn FnMut(Event)> = Box::new(run);
        self.attributes.push(leptos::tachys::html::event::on(leptos::ev::Custom::<Event>::new(event), run).into_any_attr());
        self
    }

    /// The element with its children.
    pub fn holds<const N: usize>(self, children: [AnyView; N]) -> AnyView {
        custom(self.tag).add_any_attr(self.attributes).child(children).into_any()
    }

    /// The element with fixed text in it.
    pub fn says(self, words: &str) -> AnyView {
        self.holds([words.to_owned().into_any()])
    }
}
