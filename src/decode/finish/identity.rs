//! Who is who in one document (formats.md section 0 and R6).
//!
//! An id must be the same at the next parse, so neither position nor chance may enter it.

use super::{Draft, note};
use crate::item::json::rfc3339;
use crate::item::{Feed, IdSource, Item, ItemId};

/// Gives every story an id that no other has, and drops repetitions. `seed` is the feed's address.
pub(super) fn assign(feed: &mut Feed, drafts: &mut Vec<Draft>, seed: &str) {
    // A merged story may match another one by its newer title or its uncounted id, and one whose id counts no longer by its
    // title alone.
    while merge_reissues(feed, drafts) || distrust_shared_ids(feed, drafts) {}
    // Lists end at 500 stories, so plain scans do: a map type costs the wasm more than it saves the reader.
    let urls: Vec<Option<String>> = drafts.iter().map(|(_, item)| item.url.clone()).collect();
    for (_, item) in drafts.iter_mut().filter(|(_, item)| item.id_source == IdSource::Derived) {
        let is_own = urls.iter().filter(|url| **url == item.url).count() == 1;
        let own = item.url.as_deref().filter(|_| is_own).and_then(ItemId::new);
        match own {
            Some(id) => (item.id, item.id_source) = (id, IdSource::Url),
            None => item.id = ItemId::new(&derived(item, seed)).unwrap_or_else(|| item.id.clone()),
        }
    }
    drop_repeated(feed, drafts);
}

/// One story issued several times under counted ids (`…#0`, `…#1`): same address and same title, or ids that differ in the
/// count alone. The newest text stays, with the earliest publication and without the count, so that the row stays, too.
/// Says whether anything was merged.
fn merge_reissues(feed: &mut Feed, drafts: &mut Vec<Draft>) -> bool {
    let before = drafts.len();
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (position, item) in drafts.drain(..) {
        let first = kept.iter_mut().find(|(_, first)| item.url.is_some() && is_reissue(first, &item));
        let Some((_, first)) = first else {
            kept.push((position, item));
            continue;
        };
        note(feed, Some(position), "id", "issues an earlier story again; only the newest version is shown");
        let published = [first.published, item.published].into_iter().flatten().min();
        let updated =
            [version(first), version(&item)].into_iter().flatten().max().filter(|time| Some(*time) != published);
        // An id that is still missing must not win over one that is there.
        let named = if first.id_source == IdSource::Native { &*first } else { &item };
        let id = ItemId::new(uncounted(named.id.as_str())).unwrap_or_else(|| named.id.clone());
        let id_source = named.id_source;
        let newest = if version(&item) > version(first) { item } else { first.clone() };
        *first = Item { id, id_source, published, updated, ..newest };
    }
    *drafts = kept;
    drafts.len() < before
}

fn is_reissue(first: &Item, item: &Item) -> bool {
    let are_counted = first.id_source == IdSource::Native
        && item.id_source == IdSource::Native
        && first.id != item.id
        && uncounted(first.id.as_str()) == uncounted(item.id.as_str());
    let are_two = first.id != item.id || first.id_source != IdSource::Native;
    first.url == item.url && (are_counted || (are_two && first.title.is_some() && first.title == item.title))
}

/// An id without a count at its end.
fn uncounted(id: &str) -> &str {
    match id.rsplit_once('#') {
        Some((before, count))
            if !count.is_empty() && !before.is_empty() && count.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            before
        }
        _ => id,
    }
}

/// One id on stories with different addresses identifies nothing. Says whether there were such.
fn distrust_shared_ids(feed: &mut Feed, drafts: &mut [Draft]) -> bool {
    let native = || drafts.iter().map(|(_, item)| item).filter(|item| item.id_source == IdSource::Native);
    let mut shared = Vec::new();
    for item in native().filter(|item| item.url.is_some()) {
        let first = native().find(|other| other.id == item.id);
        if first.is_some_and(|first| first.url.is_some() && first.url != item.url) {
            shared.push(item.id.clone());
        }
    }
    for (position, item) in drafts.iter_mut().filter(|(_, item)| shared.contains(&item.id)) {
        item.id_source = IdSource::Derived;
        note(feed, Some(*position), "id", "shared by stories with different addresses; give each its own");
    }
    !shared.is_empty()
}

/// Of several stories with one id the newest text stays, where the first stood.
fn drop_repeated(feed: &mut Feed, drafts: &mut Vec<Draft>) {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (position, item) in drafts.drain(..) {
        let Some(first) = kept.iter_mut().find(|(_, first)| first.id == item.id) else {
            kept.push((position, item));
            continue;
        };
        note(feed, Some(position), "id", "repeats an earlier story; only the newest version is shown");
        if version(&item) > version(&first.1) {
            first.1 = item;
        }
    }
    *drafts = kept;
}

fn version(item: &Item) -> Option<crate::item::Time> {
    item.updated.max(item.published)
}

/// FNV-1a, 64 bit, of feed, title and date (or summary), in hexadecimal.
fn derived(item: &Item, seed: &str) -> String {
    let published = item.published.map(rfc3339);
    let parts = [Some(seed), item.title.as_deref(), published.as_deref().or(item.summary.as_deref())];
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        // The zero byte keeps "ab" + "c" apart from "a" + "bc".
        for byte in part.unwrap_or("").bytes().chain([0]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    (0..16).rev().filter_map(|place| char::from_digit((hash >> (place * 4)) as u32 & 15, 16)).collect()
}
