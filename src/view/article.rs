//! The article: one story in full, with room for a rail beside it.

use super::Front;
use super::dynamic::{direction, language, piece, text};
use super::face::{Face, face, notice};
use super::node::{View, bare, node};
use super::rail::warning;
use super::slots::{Slot, face_slot, other};
use super::story::small;
use crate::item::{Image, Item};
use crate::text::{self, Phrase};

/// The whole article view.
pub fn article(front: Front) -> View {
    let hidden = text(move || (face(front) == Face::Nothing).then(String::new));
    bare("div").attr("class", "page").live("lang", language(front)).live("dir", direction(front)).holds([
        node("article", "article").live("hidden", hidden).holds([warning(front), face_slot(front, main)]),
        bare("aside").attr("class", "beside").holds([bare("slot").attr("name", "rail").holds([])]),
    ])
}

fn main(front: Front, slot: Slot) -> View {
    const DRAFT_ROWS: usize = 6;
    other(front, &slot, DRAFT_ROWS).unwrap_or_else(|| {
        piece(move || match front.desk.picked() {
            Some(story) => version(front, &story.item),
            // Taken back, or not in the feed.
            None => notice(front, Phrase::NoSuchStory),
        })
    })
}

/// One version of the story. A newer one replaces it as a whole: an article changes rarely, and then in many places.
fn version(front: Front, item: &Item) -> View {
    let paragraph = |text: &String| bare("p").attr("dir", "auto").says(text);
    let paragraphs: Vec<View> =
        crate::sanitize::paragraphs(item.content_html.as_deref().unwrap_or_default()).iter().map(paragraph).collect();
    let standfirst = item.summary.as_ref().filter(|summary| item.headline() != *summary);
    let in_its_language = |tag, name| {
        node(tag, name).maybe("lang", item.language.clone().or_else(|| front.with(|look| look.language.clone())))
    };
    [
        bare("div").attr("class", "over").holds([
            item.section.as_ref().map_or(View::Nothing, |section| small("kicker", section)),
            dateline(front, item),
        ]),
        in_its_language("h1", "headline").attr("dir", "auto").says(item.headline()),
        standfirst.map_or(View::Nothing, |text| in_its_language("p", "standfirst").attr("dir", "auto").says(text)),
        byline(front, item),
        item.image.as_ref().map_or(View::Nothing, |image| picture(front, image)),
        in_its_language("div", "body").holds(paragraphs),
    ]
    .into()
}

/// Day and time of publication, always with the year: an article is read for long. Tracked.
fn dateline(front: Front, item: &Item) -> View {
    let Some(time) = item.published else { return View::Nothing };
    let words = front.with(|look| {
        let words = look.locale.list(&[look.locale.full_date(time, &look.zone), look.locale.clock(time, &look.zone)]);
        if look.show_zone { [&words, " ", &look.zone.label(time)].concat() } else { words }
    });
    node("time", "dateline").attr("datetime", &text::machine(time)).says(&words)
}

fn byline(front: Front, item: &Item) -> View {
    let updated = item.updated.filter(|_| item.revised);
    let updated = updated.map(|at| front.with(|look| look.locale.story_updated(at, item.published, &look.zone)));
    let mut people: Vec<View> = item.authors.iter().map(|name| small("author", name)).collect();
    people.extend(item.place.iter().map(|place| small("place", place)));
    people.extend(updated.iter().map(|words| small("updated", words)));
    if people.is_empty() {
        return View::Nothing;
    }
    node("div", "byline").holds(people)
}

fn picture(front: Front, image: &Image) -> View {
    let caption = image.caption.as_deref().unwrap_or_default();
    // "Photo: Tor Vane" and "© Tor Vane" say already what they are.
    let credit =
        image.credit.as_ref().filter(|credit| *credit != caption).map(|name| match name.contains([':', '©']) {
            true => [" ", name].concat(),
            false => [" ", front.say(Phrase::Photo), ": ", name].concat(),
        });
    let has_words = !caption.is_empty() || credit.is_some();
    let words = has_words.then(|| {
        let credit = credit.map_or(View::Nothing, |credit| node("span", "credit").says(&credit));
        node("figcaption", "caption").attr("dir", "auto").holds([View::Words(caption.to_owned()), credit])
    });
    let pixels = |n: Option<u32>| n.map(|n| n.to_string());
    let img = node("img", "picture")
        .attr("src", &image.url)
        .maybe("width", pixels(image.width))
        .maybe("height", pixels(image.height))
        // An unknown alt is empty: a file name read aloud helps nobody, and the caption follows.
        .attr("alt", image.alt.as_deref().unwrap_or_default())
        .attr("decoding", "async")
        .attr("referrerpolicy", "strict-origin-when-cross-origin");
    node("figure", "figure").holds([img.holds([]), words.unwrap_or(View::Nothing)])
}
