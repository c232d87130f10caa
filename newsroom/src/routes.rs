//! Which path leads where.
//!
//! | path | answer |
//! |---|---|
//! | `/feeds/L/<file>` | the feed in the format of the file, with ETag and `max-age=2`; see `shape::whole` |
//! | `/feeds/L/wp-json/wp/v2/posts` | the same as WordPress posts: `page`, `per_page`, `_embed` |
//! | `/feeds/L/ghost/api/content/posts` | the same as Ghost posts: `page`, `limit`, `include` |
//! | `/story/L/<slug>`, `/pictures/<name>.svg` | what the feeds point to |
//! | `/pages/<file>`, `/fixtures/<path>` | test pages with placeholders, recorded answers as they are |
//! | `POST /admin/...` | orders, see `admin` |
//! | `/log`, `POST /log/clear` | the journal |
//! | anything else | a static file |

mod feeds;
mod pages;
mod stories;

use crate::{admin, fault, headers::open_to_all, room::Room, wire::Withheld};
use axum::{
    Json, Router,
    body::Bytes,
    extract::{Path, Request, State},
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use serde_json::{Value, json};
use std::sync::Arc;
use tower_http::services::ServeDir;

/// The whole site. Outermost the journal, so that it sees what faults do; then the faults; then the common headers.
pub(crate) fn router(room: &Arc<Room>) -> Router {
    let mut site = Router::new()
        .route("/feeds/{language}/{file}", get(feeds::whole))
        .route("/feeds/{language}/wp-json/wp/v2/posts", get(feeds::wordpress))
        .route("/feeds/{language}/ghost/api/content/posts", get(feeds::ghost))
        .route("/feeds/{language}/ghost/api/content/posts/", get(feeds::ghost))
        .route("/story/{language}/{slug}", get(stories::page))
        .route("/pictures/{file}", get(stories::picture))
        .route("/pages/{*file}", get(pages::page))
        .route("/admin/{*order}", post(carry_out))
        .route("/log", get(read_log))
        .route("/log/clear", post(clear_log));
    if let Some(fixtures) = &room.options.fixtures {
        site = site.nest_service("/fixtures", ServeDir::new(fixtures));
    }
    site = match &room.options.files {
        Some(files) => site.fallback_service(ServeDir::new(files)),
        None => site.fallback(async || (StatusCode::NOT_FOUND, "no such page, and no directory of files was given\n")),
    };
    site.layer(middleware::from_fn(open))
        .layer(middleware::from_fn_with_state(Arc::clone(room), fault::misbehave))
        .layer(middleware::from_fn_with_state(Arc::clone(room), write_journal))
        .with_state(Arc::clone(room))
}

async fn write_journal(State(room): State<Arc<Room>>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    if path.starts_with("/admin/") || path == "/log" || path.starts_with("/log/") {
        return next.run(request).await;
    }
    let number = room.journal.note(&request);
    let response = next.run(request).await;
    if !Withheld::marks(&response) {
        room.journal.settle(number, response.status().as_u16());
    }
    response
}

async fn open(request: Request, next: Next) -> Response {
    // A preflight is allowed, but no header beyond the safe ones: a widget that needs more fails here as it would outside.
    if request.method() == Method::OPTIONS {
        let mut answer = StatusCode::NO_CONTENT.into_response();
        let methods = HeaderValue::from_static("GET, HEAD");
        answer.headers_mut().insert(header::ACCESS_CONTROL_ALLOW_METHODS, methods);
        open_to_all(answer.headers_mut());
        return answer;
    }
    let mut answer = next.run(request).await;
    open_to_all(answer.headers_mut());
    answer
}

async fn carry_out(State(room): State<Arc<Room>>, Path(path): Path<String>, body: Bytes) -> Response {
    let order = if body.is_empty() { Ok(json!({})) } else { serde_json::from_slice::<Value>(&body) };
    let outcome = match order {
        Ok(order) => admin::carry_out(&room, &path, order),
        Err(error) => Err(admin::Refusal { status: 400, message: error.to_string() }),
    };
    match outcome {
        Ok(result) => Json(result).into_response(),
        Err(refusal) => {
            let status = StatusCode::from_u16(refusal.status).unwrap_or(StatusCode::BAD_REQUEST);
            (status, Json(json!({"error": refusal.message}))).into_response()
        }
    }
}

async fn read_log(State(room): State<Arc<Room>>) -> Json<Vec<Value>> {
    Json(room.journal.read())
}

async fn clear_log(State(room): State<Arc<Room>>) -> Json<Value> {
    room.journal.clear();
    Json(json!({"ok": true}))
}
