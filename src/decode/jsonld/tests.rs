use super::*;
use crate::decode::Hint;
use crate::decode::date::instant;
use crate::item::Badge;
use serde_json::json;

const SOURCE: &str = "https://gazette.example/news/today";

fn source() -> Source<'static> {
    let now = instant("2026-03-02T12:00:00Z").unwrap();
    Source { url: SOURCE, content_type: None, status: None, hint: Hint::Auto, now }
}

fn stories_of(value: &Value) -> Vec<Item> {
    decode(value, &source()).unwrap().items
}

fn one(value: &Value) -> Item {
    stories_of(value).remove(0)
}

fn titles(feed: &Feed) -> Vec<&str> {
    feed.items.iter().map(Item::headline).collect()
}

fn html(scripts: &[Value]) -> String {
    let scripts = scripts.iter().map(|json| format!("<script type='application/ld+json'>{json}</script>"));
    format!("<!doctype html><html lang=az><head>{}</head></html>", scripts.collect::<String>())
}

#[test]
fn a_page_about_one_article_gives_one_story_whatever_stands_around_it() {
    let body = html(&[
        json!({"@context": "https://schema.org", "@graph": [
            {"@type": "WebSite", "@id": "/#site", "name": "Gazette", "url": "https://gazette.example/"},
            {"@type": "Organization", "@id": "/#paper", "name": "Gazette", "logo": {"@type": "ImageObject", "url": "/l.png"}},
            {"@type": "WebPage", "@id": SOURCE, "url": SOURCE, "primaryImageOfPage": {"@id": "#p"}},
            {"@type": "NewsArticle", "@id": "#article", "headline": "Tide turns", "mainEntityOfPage": {"@id": SOURCE},
                "author": {"@id": "/#ines"}, "image": {"@id": "#p"}, "publisher": {"@id": "/#paper"}},
            {"@type": "Person", "@id": "https://gazette.example/#ines", "name": "Ines Quill"},
            {"@type": "ImageObject", "@id": "#p", "url": "/p.jpg", "width": 1200, "creator": {"@id": "/#ines"}},
        ]}),
        json!({"@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": "News", "item": "/news"}]}),
        json!({"@type": "VideoObject", "name": "Clip", "contentUrl": "/c.mp4"}),
        json!({"@type": "Article", "url": SOURCE, "headline": "Tide turns"}),
    ]);
    let feed = page(&body, &source()).unwrap();
    assert_eq!(titles(&feed), ["Tide turns"]);
    let item = &feed.items[0];
    assert_eq!(item.id.as_str(), "https://gazette.example/news/today#article");
    assert_eq!((item.url.as_deref(), &item.authors[..]), (Some(SOURCE), &["Ines Quill".to_owned()][..]));
    let image = item.image.as_ref().unwrap();
    assert_eq!((image.url.as_str(), image.credit.as_deref()), ("https://gazette.example/p.jpg", Some("Ines Quill")));
    assert_eq!((feed.title.as_deref(), item.language.as_deref()), (Some("Gazette"), Some("az")));
}

#[test]
fn the_only_story_of_a_page_is_at_the_page_when_it_says_no_address() {
    let feed = page(&html(&[json!({"@type": "NewsArticle", "headline": "Tide"})]), &source()).unwrap();
    assert_eq!(feed.items[0].url.as_deref(), Some(SOURCE));
}

#[test]
fn prefixes_of_names_and_wrapped_values_change_nothing() {
    for (kind, key) in [
        ("schema:NewsArticle", "schema:headline"),
        ("http://schema.org/NewsArticle", "http://schema.org/headline"),
        ("https://schema.org/ReportageNewsArticle", "headline"),
    ] {
        let item =
            one(&json!([{"@type": ["Thing", kind], "@id": "urn:1", key: [{"@value": "Tide", "@language": "en"}]}]));
        assert_eq!((item.title.as_deref(), item.id.as_str()), (Some("Tide"), "urn:1"), "{kind}");
    }
}

