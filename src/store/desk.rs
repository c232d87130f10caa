//! The rim: what is true now, as signals that the view reads.
//!
//! One cell per story: an edit wakes the row that shows it and no other. The order is a list of keys, so that a new
//! story costs one inserted row.

use super::{Change, Key, Standing, Stories, Story, Word};
use crate::item::{Failure, Feed, Time};
use leptos::prelude::*;
use std::collections::HashMap;
use std::sync::Arc;

/// A story as a signal.
pub type Cell = ArcRwSignal<Arc<Story>>;

/// What the element wants to see of the stories.
#[derive(Clone, Debug, PartialEq)]
pub struct Terms {
    /// Items shown.
    pub limit: usize,
    /// URL of a story to leave out.
    pub left_out: Option<String>,
    /// Article: the id or URL asked for, or the first.
    pub wanted: Option<String>,
}

/// What the feed says of itself, as far as a reader sees it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Masthead {
    /// Position of the feed that said it: the first feed's words win, whenever they come.
    pub source: Option<usize>,
    /// Home page.
    pub url: Option<String>,
    /// IANA zone.
    pub time_zone: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
}

/// The stories of one mount. Copies are handles to the same desk.
#[derive(Clone, Copy)]
pub struct Desk {
    stories: StoredValue<Stories>,
    cells: StoredValue<HashMap<Key, Cell>>,
    terms: StoredValue<Terms>,
    order: RwSignal<Vec<Key>>,
    picked: RwSignal<Option<Arc<Story>>>,
    masthead: RwSignal<Masthead>,
    standing: RwSignal<Standing>,
    now: RwSignal<Time>,
}

impl Desk {
    /// An empty desk; belongs to the current owner.
    pub fn new(terms: Terms, has_fallback: bool, now: Time) -> Self {
        Self {
            stories: StoredValue::new(Stories::default()),
            cells: StoredValue::new(HashMap::new()),
            terms: StoredValue::new(terms),
            order: RwSignal::new(Vec::new()),
            picked: RwSignal::new(None),
            masthead: RwSignal::new(Masthead::default()),
            standing: RwSignal::new(Standing { has_fallback, ..Standing::default() }),
            now: RwSignal::new(now),
        }
    }

    /// Takes in an answer of the feed at position `source`.
    pub fn take(&self, source: usize, feed: &Feed, now: Time) -> Change {
        let cap = self.terms.with_value(|terms| terms.limit);
        let (next, change) = self.stories.with_value(|stories| stories.merge(source, feed, cap, now));
        let has_stories = next.all().next().is_some();
        self.stories.set_value(next);
        if self.masthead.try_with_untracked(|m| m.source.is_none_or(|said| source <= said)).unwrap_or(false) {
            let masthead = Masthead {
                source: Some(source),
                url: feed.url.clone(),
                time_zone: feed.time_zone.clone(),
                language: feed.language.clone(),
            };
            set(self.masthead, masthead);
        }
        self.show(now);
        self.standing.try_update(|standing| {
            standing.answered(source, has_stories, now);
            standing.ended |= feed.expired;
        });
        change
    }

    /// Notes an answer whose bytes said nothing new.
    pub fn confirm(&self, source: usize, now: Time) {
        self.standing.try_update(|standing| standing.answered(source, false, now));
    }

    /// Notes a failed try. Returns whether the reason is a new one.
    pub fn fail(&self, source: usize, failure: Failure, now: Time) -> bool {
        self.standing.try_update(|standing| standing.failed(source, failure, now)).unwrap_or(false)
    }

    /// The feed is over; what was shown stays.
    pub fn end(&self) {
        self.standing.try_update(|standing| standing.ended = true);
    }

    /// Holds or releases the list.
    pub fn pause(&self, paused: bool, now: Time) {
        self.standing.try_update(|standing| standing.paused = paused);
        self.show(now);
    }

    /// Changes what the element wants to see.
    pub fn want(&self, terms: Terms, now: Time) {
        self.terms.set_value(terms);
        self.show(now);
    }

