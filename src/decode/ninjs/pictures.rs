//! Renditions and associations: the lead picture, recordings, and the kind of a story.

use super::parts::parts;
use super::roles::entries;
use super::state;
use crate::decode::field::{Fields, number};
use crate::decode::finish::draft;
use crate::decode::media_rss::Kind;
use crate::decode::{image, limits};
use crate::item::{Attachment, Image, Item, Media, Size, State, Time};
use crate::sorted::sort;

/// Names of the association that the newsroom put on top (Superdesk: `featuremedia`); `rel` says it in version 3.
const LEADS: &str = "feature main lead hero primary";
/// Names of pictures about who speaks, not about what happened.
const MARKS: &str = "logo icon avatar author byline";
/// Pictures that no browser shows, though their type begins with `image/`: originals from the archive.
const NOT_SHOWN: [&str; 8] = ["tif", "x-", "vnd.", "heic", "heif", "jp2", "raw", "postscript"];

/// Fills kind, recordings and picture. At `now` an association may still be under embargo of its own.
pub(super) fn fill(fields: Fields<'_>, item: &mut Item, now: Time) {
    let files: Vec<Fields<'_>> = parts(fields, "renditions").into_iter().map(|(_, file)| file).collect();
    let is_stream = files.iter().any(|file| file.string("transportProtocol transportprotocol").is_some());
    item.media = if is_stream { Some(Media::Live) } else { media(fields) };
    item.attachments = files.iter().filter_map(|file| recording(*file)).collect();
    let own = || {
        let found = renditions(fields)?;
        image::finished(if media(fields) == Some(Media::Photo) { described(fields, found) } else { found })
    };
    item.image = if item.media.is_some() {
        own().or_else(|| associated(fields, now))
    } else {
        associated(fields, now).or_else(own)
    };
}

fn media(part: Fields<'_>) -> Option<Media> {
    part.string("type").and_then(|kind| Media::from_word(&kind))
}

/// The picture of the first association that has one, and may be shown: those on top first, logos last. A video has a
/// still; a text that is associated is another story.
fn associated(fields: Fields<'_>, now: Time) -> Option<Image> {
    let fits =
        |part: Fields<'_>| part.get("type").is_none() || matches!(media(part), Some(Media::Photo | Media::Video));
    let mut found: Vec<(u8, Fields<'_>)> = parts(fields, "associations")
        .into_iter()
        .filter(|(_, part)| fits(*part) && is_shown(*part, now))
        .map(|(name, part)| (rank(name, part), part))
        .collect();
    sort(&mut found, |a, b| a.0 < b.0);
    found.into_iter().find_map(|(_, part)| image::finished(described(part, renditions(part)?)))
}

fn is_shown(part: Fields<'_>, now: Time) -> bool {
    draft(None).is_some_and(|mut item| {
        state::read(part, &mut item);
        item.state_at(now) == State::Live
    })
}

fn rank(name: &str, part: Fields<'_>) -> u8 {
    let stated = [Some(name.into()), part.string("name"), part.string("rel")];
    let begins = |words: &str| {
        stated.iter().flatten().any(|name| {
            let name = name.rsplit(['/', ':', '#']).next().unwrap_or("").to_ascii_lowercase();
            words.split(' ').any(|word| name.starts_with(word))
        })
    };
    match (begins(LEADS), begins(MARKS)) {
        (true, _) => 0,
        (false, false) => 1,
        (false, true) => 2,
    }
}

/// What a file is. One without type and suffix is none, for it may be anything.
fn kind(file: Fields<'_>) -> Option<Kind> {
    let stated = file.string("mimetype contenttype contentType").unwrap_or_default().to_ascii_lowercase();
    let subtype = stated.split_once('/').map_or("", |(_, subtype)| subtype).trim();
    let is_shown = !NOT_SHOWN.iter().any(|word| subtype.starts_with(word));
    Kind::of(&stated, &file.string("href")?).filter(|kind| *kind != Kind::Picture || is_shown)
}

fn recording(file: Fields<'_>) -> Option<Attachment> {
    let Some(Kind::Recording(_)) = kind(file) else { return None };
    Some(Attachment {
        url: file.url("href")?,
        media_type: file.plain("mimetype contenttype contentType"),
        duration: file.first("duration", number),
    })
}

/// The widest rendition, with all that state a width as its sizes.
fn renditions(part: Fields<'_>) -> Option<Image> {
    let picture = |file: Fields<'_>| {
        let found = image::at(&file.string("href")?, file.base)?;
        image::finished(Image { width: file.count("width"), height: file.count("height"), ..found })
    };
    let files = parts(part, "renditions").into_iter().map(|(_, file)| file);
    let found: Vec<Image> = files.filter(|file| kind(*file) == Some(Kind::Picture)).filter_map(picture).collect();
    let widest = found.iter().map(|image| image.width).max()?;
    let size = |image: &Image| Some(Size { url: image.url.clone(), width: image.width?, height: image.height });
    let sizes: Vec<Size> = found.iter().filter_map(size).collect();
    let lead = found.into_iter().find(|image| image.width == widest)?;
    Some(Image { sizes: if sizes.len() > 1 { sizes } else { Vec::new() }, ..lead })
}

/// The picture with the words of the item that it belongs to.
fn described(part: Fields<'_>, found: Image) -> Image {
    let listed = entries(part, "descriptions");
    let of = |role: &str| listed.iter().find(|entry| entry.plays(role)).and_then(|entry| entry.line());
    let bare = || listed.iter().find(|entry| entry.is_bare()).and_then(|entry| entry.line());
    // Superdesk writes what is to be seen into the body of the picture.
    let mut alt = of("alt").or_else(|| part.plain("body_text"));
    limits::cut(&mut alt, limits::TITLE);
    Image {
        caption: part
            .plain("description_text description_caption")
            .or_else(|| of("caption"))
            .or_else(|| of("text"))
            .or_else(bare),
        credit: part
            .plain("byline by")
            .or_else(|| of("creditline"))
            .or_else(|| part.plain("copyrightholder copyrightHolder copyrightnotice copyrightNotice")),
        alt,
        ..found
    }
}
