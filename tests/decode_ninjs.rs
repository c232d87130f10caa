//! ninjs: the standard's own suite, what services make of the standard, and what may not be shown.
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

use newsrail::decode::{Hint, Source, decode};
use newsrail::item::{Code, Feed, Format, State};
use ninjs::{stories, story};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Every JSON file below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "json") {
            found.push(path);
        }
    }
}

/// The files of the IPTC's suite whose path holds `part`; none where the suite is not beside the project.
fn suite(part: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites/newsinjson/validation/test_suite");
    let mut found = Vec::new();
    if folder.is_dir() {
        files(&folder, &mut found);
        assert!(found.len() > 200, "the suite is not whole: {}", found.len());
    } else {
        println!("skipped: no {}", folder.display());
    }
    found.retain(|path| path.to_str().unwrap().contains(part));
    found
}

fn id_of(feed: &Feed) -> Option<&str> {
    feed.items.iter().map(|item| &item.id).chain(&feed.deleted).next().map(|id| id.as_str())
}

#[test]
fn every_valid_file_of_the_standards_suite_is_a_story_with_its_uri() {
    for path in suite("should_pass") {
        let bytes = std::fs::read(&path).unwrap();
        let document: Value = serde_json::from_slice(&bytes).unwrap();
        let feed = decode(&bytes, &feed::source()).unwrap_or_else(|failure| panic!("{}: {failure:?}", path.display()));
        assert_eq!(id_of(&feed), Some(document["uri"].as_str().unwrap()), "{}", path.display());
    }
}

#[test]
fn invalid_files_of_the_standards_suite_keep_their_uri() {
    for path in suite("should_fail") {
        let bytes = std::fs::read(&path).unwrap();
        let read = |hint| decode(&bytes, &Source { hint, ..feed::source() });
        let uri =
            serde_json::from_slice(&bytes).ok().and_then(|document: Value| Some(document["uri"].as_str()?.to_owned()));
        for hint in [Hint::Auto, Hint::Ninjs, Hint::Simple] {
            let feed = read(hint);
            if hint == Hint::Ninjs && uri.is_some() {
                assert_eq!(id_of(&feed.unwrap()), uri.as_deref(), "{}", path.display());
            }
        }
    }
}

#[test]
fn the_version_is_the_stated_one_or_told_by_the_names() {
    for (fields, format) in [
        (json!({"standard": {"version": "2.2"}, "pubStatus": "usable"}), Format::Ninjs2),
        (json!({"$standard": {"version": "1.3"}, "headlines": []}), Format::Ninjs1),
        (json!({"headlines": [], "edNote": "x"}), Format::Ninjs3),
        (json!({"bodies": []}), Format::Ninjs2),
        (json!({"headline": "x"}), Format::Ninjs1),
    ] {
        assert_eq!(stories(&json!([{"uri": "urn:w:0"}, {"uri": "urn:w:1"}])).format, Format::Ninjs1);
        let mut document = fields.clone();
        document["uri"] = "urn:w:1".into();
        assert_eq!(stories(&json!([{"uri": "urn:w:0"}, document])).format, format, "{fields}");
    }
}

#[test]
fn a_name_is_never_resolved_into_an_address() {
    assert_eq!(story(json!({"uri": "story-7"})).url, None);
    assert_eq!(story(json!({"uri": "tag:wire.example,2026:7"})).url, None);
    assert_eq!(story(json!({"uri": "https://wire.example/7"})).url.as_deref(), Some("https://wire.example/7"));
    assert_eq!(story(json!({"uri": "https://wire.example/7", "type": "graphic"})).url, None);
}

#[test]
fn envelopes_may_be_empty_and_may_name_the_next_page() {
    for body in [r#"{"_items": [], "_meta": {"total": 0}}"#, r#"{"total": 0, "item": []}"#, r#"{"results": []}"#] {
        assert_eq!(decode(body.as_bytes(), &feed::source()).unwrap().items, [], "{body}");
    }
    let page = json!({"_items": [{"guid": "urn:w:1", "headline": "A"}], "_links": {"next": {"href": "items?page=2"}}});
    let feed = feed::read(&page).unwrap();
    assert_eq!(feed.next.as_deref(), Some("https://gazette.example/items?page=2"));
    assert_eq!(feed.items[0].id.as_str(), "urn:w:1");
}

