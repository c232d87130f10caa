//! Own JSON as hands write it, identities, order and tombstones.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

#[path = "decode/feed.rs"]
mod feed;

use feed::read;
use newsrail::decode::{Hint, Source, decode};
use newsrail::item::{Badge, Code, Feed, IdSource, State};
use serde_json::{Value, json};

fn ids(feed: &Feed) -> Vec<&str> {
    feed.items.iter().map(|item| item.id.as_str()).collect()
}

fn code(document: &Value) -> Code {
    read(document).unwrap_err().code
}

#[test]
fn one_story_alone_is_a_feed_of_one() {
    let feed = read(&json!({"headline": "Bridge lifts", "body": "<p>x</p>"})).unwrap();
    assert_eq!(feed.items[0].title.as_deref(), Some("Bridge lifts"));
    assert_eq!(feed.items[0].content_html.as_deref(), Some("<p>x</p>"));
}

#[test]
fn json_that_is_no_list_and_no_story_is_no_feed() {
    for document in
        [json!({}), json!({"error": "x"}), json!([1, "two"]), json!({"items": {}, "title": "x"}), json!({"url": " "})]
    {
        assert_eq!(code(&document), Code::NotAFeed, "{document}");
    }
}

#[test]
fn an_empty_list_is_a_feed_without_stories() {
    assert!(read(&json!([])).unwrap().items.is_empty());
    assert!(read(&json!({"items": []})).unwrap().items.is_empty());
}

#[test]
fn one_bad_story_costs_itself_alone() {
    let feed = read(&json!({"items": [null, 7, [], {"tags": ["x"]}, {"id": "a", "title": "A"}, "text"]})).unwrap();
    assert_eq!(ids(&feed), ["a"]);
    assert_eq!(feed.problems.iter().filter(|problem| problem.field == "id").count(), 5);
}

#[test]
fn a_missing_id_is_the_address_or_else_a_hash_that_stays() {
    let document = json!([
        {"title": "A", "url": "/a"}, {"title": "B", "url": "/same"}, {"title": "C", "url": "/same"},
        {"title": "Notice 144", "summary": "x"}, {"title": "Notice 145", "summary": "x"}
    ]);
    let feed = read(&document).unwrap();
    assert_eq!(feed.items[0].id.as_str(), "https://gazette.example/a");
    let sources: Vec<_> = feed.items.iter().map(|item| item.id_source).collect();
    assert_eq!(sources, [IdSource::Url, IdSource::Derived, IdSource::Derived, IdSource::Derived, IdSource::Derived]);
    let distinct: std::collections::BTreeSet<_> = ids(&feed).into_iter().collect();
    assert_eq!(distinct.len(), 5);
    assert_eq!(ids(&read(&document).unwrap()), ids(&feed));
    // A story that moves in the list keeps its id.
    let mut turned = document.as_array().unwrap().clone();
    turned.reverse();
    assert_eq!(ids(&read(&json!(turned)).unwrap())[0], ids(&feed)[4]);
}

#[test]
fn an_id_shared_by_different_addresses_is_distrusted() {
    let feed = read(&json!([{"id": "1", "url": "/a", "title": "A"}, {"id": "1", "url": "/b", "title": "B"}])).unwrap();
    assert_eq!(ids(&feed), ["https://gazette.example/a", "https://gazette.example/b"]);
}

#[test]
fn of_one_story_listed_twice_the_newest_version_stays() {
    let feed = read(&json!([
        {"id": "1", "title": "Old", "published": "2026-03-02T08:00:00Z"}, {"id": "2", "title": "Two"},
        {"id": "1", "title": "New", "published": "2026-03-02T08:00:00Z", "updated": "2026-03-02T09:00:00Z"}
    ]));
    let feed = feed.unwrap();
    assert_eq!(ids(&feed), ["1", "2"]);
    assert_eq!(feed.items[0].title.as_deref(), Some("New"));
}

