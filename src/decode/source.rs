//! Where bytes came from, as far as it matters for reading them.

use crate::item::Time;

/// The circumstances of an answer.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The address after redirects; relative addresses in the feed are resolved against it. May be empty.
    pub url: &'a str,
    /// The `Content-Type` header.
    pub content_type: Option<&'a str>,
    /// The HTTP status, when there was one.
    pub status: Option<u16>,
    /// The format to assume.
    pub hint: Hint,
    /// The moment of decoding.
    pub now: Time,
}

/// The `format` attribute: a family of formats, or look for yourself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names are the formats' own")]
pub enum Hint {
    #[default]
    Auto,
    Simple,
    JsonFeed,
    Ninjs,
    WordPress,
    Ghost,
    Rss,
    Rdf,
    Atom,
    JsonLd,
    Sitemap,
}

impl Hint {
    /// The words of the `format` attribute.
    #[cfg(feature = "native")]
    pub const WORDS: [&'static str; 11] =
        ["auto", "simple", "jsonfeed", "wordpress", "rss", "atom", "rdf", "ninjs", "ghost", "jsonld", "sitemap"];

    /// The hint for a word of the `format` attribute; an unknown word means `auto`.
    pub fn from_word(word: &str) -> Self {
        match word {
            "simple" => Self::Simple,
            "jsonfeed" => Self::JsonFeed,
            "ninjs" => Self::Ninjs,
            "wordpress" => Self::WordPress,
            "ghost" => Self::Ghost,
            "rss" => Self::Rss,
            "rdf" => Self::Rdf,
            "atom" => Self::Atom,
            "jsonld" => Self::JsonLd,
            "sitemap" => Self::Sitemap,
            _ => Self::Auto,
        }
    }
}

#[cfg(test)]
#[cfg(feature = "native")]
mod tests {
    use super::Hint;

    #[test]
    fn every_word_names_a_format_of_its_own() {
        let hints: Vec<Hint> = Hint::WORDS.map(Hint::from_word).into();
        let distinct =
            hints.iter().enumerate().all(|(at, hint)| hints.iter().position(|other| other == hint) == Some(at));
        assert!(distinct, "{hints:?}");
    }
}
