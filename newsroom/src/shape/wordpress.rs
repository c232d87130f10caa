//! WordPress REST, `/wp/v2/posts` (<https://developer.wordpress.org/rest-api/reference/posts/>), with the habits of a real
//! one: texturized entities in rendered fields, names stored escaped, local dates without a zone, a key that is absent
//! when there is no picture.

mod embedded;

use super::{BAKU, absolute};
use crate::{Time, desk::Desk, story::Story};
use chrono::{Duration, NaiveDateTime};
use serde_json::{Value, json};

/// One page of posts. `None`: past the end.
pub(crate) struct Answer {
    pub(crate) posts: Value,
    pub(crate) total: usize,
    pub(crate) pages: usize,
}

/// The page `page` (from 1) of `per_page` posts; `embed` adds author, terms and picture.
pub(crate) fn write(desk: &Desk, origin: &str, page: usize, per_page: usize, embed: bool) -> Option<Answer> {
    let total = desk.stories.len();
    let pages = total.div_ceil(per_page);
    // Page 1 of nothing is an empty list, page 2 of nothing an error: so does the real one.
    if page == 0 || page > pages.max(1) {
        return None;
    }
    let shown = desk.stories.iter().skip((page - 1) * per_page).take(per_page);
    let posts = shown.map(|story| post(desk, story, origin, embed)).collect();
    Some(Answer { posts, total, pages })
}

fn post(desk: &Desk, story: &Story, origin: &str, embed: bool) -> Value {
    let published = story.time("published").unwrap_or(desk.changed);
    let modified = story.time("updated").unwrap_or(published);
    let api = format!("{origin}/feeds/{}/wp-json/wp/v2", desk.language);
    let locked = story.flag("restricted");
    let shown = |html: String| if locked { String::new() } else { html };
    let category = story.text("section").map(|name| (embedded::number(name), name));
    let mut post = json!({
        "id": story.number,
        "date": local(published),
        "date_gmt": bare(published.naive_utc()),
        "guid": {"rendered": format!("{origin}/?p={}", story.number)},
        "modified": local(modified),
        "modified_gmt": bare(modified.naive_utc()),
        "slug": story.slug,
        "status": "publish",
        "type": "post",
        "link": absolute(origin, story.text("url").unwrap_or_default()),
        "title": {"rendered": rendered(story.text("title").unwrap_or_default())},
        "content": {"rendered": shown(content(story)), "protected": locked},
        "excerpt": {"rendered": shown(excerpt(story)), "protected": locked},
        "author": story.texts("authors").first().map_or(0, |name| embedded::number(name)),
        "featured_media": embedded::picture_number(story),
        "comment_status": "closed",
        "ping_status": "closed",
        "sticky": story.flag("pinned"),
        "template": "",
        "format": format(story),
        "meta": [],
        "categories": category.map(|(number, _)| vec![number]).unwrap_or_default(),
        "tags": story.texts("tags").into_iter().map(embedded::number).collect::<Vec<_>>(),
        "_links": embedded::links(story, &api),
    });
    if let (true, Some(fields)) = (embed, post.as_object_mut()) {
        fields.insert("_embedded".to_owned(), embedded::write(story, origin, &api));
    }
    post
}

/// `video`, `audio` and `image` posts are formats of their own; everything else is standard.
fn format(story: &Story) -> &'static str {
    match story.text("media") {
        Some("video") => "video",
        Some("audio") => "audio",
        Some("photo") => "image",
        _ => "standard",
    }
}

fn content(story: &Story) -> String {
    let html = story.text("content_html").unwrap_or_default().replace("</p><p>", "</p>\n\n\n\n<p>");
    format!("\n{}\n", typography(&html))
}

fn excerpt(story: &Story) -> String {
    story.text("summary").map(|summary| format!("<p>{}</p>\n", rendered(summary))).unwrap_or_default()
}

/// Plain text as a theme prints it.
fn rendered(text: &str) -> String {
    typography(&text.replace('&', "&#038;").replace('<', "&lt;").replace('>', "&gt;"))
}

/// The marks that WordPress writes as references. Guillemets and letters it leaves alone.
fn typography(html: &str) -> String {
    let marks = [
        ('“', "&#8220;"),
        ('”', "&#8221;"),
        ('‘', "&#8216;"),
        ('’', "&#8217;"),
        ('–', "&#8211;"),
        ('—', "&#8212;"),
        ('…', "&#8230;"),
    ];
    marks.iter().fold(html.to_owned(), |text, (mark, reference)| text.replace(*mark, reference))
}

fn local(time: Time) -> String {
    bare(time.naive_utc() + Duration::seconds(i64::from(BAKU)))
}

/// Without a zone: the format's best known trap.
fn bare(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%dT%H:%M:%S").to_string()
}
