//! JSON-LD.

use super::Source;
use crate::item::{Code, Failure, Feed};

/// A page.
pub(super) fn page(_body: &str, _source: &Source<'_>) -> Result<Feed, Failure> {
    Err(Failure::new(Code::NotAFeed, "The answer is an HTML page, not a feed."))
}
