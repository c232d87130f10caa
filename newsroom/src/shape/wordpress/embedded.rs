//! What `_embed` adds to a post, and the links it stands for.

use crate::{
    shape::{absolute, escape},
    story::Story,
};
use serde_json::{Map, Value, json};

/// The number of an author, a term or a picture: any, as long as the same name has the same one.
pub(super) fn number(name: &str) -> u64 {
    // FNV-1a, cut to what looks like a row number.
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        % 90_000
        + 10
}

/// 0: no picture.
pub(super) fn picture_number(story: &Story) -> u64 {
    story.picture("url").map_or(0, number)
}

pub(super) fn links(story: &Story, api: &str) -> Value {
    let number = story.number;
    let author = story.texts("authors").first().map_or(0, |name| self::number(name));
    let mut links = json!({
        "self": [{"href": format!("{api}/posts/{number}")}],
        "collection": [{"href": format!("{api}/posts")}],
        "about": [{"href": format!("{api}/types/post")}],
        "author": [{"embeddable": true, "href": format!("{api}/users/{author}")}],
        "wp:attachment": [{"href": format!("{api}/media?parent={number}")}],
        "wp:term": [
            {"taxonomy": "category", "embeddable": true, "href": format!("{api}/categories?post={number}")},
            {"taxonomy": "post_tag", "embeddable": true, "href": format!("{api}/tags?post={number}")},
        ],
        "curies": [{"name": "wp", "href": "https://api.w.org/{rel}", "templated": true}],
    });
    let picture = picture_number(story);
    if let (true, Some(links)) = (picture != 0, links.as_object_mut()) {
        let href = format!("{api}/media/{picture}");
        links.insert("wp:featuredmedia".to_owned(), json!([{"embeddable": true, "href": href}]));
    }
    links
}

pub(super) fn write(story: &Story, origin: &str, api: &str) -> Value {
    let authors: Vec<Value> = story.texts("authors").into_iter().map(|name| author(name, origin, api)).collect();
    let categories: Vec<Value> =
        story.texts("section").into_iter().map(|name| term(name, "category", origin)).collect();
    let tags: Vec<Value> = story.texts("tags").into_iter().map(|name| term(name, "post_tag", origin)).collect();
    let mut embedded = Map::new();
    embedded.insert("author".to_owned(), json!(authors));
    embedded.insert("wp:term".to_owned(), json!([categories, tags]));
    if let Some(url) = story.picture("url") {
        embedded.insert("wp:featuredmedia".to_owned(), json!([picture(story, &absolute(origin, url))]));
    }
    Value::Object(embedded)
}

fn author(name: &str, origin: &str, api: &str) -> Value {
    let number = number(name);
    json!({
        "id": number,
        "name": stored(name),
        "url": "",
        "description": "",
        "link": format!("{origin}/author/{number}/"),
        "slug": format!("author-{number}"),
        "_links": {"self": [{"href": format!("{api}/users/{number}")}]},
    })
}

fn term(name: &str, taxonomy: &str, origin: &str) -> Value {
    let number = number(name);
    json!({
        "id": number,
        "link": format!("{origin}/{taxonomy}/{number}/"),
        "name": stored(name),
        "slug": format!("{taxonomy}-{number}"),
        "taxonomy": taxonomy,
    })
}

fn picture(story: &Story, url: &str) -> Value {
    let file = url.rsplit('/').next().unwrap_or_default();
    let (width, height) = (story.picture_size("width"), story.picture_size("height"));
    let words = [story.picture("caption"), story.picture("credit")];
    let caption: Vec<String> = words.into_iter().flatten().map(escape).collect();
    json!({
        "id": picture_number(story),
        "type": "attachment",
        "title": {"rendered": file},
        "author": 0,
        "caption": {"rendered": format!("<p>{}</p>\n", caption.join(" "))},
        // Plain text in the database and in the answer: the one field nobody must decode.
        "alt_text": story.picture("alt").unwrap_or_default(),
        "media_type": "image",
        "mime_type": "image/svg+xml",
        "media_details": {
            "width": width, "height": height, "file": file,
            "sizes": {"full": {
                "file": file, "width": width, "height": height, "mime_type": "image/svg+xml", "source_url": url,
            }},
        },
        "source_url": url,
    })
}

/// Names are escaped when they are saved, and never texturized.
fn stored(name: &str) -> String {
    name.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
