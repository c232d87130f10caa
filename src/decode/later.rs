//! Formats that are recognised and not read yet: a publisher learns what the address holds instead of "no feed".

use super::Source;
use crate::item::{Code, Failure, Feed};
use serde_json::Value;

/// ninjs calls its kinds so (ninjs 3.0 schema, `type`).
const NINJS_TYPES: [&str; 9] =
    ["text", "audio", "video", "picture", "graphic", "composite", "component", "planning", "event"];

fn unread(name: &str) -> Failure {
    Failure::new(Code::Unsupported, [name, " is not read yet; offer own JSON, JSON Feed or WordPress."].concat())
}

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

pub(super) fn ghost(value: &Value, _: &Source<'_>) -> Result<Feed, Failure> {
    if ghost_error(value) {
        return Err(Failure::new(Code::AccessDenied, "Ghost refused the request; check the Content API key."));
    }
    Err(unread("Ghost"))
}

/// schema.org JSON-LD.
pub(super) fn is_json_ld(value: &Value, _: &Source<'_>) -> bool {
    let first = value.get(0).unwrap_or(value);
    ["@context", "@graph", "@type"].into_iter().any(|key| first.get(key).is_some())
}

pub(super) fn json_ld(_: &Value, _: &Source<'_>) -> Result<Feed, Failure> {
    Err(unread("JSON-LD"))
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

pub(super) fn ninjs(_: &Value, _: &Source<'_>) -> Result<Feed, Failure> {
    Err(unread("ninjs"))
}

/// What markup is, by the name of its root element.
pub(super) fn markup(body: &str) -> Failure {
    let root = root(body).to_ascii_lowercase();
    match root.rsplit(':').next() {
        Some("rss") => unread("RSS"),
        Some("rdf") => unread("RSS 1.0"),
        Some("feed" | "entry") => unread("Atom"),
        Some("urlset" | "sitemapindex") => unread("A sitemap"),
        Some("html") => Failure::new(Code::NotAFeed, "The answer is an HTML page, not a feed."),
        _ => Failure::new(Code::NotAFeed, "The answer is markup of no known feed format."),
    }
}

/// The root's name, or `html` for a document type of that name. Comments and processing instructions are passed over.
fn root(body: &str) -> &str {
    let mut rest = body;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            rest = instruction.split_once("?>").map_or("", |(_, after)| after);
        } else if let Some(doctype) = rest.strip_prefix("<!") {
            let kind = doctype.get(.."doctype html".len()).unwrap_or("");
            if kind.eq_ignore_ascii_case("doctype html") {
                return "html";
            }
            // An internal subset holds `>` of its own.
            let end = doctype.find(['>', '[']).unwrap_or(doctype.len());
            let subset = doctype.get(end..).is_some_and(|rest| rest.starts_with('['));
            rest = doctype.split_once(if subset { "]>" } else { ">" }).map_or("", |(_, after)| after);
        } else {
            let name = rest.strip_prefix('<').unwrap_or("");
            return name.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_by_its_root() {
        for (body, code) in [
            ("<?xml version='1.0'?>\n<!-- <html> --><rss version='2.0'>", Code::Unsupported),
            ("<rdf:RDF xmlns:rdf='x'>", Code::Unsupported),
            ("<!DOCTYPE rss [<!ENTITY a '>'>]><rss>", Code::Unsupported),
            ("<feed xmlns='http://www.w3.org/2005/Atom'/>", Code::Unsupported),
            ("<urlset>", Code::Unsupported),
            ("<!doctype HTML><p>", Code::NotAFeed),
            ("<html><rss>", Code::NotAFeed),
            ("<", Code::NotAFeed),
            ("<!--", Code::NotAFeed),
            ("<svg/>", Code::NotAFeed),
        ] {
            assert_eq!(markup(body).code, code, "{body}");
        }
    }
}
