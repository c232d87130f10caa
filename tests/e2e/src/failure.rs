//! How a test fails: one text that a person can act on, never a bare `false`.

use std::fmt;

/// What was expected and what was there instead.
pub struct Failure(String);

/// The result of a test, or of one of its steps.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    /// A failure in words.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The same failure with more to read below it.
    pub(crate) fn and(self, more: &str) -> Self {
        Self(format!("{}\n{more}", self.0))
    }
}

/// The test runner prints errors by `Debug`; quotes and escapes would make a page dump unreadable.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut text = error.to_string();
        let mut source = error.source();
        while let Some(inner) = source {
            text = format!("{text}: {inner}");
            source = inner.source();
        }
        Self(text)
    }
}

/// Both sides are the same, or a failure that prints them under each other.
///
/// # Errors
/// Where they differ.
pub fn equal<A: PartialEq<B> + fmt::Debug, B: fmt::Debug>(what: &str, expected: A, actual: B) -> Outcome {
    if expected == actual {
        return Ok(());
    }
    Err(Failure::new(format!("{what}\n  expected: {expected:?}\n  the page: {actual:?}")))
}

/// The condition is true, or a failure that says what should have been.
///
/// # Errors
/// Where it is false.
pub fn holds(what: &str, condition: bool, seen: impl fmt::Debug) -> Outcome {
    if condition { Ok(()) } else { Err(Failure::new(format!("{what}\n  the page: {seen:?}"))) }
}
