//! The rail: a titled list of stories, newest first.

use super::dynamic::{direction, language, phrase, piece_by, text, words};
use super::face::{Face, face};
use super::node::{View, bare, node};
use super::row::row;
use super::slots::{Slot, face_slot, other, slots};
use super::{Act, Front};
use crate::store::Word;
use crate::text::Phrase;
use leptos::prelude::*;

/// The whole rail.
pub fn rail(front: Front) -> View {
    node("section", "rail")
        .attr("aria-labelledby", "heading")
        .live("lang", language(front))
        .live("dir", direction(front))
        .live("hidden", text(move || (face(front) == Face::Nothing).then(String::new)))
        .holds([head(front), face_slot(front, main), more(front)])
}

fn main(front: Front, slot: Slot) -> View {
    let rows = front.with(|look| look.limit);
    other(front, &slot, rows).unwrap_or_else(|| list(front))
}

/// While the page's own links or prerendered stories stand in, a title of ours would stand there twice. Tracked.
fn is_ours(front: Front) -> bool {
    !matches!(face(front), Face::Links | Face::Nothing)
}

/// `hidden` while `is_shown` says no.
fn hidden_unless(is_shown: impl Fn() -> bool + Send + 'static) -> super::dynamic::Text {
    text(move || (!is_shown()).then(String::new))
}

/// Title, state in words, and the pause that anything that moves by itself must have (WCAG 2.2.2).
fn head(front: Front) -> View {
    let has_pause = move || !matches!(front.desk.word(), Word::Ended | Word::Loading | Word::Error | Word::Empty);
    node("div", "head").live("hidden", hidden_unless(move || is_ours(front))).holds([
        node("span", "dot").attr("aria-hidden", "true").holds([]),
        piece_by(
            move || Some(front.with(|look| [&look.heading_level.to_string(), " ", &front.title()].concat())),
            move || heading(front),
        ),
        node("span", "standing").holds([words(move || standing(front))]),
        pause(front, has_pause),
    ])
}

fn heading(front: Front) -> View {
    let level = front.with(|look| look.heading_level);
    let tag = ["h1", "h2", "h3", "h4", "h5", "h6"].get(usize::from(level).wrapping_sub(1)).unwrap_or(&"h2");
    node(tag, "heading").attr("id", "heading").says(&front.title())
}

/// The standing where it is a warning, for elements that have no head: "as of 14:05", "offline, as of 14:05", "ended".
pub fn warning(front: Front) -> View {
    let is_warning = move || match front.desk.word() {
        Word::Ended | Word::Offline => true,
        _ => front.desk.standing().is_worth_saying(front.desk.now()),
    };
    let text_of = move || is_warning().then(|| standing(front)).flatten();
    node("span", "standing").live("hidden", hidden_unless(is_warning)).holds([words(text_of)])
}

/// "updated at 16:12", "as of 14:05", "offline, as of 14:05", "ended". Tracked.
fn standing(front: Front) -> Option<String> {
    let (standing, now) = (front.desk.standing(), front.desk.now());
    let at = standing.updated_at?;
    front.with(|look| {
        let clock = look.locale.moment(at, now, &look.zone);
        Some(match standing.word() {
            Word::Ended => look.locale.say(Phrase::Ended).to_owned(),
            Word::Offline => look.locale.offline_as_of(&clock),
            Word::Stale if standing.is_worth_saying(now) => look.locale.as_of(&clock),
            Word::Paused => look.locale.say(Phrase::Paused).to_owned(),
            _ => look.locale.updated_at(&clock),
        })
    })
}

/// The button that holds and releases everything that changes by itself; it stays in place so that it keeps the focus.
pub fn pause(front: Front, is_shown: impl Fn() -> bool + Send + 'static) -> View {
    let is_paused = move || front.desk.standing().paused;
    let name =
        move || text(move || Some(front.say(if is_paused() { Phrase::Resume } else { Phrase::Pause }).to_owned()));
    bare("button")
        .attr("type", "button")
        .live("class", text(move || Some(if is_paused() { "pause is-paused" } else { "pause" }.to_owned())))
        .attr("part", "pause")
        .live("aria-label", name())
        .live("title", name())
        .live("hidden", hidden_unless(is_shown))
        .on("click", move |_| {
            front.act(Act::Pause(!untrack(is_paused)));
        })
        .holds([])
}

fn more(front: Front) -> View {
    let address = move || front.with(|look| look.more.clone()).filter(|_| is_ours(front));
    piece_by(address, move || match address() {
        Some(more) => node("a", "more").attr("href", &more).holds([phrase(front, Phrase::WholeFeed)]),
        None => View::Nothing,
    })
}

/// Rows with a separator wherever the day changes; today's need none. Tracked.
fn lines(front: Front) -> Vec<Slot> {
    let now = front.desk.now();
    let mut lines = Vec::new();
    let mut last = None;
    for key in front.desk.order() {
        let published = front.desk.cell(&key).and_then(|cell| cell.with(|story| story.item.published).flatten());
        let day = published.and_then(|t| front.with(|look| look.locale.day_label(t, now, &look.zone)));
        if published.is_some() && day != last {
            // A story out of its day's order must not bring the same separator twice: keys are unique.
            lines.extend(day.clone().map(Slot::Day).filter(|line| !lines.contains(line)));
            last = day;
        }
        lines.push(Slot::Story(key));
    }
    lines
}

fn list(front: Front) -> View {
    let class = text(move || {
        let has_days = lines(front).iter().any(|line| matches!(line, Slot::Day(_)));
        Some(if has_days { "list with-days" } else { "list" }.to_owned())
    });
    // WebKit forgets that a list without markers is a list.
    bare("ol").live("class", class).attr("part", "list").attr("role", "list").holds([slots(
        front,
        move || lines(front),
        line,
    )])
}

fn line(front: Front, slot: Slot) -> View {
    match slot {
        Slot::Day(day) => node("li", "day").says(&day),
        Slot::Story(key) => row(front, &key),
        Slot::Face(_) => View::Nothing,
    }
}
