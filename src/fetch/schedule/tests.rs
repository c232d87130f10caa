use super::{Action, Event, Schedule};

const ANSWER: Event = Event::Answered { every: None, max_age: None };
const FAIL: Event = Event::Failed { retry_after: None, settled: false };

fn started(every: u32) -> Schedule {
    let (schedule, action) = Schedule::new(every, false).next(Event::Start, 0.0, 0.5);
    assert_eq!(action, Action::Ask);
    schedule
}

/// Sends events one after the other at `now` with the same dice; returns the last action.
fn after(schedule: Schedule, events: &[Event], now: f64, dice: f64) -> (Schedule, Action) {
    events.iter().fold((schedule, Action::Keep), |(s, _), event| s.next(event.clone(), now, dice))
}

#[test]
fn the_next_poll_comes_after_the_interval_plus_at_most_a_fifth() {
    assert_eq!(after(started(30), &[ANSWER], 1_000.0, 0.0).1, Action::Wait(31_000.0));
    assert_eq!(after(started(30), &[ANSWER], 1_000.0, 1.0).1, Action::Wait(37_000.0));
}

#[test]
fn the_longest_wish_of_publisher_feed_and_cache_wins() {
    let wish = |every, max_age| Event::Answered { every, max_age };
    assert_eq!(after(started(30), &[wish(Some(60), None)], 0.0, 0.0).1, Action::Wait(60_000.0));
    assert_eq!(after(started(30), &[wish(Some(5), Some(90))], 0.0, 0.0).1, Action::Wait(90_000.0));
    assert_eq!(after(started(120), &[wish(Some(60), Some(90))], 0.0, 0.0).1, Action::Wait(120_000.0));
}

#[test]
fn ten_seconds_is_the_floor_whatever_was_asked() {
    assert_eq!(after(started(1), &[ANSWER], 0.0, 0.0).1, Action::Wait(10_000.0));
}

#[test]
fn a_feed_cannot_silence_itself_for_longer_than_an_hour() {
    let wish = Event::Answered { every: Some(86_400), max_age: Some(604_800) };
    assert_eq!(after(started(30), &[wish], 0.0, 0.0).1, Action::Wait(3_600_000.0));
}

#[test]
fn with_nothing_shown_three_tries_come_within_ten_seconds() {
    for dice in [0.0, 0.5, 1.0] {
        let (schedule, first) = after(started(30), &[FAIL], 0.0, dice);
        let Action::Wait(second_try) = first else { panic!("{first:?}") };
        let (schedule, action) = schedule.next(Event::Rang, second_try, dice);
        assert_eq!(action, Action::Ask);
        let (_, second) = schedule.next(FAIL, second_try, dice);
        let Action::Wait(third_try) = second else { panic!("{second:?}") };
        assert!(second_try < third_try && third_try <= 10_000.0, "{second_try} {third_try}");
    }
}

#[test]
fn back_off_doubles_its_spread_and_never_comes_before_the_interval() {
    let shown = after(started(30), &[ANSWER], 0.0, 0.0).0;
    let wait = |failures: usize, dice| match after(shown.clone(), &vec![FAIL; failures], 0.0, dice).1 {
        Action::Wait(at) => at,
        other => panic!("{other:?}"),
    };
    assert_eq!(wait(1, 0.0), 30_000.0);
    assert_eq!(wait(1, 1.0), 34_000.0);
    assert_eq!(wait(3, 1.0), 46_000.0);
    assert_eq!(wait(12, 1.0), 330_000.0);
    assert_eq!(wait(5_000, 1.0), 330_000.0);
}

#[test]
fn one_good_answer_ends_the_back_off() {
    let shown = after(started(30), &[ANSWER, FAIL, FAIL, FAIL], 0.0, 1.0).0;
    assert_eq!(shown.failures(), 3);
    let (schedule, action) = shown.next(ANSWER, 0.0, 0.0);
    assert_eq!((schedule.failures(), action), (0, Action::Wait(30_000.0)));
}

