//! Faults, as they are on the wire.

use crate::client::{Answer, get, open, stories};
use newsroom::Newsroom;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

const PATH: &str = "/feeds/ru/simple.json";

async fn spoiled(room: &Newsroom, kind: &str) -> Answer {
    room.admin("fault", json!({"path": PATH, "kind": kind})).unwrap();
    get(room, PATH).await
}

#[tokio::test]
async fn a_status_is_answered_as_often_as_ordered_with_the_headers_ordered() {
    let room = open().await;
    let order = json!({"path": PATH, "kind": "status", "status": 429, "times": 2, "headers": {"Retry-After": "7"}});
    room.admin("fault", order).unwrap();
    for _ in 0..2 {
        let answer = get(&room, PATH).await;
        assert_eq!((answer.status, answer.header("retry-after")), (429, "7"));
        assert_eq!(answer.header("access-control-allow-origin"), "*");
    }
    assert_eq!(get(&room, PATH).await.status, 200);
    assert_eq!(spoiled(&room, "status").await.status, 500);
    assert_eq!(spoiled(&room, "none").await.status, 200);
}

#[tokio::test]
async fn a_fault_meets_its_own_path_only_unless_it_ends_in_a_star() {
    let room = open().await;
    spoiled(&room, "status").await;
    assert_eq!(get(&room, "/feeds/az/simple.json").await.status, 200);
    room.admin("fault", json!({"path": "/feeds/*", "kind": "status", "status": 503})).unwrap();
    assert_eq!(get(&room, "/feeds/az/simple.json").await.status, 503);
}

#[tokio::test]
async fn contents_can_be_wrong_in_every_way_a_test_asks_for() {
    let room = open().await;
    let whole = get(&room, PATH).await;
    let html = spoiled(&room, "html").await;
    assert_eq!((html.status, html.header("content-type")), (200, "text/html; charset=utf-8"));
    let broken = spoiled(&room, "broken-json").await;
    assert!(serde_json::from_slice::<Value>(&broken.body).is_err() && !broken.body.is_empty());
    let wrong = spoiled(&room, "wrong-type").await;
    assert_eq!((wrong.header("content-type"), &wrong.body), ("text/plain; charset=utf-8", &whole.body));
    let empty = spoiled(&room, "empty-list").await.json();
    assert_eq!((&empty["items"], &empty["title"]), (&json!([]), &whole.json()["title"]));
    let nothing = spoiled(&room, "empty-body").await;
    assert_eq!((nothing.status, nothing.body.len()), (200, 0));
    spoiled(&room, "no-id").await;
    let list = stories(&room, PATH).await;
    assert!(list[0].get("id").is_none() && list[1]["id"].is_string());
    let closed = spoiled(&room, "no-cors").await;
    assert_eq!((closed.header("access-control-allow-origin"), &closed.body), ("", &whole.body));
    assert_eq!(closed.header("cross-origin-resource-policy"), "");
}

#[tokio::test]
async fn a_truncated_answer_promises_more_than_it_sends() {
    let room = open().await;
    let whole = get(&room, PATH).await;
    let half = spoiled(&room, "truncate").await;
    assert_eq!(half.header("content-length"), whole.body.len().to_string());
    assert_eq!(half.body, whole.body[..whole.body.len() / 2]);
}

#[tokio::test]
async fn a_slow_answer_comes_whole_in_its_own_time() {
    let room = open().await;
    let whole = get(&room, PATH).await;
    room.admin("fault", json!({"path": PATH, "kind": "slow", "seconds": 0.5})).unwrap();
    let start = Instant::now();
    assert_eq!(get(&room, PATH).await.body, whole.body);
    assert!(start.elapsed() >= Duration::from_millis(450), "{:?}", start.elapsed());
}

#[tokio::test]
async fn a_hanging_request_is_accepted_and_never_answered_while_others_are() {
    let room = open().await;
    room.admin("fault", json!({"path": PATH, "kind": "hang"})).unwrap();
    assert!(timeout(Duration::from_millis(400), get(&room, PATH)).await.is_err());
    assert_eq!(get(&room, "/feeds/az/simple.json").await.status, 200);
}

#[tokio::test]
async fn a_closed_connection_says_nothing_at_all() {
    let room = open().await;
    let answer = spoiled(&room, "close").await;
    assert_eq!((answer.status, answer.body.len()), (0, 0));
    assert_eq!(get(&room, "/feeds/az/simple.json").await.status, 200);
}

#[tokio::test]
async fn a_connection_kept_alive_meets_the_fault_of_each_path_and_is_let_go_before_a_close() {
    let room = open().await;
    let mut stream = TcpStream::connect(room.origin().strip_prefix("http://").unwrap()).await.unwrap();
    room.admin("fault", json!({"path": "/story/ru/a", "kind": "status", "status": 418})).unwrap();
    for (path, status) in [("/story/ru/a", "418"), ("/story/ru/b", "404")] {
        stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: newsroom\r\n\r\n").as_bytes()).await.unwrap();
        let mut answer = [0; 2048];
        let length = stream.read(&mut answer).await.unwrap();
        let answer = String::from_utf8_lossy(&answer[..length]).into_owned();
        assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{answer}");
    }
    room.admin("fault", json!({"path": PATH, "kind": "close"})).unwrap();
    let end = timeout(Duration::from_secs(2), stream.read(&mut [0; 16])).await.expect("still open").unwrap();
    assert_eq!(end, 0);
}
