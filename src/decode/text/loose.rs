//! Texts of which the format does not say whether they are plain or HTML: RSS titles and descriptions (formats.md R1).

use super::{html_to_text, plain};
use crate::decode::markup::{Piece, is_block, scan};
use crate::decode::references::decode_references;

/// Elements that change how words look and nothing else.
const INLINE: &str = " a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong \
                      sub sup tt u var ";
/// No headline is longer; a field that is holds something else, and is shown as it is.
const LONGEST: usize = 16 * 1024;

/// Tags that may wait for their end at once. No headline needs more, and the search for an end stays short.
const OPEN: usize = 32;

/// A headline: references are decoded once, then inline elements that are closed lose their tags. Everything else that
/// looks like a tag was meant to be read: "Archive drops <marquee>".
pub(crate) fn headline(text: &str) -> Option<String> {
    let text = decode_references(text);
    let text = unmarked(&text);
    let spans = if text.len() <= LONGEST && text.contains("</") { paired(text) } else { Vec::new() };
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for (start, end) in spans {
        shown.push_str(text.get(from..start).unwrap_or(""));
        from = end;
    }
    shown.push_str(text.get(from..).unwrap_or(""));
    plain(&shown)
}

/// Where the tags of closed inline elements stand, in order.
fn paired(text: &str) -> Vec<(usize, usize)> {
    let mut open: Vec<(&str, (usize, usize))> = Vec::new();
    let mut spans = Vec::new();
    for (start, _) in text.match_indices('<') {
        let inside = text.get(start + 1..).unwrap_or("");
        let Some(length) =
            inside.find(['>', '<']).filter(|end| inside.get(*end..).is_some_and(|rest| rest.starts_with('>')))
        else {
            continue;
        };
        let span = (start, start + length + 2);
        let tag = inside.get(..length).unwrap_or("");
        let name = |tag: &'_ str| tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        if let Some(closed) = tag.strip_prefix('/') {
            let closed = closed.get(..name(closed)).unwrap_or("");
            if let Some(at) = open.iter().rposition(|(name, _)| name.eq_ignore_ascii_case(closed)) {
                spans.extend([open.remove(at).1, span]);
            }
        } else {
            let name = tag.get(..name(tag)).unwrap_or("");
            let is_inline = || INLINE.split(' ').any(|known| !known.is_empty() && known.eq_ignore_ascii_case(name));
            if open.len() < OPEN && is_inline() {
                open.push((name, span));
            }
        }
    }
    // Nesting has a limit, so no span stands far from its place.
    crate::sorted::sort(&mut spans, |a, b| a < b);
    spans
}

/// A summary out of HTML. A field that was escaped once too often as a whole is read once more.
pub(crate) fn summary(html: &str) -> Option<String> {
    let html = unmarked(html);
    let text = html_to_text(html)?;
    let text = if !html.contains('<') && is_html(&text) { html_to_text(&text)? } else { text };
    // WordPress ends a shortened text so.
    Some(text.strip_suffix("[…]").map_or_else(|| text.clone(), |kept| [kept, "…"].concat()))
}

/// HTML without the marks of a CDATA section, where the marks were escaped and came through as text.
pub(crate) fn unmarked(html: &str) -> &str {
    html.trim().strip_prefix("<![CDATA[").and_then(|rest| rest.strip_suffix("]]>")).unwrap_or(html)
}

/// Whether text is HTML from end to end, or opens with a paragraph or a picture. "<b> is a tag" is none of these.
fn is_html(text: &str) -> bool {
    if !text.starts_with('<') {
        return false;
    }
    let opens = match scan(text).next() {
        Some(Piece::Open(tag)) if tag.name.eq_ignore_ascii_case("img") => tag.attribute("src").is_some(),
        Some(Piece::Open(tag)) => is_block(tag.name) && text.contains("</"),
        _ => false,
    };
    opens || (text.ends_with('>') && text.contains("</"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_about_tags_keeps_its_words() {
        for (text, want) in [
            ("Archive drops <marquee> and <blink>", "Archive drops <marquee> and <blink>"),
            ("they&#39;ll &amp; <b>we</b>", "they'll & we"),
            ("Growth < 2% & <3", "Growth < 2% & <3"),
            ("a <em class=\"x\">b <i>c</em> d", "a b <i>c d"),
            ("How <b> works", "How <b> works"),
            ("&lt;i&gt;Faust&lt;/i&gt; returns", "Faust returns"),
            ("x <script>alert(1)</script>", "x <script>alert(1)</script>"),
        ] {
            assert_eq!(headline(text).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn a_summary_that_was_escaped_twice_or_lost_its_cdata_is_read() {
        assert_eq!(summary("&lt;p&gt;The &lt;b&gt;gate&lt;/b&gt;.&lt;/p&gt;").as_deref(), Some("The gate."));
        assert_eq!(summary("<![CDATA[Shares rise]]>").as_deref(), Some("Shares rise"));
        assert_eq!(summary("<p>use &lt;b&gt; here</p>").as_deref(), Some("use <b> here"));
        assert_eq!(summary("&lt;img src='/1.jpg'/&gt;The gate.").as_deref(), Some("The gate."));
        assert_eq!(summary("&lt;p&gt;The gate.&lt;/p&gt; More").as_deref(), Some("The gate. More"));
    }

    #[test]
    fn a_summary_about_tags_keeps_its_words() {
        for text in ["<b> is a tag", "<p> begins a paragraph", "<img> shows a picture", "2 <3 </3"] {
            assert_eq!(summary(&crate::decode::text::escape(text)).as_deref(), Some(text));
        }
    }

    #[test]
    fn a_shortened_text_ends_in_an_ellipsis_without_brackets() {
        assert_eq!(summary("A review [&#8230;]").as_deref(), Some("A review …"));
        assert_eq!(summary("The minister said: [&#8230;] no.").as_deref(), Some("The minister said: […] no."));
    }

    #[test]
    fn many_open_tags_are_no_work() {
        let text = format!("{}{}", "<b>".repeat(2_000), "</i>".repeat(2_000));
        assert!(headline(&text).unwrap().starts_with("<b><b>"));
    }
}
