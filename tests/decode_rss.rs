//! RSS as publishers write it: what the cases do not show.
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
use newsrail::item::{Feed, Format, IdSource, Item};

fn read(document: &str) -> Feed {
    decode(document.as_bytes(), &feed::source()).unwrap()
}

/// What stands in a channel of RSS 2.0. The usual prefixes need no declaration.
fn channel(inside: &str) -> Feed {
    read(&format!("<rss version='2.0'><channel><title>Gazette</title>{inside}</channel></rss>"))
}

fn item(inside: &str) -> Item {
    let mut items = channel(&format!("<item>{inside}</item>")).items;
    assert_eq!(items.len(), 1);
    items.remove(0)
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.items.iter().map(Item::headline).collect()
}

#[test]
fn every_version_is_told_by_its_digit() {
    for (version, want) in [
        ("0.91", Format::Rss0(1)),
        ("0.92", Format::Rss0(2)),
        ("0.94", Format::Rss0(4)),
        ("2.0", Format::Rss2),
        ("2.0.1", Format::Rss2),
        ("", Format::Rss2),
    ] {
        assert_eq!(read(&format!("<rss version='{version}'><channel/></rss>")).format, want, "{version}");
    }
}

#[test]
fn items_stand_in_document_order_inside_the_channel_and_beside_it() {
    let one = |title: &str| format!("<item><title>{title}</title></item>");
    let (a, b, c) = (one("a"), one("b"), one("c"));
    assert_eq!(titles(&read(&format!("<rss>{a}<channel>{b}</channel>{c}</rss>"))), ["a", "b", "c"]);
    assert_eq!(titles(&read(&format!("<rss>{a}</rss>"))), ["a"]);
}

#[test]
fn one_item_without_anything_costs_itself_alone() {
    let feed = channel("<item><title>a</title></item><item><pubDate>x</pubDate></item><item><title>c</title></item>");
    assert_eq!(titles(&feed), ["a", "c"]);
    assert!(feed.problems.iter().any(|problem| problem.item == Some(1) && problem.message.contains("left out")));
}

#[test]
fn a_body_without_title_and_description_stands_where_the_headline_goes() {
    let story = item("<content:encoded>&lt;p&gt;Fog on the bar.&lt;/p&gt;</content:encoded>");
    assert_eq!(story.headline(), "Fog on the bar.");
    let story = item("<title>Fog</title><content:encoded>&lt;p&gt;Fog on the bar.&lt;/p&gt;</content:encoded>");
    assert_eq!(story.summary, None);
}

#[test]
fn html_that_nobody_escaped_is_read_all_the_same() {
    let story = item("<title>a <b>b</b></title><description><p>Fog &amp; <br/>rain</p></description>");
    assert_eq!(story.title.as_deref(), Some("a b"));
    assert_eq!(story.summary.as_deref(), Some("Fog & rain"));
    assert_eq!(story.content_html.as_deref(), Some("<p>Fog &amp; <br>rain</p>"));
}

#[test]
fn escaped_cdata_marks_do_not_swallow_the_body() {
    let story = item("<title>a</title><description>&lt;![CDATA[Shares rise]]&gt;</description>");
    assert_eq!(story.content_html.as_deref(), Some("Shares rise"));
}

#[test]
fn elements_of_modules_do_not_overwrite_the_story() {
    let story = item(
        "<media:title>m</media:title><itunes:title>i</itunes:title><title>t</title>\
         <media:content url='https://img.gazette.example/1.jpg'><media:description>c</media:description></media:content>\
         <description>d</description>",
    );
    assert_eq!((story.title.as_deref(), story.summary.as_deref()), (Some("t"), Some("d")));
    assert_eq!(story.image.unwrap().caption.as_deref(), Some("c"));
}

#[test]
fn a_date_that_cannot_be_read_gives_way_to_the_next_field() {
    let dates = |inside: &str| {
        let story = item(&format!("<title>a</title>{inside}"));
        (story.published.map(rfc3339), story.updated.map(rfc3339))
    };
    let day = |day: &str| Some(format!("2026-03-{day}T08:00:00Z"));
    let dc = "<dc:date>2026-03-01T08:00:00Z</dc:date>";
    let changed = "<dcterms:modified>2026-03-02T08:00:00Z</dcterms:modified>";
    assert_eq!(dates(&format!("<pubDate>yesterday</pubDate>{dc}")), (day("01"), None));
    assert_eq!(dates(&format!("{changed}{dc}")), (day("01"), day("02")));
    // Changed alone: the only date there is.
    assert_eq!(dates(changed), (day("02"), None));
}

#[test]
fn keywords_of_pictures_are_tags_and_no_sections() {
    let story = item("<title>a</title><media:keywords>tug, port</media:keywords><category>Harbour</category>");
    assert_eq!(story.sections, ["Harbour"]);
    assert_eq!(story.tags, ["Harbour", "tug", "port"]);
    assert_eq!(item("<title>a</title><media:keywords>tug</media:keywords>").section, None);
}

