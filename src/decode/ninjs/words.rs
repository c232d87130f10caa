//! Headline, standfirst, body and byline out of ninjs's many fields for them.

use super::roles::{Entry, entries};
use crate::decode::field::Fields;
use crate::decode::{html, text};
use crate::item::Item;

/// Roles of descriptions that stand under a headline. Others may be notes for newsrooms.
const STANDFIRSTS: &str = "text summary abstract description standfirst lead intro teaser dek ingress preamble";
/// Words that open a byline and belong to no name, unless a single word follows: Von Trapp.
const BY: [(&str, bool); 3] = [("by ", false), ("av ", false), ("von ", true)];

/// Fills headline, standfirst, body and byline. `links_from` is the address that relative links start from.
pub(super) fn fill(fields: Fields<'_>, item: &mut Item, links_from: &str) {
    item.title = title(fields);
    item.summary = summary(fields, item);
    item.content_html = body(fields).map(|source| html::absolutised(&source, links_from));
    item.authors = fields.people("byline by authors").into_iter().map(|name| without_by(&name).to_owned()).collect();
}

/// A field that is text by the standard, on one line: references stay, tags around words go (formats.md R1).
pub(super) fn line(written: &str) -> Option<String> {
    let trimmed = written.trim();
    if !trimmed.contains("</") {
        text::plain(trimmed)
    } else if trimmed.starts_with('<') && trimmed.ends_with('>') {
        text::html_to_text(trimmed)
    } else {
        // `headline` decodes once.
        text::headline(&trimmed.replace('&', "&amp;"))
    }
}

fn title(fields: Fields<'_>) -> Option<String> {
    let listed = entries(fields, "headlines");
    let of = |is: fn(&Entry<'_>) -> bool| listed.iter().find(|entry| is(entry)).and_then(Entry::line);
    let field = |names: &str| fields.first(names, |value| line(value.as_str()?));
    field("headline headline_main")
        .or_else(|| of(|entry| entry.plays("main")))
        .or_else(|| of(|entry| entry.is_bare()))
        .or_else(|| field("title"))
        .or_else(|| of(|_| true))
}

fn summary(fields: Fields<'_>, item: &Item) -> Option<String> {
    let field = |names: &str| fields.first(names, |value| line(value.as_str()?));
    let listed = entries(fields, "descriptions");
    let of = |is: &dyn Fn(&Entry<'_>) -> bool| {
        let fitting = || listed.iter().filter(|entry| is(entry));
        let best = fitting().find(|entry| !entry.is_html()).or_else(|| fitting().next())?;
        best.line()
    };
    // Under a text, a caption speaks of its picture; a picture has nothing else to say.
    let is_captioned = item.media.is_some() || fields.get("type").is_none();
    fields
        .plain("description_text")
        .or_else(|| fields.first("description_html", |value| text::html_to_text(value.as_str()?)))
        .or_else(|| field("description_summary"))
        .or_else(|| of(&|entry| entry.is_bare() || entry.plays(STANDFIRSTS)))
        .or_else(|| field("description_caption").filter(|_| is_captioned))
        .or_else(|| of(&|entry| entry.plays("caption")).filter(|_| is_captioned))
}

/// HTML source. Bodies may be whole documents, of which what stands inside `<body>` is taken.
fn body(fields: Fields<'_>) -> Option<String> {
    let listed = entries(fields, "bodies");
    let rich = fields.string("body_html body_xhtml body_html5");
    if let Some(html) = rich.as_ref().or_else(|| Some(&listed.iter().find(|entry| entry.is_html())?.value)) {
        return Some(html::body_of(html).trim().to_owned());
    }
    let plain = fields.string("body_text");
    plain
        .as_ref()
        .or_else(|| Some(&listed.iter().find(|entry| entry.is_plain())?.value))
        .map(|plain| text::escape(plain))
}

/// `By Odd Fenn` is Odd Fenn.
fn without_by(name: &str) -> &str {
    let after = |(word, may_be_name): (&str, bool)| {
        let (_, rest) = name.split_at_checked(word.len()).filter(|(first, _)| first.eq_ignore_ascii_case(word))?;
        (rest.starts_with(char::is_uppercase) && (!may_be_name || rest.contains(' '))).then_some(rest)
    };
    BY.into_iter().find_map(after).unwrap_or(name)
}
