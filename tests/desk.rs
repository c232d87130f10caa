//! What lies on the desk: the rim of the store, without a browser.
#![cfg(feature = "native")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that finds nothing fails, as it should")]

use leptos::prelude::Owner;
use newsrail::item::{Feed, Item, ItemId, Time};
use newsrail::store::desk::{Desk, Terms};
use newsrail::store::{Standing, Word};

fn at(minutes: i64) -> Time {
    Time::from_timestamp(minutes * 60, 0).unwrap()
}

fn story(id: &str, minutes: i64) -> Item {
    let mut item = Item::new(ItemId::new(id).unwrap());
    item.title = Some(id.into());
    item.published = Some(at(minutes));
    item.derive(at(1_000));
    item
}

fn feed(items: &[Item]) -> Feed {
    Feed { items: items.to_vec(), ..Feed::default() }
}

fn on_a_desk(limit: usize, test: impl FnOnce(Desk)) {
    let terms = Terms { limit, left_out: None, wanted: None };
    Owner::new().with(|| test(Desk::new(terms, Standing::default(), at(1_000))));
}

fn shown(desk: Desk) -> Vec<String> {
    desk.order().iter().map(|key| key.id.to_string()).collect()
}

#[test]
fn the_article_in_front_of_the_reader_stays_when_a_newer_story_comes() {
    on_a_desk(20, |desk| {
        desk.take(1, &feed(&[story("a", 30), story("b", 20)]), at(1_000));
        desk.take(1, &feed(&[story("c", 40), story("a", 30), story("b", 20)]), at(1_001));
        assert_eq!(desk.picked().unwrap().key.id.as_str(), "a");
        let withdrawn = Feed { deleted: vec![ItemId::new("a").unwrap()], ..feed(&[story("c", 40), story("b", 20)]) };
        desk.take(1, &withdrawn, at(1_002));
        assert_eq!(desk.picked().unwrap().key.id.as_str(), "c");
    });
}

#[test]
fn a_held_list_loses_what_is_withdrawn_and_gains_nothing_until_it_is_released() {
    on_a_desk(20, |desk| {
        desk.take(1, &feed(&[story("a", 30), story("b", 20)]), at(1_000));
        desk.pause(true, at(1_000));
        let answer = Feed { deleted: vec![ItemId::new("b").unwrap()], ..feed(&[story("c", 40), story("a", 30)]) };
        desk.take(1, &answer, at(1_001));
        assert_eq!(shown(desk), ["a"]);
        desk.pause(false, at(1_002));
        assert_eq!(shown(desk), ["c", "a"]);
    });
}

#[test]
fn an_embargo_ends_and_an_expiry_begins_by_the_clock_alone() {
    on_a_desk(20, |desk| {
        let embargoed = Item { embargoed_until: Some(at(1_010)), ..story("a", 30) };
        let expiring = Item { expires: Some(at(1_020)), ..story("b", 20) };
        desk.take(1, &feed(&[embargoed, expiring]), at(1_000));
        assert_eq!(shown(desk), ["b"]);
        desk.tick(at(1_010));
        assert_eq!(shown(desk), ["a", "b"]);
        desk.tick(at(1_020));
        assert_eq!(shown(desk), ["a"]);
    });
}

#[test]
fn another_source_starts_from_nothing() {
    on_a_desk(20, |desk| {
        desk.take(1, &feed(&[story("a", 30)]), at(1_000));
        assert_eq!(desk.word(), Word::Live);
        desk.clear(at(1_001));
        assert_eq!((desk.word(), shown(desk).len(), desk.picked()), (Word::Loading, 0, None));
        desk.rest();
        assert_eq!(desk.word(), Word::Fallback);
    });
}

#[test]
fn inline_stories_are_corrected_and_withdrawn_by_the_feed_they_came_from() {
    on_a_desk(20, |desk| {
        // Inline data beside an address is taken in as that address's first answer.
        desk.take(1, &feed(&[story("a", 30), story("b", 20)]), at(1_000));
        let mut corrected = story("a", 30);
        corrected.title = Some("Corrected".into());
        let answer = Feed { deleted: vec![ItemId::new("b").unwrap()], ..feed(&[corrected]) };
        desk.take(1, &answer, at(1_001));
        let titles: Vec<_> = desk.snapshot().iter().filter_map(|story| story.item.title.clone()).collect();
        assert_eq!(titles, ["Corrected"]);
    });
}
