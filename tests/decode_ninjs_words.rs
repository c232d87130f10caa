//! ninjs: headlines, texts, pictures and recordings.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]
#![cfg(feature = "formats")]

#[path = "decode/feed.rs"]
mod feed;
#[path = "decode/ninjs.rs"]
mod ninjs;

use newsrail::item::Media;
use ninjs::{stories, story};
use serde_json::{Value, json};

#[test]
fn headlines_lose_their_tags_and_keep_their_references() {
    for (written, shown) in [
        ("Kaia <em>får</em> ny kran", "Kaia får ny kran"),
        ("AT&amp;T <b>up</b>, gold < 3", "AT&amp;T up, gold < 3"),
        ("I <3 news", "I <3 news"),
    ] {
        assert_eq!(story(json!({"headline": written})).title.as_deref(), Some(shown));
        assert_eq!(story(json!({"headlines": [{"value": written}]})).title.as_deref(), Some(shown));
    }
}

#[test]
fn the_main_headline_wins_and_a_title_beats_a_subhead() {
    let list = json!([{"role": "subhead", "value": "S"}, {"value": "Bare"}, {"role": "http://cv.example/role/main", "value": "M"}]);
    assert_eq!(story(json!({"headlines": list, "title": "T"})).title.as_deref(), Some("M"));
    assert_eq!(
        story(json!({"headlines": [{"role": "subhead", "value": "S"}], "title": "T"})).title.as_deref(),
        Some("T")
    );
    assert_eq!(story(json!({"headlines": [{"role": "subhead", "value": "S"}, {}, null]})).title.as_deref(), Some("S"));
    assert_eq!(story(json!({"headline": " ", "headline_main": "M"})).title.as_deref(), Some("M"));
}

#[test]
fn standfirsts_prefer_plain_text_and_captions_belong_to_pictures() {
    let both = json!([{"role": "summary", "contenttype": "text/html", "value": "<p>H &amp; H</p>"}, {"role": "text", "contentType": "text/plain", "value": "P"}]);
    assert_eq!(story(json!({"descriptions": both})).summary.as_deref(), Some("P"));
    let html = json!([{"role": "summary", "contenttype": "text/html", "value": "<p>H &amp; H</p>"}]);
    assert_eq!(story(json!({"descriptions": html})).summary.as_deref(), Some("H & H"));
    let caption = json!([{"role": "creditline", "value": "WIRE"}, {"role": "caption", "value": "C"}]);
    assert_eq!(story(json!({"type": "text", "descriptions": caption})).summary, None);
    assert_eq!(story(json!({"type": "picture", "descriptions": caption})).summary.as_deref(), Some("C"));
    let note = json!([{"role": "ednote", "value": "Hold"}]);
    assert_eq!(story(json!({"descriptions": note})).summary, None);
}

#[test]
fn bodies_are_html_first_and_plain_text_is_escaped() {
    let html = json!([{"contenttype": "text/plain", "value": "P"}, {"contentType": "text/html; charset=utf-8", "value": "<p>H</p>"}]);
    assert_eq!(story(json!({"bodies": html})).content_html.as_deref(), Some("<p>H</p>"));
    let plain = json!([{"contenttype": "application/xml", "value": "<nitf/>"}, {"value": "a < b\nc"}]);
    assert_eq!(story(json!({"bodies": plain})).content_html.as_deref(), Some("a &lt; b<br>c"));
    assert_eq!(story(json!({"bodies": [{"contenttype": "application/xml", "value": "<nitf/>"}]})).content_html, None);
    assert_eq!(story(json!({"bodies": {"html5": "<p>H</p>"}})).content_html.as_deref(), Some("<p>H</p>"));
}

#[test]
fn bylines_lose_their_by() {
    for (written, name) in [
        ("By Odd Fenn", "Odd Fenn"),
        ("BY Odd Fenn", "Odd Fenn"),
        ("Von Ilka Voss", "Ilka Voss"),
        ("Von Trapp", "Von Trapp"),
        ("Byron Fenn", "Byron Fenn"),
    ] {
        assert_eq!(story(json!({"byline": written})).authors, [name]);
    }
    assert_eq!(
        story(json!({"byline": null, "authors": [{"name": "Odd Fenn", "role": "writer"}]})).authors,
        ["Odd Fenn"]
    );
}

#[test]
fn services_are_sections_and_weak_subjects_and_codes_are_left_out() {
    let item = story(json!({
        "service": [{"name": "Harbour", "code": "h"}],
        "subject": [{"name": "Tides", "relevance": 80}, {"name": "Cats", "relevance": "20"}, {"code": "02"}, "Ice"],
        "genre": [{"name": "Interview"}], "keywords": ["tugs", "Tides"],
    }));
    assert_eq!(item.section.as_deref(), Some("Harbour"));
    assert_eq!(item.sections, ["Harbour", "Tides", "Ice"]);
    assert_eq!(item.tags, ["Tides", "Ice", "Interview", "tugs"]);
}

