//! Texts that carry a role and a type: `headlines`, `descriptions`, `bodies` (ninjs 2 and 3).

use super::parts::parts;
use super::words::line;
use crate::decode::field::{Fields, string};
use crate::decode::text::html_to_text;
use std::borrow::Cow;

/// One entry of such a list.
pub(super) struct Entry<'a> {
    /// In lower case, without the address of its vocabulary; `""` where none is stated.
    role: String,
    /// The media type in lower case; `""` where none is stated.
    pub(super) kind: String,
    /// The text as written, never blank.
    pub(super) value: Cow<'a, str>,
}

impl Entry<'_> {
    /// Whether the role begins with one of these words, separated by spaces.
    pub(super) fn plays(&self, roles: &str) -> bool {
        roles.split(' ').any(|wanted| self.role.starts_with(wanted))
    }

    /// Whether it says nothing about its role.
    pub(super) fn is_bare(&self) -> bool {
        self.role.is_empty()
    }

    /// Whether the value is HTML: stated, said by the role, or, where nothing is stated, plain to see.
    pub(super) fn is_html(&self) -> bool {
        let is_seen = || self.value.trim_start().starts_with('<') && self.value.contains("</");
        match self.kind.as_str() {
            "" => self.plays("html xhtml") || is_seen(),
            kind => kind.contains("html"),
        }
    }

    /// The value on one line.
    pub(super) fn line(&self) -> Option<String> {
        if self.is_html() { html_to_text(&self.value) } else { line(&self.value) }
    }

    /// Whether the value is text without markup.
    pub(super) fn is_plain(&self) -> bool {
        !self.is_html() && (self.kind.is_empty() || self.kind.starts_with("text/plain"))
    }
}

/// The entries of `name` that hold a text.
pub(super) fn entries<'a>(fields: Fields<'a>, name: &str) -> Vec<Entry<'a>> {
    let entry = |(key, part): (&'a str, Fields<'a>)| {
        let role = part.string("role").unwrap_or(Cow::Borrowed(key)).trim().to_ascii_lowercase();
        Some(Entry {
            role: role.rsplit(['/', ':', '#']).next().unwrap_or("").to_owned(),
            kind: part.string("contenttype contentType").unwrap_or_default().trim().to_ascii_lowercase(),
            value: part.string("value").or_else(|| string(part.value))?,
        })
    };
    parts(fields, name).into_iter().filter_map(entry).collect()
}
