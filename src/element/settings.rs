//! Attributes of one element, read: every value legal, every complaint said once.

use super::attributes::{Attribute, TABLE, Values};

/// The three elements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// `news-rail`, a vertical list.
    Rail,
    /// `news-ticker`, one line.
    Ticker,
    /// `news-article`, one story.
    Article,
}

impl Tag {
    /// The element for a tag name in any case.
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Rail, Self::Ticker, Self::Article].into_iter().find(|tag| tag.name().eq_ignore_ascii_case(name))
    }

    /// The tag name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rail => "news-rail",
            Self::Ticker => "news-ticker",
            Self::Article => "news-article",
        }
    }
}

/// What the element was asked to be. Text settings are trimmed and never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Feed addresses as written, at most five.
    pub src: Vec<String>,
    /// Which item an article shows.
    pub item: Option<String>,
    /// Format to assume.
    pub format: &'static str,
    /// Interface language.
    pub lang: Option<String>,
    /// IANA zone, or `reader`.
    pub timezone: Option<String>,
    /// Whether times carry their zone.
    pub show_zone: bool,
    /// Ages instead of clock times.
    pub ages: bool,
    /// Items shown.
    pub limit: usize,
    /// Poll interval in seconds, when the publisher gave one.
    pub every: Option<u32>,
    /// Ticker: one story after the other.
    pub rotate: bool,
    /// Start paused.
    pub paused: bool,
    /// Headlines open a new tab.
    pub new_tab: bool,
    /// Query string for headline links.
    pub link_params: Option<String>,
    /// The "whole feed" link.
    pub more: Option<String>,
    /// Title of the rail.
    pub heading: Option<String>,
    /// Its level, 1 to 6.
    pub heading_level: u8,
    /// CSS length reserved before the first stories.
    pub height: Option<String>,
    /// URL of the story being read.
    pub current: Option<String>,
    /// Leave that story out.
    pub hide_current: bool,
}

/// How many feeds one element may merge.
const MOST_FEEDS: usize = 5;

impl Settings {
    /// Reads the attributes through `get`. Returns what to say to the publisher's developer, one line per fault.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> (Self, Vec<String>) {
        let mut reader = Reader { get, said: Vec::new() };
        let settings = Self {
            src: reader.feeds(),
            item: reader.text("item"),
            format: reader.word("format"),
            lang: reader.text("lang"),
            timezone: reader.text("timezone"),
            show_zone: reader.flag("show-zone"),
            ages: reader.word("time") == "age",
            limit: reader.number("limit").unwrap_or(20) as usize,
            every: reader.number("every"),
            rotate: reader.word("motion") == "rotate",
            paused: reader.flag("paused"),
            new_tab: reader.word("open") == "new-tab",
            link_params: reader.text("link-params"),
            more: reader.text("more"),
            heading: reader.text("heading"),
            heading_level: reader.number("heading-level").unwrap_or(2) as u8,
            height: reader.text("height"),
            current: reader.text("current"),
            hide_current: reader.flag("hide-current"),
        };
        for name in ["layout", "theme", "loading"] {
            reader.word(name);
        }
        reader.not_yet();
        (settings, reader.said)
    }
}

struct Reader<F> {
    get: F,
    said: Vec<String>,
}

/// Values that are declared and legal, but not obeyed yet.
const LATER: &[(&str, &str)] = &[("motion", "scroll"), ("open", "article"), ("layout", "compact"), ("layout", "cards")];

impl<F: Fn(&str) -> Option<String>> Reader<F> {
    fn text(&self, name: &str) -> Option<String> {
        (self.get)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    fn flag(&self, name: &str) -> bool {
        (self.get)(name).is_some_and(|value| !value.trim().eq_ignore_ascii_case("false"))
    }

    fn word(&mut self, name: &str) -> &'static str {
        let Some(row) = super::attributes::attribute(name) else { return "" };
        let Values::Words(words) = row.values else { return row.default };
        let Some(value) = self.text(name) else { return row.default };
        match words.iter().find(|word| word.eq_ignore_ascii_case(&value)) {
            Some(word) if LATER.contains(&(name, *word)) => {
                self.say(&[name, "=\"", word, "\" is not there yet; \"", row.default, "\" is used"]);
                row.default
            }
            Some(word) => word,
            None => {
                self.wrong(row, &value);
                row.default
            }
        }
    }

