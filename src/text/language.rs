//! What one language must bring. The functions are exhaustive matches, so a missing text does not compile.

use super::phrase::{Counted, Phrase, Timed};
use super::plural::{Category, Forms};
use crate::item::{Advice, Badge};
use std::fmt;

/// Which way a language runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The value of a `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// One language: its data file is `languages/<code>.rs`.
pub struct Language {
    /// ISO 639-1, lower case.
    pub code: &'static str,
    /// Which way it runs.
    pub dir: Direction,
    /// January first, in the form a date takes ("2 марта", not "март").
    pub(super) months: [&'static str; 12],
    /// Sunday first, in the form a date takes.
    pub(super) weekdays: [&'static str; 7],
    /// Date patterns: `%d` day, `%m` month's name, `%y` year, `%w` weekday.
    pub(super) day_month: &'static str,
    pub(super) full_date: &'static str,
    pub(super) weekday_date: &'static str,
    /// Between the parts of a row, its space included.
    pub(super) comma: &'static str,
    /// CLDR cardinal rule for whole numbers.
    pub(super) plural: fn(u32) -> Category,
    pub(super) say: fn(Phrase) -> &'static str,
    /// `%n` stands for the number.
    pub(super) forms: fn(Counted) -> Forms,
    pub(super) timed: fn(Timed) -> &'static str,
    pub(super) badge: fn(&Badge) -> &str,
    pub(super) failure: fn(Advice) -> (&'static str, &'static str),
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Language {}
