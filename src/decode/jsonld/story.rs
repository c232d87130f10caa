//! One story of JSON-LD: NewsArticle and its kin, VideoObject, or an element of a list.

use super::graph::{address, id_of};
use super::types::{has, is_live, is_paid_for, is_video, many};
use super::{live, picture};
use crate::decode::field::{Fields, flag, short, string};
use crate::decode::finish::{Reason, draft, remark};
use crate::decode::language::canonical;
use crate::decode::{limits, text};
use crate::item::{Badge, Item, ItemId, Media, Time};
use serde_json::Value;

/// Nothing that could be shown, linked or recognised again.
const EMPTY: Reason = ("id", remark("neither @id nor url, headline or description; the story is left out"));

pub(super) fn read(fields: Fields<'_>, now: Time) -> Result<Item, Reason> {
    let id = id(fields).and_then(|id| ItemId::new(&id));
    let named = id.is_some();
    let mut item = draft(id).ok_or(EMPTY)?;
    item.url = fields.first("url mainEntityOfPage", |value| address(value, fields.base));
    item.title = line(fields, "headline name");
    item.summary = line(fields, "description abstract");
    item.content_html = body(fields, "articleBody");
    if !named && item.url.is_none() && item.title.is_none() && item.summary.is_none() && item.content_html.is_none() {
        return Err(EMPTY);
    }
    item.authors = people(fields);
    item.place = line(fields, "dateline");
    item.published = fields.any_time("datePublished uploadDate");
    item.updated = fields.any_time("dateModified");
    item.expires = fields.any_time("expires");
    item.sections = sections(fields);
    item.section = item.sections.first().cloned();
    item.tags = tags(fields);
    item.language = language(fields);
    item.image = picture::lead(fields);
    item.restricted = fields.first("isAccessibleForFree", said) == Some(false);
    kind(&mut item, fields, now);
    correction(&mut item, fields);
    Ok(item)
}

/// The node's own id. A blank node's is made up anew at each writing.
pub(super) fn id(fields: Fields<'_>) -> Option<String> {
    fields.string("@id").filter(|id| !id.trim().starts_with("_:")).map(|id| id_of(&id, fields.base))
}

/// The first text of the first of `names` that has one, on one line.
pub(super) fn line(fields: Fields<'_>, names: &str) -> Option<String> {
    fields.first(names, |value| many(value).iter().find_map(|value| text::plain(&string(value)?)))
}

/// Plain text as HTML.
pub(super) fn body(fields: Fields<'_>, names: &str) -> Option<String> {
    fields.first(names, |value| many(value).iter().find_map(|value| Some(text::escape(string(value)?.trim()))))
}

/// Authors, else creators; the publisher wrote nothing. A profile's address is no name.
pub(super) fn people(fields: Fields<'_>) -> Vec<String> {
    let names = |property| {
        let mut names = fields.people(property);
        names.retain(|name| !name.starts_with("https://") && !name.starts_with("http://"));
        names
    };
    let authors = names("author");
    if authors.is_empty() { names("creator") } else { authors }
}

/// A tag, or a Language: its code is the `alternateName`.
pub(super) fn language(fields: Fields<'_>) -> Option<String> {
    let code = |value: &Value| canonical(&string(value)?);
    fields.first("inLanguage", |value| {
        many(value).iter().find_map(|value| {
            code(value).or_else(|| ["alternateName", "name"].into_iter().find_map(|key| code(value.get(key)?)))
        })
    })
}

/// One text is one section: commas belong to its name.
fn sections(fields: Fields<'_>) -> Vec<String> {
    let named = |value: &Value| short(text::plain(&string(value).or_else(|| string(value.get("name")?))?));
    let list = fields.get("articleSection").map_or(&[][..], many);
    list.iter().filter_map(named).take(limits::FEW).collect()
}

/// Words between commas, a list of them, or one DefinedTerm.
fn tags(fields: Fields<'_>) -> Vec<String> {
    match fields.get("keywords").filter(|value| value.is_object()) {
        Some(value) => line(Fields { value, ..fields }, "name").into_iter().collect(),
        None => fields.words("keywords"),
    }
}

/// A truth; schema.org names them as addresses too.
fn said(value: &Value) -> Option<bool> {
    flag(value).or_else(|| flag(&value.as_str()?.rsplit('/').next()?.into()))
}

fn kind(item: &mut Item, fields: Fields<'_>, now: Time) {
    if has(fields.value, is_live) {
        let runs = fields.any_time("coverageEndTime").is_none_or(|end| end > now);
        item.media = runs.then_some(Media::Live);
        item.live_updates = live::updates(fields);
    } else if has(fields.value, is_video) {
        item.media = Some(Media::Video);
    }
    if has(fields.value, is_paid_for) {
        item.badges.push(Badge::Sponsored);
    }
}

/// A text, an address, or a CorrectionComment (<https://schema.org/correction>).
fn correction(item: &mut Item, fields: Fields<'_>) {
    let Some(value) = fields.get("correction").and_then(|value| many(value).first()) else {
        return;
    };
    let nested = Fields { value, ..fields };
    let text = string(value).and_then(|text| text::plain(&text)).filter(|_| flag(value).is_none());
    item.correction_text = text.filter(|text| address(&Value::from(text.as_str()), "").is_none());
    item.correction_text = item.correction_text.take().or_else(|| line(nested, "text description headline name"));
    item.correction = flag(value).unwrap_or(value.is_object() || string(value).is_some());
}
