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
