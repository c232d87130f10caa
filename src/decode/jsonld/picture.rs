//! The lead picture: addresses, ImageObjects, and lists of both.

use super::graph::address;
use super::story::{line, people};
use super::types::many;
use crate::decode::field::{Fields, flag};
use crate::decode::image;
use crate::item::Image;
use serde_json::Value;

/// The picture that stands for the page, else the widest, else the first: the others are crops of it
/// (<https://developers.google.com/search/docs/appearance/structured-data/article>, `image`).
pub(super) fn lead(fields: Fields<'_>) -> Option<Image> {
    fields.first("image thumbnailUrl thumbnail", |value| {
        let mut lead: Option<(u32, Image)> = None;
        for value in many(value) {
            let Some(image) = picture(Fields { value, ..fields }) else {
                continue;
            };
            let chosen = value.get("representativeOfPage").and_then(flag) == Some(true);
            let rank = if chosen { u32::MAX } else { image.width.unwrap_or(0) };
            if lead.as_ref().is_none_or(|(best, _)| rank > *best) {
                lead = Some((rank, image));
            }
        }
        lead.map(|(_, image)| image)
    })
}

fn picture(fields: Fields<'_>) -> Option<Image> {
    if let Some(url) = fields.value.as_str() {
        return image::at(url, fields.base);
    }
    let named = |value| address(value, fields.base).and_then(|url| image::at(&url, ""));
    image::finished(Image {
        width: fields.first("width", pixels),
        height: fields.first("height", pixels),
        caption: line(fields, "caption"),
        credit: line(fields, "creditText")
            .or_else(|| Some(people(fields).join(", ")).filter(|names| !names.is_empty())),
        ..fields.first("url contentUrl", named)?
    })
}

/// A number, a text, or a QuantitativeValue or Distance around one.
fn pixels(value: &Value) -> Option<u32> {
    image::pixels(value).or_else(|| ["value", "name"].into_iter().find_map(|key| image::pixels(value.get(key)?)))
}
