//! The rim: what is true now, watched by the view.
//!
//! One cell per story: an edit wakes the row that shows it and no other. The order is a list of keys, so that a new
//! story costs one inserted row.

use super::watched::Watched;
use super::{Change, Key, Standing, Stories, Story, Word};
use crate::item::{Failure, Feed, Time};
use leptos::prelude::{GetValue, StoredValue};
use std::sync::{Arc, Mutex};

/// A story that wakes its row when a newer version comes.
pub type Cell = Arc<Watched<Arc<Story>>>;

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

/// The stories of one mount. Copies are handles to the same desk; after the mount is gone they answer with defaults.
#[derive(Clone, Copy)]
pub struct Desk(StoredValue<Arc<Top>>);

/// What lies on the desk.
struct Top {
    /// Not watched: nothing on the page shows these as they are.
    plain: Mutex<Plain>,
    order: Watched<Vec<Key>>,
    picked: Watched<Option<Arc<Story>>>,
    standing: Watched<Standing>,
    now: Watched<Time>,
}

struct Plain {
    stories: Stories,
    cells: Vec<(Key, Cell)>,
    terms: Terms,
    masthead: Masthead,
}

impl Desk {
    /// An empty desk; belongs to the current owner. `before` says what stands in until the first stories.
    pub fn new(terms: Terms, before: Standing, now: Time) -> Self {
        let plain = Plain { stories: Stories::default(), cells: Vec::new(), terms, masthead: Masthead::default() };
        Self(StoredValue::new(Arc::new(Top {
            plain: Mutex::new(plain),
            order: Watched::new(Vec::new()),
            picked: Watched::new(None),
            standing: Watched::new(before),
            now: Watched::new(now),
        })))
    }

    fn top(&self) -> Option<Arc<Top>> {
        self.0.try_get_value()
    }

    fn read<R: Default>(&self, read: impl FnOnce(&Top) -> Option<R>) -> R {
        self.top().and_then(|top| read(&top)).unwrap_or_default()
    }

    fn change(&self, change: impl FnOnce(&Top)) {
        if let Some(top) = self.top() {
            change(&top);
        }
    }

    /// Takes in an answer of the feed at position `source`.
    pub fn take(&self, source: usize, feed: &Feed, now: Time) -> Change {
        self.read(|top| {
            let (change, has_stories) = top.plain(|plain| plain.take(source, feed, now))?;
            top.show(now);
            top.standing.update(|standing| {
                standing.answered(source, has_stories, feed.expired, now);
                true
            });
            Some(change)
        })
    }

    /// Notes an answer whose bytes said nothing new. It may still be the second that leaves a story out.
    pub fn confirm(&self, source: usize, now: Time) -> Change {
        self.stand(|standing| standing.answered(source, false, false, now));
        self.read(|top| {
            let (next, change) = top.plain(|plain| plain.stories.repeat(source)).flatten()?;
            top.plain(|plain| plain.stories = next);
            top.show(now);
            Some(change)
        })
    }

    /// Notes a failed try. Returns whether the reason is a new one.
    pub fn fail(&self, source: usize, failure: Failure, now: Time) -> bool {
        let mut is_new = false;
        self.stand(|standing| is_new = standing.failed(source, failure, now));
        is_new
    }

    /// There is nothing to ask: the page's own links show again.
    pub fn rest(&self) {
        self.stand(|standing| standing.has_links = true);
    }

    /// Holds or releases the list.
    pub fn pause(&self, paused: bool, now: Time) {
        self.stand(|standing| standing.paused = paused);
        self.change(|top| top.show(now));
    }

    fn stand(&self, change: impl FnOnce(&mut Standing)) {
        self.change(|top| {
            top.standing.update(|standing| {
                change(standing);
                true
            });
        });
    }

    /// Changes what the element wants to see.
    pub fn want(&self, terms: Terms, now: Time) {
        self.change(|top| {
            top.plain(|plain| plain.terms = terms);
            top.show(now);
        });
    }

    /// Moves the clock: embargoes end, stories expire, ages grow.
    pub fn tick(&self, now: Time) {
        self.change(|top| {
            top.now.set(now);
            top.show(now);
        });
    }

    /// Forgets everything, for another `src`.
    pub fn clear(&self, now: Time) {
        self.change(|top| {
            top.plain(|plain| {
                plain.stories = Stories::default();
                plain.masthead = Masthead::default();
            });
            top.standing.update(|old| {
                // Prerendered stories went with the first live ones, or belong to the feed that is left now.
                *old = Standing { has_links: old.has_links, paused: old.paused, ..Standing::default() };
                true
            });
            top.show(now);
        });
    }

    /// Keys of the shown stories, newest first. Tracked.
    pub fn order(&self) -> Vec<Key> {
        self.read(|top| top.order.with(Clone::clone))
    }

