//! Several versions of one story in one document (formats.md section 3): the newest stays.
//!
//! `version` is a text by the schemas, and "10" is more than "9". It decides only between versions of the same moment.

use crate::decode::field::{Fields, number};
use crate::decode::finish::{Draft, note};
use crate::item::{Feed, Item, ItemId, Time};
use serde_json::Value;

/// What makes a version newer, the weightiest first.
type Rank = (bool, Option<Time>, Option<f64>);

/// Drops older versions. `list` is what the positions of the drafts count in.
pub(super) fn keep_newest(feed: &mut Feed, list: &[Value], drafts: &mut Vec<Draft>) {
    let ranked = |(position, item): &Draft| (item.id.clone(), rank(list.get(*position), item));
    let ranks: Vec<(ItemId, Rank)> = drafts.iter().map(ranked).collect();
    drafts.retain(|draft| {
        let (id, own) = ranked(draft);
        let is_newest = !ranks.iter().any(|(other, rank)| *other == id && *rank > own);
        if !is_newest {
            note(feed, Some(draft.0), "id", "an older version of a story of this list; only the newest is shown");
        }
        is_newest
    });
}

fn rank(story: Option<&Value>, item: &Item) -> Rank {
    let at = item.updated.max(item.published);
    let number = story.and_then(|value| Fields { value, base: "" }.first("version", number));
    // A cancellation often carries nothing but the id, and must not lose to the story it cancels.
    (item.withdrawn && at.is_none(), at, number)
}
