//! Own JSON.

use super::complete;
use crate::{desk::Desk, story::stamp};
use serde_json::{Value, json};

/// Seconds; the smallest interval the widget accepts, so that a demo is lively.
const EVERY: u32 = 10;

pub(super) fn write(desk: &Desk, origin: &str) -> Value {
    let items: Vec<Value> =
        desk.stories.iter().map(|story| complete(origin, "", &Value::Object(story.fields.clone()))).collect();
    let deleted: Vec<&str> = desk.withdrawn.iter().map(|story| story.id()).collect();
    json!({
        "title": desk.script.outlet,
        "url": format!("{origin}/"),
        "feed_url": format!("{origin}/feeds/{}/simple.json", desk.language),
        "language": desk.language,
        "time_zone": "Asia/Baku",
        "generated_at": stamp(desk.changed),
        "every": EVERY,
        "items": items,
        "deleted": deleted,
    })
}
