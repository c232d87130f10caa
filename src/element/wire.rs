//! One mount's wiring: feeds in, signals and events out.

use super::line::{End, Line};
use super::present::{self, Surroundings};
use super::settings::{Settings, Tag};
use super::{clock, console, emit, reading};
use crate::decode::{Hint, Source, decode};
use crate::fetch::poller::Poller;
use crate::fetch::{request_url, schedule};
use crate::item::{Code, Failure, Feed};
use crate::store::Change;
use crate::store::desk::Desk;
use crate::view::Look;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{HtmlElement, Node};

/// What every callback of a mount shares.
pub struct Wire {
    /// The element.
    pub host: HtmlElement,
    /// Which of the three it is.
    pub tag: Tag,
    /// Its stories.
    pub desk: Desk,
    /// How they are shown.
    pub look: Look,
    /// Attributes, read.
    pub settings: RefCell<Settings>,
    /// The page around it.
    pub page: Surroundings,
    /// Nodes that were in the shadow root before us (prerendered); they go with the first stories.
    pub prerendered: RefCell<Vec<Node>>,
    pollers: RefCell<Vec<Poller>>,
    is_ready: Cell<bool>,
    told: RefCell<Vec<String>>,
}

impl Wire {
    /// A wire without pollers yet.
    pub fn new(host: HtmlElement, tag: Tag, desk: Desk, look: Look, settings: Settings, page: Surroundings) -> Self {
        Self {
            host,
            tag,
            desk,
            look,
            settings: RefCell::new(settings),
            page,
            prerendered: RefCell::default(),
            pollers: RefCell::default(),
            is_ready: Cell::default(),
            told: RefCell::default(),
        }
    }

    /// Starts one poller per feed. Feed 0 is the inline one without a feed, so addresses count from 1.
    pub fn poll(self: &Rc<Self>) {
        let (src, every) = {
            let settings = self.settings.borrow();
            (settings.src.clone(), settings.every.unwrap_or(schedule::DEFAULT_EVERY))
        };
        let base = self.host.base_uri().ok().flatten().unwrap_or_default();
        let mut pollers = Vec::new();
        for (at, src) in src.iter().enumerate() {
            match crate::decode::url::absolute(src, &base) {
                Some(url) => {
                    let url = request_url(&url);
                    pollers.push(Poller::start(
                        url.clone(),
                        every,
                        Box::new(End(Rc::new(Line::new(self, at + 1, url)))),
                    ));
                }
                None => self.tell(&["src=\"", src, "\" is no http(s) address and is not read"].concat()),
            }
        }
        self.pollers.replace(pollers);
    }

    /// Ends all polling; requests on their way are aborted.
    pub fn hang_up(&self) {
        self.pollers.take();
    }

    /// Asks every feed now.
    pub fn refresh(&self) {
        self.pollers.borrow().iter().for_each(Poller::refresh);
    }

    /// Holds or releases the list.
    pub fn pause(&self, paused: bool) {
        self.desk.pause(paused, clock::now());
    }

    /// Takes in inline data: the first feed, there before any request.
    pub fn take_inline(self: &Rc<Self>, json: &str) {
        let base = self.host.base_uri().ok().flatten().unwrap_or_default();
        // Where there is a feed as well, these are its stories of an earlier moment: it corrects and withdraws them.
        let position = usize::from(!self.settings.borrow().src.is_empty());
        let source = Source { url: &base, content_type: None, status: None, hint: Hint::Auto, now: clock::now() };
        match decode(json.as_bytes(), &source) {
            Err(failure) if failure.code == Code::Unsupported => {
                let (wire, json) = (Rc::downgrade(self), json.to_owned());
                wasm_bindgen_futures::spawn_local(async move {
                    let source =
                        Source { url: &base, content_type: None, status: None, hint: Hint::Auto, now: clock::now() };
                    let read = reading::read(json.as_bytes(), "auto", source).await;
                    if let Some(wire) = wire.upgrade().filter(|_| !crate::dead::is_dead()) {
                        wire.taken(position, read);
                    }
                });
            }
            read => self.taken(position, read),
        }
    }

    fn taken(&self, position: usize, read: Result<Feed, Failure>) {
        match read {
            Ok(feed) => self.take(position, &feed),
            Err(failure) => self.fail(position, failure),
        }
    }

    /// Works out the presentation anew and says what could not be obeyed.
    pub fn present(&self) {
        let (presentation, said) = present::presentation(&self.settings.borrow(), &self.desk.masthead(), &self.page);
        self.look.set(presentation);
        said.iter().for_each(|line| self.tell(line));
    }

    /// One console line, once.
    pub fn tell(&self, line: &str) {
        if self.is_first(line) {
            console::warn(self.tag.name(), line);
        }
    }

    fn is_first(&self, line: &str) -> bool {
        let mut told = self.told.borrow_mut();
        let is_first = !told.iter().any(|said| said == line);
        if is_first {
            told.push(line.to_owned());
        }
        is_first
    }

    pub(super) fn take(&self, source: usize, feed: &Feed) {
        let change = self.desk.take(source, feed, clock::now());
        self.present();
        if !feed.items.is_empty() {
            self.clear_prerendered();
        }
        if !self.is_ready.replace(true) {
            emit::ready(&self.host);
        }
        self.announce(&change);
    }

    /// The stories that were prerendered make room for live ones.
    pub fn clear_prerendered(&self) {
        self.prerendered.take().iter().for_each(|node| {
            if let Some(parent) = node.parent_node() {
                // The page may have taken it away; then there is nothing to remove.
                let _ = parent.remove_child(node);
            }
        });
    }

    pub(super) fn announce(&self, change: &Change) {
        if !change.is_empty() {
            emit::update(&self.host, change);
        }
    }

    pub(super) fn fail(&self, source: usize, failure: Failure) {
        if self.desk.fail(source, failure.clone(), clock::now()) {
            emit::error(&self.host, &failure);
            // Once per code, however often the network comes and goes.
            if self.is_first(failure.code.as_str()) {
                console::warn(self.tag.name(), &[failure.code.as_str(), ": ", &failure.message].concat());
            }
        }
    }
}
