//! IPTC ninjs (<https://github.com/iptc/newsinjson/tree/main/specification>), one file for the first major version and one
//! for the later two. What all of them share stands here: which stories are sent, and the words for kind, urgency and state.
//!
//! A withdrawn story is sent again as `canceled`, with nothing but its address.

pub(super) mod first;
pub(super) mod later;

use super::absolute;
use crate::{desk::Desk, story::Story};
use serde_json::Value;

/// IPTC's media topics have no news of an invented sea; our own words are codes of our own scheme.
const SCHEME: &str = "http://newsroom.example/subjects/";

/// Every story that is out, then every one that was taken back.
fn all(desk: &Desk, out: impl Fn(&Story) -> Value, withdrawn: impl Fn(&Story) -> Value) -> Vec<Value> {
    desk.stories.iter().map(out).chain(desk.withdrawn.iter().map(withdrawn)).collect()
}

/// The only identity; an http address is also where the story can be read.
fn uri(story: &Story, origin: &str) -> String {
    absolute(origin, story.text("url").unwrap_or(story.id()))
}

fn kind(story: &Story) -> &'static str {
    match story.text("media") {
        Some("video") => "video",
        Some("audio") => "audio",
        _ => "text",
    }
}

/// 1 is a flash; a story that names no urgency is of the middle.
fn urgency(story: &Story) -> u64 {
    let usual = if story.flag("breaking") { 1 } else { 5 };
    story.fields.get("urgency").and_then(Value::as_u64).unwrap_or(usual)
}

/// The last date a story has.
fn version_created(story: &Story) -> Option<&str> {
    story.text("updated").or(story.text("published"))
}

/// The section first, then the keywords.
fn subjects(story: &Story) -> impl Iterator<Item = &str> {
    story.text("section").into_iter().chain(story.texts("tags"))
}
