//! The featured picture of a post, and what stands in for it.

use super::{html_to_text, plain, rendered};
use crate::decode::field::Fields;
use crate::decode::image;
use crate::item::Image;
use serde_json::Value;

/// The featured picture, else what the common plugins name.
pub(super) fn lead(post: Fields<'_>) -> Option<Image> {
    featured(post).or_else(|| plugins(post))
}

/// A private picture is embedded as an error, and the link of a deleted one embeds the whole site index: what has no
/// `source_url` is no picture.
fn featured(post: Fields<'_>) -> Option<Image> {
    let value = post.get("_embedded")?.get("wp:featuredmedia")?.get(0)?;
    let media = Fields { value, ..post };
    if media.get("media_type").is_some_and(|kind| kind != "image") {
        return None;
    }
    let image = image::at(&media.string("source_url")?, post.base)?;
    let nothing = Value::Null;
    let details = Fields { value: media.get("media_details").unwrap_or(&nothing), ..post };
    let sizes =
        details.get("sizes").and_then(Value::as_object).into_iter().flatten().filter_map(|(_, size)| {
            image::size(size.get("source_url"), size.get("width"), size.get("height"), post.base)
        });
    image::finished(Image {
        width: details.count("width"),
        height: details.count("height"),
        // Core writes "" for an alt that was never filled in, so it does not say "decorative".
        alt: media.string("alt_text").and_then(|alt| plain(&alt)),
        caption: rendered(value, "caption").and_then(html_to_text),
        sizes: sizes.collect(),
        ..image
    })
}

fn plugins(post: Fields<'_>) -> Option<Image> {
    if let Some(url) = post.string("jetpack_featured_media_url") {
        return image::at(&url, post.base);
    }
    let value = post.get("yoast_head_json")?.get("og_image")?.get(0)?;
    let named = Fields { value, ..post };
    let image = image::at(&named.string("url")?, post.base)?;
    image::finished(Image { width: named.count("width"), height: named.count("height"), ..image })
}
