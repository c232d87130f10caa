//! What a real WordPress serves, against what was put into it (tests/fixtures/wordpress/README.md).
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
use newsrail::item::{Code, Failure, Feed, Format, Item, ItemId, Media, Time};
use newsrail::store::stories::Stories;
use serde_json::{Value, json};

const SITE: &str = "https://newsroom.example";

fn at(file: &str, path: &str) -> Result<Feed, Failure> {
    let url = format!("{SITE}{path}");
    decode(
        feed::fixture(&format!("wordpress/{file}.json")).as_bytes(),
        &Source { url: &url, now: recorded(), ..feed::source() },
    )
}

/// An hour after the recording: no post is dated to come.
fn recorded() -> Time {
    newsrail::decode::date::instant("2026-11-25T01:00:00Z").unwrap()
}

fn page(file: &str, number: usize) -> Feed {
    at(file, &format!("/wp-json/wp/v2/posts?per_page=10&_embed=1&page={number}")).unwrap()
}

fn single(file: &str) -> Result<Feed, Failure> {
    at(file, "/wp-json/wp/v2/posts/17?_embed=1")
}

fn right(file: &str) -> Vec<Value> {
    serde_json::from_str(&feed::fixture(&format!("wordpress/{file}.json"))).unwrap()
}

/// The story in the words of the expected files.
fn told(item: &Item) -> Value {
    let json = item.to_json();
    let image = &json["image"];
    json!({
        "url": json["url"], "headline": json["title"], "summary": json["summary"], "published": json["published"],
        "updated": json["updated"], "section": json["section"], "sticky": item.pinned, "restricted": item.restricted,
        "authors": item.authors, "tags": item.tags, "media": json["media"],
        "image": if image.is_null() { Value::Null } else {
            json!({
                "url": image["url"], "width": image["width"], "height": image["height"], "alt": image["alt"],
                "caption": image["caption"], "sizes": image["sizes"].as_array().map_or(0, Vec::len),
            })
        },
    })
}

fn wanted(post: &Value) -> Value {
    let image = &post["image"];
    json!({
        "url": post["url"], "headline": post["headline"], "summary": post["summary"], "published": post["published"],
        "updated": post["updated"], "section": post["section"], "sticky": post["sticky"], "restricted": post["restricted"],
        "authors": post["authors"], "tags": post["tags"],
        "media": post["format"].as_str().and_then(Media::from_word).map(Media::as_str),
        "image": if image.is_null() { Value::Null } else {
            json!({
                "url": image["url"], "width": image["width"], "height": image["height"], "alt": image["alt"],
                "caption": image["caption"], "sizes": image["sizes"].as_array().map_or(0, Vec::len),
            })
        },
    })
}

fn compare(feed: &Feed, posts: &[&Value]) {
    assert_eq!(feed.items.len(), posts.len());
    for (item, post) in feed.items.iter().zip(posts) {
        assert_eq!(told(item), wanted(post), "post {}", post["id"]);
    }
}

#[test]
fn all_thirty_recorded_posts_show_what_was_written() {
    let all = right("expected-all");
    for number in 1..=3 {
        let feed = page(&format!("posts-p{number}-embed"), number);
        let posts: Vec<_> = all.iter().filter(|post| post["page"] == number).collect();
        assert_eq!(feed.format, Format::WordPress);
        compare(&feed, &posts);
    }
}

#[test]
fn the_page_after_an_edit_shows_the_edited_site() {
    let posts = right("later-expected");
    compare(&page("later-posts-p1-embed", 1), &posts.iter().collect::<Vec<_>>());
}

#[test]
fn the_edited_site_corrects_what_was_shown_and_a_trashed_post_goes_at_the_second_witness() {
    let post = |number: u32| ItemId::new(&format!("{SITE}/?p={number}")).unwrap();
    let now = recorded();
    let (shown, _) = Stories::default().merge(1, &page("posts-p1-embed", 1), 100, now);
    let later = page("later-posts-p1-embed", 1);
    let (shown, first) = shown.merge(1, &later, 100, now);
    let new: Vec<_> = later.items.iter().take(2).map(|item| item.id.clone()).collect();
    assert_eq!(first.added, new);
    assert!(first.changed.contains(&post(17)), "{:?}", first.changed);
    assert!(first.withdrawn.is_empty(), "one answer without it may be a cache's: {:?}", first.withdrawn);
    let (shown, second) = shown.merge(1, &later, 100, now);
    assert_eq!(second.withdrawn, [post(24)]);
    let left: Vec<_> = shown.all().map(|story| story.item.id.clone()).collect();
    assert!(left.contains(&post(26)), "fallen off the end is not withdrawn: {left:?}");
    assert_eq!(left.len(), 11);
}

