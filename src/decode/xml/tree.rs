//! Text of XML becomes a tree, in one pass, whatever the text's faults (formats.md R2, R3).
//!
//! This file decides what is mended: bare ampersands and names of HTML stand for themselves or for what HTML says, end tags
//! close the nearest element of their name, a story that begins directly inside one of its kind closes that one, what is
//! open at the end of the document is closed there; a story that the end cut is left out. Entities that a document defines
//! are never expanded: a name nobody knows stays as written. Tokens that are no XML are [`mended`] before.

use super::fault::{Fault, Faults};
use super::mend::mended;
use super::name::{Scopes, split};
use super::{Attribute, Element, Node};
use crate::decode::references::decode_references;
use crate::decode::{limits, markup};
use crate::item::{Code, Failure};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A document that could be read, in whole or in part.
#[derive(Debug)]
pub(crate) struct Document {
    /// The root element.
    pub(crate) root: Element,
    /// Something was cut: the document ended early or nests too deep.
    pub(crate) truncated: bool,
    /// What was mended.
    pub(crate) faults: Faults,
}

/// Elements that are one story each: half of one is worse than none.
const STORIES: [&str; 3] = ["item", "entry", "url"];

/// What follows a headline and never stands in one: where it does, the headline's end is missing.
const AFTER_TITLE: [&str; 9] =
    ["link", "guid", "pubdate", "description", "id", "updated", "published", "summary", "content:encoded"];

/// Elements of HTML that hold nothing and are written without an end. `link` and `source` are RSS's and Atom's, too.
const EMPTY: [&str; 6] = ["br", "hr", "img", "wbr", "input", "embed"];

/// Reads XML.
///
/// # Errors
/// `invalid-xml` where not even a root element is there.
pub(crate) fn parse(text: &str) -> Result<Document, Failure> {
    let mut builder = Builder::default();
    let text = mended(text, &mut builder.faults);
    let mut reader = Reader::from_str(&text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => builder.open(&tag),
            Ok(Event::Empty(tag)) => {
                builder.open(&tag);
                builder.close(&tag.name().as_ref().to_ascii_lowercase());
            }
            Ok(Event::End(tag)) => builder.close(&tag.name().as_ref().to_ascii_lowercase()),
            Ok(Event::Text(text)) => builder.characters(&text.into_inner()),
            Ok(Event::GeneralRef(name)) => {
                builder.raw.push('&');
                builder.raw.push_str(&name.into_inner());
                builder.raw.push(';');
            }
            Ok(Event::CData(text)) => {
                builder.flush();
                builder.push_text(&text.into_inner());
            }
            Ok(Event::Eof) => break,
            Ok(_) => {}
            // The rest cannot be told apart any more; what came before stands.
            Err(_) => {
                builder.cut();
                break;
            }
        }
    }
    builder.finish()
}

/// An element whose end tag has not come yet.
struct Open {
    /// As written, in lower case: an end tag is matched by it.
    qualified: String,
    element: Element,
}

impl Open {
    fn is_story(&self) -> bool {
        STORIES.contains(&self.element.name.as_str())
    }
}

#[derive(Default)]
struct Builder {
    open: Vec<Open>,
    /// The names of open elements that are too deep to be kept.
    too_deep: Vec<String>,
    scopes: Scopes,
    /// Characters whose references are not decoded yet.
    raw: String,
    root: Option<Element>,
    truncated: bool,
    faults: Faults,
}

impl Builder {
    /// Characters between tags. A `&` that began no reference comes with them.
    fn characters(&mut self, text: &str) {
        if text.contains('&') {
            self.faults.note(Fault::Ampersand);
        }
        self.raw.push_str(text);
    }

    fn cut(&mut self) {
        self.truncated = true;
        self.faults.note(Fault::Cut);
    }

