//! The article: one story in full, with room for a rail beside it.

use super::Front;
use super::dynamic::{nothing, phrase, piece, text};
use super::face::{Face, face, stand_in};
use super::story::small;
use crate::item::{Image, Item};
use crate::text::{self, Phrase};
use leptos::prelude::*;

/// The whole article view.
#[component]
pub fn Article(/// All that is true and how it is shown.
    front: Front,
) -> impl IntoView {
    let face = face(front);
    let main = piece(move || match face.get() {
        Face::Stories => piece(move || match front.desk.picked() {
            Some(story) => body(front, &story.item),
            None => missing(front),
        })
        .into_any(),
        other => stand_in(front, other, 6),
    });
    view! {
        <div
            class={"page"}
            lang=text(move || Some(front.with(|look| look.locale.code().to_owned())))
            dir=text(move || Some(front.with(|look| look.locale.dir().as_str().to_owned())))
        >
            <article class={"article"} part={"article"} hidden=text(move || (face.get() == Face::Nothing).then(String::new))>{main}</article>
            <aside class={"beside"}><slot name={"rail"}></slot></aside>
        </div>
    }
}

/// In place of a story that was taken back, or that the feed does not hold.
fn missing(front: Front) -> AnyView {
    view! { <p class={"notice"} part={"notice"}>{phrase(front, Phrase::NoSuchStory)}</p><slot></slot> }.into_any()
}

/// One version of the story. A newer one replaces it as a whole: an article changes rarely, and then in many places.
fn body(front: Front, item: &Item) -> AnyView {
    let paragraphs = crate::sanitize::paragraphs(item.content_html.as_deref().unwrap_or_default());
    let standfirst = item.summary.clone().filter(|summary| item.headline() != summary);
    let lang = item.language.clone();
    view! {
        <div class={"over"}>
            {item.section.clone().map(|section| small("kicker".into(), "kicker", section))}
            {dateline(front, item)}
        </div>
        <h1 class={"headline"} part={"headline"} lang=lang.clone() dir={"auto"}>{item.headline().to_owned()}</h1>
        {standfirst.map(|text| view! { <p class={"standfirst"} part={"standfirst"} lang=lang.clone() dir={"auto"}>{text}</p> })}
        {byline(front, item)}
        {item.image.clone().map(|image| picture(front, image))}
        <div class={"body"} part={"body"} lang=lang>
            {paragraphs.into_iter().map(|text| view! { <p dir={"auto"}>{text}</p> }).collect_view()}
        </div>
    }
    .into_any()
}

/// Day and time of publication, always with the year: an article is read for long. Tracked.
fn dateline(front: Front, item: &Item) -> AnyView {
    let Some(time) = item.published else { return nothing() };
    let words = front.with(|look| {
        let words = look.locale.list(&[look.locale.full_date(time, &look.zone), look.locale.clock(time, &look.zone)]);
        if look.show_zone { [&words, " ", &look.zone.label(time)].concat() } else { words }
    });
    view! { <time class={"dateline"} part={"dateline"} datetime={text::machine(time)}>{words}</time> }.into_any()
}

fn byline(front: Front, item: &Item) -> AnyView {
    let updated = item.updated.filter(|_| item.revised);
    let updated = updated.map(|at| front.with(|look| look.locale.story_updated(at, item.published, &look.zone)));
    let author = |name: &String| small("author".into(), "author", name.clone());
    let mut people: Vec<AnyView> = item.authors.iter().map(author).collect();
    people.extend(item.place.clone().map(|place| small("place".into(), "place", place)));
    people.extend(updated.map(|words| small("updated".into(), "updated", words)));
    if people.is_empty() {
        return nothing();
    }
    view! { <div class={"byline"} part={"byline"}>{people}</div> }.into_any()
}

fn picture(front: Front, image: Image) -> AnyView {
    let Image { url, width, height, alt, caption, credit, .. } = image;
    let credit = credit.filter(|credit| caption.as_ref() != Some(credit));
    // "Photo: Tor Vane" and "© Tor Vane" say already what they are.
    let credit = credit.map(|name| match name.contains([':', '©']) {
        true => name,
        false => [front.say(Phrase::Photo), ": ", &name].concat(),
    });
    let has_words = caption.is_some() || credit.is_some();
    let (width, height) = (width.map(|n| n.to_string()), height.map(|n| n.to_string()));
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
    .into_any()
}
