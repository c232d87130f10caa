//! The ticker: one line, one story at a time.

use super::Front;
use super::dynamic::{nothing, piece, text};
use super::face::{Face, face, stand_in};
use super::rail::pause;
use super::story::{badges, headline, story_time};
use crate::store::Key;
use crate::text::Phrase;
use leptos::prelude::*;

/// How long one story stays, where the reader does not hold it.
#[cfg(feature = "browser")]
const STAYS: std::time::Duration = std::time::Duration::from_secs(6);

/// Which story is on, and who holds it.
#[derive(Clone, Copy)]
struct Turn {
    front: Front,
    /// The story on show; its place in the list may change under it.
    on: RwSignal<Option<Key>>,
    /// The pointer rests on the ticker.
    is_pointed: RwSignal<bool>,
    /// The focus is inside.
    is_focused: RwSignal<bool>,
}

impl Turn {
    fn new(front: Front) -> Self {
        let off = || RwSignal::new(false);
        Self { front, on: RwSignal::new(None), is_pointed: off(), is_focused: off() }
    }

    /// The story on show: the chosen one while it is there, else the newest. Tracked.
    fn key(self) -> Option<Key> {
        let order = self.front.desk.order();
        self.on.get().filter(|key| order.contains(key)).or_else(|| order.into_iter().next())
    }

    /// Goes on by `step`, round and round.
    fn go(self, step: isize) {
        let (order, now) = untrack(|| (self.front.desk.order(), self.key()));
        let count = order.len() as isize;
        let at = order.iter().position(|key| Some(key) == now.as_ref()).unwrap_or(0) as isize;
        if count > 0 {
            let next = (at + step).rem_euclid(count) as usize;
            self.on.set(order.get(next).cloned());
        }
    }

    /// Whether the line may change by itself now.
    #[cfg(feature = "browser")]
    fn is_free(self) -> bool {
        untrack(|| {
            let is_held = self.is_pointed.get() || self.is_focused.get() || self.front.desk.standing().paused;
            self.front.with(|look| look.rotates) && !is_held
        })
    }
}

/// The whole ticker.
#[component]
pub fn Ticker(/// All that is true and how it is shown.
    front: Front,
) -> impl IntoView {
    let face = face(front);
    let turn = Turn::new(front);
    #[cfg(feature = "browser")]
    rotate(turn);
    let main = piece(move || match face.get() {
        Face::Stories => line(turn),
        other => stand_in(front, other, 1),
    });
    let name = text(move || {
        Some(front.with(|look| look.heading.clone().unwrap_or_else(|| look.locale.say(Phrase::LatestNews).into())))
    });
    view! {
        <section
            class={"ticker"}
            part={"ticker"}
            lang=text(move || Some(front.with(|look| look.locale.code().to_owned())))
            dir=text(move || Some(front.with(|look| look.locale.dir().as_str().to_owned())))
            hidden=text(move || (face.get() == Face::Nothing).then(String::new))
            aria-label=name
            on:pointerenter=move |_| turn.is_pointed.set(true)
            on:pointerleave=move |_| turn.is_pointed.set(false)
            on:focusin=move |_| turn.is_focused.set(true)
            on:focusout=move |_| turn.is_focused.set(false)
        >
            {main}
        </section>
    }
}

/// Turns by itself while nobody holds it.
#[cfg(feature = "browser")]
fn rotate(turn: Turn) {
    Effect::new(move |_| {
        let timer = set_interval_with_handle(
            move || {
                if !crate::dead::is_dead() && turn.is_free() {
                    turn.go(1);
                }
            },
            STAYS,
        );
        if let Ok(timer) = timer {
            on_cleanup(move || timer.clear());
        }
    });
}

fn line(turn: Turn) -> AnyView {
    let front = turn.front;
    let key = Memo::new(move |_| turn.key());
    let story = piece(move || {
        let Some(story) = key.get().and_then(|key| front.desk.cell(&key)) else { return nothing() };
        view! {
            <div class={"line"} part={"line"}>
                {badges(front, &story)}
                {story_time(front, &story)}
                {headline(front, &story)}
            </div>
        }
        .into_any()
    });
    let has_controls = Memo::new(move |_| front.desk.order().len() > 1);
    let controls = piece(move || if has_controls.get() { controls(turn) } else { nothing() });
    view! { {story}{controls} }.into_any()
}

fn controls(turn: Turn) -> AnyView {
    view! {
        <div class={"controls"} part={"controls"}>
            {step(turn, "previous", Phrase::Previous, -1)}
            {pause(turn.front)}
            {step(turn, "next", Phrase::Next, 1)}
        </div>
    }
    .into_any()
}

fn step(turn: Turn, part: &'static str, name: Phrase, by: isize) -> AnyView {
    let name = text(move || Some(turn.front.say(name).to_owned()));
    view! { <button type="button" class=part part=part aria-label=name on:click=move |_| turn.go(by)></button> }.into_any()
}
