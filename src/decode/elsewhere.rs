//! Formats that this module tells and the second one reads.

use super::Source;
use crate::item::{Code, Failure, Feed};
use serde_json::Value;

/// Stands in for the readers that are not here.
pub(super) fn decode(_: &Value, _: &Source<'_>) -> Result<Feed, Failure> {
    Err(unread())
}

/// Bodies stay as they are here.
pub(super) fn absolutised(html: &str, _: &str) -> String {
    html.to_owned()
}

/// `unsupported` means here: ask the second module.
pub(super) fn unread() -> Failure {
    Failure::new(Code::Unsupported, "This module does not read that format.")
}
