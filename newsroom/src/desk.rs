//! One language of the outlet: what is published there now.
//!
//! A desk decides the order of stories, what falls off the end, and when the feed last changed. It refuses to know formats.

mod opening;

use crate::{
    LEAD, Time,
    draft::Script,
    story::{Story, stamp},
};
use serde_json::{Map, Value, json};
use std::{cmp::Reverse, io};

/// A feed never lists more.
const MOST_STORIES: usize = 60;
/// Tombstones are kept this long; a reader who polls sees each of them many times.
const MOST_TOMBSTONES: usize = 100;

/// The stories of one language, newest first.
pub(crate) struct Desk {
    pub(crate) language: &'static str,
    pub(crate) script: Script,
    pub(crate) stories: Vec<Story>,
    /// Withdrawn ones, for the tombstone and for the 410 of their page.
    pub(crate) withdrawn: Vec<Story>,
    /// When anything last changed: the only clock the feed shows, so that equal content is equal bytes.
    pub(crate) changed: Time,
    /// The schedule leaves this desk alone.
    pub(crate) frozen: bool,
    /// Steps of the schedule so far.
    pub(crate) steps: u64,
    next_number: u64,
    next_draft: usize,
}

impl Desk {
    /// The desk as it stands when the newsroom opens at `now`.
    pub(crate) fn open(language: &'static str, now: Time, frozen: bool) -> io::Result<Self> {
        let script = Script::of(language)?;
        let stories = opening::stories(&script, language, now);
        let next_draft = stories.len();
        let next_number = stories.iter().map(|story| story.number).max().unwrap_or(opening::FIRST_NUMBER) + 1;
        let mut desk = Self {
            language,
            script,
            stories,
            withdrawn: Vec::new(),
            changed: now,
            frozen,
            steps: 0,
            next_number,
            next_draft,
        };
        desk.settle(now);
        Ok(desk)
    }

    pub(crate) fn find(&self, name: &str) -> Option<&Story> {
        self.stories.iter().find(|story| story.answers_to(name))
    }

    /// Publishes what an order describes, and returns its id. The same id again replaces the story.
    pub(crate) fn publish(&mut self, mut order: Map<String, Value>, now: Time) -> String {
        let number = self.next_number;
        self.next_number += 1;
        let id = match order.get("id") {
            Some(Value::String(id)) if !id.is_empty() => id.clone(),
            _ => format!("{}-{number}", self.language),
        };
        let slug = match order.remove("slug") {
            Some(Value::String(slug)) if !slug.is_empty() => slug,
            _ => format!("story-{number}"),
        };
        let mut story = Story { number, slug: slug.clone(), fields: Map::new() };
        order.entry("id").or_insert_with(|| json!(id));
        order.entry("url").or_insert_with(|| json!(format!("/story/{}/{slug}", self.language)));
        order.entry("language").or_insert_with(|| json!(self.language));
        order.entry("published").or_insert_with(|| json!(stamp(now)));
        story.take_over(order);
        self.stories.retain(|old| old.id() != id);
        self.withdrawn.retain(|old| old.id() != id);
        self.stories.push(story);
        self.settle(now);
        id
    }

    /// Publishes the next story in store; when all are told, the first ones come again under a new id and headline.
    pub(crate) fn publish_next(&mut self, now: Time) {
        let (position, count) = (self.next_draft, self.script.stories.len());
        self.next_draft += 1;
        let Some(draft) = self.script.stories.get(position % count.max(1)) else { return };
        let mut order = draft.fields(self.language);
        order.insert("slug".to_owned(), json!(draft.slug));
        if position >= count {
            let round = u64::try_from(position / count.max(1)).unwrap_or_default();
            order.insert("slug".to_owned(), json!(format!("{}-{}", draft.slug, self.next_number)));
            order.insert("title".to_owned(), json!(self.script.edition(&draft.title, round + self.next_number)));
        }
        self.publish(order, now);
    }

    /// Changes fields of a story and dates the change, unless the order does. `false`: no such story.
    pub(crate) fn change(&mut self, name: &str, mut order: Map<String, Value>, now: Time) -> bool {
        let Some(story) = self.stories.iter_mut().find(|story| story.answers_to(name)) else { return false };
        order.remove("id");
        order.entry("updated").or_insert_with(|| json!(stamp(now)));
        story.take_over(order);
        self.settle(now);
        true
    }

    /// Takes a story back and says so in `deleted`. `false`: no such story.
    pub(crate) fn withdraw(&mut self, name: &str, now: Time) -> bool {
        let Some(mut story) = self.remove(name, now) else { return false };
        // The last thing that happened to it: formats with tombstones say when.
        story.fields.insert("updated".to_owned(), json!(stamp(now)));
        self.withdrawn.insert(0, story);
        self.withdrawn.truncate(MOST_TOMBSTONES);
        true
    }

    /// Makes a story vanish without a word. `false`: no such story.
    pub(crate) fn trash(&mut self, name: &str, now: Time) -> bool {
        self.remove(name, now).is_some()
    }

    fn remove(&mut self, name: &str, now: Time) -> Option<Story> {
        let position = self.stories.iter().position(|story| story.answers_to(name))?;
        self.changed = now;
        Some(self.stories.remove(position))
    }

    /// Puts the list in order after a change. The lead never falls off the end: demo pages show it.
    fn settle(&mut self, now: Time) {
        self.stories.sort_by_key(|story| Reverse((story.time("published"), story.number)));
        while self.stories.len() > MOST_STORIES {
            let Some(oldest) = self.stories.iter().rposition(|story| story.slug != LEAD) else { break };
            self.stories.remove(oldest);
        }
        self.changed = now;
    }
}
