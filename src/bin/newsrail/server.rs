//! What a server said beside the bytes, and what of it keeps browsers from a feed.
//!
//! This file decides which headers are worth a remark, and gives the line to add. It refuses to look into the feed, except
//! for its format: a Content-Type is right or wrong only for something.

use newsrail::item::Format;
use serde_json::{Value, json};

/// Some page that embeds the widget: WordPress answers CORS only to requests that have an origin.
pub(crate) const ORIGIN: &str = "https://publisher.example";

/// The circumstances of an answer that came from a server.
#[derive(Default)]
pub(crate) struct Server {
    /// The address after redirects.
    pub(crate) url: String,
    /// `Access-Control-Allow-Origin`; several headers stand with commas between, as a browser reads them.
    pub(crate) allowed: Option<String>,
    /// `Content-Type`.
    pub(crate) content_type: Option<String>,
    /// The address that was asked for led to another one.
    pub(crate) moved: bool,
    /// The body holds letters beyond ASCII, and all of it is valid UTF-8.
    pub(crate) is_utf8: bool,
}

/// One thing to change at the server.
pub(crate) struct Remark {
    /// What is wrong, and what it does to readers.
    pub(crate) message: String,
    /// The header to send, as it stands on the wire; none where a header does not help.
    pub(crate) line: Option<String>,
}

impl Remark {
    fn new(message: impl Into<String>, line: Option<String>) -> Self {
        Self { message: message.into(), line }
    }

    /// As `check --json` prints it.
    pub(crate) fn to_json(&self) -> Value {
        json!({"message": self.message, "line": self.line})
    }
}

impl Server {
    /// Pages of any other site may read the answer.
    pub(crate) fn is_open(&self) -> bool {
        self.allowed.as_deref().is_some_and(|origin| origin == "*" || origin == ORIGIN)
    }

    /// What to change, the worst first, so that browsers may read what is a feed of this format.
    pub(crate) fn remarks(&self, format: Format) -> Vec<Remark> {
        let kind = self.content_type_remark(format);
        [self.cors(), self.insecure(), kind, self.false_charset(), self.redirect()].into_iter().flatten().collect()
    }

    fn cors(&self) -> Option<Remark> {
        let line = Some("Access-Control-Allow-Origin: *".to_owned());
        let message = match self.allowed.as_deref() {
            _ if self.is_open() => return None,
            None => "Browsers may not read this address from pages of other sites: a header is missing.".to_owned(),
            Some(list) if list.contains(',') => {
                format!("Access-Control-Allow-Origin names several origins ({list}), and browsers accept only one.")
            }
            Some(origin) => format!("Access-Control-Allow-Origin is {origin}: only pages there may read this address."),
        };
        Some(Remark::new(message, line))
    }

    /// Mixed content. Browsers except only the machine itself.
    fn insecure(&self) -> Option<Remark> {
        let host = self.url.strip_prefix("http://")?;
        let is_local = ["127.", "localhost", "[::1]"].iter().any(|local| host.starts_with(local));
        let message = "Pages on https may not read an http address; serve the feed over https.";
        (!is_local).then(|| Remark::new(message, None))
    }

    fn content_type_remark(&self, format: Format) -> Option<Remark> {
        let (family, right) = family(format);
        let line = Some(format!("Content-Type: {right}"));
        let Some(given) = &self.content_type else {
            return Some(Remark::new("There is no Content-Type; other readers have to guess what this is.", line));
        };
        let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let fits = essence.ends_with(&format!("/{family}")) || essence.ends_with(&format!("+{family}"));
        // JSON-LD also lives in pages.
        if fits || (format == Format::JsonLd && essence == "text/html") {
            return None;
        }
        Some(Remark::new(format!("Content-Type is {essence}, which is not what this is ({}).", format.as_str()), line))
    }

