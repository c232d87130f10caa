//! One entry of Atom.

use super::{is_draft, words};
use crate::decode::finish::{Reason, draft};
use crate::decode::references::decode_references;
use crate::decode::xml::{Element, Ns};
use crate::decode::{date, html, image, language, media_rss, text, url};
use crate::item::{Attachment, Item, ItemId};

const NOTHING: Reason = ("title", "neither title nor summary nor link; the entry is left out");

/// What an entry takes from the feed around it.
pub(super) struct Inherited<'a> {
    pub(super) own: Ns,
    pub(super) base: &'a str,
    pub(super) authors: &'a [String],
    pub(super) language: Option<&'a str>,
}

/// Reads an entry.
pub(super) fn entry(element: &Element, feed: &Inherited<'_>) -> Result<Item, Reason> {
    let own = feed.own;
    let base = element.base(feed.base);
    let id = element.child_text(own, "id");
    let mut item = draft(id.as_deref().and_then(ItemId::new)).ok_or(NOTHING)?;
    item.language = element.attribute(Ns::Xml, "lang").and_then(language::canonical);
    let wanted = item.language.as_deref().or(feed.language);
    // An id that is an address is better than no address at all.
    item.url = link(element, own, &base, "alternate", wanted).or_else(|| url::absolute(id.as_deref()?, ""));
    item.title = element.child(own, "title").and_then(words::line);
    let content = element.child(own, "content");
    let source = content.and_then(words::html).or_else(|| element.child(own, "summary").and_then(words::html));
    let links_from = content.map_or_else(|| base.clone(), |content| content.base(&base));
    item.content_html = source.map(|source| html::absolutised(&source, &links_from));
    item.summary = element.child(own, "summary").and_then(words::line).or_else(|| content.and_then(words::line));
    if item.title.is_none() && item.summary.is_none() && item.url.is_none() {
        return Err(NOTHING);
    }
    times(element, own, &mut item);
    item.authors = people(element, feed);
    let labels = element.all(own, "category").filter_map(|category| {
        let label = category.attribute(Ns::None, "label").filter(|label| !label.trim().is_empty());
        text::plain(label.or_else(|| category.attribute(Ns::None, "term"))?)
    });
    item.tags = labels
        .chain(element.all(Ns::Dc, "subject").filter_map(|subject| text::plain(&subject.text())))
        .take(50)
        .collect();
    item.sections = item.tags.clone();
    item.section = item.tags.first().cloned();
    enclosures(element, own, &mut item, &base);
    media_rss::read(element, &mut item, &base);
    item.image = item
        .image
        .take()
        .or_else(|| html::first_image(item.content_html.as_deref().unwrap_or("")))
        .and_then(image::finished);
    if is_draft(element) {
        item.withhold();
    }
    Ok(item)
}

/// `updated` alone is the only date there is, and no sign of a change.
fn times(element: &Element, own: Ns, item: &mut Item) {
    let time = |names: &[&str]| names.iter().find_map(|name| date::loose(&element.child_text(own, name)?));
    let updated = time(&["updated", "modified"]);
    item.published = time(&["published", "issued", "created"]);
    match item.published {
        Some(_) => item.updated = updated,
        None => item.published = updated,
    }
}

/// Authors of the entry, else of its source, else of the feed (RFC 4287 section 4.2.1).
fn people(element: &Element, feed: &Inherited<'_>) -> Vec<String> {
    let mut found = authors(element, feed.own);
    if found.is_empty() {
        found = element.child(feed.own, "source").map(|source| authors(source, feed.own)).unwrap_or_default();
    }
    if found.is_empty() {
        let creators = element.all(Ns::Dc, "creator").filter_map(|name| text::person(&decode_references(&name.text())));
        found = creators.take(50).collect();
    }
    if found.is_empty() { feed.authors.to_vec() } else { found }
}

/// Names of `author` elements; WordPress escapes them once too often.
pub(super) fn authors(element: &Element, own: Ns) -> Vec<String> {
    let names = element.all(own, "author").filter_map(|author| author.child_text(own, "name"));
    names.filter_map(|name| text::person(&decode_references(&name))).take(50).collect()
}

/// The link of a relation; of several alternates an HTML page in the wanted language.
pub(super) fn link(element: &Element, own: Ns, base: &str, relation: &str, wanted: Option<&str>) -> Option<String> {
    let is_meant = |link: &&Element| {
        let rel = link.attribute(Ns::None, "rel").unwrap_or("alternate").trim();
        rel.rsplit('/').next().is_some_and(|rel| rel.eq_ignore_ascii_case(relation))
    };
    let mut best: Option<(u8, String)> = None;
    for link in element.all(own, "link").filter(is_meant) {
        let Some(address) = link.attribute(Ns::None, "href").and_then(|href| url::absolute(href, &link.base(base)))
        else {
            continue;
        };
        let kind = link.attribute(Ns::None, "type").unwrap_or("text/html").to_ascii_lowercase();
        let tongue = link.attribute(Ns::None, "hreflang").and_then(language::canonical);
        let is_page = u8::from(kind.starts_with("text/html") || kind == "application/xhtml+xml");
        let is_wanted = u8::from(tongue.is_none() || tongue.as_deref() == wanted);
        let rank = is_page * 2 + is_wanted;
        if best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, address));
        }
    }
    best.map(|(_, address)| address)
}

fn enclosures(element: &Element, own: Ns, item: &mut Item, base: &str) {
    let files = element.all(own, "link").filter(|link| link.attribute(Ns::None, "rel") == Some("enclosure"));
    for file in files.take(50) {
        let Some(address) = file.attribute(Ns::None, "href").and_then(|href| url::absolute(href, base)) else {
            continue;
        };
        let kind = file.attribute(Ns::None, "type").unwrap_or("");
        match media_rss::Kind::of(kind, &address) {
            Some(media_rss::Kind::Picture) => item.image = item.image.take().or_else(|| image::at(&address, base)),
            found => {
                if let Some(media_rss::Kind::Recording(media)) = found {
                    item.media = item.media.or(Some(media));
                }
                item.attachments.push(Attachment { url: address, media_type: text::plain(kind), duration: None });
            }
        }
    }
}
