//! One story of ninjs.

use super::pictures;
use super::roles::{Entry, entries};
use crate::decode::field::{Fields, number};
use crate::decode::finish::{Reason, draft};
use crate::decode::{html, language, text};
use crate::item::{Item, ItemId};

const NO_ID: Reason = ("id", "neither uri nor guid; the story is left out");
/// A subject that a machine is less sure of says nothing about the story.
const LEAST_RELEVANCE: f64 = 50.0;

pub(super) fn story(fields: Fields<'_>) -> Result<Item, Reason> {
    let id = fields.string("uri guid").and_then(|id| ItemId::new(&id)).ok_or(NO_ID)?;
    let mut item = draft(Some(id)).ok_or(NO_ID)?;
    pictures::fill(fields, &mut item);
    item.url = fields.url("uri").filter(|_| item.media != Some(crate::item::Media::Photo));
    item.title = title(fields);
    item.summary = summary(fields);
    let links_from = item.url.clone().unwrap_or_else(|| fields.base.to_owned());
    item.content_html = body(fields).map(|source| html::absolutised(&source, &links_from));
    item.authors = fields.people("byline by authors");
    item.place = fields.plain("located");
    item.published =
        fields.time("firstpublished firstPublished firstcreated firstCreated versioncreated versionCreated");
    item.updated = fields.time("versioncreated versionCreated");
    item.tags = subjects(fields);
    item.sections.clone_from(&item.tags);
    let service = fields.list("service").find_map(|service| service.plain("name"));
    item.section = service.or_else(|| item.tags.first().cloned());
    item.language = fields.string("language").and_then(|tag| language::canonical(&tag));
    item.urgency = fields.count("urgency").and_then(|level| u8::try_from(level).ok()).filter(|level| *level <= 9);
    item.breaking = item.urgency == Some(1);
    item.embargoed_until = fields.time("embargoed embargoedUntil embargoed_until");
    item.expires = fields.time("expires");
    item.replaces = fields.string("evolvedfrom").and_then(|id| ItemId::new(&id));
    let status = fields.string("pubstatus pubStatus").unwrap_or_default().to_ascii_lowercase();
    item.withdrawn = matches!(status.as_str(), "canceled" | "cancelled");
    let is_news = fields.string("type").is_none_or(|kind| kind != "event" && kind != "planning");
    if status == "withheld" || !is_news {
        item.withhold();
    }
    Ok(item)
}

/// Tags are taken out, references stay: the field is text (formats.md R1).
fn line(written: &str) -> Option<String> {
    if written.contains("</") { text::html_to_text(written) } else { text::plain(written) }
}

fn title(fields: Fields<'_>) -> Option<String> {
    let listed = entries(fields, "headlines");
    let main = listed.iter().find(|entry| entry.plays(&["main", ""])).or_else(|| listed.first());
    let written = fields.string("headline headline_main").map(|written| written.into_owned());
    written
        .or_else(|| main?.value())
        .or_else(|| Some(fields.string("title")?.into_owned()))
        .and_then(|title| line(&title))
}

fn summary(fields: Fields<'_>) -> Option<String> {
    if let Some(plain) = fields.plain("description_text") {
        return Some(plain);
    }
    if let Some(html) = fields.string("description_html description_summary") {
        return text::html_to_text(&html);
    }
    let listed = entries(fields, "descriptions");
    let is_summary = |entry: &&Entry<'_>| entry.plays(&["text", "summary", "abstract", "description", ""]);
    let plain = listed.iter().filter(is_summary).find(|entry| !entry.kind().contains("html"));
    plain.or_else(|| listed.iter().find(is_summary)).and_then(|entry| {
        let value = entry.value()?;
        if entry.kind().contains("html") { text::html_to_text(&value) } else { text::plain(&value) }
    })
}

fn body(fields: Fields<'_>) -> Option<String> {
    if let Some(html) = fields.string("body_html body_xhtml body_html5") {
        return Some(inside(&html).to_owned());
    }
    let listed = entries(fields, "bodies");
    let rich =
        listed.iter().find(|entry| entry.kind() == "text/html" || (entry.kind().is_empty() && entry.plays(&["html"])));
    if let Some(html) = rich.and_then(|entry| entry.value()) {
        return Some(inside(&html).to_owned());
    }
    let plain =
        listed.iter().find(|entry| matches!(entry.kind().as_str(), "text/plain" | "")).and_then(|entry| entry.value());
    plain.or_else(|| Some(fields.string("body_text")?.into_owned())).map(|plain| text::escape(&plain))
}

/// Bodies may be whole documents: what stands inside `<body>`.
fn inside(document: &str) -> &str {
    html::body_of(document)
}

fn subjects(fields: Fields<'_>) -> Vec<String> {
    let is_relevant =
        |subject: &Fields<'_>| subject.first("relevance", number).is_none_or(|sure| sure >= LEAST_RELEVANCE);
    let listed = ["subject", "subjects", "genre", "genres"].into_iter().flat_map(|name| fields.list(name));
    let mut names: Vec<String> = Vec::new();
    for name in
        listed.filter(is_relevant).filter_map(|subject| subject.plain("name literal")).chain(fields.words("keywords"))
    {
        if names.len() < 50 && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}
