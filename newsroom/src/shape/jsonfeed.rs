//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>). It cannot say that a story was withdrawn, nor that it is urgent.

use super::absolute;
use crate::{desk::Desk, story::Story};
use serde_json::{Map, Value, json};

pub(super) fn write(desk: &Desk, origin: &str) -> Value {
    let items: Vec<Value> = desk.stories.iter().map(|story| item(story, origin)).collect();
    json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": desk.script.outlet,
        "home_page_url": format!("{origin}/"),
        "feed_url": format!("{origin}/feeds/{}/jsonfeed.json", desk.language),
        "language": desk.language,
        "items": items,
    })
}

fn item(story: &Story, origin: &str) -> Value {
    let mut item = Map::new();
    let mut set = |name: &str, value: Value| item.insert(name.to_owned(), value);
    set("id", json!(story.id()));
    let texts =
        [("title", "title"), ("summary", "summary"), ("content_html", "content_html"), ("language", "language")];
    let dates = [("date_published", "published"), ("date_modified", "updated")];
    for (theirs, ours) in texts.into_iter().chain(dates) {
        if let Some(text) = story.text(ours) {
            set(theirs, json!(text));
        }
    }
    if let Some(url) = story.text("url") {
        set("url", json!(absolute(origin, url)));
    }
    // Either body is required by the format.
    if story.text("content_html").is_none() {
        set("content_text", json!(story.text("summary").or(story.text("title")).unwrap_or_default()));
    }
    let authors: Vec<Value> = story.texts("authors").into_iter().map(|name| json!({"name": name})).collect();
    set("authors", json!(authors));
    let tags: Vec<&str> = story.text("section").into_iter().chain(story.texts("tags")).collect();
    set("tags", json!(tags));
    if let Some(url) = story.picture("url") {
        set("image", json!(absolute(origin, url)));
    }
    Value::Object(item)
}
