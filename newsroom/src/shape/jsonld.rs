//! schema.org JSON-LD (<https://schema.org/NewsArticle>): the front page as an ItemList of NewsArticle, alone or inside
//! the HTML page it describes. It cannot say that a story was withdrawn, nor that it is urgent.

use super::{absolute, escape};
use crate::{desk::Desk, story::Story};
use serde_json::{Map, Value, json};

pub(super) fn write(desk: &Desk, origin: &str) -> String {
    list(desk, origin).to_string()
}

/// The front page of the language, as plain as a page can be, with the list in its script.
pub(super) fn page(desk: &Desk, origin: &str) -> String {
    let (language, outlet) = (desk.language, escape(&desk.script.outlet));
    let direction = if language == "ar" { "rtl" } else { "ltr" };
    // A headline may hold `</script>`, and inside a script nothing is decoded.
    let script = list(desk, origin).to_string().replace('<', "\\u003c");
    let lines: String = desk.stories.iter().map(|story| line(story, origin)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{outlet}</title>\n\
         <script type=\"application/ld+json\">{script}</script>\n<h1>{outlet}</h1>\n<ul>\n{lines}</ul>\n</html>\n"
    )
}

fn line(story: &Story, origin: &str) -> String {
    let url = escape(&absolute(origin, story.text("url").unwrap_or_default()));
    format!("<li><a href=\"{url}\">{}</a></li>\n", escape(story.text("title").unwrap_or_default()))
}

fn list(desk: &Desk, origin: &str) -> Value {
    let entries = desk.stories.iter().zip(1..);
    let entries: Vec<Value> = entries
        .map(|(story, position)| json!({"@type": "ListItem", "position": position, "item": article(desk, story, origin)}))
        .collect();
    json!({"@context": "https://schema.org", "@type": "ItemList", "name": desk.script.outlet, "itemListElement": entries})
}

fn article(desk: &Desk, story: &Story, origin: &str) -> Value {
    let url = absolute(origin, story.text("url").unwrap_or_default());
    let mut article = Map::new();
    let mut set = |name: &str, value: Value| article.insert(name.to_owned(), value);
    set("@type", json!("NewsArticle"));
    set("@id", json!(url));
    set("url", json!(url));
    set("publisher", json!({"@type": "NewsMediaOrganization", "name": desk.script.outlet}));
    let texts = [
        // Headlines and descriptions are plain text there; Google shows references as they are written.
        ("headline", "title"),
        ("description", "summary"),
        ("datePublished", "published"),
        ("dateModified", "updated"),
        ("articleSection", "section"),
        ("inLanguage", "language"),
    ];
    for (theirs, ours) in texts {
        if let Some(text) = story.text(ours) {
            set(theirs, json!(text));
        }
    }
    let people = story.texts("authors").into_iter().map(|name| json!({"@type": "Person", "name": name}));
    set("author", people.collect());
    set("keywords", json!(story.texts("tags")));
    if story.flag("restricted") {
        set("isAccessibleForFree", json!(false));
    }
    if let Some(picture) = story.picture("url") {
        set(
            "image",
            json!({
                "@type": "ImageObject", "url": absolute(origin, picture),
                "width": story.picture_size("width"), "height": story.picture_size("height"),
                "caption": story.picture("caption"), "creditText": story.picture("credit"),
            }),
        );
    }
    Value::Object(article)
}
