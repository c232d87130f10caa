//! Google News sitemaps and sitemap indexes
//! (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>).
//!
//! This file decides that an address without `news:news` is no story: a plain sitemap lists pages, not news.

use super::finish::{Reason, draft, finish, note, remark, stories};
use super::xml::{Document, Element, Ns};
use super::{Source, date, image, language, text, url};
use crate::item::{Failure, Feed, Format, Item, ItemId};

const NO_ADDRESS: Reason = ("url", remark("no `loc` with an http(s) address; the entry is left out"));

/// Reads a sitemap or an index of sitemaps.
pub(super) fn decode(document: &Document, source: &Source<'_>) -> Result<Feed, Failure> {
    let root = &document.root;
    let is_index = root.name == "sitemapindex";
    let format = if is_index { Format::SitemapIndex } else { Format::NewsSitemap };
    let mut feed = Feed { format, truncated: document.truncated, ..Feed::default() };
    if is_index {
        let children = root.all(root.ns, "sitemap").filter_map(|child| address(child, source.url));
        feed.children = children.take(super::limits::ITEMS).collect();
        return Ok(feed);
    }
    let news = root.all(root.ns, "url").filter(|entry| entry.child(Ns::News, "news").is_some());
    let news: Vec<&Element> = news.collect();
    if news.is_empty() {
        note(
            &mut feed,
            None,
            "document",
            "none of its addresses has `news:news`: a plain sitemap lists pages, not news",
        );
    }
    let drafts = stories(&mut feed, news.into_iter(), &|entry| story(entry, source.url));
    Ok(finish(feed, drafts, source))
}

fn address(entry: &Element, base: &str) -> Option<String> {
    url::absolute(&entry.child_text(entry.ns, "loc")?, base)
}

fn story(entry: &Element, base: &str) -> Result<Item, Reason> {
    let url = address(entry, base).ok_or(NO_ADDRESS)?;
    let mut item = draft(ItemId::new(&url)).ok_or(NO_ADDRESS)?;
    item.url = Some(url);
    let Some(news) = entry.child(Ns::News, "news") else { return Ok(item) };
    let field = |name: &str| news.child_text(Ns::News, name);
    item.title = field("title").and_then(|title| text::headline(&title));
    let published = field("publication_date");
    item.published = published.as_deref().and_then(date::loose);
    // A publication date without a time would make every story of today look updated.
    if published.is_some_and(|written| written.contains(':')) {
        item.updated = entry.child_text(entry.ns, "lastmod").and_then(|changed| date::loose(&changed));
    }
    let publication = news.child(Ns::News, "publication");
    let tongue = publication.and_then(|publication| publication.child_text(Ns::News, "language"));
    item.language = tongue.and_then(|tag| language::canonical(&tag));
    let words = [field("keywords"), field("genres")];
    item.tags = words
        .iter()
        .flatten()
        .flat_map(|words| words.split(','))
        .filter_map(text::plain)
        .take(super::limits::FEW)
        .collect();
    item.restricted = field("access").is_some();
    let pictures = entry.all(Ns::SitemapImage, "image");
    item.image = pictures
        .filter_map(|picture| picture.child_text(Ns::SitemapImage, "loc"))
        .find_map(|loc| image::at(&loc, base).and_then(image::finished));
    Ok(item)
}

#[cfg(test)]
mod tests {
    use super::super::xml::parse;
    use super::*;
    use crate::decode::Hint;
    use crate::item::Time;

    fn read(body: &str) -> Feed {
        let now = Time::from_timestamp(1_772_452_800, 0).unwrap();
        let source = Source { url: "https://a.example/s.xml", content_type: None, status: None, hint: Hint::Auto, now };
        decode(&parse(body).unwrap(), &source).unwrap()
    }

    #[test]
    fn stories_of_a_news_sitemap_are_read_and_plain_pages_passed_over() {
        let feed = read(
            "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'
              xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'><url><loc>https://a.example/about</loc></url>
            <url><loc> https://a.example/1 </loc><lastmod>2026-03-02T11:00:00Z</lastmod><news:news><news:publication><news:name>A</news:name>
            <news:language>ru</news:language></news:publication><news:publication_date>2026-03-02T10:00Z</news:publication_date>
            <news:title>Паром &amp; порт</news:title><news:keywords>порт, море</news:keywords></news:news>
            <image:image><image:loc>/i.jpg</image:loc></image:image></url></urlset>",
        );
        assert_eq!(feed.items.len(), 1);
        let item = &feed.items[0];
        assert_eq!((item.id.as_str(), item.title.as_deref()), ("https://a.example/1", Some("Паром & порт")));
        assert_eq!((item.language.as_deref(), item.tags.len(), item.revised), (Some("ru"), 2, true));
        assert_eq!(item.image.as_ref().unwrap().url, "https://a.example/i.jpg");
    }
}
