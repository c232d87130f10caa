//! Random damage to feeds, texts, dates and addresses. `NEWSRAIL_FUZZ_SECONDS` is the time each test takes, 5 unless set.
//!
//! A failing run prints its seed, and `ARBTEST_SEED=0x… cargo test --test decode_hostile <name>` repeats it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    unreachable_pub,
    reason = "a failing test panics"
)]

#[path = "decode/invariants.rs"]
mod invariants;
#[path = "decode/mutate.rs"]
mod mutate;

use arbtest::arbitrary::{Result, Unstructured};
use arbtest::arbtest;
use newsrail::decode::{Hint, Source};
use std::time::{Duration, Instant};

/// Words of the `format` setting.
const HINTS: [&str; 10] =
    ["simple", "jsonfeed", "ninjs", "wordpress", "ghost", "rss", "rdf", "atom", "jsonld", "sitemap"];

/// The same damage in the same order at every run, as far as the time reaches: what passes here passes elsewhere.
/// `cargo xtask fuzz` is there to find what nobody thought of.
fn often(mut property: impl FnMut(&mut Unstructured<'_>) -> Result<()>) {
    let seconds = std::env::var("NEWSRAIL_FUZZ_SECONDS").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(5.0);
    let (since, budget) = (Instant::now(), Duration::from_secs_f64(seconds));
    if std::env::var("ARBTEST_SEED").is_ok() {
        return arbtest(property).run();
    }
    let mut turn = 0_u32;
    while since.elapsed() < budget {
        turn += 1;
        // The lower half of a seed is the length of its bytes.
        let seed = (u64::from(turn.wrapping_mul(0x9E37_79B9)) << 32) | u64::from(64 + turn * 61 % 4_032);
        // Too few bytes for what a property wants is no fault of the reader.
        arbtest(|u: &mut Unstructured<'_>| property(u).or(Ok(()))).seed(seed).run();
    }
}

/// Prints the document that a test falls over.
struct Shown<'a>(&'a [u8], Source<'a>);

impl Drop for Shown<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("{:?}\n{}", self.1, String::from_utf8_lossy(self.0));
        }
    }
}

#[test]
fn damaged_feeds_are_read_safely_or_refused() {
    let seeds = mutate::seeds();
    assert!(seeds.len() > 20, "the cases are not where they were");
    let types = ["text/xml", "application/json; charset=windows-1251", "text/html; charset=x"];
    often(|u| {
        let bytes = mutate::mutant(u, &seeds)?;
        let source = Source {
            content_type: if u.arbitrary()? { Some(*u.choose(&types)?) } else { None },
            status: *u.choose(&[None, None, None, Some(200), Some(400), Some(410)])?,
            hint: if u.ratio(1, 4)? { Hint::from_word(u.choose(&HINTS)?) } else { Hint::Auto },
            url: u.choose(&["https://gazette.example/feed", "", "http://a.example/"])?,
            ..invariants::source()
        };
        let _shown = Shown(&bytes, source);
        invariants::decoding(&bytes, &source);
        Ok(())
    });
}

#[test]
fn undamaged_cases_hold_what_damaged_ones_must() {
    for seed in mutate::seeds() {
        let _shown = Shown(&seed, invariants::source());
        invariants::decoding(&seed, &invariants::source());
    }
}

/// What random damage found once.
#[test]
fn long_names_and_stories_issued_many_times_read_back_the_same() {
    let long = format!("{} end", "wörd ".repeat(220));
    let atom = format!(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>a</id><title>T</title><category term='{long}'/>\
         <author><name>{long}</name></author></entry></feed>"
    );
    let own =
        format!(r#"[{{"id": "a", "title": "T", "section": "{long}", "sections": ["{long}"], "tags": ["{long}"]}}]"#);
    let item = |guid| format!("<item><title>T</title><link>https://a.example/1</link><guid>{guid}</guid></item>");
    let rss = ["x#0", "x#0", "y", "x#0"].map(item).concat();
    for document in [atom, own, format!("<rss version='2.0'><channel>{rss}</channel></rss>")] {
        invariants::decoding(document.as_bytes(), &invariants::source());
    }
}

#[test]
fn any_text_becomes_plain_lines() {
    let words = [
        " ",
        "\n",
        "<p>",
        "</p>",
        "<b",
        "<script>",
        "</script",
        "&#8217;",
        "&amp",
        "title",
        "a@b.example (Ines)",
        "<br/>",
        "en_US",
    ];
    often(|u| {
        invariants::texts(&mutate::soup(u, &words)?);
        Ok(())
    });
}

#[test]
fn any_text_is_a_date_or_none() {
    let words = [
        "2026",
        "-",
        "03",
        "/",
        "02",
        "T",
        " ",
        ":",
        "24",
        "60",
        "9",
        "+",
        "0100",
        "GMT",
        "EST",
        "Z",
        "Mon",
        ", ",
        "März ",
        "mar. ",
        "2 ",
        "26",
        "am",
        "pm",
        "(",
        ")",
        "[",
        "]",
        ".123456789",
        "1772440895",
        "г. ",
        "de ",
    ];
    often(|u| {
        invariants::dates(&mutate::soup(u, &words)?);
        Ok(())
    });
}

#[test]
fn any_text_is_an_http_address_or_none() {
    let words = [
        "https:",
        "http:",
        "//",
        "/",
        "a.example",
        "?q=",
        "#f",
        "..",
        " ",
        "\t",
        "@",
        ":80",
        "%",
        "%00",
        "\\",
        "[",
        "java",
        "script:",
        "ß",
        "xn--",
    ];
    let bases = ["", "https://gazette.example/a/b?c#d", "mailto:a@b.example", "x"];
    often(|u| {
        let input = mutate::soup(u, &words)?;
        invariants::urls(&input, u.choose(&bases)?);
        Ok(())
    });
}
