//! Media RSS (<https://www.rssboard.org/media-rss>): pictures and recordings of an RSS item or an Atom entry (formats.md R8).
//!
//! This file decides which of several media is the lead picture. What counts as a picture at all is decided in `image`.

use super::xml::{Element, Ns};
use super::{image, text, url};
use crate::item::{Attachment, Image, Item, Media, Size};

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Picture,
    Recording(Media),
}

impl Kind {
    /// By its stated type or medium, else by the end of its address.
    pub(super) fn of(stated: &str, address: &str) -> Option<Self> {
        let stated = stated.trim().to_ascii_lowercase();
        let path = address.split(['?', '#']).next().unwrap_or(address).to_ascii_lowercase();
        let suffix = path.rsplit_once('.').map_or("", |(_, suffix)| suffix);
        match stated.split('/').next().unwrap_or("") {
            "image" => Some(Self::Picture),
            "video" => Some(Self::Recording(Media::Video)),
            "audio" => Some(Self::Recording(Media::Audio)),
            // The players that video platforms still write into their feeds.
            _ if stated == "application/x-shockwave-flash" => Some(Self::Recording(Media::Video)),
            _ => match suffix {
                "jpg" | "jpeg" | "png" | "gif" | "webp" | "avif" => Some(Self::Picture),
                "mp4" | "m4v" | "webm" | "mov" | "m3u8" => Some(Self::Recording(Media::Video)),
                "mp3" | "m4a" | "ogg" | "oga" | "opus" | "wav" | "aac" => Some(Self::Recording(Media::Audio)),
                _ => None,
            },
        }
    }
}

/// Fills picture, recordings, kind, and headline and summary where the item has none, from the `media:` children of
/// `element` and of its groups.
pub(super) fn read(element: &Element, item: &mut Item, base: &str) {
    let groups: Vec<&Element> = element.all(Ns::Media, "group").collect();
    let holders = || std::iter::once(element).chain(groups.iter().copied());
    let contents: Vec<&Element> = holders().flat_map(|holder| holder.all(Ns::Media, "content")).take(50).collect();
    for content in &contents {
        recording(content, item, base);
    }
    let pictures =
        contents.iter().copied().filter(|content| kind(content) == Some(Kind::Picture) || is_unnamed(content));
    let thumbnails = holders().chain(contents.iter().copied()).flat_map(|holder| holder.all(Ns::Media, "thumbnail"));
    let itunes = element.all(Ns::Itunes, "image");
    item.image = item.image.take().or_else(|| {
        choose(pictures, element, base)
            .or_else(|| choose(thumbnails.take(50), element, base))
            .or_else(|| itunes.into_iter().find_map(|image| image::at(image.attribute(Ns::None, "href")?, base)))
    });
    let words = |name: &str| holders().find_map(|holder| holder.child_text(Ns::Media, name));
    if item.title.is_none() {
        item.title = words("title").and_then(|title| text::headline(&title));
    }
    if item.summary.is_none() {
        item.summary = words("description").and_then(|words| text::summary(&words));
    }
}

fn kind(content: &Element) -> Option<Kind> {
    let stated = content.attribute(Ns::None, "medium").or_else(|| content.attribute(Ns::None, "type")).unwrap_or("");
    Kind::of(stated, content.attribute(Ns::None, "url").unwrap_or(""))
}

/// Neither type nor a suffix: most such files in feeds are pictures.
fn is_unnamed(content: &Element) -> bool {
    ["medium", "type"].into_iter().all(|name| content.attribute(Ns::None, name).is_none()) && kind(content).is_none()
}

fn recording(content: &Element, item: &mut Item, base: &str) {
    let Some(Kind::Recording(media)) = kind(content) else { return };
    item.media = item.media.or(Some(media));
    let Some(url) = content.attribute(Ns::None, "url").and_then(|address| url::absolute(address, base)) else { return };
    if item.attachments.iter().all(|file| file.url != url) {
        let media_type = content.attribute(Ns::None, "type").and_then(text::plain);
        let duration = content.attribute(Ns::None, "duration").and_then(|seconds| seconds.trim().parse().ok());
        let duration = duration.filter(|seconds: &f64| seconds.is_finite() && *seconds >= 0.0);
        item.attachments.push(Attachment { url, media_type, duration });
    }
}

/// The default one, else the widest, else the first; the others are its renditions.
fn choose<'a>(media: impl Iterator<Item = &'a Element>, outer: &Element, base: &str) -> Option<Image> {
    let read = |medium: &'a Element| Some((medium, image(medium, base)?));
    let mut found: Vec<(&Element, Image)> = media.filter_map(read).collect();
    let is_default = |(medium, _): &(&Element, Image)| medium.attribute(Ns::None, "isdefault") == Some("true");
    let widest = found.iter().map(|(_, image)| image.width).max().flatten();
    let at = found.iter().position(is_default).or_else(|| found.iter().position(|(_, image)| image.width == widest))?;
    let (medium, mut lead) = found.swap_remove(at);
    let size = |image: &Image| Some(Size { url: image.url.clone(), width: image.width?, height: image.height });
    lead.sizes = found.iter().filter_map(|(_, image)| size(image)).chain(size(&lead)).collect();
    if lead.sizes.len() < 2 {
        lead.sizes.clear();
    }
    let credit = medium.child_text(Ns::Media, "credit").or_else(|| outer.child_text(Ns::Media, "credit"));
    lead.credit = credit.and_then(|credit| text::summary(&credit));
    lead.alt = medium.child_text(Ns::Media, "text").and_then(|alt| text::summary(&alt));
    lead.caption = medium.child_text(Ns::Media, "description").or_else(|| medium.child_text(Ns::Media, "title"));
    lead.caption = lead.caption.take().and_then(|caption| text::summary(&caption));
    Some(lead)
}

fn image(medium: &Element, base: &str) -> Option<Image> {
    let side = |name| medium.attribute(Ns::None, name).and_then(|side| image::pixels(&side.into()));
    let found = image::at(medium.attribute(Ns::None, "url")?, base)?;
    image::finished(Image { width: side("width"), height: side("height"), ..found })
}
