//! Ghost's Content API (<https://docs.ghost.org/content-api/posts>).
//!
//! This file decides Ghost's fields alone. Titles are plain text, unlike WordPress's: `<3` stays.

use super::Source;
use super::field::{Fields, flag};
use super::finish::{Reason, draft, finish, stories};
use super::url::{absolute, origin};
use super::{html, image, text};
use crate::item::{Code, Failure, Feed, Format, Image, Item, ItemId};
use serde_json::Value;

const NO_ID: Reason = ("id", "neither id nor uuid; the post is left out");
/// What Ghost writes in place of its own address.
const OWN_ADDRESS: &str = "__GHOST_URL__";

/// Reads a page of posts, or what Ghost says instead.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let top = Fields { value, base: source.url };
    if let Some(error) = top.list("errors").next() {
        let mut message = String::from("Ghost refused the request: ");
        message.push_str(&error.plain("message").unwrap_or_default());
        let is_missing = error.string("type").is_some_and(|kind| kind == "NotFoundError");
        return Err(Failure::new(if is_missing { Code::NotFound } else { Code::AccessDenied }, message));
    }
    if !value.get("posts").is_some_and(Value::is_array) {
        return Err(Failure::new(Code::NotAFeed, "The JSON holds no list `posts`."));
    }
    let site = origin(source.url).unwrap_or("");
    let next = value.pointer("/meta/pagination/next").and_then(Value::as_u64).map(|page| page.to_string());
    let mut feed = Feed { format: Format::Ghost, url: absolute(site, ""), next, ..Feed::default() };
    let drafts = stories(&mut feed, top.list("posts"), &|fields| post(fields, site));
    Ok(finish(feed, drafts, source))
}

fn post(fields: Fields<'_>, site: &str) -> Result<Item, Reason> {
    let id = fields.string("id uuid").and_then(|id| ItemId::new(&id)).ok_or(NO_ID)?;
    let mut item = draft(Some(id)).ok_or(NO_ID)?;
    let own = |text: &str| text.replace(OWN_ADDRESS, site);
    item.url = fields.string("url").and_then(|url| absolute(&own(&url), site));
    item.title = fields.plain("title");
    item.summary = fields.plain("custom_excerpt excerpt");
    item.content_html =
        fields.string("html").map(|source| html::absolutised(&own(&source), item.url.as_deref().unwrap_or(site)));
    item.authors = fields.people("authors primary_author");
    item.published = fields.time("published_at created_at");
    item.updated = fields.time("updated_at");
    let is_public = |tag: &Fields<'_>| {
        tag.string("visibility").is_none_or(|word| word != "internal")
            && tag.string("name").is_some_and(|name| !name.starts_with('#'))
    };
    item.tags = fields.list("tags").filter(is_public).filter_map(|tag| tag.plain("name")).take(50).collect();
    let primary = fields.get("primary_tag").map(|value| Fields { value, ..fields }).filter(is_public);
    item.section = primary.and_then(|tag| tag.plain("name")).or_else(|| item.tags.first().cloned());
    item.sections.clone_from(&item.tags);
    item.image = fields.string("feature_image").and_then(|url| {
        let caption = fields.string("feature_image_caption").and_then(|caption| text::html_to_text(&caption));
        let found = image::at(&own(&url), site)?;
        image::finished(Image { alt: fields.plain("feature_image_alt"), caption, ..found })
    });
    item.pinned = fields.flag("featured");
    item.restricted = fields.first("access", flag) == Some(false);
    Ok(item)
}
