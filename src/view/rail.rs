//! The rail: a titled list of stories, newest first.

use super::face::{Face, face, stand_in};
use super::row::Row;
use super::{Act, Front};
use crate::store::{Key, Word};
use crate::text::{self, Phrase};
use leptos::html::custom;
use leptos::prelude::*;

/// The whole rail.
#[component]
pub fn Rail(/// All that is true and how it is shown.
    front: Front,
) -> impl IntoView {
    let face = face(front);
    let main = move || match face.get() {
        Face::Stories => view! { <List front/> }.into_any(),
        other => {
            let rows = front.look.with_untracked(|look| look.limit);
            stand_in(front, other, rows)
        }
    };
    // While the page's own links or prerendered stories stand in, a title of ours would stand there twice.
    let is_ours = Memo::new(move |_| !matches!(face.get(), Face::Links | Face::Nothing));
    view! {
        <section
            class={"rail"}
            part={"rail"}
            aria-labelledby={"heading"}
            lang=move || front.with(|look| look.locale.tag())
            dir=move || front.with(|look| look.locale.dir())
            hidden=move || face.get() == Face::Nothing
        >
            {move || is_ours.get().then(|| view! { <Head front/> })}
            {main}
            {move || is_ours.get().then(|| more(front))}
        </section>
    }
}

/// Title, state in words, and the pause that anything that moves by itself must have (WCAG 2.2.2).
#[component]
fn Head(front: Front) -> impl IntoView {
    let desk = front.desk;
    let heading = move || {
        let tag = ["h", &front.with(|look| look.heading_level.to_string())].concat();
        custom(tag).attr("class", "heading").attr("part", "heading").attr("id", "heading").child(move || {
            front.with(|look| look.heading.clone().unwrap_or_else(|| look.locale.say(Phrase::LatestNews).into()))
        })
    };
    let has_pause = Memo::new(move |_| !matches!(desk.word(), Word::Ended | Word::Loading | Word::Error | Word::Empty));
    view! {
        <div class={"head"} part={"head"}>
            <span class={"dot"} part={"dot"} aria-hidden={"true"}></span>
            {heading}
            <span class={"standing"} part={"standing"}>{standing(front)}</span>
            {move || has_pause.get().then(|| pause(front))}
        </div>
    }
}

/// "updated at 16:12", "as of 14:05", "offline, as of 14:05", "ended".
fn standing(front: Front) -> impl Fn() -> Option<String> + Send + Copy + 'static {
    let desk = front.desk;
    move || {
        let (standing, now) = (desk.standing(), desk.now());
        let at = standing.updated_at?;
        front.with(|look| {
            let clock = text::clock(at, &look.zone, look.locale);
            Some(match standing.word() {
                Word::Ended => look.locale.say(Phrase::Ended).to_owned(),
                Word::Offline => look.locale.offline_as_of(&clock),
                Word::Stale if standing.is_worth_saying(now) => look.locale.as_of(&clock),
                _ => look.locale.updated_at(&clock),
            })
        })
    }
}

fn pause(front: Front) -> impl IntoView {
    let is_paused = Memo::new(move |_| front.desk.standing().paused);
    let name = move || front.say(if is_paused.get() { Phrase::Resume } else { Phrase::Pause });
    view! {
        <button
            type="button"
            class=move || if is_paused.get() { "pause is-paused" } else { "pause" }
            part={"pause"}
            aria-label=name
            title=name
            on:click=move |_| { front.act(Act::Pause(!is_paused.get_untracked())); }
        ></button>
    }
}

fn more(front: Front) -> impl IntoView {
    move || {
        front.with(|look| look.more.clone()).map(|more| {
            view! { <a class={"more"} part={"more"} href={more}>{move || front.say(Phrase::WholeFeed)}</a> }
        })
    }
}

/// A row, or the day it stands under.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Line {
    Day(String),
    Story(Key),
}

/// Rows with a separator wherever the day changes; today's need none.
fn lines(front: Front) -> Vec<Line> {
    let now = front.desk.now();
    let mut lines = Vec::new();
    let mut last = None;
    for key in front.desk.order() {
        let published = front.desk.cell(&key).and_then(|cell| cell.try_with(|story| story.item.published).flatten());
        let day = published.and_then(|t| front.with(|look| text::day_label(t, now, &look.zone, look.locale)));
        if published.is_some() && day != last {
            // A story out of its day's order must not bring the same separator twice: keys are unique.
            lines.extend(day.clone().map(Line::Day).filter(|line| !lines.contains(line)));
            last = day;
        }
        lines.push(Line::Story(key));
    }
    lines
}

#[component]
fn List(front: Front) -> impl IntoView {
    let lines = Memo::new(move |_| lines(front));
    let class = move || if lines.with(|lines| lines.iter().any(|l| matches!(l, Line::Day(_)))) { "list with-days" } else { "list" };
    view! {
        <ol class=class part={"list"}>
            <For each=move || lines.get() key=Clone::clone let:line>
                {match line {
                    Line::Day(day) => view! { <li class={"day"} part={"day"}>{day}</li> }.into_any(),
                    Line::Story(key) => view! { <Row front key/> }.into_any(),
                }}
            </For>
        </ol>
    }
}
