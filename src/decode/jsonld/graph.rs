//! Who is who in the graphs of one document.
//!
//! This file decides what `{"@id": "..."}` stands for. Ids are resolved against the document's address, blank nodes and
//! `urn:` stay as they are. It refuses to look outside the document.

use super::types::{has, is_story, many};
use crate::decode::limits;
use crate::decode::url::absolute;
use serde_json::{Map, Value};
use std::cell::Cell;

/// The properties of a story that lead to other nodes.
const FOLLOWED: [&str; 8] =
    ["author", "creator", "image", "thumbnail", "mainEntityOfPage", "liveBlogUpdate", "correction", "inLanguage"];

/// Steps from a story: the picture, its photographer, the names of both; and no further, for graphs hold circles.
const DEPTH: usize = 3;

/// The nodes of a document.
pub(super) struct Graph<'a> {
    base: &'a str,
    nodes: Vec<&'a Value>,
    /// Names of nodes, with their place in `nodes`: the JSON parser's own map, so that the wasm holds no second one.
    places: Map<String, Value>,
    /// Bytes that references may still bring in. Without it a few bytes each could repeat a body without end.
    budget: Cell<usize>,
}

impl<'a> Graph<'a> {
    /// Reads the names in `document`, which came from `base`.
    pub(super) fn new(document: &'a Value, base: &'a str) -> Self {
        let budget = Cell::new(2 * limits::DOCUMENT);
        let mut graph = Self { base, nodes: Vec::new(), places: Map::new(), budget };
        graph.collect(document);
        graph
    }

    fn collect(&mut self, value: &'a Value) {
        match value {
            Value::Array(list) => list.iter().for_each(|value| self.collect(value)),
            Value::Object(fields) => {
                if !is_reference(value) {
                    self.name(value);
                }
                fields.values().for_each(|value| self.collect(value));
            }
            _ => {}
        }
    }

    fn name(&mut self, node: &'a Value) {
        let is_told = has(node, is_story);
        if let Some(name) = node.get("@id").and_then(Value::as_str).map(|id| id_of(id, self.base)) {
            let known = self.node(&name).is_some_and(|known| has(known, is_story) || !is_told);
            if !known {
                self.put(name, node);
            }
        }
        if let Some(name) = node.get("url").and_then(Value::as_str).filter(|_| is_told).and_then(|url| self.page(url))
            && !self.places.contains_key(&name)
        {
            self.put(name, node);
        }
    }

    fn put(&mut self, name: String, node: &'a Value) {
        self.places.insert(name, self.nodes.len().into());
        self.nodes.push(node);
    }

    fn node(&self, name: &str) -> Option<&'a Value> {
        let place = usize::try_from(self.places.get(name)?.as_u64()?).ok()?;
        self.nodes.get(place).copied()
    }

    /// The name of the story at an address. No id holds a space before its scheme.
    fn page(&self, url: &str) -> Option<String> {
        Some(["url ", &absolute(url, self.base)?].concat())
    }

    /// The node that has the id of `value`, when another one than `value` tells more.
    pub(super) fn full(&self, value: &Value) -> Option<&'a Value> {
        self.node(&id_of(value.get("@id")?.as_str()?, self.base))
    }

    /// The story at an address.
    pub(super) fn story_at(&self, url: &str) -> Option<&'a Value> {
        self.node(&self.page(url)?)
    }

    /// A copy of a story in which references are replaced by what they stand for.
    pub(super) fn whole(&self, story: &Value) -> Value {
        let mut out = story.clone();
        for key in FOLLOWED {
            if let Some(value) = out.get_mut(key) {
                self.fill(value, DEPTH);
            }
        }
        out
    }

    fn fill(&self, value: &mut Value, depth: usize) {
        if depth == 0 {
            return;
        }
        if is_reference(value)
            && let Some(known) = self.full(value)
            && self.pays_for(known)
        {
            *value = known.clone();
            return self.fill(value, depth - 1);
        }
        match value {
            Value::Array(list) => list.iter_mut().for_each(|value| self.fill(value, depth)),
            Value::Object(fields) => fields.values_mut().for_each(|value| self.fill(value, depth - 1)),
            _ => {}
        }
    }

    fn pays_for(&self, value: &Value) -> bool {
        let mut left = self.budget.get();
        let enough = weigh(value, &mut left);
        self.budget.set(left);
        enough
    }
}

/// Takes the size of `value` from `left`; nothing is left when it did not fit.
fn weigh(value: &Value, left: &mut usize) -> bool {
    let own = 16 + value.as_str().map_or(0, str::len);
    let Some(rest) = left.checked_sub(own) else {
        *left = 0;
        return false;
    };
    *left = rest;
    match value {
        Value::Array(list) => list.iter().all(|value| weigh(value, left)),
        Value::Object(fields) => fields.values().all(|value| weigh(value, left)),
        _ => true,
    }
}

/// Whether `value` says nothing but who is meant.
pub(super) fn is_reference(value: &Value) -> bool {
    value.as_object().is_some_and(|fields| {
        fields.contains_key("@id") && fields.keys().all(|key| matches!(key.as_str(), "@id" | "@type"))
    })
}

/// An id in full: `#a` and `/n/1#a` are told by the page they stand in.
pub(super) fn id_of(id: &str, base: &str) -> String {
    let id = id.trim();
    let relative = !id.contains(':');
    absolute(id, base).filter(|_| relative).unwrap_or_else(|| id.to_owned())
}

/// The first address of a property: a text, or a node with a `url` or an `@id`.
pub(super) fn address(value: &Value, base: &str) -> Option<String> {
    many(value).iter().find_map(|value| match value {
        Value::String(text) => absolute(text, base),
        _ => ["url", "@id"].into_iter().find_map(|key| absolute(value.get(key)?.as_str()?, base)),
    })
}
