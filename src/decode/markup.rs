//! The small HTML scanner: what is a tag, what is text, what is dropped whole.
//!
//! This file decides by HTML's own tokenizer rules (section 13.2.5) that `<` starts a tag only before a letter, `/`, `!`
//! or `?`, so "Growth < 2%" survives. It refuses to build a tree. One pass, linear in the input.

/// Elements whose content no reader sees as text.
const DROPPED: &str = " script style template noscript iframe textarea title xmp noembed noframes object svg math audio \
                       video canvas select ";

/// Those of them whose start tag and content hold addresses that a reader may be shown.
const PLAYERS: &str = " audio video iframe object ";

/// Elements that stand on lines of their own.
const BLOCKS: &str = " address article aside blockquote dd details dialog div dl dt fieldset figcaption figure footer form \
                      h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody tfoot thead \
                      tr ul br ";

/// Elements without an end tag.
const VOID: &str = " area base br col embed hr img input link meta source track wbr ";

/// One step of the scan.
pub(crate) enum Piece<'a> {
    /// Text, its references not yet decoded.
    Text(&'a str),
    /// A start tag.
    Open(Tag<'a>),
    /// An end tag, by its name.
    Close(&'a str),
}

/// A start tag.
pub(crate) struct Tag<'a> {
    /// As written.
    pub(crate) name: &'a str,
    attributes: &'a str,
}

impl<'a> Tag<'a> {
    /// The value of an attribute, its references not decoded; empty for one without a value.
    pub(crate) fn attribute(&self, name: &str) -> Option<&'a str> {
        attribute(self.attributes, name)
    }

    /// Whether the element can hold anything.
    pub(crate) fn is_void(&self) -> bool {
        is_one_of(self.name, VOID)
    }

    /// Whether `class` is among the element's classes.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|list| list.split_ascii_whitespace().any(|word| word == class))
    }
}

/// Whether a tag of this name begins a new line.
pub(crate) fn is_block(name: &str) -> bool {
    is_one_of(name, BLOCKS)
}

/// Whether a tag of this name begins a new cell of a row.
pub(crate) fn is_cell(name: &str) -> bool {
    is_one_of(name, " td th ")
}

fn is_one_of(name: &str, list: &str) -> bool {
    list.split(' ').any(|entry| !entry.is_empty() && entry.eq_ignore_ascii_case(name))
}

/// Scans `html` from its start.
pub(crate) fn scan(html: &str) -> Scanner<'_> {
    Scanner { rest: html, dropped: None, enters: false }
}

/// The scripts of `html` with their content as written. One inside a comment, a template or a picture is none.
#[cfg(feature = "formats")]
pub(crate) fn scripts(html: &str) -> impl Iterator<Item = (Tag<'_>, &str)> {
    let mut scanner = scan(html);
    std::iter::from_fn(move || {
        while !scanner.rest.is_empty() {
            scanner.step();
            let dropped = scanner.dropped.take();
            if let Some(script) = dropped.filter(|(tag, _)| tag.name.eq_ignore_ascii_case("script")) {
                return Some(script);
            }
        }
        None
    })
}

/// The same with the place in `html` where each piece ends; what players and frames hold is scanned, too.
#[cfg(feature = "formats")]
pub(crate) fn scan_at(html: &str) -> impl Iterator<Item = (Piece<'_>, usize)> {
    let mut scanner = Scanner { enters: true, ..scan(html) };
    std::iter::from_fn(move || {
        let piece = scanner.next()?;
        Some((piece, html.len() - scanner.rest.len()))
    })
}

/// Whether an element of this name has no end tag.
#[cfg(feature = "formats")]
pub(crate) fn is_void(name: &str) -> bool {
    is_one_of(name, VOID)
}

/// The iterator behind [`scan`].
pub(crate) struct Scanner<'a> {
    rest: &'a str,
    /// What the last step left out: an element without readable text, and its content.
    dropped: Option<(Tag<'a>, &'a str)>,
    /// Whether players and frames are tags like others.
    enters: bool,
}

impl<'a> Iterator for Scanner<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        while !self.rest.is_empty() {
            if let Some(piece) = self.step() {
                return Some(piece);
            }
        }
        None
    }
}

