//! The text rule: how a feed's strings become one plain line (formats.md R1).
//!
//! This file decides whitespace, control characters, what HTML shows as text, and how plain text is written as HTML. It
//! refuses to know which field of which format is HTML; the formats say so by the function they call.

#[cfg(feature = "formats")]
mod loose;

#[cfg(feature = "formats")]
pub(crate) use loose::{headline, summary, unmarked};

use super::markup::{Piece, Tag, is_block, is_cell, scan};
use super::references::{push_decoded, windows_1252};

/// `text` on one line: whitespace (U+00A0 too) collapsed, C0 controls and soft hyphens gone; `None` when nothing is left.
pub fn plain(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.chars() {
        // Text of windows-1252 that somebody took for Latin-1; U+0085 is a line break of its own.
        let is_c1 = ('\u{80}'..='\u{9f}').contains(&character) && character != '\u{85}';
        let character = if is_c1 { windows_1252(u32::from(character)).unwrap_or(' ') } else { character };
        if character.is_whitespace() {
            gap = true;
        } else if character >= ' ' && !('\u{7f}'..='\u{9f}').contains(&character) && character != '\u{ad}' {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            out.push(character);
        }
    }
    (!out.is_empty()).then_some(out)
}

/// What a reader sees of `html`, on one line. "Read more" links and words for screen readers alone are left out: they are
/// WordPress's furniture, not the story's text.
pub fn html_to_text(html: &str) -> Option<String> {
    let mut out = String::with_capacity(html.len());
    let mut skipped = Skipped::default();
    for piece in scan(html) {
        if skipped.takes(&piece) {
            continue;
        }
        match piece {
            Piece::Text(text) => push_decoded(&mut out, text, true),
            Piece::Open(Tag { name, .. }) | Piece::Close(name) if is_block(name) || is_cell(name) => out.push(' '),
            _ => {}
        }
    }
    plain(&out)
}

/// `text` as HTML that shows the same, line breaks kept.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' => out.push_str("<br>"),
            _ => out.push(character),
        }
    }
    out
}

/// A person's name out of a byline field: `addr (Name)` and `Name <addr>` give the name, a bare address nothing.
pub fn person(text: &str) -> Option<String> {
    let text = plain(text)?;
    if !text.contains('@') {
        return Some(text);
    }
    let outside = text.split_once('<').map(|(name, _)| name);
    let inside = text.split_once('(').map(|(_, name)| name.trim_end_matches(')'));
    [inside, outside].into_iter().flatten().find(|name| !name.contains('@')).and_then(plain)
}

/// The element whose content is being left out, and how often its name is open inside it.
#[derive(Default)]
struct Skipped<'a>(Option<(&'a str, usize)>);

impl<'a> Skipped<'a> {
    fn takes(&mut self, piece: &Piece<'a>) -> bool {
        let Some((name, depth)) = self.0 else {
            if let Piece::Open(tag) = piece
                && is_furniture(tag)
            {
                self.0 = Some((tag.name, 1));
                return true;
            }
            return false;
        };
        let depth = match piece {
            Piece::Open(tag) if tag.name.eq_ignore_ascii_case(name) => depth + 1,
            Piece::Close(closed) if closed.eq_ignore_ascii_case(name) => depth - 1,
            _ => depth,
        };
        self.0 = (depth > 0).then_some((name, depth));
        true
    }
}

fn is_furniture(tag: &Tag<'_>) -> bool {
    !tag.is_void() && (tag.has_class("more-link") || tag.has_class("screen-reader-text"))
}

#[cfg(test)]
mod tests;
