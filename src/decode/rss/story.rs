//! One `item` of RSS, of any version.

use super::{files, words};
use crate::decode::finish::{Reason, draft, remark};
use crate::decode::xml::{Element, Ns};
use crate::decode::{date, html, language, text, url};
use crate::item::{Item, ItemId, Time};

const NOTHING: Reason = ("title", remark("neither title nor text nor link; the item is left out"));

/// Reads an item whose core elements are in `own`: [`Ns::None`], or [`Ns::Rss1`] for RSS 1.0.
pub(in crate::decode) fn story(element: &Element, own: Ns, base: &str) -> Result<Item, Reason> {
    let base = element.base(base);
    let guid = element.all(own, "guid").find(|guid| !guid.text().trim().is_empty());
    let about = element.attribute(Ns::Rdf, "about").map(str::to_owned);
    let id = guid.map(Element::text).or(about).and_then(|id| ItemId::new(&id));
    let mut item = draft(id).ok_or(NOTHING)?;
    item.url = link(element, own, guid, &base);
    item.title = element.child_text(own, "title").and_then(|title| text::headline(&title));
    texts(element, own, &mut item, &base);
    if item.title.is_none() && item.summary.is_none() && item.url.is_none() && item.content_html.is_none() {
        return Err(NOTHING);
    }
    times(element, own, &mut item);
    item.authors = words::authors(element, own);
    words::subjects(element, own, &mut item);
    let tongue =
        element.child_text(Ns::Dc, "language").or_else(|| element.attribute(Ns::Xml, "lang").map(str::to_owned));
    item.language = tongue.and_then(|tag| language::canonical(&tag));
    files::read(element, own, &mut item, &base);
    Ok(item)
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

/// Summary and body. `content:encoded` is the whole story, `description` its beginning or, alone, all there is.
fn texts(element: &Element, own: Ns, item: &mut Item, base: &str) {
    let of = |ns, name| element.all(ns, name).map(source).find(|html| !html.trim().is_empty());
    let description = of(own, "description");
    let full = of(Ns::Content, "encoded");
    item.summary = description.as_deref().and_then(text::summary);
    let links_from = item.url.as_deref().unwrap_or(base);
    item.content_html = full.or(description).map(|source| html::absolutised(text::unmarked(&source), links_from));
}

/// HTML source: escaped text, or elements that somebody forgot to escape.
fn source(element: &Element) -> String {
    if element.has_elements() { element.inner_html() } else { element.text() }
}

/// A time of change alone is the only date there is, and no sign of a change.
fn times(element: &Element, own: Ns, item: &mut Item) {
    let core = [(own, "pubdate"), (Ns::Dc, "date")];
    let modules = [(Ns::DcTerms, "created"), (Ns::DcTerms, "issued"), (Ns::Atom, "published")];
    let updated = time(element, &[(Ns::Atom, "updated"), (Ns::DcTerms, "modified")]);
    item.published = time(element, &core).or_else(|| time(element, &modules));
    match item.published {
        Some(_) => item.updated = updated,
        None => item.published = updated,
    }
}

fn time(element: &Element, names: &[(Ns, &str)]) -> Option<Time> {
    names.iter().find_map(|(ns, name)| element.all(*ns, name).find_map(|field| date::loose(&field.text())))
}
