use crate::item::{Feed, Item, ItemId, Time};
use crate::store::Stories;

fn at(minutes: i64) -> Time {
    Time::from_timestamp(minutes * 60, 0).unwrap()
}

fn story(id: &str, minutes: i64) -> Item {
    let mut item = Item::new(ItemId::new(id).unwrap());
    item.title = Some(format!("Headline {id}"));
    item.url = Some(format!("https://paper.example/{id}"));
    item.published = Some(at(minutes));
    item.derive(at(1_000));
    item
}

fn feed(items: Vec<Item>) -> Feed {
    Feed { items, ..Feed::default() }
}

fn ids(stories: &Stories) -> Vec<String> {
    stories.all().map(|s| s.key.id.to_string()).collect()
}

/// Merges answers of one feed, a minute apart, into an empty list.
fn merged(answers: Vec<Feed>) -> Stories {
    answers.iter().enumerate().fold(Stories::default(), |s, (n, f)| s.merge(0, f, 20, at(1_000 + n as i64)).0)
}

#[test]
fn stories_stand_newest_first_whatever_order_the_feed_has() {
    let stories = merged(vec![feed(vec![story("b", 20), story("c", 10), story("a", 30)])]);
    assert_eq!(ids(&stories), ["a", "b", "c"]);
}

#[test]
fn a_new_story_is_added_on_top_and_marked_as_new() {
    let first = merged(vec![feed(vec![story("a", 10)])]);
    let (stories, change) = first.merge(0, &feed(vec![story("b", 20), story("a", 10)]), 20, at(1_001));
    assert_eq!(ids(&stories), ["b", "a"]);
    assert_eq!(change.added, [ItemId::new("b").unwrap()]);
    assert!(stories.list[0].is_new && !stories.list[1].is_new);
}

#[test]
fn an_older_story_seen_for_the_first_time_takes_its_place_silently() {
    let first = merged(vec![feed(vec![story("a", 30), story("c", 10)])]);
    let (stories, _) = first.merge(0, &feed(vec![story("a", 30), story("b", 20), story("c", 10)]), 20, at(1_001));
    assert_eq!(ids(&stories), ["a", "b", "c"]);
    assert!(!stories.list[1].is_new);
}

#[test]
fn an_edit_changes_in_place_and_never_moves_the_row() {
    let first = merged(vec![feed(vec![story("a", 30), story("b", 20)])]);
    let mut edited = story("b", 20);
    edited.title = Some("Another headline".into());
    edited.published = Some(at(40));
    edited.derive(at(1_001));
    let (stories, change) = first.merge(0, &feed(vec![story("a", 30), edited]), 20, at(1_001));
    assert_eq!(ids(&stories), ["a", "b"]);
    assert_eq!(change.changed, [ItemId::new("b").unwrap()]);
    assert!(stories.list[1].changed);
}

#[test]
fn an_unchanged_story_keeps_its_very_allocation() {
    let first = merged(vec![feed(vec![story("a", 30)])]);
    let (second, change) = first.merge(0, &feed(vec![story("a", 30)]), 20, at(1_001));
    assert!(change.is_empty());
    assert!(std::sync::Arc::ptr_eq(&first.list[0], &second.list[0]));
}

#[test]
fn a_picture_that_changes_is_a_change_but_wears_no_updated_badge() {
    let first = merged(vec![feed(vec![story("a", 30)])]);
    let mut edited = story("a", 30);
    edited.image = Some(crate::item::Image { url: "https://img.example/1.jpg".into(), ..Default::default() });
    let (stories, change) = first.merge(0, &feed(vec![edited]), 20, at(1_001));
    assert_eq!(change.changed.len(), 1);
    assert!(!stories.list[0].changed);
}

#[test]
fn a_tombstone_takes_a_story_at_once() {
    let first = merged(vec![feed(vec![story("a", 30), story("b", 20)])]);
    let answer = Feed { deleted: vec![ItemId::new("a").unwrap()], ..feed(vec![story("b", 20)]) };
    let (stories, change) = first.merge(0, &answer, 20, at(1_001));
    assert_eq!(ids(&stories), ["b"]);
    assert_eq!(change.withdrawn, [ItemId::new("a").unwrap()]);
}

#[test]
fn a_story_left_out_between_older_ones_goes_after_two_answers() {
    let all = feed(vec![story("a", 30), story("b", 20), story("c", 10)]);
    let without = feed(vec![story("a", 30), story("c", 10)]);
    assert_eq!(ids(&merged(vec![all.clone(), without.clone()])), ["a", "b", "c"]);
    assert_eq!(ids(&merged(vec![all, without.clone(), without])), ["a", "c"]);
}

#[test]
fn the_same_answer_once_more_is_the_second_witness() {
    let all = feed(vec![story("a", 30), story("b", 20), story("c", 10)]);
    let without = feed(vec![story("a", 30), story("c", 10)]);
    assert_eq!(merged(vec![all.clone()]).repeat(0), None);
    let (stories, change) = merged(vec![all, without]).repeat(0).unwrap();
    assert_eq!(ids(&stories), ["a", "c"]);
    assert_eq!(change.withdrawn, [ItemId::new("b").unwrap()]);
    assert_eq!(stories.repeat(0), None);
}

#[test]
fn a_story_that_comes_back_in_between_is_forgiven() {
    let all = feed(vec![story("a", 30), story("b", 20), story("c", 10)]);
    let without = feed(vec![story("a", 30), story("c", 10)]);
    assert_eq!(ids(&merged(vec![all.clone(), without.clone(), all, without])), ["a", "b", "c"]);
}

