//! The ticker: one line, one story at a time.

use super::Front;
use super::dynamic::{direction, language, text};
use super::face::{Face, face};
use super::node::{View, node};
use super::rail::{pause, warning};
use super::slots::{Slot, face_slot, other, slots};
use super::story::{badges, headline, story_time};
use crate::store::Key;
use crate::store::watched::Watched;
use crate::text::Phrase;
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How long one story stays, where the reader does not hold it.
#[cfg(feature = "browser")]
const STAYS: std::time::Duration = std::time::Duration::from_secs(6);

/// Which story is on, and who holds it.
#[derive(Clone)]
struct Turn {
    front: Front,
    inner: Arc<Inner>,
}

struct Inner {
    /// The story on show; its place in the list may change under it.
    on: Watched<Option<Key>>,
    /// The pointer rests on the ticker.
    is_pointed: AtomicBool,
    /// The focus is inside.
    is_focused: AtomicBool,
}

impl Turn {
    fn new(front: Front) -> Self {
        let inner =
            Inner { on: Watched::new(None), is_pointed: AtomicBool::new(false), is_focused: AtomicBool::new(false) };
        Self { front, inner: Arc::new(inner) }
    }

    /// The story on show: the chosen one while it is there, else the newest. Tracked.
    fn key(&self) -> Option<Key> {
        let order = self.front.desk.order();
        let on = self.inner.on.with(Clone::clone).flatten();
        on.filter(|key| order.contains(key)).or_else(|| order.into_iter().next())
    }

    /// Goes on by `step`, round and round.
    fn go(&self, step: isize) {
        let (order, now) = untrack(|| (self.front.desk.order(), self.key()));
        let count = order.len() as isize;
        let at = order.iter().position(|key| Some(key) == now.as_ref()).unwrap_or(0) as isize;
        if count > 0 {
            self.inner.on.set(order.get((at + step).rem_euclid(count) as usize).cloned());
        }
    }

    /// Whether the line may change by itself now.
    #[cfg(feature = "browser")]
    fn is_free(&self) -> bool {
        let is_held = self.inner.is_pointed.load(Ordering::Relaxed) || self.inner.is_focused.load(Ordering::Relaxed);
        !is_held && untrack(|| self.front.with(|look| look.rotates) && !self.front.desk.standing().paused)
    }

    fn point(&self, is_pointed: bool) -> impl FnMut(leptos::ev::Event) + 'static {
        let inner = self.inner.clone();
        move |_| inner.is_pointed.store(is_pointed, Ordering::Relaxed)
    }

    fn focus(&self, is_focused: bool) -> impl FnMut(leptos::ev::Event) + 'static {
        let inner = self.inner.clone();
        move |_| inner.is_focused.store(is_focused, Ordering::Relaxed)
    }
}

/// The whole ticker.
pub fn ticker(front: Front) -> View {
    let turn = Turn::new(front);
    #[cfg(feature = "browser")]
    rotate(turn.clone());
    let section = node("section", "ticker")
        .live("lang", language(front))
        .live("dir", direction(front))
        .live("hidden", text(move || (face(front) == Face::Nothing).then(String::new)))
        .live("aria-label", text(move || Some(front.title())))
        .on("pointerenter", turn.point(true))
        .on("pointerleave", turn.point(false))
        .on("focusin", turn.focus(true))
        .on("focusout", turn.focus(false));
    let on = turn.clone();
    // The line is outside of the face, so that one list of slots serves both.
    let line = slots(front, move || on.key().into_iter().map(Slot::Story).collect(), line);
    section.holds([face_slot(front, main), line, warning(front), controls(&turn)])
}

/// Everything but the line itself, which stands beside it.
fn main(front: Front, slot: Slot) -> View {
    other(front, &slot, 1).unwrap_or(View::Nothing)
}

/// Turns by itself while nobody holds it.
#[cfg(feature = "browser")]
fn rotate(turn: Turn) {
    Effect::new(move |_| {
        let turn = turn.clone();
        let ring = move || {
            if !crate::dead::is_dead() && turn.is_free() {
                turn.go(1);
            }
        };
        if let Ok(timer) = set_interval_with_handle(ring, STAYS) {
            on_cleanup(move || timer.clear());
        }
    });
}

fn line(front: Front, slot: Slot) -> View {
    let Slot::Story(key) = slot else { return View::Nothing };
    let Some(story) = front.desk.cell(&key) else { return View::Nothing };
    node("div", "line").holds([badges(front, &story), story_time(front, &story), headline(front, &story)])
}

fn controls(turn: &Turn) -> View {
    let front = turn.front;
    let hidden = text(move || (front.desk.order().len() < 2).then(String::new));
    node("div", "controls").live("hidden", hidden).holds([
        step(turn, "previous", Phrase::Previous, -1),
        pause(front, || true),
        step(turn, "next", Phrase::Next, 1),
    ])
}

fn step(turn: &Turn, name: &'static str, phrase: Phrase, by: isize) -> View {
    let (front, turn) = (turn.front, turn.clone());
    node("button", name)
        .attr("type", "button")
        .live("aria-label", text(move || Some(front.say(phrase).to_owned())))
        .on("click", move |_| turn.go(by))
        .holds([])
}
