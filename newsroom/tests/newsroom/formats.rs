//! The formats beside own JSON, JSON Feed and WordPress: what each of them carries of the same desk.

use crate::client::{Answer, ask, get, open, stories};
use newsroom::{LANGUAGES, Newsroom};
use quick_xml::{Reader, events::Event};
use serde_json::{Value, json};

/// The file, its Content-Type, and the path of elements to a headline.
const XML: [(&str, &str, &[&str]); 6] = [
    ("rss.xml", "application/rss+xml; charset=utf-8", &["rss", "channel", "item", "title"]),
    ("rss-1251.xml", "application/rss+xml; charset=windows-1251", &["rss", "channel", "item", "title"]),
    ("rss-utf16.xml", "application/rss+xml; charset=utf-16", &["rss", "channel", "item", "title"]),
    ("rss1.xml", "application/rdf+xml", &["rdf:RDF", "item", "title"]),
    ("atom.xml", "application/atom+xml", &["feed", "entry", "title"]),
    ("news-sitemap.xml", "application/xml", &["urlset", "url", "news:news", "news:title"]),
];
/// The file, its Content-Type, the pointer to its list, and the pointer to a headline.
const JSON: [(&str, &str, &str, &str); 5] = [
    ("ninjs1.json", "application/json", "", "/headline"),
    ("ninjs2.json", "application/json", "/items", "/headlines/0/value"),
    ("ninjs3.json", "application/json", "/items", "/headlines/0/value"),
    ("jsonld.json", "application/ld+json", "/itemListElement", "/item/headline"),
    ("ghost/api/content/posts?limit=60", "application/json", "/posts", "/title"),
];
/// Every character that some format has to escape, and one that windows-1251 lacks.
const AWKWARD: &str = "\"Kür\" & <Ərəz> ]]> 'su' </script>";

/// The document as text, by the letters that its Content-Type names.
fn read(answer: &Answer) -> String {
    let kind = answer.header("content-type");
    if kind.ends_with("windows-1251") {
        return encoding_rs::WINDOWS_1251.decode(&answer.body).0.into_owned();
    }
    if kind.ends_with("utf-16") {
        let units = answer.body.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        let text: String = char::decode_utf16(units).map(Result::unwrap).collect();
        return text.strip_prefix('\u{feff}').unwrap().to_owned();
    }
    String::from_utf8(answer.body.clone()).unwrap()
}

/// The texts of the elements at a path, by a strict reading: an error in the XML fails the test.
fn texts(document: &str, path: &[&str]) -> Vec<String> {
    let mut reader = Reader::from_str(document);
    let (mut open, mut found): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    loop {
        let event = reader.read_event().unwrap_or_else(|error| panic!("{error} in {document}"));
        let here = open == path;
        match event {
            Event::Start(tag) => {
                let name = tag.name().as_ref().to_owned();
                tag.attributes().for_each(|attribute| drop(attribute.unwrap()));
                open.push(name);
                if open == path {
                    found.push(String::new());
                }
            }
            Event::End(_) => drop(open.pop()),
            Event::Text(text) if here => found.last_mut().unwrap().push_str(&text.xml10_content()),
            Event::GeneralRef(reference) if here => {
                let name = reference.xml10_content().into_owned();
                let letter = reference.resolve_char_ref().unwrap().map(String::from);
                let known = letter.or_else(|| quick_xml::escape::resolve_xml_entity(&name).map(String::from));
                found.last_mut().unwrap().push_str(&known.unwrap());
            }
            Event::CData(text) if here => found.last_mut().unwrap().push_str(&text.xml10_content()),
            Event::Eof => return found,
            _ => {}
        }
    }
}

async fn xml(room: &Newsroom, language: &str, file: &str, path: &[&str]) -> Vec<String> {
    texts(&read(&get(room, &format!("/feeds/{language}/{file}")).await), path)
}

