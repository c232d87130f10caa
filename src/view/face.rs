//! Which face the element shows: its stories, or what stands in for them.

use super::dynamic::{nothing, phrase, text};
use super::{Act, Before, Front};
use crate::item::{Advice, Code};
use crate::store::Word;
use crate::text::Phrase;
use leptos::prelude::*;

/// The main content; a change of state inside one face rebuilds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Face {
    /// The page's own links show through.
    Links,
    /// Prerendered stories stand beside us.
    Nothing,
    /// Rows to come.
    Skeleton,
    /// What happened and what to do.
    Error(Advice),
    /// A good feed without stories.
    Empty,
    /// Stories.
    Stories,
}

/// The face for the element's state.
pub fn face(front: Front) -> Memo<Face> {
    let Front { desk, before, .. } = front;
    Memo::new(move |_| match desk.word() {
        Word::Fallback if before == Before::Prerendered => Face::Nothing,
        Word::Fallback => Face::Links,
        Word::Loading => Face::Skeleton,
        Word::Error => Face::Error(desk.standing().failure.map_or(Code::Network, |f| f.code).advice()),
        Word::Empty => Face::Empty,
        _ if desk.standing().has_stories => Face::Stories,
        _ => Face::Empty,
    })
}

/// Everything but the stories themselves; `rows` is the height of a skeleton.
pub fn stand_in(front: Front, face: Face, rows: usize) -> AnyView {
    match face {
        Face::Links => view! { <slot></slot> }.into_any(),
        Face::Nothing | Face::Stories => nothing(),
        Face::Skeleton => skeleton(front, rows),
        // The page's own links stay below the sentence: nothing that was there is lost.
        Face::Empty => view! { <p class={"notice"} part={"notice"}>{phrase(front, Phrase::NoStories)}</p><slot></slot> }.into_any(),
        Face::Error(advice) => error(front, advice),
    }
}

fn skeleton(front: Front, rows: usize) -> AnyView {
    let rows = (0..rows.min(20)).map(|_| view! { <li class={"story"}><span class={"time"}></span><span class={"headline"}></span></li> }).collect_view();
    view! {
        <p class={"unseen"}>{phrase(front, Phrase::Loading)}</p>
        <ol class={"skeleton"} part={"skeleton"} aria-hidden={"true"}>{rows}</ol>
    }
    .into_any()
}

fn error(front: Front, advice: Advice) -> AnyView {
    let what = text(move || Some(front.with(|look| look.locale.failure(advice).0.to_owned())));
    let help = text(move || Some(front.with(|look| look.locale.failure(advice).1.to_owned())));
    view! {
        <div class={"notice"} part={"notice"} role={"alert"}>
            <p><strong>{what}</strong>{" "}{help}</p>
            <button type="button" class={"retry"} part={"retry"} on:click=move |_| { front.act(Act::Retry); }>
                {phrase(front, Phrase::Retry)}
            </button>
        </div>
    }
    .into_any()
}
