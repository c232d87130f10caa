//! One story in the rail.

use super::Front;
use super::dynamic::{piece_by, text};
use super::node::{View, bare, node};
use super::story::{badges, headline, is_current, small, story_time};
use crate::store::Key;
use crate::store::desk::Cell;
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
    let for_key = story.clone();
    let read = move |cell: &Cell| {
        cell.with(|story| (story.item.section.clone(), is_current(front, story))).unwrap_or_default()
    };
    let words = move || {
        let (section, is_current) = read(&for_key);
        let note = if is_current { front.say(Phrase::YouAreReading) } else { "" };
        Some([&section.unwrap_or_default(), "|", note].concat())
    };
    let section = piece_by(words, move || {
        let (section, is_current) = read(&for_meta);
        let note = is_current.then(|| small("current-note", front.say(Phrase::YouAreReading)));
        [section.map_or(View::Nothing, |section| small("section", &section)), note.unwrap_or(View::Nothing)].into()
    });
    bare("li").live("class", class).attr("part", "story").attr("data-id", key.id.as_str()).holds([
        story_time(front, &story),
        bare("div")
            .attr("class", "entry")
            .holds([headline(front, &story), node("div", "meta").holds([badges(front, &story), section])]),
    ])
}
