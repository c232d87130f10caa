//! What a reader sees: Leptos components, one newsroom word each.
//!
//! This room decides markup, parts and accessible names. It refuses to know how stories came here (fetch, decode), which
//! attributes exist (element), and it renders without a browser, too: browser calls live in effects only.
//!
//! Elements come from [`node`], and not from `view!`: smaller, and safe on pages with Trusted Types by construction.

pub mod article;
pub mod dynamic;
pub mod face;
pub mod link;
pub mod node;
pub mod rail;
pub mod row;
pub mod slots;
pub mod story;
pub mod ticker;

use crate::store::desk::Desk;
use crate::store::watched::Watched;
use crate::text::{Locale, Phrase, Zone};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;

/// How an element is shown. Everything here may change at run time.
#[derive(Clone, Debug, PartialEq)]
pub struct Presentation {
    /// Interface language.
    pub locale: Locale,
    /// Zone of every time shown.
    pub zone: Zone,
    /// Whether times carry the zone's name.
    pub show_zone: bool,
    /// Ages instead of clock times.
    pub ages: bool,
    /// Headlines open a new tab.
    pub new_tab: bool,
    /// Query string added to headline links.
    pub link_params: Option<String>,
    /// The "whole feed" link.
    pub more: Option<String>,
    /// Title of the rail, where the publisher gave one.
    pub heading: Option<String>,
    /// Level of the title, 1 to 6.
    pub heading_level: u8,
    /// URL of the story being read.
    pub current: Option<String>,
    /// Language of items that state none.
    pub language: Option<String>,
    /// The element has a direction of its own.
    pub has_dir: bool,
    /// Rows of a skeleton.
    pub limit: usize,
    /// Ticker: one story after the other by itself.
    pub rotates: bool,
}

/// The presentation, watched.
pub type Look = Arc<Watched<Presentation>>;

/// What a reader can do; the element carries it out.
pub enum Act {
    /// Ask again now.
    Retry,
    /// Hold (true) or release the list.
    Pause(bool),
    /// Follow a headline.
    Open {
        /// The story's id.
        id: String,
        /// Where the headline leads.
        url: String,
    },
}

/// The element's hands.
#[derive(Clone)]
pub struct Actions(Rc<dyn Fn(Act) -> bool>);

impl Actions {
    /// Actions carried out by `run`, which says whether the browser may go on with its own part.
    pub fn new(run: impl Fn(Act) -> bool + 'static) -> Self {
        Self(Rc::new(run))
    }
}

/// Which element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The list.
    Rail,
    /// The line.
    Ticker,
    /// The story.
    Article,
}

/// All a component needs: handles, so copies are free.
#[derive(Clone, Copy)]
pub struct Front {
    /// What is true.
    pub desk: Desk,
    /// How it is shown.
    pub look: StoredValue<Look>,
    /// What the reader can do.
    pub actions: StoredValue<Actions, LocalStorage>,
}

impl Front {
    /// Carries out `act`; true means that the browser may go on.
    pub fn act(&self, act: Act) -> bool {
        self.actions.try_get_value().is_none_or(|actions| (actions.0)(act))
    }

    /// Reads the presentation. Tracked. The default only after the mount is gone.
    pub fn with<T: Default>(&self, read: impl FnOnce(&Presentation) -> T) -> T {
        self.look.try_get_value().and_then(|look| look.with(read)).unwrap_or_default()
    }

    /// A text in the reader's language. Tracked.
    pub fn say(&self, phrase: Phrase) -> &'static str {
        self.with(|look| look.locale.say(phrase))
    }

    /// The title: the publisher's, else ours. Tracked.
    pub fn title(&self) -> String {
        self.with(|look| look.heading.clone().unwrap_or_else(|| look.locale.say(Phrase::LatestNews).into()))
    }
}

/// The whole view of one element.
pub fn root(kind: Kind, front: Front) -> node::View {
    match kind {
        Kind::Rail => rail::rail(front),
        Kind::Ticker => ticker::ticker(front),
        Kind::Article => article::article(front),
    }
}
