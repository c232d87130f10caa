//! Reading takes time in proportion to the document, whatever its shape: twice the bytes, about twice the instructions.
//!
//! Instructions are counted by valgrind, those inside the standard library included; no clock is asked. What the program
//! does before it reads (starting, loading tables) is counted with an empty document and taken off.
#![cfg(all(feature = "native", target_os = "linux"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

use std::path::PathBuf;
use std::process::Command;

/// Twice the input may cost this much more. What grows with the square costs four times as much.
const AT_MOST: f64 = 2.4;
/// Bytes of the smaller document. A step that is taken for every pair of its bytes outweighs everything else by far.
const LENGTH: usize = 12 * 1024;

/// What a document of one shape repeats, between a head and an end.
struct Shape {
    name: &'static str,
    head: &'static str,
    again: &'static str,
    end: &'static str,
}

const fn shape(name: &'static str, head: &'static str, again: &'static str, end: &'static str) -> Shape {
    Shape { name, head, again, end }
}

const RSS: &str =
    "<rss version='2.0'><channel><title>Gazette</title><item><title>Tide</title><guid>a</guid><description>";
const RSS_END: &str = "</description></item></channel></rss>";
const BODY: &str = r#"[{"id":"a","title":"Tide","content_html":""#;
const GRAPH: &str = r#"{"@context":"https://schema.org","@graph":[{}"#;
const LIST: &str = r#"{"@context":"https://schema.org","@type":"ItemList","itemListElement":[{}"#;
const LIVE: &str =
    r#"{"@context":"https://schema.org","@type":"LiveBlogPosting","headline":"Tide","liveBlogUpdate":[{}"#;
