//! How much of anything is read. Bytes, unless said otherwise.
//!
//! The depth of JSON, 128, is the parser's own.

/// Elements inside each other, the root included; a document nests no deeper to say what we read.
#[cfg(feature = "formats")]
pub const XML_DEPTH: usize = 64;

/// A whole document. More is refused.
pub const DOCUMENT: usize = 2 * 1024 * 1024;
/// Stories of a document. Further ones are dropped.
pub const ITEMS: usize = 500;
/// Tombstones of a document. Further ones are dropped.
pub const DELETED: usize = 1_000;
/// A headline.
pub const TITLE: usize = 1024;
/// A summary.
pub const SUMMARY: usize = 4 * 1024;
/// The HTML of a body.
pub const CONTENT: usize = 256 * 1024;
/// Tags, names and files of one story. A list of thousands is an attack on the reader's tab, not news.
pub(crate) const FEW: usize = 50;

/// Problems that are noted; a broken feed repeats itself.
pub(crate) const PROBLEMS: usize = 200;

/// [`shorten`], where there is a text.
pub(crate) fn cut(text: &mut Option<String>, limit: usize) -> bool {
    text.as_mut().is_some_and(|text| shorten(text, limit))
}

/// Cuts `text` to at most `limit` bytes at a letter boundary, and says whether it did. No blank is left at the end, for
/// texts on one line never end in one.
pub(crate) fn shorten(text: &mut String, limit: usize) -> bool {
    let is_long = text.len() > limit;
    if is_long {
        text.truncate(text.floor_char_boundary(limit));
        text.truncate(text.trim_end().len());
    }
    is_long
}
