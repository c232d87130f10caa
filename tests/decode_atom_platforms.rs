//! Atom as video platforms, code forges and blog hosts write it (tests/fixtures/atom: their shapes, invented content).
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

use newsrail::decode::date::instant;
use newsrail::decode::{Source, decode};
use newsrail::item::{Feed, Media};

fn sample(name: &str, url: &str) -> Feed {
    decode(feed::fixture(&format!("atom/{name}.xml")).as_bytes(), &Source { url, ..feed::source() }).unwrap()
}

#[test]
fn a_video_channel_shows_its_films() {
    let feed = sample("video-channel", "https://video.example/feeds/videos.xml");
    assert_eq!(
        (feed.title.as_deref(), feed.url.as_deref()),
        (Some("Harbour Films"), Some("https://video.example/channel/UCharbour"))
    );
    assert_eq!(feed.items.len(), 2);
    let film = &feed.items[0];
    assert_eq!((film.id.as_str(), film.media), ("yt:video:Lnch01", Some(Media::Video)));
    assert_eq!(film.title.as_deref(), Some("Launch & christening: <live> from slip 2"));
    assert_eq!(film.url.as_deref(), Some("https://video.example/watch?v=Lnch01"));
    assert_eq!(film.authors, ["Harbour Films"]);
    assert_eq!(film.summary.as_deref(), Some("Slip 2, high tide. Chapters: 0:00 Speech 1:20 Launch"));
    let image = film.image.as_ref().unwrap();
    assert_eq!((image.url.as_str(), image.width), ("https://i.video.example/vi/Lnch01/hqdefault.jpg", Some(480)));
    assert_eq!(film.published, instant("2026-03-01T10:00:00Z"));
    assert!(film.tags.is_empty());
}

#[test]
fn the_releases_of_a_code_forge_are_stories() {
    let feed = sample("forge-releases", "https://forge.example/harbour/tide/releases.atom");
    let release = &feed.items[0];
    assert_eq!(feed.url.as_deref(), Some("https://forge.example/harbour/tide/releases"));
    assert_eq!(release.id.as_str(), "tag:forge.example,2008:Repository/41/v2.1.0");
    assert_eq!(
        (release.title.as_deref(), release.url.as_deref()),
        (Some("Tide 2.1 <beta>"), Some("https://forge.example/harbour/tide/releases/tag/v2.1.0"))
    );
    assert_eq!(release.authors, ["odo-brandt"]);
    assert_eq!(release.published, instant("2026-02-27T09:12:44Z"));
    assert_eq!(release.updated, None);
    assert_eq!(release.summary.as_deref(), Some("What's new Tables for Qala & the islands (#12)"));
    assert!(release.content_html.as_deref().unwrap().contains("href=\"https://forge.example/harbour/tide/pull/12\""));
    // The avatar beside the entry is whoever published it, not what it is about.
    assert_eq!(release.image, None);
}

#[test]
fn a_blog_host_gives_its_small_square_away_for_the_picture_of_the_body() {
    let feed = sample("blog-host", "https://tide.blog.example/feeds/posts/default");
    assert_eq!(
        feed.next.as_deref(),
        Some("https://tide.blog.example/feeds/posts/default?start-index=26&max-results=25")
    );
    let post = &feed.items[0];
    assert_eq!(post.id.as_str(), "tag:blog.example,1999:blog-77.post-501");
    assert_eq!(post.url.as_deref(), Some("https://tide.blog.example/2026/02/first-swallows.html"));
    assert_eq!(post.tags, ["Birds & bees", "Spring"]);
    assert_eq!(post.authors, ["Ilka Venn"]);
    assert_eq!(post.image.as_ref().unwrap().url, "https://img.blog.example/s1600/swallow.jpg");
    assert_eq!(post.published, instant("2026-02-28T18:30:00Z"));
    assert!(post.revised);
}
