//! The markup that `newsrail prerender` writes, held still: parts, names and order are a promise to publishers' styles.
#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that finds nothing fails, as it should")]

use newsrail::element::prerender::{Order, prerender};
use newsrail::element::settings::Tag;
use newsrail::item::{Feed, Image, Item, ItemId, Media, Time};

fn at(text: i64) -> Time {
    Time::from_timestamp(text, 0).unwrap()
}

/// 2 March 2026, 12:00 UTC.
const NOON: i64 = 1_772_452_800;

fn story(id: &str, title: &str, minutes_ago: i64) -> Item {
    let mut item = Item::new(ItemId::new(id).unwrap());
    item.title = Some(title.into());
    item.url = Some(format!("https://gazette.example/{id}"));
    item.published = Some(at(NOON - minutes_ago * 60));
    item.section = Some("Harbour".into());
    item.derive(at(NOON));
    item
}

fn feed(items: Vec<Item>) -> Feed {
    Feed { items, url: Some("https://gazette.example/".into()), time_zone: Some("Asia/Baku".into()), ..Feed::default() }
}

fn render(tag: Tag, feed: &Feed, attributes: &[(&str, &str)]) -> String {
    let attributes: Vec<_> = attributes.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    let order = Order {
        tag,
        attributes: &attributes,
        page: "https://gazette.example/story",
        css: "newsrail.css",
        now: at(NOON),
    };
    prerender(feed, &order).0
}

#[test]
fn a_rail_stands_in_a_declarative_shadow_root_with_its_links_beside() {
    let mut video = story("b", "Tugs & tides <live>", 90);
    video.media = Some(Media::Video);
    let html = render(Tag::Rail, &feed(vec![story("a", "Bridge lifts", 5), video]), &[("lang", "ru")]);
    let expected = concat!(
        "<news-rail lang=\"ru\" state=\"live\">\n",
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"newsrail.css\">",
        "<section class=\"rail\" part=\"rail\" aria-labelledby=\"heading\" lang=\"ru\" dir=\"ltr\">",
        "<div class=\"head\" part=\"head\"><span class=\"dot\" part=\"dot\" aria-hidden=\"true\"></span>",
        "<h2 class=\"heading\" part=\"heading\" id=\"heading\">Последние новости</h2>",
        "<span class=\"standing\" part=\"standing\">обновлено в 16:00</span>",
        "<button type=\"button\" part=\"pause\" class=\"pause\" aria-label=\"Приостановить обновление\" title=\"Приостановить обновление\"></button></div>",
        "<ol part=\"list\" role=\"list\" class=\"list\">",
        "<li part=\"story\" data-id=\"a\" class=\"story\"><time class=\"time\" part=\"time\" datetime=\"2026-03-02T11:55:00Z\">15:55</time>",
        "<div class=\"entry\"><a class=\"headline\" part=\"headline\" dir=\"auto\" href=\"https://gazette.example/a\">Bridge lifts</a>",
        "<div class=\"meta\" part=\"meta\"><span class=\"section\" part=\"section\" dir=\"auto\">Harbour</span></div></div></li>",
        "<li part=\"story\" data-id=\"b\" class=\"story\"><time class=\"time\" part=\"time\" datetime=\"2026-03-02T10:30:00Z\">14:30</time>",
        "<div class=\"entry\"><a class=\"headline\" part=\"headline\" dir=\"auto\" href=\"https://gazette.example/b\">Tugs &amp; tides &lt;live&gt;</a>",
        "<div class=\"meta\" part=\"meta\"><span class=\"badge badge-video\" part=\"badge\" dir=\"auto\">Видео</span>",
        "<span class=\"section\" part=\"section\" dir=\"auto\">Harbour</span></div></div></li>",
        "</ol><a class=\"more\" part=\"more\" href=\"https://gazette.example/\">Лента новостей</a></section></template>\n",
        "<p><a href=\"https://gazette.example/a\">Bridge lifts</a></p>\n",
        "<p><a href=\"https://gazette.example/b\">Tugs &amp; tides &lt;live&gt;</a></p>\n",
        "</news-rail>\n"
    );
    assert_eq!(html, expected);
}

