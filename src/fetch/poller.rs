//! Drives one feed's schedule in the browser: a timer, one request in flight, answers handed on.

use super::ask::{Abort, Answer, Refusal, ask};
use super::page::{self, Listener};
use super::schedule::{Action, Event, Schedule};
use crate::item::Code;
use gloo_timers::callback::Timeout;
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// What the element makes of an answer, and what the schedule must know of it.
pub struct Verdict {
    /// The feed's own interval, seconds.
    pub every: Option<u32>,
    /// The feed is over.
    pub ended: bool,
    /// The bytes were no feed.
    pub refused: bool,
}

/// Where answers go.
pub trait Inbox {
    /// An answer asked for ahead of this poller, once.
    fn ahead(&self, url: &str) -> Option<Promise>;
    /// A good answer; `None` where its bytes equal the last one's.
    fn answered(&self, answer: Option<Answer>) -> Verdict;
    /// A failed try.
    fn refused(&self, refusal: &Refusal);
}

/// Polls until dropped.
#[must_use = "dropping it ends the polling"]
pub struct Poller {
    inner: Rc<Inner>,
    _listeners: Vec<Listener>,
}

struct Inner {
    url: String,
    inbox: Box<dyn Inbox>,
    schedule: RefCell<Schedule>,
    timer: RefCell<Option<Timeout>>,
    abort: RefCell<Option<Abort>>,
    /// Hash and length of the bytes last taken in.
    last: Cell<Option<(u64, usize)>>,
}

impl Poller {
    /// Starts with one request now, then as the schedule says. `every` in seconds.
    pub fn start(url: String, every: u32, inbox: Box<dyn Inbox>) -> Self {
        let schedule = Schedule::new(every, page::is_hidden());
        let inner = Rc::new(Inner {
            url,
            inbox,
            schedule: RefCell::new(schedule),
            timer: RefCell::default(),
            abort: RefCell::default(),
            last: Cell::default(),
        });
        let weak = Rc::downgrade(&inner);
        let listeners = page::watch(move |event| {
            if let Some(inner) = weak.upgrade() {
                inner.step(event);
            }
        });
        inner.step(Event::Start);
        Self { inner, _listeners: listeners }
    }

    /// Asks now, unless a request is on its way.
    pub fn refresh(&self) {
        self.inner.step(Event::Refresh);
    }
}

impl Drop for Poller {
    fn drop(&mut self) {
        self.inner.timer.take();
        self.inner.abort.take();
    }
}

impl Inner {
    fn step(self: &Rc<Self>, event: Event) {
        // A callback of an instance that panicked must not touch anything.
        if crate::dead::is_dead() {
            return;
        }
        let Ok(mut schedule) = self.schedule.try_borrow_mut() else { return };
        let (next, action) = schedule.clone().next(event, page::monotonic(), js_sys::Math::random());
        *schedule = next;
        drop(schedule);
        match action {
            Action::Ask => self.ask(),
            Action::Wait(at) => self.wait(at),
            Action::Rest => {
                self.timer.take();
            }
            Action::Keep => {}
        }
    }

    fn wait(self: &Rc<Self>, at: f64) {
        let weak = Rc::downgrade(self);
        let pause = (at - page::monotonic()).clamp(0.0, f64::from(i32::MAX)) as u32;
        let timer = Timeout::new(pause, move || {
            if let Some(inner) = Weak::upgrade(&weak) {
                inner.step(Event::Rang);
            }
        });
        self.timer.replace(Some(timer));
    }

    fn ask(self: &Rc<Self>) {
        self.timer.take();
        let weak = Rc::downgrade(self);
        let (url, ahead) = (self.url.clone(), self.inbox.ahead(&self.url));
        let abort = Abort::armed();
        let signal = abort.signal();
        // Kept here and not in the future: dropping the poller has to end the request.
        self.abort.replace(Some(abort));
        wasm_bindgen_futures::spawn_local(async move {
            let answer = ask(&url, ahead, signal).await;
            if crate::dead::is_dead() {
                return;
            }
            if let Some(inner) = weak.upgrade() {
                inner.settle(answer);
            }
        });
    }

    fn settle(self: &Rc<Self>, answer: Result<Answer, Refusal>) {
        let abort = self.abort.take();
        let event = match answer {
            Ok(answer) => {
                abort.into_iter().for_each(Abort::settle);
                self.taken(answer)
            }
            // Dropped and so aborted: a server that stalls must not hold the page's connections.
            Err(refusal) => {
                drop(abort);
                self.refused(&refusal)
            }
        };
        self.step(event);
    }

    fn taken(&self, answer: Answer) -> Event {
        let print = (fingerprint(&answer.bytes), answer.bytes.len());
        let max_age = answer.max_age;
        let is_same = self.last.get() == Some(print);
        let verdict = self.inbox.answered((!is_same).then_some(answer));
        if verdict.ended {
            return Event::Ended;
        }
        if verdict.refused {
            return Event::Failed { retry_after: None, settled: false };
        }
        self.last.set(Some(print));
        Event::Answered { every: verdict.every, max_age }
    }

    fn refused(&self, refusal: &Refusal) -> Event {
        self.inbox.refused(refusal);
        match refusal.failure.code {
            Code::Gone => Event::Ended,
            Code::AccessDenied | Code::NotFound => Event::Failed { retry_after: refusal.retry_after, settled: true },
            _ => Event::Failed { retry_after: refusal.retry_after, settled: false },
        }
    }
}

/// FNV-1a over the bytes: enough to see that nothing changed, cheap enough for every poll.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}
