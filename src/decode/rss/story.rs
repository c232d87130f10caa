//! One `item` of RSS, of any version.

use crate::decode::finish::{Reason, draft};
use crate::decode::references::decode_references;
use crate::decode::xml::{Element, Ns};
use crate::decode::{date, html, image, language, media_rss, text, url};
use crate::item::{Attachment, Item, ItemId, Time};

const NOTHING: Reason = ("title", "neither title nor description nor link; the item is left out");

/// Reads an item whose core elements are in `own`: [`Ns::None`], or [`Ns::Rss1`] for RSS 1.0.
pub(in crate::decode) fn story(element: &Element, own: Ns, base: &str) -> Result<Item, Reason> {
    let base = element.base(base);
    let guid = element.child(own, "guid").filter(|guid| !guid.text().trim().is_empty());
    let about = element.attribute(Ns::Rdf, "about").map(str::to_owned);
    let id = guid.map(|guid| guid.text().trim().to_owned()).or(about).and_then(|id| ItemId::new(&id));
    let mut item = draft(id).ok_or(NOTHING)?;
    item.url = link(element, own, guid, &base);
    item.title = element.child_text(own, "title").and_then(|title| text::headline(&title));
    let description = element.child(own, "description").map(body).filter(|html| !html.trim().is_empty());
    item.summary = description.as_deref().and_then(text::summary);
    let full = element.child(Ns::Content, "encoded").map(body).filter(|html| !html.trim().is_empty());
    let links_from = item.url.as_deref().unwrap_or(&base);
    item.content_html = full.or(description).map(|source| html::absolutised(&source, links_from));
    if item.title.is_none() && item.summary.is_none() && item.url.is_none() {
        return Err(NOTHING);
    }
    item.authors = authors(element, own);
    item.published = time(
        element,
        &[
            (own, "pubdate"),
            (Ns::Dc, "date"),
            (Ns::DcTerms, "created"),
            (Ns::DcTerms, "issued"),
            (Ns::Atom, "published"),
        ],
    );
    item.updated = time(element, &[(Ns::Atom, "updated"), (Ns::DcTerms, "modified")]);
    let words = [(own, "category"), (Ns::Dc, "subject"), (Ns::Media, "keywords")];
    item.tags = words.into_iter().flat_map(|(ns, name)| subjects(element, ns, name)).collect();
    once(&mut item.tags);
    item.sections = item.tags.clone();
    item.section = item.tags.first().cloned();
    let tongue =
        element.child_text(Ns::Dc, "language").or_else(|| element.attribute(Ns::Xml, "lang").map(str::to_owned));
    item.language = tongue.and_then(|tag| language::canonical(&tag));
    media_rss::read(element, &mut item, &base);
    enclosures(element, own, &mut item, &base);
    if item.image.is_none() {
        item.image = html::first_image(item.content_html.as_deref().unwrap_or(""));
    }
    item.image = item.image.take().and_then(image::finished);
    Ok(item)
}

/// HTML source: escaped text, or elements that somebody forgot to escape.
fn body(element: &Element) -> String {
    if element.has_elements() { element.inner_html() } else { element.text() }
}

/// The first link with text; a permanent guid; an alternate Atom link. Links to the feed itself have no text.
fn link(element: &Element, own: Ns, guid: Option<&Element>, base: &str) -> Option<String> {
    let written = element.all(own, "link").find_map(|link| url::absolute(&link.text(), base));
    let permanent = || {
        let guid = guid.filter(|guid| {
            !guid.attribute(Ns::None, "ispermalink").is_some_and(|no| no.trim().eq_ignore_ascii_case("false"))
        })?;
        // Absolute or nothing: a bare number is no path.
        url::absolute(&guid.text(), "")
    };
    let alternate = || {
        let links = element.all(Ns::Atom, "link");
        let mut links = links.filter(|link| link.attribute(Ns::None, "rel").is_none_or(|rel| rel == "alternate"));
        links.find_map(|link| url::absolute(link.attribute(Ns::None, "href")?, base))
    };
    written.or_else(permanent).or_else(alternate)
}

/// `dc:creator` names people; `author` is an address with a name, if it is used as it was meant.
fn authors(element: &Element, own: Ns) -> Vec<String> {
    let of = |ns, name| {
        let fields = element.all(ns, name).map(|author| author.text());
        let mut people: Vec<String> =
            fields.filter_map(|name| text::person(&decode_references(&name))).take(50).collect();
        once(&mut people);
        people
    };
    let creators = of(Ns::Dc, "creator");
    if creators.is_empty() { of(own, "author") } else { creators }
}

fn subjects(element: &Element, ns: Ns, name: &str) -> Vec<String> {
    let fields = element.all(ns, name).map(|field| decode_references(&field.text()));
    let words: Vec<String> = if ns == Ns::Media {
        fields.flat_map(|field| field.split(',').map(str::to_owned).collect::<Vec<_>>()).collect()
    } else {
        fields.collect()
    };
    words.iter().filter_map(|word| text::plain(word)).take(50).collect()
}

fn once(words: &mut Vec<String>) {
    let mut seen: Vec<String> = Vec::new();
    words.retain(|word| {
        let is_new = seen.len() < 50 && !seen.contains(word);
        if is_new {
            seen.push(word.clone());
        }
        is_new
    });
}

fn time(element: &Element, names: &[(Ns, &str)]) -> Option<Time> {
    names.iter().find_map(|(ns, name)| element.all(*ns, name).find_map(|field| date::loose(&field.text())))
}

/// A recording makes the kind of the story; a picture is its lead picture.
fn enclosures(element: &Element, own: Ns, item: &mut Item, base: &str) {
    for file in element.all(own, "enclosure").take(50) {
        let Some(address) = file.attribute(Ns::None, "url").and_then(|address| url::absolute(address, base)) else {
            continue;
        };
        let kind = file.attribute(Ns::None, "type").unwrap_or("");
        match media_rss::Kind::of(kind, &address) {
            Some(media_rss::Kind::Picture) => item.image = item.image.take().or_else(|| image::at(&address, base)),
            Some(media_rss::Kind::Recording(media)) => {
                item.media = item.media.or(Some(media));
                attach(item, address, kind);
            }
            None => attach(item, address, kind),
        }
    }
}

fn attach(item: &mut Item, url: String, kind: &str) {
    if item.attachments.iter().all(|file| file.url != url) {
        let media_type = text::plain(kind).map(|kind| kind.to_ascii_lowercase());
        item.attachments.push(Attachment { url, media_type, duration: None });
    }
}
