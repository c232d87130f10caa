//! From one module to the other: a feed or a refusal as text.
//!
//! This file decides the envelope: `{"feed": own JSON}` or `{"code", "message"}`. Own JSON is the fixed point that every
//! format can be converted to, so nothing is lost on the way. Problems stay behind: they are for `newsrail check`.

#[cfg(feature = "common")]
use super::{Source, parse, simple};
#[cfg(feature = "common")]
use crate::item::Code;
use crate::item::{Failure, Feed};
use serde_json::{Map, Value};

/// Writes what [`unpack`] reads.
pub fn pack(read: Result<Feed, Failure>) -> String {
    let mut envelope = Map::new();
    match read {
        Ok(feed) => {
            envelope.insert("feed".into(), feed.to_json());
        }
        Err(failure) => {
            envelope.insert("code".into(), failure.code.as_str().into());
            envelope.insert("message".into(), failure.message.into());
        }
    }
    Value::Object(envelope).to_string()
}

/// Reads what [`pack`] wrote.
///
/// # Errors
/// The packed refusal, or `invalid-json` for anything else.
#[cfg(feature = "common")]
pub fn unpack(text: &str, source: &Source<'_>) -> Result<Feed, Failure> {
    let envelope = parse(text)?;
    if let Some(feed) = envelope.get("feed") {
        return simple::decode(feed, source);
    }
    let word = |name| envelope.get(name).and_then(Value::as_str).unwrap_or_default();
    let code = Code::from_word(word("code")).unwrap_or(Code::InvalidJson);
    Err(Failure::new(code, word("message")))
}

#[cfg(test)]
#[cfg(feature = "common")]
mod tests {
    use super::super::{Hint, decode};
    use super::*;
    use crate::item::Time;

    fn source() -> Source<'static> {
        let now = Time::from_timestamp(1_772_452_800, 0).unwrap();
        Source { url: "https://gazette.example/feed", content_type: None, status: None, hint: Hint::Auto, now }
    }

    #[test]
    fn a_feed_arrives_as_it_was_read() {
        let json = r#"{"version": "https://jsonfeed.org/version/1.1", "title": "Pier", "items": [
            {"id": "7", "url": "/7", "title": "Ferry", "date_published": "2026-03-02T09:30:00Z", "content_html": "<p>x"},
            {"id": "8", "content_text": "undated"}]}"#;
        let read = decode(json.as_bytes(), &source()).unwrap();
        let arrived = unpack(&pack(Ok(read.clone())), &source()).unwrap();
        assert_eq!(arrived.items, read.items);
        assert_eq!((arrived.title, arrived.next, arrived.deleted), (read.title, read.next, read.deleted));
    }

    #[test]
    fn a_refusal_keeps_its_code_and_its_words() {
        let refusal = Failure::new(Code::InvalidXml, "The document ends inside a tag.");
        let arrived = unpack(&pack(Err(refusal.clone())), &source()).unwrap_err();
        assert_eq!((arrived.code, arrived.message), (refusal.code, refusal.message));
    }

    #[test]
    fn anything_else_is_refused() {
        assert_eq!(unpack("{}", &source()).unwrap_err().code, Code::InvalidJson);
        assert_eq!(unpack("", &source()).unwrap_err().code, Code::InvalidJson);
    }
}
