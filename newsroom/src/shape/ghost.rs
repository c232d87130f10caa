//! Ghost Content API, `/ghost/api/content/posts/` (<https://docs.ghost.org/content-api/posts>): plain headlines, dates with
//! milliseconds and the site's offset, names only where `include` asks for them. It cannot say that a story was withdrawn.

use super::{BAKU, absolute, escape};
use crate::{Time, desk::Desk, story::Story};
use chrono::{FixedOffset, SecondsFormat};
use serde_json::{Value, json};

/// The page `page` (from 1) of `limit` posts. Past the end the list is empty, as the real one's is.
pub(crate) fn write(desk: &Desk, origin: &str, page: usize, limit: usize, include: &str) -> Value {
    let total = desk.stories.len();
    let pages = total.div_ceil(limit).max(1);
    let shown = desk.stories.iter().skip(page.saturating_sub(1).saturating_mul(limit)).take(limit);
    let posts: Vec<Value> = shown.map(|story| post(desk, story, origin, include)).collect();
    json!({
        "posts": posts,
        "meta": {"pagination": {
            "page": page, "limit": limit, "pages": pages, "total": total,
            "next": (page < pages).then(|| page + 1), "prev": (page > 1).then(|| page - 1),
        }},
    })
}

fn post(desk: &Desk, story: &Story, origin: &str, include: &str) -> Value {
    let published = story.time("published").unwrap_or(desk.changed);
    let locked = story.flag("restricted");
    let caption = [story.picture("caption"), story.picture("credit")];
    let caption: Vec<String> = caption.into_iter().flatten().map(escape).collect();
    let mut post = json!({
        "id": format!("{:024x}", story.number),
        "uuid": format!("00000000-0000-4000-8000-{:012x}", story.number),
        "title": story.text("title"),
        "slug": story.slug,
        "html": if locked { None } else { story.text("content_html") },
        "excerpt": story.text("summary"),
        "custom_excerpt": story.text("summary"),
        "feature_image": story.picture("url").map(|url| absolute(origin, url)),
        "feature_image_alt": story.picture("alt"),
        "feature_image_caption": (!caption.is_empty()).then(|| caption.join(" ")),
        "featured": story.flag("pinned"),
        "visibility": if locked { "paid" } else { "public" },
        "access": !locked,
        "published_at": date(published),
        "updated_at": date(story.time("updated").unwrap_or(published)),
        "url": story.text("url").map(|url| absolute(origin, url)),
        "canonical_url": null,
    });
    let asked = |name: &str| include.split(',').any(|one| one == name);
    if let Some(fields) = post.as_object_mut() {
        if asked("authors") {
            let authors: Vec<Value> = story.texts("authors").into_iter().map(|name| json!({"name": name})).collect();
            fields.insert("primary_author".to_owned(), authors.first().cloned().unwrap_or_default());
            fields.insert("authors".to_owned(), json!(authors));
        }
        if asked("tags") {
            // The first tag is the section, by the habit of every Ghost theme.
            let names = story.text("section").into_iter().chain(story.texts("tags"));
            let tags: Vec<Value> = names.map(|name| json!({"name": name, "visibility": "public"})).collect();
            fields.insert("primary_tag".to_owned(), tags.first().cloned().unwrap_or_default());
            fields.insert("tags".to_owned(), json!(tags));
        }
    }
    post
}

fn date(time: Time) -> String {
    match FixedOffset::east_opt(BAKU) {
        Some(zone) => time.with_timezone(&zone).to_rfc3339_opts(SecondsFormat::Millis, false),
        None => time.to_rfc3339_opts(SecondsFormat::Millis, false),
    }
}