const NINJS: &str = r#"{"uri":"urn:a","type":"text","headline":"Tide","associations":{"a":{}"#;
const POST: &str = r#"[{"id":1,"title":{"rendered":"Tide"},"link":"https://a.example/1","excerpt":{"rendered":""},"featured_media":1,
    "_embedded":{"wp:featuredmedia":[{"source_url":"/a.jpg","media_details":{"sizes":{"a":{}"#;

/// Each is the worst case of some step: searching an end that never comes, closing what was never opened, looking up what
/// was declared before, comparing every entry of a list with all others.
const SHAPES: [Shape; 35] = [
    shape("stories of RSS", "<rss><channel>", "<item><title>Tide</title><link>/a</link></item>", "</channel></rss>"),
    shape("unclosed elements", RSS, "<p>", RSS_END),
    shape("unclosed elements of many names", RSS, "<a><b><i><u><p><q>", RSS_END),
    shape("ends without a start", RSS, "</p></b>", RSS_END),
    shape("unclosed sections of text", RSS, "<![CDATA[ ", RSS_END),
    shape("ends of sections", RSS, "]]>", RSS_END),
    shape("unclosed comments", RSS, "<!-- ", RSS_END),
    shape("unclosed instructions", RSS, "<?php ", RSS_END),
    shape("unclosed declarations", RSS, "<!DOCTYPE x [ ", RSS_END),
    shape("bare ampersands", RSS, "&", RSS_END),
    shape("references without an end", RSS, "&amp", RSS_END),
    shape("references twice escaped", RSS, "&amp;amp;lt;b&amp;gt;", RSS_END),
    shape("bare smaller-than signs", RSS, "< ", RSS_END),
    shape("missing quotes", RSS, "<a href='x>", RSS_END),
    shape("attributes of one tag", "<rss><channel><item ", "a='b' c=d ", "><title>Tide</title></item></channel></rss>"),
    shape("prefixes declared", "<rss><channel>", "<p:q xmlns:p='urn:x'/>", "</channel></rss>"),
    shape("items without an end", "<rss><channel>", "<item><title>Tide", "</channel></rss>"),
    shape("early ends of the root", "<rss><channel>", "<item><title>Tide</title></item></rss>", ""),
    shape(
        "categories",
        "<rss><channel><item><title>Tide</title>",
        "<category>Sea</category>",
        "</item></channel></rss>",
    ),
    shape("tombstones", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<deleted-entry ref='a'/>", "</feed>"),
    shape("pages of a sitemap", "<urlset>", "<url><loc>/#</loc><news:news/></url>", "</urlset>"),
    shape("control characters", RSS, "\u{1}\u{8}", RSS_END),
    shape("tags in a body", BODY, "<p>", r#""}]"#),
    shape("unclosed comments in a body", BODY, "<!-- <", r#""}]"#),
    shape("escapes", BODY, r"\u0026amp;", r#""}]"#),
    shape("stories of own JSON", r#"[{"id":"a"}"#, r#",{"id":"b","title":"Tide"}"#, "]"),
    shape("scripts of a page", "<html>", "<script type='application/ld+json'>{}", "</html>"),
    shape("a graph", GRAPH, r#",{"@type":"NewsArticle","@id":"/#","headline":"Tide","author":{"@id":"/^"}}"#, "]}"),
    shape(
        "lists in lists",
        GRAPH,
        r#",{"@type":"ItemList","@id":"/#","itemListElement":[{"@id":"/^"},{"@id":"/^"}]}"#,
        "]}",
    ),
    shape("addresses in a body", RSS, "&lt;a href=x>", RSS_END),
    shape("positions in a list", LIST, r#",{"position":1#,"url":"/#"}"#, "]}"),
    shape("updates, oldest first", LIVE, r#",{"articleBody":"x","datePublished":"2026-03-02T10:00:00.#Z"}"#, "]}"),
    shape(
        "pictures of a ninjs item",
        NINJS,
        r#","p#":{"type":"picture","renditions":{"original":{"href":"/#.jpg"}}}"#,
        "}}",
    ),
    shape("sizes of a WordPress picture", POST, r#","s#":{"source_url":"/#.jpg","width":1#,"height":9}"#, "}}}]}}]"),
    shape(
        "updates in own JSON",
        r#"[{"id":"a","live_updates":[{}"#,
        r#",{"title":"x","published":"2026-03-02T10:00:00.#Z"}"#,
        "]}]",
    ),
];

impl Shape {
    /// `#` counts down, `^` is the number before it.
    fn document(&self, length: usize) -> String {
        let count = length / self.again.len();
        let one = |number: usize| {
            self.again.replace('#', &format!("{number:06}")).replace('^', &format!("{:06}", number + 1))
        };
        [self.head, &(0..count).rev().map(one).collect::<String>(), self.end].concat()
    }
}

/// Instructions that `newsrail convert` takes for a document.
fn instructions(valgrind: &PathBuf, name: &str, document: &str) -> f64 {
    let file = std::env::temp_dir().join(format!("newsrail-linear-{}-{}", std::process::id(), name.replace(' ', "-")));
    std::fs::write(&file, document).unwrap();
    let mut command = Command::new(valgrind);
    command.args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]);
    command.args([env!("CARGO_BIN_EXE_newsrail"), "convert", "--url", "https://a.example/"]).arg(&file);
    let output = command.output().unwrap();
    std::fs::remove_file(&file).unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let count = said.lines().find_map(|line| line.split_once("refs:")).unwrap_or_else(|| panic!("{name}: {said}")).1;
    count.trim().replace(',', "").parse().unwrap()
}

#[test]
fn twice_the_document_takes_about_twice_the_instructions() {
    let Ok(valgrind) = which::which("valgrind") else {
        assert!(std::env::var("CI").is_err(), "valgrind is missing");
        return println!("valgrind is missing: skipped");
    };
    let start = instructions(&valgrind, "empty", "[]");
    let growth = |shape: &Shape| {
        let [once, twice] =
            [1, 2].map(|times| instructions(&valgrind, shape.name, &shape.document(times * LENGTH)) - start);
        println!("{:5.2}  {:7.0} per byte  {}", twice / once, once / LENGTH as f64, shape.name);
        (twice / once >= AT_MOST).then_some((shape.name, twice / once))
    };
    let (first, second) = SHAPES.split_at(SHAPES.len() / 2);
    let beyond = std::thread::scope(|scope| {
        let halves = [first, second].map(|half| scope.spawn(|| half.iter().filter_map(&growth).collect::<Vec<_>>()));
        halves.map(|half| half.join().unwrap()).concat()
    });
    assert!(beyond.is_empty(), "times the instructions for twice the bytes: {beyond:?}");
}
