//! XML text as every XML format needs it: an element, its attributes, its escaping.
//!
//! This file decides what is escaped and what XML 1.0 cannot carry at all. It refuses to know any vocabulary.

use std::fmt::Write;

/// Text inside an element or an attribute. Characters that XML 1.0 forbids even as references (section 2.2) are left out.
pub(super) fn text(text: &str) -> String {
    super::escape(&allowed(text))
}

/// HTML as a CDATA section. The one sequence that would end it is split over two sections.
pub(super) fn cdata(html: &str) -> String {
    format!("<![CDATA[{}]]>", allowed(html).replace("]]>", "]]]]><![CDATA[>"))
}

/// `<name>text</name>` on a line of its own.
pub(super) fn element(name: &str, content: &str) -> String {
    format!("<{name}>{}</{name}>\n", text(content))
}

/// The same, or nothing where there is no text.
pub(super) fn some(name: &str, content: Option<&str>) -> String {
    content.map(|content| element(name, content)).unwrap_or_default()
}

/// An element of each text.
pub(super) fn each(name: &str, contents: &[&str]) -> String {
    contents.iter().map(|content| element(name, content)).collect()
}

/// `<name a="b" ...>inner</name>`, or `<name .../>` where `inner`, markup already, is empty.
pub(super) fn tag(name: &str, attributes: &[(&str, &str)], inner: &str) -> String {
    let mut out = format!("<{name}");
    for (name, value) in attributes {
        // Writing into a String cannot fail.
        let _ = write!(out, " {name}=\"{}\"", text(value));
    }
    if inner.is_empty() {
        out.push_str("/>\n");
    } else {
        let _ = writeln!(out, ">{inner}</{name}>");
    }
    out
}

fn allowed(text: &str) -> String {
    let kept = |character: &char| matches!(character, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().filter(kept).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_carry_is_escaped_or_left_out() {
        assert_eq!(text("a < b & \"c\"\u{0}\u{b}\u{ffff}\n"), "a &lt; b &amp; &quot;c&quot;\n");
        assert_eq!(tag("x", &[("y", "<&\"")], ""), "<x y=\"&lt;&amp;&quot;\"/>\n");
    }

    #[test]
    fn a_section_that_holds_its_own_end_is_split() {
        assert_eq!(cdata("a]]>b"), "<![CDATA[a]]]]><![CDATA[>b]]>");
    }
}
