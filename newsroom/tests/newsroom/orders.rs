//! Publish, change, withdraw, trash: what each shape shows of it.

use crate::client::{get, open, post, stories};
use serde_json::{Value, json};

const SIMPLE: &str = "/feeds/en/simple.json";
const JSON_FEED: &str = "/feeds/en/jsonfeed.json";
const WORDPRESS: &str = "/feeds/en/wp-json/wp/v2/posts?per_page=100";

fn titles(list: &[Value]) -> Vec<String> {
    let title = |story: &Value| story["title"]["rendered"].as_str().or(story["title"].as_str()).unwrap().to_owned();
    list.iter().map(title).collect()
}

#[tokio::test]
async fn a_published_story_stands_first_in_every_shape() {
    let room = open().await;
    let order = json!({"title": "Harbour bell rings again", "section": "City", "badge": "video", "urgency": 2});
    let answer = post(&room, "/admin/en/publish", order).await;
    assert_eq!(answer.json()["id"], "en-1017");
    for shape in [SIMPLE, JSON_FEED, WORDPRESS] {
        assert_eq!(titles(&stories(&room, shape).await)[0], "Harbour bell rings again", "{shape}");
    }
    let own = &stories(&room, SIMPLE).await[0];
    assert_eq!((&own["media"], &own["urgency"], &own["sections"]), (&json!("video"), &json!(2), &json!(["City"])));
    assert_eq!(stories(&room, WORDPRESS).await[0]["format"], "video");
}

#[tokio::test]
async fn a_changed_story_keeps_its_place_and_is_dated() {
    let room = open().await;
    let before = stories(&room, SIMPLE).await;
    let id = before[2]["id"].as_str().unwrap();
    post(&room, "/admin/en/change", json!({"id": id, "title": "Ferry afloat", "section": null})).await;
    for shape in [SIMPLE, JSON_FEED, WORDPRESS] {
        assert_eq!(titles(&stories(&room, shape).await)[2], "Ferry afloat", "{shape}");
    }
    let own = &stories(&room, SIMPLE).await[2];
    assert!(own["updated"].as_str().unwrap() > own["published"].as_str().unwrap());
    assert!(own.get("section").is_none());
    let post = &stories(&room, WORDPRESS).await[2];
    assert!(post["modified_gmt"].as_str().unwrap() > post["date_gmt"].as_str().unwrap());
    assert!(stories(&room, JSON_FEED).await[2]["date_modified"].is_string());
}

#[tokio::test]
async fn a_withdrawn_story_leaves_a_tombstone_and_a_page_that_is_gone() {
    let room = open().await;
    let id = stories(&room, SIMPLE).await[1]["id"].clone();
    assert_eq!(get(&room, "/story/en/embankment-fair").await.status, 200);
    post(&room, "/admin/en/withdraw", json!({"id": id})).await;
    for shape in [SIMPLE, JSON_FEED, WORDPRESS] {
        assert_eq!(stories(&room, shape).await.len(), 15, "{shape}");
    }
    assert_eq!(get(&room, SIMPLE).await.json()["deleted"], json!([id]));
    assert_eq!(get(&room, "/story/en/embankment-fair").await.status, 410);
}

#[tokio::test]
async fn a_trashed_story_only_vanishes() {
    let room = open().await;
    post(&room, "/admin/en/trash", json!({"id": "embankment-fair"})).await;
    let feed = get(&room, SIMPLE).await.json();
    assert_eq!((feed["items"].as_array().unwrap().len(), &feed["deleted"]), (15, &json!([])));
    assert_eq!(get(&room, "/story/en/embankment-fair").await.status, 404);
}

#[tokio::test]
async fn an_order_that_cannot_be_carried_out_says_why() {
    let room = open().await;
    let cases = [
        ("/admin/en/change", json!({"id": "nobody"}), 404),
        ("/admin/xx/publish", json!({"title": "x"}), 404),
        ("/admin/en/publish", json!({}), 400),
        ("/admin/fault", json!({"path": "/", "kind": "sulk"}), 400),
        ("/admin/en/print", json!({}), 404),
    ];
    for (path, order, status) in cases {
        let answer = post(&room, path, order).await;
        assert_eq!(answer.status, status, "{path}");
        assert!(!answer.json()["error"].as_str().unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_reset_brings_the_first_morning_back() {
    let room = open().await;
    post(&room, "/admin/en/trash", json!({"id": "cabotage"})).await;
    post(&room, "/admin/fault", json!({"path": SIMPLE, "kind": "status"})).await;
    post(&room, "/admin/reset", json!({})).await;
    assert_eq!(stories(&room, SIMPLE).await.len(), 16);
}

#[tokio::test]
async fn the_list_never_grows_beyond_sixty_and_keeps_the_lead() {
    let room = open().await;
    for number in 0..60 {
        room.admin("en/publish", json!({"title": format!("Story {number}")})).unwrap();
    }
    let list = stories(&room, SIMPLE).await;
    assert_eq!(list.len(), 60);
    assert!(list[59]["url"].as_str().unwrap().ends_with("/story/en/cabotage"));
}
