//! The cases: small documents with one known trap each, and their right values.
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
