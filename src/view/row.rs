//! One story in the rail.

use super::Front;
use super::dynamic::{nothing, piece, text};
use super::story::{badges, headline, is_current, small, story_time};
use crate::store::Key;
use crate::text::Phrase;
use leptos::prelude::*;

/// A row of the list: time, headline, and under it badges and section. An edit changes the row it has.
#[component]
pub fn Row(/// All that is true and how it is shown.
    front: Front,
    /// Which story.
    key: Key,
) -> impl IntoView {
    let Some(story) = front.desk.cell(&key) else { return nothing() };
    let (for_class, for_meta) = (story.clone(), story.clone());
    let is_new = story.with_untracked(|story| story.is_new);
    let class = text(move || {
        let is_current = for_class.with(|story| is_current(front, story));
        let class = match (is_new, is_current) {
            (_, true) => "story current",
            (true, false) => "story is-new",
            (false, false) => "story",
        };
        Some(class.to_owned())
    });
    let section = piece(move || {
        let (section, is_current) = for_meta.with(|story| (story.item.section.clone(), is_current(front, story)));
        let note = is_current.then(|| small("current-note".into(), "current-note", front.say(Phrase::YouAreReading).into()));
        (section.map(|section| small("section".into(), "section", section)), note).into_any()
    });
    view! {
        <li class=class part={"story"} data-id={key.id.to_string()}>
            {story_time(front, &story)}
            <div class={"entry"}>
                {headline(front, &story)}
                <div class={"meta"} part={"meta"}>{badges(front, &story)}{section}</div>
            </div>
        </li>
    }
    .into_any()
}
