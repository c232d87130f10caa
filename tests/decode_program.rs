//! The native program: exit codes, the shape of its JSON, and what it writes.
#![cfg(feature = "native")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

use serde_json::Value;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};

fn newsrail(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsrail"));
    command.args(arguments).current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures")).output().unwrap()
}

/// The same with something on standard input.
fn fed(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsrail"));
    let mut child = command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// A server that gives one answer and notes the request.
fn answering(headers: &'static str, body: &'static str) -> (String, std::thread::JoinHandle<String>) {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/wp-json/wp/v2/posts", server.local_addr().unwrap());
    let served = std::thread::spawn(move || {
        let (mut stream, _) = server.accept().unwrap();
        let mut request = vec![0; 4096];
        let length = stream.read(&mut request).unwrap();
        write!(stream, "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n{headers}\r\n{body}", body.len()).unwrap();
        String::from_utf8_lossy(&request[..length]).into_owned()
    });
    (url, served)
}

#[test]
fn the_exit_code_tells_feeds_from_refusals_and_wrong_usage() {
    let code = |arguments: &[&str]| newsrail(arguments).status.code().unwrap();
    assert_eq!(code(&["check", "cases/107-own-json-minimal.json"]), 0);
    assert_eq!(code(&["check", "cases/76-jsonfeed-raw-newline.json"]), 1);
    assert_eq!(code(&["convert", "cases/76-jsonfeed-raw-newline.json"]), 1);
    assert_eq!(code(&["check", "no-such-file.json"]), 2);
    assert_eq!(code(&["check", "cases/107-own-json-minimal.json", "--now", "noon"]), 2);
    assert_eq!(code(&["convert", "cases/107-own-json-minimal.json", "--watch", "5"]), 2);
    assert_eq!(code(&["check"]), 2);
}

#[test]
fn a_refusal_in_json_has_the_shape_of_a_feed_and_its_name() {
    let keys = |value: &Value| value.as_object().unwrap().keys().cloned().collect::<std::collections::BTreeSet<_>>();
    let feed = json(&newsrail(&["check", "cases/107-own-json-minimal.json", "--json"]));
    let refusal = json(&newsrail(&["check", "cases/94-wp-other-error.json", "--json", "--status", "401"]));
    assert_eq!(refusal["error"], "access-denied");
    assert_eq!(refusal["advice"], "fix the settings");
    assert!(keys(&refusal).is_superset(&keys(&feed)));
}

#[test]
fn standard_input_is_read_too() {
    let output = fed(&["check", "-", "--json"], br#"[{"id": 1, "title": "A"}]"#);
    assert_eq!(json(&output)["visible"], serde_json::json!(["1"]));
}

#[test]
fn the_report_is_a_table_of_what_readers_see_then_what_to_mend() {
    let given = br#"[{"id": 1, "title": "Bridge lifts", "published": "2026-03-02T08:41:35Z", "section": "Port", "breaking": true},
        {"id": 2, "title": "Sluice shut", "published": "2026-03-02T08:30:00Z", "media": "video", "embargoed_until": "2027-01-01T00:00:00Z"},
        {"id": 3, "title": "Undated"}, {}]"#;
    let report = text(&fed(&["check", "-", "--now", "2026-03-02T09:00:00Z"], given));
    let lines: Vec<&str> = report.lines().collect();
    assert!(lines.contains(&"story  time              badge     section  headline"), "{report}");
    assert!(lines.contains(&"    1  2026-03-02 08:41  breaking  Port     Bridge lifts"), "{report}");
    assert!(lines.contains(&"    3  (no date)                            Undated"), "{report}");
    assert!(!report.contains("Sluice shut") && report.contains("1 held back"), "{report}");
    // The same fault of several stories is one line.
    assert!(report.contains("stories 1, 2, 3, url: no http(s) address"), "{report}");
    // A feed without any picture is made so.
    assert!(!report.contains("no picture"), "{report}");
    assert!(report.contains("story 4, id: neither id nor url"), "{report}");
    // Breaking is over an hour after publication, as on the page.
    assert!(!text(&fed(&["check", "-", "--now", "2026-03-02T12:00:00Z"], given)).contains("breaking"));
}

#[test]
fn a_page_instead_of_a_feed_is_asked_for_the_feeds_it_names() {
    let page = br#"<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss.xml"><h1>Home</h1>"#;
    let arguments = ["check", "-", "--url", "https://gazette.example/"];
    let output = fed(&arguments, page);
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output).contains("\n  https://gazette.example/rss.xml\n"), "{}", text(&output));
    let output = json(&fed(&[&arguments[..], &["--json"]].concat(), page));
    assert_eq!(output["discovered"], serde_json::json!(["https://gazette.example/rss.xml"]));
}