#[test]
fn withdrawn_stories_are_tombstones_and_nothing_else() {
    let feed = read(
        &json!({"items": [{"id": "a", "title": "A", "withdrawn": "yes"}, {"id": "b"}], "deleted": [7, {"id": "c"}, "a"]}),
    );
    let feed = feed.unwrap();
    assert_eq!(ids(&feed), ["b"]);
    assert_eq!(feed.deleted.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["7", "c", "a"]);
}

#[test]
fn an_undated_story_orders_like_the_dated_one_before_it() {
    let feed = read(&json!([{"id": "a"}, {"id": "b", "date": "2026-03-02T08:00:00Z"}, {"id": "c"}])).unwrap();
    let keys: Vec<_> = feed.items.iter().map(|item| item.sort_key).collect();
    assert_eq!(keys[0], None);
    assert!(keys[1].is_some() && keys[1] == keys[2]);
}

#[test]
fn a_date_to_come_never_orders_later_than_now() {
    let feed = read(&json!([{"id": "a", "published": "2026-08-01T09:00:00Z"}])).unwrap();
    assert_eq!(feed.items[0].sort_key, Some(feed::noon()));
    assert_eq!(feed.items[0].state, State::Live);
}

#[test]
fn embargoed_and_expired_stories_are_held_back() {
    let feed = read(&json!([
        {"id": "a", "embargoed_until": "2026-03-02T12:00:01Z"}, {"id": "b", "expires": "2026-03-02T12:00:00Z"}, {"id": "c"}
    ]));
    let states: Vec<_> = feed.unwrap().items.iter().map(|item| item.state).collect();
    assert_eq!(states, [State::Hidden, State::Hidden, State::Live]);
}

#[test]
fn a_correction_may_be_its_own_text() {
    let feed = read(&json!([{"id": "a", "correction": "Pier 3, not 4."}, {"id": "b", "correction": "no"}])).unwrap();
    assert_eq!((feed.items[0].correction, feed.items[0].correction_text.as_deref()), (true, Some("Pier 3, not 4.")));
    assert_eq!((feed.items[1].correction, &feed.items[1].correction_text), (false, &None));
}

#[test]
fn badges_come_as_a_list_or_as_words() {
    let feed = read(&json!([{"id": "a", "badge": "Photo; Exclusive"}])).unwrap();
    assert_eq!(feed.items[0].badges, [Badge::Photo, Badge::Other("Exclusive".into())]);
}

#[test]
fn only_web_addresses_are_links_and_pictures() {
    let feed = read(
        &json!([{"id": "a", "url": "javascript:alert(1)", "image": "data:image/png;base64,x", "stream": "ftp://x"}]),
    );
    let item = &feed.unwrap().items[0];
    assert_eq!((&item.url, &item.image), (&None, &None));
}

#[test]
fn a_hint_skips_the_guessing() {
    let document = json!({"version": "https://jsonfeed.org/version/1.1", "items": [{"title": "No id"}]}).to_string();
    let count = |hint| decode(document.as_bytes(), &Source { hint, ..feed::source() }).map(|feed| feed.items.len());
    assert_eq!(count(Hint::Auto), Ok(0));
    assert_eq!(count(Hint::Simple), Ok(1));
    assert_eq!(count(Hint::WordPress).unwrap_err().code, Code::NotAFeed);
    assert_eq!(
        count(Hint::Ghost).unwrap_err().code,
        if cfg!(feature = "formats") { Code::NotAFeed } else { Code::Unsupported }
    );
    assert_eq!(count(Hint::Rss).unwrap_err().code, Code::NotAFeed);
}

#[test]
#[cfg(not(feature = "formats"))]
fn formats_of_the_second_module_are_told_and_left_to_it() {
    for body in [
        r#"{"posts": [], "meta": {"pagination": {}}}"#,
        r#"{"items": [{"uri": "urn:1", "headline": "x"}]}"#,
        r#"{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "x"}"#,
        "<?xml version='1.0'?><rss/>",
        "<feed/>",
    ] {
        assert_eq!(decode(body.as_bytes(), &feed::source()).unwrap_err().code, Code::Unsupported, "{body}");
    }
}
