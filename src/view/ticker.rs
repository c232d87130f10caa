//! The ticker: one line, one story at a time.

use super::face::{Face, face, stand_in};
use super::story::{badges, headline, story_time};
use super::{Act, Front};
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
    let main = move || match face.get() {
        Face::Stories => line(turn).into_any(),
        other => stand_in(front, other, 1),
    };
    view! {
        <section
            class={"ticker"}
            part={"ticker"}
            lang=move || front.with(|look| look.locale.tag())
            dir=move || front.with(|look| look.locale.dir())
            hidden=move || face.get() == Face::Nothing
            aria-label=move || front.with(|look| look.heading.clone().unwrap_or_else(|| look.locale.say(Phrase::LatestNews).into()))
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

fn line(turn: Turn) -> impl IntoView {
    let front = turn.front;
    let key = Memo::new(move |_| turn.key());
    let story = move || {
        let story = front.desk.cell(&key.get()?)?;
        let for_time = story.clone();
        Some(view! {
            <div class={"line"} part={"line"}>
                {badges(front, story.clone())}
                {story_time(front, Signal::derive(move || for_time.with(|story| story.item.published)))}
                {headline(front, story)}
            </div>
        })
    };
    let has_controls = Memo::new(move |_| front.desk.order().len() > 1);
    view! {
        {story}
        {move || has_controls.get().then(|| controls(turn))}
    }
}

fn controls(turn: Turn) -> impl IntoView {
    let front = turn.front;
    let is_paused = Memo::new(move |_| front.desk.standing().paused);
    let pause_name = move || front.say(if is_paused.get() { Phrase::Resume } else { Phrase::Pause });
    view! {
        <div class={"controls"} part={"controls"}>
            <button type="button" class={"previous"} part={"previous"} aria-label=move || front.say(Phrase::Previous) on:click=move |_| turn.go(-1)></button>
            <button
                type="button"
                class=move || if is_paused.get() { "pause is-paused" } else { "pause" }
                part={"pause"}
                aria-label=pause_name
                on:click=move |_| { front.act(Act::Pause(!is_paused.get_untracked())); }
            ></button>
            <button type="button" class={"next"} part={"next"} aria-label=move || front.say(Phrase::Next) on:click=move |_| turn.go(1)></button>
        </div>
    }
}
