//! Pictures and recordings of RSS items, in the shapes that newsrooms and video sites write (formats.md R8).
#![cfg(feature = "formats")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

#[path = "decode/feed.rs"]
mod feed;

use newsrail::decode::decode;
use newsrail::item::{Item, Media};

const PICTURES: &str = "https://img.gazette.example";

/// An item with a title, a description and `inside`, where `@` stands for the host of the pictures.
fn item(inside: &str) -> Item {
    let inside = inside.replace('@', PICTURES);
    let document = format!(
        "<rss version='2.0'><channel><item><title>Launch</title><description>Slip 2.</description>{inside}</item></channel></rss>"
    );
    decode(document.as_bytes(), &feed::source()).unwrap().items.remove(0)
}

fn picture(inside: &str) -> String {
    item(inside).image.map(|image| image.url.replace(PICTURES, "@")).unwrap_or_default()
}

fn widths(inside: &str) -> Vec<u32> {
    item(inside).image.unwrap().sizes.iter().map(|size| size.width).collect()
}

#[test]
fn the_order_is_content_thumbnail_enclosure_cover_body() {
    let all = [
        "<media:content url='@/1.jpg'/>",
        "<media:thumbnail url='@/2.jpg'/>",
        "<enclosure url='@/3.jpg' type='image/jpeg'/>",
        "<itunes:image href='@/4.jpg'/>",
        "<content:encoded>&lt;img src='@/5.jpg'&gt;</content:encoded>",
    ];
    for (skipped, number) in (1..=5).enumerate() {
        let mut left: Vec<&str> = all[skipped..].to_vec();
        left.reverse();
        assert_eq!(picture(&left.concat()), format!("@/{number}.jpg"));
    }
}

#[test]
fn versions_in_a_group_are_one_picture_with_its_sizes() {
    let group = "<media:group><media:content url='@/a-200.jpg' width='200'/><media:content url='@/a-800.jpg' width='800'/>\
                 </media:group>";
    assert_eq!(picture(group), "@/a-800.jpg");
    assert_eq!(widths(group), [200, 800]);
}

#[test]
fn one_file_in_several_widths_is_one_picture() {
    let siblings = "<media:content url='@/a.jpg?w=140' width='140'/><media:content url='@/a.jpg?w=460' width='460'/>";
    assert_eq!(widths(siblings), [140, 460]);
}

#[test]
fn pictures_side_by_side_are_no_sizes_of_each_other() {
    let gallery = "<media:content url='@/a.jpg' width='800'/><media:content url='@/b.jpg' width='400'/>";
    assert_eq!((picture(gallery).as_str(), widths(gallery).len()), ("@/a.jpg", 0));
    let program = "<media:content url='@/show?id=1' width='800'/><media:content url='@/show?id=2' width='400'/>";
    assert_eq!(widths(program).len(), 0);
}

#[test]
fn the_default_one_beats_a_wider_one() {
    let two = "<media:content url='@/a.jpg' width='800'/><media:content url='@/b.jpg' width='400' isDefault='true'/>";
    assert_eq!(picture(two), "@/b.jpg");
}

#[test]
fn what_is_said_about_the_item_is_the_caption_of_its_picture() {
    let image = item(
        "<media:content url='@/a.jpg' medium='image'/><media:credit>Tor Vane</media:credit>\
         <media:description>Tugs at &lt;b&gt;dusk&lt;/b&gt;</media:description>",
    )
    .image
    .unwrap();
    assert_eq!((image.caption.as_deref(), image.credit.as_deref()), (Some("Tugs at dusk"), Some("Tor Vane")));
    assert_eq!(image.alt, None);
}

#[test]
fn the_headline_and_the_summary_are_not_said_again_as_a_caption() {
    let image = item(
        "<media:group><media:title>Launch</media:title><media:thumbnail url='@/a.jpg'/>\
         <media:description>Slip 2.</media:description></media:group>",
    )
    .image
    .unwrap();
    assert_eq!(image.caption, None);
}

#[test]
fn a_caption_of_its_own_goes_first_and_its_text_is_the_alt() {
    let image = item(
        "<media:content url='@/a.jpg'><media:title>Foto: Vane</media:title><media:text>A tug</media:text></media:content>\
         <media:description>The whole fleet</media:description>",
    )
    .image
    .unwrap();
    assert_eq!(image.caption.as_deref(), Some("Foto: Vane"));
    assert_eq!((image.credit.as_deref(), image.alt.as_deref()), (Some("Foto: Vane"), Some("A tug")));
}

#[test]
fn a_video_with_a_thumbnail_is_a_video_with_a_picture() {
    let story = item(
        "<media:content url='@/a.mp4' type='video/mp4' duration='91.5'><media:thumbnail url='@/a.jpg'/></media:content>\
         <enclosure url='@/a.mp4' type='video/mp4'/>",
    );
    assert_eq!(story.media, Some(Media::Video));
    assert_eq!(story.attachments.len(), 1);
    assert_eq!(story.attachments[0].duration, Some(91.5));
    assert_eq!(story.image.unwrap().url, format!("{PICTURES}/a.jpg"));
}

#[test]
fn avatars_dots_and_other_schemes_are_no_pictures() {
    for inside in [
        "<media:content url='https://2.gravatar.com/avatar/a' medium='image'/>",
        "<media:content url='@/dot.gif' width='1' height='1'/>",
        "<media:content url='javascript:alert(1)' medium='image'/>",
        "<media:content medium='image'/>",
        "<media:content url='@/a.pdf' type='application/pdf'/>",
        "<media:thumbnail/>",
    ] {
        assert_eq!(picture(inside), "", "{inside}");
    }
}

#[test]
fn a_player_alone_makes_a_video() {
    let player = "<media:player url='https://video.example/play?v=1'/>";
    for inside in [
        player.into(),
        format!("<media:group>{player}</media:group>"),
        format!("<media:content>{player}</media:content>"),
    ] {
        assert_eq!(item(&inside).media, Some(Media::Video), "{inside}");
    }
    assert_eq!(item("<media:title>none</media:title>").media, None);
}
