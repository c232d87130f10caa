//! The feeds at rest, and the schedule that moves them.

use crate::client::{ask, get, open, stories};
use newsroom::{LANGUAGES, LEAD, Newsroom, Options};
use serde_json::json;
use std::{collections::BTreeSet, time::Duration};

#[tokio::test]
async fn every_language_opens_with_sixteen_whole_stories_newest_first() {
    let room = open().await;
    for language in LANGUAGES {
        let list = stories(&room, &format!("/feeds/{language}/simple.json")).await;
        assert_eq!(list.len(), 16, "{language}");
        let times: Vec<&str> = list.iter().map(|story| story["published"].as_str().unwrap()).collect();
        assert!(times.is_sorted_by(|earlier, later| earlier >= later), "{language}: {times:?}");
        for story in &list {
            assert_eq!(story["language"], language);
            for field in ["title", "summary", "section", "place", "content_html"] {
                assert!(story[field].as_str().is_some_and(|text| !text.is_empty()), "{language} {field}: {story}");
            }
            let url = story["url"].as_str().unwrap();
            assert!(url.starts_with(&format!("{}/story/{language}/", room.origin())), "{url}");
        }
        assert!(list.iter().any(|story| story["url"].as_str().unwrap().ends_with(LEAD)));
    }
}

#[tokio::test]
async fn unchanged_content_is_the_same_bytes_and_a_304() {
    let room = open().await;
    for path in ["/feeds/ru/simple.json", "/feeds/ru/jsonfeed.json", "/feeds/ru/wp-json/wp/v2/posts?_embed"] {
        let first = get(&room, path).await;
        tokio::time::sleep(Duration::from_millis(1100)).await;
        let second = get(&room, path).await;
        assert_eq!(first.body, second.body, "{path}");
        assert_eq!(first.header("etag"), second.header("etag"), "{path}");
    }
    let first = get(&room, "/feeds/ru/simple.json").await;
    assert_eq!(first.header("cache-control"), "max-age=2");
    let known = [("If-None-Match", first.header("etag"))];
    let again = ask(&room.origin(), "GET", "/feeds/ru/simple.json", &known, "").await;
    assert_eq!((again.status, again.body.len(), again.header("etag")), (304, 0, first.header("etag")));
    room.admin("ru/change", json!({"id": LEAD, "title": "Другое"})).unwrap();
    let changed = ask(&room.origin(), "GET", "/feeds/ru/simple.json", &known, "").await;
    assert_eq!(changed.status, 200);
}

#[tokio::test]
async fn both_origins_tell_the_same_and_let_any_page_read() {
    let room = open().await;
    let here = get(&room, "/feeds/az/simple.json").await;
    let there = ask(&room.other(), "GET", "/feeds/az/simple.json", &[("Origin", "https://page.example")], "").await;
    assert_eq!(here.body, there.body);
    assert_eq!(there.header("access-control-allow-origin"), "*");
    assert_eq!(there.header("cross-origin-resource-policy"), "cross-origin");
}

#[tokio::test]
async fn json_feed_carries_what_the_format_knows() {
    let room = open().await;
    let feed = get(&room, "/feeds/ar/jsonfeed.json").await;
    assert_eq!(feed.header("content-type"), "application/feed+json");
    let feed = feed.json();
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    let lead = feed["items"].as_array().unwrap().iter().find(|item| item["url"].as_str().unwrap().ends_with(LEAD));
    let lead = lead.unwrap();
    assert_eq!(lead["authors"][0]["name"], "ليلى محمد أورلوفا");
    assert_eq!(lead["tags"][0], "سياسة خارجية");
    assert!(lead["image"].as_str().unwrap().ends_with("/pictures/ferry.svg"));
    assert!(lead["date_modified"].as_str().unwrap() > lead["date_published"].as_str().unwrap());
}

#[tokio::test]
async fn the_schedule_publishes_changes_and_withdraws_and_goes_on_when_the_stories_run_out() {
    let options = Options { quiet: true, every: Some(Duration::from_millis(10)), ..Options::default() };
    let mut room = Newsroom::start(options).await.unwrap();
    room.admin("az/freeze", json!({"on": true})).unwrap();
    tokio::time::sleep(Duration::from_millis(700)).await;
    room.admin("en/freeze", json!({"on": true})).unwrap();
    let feed = get(&room, "/feeds/en/simple.json").await.json();
    let list = feed["items"].as_array().unwrap();
    let ids: BTreeSet<&str> = list.iter().map(|story| story["id"].as_str().unwrap()).collect();
    assert!(list.len() > 24, "{} stories", list.len());
    assert_eq!(ids.len(), list.len());
    assert!(!feed["deleted"].as_array().unwrap().is_empty());
    assert_eq!(stories(&room, "/feeds/az/simple.json").await.len(), 16);
    room.stop().await;
}

#[tokio::test]
async fn a_stopped_newsroom_frees_its_port_and_can_open_there_again() {
    let mut room = open().await;
    let port = room.origin().rsplit(':').next().unwrap().parse().unwrap();
    room.stop().await;
    assert!(tokio::net::TcpStream::connect(("127.0.0.1", port)).await.is_err());
    let again = Newsroom::start(Options { port, quiet: true, ..Options::default() }).await.unwrap();
    assert_eq!(get(&again, "/feeds/ru/simple.json").await.status, 200);
}
