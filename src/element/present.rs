//! Settings and the feed's own words become a presentation: what the view needs to know, and nothing it must not.

use super::settings::{Settings, Tag};
use crate::store::desk::{Masthead, Terms};
use crate::text::{self, Zone};
use crate::view::{Kind, Presentation};

/// What the page says where the element says nothing.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// Nearest `lang` of the page.
    pub lang: Option<String>,
    /// Canonical URL of the page, absolute, without fragment.
    pub page: Option<String>,
    /// What relative addresses on the page start from, where that is something else.
    pub base: Option<String>,
    /// The element says its own direction.
    pub has_dir: bool,
    /// The zone of last resort; `None` is the reader's own.
    pub zone: Option<Zone>,
    /// The reader asked for less motion.
    pub is_still: bool,
}

/// Puts together how an element is shown. Returns one line per setting that could not be obeyed.
pub fn presentation(settings: &Settings, masthead: &Masthead, page: &Surroundings) -> (Presentation, Vec<String>) {
    let mut said = Vec::new();
    let tag = settings.lang.as_ref().or(page.lang.as_ref()).or(masthead.language.as_ref());
    let (locale, is_known) = tag.map_or_else(|| text::language("en"), |tag| text::language(tag));
    if !is_known && settings.lang.is_some() {
        let wrong = settings.lang.as_deref().unwrap_or_default();
        said.push(["lang=\"", wrong, "\" is not one of: ", &text::spoken(), "; English is used"].concat());
    }
    let presentation = Presentation {
        locale,
        zone: zone(settings, masthead, page, &mut said),
        show_zone: settings.show_zone,
        ages: settings.ages,
        new_tab: settings.new_tab,
        link_params: settings.link_params.clone(),
        more: more(settings, page, &mut said).or_else(|| masthead.url.clone()),
        heading: settings.heading.clone(),
        heading_level: settings.heading_level,
        current: current(settings, page),
        limit: settings.limit,
        // Items that state no language are in the one the publisher named, even where our words are not.
        language: tag.filter(|_| !is_known).cloned(),
        has_dir: page.has_dir,
        rotates: settings.rotate && !page.is_still,
    };
    (presentation, said)
}

/// What the element wants of the stories.
pub fn terms(settings: &Settings, page: &Surroundings) -> Terms {
    Terms {
        limit: settings.limit,
        left_out: settings.hide_current.then(|| current(settings, page)).flatten(),
        wanted: settings.item.clone(),
    }
}

fn current(settings: &Settings, page: &Surroundings) -> Option<String> {
    let base = page.page.as_deref().unwrap_or_default();
    let url = match &settings.current {
        Some(url) => crate::decode::url::absolute(url, page.base.as_deref().unwrap_or(base)),
        None => page.page.clone(),
    };
    url.map(|url| url.split('#').next().unwrap_or_default().to_owned())
}

/// The "whole feed" link passes the same list as every other address: a page's sanitizer may know `href`, but not `more`.
fn more(settings: &Settings, page: &Surroundings, said: &mut Vec<String>) -> Option<String> {
    let written = settings.more.as_deref()?;
    let url = crate::decode::url::absolute(written, page.base.as_deref().or(page.page.as_deref()).unwrap_or_default());
    if url.is_none() {
        said.push(["more=\"", written, "\" is not one of: URL; the default is used (feed's home)"].concat());
    }
    url
}

fn zone(settings: &Settings, masthead: &Masthead, page: &Surroundings, said: &mut Vec<String>) -> Zone {
    let last = || page.zone.clone().unwrap_or_else(Zone::reader);
    match settings.timezone.as_deref() {
        Some(name) if name.eq_ignore_ascii_case("reader") => return last(),
        Some(name) => match Zone::named(name) {
            Some(zone) => return zone,
            None => said.push(
                [
                    "timezone=\"",
                    name,
                    "\" is not one of: IANA zone or `reader`; the feed's zone is used, else the reader's",
                ]
                .concat(),
            ),
        },
        None => {}
    }
    masthead.time_zone.as_deref().and_then(Zone::named).unwrap_or_else(last)
}

impl From<Tag> for Kind {
    fn from(tag: Tag) -> Self {
        match tag {
            Tag::Rail => Self::Rail,
            Tag::Ticker => Self::Ticker,
            Tag::Article => Self::Article,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn presented(pairs: &[(&str, &str)], masthead: &Masthead) -> (Presentation, Vec<String>) {
        let (settings, _) =
            Settings::read(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, value)| (*value).to_owned()));
        let page = Surroundings { page: Some("https://paper.example/story".into()), ..Surroundings::default() };
        presentation(&settings, masthead, &page)
    }

    #[test]
    fn the_more_link_is_an_http_address_or_the_feeds_home() {
        let feed = Masthead { url: Some("https://paper.example/".into()), ..Masthead::default() };
        assert_eq!(presented(&[("more", "/lenta")], &feed).0.more.as_deref(), Some("https://paper.example/lenta"));
        let (presentation, said) = presented(&[("more", "javascript:alert(1)")], &feed);
        assert_eq!(presentation.more.as_deref(), Some("https://paper.example/"));
        assert!(said[0].contains("more=\"javascript:alert(1)\""), "{said:?}");
    }

    #[test]
    fn a_language_we_do_not_speak_still_names_the_language_of_the_stories() {
        let (presentation, said) = presented(&[("lang", "de")], &Masthead::default());
        assert_eq!((presentation.locale.code(), presentation.language.as_deref()), ("en", Some("de")));
        assert!(said[0].contains("lang=\"de\""), "{said:?}");
        assert_eq!(presented(&[("lang", " RU ")], &Masthead::default()).0.language, None);
    }

    #[test]
    fn a_zone_nobody_knows_is_named_and_the_feeds_own_is_used() {
        let feed = Masthead { time_zone: Some("Asia/Baku".into()), ..Masthead::default() };
        let (presentation, said) = presented(&[("timezone", "Asia/Atlantis")], &feed);
        assert_eq!(Some(presentation.zone), Zone::named("Asia/Baku"));
        assert!(said[0].contains("Asia/Atlantis"), "{said:?}");
    }
}
