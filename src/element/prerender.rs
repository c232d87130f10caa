//! An element with its first paint inside, as HTML: for pages that should not wait for any script.
//!
//! The stories stand in a declarative shadow root, rendered by the very components that take over in the browser. The
//! same stories stand as plain links in the light DOM, for crawlers and for engines without declarative shadow roots.

use super::present::{Surroundings, presentation, terms};
use super::settings::{Settings, Tag};
use crate::item::{Feed, Time};
use crate::store::Standing;
use crate::store::desk::{Desk, Masthead};
use crate::store::watched::Watched;
use crate::text::Zone;
use crate::view::{Actions, Front, root};
use leptos::prelude::*;
use std::sync::Arc;

/// What to prerender.
pub struct Order<'a> {
    /// Which element.
    pub tag: Tag,
    /// Its attributes, as they will stand on it.
    pub attributes: &'a [(String, String)],
    /// The page it will stand on, absolute.
    pub page: &'a str,
    /// Address of the style sheet, as the page should ask for it.
    pub css: &'a str,
    /// The moment that ages and days count from.
    pub now: Time,
}

/// The element as HTML, and one line per attribute that could not be obeyed.
pub fn prerender(feed: &Feed, order: &Order<'_>) -> (String, Vec<String>) {
    let find = |name: &str| order.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.clone());
    let (mut settings, mut said) = Settings::read(find);
    let page =
        Surroundings { lang: None, page: Some(order.page.into()), zone: Some(Zone::utc()), ..Surroundings::default() };
    let masthead = Masthead {
        source: Some(0),
        url: feed.url.clone(),
        time_zone: feed.time_zone.clone(),
        language: feed.language.clone(),
    };
    // A time in a zone nobody chose must say which one it is.
    let has_zone = [&settings.timezone, &feed.time_zone].into_iter().flatten().any(|name| Zone::named(name).is_some());
    settings.show_zone |= !has_zone;
    let owner = Owner::new();
    let (shadow, links, state) = owner.with(|| {
        let (look, more) = presentation(&settings, &masthead, &page);
        said.extend(more);
        let desk = Desk::new(terms(&settings, &page), Standing::default(), order.now);
        desk.take(0, feed, order.now);
        let actions = StoredValue::new_local(Actions::new(|_| true));
        let front = Front { desk, look: StoredValue::new(Arc::new(Watched::new(look))), actions };
        let shadow = root(order.tag.into(), front).to_html();
        (shadow, links(&desk), desk.word().as_str())
    });
    owner.cleanup();
    // Markers for hydration, which never happens here. Text and attribute values cannot hold this string: they are escaped.
    let shadow = shadow.replace("<!>", "");
    (element(order, state, &shadow, &links), said)
}

fn element(order: &Order<'_>, state: &str, shadow: &str, links: &str) -> String {
    let name = order.tag.name();
    let attributes: String = order
        .attributes
        .iter()
        .map(|(name, value)| format!(" {name}=\"{}\"", html_escape::encode_double_quoted_attribute(value)))
        .collect();
    let css = html_escape::encode_double_quoted_attribute(order.css);
    format!(
        "<{name}{attributes} state=\"{state}\">\n\
         <template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"{css}\">{shadow}</template>\n\
         {links}</{name}>\n"
    )
}

fn links(desk: &Desk) -> String {
    let line = |item: &crate::item::Item| {
        let url = item.url.as_deref()?;
        let (url, text) = (html_escape::encode_double_quoted_attribute(url), html_escape::encode_text(item.headline()));
        Some(format!("<p><a href=\"{url}\">{text}</a></p>\n"))
    };
    desk.snapshot().iter().filter_map(|story| line(&story.item)).collect()
}
