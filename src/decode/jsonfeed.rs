//! JSON Feed 1.0 and 1.1 (<https://www.jsonfeed.org/version/1.1/>).
//!
//! This file decides JSON Feed's fields alone. Titles are plain text by the specification, but several big sites write
//! character references into them, so those are decoded; tags in titles and all of `content_text` are literal.

use super::Source;
use super::field::{Fields, body, number, string};
use super::finish::{Draft, Reason, draft, finish, remark, stories};
use super::language::canonical;
use super::references::decode_references;
use super::{image, text};
use crate::item::{Attachment, Badge, Code, Failure, Feed, Format, Image, Item, ItemId, Media};
use serde_json::Value;

const VERSION: &str = "jsonfeed.org/version/";
/// 1.1, "Suggestions for feed readers": such an item must be discarded.
const NO_ID: Reason =
    ("id", remark("blank, missing or not a text; JSON Feed readers leave the story out: give it an id"));

/// Whether the document says that it is JSON Feed.
pub(super) fn is(value: &Value, _: &Source<'_>) -> bool {
    value.get("version").and_then(Value::as_str).is_some_and(|version| version.contains(VERSION))
}

/// Reads JSON Feed.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let top = Fields { value, base: source.url };
    if !value.get("items").is_some_and(Value::is_array) {
        return Err(Failure::new(Code::NotAFeed, "The JSON Feed has no list `items`."));
    }
    let version = top.string("version").unwrap_or_default();
    let mut feed = Feed {
        format: if version.contains("version/1.1") { Format::JsonFeed11 } else { Format::JsonFeed10 },
        title: top.string("title").and_then(|title| text::plain(&decode_references(&title))),
        url: top.url("home_page_url"),
        feed_url: top.url("feed_url"),
        language: top.string("language").and_then(|tag| canonical(&tag)),
        next: top.url("next_url"),
        expired: value.get("expired") == Some(&Value::Bool(true)),
        ..Feed::default()
    };
    // The specification is silent on relative addresses; its editor says they start from the home page.
    let base = feed.url.clone().or_else(|| feed.feed_url.clone()).unwrap_or_else(|| source.url.to_owned());
    let authors = people(top);
    let read = |fields| story(fields, &authors);
    let drafts: Vec<Draft> = stories(&mut feed, Fields { value, base: &base }.list("items"), &read);
    Ok(finish(feed, drafts, source))
}

fn story(fields: Fields<'_>, authors: &[String]) -> Result<Item, Reason> {
    let id = fields.string("id").and_then(|id| ItemId::new(&id)).ok_or(NO_ID)?;
    let mut item = draft(Some(id)).ok_or(NO_ID)?;
    let plain = fields.string("content_text");
    item.url = fields.url("url external_url");
    item.title = fields.string("title").and_then(|title| text::plain(&decode_references(&title)));
    item.summary = fields.plain("summary content_text");
    item.content_html = fields.string("content_html").map(|html| body(&html, fields.base));
    item.content_html = item.content_html.or_else(|| plain.map(|plain| text::escape(&plain)));
    item.authors = people(fields);
    if item.authors.is_empty() {
        item.authors = authors.to_vec();
    }
    item.published = fields.time("date_published");
    item.updated = fields.time("date_modified");
    item.tags = fields.words("tags");
    item.sections.clone_from(&item.tags);
    item.section = item.tags.first().cloned();
    item.language = fields.string("language").and_then(|tag| canonical(&tag));
    item.attachments = fields.list("attachments").filter_map(attachment).collect();
    let mut kinds = item.attachments.iter().filter_map(|file| Media::from_mime(file.media_type.as_deref()?));
    item.media = kinds.next();
    item.image = fields.first("image banner_image", |url| image::at(url.as_str()?, fields.base));
    if let Some(value) = fields.get("_news") {
        extension(&mut item, Fields { value, ..fields });
    }
    Ok(item)
}

/// `authors` beats the `author` of 1.0; either may be a list, an object or a bare name.
fn people(fields: Fields<'_>) -> Vec<String> {
    let named = fields.people("authors");
    if named.is_empty() { fields.people("author") } else { named }
}

fn attachment(entry: Fields<'_>) -> Option<Attachment> {
    Some(Attachment {
        url: entry.url("url")?,
        media_type: entry.plain("mime_type"),
        duration: entry.first("duration_in_seconds", number),
    })
}

/// Our own extension object: what JSON Feed has no field for.
fn extension(item: &mut Item, news: Fields<'_>) {
    item.urgency = news.count("urgency").and_then(|level| u8::try_from(level).ok()).filter(|level| *level <= 9);
    item.breaking = news.flag("breaking");
    item.breaking_until = news.time("breaking_until");
    item.correction = news.flag("correction");
    item.badges = news.words("badges").iter().filter_map(|word| Badge::from_word(word)).collect();
    if let Some(image) = &mut item.image {
        let alt = news.first("alt", |alt| string(alt).and_then(|alt| text::plain(&alt)));
        *image = Image { credit: news.plain("credit"), alt, ..std::mem::take(image) };
    }
}
