//! What all formats share once their fields are read.
//!
//! This file decides limits, inherited language, tombstones, the order of undated stories, and what `newsrail check`
//! tells the publisher. It refuses to know formats.

mod identity;

use super::field::distinct;
use super::platform::{Here, Platform};
use super::text::html_to_text;
use super::{Source, limits};
use crate::item::{Feed, IdSource, Item, ItemId, Problem, State, Time};
use chrono::Duration;

/// A story and its position in the document.
pub(crate) type Draft = (usize, Item);

/// Why a story is dropped: the field, and what to change.
pub(crate) type Reason = (&'static str, &'static str);

/// A story whose id may still be missing; [`finish`] gives it one.
pub(crate) fn draft(id: Option<ItemId>) -> Option<Item> {
    let id_source = if id.is_some() { IdSource::Native } else { IdSource::Derived };
    id.or_else(|| ItemId::new("?")).map(|id| Item { id_source, ..Item::new(id) })
}

/// Reads the stories of a list one by one; a bad one costs itself alone.
pub(crate) fn stories<T>(
    feed: &mut Feed,
    mut list: impl Iterator<Item = T>,
    read: &dyn Fn(T) -> Result<Item, Reason>,
) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (position, entry) in list.by_ref().take(limits::ITEMS).enumerate() {
        match read(entry) {
            Ok(item) => drafts.push((position, item)),
            Err((field, message)) => note(feed, Some(position), field, message),
        }
    }
    if list.next().is_some() {
        feed.truncated = true;
        note(feed, None, "items", "more than 500 stories; the rest is not read");
    }
    drafts
}

/// Words of a remark, where somebody reads them.
pub(crate) const fn remark(words: &'static str) -> &'static str {
    if Here::REMARKS { words } else { "" }
}

/// Notes something for `newsrail check`.
pub(crate) fn note(feed: &mut Feed, item: Option<usize>, field: &'static str, message: &str) {
    if Here::REMARKS && feed.problems.len() < limits::PROBLEMS {
        feed.problems.push(Problem { item, field, message: message.into() });
    }
}

/// The finished feed.
pub(crate) fn finish(mut feed: Feed, mut drafts: Vec<Draft>, source: &Source<'_>) -> Feed {
    for (position, item) in &mut drafts {
        name(item);
        fit(&mut feed, *position, item);
    }
    let seed = feed.feed_url.clone().unwrap_or_else(|| source.url.to_owned());
    identity::assign(&mut feed, &mut drafts, &seed);
    let mut dated_before = None;
    for (position, mut item) in drafts {
        if item.language.is_none() {
            item.language.clone_from(&feed.language);
        }
        item.derive(source.now);
        if item.state == State::Deleted {
            feed.deleted.push(item.id);
            continue;
        }
        // An undated story keeps its place: it orders like the dated one before it in the document.
        item.sort_key = item.sort_key.or(dated_before);
        dated_before = item.sort_key;
        report(&mut feed, position, &item, source.now);
        feed.positions.push(position);
        feed.items.push(item);
    }
    feed.deleted = once(std::mem::take(&mut feed.deleted));
    // A next page that is this page would be read for ever.
    let own = [feed.feed_url.as_deref(), Some(source.url)];
    feed.next = feed.next.take().filter(|next| !own.contains(&Some(next)));
    feed
}

/// Every tombstone once, up to a number that no honest feed reaches.
fn once(ids: Vec<ItemId>) -> Vec<ItemId> {
    let mut kept: Vec<ItemId> = Vec::new();
    for id in ids {
        if kept.len() < limits::DELETED && !kept.contains(&id) {
            kept.push(id);
        }
    }
    kept
}

/// WordPress' default category in the languages we ship; it says nothing about a story, by whichever feed it comes.
const NO_CATEGORY: &str = "Uncategorized|Uncategorised|Без рубрики|Kateqoriyasız|غير مصنف";

/// Leaves out categories that mean none, and gives a story without words of its own those of its body.
fn name(item: &mut Item) {
    if item.title.is_none() && item.summary.is_none() {
        item.summary = item.content_html.as_deref().and_then(html_to_text);
        limits::cut(&mut item.summary, limits::SUMMARY);
    }
    let is_none = |word: &String| NO_CATEGORY.split('|').any(|none| none == word);
    for words in [&mut item.sections, &mut item.tags] {
        words.retain(|word| !is_none(word));
    }
    if item.section.as_ref().is_some_and(is_none) {
        item.section = item.sections.first().cloned();
    }
}

/// Cuts what is too long.
fn fit(feed: &mut Feed, position: usize, item: &mut Item) {
    let cuts = [
        ("title", limits::cut(&mut item.title, limits::TITLE)),
        ("summary", limits::cut(&mut item.summary, limits::SUMMARY)),
        ("content_html", limits::cut(&mut item.content_html, limits::CONTENT)),
    ];
    for (field, _) in cuts.into_iter().filter(|(_, cut)| *cut) {
        feed.truncated = true;
        note(feed, Some(position), field, "too long; the end was cut off");
    }
    limits::cut(&mut item.section, limits::TITLE);
    for words in [&mut item.authors, &mut item.sections, &mut item.tags] {
        words.truncate(limits::FEW);
        for word in words.iter_mut() {
            limits::shorten(word, limits::TITLE);
        }
        *words = distinct(std::mem::take(words).into_iter());
    }
    for update in &mut item.live_updates {
        let title = limits::cut(&mut update.title, limits::TITLE);
        feed.truncated |= title | limits::cut(&mut update.content_html, limits::CONTENT);
    }
}

/// A story further ahead than clocks go wrong was given a wrong zone or a wrong year.
const AHEAD: Duration = Duration::minutes(15);

/// What a publisher could mend about a story that is shown all the same.
fn report(feed: &mut Feed, position: usize, item: &Item, now: Time) {
    if !Here::REMARKS {
        return;
    }
    let stand_in = match (&item.summary, &item.url) {
        (Some(_), _) => "no headline; the summary stands in its place: add a title",
        (None, Some(_)) => "no headline and no summary; the address stands in its place: add a title",
        (None, None) => "no headline, no summary, no address; the id stands in their place: add a title",
    };
    let is_ahead = item.published.is_some_and(|published| published > now + AHEAD) && item.embargoed_until.is_none();
    let missing = [
        (item.title.is_none(), "title", stand_in),
        (item.url.is_none(), "url", "no http(s) address; the headline leads nowhere: add a url"),
        (item.published.is_none(), "published", "no readable date; write it as 2026-03-02T09:30:00Z"),
        (
            is_ahead,
            "published",
            "lies in the future, and counts as the moment the story was first seen: check year and zone",
        ),
        (item.image.is_none(), "image", "no picture; add an image, or leave it if the story has none"),
        (item.id_source == IdSource::Derived, "id", "no id of its own; an edited headline will look like a new story"),
    ];
    for (_, field, message) in missing.into_iter().filter(|(is_missing, ..)| *is_missing) {
        note(feed, Some(position), field, message);
    }
}
