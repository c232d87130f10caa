//! Who is who in one document (formats.md section 0 and R6).
//!
//! An id must be the same at the next parse, so neither position nor chance may enter it.

use super::{Draft, note};
use crate::item::json::rfc3339;
use crate::item::{Feed, IdSource, Item, ItemId};
use std::collections::BTreeMap;

/// Gives every story an id that no other has, and drops repetitions. `seed` is the feed's address.
pub(super) fn assign(feed: &mut Feed, drafts: &mut Vec<Draft>, seed: &str) {
    distrust_shared_ids(feed, drafts);
    let mut uses = BTreeMap::new();
    for url in drafts.iter().filter_map(|(_, item)| item.url.clone()) {
        *uses.entry(url).or_insert(0_usize) += 1;
    }
    for (_, item) in drafts.iter_mut().filter(|(_, item)| item.id_source == IdSource::Derived) {
        let own = item.url.as_deref().filter(|url| uses.get(*url) == Some(&1)).and_then(ItemId::new);
        match own {
            Some(id) => (item.id, item.id_source) = (id, IdSource::Url),
            None => item.id = ItemId::new(&derived(item, seed)).unwrap_or_else(|| item.id.clone()),
        }
    }
    drop_repeated(feed, drafts);
}

/// One id on stories with different addresses identifies nothing.
fn distrust_shared_ids(feed: &mut Feed, drafts: &mut [Draft]) {
    let mut addresses: BTreeMap<ItemId, Option<String>> = BTreeMap::new();
    let mut shared = Vec::new();
    for (_, item) in drafts.iter().filter(|(_, item)| item.id_source == IdSource::Native) {
        let first = addresses.entry(item.id.clone()).or_insert_with(|| item.url.clone());
        if first.is_some() && item.url.is_some() && *first != item.url {
            shared.push(item.id.clone());
        }
    }
    for (position, item) in drafts.iter_mut().filter(|(_, item)| shared.contains(&item.id)) {
        item.id_source = IdSource::Derived;
        note(feed, Some(*position), "id", "shared by stories with different addresses; give each its own");
    }
}

/// Of several stories with one id the newest text stays, where the first stood.
fn drop_repeated(feed: &mut Feed, drafts: &mut Vec<Draft>) {
    let mut places: BTreeMap<ItemId, usize> = BTreeMap::new();
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (position, item) in drafts.drain(..) {
        let Some(first) = places.get(&item.id).and_then(|place| kept.get_mut(*place)) else {
            places.insert(item.id.clone(), kept.len());
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
