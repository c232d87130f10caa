//! The lead picture (formats.md R8).
//!
//! This file decides which addresses are pictures of a story, how stated sizes are read, and when a caption names the
//! photographer. It refuses to choose a rendition: that needs the width of the slot, which the view knows.

use super::url::absolute;
use crate::item::Image;
#[cfg(feature = "common")]
use crate::item::Size;
use crate::sorted::sort;
use serde_json::Value;

/// Words that open a credit, in the spellings seen in feeds.
const CREDIT_WORDS: [&str; 14] = [
    "photo",
    "foto",
    "credit",
    "(c)",
    "©",
    "Фото",
    "ФОТО",
    "фото",
    "Şəkil",
    "şəkil",
    "ŞƏKİL",
    "تصوير",
    "صورة",
    "الصورة",
];

/// A picture at `url`; `None` for what is no picture of the story: avatars and other schemes than http(s).
pub(crate) fn at(url: &str, base: &str) -> Option<Image> {
    let url = absolute(url, base)?;
    let avatar = url.split('/').nth(2).is_some_and(|host| host == "gravatar.com" || host.ends_with(".gravatar.com"));
    (!avatar).then(|| Image { url, ..Image::default() })
}

/// The last touches: a tracking pixel is no picture; a caption that opens with a credit word is also the credit;
/// renditions stand from small to large.
pub(crate) fn finished(mut image: Image) -> Option<Image> {
    if image.width.is_some_and(|width| width <= 1) && image.height.is_none_or(|height| height <= 1) {
        return None;
    }
    if image.credit.is_none() && image.caption.as_deref().is_some_and(opens_credit) {
        image.credit.clone_from(&image.caption);
    }
    sort(&mut image.sizes, |a, b| (a.width, &a.url) < (b.width, &b.url));
    Some(image)
}

/// A rendition, when address and width are stated.
#[cfg(feature = "common")]
pub(crate) fn size(url: Option<&Value>, width: Option<&Value>, height: Option<&Value>, base: &str) -> Option<Size> {
    let url = absolute(url?.as_str()?, base)?;
    Some(Size { url, width: width.and_then(pixels)?, height: height.and_then(pixels) })
}

/// Pixels out of `640`, `640.0`, `"640"`, `"640px"`; `None` for zero and everything else.
pub(crate) fn pixels(value: &Value) -> Option<u32> {
    let number = match value {
        Value::Number(number) => number.as_f64()? as u32,
        Value::String(text) => {
            let text = text.trim();
            let end = text.bytes().take_while(u8::is_ascii_digit).count();
            text.get(..end)?.parse().ok()?
        }
        _ => return None,
    };
    (number > 0).then_some(number)
}

fn opens_credit(caption: &str) -> bool {
    CREDIT_WORDS.iter().any(|word| {
        caption.split_at_checked(word.len()).is_some_and(|(first, rest)| {
            // "Photograph of" and "Photos show" are captions, not credits.
            first.eq_ignore_ascii_case(word) && !rest.starts_with(char::is_alphabetic)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_caption_that_opens_with_a_credit_word_is_the_credit_too() {
        for caption in ["Photo: Tor Vane", "(c) Vane", "© Vane", "FOTO Vane", "Фото: Вейн", "Şəkil: Veyn", "تصوير: فين"]
        {
            let image = Image { url: "https://a.example/1".into(), caption: Some(caption.into()), ..Image::default() };
            assert_eq!(finished(image).unwrap().credit.as_deref(), Some(caption));
        }
    }

    #[test]
    fn other_captions_credit_nobody() {
        for caption in ["Tugs at dusk", "Photographers wait", "Photos of tugs", "Фотография порта", ""] {
            let image = Image { url: "https://a.example/1".into(), caption: Some(caption.into()), ..Image::default() };
            assert_eq!(finished(image).unwrap().credit, None, "{caption}");
        }
    }

    #[test]
    fn sizes_are_read_in_every_spelling_and_zero_is_unknown() {
        let read: Vec<_> = [json!(640), json!(640.0), json!("640"), json!(" 640px")].iter().map(pixels).collect();
        assert_eq!(read, [Some(640); 4]);
        let read: Vec<_> = [json!(0), json!("auto"), json!(null), json!(-3), json!("")].iter().map(pixels).collect();
        assert_eq!(read, [None; 5]);
    }

    #[test]
    fn avatars_and_tracking_pixels_are_no_pictures() {
        assert_eq!(at("https://secure.gravatar.com/avatar/1", ""), None);
        assert_eq!(finished(Image { width: Some(1), height: Some(1), ..Image::default() }), None);
        assert!(at("https://notgravatar.com.example/1", "").is_some());
    }
}
