//! How each format writes the stories of a desk. One file per format; none of them decides what is published.

mod atom;
pub(crate) mod ghost;
mod jsonfeed;
mod jsonld;
mod ninjs;
pub(crate) mod page;
mod rss;
mod rss1;
mod simple;
mod sitemap;
pub(crate) mod whole;
pub(crate) mod wordpress;
mod xml;

use serde_json::Value;

/// Seconds east of UTC. Azerbaijan has kept one offset the whole year since 2016.
pub(crate) const BAKU: i32 = 4 * 3600;

/// Text inside HTML.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A URL of this server in full; any other as it is.
pub(crate) fn absolute(origin: &str, url: &str) -> String {
    if url.starts_with('/') && !url.starts_with("//") { format!("{origin}{url}") } else { url.to_owned() }
}

/// Completes the URLs of a field, at any depth: a story keeps them without the origin.
pub(crate) fn complete(origin: &str, name: &str, value: &Value) -> Value {
    match value {
        Value::String(url) if matches!(name, "url" | "body_url") => Value::String(absolute(origin, url)),
        Value::Array(list) => list.iter().map(|entry| complete(origin, name, entry)).collect(),
        Value::Object(object) => {
            object.iter().map(|(name, value)| (name.clone(), complete(origin, name, value))).collect()
        }
        other => other.clone(),
    }
}
