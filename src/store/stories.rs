//! The stories of one element, in order.

use crate::item::{Item, ItemId, State, Time};
use std::sync::Arc;

/// Identity of a story on one element: ids are compared inside one feed only.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// Position of the feed in `src`.
    pub source: usize,
    /// The story's id in that feed.
    pub id: ItemId,
}

/// One story and what we know of it beyond the feed's words.
#[derive(Clone, Debug, PartialEq)]
pub struct Story {
    /// Identity.
    pub key: Key,
    /// The newest version.
    pub item: Item,
    /// When an answer first held it.
    pub first_seen: Time,
    /// Orders the list, newest first; fixed when first seen, so that an edit never moves a row.
    pub sort: Time,
    /// Position in the document that first held it: breaks ties.
    pub place: usize,
    /// Title or summary changed while we watched.
    pub changed: bool,
    /// It came while the reader already had a list, and above everything in it.
    pub is_new: bool,
    /// Complete answers in a row that left it out although they reach further back.
    pub missing: u8,
}

/// All stories of one element; immutable, a merge makes the next one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stories {
    /// Newest first.
    pub(crate) list: Vec<Arc<Story>>,
    /// Per feed: `generated_at` of the newest answer accepted.
    pub(crate) accepted: Vec<Option<Time>>,
}

impl Stories {
    /// Every story known, newest first, shown or not.
    pub fn all(&self) -> impl Iterator<Item = &Arc<Story>> {
        self.list.iter()
    }

    /// What the reader may see at `now`: at most `limit`, none under embargo, expired or equal to `left_out` (a URL),
    /// and none whose address an earlier feed already shows.
    pub fn shown(&self, limit: usize, left_out: Option<&str>, now: Time) -> Vec<Arc<Story>> {
        let mut shown: Vec<Arc<Story>> = Vec::new();
        for story in &self.list {
            if shown.len() == limit {
                break;
            }
            let url = story.item.url.as_deref();
            let is_left_out = left_out.is_some() && url == left_out;
            if story.item.state_at(now) == State::Live && !is_left_out && !self.is_repeated(story) {
                shown.push(story.clone());
            }
        }
        shown
    }

    /// Whether a feed named earlier in `src` holds the same address.
    fn is_repeated(&self, story: &Story) -> bool {
        let Some(url) = &story.item.url else { return false };
        story.key.source > 0
            && self.list.iter().any(|s| s.key.source < story.key.source && s.item.url.as_ref() == Some(url))
    }

    /// The story with this key.
    pub fn get(&self, key: &Key) -> Option<&Arc<Story>> {
        self.list.iter().find(|story| story.key == *key)
    }

    /// The story with this key, while it may be shown.
    pub fn live(&self, key: &Key, now: Time) -> Option<Arc<Story>> {
        self.get(key).filter(|story| story.item.state_at(now) == State::Live).cloned()
    }

    /// The story an article asked for: by id or URL, else the first of the first feed in document order.
    pub fn pick(&self, wanted: Option<&str>, now: Time) -> Option<Arc<Story>> {
        let visible = || self.list.iter().filter(|story| story.item.state_at(now) == State::Live);
        match wanted {
            Some(name) => visible().find(|s| s.key.id.as_str() == name || s.item.url.as_deref() == Some(name)).cloned(),
            None => visible().min_by_key(|s| (s.key.source, s.place)).cloned(),
        }
    }

    pub(crate) fn sort(&mut self) {
        crate::sorted::sort(&mut self.list, |a, b| (b.sort, a.key.source, a.place) < (a.sort, b.key.source, b.place));
    }
}
