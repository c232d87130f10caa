//! The page of one story, as plain as a page can be: what a headline leads to.

use super::{absolute, escape};
use crate::{desk::Desk, story::Story};
use serde_json::Value;

pub(crate) fn write(desk: &Desk, story: &Story, origin: &str) -> String {
    let language = desk.language;
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    let text = |field: &str| escape(story.text(field).unwrap_or_default());
    let (title, outlet) = (text("title"), escape(&desk.script.outlet));
    let canonical = escape(&absolute(origin, story.text("url").unwrap_or_default()));
    let (section, published, summary) = (text("section"), text("published"), text("summary"));
    let authors = escape(&story.texts("authors").join(", "));
    let picture = picture(story, origin);
    let body = story.text("content_html").unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title} | {outlet}</title>\n\
         <link rel=\"canonical\" href=\"{canonical}\">\n<article>\n<p>{section} · <time datetime=\"{published}\">{published}</time></p>\n\
         <h1>{title}</h1>\n<p><b>{summary}</b></p>\n<p>{authors}</p>\n{picture}{body}\n</article>\n\
         <p><a href=\"{origin}/\">{outlet}</a></p>\n</html>\n"
    )
}

fn picture(story: &Story, origin: &str) -> String {
    let Some(image) = story.fields.get("image") else { return String::new() };
    let text = |name: &str| image.get(name).and_then(Value::as_str).unwrap_or_default();
    let (url, alt) = (escape(&absolute(origin, text("url"))), escape(text("alt")));
    let (caption, credit) = (escape(text("caption")), escape(text("credit")));
    format!(
        "<figure><img src=\"{url}\" alt=\"{alt}\" width=\"800\" height=\"450\"><figcaption>{caption} {credit}</figcaption></figure>\n"
    )
}
