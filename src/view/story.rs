//! The small pieces of a story that rail, ticker and article share.

use super::dynamic::{Piece, Text, nothing, piece, text};
use super::{Act, Front, Presentation, link};
use crate::item::{Badge, Time};
use crate::store::Story;
use crate::store::desk::Cell;
use crate::text;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// One field of the story in `cell`, as changing text.
pub fn field(cell: &Cell, read: fn(&Story) -> Option<String>) -> Text {
    let cell = cell.clone();
    text(move || cell.with(|story| read(story)))
}

/// The story's time, with its day where that is not today.
pub fn story_time(front: Front, cell: &Cell) -> Piece {
    let cell = cell.clone();
    piece(move || {
        let Some(time) = cell.with(|story| story.item.published) else { return nothing() };
        let now = front.desk.now();
        let shown = front.with(|look| Shown::new(look, time, now));
        view! {
            <time class={"time"} part={"time"} datetime={shown.machine}>
                {shown.day.map(|day| view! { <span class={"day-of"}>{day}</span>{" "} })}
                {shown.clock}
                {shown.zone.map(|zone| view! { {" "}<span class={"zone"} part={"zone"}>{zone}</span> })}
            </time>
        }
        .into_any()
    })
}

struct Shown {
    machine: String,
    day: Option<String>,
    clock: String,
    zone: Option<String>,
}

impl Shown {
    fn new(look: &Presentation, time: Time, now: Time) -> Self {
        let machine = text::machine(time);
        if look.ages {
            return Self { machine, day: None, clock: look.locale.age(time, now), zone: None };
        }
        let stamp = look.locale.stamp(time, now, &look.zone);
        let zone = look.show_zone.then(|| look.zone.label(time));
        Self { machine, day: stamp.day, clock: stamp.clock, zone }
    }
}

/// The headline: a link to the story, or plain text where the feed gives no address.
pub fn headline(front: Front, cell: &Cell) -> AnyView {
    let (for_href, for_click, for_current) = (cell.clone(), cell.clone(), cell.clone());
    let href = text(move || {
        let url = for_href.with(|story| story.item.url.clone())?;
        Some(front.with(|look| link::with_params(&url, look.link_params.as_deref())))
    });
    let open = move |event: MouseEvent| {
        let target = for_click.try_with_untracked(|s| Some((s.key.id.to_string(), s.item.url.clone()?)));
        if let Some((id, url)) = target.flatten()
            && !front.act(Act::Open { id, url })
        {
            event.prevent_default();
        }
    };
    let tab = move |value: &'static str| text(move || front.with(|look| look.new_tab.then(|| value.to_owned())));
    let current = text(move || for_current.with(|story| is_current(front, story)).then(|| "page".into()));
    view! {
        <a
            class={"headline"}
            part={"headline"}
            href=href
            lang=field(cell, |story| story.item.language.clone())
            dir={"auto"}
            target=tab("_blank")
            rel=tab("noopener noreferrer")
            aria-current=current
            on:click=open
        >
            {field(cell, |story| Some(story.item.headline().to_owned()))}
        </a>
    }
    .into_any()
}

/// Whether this is the story the page around us shows. Tracked.
pub fn is_current(front: Front, story: &Story) -> bool {
    let url = story.item.url.as_deref().map(|url| url.split('#').next().unwrap_or_default());
    url.is_some() && front.with(|look| look.current.as_deref() == url)
}

/// The marks beside a headline.
pub fn badges(front: Front, cell: &Cell) -> Piece {
    let cell = cell.clone();
    piece(move || {
        let now = front.desk.now();
        let worn = cell.with(|story| story.item.badges_at(story.first_seen, story.changed, now));
        worn.into_iter().map(|badge| badge_view(front, badge)).collect_view().into_any()
    })
}

fn badge_view(front: Front, badge: Badge) -> AnyView {
    let class = match &badge {
        // A free text is not a class name: it could name one of ours.
        Badge::Other(_) => "badge badge-other".to_owned(),
        known => ["badge badge-", known.as_str()].concat(),
    };
    let word = front.with(|look| look.locale.badge(&badge).to_owned());
    small(class, "badge", word)
}

/// A small piece of text beside or above a headline, in whatever direction it runs.
pub fn small(class: String, part: &'static str, words: String) -> AnyView {
    view! { <span class=class part=part dir={"auto"}>{words}</span> }.into_any()
}
