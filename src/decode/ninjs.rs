//! IPTC ninjs 1.x, 2.x and 3.x, and Superdesk's dialect (<https://iptc.org/std/ninjs/>).
//!
//! This file decides which version a document speaks and where its stories are: the standard knows no list, services do.
//! `ednote`, usage terms and contacts are for newsrooms and are never read.

mod pictures;
mod roles;
mod story;

use super::field::Fields;
use super::finish::{finish, stories};
use super::{Source, url};
use crate::item::{Failure, Feed, Format};
use serde_json::Value;

/// Names of the lists that services wrap around stories.
const ENVELOPES: [&str; 4] = ["items", "_items", "item", "results"];
/// Written like this from version 3 on.
const CAMEL_CASE: [&str; 6] =
    ["versionCreated", "firstCreated", "pubStatus", "contentCreated", "embargoedUntil", "altIds"];
/// Lists since version 2, texts before.
const LISTS: [&str; 3] = ["headlines", "bodies", "descriptions"];

/// Reads one story, a list, or a list in an envelope.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let inside = ENVELOPES.into_iter().find_map(|name| value.get(name)).unwrap_or(value);
    let one = std::slice::from_ref(inside);
    let list = inside.as_array().map_or(one, Vec::as_slice);
    let next = value.pointer("/_links/next/href").and_then(Value::as_str);
    let mut feed = Feed {
        format: list.iter().map(version).next().unwrap_or(Format::Ninjs1),
        next: next.and_then(|next| url::absolute(next, source.url)),
        ..Feed::default()
    };
    let drafts = stories(&mut feed, list.iter().map(|value| Fields { value, base: source.url }), &story::story);
    Ok(finish(feed, drafts, source))
}

fn version(story: &Value) -> Format {
    let stated = ["/standard/version", "/$standard/version"].into_iter().find_map(|path| story.pointer(path)?.as_str());
    let has = |names: &[&str]| names.iter().any(|name| story.get(name).is_some());
    match stated.and_then(|version| version.chars().next()) {
        Some('1') => Format::Ninjs1,
        Some('2') => Format::Ninjs2,
        Some('3') => Format::Ninjs3,
        _ if has(&CAMEL_CASE) => Format::Ninjs3,
        _ if LISTS.iter().any(|name| story.get(name).is_some_and(Value::is_array)) => Format::Ninjs2,
        _ => Format::Ninjs1,
    }
}
