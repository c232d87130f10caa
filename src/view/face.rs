//! Which face the element shows: its stories, or what stands in for them.

use super::dynamic::{phrase, words};
use super::node::{View, bare, node};
use super::{Act, Front};
use crate::item::{Advice, Code};
use crate::store::Word;
use crate::text::Phrase;

/// The main content; a change of state inside one face rebuilds nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// The face for the element's state. Tracked.
pub fn face(front: Front) -> Face {
    let standing = front.desk.standing();
    match standing.word() {
        Word::Fallback if standing.is_prerendered => Face::Nothing,
        Word::Fallback => Face::Links,
        Word::Loading => Face::Skeleton,
        Word::Error => Face::Error(standing.reason().unwrap_or(Code::Network).advice()),
        Word::Empty => Face::Empty,
        // All of them may be under embargo, expired or left out by now.
        _ if standing.has_stories && front.desk.has_sight() => Face::Stories,
        _ => Face::Empty,
    }
}

/// Everything but the stories themselves; `rows` is the height of a skeleton.
pub fn stand_in(front: Front, face: Face, rows: usize) -> View {
    match face {
        Face::Links => bare("slot").holds([]),
        Face::Nothing | Face::Stories => View::Nothing,
        Face::Skeleton => skeleton(front, rows),
        Face::Empty => notice(front, Phrase::NoStories),
        Face::Error(advice) => error(front, advice),
    }
}

/// One quiet sentence. The page's own links stay below it: nothing that was there is lost.
pub fn notice(front: Front, sentence: Phrase) -> View {
    [node("p", "notice").holds([phrase(front, sentence)]), bare("slot").holds([])].into()
}

fn skeleton(front: Front, rows: usize) -> View {
    let row = |_| {
        let bar = |name| bare("span").attr("class", name).holds([]);
        bare("li").attr("class", "story").holds([bar("time"), bar("headline")])
    };
    let rows: Vec<View> = (0..rows.min(20)).map(row).collect();
    [
        bare("p").attr("class", "unseen").holds([phrase(front, Phrase::Loading)]),
        node("ol", "skeleton").attr("aria-hidden", "true").holds(rows),
    ]
    .into()
}

fn error(front: Front, advice: Advice) -> View {
    let what = words(move || Some(front.with(|look| look.locale.failure(advice).0.to_owned())));
    let help = words(move || Some(front.with(|look| [" ", look.locale.failure(advice).1].concat())));
    let retry = node("button", "retry").attr("type", "button").on("click", move |_| {
        front.act(Act::Retry);
    });
    node("div", "notice")
        .attr("role", "alert")
        .holds([bare("p").holds([bare("strong").holds([what]), help]), retry.holds([phrase(front, Phrase::Retry)])])
}
