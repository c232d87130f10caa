//! The rail: a titled list of stories, newest first.

use super::dynamic::{Piece, nothing, phrase, piece, text};
use super::face::{Face, face, stand_in};
use super::row::Row;
use super::{Act, Front};
use crate::store::{Key, Standing, Word};
use crate::text::Phrase;
use leptos::html::custom;
use leptos::prelude::*;

/// The whole rail.
#[component]
pub fn Rail(/// All that is true and how it is shown.
    front: Front,
) -> impl IntoView {
    let face = face(front);
    let main = piece(move || match face.get() {
        Face::Stories => view! { <List front/> }.into_any(),
        other => stand_in(front, other, front.look.with_untracked(|look| look.limit)),
    });
    // While the page's own links or prerendered stories stand in, a title of ours would stand there twice.
    let is_ours = move || !matches!(face.get(), Face::Links | Face::Nothing);
    view! {
        <section
            class={"rail"}
            part={"rail"}
            aria-labelledby={"heading"}
            lang=text(move || Some(front.with(|look| look.locale.code().to_owned())))
            dir=text(move || Some(front.with(|look| look.locale.dir().as_str().to_owned())))
            hidden=text(move || (face.get() == Face::Nothing).then(String::new))
        >
            {piece(move || if is_ours() { head(front) } else { nothing() })}
            {main}
            {piece(move || if is_ours() { more(front).into_any() } else { nothing() })}
        </section>
    }
}

/// Title, state in words, and the pause that anything that moves by itself must have (WCAG 2.2.2).
fn head(front: Front) -> AnyView {
    let title = text(move || {
        Some(front.with(|look| look.heading.clone().unwrap_or_else(|| look.locale.say(Phrase::LatestNews).into())))
    });
    let level = front.with(|look| look.heading_level);
    let heading = custom(["h", &level.to_string()].concat())
        .attr("class", "heading")
        .attr("part", "heading")
        .attr("id", "heading")
        .child(title);
    let has_pause = move || !matches!(front.desk.word(), Word::Ended | Word::Loading | Word::Error | Word::Empty);
    view! {
        <div class={"head"} part={"head"}>
            <span class={"dot"} part={"dot"} aria-hidden={"true"}></span>
            {heading}
            <span class={"standing"} part={"standing"}>{text(move || standing(front))}</span>
            {piece(move || if has_pause() { pause(front) } else { nothing() })}
        </div>
    }
    .into_any()
}

/// "updated at 16:12", "as of 14:05", "offline, as of 14:05", "ended". Tracked.
fn standing(front: Front) -> Option<String> {
    let (standing, now): (Standing, _) = (front.desk.standing(), front.desk.now());
    let at = standing.updated_at?;
    front.with(|look| {
        let clock = look.locale.moment(at, now, &look.zone);
        Some(match standing.word() {
            Word::Ended => look.locale.say(Phrase::Ended).to_owned(),
            Word::Offline => look.locale.offline_as_of(&clock),
            Word::Stale if standing.is_worth_saying(now) => look.locale.as_of(&clock),
            Word::Paused => look.locale.say(Phrase::Paused).to_owned(),
            _ => look.locale.updated_at(&clock),
        })
    })
}

/// The button that holds and releases everything that changes by itself.
pub fn pause(front: Front) -> AnyView {
    let is_paused = move || front.desk.standing().paused;
    let name = move || text(move || Some(front.say(if is_paused() { Phrase::Resume } else { Phrase::Pause }).to_owned()));
    view! {
        <button
            type="button"
            class=text(move || Some(if is_paused() { "pause is-paused" } else { "pause" }.to_owned()))
            part={"pause"}
            aria-label=name()
            title=name()
            on:click=move |_| { front.act(Act::Pause(!untrack(is_paused))); }
        ></button>
    }
    .into_any()
}

fn more(front: Front) -> Piece {
    piece(move || match front.with(|look| look.more.clone()) {
        Some(more) => view! { <a class={"more"} part={"more"} href={more}>{phrase(front, Phrase::WholeFeed)}</a> }.into_any(),
        None => nothing(),
    })
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
        let day = published.and_then(|t| front.with(|look| look.locale.day_label(t, now, &look.zone)));
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
    let class = text(move || {
        let has_days = lines.with(|lines| lines.iter().any(|line| matches!(line, Line::Day(_))));
        Some(if has_days { "list with-days" } else { "list" }.to_owned())
    });
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
