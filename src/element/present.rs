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
        said.push(["lang=\"", wrong, "\" is not one of: az, ar, en, ru; English is used"].concat());
    }
    let presentation = Presentation {
        locale,
        zone: zone(settings, masthead, page, &mut said),
        show_zone: settings.show_zone,
        ages: settings.ages,
        new_tab: settings.new_tab,
        link_params: settings.link_params.clone(),
        more: settings.more.clone().or_else(|| masthead.url.clone()),
        heading: settings.heading.clone(),
        heading_level: settings.heading_level,
        current: current(settings, page),
        limit: settings.limit,
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
        Some(url) => crate::decode::url::absolute(url, base),
        None => page.page.clone(),
    };
    url.map(|url| url.split('#').next().unwrap_or_default().to_owned())
}

fn zone(settings: &Settings, masthead: &Masthead, page: &Surroundings, said: &mut Vec<String>) -> Zone {
    let last = || page.zone.clone().unwrap_or_else(Zone::reader);
    match settings.timezone.as_deref() {
        Some(name) if name.eq_ignore_ascii_case("reader") => return last(),
        Some(name) => match Zone::named(name) {
            Some(zone) => return zone,
            None => said
                .push(["timezone=\"", name, "\" is not one of: IANA zone or `reader`; the default is used"].concat()),
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
