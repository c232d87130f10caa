//! A million random events against the schedule: what must never happen, does not.
#![allow(clippy::panic, reason = "a failing test panics")]

use newsrail::fetch::schedule::{Action, Event, Schedule};

/// xorshift64*: the same events at every run, without a crate.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) % sides
    }

    fn chance(&mut self) -> f64 {
        self.roll(1_000_001) as f64 / 1e6
    }
}

/// The world around a schedule, as the poller builds it.
struct World {
    schedule: Schedule,
    every: u32,
    now: f64,
    in_flight: bool,
    timer: Option<f64>,
    hidden: bool,
    offline: bool,
    shown: bool,
    /// The last answer, and the longest pause somebody may ask for after it.
    answered_at: Option<f64>,
    refreshed: bool,
    asked: u64,
}

impl World {
    fn new(every: u32) -> Self {
        Self {
            schedule: Schedule::new(every, false),
            every,
            now: 0.0,
            in_flight: false,
            timer: None,
            hidden: false,
            offline: false,
            shown: false,
            answered_at: None,
            refreshed: false,
            asked: 0,
        }
    }

    fn step(&mut self, event: Event, dice: &mut Dice) {
        self.refreshed = matches!(event, Event::Refresh);
        let (next, action) = self.schedule.clone().next(event.clone(), self.now, dice.chance());
        self.schedule = next;
        match action {
            Action::Ask => {
                assert!(!self.in_flight, "two requests in flight after {event:?}");
                let by_hand = matches!(event, Event::Refresh | Event::Start);
                assert!(by_hand || !(self.hidden || self.offline), "asked while nobody looks, after {event:?}");
                if let Some(answered) = self.answered_at.filter(|_| !by_hand) {
                    assert!(self.now - answered >= 10_000.0, "asked {} ms after an answer", self.now - answered);
                }
                self.in_flight = true;
                self.timer = None;
                self.asked += 1;
            }
            Action::Wait(at) => self.timer = Some(at),
            Action::Rest => self.timer = None,
            Action::Keep => {}
        }
        let must_move = self.in_flight || self.hidden || self.offline;
        assert!(must_move || self.timer.is_some(), "silent for ever after {event:?}");
        if let Some(at) = self.timer {
            assert!(at - self.now <= 1.2 * 36_000_000.0 + 300_000.0, "the next ring is {} ms away", at - self.now);
        }
    }

    /// One random thing that can happen now.
    fn live(&mut self, dice: &mut Dice) {
        match dice.roll(10) {
            0..4 if self.in_flight => {
                self.in_flight = false;
                self.now += dice.roll(3_000) as f64;
                let wish = |dice: &mut Dice| (dice.roll(3) == 0).then(|| dice.roll(100_000) as u32);
                if dice.roll(3) == 0 {
                    self.step(Event::Failed { retry_after: wish(dice), settled: dice.roll(9) == 0 }, dice);
                } else {
                    (self.shown, self.answered_at) = (true, Some(self.now));
                    self.step(Event::Answered { every: wish(dice), max_age: wish(dice) }, dice);
                }
            }
            4 => {
                self.hidden = !self.hidden;
                let event = if self.hidden { Event::Hidden } else { Event::Shown };
                self.step(event, dice);
            }
            5 => {
                self.offline = !self.offline;
                let event = if self.offline { Event::Offline } else { Event::Online };
                self.step(event, dice);
            }
            6 if dice.roll(20) == 0 => self.step(Event::Refresh, dice),
            7 => self.now += dice.roll(20_000) as f64,
            _ => {
                // A timer rings late, and sometimes a whole night late.
                let Some(at) = self.timer.take() else { return };
                let late = if dice.roll(50) == 0 { 30_000_000 } else { 50 };
                self.now = self.now.max(at) + dice.roll(late) as f64;
                self.step(Event::Rang, dice);
            }
        }
    }
}

#[test]
fn never_two_requests_never_below_the_floor_never_silent_for_ever() {
    let mut asked = 0;
    for (seed, every) in [(1, 1), (2, 10), (3, 30), (4, 300), (5, 3_600)] {
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15 ^ seed);
        let mut world = World::new(every);
        world.step(Event::Start, &mut dice);
        for _ in 0..200_000 {
            world.live(&mut dice);
        }
        assert!(world.shown && world.every == every);
        asked += world.asked;
    }
    assert!(asked > 50_000, "only {asked} requests: the test tried too little");
}
