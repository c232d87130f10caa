//! IPTC ninjs 1.x, 2.x and 3.x, and Superdesk's dialect (<https://iptc.org/std/ninjs/>).
//!
//! This file decides which version a document speaks and where its stories are: the standard knows no list, services do.
//! `ednote`, usage terms and contacts are for newsrooms and are never read.

mod parts;
mod pictures;
mod roles;
mod state;
mod story;
mod subjects;
mod versions;
mod words;

use super::field::Fields;
use super::finish::{finish, note, stories};
use super::{Source, limits, shape, url};
use crate::item::{Code, Failure, Feed, Format};
use serde_json::Value;

/// Written like this from version 3 on.
const CAMEL_CASE: &str = "versionCreated firstCreated pubStatus contentCreated embargoedUntil altIds edNote usageTerms \
                          copyrightHolder copyrightNotice rightsInfo representationType digitalSourceType \
                          trustIndicators contactInfo infoSources eventDetails plannedCoverage";
/// Lists since version 2, texts with other names before.
const LISTS: &str = "headlines bodies descriptions";

/// Reads one story, a list, or a list in an envelope.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let inside = shape::unwrapped(value);
    let one = std::slice::from_ref(inside);
    let list = inside.as_array().map_or(one, Vec::as_slice);
    // The `format` setting skips the sniffing, so the shape is not certain here.
    if !list.is_empty() && !list.iter().any(|story| story.get("uri").or_else(|| story.get("guid")).is_some()) {
        return Err(Failure::new(Code::NotAFeed, "The JSON holds no ninjs story: each needs a `uri`."));
    }
    let entries = || list.iter().map(|value| Fields { value, base: source.url });
    let next = value.pointer("/_links/next/href").and_then(Value::as_str);
    let mut feed =
        Feed { format: version(list), next: next.and_then(|next| url::absolute(next, source.url)), ..Feed::default() };
    let mut drafts = stories(&mut feed, entries(), &|fields| story::read(fields, source.now));
    for (position, entry) in entries().enumerate().take(limits::ITEMS) {
        if state::is_embargo_unreadable(entry) {
            note(&mut feed, Some(position), "embargoed_until", "no readable date; the story is held back until it is");
        }
    }
    versions::keep_newest(&mut feed, list, &mut drafts);
    Ok(finish(feed, drafts, source))
}

/// The stated version of the first story that states one, else what the names of the fields say.
fn version(list: &[Value]) -> Format {
    let stated = |story: &Value| {
        let version =
            ["/standard/version", "/$standard/version"].into_iter().find_map(|path| story.pointer(path)?.as_str());
        match version?.trim_start().chars().next()? {
            '1' => Some(Format::Ninjs1),
            '2' => Some(Format::Ninjs2),
            '3' => Some(Format::Ninjs3),
            _ => None,
        }
    };
    let any = |names: &str, is: fn(&Value) -> bool| {
        list.iter().any(|story| names.split(' ').any(|name| story.get(name).is_some_and(is)))
    };
    list.iter().find_map(stated).unwrap_or_else(|| {
        if any(CAMEL_CASE, |_| true) {
            Format::Ninjs3
        } else if any(LISTS, Value::is_array) {
            Format::Ninjs2
        } else {
            Format::Ninjs1
        }
    })
}
