//! A second opinion: feed-rs reads the same documents, and headline, link, id and date agree, or the difference has a reason.
#![cfg(feature = "formats")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

#[path = "decode/feed.rs"]
mod feed;

use feed_rs::model::Entry;
use feed_rs::parser::Builder;
use newsrail::decode::{Source, decode, text, url};
use newsrail::item::json::rfc3339;
use newsrail::item::{IdSource, Item};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Where the two differ: document, field, and why ours is right.
const DIFFERENCES: [(&str, &str, &str); 17] = [
    (
        "01-rss-title-double-escaped",
        "title",
        "references left after XML's own are decoded once; RSS titles have no type",
    ),
    ("05-rss-html-named-entities", "title", "names that HTML knows are decoded, declared or not"),
    ("11-rss-lying-encoding", "title", "bytes that are valid UTF-8 outweigh a declared single-byte charset"),
    ("15-rss-guid-permalink-no-link", "url", "a guid is the address unless isPermaLink says false (RSS 2.0)"),
    ("21-rss-republished-same-story", "count", "a story issued again under a counted guid is one story"),
    ("26-date-german-names", "published", "months of other languages are read"),
    ("27-date-no-zone", "published", "a date without a zone is UTC instead of none"),
    ("29-date-hour-24", "published", "24:00:00 is the end of the day, not its beginning (ISO 8601)"),
    ("31-date-unix-seconds", "published", "unix seconds are read"),
    ("32-date-iso-in-pubdate", "published", "ISO dates are read in RSS, too"),
    ("50-rss-dtd-entities-and-bomb", "title", "names that HTML knows are decoded, declared or not"),
    ("55-rdf-about-differs-from-link", "id", "rdf:about is the id; feed-rs hashes the link"),
    ("56-rdf-html-title", "id", "rdf:about is the id; feed-rs hashes the link"),
    ("56-rdf-html-title", "title", "RSS 1.0 titles hold HTML in practice; a headline shows none"),
    ("65-atom-link-choice", "url", "text/html is preferred among alternates, and an http(s) id is the last resort"),
    ("74-jsonfeed-title-entities", "title", "references in a JSON Feed title are decoded, tags are not"),
    ("feed-rdf", "id", "rdf:about is the id; feed-rs hashes the link"),
];

/// The documents that both could read: XML and JSON Feed.
fn documents() -> Vec<PathBuf> {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/");
    let folders = ["cases", "wordpress", "atom"].map(|folder| std::fs::read_dir(format!("{root}{folder}")).unwrap());
    let mut paths: Vec<PathBuf> = folders.into_iter().flatten().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.ends_with(".xml") || (name.contains("-jsonfeed-") && !name.contains(".expected."))
    });
    paths.sort();
    paths
}

/// One story as both see it: title, link, id, published.
type Seen = [Option<String>; 4];
const FIELDS: [&str; 4] = ["title", "url", "id", "published"];

fn ours(item: &Item) -> Seen {
    let id = (item.id_source == IdSource::Native).then(|| item.id.as_str().to_owned());
    [item.title.clone(), item.url.clone(), id, item.published.map(rfc3339)]
}

fn theirs(entry: &Entry) -> Seen {
    let link = entry.links.iter().find(|link| link.rel.as_deref().is_none_or(|rel| rel == "alternate"));
    let title = entry.title.as_ref().and_then(|title| {
        // A title that feed-rs calls HTML is handed on as HTML.
        let is_html = title.content_type.essence().to_string().contains("html");
        if is_html { text::html_to_text(&title.content) } else { text::plain(&title.content) }
    });
    let link = link.and_then(|link| url::absolute(&link.href, feed::URL));
    [title, link, Some(entry.id.trim().to_owned()), entry.published.or(entry.updated).map(rfc3339)]
}

/// The names of the fields that differ; `None` when one of the two refuses the document.
fn differing(bytes: &[u8]) -> Option<Vec<(&'static str, String)>> {
    let mine = decode(bytes, &Source { ..feed::source() }).ok()?;
    let other = Builder::new().base_uri(Some(feed::URL)).build().parse(bytes).ok()?;
    if mine.items.len() != other.entries.len() {
        return Some(vec![("count", format!("{} and {}", mine.items.len(), other.entries.len()))]);
    }
    let mut found = Vec::new();
    for (item, entry) in mine.items.iter().zip(&other.entries) {
        for ((name, mine), other) in FIELDS.into_iter().zip(ours(item)).zip(theirs(entry)) {
            // An id that the feed does not give is made up by either in its own way.
            let is_made_up = name == "id" && mine.is_none();
            if mine != other && !is_made_up {
                found.push((name, format!("{mine:?} and {other:?}")));
            }
        }
    }
    Some(found)
}

#[test]
fn feed_rs_agrees_or_the_difference_has_a_reason() {
    let mut compared = 0;
    let mut found = BTreeSet::new();
    let mut unexpected = Vec::new();
    for path in documents() {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let Some(differences) = differing(&std::fs::read(&path).unwrap()) else { continue };
        compared += 1;
        for (field, values) in differences {
            found.insert((name.clone(), field));
            if !DIFFERENCES.iter().any(|(document, known, _)| *document == name && *known == field) {
                unexpected.push(format!("{name} {field}: {values}"));
            }
        }
    }
    assert!(unexpected.is_empty(), "{unexpected:#?}");
    assert!(compared > 40, "only {compared} documents were read by both");
    for (document, field, _) in DIFFERENCES {
        assert!(found.contains(&(document.to_owned(), field)), "{document} {field} agrees by now");
    }
}