async fn titles(room: &Newsroom, language: &str) -> Vec<String> {
    let list = stories(room, &format!("/feeds/{language}/simple.json")).await;
    list.iter().map(|story| story["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn every_xml_format_is_well_formed_and_has_every_headline_in_its_order_and_letters() {
    let room = open().await;
    for language in LANGUAGES {
        let order = json!({"title": AWKWARD, "section": AWKWARD, "content_html": "<p>a ]]> b &amp; c</p>"});
        room.admin(&format!("{language}/publish"), order).unwrap();
        let expected = titles(&room, language).await;
        assert_eq!(expected.len(), 17);
        for (file, kind, path) in XML {
            let answer = get(&room, &format!("/feeds/{language}/{file}")).await;
            assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{file}");
            assert_eq!(texts(&read(&answer), path), expected, "{language}/{file}");
        }
    }
}

#[tokio::test]
async fn every_json_format_has_every_headline_in_its_order() {
    let room = open().await;
    for language in LANGUAGES {
        room.admin(&format!("{language}/publish"), json!({"title": AWKWARD})).unwrap();
        let expected = titles(&room, language).await;
        for (file, kind, list, title) in JSON {
            let answer = get(&room, &format!("/feeds/{language}/{file}")).await;
            assert_eq!((answer.status, answer.header("content-type")), (200, kind), "{file}");
            let document = answer.json();
            let list = document.pointer(list).unwrap().as_array().unwrap();
            let found: Vec<&str> = list.iter().map(|item| item.pointer(title).unwrap().as_str().unwrap()).collect();
            assert_eq!(found, expected, "{language}/{file}");
        }
    }
}

#[tokio::test]
async fn the_page_with_json_ld_holds_the_same_list_whatever_a_headline_says() {
    let room = open().await;
    room.admin("en/publish", json!({"title": AWKWARD})).unwrap();
    let page = get(&room, "/feeds/en/jsonld.html").await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let page = page.text();
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">").unwrap();
    let (script, _) = rest.split_once("</script>").unwrap();
    assert_eq!(serde_json::from_str::<Value>(script).unwrap(), get(&room, "/feeds/en/jsonld.json").await.json());
}

#[tokio::test]
async fn rss_carries_body_byline_picture_and_dates() {
    let room = open().await;
    let item = |name: &'static str| ["rss", "channel", "item", name];
    let own = stories(&room, "/feeds/ru/simple.json").await;
    let bodies = xml(&room, "ru", "rss.xml", &item("content:encoded")).await;
    assert_eq!(bodies[0], own[0]["content_html"].as_str().unwrap());
    assert_eq!(xml(&room, "ru", "rss.xml", &item("dc:creator")).await[0], "Рустам Ильдаров");
    assert_eq!(xml(&room, "ru", "rss.xml", &item("category")).await[0], "В регионе");
    assert_eq!(xml(&room, "ru", "rss.xml", &item("guid")).await[0], own[0]["id"].as_str().unwrap());
    assert!(xml(&room, "ru", "rss.xml", &item("pubDate")).await.iter().all(|date| date.ends_with(" +0400")));
    let text = get(&room, "/feeds/ru/rss.xml").await.text();
    let picture = format!("<media:content url=\"{}/pictures/lighthouse.svg\" medium=\"image\"", room.origin());
    assert!(text.contains(&picture), "{text}");
    assert!(text.contains(&format!("href=\"{}/feeds/ru/rss.xml\"", room.origin())));
}

#[tokio::test]
async fn a_withdrawn_story_leaves_a_tombstone_in_atom_and_is_cancelled_in_ninjs() {
    let room = open().await;
    let before = get(&room, "/feeds/en/atom.xml").await.text();
    assert!(!before.contains("deleted-entry"));
    let url = stories(&room, "/feeds/en/simple.json").await[1]["url"].clone();
    room.admin("en/withdraw", json!({"id": "en-1015"})).unwrap();
    let atom = get(&room, "/feeds/en/atom.xml").await.text();
    assert!(atom.contains("<at:deleted-entry ref=\"tag:newsroom.example,2026:en-1015\" when=\"2"), "{atom}");
    assert!(!atom.contains("<id>tag:newsroom.example,2026:en-1015</id>"));
    for (file, list, state) in [
        ("ninjs1.json", "", "pubstatus"),
        ("ninjs2.json", "/items", "pubstatus"),
        ("ninjs3.json", "/items", "pubStatus"),
    ] {
        let document = get(&room, &format!("/feeds/en/{file}")).await.json();
        let list = document.pointer(list).unwrap().as_array().unwrap();
        let cancelled: Vec<&Value> = list.iter().filter(|item| item[state] == "canceled").collect();
        assert_eq!(cancelled.len(), 1, "{file}");
        assert_eq!(cancelled[0]["uri"], url);
        assert!(list.iter().filter(|item| item["uri"] == url).count() == 1, "{file}");
    }
}

#[tokio::test]
async fn ninjs_spells_as_its_version_does_and_marks_the_flash() {
    let room = open().await;
    let list = |document: Value| document["items"].as_array().cloned().unwrap_or_default();
    let second = list(get(&room, "/feeds/ru/ninjs2.json").await.json());
    let third = list(get(&room, "/feeds/ru/ninjs3.json").await.json());
    assert_eq!(second[0]["standard"], json!({"name": "ninjs", "version": "2.1"}));
    assert_eq!(third[0]["standard"], json!({"name": "ninjs", "version": "3.0"}));
    assert_eq!(second[0]["versioncreated"], third[0]["versionCreated"]);
    assert_eq!(third[0]["bodies"][0]["contentType"], "text/html");
    let first = get(&room, "/feeds/ru/ninjs1.json").await.json();
    let flashes = |items: &[Value]| items.iter().filter(|item| item["urgency"] == 1).count();
    let expected = stories(&room, "/feeds/ru/simple.json").await.iter().filter(|item| item["breaking"] == true).count();
    assert!(expected > 0);
    assert_eq!([flashes(first.as_array().unwrap()), flashes(&second), flashes(&third)], [expected; 3]);
    assert!(first[0]["associations"]["main"]["renditions"]["original"]["href"].is_string());
    assert!(third[0]["associations"][0]["renditions"][0]["href"].is_string());
}

#[tokio::test]
async fn ghost_pages_by_number_and_names_people_only_when_asked() {
    let room = open().await;
    let posts = "/feeds/en/ghost/api/content/posts/";
    let first = get(&room, &format!("{posts}?limit=6")).await.json();
    assert_eq!(first["meta"]["pagination"]["next"], 2);
    assert!(first["posts"][0].get("authors").is_none());
    let last = get(&room, &format!("{posts}?limit=6&page=3&include=authors,tags")).await.json();
    assert_eq!((last["posts"].as_array().unwrap().len(), &last["meta"]["pagination"]["next"]), (4, &Value::Null));
    assert!(last["posts"][0]["authors"][0]["name"].is_string());
    assert_eq!(last["posts"][0]["primary_tag"], last["posts"][0]["tags"][0]);
    assert_eq!(get(&room, &format!("{posts}?limit=none")).await.status, 422);
}

#[tokio::test]
async fn unchanged_feeds_of_every_format_are_a_304_and_an_unknown_one_is_a_404() {
    let room = open().await;
    for (file, _, _) in XML {
        let path = format!("/feeds/ru/{file}");
        let known = [("If-None-Match", get(&room, &path).await.header("etag").to_owned())];
        let known = [(known[0].0, known[0].1.as_str())];
        assert_eq!(ask(&room.origin(), "GET", &path, &known, "").await.status, 304, "{file}");
    }
    assert_eq!(get(&room, "/feeds/ru/gopher.txt").await.status, 404);
}
