//! One live instance of an element: made on connect, gone on disconnect.

use super::clock::{self, Ticking};
use super::present::{self, Surroundings};
use super::settings::{Settings, Tag};
use super::wire::Wire;
use super::{emit, plain, style};
use crate::fetch::page;
use crate::store::Standing;
use crate::store::desk::{Desk, Masthead};
use crate::store::watched::Watched;
use crate::view::{self, Act, Actions, Front};
use leptos::prelude::*;
use std::any::Any;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, ShadowRoot};

/// Everything that must go when the element goes.
pub struct Mount {
    wire: Rc<Wire>,
    view: Option<Box<dyn Any>>,
    owner: Owner,
    _ticking: Ticking,
}

impl Mount {
    /// Mounts into `root`; `None` for a tag that is not ours.
    pub fn new(host: HtmlElement, root: &ShadowRoot) -> Option<Self> {
        let tag = Tag::from_name(&host.local_name())?;
        let (settings, said) = Settings::read(|name| host.get_attribute(name));
        let page = surroundings(&host);
        let before = children(root);
        let stands_in =
            Standing { has_links: has_own_content(&host), is_prerendered: !before.is_empty(), ..Standing::default() };
        style::adopt(root);
        // Made with no other owner current: a mount inside another one's render would die with it.
        let owner = Owner::new();
        let (wire, view) = owner.with(|| {
            let now = clock::now();
            let desk = Desk::new(present::terms(&settings, &page), stands_in, now);
            let (presentation, _) = present::presentation(&settings, &Masthead::default(), &page);
            let look = Arc::new(Watched::new(presentation));
            let wire = Rc::new(Wire::new(host.clone(), tag, desk, look.clone(), settings, page));
            wire.prerendered.replace(before);
            let actions = StoredValue::new_local(actions(&wire));
            let front = Front { desk, look: StoredValue::new(look), actions };
            (wire, mount_into(root, tag, front, &host))
        });
        said.iter().for_each(|line| wire.tell(line));
        let desk = wire.desk;
        let ticking = clock::every_minute(move |now| desk.tick(now));
        Some(Self { wire, view: Some(view), owner, _ticking: ticking })
    }

    /// What the mount does first, as a step of its own: from here on events reach the page, whose handlers may call the
    /// element's methods, and those must find it mounted.
    pub fn begin(&self) -> impl FnOnce() + 'static {
        let wire = self.wire.clone();
        move || {
            wire.present();
            if wire.settings.borrow().paused {
                wire.pause(true);
            }
            match inline_data(&wire.host) {
                Some(json) => wire.take_inline(&json),
                None if wire.settings.borrow().src.is_empty() => wire.desk.rest(),
                None => {}
            }
            wire.poll();
        }
    }

    /// An attribute changed: reads all of them again, and does what differs.
    pub fn attributes(&self) {
        #[cfg(feature = "test-hooks")]
        test_panic(&self.wire.host);
        let (next, said) = Settings::read(|name| self.wire.host.get_attribute(name));
        said.iter().for_each(|line| self.wire.tell(line));
        let old = self.wire.settings.replace(next.clone());
        self.owner.with(|| {
            if old.src != next.src {
                self.wire.hang_up();
                self.wire.clear_prerendered();
                self.wire.desk.clear(clock::now());
                if next.src.is_empty() {
                    self.wire.desk.rest();
                }
            }
            if old.paused != next.paused {
                self.wire.pause(next.paused);
            }
            let terms = present::terms(&next, &self.wire.page);
            if terms != present::terms(&old, &self.wire.page) {
                self.wire.desk.want(terms, clock::now());
            }
            self.wire.present();
            if old.src != next.src || old.format != next.format || old.every != next.every {
                self.wire.poll();
            }
        });
    }

    /// The page calls a method of the element.
    pub fn command(&self, word: &str) {
        match word {
            "refresh" => self.wire.refresh(),
            "pause" => self.wire.pause(true),
            "resume" => self.wire.pause(false),
            _ => {}
        }
    }

    /// The stories on show, with the names of own JSON: those of the list, or the article's one.
    pub fn items(&self) -> JsValue {
        let desk = self.wire.desk;
        let shown = match self.wire.tag {
            Tag::Article => untrack(|| desk.picked()).into_iter().collect(),
            Tag::Rail | Tag::Ticker => desk.snapshot(),
        };
        shown.iter().map(|story| plain::of(&story.item.to_json())).collect::<js_sys::Array>().into()
    }
}