#[test]
fn urgency_one_is_breaking_and_two_is_not() {
    assert!(story(json!({"urgency": 1})).breaking);
    assert!(!story(json!({"urgency": 2})).breaking);
    assert_eq!(story(json!({"urgency": 10})).urgency, None);
}

#[test]
fn what_is_for_newsrooms_is_never_shown() {
    let feed =
        stories(&json!({"uri": "urn:w:1", "headline": "A", "ednote": "HOLD", "edNote": "HOLD", "usageterms": "HOLD",
        "contactinfo": [{"name": "HOLD"}], "plannedCoverage": [{"title": "HOLD"}], "infosource": [{"name": "HOLD"}]}));
    assert!(!feed.to_json().to_string().contains("HOLD"));
}

fn picture(name: &str) -> Value {
    json!({"type": "picture", "renditions": {"a": {"href": format!("https://img.wire.example/{name}.jpg")}}})
}

fn lead(associations: Value) -> Option<String> {
    let url = story(json!({"type": "text", "associations": associations})).image?.url;
    Some(url.strip_prefix("https://img.wire.example/")?.strip_suffix(".jpg")?.to_owned())
}

#[test]
fn the_picture_on_top_leads_and_a_logo_stands_in_last() {
    let shot = |name: &str, fields: Value| {
        let mut part = picture(name);
        part.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        part
    };
    assert_eq!(
        lead(json!({"a": picture("a"), "featuremedia": picture("b"), "logo": picture("c")})).as_deref(),
        Some("b")
    );
    assert_eq!(
        lead(json!([shot("a", json!({"name": "logo"})), shot("b", json!({})), shot("c", json!({"rel": "main"}))]))
            .as_deref(),
        Some("c")
    );
    assert_eq!(lead(json!({"logo": picture("a"), "second": picture("b")})).as_deref(), Some("b"));
    assert_eq!(lead(json!({"logo": picture("a"), "none": {}, "null": null})).as_deref(), Some("a"));
    assert_eq!(
        lead(json!([shot("a", json!({"type": "text"})), shot("b", json!({"type": "video"}))])).as_deref(),
        Some("b")
    );
    for none in [json!(null), json!({}), json!([{}, null, 7]), json!("x"), json!({"a": {"renditions": {"b": {}}}})] {
        assert_eq!(lead(none), None);
    }
}

#[test]
fn a_picture_that_may_not_be_shown_does_not_lead() {
    for state in [
        json!({"pubstatus": "canceled"}),
        json!({"pubStatus": "withheld"}),
        json!({"embargoed": "2026-03-03"}),
        json!({"expires": "2026-03-01"}),
    ] {
        let mut part = picture("a");
        part.as_object_mut().unwrap().extend(state.as_object().unwrap().clone());
        assert_eq!(lead(json!({"main": part, "other": picture("b")})).as_deref(), Some("b"), "{state}");
    }
}

#[test]
fn the_widest_rendition_that_a_browser_shows_leads_and_all_are_its_sizes() {
    let item = story(
        json!({"type": "picture", "body_text": "Two tugs", "by": "Tor Vane", "copyrightHolder": "Wire", "renditions": [
            {"name": "original", "href": "https://img.wire.example/o.tif", "contentType": "image/tiff", "width": 9000},
            {"name": "web", "href": "https://img.wire.example/w", "contentType": "image/jpeg", "width": 640, "height": 427},
            {"name": "thumb", "href": "https://img.wire.example/t.jpg", "width": "128px", "height": 85},
            {"name": "nothing", "href": "https://img.wire.example/x"}, {}, null,
        ]}),
    );
    let image = item.image.unwrap();
    assert_eq!((image.url.as_str(), image.width), ("https://img.wire.example/w", Some(640)));
    assert_eq!(image.sizes.iter().map(|size| size.width).collect::<Vec<_>>(), [128, 640]);
    assert_eq!((image.credit.as_deref(), image.alt.as_deref()), (Some("Tor Vane"), Some("Two tugs")));
}

#[test]
fn the_words_of_a_text_do_not_describe_its_picture() {
    let image = story(
        json!({"type": "text", "body_text": "A long story", "byline": "Odd Fenn", "description_text": "Standfirst",
        "renditions": {"a": {"href": "https://img.wire.example/a.jpg"}}}),
    )
    .image
    .unwrap();
    assert_eq!((image.alt, image.caption, image.credit), (None, None, None));
}

#[test]
fn recordings_and_streams_are_told_by_type_and_protocol() {
    let clip = story(json!({"type": "video", "renditions": [
        {"href": "https://v.wire.example/1.mp4", "contenttype": "video/mp4", "duration": "31.5"},
        {"href": "https://img.wire.example/1.jpg", "contenttype": "image/jpeg"}]}));
    assert_eq!((clip.media, clip.attachments[0].duration), (Some(Media::Video), Some(31.5)));
    assert_eq!(clip.image.unwrap().url, "https://img.wire.example/1.jpg");
    let stream =
        story(json!({"type": "video", "renditions": [{"href": "srt://v.wire.example", "transportProtocol": "srt"}]}));
    assert_eq!((stream.media, stream.attachments.len()), (Some(Media::Live), 0));
}
