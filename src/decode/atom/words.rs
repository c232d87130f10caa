//! Text constructs: what their type says they are (RFC 4287 section 3.1, Atom 0.3 `mode`).

use crate::decode::html::absolutised;
use crate::decode::text::{escape, html_to_text, plain};
use crate::decode::xml::{Element, Ns};

/// What a text construct holds.
enum Kind {
    Plain(String),
    Html(String),
}

/// One line of plain text.
pub(super) fn line(element: &Element) -> Option<String> {
    match read(element)? {
        Kind::Plain(text) => plain(&text),
        Kind::Html(html) => html_to_text(&html),
    }
}

/// HTML source, its addresses resolved: `xml:base` may stand on the construct and on the `div` inside.
pub(super) fn html(element: &Element, base: &str) -> Option<String> {
    let source = match read(element)? {
        Kind::Plain(text) => escape(text.trim()),
        Kind::Html(source) => source.trim().to_owned(),
    };
    let base = element.base(base);
    let base = wrapper(element).map(|div| div.base(&base)).unwrap_or(base);
    (!source.is_empty()).then(|| absolutised(&source, &base))
}

/// `None` for what cannot be shown: remote content, pictures and other files in base64, XML of other vocabularies.
fn read(element: &Element) -> Option<Kind> {
    let stated = |name| element.attribute(Ns::None, name).unwrap_or("").trim().to_ascii_lowercase();
    let mode = stated("mode");
    if element.attribute(Ns::None, "src").is_some() || mode == "base64" {
        return None;
    }
    let kind = stated("type");
    let kind = kind.split(';').next().unwrap_or("").trim();
    let is_html = matches!(kind, "html" | "xhtml" | "text/html" | "application/xhtml+xml");
    if !(is_html || matches!(kind, "" | "text") || kind.starts_with("text/")) {
        return None;
    }
    // Markup that somebody forgot to escape is read as the markup it is.
    if element.has_elements() {
        return Some(Kind::Html(wrapper(element).unwrap_or(element).inner_html()));
    }
    // By its letter Atom 0.3 means plain text; what its programs escaped without a type was HTML.
    let is_escaped = element.ns == Ns::Atom03 && mode == "escaped" && matches!(kind, "" | "text");
    Some(if is_html || is_escaped { Kind::Html(element.text()) } else { Kind::Plain(element.text()) })
}

/// The `div` around XHTML, which is not content itself (RFC 4287 section 3.1.1.3).
fn wrapper(element: &Element) -> Option<&Element> {
    let mut inside = element.elements();
    let div = inside.next().filter(|div| div.name == "div")?;
    inside.next().is_none().then_some(div)
}
