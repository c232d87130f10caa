//! The WordPress shape and its paging.

use crate::client::{get, open, stories};
use serde_json::json;

const POSTS: &str = "/feeds/en/wp-json/wp/v2/posts";

#[tokio::test]
async fn pages_follow_each_other_and_end_in_the_error_of_the_real_one() {
    let room = open().await;
    let first = get(&room, &format!("{POSTS}?per_page=6&page=1")).await;
    assert_eq!((first.header("x-wp-total"), first.header("x-wp-totalpages")), ("16", "3"));
    assert_eq!(first.header("access-control-expose-headers"), "X-WP-Total, X-WP-TotalPages, Link");
    assert!(first.header("link").ends_with("?per_page=6&page=2>; rel=\"next\""), "{}", first.header("link"));
    assert_eq!(first.header("etag"), "");
    let last = get(&room, &format!("{POSTS}?per_page=6&page=3")).await;
    assert_eq!(last.json().as_array().unwrap().len(), 4);
    assert!(!last.header("link").contains("next"));
    let beyond = get(&room, &format!("{POSTS}?per_page=6&page=4")).await;
    assert_eq!((beyond.status, &beyond.json()["code"]), (400, &json!("rest_post_invalid_page_number")));
    assert_eq!(get(&room, &format!("{POSTS}?per_page=101")).await.json()["code"], "rest_invalid_param");
    assert_eq!(stories(&room, POSTS).await.len(), 10);
}

#[tokio::test]
async fn rendered_fields_hold_references_and_dates_have_no_zone() {
    let room = open().await;
    let order = json!({
        "title": "Pilots & “crew” — a city’s…", "published": "2027-03-02T21:30:00Z", "authors": ["Bell & Co."],
        "section": "Air & sea",
    });
    room.admin("en/publish", order).unwrap();
    let post = &stories(&room, &format!("{POSTS}?_embed")).await[0];
    assert_eq!(post["title"]["rendered"], "Pilots &#038; &#8220;crew&#8221; &#8212; a city&#8217;s&#8230;");
    assert_eq!((&post["date"], &post["date_gmt"]), (&json!("2027-03-03T01:30:00"), &json!("2027-03-02T21:30:00")));
    assert_eq!(post["_embedded"]["author"][0]["name"], "Bell &amp; Co.");
    assert_eq!(post["_embedded"]["wp:term"][0][0]["name"], "Air &amp; sea");
    assert_eq!(post["guid"]["rendered"], format!("{}/?p={}", room.origin(), post["id"]));
}

#[tokio::test]
async fn a_picture_is_embedded_on_request_and_absent_where_there_is_none() {
    let room = open().await;
    let plain = stories(&room, POSTS).await;
    assert!(plain.iter().all(|post| post.get("_embedded").is_none()));
    let list = stories(&room, &format!("{POSTS}?_embed=author,wp:featuredmedia,wp:term")).await;
    let picture = &list[0]["_embedded"]["wp:featuredmedia"][0];
    assert_eq!(picture["source_url"], format!("{}/pictures/lighthouse.svg", room.origin()));
    assert_eq!(picture["media_details"]["width"], 1600);
    assert_eq!(list[1]["featured_media"], 0);
    assert!(list[1]["_embedded"].get("wp:featuredmedia").is_none());
    assert_eq!(list[1]["_embedded"]["wp:term"][0][0]["taxonomy"], "category");
}
