//! The article: one story in full, with room for a rail beside it.

use super::Front;
use super::face::{Face, face, stand_in};
use crate::item::{Image, Item};
use crate::store::Story;
use crate::text;
use leptos::prelude::*;
use std::sync::Arc;

/// The whole article view.
#[component]
pub fn Article(/// All that is true and how it is shown.
    front: Front,
) -> impl IntoView {
    let face = face(front);
    // The story as a value: an equal one rebuilds nothing, and a text that changes alone changes alone.
    let story = Memo::new(move |_| front.desk.picked());
    let main = move || match face.get() {
        Face::Stories if story.with(Option::is_some) => view! { <Body front story/> }.into_any(),
        Face::Stories => stand_in(front, Face::Empty, 0),
        other => stand_in(front, other, 6),
    };
    view! {
        <div
            class={"page"}
            lang=move || front.with(|look| look.locale.tag())
            dir=move || front.with(|look| look.locale.dir())
        >
            <article class={"article"} part={"article"} hidden=move || face.get() == Face::Nothing>{main}</article>
            <aside class={"beside"}><slot name={"rail"}></slot></aside>
        </div>
    }
}

/// One field of the story on show, as a signal of its own.
fn field<T: PartialEq + Send + Sync + 'static>(
    story: Memo<Option<Arc<Story>>>,
    read: impl Fn(&Item) -> T + Send + Sync + 'static,
) -> Memo<Option<T>> {
    Memo::new(move |_| story.with(|story| story.as_ref().map(|story| read(&story.item))))
}

#[component]
fn Body(front: Front, story: Memo<Option<Arc<Story>>>) -> impl IntoView {
    let title = field(story, |item| item.headline().to_owned());
    let language = field(story, |item| item.language.clone());
    let standfirst = field(story, |item| item.summary.clone().filter(|summary| item.headline() != summary));
    let paragraphs = field(story, |item| crate::sanitize::paragraphs(item.content_html.as_deref().unwrap_or_default()));
    let lang = move || language.get().flatten();
    view! {
        <div class={"over"}>{kicker(story)}{dateline(front, story)}</div>
        <h1 class={"headline"} part={"headline"} lang=lang dir={"auto"}>{move || title.get()}</h1>
        {move || standfirst.get().flatten().map(|text| view! { <p class={"standfirst"} part={"standfirst"} lang=lang dir={"auto"}>{text}</p> })}
        {byline(front, story)}
        {figure(front, story)}
        <div class={"body"} part={"body"} lang=lang>
            {move || paragraphs.get().unwrap_or_default().into_iter().map(|text| view! { <p dir={"auto"}>{text}</p> }).collect_view()}
        </div>
    }
}

fn kicker(story: Memo<Option<Arc<Story>>>) -> impl IntoView {
    let section = field(story, |item| item.section.clone());
    move || section.get().flatten().map(|section| view! { <span class={"kicker"} part={"kicker"} dir={"auto"}>{section}</span> })
}

/// Day and time of publication, always with the year: an article is read for long.
fn dateline(front: Front, story: Memo<Option<Arc<Story>>>) -> impl IntoView {
    let published = field(story, |item| item.published);
    move || {
        published.get().flatten().map(|time| {
            let text = front.with(|look| {
                let mut text = look.locale.date_and_time(&text::full_date(time, &look.zone, look.locale), &text::clock(time, &look.zone, look.locale));
                if look.show_zone {
                    text.push(' ');
                    text.push_str(&look.zone.label(time));
                }
                text
            });
            view! { <time class={"dateline"} part={"dateline"} datetime={text::machine(time)}>{text}</time> }
        })
    }
}

fn byline(front: Front, story: Memo<Option<Arc<Story>>>) -> impl IntoView {
    let people = field(story, |item| (item.authors.clone(), item.place.clone()));
    let updated = field(story, |item| item.updated.filter(|_| item.revised));
    move || {
        let (authors, place) = people.get().unwrap_or_default();
        let updated = updated.get().flatten().map(|time| {
            let now = front.desk.now();
            front.with(|look| {
                let stamp = text::stamp(time, now, &look.zone, look.locale);
                look.locale.story_updated(stamp.day.as_deref(), &stamp.clock)
            })
        });
        let is_there = !authors.is_empty() || place.is_some() || updated.is_some();
        is_there.then(|| {
            view! {
                <div class={"byline"} part={"byline"}>
                    {authors.into_iter().map(|name| view! { <span class={"author"} part={"author"} dir={"auto"}>{name}</span> }).collect_view()}
                    {place.map(|place| view! { <span class={"place"} part={"place"} dir={"auto"}>{place}</span> })}
                    {updated.map(|text| view! { <span class={"updated"} part={"updated"}>{text}</span> })}
                </div>
            }
        })
    }
}

fn figure(front: Front, story: Memo<Option<Arc<Story>>>) -> impl IntoView {
    let image = field(story, |item| item.image.clone());
    move || image.get().flatten().map(|image| picture(front, image))
}

fn picture(front: Front, image: Image) -> impl IntoView {
    let Image { url, width, height, alt, caption, credit, .. } = image;
    let credit = credit.filter(|credit| caption.as_ref() != Some(credit));
    let credit = credit.map(|name| front.with(|look| look.locale.credit(&name)));
    let has_words = caption.is_some() || credit.is_some();
    view! {
        <figure class={"figure"} part={"figure"}>
            // An unknown alt is empty: a file name read aloud helps nobody, and the caption follows.
            <img class={"picture"} part={"picture"} src=url width=width height=height alt=alt.unwrap_or_default() decoding={"async"} referrerpolicy={"strict-origin-when-cross-origin"}/>
            {has_words.then(|| view! {
                <figcaption class={"caption"} part={"caption"} dir={"auto"}>
                    {caption}
                    {credit.map(|credit| view! { {" "}<span class={"credit"} part={"credit"}>{credit}</span> })}
                </figcaption>
            })}
        </figure>
    }
}
