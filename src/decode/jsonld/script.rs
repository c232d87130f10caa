//! The JSON-LD scripts of an HTML page.
//!
//! This file decides which scripts are JSON-LD and what is no JSON around it. It refuses to repair JSON.

use crate::decode::markup::{Tag, scripts};
use crate::decode::references::decode_references;

/// What old XHTML and careful templates put around a script's content; no JSON document begins or ends so.
const BEFORE: [&str; 5] = ["<!--", "//", "/*", "*/", "<![CDATA["];
const AFTER: [&str; 5] = ["-->", "//", "/*", "*/", "]]>"];

const MIME: &str = "application/ld+json";

/// The content of every JSON-LD script that holds anything.
pub(super) fn json_ld(html: &str) -> impl Iterator<Item = &str> {
    let found = scripts(html).filter(|(tag, _)| is_json_ld(tag));
    found.map(|(_, content)| unwrapped(content)).filter(|content| !content.is_empty())
}

/// Parameters may follow the type.
fn is_json_ld(tag: &Tag<'_>) -> bool {
    let Some(kind) = tag.attribute("type").map(decode_references) else {
        return false;
    };
    kind.trim().get(..MIME.len()).is_some_and(|kind| kind.eq_ignore_ascii_case(MIME))
}

fn unwrapped(content: &str) -> &str {
    let mut rest = content.trim();
    while let Some(inside) = BEFORE.iter().find_map(|mark| rest.strip_prefix(mark)) {
        rest = inside.trim_start();
    }
    while let Some(inside) = AFTER.iter().find_map(|mark| rest.strip_suffix(mark)) {
        rest = inside.trim_end();
    }
    rest
}