#[test]
fn three_embeds_say_as_much_as_all() {
    let path = "/wp-json/wp/v2/posts?per_page=10&_embed=author,wp:featuredmedia,wp:term";
    assert_eq!(at("posts-p1-embed-three", path).unwrap().items, page("posts-p1-embed", 1).items);
}

#[test]
fn full_pages_lead_on_by_number() {
    let next = |file, path: &str| at(file, path).unwrap().next;
    let list = "/wp-json/wp/v2/posts?per_page=10&_embed=1";
    assert_eq!(next("posts-p1-embed", &format!("{list}&page=1")), Some(format!("{SITE}{list}&page=2")));
    assert_eq!(next("posts-p1-noembed", "/wp-json/wp/v2/posts"), Some(format!("{SITE}/wp-json/wp/v2/posts?page=2")));
    let plain = "/?rest_route=/wp/v2/posts&per_page=2&_embed=1";
    assert_eq!(next("posts-plain-permalink", plain), Some(format!("{SITE}{plain}&page=2")));
    assert_eq!(next("posts-p4-past-end-error", &format!("{list}&page=4")), None);
}

#[test]
fn a_list_without_posts_is_an_empty_wordpress_feed() {
    let feed = at("posts-category-unknown", "/wp-json/wp/v2/posts?categories=999").unwrap();
    assert_eq!((feed.format, feed.items.len(), feed.next), (Format::WordPress, 0, None));
}

#[test]
fn the_envelope_is_opened() {
    let feed = at("posts-envelope", "/wp-json/wp/v2/posts?_envelope=1").unwrap();
    assert_eq!(feed.items[0].title.as_deref(), Some("Ferry & tram fares “frozen” until spring — it’s official…"));
}

#[test]
fn posts_without_guid_are_known_by_site_and_number() {
    let feed = at("posts-fields-no-links", "/wp-json/wp/v2/posts?_fields=id,title").unwrap();
    assert_eq!(feed.items[0].id.as_str(), "https://newsroom.example/?p=17");
    assert_eq!(page("posts-p1-embed", 1).items[0].id, feed.items[0].id);
}

#[test]
fn the_home_page_is_the_sites_origin() {
    assert_eq!(page("posts-p1-embed", 1).url.as_deref(), Some("https://newsroom.example/"));
}

#[test]
fn a_single_post_is_a_feed_of_one_story() {
    let feed = single("post-texturize-embed").unwrap();
    assert_eq!((feed.items.len(), feed.next), (1, None));
    assert_eq!(feed.items[0].section.as_deref(), Some("Politics & Society"));
}

#[test]
fn what_is_gone_from_a_post_leaves_the_rest_of_it() {
    for file in ["post-media-of-private-embed", "post-media-gone-embed"] {
        let feed = single(file).unwrap();
        assert_eq!(feed.items[0].image, None, "{file}");
        assert!(!feed.items[0].authors.is_empty(), "{file}");
    }
    assert!(single("post-author-gone-embed").unwrap().items[0].authors.is_empty());
}

#[test]
fn a_protected_post_shows_no_body_even_with_its_password() {
    for file in ["post-protected-embed", "post-protected-right-password"] {
        let item = &single(file).unwrap().items[0];
        assert!(item.restricted, "{file}");
        assert_eq!((&item.summary, &item.content_html), (&None, &None), "{file}");
    }
}

#[test]
fn scripts_in_a_title_leave_only_its_words() {
    let item = &single("post-xss-embed").unwrap().items[0];
    assert_eq!(item.title.as_deref(), Some("Notice board: roadworks & detours"));
    let body = newsrail::sanitize::paragraphs(item.content_html.as_deref().unwrap()).concat();
    assert!(!body.contains("alert(") && !body.contains("onerror"), "{body}");
}

#[test]
fn refusals_say_what_to_mend() {
    for (file, status, code) in [
        ("error-bad-route", 404, Code::NotFound),
        ("error-page-word", 400, Code::AccessDenied),
        ("error-per-page", 400, Code::AccessDenied),
        ("error-post-unauthenticated", 401, Code::AccessDenied),
        ("post-draft-error", 401, Code::AccessDenied),
        ("post-missing-error", 404, Code::NotFound),
        ("post-protected-wrong-password", 403, Code::AccessDenied),
        ("later-post-trashed-error", 401, Code::AccessDenied),
    ] {
        let bytes = feed::fixture(&format!("wordpress/{file}.json"));
        for status in [None, Some(status)] {
            let failure = decode(bytes.as_bytes(), &Source { status, ..feed::source() }).unwrap_err();
            assert_eq!(failure.code, code, "{file}");
            assert!(failure.message.starts_with("WordPress refused the request: "), "{file}");
        }
    }
}