    fn false_charset(&self) -> Option<Remark> {
        let given = self.content_type.as_ref().filter(|_| self.is_utf8)?;
        let (essence, parameters) = given.split_once(';')?;
        let (_, charset) = parameters.split_once("charset=")?;
        let charset = charset.split(';').next().unwrap_or_default().trim().trim_matches('"');
        let message = format!("Content-Type says {charset}, but the text is UTF-8; whoever believes it shows garbage.");
        let line = format!("Content-Type: {}; charset=utf-8", essence.trim());
        let is_true = charset.is_empty() || ["utf-8", "utf8"].iter().any(|name| charset.eq_ignore_ascii_case(name));
        (!is_true).then(|| Remark::new(message, Some(line)))
    }

    fn redirect(&self) -> Option<Remark> {
        let message = format!("The address leads to {}; name that one, and every poll saves a request.", self.url);
        self.moved.then(|| Remark::new(message, None))
    }
}

/// The suffix of right Content-Types, and the best of them.
fn family(format: Format) -> (&'static str, &'static str) {
    match format {
        Format::Rss2 | Format::Rss0(_) => ("xml", "application/rss+xml; charset=utf-8"),
        Format::Rss1 => ("xml", "application/rdf+xml; charset=utf-8"),
        Format::Atom1 | Format::Atom03 => ("xml", "application/atom+xml; charset=utf-8"),
        Format::NewsSitemap | Format::SitemapIndex => ("xml", "application/xml; charset=utf-8"),
        Format::JsonFeed10 | Format::JsonFeed11 => ("json", "application/feed+json"),
        Format::JsonLd => ("json", "application/ld+json"),
        Format::Simple | Format::Ninjs1 | Format::Ninjs2 | Format::Ninjs3 | Format::WordPress | Format::Ghost => {
            ("json", "application/json")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn server(content_type: &str) -> Server {
        Server {
            url: "https://gazette.example/feed".into(),
            allowed: Some("*".into()),
            content_type: Some(content_type.into()),
            ..Server::default()
        }
    }

    fn lines(server: &Server, format: Format) -> Vec<Option<String>> {
        server.remarks(format).into_iter().map(|remark| remark.line).collect()
    }

    #[test]
    fn a_server_that_does_everything_right_hears_nothing() {
        for (kind, format) in [
            ("application/rss+xml", Format::Rss2),
            ("text/xml; charset=UTF-8", Format::Atom1),
            ("application/json", Format::JsonFeed11),
            ("text/html; charset=utf-8", Format::JsonLd),
        ] {
            assert!(server(kind).remarks(format).is_empty(), "{kind}");
        }
    }

    #[test]
    fn a_missing_a_narrow_and_a_doubled_cors_header_are_told_apart() {
        let message = |allowed: Option<&str>| {
            let server = Server { allowed: allowed.map(str::to_owned), ..server("application/json") };
            assert_eq!(lines(&server, Format::Simple), [Some("Access-Control-Allow-Origin: *".to_owned())]);
            server.remarks(Format::Simple).remove(0).message
        };
        assert!(message(None).contains("missing"));
        assert!(message(Some("https://paper.example")).contains("only pages there"));
        assert!(message(Some("*, *")).contains("accept only one"));
    }

    #[test]
    fn a_wrong_content_type_is_told_with_the_right_one() {
        let right = Some("Content-Type: application/rss+xml; charset=utf-8".to_owned());
        for server in [server("text/plain"), Server { content_type: None, ..server("") }] {
            assert_eq!(lines(&server, Format::Rss2), std::slice::from_ref(&right));
        }
    }

    #[test]
    fn a_charset_that_the_bytes_refute_is_told() {
        let lying = Server { is_utf8: true, ..server("text/xml; charset=windows-1251") };
        assert_eq!(lines(&lying, Format::Rss2), [Some("Content-Type: text/xml; charset=utf-8".to_owned())]);
        let honest = Server { is_utf8: false, ..server("text/xml; charset=windows-1251") };
        assert!(honest.remarks(Format::Rss2).is_empty());
    }

    #[test]
    fn http_is_told_except_on_this_machine() {
        let at = |url: &str| Server { url: url.into(), ..server("application/json") }.remarks(Format::Simple).len();
        assert_eq!((at("http://gazette.example/"), at("http://127.0.0.1:80/"), at("https://a.example/")), (1, 0, 0));
    }
}