    /// Moves the clock: embargoes end, stories expire, ages grow.
    pub fn tick(&self, now: Time) {
        set(self.now, now);
        self.show(now);
    }

    /// Forgets everything, for another `src`.
    pub fn clear(&self) {
        let has_fallback = self.standing.try_with_untracked(|s| s.has_fallback).unwrap_or(false);
        let paused = self.is_paused();
        self.stories.set_value(Stories::default());
        set(self.order, Vec::new());
        set(self.picked, None);
        set(self.masthead, Masthead::default());
        set(self.standing, Standing { has_fallback, paused, ..Standing::default() });
    }

    /// Works out what is to be seen, and writes only what differs.
    fn show(&self, now: Time) {
        let terms = self.terms.get_value();
        let mut shown =
            self.stories.with_value(|stories| stories.shown(terms.limit, terms.left_out.as_deref(), now));
        if self.is_paused() && self.order.try_with_untracked(|order| !order.is_empty()).unwrap_or(false) {
            shown = self.held(&shown);
        }
        self.cells.update_value(|cells| {
            cells.retain(|key, _| shown.iter().any(|story| story.key == *key));
            for story in &shown {
                match cells.get(&story.key) {
                    Some(cell) => set_arc(cell, story),
                    None => {
                        cells.insert(story.key.clone(), ArcRwSignal::new(story.clone()));
                    }
                }
            }
        });
        set(self.order, shown.into_iter().map(|story| story.key.clone()).collect());
        set(self.picked, self.stories.with_value(|stories| stories.pick(terms.wanted.as_deref(), now)));
    }

    /// What stays of the list while it is held: withdrawals apply at once, everything else waits.
    fn held(&self, shown: &[Arc<Story>]) -> Vec<Arc<Story>> {
        let order = self.order.try_get_untracked().unwrap_or_default();
        self.cells.with_value(|cells| {
            let still = |key: &&Key| {
                shown.iter().any(|s| s.key == **key) || self.stories.with_value(|s| s.get(key).is_some())
            };
            order.iter().filter(still).filter_map(|key| cells.get(key)?.try_get_untracked()).collect()
        })
    }

    fn is_paused(&self) -> bool {
        self.standing.try_with_untracked(|standing| standing.paused).unwrap_or(false)
    }

    /// Keys of the shown stories, newest first. Tracked.
    pub fn order(&self) -> Vec<Key> {
        self.order.try_get().unwrap_or_default()
    }

    /// The cell of a shown story.
    pub fn cell(&self, key: &Key) -> Option<Cell> {
        self.cells.try_with_value(|cells| cells.get(key).cloned()).flatten()
    }

    /// The story an article shows. Tracked.
    pub fn picked(&self) -> Option<Arc<Story>> {
        self.picked.try_get().flatten()
    }

    /// The first feed's words about itself. Tracked.
    pub fn masthead(&self) -> Masthead {
        self.masthead.try_get().unwrap_or_default()
    }

    /// How the element stands. Tracked.
    pub fn standing(&self) -> Standing {
        self.standing.try_get().unwrap_or_default()
    }

    /// The state attribute's word. Tracked.
    pub fn word(&self) -> Word {
        self.standing.try_with(Standing::word).unwrap_or(Word::Loading)
    }

    /// The minute that ages are counted to. Tracked.
    pub fn now(&self) -> Time {
        self.now.try_get().unwrap_or_default()
    }

    /// A snapshot of the stories on show.
    pub fn snapshot(&self) -> Vec<Arc<Story>> {
        let order = self.order.try_get_untracked().unwrap_or_default();
        order.iter().filter_map(|key| self.cell(key)?.try_get_untracked()).collect()
    }
}

/// Sets a signal only where the value differs: an equal write would wake every reader for nothing.
fn set<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.try_with_untracked(|old| *old != value).unwrap_or(false) {
        signal.try_set(value);
    }
}

fn set_arc(cell: &Cell, story: &Arc<Story>) {
    if cell.try_with_untracked(|old| !Arc::ptr_eq(old, story)).unwrap_or(false) {
        cell.try_set(story.clone());
    }
}
