//! Markup by its root: which format reads a document that begins with `<` (formats.md section 1, rule 4).
//!
//! The root decides by namespace and local name; nothing is ever looked for in the text of the body.

use super::finish::note;
use super::xml::{Ns, parse};
use super::{Hint, Source, atom, discover, jsonld, rdf, rss, sitemap};
use crate::item::{Code, Failure, Feed};

/// Reads a document of markup.
///
/// # Errors
/// `not-a-feed` with the feed addresses that a page names; `invalid-xml` where there is no root.
pub(super) fn decode(body: &str, source: &Source<'_>) -> Result<Feed, Failure> {
    if discover::is_html(body) {
        // Who asks for RSS and gets an error page wants no stories out of that page.
        let read = match source.hint {
            Hint::Auto | Hint::JsonLd => jsonld::page(body, source),
            _ => Err(Failure::new(Code::NotAFeed, "The answer is an HTML page, not a feed.")),
        };
        return read.map_err(|failure| Failure { discovered: discover::feeds(body, source.url), ..failure });
    }
    let document = parse(body)?;
    let (ns, name) = (document.root.ns, document.root.name.as_str());
    let read = match (source.hint, ns, name) {
        (Hint::Auto | Hint::Rss, Ns::None, "rss") => rss::decode,
        (Hint::Auto | Hint::Rss | Hint::Rdf, Ns::Rdf, "rdf") => rdf::decode,
        (Hint::Auto | Hint::Atom, Ns::Atom | Ns::Atom03 | Ns::None, "feed" | "entry") => atom::decode,
        (Hint::Auto | Hint::Sitemap, _, "urlset" | "sitemapindex") => sitemap::decode,
        (Hint::Auto, ..) => return Err(Failure::new(Code::NotAFeed, "The answer is markup of no known feed format.")),
        _ => {
            return Err(Failure::new(
                Code::NotAFeed,
                "The answer is not in the format that the `format` setting names.",
            ));
        }
    };
    let mut feed = read(&document, source)?;
    document.faults.remarks().for_each(|(field, message)| note(&mut feed, None, field, message));
    Ok(feed)
}
