//! WordPress REST, `/wp/v2/posts` (<https://developer.wordpress.org/rest-api/reference/posts/#schema>).
//!
//! This file decides WordPress's fields alone. Three kinds of text meet here: `rendered` fields are HTML, names of terms
//! and users are stored escaped (decoded once), `alt_text` is plain.

mod media;
mod paging;
mod refusal;
mod terms;

pub(super) use refusal::refusal;

use super::Source;
use super::field::{self, Fields};
use super::finish::{Reason, draft, finish, remark, stories};
use super::references::decode_references;
use super::text::{html_to_text, plain};
use super::url::origin;
use crate::item::{Code, Failure, Feed, Format, Item, ItemId, Media};
use serde_json::Value;

/// Statuses of core that no visitor sees.
const UNPUBLISHED: &str = "draft auto-draft pending future private trash";

const EMPTY: Reason = ("id", remark("neither id nor link; the post is left out"));

/// Whether the document is a list of posts, one post, an envelope around them, or a refusal.
pub(super) fn is(value: &Value, source: &Source<'_>) -> bool {
    let asked = paging::is_rest(source.url);
    let body = unwrapped(value);
    let empty = body.as_array().is_some_and(Vec::is_empty);
    let first = body.get(0).unwrap_or(body);
    let post = rendered(first, "title").is_some() && (first.get("link").is_some() || asked);
    post || (empty && asked) || refusal::is(value)
}

/// Reads posts.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    if let Some(spoken) = refusal(value, source) {
        return spoken;
    }
    let body = unwrapped(value);
    // The `format` setting skips the sniffing, so the shape is not certain here.
    if body.is_object() && rendered(body, "title").is_none() {
        return Err(Failure::new(Code::NotAFeed, "The JSON is no list of WordPress posts."));
    }
    let one = std::slice::from_ref(body);
    let list = body.as_array().map_or(one, Vec::as_slice);
    let link = list.first().and_then(|post| post.get("link")).and_then(Value::as_str).unwrap_or("");
    let site = origin(source.url).or_else(|| origin(link)).unwrap_or("");
    let mut feed = Feed {
        format: Format::WordPress,
        url: super::url::absolute(site, ""),
        next: body.as_array().and_then(|list| paging::next(source.url, list.len())),
        ..Feed::default()
    };
    let read = |fields| post(fields, site);
    let drafts = stories(&mut feed, list.iter().map(|value| Fields { value, base: source.url }), &read);
    Ok(finish(feed, drafts, source))
}

/// `_envelope` wraps the answer into an object.
fn unwrapped(value: &Value) -> &Value {
    value
        .get("body")
        .filter(|body| value.get("headers").is_some() && (body.is_array() || body.is_object()))
        .unwrap_or(value)
}

/// The HTML of a field like `{"rendered": "..."}`.
fn rendered<'a>(post: &'a Value, name: &str) -> Option<&'a str> {
    post.get(name)?.get("rendered")?.as_str()
}

fn is_protected(post: &Value, name: &str) -> bool {
    post.get(name).and_then(|field| field.get("protected")) == Some(&Value::Bool(true))
}

fn post(fields: Fields<'_>, site: &str) -> Result<Item, Reason> {
    let post = fields.value;
    let mut item = draft(id(fields, site)).ok_or(EMPTY)?;
    item.url = fields.url("link");
    if item.url.is_none() && fields.get("id").is_none() {
        return Err(EMPTY);
    }
    item.title = rendered(post, "title").and_then(html_to_text);
    if !is_protected(post, "excerpt") {
        let excerpt = rendered(post, "excerpt").and_then(html_to_text);
        item.summary = excerpt.map(|text| text.replace("[…]", "…"));
    }
    item.restricted = is_protected(post, "content");
    if !item.restricted {
        let body = rendered(post, "content").filter(|html| !html.trim().is_empty());
        item.content_html = body.map(|html| field::body(html, item.url.as_deref().unwrap_or(site)));
    }
    // `*_gmt` carries no zone and is UTC; the local times serve only where a site leaves it out.
    item.published = fields.time("date_gmt date");
    item.updated =
        fields.time("modified_gmt modified").filter(|updated| item.published.is_none_or(|date| *updated > date));
    // A saved answer, or one that an editor's browser got, holds more than the public list.
    if fields.string("status").is_some_and(|status| UNPUBLISHED.split(' ').any(|word| word == status)) {
        item.withhold();
    }
    item.pinned = fields.flag("sticky");
    item.media = fields.first("format", |format| Media::from_word(format.as_str()?));
    item.authors = authors(fields);
    terms::read(&mut item, fields);
    item.image = media::lead(fields);
    Ok(item)
}

/// The RSS guid of the same post, else the short link: a bare number would collide between sites.
fn id(fields: Fields<'_>, site: &str) -> Option<ItemId> {
    let guid = rendered(fields.value, "guid").map(decode_references).and_then(|guid| ItemId::new(&guid));
    guid.or_else(|| {
        let number = fields.string("id")?;
        ItemId::new(&[site, "/?p=", &number].concat())
    })
}

/// Names of embedded authors; an author that is gone is embedded as an error without a name.
fn authors(fields: Fields<'_>) -> Vec<String> {
    let Some(value) = fields.get("_embedded") else {
        return Vec::new();
    };
    let embedded = Fields { value, ..fields }.list("author");
    embedded.filter_map(|author| plain(&decode_references(&author.string("name")?))).collect()
}