#[test]
fn a_list_orders_the_stories_that_are_described_elsewhere() {
    let feed = decode(
        &json!({"@graph": [
            {"@type": "NewsArticle", "@id": "#a", "headline": "A"},
            {"@type": "NewsArticle", "url": "/b", "headline": "B"},
            {"@type": "CollectionPage", "name": "Port", "inLanguage": {"@type": "Language", "name": "English", "alternateName": "en"},
                "mainEntity": {"@id": "#list"}},
            {"@type": "ItemList", "@id": "#list", "itemListElement": [
                {"position": "3", "item": {"@id": "#a"}},
                {"@type": "ListItem", "@id": "#i2", "position": 2, "url": "https://gazette.example/b"},
                {"@type": "ListItem", "position": 1, "item": {"@id": "https://gazette.example/c", "name": "C"}},
            ]},
        ]}),
        &source(),
    )
    .unwrap();
    assert_eq!(titles(&feed), ["C", "B", "A"]);
    assert_eq!(feed.items[0].url.as_deref(), Some("https://gazette.example/c"));
    assert_eq!((feed.title.as_deref(), feed.language.as_deref()), (Some("Port"), Some("en")));
}

#[test]
fn a_list_of_goods_is_no_feed_and_an_empty_list_is_an_empty_one() {
    let list = |elements| decode(&json!({"@type": "ItemList", "itemListElement": elements}), &source());
    assert_eq!(list(json!([{"@type": "Product", "name": "Rope"}])).unwrap_err().code, Code::NotAFeed);
    assert!(list(json!([])).unwrap().items.is_empty());
}

#[test]
fn a_live_blog_stops_being_live_and_keeps_its_entries_newest_first() {
    let blog = |end: &str| {
        one(&json!({"@type": "LiveBlogPosting", "@id": "#l", "headline": "Storm", "coverageEndTime": end,
            "liveBlogUpdate": [{"@id": "#1", "datePublished": "2026-03-02T08:00:00Z", "articleBody": "a < b\nc"},
                {"@id": "#2", "datePublished": "2026-03-02T09:00:00Z", "headline": "Two"}, {}, "x"]}))
    };
    assert_eq!(blog("2026-03-02T12:00:01Z").media, Some(Media::Live));
    let over = blog("2026-03-02T12:00:00Z");
    assert_eq!(over.media, None);
    let read = over.live_updates.iter().map(|update| (update.id.as_deref(), update.content_html.as_deref()));
    let (first, second) = ("https://gazette.example/news/today#2", "https://gazette.example/news/today#1");
    assert_eq!(read.collect::<Vec<_>>(), [(Some(first), None), (Some(second), Some("a &lt; b<br>c"))]);
}

#[test]
fn entries_of_a_live_blog_that_stand_beside_it_are_no_stories() {
    let read = stories_of(&json!([
        {"@type": "BlogPosting", "@id": "#1", "headline": "One"},
        {"@type": "LiveBlogPosting", "@id": "#l", "headline": "Storm", "liveBlogUpdate": {"@id": "#1"}},
    ]));
    assert_eq!((read.len(), read[0].live_updates[0].title.as_deref()), (1, Some("One")));
}

#[test]
fn paywall_correction_expiry_and_paid_content_are_told() {
    let item = one(&json!({"@type": "AdvertiserContentArticle", "headline": "H", "isAccessibleForFree": "False",
        "correction": {"@type": "CorrectionComment", "text": "The bridge is in Orl."}, "expires": "2026-03-01",
        "articleSection": "Port, sea", "keywords": {"@type": "DefinedTerm", "name": "tide"}}));
    assert!(item.restricted && item.correction && item.state == crate::item::State::Hidden);
    assert_eq!(item.correction_text.as_deref(), Some("The bridge is in Orl."));
    assert_eq!((&item.badges[..], item.section.as_deref()), (&[Badge::Sponsored][..], Some("Port, sea")));
    assert_eq!(item.tags, ["tide"]);
    let plain = one(&json!({"@type": "Article", "headline": "H", "isAccessibleForFree": true}));
    assert!(!plain.restricted && !plain.correction);
}

#[test]
fn of_several_crops_the_widest_is_the_picture_and_a_bad_address_is_none() {
    let item = one(&json!({"@type": "VideoObject", "name": "V", "uploadDate": "2026-03-01", "image": [
        "javascript:alert(1)", "/1.jpg", {"contentUrl": ["/2.jpg"], "width": {"value": "800"}}]}));
    assert_eq!(item.image.unwrap().url, "https://gazette.example/2.jpg");
    assert_eq!((item.media, item.published), (Some(Media::Video), instant("2026-03-01")));
}

