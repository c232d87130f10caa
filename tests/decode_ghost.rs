//! Ghost beyond the cases.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]
#![cfg(feature = "formats")]

#[path = "decode/feed.rs"]
mod feed;

use newsrail::decode::{Source, decode};
use newsrail::item::{Code, Feed, Format, Item};
use serde_json::{Value, json};

const API: &str = "https://ghost.gazette.example/ghost/api/content/posts/?key=0123";

fn at(url: &str, document: &Value) -> Feed {
    decode(document.to_string().as_bytes(), &Source { url, ..feed::source() }).unwrap()
}

fn post(fields: Value) -> Item {
    let mut post = json!({"id": "5f01", "title": "Knots", "url": "https://ghost.gazette.example/knots/"});
    post.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    at(API, &json!({"posts": [post]})).items.remove(0)
}

#[test]
fn a_single_post_comes_without_a_page_around_it() {
    let feed = at(API, &json!({"posts": [{"id": "5f01", "title": "Knots"}]}));
    assert_eq!((feed.format, feed.items.len(), feed.next), (Format::Ghost, 1, None));
}

#[test]
fn a_page_without_posts_is_an_empty_feed() {
    let page = json!({"posts": [], "meta": {"pagination": {"page": 1, "next": null}}});
    assert_eq!(at("https://gazette.example/posts.json", &page).items, []);
}

#[test]
fn a_next_page_that_does_not_lead_on_is_none() {
    let page =
        |page: u32, next: u32| json!({"posts": [{"id": "a"}], "meta": {"pagination": {"page": page, "next": next}}});
    assert_eq!(at(API, &page(2, 3)).next.as_deref(), Some("3"));
    assert_eq!(at(API, &page(3, 3)).next, None);
}

#[test]
fn ghosts_own_address_is_put_in() {
    let item = post(json!({
        "feature_image": "__GHOST_URL__/content/images/k.jpg",
        "html": "<img src='__GHOST_URL__/content/images/2.jpg'><a href='/about/'>x</a>",
    }));
    assert_eq!(item.image.unwrap().url, "https://ghost.gazette.example/content/images/k.jpg");
    let html = item.content_html.unwrap();
    assert!(html.contains("'https://ghost.gazette.example/content/images/2.jpg'"), "{html}");
    assert!(html.contains("'https://ghost.gazette.example/about/'"), "{html}");
    assert_eq!(
        post(json!({"feature_image": "/content/k.jpg"})).image.unwrap().url,
        "https://ghost.gazette.example/content/k.jpg"
    );
}

#[test]
fn without_an_address_the_posts_tell_the_site() {
    let page = json!({"posts": [{"id": "a", "url": "https://ghost.gazette.example/a/", "feature_image": "/k.jpg"}], "meta": {}});
    let feed = at("", &page);
    assert_eq!(feed.url.as_deref(), Some("https://ghost.gazette.example/"));
    assert_eq!(feed.items[0].image.as_ref().unwrap().url, "https://ghost.gazette.example/k.jpg");
}

#[test]
fn a_post_for_members_is_restricted_even_where_access_is_not_told() {
    assert!(post(json!({"visibility": "members", "html": null})).restricted);
    assert!(!post(json!({"visibility": "members", "html": "<p>x</p>", "access": true})).restricted);
    assert!(!post(json!({"visibility": "public", "html": ""})).restricted);
    assert!(post(json!({"visibility": "public", "access": false})).restricted);
}

#[test]
fn an_internal_first_tag_is_no_section() {
    let hidden = json!({"name": "#campaign", "visibility": "internal"});
    let item = post(json!({"primary_tag": hidden, "tags": [hidden, {"name": "Craft"}]}));
    assert_eq!((item.section.as_deref(), item.tags), (Some("Craft"), vec!["Craft".into()]));
    let alone = post(json!({"primary_tag": {"name": "Craft"}}));
    assert_eq!((alone.section.as_deref(), alone.sections), (Some("Craft"), vec!["Craft".into()]));
}

#[test]
fn refusals_say_what_the_publisher_can_do() {
    for (kind, code) in [
        ("UnauthorizedError", Code::AccessDenied),
        ("NotFoundError", Code::NotFound),
        ("TooManyRequestsError", Code::RateLimited),
        ("InternalServerError", Code::ServerError),
        ("BadRequestError", Code::AccessDenied),
    ] {
        let body = json!({"errors": [{"message": "No, because", "type": kind}]}).to_string();
        let failure = decode(body.as_bytes(), &feed::source()).unwrap_err();
        assert_eq!(failure.code, code, "{kind}");
        assert!(failure.message.ends_with("No, because"), "{}", failure.message);
    }
}

#[test]
fn errors_of_other_services_are_not_ghosts() {
    let failure = decode(br#"{"errors": [{"message": "Cannot query field"}]}"#, &feed::source()).unwrap_err();
    assert_eq!(failure.code, Code::NotAFeed);
}

#[test]
fn a_post_without_an_id_costs_itself_alone() {
    let feed = at(API, &json!({"posts": [{"title": "None"}, 7, {"uuid": "u", "title": "Knots"}]}));
    assert_eq!((feed.items.len(), feed.items[0].id.as_str()), (1, "u"));
}

#[test]
fn a_failing_status_keeps_ghosts_own_words() {
    let document = json!({"errors": [{"type": "UnauthorizedError", "message": "Unknown Content API Key"}]}).to_string();
    let source = Source { url: API, status: Some(401), ..feed::source() };
    let failure = decode(document.as_bytes(), &source).unwrap_err();
    assert_eq!(failure.code, Code::AccessDenied);
    assert!(failure.message.contains("Unknown Content API Key"), "{}", failure.message);
}
