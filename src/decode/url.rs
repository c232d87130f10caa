//! Which addresses may be linked or shown: the one http(s) allow-list (formats.md R7).

use super::platform::{Here, Platform};

/// What a base may add to a relative address. Bytes; more is an attack by one long base on every address of a document.
const ADDED: usize = 512;

/// `url` against `base`, parsed by the URL standard; `None` for everything but http and https.
pub fn absolute(url: &str, base: &str) -> Option<String> {
    let written = url.trim();
    if written.is_empty() {
        return None;
    }
    let mut found = Here::resolve(written, base)?;
    // An address that was escaped once too often; no server asks for a parameter `amp;b`. Each turn makes it shorter.
    while let Some(escaped) = ["&amp;", "&#038;"].into_iter().find(|escaped| found.contains(escaped)) {
        found = Here::resolve(&found.replace(escaped, "&"), "")?;
    }
    // A letter beyond ASCII is written with up to three times its bytes.
    let is_fit = found.len() <= 3 * written.len() + ADDED;
    (is_fit && (found.starts_with("https://") || found.starts_with("http://"))).then_some(found)
}

/// Scheme, host and port of an absolute URL, without a slash at the end.
pub(crate) fn origin(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().filter(|host| !host.is_empty())?;
    url.get(..scheme.len() + 3 + host.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: &str = "https://gazette.example/feeds/news.json?a=1";

    #[test]
    fn relative_addresses_are_resolved() {
        assert_eq!(absolute("/n/1", BASE).as_deref(), Some("https://gazette.example/n/1"));
        assert_eq!(absolute(" i/1.jpg\n", BASE).as_deref(), Some("https://gazette.example/feeds/i/1.jpg"));
        assert_eq!(absolute("//img.example/x", BASE).as_deref(), Some("https://img.example/x"));
    }

    #[test]
    fn only_http_and_https_pass() {
        for bad in ["javascript:alert(1)", " JaVa\nScript:alert(1)", "data:text/html,x", "mailto:a@b.example", "", "  "]
        {
            assert_eq!(absolute(bad, BASE), None, "{bad}");
        }
        assert_eq!(absolute("blob:https://gazette.example/1", BASE), None);
    }

    #[test]
    fn letters_beyond_ascii_are_encoded_and_breaks_inside_dropped() {
        let url = absolute("https://gazette.example/\u{43c}\n\u{430}\u{44f}.jpg", "");
        assert_eq!(url.as_deref(), Some("https://gazette.example/%D0%BC%D0%B0%D1%8F.jpg"));
    }

    #[test]
    fn an_address_that_was_escaped_too_often_is_read_as_it_was_meant() {
        let found = absolute("https://a.example/j?a=1&amp;b=2&#038;c=3&amp;amp;d=4", "");
        assert_eq!(found.as_deref(), Some("https://a.example/j?a=1&b=2&c=3&d=4"));
        assert_eq!(absolute("https://a.example/?a&am\np;lt;b", "").as_deref(), Some("https://a.example/?a&lt;b"));
        assert_eq!(absolute("https://a.example/?a=1&copy=2", "").as_deref(), Some("https://a.example/?a=1&copy=2"));
    }

    #[test]
    fn a_long_base_is_no_base_and_a_long_address_stays() {
        let long = format!("https://gazette.example/{}/", "a".repeat(1_000));
        assert_eq!(absolute("x", &long), None);
        assert_eq!(absolute(&long, "").as_deref(), Some(long.as_str()));
        assert_eq!(absolute("/x", &long).as_deref(), Some("https://gazette.example/x"));
    }

    #[test]
    fn without_a_base_absolute_addresses_still_pass() {
        assert_eq!(absolute("http://a.example", "").as_deref(), Some("http://a.example/"));
        assert_eq!(absolute("/n/1", ""), None);
    }

    #[test]
    fn an_origin_ends_before_the_path() {
        assert_eq!(origin("https://a.example:8080/x?y"), Some("https://a.example:8080"));
        assert_eq!(origin("https://a.example?y"), Some("https://a.example"));
        assert_eq!(origin("/x"), None);
    }
}
