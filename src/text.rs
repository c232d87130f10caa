//! Reader-facing words, plurals, dates and zones.
//!
//! This room decides how a story's time and every string of our own read in each language. Months, weekdays, relative
//! units and plural rules are data of ours, because engines differ ("2026 M03 2" in Chromium for Azerbaijani): all
//! browsers and the native program print the same. Only the offset of a zone comes from outside: `Intl` in the browser,
//! the IANA tables natively. It refuses to know stories, feeds, state and the DOM.
//!
//! ```
//! use newsrail::text::{Counted, Phrase, language};
//! let (locale, exact) = language("ru-RU");
//! assert!(exact);
//! assert_eq!(locale.say(Phrase::LatestNews), "Последние новости");
//! assert_eq!(locale.count(Counted::ReadingMinutes, 3), "3 минуты чтения");
//! ```

mod date;
mod language;
mod languages;
mod phrase;
mod plural;
mod tag;
mod zone;

pub use date::{Stamp, machine};
pub use language::{Direction, Language};
pub use phrase::{Counted, Phrase};
pub use tag::Digits;
pub use zone::Zone;

use crate::item::{Advice, Badge};
use phrase::Timed;

/// A language together with the digits its region writes. Everything a reader sees is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Locale {
    /// The words.
    pub language: &'static Language,
    /// The digits of counts, clocks and dates.
    pub digits: Digits,
}

/// The locale for a BCP 47 tag in any case, blanks around it ignored. `false`: we do not speak that language, and
/// English stands in.
pub fn language(tag: &str) -> (Locale, bool) {
    let tag = tag::Tag::read(tag);
    let found = languages::ALL.iter().copied().find(|language| language.code == tag.primary);
    let locale = Locale { language: found.unwrap_or(&languages::en::LANGUAGE), digits: tag.digits() };
    (locale, found.is_some())
}

/// The languages we speak, for messages: "en, ru, az, ar".
pub fn spoken() -> String {
    let codes: Vec<&str> = languages::ALL.iter().map(|language| language.code).collect();
    codes.join(", ")
}

impl Default for Locale {
    /// English.
    fn default() -> Self {
        Self { language: &languages::en::LANGUAGE, digits: Digits::Latin }
    }
}

impl Locale {
    /// The language subtag: what `lang` says on nodes that hold our own words.
    pub fn code(self) -> &'static str {
        self.language.code
    }

    /// Which way the language runs.
    pub fn dir(self) -> Direction {
        self.language.dir
    }

    /// A fixed text.
    pub fn say(self, phrase: Phrase) -> &'static str {
        (self.language.say)(phrase)
    }

    /// A text about `n` things, in the plural form that `n` takes (CLDR cardinal rules).
    pub fn count(self, counted: Counted, n: u32) -> String {
        let forms = (self.language.forms)(counted);
        phrase::fill(plural::pick(forms, (self.language.plural)(n)), &[('n', &self.number(n))])
    }

    /// The word on a badge; a free text of the feed stays as it is.
    pub fn badge(self, badge: &Badge) -> &str {
        (self.language.badge)(badge)
    }

    /// What happened and what helps, one sentence each, for a reader who is not to blame.
    pub fn failure(self, advice: Advice) -> (&'static str, &'static str) {
        (self.language.failure)(advice)
    }

    /// Names or places in a row: "A, B", with the language's own comma.
    pub fn list<T: AsRef<str>>(self, parts: &[T]) -> String {
        let mut row = String::new();
        for part in parts {
            if !row.is_empty() {
                row.push_str(self.language.comma);
            }
            row.push_str(part.as_ref());
        }
        row
    }

    /// "updated at 16:12", for the head of a rail.
    pub fn updated_at(self, clock: &str) -> String {
        self.timed(Timed::UpdatedAt, clock)
    }

    /// "as of 14:05", when the last poll failed. `moment` may carry a day: "1 March, 23:48".
    pub fn as_of(self, moment: &str) -> String {
        self.timed(Timed::AsOf, moment)
    }

    /// "offline, as of 14:05".
    pub fn offline_as_of(self, moment: &str) -> String {
        self.timed(Timed::OfflineAsOf, moment)
    }

    /// "Updated at 16:10", under an article that was changed on the day it was published.
    pub fn story_updated_at(self, clock: &str) -> String {
        self.timed(Timed::StoryUpdatedAt, clock)
    }

    /// "3 new stories", for the status line that is read aloud.
    pub fn new_stories(self, n: u32) -> String {
        self.count(Counted::NewStories, n)
    }

    /// "3 minute read".
    pub fn reading_minutes(self, n: u32) -> String {
        self.count(Counted::ReadingMinutes, n)
    }

    /// A whole number in the locale's digits, without grouping.
    pub fn number(self, n: u32) -> String {
        self.shape(n.to_string())
    }

    fn timed(self, timed: Timed, moment: &str) -> String {
        phrase::fill((self.language.timed)(timed), &[('t', moment)])
    }

    /// The same text in the locale's digits.
    fn shape(self, text: String) -> String {
        match self.digits {
            Digits::Latin => text,
            Digits::Arabic => text.chars().map(tag::arabic_digit).collect(),
        }
    }
}

#[cfg(test)]
mod tests;
