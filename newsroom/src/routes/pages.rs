//! Test pages: files with placeholders, and headers of their own beside them.

use crate::room::Room;
use axum::{
    extract::{Path, State},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use std::{
    hash::{BuildHasher, Hasher, RandomState},
    path::{Component, Path as FilePath},
    sync::Arc,
};

/// A file of the pages directory. In text and in its `<file>.headers`, `{{nonce}}` is a fresh nonce, `{{origin}}` the
/// origin that was asked and `{{other}}` the other one.
pub(super) async fn page(State(room): State<Arc<Room>>, Path(file): Path<String>, asked: HeaderMap) -> Response {
    let inside = FilePath::new(&file).components().all(|part| matches!(part, Component::Normal(_)));
    let Some(directory) = room.options.pages.as_ref().filter(|_| inside) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let Ok(bytes) = tokio::fs::read(directory.join(&file)).await else { return StatusCode::NOT_FOUND.into_response() };
    let own = tokio::fs::read_to_string(directory.join(format!("{file}.headers"))).await.unwrap_or_default();
    let words = Words::new(&room, &asked);
    let kind = mime_guess::from_path(&file).first_or_octet_stream();
    let mut response = match String::from_utf8(bytes) {
        Ok(text) => ([(header::CONTENT_TYPE, format!("{kind}; charset=utf-8"))], words.fill(&text)).into_response(),
        Err(error) => ([(header::CONTENT_TYPE, kind.to_string())], error.into_bytes()).into_response(),
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    add(response.headers_mut(), &words.fill(&own));
    response
}

/// Lines `Name: value`. What the server would say by itself is replaced, everything else may stand several times.
fn add(headers: &mut HeaderMap, lines: &str) {
    for (name, value) in lines.lines().filter_map(|line| line.split_once(':')) {
        let (Ok(name), Ok(value)) = (HeaderName::try_from(name.trim()), HeaderValue::from_str(value.trim())) else {
            continue;
        };
        if name == header::CONTENT_TYPE || name == header::CACHE_CONTROL {
            headers.insert(name, value);
        } else {
            headers.append(name, value);
        }
    }
}

/// What the placeholders of one answer stand for.
struct Words {
    nonce: String,
    origin: String,
    other: String,
}

impl Words {
    fn new(room: &Room, asked: &HeaderMap) -> Self {
        let host = asked.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let (mut origin, mut other) = (room.origin.clone(), room.other.clone());
        if other.strip_prefix("http://") == Some(host) {
            std::mem::swap(&mut origin, &mut other);
        }
        // Each RandomState has keys of its own: unpredictable enough for a nonce that lives for one test.
        let part = || RandomState::new().build_hasher().finish();
        Self { nonce: format!("{:016x}{:016x}", part(), part()), origin, other }
    }

    fn fill(&self, text: &str) -> String {
        text.replace("{{nonce}}", &self.nonce).replace("{{origin}}", &self.origin).replace("{{other}}", &self.other)
    }
}
