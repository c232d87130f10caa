//! RSS 0.91 to 2.0 (<https://www.rssboard.org/rss-specification>, <https://www.rssboard.org/rss-profile>).
//!
//! This file decides RSS's fields alone. Titles and descriptions have no stated type: `text::loose` reads them. What RSS 1.0
//! shares is told apart by the namespace of its core elements.

mod files;
mod hints;
mod story;
mod words;

pub(super) use hints::hints;
pub(super) use story::story;

use super::finish::{finish, stories};
use super::xml::{Document, Element, Ns};
use super::{Source, language, text, url};
use crate::item::{Failure, Feed, Format};

/// Reads RSS.
pub(super) fn decode(document: &Document, source: &Source<'_>) -> Result<Feed, Failure> {
    let root = &document.root;
    let channel = root.child(Ns::None, "channel").unwrap_or(root);
    let mut feed = Feed { format: format(root), truncated: document.truncated, ..head(channel, Ns::None, source.url) };
    let base = channel.base(&root.base(source.url));
    let drafts = stories(&mut feed, items(root, Ns::None), &|item| story(item, Ns::None, &base));
    Ok(finish(feed, drafts, source))
}

/// Items in document order, inside channels and beside them: RSS 1.0 puts them there, and some programs for 2.0 do too.
pub(super) fn items(root: &Element, own: Ns) -> impl Iterator<Item = &Element> {
    root.elements().flat_map(move |child| {
        let inside = child.is(own, "channel").then(|| child.all(own, "item"));
        child.is(own, "item").then_some(child).into_iter().chain(inside.into_iter().flatten())
    })
}

/// The fields of a channel whose core elements are in `own`.
pub(super) fn head(channel: &Element, own: Ns, base: &str) -> Feed {
    let atom = |relation: &str| {
        let links = channel.all(Ns::Atom, "link").find(|link| link.attribute(Ns::None, "rel") == Some(relation));
        links.and_then(|link| url::absolute(link.attribute(Ns::None, "href")?, base))
    };
    let tongue = channel.child_text(own, "language").or_else(|| channel.child_text(Ns::Dc, "language"));
    let tongue = tongue.or_else(|| channel.attribute(Ns::Xml, "lang").map(str::to_owned));
    let mut feed = Feed {
        title: channel.child_text(own, "title").and_then(|title| text::headline(&title)),
        url: channel.child_text(own, "link").and_then(|link| url::absolute(&link, base)),
        feed_url: atom("self"),
        language: tongue.and_then(|tag| language::canonical(&tag)),
        next: atom("next"),
        ..Feed::default()
    };
    hints(channel, own, &mut feed);
    feed
}

fn format(root: &Element) -> Format {
    let version = root.attribute(Ns::None, "version").unwrap_or("2.0").trim();
    match version.strip_prefix("0.9").map(|minor| minor.chars().next().and_then(|digit| digit.to_digit(10))) {
        Some(digit) => Format::Rss0(digit.and_then(|digit| u8::try_from(digit).ok()).unwrap_or(1)),
        None => Format::Rss2,
    }
}
