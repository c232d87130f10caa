//! Where Atom points to: pages, feeds and files (RFC 4287 sections 4.1.3.2 and 4.2.7).
//!
//! This file decides which of several links is meant. It refuses to know what a file is: `media_rss` tells by type or name.

use crate::decode::media_rss::{Kind, attach};
use crate::decode::xml::{Element, Ns};
use crate::decode::{image, language, limits, url};
use crate::item::Item;

/// The link of a relation; of several an HTML page in the wanted language.
pub(super) fn to(element: &Element, own: Ns, base: &str, relation: &str, wanted: Option<&str>) -> Option<String> {
    let mut best: Option<(u8, String)> = None;
    for link in element.all(own, "link").filter(|link| is(link, relation)) {
        let Some(address) = address(link, "href", base) else { continue };
        let kind = link.attribute(Ns::None, "type").unwrap_or("text/html").trim().to_ascii_lowercase();
        let is_page = kind.starts_with("text/html") || kind.starts_with("application/xhtml");
        let rank = u8::from(is_page) * 3 + fitness(link.attribute(Ns::None, "hreflang"), wanted);
        if best.as_ref().is_none_or(|(known, _)| rank > *known) {
            best = Some((rank, address));
        }
    }
    best.map(|(_, address)| address)
}

/// The page that remote content is; pictures and recordings are no pages.
pub(super) fn page(content: &Element, base: &str) -> Option<String> {
    let address = address(content, "src", base)?;
    file_kind(content, &address).is_none().then_some(address)
}

/// Enclosures, and content that is a picture or a recording elsewhere.
pub(super) fn files(element: &Element, own: Ns, item: &mut Item, base: &str) {
    let enclosures = element.all(own, "link").filter(|link| is(link, "enclosure")).map(|link| (link, "href"));
    let remote = element.child(own, "content").map(|content| (content, "src"));
    for (file, name) in enclosures.take(limits::FEW).chain(remote) {
        let Some(url) = address(file, name, base) else { continue };
        match file_kind(file, &url) {
            Some(Kind::Picture) => {
                item.image = item.image.take().or_else(|| image::at(&url, base));
                continue;
            }
            Some(Kind::Recording(media)) => item.media = item.media.or(Some(media)),
            None if name == "src" => continue,
            None => {}
        }
        attach(item, url, file.attribute(Ns::None, "type").unwrap_or(""), None);
    }
}

/// Without `rel` a link is an alternate; registered relations may be spelled as addresses (section 4.2.7.2).
fn is(link: &Element, relation: &str) -> bool {
    let rel = link.attribute(Ns::None, "rel").unwrap_or("alternate").trim();
    rel.rsplit('/').next().is_some_and(|rel| rel.eq_ignore_ascii_case(relation))
}

fn address(element: &Element, name: &str, base: &str) -> Option<String> {
    url::absolute(element.attribute(Ns::None, name)?, &element.base(base))
}

fn file_kind(element: &Element, address: &str) -> Option<Kind> {
    Kind::of(element.attribute(Ns::None, "type").unwrap_or(""), address)
}

/// 2 for the wanted language or none stated, 1 for another variety of it, 0 for another language.
fn fitness(hreflang: Option<&str>, wanted: Option<&str>) -> u8 {
    let Some(tongue) = hreflang.and_then(language::canonical) else { return 2 };
    let primary = |tag: &str| tag.split('-').next().map(str::to_owned);
    if wanted == Some(tongue.as_str()) { 2 } else { u8::from(wanted.and_then(primary) == primary(&tongue)) }
}
