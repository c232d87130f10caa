//! The identity of a story across its versions.

use std::fmt;
use std::sync::Arc;

/// Opaque, never empty, compared byte for byte inside one feed (RFC 4287 section 4.2.6 asks the same of Atom ids).
///
/// | RSS | Atom | JSON Feed | ninjs | WordPress | own JSON |
/// |---|---|---|---|---|---|
/// | `guid` | `id` | `id` | `uri` | `guid.rendered` | `id` |
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItemId(Arc<str>);

impl ItemId {
    /// The id for a non-blank text; `None` for a blank one, because an empty id is a missing id.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.into()))
    }

    /// The text as the feed wrote it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Where an id came from: how far it can be trusted to survive an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum IdSource {
    /// The feed gave it.
    #[default]
    Native,
    /// The story's URL stands in for it.
    Url,
    /// A hash of feed, title and date or summary.
    Derived,
}

impl IdSource {
    /// The word `newsrail check` prints.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Url => "url",
            Self::Derived => "derived",
        }
    }
}
