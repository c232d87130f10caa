//! Own JSON is the fixed point: what is written decodes to the same feed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

#[path = "decode/feed.rs"]
mod feed;

use newsrail::decode::{Source, decode};
use newsrail::item::{Feed, Format, IdSource};
use serde_json::{Value, json};

/// The feed without what own JSON does not carry: the first format, where ids came from, remarks on the document.
fn bare(mut feed: Feed) -> Feed {
    feed.format = Format::Simple;
    feed.problems.clear();
    feed.truncated = false;
    feed.positions.clear();
    for item in &mut feed.items {
        item.id_source = IdSource::Native;
    }
    feed
}

fn assert_fixed(feed: Feed) {
    let written = feed.to_json();
    let again = feed::read(&written).unwrap();
    assert_eq!(again.to_json(), written);
    assert_eq!(bare(again), bare(feed));
}

/// A feed with every field there is.
fn everything() -> Value {
    serde_json::from_str(&feed::fixture("simple/everything.json")).unwrap()
}

#[test]
fn every_field_survives_unchanged() {
    let feed = feed::read(&everything()).unwrap();
    assert_eq!(feed.to_json(), everything());
    assert_fixed(feed);
}

#[test]
fn the_recorded_wordpress_pages_convert_to_themselves() {
    for number in 1..=3 {
        let bytes = feed::fixture(&format!("wordpress/posts-p{number}-embed.json"));
        let url = format!("https://newsroom.example/wp-json/wp/v2/posts?per_page=10&page={number}");
        assert_fixed(decode(bytes.as_bytes(), &Source { url: &url, ..feed::source() }).unwrap());
    }
}

#[test]
fn json_feeds_and_hand_written_lists_convert_to_themselves() {
    for name in [
        "72-jsonfeed-numeric-ids",
        "74-jsonfeed-title-entities",
        "78-jsonfeed-text-only-microblog",
        "107-own-json-minimal",
    ] {
        assert_fixed(decode(feed::fixture(&format!("cases/{name}.json")).as_bytes(), &feed::source()).unwrap());
    }
}

#[cfg(feature = "formats")]
#[test]
fn ninjs_and_ghost_convert_to_themselves_and_what_is_held_back_stays_so() {
    for name in [
        "79-ninjs1-text-with-picture",
        "80-ninjs1-array-associations-envelope",
        "82-ninjs2-roles",
        "83-ninjs3-camelcase-states",
        "84-ninjs-versions-same-uri",
        "86-ninjs-photo-item",
        "96-ghost-full-post",
        "97-ghost-gated-post",
    ] {
        assert_fixed(decode(feed::fixture(&format!("cases/{name}.json")).as_bytes(), &feed::source()).unwrap());
    }
}

#[test]
fn texts_that_had_to_be_cut_convert_to_themselves() {
    let item = json!({"id": "a", "title": "wörd ".repeat(300), "summary": "wörd ".repeat(1_500), "content_html": "ö ".repeat(100_000)});
    let feed = feed::read(&json!([item])).unwrap();
    assert!(feed.truncated);
    assert_fixed(feed);
}
