//! merge(old, answer, now) -> new, and what changed.

use super::stories::{Key, Stories, Story};
use crate::item::{Feed, Item, ItemId, Time};
use std::sync::Arc;

/// What one answer changed, in ids as the feed writes them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Stories not known before.
    pub added: Vec<ItemId>,
    /// Stories whose words or data differ.
    pub changed: Vec<ItemId>,
    /// Stories taken back.
    pub withdrawn: Vec<ItemId>,
}

impl Change {
    /// Whether the answer said nothing new.
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.changed.is_empty() && self.withdrawn.is_empty()
    }
}

/// A story is gone after this many complete answers in a row that left it out and still list an older one:
/// one may be a stale edge of a CDN, two are the newsroom.
const MISSING_MEANS_GONE: u8 = 2;

impl Stories {
    /// Takes in an answer of the feed at position `source`. `cap` stories are kept even when they fall off the feed's end.
    pub fn merge(&self, source: usize, feed: &Feed, cap: usize, now: Time) -> (Self, Change) {
        let mut change = Change::default();
        if self.is_older_answer(source, feed) {
            return (self.clone(), change);
        }
        let mut next = self.clone();
        let listed = next.take_listed(source, feed, now, &mut change);
        next.drop_withdrawn(source, feed, &listed, &mut change);
        next.sort();
        next.drop_beyond(cap, source, feed);
        // A server's clock that runs ahead must not make every later answer look old.
        next.note_accepted(source, feed.generated_at.map(|t| t.min(now)));
        (next, change)
    }

    /// Takes in an answer that said the same as the one before: it is the second witness against what that one left out.
    /// `None` where it changes nothing.
    pub fn repeat(&self, source: usize) -> Option<(Self, Change)> {
        let is_gone = |story: &Story| story.key.source == source && story.missing + 1 >= MISSING_MEANS_GONE;
        let gone = self.list.iter().filter(|story| is_gone(story)).map(|story| story.key.id.clone());
        let change = Change { withdrawn: gone.collect(), ..Change::default() };
        if change.is_empty() {
            return None;
        }
        let mut next = self.clone();
        next.list.retain(|story| !is_gone(story));
        Some((next, change))
    }

    /// A late answer, or one from a cache that lags behind, must not undo a newer one.
    fn is_older_answer(&self, source: usize, feed: &Feed) -> bool {
        match (self.accepted.get(source).copied().flatten(), feed.generated_at) {
            (Some(accepted), Some(generated)) => generated < accepted,
            _ => false,
        }
    }

    fn note_accepted(&mut self, source: usize, generated_at: Option<Time>) {
        if self.accepted.len() <= source {
            self.accepted.resize(source + 1, None);
        }
        if let Some(slot) = self.accepted.get_mut(source) {
            *slot = generated_at.or(*slot);
        }
    }

    /// Adds and updates what the answer lists; returns, in step with the list, which stories it lists.
    fn take_listed(&mut self, source: usize, feed: &Feed, now: Time, change: &mut Change) -> Vec<bool> {
        let had_list = self.list.iter().any(|story| story.key.source == source);
        let newest = self.list.iter().map(|story| story.sort).max();
        let mut listed = vec![false; self.list.len()];
        let mut above: Option<Time> = None;
        for (place, item) in feed.items.iter().enumerate() {
            above = item.sort_key.or(above);
            if let Some(at) = self.find(source, item) {
                self.update(at, item, change);
                listed.get_mut(at).into_iter().for_each(|listed| *listed = true);
                continue;
            }
            let sort = above.unwrap_or(now).min(now);
            let is_new = had_list && newest.is_some_and(|newest| sort > newest);
            let key = Key { source, id: item.id.clone() };
            let (item, first_seen) = (item.clone(), now);
            change.added.push(key.id.clone());
            self.list.push(Arc::new(Story { key, item, first_seen, sort, place, changed: false, is_new, missing: 0 }));
            listed.push(true);
        }
        listed
    }

    /// The story this item is a version of: same id, or (ids that change at each fetch) same address and same title.
    fn find(&self, source: usize, item: &Item) -> Option<usize> {
        let same_source = |story: &Story| story.key.source == source;
        self.list.iter().position(|s| same_source(s) && s.key.id == item.id).or_else(|| {
            let is_same = |s: &Story| item.url.is_some() && s.item.url == item.url && s.item.title == item.title;
            self.list.iter().position(|s| same_source(s) && is_same(s))
        })
    }

    /// Replaces the version at `at` where it differs. An equal one keeps its `Arc`, so nothing downstream moves.
    fn update(&mut self, at: usize, item: &Item, change: &mut Change) {
        let Some(slot) = self.list.get_mut(at) else { return };
        let is_same = slot.item == Item { sort_key: slot.item.sort_key, id: slot.item.id.clone(), ..item.clone() };
        if is_same && slot.missing == 0 {
            return;
        }
        let mut story = Story { missing: 0, ..(**slot).clone() };
        if !is_same {
            story.changed |= story.item.title != item.title || story.item.summary != item.summary;
            story.item = item.clone();
            change.changed.push(slot.key.id.clone());
        }
        *slot = Arc::new(story);
    }

    /// Removes tombstoned stories, and those that two answers in a row left out although they reach further back.
    fn drop_withdrawn(&mut self, source: usize, feed: &Feed, listed: &[bool], change: &mut Change) {
        let sorts = self.list.iter().zip(listed).filter(|(_, listed)| **listed).map(|(story, _)| story.sort);
        let oldest_listed = sorts.min().filter(|_| !feed.truncated);
        let mut listed = listed.iter();
        self.list.retain_mut(|slot| {
            let is_listed = listed.next().is_some_and(|listed| *listed);
            if slot.key.source != source || is_listed {
                return true;
            }
            let is_inside = oldest_listed.is_some_and(|oldest| oldest < slot.sort);
            let missing = if is_inside { slot.missing.saturating_add(1) } else { slot.missing };
            let is_replaced = feed.items.iter().any(|item| item.replaces.as_ref() == Some(&slot.key.id));
            if is_replaced || feed.deleted.contains(&slot.key.id) || missing >= MISSING_MEANS_GONE {
                change.withdrawn.push(slot.key.id.clone());
                return false;
            }
            if missing != slot.missing {
                *slot = Arc::new(Story { missing, ..(**slot).clone() });
            }
            true
        });
    }

    /// Forgets stories that the feed no longer lists and that stand below the cap.
    fn drop_beyond(&mut self, cap: usize, source: usize, feed: &Feed) {
        let mut place = 0;
        self.list.retain(|story| {
            place += 1;
            let is_same = |item: &Item| item.id == story.key.id || (item.url.is_some() && item.url == story.item.url);
            place <= cap || story.key.source != source || feed.items.iter().any(is_same)
        });
    }
}

#[cfg(test)]
mod tests;