#[test]
fn a_story_that_fell_off_the_end_is_kept_up_to_the_cap() {
    let page = |from: i64| feed((from..from + 3).rev().map(|n| story(&n.to_string(), n)).collect());
    let mut stories = Stories::default();
    for from in 0..10 {
        stories = stories.merge(0, &page(from), 5, at(1_000 + from)).0;
    }
    assert_eq!(ids(&stories), ["11", "10", "9", "8", "7"]);
}

#[test]
fn an_empty_answer_takes_nothing_away() {
    let stories = merged(vec![feed(vec![story("a", 30)]), feed(vec![]), feed(vec![]), feed(vec![])]);
    assert_eq!(ids(&stories), ["a"]);
}

#[test]
fn a_truncated_answer_proves_nothing_about_what_it_leaves_out() {
    let all = feed(vec![story("a", 30), story("b", 20), story("c", 10)]);
    let cut = Feed { truncated: true, ..feed(vec![story("a", 30), story("c", 10)]) };
    assert_eq!(ids(&merged(vec![all, cut.clone(), cut])), ["a", "b", "c"]);
}

#[test]
fn an_answer_older_than_the_newest_accepted_is_dropped() {
    let newer = Feed { generated_at: Some(at(50)), ..feed(vec![story("b", 20), story("a", 10)]) };
    let older = Feed { generated_at: Some(at(40)), ..feed(vec![story("a", 10)]) };
    assert_eq!(ids(&merged(vec![newer, older.clone(), older])), ["b", "a"]);
}

#[test]
fn a_server_clock_that_runs_ahead_does_not_freeze_the_feed() {
    let ahead = Feed { generated_at: Some(at(900_000)), ..feed(vec![story("a", 10)]) };
    let right = Feed { generated_at: Some(at(1_001)), ..feed(vec![story("b", 20), story("a", 10)]) };
    assert_eq!(ids(&merged(vec![ahead, right])), ["b", "a"]);
}

#[test]
fn a_date_in_the_future_does_not_pin_a_story() {
    let mut future = story("a", 30);
    future.published = Some(at(9_000));
    future.derive(at(1_000));
    let first = merged(vec![feed(vec![future.clone(), story("b", 20)])]);
    let mut later = story("c", 1_002);
    later.derive(at(1_002));
    let (stories, _) = first.merge(0, &feed(vec![later, future, story("b", 20)]), 20, at(1_002));
    assert_eq!(ids(&stories), ["c", "a", "b"]);
}

#[test]
fn an_undated_story_stays_below_the_dated_one_before_it() {
    let undated = Item { published: None, sort_key: None, ..story("b", 0) };
    let stories = merged(vec![feed(vec![story("a", 30), undated, story("c", 20)])]);
    assert_eq!(ids(&stories), ["a", "b", "c"]);
}

#[test]
fn an_id_that_changes_at_every_fetch_is_one_story_by_address_and_title() {
    let renamed = Item { id: ItemId::new("random-2").unwrap(), ..story("a", 30) };
    let (stories, change) = merged(vec![feed(vec![story("a", 30)])]).merge(0, &feed(vec![renamed]), 20, at(1_001));
    assert_eq!(ids(&stories), ["a"]);
    assert!(change.is_empty(), "{change:?}");
}

#[test]
fn the_same_id_in_two_feeds_is_two_stories_and_the_same_address_is_shown_once() {
    let one = Stories::default().merge(0, &feed(vec![story("a", 30)]), 20, at(1_000)).0;
    let other = Item { url: Some("https://other.example/a".into()), ..story("a", 10) };
    let two =
        one.merge(1, &feed(vec![other, Item { id: ItemId::new("x").unwrap(), ..story("a", 30) }]), 20, at(1_000)).0;
    assert_eq!(two.all().count(), 3);
    assert_eq!(two.shown(20, None, at(1_000)).len(), 2);
}

#[test]
fn embargo_expiry_and_the_story_being_read_are_left_out_and_the_count_is_kept() {
    let embargoed = Item { embargoed_until: Some(at(2_000)), ..story("a", 50) };
    let expired = Item { expires: Some(at(900)), ..story("b", 40) };
    let stories = merged(vec![feed(vec![embargoed, expired, story("c", 30), story("d", 20), story("e", 10)])]);
    let shown = stories.shown(2, Some("https://paper.example/c"), at(1_000));
    assert_eq!(shown.iter().map(|s| s.key.id.as_str()).collect::<Vec<_>>(), ["d", "e"]);
    let later = stories.shown(1, None, at(2_000));
    assert_eq!(later[0].key.id.as_str(), "a");
}

#[test]
fn a_story_that_another_one_replaces_goes_with_the_first_answer_that_leaves_it_out() {
    let replacing = |id: &str, old: &str, minutes| Item { replaces: ItemId::new(old), ..story(id, minutes) };
    let first = merged(vec![feed(vec![story("b", 20), story("a", 10)])]);
    let (stories, change) = first.merge(0, &feed(vec![replacing("c", "b", 30), story("a", 10)]), 20, at(1_001));
    assert_eq!(ids(&stories), ["c", "a"]);
    assert_eq!(change.withdrawn, [ItemId::new("b").unwrap()]);
    // What the answer still lists stays, and nobody replaces himself.
    let both = feed(vec![replacing("c", "b", 30), story("b", 20), replacing("a", "a", 10)]);
    assert_eq!(ids(&first.merge(0, &both, 20, at(1_001)).0), ["c", "b", "a"]);
}
