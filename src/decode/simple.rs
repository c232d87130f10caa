//! Own JSON: `{feed fields, items: [...], deleted: [ids]}`, a bare array of stories, or one story.
//!
//! This file decides which other names and kinds a hand-written file may use. All texts but `content_html` are plain and
//! never decoded: what `newsrail convert` prints must read back the same.

mod story;

use super::Source;
use super::field::{Fields, string};
use super::finish::{finish, stories};
use super::language::canonical;
use crate::item::json::DAYS;
use crate::item::{Code, Failure, Feed, ItemId};
use serde_json::Value;

/// Reads own JSON.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let fields = Fields { value, base: source.url };
    let list = match value {
        Value::Array(list) if list.is_empty() || list.iter().any(Value::is_object) => Some(list),
        Value::Array(_) => return Err(refusal("The list holds no stories: each must be an object.")),
        _ => fields.first("items stories articles news", Value::as_array),
    };
    let Some(list) = list else {
        return one_story(fields, source);
    };
    let mut feed = if value.is_object() { head(fields) } else { Feed::default() };
    let entries = list.iter().map(|value| Fields { value, base: source.url });
    let drafts = stories(&mut feed, entries, &story::read);
    Ok(finish(feed, drafts, source))
}

/// An object that is itself a story: what an article view is given.
fn one_story(fields: Fields<'_>, source: &Source<'_>) -> Result<Feed, Failure> {
    if fields.get("items").is_some() || fields.string("title headline url link").is_none() {
        return Err(refusal("The JSON has no list `items`, and is no story with a title or a url."));
    }
    let mut feed = Feed::default();
    let drafts = stories(&mut feed, std::iter::once(fields), &story::read);
    Ok(finish(feed, drafts, source))
}

fn refusal(message: &str) -> Failure {
    Failure::new(Code::NotAFeed, message)
}

fn head(fields: Fields<'_>) -> Feed {
    Feed {
        title: fields.plain("title name"),
        url: fields.url("url home home_page_url link"),
        feed_url: fields.url("feed_url"),
        language: fields.string("language lang").and_then(|tag| canonical(&tag)),
        time_zone: fields.plain("time_zone timezone"),
        generated_at: fields.time("generated_at"),
        every: fields.count("every"),
        stream: fields.url("stream"),
        next: next(fields),
        expired: fields.flag("expired"),
        ttl_minutes: fields.count("ttl_minutes"),
        skip_hours: small_numbers(fields, "skip_hours", 23),
        skip_days: days(fields),
        deleted: fields.list("deleted").filter_map(tombstone).collect(),
        ..Feed::default()
    }
}

/// The next page: an address, or a page number as text.
fn next(fields: Fields<'_>) -> Option<String> {
    let text = fields.string("next next_url")?;
    let number = text.trim();
    if number.bytes().all(|byte| byte.is_ascii_digit()) { Some(number.to_owned()) } else { fields.url("next next_url") }
}

fn small_numbers(fields: Fields<'_>, name: &str, most: u8) -> Vec<u8> {
    let numbers = fields.list(name).filter_map(|entry| u8::try_from(entry.value.as_u64()?).ok());
    numbers.filter(|number| *number <= most).collect()
}

/// Days by name; by number, from Sunday, too.
fn days(fields: Fields<'_>) -> Vec<u8> {
    let named = |entry: Fields<'_>| {
        let name = entry.value.as_str()?;
        DAYS.iter().position(|day| day.eq_ignore_ascii_case(name)).and_then(|day| u8::try_from(day).ok())
    };
    let numbers = small_numbers(fields, "skip_days", 6);
    if numbers.is_empty() { fields.list("skip_days").filter_map(named).take(7).collect() } else { numbers }
}

fn tombstone(entry: Fields<'_>) -> Option<ItemId> {
    ItemId::new(&string(entry.value).or_else(|| entry.string("id"))?)
}
