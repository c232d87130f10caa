//! Ghost's Content API (<https://docs.ghost.org/content-api/posts>).
//!
//! This file decides Ghost's fields alone. Titles are plain text, unlike WordPress's: `<3` stays.

use super::Source;
use super::field::{Fields, flag};
use super::finish::{Reason, draft, finish, remark, stories};
use super::url::{absolute, origin};
use super::{html, image, limits, text};
use crate::item::{Code, Failure, Feed, Format, Image, Item, ItemId};
use serde_json::Value;

const NO_ID: Reason = ("id", remark("neither id nor uuid; the post is left out"));
/// What Ghost keeps in place of its own address; some versions and proxies let it through.
const OWN_ADDRESS: &str = "__GHOST_URL__";
/// The message is the server's; this much of it is enough.
const MESSAGE: usize = 200;

/// Reads a page of posts, or what Ghost says instead.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let top = Fields { value, base: source.url };
    if let Some(error) = top.list("errors").next() {
        return Err(refusal(error));
    }
    if !value.get("posts").is_some_and(Value::is_array) {
        return Err(Failure::new(Code::NotAFeed, "The JSON holds no list `posts`."));
    }
    let first = top.list("posts").find_map(|post| post.url("url"));
    let site = origin(source.url).or_else(|| origin(first.as_deref()?)).unwrap_or("");
    let mut feed = Feed { format: Format::Ghost, url: absolute(site, ""), next: next(value), ..Feed::default() };
    let drafts = stories(&mut feed, top.list("posts"), &|fields| post(fields, site));
    Ok(finish(feed, drafts, source))
}

/// The number of the next page; one that does not lead on would be read for ever.
fn next(value: &Value) -> Option<String> {
    let page = |name: &str| value.get("meta")?.get("pagination")?.get(name)?.as_u64();
    let next = page("next").filter(|next| page("page").is_none_or(|page| *next > page));
    next.map(|next| next.to_string())
}

fn refusal(error: Fields<'_>) -> Failure {
    let code = match error.string("type errorType").as_deref() {
        Some("NotFoundError") => Code::NotFound,
        Some("TooManyRequestsError") => Code::RateLimited,
        Some("InternalServerError" | "MaintenanceError") => Code::ServerError,
        _ => Code::AccessDenied,
    };
    let mut said = error.plain("message");
    limits::cut(&mut said, MESSAGE);
    Failure::new(code, ["Ghost refused the request: ", &said.unwrap_or_default()].concat())
}

fn post(fields: Fields<'_>, site: &str) -> Result<Item, Reason> {
    let id = fields.string("id uuid").and_then(|id| ItemId::new(&id)).ok_or(NO_ID)?;
    let mut item = draft(Some(id)).ok_or(NO_ID)?;
    let own = |text: &str| text.replace(OWN_ADDRESS, site);
    item.url = fields.string("url").and_then(|url| absolute(&own(&url), site));
    item.title = fields.plain("title");
    item.summary = fields.plain("custom_excerpt excerpt");
    let links_from = item.url.as_deref().unwrap_or(site);
    item.content_html = fields.string("html").map(|source| html::absolutised(&own(&source), links_from));
    item.authors = fields.people("authors primary_author");
    item.published = fields.any_time("published_at created_at");
    item.updated = fields.any_time("updated_at");
    tags(&mut item, fields);
    item.image = fields.string("feature_image").and_then(|url| {
        let caption = fields.string("feature_image_caption").and_then(|caption| text::html_to_text(&caption));
        let found = image::at(&own(&url), site)?;
        image::finished(Image { alt: fields.plain("feature_image_alt"), caption, ..found })
    });
    if matches!(fields.string("status").as_deref(), Some("draft" | "scheduled")) {
        item.withhold();
    }
    item.pinned = fields.flag("featured");
    // Before `access` there was (and through `fields=` there may be) only the visibility to go by.
    let is_public = fields.string("visibility").is_none_or(|word| word == "public");
    item.restricted = !fields.first("access", flag).unwrap_or(is_public || item.content_html.is_some());
    Ok(item)
}

/// Tags that readers may see: internal ones steer the theme, and begin with `#`.
fn tags(item: &mut Item, fields: Fields<'_>) {
    let public = |tag: Fields<'_>| {
        let is_internal = tag.string("visibility").is_some_and(|word| word == "internal");
        tag.plain("name").filter(|name| !is_internal && !name.starts_with('#'))
    };
    item.tags = fields.list("tags").filter_map(public).take(limits::FEW).collect();
    let primary = fields.get("primary_tag").and_then(|value| public(Fields { value, ..fields }));
    item.section = primary.or_else(|| item.tags.first().cloned());
    item.sections.clone_from(&item.tags);
    // A request may ask for the first tag and not for all.
    if let Some(section) = item.section.as_ref().filter(|section| !item.tags.contains(section)) {
        item.sections.insert(0, section.clone());
    }
}