impl<'a> Scanner<'a> {
    /// What the rest starts with; `None` for what shows nothing.
    fn step(&mut self) -> Option<Piece<'a>> {
        if starts_tag(self.rest) { self.tag() } else { Some(Piece::Text(self.text())) }
    }

    /// Text up to the next `<`; the first byte may itself be a `<` that starts no tag.
    fn text(&mut self) -> &'a str {
        let rest = self.rest;
        let end = rest.bytes().skip(1).position(|byte| byte == b'<').map_or(rest.len(), |at| at + 1);
        let (text, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
        self.rest = after;
        text
    }

    /// The tag or comment at the start of the rest; `None` for what shows nothing. An unfinished one drops the rest.
    fn tag(&mut self) -> Option<Piece<'a>> {
        let rest = std::mem::take(&mut self.rest);
        if let Some(comment) = rest.strip_prefix("<!--") {
            self.rest = after_comment(comment);
            return None;
        }
        if let Some(name) = rest.strip_prefix("</") {
            let (inside, after) = split_at_end(name)?;
            self.rest = after;
            let name = tag_name(inside);
            return (!name.is_empty()).then_some(Piece::Close(name));
        }
        let inside = rest.strip_prefix('<')?;
        if inside.starts_with(['!', '?']) {
            self.rest = inside.split_once('>')?.1;
            return None;
        }
        let (inside, after) = split_at_end(inside)?;
        self.rest = after;
        let name = tag_name(inside);
        let attributes = inside.get(name.len()..).unwrap_or("");
        let empty = attributes.ends_with('/') && is_one_of(name, " svg math ");
        let entered = self.enters && is_one_of(name, PLAYERS);
        if is_one_of(name, DROPPED) && !empty && !entered {
            self.rest = from_end_tag(after, name);
            let content = after.len().checked_sub(self.rest.len()).and_then(|length| after.get(..length));
            self.dropped = Some((Tag { name, attributes }, content.unwrap_or("")));
            return None;
        }
        Some(Piece::Open(Tag { name, attributes }))
    }
}

fn starts_tag(text: &str) -> bool {
    let mut bytes = text.bytes();
    bytes.next() == Some(b'<') && bytes.next().is_some_and(|byte| byte.is_ascii_alphabetic() || b"/!?".contains(&byte))
}

fn tag_name(inside: &str) -> &str {
    if !inside.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return "";
    }
    inside.split(|c: char| c.is_ascii_whitespace() || c == '/').next().unwrap_or("")
}

/// What stands before the `>` that ends the tag, and what follows it; a `>` in a quoted value ends nothing.
fn split_at_end(text: &str) -> Option<(&str, &str)> {
    let mut quote = None;
    // What the last byte leaves open: nothing, a value that has to begin, or one without quotes, which may hold `=` and
    // quotes (HTML, section 13.2.5.38).
    let (mut begins, mut is_bare) = (false, false);
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => {}
            (None, b'>') => return Some((text.get(..at)?, text.get(at + 1..)?)),
            (None, b'"' | b'\'') if begins => {
                quote = Some(byte);
                begins = false;
            }
            (None, _) if byte.is_ascii_whitespace() => is_bare = false,
            (None, _) => {
                is_bare |= begins;
                begins = byte == b'=' && !is_bare;
            }
        }
    }
    None
}

/// What follows a comment; `text` starts behind its `<!--`.
fn after_comment(text: &str) -> &str {
    if let Some(after) = text.strip_prefix('>').or_else(|| text.strip_prefix("->")) {
        return after;
    }
    text.match_indices("--")
        .find_map(|(at, _)| {
            let rest = text.get(at + 2..)?;
            rest.strip_prefix('>').or_else(|| rest.strip_prefix("!>"))
        })
        // `--->` holds two overlapping pairs, and match_indices finds only the first.
        .or_else(|| text.split_once("-->").map(|(_, after)| after))
        .unwrap_or("")
}

/// The rest from the end tag of `name` on; nothing when there is none.
fn from_end_tag<'a>(text: &'a str, name: &str) -> &'a str {
    text.match_indices("</")
        .find_map(|(at, _)| {
            let rest = text.get(at..)?;
            let (found, after) = rest.get(2..)?.split_at_checked(name.len())?;
            let ended = after.starts_with(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
            (ended && found.eq_ignore_ascii_case(name)).then_some(rest)
        })
        .unwrap_or("")
}

/// The value of an attribute, its references not decoded.
fn attribute<'a>(text: &'a str, wanted: &str) -> Option<&'a str> {
    attributes(text).find(|(name, _)| name.eq_ignore_ascii_case(wanted)).map(|(_, value)| value)
}

/// Names and values as written between a tag's name and its end.
pub(crate) fn attributes(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest.char_indices().skip(1).find(|(_, c)| c.is_ascii_whitespace() || matches!(c, '=' | '/'));
        let (name, after) = rest.split_at_checked(end.map_or(rest.len(), |(at, _)| at))?;
        let after = after.trim_ascii_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(value) => attribute_value(value.trim_ascii_start()),
            None => ("", after),
        };
        rest = after;
        (!name.is_empty()).then_some((name, value))
    })
}

fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inside) = text.strip_prefix(quote) {
            return inside.split_once(quote).unwrap_or((inside, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

#[cfg(test)]
#[cfg(feature = "formats")]
mod tests;
