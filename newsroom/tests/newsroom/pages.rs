//! Test pages, static files, story pages and pictures.

use crate::client::{ask, get, open};
use newsroom::{Newsroom, Options};
use std::{fs, path::PathBuf};

/// A directory of its own for one test, gone afterwards.
struct Directory(PathBuf);

impl Directory {
    fn new(name: &str, files: &[(&str, &str)]) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&path).unwrap();
        for (file, text) in files {
            fs::write(path.join(file), text).unwrap();
        }
        Self(path)
    }
}

impl Drop for Directory {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

#[tokio::test]
async fn a_page_gets_a_fresh_nonce_in_text_and_headers_and_both_origins() {
    let directory = Directory::new(
        "strict",
        &[
            ("strict.html", "<script nonce=\"{{nonce}}\" src=\"{{other}}/a.js\"></script><a href=\"{{origin}}\">"),
            ("strict.html.headers", "Content-Security-Policy: script-src 'nonce-{{nonce}}'\nX-Two: {{other}}\n"),
        ],
    );
    let options = Options { quiet: true, pages: Some(directory.0.clone()), ..Options::default() };
    let room = Newsroom::start(options).await.unwrap();
    let first = get(&room, "/pages/strict.html?src=x").await;
    let (text, policy) = (first.text(), first.header("content-security-policy"));
    let nonce = text.split('"').nth(1).unwrap();
    assert!(nonce.len() >= 22 && policy == format!("script-src 'nonce-{nonce}'"), "{text} {policy}");
    assert!(text.contains(&format!("src=\"{}/a.js\"", room.other())) && text.contains(&room.origin()));
    assert_eq!(first.header("content-type"), "text/html; charset=utf-8");
    assert_ne!(get(&room, "/pages/strict.html").await.text(), text);
    let swapped = ask(&room.other(), "GET", "/pages/strict.html", &[], "").await;
    assert_eq!(swapped.header("x-two"), room.origin());
    assert_eq!(get(&room, "/pages/../Cargo.toml").await.status, 404);
}

#[tokio::test]
async fn static_files_and_fixtures_come_verbatim_with_their_type() {
    let directory =
        Directory::new("static", &[("a.wasm", "x"), ("a.js", "{{nonce}}"), ("b.json", "[1 ]"), ("index.html", "home")]);
    let files = Some(directory.0.clone());
    let options = Options { quiet: true, files: files.clone(), fixtures: files, ..Options::default() };
    let room = Newsroom::start(options).await.unwrap();
    let cases = [
        ("/a.wasm", "application/wasm", "x"),
        ("/a.js", "text/javascript", "{{nonce}}"),
        ("/fixtures/b.json?page=1", "application/json", "[1 ]"),
        ("/", "text/html", "home"),
    ];
    for (path, kind, body) in cases {
        let answer = get(&room, path).await;
        assert_eq!((answer.status, answer.header("content-type"), answer.text().as_str()), (200, kind, body), "{path}");
        assert_eq!(answer.header("access-control-allow-origin"), "*");
        assert_eq!(answer.header("cache-control"), "no-cache");
    }
}

#[tokio::test]
async fn a_story_page_is_whole_and_native_in_its_language() {
    let room = open().await;
    let page = get(&room, "/story/ar/cabotage").await.text();
    assert!(page.contains("<html lang=\"ar\" dir=\"rtl\">"));
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{}/story/ar/cabotage\">", room.origin())));
    assert!(page.contains("<h1>وزير النقل"));
    assert!(page.matches("<p>").count() > 4);
    for name in ["sea", "ferry", "lighthouse", "city", "mountain"] {
        assert_eq!(get(&room, &format!("/pictures/{name}.svg")).await.header("content-type"), "image/svg+xml");
    }
}
