//! The JSON Schema of own JSON knows every key that is printed.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a failing test panics")]

use newsrail::decode::date::instant;
use newsrail::item::{Attachment, Badge, Feed, Image, Item, ItemId, LiveUpdate, Media, Size, Time};
use serde_json::Value;

fn time() -> Option<Time> {
    instant("2026-03-02T09:30:00Z")
}

fn text() -> Option<String> {
    Some("https://gazette.example/1".to_owned())
}

fn picture() -> Image {
    let size = Size { url: text().unwrap(), width: 320, height: Some(200) };
    let url = text().unwrap();
    let (width, height) = (Some(640), Some(400));
    Image { url, width, height, alt: text(), caption: text(), credit: text(), sizes: vec![size] }
}

/// A story with every field that is printed; a new one does not compile until it is named here.
fn story() -> Item {
    let update =
        LiveUpdate { id: text(), title: text(), content_html: text(), published: time(), url: text(), key_event: true };
    let blank = Item::new(ItemId::new("1").unwrap());
    Item {
        url: text(),
        title: text(),
        summary: text(),
        content_html: text(),
        body_url: text(),
        authors: vec!["Ines Quill".into()],
        place: text(),
        published: time(),
        updated: time(),
        section: text(),
        sections: vec!["Port".into()],
        tags: vec!["tide".into()],
        language: Some("en".into()),
        image: Some(picture()),
        attachments: vec![Attachment { url: text().unwrap(), media_type: text(), duration: Some(9.5) }],
        media: Some(Media::Live),
        live_updates: vec![update],
        badges: vec![Badge::Sponsored],
        urgency: Some(1),
        breaking: true,
        breaking_until: time(),
        pinned: true,
        correction: true,
        correction_text: text(),
        restricted: true,
        embargoed_until: time(),
        expires: time(),
        withdrawn: true,
        id: blank.id,
        id_source: blank.id_source,
        revised: false,
        state: blank.state,
        sort_key: None,
        replaces: ItemId::new("0"),
    }
}

fn feed() -> Feed {
    Feed {
        title: text(),
        url: text(),
        feed_url: text(),
        language: Some("en".into()),
        time_zone: Some("Asia/Baku".into()),
        generated_at: time(),
        every: Some(30),
        stream: text(),
        next: text(),
        expired: true,
        ttl_minutes: Some(5),
        skip_hours: vec![3],
        skip_days: vec![0],
        items: vec![story()],
        deleted: vec![ItemId::new("2").unwrap()],
        ..Feed::default()
    }
}

fn schema() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/newsrail.schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What a schema says after its reference, if it is one.
fn resolved<'a>(root: &'a Value, schema: &'a Value) -> &'a Value {
    match schema.get("$ref").and_then(Value::as_str) {
        Some(reference) => root.pointer(reference.strip_prefix('#').unwrap()).unwrap(),
        None => schema,
    }
}

/// The kinds of JSON value, as a schema names them.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Paths that are printed and that `schema` does not know, or knows as another kind.
fn unknown(root: &Value, schema: &Value, printed: &Value, path: &str, out: &mut Vec<String>) {
    let schema = resolved(root, schema);
    let allowed = schema["enum"].as_array().is_some_and(|words| words.contains(printed));
    if schema["type"] != kind(printed) && !allowed {
        out.push(format!("{path}: {} is no {}", kind(printed), schema["type"]));
    }
    for (key, value) in printed.as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        match schema["properties"].get(key) {
            Some(schema) => unknown(root, schema, value, &path, out),
            None => out.push(path),
        }
    }
    for value in printed.as_array().into_iter().flatten() {
        unknown(root, &schema["items"], value, path, out);
    }
}

/// Paths of properties that `schema` names and that are not printed.
fn unprinted(root: &Value, schema: &Value, printed: &Value, path: &str, out: &mut Vec<String>) {
    let schema = resolved(root, schema);
    for (key, schema) in schema["properties"].as_object().into_iter().flatten() {
        let path = format!("{path}.{key}");
        match printed.get(key) {
            Some(value) => unprinted(root, schema, value, &path, out),
            None => out.push(path),
        }
    }
    if let Some(first) = printed.get(0) {
        unprinted(root, &schema["items"], first, path, out);
    }
}

#[test]
fn every_key_that_convert_prints_is_in_the_schema() {
    let (root, mut missing) = (schema(), Vec::new());
    unknown(&root, &root["$defs"]["feed"], &feed().to_json(), "feed", &mut missing);
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn every_key_of_the_schema_can_be_printed() {
    let (root, mut missing) = (schema(), Vec::new());
    unprinted(&root, &root["$defs"]["feed"], &feed().to_json(), "feed", &mut missing);
    assert_eq!(missing, Vec::<String>::new());
}

#[test]
fn a_key_that_the_schema_lacks_is_found() {
    let (root, mut missing) = (schema(), Vec::new());
    let printed = serde_json::json!({"items": [{"id": 7, "image": {"url": "x", "colour": "red"}}]});
    unknown(&root, &root["$defs"]["feed"], &printed, "feed", &mut missing);
    assert_eq!(missing, ["feed.items.id: integer is no \"string\"", "feed.items.image.colour"]);
}
