//! Which nodes of the graphs are the stories, and in which order.
//!
//! This file decides that a list's order is its own (by position) and beats the order in which stories are described. It
//! refuses to read a story.

use super::graph::{Graph, is_reference};
use super::types::{has, is_link, is_list, is_navigation, is_site, is_story, many};
use crate::decode::{field, limits};
use crate::sorted::sort;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::ptr;

/// Where nodes keep what they are about.
const PARTS: [&str; 5] = ["@graph", "mainEntity", "blogPost", "hasPart", "dataFeedElement"];

/// Twice what is read, because a story may be described and listed. Bounds the plain scans below.
const FOUND: usize = 2 * limits::ITEMS + 1;

/// Nodes inside one another by reference; no page is built deeper, and a circle ends here.
const DEPTH: usize = 8;

/// A story, and the node in the document that stands for it.
struct Found<'a> {
    node: Cow<'a, Value>,
    origin: &'a Value,
    listed: bool,
}

/// The stories of a document.
pub(super) struct Walk<'a> {
    graph: &'a Graph<'a>,
    found: Vec<Found<'a>>,
    followed: Vec<&'a Value>,
    /// The node that names the list.
    pub(super) list: Option<&'a Value>,
    /// The node that names the site.
    pub(super) site: Option<&'a Value>,
    has_list: bool,
}

impl<'a> Walk<'a> {
    /// `None` when there is neither a story nor a list.
    pub(super) fn over(document: &'a Value, graph: &'a Graph<'a>) -> Option<Self> {
        let (found, followed) = (Vec::new(), Vec::new());
        let mut walk = Self { graph, found, followed, list: None, site: None, has_list: false };
        many(document).iter().flat_map(many).for_each(|node| walk.node(node, false, DEPTH));
        walk.drop_live_updates();
        (walk.has_list || !walk.found.is_empty()).then_some(walk)
    }

    pub(super) fn nodes(&self) -> impl Iterator<Item = &Value> {
        self.found.iter().map(|found| found.node.as_ref())
    }

    /// Whether the node at this place was named by a list.
    pub(super) fn is_listed(&self, place: usize) -> bool {
        self.found.get(place).is_some_and(|found| found.listed)
    }

    pub(super) fn holds_list(&self) -> bool {
        self.has_list
    }

    fn node(&mut self, value: &'a Value, listed: bool, depth: usize) {
        let Some(depth) = depth.checked_sub(1).filter(|_| self.found.len() < FOUND) else {
            return;
        };
        let node = self.graph.full(value).filter(|_| is_reference(value)).unwrap_or(value);
        if has(node, is_story) {
            return self.push(Cow::Borrowed(node), node, listed);
        }
        if has(node, is_navigation) || self.was_here(value, node) {
            return;
        }
        if has(node, is_list) {
            self.list = self.list.or(Some(node).filter(|node| node.get("name").is_some()));
        } else if has(node, is_site) {
            self.site = self.site.or(Some(node));
        }
        if let Some(elements) = node.get("itemListElement") {
            let before = self.found.len();
            self.elements(many(elements), depth);
            // A list of goods is no feed; a list of nothing may be one on a quiet day.
            self.has_list |= many(elements).is_empty() || self.found.len() > before;
        }
        for part in PARTS.into_iter().filter_map(|part| node.get(part)) {
            many(part).iter().for_each(|value| self.node(value, listed, depth));
        }
    }

    /// Whether a reference to `node` was followed before: circles, and lists that are named twice.
    fn was_here(&mut self, value: &'a Value, node: &'a Value) -> bool {
        let by_reference = !ptr::eq(value, node);
        if by_reference && (self.followed.len() >= FOUND || self.followed.iter().any(|known| ptr::eq(*known, node))) {
            return true;
        }
        if by_reference {
            self.followed.push(node);
        }
        false
    }

    /// By position; those without one stay in order behind the others.
    fn elements(&mut self, elements: &'a [Value], depth: usize) {
        let placed = |value: &'a Value| (value.get("position").and_then(field::number), value);
        let mut elements: Vec<_> = elements.iter().take(FOUND).map(placed).collect();
        sort(&mut elements, |(a, _), (b, _)| a.is_some_and(|a| b.is_none_or(|b| a < b)));
        elements.into_iter().for_each(|(_, element)| self.element(element, depth));
    }

    fn element(&mut self, element: &'a Value, depth: usize) {
        let target = element.get("item").unwrap_or(element);
        let known = self.graph.full(target).filter(|known| is_reference(target) || has(known, is_story));
        let own = Some(target).filter(|target| target.is_object() && !is_reference(target));
        match known.or(own) {
            Some(node) if node.get("@type").is_none() || has(node, is_link) => self.link(element, node),
            // Named by reference, a node is visited once: circles of lists would be walked to the power of their elements.
            Some(node) if !has(node, is_story) && self.was_here(target, node) => {}
            Some(node) => self.node(node, true, depth),
            None => self.link(element, target),
        }
    }

    /// An element that only says where the story is: its description elsewhere in the document, else what little it says.
    fn link(&mut self, element: &'a Value, target: &'a Value) {
        if self.found.len() >= FOUND {
            return;
        }
        let said = |node: &'a Value, key| node.get(key).and_then(Value::as_str);
        let id = said(target, "@id").filter(|_| !ptr::eq(target, element));
        let url = target.as_str().or(said(target, "url")).or(said(element, "url")).or(id);
        if let Some(story) = url.and_then(|url| self.graph.story_at(url)) {
            return self.push(Cow::Borrowed(story), story, true);
        }
        let mut fields = Map::new();
        for node in [target, element].into_iter().filter_map(Value::as_object) {
            // The element's own id is that of a place in the list.
            for (key, value) in node.iter().filter(|(key, _)| !key.starts_with('@') && *key != "item") {
                if !fields.contains_key(key) {
                    fields.insert(key.clone(), value.clone());
                }
            }
        }
        for (key, text) in [("url", url), ("@id", id)] {
            if let Some(text) = text {
                fields.insert(key.into(), text.into());
            }
        }
        self.push(Cow::Owned(Value::Object(fields)), element, true);
    }

    fn push(&mut self, node: Cow<'a, Value>, origin: &'a Value, listed: bool) {
        if let Some(at) = self.found.iter().position(|found| ptr::eq(found.origin, origin)) {
            if !listed || self.found.get(at).is_some_and(|found| found.listed) {
                return;
            }
            self.found.remove(at);
        }
        if self.found.len() < FOUND {
            self.found.push(Found { node, origin, listed });
        }
    }

    /// An entry of a live blog may stand beside it in the graph; it is no story of its own.
    fn drop_live_updates(&mut self) {
        let named = self.found.iter().filter_map(|found| found.node.get("liveBlogUpdate")).flat_map(many);
        let updates: Vec<_> = named.filter(|entry| is_reference(entry)).filter_map(|id| self.graph.full(id)).collect();
        self.found.retain(|found| !updates.iter().any(|update| ptr::eq(*update, found.origin)));
    }
}
