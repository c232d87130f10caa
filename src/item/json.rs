//! Own JSON, written: the fixed point that every format can be converted to.
//!
//! This file decides names (design: those of [`Item`] and [`Feed`]) and that an absent field is left out, so that reading
//! it back gives the same. It refuses to write derived fields: they depend on when one reads.

use super::{Attachment, Feed, Image, Item, ItemId, LiveUpdate, Size, Time};
use chrono::{Datelike, Timelike};
use serde_json::{Map, Value};

/// The days of `skip_days`, from 0.
pub(crate) const DAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

impl Item {
    /// The story as own JSON.
    pub fn to_json(&self) -> Value {
        let mut out = Object::default();
        out.put("id", self.id.as_str());
        out.text("url", &self.url);
        out.text("title", &self.title);
        out.text("summary", &self.summary);
        out.text("content_html", &self.content_html);
        out.text("body_url", &self.body_url);
        out.list("authors", &self.authors, |name| name.as_str().into());
        out.text("place", &self.place);
        out.time("published", self.published);
        out.time("updated", self.updated);
        out.text("section", &self.section);
        out.list("sections", &self.sections, |name| name.as_str().into());
        out.list("tags", &self.tags, |name| name.as_str().into());
        out.text("language", &self.language);
        out.maybe("image", self.image.as_ref().map(image));
        out.list("attachments", &self.attachments, attachment);
        out.maybe("media", self.media.map(|media| media.as_str().into()));
        out.list("live_updates", &self.live_updates, live_update);
        out.list("badges", &self.badges, |badge| badge.as_str().into());
        self.put_policy(&mut out);
        out.done()
    }

    fn put_policy(&self, out: &mut Object) {
        out.maybe("urgency", self.urgency.map(Value::from));
        out.flag("breaking", self.breaking);
        out.time("breaking_until", self.breaking_until);
        out.flag("pinned", self.pinned);
        out.flag("correction", self.correction);
        out.text("correction_text", &self.correction_text);
        out.flag("restricted", self.restricted);
        out.time("embargoed_until", self.embargoed_until);
        out.time("expires", self.expires);
        out.flag("withdrawn", self.withdrawn);
        out.maybe("replaces", self.replaces.as_ref().map(|id| id.as_str().into()));
    }
}

impl Feed {
    /// The feed as own JSON: its fields, `items`, and `deleted`.
    pub fn to_json(&self) -> Value {
        let mut out = Object(self.head());
        out.put("items", self.items.iter().map(Item::to_json).collect::<Vec<_>>());
        out.list("deleted", &self.deleted, |id: &ItemId| id.as_str().into());
        out.done()
    }

    /// The fields of the feed itself.
    pub fn head(&self) -> Map<String, Value> {
        let mut out = Object::default();
        out.text("title", &self.title);
        out.text("url", &self.url);
        out.text("feed_url", &self.feed_url);
        out.text("language", &self.language);
        out.text("time_zone", &self.time_zone);
        out.time("generated_at", self.generated_at);
        out.maybe("every", self.every.map(Value::from));
        out.text("stream", &self.stream);
        out.text("next", &self.next);
        out.flag("expired", self.expired);
        out.maybe("ttl_minutes", self.ttl_minutes.map(Value::from));
        out.list("skip_hours", &self.skip_hours, |hour| Value::from(*hour));
        out.list("skip_days", &self.skip_days, |day| DAYS.get(usize::from(*day)).copied().into());
        out.0
    }
}

fn image(image: &Image) -> Value {
    let mut out = Object::default();
    out.put("url", image.url.as_str());
    out.maybe("width", image.width.map(Value::from));
    out.maybe("height", image.height.map(Value::from));
    out.text("alt", &image.alt);
    out.text("caption", &image.caption);
    out.text("credit", &image.credit);
    out.list("sizes", &image.sizes, size);
    out.done()
}

fn size(size: &Size) -> Value {
    let mut out = Object::default();
    out.put("url", size.url.as_str());
    out.put("width", size.width);
    out.maybe("height", size.height.map(Value::from));
    out.done()
}

fn attachment(file: &Attachment) -> Value {
    let mut out = Object::default();
    out.put("url", file.url.as_str());
    out.text("type", &file.media_type);
    out.maybe("duration", file.duration.map(Value::from));
    out.done()
}

fn live_update(update: &LiveUpdate) -> Value {
    let mut out = Object::default();
    out.text("id", &update.id);
    out.text("title", &update.title);
    out.text("content_html", &update.content_html);
    out.time("published", update.published);
    out.text("url", &update.url);
    out.flag("key_event", update.key_event);
    out.done()
}

/// An object that takes only what is there.
#[derive(Default)]
struct Object(Map<String, Value>);

impl Object {
    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.0.insert(name.into(), value.into());
    }

    fn maybe(&mut self, name: &str, value: Option<Value>) {
        if let Some(value) = value {
            self.put(name, value);
        }
    }

    fn text(&mut self, name: &str, value: &Option<String>) {
        self.maybe(name, value.as_deref().map(Value::from));
    }

    fn time(&mut self, name: &str, value: Option<Time>) {
        self.maybe(name, value.map(|time| rfc3339(time).into()));
    }

    fn flag(&mut self, name: &str, value: bool) {
        self.maybe(name, value.then_some(Value::Bool(true)));
    }

    fn list<T>(&mut self, name: &str, list: &[T], write: impl Fn(&T) -> Value) {
        if !list.is_empty() {
            self.put(name, list.iter().map(write).collect::<Vec<_>>());
        }
    }

    fn done(self) -> Value {
        Value::Object(self.0)
    }
}

/// An instant by RFC 3339 with `Z`; a fraction only where there is one. Written by hand: chrono's formatting costs more
/// than all of this file.
pub fn rfc3339(time: Time) -> String {
    let mut out = String::with_capacity(20);
    push_number(&mut out, time.year().unsigned_abs(), 4);
    for (before, number) in
        [('-', time.month()), ('-', time.day()), ('T', time.hour()), (':', time.minute()), (':', time.second())]
    {
        out.push(before);
        push_number(&mut out, number, 2);
    }
    // chrono writes a leap second as a full second of nanoseconds too many.
    let nanos = time.nanosecond() % 1_000_000_000;
    if nanos > 0 {
        out.push('.');
        push_number(&mut out, nanos, 9);
        out.truncate(out.trim_end_matches('0').len());
    }
    out.push('Z');
    out
}

fn push_number(out: &mut String, number: u32, width: u32) {
    for place in (0..width).rev() {
        out.extend(char::from_digit(number / 10_u32.pow(place) % 10, 10));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_written_with_a_fraction_only_where_there_is_one() {
        assert_eq!(rfc3339(Time::from_timestamp(1_772_440_895, 0).unwrap()), "2026-03-02T08:41:35Z");
        assert_eq!(rfc3339(Time::from_timestamp(0, 50_000_000).unwrap()), "1970-01-01T00:00:00.05Z");
    }

    #[test]
    fn absent_fields_are_left_out() {
        let item = Item::new(ItemId::new("a").unwrap());
        assert_eq!(item.to_json(), serde_json::json!({"id": "a"}));
        assert_eq!(Feed::default().to_json(), serde_json::json!({"items": []}));
    }

    #[test]
    fn an_empty_alt_is_written_because_it_says_something() {
        let image = Image { url: "https://a.example/1".into(), alt: Some(String::new()), ..Image::default() };
        let item = Item { image: Some(image), ..Item::new(ItemId::new("a").unwrap()) };
        assert_eq!(item.to_json()["image"]["alt"], "");
    }
}
