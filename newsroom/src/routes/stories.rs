//! Story pages and the outlet's own drawings.

use crate::{room::Room, shape::page as html};
use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use std::sync::Arc;

/// The page of a story; 410 when it was withdrawn, 404 when it vanished or never was.
pub(super) async fn page(State(room): State<Arc<Room>>, Path((language, slug)): Path<(String, String)>) -> Response {
    let desks = room.desks.lock();
    let Some(desk) = desks.get(language.as_str()) else { return StatusCode::NOT_FOUND.into_response() };
    if let Some(story) = desk.find(&slug) {
        return Html(html::write(desk, story, &room.origin)).into_response();
    }
    let withdrawn = desk.withdrawn.iter().any(|story| story.answers_to(&slug));
    let status = if withdrawn { StatusCode::GONE } else { StatusCode::NOT_FOUND };
    (status, Html("<!doctype html><title>No such story</title><h1>No such story</h1>")).into_response()
}

/// A drawing by its name.
pub(super) async fn picture(Path(file): Path<String>) -> Response {
    let drawing = match file.as_str() {
        "sea.svg" => include_str!("../../pictures/sea.svg"),
        "ferry.svg" => include_str!("../../pictures/ferry.svg"),
        "lighthouse.svg" => include_str!("../../pictures/lighthouse.svg"),
        "city.svg" => include_str!("../../pictures/city.svg"),
        "mountain.svg" => include_str!("../../pictures/mountain.svg"),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    ([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "max-age=3600")], drawing).into_response()
}
