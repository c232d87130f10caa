//! Atom 1.0 (RFC 4287) and 0.3, with tombstones (RFC 6721), paging (RFC 5005) and drafts (RFC 5023).
//!
//! This file decides Atom's fields alone. Every text says its type, so nothing is guessed: `plain`, `html` or `xhtml`.

mod entry;
mod links;
mod words;

use super::finish::{Draft, finish, stories};
use super::xml::{Document, Element, Ns};
use super::{Source, date, language, limits};
use crate::item::{Failure, Feed, Format, IdSource, Item, ItemId};
use entry::{Inherited, entry};

/// Reads a feed, or a document of one entry.
pub(super) fn decode(document: &Document, source: &Source<'_>) -> Result<Feed, Failure> {
    let root = &document.root;
    let own = root.ns;
    let base = root.base(source.url);
    let format = if own == Ns::Atom03 { Format::Atom03 } else { Format::Atom1 };
    let mut feed = Feed { format, truncated: document.truncated, ..Feed::default() };
    let tongue = root.attribute(Ns::Xml, "lang").and_then(language::canonical);
    if root.name == "entry" {
        let inherited = Inherited { own, base: &base, authors: &[], language: None };
        let drafts = stories(&mut feed, std::iter::once(root), &|element| entry(element, &inherited));
        return Ok(finish(feed, drafts, source));
    }
    feed.title = root.child(own, "title").and_then(words::line);
    feed.url = links::to(root, own, &base, "alternate", None);
    feed.feed_url = links::to(root, own, &base, "self", None);
    feed.next = links::to(root, own, &base, "next", None);
    feed.language = tongue;
    super::rss::hints(root, own, &mut feed);
    let authors = entry::authors(root, own);
    let language = feed.language.clone();
    let inherited = Inherited { own, base: &base, authors: &authors, language: language.as_deref() };
    let mut drafts = stories(&mut feed, root.all(own, "entry"), &|element| entry(element, &inherited));
    bury(root, &mut feed, &mut drafts);
    Ok(finish(feed, drafts, source))
}

/// Takes out what tombstones name. One older than the entry is of an earlier life of it (RFC 6721 section 3).
fn bury(root: &Element, feed: &mut Feed, drafts: &mut Vec<Draft>) {
    for grave in root.all(Ns::At, "deleted-entry").take(limits::DELETED) {
        let Some(id) = grave.attribute(Ns::None, "ref").and_then(ItemId::new) else { continue };
        let when = grave.attribute(Ns::None, "when").and_then(date::loose);
        let is_meant = |item: &Item| item.id_source == IdSource::Native && item.id == id;
        let is_newer = |item: &Item| when.is_some_and(|when| item.updated.or(item.published) > Some(when));
        if !drafts.iter().any(|(_, item)| is_meant(item) && is_newer(item)) {
            drafts.retain(|(_, item)| !is_meant(item));
            feed.deleted.push(id);
        }
    }
}

/// Whether a feed says of an entry that it is not to be seen yet (RFC 5023 section 13.1.1).
fn is_draft(element: &Element) -> bool {
    let control = element.child(Ns::App, "control");
    control
        .and_then(|control| control.child_text(Ns::App, "draft"))
        .is_some_and(|word| word.eq_ignore_ascii_case("yes"))
}
