//! Text constructs: what their type says they are (RFC 4287 section 3.1, Atom 0.3 `mode`).

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

/// HTML source.
pub(super) fn html(element: &Element) -> Option<String> {
    let html = match read(element)? {
        Kind::Plain(text) => escape(text.trim()),
        Kind::Html(html) => html.trim().to_owned(),
    };
    (!html.is_empty()).then_some(html)
}

/// `None` for what cannot be shown: remote content, pictures and other files in base64.
fn read(element: &Element) -> Option<Kind> {
    if element.attribute(Ns::None, "src").is_some() || element.attribute(Ns::None, "mode") == Some("base64") {
        return None;
    }
    let kind = element.attribute(Ns::None, "type").unwrap_or("text").trim().to_ascii_lowercase();
    let is_escaped = element.attribute(Ns::None, "mode") == Some("escaped");
    // Markup that somebody forgot to escape is read as the markup it is.
    if element.has_elements() {
        return Some(Kind::Html(inside_div(element)));
    }
    match kind.as_str() {
        "xhtml" | "html" | "text/html" | "application/xhtml+xml" => Some(Kind::Html(element.text())),
        "text" | "text/plain" if is_escaped && element.ns == Ns::Atom03 && kind != "text/plain" => {
            Some(Kind::Html(element.text()))
        }
        "text" | "text/plain" | "" => Some(Kind::Plain(element.text())),
        kind if kind.starts_with("text/") => Some(Kind::Plain(element.text())),
        _ => None,
    }
}

/// The `div` around XHTML is not content itself (RFC 4287 section 3.1.1.3).
fn inside_div(element: &Element) -> String {
    let mut inside = element.elements();
    match (inside.next(), inside.next()) {
        (Some(div), None) if div.name == "div" => div.inner_html(),
        _ => element.inner_html(),
    }
}
