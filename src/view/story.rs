//! The small pieces of a story that rail, ticker and article share.

use super::{Act, Front, link};
use crate::item::{Badge, Time};
use crate::store::Story;
use crate::store::desk::Cell;
use crate::text;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use std::sync::Arc;

/// The story's time. `day` says whether the day stands in the text when it is not today.
pub fn story_time(front: Front, time: Signal<Option<Time>>) -> impl IntoView {
    let shown = move || {
        let time = time.get()?;
        let now = front.desk.now();
        Some(front.with(|look| Shown::new(look, time, now)))
    };
    move || {
        shown().map(|shown| {
            view! {
                <time class={"time"} part={"time"} datetime={shown.machine}>
                    {shown.day.map(|day| view! { <span class={"day-of"}>{day}</span>{" "} })}
                    {shown.clock}
                    {shown.zone.map(|zone| view! { {" "}<span class={"zone"} part={"zone"}>{zone}</span> })}
                </time>
            }
        })
    }
}

struct Shown {
    machine: String,
    day: Option<String>,
    clock: String,
    zone: Option<String>,
}

impl Shown {
    fn new(look: &super::Presentation, time: Time, now: Time) -> Self {
        let machine = text::machine(time);
        if look.ages {
            return Self { machine, day: None, clock: text::age(time, now, look.locale), zone: None };
        }
        let stamp = text::stamp(time, now, &look.zone, look.locale);
        let zone = look.show_zone.then(|| look.zone.label(time));
        Self { machine, day: stamp.day, clock: stamp.clock, zone }
    }
}

/// The headline: a link to the story, or plain text where the feed gives no address.
pub fn headline(front: Front, story: Cell) -> impl IntoView {
    let (for_href, for_click, for_lang) = (story.clone(), story.clone(), story.clone());
    let href = move || {
        let url = for_href.with(|story| story.item.url.clone())?;
        Some(front.with(|look| link::with_params(&url, look.link_params.as_deref())))
    };
    let open = move |event: MouseEvent| {
        let Some((id, Some(url))) = for_click.try_with_untracked(|s| (s.key.id.to_string(), s.item.url.clone())) else { return };
        if !front.act(Act::Open { id, url }) {
            event.prevent_default();
        }
    };
    let for_current = story.clone();
    view! {
        <a
            class={"headline"}
            part={"headline"}
            href=href
            lang=move || for_lang.with(|story| story.item.language.clone())
            dir={"auto"}
            target=move || front.with(|look| look.new_tab.then_some("_blank"))
            rel=move || front.with(|look| look.new_tab.then_some("noopener noreferrer"))
            aria-current=move || for_current.with(|story| is_current(front, story)).then_some("page")
            on:click=open
        >
            {move || story.with(|story| story.item.headline().to_owned())}
        </a>
    }
}

/// Whether this is the story the page around us shows. Tracked.
pub fn is_current(front: Front, story: &Story) -> bool {
    let url = story.item.url.as_deref().map(|url| url.split('#').next().unwrap_or_default());
    url.is_some() && front.with(|look| look.current.as_deref() == url)
}

/// The marks beside a headline.
pub fn badges(front: Front, story: Cell) -> impl IntoView {
    let worn = Memo::new(move |_| {
        let now = front.desk.now();
        story.with(|story: &Arc<Story>| story.item.badges_at(story.first_seen, story.changed, now))
    });
    move || {
        let worn = worn.get();
        worn.into_iter().map(|badge| badge_view(front, badge)).collect_view()
    }
}

fn badge_view(front: Front, badge: Badge) -> impl IntoView {
    let class = match &badge {
        // A free text is not a class name: it could name one of ours.
        Badge::Other(_) => "badge badge-other".to_owned(),
        known => ["badge badge-", known.as_str()].concat(),
    };
    let text = move || front.with(|look| look.locale.badge(&badge).to_owned());
    view! { <span class=class part={"badge"} dir={"auto"}>{text}</span> }
}
