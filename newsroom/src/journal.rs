//! The request log: who asked for what, and what was answered.

use axum::http::{HeaderMap, HeaderName, Request, header};
use parking_lot::Mutex;
use serde_json::{Value, json};
use std::collections::VecDeque;

/// Older entries are dropped.
const MOST_ENTRIES: usize = 20_000;

/// The log; `/admin` and `/log` themselves are not in it.
#[derive(Default)]
pub(crate) struct Journal(Mutex<Pages>);

#[derive(Default)]
struct Pages {
    written: u64,
    entries: VecDeque<(u64, Value)>,
}

impl Journal {
    /// Notes a request on arrival, with `status` null: it stays so when no answer is ever given.
    pub(crate) fn note<B>(&self, request: &Request<B>) -> u64 {
        let headers = request.headers();
        let entry = json!({
            "at_ms": chrono::Utc::now().timestamp_millis(),
            "method": request.method().as_str(),
            "path": request.uri().path(),
            "query": request.uri().query(),
            "host": text(headers, &header::HOST),
            "origin": text(headers, &header::ORIGIN),
            "referrer": text(headers, &header::REFERER),
            "user_agent": text(headers, &header::USER_AGENT),
            "if_none_match": text(headers, &header::IF_NONE_MATCH),
            "status": null,
        });
        let mut pages = self.0.lock();
        pages.written += 1;
        let number = pages.written;
        pages.entries.push_back((number, entry));
        if pages.entries.len() > MOST_ENTRIES {
            pages.entries.pop_front();
        }
        number
    }

    /// Adds the answer; an entry cleared meanwhile is let go.
    pub(crate) fn settle(&self, number: u64, status: u16) {
        let mut pages = self.0.lock();
        let entry = pages.entries.iter_mut().rev().find(|(candidate, _)| *candidate == number);
        if let Some(field) = entry.and_then(|(_, entry)| entry.get_mut("status")) {
            *field = json!(status);
        }
    }

    pub(crate) fn read(&self) -> Vec<Value> {
        self.0.lock().entries.iter().map(|(_, entry)| entry.clone()).collect()
    }

    pub(crate) fn clear(&self) {
        self.0.lock().entries.clear();
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name).and_then(|value| value.to_str().ok())
}
