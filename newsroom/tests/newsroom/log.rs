//! The request log.

use crate::client::{ask, get, open, post};
use serde_json::{Value, json};
use std::time::Duration;
use tokio::time::timeout;

#[tokio::test]
async fn every_request_is_noted_with_what_it_said_and_what_it_got() {
    let room = open().await;
    let headers = [
        ("Origin", "https://page.example"),
        ("Referer", "https://page.example/story"),
        ("User-Agent", "probe"),
        ("If-None-Match", "\"x\""),
    ];
    ask(&room.other(), "GET", "/feeds/ru/simple.json?a=1", &headers, "").await;
    get(&room, "/nowhere").await;
    let log = get(&room, "/log").await.json();
    assert_eq!(log.as_array().unwrap().len(), 2);
    let first = &log[0];
    assert!(first["at_ms"].as_i64().unwrap() > 0);
    let seen = ["method", "path", "query", "origin", "referrer", "user_agent", "if_none_match", "status"];
    let values: Vec<&Value> = seen.iter().map(|name| &first[name]).collect();
    let expected = json!([
        "GET",
        "/feeds/ru/simple.json",
        "a=1",
        "https://page.example",
        "https://page.example/story",
        "probe",
        "\"x\"",
        200
    ]);
    assert_eq!(json!(values), expected);
    assert_eq!(log[1]["status"], 404);
    post(&room, "/log/clear", json!({})).await;
    assert!(room.log().is_empty());
}

#[tokio::test]
async fn a_request_that_was_never_answered_has_no_status() {
    let room = open().await;
    room.admin("fault", json!({"path": "/a", "kind": "hang"})).unwrap();
    room.admin("fault", json!({"path": "/b", "kind": "close"})).unwrap();
    let _ = timeout(Duration::from_millis(200), get(&room, "/a")).await;
    get(&room, "/b").await;
    assert_eq!(room.log().iter().map(|entry| entry["status"].clone()).collect::<Vec<_>>(), [Value::Null, Value::Null]);
}
