//! What an RSS item brings along: recordings, and its lead picture (formats.md R8).

use crate::decode::media_rss::{self, Kind};
use crate::decode::xml::{Element, Ns};
use crate::decode::{html, image, limits, url};
use crate::item::Item;

/// Fills picture, recordings and kind. Pictures in the order of formats.md section 6: Media RSS, an enclosure, the
/// episode's cover, the first one of the body.
pub(super) fn read(element: &Element, own: Ns, item: &mut Item, base: &str) {
    media_rss::read(element, item, base);
    enclosures(element, own, item, base);
    let cover = || {
        let mut covers = element.all(Ns::Itunes, "image");
        covers.find_map(|cover| image::at(cover.attribute(Ns::None, "href")?, base))
    };
    let found = item.image.take().or_else(cover);
    let found = found.or_else(|| html::first_image(item.content_html.as_deref().unwrap_or("")));
    item.image = found.and_then(image::finished);
}

/// A recording makes the kind of the story; a picture is its lead picture.
fn enclosures(element: &Element, own: Ns, item: &mut Item, base: &str) {
    for file in element.all(own, "enclosure").take(limits::FEW) {
        let Some(address) = file.attribute(Ns::None, "url").and_then(|address| url::absolute(address, base)) else {
            continue;
        };
        let kind = file.attribute(Ns::None, "type").unwrap_or("");
        match Kind::of(kind, &address) {
            Some(Kind::Picture) => item.image = item.image.take().or_else(|| image::at(&address, base)),
            Some(Kind::Recording(media)) => {
                item.media = item.media.or(Some(media));
                media_rss::attach(item, address, kind, None);
            }
            None => media_rss::attach(item, address, kind, None),
        }
    }
}
