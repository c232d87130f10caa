//! An HTML page in place of a feed: whether it is one, and which feeds it names.

use super::markup::{Piece, scan};
use super::references::decode_references;
use super::url::absolute;

/// Types of `<link rel=alternate>` that are feeds.
const FEEDS: [&str; 5] =
    ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json"];

/// Whether the first thing in the document is `<!doctype html>` or `<html>`.
pub(super) fn is_html(body: &str) -> bool {
    root(body).eq_ignore_ascii_case("html")
}

/// What relative addresses of a page start from: its first `<base href>` (HTML, section 4.2.3), else its own address.
pub(super) fn base(page: &str, url: &str) -> String {
    let stated = scan(page).find_map(|piece| match piece {
        Piece::Open(tag) if tag.name.eq_ignore_ascii_case("base") => tag.attribute("href"),
        _ => None,
    });
    stated.and_then(|href| absolute(&decode_references(href), url)).unwrap_or_else(|| url.to_owned())
}

/// The feeds that a page names in its head, absolute.
pub(super) fn feeds(page: &str, url: &str) -> Vec<String> {
    let base = &base(page, url);
    let mut found: Vec<String> = Vec::new();
    for piece in scan(page) {
        let Piece::Open(tag) = piece else { continue };
        let is = |name: &str, accepted: &dyn Fn(&str) -> bool| {
            tag.attribute(name).is_some_and(|value| accepted(&value.to_ascii_lowercase()))
        };
        let is_feed = tag.name.eq_ignore_ascii_case("link")
            && is("rel", &|rel| rel.split_ascii_whitespace().any(|word| word == "alternate"))
            && is("type", &|kind| FEEDS.contains(&kind.split(';').next().unwrap_or("").trim()));
        let address =
            tag.attribute("href").filter(|_| is_feed).and_then(|href| absolute(&decode_references(href), base));
        found.extend(address.filter(|address| found.len() < 20 && !found.contains(address)));
    }
    found
}

/// The root's name, or `html` for a document type of that name. Comments and processing instructions are passed over.
fn root(body: &str) -> &str {
    let mut rest = body;
    loop {
        rest = rest.trim_start();
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if let Some(instruction) = rest.strip_prefix("<?") {
            rest = instruction.split_once("?>").map_or("", |(_, after)| after);
        } else if let Some(doctype) = rest.strip_prefix("<!") {
            let kind = doctype.get(.."doctype html".len()).unwrap_or("");
            if kind.eq_ignore_ascii_case("doctype html") {
                return "html";
            }
            // An internal subset holds `>` of its own.
            let end = doctype.find(['>', '[']).unwrap_or(doctype.len());
            let subset = doctype.get(end..).is_some_and(|rest| rest.starts_with('['));
            rest = doctype.split_once(if subset { "]>" } else { ">" }).map_or("", |(_, after)| after);
        } else {
            let name = rest.strip_prefix('<').unwrap_or("");
            return name.split(|c: char| c.is_whitespace() || matches!(c, '>' | '/')).next().unwrap_or("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_by_its_root() {
        for (body, is) in [
            ("<!doctype HTML><p>", true),
            ("<html><rss>", true),
            ("<!-- x -->\n<?xml version='1.0'?><HTML lang=en>", true),
            ("<?xml version='1.0'?>\n<!-- <html> --><rss version='2.0'>", false),
            ("<!DOCTYPE rss [<!ENTITY a '>'>]><rss>", false),
            ("<", false),
            ("<!--", false),
        ] {
            assert_eq!(is_html(body), is, "{body}");
        }
    }

    #[test]
    fn feeds_that_a_page_names_are_found() {
        let page = "<!doctype html><head><LINK REL='alternate' type='application/rss+xml' href='/feed?a=1&amp;b=2'>\
            <link rel=stylesheet href=x.css><link rel='alternate' hreflang=de href=/de><script>'<link rel=alternate type=application/rss+xml href=/no>'</script>";
        assert_eq!(feeds(page, "https://a.example/"), ["https://a.example/feed?a=1&b=2"]);
    }

    #[test]
    fn relative_addresses_start_from_the_base_that_a_page_states() {
        let page = "<!doctype html><base target=_top><base href='//b.example/n/'><base href=/no>\
            <link rel=alternate type=application/rss+xml href=feed.xml>";
        assert_eq!(feeds(page, "https://a.example/"), ["https://b.example/n/feed.xml"]);
        assert_eq!(base("<base href='javascript:x'>", "https://a.example/x"), "https://a.example/x");
    }
}
