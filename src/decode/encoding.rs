//! Bytes become text (formats.md section 1, rule 1).
//!
//! This file decides the order of belief: byte order mark, then the bytes themselves when they are valid UTF-8, then the
//! HTTP charset, the XML declaration, and UTF-8 with replacements; and where the document begins. It refuses to guess a
//! charset from letter frequencies.

use super::finish::remark;
use super::platform::{Here, Platform};
use std::borrow::Cow;

/// What `newsrail check` says when a byte was replaced.
const BAD_BYTES: &str = remark("some bytes are not valid UTF-8 and show as \u{fffd}; write the feed as UTF-8");
const NOT_UTF8: &str = remark("the feed is not UTF-8 and was read by its declared charset; write it as UTF-8");

/// The text of `bytes`, and what to tell the publisher about its encoding.
pub(crate) fn text<'a>(bytes: &'a [u8], content_type: Option<&str>) -> (Cow<'a, str>, Option<&'static str>) {
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return replaced(rest);
    }
    let marked = match bytes {
        [0xFF, 0xFE, ..] => Some("utf-16le"),
        [0xFE, 0xFF, ..] => Some("utf-16be"),
        // XML 1.0, appendix F: markup in UTF-16 gives itself away.
        [b'<', 0, ..] => Some("utf-16le"),
        [0, b'<', ..] => Some("utf-16be"),
        _ => None,
    };
    let stated = content_type.and_then(charset);
    #[cfg(feature = "formats")]
    let stated = believed(stated, declared(bytes));
    if marked.is_none()
        && let Ok(text) = std::str::from_utf8(bytes)
        && !(stated.as_deref().is_some_and(|label| label.starts_with("utf-16")) && bytes.contains(&0))
    {
        // Valid UTF-8 that is not ASCII is never a single-byte charset by chance: the label lies.
        return (Cow::Borrowed(text), None);
    }
    let label =
        marked.map(Cow::Borrowed).or(stated.map(Cow::Owned)).filter(|label| label != "utf-8" && label != "utf8");
    match label.and_then(|label| Here::text(&label, bytes)) {
        Some(text) => (Cow::Owned(text), Some(NOT_UTF8)),
        None => replaced(bytes),
    }
}

/// How far the beginning of a document is looked for: a dozen warnings of PHP. Bytes.
#[cfg(feature = "formats")]
const HEAD: usize = 8 * 1024;

/// How documents of XML begin that have no declaration.
#[cfg(feature = "formats")]
const ROOTS: [&str; 5] = ["<rss", "<feed", "<rdf:RDF", "<urlset", "<sitemapindex"];

/// The document proper: without a byte order mark, whitespace around, the warnings of programs before XML, and the
/// comment cache plugins leave behind JSON.
pub(crate) fn body(text: &str) -> &str {
    let mut body = text.trim_start_matches('\u{feff}').trim();
    #[cfg(feature = "formats")]
    {
        body = without_warnings(body);
    }
    while body.starts_with(['{', '['])
        && body.ends_with("-->")
        && let Some((before, _)) = body.rsplit_once("<!--")
    {
        body = before.trim_end();
    }
    body
}

/// XML from its declaration or its root on.
#[cfg(feature = "formats")]
fn without_warnings(body: &str) -> &str {
    let head = body.get(..body.floor_char_boundary(HEAD)).unwrap_or(body);
    let begins = |start: &str| head.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start));
    if ["{", "[", "<!", "<?", "<html"].into_iter().chain(ROOTS).any(begins) {
        return body;
    }
    // Word leaves `<?xml:namespace ...?>` in pages, so a version must follow.
    let declaration = head.find("<?xml version");
    let root = || ROOTS.into_iter().filter_map(|root| head.find(root)).min();
    declaration.or_else(root).and_then(|at| body.get(at..)).unwrap_or(body)
}

fn replaced(bytes: &[u8]) -> (Cow<'_, str>, Option<&'static str>) {
    let text = String::from_utf8_lossy(bytes);
    let note = matches!(text, Cow::Owned(_)).then_some(BAD_BYTES);
    (text, note)
}

/// The header speaks before the document, unless the document refutes it: a server's "utf-8" is often its default and the
/// bytes are none, a declaration that can be read is not UTF-16, and a label that nobody knows says nothing.
#[cfg(feature = "formats")]
fn believed(stated: Option<String>, declared: Option<String>) -> Option<String> {
    let is_refuted = |label: &str| {
        matches!(label, "utf-8" | "utf8") || label.starts_with("utf-16") || Here::text(label, b"").is_none()
    };
    stated.filter(|label| declared.is_none() || !is_refuted(label)).or(declared)
}

/// The encoding of an XML declaration. Documents that can be read this far are ASCII in their first line.
#[cfg(feature = "formats")]
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.trim_ascii_start();
    let head = String::from_utf8_lossy(head.get(..HEAD).unwrap_or(head)).to_ascii_lowercase();
    let mut head = body(&head);
    // A comment may stand before it, which is no XML and common.
    while let Some(comment) = head.strip_prefix("<!--") {
        head = comment.split_once("-->")?.1.trim_start();
    }
    let (declaration, _) = head.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    // It is being read as single bytes, so it is not what these two say.
    let label = label(value.split(quote).nth(1)?)?;
    Some(label).filter(|label| !label.starts_with("utf-16") && !label.starts_with("utf-32"))
}