    fn open(&mut self, tag: &BytesStart<'_>) {
        self.flush();
        let qualified = tag.name().as_ref().to_ascii_lowercase();
        if self.root.is_some() && self.open.is_empty() {
            return self.faults.note(Fault::Behind);
        }
        if self.open.last().is_some_and(|open| open.qualified == qualified && open.is_story()) {
            self.faults.note(Fault::Unclosed);
            self.pop();
        }
        let in_title = self.open.last().is_some_and(|open| open.qualified == "title");
        if in_title && AFTER_TITLE.contains(&qualified.as_str()) {
            self.faults.note(Fault::Unclosed);
            self.pop();
        }
        if self.open.len() >= limits::XML_DEPTH {
            self.truncated = true;
            self.faults.note(Fault::Deep);
            self.too_deep.push(qualified);
        } else {
            let element = self.element(&qualified, tag);
            self.open.push(Open { qualified, element });
        }
        if EMPTY.iter().any(|name| tag.name().as_ref().eq_ignore_ascii_case(name)) {
            self.close_innermost();
        }
    }

    fn element(&mut self, qualified: &str, tag: &BytesStart<'_>) -> Element {
        let mut attributes = Vec::new();
        self.scopes.enter();
        for (name, value) in markup::attributes(tag.attributes_raw()) {
            let (name, value) = (name.to_ascii_lowercase(), decode_references(value));
            if !self.scopes.declare(&name, &value) {
                attributes.push((name, value));
            }
        }
        let is_channel = qualified == "channel" && self.open.len() == 1;
        if self.open.is_empty() && qualified == "rss" || is_channel && self.is_rss() {
            // RSS has no namespace; a default one at its root or its channel is a mistake that means nothing.
            self.scopes.declare("xmlns", "");
        }
        let (prefix, name) = split(qualified);
        Element {
            ns: self.scopes.element(prefix),
            name: name.to_owned(),
            attributes: attributes.into_iter().map(|(name, value)| self.attribute(&name, value)).collect(),
            children: Vec::new(),
        }
    }

    fn is_rss(&self) -> bool {
        self.open.first().is_some_and(|root| root.qualified == "rss")
    }

    fn attribute(&self, qualified: &str, value: String) -> Attribute {
        let (prefix, name) = split(qualified);
        Attribute { ns: self.scopes.attribute(prefix), name: name.to_owned(), value }
    }

    /// An end tag. One that opens nowhere is passed over; one for an outer element closes those inside it.
    fn close(&mut self, qualified: &str) {
        self.flush();
        // No further back than elements are kept: an end tag that matches nothing must not cost the whole list.
        let deep = self.too_deep.iter().rev().take(limits::XML_DEPTH).position(|name| name == qualified);
        if let Some(inside) = deep {
            self.too_deep.truncate(self.too_deep.len() - inside - 1);
        } else if let Some(at) = self.open.iter().rposition(|open| open.qualified == qualified) {
            self.too_deep.clear();
            if self.open.len() > at + 1 {
                self.faults.note(Fault::Unclosed);
            }
            while self.open.len() > at {
                self.pop();
            }
        }
    }

    fn close_innermost(&mut self) {
        if self.too_deep.pop().is_none() {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(Open { element, .. }) = self.open.pop() else { return };
        self.scopes.leave();
        match self.open.last_mut() {
            Some(outer) => outer.element.children.push(Node::Element(element)),
            None => self.root = self.root.take().or(Some(element)),
        }
    }

    fn flush(&mut self) {
        let raw = std::mem::take(&mut self.raw);
        if !raw.is_empty() {
            self.push_text(&decode_references(&raw));
        }
    }

    fn push_text(&mut self, text: &str) {
        if !self.too_deep.is_empty() {
            return;
        }
        let Some(open) = self.open.last_mut() else { return };
        let is_shown = |character: char| character >= ' ' || matches!(character, '\t' | '\n' | '\r');
        if !text.chars().all(is_shown) {
            self.faults.note(Fault::Control);
        }
        let shown = text.chars().filter(|character| is_shown(*character));
        match open.element.children.last_mut() {
            Some(Node::Text(before)) => before.extend(shown),
            _ => open.element.children.push(Node::Text(shown.collect())),
        }
    }

    fn finish(mut self) -> Result<Document, Failure> {
        self.flush();
        if !self.open.is_empty() {
            self.cut();
        }
        while let Some(last) = self.open.last() {
            if last.is_story() && self.open.len() > 1 {
                self.open.pop();
            } else {
                self.pop();
            }
        }
        let Some(root) = self.root else {
            return Err(Failure::new(Code::InvalidXml, "The document has no root element."));
        };
        Ok(Document { root, truncated: self.truncated, faults: self.faults })
    }
}

#[cfg(test)]
mod tests;
