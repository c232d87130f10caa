//! Every limit at its edge and one beyond, and documents that end too early.
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

use feed::read;
use newsrail::decode::{Source, decode, limits};
use newsrail::item::{Code, Feed, Item};
use serde_json::{Value, json};

fn only(item: &Value) -> (Item, bool) {
    let feed: Feed = read(&json!([item])).unwrap();
    (feed.items[0].clone(), feed.truncated)
}

#[test]
fn texts_are_cut_one_byte_beyond_their_limit() {
    for (field, limit) in [("title", limits::TITLE), ("summary", limits::SUMMARY), ("content_html", limits::CONTENT)] {
        for (length, cut) in [(limit, false), (limit + 1, true)] {
            let (item, truncated) = only(&json!({"id": "a", field: "x".repeat(length)}));
            let kept = item.to_json()[field].as_str().unwrap().len();
            assert_eq!((kept, truncated), (limit, cut), "{field}");
        }
    }
}

#[test]
fn a_cut_never_splits_a_letter() {
    let (item, truncated) = only(&json!({"id": "a", "title": "x".to_owned() + &"ə".repeat(limits::TITLE)}));
    assert_eq!((item.title.unwrap().len(), truncated), (limits::TITLE - 1, true));
}

#[test]
fn the_five_hundred_and_first_story_is_dropped() {
    for (count, truncated) in [(limits::ITEMS, false), (limits::ITEMS + 1, true)] {
        let list: Vec<_> = (0..count).map(|number| json!({"id": number})).collect();
        let feed = read(&json!(list)).unwrap();
        assert_eq!((feed.items.len(), feed.truncated), (limits::ITEMS, truncated));
    }
}

#[test]
fn lists_of_one_story_end_at_their_fiftieth_entry() {
    let categories: String = (0..=50).map(|number| format!("<category>{number}</category>")).collect();
    let files: String = (0..=50).map(|number| format!("<link rel='enclosure' href='/{number}.mp3'/>")).collect();
    let rss = format!("<rss><channel><item><title>a</title>{categories}</item></channel></rss>");
    let atom =
        format!("<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><title>a</title>{files}</entry></feed>");
    let story = |document: &str| decode(document.as_bytes(), &feed::source()).unwrap().items[0].clone();
    let last = |words: &[String]| (words.len(), words.last().cloned());
    assert_eq!(last(&story(&rss).sections), (50, Some("49".into())));
    let files: Vec<String> = story(&atom).attachments.iter().map(|file| file.url.clone()).collect();
    assert_eq!(last(&files), (50, Some("https://gazette.example/49.mp3".into())));
}

#[test]
fn stories_and_tombstones_of_xml_end_where_those_of_json_do() {
    let many =
        |count: usize, one: &str| (0..count).map(|number| one.replace('#', &number.to_string())).collect::<String>();
    for (count, truncated) in [(limits::ITEMS, false), (limits::ITEMS + 1, true)] {
        for document in [
            format!("<rss><channel>{}</channel></rss>", many(count, "<item><title>#</title></item>")),
            format!(
                "<feed xmlns='http://www.w3.org/2005/Atom'>{}</feed>",
                many(count, "<entry><id>#</id><title>#</title></entry>")
            ),
            format!("<urlset>{}</urlset>", many(count, "<url><loc>https://a.example/#</loc><news:news/></url>")),
        ] {
            let feed = decode(document.as_bytes(), &feed::source()).unwrap();
            assert_eq!((feed.items.len(), feed.truncated), (limits::ITEMS, truncated), "{:.20}", document);
        }
    }
    let graves = many(limits::DELETED + 1, "<deleted-entry xmlns='http://purl.org/atompub/tombstones/1.0' ref='#'/>");
    let document = format!("<feed xmlns='http://www.w3.org/2005/Atom'>{graves}</feed>");
    let feed = decode(document.as_bytes(), &feed::source()).unwrap();
    assert_eq!(feed.deleted.len(), limits::DELETED);
}

#[test]
fn two_mebibytes_are_read_and_one_byte_more_is_too_large() {
    let mut bytes = b"[]".to_vec();
    bytes.resize(limits::DOCUMENT, b' ');
    assert!(decode(&bytes, &feed::source()).is_ok());
    bytes.push(b' ');
    assert_eq!(decode(&bytes, &feed::source()).unwrap_err().code, Code::TooLarge);
}

#[test]
fn nesting_is_read_to_a_depth_and_refused_beyond() {
    // The list and the story are two levels; the parser reads 127 of its 128.
    let nested = |levels: usize| format!(r#"[{{"id":"a","x":{}{}}}]"#, "[".repeat(levels - 2), "]".repeat(levels - 2));
    assert!(decode(nested(127).as_bytes(), &feed::source()).is_ok());
    assert_eq!(decode(nested(129).as_bytes(), &feed::source()).unwrap_err().code, Code::InvalidJson);
    let endless = "[".repeat(1_000_000);
    assert_eq!(decode(endless.as_bytes(), &feed::source()).unwrap_err().code, Code::InvalidJson);
}

#[test]
fn json_that_ends_too_early_is_invalid_at_every_byte() {
    for name in ["cases/107-own-json-minimal", "cases/90-wp-embed-media", "cases/77-jsonfeed-paging-loop"] {
        let whole = feed::fixture(&format!("{name}.json"));
        let whole = whole.trim_end();
        for end in 1..whole.len() {
            let failure = decode(&whole.as_bytes()[..end], &feed::source()).unwrap_err();
            assert_eq!(failure.code, Code::InvalidJson, "{name} cut at {end}");
        }
    }
}

#[test]
fn an_empty_answer_and_a_web_page_are_no_feeds() {
    for body in [
        "",
        " \n",
        "\u{feff}",
        "<!doctype html><p>Login",
        "<html><script type='application/json'>[]</script>",
        "OK",
        "/**/onNews([])",
    ] {
        assert_eq!(decode(body.as_bytes(), &feed::source()).unwrap_err().code, Code::NotAFeed, "{body}");
    }
}

#[test]
fn a_failing_status_counts_more_than_a_good_body() {
    for (status, code) in [
        (401, Code::AccessDenied),
        (403, Code::AccessDenied),
        (404, Code::NotFound),
        (410, Code::Gone),
        (429, Code::RateLimited),
        (500, Code::ServerError),
        (503, Code::ServerError),
        (418, Code::NotAFeed),
    ] {
        let source = Source { status: Some(status), ..feed::source() };
        assert_eq!(decode(b"[]", &source).unwrap_err().code, code);
        assert_eq!(decode(b"<html>", &source).unwrap_err().code, code);
    }
    assert!(decode(b"[]", &Source { status: Some(200), ..feed::source() }).is_ok());
}

#[test]
fn marks_and_comments_around_json_are_passed_over() {
    assert!(decode(b"\xEF\xBB\xBF \n[]\n<!-- cached by a plugin -->\n", &feed::source()).is_ok());
    assert_eq!(decode(b"<b>Notice</b>: x []", &feed::source()).unwrap_err().code, Code::NotAFeed);
}

#[test]
fn a_story_in_a_declared_legacy_charset_is_read() {
    let bytes = b"[{\"id\":1,\"title\":\"\xCF\xEE\xF0\xF2\"}]";
    let source = Source { content_type: Some("application/json; charset=windows-1251"), ..feed::source() };
    let feed = decode(bytes, &source).unwrap();
    assert_eq!(feed.items[0].title.as_deref(), Some("Порт"));
    assert!(feed.problems.iter().any(|problem| problem.field == "encoding"));
}
