//! A list of stories from one source.

use super::{Item, ItemId, Time};

/// A decoded feed. Items stand in document order; the store sorts them.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Feed {
    /// What the bytes were.
    pub format: Format,
    /// The feed's own name.
    pub title: Option<String>,
    /// Home page, absolute http(s).
    pub url: Option<String>,
    /// The feed's own address.
    pub feed_url: Option<String>,
    /// BCP 47.
    pub language: Option<String>,
    /// IANA zone of the newsroom.
    pub time_zone: Option<String>,
    /// When the server wrote this answer: the clock that ages count from.
    pub generated_at: Option<Time>,
    /// Poll interval the feed asks for, seconds.
    pub every: Option<u32>,
    /// Server-Sent Events address.
    pub stream: Option<String>,
    /// The next page: absolute URL, or a page number as text.
    pub next: Option<String>,
    /// The feed will never change again.
    pub expired: bool,
    /// RSS `ttl`, minutes.
    pub ttl_minutes: Option<u32>,
    /// RSS `skipHours`, 0..23 GMT.
    pub skip_hours: Vec<u8>,
    /// RSS `skipDays`, 0 = Sunday .. 6.
    pub skip_days: Vec<u8>,
    /// The stories, deleted ones left out.
    pub items: Vec<Item>,
    /// Where each of them stood in the document, from 0: a story left out leaves a gap.
    pub positions: Vec<usize>,
    /// Tombstones.
    pub deleted: Vec<ItemId>,
    /// Feed addresses found where no feed was (`<link rel=alternate>`).
    pub discovered: Vec<String>,
    /// Sitemaps named by a sitemap index.
    pub children: Vec<String>,
    /// A limit cut something.
    pub truncated: bool,
    /// What was tolerated: for `newsrail check`, never shown to readers.
    pub problems: Vec<Problem>,
}

/// The field of a [`Problem`] that says: the document ended too early.
pub const END: &str = "end";

/// One thing a publisher could mend.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Position in the document, from 0; `None` is the feed itself.
    pub item: Option<usize>,
    /// Field name of own JSON.
    pub field: &'static str,
    /// What is wrong, and what to change.
    pub message: String,
}

/// The format the bytes were found to have. The text of [`Format::as_str`] is what `newsrail check` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names are the formats' own")]
pub enum Format {
    #[default]
    Simple,
    JsonFeed10,
    JsonFeed11,
    Ninjs1,
    Ninjs2,
    Ninjs3,
    WordPress,
    Ghost,
    Rss2,
    /// RSS 0.90 to 0.94, with its last digit.
    Rss0(u8),
    Rss1,
    Atom1,
    Atom03,
    JsonLd,
    NewsSitemap,
    SitemapIndex,
}

impl Format {
    /// The printed name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Simple => "simple",
            Self::JsonFeed10 => "jsonfeed1.0",
            Self::JsonFeed11 => "jsonfeed1.1",
            Self::Ninjs1 => "ninjs1",
            Self::Ninjs2 => "ninjs2",
            Self::Ninjs3 => "ninjs3",
            Self::WordPress => "wordpress",
            Self::Ghost => "ghost",
            Self::Rss2 => "rss2",
            Self::Rss0(0) => "rss0.90",
            Self::Rss0(1) => "rss0.91",
            Self::Rss0(2) => "rss0.92",
            Self::Rss0(3) => "rss0.93",
            Self::Rss0(_) => "rss0.94",
            Self::Rss1 => "rss1",
            Self::Atom1 => "atom1",
            Self::Atom03 => "atom0.3",
            Self::JsonLd => "jsonld",
            Self::NewsSitemap => "news-sitemap",
            Self::SitemapIndex => "sitemap-index",
        }
    }
}
