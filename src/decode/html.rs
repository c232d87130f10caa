//! Addresses inside HTML bodies: relative ones are made absolute, and the first picture is found.
//!
//! This file decides which attributes hold addresses. It refuses to judge them: the sanitizer does, when the body is shown.

use super::markup::{Piece, Tag, scan, scan_at};
use super::references::decode_references;
use super::url::absolute;
use super::{image, limits, text};
use crate::item::Image;
use crate::sorted::sort;

/// Attributes whose value is one address.
const ADDRESSES: [&str; 5] = ["href", "src", "poster", "cite", "data"];
/// Attributes whose value is a list of addresses and what each is for.
const LISTS: [&str; 2] = ["srcset", "imagesrcset"];

/// `html` with every relative address resolved against `base`; all else byte for byte as it was.
pub(crate) fn absolutised(html: &str, base: &str) -> String {
    let mut out = String::with_capacity(html.len() + 64);
    let mut from = 0;
    for (piece, end) in scan_at(html) {
        if out.len() > limits::CONTENT {
            // Beyond the limit everything is cut.
            break;
        }
        let Piece::Open(tag) = piece else { continue };
        let values = ADDRESSES.iter().filter_map(|name| tag.attribute(name));
        let lists = LISTS.iter().filter_map(|name| tag.attribute(name)).flat_map(candidates);
        // A value is a slice of the source, so its place is the distance between the two.
        let addresses = values.chain(lists).filter(|value| is_relative(value));
        let mut found: Vec<(usize, &str)> = addresses.filter_map(|value| Some((place(html, value)?, value))).collect();
        sort(&mut found, |a, b| a.0 < b.0);
        for (at, value) in found.into_iter().filter(|(at, _)| *at < end) {
            let Some(resolved) = absolute(&decode_references(value), base) else { continue };
            out.push_str(html.get(from..at).unwrap_or(""));
            // A reference may have named the very quote that ends the value.
            out.push_str(&text::escape(&resolved).replace('"', "%22").replace('\'', "%27"));
            from = at + value.len();
        }
    }
    out.push_str(html.get(from..).unwrap_or(""));
    out
}

/// Where the address of a picture stands; scripts that load late put a stand-in first.
const SOURCES: [&str; 4] = ["src", "data-src", "data-lazy-src", "data-original"];

/// The addresses of a `srcset` (HTML, section 4.8.4.2.2): one ends at white space, so it may hold commas; behind it stands
/// what it is for, up to a comma.
fn candidates(list: &str) -> impl Iterator<Item = &str> {
    let mut rest = list;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|next: char| next.is_ascii_whitespace() || next == ',');
        let end = rest.find(|next: char| next.is_ascii_whitespace()).unwrap_or(rest.len());
        let (address, after) = rest.split_at_checked(end)?;
        let alone = address.trim_end_matches(',');
        rest = if alone.len() < address.len() { after } else { after.split_once(',').map_or("", |(_, next)| next) };
        (!alone.is_empty()).then_some(alone)
    })
}

/// What stands inside the `<body>` of a whole document; a fragment as it is.
pub(crate) fn body_of(html: &str) -> &str {
    let start = scan_at(html).find_map(|(piece, end)| match piece {
        Piece::Open(tag) if tag.name.eq_ignore_ascii_case("body") => Some(end),
        _ => None,
    });
    let Some(inside) = start.and_then(|start| html.get(start..)) else { return html };
    let end = inside
        .rmatch_indices("</")
        .find(|(at, _)| inside.get(at + 2..at + 6).is_some_and(|name| name.eq_ignore_ascii_case("body")));
    end.and_then(|(at, _)| inside.get(..at)).unwrap_or(inside)
}

/// The first picture of a body that may stand for the story: no emoji, no counter.
pub(crate) fn first_image(html: &str) -> Option<Image> {
    scan(html)
        .filter_map(|piece| if let Piece::Open(tag) = piece { Some(tag) } else { None })
        .find_map(|tag| picture(&tag))
}

fn picture(tag: &Tag<'_>) -> Option<Image> {
    if !tag.name.eq_ignore_ascii_case("img") || tag.has_class("wp-smiley") || tag.has_class("emoji") {
        return None;
    }
    let value = |name| tag.attribute(name).map(decode_references);
    let side = |name| value(name).and_then(|side| image::pixels(&side.into()));
    let set = || value("srcset").and_then(|list| image::at(candidates(&list).next()?, ""));
    let at = SOURCES.into_iter().find_map(|name| image::at(&value(name)?, "")).or_else(set)?;
    let found = Image { width: side("width"), height: side("height"), ..at };
    let is_dot =
        [tag.attribute("width"), tag.attribute("height")].iter().flatten().any(|side| matches!(side.trim(), "0" | "1"));
    let alt = value("alt").map(|alt| text::plain(&alt).unwrap_or_default());
    (!is_dot).then_some(Image { alt, ..found }).and_then(image::finished)
}

