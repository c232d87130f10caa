//! Names and keywords of an RSS item. References in them are decoded once (formats.md section 0): WordPress escapes twice.

use crate::decode::field::{distinct, short};
use crate::decode::references::decode_references;
use crate::decode::text::{person, plain};
use crate::decode::xml::{Element, Ns};
use crate::item::Item;

/// `dc:creator` names people; `author` is an address with a name, if it is used as it was meant.
pub(super) fn authors(element: &Element, own: Ns) -> Vec<String> {
    let of = |ns, name| {
        let fields = element.all(ns, name).map(|author| decode_references(&author.text()));
        distinct(fields.filter_map(|name| short(person(&name))))
    };
    let creators = of(Ns::Dc, "creator");
    if creators.is_empty() { of(own, "author") } else { creators }
}

/// Fills section, sections and tags. A keyword of a picture is no section of the paper.
pub(super) fn subjects(element: &Element, own: Ns, item: &mut Item) {
    let of = |ns, name| element.all(ns, name).map(|field| decode_references(&field.text()));
    let named = of(own, "category").chain(of(Ns::Dc, "subject"));
    item.sections = distinct(named.filter_map(|word| short(plain(&word))));
    item.section = item.sections.first().cloned();
    let keywords: Vec<String> = of(Ns::Media, "keywords").collect();
    let keywords = keywords.iter().flat_map(|list| list.split(',')).filter_map(|word| short(plain(word)));
    item.tags = distinct(item.sections.iter().cloned().chain(topics(element)).chain(keywords));
}

/// Topics of RSS 1.0 are addresses; the last part names the topic
/// (<https://web.resource.org/rss/1.0/modules/taxonomy/>). An escaped part is no word.
fn topics(element: &Element) -> impl Iterator<Item = String> {
    let bags = element.all(Ns::Taxo, "topics").flat_map(|topics| topics.all(Ns::Rdf, "bag"));
    bags.flat_map(|bag| bag.all(Ns::Rdf, "li")).filter_map(|entry| {
        let address = entry.attribute(Ns::Rdf, "resource").or_else(|| entry.attribute(Ns::None, "resource"))?;
        let (_, last) = address.trim_end_matches('/').rsplit_once('/')?;
        short(plain(last).filter(|word| !word.contains('%')))
    })
}
