//! Atom by its rules (RFC 4287, 5005, 5023, 6721, Atom 0.3).
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
use newsrail::decode::decode;
use newsrail::item::{Feed, Format, IdSource, Item, Media, State};

const FEED: &str = "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0' \
                    xmlns:app='http://www.w3.org/2007/app' xmlns:media='http://search.yahoo.com/mrss/'";

fn read(document: &str) -> Feed {
    decode(document.as_bytes(), &feed::source()).unwrap()
}

/// What stands inside a feed.
fn feed_of(inside: &str) -> Feed {
    read(&format!("{FEED}>{inside}</feed>"))
}

/// One entry with an id, and what else is given.
fn entry(inside: &str) -> Item {
    feed_of(&format!("<entry><id>tag:g:1</id><title>Tugs</title>{inside}</entry>")).items.remove(0)
}

fn content(element: &str) -> Option<String> {
    entry(element).content_html
}

#[test]
fn an_entry_speaks_for_itself_before_its_source_and_its_feed() {
    let feed = feed_of(
        "<author><name>Desk</name></author>\
        <entry><id>1</id><title>a</title><author><name>Ilka Venn</name></author><author><name>Odo</name></author>\
            <source><author><name>Agency</name></author></source></entry>\
        <entry><id>2</id><title>b</title><source><author><name>Agency</name></author></source>\
            <contributor><name>Nobody</name></contributor></entry>\
        <entry><id>3</id><title>c</title><author><email>desk@gazette.example</email></author></entry>",
    );
    let authors: Vec<_> = feed.items.iter().map(|item| item.authors.join(", ")).collect();
    assert_eq!(authors, ["Ilka Venn, Odo", "Agency", "Desk"]);
}

#[test]
fn bases_nest_from_the_feed_to_the_link() {
    let feed = read(&format!(
        "{FEED} xml:base='/news/'><link href='.'/><link rel='next' href='?page=2'/>\
        <entry xml:base='harbour/'><id>1</id><title>a</title><link xml:base='tugs/' href='1'/>\
            <link rel='enclosure' type='image/jpeg' xml:base='https://img.example/a/' href='1.jpg'/>\
            <content type='html' xml:base='/pages/'>&lt;a href='2'>b&lt;/a></content></entry>\
        <entry><id>2</id><title>b</title><link href='2'/>\
            <summary type='html' xml:base='/short/'>&lt;a href='3'>c&lt;/a></summary>\
            <content type='html'> </content></entry></feed>"
    ));
    assert_eq!(feed.url.as_deref(), Some("https://gazette.example/news/"));
    assert_eq!(feed.next.as_deref(), Some("https://gazette.example/news/?page=2"));
    assert_eq!(feed.items[0].url.as_deref(), Some("https://gazette.example/news/harbour/tugs/1"));
    assert_eq!(feed.items[0].image.as_ref().unwrap().url, "https://img.example/a/1.jpg");
    assert_eq!(feed.items[0].content_html.as_deref(), Some("<a href='https://gazette.example/pages/2'>b</a>"));
    assert_eq!(feed.items[1].url.as_deref(), Some("https://gazette.example/news/2"));
    assert_eq!(feed.items[1].content_html.as_deref(), Some("<a href='https://gazette.example/short/3'>c</a>"));
}

#[test]
fn the_base_of_an_xhtml_div_counts() {
    let html = content(
        "<content type='xhtml' xml:base='/a/'><div xmlns='http://www.w3.org/1999/xhtml' xml:base='b/'>\
        <p><a href='c'>d</a><br/></p></div></content>",
    );
    assert_eq!(html.as_deref(), Some("<p><a href=\"https://gazette.example/a/b/c\">d</a><br></p>"));
}

#[test]
fn a_text_is_what_its_type_says() {
    for (element, html) in [
        ("<content>a &lt;b&gt; c</content>", Some("a &lt;b&gt; c")),
        ("<content type='text/plain; charset=utf-8'>a &lt; b</content>", Some("a &lt; b")),
        ("<content type='text/html; charset=utf-8'>a &lt;b>c&lt;/b></content>", Some("a <b>c</b>")),
        ("<content type='TEXT/HTML'>a &lt;b>c&lt;/b></content>", Some("a <b>c</b>")),
        ("<content type='image/png'>iVBORw0KGgo=</content>", None),
        ("<content type='application/json'>{\"a\": 1}</content>", None),
        ("<content type='image/svg+xml'><svg xmlns='http://www.w3.org/2000/svg'><text>a</text></svg></content>", None),
        ("<content type='application/xml'><nitf><body>a</body></nitf></content>", None),
        (
            "<content type='application/xhtml+xml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a</p></div></content>",
            Some("<p>a</p>"),
        ),
        ("<content type='text/html' src='https://gazette.example/a'/>", None),
    ] {
        assert_eq!(content(element).as_deref(), html, "{element}");
    }
}

