//! The poll schedule: a pure state machine. Time and chance are arguments, so that every rule can be tested by hand.
//!
//! Rules: an interval never below what publisher, feed and server ask for; jitter only upwards, so that a crowd
//! spreads and nobody asks early; full-jitter back-off after failures; nothing while hidden or offline.

/// Milliseconds on a clock that only moves forward.
pub type Millis = f64;

const SECOND: Millis = 1_000.0;
/// Nobody may ask more often than this.
const FLOOR: Millis = 10.0 * SECOND;
/// Used where the publisher gives no `every`.
pub const DEFAULT_EVERY: u32 = 30;
/// A server may make us wait, but not for ever (RFC 9110 section 10.2.3 sets no limit; we do).
const LONGEST_WAIT: Millis = 3_600.0 * SECOND;
/// Pauses before the second and third try while the reader still looks at nothing; three tries fit in ten seconds.
const EAGER_PAUSES: [Millis; 2] = [1.5 * SECOND, 4.0 * SECOND];
/// A timer this late means that the machine slept.
const SLEPT: Millis = 30.0 * SECOND;

/// Where one feed's polling stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Schedule {
    /// What the publisher asked for, seconds.
    every: u32,
    /// What feed and server asked for at the last answer.
    floor: Millis,
    failures: u32,
    /// Whether the reader sees stories.
    shown: bool,
    hidden: bool,
    offline: bool,
    in_flight: bool,
    ended: bool,
    /// When the next poll is due.
    due: Millis,
    /// Not before this, even when the network comes back: what feed and server asked for, and the floor for all.
    earliest: Millis,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The element asks for its first stories.
    Start,
    /// The armed timer rang.
    Rang,
    /// A good answer came. Seconds.
    Answered {
        /// The feed's own `every`.
        every: Option<u32>,
        /// `Cache-Control: max-age`.
        max_age: Option<u32>,
    },
    /// A try failed.
    Failed {
        /// `Retry-After` in seconds, where it could be read.
        retry_after: Option<u32>,
        /// Asking again soon is pointless (401, 403, 404).
        settled: bool,
    },
    /// The feed ended: expired, or 410.
    Ended,
    /// The page went out of sight.
    Hidden,
    /// The page came back.
    Shown,
    /// The browser says it has no network.
    Offline,
    /// The browser says it has one again.
    Online,
    /// Somebody wants it now.
    Refresh,
}

/// What to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Send one request.
    Ask,
    /// Ring at this time; replaces any armed timer.
    Wait(Millis),
    /// No timer at all.
    Rest,
    /// Leave everything as it is.
    Keep,
}

impl Schedule {
    /// A schedule before its first request. `every` in seconds.
    pub fn new(every: u32, hidden: bool) -> Self {
        Self {
            every,
            floor: 0.0,
            failures: 0,
            shown: false,
            hidden,
            offline: false,
            in_flight: false,
            ended: false,
            due: 0.0,
            earliest: 0.0,
        }
    }

    /// Failed tries since the last good answer.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// The interval without jitter.
    fn interval(&self) -> Millis {
        (f64::from(self.every) * SECOND).max(self.floor).max(FLOOR)
    }

    /// The one transition. `dice` is uniform in 0..1.
    pub fn next(mut self, event: Event, now: Millis, dice: f64) -> (Self, Action) {
        if self.ended {
            return (self, Action::Keep);
        }
        let action = match event {
            Event::Start | Event::Refresh => self.ask(),
            Event::Rang => self.rang(now, dice),
            Event::Answered { every, max_age } => {
                self.in_flight = false;
                self.shown = true;
                self.failures = 0;
                self.floor = f64::from(every.unwrap_or(0).max(max_age.unwrap_or(0)).min(3_600)) * SECOND;
                self.earliest = now + self.floor.max(FLOOR);
                self.arm(now + self.interval() * (1.0 + 0.2 * dice))
            }
            Event::Failed { retry_after, settled } => self.failed(retry_after, settled, now, dice),
            Event::Ended => {
                self.ended = true;
                Action::Rest
            }
            Event::Hidden => {
                self.hidden = true;
                Action::Rest
            }
            Event::Shown => {
                self.hidden = false;
                self.resume(now, 2.0 * SECOND * dice)
            }
            Event::Offline => {
                self.offline = true;
                Action::Rest
            }
            Event::Online => {
                self.offline = false;
                self.due = self.due.min(now.max(self.earliest));
                self.resume(now, 5.0 * SECOND * dice)
            }
        };
        (self, action)
    }

    fn ask(&mut self) -> Action {
        if self.in_flight {
            return Action::Keep;
        }
        self.in_flight = true;
        Action::Ask
    }

    fn rang(&mut self, now: Millis, dice: f64) -> Action {
        if self.hidden || self.offline {
            return Action::Rest;
        }
        if now < self.due {
            return self.arm(self.due);
        }
        // A late timer is a machine that woke: everybody in the house wakes with it, so spread.
        if now - self.due > SLEPT {
            return self.arm(now + 5.0 * SECOND * dice);
        }
        self.ask()
    }

    fn failed(&mut self, retry_after: Option<u32>, settled: bool, now: Millis, dice: f64) -> Action {
        self.in_flight = false;
        self.failures = self.failures.saturating_add(1);
        let eager = EAGER_PAUSES.get(self.failures as usize - 1).filter(|_| !self.shown);
        let pause = match (retry_after, eager) {
            (Some(seconds), _) => (f64::from(seconds) * SECOND).min(LONGEST_WAIT) * (1.0 + 0.2 * dice),
            (None, Some(pause)) => return self.arm(now + pause * (0.5 + 0.5 * dice)),
            (None, None) => 0.0,
        };
        self.earliest = now + pause.max(if self.shown { FLOOR } else { 0.0 });
        let spread = (2.0 * SECOND * 2f64.powi(self.failures.min(20) as i32)).min(300.0 * SECOND);
        let interval = if settled { self.interval() * 10.0 } else { self.interval() };
        self.arm(now + (interval + spread * dice).max(pause))
    }

    fn arm(&mut self, at: Millis) -> Action {
        self.due = at;
        if self.hidden || self.offline { Action::Rest } else { Action::Wait(at) }
    }

    /// Back in sight or back on the network: soon if due, else when due.
    fn resume(&mut self, now: Millis, spread: Millis) -> Action {
        if self.hidden || self.offline || self.in_flight {
            return Action::Keep;
        }
        let at = if self.due <= now { now + spread } else { self.due };
        self.arm(at)
    }
}

#[cfg(test)]
mod tests;
