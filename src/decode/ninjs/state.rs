//! Whether a story, or a picture of one, may be shown: `pubstatus`, embargo, expiry, and kinds that are no news.

use crate::decode::field::{Fields, flag};
use crate::item::Item;
use serde_json::Value;

/// 1.x and 2.x, 3.x, and the name that own JSON and some services use.
const EMBARGO: &str = "embargoed embargoedUntil embargoed_until";

/// Reads what the newsroom decided.
pub(super) fn read(fields: Fields<'_>, item: &mut Item) {
    item.embargoed_until = fields.any_time(EMBARGO);
    item.expires = fields.any_time("expires");
    let status = fields.string("pubstatus pubStatus").unwrap_or_default().trim().to_ascii_lowercase();
    // The standard writes `canceled`; both spellings occur.
    item.withdrawn = matches!(status.as_str(), "canceled" | "cancelled");
    // Version 3: things that will happen, and plans to cover them, are for the newsroom.
    let is_news = !matches!(fields.string("type").as_deref(), Some("event" | "planning"));
    if status == "withheld" || !is_news || is_embargo_unreadable(fields) {
        item.withhold();
    }
}

/// The schemas do not enforce dates. An embargo that nobody can read is still one: a leak cannot be taken back.
pub(super) fn is_embargo_unreadable(fields: Fields<'_>) -> bool {
    fields.any_time(EMBARGO).is_none()
        && fields.get(EMBARGO).is_some_and(|value| match value {
            Value::String(text) => !text.trim().is_empty() && flag(value) != Some(false),
            other => flag(other) == Some(true),
        })
}