#[test]
fn remote_content_is_only_a_link() {
    let page = entry("<summary>Short</summary><content type='text/html' src='/a/7'/>");
    assert_eq!(page.url.as_deref(), Some("https://gazette.example/a/7"));
    let film = entry("<link href='/a/8'/><content type='video/mp4' src='https://v.example/8.mp4'/>");
    assert_eq!(film.url.as_deref(), Some("https://gazette.example/a/8"));
    assert_eq!(film.media, Some(Media::Video));
    assert_eq!(film.attachments[0].url, "https://v.example/8.mp4");
    let photo = entry("<content type='image/jpeg' src='https://img.example/9.jpg'/>");
    assert_eq!(photo.image.unwrap().url, "https://img.example/9.jpg");
}

#[test]
fn the_page_in_the_feeds_language_is_linked() {
    let feed = read(&format!(
        "{FEED} xml:lang='az'><entry><id>1</id><title>a</title><link type='text/html' hreflang='en' href='/en'/>\
        <link type='application/json' hreflang='az' href='/j'/><link type='text/html' hreflang='az-AZ' href='/az'/></entry>\
        <entry xml:lang='en_GB'><id>2</id><title>b</title><link type='text/html' hreflang='az' href='/az'/>\
        <link type='text/html' hreflang='en' href='/en'/></entry></feed>"
    ));
    let urls: Vec<_> = feed.items.iter().map(|item| item.url.as_deref().unwrap()).collect();
    assert_eq!(urls, ["https://gazette.example/az", "https://gazette.example/en"]);
    let languages: Vec<_> = feed.items.iter().map(|item| item.language.as_deref().unwrap()).collect();
    assert_eq!(languages, ["az", "en-GB"]);
}

#[test]
fn links_of_other_relations_and_schemes_are_no_address_of_the_story() {
    let item = entry(
        "<link rel='edit' href='/e'/><link rel='related' href='/r'/><link rel='via' href='/v'/>\
        <link href='javascript:alert(1)'/>",
    );
    assert_eq!(item.url, None);
    let spelled = entry("<link rel='http://www.iana.org/assignments/relation/alternate' href='/a'/>");
    assert_eq!(spelled.url.as_deref(), Some("https://gazette.example/a"));
}

#[test]
fn machine_categories_and_repetitions_are_no_sections() {
    let item = entry(
        "<category scheme='http://schemas.google.com/g/2005#kind' term='http://schemas.google.com/blogger/2008/kind#post'/>\
        <category term='ports' label='Ports &amp;amp; Trams'/><category term='ports' label='Ports &amp;amp; Trams'/>\
        <category term='Weather' label=' '/><category label='' term=''/>",
    );
    assert_eq!(item.tags, ["Ports & Trams", "Weather"]);
    assert_eq!(item.section.as_deref(), Some("Ports & Trams"));
}

#[test]
fn a_draft_is_hidden_and_its_neighbours_are_not() {
    let feed = feed_of(
        "<entry><id>1</id><title>a</title><app:control><app:draft> Yes </app:draft></app:control></entry>\
        <entry><id>2</id><title>b</title><app:control><app:draft>no</app:draft></app:control></entry>",
    );
    let states: Vec<_> = feed.items.iter().map(|item| item.state).collect();
    assert_eq!(states, [State::Hidden, State::Live]);
}

#[test]
fn a_tombstone_removes_what_is_not_newer() {
    let feed = feed_of(
        "<entry><id>same</id><title>a</title><updated>2026-03-01T00:00:00Z</updated></entry>\
        <entry><id>undated</id><title>b</title></entry>\
        <entry><id>newer</id><title>c</title><updated>2026-03-01T00:00:01Z</updated></entry>\
        <entry><title>without id</title><link href='/x'/></entry>\
        <at:deleted-entry ref='same' when='2026-03-01T00:00:00Z'/><at:deleted-entry ref='undated' when='2026-03-01T00:00:00Z'/>\
        <at:deleted-entry ref='newer' when='2026-03-01T00:00:00Z'/><at:deleted-entry ref='unseen' when='junk'/>\
        <at:deleted-entry ref=' '/><at:deleted-entry ref='?'/>",
    );
    let titles: Vec<_> = feed.items.iter().map(|item| item.title.as_deref().unwrap()).collect();
    assert_eq!(titles, ["c", "without id"]);
    let deleted: Vec<_> = feed.deleted.iter().map(|id| id.as_str()).collect();
    assert_eq!(deleted, ["same", "undated", "unseen", "?"]);
}