#[test]
fn names_are_said_once_and_cut() {
    let long = "x".repeat(5_000);
    let story = item(&format!(
        "<title>a</title><dc:creator>Ines</dc:creator><dc:creator>Ines</dc:creator><dc:creator>{long}</dc:creator>"
    ));
    assert_eq!(story.authors.iter().map(String::len).collect::<Vec<_>>(), [4, 1024]);
}

#[test]
fn hints_longer_than_a_day_or_shorter_than_a_minute_are_none() {
    let ttl = |inside: &str| channel(inside).ttl_minutes;
    for (inside, want) in [
        ("<ttl>1440</ttl>", Some(1440)),
        ("<ttl>1441</ttl>", None),
        ("<ttl>0</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<sy:updatePeriod>\n daily </sy:updatePeriod><sy:updateFrequency> 4\n</sy:updateFrequency>", Some(360)),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", Some(60)),
        ("<sy:updatePeriod>weekly</sy:updatePeriod>", None),
        ("<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", Some(5)),
    ] {
        assert_eq!(ttl(inside), want, "{inside}");
    }
}

#[test]
fn topics_of_rss_1_are_tags_and_an_item_without_about_is_named_by_its_link() {
    let feed = read(
        "<rdf:RDF xmlns='http://purl.org/rss/1.0/'><channel><title>Gazette</title></channel><item><title>a</title>\
         <link>https://gazette.example/1</link><taxo:topics><rdf:Bag><rdf:li rdf:resource='https://gazette.example/tag/port'/>\
         <rdf:li resource='https://gazette.example/tag/tugs/'/></rdf:Bag></taxo:topics></item></rdf:RDF>",
    );
    assert_eq!((feed.items[0].id.as_str(), feed.items[0].id_source), ("https://gazette.example/1", IdSource::Url));
    assert_eq!(feed.items[0].tags, ["port", "tugs"]);
}

#[test]
fn a_guid_shared_by_stories_with_other_links_names_neither() {
    let one =
        |n: u8| format!("<item><title>t{n}</title><link>https://gazette.example/{n}</link><guid>news</guid></item>");
    let feed = channel(&format!("{}{}", one(1), one(2)));
    let ids: Vec<_> = feed.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["https://gazette.example/1", "https://gazette.example/2"]);
}

#[test]
fn guids_that_differ_in_a_query_or_a_named_fragment_are_two_stories() {
    let one = |n: &str| {
        format!(
            "<item><title>t{n}</title><link>https://gazette.example/live</link><guid isPermaLink='false'>{n}</guid></item>"
        )
    };
    for (a, b) in [("live?p=1", "live?p=2"), ("live#m-1", "live#m-2")] {
        assert_eq!(channel(&format!("{}{}", one(a), one(b))).items.len(), 2);
    }
    assert_eq!(channel(&format!("{}{}", one("live#1"), one("live#2"))).items.len(), 1);
}

#[test]
fn a_story_issued_again_without_a_guid_keeps_the_one_it_had() {
    let one = |guid: &str, hour: u8| {
        format!(
            "<item><title>Storm</title><link>https://gazette.example/s</link>{guid}\
             <description>{hour}</description><pubDate>2026-03-02T0{hour}:00:00Z</pubDate></item>"
        )
    };
    let guid = "<guid isPermaLink='false'>s-1</guid>";
    for (first, second) in [(one("", 8), one(guid, 9)), (one(guid, 8), one("", 9)), (one(guid, 9), one("", 8))] {
        let feed = channel(&format!("{first}{second}"));
        assert_eq!(feed.items.len(), 1);
        let story = &feed.items[0];
        assert_eq!((story.id.as_str(), story.id_source), ("s-1", IdSource::Native));
        assert_eq!(story.summary.as_deref(), Some("9"));
        assert_eq!(story.published.map(rfc3339).as_deref(), Some("2026-03-02T08:00:00Z"));
    }
    let feed = channel(&format!("{}{}", one("", 8), one("", 9)));
    assert_eq!(titles(&feed), ["Storm"]);
    assert_eq!(feed.items[0].id.as_str(), "https://gazette.example/s");
}

#[test]
fn a_category_that_means_none_is_no_section() {
    let story = item("<title>Tide</title><category>Uncategorized</category><category>Sea</category>");
    assert_eq!((story.section.as_deref(), story.sections.len(), story.tags), (Some("Sea"), 1, vec!["Sea".to_owned()]));
    assert_eq!(item("<title>Tide</title><category>Kateqoriyasız</category>").section, None);
}

#[test]
fn of_three_stories_with_one_guid_those_with_one_address_and_headline_are_one() {
    let one = |link: &str, body: &str| {
        format!(
            "<item><title>Dredger plans</title><link>https://a.example/{link}</link><guid>news</guid>\
             <description>{body}</description></item>"
        )
    };
    let feed = channel(&[one("1", "old"), one("1", "new"), one("2", "other")].concat());
    let ids: Vec<_> = feed.items.iter().map(|item| item.id.as_str()).collect();
    assert_eq!(ids, ["https://a.example/1", "https://a.example/2"]);
}
