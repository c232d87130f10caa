//! One request, from the address to bytes or a reasoned refusal.
//!
//! gloo-net builds the request and reads the answer; the call itself goes through web-sys, because a page may have
//! patched `fetch` to reject with anything, and gloo-net expects an Error there.

use super::page;
use crate::item::{Code, Failure};
use gloo_net::http::{RequestBuilder, Response};
use gloo_timers::future::TimeoutFuture;
use js_sys::Promise;
use std::future::Future;
use std::pin::pin;
use std::task::Poll;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, ReadableStream, ReadableStreamDefaultReader, RequestCache, RequestCredentials,
};

/// Bytes of a feed and what the headers say of them.
pub struct Answer {
    /// The address after redirects.
    pub url: String,
    /// HTTP status.
    pub status: u16,
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `Cache-Control: max-age`, seconds.
    pub max_age: Option<u32>,
    /// The body, decompressed.
    pub bytes: Vec<u8>,
}

/// A refusal, and how long the server asked us to stay away (seconds, where it may be read).
pub struct Refusal {
    /// Why.
    pub failure: Failure,
    /// `Retry-After` in seconds.
    pub retry_after: Option<u32>,
}

/// Aborts its request when dropped before it was settled.
#[must_use = "dropping it aborts the request; keep it until the answer came"]
pub struct Abort(Option<AbortController>);

impl Abort {
    /// A fresh controller; engines without one cannot abort and still answer.
    pub fn armed() -> Self {
        Self(AbortController::new().ok())
    }

    /// What the request listens to.
    pub fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }

    /// The answer came: there is nothing left to abort.
    pub fn settle(mut self) {
        self.0 = None;
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

const HEADERS_WITHIN: u32 = 8_000;
const BODY_WITHIN: u32 = 15_000;
const MOST_BYTES: usize = 2 * 1024 * 1024;

/// Asks for `url`, or takes the answer that was asked for ahead.
pub async fn ask(url: &str, ahead: Option<Promise>, signal: Option<AbortSignal>) -> Result<Answer, Refusal> {
    let promise = match ahead {
        Some(promise) => promise,
        None => send(url, signal.as_ref()).map_err(|error| refuse(reason(&error)))?,
    };
    let response = within(HEADERS_WITHIN, JsFuture::from(promise))
        .await
        .ok_or_else(too_slow)?
        .map_err(|error| refuse(reason(&error)))?;
    let response: web_sys::Response = response.dyn_into().map_err(|other| refuse(reason(&other)))?;
    let body = response.body();
    read(url, Response::from(response), body).await
}

fn send(url: &str, signal: Option<&AbortSignal>) -> Result<Promise, JsValue> {
    let request = RequestBuilder::new(url)
        .cache(RequestCache::NoCache)
        .credentials(RequestCredentials::Omit)
        .abort_signal(signal)
        .build()
        .map_err(|error| JsValue::from_str(&error.to_string()))?;
    let request: web_sys::Request = request.into();
    let window = page::window().ok_or(JsValue::NULL)?;
    // A page that patched fetch may even throw before it returns a promise; the reflected call hands that over.
    let fetch: js_sys::Function = js_sys::Reflect::get(&window, &"fetch".into())?.dyn_into()?;
    let answer = fetch.call1(&window, &request)?;
    Ok(Promise::resolve(&answer))
}

async fn read(asked: &str, response: Response, body: Option<ReadableStream>) -> Result<Answer, Refusal> {
    let status = response.status();
    let headers = response.headers();
    let retry_after = headers.get("retry-after").and_then(|value| value.trim().parse().ok());
    // A 400 may be WordPress's polite end of pages: its words decide, not its number.
    if let Some(code) = Code::from_status(status).filter(|code| *code != Code::NotAFeed) {
        let message = ["the server answered ", &status.to_string(), " for ", &response.url()].concat();
        return Err(Refusal { failure: Failure::new(code, message), retry_after });
    }
    let is_long = headers.get("content-length").and_then(|v| v.parse::<usize>().ok()).is_some_and(|n| n > MOST_BYTES);
    if is_long {
        return Err(refuse(too_large()));
    }
    let content_type = headers.get("content-type");
    let max_age = headers.get("cache-control").and_then(|value| max_age(&value));
    let bytes = within(BODY_WITHIN, drain(body)).await.ok_or_else(too_slow)??;
    // An answer made by script (a patched fetch, or the one kept for a rebirth) has no address of its own.
    let named = Some(response.url()).filter(|url| !url.is_empty()).or_else(|| headers.get("content-location"));
    Ok(Answer { url: named.unwrap_or_else(|| asked.into()), status, content_type, max_age, bytes })
}

/// Reads piece by piece and stops above the limit: only what was decompressed counts, and no header tells it before.
async fn drain(body: Option<ReadableStream>) -> Result<Vec<u8>, Refusal> {
    let broken = |_| refuse(Failure::new(Code::Network, "the body broke off"));
    let mut bytes = Vec::new();
    let Some(body) = body else { return Ok(bytes) };
    let reader: ReadableStreamDefaultReader = body.get_reader().unchecked_into();
    loop {
        let piece = JsFuture::from(reader.read()).await.map_err(broken)?;
        let value = js_sys::Reflect::get(&piece, &"value".into()).map_err(broken)?;
        let Ok(piece) = value.dyn_into::<js_sys::Uint8Array>() else { return Ok(bytes) };
        if bytes.len() + piece.length() as usize > MOST_BYTES {
            // It is over for us; whether the server hears of it is its own matter.
            let _ = reader.cancel();
            return Err(refuse(too_large()));
        }
        bytes.extend(piece.to_vec());
    }
}

fn too_large() -> Failure {
    Failure::new(Code::TooLarge, "the feed has more than 2 MiB; list fewer stories or leave their bodies out")
}

fn max_age(cache_control: &str) -> Option<u32> {
    cache_control.split(',').find_map(|part| part.trim().strip_prefix("max-age=")?.trim_matches('"').parse().ok())
}

fn too_slow() -> Refusal {
    refuse(Failure::new(Code::Timeout, "the server took too long: headers are due in 8 s, the body in 15 s"))
}

/// Waits for `work`, but not longer than `limit` milliseconds; `None` where it took longer.
pub async fn within<T>(limit: u32, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut timer = pin!(TimeoutFuture::new(limit));
    std::future::poll_fn(|context| {
        if let Poll::Ready(done) = work.as_mut().poll(context) {
            return Poll::Ready(Some(done));
        }
        timer.as_mut().poll(context).map(|()| None)
    })
    .await
}

fn refuse(failure: Failure) -> Refusal {
    Refusal { failure, retry_after: None }
}

/// What a rejection of `fetch` means. Browsers hide the reason from scripts on purpose, so the advice names them all.
fn reason(error: &JsValue) -> Failure {
    if page::is_offline() {
        return Failure::new(Code::Offline, "the browser has no network");
    }
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    if name == "TimeoutError" {
        return Failure::new(Code::Timeout, "the server took longer than 15 s");
    }
    let words = error.as_string().or_else(|| {
        let message = js_sys::Reflect::get(error, &"message".into()).ok()?;
        message.as_string()
    });
    let message = [
        "the feed could not be read (",
        words.as_deref().unwrap_or("no reason given"),
        "). If the server runs, it must answer with the header  Access-Control-Allow-Origin: *  and, on an https page, over https",
    ];
    Failure::new(Code::Network, message.concat())
}
