//! What shape of JSON the rarer formats have: both modules must tell them alike, whichever of the two reads them.

use super::Source;
use serde_json::Value;

/// ninjs calls its kinds so (ninjs 3.0 schema, `type`).
const NINJS_TYPES: [&str; 9] =
    ["text", "audio", "video", "picture", "graphic", "composite", "component", "planning", "event"];

/// Ghost's Content API: a page of posts, or its list of errors.
pub(super) fn is_ghost(value: &Value, _: &Source<'_>) -> bool {
    let paged = value.get("posts").is_some_and(Value::is_array) && value.get("meta").is_some_and(Value::is_object);
    paged || ghost_error(value)
}

fn ghost_error(value: &Value) -> bool {
    value
        .get("errors")
        .and_then(|list| list.get(0))
        .is_some_and(|error| error.get("message").is_some_and(Value::is_string))
}

/// schema.org JSON-LD.
pub(super) fn is_json_ld(value: &Value, _: &Source<'_>) -> bool {
    let first = value.get(0).unwrap_or(value);
    ["@context", "@graph", "@type"].into_iter().any(|key| first.get(key).is_some())
}

/// IPTC ninjs: one object, an array, or one of the envelopes services use.
pub(super) fn is_ninjs(value: &Value, _: &Source<'_>) -> bool {
    let list = ["items", "_items", "item", "results"].into_iter().find_map(|key| value.get(key)).unwrap_or(value);
    let first = list.get(0).unwrap_or(list);
    let Some(fields) = first.as_object().filter(|fields| fields.contains_key("uri") || fields.contains_key("guid"))
    else {
        return false;
    };
    fields.iter().any(|(key, value)| match key.as_str() {
        "headline" | "headlines" | "versioncreated" | "versionCreated" | "pubstatus" | "pubStatus" => true,
        "type" => value.as_str().is_some_and(|kind| NINJS_TYPES.contains(&kind)),
        _ => key.starts_with("headline_") || key.starts_with("body_"),
    })
}
