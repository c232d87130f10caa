//! One story in the rail.

use super::Front;
use super::dynamic::{piece, text};
use super::node::{View, bare, node};
use super::story::{badges, headline, is_current, small, story_time};
use crate::store::Key;
use crate::text::Phrase;

/// A row of the list: time, headline, and under it badges and section. An edit changes the row it has.
pub fn row(front: Front, key: &Key) -> View {
    let Some(story) = front.desk.cell(key) else { return View::Nothing };
    let (for_class, for_meta) = (story.clone(), story.clone());
    let is_new = story.peek(|story| story.is_new).unwrap_or(false);
    let class = text(move || {
        let is_current = for_class.with(|story| is_current(front, story)).unwrap_or(false);
        let class = match (is_new, is_current) {
            (_, true) => "story current",
            (true, false) => "story is-new",
            (false, false) => "story",
        };
        Some(class.to_owned())
    });
    let section = piece(move || {
        let read = for_meta.with(|story| (story.item.section.clone(), is_current(front, story)));
        let (section, is_current) = read.unwrap_or_default();
        let note = is_current.then(|| small("current-note", front.say(Phrase::YouAreReading)));
        [section.map_or(View::Nothing, |section| small("section", &section)), note.unwrap_or(View::Nothing)].into()
    });
    bare("li").live("class", class).attr("part", "story").attr("data-id", key.id.as_str()).holds([
        story_time(front, &story),
        bare("div").attr("class", "entry").holds([
            headline(front, &story),
            node("div", "meta").holds([badges(front, &story), section]),
        ]),
    ])
}