    fn number(&mut self, name: &str) -> Option<u32> {
        let row = super::attributes::attribute(name)?;
        let Values::Number(low, high) = row.values else { return None };
        let value = self.text(name)?;
        let number = value.parse().ok().filter(|n| (low..=high).contains(n));
        if number.is_none() {
            self.wrong(row, &value);
        }
        number
    }

    fn feeds(&mut self) -> Vec<String> {
        let value = self.text("src").filter(|v| !v.eq_ignore_ascii_case("disabled")).unwrap_or_default();
        let mut feeds: Vec<String> = value.split_whitespace().map(str::to_owned).collect();
        if feeds.len() > MOST_FEEDS {
            feeds.truncate(MOST_FEEDS);
            self.say(&["src holds more than five URLs; the first five are read"]);
        }
        feeds
    }

    fn wrong(&mut self, row: &Attribute, value: &str) {
        let short: String = value.chars().take(40).collect();
        let legal = row.values.legal();
        self.say(&[row.name, "=\"", &short, "\" is not one of: ", &legal, "; the default is used (", row.default, ")"]);
    }

    fn not_yet(&mut self) {
        for row in TABLE.iter().filter(|row| !row.ready) {
            if (self.get)(row.name).is_some() {
                self.say(&["attribute ", row.name, " is not there yet and does nothing"]);
            }
        }
    }

    fn say(&mut self, parts: &[&str]) {
        self.said.push(parts.concat());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> (Settings, Vec<String>) {
        Settings::read(|name| pairs.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
    }

    #[test]
    fn an_element_without_attributes_has_the_defaults_and_nothing_to_complain_about() {
        let (settings, said) = read(&[]);
        assert_eq!(said, Vec::<String>::new());
        assert_eq!((settings.limit, settings.every, settings.heading_level), (20, None, 2));
        assert!(settings.src.is_empty() && !settings.paused && !settings.rotate);
    }

    #[test]
    fn a_wrong_number_is_named_with_its_legal_range_and_the_default_holds() {
        let (settings, said) = read(&[("limit", "many"), ("every", "2")]);
        assert_eq!((settings.limit, settings.every), (20, None));
        assert_eq!(said.len(), 2);
        assert!(said[0].contains("limit=\"many\"") && said[0].contains("1..500"), "{said:?}");
        assert!(said[1].contains("every=\"2\"") && said[1].contains("10..3600"), "{said:?}");
    }

    #[test]
    fn a_wrong_word_is_named_with_all_legal_words() {
        let (settings, said) = read(&[("time", "ago"), ("theme", "blue")]);
        assert!(!settings.ages);
        assert!(said.iter().any(|line| line.contains("time=\"ago\"") && line.contains("clock, age")), "{said:?}");
        assert!(said.iter().any(|line| line.contains("theme") && line.contains("auto, light, dark")), "{said:?}");
    }

    #[test]
    fn words_are_read_in_any_case_and_trimmed() {
        let (settings, said) = read(&[("time", " AGE "), ("open", "New-Tab")]);
        assert!(settings.ages && settings.new_tab && said.is_empty());
    }

    #[test]
    fn several_feeds_are_split_at_white_space_and_five_are_the_most() {
        let (settings, said) = read(&[("src", " a  b\nc d e f ")]);
        assert_eq!(settings.src, ["a", "b", "c", "d", "e"]);
        assert_eq!(said.len(), 1);
    }

    #[test]
    fn a_disabled_or_empty_src_asks_nothing() {
        assert!(read(&[("src", "Disabled")]).0.src.is_empty());
        assert!(read(&[("src", "  ")]).0.src.is_empty());
    }

    #[test]
    fn what_is_declared_but_not_built_says_so_once_per_attribute() {
        let (_, said) = read(&[("look", "classic"), ("stream", "/s"), ("motion", "scroll")]);
        assert_eq!(said.iter().filter(|line| line.contains("not there yet")).count(), 3, "{said:?}");
    }

    #[test]
    fn a_flag_written_as_false_is_off() {
        assert!(!read(&[("paused", "false")]).0.paused);
        assert!(read(&[("paused", "")]).0.paused);
    }
}
