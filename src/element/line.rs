//! One feed's end of the wire: its answers become a feed, and the feed becomes news of the mount.

use super::wire::Wire;
use super::{clock, hooks, reading};
use crate::decode::{Hint, Source};
use crate::fetch::ask::{Answer, Refusal};
use crate::fetch::poller::{Inbox, Verdict};
use crate::item::{Code, Failure, Feed};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::{Rc, Weak};

/// One feed's end of the wire.
pub(super) struct Line {
    wire: Weak<Wire>,
    source: usize,
    /// The address asked for, before redirects.
    url: String,
    /// The answer asked for ahead is for the first try only.
    taken: Cell<bool>,
    /// Why the last bytes were no feed.
    failure: RefCell<Option<Failure>>,
    /// The feed's own interval, as last heard.
    every: Cell<Option<u32>>,
}

impl Line {
    pub(super) fn new(wire: &Rc<Wire>, source: usize, url: String) -> Self {
        Self {
            wire: Rc::downgrade(wire),
            source,
            url,
            taken: Cell::default(),
            failure: RefCell::default(),
            every: Cell::default(),
        }
    }
}

/// The interval an RSS feed suggests, seconds. A suggestion: it counts where the publisher set none.
fn hint(feed: &Feed) -> Option<u32> {
    feed.ttl_minutes.map(|minutes| minutes.saturating_mul(60))
}

/// The element is gone, and with it the wish for news.
const OVER: Verdict = Verdict { every: None, ended: true, refused: false, again: false };

/// What a poller holds of a line.
pub(super) struct End(pub(super) Rc<Line>);

impl Inbox for End {
    fn ahead(&self, url: &str) -> Option<js_sys::Promise> {
        if self.0.taken.replace(true) { None } else { hooks::ahead(url) }
    }

    fn unchanged(&self) -> Verdict {
        if let Some(wire) = self.0.wire.upgrade() {
            let change = wire.desk.confirm(self.0.source, clock::now());
            wire.announce(&change);
        }
        Verdict { every: self.0.every.get(), ended: false, refused: false, again: false }
    }

    fn answered(&self, answer: Answer) -> Pin<Box<dyn Future<Output = Verdict>>> {
        let line = Rc::clone(&self.0);
        Box::pin(async move {
            let Some(format) = line.wire.upgrade().map(|wire| wire.settings.borrow().format) else { return OVER };
            let content_type = answer.content_type.as_deref();
            let (status, now) = (Some(answer.status), clock::now());
            let source = Source { url: &answer.url, content_type, status, hint: Hint::Auto, now };
            let read = reading::read(&answer.bytes, format, source).await;
            let Some(wire) = line.wire.upgrade().filter(|_| !crate::dead::is_dead()) else { return OVER };
            match read {
                Ok(feed) => {
                    wire.take(line.source, &feed);
                    hooks::keep(&line.url, &answer.url, &answer.bytes, content_type);
                    let every = feed.every.or_else(|| hint(&feed).filter(|_| wire.settings.borrow().every.is_none()));
                    line.every.set(every);
                    Verdict { every, ended: feed.expired, refused: false, again: false }
                }
                Err(failure) => {
                    let again = failure.code == Code::WasmFailed;
                    line.failure.replace(Some(failure.clone()));
                    wire.fail(line.source, failure);
                    Verdict { every: None, ended: false, refused: true, again }
                }
            }
        })
    }

    fn refused_again(&self) {
        let failure = self.0.failure.borrow().clone();
        if let Some((wire, failure)) = self.0.wire.upgrade().zip(failure) {
            wire.fail(self.0.source, failure);
        }
    }

    fn refused(&self, refusal: &Refusal) {
        if let Some(wire) = self.0.wire.upgrade() {
            wire.fail(self.0.source, refusal.failure.clone());
        }
    }
}
