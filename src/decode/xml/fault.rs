//! What was wrong with a document that was read all the same: words for `newsrail check`.
//!
//! This file decides the words. It refuses to know places: each kind of fault is said once, for a broken template repeats it.

use crate::decode::platform::{Here, Platform};
use crate::item::END;

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// The end is missing.
    Cut,
    /// A `&` that begins no reference.
    Ampersand,
    /// A `<` that begins no tag.
    LessThan,
    /// A value without one of its quotes.
    Quote,
    /// A CDATA section without an end.
    Section,
    /// An element that another one's end closes.
    Unclosed,
    /// Characters that XML knows in no form.
    Control,
    /// Elements inside each other beyond the limit.
    Deep,
    /// Elements behind the root's end.
    Behind,
}

impl Fault {
    /// Where a remark on it belongs: to the end of the document, or to the whole.
    fn field(self) -> &'static str {
        if self == Self::Cut { END } else { "document" }
    }

    /// What is wrong, what became of it, and what to change.
    pub(crate) fn message(self) -> &'static str {
        match self {
            Self::Cut => {
                "the document ends before its last end tag; a story that was cut is left out: is the answer complete?"
            }
            Self::Ampersand => "a bare `&` is read as a character: write `&amp;`",
            Self::LessThan => "a bare `<` is read as a character: write `&lt;`",
            Self::Quote => "an attribute lacks a quote; its values are read up to the next space: quote both ends",
            Self::Section => "a CDATA section has no end and is read as text: close it with `]]>`",
            Self::Unclosed => "an element is not closed, or not in order; it is read as ending with the one around it",
            Self::Deep => "elements nest more than 64 deep; what is deeper is left out",
            Self::Behind => "there are elements behind the end of the root; they are left out: write one root",
            Self::Control => "control characters are left out: no XML may hold them",
        }
    }
}

/// Kinds of faults, each once, in the order they were met.
#[derive(Default, Debug)]
pub(crate) struct Faults(Vec<Fault>);

impl Faults {
    /// Adds one.
    pub(super) fn note(&mut self, fault: Fault) {
        if Here::REMARKS && !self.0.contains(&fault) {
            self.0.push(fault);
        }
    }

    /// What to tell, and of which field.
    pub(crate) fn remarks(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        self.0.iter().filter(|_| Here::REMARKS).map(|fault| (fault.field(), fault.message()))
    }
}
