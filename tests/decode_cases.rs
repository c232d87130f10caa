//! The cases: small documents with one known trap each, and their right values.
#![cfg(feature = "formats")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

#[path = "decode/expected.rs"]
mod expected;
#[path = "decode/feed.rs"]
mod feed;

use newsrail::decode::{Source, decode};
use newsrail::item::{Failure, Feed};
use serde_json::Value;

fn read(name: &str, given: &Value) -> Result<Feed, Failure> {
    let source = Source {
        url: given["url"].as_str().unwrap_or(feed::URL),
        content_type: given["content_type"].as_str(),
        status: given["status"].as_u64().map(|status| status.try_into().unwrap()),
        ..feed::source()
    };
    decode(&document(name), &source)
}

/// The bytes of the case, whatever its ending.
fn document(name: &str) -> Vec<u8> {
    let folder = format!("{}/tests/fixtures/cases", env!("CARGO_MANIFEST_DIR"));
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
    let is_case = |file: &str| {
        file.strip_prefix(name).is_some_and(|ending| ending.starts_with('.') && ending != ".expected.json")
    };
    let mut found = files.filter(|entry| is_case(entry.file_name().to_str().unwrap()));
    std::fs::read(found.next().unwrap().path()).unwrap()
}

fn check(name: &str) {
    let want: Value = serde_json::from_str(&feed::fixture(&format!("cases/{name}.expected.json"))).unwrap();
    let got = expected::shown(&read(name, &want["_given"]));
    assert_eq!(got, expected::shown(&read(name, &want["_given"])), "the next parse says the same");
    let differences = expected::differences(&want, &got);
    assert!(differences.is_empty(), "{differences:#?}");
}

macro_rules! cases {
    ($($sentence:ident: $name:literal,)*) => {
        $(
            #[test]
            fn $sentence() {
                check($name);
            }
        )*
    };
}

cases! {
    rss_title_double_escaped: "01-rss-title-double-escaped",
    rss_title_literal_tags: "02-rss-title-literal-tags",
    rss_bare_ampersand: "04-rss-bare-ampersand",
    rss_html_named_entities: "05-rss-html-named-entities",
    rss_whitespace_before_declaration: "07-rss-whitespace-before-declaration",
    rss_utf8_bom: "08-rss-utf8-bom",
    rss_windows_1251: "10-rss-windows-1251",
    rss_lying_encoding: "11-rss-lying-encoding",
    rss_one_bad_byte: "13-rss-one-bad-byte",
    rss_atom_link_shadow: "14-rss-atom-link-shadow",
    rss_guid_permalink_no_link: "15-rss-guid-permalink-no-link",
    rss_guid_not_a_url: "16-rss-guid-not-a-url",
    rss_empty_guids: "17-rss-empty-guids",
    rss091_no_id_no_link: "19-rss091-no-id-no-link",
    rss_republished_same_story: "21-rss-republished-same-story",
    rss_javascript_link: "22-rss-javascript-link",
    date_two_digit_year: "23-date-two-digit-year",
    date_single_digits: "25-date-single-digits",
    date_german_names: "26-date-german-names",
    date_no_zone: "27-date-no-zone",
    date_wrong_weekday: "28-date-wrong-weekday",
    date_hour_24: "29-date-hour-24",
    date_unix_seconds: "31-date-unix-seconds",
    date_iso_in_pubdate: "32-date-iso-in-pubdate",
    date_unparseable: "34-date-unparseable",
    rss_future_pubdate: "35-rss-future-pubdate",
    rss_over_escaped_description: "36-rss-over-escaped-description",
    rss_escaped_cdata_marker: "37-rss-escaped-cdata-marker",
    rss_split_cdata: "39-rss-split-cdata",
    rss_relative_urls: "40-rss-relative-urls",
    rss_media_no_medium: "42-rss-media-no-medium",
    rss_many_thumbnails: "43-rss-many-thumbnails",
    rss_video_enclosure: "44-rss-video-enclosure",
    rss_multiple_creators: "45-rss-multiple-creators",
    rss_author_email: "46-rss-author-email",
    rss_no_version: "48-rss-no-version",
    rss_no_title: "49-rss-no-title",
    rss_dtd_entities_and_bomb: "50-rss-dtd-entities-and-bomb",
    rss_html_error_page: "51-rss-html-error-page",
    rss_atom_updated_badge: "53-rss-atom-updated-badge",
    rss_refresh_hints: "54-rss-refresh-hints",
    rdf_about_differs_from_link: "55-rdf-about-differs-from-link",
    rdf_html_title: "56-rdf-html-title",
    atom_title_types: "58-atom-title-types",
    atom_html_content_one_decode: "59-atom-html-content-one-decode",
    atom_html_unescaped_children: "61-atom-html-unescaped-children",
    atom_nested_title_in_content: "62-atom-nested-title-in-content",
    atom_relative_no_base: "64-atom-relative-no-base",
    atom_link_choice: "65-atom-link-choice",
    atom_updated_only: "66-atom-updated-only",
    atom_tombstone: "68-atom-tombstone",
    atom_entry_document: "69-atom-entry-document",
    atom_media_group_video: "71-atom-media-group-video",
    ninjs1_text_with_picture: "79-ninjs1-text-with-picture",
    ninjs1_array_associations_envelope: "80-ninjs1-array-associations-envelope",
    ninjs2_roles: "82-ninjs2-roles",
    ninjs3_camelcase_states: "83-ninjs3-camelcase-states",
    ninjs_versions_same_uri: "84-ninjs-versions-same-uri",
    ninjs_photo_item: "86-ninjs-photo-item",
    ghost_full_post: "96-ghost-full-post",
    ghost_gated_post: "97-ghost-gated-post",
    ghost_error: "99-ghost-error",
    sitemap_whitespace_and_index: "106-sitemap-whitespace-and-index",
    json_feed_keeps_the_digits_of_large_ids_and_drops_items_without_one: "72-jsonfeed-numeric-ids",
    json_feed_titles_lose_their_references_and_keep_their_tags: "74-jsonfeed-title-entities",
    json_with_a_raw_newline_is_refused_and_not_repaired: "76-jsonfeed-raw-newline",
    a_next_page_that_is_this_page_is_none: "77-jsonfeed-paging-loop",
    a_microblog_without_titles_shows_its_text: "78-jsonfeed-text-only-microblog",
    wordpress_titles_are_html_and_become_text_once: "87-wp-title-entities",
    wordpress_gmt_times_are_utc_and_seconds_are_no_revision: "88-wp-date-vs-gmt",
    a_picture_without_sizes_stays_and_terms_are_told_by_taxonomy: "90-wp-embed-media",
    a_protected_post_is_restricted_and_a_sticky_one_pinned: "92-wp-protected-and-sticky",
    behind_the_last_page_there_is_an_empty_feed: "93-wp-past-last-page",
    wordpress_behind_a_login_is_access_denied: "94-wp-other-error",
    json_ld_authors_pictures_and_dates_come_in_any_shape: "100-jsonld-author-and-image-shapes",
    a_live_blog_is_live_while_its_coverage_runs: "102-jsonld-liveblog",
    a_json_ld_list_is_ordered_by_position: "103-jsonld-itemlist",
    every_json_ld_script_of_a_page_stands_alone: "104-jsonld-inside-html",
    hand_written_json_may_use_other_names: "107-own-json-minimal",
}
