//! Slips of the pen in own JSON: names that nobody reads and that are nearly one that is read, and unknown kinds of media.
//!
//! This file decides when a name is near enough to another one. It refuses to list what is read: it asks the reader.

use newsrail::decode::{Hint, Source, decode};
use newsrail::item::{Feed, Format, Media, Problem};
use serde_json::{Map, Value, json};

/// The names that `convert` writes.
const SCHEMA: &str = include_str!("../../../public/newsrail.schema.json");

/// How alike two names must be, from 0 to 1; `publishd` and `published` are 0.98.
const ALIKE: f64 = 0.9;

/// Adds what looks like a slip to the problems of a feed in own JSON.
pub(crate) fn check(feed: &mut Feed, bytes: &[u8], source: &Source<'_>) {
    let Some(document) = serde_json::from_slice::<Value>(bytes).ok().filter(|_| feed.format == Format::Simple) else {
        return;
    };
    let Ok(schema) = serde_json::from_str::<Value>(SCHEMA) else { return };
    let Some(known) = schema.pointer("/$defs/item/properties").and_then(Value::as_object) else { return };
    let list = document.as_array().or_else(|| document.get("items")?.as_array());
    for (place, story) in list.into_iter().flatten().enumerate() {
        let Some(fields) = story.as_object() else { continue };
        let found = fields.iter().filter_map(|(name, value)| slip(name, value, known, source)).chain(kind(fields));
        feed.problems.extend(found.map(|message| Problem { item: Some(place), field: "names", message }));
    }
}

fn slip(name: &str, value: &Value, known: &Map<String, Value>, source: &Source<'_>) -> Option<String> {
    if known.contains_key(name) {
        return None;
    }
    let small = name.to_lowercase();
    let meant = known.keys().find(|other| strsim::jaro_winkler(&small, other) >= ALIKE)?;
    // An older or another name that is read all the same is no slip.
    let read = |story: Value| {
        let bytes = json!([story]).to_string();
        decode(bytes.as_bytes(), &Source { hint: Hint::Simple, ..*source }).ok().map(|feed| feed.to_json())
    };
    let is_ignored = read(json!({"id": "1", name: value})) == read(json!({"id": "1"}));
    is_ignored.then(|| format!("nothing reads `{name}`; did you mean `{meant}`?"))
}

fn kind(fields: &Map<String, Value>) -> Option<String> {
    let word = fields.get("media")?.as_str().filter(|word| Media::from_word(word).is_none())?;
    Some(format!("media `{word}` is none of photo, video, audio, live"))
}
