//! ninjs 1.x: one text per field, pictures as an object of named associations. Sent as a bare array.

use super::{SCHEME, all, kind, subjects, urgency, uri, version_created};
use crate::{desk::Desk, shape::absolute, story::Story};
use serde_json::{Value, json};

pub(in crate::shape) fn write(desk: &Desk, origin: &str) -> String {
    let withdrawn = |story: &Story| {
        json!({
            "uri": uri(story, origin), "type": kind(story), "pubstatus": "canceled",
            "versioncreated": version_created(story),
        })
    };
    Value::Array(all(desk, |story| item(story, origin), withdrawn)).to_string()
}

fn item(story: &Story, origin: &str) -> Value {
    let subjects: Vec<Value> =
        subjects(story).map(|name| json!({"name": name, "scheme": SCHEME, "code": name})).collect();
    let mut item = json!({
        "uri": uri(story, origin),
        "type": kind(story),
        "mimetype": "text/html",
        "pubstatus": "usable",
        "urgency": urgency(story),
        "language": story.text("language"),
        "firstcreated": story.text("published"),
        "versioncreated": version_created(story),
        "headline": story.text("title"),
        "byline": story.texts("authors").join(", "),
        "description_text": story.text("summary"),
        "body_html": story.text("content_html"),
        "located": story.text("place"),
        "subject": subjects,
    });
    if let (Some(url), Some(fields)) = (story.picture("url"), item.as_object_mut()) {
        fields.insert("associations".to_owned(), json!({"main": picture(story, &absolute(origin, url))}));
    }
    item
}

fn picture(story: &Story, url: &str) -> Value {
    json!({
        "uri": url, "type": "picture",
        "description_text": story.picture("caption"), "byline": story.picture("credit"),
        "renditions": {"original": {
            "href": url, "mimetype": "image/svg+xml",
            "width": story.picture_size("width"), "height": story.picture_size("height"),
        }},
    })
}
