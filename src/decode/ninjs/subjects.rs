//! What a story is about: services, subjects, genres, keywords.

use super::parts::parts;
use crate::decode::field::{Fields, distinct, number, string};
use crate::decode::text;
use crate::item::Item;

/// A subject that matters less to the story than this, out of 100, is not named (1.5 and 2.1, `relevance`).
const LEAST_RELEVANCE: f64 = 50.0;

/// Fills section, sections and tags. Superdesk's services are its sections; the standard knows subjects alone.
pub(super) fn fill(fields: Fields<'_>, item: &mut Item) {
    let subjects = || names(fields, "subject").chain(names(fields, "subjects"));
    item.sections = distinct(names(fields, "service").chain(subjects()));
    item.section = item.sections.first().cloned();
    let genres = names(fields, "genre").chain(names(fields, "genres"));
    item.tags = distinct(subjects().chain(genres).chain(fields.words("keywords")));
}

/// Names alone: codes mean nothing to readers.
fn names<'a>(fields: Fields<'a>, name: &str) -> impl Iterator<Item = String> + use<'a> {
    parts(fields, name).into_iter().map(|(_, subject)| subject).filter_map(|subject| {
        let relevance = subject.first("relevance", number);
        let name = subject.plain("name").or_else(|| text::plain(&string(subject.value)?));
        name.filter(|_| relevance.is_none_or(|relevance| relevance >= LEAST_RELEVANCE))
    })
}
