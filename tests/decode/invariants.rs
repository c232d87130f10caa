//! What holds for every input, however hostile. Shared by the random tests and the coverage-guided ones in fuzz/.
//!
//! A panic of what is called here is a fault as well.
#![allow(dead_code, reason = "each user takes its part")]

use newsrail::decode::{Hint, Source, date, decode, language, limits, references, text, url};
use newsrail::item::json::rfc3339;
use newsrail::item::{Feed, Format, IdSource, Image, Item, Time};
use newsrail::sanitize::paragraphs;
use serde_json::Value;
use std::collections::HashSet;

/// Noon of the second of March 2026.
fn noon() -> Time {
    Time::from_timestamp(1_772_452_800, 0).unwrap_or_default()
}

/// A source without headers.
pub fn source() -> Source<'static> {
    Source { url: "https://gazette.example/feed", content_type: None, status: None, hint: Hint::Auto, now: noon() }
}

/// Decoding gives a feed that is safe to show, or a refusal with a reason.
pub fn decoding(bytes: &[u8], source: &Source<'_>) {
    match decode(bytes, source) {
        Ok(feed) => {
            sound(&feed);
            fixed(&feed, source);
        }
        Err(failure) => {
            assert!(!failure.message.is_empty(), "a refusal without a reason: {failure:?}");
            failure.discovered.iter().for_each(|url| http(url));
        }
    }
}

/// Whatever was read, it can be shown.
pub fn sound(feed: &Feed) {
    [&feed.url, &feed.feed_url, &feed.stream].into_iter().flatten().for_each(|url| http(url));
    feed.discovered.iter().chain(&feed.children).for_each(|url| http(url));
    if let Some(next) = feed.next.as_deref().filter(|next| !next.bytes().all(|byte| byte.is_ascii_digit())) {
        http(next);
    }
    [&feed.title, &feed.time_zone].into_iter().flatten().for_each(|text| one_line(text));
    tag(feed.language.as_deref());
    assert!(feed.items.len() <= limits::ITEMS && feed.deleted.len() <= limits::DELETED);
    assert!(feed.skip_hours.iter().all(|hour| *hour < 24) && feed.skip_days.iter().all(|day| *day < 7));
    assert_eq!(feed.positions.len(), feed.items.len());
    let ids: HashSet<&str> = feed.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids.len(), feed.items.len(), "two stories with one id");
    for item in &feed.items {
        story(item);
    }
}

fn story(item: &Item) {
    assert!(!item.id.as_str().trim().is_empty(), "a story without an id");
    [&item.url, &item.body_url].into_iter().flatten().for_each(|url| http(url));
    for text in [&item.title, &item.summary, &item.place, &item.section, &item.correction_text].into_iter().flatten() {
        one_line(text);
    }
    item.authors.iter().chain(&item.sections).chain(&item.tags).for_each(|text| one_line(text));
    assert!(item.title.as_ref().is_none_or(|title| title.len() <= limits::TITLE));
    assert!(item.summary.as_ref().is_none_or(|summary| summary.len() <= limits::SUMMARY));
    assert!(item.content_html.as_ref().is_none_or(|html| html.len() <= limits::CONTENT));
    assert!(item.urgency.is_none_or(|level| (1..=9).contains(&level)));
    assert!(item.sort_key.is_none_or(|key| key <= noon()), "sorted into the future");
    tag(item.language.as_deref());
    if let Some(image) = &item.image {
        picture(image);
    }
    for file in &item.attachments {
        http(&file.url);
        assert!(file.duration.is_none_or(|seconds| seconds.is_finite() && seconds >= 0.0));
    }
    for update in &item.live_updates {
        update.url.iter().for_each(|url| http(url));
        update.title.iter().for_each(|title| one_line(title));
    }
}

