//! What tests/pages/record.js wrote down while the page lived.

use super::Page;
use crate::{Failure, Outcome, holds};
use serde_json::Value;

/// What a page wrote down about itself.
#[derive(Debug, Default)]
pub struct Seen {
    /// `console.error` lines.
    pub errors: Vec<String>,
    /// `console.warn` lines.
    pub warnings: Vec<String>,
    /// Exceptions and rejected promises that nobody caught.
    pub uncaught: Vec<String>,
    /// Violations of the page's policy: directive and what was blocked.
    pub violations: Vec<String>,
    /// Moves of elements marked `data-outside`, each as a line of words.
    pub moves: Vec<String>,
}

impl Page {
    /// Everything written down so far.
    ///
    /// # Errors
    /// Where the page has no record.js.
    pub async fn seen(&self) -> Outcome<Seen> {
        let seen = self.ask("(({events, ...lists}) => lists)(__seen)").await?;
        let list = |name: &str| -> Vec<String> {
            let entries = seen.get(name).and_then(Value::as_array);
            entries.into_iter().flatten().map(|entry| entry.as_str().unwrap_or_default().into()).collect()
        };
        Ok(Seen {
            errors: list("errors"),
            warnings: list("warnings"),
            uncaught: list("uncaught"),
            violations: list("violations"),
            moves: list("moves"),
        })
    }

    /// Nobody threw, complained or broke the page's policy.
    ///
    /// # Errors
    /// Where somebody did.
    pub async fn is_quiet(&self) -> Outcome {
        let seen = self.seen().await?;
        let is_quiet =
            [&seen.errors, &seen.warnings, &seen.uncaught, &seen.violations].iter().all(|list| list.is_empty());
        holds("nothing on the console, nothing thrown, no policy violated", is_quiet, seen)
    }

    /// Nothing was thrown into the page; lines for the developer are allowed.
    ///
    /// # Errors
    /// Where something was.
    pub async fn threw_nothing(&self) -> Outcome {
        let seen = self.seen().await?;
        holds("nothing thrown into the page", seen.uncaught.is_empty(), seen.uncaught)
    }

    /// The details of one kind of event, of all elements or of the n-th.
    ///
    /// # Errors
    /// Where the page has no record.js.
    pub async fn events(&self, kind: &str, of: Option<usize>) -> Outcome<Vec<Value>> {
        let of = of.map_or(String::new(), |n| format!(", {n}"));
        match self.ask(&format!("seen('{kind}'{of})")).await? {
            Value::Array(details) => Ok(details),
            other => Err(Failure::new(format!("events are {other}"))),
        }
    }
}
