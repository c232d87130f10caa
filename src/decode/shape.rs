//! What shape of JSON the rarer formats have: both modules must tell them alike, whichever of the two reads them.

use super::Source;
use serde_json::Value;

/// ninjs calls its kinds so (ninjs 3.0 schema, `type`).
const NINJS_TYPES: [&str; 9] =
    ["text", "audio", "video", "picture", "graphic", "composite", "component", "planning", "event"];

/// Names of addresses and ids in other lists, and of what servers answer in place of one.
const OTHERS: &str = "id url link href permalink error errors message status";

/// Ghost's Content API: a page of posts, posts from its address (a single one comes without `meta`), or its errors.
pub(super) fn is_ghost(value: &Value, source: &Source<'_>) -> bool {
    let is_page = value.get("meta").is_some_and(Value::is_object) || source.url.contains("/ghost/api/");
    let first = value.get("errors").and_then(|list| list.get(0));
    let says = |name: &str| first.and_then(|error| error.get(name)).is_some_and(Value::is_string);
    (is_page && value.get("posts").is_some_and(Value::is_array))
        || (says("message") && (says("type") || says("errorType")))
}

/// schema.org JSON-LD.
pub(super) fn is_json_ld(value: &Value, _: &Source<'_>) -> bool {
    let first = value.get(0).unwrap_or(value);
    ["@context", "@graph", "@type"].into_iter().any(|key| first.get(key).is_some())
}

/// What the envelopes of ninjs services hold: the standard knows no list. Everything else is taken as it is.
pub(super) fn unwrapped(value: &Value) -> &Value {
    ["items", "_items", "item", "results"].into_iter().find_map(|name| value.get(name)).unwrap_or(value)
}

/// IPTC ninjs: one object, an array, or an envelope. A first entry that is broken costs itself alone.
pub(super) fn is_ninjs(value: &Value, _: &Source<'_>) -> bool {
    let inside = unwrapped(value);
    match inside.as_array() {
        // On a quiet day the envelope is empty. Own JSON is an array or has `items`, too.
        Some(list) if list.is_empty() => value.is_object() && value.get("items").is_none(),
        Some(list) => list.iter().any(is_ninjs_story),
        None => is_ninjs_story(inside),
    }
}

fn is_ninjs_story(value: &Value) -> bool {
    let has = |names: &str| names.split(' ').any(|name| value.get(name).is_some());
    let Some(fields) = value.as_object().filter(|_| has("uri guid")) else {
        return false;
    };
    let is_marked = fields.iter().any(|(key, value)| match key.as_str() {
        "headline" | "headlines" | "versioncreated" | "versionCreated" | "pubstatus" | "pubStatus" => true,
        "type" => value.as_str().is_some_and(|kind| NINJS_TYPES.contains(&kind)),
        _ => key.starts_with("headline_") || key.starts_with("body_"),
    });
    // The standard requires the `uri` alone, and own JSON knows no such name: with none of own JSON's beside it, it says
    // enough, unless a server speaks of its own address.
    is_marked || (value.get("uri").is_some_and(Value::is_string) && !has(OTHERS))
}
