//! RSS 2.0 (<https://www.rssboard.org/rss-specification>) with the modules that news sites use: `content:encoded`,
//! `dc:creator`, Media RSS, `atom:link`. It cannot say that a story was withdrawn, nor that it is urgent.

use super::{BAKU, absolute, xml};
use crate::{Time, desk::Desk, story::Story};
use chrono::FixedOffset;

const NAMESPACES: [(&str, &str); 5] = [
    ("version", "2.0"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:media", "http://search.yahoo.com/mrss/"),
    ("xmlns:atom", "http://www.w3.org/2005/Atom"),
];

/// The feed without an XML declaration: the encoding brings its own.
pub(super) fn write(desk: &Desk, origin: &str, file: &str) -> String {
    let own = format!("{origin}/feeds/{}/{file}", desk.language);
    let mut channel = xml::element("title", &desk.script.outlet);
    channel += &xml::element("link", &format!("{origin}/"));
    channel += &xml::element("description", &desk.script.outlet);
    channel += &xml::element("language", desk.language);
    channel += &xml::element("lastBuildDate", &date(desk.changed));
    channel += &xml::tag("atom:link", &[("rel", "self"), ("type", "application/rss+xml"), ("href", &own)], "");
    channel.extend(desk.stories.iter().map(|story| item(story, origin)));
    xml::tag("rss", &NAMESPACES, &format!("<channel>\n{channel}</channel>"))
}

fn item(story: &Story, origin: &str) -> String {
    let mut item = xml::some("title", story.text("title"));
    item += &xml::some("link", story.text("url").map(|url| absolute(origin, url)).as_deref());
    item += &xml::tag("guid", &[("isPermaLink", "false")], &xml::text(story.id()));
    item += &xml::some("pubDate", story.time("published").map(date).as_deref());
    item += &xml::each("dc:creator", &story.texts("authors"));
    item += &xml::some("category", story.text("section"));
    item += &xml::each("category", &story.texts("tags"));
    item += &xml::some("description", story.text("summary"));
    if let Some(html) = story.text("content_html") {
        item += &format!("<content:encoded>{}</content:encoded>\n", xml::cdata(html));
    }
    item += &media(story, origin);
    item += &xml::some("atom:updated", story.text("updated"));
    format!("<item>\n{item}</item>\n")
}

/// The lead picture; and the kind of a story, whose recording plays on its page.
fn media(story: &Story, origin: &str) -> String {
    let mut out = String::new();
    if let Some(url) = story.picture("url") {
        let url = absolute(origin, url);
        let size = |name| story.picture_size(name).map(|size| size.to_string()).unwrap_or_default();
        let (width, height) = (size("width"), size("height"));
        let mut attributes = vec![("url", url.as_str()), ("medium", "image"), ("type", "image/svg+xml")];
        attributes
            .extend([("width", width.as_str()), ("height", height.as_str())].iter().filter(|size| !size.1.is_empty()));
        let words = xml::some("media:description", story.picture("caption"))
            + &xml::some("media:credit", story.picture("credit"));
        out += &xml::tag("media:content", &attributes, &words);
    }
    if let (Some(kind @ ("video" | "audio")), Some(url)) = (story.text("media"), story.text("url")) {
        let player = xml::tag("media:player", &[("url", &absolute(origin, url))], "");
        out += &xml::tag("media:content", &[("medium", kind)], &player);
    }
    out
}

/// RFC 822 with a year of four digits, in the newsroom's own zone.
fn date(time: Time) -> String {
    match FixedOffset::east_opt(BAKU) {
        Some(zone) => time.with_timezone(&zone).to_rfc2822(),
        None => time.to_rfc2822(),
    }
}
