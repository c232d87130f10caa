//! A Google News sitemap (<https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap>): addresses,
//! headlines, dates, pictures, and nothing to read. It lists whatever the desk does, also beyond the two days that Google
//! asks for, because only a change of content may change the bytes.

use super::{absolute, xml};
use crate::{desk::Desk, story::Story};

const NAMESPACES: [(&str, &str); 3] = [
    ("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9"),
    ("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9"),
    ("xmlns:image", "http://www.google.com/schemas/sitemap-image/1.1"),
];

pub(super) fn write(desk: &Desk, origin: &str) -> String {
    let urls: String = desk.stories.iter().map(|story| url(desk, story, origin)).collect();
    xml::tag("urlset", &NAMESPACES, &format!("\n{urls}"))
}

fn url(desk: &Desk, story: &Story, origin: &str) -> String {
    let publication = xml::element("news:name", &desk.script.outlet) + &xml::element("news:language", desk.language);
    let mut news = format!("<news:publication>\n{publication}</news:publication>\n");
    news += &xml::some("news:publication_date", story.text("published"));
    news += &xml::some("news:title", story.text("title"));
    let subjects: Vec<&str> = story.text("section").into_iter().chain(story.texts("tags")).collect();
    news += &xml::element("news:keywords", &subjects.join(", "));
    let mut url = xml::element("loc", &absolute(origin, story.text("url").unwrap_or_default()));
    url += &xml::some("lastmod", story.text("updated"));
    url += &format!("<news:news>\n{news}</news:news>\n");
    if let Some(picture) = story.picture("url") {
        let picture = xml::element("image:loc", &absolute(origin, picture));
        url += &format!("<image:image>\n{picture}</image:image>\n");
    }
    format!("<url>\n{url}</url>\n")
}
