//! ninjs 2.x and 3.x: texts with roles, pictures as an array. The two differ in spelling: 3 writes camelCase. Sent in the
//! envelope `items`.

use super::{SCHEME, all, kind, subjects, urgency, uri, version_created};
use crate::{desk::Desk, shape::absolute, story::Story};
use serde_json::{Map, Value, json};

pub(in crate::shape) fn second(desk: &Desk, origin: &str) -> String {
    json!({"items": items(desk, origin)}).to_string()
}

pub(in crate::shape) fn third(desk: &Desk, origin: &str) -> String {
    let items: Vec<Value> = items(desk, origin).into_iter().map(camel_case).collect();
    json!({"items": items}).to_string()
}

/// As version 2 spells it.
fn items(desk: &Desk, origin: &str) -> Vec<Value> {
    let withdrawn = |story: &Story| {
        json!({
            "uri": uri(story, origin), "standard": standard(), "type": kind(story), "pubstatus": "canceled",
            "versioncreated": version_created(story),
        })
    };
    all(desk, |story| item(story, origin), withdrawn)
}

fn standard() -> Value {
    json!({"name": "ninjs", "version": "2.1"})
}

fn item(story: &Story, origin: &str) -> Value {
    let subjects: Vec<Value> =
        subjects(story).map(|name| json!({"name": name, "uri": format!("{SCHEME}{name}"), "literal": name})).collect();
    let text = |role: &str, kind: &str, text: Option<&str>| -> Vec<Value> {
        text.map(|value| json!({"role": role, "contenttype": kind, "value": value})).into_iter().collect()
    };
    let mut item = json!({
        "uri": uri(story, origin),
        "standard": standard(),
        "type": kind(story),
        "pubstatus": "usable",
        "urgency": urgency(story),
        "language": story.text("language"),
        "firstcreated": story.text("published"),
        "versioncreated": version_created(story),
        "headlines": text("main", "text/plain", story.text("title")),
        "by": story.texts("authors").join(", "),
        "descriptions": text("summary", "text/plain", story.text("summary")),
        "bodies": text("html", "text/html", story.text("content_html")),
        "located": story.text("place"),
        "subjects": subjects,
    });
    if let (Some(url), Some(fields)) = (story.picture("url"), item.as_object_mut()) {
        fields.insert("associations".to_owned(), json!([picture(story, &absolute(origin, url))]));
    }
    item
}

fn picture(story: &Story, url: &str) -> Value {
    json!({
        "name": "main", "uri": url, "type": "picture", "by": story.picture("credit"),
        "descriptions": [{"role": "caption", "contenttype": "text/plain", "value": story.picture("caption")}],
        "renditions": [{
            "name": "original", "href": url, "contenttype": "image/svg+xml",
            "width": story.picture_size("width"), "height": story.picture_size("height"),
        }],
    })
}

/// As version 3 spells it, at any depth; the version names itself anew.
fn camel_case(value: Value) -> Value {
    let name = |name: String| match name.as_str() {
        "pubstatus" => "pubStatus".to_owned(),
        "firstcreated" => "firstCreated".to_owned(),
        "versioncreated" => "versionCreated".to_owned(),
        "contenttype" => "contentType".to_owned(),
        _ => name,
    };
    match value {
        Value::Array(list) => list.into_iter().map(camel_case).collect(),
        Value::Object(object) => {
            let fields = object.into_iter().map(|(key, value)| match key.as_str() {
                "standard" => (key, json!({"name": "ninjs", "version": "3.0"})),
                _ => (name(key), camel_case(value)),
            });
            Value::Object(fields.collect::<Map<_, _>>())
        }
        other => other,
    }
}