    /// The cell of a shown story.
    pub fn cell(&self, key: &Key) -> Option<Cell> {
        self.read(|top| top.plain(|plain| plain.cell(key).cloned()))
    }

    /// The story an article shows. Tracked.
    pub fn picked(&self) -> Option<Arc<Story>> {
        self.read(|top| top.picked.with(Clone::clone))
    }

    /// Whether there is anything to see now. Tracked.
    pub fn has_sight(&self) -> bool {
        self.read(|top| Some(top.order.with(|order| !order.is_empty())? || top.picked.with(Option::is_some)?))
    }

    /// The first feed's words about itself.
    pub fn masthead(&self) -> Masthead {
        self.read(|top| top.plain(|plain| plain.masthead.clone()))
    }

    /// How the element stands. Tracked.
    pub fn standing(&self) -> Standing {
        self.read(|top| top.standing.with(Clone::clone))
    }

    /// The state attribute's word. Tracked.
    pub fn word(&self) -> Word {
        self.read(|top| top.standing.with(|standing| Some(standing.word()))).unwrap_or(Word::Loading)
    }

    /// The minute that ages are counted to. Tracked.
    pub fn now(&self) -> Time {
        self.read(|top| top.now.with(|now| *now))
    }

    /// A snapshot of the stories on show.
    pub fn snapshot(&self) -> Vec<Arc<Story>> {
        let order = self.read(|top| top.order.peek(Clone::clone));
        order.iter().filter_map(|key| self.cell(key)?.peek(Clone::clone)).collect()
    }
}

impl Plain {
    fn cell(&self, key: &Key) -> Option<&Cell> {
        self.cells.iter().find(|(known, _)| known == key).map(|(_, cell)| cell)
    }

    fn take(&mut self, source: usize, feed: &Feed, now: Time) -> (Change, bool) {
        let (next, change) = self.stories.merge(source, feed, self.terms.limit, now);
        self.stories = next;
        if self.masthead.source.is_none_or(|said| source <= said) {
            self.masthead = Masthead {
                source: Some(source),
                url: feed.url.clone(),
                time_zone: feed.time_zone.clone(),
                language: feed.language.clone(),
            };
        }
        (change, self.stories.all().next().is_some())
    }

    /// What stays of the list while it is held: withdrawals apply at once, everything else waits.
    fn held(&self, order: &[Key]) -> Vec<Arc<Story>> {
        let still = order.iter().filter(|key| self.stories.get(key).is_some());
        still.filter_map(|key| self.cell(key)?.peek(Clone::clone)).collect()
    }
}

impl Top {
    fn plain<R>(&self, change: impl FnOnce(&mut Plain) -> R) -> Option<R> {
        self.plain.try_lock().ok().map(|mut plain| change(&mut plain))
    }

    /// Works out what is to be seen, and writes only what differs.
    fn show(&self, now: Time) {
        let is_held = self.standing.peek(|standing| standing.paused).unwrap_or(false);
        let order = self.order.peek(Clone::clone).unwrap_or_default();
        let sight = self.plain(|plain| {
            let Terms { limit, left_out, wanted } = plain.terms.clone();
            let shown = match is_held && !order.is_empty() {
                true => plain.held(&order),
                false => plain.stories.shown(limit, left_out.as_deref(), now),
            };
            let cell = |story: &Arc<Story>| {
                let cell = plain.cell(&story.key).cloned();
                (story.key.clone(), cell.unwrap_or_else(|| Arc::new(Watched::new(story.clone()))))
            };
            plain.cells = shown.iter().map(cell).collect();
            // The article in front of the reader stays, whatever becomes the first of the list.
            let read = self.picked.peek(|read| read.as_ref().map(|story| story.key.clone())).flatten();
            let same = read.filter(|_| wanted.is_none()).and_then(|key| plain.stories.live(&key, now));
            (plain.cells.clone(), shown, same.or_else(|| plain.stories.pick(wanted.as_deref(), now)))
        });
        let Some((cells, shown, picked)) = sight else { return };
        for ((_, cell), story) in cells.iter().zip(&shown) {
            cell.update(|old| {
                let is_other = !Arc::ptr_eq(old, story);
                *old = story.clone();
                is_other
            });
        }
        self.order.set(shown.iter().map(|story| story.key.clone()).collect());
        self.picked.update(|read| {
            // What we noted about the story is nothing a reader sees; and a held article only goes, it does not change.
            let is_same = read.as_ref().map(|s| &s.item) == picked.as_ref().map(|s| &s.item);
            let is_held = is_held && read.is_some() && picked.is_some();
            let is_news = !is_same && !is_held;
            if is_news {
                *read = picked;
            }
            is_news
        });
    }
}
