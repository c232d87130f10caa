//! RSS 1.0 and 0.90 (<https://web.resource.org/rss/1.0/spec>): items stand beside the channel and are named by `rdf:about`.

use super::Source;
use super::finish::{finish, stories};
use super::rss::{head, items, story};
use super::xml::{Document, Ns};
use crate::item::{Failure, Feed, Format};

/// Reads RSS 1.0. The order is that of the document: a sequence that says otherwise is a leftover.
pub(super) fn decode(document: &Document, source: &Source<'_>) -> Result<Feed, Failure> {
    let root = &document.root;
    // Feeds that forget the default namespace have core elements without one.
    let own = if root.child(Ns::Rss1, "channel").is_some() || root.child(Ns::Rss1, "item").is_some() {
        Ns::Rss1
    } else {
        Ns::None
    };
    let base = root.base(source.url);
    let head = root.child(own, "channel").map(|channel| head(channel, own, &base)).unwrap_or_default();
    let mut feed = Feed { format: Format::Rss1, truncated: document.truncated, ..head };
    let drafts = stories(&mut feed, items(root, own), &|item| story(item, own, &base));
    Ok(finish(feed, drafts, source))
}
