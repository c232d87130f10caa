//! The one table of attributes: what may be written on an element, and what it means.
//!
//! The script-tag form uses the same names with `data-` before them. README.md prints this table; a test compares.

/// What an attribute may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A whole number, both ends included.
    Number(u32, u32),
    /// There or not there.
    Flag,
    /// Any text; the string names what kind, for messages and for the README.
    Text(&'static str),
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attribute {
    /// Name on the element.
    pub name: &'static str,
    /// Legal values.
    pub values: Values,
    /// The value used when the attribute is absent or wrong, as words for a reader of the table.
    pub default: &'static str,
    /// Whether this version obeys it; otherwise one console line says "not yet".
    pub ready: bool,
    /// One line of meaning; stays out of the wasm.
    #[cfg(not(target_arch = "wasm32"))]
    pub meaning: &'static str,
}

macro_rules! table {
    ($($name:literal, $values:expr, $default:literal, $ready:ident, $meaning:literal;)*) => {
        /// Every attribute, in the order of the README.
        pub const TABLE: &[Attribute] = &[$(Attribute {
            name: $name,
            values: $values,
            default: $default,
            ready: table!(@ $ready),
            #[cfg(not(target_arch = "wasm32"))]
            meaning: $meaning,
        }),*];
    };
    (@ now) => { true };
    (@ later) => { false };
}

use Values::{Flag, Number, Text, Words};

table! {
    "src", Text("1 to 5 URLs, space-separated, or `disabled`"), "none", now, "rail, ticker: feeds, merged. article: a story in any format; of several items the one named by `item`, else the first. Empty or `disabled`: the links inside stay, no request";
    "item", Text("id or URL"), "first item", now, "article: which item of `src`";
    "format", Words(&["auto", "simple", "jsonfeed", "ninjs", "wordpress", "ghost", "rss", "rdf", "atom", "jsonld", "sitemap"]), "auto", now, "skip detection";
    "lang", Text("BCP 47 tag"), "nearest `lang` of the page", now, "interface language, and of items that state none; sets the direction unless the element has `dir`";
    "timezone", Text("IANA zone or `reader`"), "feed's zone, else `reader`", now, "zone of every time shown";
    "show-zone", Flag, "off", now, "adds the zone's name to times";
    "time", Words(&["clock", "age"]), "clock", now, "HH:MM in 24 hours, or \"5 min ago\"; not today: day and month before it";
    "limit", Number(1, 500), "20", now, "items shown at first";
    "page-size", Number(1, 100), "20", later, "items per further load";
    "load-more", Words(&["button", "endless", "off"]), "button", later, "how the next page comes";
    "every", Number(10, 3600), "30", now, "seconds between polls; never below what feed and server ask for";
    "stream", Text("URL"), "none", later, "Server-Sent Events; polling stays as the safety net";
    "updates", Words(&["auto", "ask", "off"]), "auto", later, "insert at once, show \"N new stories\", or never";
    "updated", Words(&["auto", "off"]), "auto", later, "the UPDATED badge";
    "motion", Words(&["static", "rotate", "scroll"]), "static", now, "ticker only; reduced motion forces static; `scroll` comes later and is static until then";
    "speed", Number(10, 300), "60", later, "ticker only: px per second of `scroll`";
    "paused", Flag, "off", now, "start paused";
    "open", Words(&["page", "new-tab", "article"]), "page", now, "where a headline leads; `article` comes later and is `page` until then";
    "for", Text("id"), "none", later, "the `news-article` that `open=article` fills";
    "link-params", Text("query string"), "none", now, "added to headline links (utm_source=...)";
    "prefetch", Flag, "off", later, "full story on intent";
    "section", Text("comma list"), "all", later, "filter by section";
    "badge", Text("comma list"), "all", later, "filter by badge";
    "query", Text("text"), "all", later, "filter by words";
    "controls", Text("any of `sections search pause refresh`"), "pause", later, "what the reader may operate; pause is always there while anything changes by itself";
    "more", Text("URL"), "feed's home", now, "the \"whole feed\" link";
    "heading", Text("text"), "\"Latest news\"", now, "the title";
    "heading-level", Number(1, 6), "2", now, "its level";
    "layout", Words(&["list", "compact", "cards"]), "list", now, "rail only; `compact` and `cards` come later and are `list` until then";
    "look", Words(&["plain", "classic", "modern", "wire"]), "plain", later, "ready-made style";
    "theme", Words(&["auto", "light", "dark"]), "auto", now, "colour scheme; changes at run time without a refetch";
    "height", Text("CSS length"), "skeleton rows by `limit`", now, "space reserved before the first stories";
    "images", Words(&["auto", "none"]), "auto", later, "thumbnails";
    "current", Text("URL"), "canonical URL of the page", now, "the story being read: marked in the rail";
    "hide-current", Flag, "off", now, "leaves the story being read out instead";
    "exclude", Text("id"), "none", later, "leaves out what that other element shows";
    "loading", Words(&["auto", "eager", "lazy"]), "auto", now, "auto: within one screen of the first view = eager, else lazy";
    "image-hosts", Text("host list"), "any https", later, "where images may come from";
    "embed-hosts", Text("host list"), "none", later, "where click-to-load embeds may come from";
    "json-ld", Flag, "off", later, "article: write NewsArticle or LiveBlogPosting";
}

/// The row for `name`.
pub fn attribute(name: &str) -> Option<&'static Attribute> {
    TABLE.iter().find(|row| row.name == name)
}

impl Values {
    /// The legal values in words, for warnings and for the README.
    pub fn legal(self) -> String {
        match self {
            Self::Words(words) => words.join(", "),
            Self::Number(low, high) => [low.to_string(), high.to_string()].join(".."),
            Self::Flag => "boolean".into(),
            Self::Text(kind) => kind.into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_stands_once() {
        for row in TABLE {
            assert_eq!(TABLE.iter().filter(|other| other.name == row.name).count(), 1, "{}", row.name);
        }
    }

    #[test]
    fn the_default_of_a_word_list_is_one_of_its_words() {
        for row in TABLE {
            if let Words(words) = row.values {
                assert!(words.contains(&row.default), "{}", row.name);
            }
        }
    }

    #[test]
    fn a_script_tag_could_carry_every_name_as_data_attribute() {
        for row in TABLE {
            assert!(row.name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{}", row.name);
        }
    }
}
