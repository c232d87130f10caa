//! The RSS and RSS 1.0 of a real WordPress agree with its REST answers, which hold what was put into it
//! (tests/fixtures/wordpress/README.md).
#![cfg(feature = "formats")]
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
use newsrail::item::json::rfc3339;
use newsrail::item::{Code, Failure, Feed, Format, Item, Media};
use serde_json::{Value, json};

/// A protected post and one with a script in its title: core itself prints another headline for them in feeds.
const OTHER_HEADLINES: [u64; 2] = [22, 23];

fn read(file: &str, path: &str, status: u16) -> Result<Feed, Failure> {
    let url = format!("https://newsroom.example{path}");
    let now = newsrail::decode::date::instant("2026-11-25T01:00:00Z").unwrap();
    let source = Source { url: &url, now, status: Some(status), ..feed::source() };
    decode(feed::fixture(&format!("wordpress/{file}.xml")).as_bytes(), &source)
}

fn posts(file: &str, page: u64) -> Vec<Value> {
    let all: Vec<Value> = serde_json::from_str(&feed::fixture(&format!("wordpress/{file}.json"))).unwrap();
    all.into_iter().filter(|post| post["page"].as_u64().unwrap_or(1) == page).collect()
}

fn told(item: &Item, with_title: bool) -> Value {
    json!({
        "url": item.url, "published": item.published.map(rfc3339), "authors": item.authors,
        "title": if with_title { json!(item.title) } else { Value::Null },
    })
}

fn wanted(post: &Value, with_title: bool) -> Value {
    json!({
        "url": post["url"], "published": post["published"], "authors": post["authors"],
        "title": if with_title { post["headline"].clone() } else { Value::Null },
    })
}

fn assert_agree(feed: &Feed, posts: &[Value]) {
    assert_eq!(feed.items.len(), posts.len());
    for (item, post) in feed.items.iter().zip(posts) {
        let with_title = !OTHER_HEADLINES.contains(&post["id"].as_u64().unwrap());
        assert_eq!(told(item, with_title), wanted(post, with_title), "post {}", post["id"]);
    }
}

/// The words of `post` that feeds call categories.
fn terms(post: &Value) -> Vec<&str> {
    let names = ["categories", "tags"].into_iter().flat_map(|list| post[list].as_array().unwrap());
    names.map(|name| name.as_str().unwrap()).collect()
}

#[test]
fn rss_agrees_with_rest() {
    for (file, path, page) in [("feed-rss2", "/feed/", 1), ("feed-rss2-p2", "/feed/?paged=2", 2)] {
        let feed = read(file, path, 200).unwrap();
        assert_eq!(feed.format, Format::Rss2);
        assert_agree(&feed, &posts("expected-all", page));
    }
}

#[test]
fn rss_after_edits_agrees_with_rest_after_edits() {
    assert_agree(&read("later-feed-rss2", "/feed/", 200).unwrap(), &posts("later-expected", 1));
}

#[test]
fn rss_1_agrees_with_rest() {
    let feed = read("feed-rdf", "/feed/rdf/", 200).unwrap();
    assert_eq!(feed.format, Format::Rss1);
    assert_agree(&feed, &posts("expected-all", 1));
}

#[test]
fn categories_come_out_alike_although_rss_1_escapes_them_twice() {
    for (file, path) in [("feed-rss2", "/feed/"), ("feed-rdf", "/feed/rdf/")] {
        let feed = read(file, path, 200).unwrap();
        for (item, post) in feed.items.iter().zip(posts("expected-all", 1)) {
            let mut have: Vec<&str> = item.tags.iter().map(String::as_str).collect();
            let mut want = terms(&post);
            have.sort_unstable();
            want.sort_unstable();
            assert_eq!(have, want, "{file}, post {}", post["id"]);
        }
    }
}

#[test]
fn an_excerpt_that_was_shortened_reads_like_that_of_rest() {
    let post = &posts("expected-all", 1)[0];
    let feed = read("feed-rss2", "/feed/", 200).unwrap();
    assert_eq!(feed.items[0].summary.as_deref(), post["summary"].as_str());
    assert!(feed.items[0].summary.as_deref().unwrap().ends_with(" …"));
}

#[test]
fn a_recording_in_the_enclosure_makes_the_story_audio() {
    let feed = read("feed-rss2-p2", "/feed/?paged=2", 200).unwrap();
    let kinds: Vec<_> = feed.items.iter().filter_map(|item| item.media).collect();
    assert_eq!(kinds, [Media::Audio]);
}

#[test]
fn emoji_in_bodies_are_no_lead_pictures() {
    for item in read("feed-rss2", "/feed/", 200).unwrap().items {
        let picture = item.image.map(|image| image.url).unwrap_or_default();
        assert!(!picture.contains("s.w.org"), "{picture}");
    }
}

#[test]
fn a_section_feed_names_itself_and_its_stories() {
    let feed = read("feed-category", "/category/politics-society/feed/", 200).unwrap();
    // Stories of a child section come without the parent's name.
    let sections: Vec<&str> = feed.items.iter().filter_map(|item| item.section.as_deref()).collect();
    let (parent, child, other) = ("Politics & Society", "Ports & Trams", "Live");
    assert_eq!(sections, [parent, parent, parent, other, parent, parent, child]);
    assert_eq!(feed.language.as_deref(), Some("en-US"));
    assert_eq!(feed.ttl_minutes, Some(60));
    assert_eq!(feed.feed_url.as_deref(), Some("https://newsroom.example/category/politics-society/feed/"));
}

#[test]
fn behind_the_last_page_of_a_feed_there_is_nothing() {
    assert_eq!(read("feed-rss2-past-end", "/feed/?paged=99", 404).unwrap_err().code, Code::NotFound);
    assert_eq!(read("feed-rss2-past-end", "/feed/?paged=99", 200).unwrap().items, []);
}
