//! Bytes become a [`Feed`], or a reasoned refusal.
//!
//! This room decides what the bytes are (one dispatch, below), and how text, dates, URLs, pictures and identities are
//! read, one rule per file. It refuses to know the network, signals, and "now" except as an argument.
//!
//! | file | rule |
//! |---|---|
//! | `encoding` | bytes to text |
//! | `text`, `references`, `markup` | plain text out of text and HTML |
//! | `date` | instants |
//! | `url`, `language` | addresses, language tags |
//! | `image` | the lead picture |
//! | `finish` | identities, limits, order, tombstones: what all formats share |
//! | `shape`, `roots`, `discover` | what a document is: JSON by its shape, markup by its root |
//! | `simple`, `jsonfeed`, `wordpress`, `ninjs`, `ghost`, `jsonld`, `rss`, `rdf`, `atom`, `sitemap` | one format each |
//! | `relay`, `elsewhere` | which of two modules reads, and what travels between them |

#[cfg(feature = "formats")]
mod atom;
pub mod date;
#[cfg(feature = "formats")]
mod discover;
#[cfg(not(feature = "formats"))]
mod elsewhere;
mod encoding;
mod field;
mod finish;
#[cfg(feature = "formats")]
mod ghost;
#[cfg(feature = "formats")]
mod html;
mod image;
mod json;
#[cfg(feature = "common")]
mod jsonfeed;
#[cfg(feature = "formats")]
mod jsonld;
pub mod language;
pub mod limits;
pub(crate) mod markup;
#[cfg(feature = "formats")]
mod media_rss;
#[cfg(feature = "formats")]
mod ninjs;
mod platform;
#[cfg(feature = "formats")]
mod rdf;
pub mod references;
pub mod relay;
#[cfg(feature = "formats")]
mod roots;
#[cfg(feature = "formats")]
mod rss;
mod shape;
#[cfg(feature = "common")]
mod simple;
#[cfg(feature = "formats")]
mod sitemap;
mod source;
pub mod text;
pub mod url;
#[cfg(feature = "common")]
mod wordpress;
#[cfg(feature = "formats")]
mod xml;

use json::parse;
pub use source::{Hint, Source};

#[cfg(not(feature = "formats"))]
use {elsewhere as ghost, elsewhere as jsonld, elsewhere as ninjs};

use crate::item::{Code, Failure, Feed};
use serde_json::Value;

/// Reads a feed out of the body of an answer.
///
/// # Errors
/// A [`Failure`] that names what the bytes are instead. One bad story is no failure: it is dropped and noted in
/// [`Feed::problems`].
pub fn decode(bytes: &[u8], source: &Source<'_>) -> Result<Feed, Failure> {
    if bytes.len() > limits::DOCUMENT {
        return Err(Failure::new(Code::TooLarge, "The feed is larger than 2 MiB; list fewer stories."));
    }
    let (text, guessed) = encoding::text(bytes, source.content_type);
    let body = encoding::body(&text);
    if let Some(code) = source.status.and_then(Code::from_status) {
        return refused(body, source, code);
    }
    let mut feed = match body.chars().next() {
        Some('{' | '[') => dispatch(&parse(body)?, source),
        #[cfg(feature = "formats")]
        Some('<') => roots::decode(body, source),
        // Warnings of a program may stand before XML, too.
        #[cfg(not(feature = "formats"))]
        Some(_) if body.contains('<') => Err(elsewhere::unread()),
        Some(_) => Err(Failure::new(Code::NotAFeed, "The answer is neither JSON nor XML.")),
        None => Err(Failure::new(Code::NotAFeed, "The answer is empty.")),
    }?;
    if let Some(message) = guessed {
        finish::note(&mut feed, None, "encoding", message);
    }
    Ok(feed)
}

/// What a refusal says, in the formats that have words for it.
fn spoken(value: &Value, source: &Source<'_>) -> Option<Result<Feed, Failure>> {
    #[cfg(feature = "common")]
    if let Some(refusal) = wordpress::refusal(value, source) {
        return Some(refusal);
    }
    let is_ghost = cfg!(feature = "formats") && shape::is_ghost(value, source);
    is_ghost.then(|| ghost::decode(value, source))
}

/// How a format says that a document is its own.
type Sniff = fn(&Value, &Source<'_>) -> bool;
/// How it reads the document.
type Read = fn(&Value, &Source<'_>) -> Result<Feed, Failure>;

/// The formats in the order in which they are tried (formats.md section 1, rule 3): the first match wins.
const FORMATS: &[(Hint, Sniff, Read)] = &[
    #[cfg(feature = "common")]
    (Hint::JsonFeed, jsonfeed::is, jsonfeed::decode),
    (Hint::Ghost, shape::is_ghost, ghost::decode),
    #[cfg(feature = "common")]
    (Hint::WordPress, wordpress::is, wordpress::decode),
    (Hint::JsonLd, shape::is_json_ld, jsonld::decode),
    (Hint::Ninjs, shape::is_ninjs, ninjs::decode),
    #[cfg(feature = "common")]
    (Hint::Simple, |_, _| true, simple::decode),
];

fn dispatch(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let auto = source.hint == Hint::Auto;
    let found = FORMATS.iter().find(|(hint, is, _)| if auto { is(value, source) } else { *hint == source.hint });
    match found {
        Some((_, _, read)) => read(value, source),
        None => Err(Failure::new(Code::NotAFeed, "The `format` setting asks for markup, and the answer is JSON.")),
    }
}

/// An answer with a failing status: the server's own words for it, where it speaks WordPress or Ghost, else the status.
fn refused(body: &str, source: &Source<'_>, code: Code) -> Result<Feed, Failure> {
    parse(body).ok().and_then(|value| spoken(&value, source)).unwrap_or_else(|| {
        let mut message = String::from("The server answered ");
        message.push_str(&source.status.unwrap_or_default().to_string());
        message.push('.');
        Err(Failure::new(code, message))
    })
}
