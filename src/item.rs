//! What a story is.
//!
//! This room decides the shape of an [`Item`] and of a [`Feed`], which badges a story wears at a given moment, and how
//! both are written as own JSON. It refuses to know where a story came from (format, network) and how it is shown.
//!
//! Times are instants in UTC; what a reader sees in which zone is the business of `text`.

pub mod badge;
pub mod failure;
pub mod feed;
pub mod id;
pub mod json;
pub mod media;
pub mod story;

pub use badge::Badge;
pub use failure::{Advice, Code, Failure};
pub use feed::{END, Feed, Format, Problem};
pub use id::{IdSource, ItemId};
pub use media::{Attachment, Image, Media, Size};
pub use story::{Item, LiveUpdate, State};

/// An instant, always UTC.
pub type Time = chrono::DateTime<chrono::Utc>;
