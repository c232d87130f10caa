//! One entry of Atom.

use super::{is_draft, links, words};
use crate::decode::field::{distinct, short};
use crate::decode::finish::{Reason, draft, remark};
use crate::decode::references::decode_references;
use crate::decode::xml::{Element, Ns};
use crate::decode::{date, html, image, language, limits, media_rss, text, url};
use crate::item::{Image, Item, ItemId};

const NOTHING: Reason = ("title", remark("neither title nor summary nor link; the entry is left out"));
/// Pixels. What is stated to be no wider is a face or an icon: code forges put the author's beside every release.
const ICON: u32 = 64;
/// Pixels. What is narrower gives way to a picture in the body: blog hosts name only a square of 72 pixels.
const SMALL: u32 = 150;

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
    let content = element.child(own, "content");
    // An id that is an address is better than no address at all.
    item.url = links::to(element, own, &base, "alternate", wanted)
        .or_else(|| links::page(content?, &base))
        .or_else(|| url::absolute(id.as_deref()?, ""));
    item.title = element.child(own, "title").and_then(words::line);
    let summary = element.child(own, "summary");
    item.summary = summary.and_then(words::line).or_else(|| excerpt(content?));
    let bodies = [content, summary].into_iter().flatten();
    item.content_html = bodies.filter_map(|body| words::html(body, &base)).next();
    if item.title.is_none() && item.summary.is_none() && item.url.is_none() {
        return Err(NOTHING);
    }
    times(element, own, &mut item);
    item.authors = people(element, feed);
    item.tags = subjects(element, own);
    item.sections.clone_from(&item.tags);
    item.section = item.tags.first().cloned();
    links::files(element, own, &mut item, &base);
    media_rss::read(element, &mut item, &base);
    item.image = lead(&item);
    if is_draft(element) {
        item.withhold();
    }
    Ok(item)
}

/// The start of a body, where there is no summary.
fn excerpt(content: &Element) -> Option<String> {
    let mut text = words::line(content);
    limits::cut(&mut text, limits::SUMMARY);
    text
}

/// The picture that the entry names, else the first one of its body.
fn lead(item: &Item) -> Option<Image> {
    let body = || html::first_image(item.content_html.as_deref()?);
    let named = item.image.clone().filter(|image| image.width.is_none_or(|width| width > ICON));
    let is_small = named.as_ref().is_some_and(|image| image.width.is_some_and(|width| width < SMALL));
    let found = if is_small { body().or(named) } else { named.or_else(body) };
    found.and_then(image::finished)
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
        found = distinct(creators.filter_map(|name| short(Some(name))));
    }
    if found.is_empty() { feed.authors.to_vec() } else { found }
}

/// Names of `author` elements; WordPress escapes them once too often.
pub(super) fn authors(element: &Element, own: Ns) -> Vec<String> {
    let names = element.all(own, "author").filter_map(|author| author.child_text(own, "name"));
    distinct(names.filter_map(|name| short(text::person(&decode_references(&name)))))
}

/// Labels, else terms, each once. A term that is an address is meant for machines.
fn subjects(element: &Element, own: Ns) -> Vec<String> {
    let categories = element.all(own, "category").filter_map(|category| {
        let label = category.attribute(Ns::None, "label").filter(|label| !label.trim().is_empty());
        let term = || category.attribute(Ns::None, "term").filter(|term| url::absolute(term, "").is_none());
        label.or_else(term).map(str::to_owned)
    });
    let words = categories.chain(element.all(Ns::Dc, "subject").map(Element::text));
    distinct(words.filter_map(|word| short(text::plain(&decode_references(&word)))))
}
