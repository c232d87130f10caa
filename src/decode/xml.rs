//! XML as feeds write it: a small tree, whatever state the document is in.
//!
//! This file decides what an element is and how it is asked. It refuses to know formats, and it never fetches anything or
//! expands an entity that a document defines itself.

mod fault;
mod mend;
mod name;
mod tree;

pub(crate) use name::Ns;
pub(crate) use tree::{Document, parse};

use super::markup::is_void;
use super::url::absolute;

/// One element. Names are local and in lower case, because feeds write `<Title>` too.
#[derive(Debug)]
pub(crate) struct Element {
    pub(crate) ns: Ns,
    pub(crate) name: String,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Node>,
}

/// One attribute, its references decoded.
#[derive(Debug)]
pub(crate) struct Attribute {
    /// [`Ns::None`] for one without a prefix.
    pub(crate) ns: Ns,
    pub(crate) name: String,
    pub(crate) value: String,
}

/// What stands inside an element.
#[derive(Debug)]
pub(crate) enum Node {
    /// A child.
    Element(Element),
    /// Characters: references decoded once, CDATA as it is.
    Text(String),
}

impl Element {
    /// Whether this is the element of that name. `name` is in lower case.
    pub(crate) fn is(&self, ns: Ns, name: &str) -> bool {
        self.ns == ns && self.name == name
    }

    /// Child elements, whatever they are.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Direct children of one name, in document order.
    pub(crate) fn all<'a>(&'a self, ns: Ns, name: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements().filter(move |child| child.is(ns, name))
    }

    /// The first direct child of that name.
    pub(crate) fn child(&self, ns: Ns, name: &str) -> Option<&Element> {
        self.elements().find(|child| child.is(ns, name))
    }

    /// An attribute's value. [`Ns::None`] for attributes without a prefix.
    pub(crate) fn attribute(&self, ns: Ns, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|attribute| attribute.ns == ns && attribute.name == name);
        found.map(|attribute| attribute.value.as_str())
    }

    /// Its own characters and those of all elements inside, as they stand; not collapsed, `""` when there are none.
    pub(crate) fn text(&self) -> String {
        let mut out = String::new();
        self.push_text(&mut out);
        out
    }

    fn push_text(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) => out.push_str(text),
                Node::Element(element) => element.push_text(out),
            }
        }
    }

    /// The text of the first non-blank child of that name, trimmed.
    pub(crate) fn child_text(&self, ns: Ns, name: &str) -> Option<String> {
        let mut texts = self.all(ns, name).map(|child| child.text().trim().to_owned());
        texts.find(|text| !text.is_empty())
    }

    /// The base of relative addresses here: `xml:base` against the base outside.
    pub(crate) fn base(&self, outer: &str) -> String {
        let own = self.attribute(Ns::Xml, "base").and_then(|base| absolute(base, outer));
        own.unwrap_or_else(|| outer.to_owned())
    }

    /// Whether it holds elements: HTML that was not escaped.
    pub(crate) fn has_elements(&self) -> bool {
        self.elements().next().is_some()
    }

    /// What stands inside as HTML source: elements as tags (without prefixes), text escaped.
    pub(crate) fn inner_html(&self) -> String {
        let mut out = String::new();
        self.push_html(&mut out);
        out
    }

    fn push_html(&self, out: &mut String) {
        for node in &self.children {
            match node {
                Node::Text(text) => push_escaped(out, text),
                Node::Element(element) => {
                    out.push('<');
                    out.push_str(&element.name);
                    for attribute in element.attributes.iter().filter(|attribute| attribute.ns == Ns::None) {
                        out.push(' ');
                        out.push_str(&attribute.name);
                        out.push_str("=\"");
                        push_escaped(out, &attribute.value);
                        out.push('"');
                    }
                    out.push('>');
                    element.push_html(out);
                    // What a template forgot to close holds what follows it.
                    if is_void(&element.name) {
                        continue;
                    }
                    out.push_str("</");
                    out.push_str(&element.name);
                    out.push('>');
                }
            }
        }
    }
}

fn push_escaped(out: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(character),
        }
    }
}