/// The charset of a `Content-Type` header in lower case.
fn charset(content_type: &str) -> Option<String> {
    let lower = content_type.to_ascii_lowercase();
    let (_, value) = lower.split_once("charset")?;
    label(value.trim_start().strip_prefix('=')?.split(';').next()?)
}

/// A label of the Encoding standard, common misspellings mended.
fn label(written: &str) -> Option<String> {
    let label = written.trim().trim_matches(['"', '\'']);
    let number = ["cp-", "win-", "windows", "win"].into_iter().find_map(|prefix| label.strip_prefix(prefix));
    match number {
        Some(number) if number.starts_with("125") => Some(["windows-", number].concat()),
        _ => Some(label.to_owned()).filter(|label| !label.is_empty()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PORT: &[u8] = b"{\"\xCF\xEE\xF0\xF2\"}";

    fn read(bytes: &[u8], content_type: Option<&str>) -> String {
        text(bytes, content_type).0.into_owned()
    }

    #[test]
    fn a_declared_single_byte_charset_is_read() {
        for label in ["windows-1251", "CP-1251", "\"win-1251\"", "cp1251", "windows1251"] {
            let header = format!("application/json; charset={label}");
            assert_eq!(read(PORT, Some(&header)), "{\"Порт\"}", "{label}");
        }
    }

    #[test]
    #[cfg(feature = "formats")]
    fn an_xml_declaration_speaks_where_the_header_does_not() {
        let xml = |label: &str| [format!("\n<?xml version='1.0' encoding=\"{label}\"?><a>").as_bytes(), PORT].concat();
        assert!(read(&xml("Windows-1251"), None).ends_with("{\"Порт\"}"));
        assert!(read(&xml("cp-1251"), Some("text/xml; charset=utf-8")).ends_with("{\"Порт\"}"), "a server's default");
        assert!(!read(&xml("windows-1251"), Some("text/xml; charset=iso-8859-1")).contains("Порт"), "the header wins");
        assert!(read(&xml("cp1251"), Some("text/xml; charset=martian")).ends_with("{\"Порт\"}"), "nobody knows it");
        assert!(read(&xml("cp1251"), Some("text/xml; charset=utf-16")).ends_with("{\"Порт\"}"), "ASCII refutes it");
        assert!(read(&xml("utf-16"), None).contains('\u{fffd}'));
        let warned = [b"Warning: x\n".as_slice(), &xml("cp1251")].concat();
        assert!(read(&warned, None).ends_with("{\"Порт\"}"), "behind a program's warning");
        let quoted = [b"<rss><!-- --><![CDATA[".as_slice(), &xml("cp1251"), b"]]>"].concat();
        assert!(!read(&quoted, None).contains("Порт"), "a declaration inside a text is a text");
    }

    #[test]
    fn valid_utf8_wins_over_a_lying_charset() {
        assert_eq!(read("{\"Маяк\"}".as_bytes(), Some("application/json; charset=windows-1251")), "{\"Маяк\"}");
    }

    #[test]
    fn one_bad_byte_costs_one_character() {
        let (text, note) = text(b"{\"ok \xFF \xC5\xA0\"}", Some("application/json; charset=utf-8"));
        assert_eq!(text, "{\"ok \u{fffd} Š\"}");
        assert!(note.is_some());
    }

    #[test]
    fn byte_order_marks_decide() {
        assert_eq!(read(b"\xEF\xBB\xBF[]", Some("text/plain; charset=windows-1251")), "[]");
        assert_eq!(body(&read(b"\xFF\xFE[\0]\0", None)), "[]");
        assert_eq!(body(&read(b"\xFE\xFF\0[\0]", None)), "[]");
    }

    #[test]
    fn markup_in_utf16_gives_itself_away_without_a_mark() {
        assert_eq!(read(b"<\0a\0>\0", Some("text/xml")), "<a>");
        assert_eq!(read(b"\0<\0a\0>", None), "<a>");
    }

    #[test]
    #[cfg(feature = "formats")]
    fn warnings_of_programs_before_a_declaration_are_passed_over() {
        let xml = "<?xml version='1.0'?><rss/>";
        for junk in ["Warning: x in /y.php\n", "<br />\n<b>Notice</b>: x<br />\n", "\u{0}\u{200b}", "\u{feff}\n"] {
            assert_eq!(body(&format!("{junk}{xml}")), xml, "{junk:?}");
        }
        for page in ["<!doctype html><?xml version='1.0'?>", "<HTML><?xml version='1.0'?>", "[\"<?xml version\"]"] {
            assert_eq!(body(page), page);
        }
    }

    #[test]
    fn utf16_without_a_mark_is_believed_only_when_it_is_utf16() {
        assert_eq!(read(b"[\0]\0", Some("application/json; charset=utf-16le")), "[]");
        assert_eq!(read(b"[]", Some("application/json; charset=utf-16")), "[]");
    }

    #[test]
    fn an_unknown_label_means_utf8() {
        assert_eq!(read(PORT, Some("application/json; charset=martian")), "{\"\u{fffd}\u{fffd}\u{fffd}\u{fffd}\"}");
    }

    #[test]
    fn comments_of_cache_plugins_behind_json_are_cut() {
        assert_eq!(body(" [1] <!-- cached --> \n<!-- 0.2 s -->\n"), "[1]");
        assert_eq!(body("<!-- a --><rss>-->"), "<!-- a --><rss>-->");
    }
}
