//! Spoils an answer.

use super::{Fault, Kind};
use crate::{
    headers::{closed_to_others, open_to_all},
    room::Room,
    wire::Withheld,
};
use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{Html, IntoResponse, Response},
};
use futures_util::stream;
use serde_json::Value;
use std::{future::pending, io, sync::Arc, time::Duration};
use tokio::time::sleep;

/// Long enough for the first half to leave the machine before the connection is cut.
const LAST_BYTES: Duration = Duration::from_millis(50);
/// A slow body comes in so many pieces.
const DROPS: usize = 10;

/// Lets a request through, or answers it as the fault of its path says.
pub(crate) async fn misbehave(State(room): State<Arc<Room>>, mut request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let own = path.starts_with("/admin/") || path.starts_with("/log");
    let Some(fault) = (!own).then(|| room.faults.meet(path)).flatten() else { return next.run(request).await };
    let mut answer = match fault.kind {
        Kind::Hang => pending().await,
        Kind::Close => Withheld::response(),
        Kind::Status => {
            let status = fault.status.and_then(|code| StatusCode::from_u16(code).ok());
            (status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR), page("Something went wrong")).into_response()
        }
        Kind::Html => page("Please sign in").into_response(),
        Kind::EmptyBody => StatusCode::OK.into_response(),
        _ => {
            // A 304 has no body that could be spoiled.
            request.headers_mut().remove(header::IF_NONE_MATCH);
            request.headers_mut().remove(header::IF_MODIFIED_SINCE);
            spoil(&fault, next.run(request).await).await
        }
    };
    open_to_all(answer.headers_mut());
    answer.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if fault.kind == Kind::NoCors {
        closed_to_others(answer.headers_mut());
    }
    for (name, value) in &fault.headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::from_str(value)) {
            answer.headers_mut().insert(name, value);
        }
    }
    answer
}

fn page(words: &str) -> Html<String> {
    Html(format!("<!doctype html><html lang=\"en\"><title>{words}</title><h1>{words}</h1></html>"))
}

async fn spoil(fault: &Fault, whole: Response) -> Response {
    let (mut head, body) = whole.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    head.headers.remove(header::ETAG);
    head.headers.remove(header::LAST_MODIFIED);
    let length = HeaderValue::from(bytes.len());
    head.headers.remove(header::CONTENT_LENGTH);
    let body = match fault.kind {
        Kind::BrokenJson => Body::from(bytes.slice(..bytes.len() * 2 / 3)),
        Kind::EmptyList => Body::from(with_list(&bytes, Vec::clear)),
        Kind::NoId => Body::from(with_list(&bytes, |list| forget_first_id(list))),
        Kind::WrongType => {
            let claimed = fault.content_type.as_deref().unwrap_or("text/plain; charset=utf-8");
            let claimed = HeaderValue::from_str(claimed).unwrap_or(HeaderValue::from_static("text/plain"));
            head.headers.insert(header::CONTENT_TYPE, claimed);
            Body::from(bytes)
        }
        Kind::Truncate => {
            head.headers.insert(header::CONTENT_LENGTH, length);
            cut(bytes)
        }
        Kind::Slow => {
            head.headers.insert(header::CONTENT_LENGTH, length);
            drip(bytes, fault.duration())
        }
        _ => Body::from(bytes),
    };
    Response::from_parts(head, body)
}

/// Applies a change to the list of stories, wherever the format keeps it.
fn with_list(bytes: &Bytes, change: impl FnOnce(&mut Vec<Value>)) -> Vec<u8> {
    let Ok(mut document) = serde_json::from_slice::<Value>(bytes) else { return bytes.to_vec() };
    let list = match &mut document {
        Value::Array(list) => Some(list),
        object => {
            let name = ["items", "posts", "itemListElement"].into_iter().find(|name| object.get(name).is_some());
            name.and_then(|name| object.get_mut(name)?.as_array_mut())
        }
    };
    list.map(change);
    document.to_string().into_bytes()
}

fn forget_first_id(list: &mut [Value]) {
    if let Some(Value::Object(story)) = list.first_mut() {
        story.remove("id");
        story.remove("guid");
    }
}

/// Half of the bytes, then an error that makes hyper drop the connection.
fn cut(bytes: Bytes) -> Body {
    let half = bytes.slice(..bytes.len() / 2);
    Body::from_stream(stream::unfold(Some(half), |half| async {
        match half {
            Some(half) => Some((Ok(half), None)),
            None => {
                sleep(LAST_BYTES).await;
                Some((Err(io::Error::from(io::ErrorKind::ConnectionAborted)), None))
            }
        }
    }))
}

fn drip(bytes: Bytes, duration: Duration) -> Body {
    let pause = duration / u32::try_from(DROPS).unwrap_or(1);
    let drop = bytes.len().div_ceil(DROPS).max(1);
    Body::from_stream(stream::unfold(bytes, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        sleep(pause).await;
        let piece = rest.split_to(drop.min(rest.len()));
        Some((Ok::<_, io::Error>(piece), rest))
    }))
}