#[test]
fn text_that_looks_like_our_hydration_marker_stays_text() {
    let html = render(Tag::Rail, &feed(vec![story("a", "Odd <!> headline", 5)]), &[]);
    assert!(html.contains("Odd &lt;!&gt; headline"), "{html}");
    assert!(!html.contains("<!>"), "{html}");
}

#[test]
fn without_a_zone_times_are_in_utc_and_say_so() {
    let html = render(Tag::Rail, &Feed { time_zone: None, ..feed(vec![story("a", "Bridge lifts", 5)]) }, &[]);
    assert!(html.contains("11:55<span class=\"zone\" part=\"zone\"> UTC</span>"), "{html}");
}

#[test]
fn a_title_as_heading_takes_the_level_asked_for() {
    let html = render(Tag::Rail, &feed(vec![story("a", "A", 5)]), &[("heading", "Am Hafen"), ("heading-level", "3")]);
    assert!(html.contains("<h3 class=\"heading\" part=\"heading\" id=\"heading\">Am Hafen</h3>"), "{html}");
}

#[test]
fn yesterdays_stories_stand_under_their_day() {
    let html = render(Tag::Rail, &feed(vec![story("a", "A", 5), story("b", "B", 1_440)]), &[("lang", "en")]);
    assert!(
        html.contains(
            "<li class=\"day\" part=\"day\">Yesterday, 1 March</li><li part=\"story\" data-id=\"b\" class=\"story\">"
        ),
        "{html}"
    );
    assert!(html.contains("<span class=\"day-of\">1 March </span>16:00"), "{html}");
}

#[test]
fn the_story_of_the_page_is_marked_in_words_or_left_out() {
    let stories = feed(vec![story("story", "Being read", 5), story("b", "B", 9)]);
    let marked = render(Tag::Rail, &stories, &[]);
    assert!(marked.contains("class=\"story current\"") && marked.contains("aria-current=\"page\""), "{marked}");
    let hidden = render(Tag::Rail, &stories, &[("hide-current", "")]);
    assert!(!hidden.contains("Being read"), "{hidden}");
}

#[test]
fn an_article_shows_its_body_as_plain_paragraphs() {
    let mut item = story("a", "Bridge lifts", 5);
    item.summary = Some("The lock is free.".into());
    item.authors = vec!["Ines Quill".into()];
    item.content_html = Some("<p>First <b>bold</b>.</p><script>alert(1)</script><p onclick=x>Second.</p>".into());
    item.image = Some(Image {
        url: "https://img.example/1.jpg".into(),
        width: Some(640),
        height: Some(360),
        ..Default::default()
    });
    let html = render(Tag::Article, &feed(vec![item]), &[("lang", "en")]);
    assert!(
        html.contains(
            "<div class=\"body\" part=\"body\"><p dir=\"auto\">First bold.</p><p dir=\"auto\">Second.</p></div>"
        ),
        "{html}"
    );
    assert!(html.contains("<span class=\"kicker\" part=\"kicker\" dir=\"auto\">Harbour</span>"), "{html}");
    assert!(html.contains("2 March 2026, 15:55</time>"), "{html}");
    assert!(html.contains("width=\"640\" height=\"360\" alt=\"\""), "{html}");
    assert!(!html.contains("alert") && !html.contains("onclick"), "{html}");
}

#[test]
fn a_ticker_shows_its_newest_story_and_controls_only_for_more_than_one() {
    let two = render(Tag::Ticker, &feed(vec![story("a", "A", 5), story("b", "B", 9)]), &[]);
    assert!(two.contains(">A</a></div>") && !two.contains(">B</a></div>"), "{two}");
    assert!(!two.contains("part=\"controls\" hidden"), "{two}");
    let one = render(Tag::Ticker, &feed(vec![story("a", "A", 5)]), &[]);
    assert!(one.contains("part=\"controls\" hidden=\"\""), "{one}");
}

#[test]
fn an_empty_feed_says_so() {
    let html = render(Tag::Rail, &feed(vec![]), &[("lang", "en")]);
    assert!(html.contains("state=\"empty\"") && html.contains("part=\"notice\""), "{html}");
}