#[test]
fn creators_stand_in_for_authors_and_publishers_and_profile_addresses_do_not() {
    let item = one(&json!({"@type": "Article", "headline": "H", "author": "https://gazette.example/staff/1",
        "creator": [{"name": "Odd &amp; Fenn"}], "publisher": {"name": "Gazette"}}));
    assert_eq!(item.authors, ["Odd & Fenn"]);
}

#[test]
fn a_bad_story_costs_itself_alone_and_blank_nodes_are_no_ids() {
    let feed =
        decode(&json!([{"@type": "NewsArticle"}, {"@type": "Article", "@id": "_:b0", "url": "/a"}, 7]), &source());
    let feed = feed.unwrap();
    assert_eq!(feed.items.iter().map(|item| item.id.as_str()).collect::<Vec<_>>(), ["https://gazette.example/a"]);
    assert!(feed.problems.iter().any(|problem| problem.item == Some(0) && problem.field == "id"));
}

#[test]
fn a_broken_script_is_noted_and_a_page_without_stories_is_no_feed() {
    let body =
        "<p>a</p><script type=application/ld+json>{</script><script type='application/ld&#43;json'>[<!-- --></script>";
    let failure = page(body, &source()).unwrap_err();
    assert_eq!(failure.code, Code::NotAFeed);
    assert!(
        failure.message.starts_with("The answer is a web page that holds no stories")
            && failure.message.contains("line 1")
    );
    let good = html(&[json!({"@type": "Article", "headline": "Good"})]);
    let feed = page(&[body, &good].concat(), &source()).unwrap();
    assert_eq!(feed.problems.iter().filter(|problem| problem.field == "script").count(), 2);
}

#[test]
fn circles_end_and_references_cannot_repeat_a_body_without_end() {
    let circle = json!({"@graph": [{"@type": "WebPage", "@id": "#w", "mainEntity": [{"@id": "#w"}, {"@id": "#v"}]},
        {"@type": "WebPage", "@id": "#v", "mainEntity": {"@id": "#w"}},
        {"@type": "Article", "@id": "#a", "headline": "A", "author": {"@id": "#a"}, "mainEntityOfPage": {"@id": "#a"}}]});
    assert_eq!(stories_of(&circle).len(), 1);
    let mut graph: Vec<Value> = (0..400)
        .map(|n| json!({"@type": "LiveBlogPosting", "@id": format!("#{n}"), "headline": "L", "liveBlogUpdate": vec![json!({"@id": "#u"}); 40]}))
        .collect();
    graph.push(json!({"@id": "#u", "articleBody": "b".repeat(200_000)}));
    let read = stories_of(&Value::Array(graph));
    let bytes = |item: &Item| {
        item.live_updates.iter().filter_map(|update| Some(update.content_html.as_ref()?.len())).sum::<usize>()
    };
    assert_eq!(read.len(), 400);
    assert!(read.iter().map(bytes).sum::<usize>() <= 2 * limits::DOCUMENT);
}

#[test]
fn beyond_five_hundred_stories_nothing_is_read() {
    let list: Vec<Value> = (0..700).map(|n| json!({"@type": "Article", "url": format!("/{n}")})).collect();
    let feed = decode(&Value::Array(list), &source()).unwrap();
    assert!(feed.items.len() == limits::ITEMS && feed.truncated);
}

#[test]
fn a_base_that_the_page_states_counts_for_addresses_and_not_for_the_page_itself() {
    let linked = html(&[json!({"@type": "Article", "headline": "A", "url": "a", "image": "a.jpg"})]);
    let story = &page(&["<base href='https://b.example/n/'>", &linked].concat(), &source()).unwrap().items[0];
    assert_eq!(story.url.as_deref(), Some("https://b.example/n/a"));
    assert_eq!(story.image.as_ref().unwrap().url, "https://b.example/n/a.jpg");
    let bare = html(&[json!({"@type": "Article", "headline": "A"})]);
    let story = &page(&["<base href='https://b.example/n/'>", &bare].concat(), &source()).unwrap().items[0];
    assert_eq!(story.url.as_deref(), Some(source().url));
}