fn picture(image: &Image) {
    http(&image.url);
    image.sizes.iter().for_each(|size| http(&size.url));
    [&image.caption, &image.credit].into_iter().flatten().for_each(|text| one_line(text));
    // An empty alt says that the picture is decoration.
    image.alt.iter().filter(|alt| !alt.is_empty()).for_each(|alt| one_line(alt));
    assert!([image.width, image.height].into_iter().flatten().all(|side| side > 0));
}

/// What `newsrail convert` prints reads back the same.
fn fixed(feed: &Feed, source: &Source<'_>) {
    let written = feed.to_json();
    let bytes = written.to_string();
    // Escaping can make a document longer than what is read at all.
    if bytes.len() > limits::DOCUMENT {
        return;
    }
    let plain = Source { content_type: None, status: None, hint: Hint::Simple, ..*source };
    match decode(bytes.as_bytes(), &plain) {
        Ok(again) => {
            assert_eq!(first_difference(&written, &again.to_json()), None, "own JSON does not read back the same");
            assert_eq!(bare(again), bare(feed.clone()));
        }
        Err(failure) => panic!("own JSON is refused: {failure:?} {bytes}"),
    }
}

/// The first line that differs, in either.
fn first_difference(written: &Value, again: &Value) -> Option<(String, String)> {
    let [written, again] = [written, again].map(|value| format!("{value:#}"));
    let mut lines = written.lines().zip(again.lines());
    let differing = lines.find(|(before, after)| before != after).or(Some(("", "")).filter(|_| written != again));
    differing.map(|(before, after)| (before.into(), after.into()))
}

/// The feed without what own JSON does not carry.
fn bare(mut feed: Feed) -> Feed {
    feed.format = Format::Simple;
    feed.problems.clear();
    feed.truncated = false;
    feed.positions.clear();
    feed.discovered.clear();
    feed.children.clear();
    for item in &mut feed.items {
        item.id_source = IdSource::Native;
    }
    feed
}

/// Every text rule holds for `input`.
pub fn texts(input: &str) {
    let plain = text::plain(input);
    plain.iter().for_each(|text| one_line(text));
    text::html_to_text(input).iter().for_each(|text| one_line(text));
    assert_eq!(text::html_to_text(&text::escape(input)), plain, "escaping loses text");
    if let Some(person) = text::person(input) {
        one_line(&person);
        assert!(!person.contains('@'), "an address in a byline: {person:?}");
    }
    assert!(references::decode_references(input).len() <= input.len(), "a reference is longer than its character");
    paragraphs(input).iter().for_each(|text| one_line(text));
    tag(language::canonical(input).as_deref());
}

/// A date is read to its end or not at all, and what was read can be written.
pub fn dates(input: &str) {
    let found = date::instant(input);
    assert_eq!(date::instant(&format!(" {input}\n")), found, "white space around a date matters");
    #[cfg(feature = "formats")]
    let found = {
        let loose = date::loose(input);
        assert!(found.is_none() || found == loose, "two readings of {input:?}");
        assert_eq!(date::loose(&format!("{input} #")), None, "{input:?} is not read to its end");
        loose
    };
    if let Some(time) = found {
        assert_eq!(date::instant(&rfc3339(time)), Some(time), "{input:?}");
    }
}

/// An address is http(s) and stays what it is, or is none.
pub fn urls(input: &str, base: &str) {
    if let Some(found) = url::absolute(input, base) {
        http(&found);
        assert_eq!(url::absolute(&found, "").as_deref(), Some(found.as_str()), "resolved twice differs");
    }
}

fn http(url: &str) {
    assert!(url.starts_with("https://") || url.starts_with("http://"), "not http(s): {url:?}");
    assert!(!url.chars().any(|letter| letter.is_control() || letter.is_whitespace()), "blank in {url:?}");
}

fn one_line(text: &str) {
    assert_eq!(text::plain(text).as_deref(), Some(text), "not a plain line");
    assert!(!text.chars().any(|letter| letter < ' ' || letter == '\u{7f}'), "control character in {text:?}");
}

fn tag(language: Option<&str>) {
    assert_eq!(language.and_then(language::canonical).as_deref(), language, "not a canonical language tag");
}
