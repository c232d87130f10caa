//! Renditions and associations: the lead picture, and recordings. Both come as objects and as lists, in any version.

use crate::decode::field::{Fields, number};
use crate::decode::media_rss::Kind;
use crate::decode::{image, text};
use crate::item::{Attachment, Image, Item, Media, Size};
use serde_json::Value;

/// Fills picture, recordings and kind.
pub(super) fn fill(fields: Fields<'_>, item: &mut Item) {
    let kind = fields.string("type").unwrap_or_default();
    item.media = Media::from_word(&kind);
    let is_picture = item.media == Some(Media::Photo);
    item.attachments = parts(fields, "renditions").iter().filter_map(|(_, file)| recording(*file)).take(50).collect();
    let own = || picture(fields);
    let associated = || {
        let mut parts = parts(fields, "associations");
        parts.retain(|(_, part)| part.string("type").is_none_or(|kind| Media::from_word(&kind) == Some(Media::Photo)));
        let is_lead = |name: &str| name.starts_with("featuremedia") || name == "main" || name.starts_with("main");
        let lead = parts.iter().filter(|(name, _)| is_lead(name)).chain(parts.iter());
        lead.map(|(_, part)| *part).find_map(picture)
    };
    item.image = if is_picture { own() } else { associated().or_else(own) };
}

/// The members of an object or a list, with their names.
fn parts<'a>(fields: Fields<'a>, name: &str) -> Vec<(String, Fields<'a>)> {
    let inside = |value: &'a Value| Fields { value, ..fields };
    match fields.get(name) {
        Some(Value::Object(members)) => {
            members.iter().take(50).map(|(name, value)| (name.to_ascii_lowercase(), inside(value))).collect()
        }
        Some(Value::Array(list)) => list
            .iter()
            .take(50)
            .map(|value| {
                let name = inside(value).string("name rel").unwrap_or_default().to_ascii_lowercase();
                (name, inside(value))
            })
            .collect(),
        _ => Vec::new(),
    }
}

fn kind(file: Fields<'_>) -> Option<Kind> {
    let stated = file.string("mimetype contenttype contentType").unwrap_or_default();
    Kind::of(&stated, &file.string("href").unwrap_or_default())
}

fn recording(file: Fields<'_>) -> Option<Attachment> {
    let Some(Kind::Recording(_)) = kind(file) else { return None };
    Some(Attachment {
        url: file.url("href")?,
        media_type: file.plain("mimetype contenttype contentType"),
        duration: file.first("duration", number),
    })
}

/// The widest rendition, the others as its sizes. A crop of another shape is no smaller version, but ninjs names no shape.
fn picture(part: Fields<'_>) -> Option<Image> {
    let files: Vec<_> = parts(part, "renditions")
        .into_iter()
        .map(|(_, file)| file)
        .filter(|file| kind(*file) == Some(Kind::Picture))
        .collect();
    let found = files.iter().filter_map(|file| {
        let found = image::at(&file.url("href")?, "")?;
        image::finished(Image { width: file.count("width"), height: file.count("height"), ..found })
    });
    let mut found: Vec<Image> = found.collect();
    let widest = found.iter().map(|image| image.width).max()?;
    let at = found.iter().position(|image| image.width == widest)?;
    let mut lead = found.swap_remove(at);
    let size = |image: &Image| Some(Size { url: image.url.clone(), width: image.width?, height: image.height });
    lead.sizes = found.iter().filter_map(size).chain(size(&lead)).collect();
    if lead.sizes.len() < 2 {
        lead.sizes.clear();
    }
    let described = super::roles::entries(part, "descriptions");
    let credit =
        described.iter().find(|entry| entry.plays(&["creditline"])).and_then(|entry| text::plain(&entry.value()?));
    lead.credit = part
        .plain("byline by")
        .or(credit)
        .or_else(|| part.plain("copyrightholder copyrightHolder copyrightnotice copyrightNotice"));
    let caption = described.iter().find(|entry| entry.plays(&["caption", "text", ""])).and_then(|entry| entry.value());
    lead.caption = part.plain("description_text").or_else(|| text::plain(&caption?));
    // Superdesk writes what is to be seen into the body of the picture.
    lead.alt = part.plain("body_text");
    image::finished(lead)
}
