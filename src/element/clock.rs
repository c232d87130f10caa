//! The time of day, and one minute hand for all elements of the page.

use crate::item::Time;
use gloo_timers::callback::Interval;
use std::cell::RefCell;
use std::rc::Rc;

/// Now, by the reader's clock.
pub fn now() -> Time {
    Time::from_timestamp_millis(js_sys::Date::now() as i64).unwrap_or_default()
}

type Tick = Rc<dyn Fn(Time)>;

#[derive(Default)]
struct Hand {
    next_key: u32,
    ticks: Vec<(u32, Tick)>,
    timer: Option<Interval>,
}

thread_local! {
    static HAND: RefCell<Hand> = RefCell::default();
}

/// Stops ticking when dropped; the last one stops the hand.
#[must_use = "the ticking ends when this is dropped"]
pub struct Ticking(u32);

/// Texts that tell ages change by the minute; half a minute late is the most a reader sees.
const EVERY_MS: u32 = 30_000;

/// Calls `tick` twice a minute, also while the page is hidden: browsers slow that down by themselves.
pub fn every_minute(tick: impl Fn(Time) + 'static) -> Ticking {
    HAND.with_borrow_mut(|hand| {
        hand.next_key += 1;
        hand.ticks.push((hand.next_key, Rc::new(tick)));
        hand.timer.get_or_insert_with(|| Interval::new(EVERY_MS, strike));
        Ticking(hand.next_key)
    })
}

fn strike() {
    if crate::dead::is_dead() {
        return;
    }
    // Copied out first: a tick may mount or unmount an element.
    let ticks: Vec<Tick> = HAND.with_borrow(|hand| hand.ticks.iter().map(|(_, tick)| tick.clone()).collect());
    let now = now();
    ticks.iter().for_each(|tick| tick(now));
}

impl Drop for Ticking {
    fn drop(&mut self) {
        let _ = HAND.try_with(|hand| {
            if let Ok(mut hand) = hand.try_borrow_mut() {
                hand.ticks.retain(|(key, _)| *key != self.0);
                if hand.ticks.is_empty() {
                    hand.timer = None;
                }
            }
        });
    }
}
