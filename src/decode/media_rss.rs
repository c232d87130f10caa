//! Media RSS (<https://www.rssboard.org/media-rss>): pictures and recordings of an RSS item or an Atom entry (formats.md R8).
//!
//! This file decides which of several media is the lead picture. What counts as a picture at all is decided in `image`.

use super::field;
use super::limits::FEW;
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

/// A file, with the group of versions it stands in.
#[derive(Clone, Copy)]
struct Medium<'a> {
    element: &'a Element,
    group: Option<&'a Element>,
}

impl<'a> Medium<'a> {
    fn kind(self) -> Option<Kind> {
        Kind::of(self.stated().unwrap_or(""), self.element.attribute(Ns::None, "url").unwrap_or(""))
    }

    fn stated(self) -> Option<&'a str> {
        self.element.attribute(Ns::None, "medium").or_else(|| self.element.attribute(Ns::None, "type"))
    }

    /// What says nothing of itself, not even by a suffix, is mostly a picture.
    fn is_picture(self) -> bool {
        match self.kind() {
            Some(kind) => kind == Kind::Picture,
            None => self.stated().is_none(),
        }
    }

    fn is_default(self) -> bool {
        self.element.attribute(Ns::None, "isdefault").is_some_and(|word| word.trim().eq_ignore_ascii_case("true"))
    }

    /// The picture, with its stated size.
    fn image(self, base: &str) -> Option<Image> {
        let side = |name| self.element.attribute(Ns::None, name).and_then(|side| image::pixels(&side.into()));
        let found = image::at(self.element.attribute(Ns::None, "url")?, base)?;
        image::finished(Image { width: side("width"), height: side("height"), ..found })
    }
}

/// Fills picture, recordings, kind, and headline and summary where the item has none, from the `media:` children of
/// `element` and of its groups.
pub(super) fn read(element: &Element, item: &mut Item, base: &str) {
    let groups: Vec<&Element> = element.all(Ns::Media, "group").take(FEW).collect();
    let holders = || std::iter::once(element).chain(groups.iter().copied());
    let contents: Vec<Medium<'_>> = holders().flat_map(|holder| inside(holder, element, "content")).take(FEW).collect();
    for content in &contents {
        recording(*content, item, base);
    }
    // A page that plays the recording is all that some platforms give away.
    let mut plays = holders().chain(contents.iter().map(|content| content.element));
    if item.media.is_none() && plays.any(|holder| holder.child(Ns::Media, "player").is_some()) {
        item.media = Some(Media::Video);
    }
    let words = |name: &str| holders().find_map(|holder| holder.child_text(Ns::Media, name));
    if item.title.is_none() {
        item.title = words("title").and_then(|title| text::headline(&title));
    }
    if item.summary.is_none() {
        item.summary = words("description").and_then(|words| text::summary(&words));
    }
    if item.image.is_none() {
        let pictures = contents.iter().copied().filter(|content| content.is_picture());
        let of_contents = contents.iter().flat_map(|content| {
            let thumbnails = content.element.all(Ns::Media, "thumbnail");
            thumbnails.map(|element| Medium { element, group: content.group })
        });
        let thumbnails = holders().flat_map(|holder| inside(holder, element, "thumbnail")).chain(of_contents);
        let found = choose(pictures, base).or_else(|| choose(thumbnails.take(FEW), base));
        item.image = found.map(|(medium, image)| described(medium, image, element, item));
    }
}

/// The files of `holder`, which is the item or a group.
fn inside<'a>(holder: &'a Element, item: &Element, name: &'a str) -> impl Iterator<Item = Medium<'a>> {
    let group = (!std::ptr::eq(holder, item)).then_some(holder);
    holder.all(Ns::Media, name).map(move |element| Medium { element, group })
}

fn recording(content: Medium<'_>, item: &mut Item, base: &str) {
    let Some(Kind::Recording(media)) = content.kind() else { return };
    item.media = item.media.or(Some(media));
    let attribute = |name| content.element.attribute(Ns::None, name);
    let Some(url) = attribute("url").and_then(|address| url::absolute(address, base)) else { return };
    let duration = attribute("duration").and_then(field::numeral);
    attach(item, url, attribute("type").unwrap_or(""), duration);
}

/// A file that comes with the story, once. `kind` is its media type as stated, `duration` in seconds.
pub(super) fn attach(item: &mut Item, url: String, kind: &str, duration: Option<f64>) {
    if item.attachments.iter().all(|file| file.url != url) {
        let media_type = text::plain(kind).map(|kind| kind.to_ascii_lowercase());
        item.attachments.push(Attachment { url, media_type, duration });
    }
}

/// The default one, else the widest, else the first; its other versions are its renditions.
fn choose<'a>(media: impl Iterator<Item = Medium<'a>>, base: &str) -> Option<(Medium<'a>, Image)> {
    let mut found: Vec<(Medium<'a>, Image)> = media.filter_map(|medium| Some((medium, medium.image(base)?))).collect();
    let widest = found.iter().map(|(_, image)| image.width).max().flatten();
    let at = found.iter().position(|(medium, _)| medium.is_default());
    let at = at.or_else(|| found.iter().position(|(_, image)| image.width == widest))?;
    let (medium, mut lead) = found.swap_remove(at);
    let size = |image: &Image| Some(Size { url: image.url.clone(), width: image.width?, height: image.height });
    let versions = found.iter().filter(|(other, image)| are_versions(medium, &lead, *other, image));
    let sizes: Vec<Size> = versions.filter_map(|(_, image)| size(image)).chain(size(&lead)).collect();
    if sizes.len() > 1 {
        lead.sizes = sizes;
    }
    Some((medium, lead))
}

/// Whether two files show the same: a group says so, and so does one address with different questions to an image server.
/// Pictures that merely stand side by side may be a gallery.
fn are_versions(medium: Medium<'_>, image: &Image, other: Medium<'_>, other_image: &Image) -> bool {
    // An address without a picture's suffix names a program: its questions choose the picture, not the size.
    let path =
        |image: &Image| image.url.split('?').next().filter(|path| Kind::of("", path).is_some()).map(str::to_owned);
    let share_group = medium.group.zip(other.group).is_some_and(|(group, other)| std::ptr::eq(group, other));
    share_group || path(image).is_some_and(|path_here| Some(path_here) == path(other_image))
}

/// The picture with what is said about it: inside the file, else inside its group, else about the whole item.
fn described(medium: Medium<'_>, image: Image, element: &Element, item: &Item) -> Image {
    let around = || medium.group.into_iter().chain([element]);
    let said = |holder: &Element, name| holder.child_text(Ns::Media, name).and_then(|words| text::summary(&words));
    let own = ["description", "title"].into_iter().find_map(|name| said(medium.element, name));
    // What the reader has read as headline or summary is not said again under the picture.
    let is_new = |words: &String| item.title.as_ref() != Some(words) && item.summary.as_ref() != Some(words);
    let shared = || {
        let names = ["description", "title"].into_iter();
        names
            .flat_map(|name| around().map(move |holder| (holder, name)))
            .find_map(|(holder, name)| said(holder, name).filter(is_new))
    };
    Image {
        credit: std::iter::once(medium.element).chain(around()).find_map(|holder| said(holder, "credit")),
        alt: said(medium.element, "text"),
        caption: own.or_else(shared),
        ..image
    }
}
