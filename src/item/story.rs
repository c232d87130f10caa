//! One news story as a feed lists it.

use super::{Attachment, Badge, IdSource, Image, ItemId, Media, Time};
use chrono::Duration;

/// One news story. Text fields are plain text on one line, never markup; `None` means the feed said nothing.
///
/// | field | JSON Feed | WordPress | RSS 2.0 | Atom | ninjs 2/3 | JSON-LD |
/// |---|---|---|---|---|---|---|
/// | `id` | id | guid.rendered | guid | id | uri | @id |
/// | `url` | url, external_url | link | link | link alternate | uri | url |
/// | `title` | title | title.rendered | title | title | headlines | headline |
/// | `summary` | summary, content_text | excerpt.rendered | description | summary | descriptions | description |
/// | `content_html` | content_html | content.rendered | content:encoded | content | bodies | articleBody |
/// | `authors` | authors | _embedded.author | dc:creator | author | by | author |
/// | `published` | date_published | date_gmt | pubDate | published | firstcreated | datePublished |
/// | `updated` | date_modified | modified_gmt | atom:updated | updated | versioncreated | dateModified |
/// | `section`, `tags` | tags | wp:term | category | category | subjects | articleSection, keywords |
/// | `image` | image | wp:featuredmedia | media:content | enclosure | associations | image |
///
/// Deliberately not mapped: staff notes (`ednote`), usage terms, comments, ratings.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Stable identity.
    pub id: ItemId,
    /// Where `id` came from.
    pub id_source: IdSource,
    /// Absolute http(s) URL of the story.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// One or two sentences; the standfirst of the article.
    pub summary: Option<String>,
    /// HTML source of the body, hostile until sanitised.
    pub content_html: Option<String>,
    /// Where the whole story can be fetched when the list holds only a summary.
    pub body_url: Option<String>,
    /// Names, without e-mail addresses.
    pub authors: Vec<String>,
    /// Where the story was filed.
    pub place: Option<String>,
    /// First publication.
    pub published: Option<Time>,
    /// Last material change.
    pub updated: Option<Time>,
    /// The editorial area that is shown.
    pub section: Option<String>,
    /// All areas; filters match any.
    pub sections: Vec<String>,
    /// Keywords.
    pub tags: Vec<String>,
    /// BCP 47, canonical case.
    pub language: Option<String>,
    /// The lead picture.
    pub image: Option<Image>,
    /// Recordings and files.
    pub attachments: Vec<Attachment>,
    /// The kind, for the badge.
    pub media: Option<Media>,
    /// Entries of a live blog, newest first.
    pub live_updates: Vec<LiveUpdate>,
    /// Marks the feed itself names.
    pub badges: Vec<Badge>,
    /// 1 (highest) to 9.
    pub urgency: Option<u8>,
    /// Urgent now; see [`Item::is_breaking`] for its end.
    pub breaking: bool,
    /// When breaking ends.
    pub breaking_until: Option<Time>,
    /// Kept on top by the newsroom.
    pub pinned: bool,
    /// The story was wrong and says so.
    pub correction: bool,
    /// What was corrected.
    pub correction_text: Option<String>,
    /// Behind a paywall or a password.
    pub restricted: bool,
    /// Not to be shown before.
    pub embargoed_until: Option<Time>,
    /// Not to be shown from then on.
    pub expires: Option<Time>,
    /// Taken back by the newsroom.
    pub withdrawn: bool,
    /// Derived: changed in substance since publication (formats.md R9).
    pub revised: bool,
    /// Derived: shown, held back or gone at the time of decoding.
    pub state: State,
    /// Derived: the instant that orders the list; never later than the moment of decoding.
    pub sort_key: Option<Time>,
    /// Derived: the id of the earlier story that this one replaces.
    pub replaces: Option<ItemId>,
}

/// One entry of a live blog.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct LiveUpdate {
    /// Stable identity inside the story.
    pub id: Option<String>,
    /// Often missing.
    pub title: Option<String>,
    /// HTML source, hostile until sanitised.
    pub content_html: Option<String>,
    /// When it was written.
    pub published: Option<Time>,
    /// Permalink.
    pub url: Option<String>,
    /// A key event of the coverage.
    pub key_event: bool,
}

/// Whether a story may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum State {
    /// Shown.
    #[default]
    Live,
    /// Withheld, under embargo, or expired.
    Hidden,
    /// Taken back; its id is a tombstone.
    Deleted,
}

impl State {
    /// The word `newsrail check` prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Hidden => "hidden",
            Self::Deleted => "deleted",
        }
    }
}

/// An update later than publication by more than this is one a reader should hear of (formats.md R9).
const REVISED_AFTER: Duration = Duration::seconds(60);

impl Item {
    /// A story of which only the id is known.
    pub fn new(id: ItemId) -> Self {
        Self {
            id,
            id_source: IdSource::Native,
            url: None,
            title: None,
            summary: None,
            content_html: None,
            body_url: None,
            authors: Vec::new(),
            place: None,
            published: None,
            updated: None,
            section: None,
            sections: Vec::new(),
            tags: Vec::new(),
            language: None,
            image: None,
            attachments: Vec::new(),
            media: None,
            live_updates: Vec::new(),
            badges: Vec::new(),
            urgency: None,
            breaking: false,
            breaking_until: None,
            pinned: false,
            correction: false,
            correction_text: None,
            restricted: false,
            embargoed_until: None,
            expires: None,
            withdrawn: false,
            revised: false,
            state: State::Live,
            sort_key: None,
            replaces: None,
        }
    }

    /// Holds the story back until the newsroom says otherwise: an embargo without an end that a reader could see.
    pub fn withhold(&mut self) {
        // The last instant that four digits of a year can write.
        self.embargoed_until = Time::from_timestamp(253_402_300_799, 0);
    }

    /// Fills the derived fields that need nothing but the item and the moment of decoding.
    pub fn derive(&mut self, now: Time) {
        self.revised = match (self.published, self.updated) {
            (Some(published), Some(updated)) => updated - published > REVISED_AFTER,
            _ => false,
        };
        self.sort_key = self.published.map(|published| published.min(now));
        self.state = self.state_at(now);
    }

    /// Shown, held back or gone at `now`. An embargo ends and an expiry begins between two decodes, so ask again.
    pub fn state_at(&self, now: Time) -> State {
        if self.withdrawn || self.state == State::Deleted {
            State::Deleted
        } else if self.embargoed_until.is_some_and(|t| now < t) || self.expires.is_some_and(|t| now >= t) {
            State::Hidden
        } else {
            State::Live
        }
    }

    /// What stands where the headline goes: the title, else the summary, else nothing but the address.
    pub fn headline(&self) -> &str {
        [&self.title, &self.summary, &self.url].into_iter().find_map(Option::as_deref).unwrap_or(self.id.as_str())
    }
}
