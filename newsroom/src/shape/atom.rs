//! Atom 1.0 (RFC 4287), with a tombstone (RFC 6721) for every story that was withdrawn. It cannot say that one is urgent.

use super::{absolute, xml};
use crate::{
    desk::Desk,
    story::{Story, stamp},
};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const TOMBSTONES: &str = "http://purl.org/atompub/tombstones/1.0";

pub(super) fn write(desk: &Desk, origin: &str) -> String {
    let own = format!("{origin}/feeds/{}/atom.xml", desk.language);
    let mut feed = xml::element("id", &format!("tag:newsroom.example,2026:{}", desk.language));
    feed += &xml::element("title", &desk.script.outlet);
    feed += &xml::element("updated", &stamp(desk.changed));
    feed += &xml::tag("link", &[("rel", "self"), ("type", "application/atom+xml"), ("href", &own)], "");
    feed += &link("alternate", "text/html", &format!("{origin}/"));
    // Entries without a byline have this author.
    feed += &author(&desk.script.outlet);
    feed.extend(desk.withdrawn.iter().map(|story| {
        // A story is withdrawn by changing it: that is the last date it has.
        let when = story.text("updated").unwrap_or_default();
        xml::tag("at:deleted-entry", &[("ref", &id(story)), ("when", when)], "")
    }));
    feed.extend(desk.stories.iter().map(|story| entry(desk, story, origin)));
    let attributes = [("xmlns", ATOM), ("xmlns:at", TOMBSTONES), ("xml:lang", desk.language)];
    xml::tag("feed", &attributes, &format!("\n{feed}"))
}

/// A tag URI (RFC 4151), because an Atom id has to be an address and must outlive the port.
fn id(story: &Story) -> String {
    format!("tag:newsroom.example,2026:{}", story.id())
}

fn link(relation: &str, kind: &str, address: &str) -> String {
    xml::tag("link", &[("rel", relation), ("type", kind), ("href", address)], "")
}

fn author(name: &str) -> String {
    format!("<author>{}</author>\n", xml::element("name", name).trim_end())
}

fn entry(desk: &Desk, story: &Story, origin: &str) -> String {
    let mut entry = xml::element("id", &id(story));
    // Without a type it is plain text, which is what it is.
    entry += &xml::element("title", story.text("title").unwrap_or_default());
    entry += &story.text("url").map(|url| link("alternate", "text/html", &absolute(origin, url))).unwrap_or_default();
    entry += &xml::some("published", story.text("published"));
    let changed = stamp(desk.changed);
    entry += &xml::element("updated", story.text("updated").or(story.text("published")).unwrap_or(&changed));
    entry += &story.texts("authors").into_iter().map(author).collect::<String>();
    let subjects = story.text("section").into_iter().chain(story.texts("tags"));
    entry += &subjects.map(|name| xml::tag("category", &[("term", name), ("label", name)], "")).collect::<String>();
    entry += &xml::some("summary", story.text("summary"));
    entry += &story
        .text("content_html")
        .map(|html| xml::tag("content", &[("type", "html")], &xml::text(html)))
        .unwrap_or_default();
    entry +=
        &story.picture("url").map(|url| link("enclosure", "image/svg+xml", &absolute(origin, url))).unwrap_or_default();
    format!("<entry>\n{entry}</entry>\n")
}