#[test]
fn retry_after_is_a_minimum_with_jitter_on_top_and_an_hour_at_most() {
    let told = |seconds| Event::Failed { retry_after: Some(seconds), settled: false };
    let shown = after(started(30), &[ANSWER], 0.0, 0.0).0;
    assert_eq!(after(shown.clone(), &[told(100)], 0.0, 0.0).1, Action::Wait(100_000.0));
    assert_eq!(after(shown.clone(), &[told(100)], 0.0, 1.0).1, Action::Wait(120_000.0));
    assert_eq!(after(shown.clone(), &[told(999_999)], 0.0, 0.0).1, Action::Wait(3_600_000.0));
    assert_eq!(after(shown, &[told(1)], 0.0, 0.0).1, Action::Wait(30_000.0));
}

#[test]
fn a_settled_refusal_is_asked_again_ten_times_later() {
    let shown = after(started(30), &[ANSWER], 0.0, 0.0).0;
    let refused = Event::Failed { retry_after: None, settled: true };
    assert_eq!(after(shown, &[refused], 0.0, 0.0).1, Action::Wait(300_000.0));
}

#[test]
fn a_hidden_page_asks_nothing_and_polls_once_within_two_seconds_when_it_returns() {
    let shown = after(started(30), &[ANSWER, Event::Hidden], 0.0, 0.0).0;
    let (schedule, action) = shown.next(Event::Rang, 3_600_000.0, 0.5);
    assert_eq!(action, Action::Rest);
    assert_eq!(schedule.next(Event::Shown, 3_600_000.0, 1.0).1, Action::Wait(3_602_000.0));
}

#[test]
fn a_page_that_returns_early_waits_for_its_turn() {
    let shown = after(started(30), &[ANSWER, Event::Hidden], 0.0, 0.0).0;
    assert_eq!(shown.next(Event::Shown, 5_000.0, 1.0).1, Action::Wait(30_000.0));
}

#[test]
fn an_answer_that_arrives_while_hidden_arms_nothing() {
    let (schedule, action) = after(started(30), &[Event::Hidden, ANSWER], 0.0, 0.0);
    assert_eq!(action, Action::Rest);
    assert_eq!(schedule.next(Event::Shown, 10_000.0, 0.0).1, Action::Wait(30_000.0));
}

#[test]
fn offline_asks_nothing_and_online_spreads_the_crowd_over_five_seconds() {
    let shown = after(started(30), &[ANSWER, Event::Offline], 0.0, 0.0).0;
    let (schedule, action) = shown.next(Event::Rang, 40_000.0, 0.5);
    assert_eq!(action, Action::Rest);
    assert_eq!(schedule.next(Event::Online, 50_000.0, 1.0).1, Action::Wait(55_000.0));
}

#[test]
fn a_machine_that_slept_does_not_ask_in_the_second_it_wakes() {
    let shown = after(started(30), &[ANSWER], 0.0, 0.0).0;
    let (schedule, action) = shown.next(Event::Rang, 3_600_000.0, 1.0);
    assert_eq!(action, Action::Wait(3_605_000.0));
    assert_eq!(schedule.next(Event::Rang, 3_605_000.0, 1.0).1, Action::Ask);
}

#[test]
fn a_timer_that_rings_early_waits_for_the_rest() {
    let shown = after(started(30), &[ANSWER], 0.0, 0.0).0;
    assert_eq!(shown.next(Event::Rang, 29_000.0, 0.0).1, Action::Wait(30_000.0));
}

#[test]
fn there_is_one_request_in_flight_and_never_two() {
    let asking = started(30);
    assert_eq!(asking.clone().next(Event::Refresh, 0.0, 0.0).1, Action::Keep);
    assert_eq!(asking.clone().next(Event::Shown, 0.0, 0.0).1, Action::Keep);
    assert_eq!(asking.next(Event::Rang, 100.0, 0.0).1, Action::Keep);
}

#[test]
fn a_feed_that_ended_is_never_asked_again() {
    let ended = after(started(30), &[Event::Ended], 0.0, 0.0).0;
    for event in [Event::Rang, Event::Refresh, Event::Shown, Event::Online] {
        assert_eq!(ended.clone().next(event, 9e9, 0.0).1, Action::Keep);
    }
}
