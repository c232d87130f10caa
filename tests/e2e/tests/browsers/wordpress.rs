//! A real WordPress: the recorded answer, and the newsroom's own endpoint of that shape.

use e2e::{Failure, Outcome, Page, equal, fixture, holds, in_every_browser};
use serde_json::{Value, json};

/// One row of the right answer, written down by hand when the answer was recorded.
struct Row {
    headline: Option<String>,
    clock: String,
    section: String,
    url: String,
}

fn word(row: &Value, name: &str) -> Outcome<String> {
    row.get(name).and_then(Value::as_str).map(String::from).ok_or_else(|| Failure::new(format!("no {name} in {row}")))
}

/// Baku has kept UTC+4 all year since 2016.
fn clock_in_baku(instant: &str) -> Outcome<String> {
    let (hour, rest) =
        (instant.get(11..13).unwrap_or_default().parse::<u8>()?, instant.get(13..16).unwrap_or_default());
    Ok(format!("{:02}{rest}", (hour + 4) % 24))
}

fn first_page() -> Outcome<Vec<Row>> {
    let all = fixture("wordpress/expected-all.json")?;
    let rows = all.as_array().into_iter().flatten().filter(|row| row.get("page") == Some(&json!(1)));
    rows.map(|row| {
        Ok(Row {
            headline: row.get("headline").and_then(Value::as_str).map(String::from),
            clock: clock_in_baku(&word(row, "published")?)?,
            section: word(row, "section")?,
            url: word(row, "url")?,
        })
    })
    .collect()
}

const RECORDED: &[(&str, &str)] =
    &[("src", "/fixtures/wordpress/posts-p1-embed.json"), ("timezone", "Asia/Baku"), ("lang", "en")];

in_every_browser![
    the_recorded_answer_shows_the_right_headlines_newest_first,
    the_recorded_answer_shows_times_in_the_zone_of_the_element,
    times_follow_the_readers_clock_when_the_publisher_says_so,
    the_recorded_answer_shows_sections_and_links,
    a_list_endpoint_is_asked_to_embed_names_and_pictures,
];

async fn the_recorded_answer_shows_the_right_headlines_newest_first(page: &Page) -> Outcome {
    page.show("rail.html", RECORDED).await?;
    let expected = first_page()?;
    let shown = page.list("headlines()").await?;
    equal("as many rows as stories", expected.len(), shown.len())?;
    for (row, shown) in expected.iter().zip(&shown) {
        match &row.headline {
            Some(headline) => equal("a headline", headline, shown)?,
            None => holds("a story without a headline shows something to click", !shown.is_empty(), shown)?,
        }
    }
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn the_recorded_answer_shows_times_in_the_zone_of_the_element(page: &Page) -> Outcome {
    page.show("rail.html", RECORDED).await?;
    let expected: Vec<_> = first_page()?.into_iter().map(|row| row.clock).collect();
    equal("24-hour times in Asia/Baku", expected, page.list("stories().map((story) => story.clock)").await?)?;
    let machine =
        page.list("all('.story .time').map((time) => time.dateTime || time.querySelector('time').dateTime)").await?;
    holds(
        "every time element carries its instant",
        machine.iter().all(|instant| instant.starts_with("2026-11-2")),
        machine,
    )?;
    Ok(())
}

async fn times_follow_the_readers_clock_when_the_publisher_says_so(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RECORDED[0].1), ("timezone", "reader"), ("lang", "en")]).await?;
    // 14:45 UTC; the harness starts its browsers in New York, which keeps winter time in November.
    page.is("the first story's time", "stories()[0].clock", json!("09:45")).await?;
    Ok(())
}

async fn the_recorded_answer_shows_sections_and_links(page: &Page) -> Outcome {
    page.show("rail.html", RECORDED).await?;
    let expected = first_page()?;
    let sections: Vec<_> = expected.iter().map(|row| row.section.clone()).collect();
    equal("sections", sections, page.list("stories().map((story) => story.section)").await?)?;
    let urls: Vec<_> = expected.into_iter().map(|row| row.url).collect();
    equal("links", urls, page.list("stories().map((story) => story.href)").await?)?;
    Ok(())
}

async fn a_list_endpoint_is_asked_to_embed_names_and_pictures(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", "/feeds/ru/wp-json/wp/v2/posts"), ("timezone", "Asia/Baku"), ("lang", "ru")])
        .await?;
    let log = page.desk.log().await;
    let asked: Vec<_> = log.iter().filter(|request| request.path.ends_with("/wp/v2/posts")).collect();
    equal("one request", 1, asked.len())?;
    holds("the request asks to embed", asked.iter().all(|request| request.query.contains("_embed")), &asked)?;
    let titles = page.desk.stories("ru", "title").await?;
    let shown = page.list("headlines()").await?;
    holds("the newest stories, entities decoded", !shown.is_empty() && titles.starts_with(&shown), (titles, &shown))?;
    holds("sections", !page.list("texts('.section')").await?.is_empty(), shown)?;
    Ok(())
}