#[test]
fn a_broken_entry_costs_itself_alone() {
    let feed = feed::read(&json!([7, {"headline": "No id"}, {"uri": "urn:w:1", "headline": "A"}])).unwrap();
    assert_eq!((feed.format, feed.items.len()), (Format::Ninjs1, 1));
    assert_eq!(feed.problems.iter().filter(|problem| problem.field == "id").count(), 2);
}

#[test]
fn a_document_without_any_story_is_no_feed() {
    for body in [r#"{"uri": "/news", "message": "not found"}"#, r#"{"uri": "/news", "status": 500}"#] {
        assert_eq!(decode(body.as_bytes(), &feed::source()).unwrap_err().code, Code::NotAFeed, "{body}");
    }
    let asked = Source { hint: Hint::Ninjs, ..feed::source() };
    assert_eq!(decode(br#"[{"headline": "x"}]"#, &asked).unwrap_err().code, Code::NotAFeed);
}

#[test]
fn an_embargo_that_nobody_can_read_holds_the_story_back_and_says_so() {
    let feed = stories(&json!([{"uri": "urn:w:1", "headline": "A", "embargoed": "tomorrow, noon"}]));
    assert_eq!(feed.items[0].state, State::Hidden);
    assert!(feed.problems.iter().any(|problem| problem.field == "embargoed_until"));
    for none in [json!(""), json!(null), json!(false)] {
        assert_eq!(story(json!({"embargoed": none})).state, State::Live, "{none}");
    }
}

#[test]
fn what_is_held_back_stays_held_back_when_converted() {
    let held = [json!({"pubstatus": "withheld"}), json!({"type": "event"}), json!({"embargoedUntil": "2026-03-03"})];
    for fields in held {
        let item = story(fields.clone());
        assert_eq!(item.state, State::Hidden, "{fields}");
        let again = feed::read(&json!([item.to_json()])).unwrap();
        assert_eq!((again.items[0].state, again.items[0].embargoed_until), (State::Hidden, item.embargoed_until));
    }
}

#[test]
fn a_cancellation_without_a_date_beats_the_story_it_cancels() {
    let feed = stories(&json!([
        {"uri": "urn:w:1", "pubstatus": "canceled"},
        {"uri": "urn:w:1", "headline": "A", "versioncreated": "2026-03-02T09:00:00Z"},
    ]));
    assert_eq!((feed.items.len(), feed.deleted[0].as_str()), (0, "urn:w:1"));
}

#[test]
fn versions_of_the_same_moment_are_told_by_their_number() {
    let version = |number: Value, headline: &str| json!({"uri": "urn:w:1", "version": number, "headline": headline, "versioncreated": "2026-03-02T09:00:00Z"});
    let feed = stories(&json!([version("9".into(), "nine"), version("10".into(), "ten"), version(8.into(), "eight")]));
    assert_eq!(feed.items.len(), 1);
    assert_eq!(feed.items[0].title.as_deref(), Some("ten"));
}

#[test]
fn thousands_of_everything_are_read_in_bounded_work() {
    let many: Vec<Value> = (0..3_000).map(|n| json!({"role": "x", "name": n.to_string(), "value": "v"})).collect();
    let part = json!({"uri": "urn:w:1", "headlines": many, "descriptions": many, "bodies": many, "subjects": many, "renditions": many, "associations": many});
    let item = story(part);
    assert_eq!((item.tags.len(), item.title.as_deref()), (50, Some("v")));
    let list: Vec<Value> = (0..600).map(|n| json!({"uri": "urn:w:1", "headline": "x", "version": n})).collect();
    let feed = stories(&json!(list));
    assert!(feed.truncated && feed.items.len() == 1);
}
