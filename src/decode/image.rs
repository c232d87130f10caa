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
const CREDIT_WORDS: &str = "photo foto credit (c) © Фото ФОТО фото Şəkil şəkil ŞƏKİL تصوير صورة الصورة";

/// Hosts that serve no story's picture: avatars, emoji, and those that count readers.
const OTHER_HOSTS: &str = "gravatar.com s.w.org pixel.wp.com stats.wordpress.com feeds.feedburner.com feedsportal.com \
                           doubleclick.net google-analytics.com quantserve.com scorecardresearch.com";

/// Files that are a dot, by the names counters and layouts give them.
const DOTS: &str = "1x1.gif 1x1.png pixel.gif pixel.png spacer.gif blank.gif";

/// A picture at `url`; `None` for what is no picture of the story: avatars, counters, drawn logos, and other schemes
/// than http(s).
pub(crate) fn at(url: &str, base: &str) -> Option<Image> {
    let url = absolute(url, base)?;
    (!is_other(&url)).then(|| Image { url, ..Image::default() })
}

fn is_other(url: &str) -> bool {
    let host = url.split('/').nth(2).unwrap_or_default();
    // A query names no file: `/resize?src=/pixel.gif` is somebody's resizer.
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let file = path.rsplit('/').next().unwrap_or_default().to_ascii_lowercase();
    let is_of = |known: &str| host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    OTHER_HOSTS.split(' ').any(is_of)
        || DOTS.split(' ').any(|dot| dot == file)
        || (file.ends_with(".svg") && file.contains("logo"))
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
    CREDIT_WORDS.split(' ').any(|word| {
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
        assert!(at("https://notgravatar.com/1", "").is_some());
    }

    #[test]
    fn counters_emoji_and_drawn_logos_are_no_pictures() {
        for bad in [
            "https://pixel.wp.com/g.gif?v=1",
            "https://feeds.feedburner.com/~r/gazette/~4/x",
            "https://ad.doubleclick.net/ad/x.jpg",
            "https://s.w.org/images/core/emoji/14.0.0/72x72/2693.png",
            "https://a.example/t/PIXEL.gif?story=7",
            "https://a.example/theme/gazette-logo.svg#top",
        ] {
            assert_eq!(at(bad, ""), None, "{bad}");
        }
        for good in [
            "https://a.example/chart.svg",
            "https://a.example/logo.jpg",
            "https://a.example/r?src=/pixel.gif",
            "https://a.example/",
        ] {
            assert!(at(good, "").is_some(), "{good}");
        }
    }
}
