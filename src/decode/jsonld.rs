//! schema.org JSON-LD (<https://schema.org/NewsArticle>), as a JSON document or in the scripts of an HTML page.
//!
//! This file decides where the graphs are and what is done when they hold no stories. It refuses to fetch contexts: names
//! are schema.org's, with or without their prefix.

mod graph;
mod live;
mod picture;
mod script;
mod story;
mod tidy;
mod types;
mod walk;

use super::field::Fields;
use super::finish::{Draft, finish, note, stories};
use super::language::canonical;
use super::{Source, discover, limits, markup, url};
use crate::item::{Code, Failure, Feed, Format, Item, Media};
use graph::Graph;
use serde_json::Value;
use walk::Walk;

/// Reads a JSON document.
pub(super) fn decode(value: &Value, source: &Source<'_>) -> Result<Feed, Failure> {
    let document = tidy::tidy(value.clone());
    read(&document, Feed::default(), source, None)
        .ok_or_else(|| Failure::new(Code::NotAFeed, "The JSON-LD holds no stories: no NewsArticle and no ItemList."))
}

/// Reads the scripts of an HTML page as one graph.
pub(super) fn page(body: &str, source: &Source<'_>) -> Result<Feed, Failure> {
    let mut feed = Feed { language: language(body), ..Feed::default() };
    let mut documents = Vec::new();
    let mut broken = None;
    for (place, script) in script::json_ld(body).enumerate() {
        match super::parse(script) {
            Ok(document) => documents.push(tidy::tidy(document)),
            Err(failure) => {
                let number = (place + 1).to_string();
                let what = ["JSON-LD script ", &number, " of the page is left out. ", &failure.message].concat();
                note(&mut feed, None, "script", &what);
                broken.get_or_insert(what);
            }
        }
    }
    let base = discover::base(body, source.url);
    read(&Value::Array(documents), feed, source, Some(&base)).ok_or_else(|| nothing(broken))
}

fn nothing(broken: Option<String>) -> Failure {
    let message =
        String::from("The answer is a web page that holds no stories (as JSON-LD); give the address of a feed.");
    Failure::new(Code::NotAFeed, broken.map_or(message.clone(), |why| [&message, " ", &why].concat()))
}

/// The language that the page's first element states.
fn language(body: &str) -> Option<String> {
    let html = markup::scan(body).find_map(|piece| if let markup::Piece::Open(tag) = piece { Some(tag) } else { None });
    html.filter(|tag| tag.name.eq_ignore_ascii_case("html")).and_then(|tag| canonical(tag.attribute("lang")?))
}

/// The feed of the graphs in `document`; `None` when they hold neither stories nor a list. A page may state a base of its
/// own for relative addresses.
fn read(document: &Value, feed: Feed, source: &Source<'_>, page: Option<&str>) -> Option<Feed> {
    let base = page.unwrap_or(source.url);
    let graph = Graph::new(document, base);
    let walk = Walk::over(document, &graph)?;
    let mut feed = head(&walk, Feed { format: Format::JsonLd, ..feed }, base);
    let nodes: Vec<Value> = walk.nodes().take(limits::ITEMS + 1).map(|node| graph.whole(node)).collect();
    let entries = nodes.iter().map(|value| Fields { value, base });
    let mut drafts: Vec<Draft> = stories(&mut feed, entries, &|fields| story::read(fields, source.now));
    once(&mut feed, &mut drafts);
    if page.is_some() {
        about_one(&mut drafts, &walk, source);
    }
    Some(finish(feed, drafts, source))
}

fn head(walk: &Walk<'_>, mut feed: Feed, base: &str) -> Feed {
    let [list, site] = [walk.list, walk.site].map(|node| node.map(|value| Fields { value, base }));
    let nearest = || [list, site].into_iter().flatten();
    feed.title = nearest().find_map(|node| story::line(node, "name"));
    feed.language = nearest().find_map(story::language).or(feed.language);
    feed.url = [site, list].into_iter().flatten().find_map(|node| node.url("url"));
    feed
}

/// A page about one story: a video beside it is the story's own, and the page's address is the story's.
fn about_one(drafts: &mut Vec<Draft>, walk: &Walk<'_>, source: &Source<'_>) {
    let is_video = |item: &Item| item.media == Some(Media::Video);
    if drafts.iter().filter(|(place, item)| !walk.is_listed(*place) && !is_video(item)).count() == 1 {
        drafts.retain(|(place, item)| walk.is_listed(*place) || !is_video(item));
    }
    if let [(_, item)] = &mut drafts[..]
        && item.url.is_none()
        && !walk.holds_list()
    {
        item.url = url::absolute(source.url, "");
    }
}

/// Themes and plugins each describe the same story; the first description stays.
fn once(feed: &mut Feed, drafts: &mut Vec<Draft>) {
    let mut kept: Vec<Draft> = Vec::with_capacity(drafts.len());
    for (position, item) in drafts.drain(..) {
        let is_told = item.url.is_some()
            && kept.iter().any(|(_, told)| told.url == item.url && (told.title == item.title || item.title.is_none()));
        if is_told {
            note(feed, Some(position), "url", "described twice; the first description is shown");
        } else {
            kept.push((position, item));
        }
    }
    *drafts = kept;
}

#[cfg(test)]
mod tests;
