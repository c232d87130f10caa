//! The entries of a live blog (<https://schema.org/LiveBlogPosting>).

use super::story::{body, id, line};
use super::types::many;
use crate::decode::field::Fields;
use crate::decode::limits;
use crate::item::LiveUpdate;

/// Newest first, the undated last.
pub(super) fn updates(fields: Fields<'_>) -> Vec<LiveUpdate> {
    let list = fields.get("liveBlogUpdate").map_or(&[][..], many);
    let entries = list.iter().filter(|value| value.is_object()).take(2 * limits::ITEMS);
    let mut updates: Vec<_> = entries
        .map(|value| update(Fields { value, ..fields }))
        .filter(|update| update.title.is_some() || update.content_html.is_some())
        .collect();
    crate::sorted::sort(&mut updates, |a, b| a.published > b.published);
    updates
}

fn update(entry: Fields<'_>) -> LiveUpdate {
    LiveUpdate {
        id: id(entry),
        title: line(entry, "headline name"),
        content_html: body(entry, "articleBody text description"),
        published: entry.any_time("datePublished dateModified"),
        url: entry.first("url mainEntityOfPage", |value| super::graph::address(value, entry.base)),
        key_event: false,
    }
}
