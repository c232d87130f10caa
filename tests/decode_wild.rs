//! Damage as it is met in the wild, and what is read all the same.
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

use newsrail::decode::decode;
use newsrail::item::json::rfc3339;
use newsrail::item::{Feed, Item, State};
use serde_json::{Value, json};

fn read(document: &str) -> Feed {
    decode(document.as_bytes(), &feed::source()).unwrap()
}

fn channel(inside: &str) -> Feed {
    read(&format!("<rss version='2.0'><channel><title>Gazette</title>{inside}</channel></rss>"))
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.items.iter().map(Item::headline).collect()
}

fn story(document: &Value) -> Item {
    feed::read(document).unwrap().items.remove(0)
}

#[test]
fn warnings_of_programs_before_a_feed_cost_nothing() {
    let warning =
        "<br />\n<b>Deprecated</b>: each() in <b>/srv/www/wp-content/plugins/old/feed.php</b> on line <b>7</b><br />\n";
    let rss = "<rss version='2.0'><channel><item><title>Порт</title></item></channel></rss>";
    for before in ["Warning: x in y.php on line 2\n", warning, &warning.repeat(40)] {
        assert_eq!(titles(&read(&[before, rss].concat())), ["Порт"], "{} bytes of warnings", before.len());
        assert_eq!(titles(&read(&[before, "<?xml version='1.0'?>", rss].concat())), ["Порт"]);
    }
    let declared = b"<!-- made by hand -->\n<?xml version='1.0' encoding='windows-1251'?><rss><channel><item><title>\xCF\xEE\xF0\xF2</title></item></channel></rss>";
    assert_eq!(titles(&decode(declared, &feed::source()).unwrap()), ["Порт"]);
}

#[test]
fn a_section_without_an_end_costs_no_later_story() {
    let one = |title: &str, text: &str| format!("<item><title>{title}</title><description>{text}</description></item>");
    let feed = channel(&[one("a", "<![CDATA[x"), one("b", "y"), one("c", "<![CDATA[z]]>")].concat());
    assert_eq!(titles(&feed), ["a", "b", "c"]);
    let texts: Vec<_> = feed.items.iter().map(|item| item.summary.as_deref().unwrap()).collect();
    assert_eq!(texts, ["x", "y", "z"]);
}

#[test]
fn sections_inside_sections_lose_their_marks_and_no_word() {
    let feed = channel("<item><title>a</title><description><![CDATA[a <![CDATA[b]]> c]]></description></item>");
    assert_eq!(feed.items[0].summary.as_deref(), Some("a b c"));
    for title in ["&lt;![CDATA[Y]]&gt;", "<![CDATA[<![CDATA[Y]]]]><![CDATA[>]]>"] {
        assert_eq!(titles(&channel(&format!("<item><title>{title}</title></item>"))), ["Y"], "{title}");
    }
}

#[test]
fn what_follows_a_tag_that_is_never_closed_in_html_stays() {
    let text = |html: &str| {
        let feed = channel(&format!("<item><title>a</title><description>{html}</description></item>"));
        (feed.items[0].summary.clone(), feed.items[0].image.clone().map(|image| image.url))
    };
    assert_eq!(text("<meta charset='utf-8'><p>All of it</p>").0.as_deref(), Some("All of it"));
    let picture =
        "<picture><source srcset='https://a.example/a.webp'><img src='https://a.example/i.jpg'></picture><p>Text</p>";
    assert_eq!(text(picture), (Some("Text".into()), Some("https://a.example/i.jpg".into())));
}

#[test]
fn a_headline_without_its_end_ends_before_the_next_field() {
    let story = &channel("<item><title>T1<link>https://a.example/1</link><guid>g</guid></item>").items[0];
    assert_eq!((story.title.as_deref(), story.url.as_deref()), (Some("T1"), Some("https://a.example/1")));
    let reset =
        read("<rss><channel xmlns='http://www.w3.org/2005/Atom'><item><title>T1</title></item></channel></rss>");
    assert_eq!(titles(&reset), ["T1"], "a channel has no namespace");
}

#[test]
fn addresses_escaped_once_too_often_lead_where_they_should() {
    let story =
        &channel("<item><title>a</title><link><![CDATA[https://a.example/j?a=1&amp;b=2]]></link></item>").items[0];
    assert_eq!(story.url.as_deref(), Some("https://a.example/j?a=1&b=2"));
}

#[test]
fn letters_of_windows_1252_are_what_they_were() {
    assert_eq!(
        story(&json!([{"id": 1, "title": "\u{93}Quoted\u{94} \u{96} 5 \u{80}\u{81}"}])).headline(),
        "“Quoted” – 5 €"
    );
}

