//! RSS 1.0 (<https://web.resource.org/rss/1.0/spec>): RDF, with the stories beside the channel and Dublin Core for dates,
//! bylines and sections. It cannot say that a story was withdrawn, nor that it is urgent, and has no pictures.

use super::{absolute, xml};
use crate::{
    desk::Desk,
    story::{Story, stamp},
};

const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("xmlns", "http://purl.org/rss/1.0/"),
    ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ("xmlns:dcterms", "http://purl.org/dc/terms/"),
    ("xmlns:content", "http://purl.org/rss/1.0/modules/content/"),
];

pub(super) fn write(desk: &Desk, origin: &str) -> String {
    let mut channel = xml::element("title", &desk.script.outlet);
    channel += &xml::element("link", &format!("{origin}/"));
    channel += &xml::element("description", &desk.script.outlet);
    channel += &xml::element("dc:language", desk.language);
    channel += &xml::element("dc:date", &stamp(desk.changed));
    let order: String =
        desk.stories.iter().map(|story| xml::tag("rdf:li", &[("rdf:resource", &about(story, origin))], "")).collect();
    channel += &format!("<items>\n<rdf:Seq>\n{order}</rdf:Seq>\n</items>\n");
    let own = format!("{origin}/feeds/{}/rss1.xml", desk.language);
    let channel = xml::tag("channel", &[("rdf:about", &own)], &channel);
    let items: String = desk.stories.iter().map(|story| item(story, origin)).collect();
    xml::tag("rdf:RDF", &NAMESPACES, &format!("{channel}{items}"))
}

fn about(story: &Story, origin: &str) -> String {
    format!("{origin}/?story={}", story.id())
}

fn item(story: &Story, origin: &str) -> String {
    let mut item = xml::some("title", story.text("title"));
    item += &xml::some("link", story.text("url").map(|url| absolute(origin, url)).as_deref());
    item += &xml::some("description", story.text("summary"));
    item += &xml::some("content:encoded", story.text("content_html"));
    item += &xml::each("dc:creator", &story.texts("authors"));
    item += &xml::some("dc:date", story.text("published"));
    item += &xml::some("dcterms:modified", story.text("updated"));
    item += &xml::some("dc:subject", story.text("section"));
    item += &xml::each("dc:subject", &story.texts("tags"));
    xml::tag("item", &[("rdf:about", &about(story, origin))], &item)
}
