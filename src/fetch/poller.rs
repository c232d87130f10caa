//! Drives one feed's schedule in the browser: a timer, one request in flight, answers handed on.

use super::ask::{Abort, Answer, Refusal, ask};
use super::page::{self, Listener};
use super::schedule::{Action, Event, Schedule};
use crate::item::Code;
use gloo_timers::callback::Timeout;
use js_sys::Promise;
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};

/// What the element makes of an answer, and what the schedule must know of it.
pub struct Verdict {
    /// The feed's own interval, seconds.
    pub every: Option<u32>,
    /// The feed is over.
    pub ended: bool,
    /// The bytes were no feed.
    pub refused: bool,
    /// It was not their fault: read the same bytes again.
    pub again: bool,
}

/// Where answers go.
pub trait Inbox {
    /// An answer asked for ahead of this poller, once.
    fn ahead(&self, url: &str) -> Option<Promise>;
    /// A good answer whose bytes equal the last one's.
    fn unchanged(&self) -> Verdict;
    /// A good answer with the bytes that were refused last: nobody reads them again, and the failure stands.
    fn refused_again(&self);
    /// A good answer with new bytes. Reading them may take a while; the poller asks nothing meanwhile, and drops the work
    /// only with itself.
    fn answered(&self, answer: Answer) -> Pin<Box<dyn Future<Output = Verdict>>>;
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
    last: Cell<Option<Print>>,
    /// Bytes that were no feed, or that killed their reader: they will be neither at the next poll.
    bad: Cell<Option<Print>>,
}

/// Hash and length of the bytes last taken in.
type Print = (u64, usize);

/// A good status around bytes that are no feed.
const NO_FEED: Event = Event::Failed { retry_after: None, settled: false };

/// How far an answer has come.
enum Step {
    Told(Event),
    Reading { print: Print, max_age: Option<u32>, work: Pin<Box<dyn Future<Output = Verdict>>> },
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
            bad: Cell::default(),
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
            // Held for no longer than a step: a poller that is dropped meanwhile must be gone, and so must a dead instance.
            let alive = || weak.upgrade().filter(|_| !crate::dead::is_dead());
            let Some(step) = alive().map(|inner| inner.settle(answer)) else { return };
            let event = match step {
                Step::Told(event) => event,
                Step::Reading { print, max_age, work } => {
                    let verdict = work.await;
                    let Some(inner) = alive() else { return };
                    inner.understood(&verdict, print, max_age)
                }
            };
            if let Some(inner) = alive() {
                inner.step(event);
            }
        });
    }

    fn settle(&self, answer: Result<Answer, Refusal>) -> Step {
        let abort = self.abort.take();
        match answer {
            Ok(answer) => {
                abort.into_iter().for_each(Abort::settle);
                let (print, max_age) = ((fingerprint(&answer.bytes), answer.bytes.len()), answer.max_age);
                if self.last.get() == Some(print) {
                    return Step::Told(self.understood(&self.inbox.unchanged(), print, max_age));
                }
                if self.bad.get() == Some(print) {
                    self.inbox.refused_again();
                    return Step::Told(NO_FEED);
                }
                Step::Reading { print, max_age, work: self.inbox.answered(answer) }
            }
            // Dropped and so aborted: a server that stalls must not hold the page's connections.
            Err(refusal) => {
                drop(abort);
                Step::Told(self.refused(&refusal))
            }
        }
    }

    fn understood(&self, verdict: &Verdict, print: Print, max_age: Option<u32>) -> Event {
        if verdict.ended {
            return Event::Ended;
        }
        if verdict.refused {
            self.bad.set((!verdict.again).then_some(print));
            return NO_FEED;
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