#[test]
fn numbers_that_are_no_moments_are_no_dates() {
    for (written, read) in [
        ("20260302100000", None),
        ("202603021000", None),
        ("1772445600", Some("2026-03-02T10:00:00Z")),
        ("1772445600000", Some("2026-03-02T10:00:00Z")),
        ("Mon, 02 Mar 2026 10:00:00 GMT+4", Some("2026-03-02T06:00:00Z")),
        ("2 iyun 2026 10:00", Some("2026-06-02T10:00:00Z")),
        ("02 Dekabr 2025", Some("2025-12-02T00:00:00Z")),
        ("2. lipnja 2026", None),
        ("2. marraskuuta 2026", None),
    ] {
        let feed = channel(&format!("<item><title>a</title><pubDate>{written}</pubDate></item>"));
        assert_eq!(feed.items[0].published.map(rfc3339).as_deref(), read, "{written}");
    }
    let page = json!({"@type": "NewsArticle", "headline": "a", "datePublished": "Mon, 02 Mar 2026 10:00:00 +0400"});
    assert_eq!(story(&page).published.map(rfc3339).as_deref(), Some("2026-03-02T06:00:00Z"));
}

#[test]
fn lists_that_name_each_other_are_walked_once() {
    let elements = |id: &str| vec![json!({"@id": id}); 12];
    let circle = json!({"@graph": [
        {"@type": "ItemList", "@id": "#a", "itemListElement": elements("#b")},
        {"@type": "ItemList", "@id": "#b", "itemListElement": elements("#a")},
        {"@type": "ItemList", "@id": "#c", "itemListElement": vec![json!({"@type": "ListItem", "item": {"@id": "#a"}}); 12]},
        {"@type": "NewsArticle", "@id": "#s", "headline": "Tide"}]});
    assert_eq!(titles(&feed::read(&circle).unwrap()), ["Tide"]);
}

#[test]
fn bodies_leave_with_addresses_that_work_elsewhere() {
    let body = |document: Value| story(&document).content_html.unwrap();
    let img = "<img src=\"i.jpg\">";
    let feed = json!({"version": "https://jsonfeed.org/version/1.1", "home_page_url": "https://a.example/blog/", "items": [
        {"id": "1", "url": "https://a.example/2026/x/", "content_html": img}]});
    assert_eq!(body(feed), "<img src=\"https://a.example/blog/i.jpg\">");
    let posts = json!([{"id": 1, "link": "https://a.example/2026/x/", "title": {"rendered": "a"}, "content": {"rendered": img}}]);
    assert_eq!(body(posts), "<img src=\"https://a.example/2026/x/i.jpg\">");
    let own = json!([{"id": 1, "url": "https://a.example/x/", "content_html": img}]);
    assert_eq!(body(own), img, "own JSON is the end of the way");
}

#[test]
fn drafts_in_an_answer_that_an_editor_saved_are_held_back() {
    let post =
        |status: &str| json!([{"id": 1, "status": status, "link": "https://a.example/1", "title": {"rendered": "a"}}]);
    let ghost = |status: &str| json!({"posts": [{"id": "1", "title": "a", "status": status}], "meta": {}});
    for status in ["draft", "future", "private"] {
        assert_eq!(story(&post(status)).state, State::Hidden, "{status}");
    }
    assert_eq!(story(&ghost("scheduled")).state, State::Hidden);
    assert_eq!((story(&post("publish")).state, story(&ghost("published")).state), (State::Live, State::Live));
}

#[test]
fn a_story_without_headline_and_summary_stands_by_its_first_words() {
    for document in [
        json!([{"id": 1, "content_html": "<p>First words</p>"}]),
        json!([{"id": 1, "link": "https://a.example/1", "title": {"rendered": ""}, "content": {"rendered": "<p>First words</p>"}}]),
        json!({"uri": "urn:1", "headline": "", "type": "text", "body_html": "<p>First words</p>"}),
    ] {
        assert_eq!(story(&document).headline(), "First words", "{document}");
    }
}

#[test]
fn an_evolved_story_says_which_one_it_replaces_in_own_json_too() {
    let evolved =
        feed::read(&json!({"uri": "urn:2", "headline": "New", "type": "text", "evolvedfrom": "urn:1"})).unwrap();
    let again = feed::read(&evolved.to_json()).unwrap();
    assert_eq!(again.items[0].replaces.as_ref().map(|id| id.as_str()), Some("urn:1"));
}
