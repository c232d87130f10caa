//! One story of own JSON.

use crate::decode::field::{Fields, flag, number, string};
use crate::decode::finish::{Reason, draft, remark};
use crate::decode::language::canonical;
use crate::decode::{image, text};
use crate::item::{Attachment, Badge, Image, Item, ItemId, LiveUpdate, Media};

/// Nothing that could be shown, linked or recognised again.
const EMPTY: Reason = ("id", remark("neither id nor url, title or summary; the story is left out"));

pub(super) fn read(fields: Fields<'_>) -> Result<Item, Reason> {
    let id = fields.string("id guid").and_then(|id| ItemId::new(&id));
    let named = id.is_some();
    let mut item = draft(id).ok_or(EMPTY)?;
    item.url = fields.url("url link href permalink");
    item.title = fields.plain("title headline name");
    item.summary = fields.plain("summary description excerpt standfirst");
    if !named && item.url.is_none() && item.title.is_none() && item.summary.is_none() {
        return Err(EMPTY);
    }
    item.content_html = body(fields);
    item.body_url = fields.url("body_url");
    item.authors = fields.people("authors author byline by");
    item.place = fields.plain("place location dateline");
    item.published = fields.time("published date published_at date_published datePublished pubDate created_at");
    item.updated = fields.time("updated modified updated_at date_modified dateModified");
    item.tags = fields.words("tags keywords");
    item.language = fields.string("language lang").and_then(|tag| canonical(&tag));
    item.image = fields.first("image img picture photo thumbnail", |value| picture(Fields { value, ..fields }));
    item.attachments = fields.list("attachments").filter_map(attachment).collect();
    item.media = fields.first("media media_type", |value| Media::from_word(value.as_str()?));
    item.live_updates = live_updates(fields);
    item.badges = fields.words("badges badge").iter().filter_map(|word| Badge::from_word(word)).collect();
    sections(&mut item, fields);
    policy(&mut item, fields);
    Ok(item)
}

/// As written: own JSON is what all formats are converted to, so reading it changes nothing.
fn body(fields: Fields<'_>) -> Option<String> {
    let html = fields.first("content_html content body_html body html", |value| value.as_str());
    let html = html.filter(|html| !html.trim().is_empty()).map(str::to_owned);
    html.or_else(|| fields.string("content_text").map(|plain| text::escape(&plain)))
}

/// The shown area is the first of all, and all contain the shown one, because filters match any.
fn sections(item: &mut Item, fields: Fields<'_>) {
    item.sections = fields.words("sections categories");
    item.section = fields.plain("section category rubric").or_else(|| item.sections.first().cloned());
    if let Some(section) = &item.section
        && !item.sections.contains(section)
    {
        item.sections.insert(0, section.clone());
    }
}

/// What the newsroom decided about the story.
fn policy(item: &mut Item, fields: Fields<'_>) {
    item.urgency = fields.count("urgency").and_then(|level| u8::try_from(level).ok()).filter(|level| *level <= 9);
    item.breaking = fields.flag("breaking is_breaking urgent");
    item.breaking_until = fields.time("breaking_until");
    item.pinned = fields.flag("pinned sticky");
    item.correction_text = fields.plain("correction_text");
    item.correction = fields.flag("correction");
    // `correction` may hold the text itself.
    if let Some(value) = fields.get("correction").filter(|value| value.is_string() && flag(value).is_none()) {
        item.correction_text = item.correction_text.take().or_else(|| text::plain(&string(value)?));
    }
    item.correction |= item.correction_text.is_some();
    item.restricted = fields.flag("restricted paywall");
    item.embargoed_until = fields.time("embargoed_until embargoed embargo");
    item.expires = fields.time("expires expires_at");
    item.withdrawn = fields.flag("withdrawn deleted");
    item.replaces = fields.string("replaces").and_then(|id| ItemId::new(&id));
}

/// A picture: its address, an object, or the first of several.
fn picture(fields: Fields<'_>) -> Option<Image> {
    if let Some(first) = fields.value.as_array().and_then(|list| list.first()) {
        return picture(Fields { value: first, ..fields });
    }
    if let Some(url) = fields.value.as_str() {
        return image::at(url, fields.base);
    }
    let url = fields.first("url src href", |value| value.as_str().filter(|url| !url.trim().is_empty()))?;
    let sizes = fields
        .list("sizes")
        .filter_map(|entry| image::size(entry.get("url src"), entry.get("width"), entry.get("height"), fields.base));
    image::finished(Image {
        width: fields.count("width"),
        height: fields.count("height"),
        // An empty alt is a statement: the picture is decoration.
        alt: fields.first("alt", |value| value.as_str()).map(|alt| text::plain(alt).unwrap_or_default()),
        caption: fields.plain("caption"),
        credit: fields.plain("credit"),
        sizes: sizes.collect(),
        ..image::at(url, fields.base)?
    })
}

fn attachment(entry: Fields<'_>) -> Option<Attachment> {
    Some(Attachment {
        url: entry.url("url href src")?,
        media_type: entry.plain("type mime_type media_type"),
        duration: entry.first("duration", number),
    })
}

/// Newest first, the undated last.
fn live_updates(fields: Fields<'_>) -> Vec<LiveUpdate> {
    let mut updates: Vec<_> = fields
        .list("live_updates")
        .map(|entry| LiveUpdate {
            id: entry.string("id").map(|id| id.trim().to_owned()),
            title: entry.plain("title headline"),
            content_html: body(entry),
            published: entry.time("published date"),
            url: entry.url("url link"),
            key_event: entry.flag("key_event"),
        })
        .filter(|update| update.title.is_some() || update.content_html.is_some())
        .collect();
    crate::sorted::sort(&mut updates, |a, b| a.published > b.published);
    updates
}
