//! The feeds, with the headers their real counterparts send.

use crate::{
    room::Room,
    shape::{ghost, whole, wordpress as wp},
};
use axum::{
    Json,
    extract::{Path, Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::json;
use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
};

/// Short enough for a lively demo, long enough that a careless second request is answered by the browser's cache.
const FRESH: &str = "max-age=2";

/// A feed that comes in one piece: validated by an ETag made of its bytes.
pub(super) async fn whole(
    State(room): State<Arc<Room>>,
    Path((language, file)): Path<(String, String)>,
    asked: HeaderMap,
) -> Response {
    let Some(feed) = whole::find(&file) else {
        return (StatusCode::NOT_FOUND, format!("no such feed: {file}\n")).into_response();
    };
    let body = match room.desks.lock().get(language.as_str()) {
        Some(desk) => feed.write(desk, &room.origin),
        None => return unknown(&language),
    };
    let mut hasher = DefaultHasher::new();
    body.hash(&mut hasher);
    let tag = format!("\"{:016x}\"", hasher.finish());
    let known = asked.get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let common = [(header::ETAG, tag.as_str()), (header::CACHE_CONTROL, FRESH)];
    if known.split(',').map(|one| one.trim().trim_start_matches("W/")).any(|one| one == tag || one == "*") {
        return (StatusCode::NOT_MODIFIED, common).into_response();
    }
    (common, [(header::CONTENT_TYPE, feed.kind)], body).into_response()
}

/// Ghost pages by number, fifteen posts at a time unless asked otherwise, a hundred at most.
pub(super) async fn ghost(
    State(room): State<Arc<Room>>,
    Path(language): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let number = |name: &str, usual: usize| query.get(name).map_or(Some(usual), |text| text.parse().ok());
    let limit = if query.get("limit").is_some_and(|limit| limit == "all") { Some(100) } else { number("limit", 15) };
    let (Some(page @ 1..), Some(limit @ 1..)) = (number("page", 1), limit) else {
        let error = json!({"message": "Validation error, cannot list posts.", "type": "ValidationError"});
        return (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({"errors": [error]}))).into_response();
    };
    let desks = room.desks.lock();
    let Some(desk) = desks.get(language.as_str()) else { return unknown(&language) };
    let include = query.get("include").map_or("", String::as_str);
    let posts = ghost::write(desk, &room.origin, page, limit.min(100), include);
    ([(header::CACHE_CONTROL, "public, max-age=0")], Json(posts)).into_response()
}

/// WordPress sends neither ETag nor Cache-Control with its lists, and counts in headers.
pub(super) async fn wordpress(
    State(room): State<Arc<Room>>,
    Path(language): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Response {
    let number = |name: &str, usual: usize| query.get(name).map_or(Some(usual), |text| text.parse().ok());
    let (Some(page), Some(per_page @ 1..=100)) = (number("page", 1), number("per_page", 10)) else {
        return wordpress_error("rest_invalid_param", "Invalid parameter(s): page, per_page");
    };
    let desks = room.desks.lock();
    let Some(desk) = desks.get(language.as_str()) else { return unknown(&language) };
    let Some(answer) = wp::write(desk, &room.origin, page, per_page, query.contains_key("_embed")) else {
        let message = "The page number requested is larger than the number of pages available.";
        return wordpress_error("rest_post_invalid_page_number", message);
    };
    let list = format!("{}/feeds/{language}/wp-json/wp/v2/posts", room.origin);
    let neighbour = |number: usize, rel: &str| format!("<{list}?per_page={per_page}&page={number}>; rel=\"{rel}\"");
    let previous = (page > 1).then(|| neighbour(page - 1, "prev"));
    let next = (page < answer.pages).then(|| neighbour(page + 1, "next"));
    let links: Vec<String> = previous.into_iter().chain(next).collect();
    let counts = [("X-WP-Total", answer.total.to_string()), ("X-WP-TotalPages", answer.pages.to_string())];
    let exposed = [(header::ACCESS_CONTROL_EXPOSE_HEADERS, "X-WP-Total, X-WP-TotalPages, Link")];
    let mut response = (counts, exposed, Json(answer.posts)).into_response();
    if let Ok(value) = links.join(", ").parse()
        && !links.is_empty()
    {
        response.headers_mut().insert(header::LINK, value);
    }
    response
}

fn wordpress_error(code: &str, message: &str) -> Response {
    let body = json!({"code": code, "message": message, "data": {"status": 400}});
    (StatusCode::BAD_REQUEST, Json(body)).into_response()
}

fn unknown(language: &str) -> Response {
    (StatusCode::NOT_FOUND, format!("no such language: {language}\n")).into_response()
}