/// Neither with a scheme nor a jump inside the document.
fn is_relative(value: &str) -> bool {
    let value = value.trim_start();
    let scheme = value.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    });
    !(value.is_empty() || value.starts_with('#') || scheme)
}

fn place(whole: &str, part: &str) -> Option<usize> {
    (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize).filter(|at| at + part.len() <= whole.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relative_addresses_become_absolute_and_the_rest_stays() {
        let html = "<p>1 < 2 <img src=\"/i/1.jpg?a=1&amp;b=2\" alt='/x'><a href=page.html>x</a><a href='#n'>n</a>\
            <a href=\"mailto:a@b.example\">m</a><a href=\"https://x.example/\">y</a></p><!-- src=\"/c\" -->";
        let expected = "<p>1 < 2 <img src=\"https://a.example/i/1.jpg?a=1&amp;b=2\" alt='/x'>\
            <a href=https://a.example/n/page.html>x</a><a href='#n'>n</a>\
            <a href=\"mailto:a@b.example\">m</a><a href=\"https://x.example/\">y</a></p><!-- src=\"/c\" -->";
        assert_eq!(absolutised(html, "https://a.example/n/1"), expected);
    }

    #[test]
    fn several_addresses_of_one_tag_are_found_in_any_order() {
        let html = "<embed poster='/p.jpg' src=\"/v.mp4\" href=/h><embed src='/v' poster='/p'>";
        let expected = "<embed poster='https://a.example/p.jpg' src=\"https://a.example/v.mp4\" href=https://a.example/h>\
            <embed src='https://a.example/v' poster='https://a.example/p'>";
        assert_eq!(absolutised(html, "https://a.example/"), expected);
    }

    #[test]
    fn no_address_ends_the_value_it_stands_in_and_what_was_resolved_stays() {
        let html = "<a href='x?&#39;onclick=y'>a</a><a href=n=\"2k>b</a><a href=\"/c\">c</a>";
        let expected = "<a href='https://a.example/x?%27onclick=y'>a</a><a href=https://a.example/n=%222k>b</a>\
            <a href=\"https://a.example/c\">c</a>";
        assert_eq!(absolutised(html, "https://a.example/"), expected);
        assert_eq!(absolutised(expected, "https://a.example/"), expected);
    }

    #[test]
    fn players_frames_and_lists_of_pictures_are_resolved_too() {
        let html = "<video poster=/p.jpg><source src='/v.mp4'></video><iframe src='/map'></iframe><object data=/f.pdf></object>\
            <img srcset=\"/a,w_1.jpg 1x, /b.jpg 2x,https://x.example/c.jpg 3x, d.jpg\" src='e.jpg'>";
        let expected = "<video poster=https://a.example/p.jpg><source src='https://a.example/v.mp4'></video>\
            <iframe src='https://a.example/map'></iframe><object data=https://a.example/f.pdf></object>\
            <img srcset=\"https://a.example/a,w_1.jpg 1x, https://a.example/b.jpg 2x,https://x.example/c.jpg 3x, \
            https://a.example/n/d.jpg\" src='https://a.example/n/e.jpg'>";
        assert_eq!(absolutised(html, "https://a.example/n/1"), expected);
    }

    #[test]
    fn the_first_real_picture_of_a_body_is_found() {
        let html = "<img src='https://s.example/e.png' class='wp-smiley'><img src='https://t.example/p.gif' width='1' height='1'>\
            <p><img src='https://a.example/1.jpg' width='640' height=360 alt='Tugs &amp; ferries'>";
        let found = first_image(html).unwrap();
        assert_eq!((found.url.as_str(), found.width, found.height), ("https://a.example/1.jpg", Some(640), Some(360)));
        assert_eq!(found.alt.as_deref(), Some("Tugs & ferries"));
        assert_eq!(first_image("<p>none"), None);
        for late in [
            "<img src='data:image/gif;base64,R0' data-src='https://a.example/2.jpg'>",
            "<img src='https://a.example/blank.gif' data-lazy-src='https://a.example/2.jpg'>",
            "<img src='' srcset='https://a.example/2.jpg 1x, https://a.example/3.jpg 2x'>",
        ] {
            assert_eq!(first_image(late).unwrap().url, "https://a.example/2.jpg", "{late}");
        }
    }
}
