//! The Atom feed of a real WordPress, against what was put into the site (tests/fixtures/wordpress/README.md).
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
use newsrail::item::{Feed, Format, Item};
use serde_json::{Value, json};

/// The password and the script of these posts change the title that WordPress puts into feeds.
const OTHER_TITLES: [i64; 2] = [22, 23];

fn read(file: &str) -> Feed {
    let url = "https://newsroom.example/feed/atom/";
    let bytes = feed::fixture(&format!("wordpress/{file}.xml"));
    decode(bytes.as_bytes(), &Source { url, ..feed::source() }).unwrap()
}

/// The first page of the posts that were written.
fn written(file: &str) -> Vec<Value> {
    let all: Vec<Value> = serde_json::from_str(&feed::fixture(&format!("wordpress/{file}.json"))).unwrap();
    all.into_iter().filter(|post| post["page"].as_u64().unwrap_or(1) == 1).collect()
}

fn told(item: &Item) -> Value {
    let json = item.to_json();
    json!({"url": json["url"], "published": json["published"], "title": json["title"], "authors": item.authors})
}

fn wanted(post: &Value) -> Value {
    json!({
        "url": post["url"], "published": post["published"], "title": post["headline"], "authors": post["authors"],
    })
}

/// Core lists a sticky post where its date puts it, and so does REST: the order is the same.
fn compare(feed: &Feed, posts: &[Value]) {
    assert_eq!(feed.items.len(), posts.len());
    for (item, post) in feed.items.iter().zip(posts) {
        let (mut told, mut wanted) = (told(item), wanted(post));
        if OTHER_TITLES.contains(&post["id"].as_i64().unwrap()) {
            (told["title"], wanted["title"]) = (Value::Null, Value::Null);
        }
        assert_eq!(told, wanted, "post {}", post["id"]);
    }
}

#[test]
fn the_atom_feed_tells_what_rest_tells() {
    compare(&read("feed-atom"), &written("expected-all"));
    compare(&read("later-feed-atom"), &written("later-expected"));
}

#[test]
fn the_feed_says_whose_it_is() {
    let feed = read("feed-atom");
    assert_eq!((feed.format, feed.next), (Format::Atom1, None));
    assert_eq!(feed.title.as_deref(), Some("The Qala Courier & Xəbər"));
    assert_eq!(feed.url.as_deref(), Some("https://newsroom.example/"));
    assert_eq!(feed.feed_url.as_deref(), Some("https://newsroom.example/feed/atom/"));
    assert_eq!(feed.language.as_deref(), Some("en-US"));
    assert!(!feed.truncated);
}

#[test]
fn ids_are_those_of_rest_so_a_change_of_format_repeats_no_story() {
    let posts = feed::fixture("wordpress/posts-p1-embed.json");
    let url = "https://newsroom.example/wp-json/wp/v2/posts?per_page=10";
    let rest = decode(posts.as_bytes(), &Source { url, ..feed::source() }).unwrap();
    let ids = |feed: &Feed| feed.items.iter().map(|item| item.id.to_string()).collect::<Vec<_>>();
    assert_eq!(ids(&read("feed-atom")), ids(&rest));
}

#[test]
fn categories_are_escaped_once_and_the_first_is_the_section() {
    let item = &read("feed-atom").items[0];
    assert_eq!(item.section.as_deref(), Some("Politics & Society"));
    assert_eq!(item.tags[1..], ["Ports & Trams", "AT&T-style Q&A", "budget 2027", "farmers' market"]);
}

#[test]
fn a_body_starts_its_relative_links_from_its_own_base() {
    let body = read("feed-atom").items[0].content_html.clone().unwrap();
    assert!(body.contains("<a href=\"https://newsroom.example/timetable/?from=a&amp;to=b\""), "{body}");
    assert!(body.contains("<a href=\"#top\">"), "{body}");
}

#[test]
fn bodies_are_hostile_until_they_are_sanitised() {
    let feed = read("feed-atom");
    let hostile = feed.items.iter().filter_map(|item| item.content_html.as_deref());
    let safe: Vec<String> = hostile.map(|html| newsrail::sanitize::paragraphs(html).concat()).collect();
    assert_eq!(safe.len(), feed.items.len());
    assert!(safe.iter().all(|html| !html.contains("<script") && !html.contains("onerror")));
}