#[test]
fn an_entry_of_its_own_may_stand_without_a_feed() {
    let feed = read(
        "<atom:entry xmlns:atom='http://www.w3.org/2005/Atom' xml:base='/a/' xml:lang='ru'><atom:id>1</atom:id>\
        <atom:title type='html'>Tugs &amp;amp; &lt;i>ferries&lt;/i></atom:title><atom:link href='1'/></atom:entry>",
    );
    assert_eq!((feed.format, feed.items.len()), (Format::Atom1, 1));
    assert_eq!(feed.items[0].title.as_deref(), Some("Tugs & ferries"));
    assert_eq!(feed.items[0].url.as_deref(), Some("https://gazette.example/a/1"));
    assert_eq!(feed.items[0].language.as_deref(), Some("ru"));
}

#[test]
fn an_entry_without_id_is_known_by_its_address_and_an_empty_one_costs_itself_alone() {
    let feed = feed_of("<entry/><entry><id> </id><link href='/a/1'/></entry><entry><id>tag:g:2</id></entry>");
    assert_eq!(feed.items.len(), 1);
    assert_eq!(feed.items[0].id.as_str(), "https://gazette.example/a/1");
    assert_eq!(feed.items[0].id_source, IdSource::Url);
    assert_eq!(feed.problems.iter().filter(|problem| problem.message.contains("left out")).count(), 2);
}

#[test]
fn times_are_the_first_readable_ones() {
    let item = entry("<published>soon</published><updated>2026-03-01T08:00:00+04:00</updated>");
    assert_eq!((item.published, item.updated), (instant("2026-03-01T04:00:00Z"), None));
    assert!(!item.revised);
}

#[test]
fn atom_0_3_has_modes_and_other_names() {
    let feed = read(
        "<feed version='0.3' xmlns='http://purl.org/atom/ns#' xml:lang='en'><title mode='escaped'>Harbour &amp;amp; Sea</title>\
        <link rel='alternate' type='text/html' href='https://gazette.example/'/>\
        <entry><id>1</id><title type='text/html' mode='escaped'>Ropes &amp;amp; &lt;b>knots&lt;/b></title>\
            <issued>2026-03-01T08:00:00Z</issued><modified>2026-03-01T09:00:00Z</modified><created>2026-02-01T08:00:00Z</created>\
            <author><name>Ilka</name></author><link rel='alternate' href='/1'/>\
            <content type='application/xhtml+xml' mode='xml'><div xmlns='http://www.w3.org/1999/xhtml'><p>a</p></div></content></entry>\
        <entry><id>2</id><title type='text/plain' mode='escaped'>a &lt;b&gt; c</title><link rel='alternate' href='/2'/>\
            <content type='text/html' mode='base64'>PHA+YTwvcD4=</content></entry></feed>",
    );
    assert_eq!((feed.format, feed.title.as_deref()), (Format::Atom03, Some("Harbour & Sea")));
    let first = &feed.items[0];
    assert_eq!((first.title.as_deref(), first.content_html.as_deref()), (Some("Ropes & knots"), Some("<p>a</p>")));
    assert_eq!((first.published, first.updated), (instant("2026-03-01T08:00:00Z"), instant("2026-03-01T09:00:00Z")));
    assert_eq!(first.url.as_deref(), Some("https://gazette.example/1"));
    assert_eq!((feed.items[1].title.as_deref(), &feed.items[1].content_html), (Some("a <b> c"), &None));
}

#[test]
fn a_feed_without_its_namespace_is_read() {
    let feed = read("<feed><title>G</title><entry><id>1</id><title>a</title><link href='/1'/></entry></feed>");
    assert_eq!((feed.format, feed.items.len()), (Format::Atom1, 1));
    assert_eq!(feed.items[0].url.as_deref(), Some("https://gazette.example/1"));
}

#[test]
fn a_long_body_without_a_summary_is_not_reported_as_cut() {
    let body = "Tugs wait for the tide. ".repeat(1_000);
    let feed = feed_of(&format!("<entry><id>1</id><title>a</title><content>{body}</content></entry>"));
    assert!(feed.items[0].summary.as_deref().unwrap().len() <= newsrail::decode::limits::SUMMARY);
    assert!(!feed.truncated, "{:?}", feed.problems);
}

#[test]
fn a_feed_of_thousands_ends_at_its_limits() {
    let many: String = (0..600).map(|n| format!("<entry><id>{n}</id><title>a</title></entry>")).collect();
    let graves: String = (0..1_200).map(|n| format!("<at:deleted-entry ref='g{n}'/>")).collect();
    let feed = feed_of(&[many, graves].concat());
    assert_eq!((feed.items.len(), feed.deleted.len(), feed.truncated), (500, 1_000, true));
}
