//! A view in the page: built once, changed where something it reads changes.

use super::{Node, View};
use crate::view::dynamic::Text;
use leptos::prelude::{AnyView, Mountable, Render, RenderEffect, untrack};
use leptos::tachys::renderer::types::{Element, Node as DomNode};
use leptos::tachys::renderer::{RemoveEventHandler, Rndr};

/// What was built, and what keeps it alive.
pub struct Built {
    root: Root,
    /// They end with the view.
    _effects: Vec<RenderEffect<Option<String>>>,
    _listeners: Vec<RemoveEventHandler<Element>>,
    /// Children of an element: mounted inside it once and for all.
    _children: Vec<Built>,
}

enum Root {
    /// A text, an element, or the comment that keeps an empty place.
    Node(DomNode),
    Several(Vec<Built>),
    Piece(RenderEffect<(Option<String>, Built)>),
    Leptos(Box<<AnyView as Render>::State>),
}

impl Built {
    fn of(root: Root) -> Self {
        Self { root, _effects: Vec::new(), _listeners: Vec::new(), _children: Vec::new() }
    }
}

impl Render for View {
    type State = Built;

    fn build(self) -> Built {
        match self {
            Self::Nothing => empty(),
            Self::Words(words) => Built::of(Root::Node(Rndr::create_text_node(&words).into())),
            Self::Live(text) => live_text(text),
            Self::Element(node) => element(*node),
            Self::Several(views) if views.is_empty() => empty(),
            Self::Several(views) => Built::of(Root::Several(views.into_iter().map(Render::build).collect())),
            Self::Piece(key, build) => piece(key, build),
            Self::Leptos(view) => Built::of(Root::Leptos(Box::new(view.build()))),
        }
    }

    fn rebuild(self, state: &mut Built) {
        replace(state, self);
    }
}

fn empty() -> Built {
    Built::of(Root::Node(Rndr::create_placeholder().into()))
}

fn live_text(mut text: Text) -> Built {
    let node = Rndr::create_text_node("");
    let shown = node.clone();
    let effect = RenderEffect::new(move |old: Option<Option<String>>| {
        let new = text();
        // A write that changes nothing would still cost a reader their selection.
        if old.as_ref() != Some(&new) {
            Rndr::set_text(&shown, new.as_deref().unwrap_or_default());
        }
        new
    });
    Built { _effects: vec![effect], ..Built::of(Root::Node(node.into())) }
}

fn element(node: Node) -> Built {
    let element = Rndr::create_element(node.tag, None);
    for (name, value) in &node.fixed {
        Rndr::set_attribute(&element, name, value);
    }
    let effects = node.live.into_iter().map(|(name, value)| live_attribute(&element, name, value)).collect();
    let listen = |(name, run): (&str, super::Handler)| Rndr::add_event_listener(&element, name, run.take());
    let listeners = node.events.into_iter().map(listen).collect();
    let mut children: Vec<Built> = node.children.into_iter().map(Render::build).collect();
    children.iter_mut().for_each(|child| child.mount(&element, None));
    Built { root: Root::Node(element.into()), _effects: effects, _listeners: listeners, _children: children }
}

fn live_attribute(element: &Element, name: &'static str, mut value: Text) -> RenderEffect<Option<String>> {
    let element = element.clone();
    RenderEffect::new(move |old: Option<Option<String>>| {
        let new = value();
        match &new {
            _ if old.as_ref() == Some(&new) => {}
            Some(value) => Rndr::set_attribute(&element, name, value),
            None => Rndr::remove_attribute(&element, name),
        }
        new
    })
}

fn piece(mut key: Option<Text>, mut build: Box<dyn FnMut() -> View + Send>) -> Built {
    let effect = RenderEffect::new(move |old: Option<(Option<String>, Built)>| {
        let new = key.as_mut().map(|key| key().unwrap_or_default());
        match old {
            // The same key: not one node is touched.
            Some((last, built)) if new.is_some() && last == new => (last, built),
            Some((_, mut built)) => {
                replace(&mut built, make(new.is_some(), &mut build));
                (new, built)
            }
            None => {
                let built = make(new.is_some(), &mut build).build();
                (new, built)
            }
        }
    });
    Built::of(Root::Piece(effect))
}

/// Builds; with a key, without being woken by anything but the key.
fn make(is_keyed: bool, build: &mut dyn FnMut() -> View) -> View {
    if is_keyed { untrack(build) } else { build() }
}

fn replace(old: &mut Built, view: View) {
    let mut new = view.build();
    old.insert_before_this(&mut new);
    old.unmount();
    *old = new;
}

impl Mountable for Built {
    fn unmount(&mut self) {
        match &mut self.root {
            Root::Node(node) => Rndr::remove(node),
            Root::Several(views) => views.iter_mut().for_each(Mountable::unmount),
            Root::Piece(effect) => {
                effect.with_value_mut(|(_, view)| view.unmount());
            }
            Root::Leptos(view) => view.unmount(),
        }
    }

    fn mount(&mut self, parent: &Element, marker: Option<&DomNode>) {
        match &mut self.root {
            Root::Node(node) => Rndr::insert_node(parent, node, marker),
            Root::Several(views) => views.iter_mut().for_each(|view| view.mount(parent, marker)),
            Root::Piece(effect) => {
                effect.with_value_mut(|(_, view)| view.mount(parent, marker));
            }
            Root::Leptos(view) => view.mount(parent, marker),
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        match &self.root {
            Root::Node(node) => match Rndr::get_parent(node) {
                Some(parent) => {
                    use leptos::tachys::renderer::CastFrom;
                    Element::cast_from(parent).is_some_and(|parent| child.try_mount(&parent, Some(node)))
                }
                None => false,
            },
            Root::Several(views) => views.iter().any(|view| view.insert_before_this(child)),
            Root::Piece(effect) => effect.with_value_mut(|(_, view)| view.insert_before_this(child)).unwrap_or(false),
            Root::Leptos(view) => view.insert_before_this(child),
        }
    }

    fn elements(&self) -> Vec<Element> {
        // Only Leptos' own attribute spreading asks, and nothing of ours is spread.
        Vec::new()
    }
}