#[test]
fn a_sitemap_index_lists_its_sitemaps() {
    let index = br#"<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
        <loc>https://gazette.example/news-1.xml</loc></sitemap></sitemapindex>"#;
    let report = text(&fed(&["check", "-"], index));
    assert!(report.contains("\n  https://gazette.example/news-1.xml\n"), "{report}");
}

#[test]
fn a_file_is_replaced_whole_and_leaves_no_neighbour() {
    let folder = std::env::temp_dir().join(format!("newsrail-convert-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let out = folder.join("feed.json");
    std::fs::write(&out, "old").unwrap();
    let path = out.to_str().unwrap();
    assert!(newsrail(&["convert", "cases/107-own-json-minimal.json", "--out", path]).status.success());
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
    assert_eq!(written["items"][0]["title"], "Bridge lifts");
    // A feed that went bad leaves the last good file.
    assert_eq!(newsrail(&["convert", "cases/76-jsonfeed-raw-newline.json", "--out", path]).status.code(), Some(1));
    assert!(std::fs::read_to_string(&out).unwrap().contains("Bridge lifts"));
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_watched_feed_is_written_again_when_it_changes_and_stays_when_it_breaks() {
    let folder = std::env::temp_dir().join(format!("newsrail-watch-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (source, out) = (folder.join("source.json"), folder.join("feed.json"));
    let holds = |words: &str| {
        (0..200).any(|_| {
            std::thread::sleep(std::time::Duration::from_millis(25));
            std::fs::read_to_string(&out).is_ok_and(|text| text.contains(words))
        })
    };
    std::fs::write(&source, r#"[{"id": 1, "title": "Bridge lifts"}]"#).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_newsrail"));
    command.arg("convert").arg(&source).arg("--out").arg(&out).args(["--watch", "1"]).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let first = holds("Bridge lifts");
    std::fs::write(&source, r#"[{"id": 1, "title": "Bridge shut"}]"#).unwrap();
    let second = holds("Bridge shut");
    std::fs::write(&source, "{").unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    let kept = holds("Bridge shut");
    // An empty list may be a fault; the newsroom's will comes twice.
    std::fs::write(&source, "<rss><channel>").unwrap();
    let emptied = holds("\"items\": []");
    child.kill().unwrap();
    let said = String::from_utf8(child.wait_with_output().unwrap().stderr).unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!((first, second, kept, emptied), (true, true, true, true), "{said}");
    let source = source.display().to_string();
    let of_source: Vec<&str> = said.lines().filter_map(|line| line.split_once(&source)).map(|(_, rest)| rest).collect();
    let at = |words: &str| {
        of_source.iter().position(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {said}"))
    };
    assert!(at("1 stories written") < at("invalid-json"), "{said}");
    assert!(at("the document was cut; the last file stays") < at("0 stories written"), "{said}");
}

#[test]
fn an_address_without_the_cors_header_is_told_which_one_to_add() {
    let (url, served) = answering("Content-Type: application/json\r\n", "[]");
    let report = text(&newsrail(&["check", &url]));
    assert!(report.contains("Access-Control-Allow-Origin: *"), "{report}");
    let request = served.join().unwrap();
    assert!(
        request.starts_with("GET /wp-json/wp/v2/posts?_embed=author,wp:featuredmedia,wp:term&per_page=20 "),
        "{request}"
    );
    assert!(request.to_ascii_lowercase().contains("origin: https://publisher.example"), "{request}");

    let (url, served) = answering("Access-Control-Allow-Origin: https://publisher.example\r\n", "[]");
    assert!(!text(&newsrail(&["check", &url])).contains("Access-Control"));
    served.join().unwrap();
}

#[test]
fn remarks_on_the_server_are_in_the_json_with_the_line_to_send() {
    let (url, served) = answering("Content-Type: text/plain\r\n", "[]");
    let output = json(&newsrail(&["check", &url, "--json"]));
    served.join().unwrap();
    let lines: Vec<&str> = output["remarks"].as_array().unwrap().iter().map(|r| r["line"].as_str().unwrap()).collect();
    assert_eq!(lines, ["Access-Control-Allow-Origin: *", "Content-Type: application/json"]);
    assert_eq!((output["cors"].as_bool(), output["error"].is_null()), (Some(false), true));
}

#[test]
fn a_server_that_is_not_there_is_a_network_failure() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let output = newsrail(&["check", &format!("http://{closed}/feed.json"), "--json"]);
    assert_eq!((output.status.code(), &json(&output)["error"]), (Some(1), &Value::from("network")));
}

#[test]
fn what_helps_is_said_for_each_failure() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let report = text(&newsrail(&["check", &format!("http://{closed}/feed.json")]));
    assert!(report.contains("Nothing answers there") && report.contains("check the address"), "{report}");
    let page = br#"<!doctype html><link rel="alternate" type="application/atom+xml" href="/a.xml">"#;
    let report = text(&fed(&["check", "-", "--url", "https://gazette.example/"], page));
    assert!(report.contains("What helps: give the address of a feed; this page names some"), "{report}");
    // Where there is no feed, its headers are nobody's trouble.
    let (url, served) = answering("Content-Type: text/html\r\n", "<!doctype html>");
    let report = text(&newsrail(&["check", &url]));
    served.join().unwrap();
    assert!(!report.contains("server"), "{report}");
    for (input, said) in
        [("gazette.example/feed", "did you mean https://gazette.example/feed?"), ("ftp://a.example/x", "not ftp://")]
    {
        let output = newsrail(&["check", input]);
        let error = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && error.contains(said), "{error}");
    }
    assert_eq!(newsrail(&["check", "cases/107-own-json-minimal.json", "--format", "foo"]).status.code(), Some(2));
}

#[test]
fn a_document_that_was_cut_is_named_and_a_story_keeps_its_number() {
    let cut = b"<rss><channel><item/><item><title>Fish &amp; Co & Sons</title></item><item><title>Half";
    let report = text(&fed(&["check", "-"], cut));
    assert!(report.contains("end: the document ends before its last end tag"), "{report}");
    assert!(report.contains("document: a bare `&`"), "{report}");
    assert!(report.contains("    2  (no date)") && report.contains("story 2, published"), "{report}");
}

#[test]
fn slips_of_the_pen_in_own_json_are_named_and_other_names_are_not() {
    let given = br#"[{"id": 1, "title": "A", "publishd": "2026-03-02T08:41:35Z", "Titel": "x", "media": "foto", "author": "B", "x_price": 3}]"#;
    let output = json(&fed(&["check", "-", "--json"], given));
    let messages: Vec<&str> = output["problems"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|one| one["field"] == "names")
        .map(|one| one["message"].as_str().unwrap())
        .collect();
    let expected = [
        "nothing reads `Titel`; did you mean `title`?",
        "nothing reads `publishd`; did you mean `published`?",
        "media `foto` is none of photo, video, audio, live",
    ];
    assert_eq!(messages, expected);
}
