//! The small pieces of a story that rail, ticker and article share.

use super::dynamic::{Text, piece_by, text};
use super::node::{View, bare, node};
use super::{Act, Front, Presentation, link};
use crate::item::{Badge, Time};
use crate::store::Story;
use crate::store::desk::Cell;
use crate::text;

/// One field of the story in `cell`, as changing text.
pub fn field(cell: &Cell, read: fn(&Story) -> Option<String>) -> Text {
    let cell = cell.clone();
    text(move || cell.with(|story| read(story)).flatten())
}

/// The story's time, with its day where that is not today.
pub fn story_time(front: Front, cell: &Cell) -> View {
    let (for_key, cell) = (cell.clone(), cell.clone());
    let read = move |cell: &Cell| {
        let time = cell.with(|story| story.item.published).flatten()?;
        let now = front.desk.now();
        Some((time, front.with(|look| Shown::new(look, time, now))))
    };
    let key = move || {
        let (time, Shown { day, clock, zone }) = read(&for_key)?;
        Some([&text::machine(time), "|", &day.unwrap_or_default(), "|", &clock, &zone.unwrap_or_default()].concat())
    };
    piece_by(key, move || {
        let Some((time, Shown { day, clock, zone })) = read(&cell) else { return View::Nothing };
        let day = day.map(|day| bare("span").attr("class", "day-of").says(&[&day, " "].concat()));
        let zone = zone.map(|zone| node("span", "zone").says(&[" ", &zone].concat()));
        node("time", "time").attr("datetime", &text::machine(time)).holds([
            day.unwrap_or(View::Nothing),
            View::Words(clock),
            zone.unwrap_or(View::Nothing),
        ])
    })
}

#[derive(Default)]
struct Shown {
    day: Option<String>,
    clock: String,
    zone: Option<String>,
}

impl Shown {
    fn new(look: &Presentation, time: Time, now: Time) -> Self {
        if look.ages {
            return Self { day: None, clock: look.locale.age(time, now), zone: None };
        }
        let stamp = look.locale.stamp(time, now, &look.zone);
        Self { day: stamp.day, clock: stamp.clock, zone: look.show_zone.then(|| look.zone.label(time)) }
    }
}

/// The headline: a link to the story, or plain text where the feed gives no address.
pub fn headline(front: Front, cell: &Cell) -> View {
    let (for_href, for_click, for_current) = (cell.clone(), cell.clone(), cell.clone());
    let href = text(move || {
        let url = for_href.with(|story| story.item.url.clone()).flatten()?;
        Some(front.with(|look| link::with_params(&url, look.link_params.as_deref())))
    });
    let tab = move |value: &'static str| text(move || front.with(|look| look.new_tab.then(|| value.to_owned())));
    let current =
        text(move || for_current.with(|story| is_current(front, story)).unwrap_or(false).then(|| "page".to_owned()));
    node("a", "headline")
        .live("href", href)
        .live("lang", item_language(front, cell))
        .attr("dir", "auto")
        .live("target", tab("_blank"))
        .live("rel", tab("noopener noreferrer"))
        .live("aria-current", current)
        .on("click", move |event| {
            let target = for_click.peek(|story| Some((story.key.id.to_string(), story.item.url.clone()?))).flatten();
            if let Some((id, url)) = target
                && !front.act(Act::Open { id, url })
            {
                event.prevent_default();
            }
        })
        .holds([View::Live(field(cell, |story| Some(story.item.headline().to_owned())))])
}

/// The story's language: its own, else the one the publisher named for the element.
fn item_language(front: Front, cell: &Cell) -> Text {
    let cell = cell.clone();
    text(move || {
        cell.with(|story| story.item.language.clone()).flatten().or_else(|| front.with(|look| look.language.clone()))
    })
}

/// Whether this is the story the page around us shows. Tracked.
pub fn is_current(front: Front, story: &Story) -> bool {
    let url = story.item.url.as_deref().map(|url| url.split('#').next().unwrap_or_default());
    url.is_some() && front.with(|look| look.current.as_deref() == url)
}

/// The marks beside a headline.
pub fn badges(front: Front, cell: &Cell) -> View {
    let (for_key, cell) = (cell.clone(), cell.clone());
    let read = move |cell: &Cell| {
        let now = front.desk.now();
        cell.with(|story| story.item.badges_at(story.first_seen, story.changed, now)).unwrap_or_default()
    };
    let key = move || {
        let words: Vec<_> =
            read(&for_key).iter().map(|badge| front.with(|look| look.locale.badge(badge).to_owned())).collect();
        Some(words.join("|"))
    };
    piece_by(key, move || {
        let worn = read(&cell);
        View::Several(worn.iter().map(|badge| badge_view(front, badge)).collect())
    })
}

fn badge_view(front: Front, badge: &Badge) -> View {
    let kind = match badge {
        // A free text is not a class name: it could name one of ours.
        Badge::Other(_) => "other",
        known => known.as_str(),
    };
    let word = front.with(|look| look.locale.badge(badge).to_owned());
    bare("span").attr("class", &["badge badge-", kind].concat()).attr("part", "badge").attr("dir", "auto").says(&word)
}

/// A small piece of text beside or above a headline, in whatever direction it runs.
pub fn small(name: &'static str, words: &str) -> View {
    node("span", name).attr("dir", "auto").says(words)
}
