//! Namespaces, by their addresses; a well-known prefix stands in where the declaration is missing (formats.md R4).

/// The vocabularies that feeds use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ns {
    /// No namespace, and the ones of RSS 0.9x and 2.0, which are none.
    None,
    /// Atom 1.0 (RFC 4287), and whatever else calls itself `atom:`.
    Atom,
    /// Atom 0.3.
    Atom03,
    /// RSS 1.0 and 0.90.
    Rss1,
    /// `rdf:`.
    Rdf,
    /// Dublin Core elements.
    Dc,
    /// Dublin Core terms.
    DcTerms,
    /// `content:encoded`.
    Content,
    /// Media RSS.
    Media,
    /// iTunes podcasts.
    Itunes,
    /// RSS 1.0 syndication.
    Sy,
    /// RSS 1.0 taxonomy.
    Taxo,
    /// Tombstones, RFC 6721.
    At,
    /// Atom Publishing Protocol, RFC 5023 (both namespace addresses).
    App,
    /// FeedBurner.
    FeedBurner,
    /// sitemaps.org.
    Sitemap,
    /// Google News sitemaps.
    News,
    /// Google image sitemaps.
    SitemapImage,
    /// XHTML.
    Xhtml,
    /// `xml:`.
    Xml,
    /// Anything else.
    Other,
}

/// Namespaces by prefix and by a word that its addresses share. The prefix serves where a document declares none.
const KNOWN: &[(&str, Ns, &str)] = &[
    ("atom", Ns::Atom, "w3.org/2005/atom"),
    ("a10", Ns::Atom, "w3.org/2005/atom"),
    ("", Ns::Atom03, "purl.org/atom/ns"),
    ("", Ns::Rss1, "purl.org/rss/1.0"),
    ("", Ns::Rss1, "my.netscape.com/rdf/simple/0.9"),
    ("", Ns::Rss1, "channel.netscape.com/rdf/simple/0.9"),
    ("rdf", Ns::Rdf, "w3.org/1999/02/22-rdf-syntax-ns"),
    ("dc", Ns::Dc, "purl.org/dc/elements/1.1"),
    ("dc", Ns::Dc, "purl.org/dc/elements/1.0"),
    ("dcterms", Ns::DcTerms, "purl.org/dc/terms"),
    ("content", Ns::Content, "purl.org/rss/1.0/modules/content"),
    ("media", Ns::Media, "search.yahoo.com/mrss"),
    ("media", Ns::Media, "video.search.yahoo.com/mrss"),
    ("media", Ns::Media, "rssboard.org/media-rss"),
    ("itunes", Ns::Itunes, "itunes.com/dtds/podcast-1.0.dtd"),
    ("sy", Ns::Sy, "purl.org/rss/1.0/modules/syndication"),
    ("taxo", Ns::Taxo, "purl.org/rss/1.0/modules/taxonomy"),
    ("at", Ns::At, "purl.org/atompub/tombstones/1.0"),
    ("app", Ns::App, "w3.org/2007/app"),
    ("app", Ns::App, "purl.org/atom/app"),
    ("feedburner", Ns::FeedBurner, "rssnamespace.org/feedburner/ext/1.0"),
    ("", Ns::Sitemap, "sitemaps.org/schemas/sitemap/0.9"),
    ("", Ns::Sitemap, "google.com/schemas/sitemap/0.84"),
    ("news", Ns::News, "google.com/schemas/sitemap-news/0.9"),
    ("image", Ns::SitemapImage, "google.com/schemas/sitemap-image/1.1"),
    ("xhtml", Ns::Xhtml, "w3.org/1999/xhtml"),
    ("xml", Ns::Xml, "w3.org/xml/1998/namespace"),
    ("", Ns::None, "backend.userland.com/rss"),
    ("", Ns::None, "blogs.law.harvard.edu/tech/rss"),
    ("", Ns::None, "rssboard.org/rss-specification"),
    ("", Ns::None, "cyber.law.harvard.edu/rss"),
];

/// Declarations in force at one place.
const MOST_DECLARED: usize = 200;

/// Prefix and local name.
pub(crate) fn split(qualified: &str) -> (&str, &str) {
    qualified.split_once(':').unwrap_or(("", qualified))
}

/// What the prefixes mean where one stands.
#[derive(Default)]
pub(crate) struct Scopes {
    declared: Vec<(String, Ns)>,
    /// How many declarations were in force outside each open element.
    outside: Vec<usize>,
}

impl Scopes {
    /// An element begins.
    pub(crate) fn enter(&mut self) {
        self.outside.push(self.declared.len());
    }

    /// The innermost element ends.
    pub(crate) fn leave(&mut self) {
        self.declared.truncate(self.outside.pop().unwrap_or(0));
    }

    /// Takes in an attribute of the innermost element if it is a declaration. `name` is in lower case.
    pub(crate) fn declare(&mut self, name: &str, address: &str) -> bool {
        let prefix = match split(name) {
            ("", "xmlns") => "",
            ("xmlns", prefix) => prefix,
            _ => return false,
        };
        // Lookups walk this list; no feed declares so many, and beyond it the well-known prefixes still serve.
        if self.declared.len() < MOST_DECLARED {
            self.declared.push((prefix.to_owned(), by_address(address)));
        }
        true
    }

    /// The namespace of an element with this prefix; without one, the default namespace.
    pub(crate) fn element(&self, prefix: &str) -> Ns {
        let declared = self.declared.iter().rev().find(|(known, _)| known == prefix);
        declared.map_or_else(|| by_prefix(prefix), |(_, ns)| *ns)
    }

    /// The namespace of an attribute: without a prefix it has none (Namespaces in XML 1.0, section 6.2).
    pub(crate) fn attribute(&self, prefix: &str) -> Ns {
        if prefix.is_empty() { Ns::None } else { self.element(prefix) }
    }
}

fn by_prefix(prefix: &str) -> Ns {
    if prefix.is_empty() {
        return Ns::None;
    }
    KNOWN.iter().find(|(known, ..)| *known == prefix).map_or(Ns::Other, |(_, ns, _)| *ns)
}

/// Scheme, case, `www.`, and what closes the address differ from feed to feed.
fn by_address(address: &str) -> Ns {
    let address = address.trim().to_ascii_lowercase();
    let rest = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest).trim_end_matches(['/', '#']);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    if rest.is_empty() {
        return Ns::None;
    }
    let exact = KNOWN.iter().find(|(.., known)| *known == rest);
    // Versions of RSS and Atom 0.3 end in numbers of their own.
    let family = || KNOWN.iter().find(|(_, ns, known)| matches!(ns, Ns::None | Ns::Atom03) && rest.starts_with(known));
    exact.or_else(family).map_or(Ns::Other, |(_, ns, _)| *ns)
}