impl Drop for Mount {
    fn drop(&mut self) {
        // Requests first, then the view, then what effects and listeners still hold.
        self.wire.hang_up();
        self.view = None;
        self.owner.cleanup();
    }
}

#[cfg(feature = "test-hooks")]
#[expect(clippy::panic, reason = "the seam that lets a test see what a panic does to the page")]
fn test_panic(host: &HtmlElement) {
    if host.has_attribute("test-panic") {
        let _ = host.remove_attribute("test-panic");
        panic!("asked for by a test");
    }
}

fn mount_into(root: &ShadowRoot, tag: Tag, front: Front, host: &HtmlElement) -> Box<dyn Any> {
    let host = host.clone();
    // `mount_to` asks for an HtmlElement and only calls Node's methods on it; Leptos' own Portal does the same cast.
    let parent: HtmlElement = root.clone().unchecked_into();
    Box::new(leptos::mount::mount_to(parent, move || {
        // In here, because only now there is an executor for effects.
        report_state(&host, front.desk);
        view::root(tag.into(), front)
    }))
}

/// Keeps the `state` attribute true.
fn report_state(host: &HtmlElement, desk: Desk) {
    let host = send_wrapper::SendWrapper::new(host.clone());
    Effect::new(move |last: Option<&'static str>| {
        let word = desk.word().as_str();
        if last != Some(word) {
            // Refused only for an illegal name.
            let _ = host.set_attribute("state", word);
            emit::state(&host, word);
        }
        word
    });
}

fn actions(wire: &Rc<Wire>) -> Actions {
    // Weak: the view must not keep alive what keeps the view alive.
    let wire = Rc::downgrade(wire);
    Actions::new(move |act| {
        let Some(wire) = wire.upgrade().filter(|_| !crate::dead::is_dead()) else { return true };
        match act {
            Act::Retry => wire.refresh(),
            Act::Pause(paused) => wire.pause(paused),
            Act::Open { id, url } => return emit::open(&wire.host, &id, &url),
        }
        true
    })
}

fn children(root: &ShadowRoot) -> Vec<Node> {
    let nodes = root.child_nodes();
    (0..nodes.length()).filter_map(|at| nodes.item(at)).collect()
}

/// Whether the element holds something of the page's own that stands in until the first stories.
fn has_own_content(host: &HtmlElement) -> bool {
    let nodes = host.child_nodes();
    (0..nodes.length()).filter_map(|at| nodes.item(at)).any(|node| match node.dyn_ref::<Element>() {
        Some(element) => {
            let name = element.local_name();
            let is_plumbing =
                matches!(name.as_str(), "script" | "style" | "template") || Tag::from_name(&name).is_some();
            !is_plumbing && !element.has_attribute("slot")
        }
        None => node.node_type() == Node::TEXT_NODE && node.text_content().is_some_and(|text| !text.trim().is_empty()),
    })
}

fn inline_data(host: &HtmlElement) -> Option<String> {
    // A script of the page's own, or the template in which the loader keeps the text of a script tag: text put into a
    // script by script would be a Trusted Types violation.
    let selector = ":scope>:is(script,template)[type='application/json']:not([slot])";
    host.query_selector(selector).ok().flatten()?.text_content().filter(|json| !json.trim().is_empty())
}

fn surroundings(host: &HtmlElement) -> Surroundings {
    let window = page::window();
    let document = host.owner_document();
    let lang = host.closest("[lang]").ok().flatten().and_then(|element| element.get_attribute("lang"));
    let canonical = document.as_ref().and_then(|d| d.query_selector("link[rel~='canonical'][href]").ok().flatten());
    let base = host.base_uri().ok().flatten().unwrap_or_default();
    let here = || document.as_ref().and_then(|d| d.url().ok());
    let url = canonical.and_then(|link| link.get_attribute("href")).or_else(here);
    let still = window.and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    Surroundings {
        lang,
        page: url.and_then(|url| crate::decode::url::absolute(&url, &base)),
        base: Some(base),
        has_dir: host.has_attribute("dir"),
        zone: None,
        is_still: still.is_some_and(|query| query.matches()),
    }
}
