//! One story in the rail.

use super::Front;
use super::story::{badges, headline, is_current, story_time};
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
    front.desk.cell(&key).map(|story| {
        let (for_class, for_time, for_section, for_note) = (story.clone(), story.clone(), story.clone(), story.clone());
        let is_new = story.with_untracked(|story| story.is_new);
        let class = move || match (is_new, for_class.with(|story| is_current(front, story))) {
            (_, true) => "story current",
            (true, false) => "story is-new",
            (false, false) => "story",
        };
        let section = move || {
            let section = for_section.with(|story| story.item.section.clone());
            section.map(|section| view! { <span class={"section"} part={"section"} dir={"auto"}>{section}</span> })
        };
        let note = move || {
            for_note.with(|story| is_current(front, story)).then(|| {
                view! { <span class={"current-note"} part={"current-note"}>{front.say(Phrase::YouAreReading)}</span> }
            })
        };
        view! {
            <li class=class part={"story"} data-id={key.id.to_string()}>
                {story_time(front, Signal::derive(move || for_time.with(|story| story.item.published)))}
                <div class={"entry"}>
                    {headline(front, story.clone())}
                    <div class={"meta"} part={"meta"}>{badges(front, story)}{section}{note}</div>
                </div>
            </li>
        }
    })
}
