//! Feeds that cannot be shown: one message that says why and what helps, nothing thrown, and the reader's links where
//! there are any.

use crate::ENGLISH;
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;

/// What is broken, the codes that may name it, and the advice.
const TABLE: &[(&str, &str, &[&str], &str)] = &[
    ("/feeds/ru/simple.json", "broken-json", &["invalid-json"], "fix the feed"),
    ("/feeds/az/simple.json", "html", &["not-a-feed"], "fix the feed"),
    ("/feeds/en/simple.json", "404", &["not-found"], "fix the URL"),
    ("/feeds/ar/simple.json", "500", &["server-error"], "wait"),
    ("/feeds/ru/jsonfeed.json", "403", &["access-denied"], "fix the settings"),
    ("/feeds/az/jsonfeed.json", "429", &["rate-limited"], "wait"),
    ("/feeds/en/jsonfeed.json", "empty-body", &["not-a-feed", "invalid-json"], "fix the feed"),
    ("/feeds/ar/jsonfeed.json", "close", &["network"], "fix the header"),
];

/// Opens one rail per row, each with its own broken feed.
async fn open_table(page: &Page, more: &[(&'static str, &'static str)]) -> Outcome {
    let mut query = vec![("lang", "en")];
    for (path, kind, ..) in TABLE {
        page.desk.fault(path, kind).await?;
        query.push(("src", *path));
    }
    query.extend_from_slice(more);
    page.open_with("errors.html", &query).await
}

in_every_browser![
    a_feed_that_cannot_be_read_says_why_and_what_helps,
    a_feed_that_never_worked_tells_the_reader_once_and_offers_to_try_again,
    the_retry_button_brings_the_stories_once_the_feed_is_mended,
    links_inside_the_element_stay_while_its_feed_is_broken,
    a_feed_without_the_cors_header_is_a_network_failure_that_names_the_header,
    a_wrong_content_type_and_a_story_without_id_are_no_trouble,
    an_empty_feed_says_that_there_are_no_stories_yet,
    a_page_whose_fetch_rejects_with_a_string_kills_nothing,
    a_wrong_attribute_value_is_named_once_with_the_legal_ones,
];

async fn a_feed_that_cannot_be_read_says_why_and_what_helps(page: &Page) -> Outcome {
    open_table(page, &[]).await?;
    for (n, (path, kind, codes, advice)) in TABLE.iter().enumerate() {
        let about = format!("{kind} at {path}");
        page.until(&format!("{about}: a news-error"), &format!("seen('news-error', {n})")).await?;
        let error = page.events("news-error", Some(n)).await?.remove(0);
        let code = error["code"].as_str().unwrap_or_default();
        holds(&format!("{about}: code {codes:?}"), codes.contains(&code), code)?;
        equal(&format!("{about}: advice"), json!(*advice), error["advice"].clone())?;
        holds(&format!("{about}: a message"), error["message"].as_str().is_some_and(|words| !words.is_empty()), error)?;
    }
    page.threw_nothing().await?;
    Ok(())
}

async fn a_feed_that_never_worked_tells_the_reader_once_and_offers_to_try_again(page: &Page) -> Outcome {
    open_table(page, &[]).await?;
    // Only what passes by itself is tried three times before words; wrong addresses and settings need not be.
    for (n, (path, kind, ..)) in TABLE.iter().enumerate() {
        let about = format!("{kind} at {path}");
        page.until_within(
            Duration::from_secs(20),
            &format!("{about}: state error"),
            &format!("state({n}) === 'error'"),
        )
        .await?;
        page.until(&format!("{about}: words in the rail"), &format!("(text(one('.notice', {n})) || '').length > 10"))
            .await?;
        page.is(&format!("{about}: a button to try again"), &format!("all('.retry', {n}).length"), json!(1)).await?;
        page.is(
            &format!("{about}: no skeleton beside it"),
            &format!("all('.skeleton li', {n}).some(visible)"),
            json!(false),
        )
        .await?;
        equal(&format!("{about}: said once"), 1, page.events("news-error", Some(n)).await?.len())?;
    }
    page.threw_nothing().await?;
    page.picture().await?;
    Ok(())
}

async fn the_retry_button_brings_the_stories_once_the_feed_is_mended(page: &Page) -> Outcome {
    page.desk.fault(ENGLISH, "500").await?;
    page.open_with("rail.html", &[("src", ENGLISH), ("lang", "en")]).await?;
    page.until_within(Duration::from_secs(20), "state error", "state() === 'error' && visible(one('.retry'))").await?;
    page.desk.fault(ENGLISH, "none").await?;
    page.click(".retry", 0).await?;
    page.becomes("live", "state()", json!("live")).await?;
    page.is("the words are gone", "visible(one('.notice'))", json!(false)).await?;
    page.until("stories", "headlines()").await?;
    Ok(())
}

async fn links_inside_the_element_stay_while_its_feed_is_broken(page: &Page) -> Outcome {
    open_table(page, &[("links", "All the news")]).await?;
    for (n, (path, kind, ..)) in TABLE.iter().enumerate() {
        page.until(&format!("{kind} at {path}: a news-error"), &format!("seen('news-error', {n})")).await?;
        page.is(
            &format!("{kind}: the link can be seen"),
            &format!("visible(host({n}).querySelector('a.fallback'))"),
            json!(true),
        )
        .await?;
        page.is(&format!("{kind}: and the state says so"), &format!("state({n})"), json!("fallback")).await?;
    }
    page.threw_nothing().await?;
    Ok(())
}

async fn a_feed_without_the_cors_header_is_a_network_failure_that_names_the_header(page: &Page) -> Outcome {
    page.desk.fault(ENGLISH, "no-cors").await?;
    let src = format!("{}{ENGLISH}", page.desk.other());
    page.open_with("rail.html", &[("src", &src), ("lang", "en")]).await?;
    page.until("a news-error", "seen('news-error')").await?;
    let error = page.events("news-error", None).await?.remove(0);
    equal("code and advice", json!(["network", "fix the header"]), json!([error["code"], error["advice"]]))?;
    let message = error["message"].as_str().unwrap_or_default();
    holds("the line to add", message.contains("Access-Control-Allow-Origin"), message)?;
    Ok(())
}

async fn a_wrong_content_type_and_a_story_without_id_are_no_trouble(page: &Page) -> Outcome {
    page.desk.fault("/feeds/ru/simple.json", "wrong-type").await?;
    page.desk.fault("/feeds/en/simple.json", "no-id").await?;
    page.show("errors.html", &[("src", "/feeds/ru/simple.json"), ("src", "/feeds/en/simple.json"), ("limit", "50")])
        .await?;
    equal("every story", page.desk.stories("ru", "title").await?, page.list("headlines(0)").await?)?;
    equal("the one without id too", page.desk.stories("en", "title").await?, page.list("headlines(1)").await?)?;
    page.is("both live", "[state(0), state(1)]", json!(["live", "live"])).await?;
    page.refresh().await?;
    equal(
        "it is the same story at the next poll",
        page.desk.stories("en", "title").await?,
        page.list("headlines(1)").await?,
    )?;
    equal("no error", 0, page.events("news-error", None).await?.len())?;
    Ok(())
}

async fn an_empty_feed_says_that_there_are_no_stories_yet(page: &Page) -> Outcome {
    page.desk.fault(ENGLISH, "empty-list").await?;
    page.open_with("rail.html", &[("src", ENGLISH), ("lang", "en")]).await?;
    page.becomes("the state", "state()", json!("empty")).await?;
    page.until("words", "visible(one('.notice')) && text(one('.notice'))").await?;
    equal("no error", 0, page.events("news-error", None).await?.len())?;
    page.desk.fault(ENGLISH, "none").await?;
    page.refresh().await?;
    page.becomes("stories replace the words", "state() + visible(one('.notice'))", json!("livefalse")).await?;
    page.is_quiet().await?;
    Ok(())
}

async fn a_page_whose_fetch_rejects_with_a_string_kills_nothing(page: &Page) -> Outcome {
    page.open_with("patched-fetch.html", &[("src", ENGLISH), ("lang", "en"), ("links", "All the news")]).await?;
    page.until("a news-error", "seen('news-error')").await?;
    equal("code", json!("network"), page.events("news-error", None).await?.remove(0)["code"].clone())?;
    page.is("the link can be seen", "visible(host().querySelector('a.fallback'))", json!(true)).await?;
    page.threw_nothing().await?;
    page.run("window.__patched = false").await?;
    page.refresh().await?;
    page.becomes("the program lives and recovers", "state()", json!("live")).await?;
    Ok(())
}

async fn a_wrong_attribute_value_is_named_once_with_the_legal_ones(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", ENGLISH), ("lang", "en"), ("time", "sideways"), ("every", "5")]).await?;
    let warnings = page.seen().await?.warnings;
    let about = |name: &str| warnings.iter().filter(|line| line.contains(name)).collect::<Vec<_>>();
    let time = about("time=");
    holds(
        "one line about time, naming clock and age",
        time.len() == 1 && time[0].contains("clock") && time[0].contains("age"),
        &warnings,
    )?;
    let every = about("every=");
    holds(
        "one line about every, naming 10..3600",
        every.len() == 1 && every[0].contains("10") && every[0].contains("3600"),
        &warnings,
    )?;
    page.is("the default is used", "/^\\d\\d:\\d\\d$/.test(stories()[0].clock)", json!(true)).await?;
    page.refresh().await?;
    equal("it is not said again", warnings, page.seen().await?.warnings)?;
    Ok(())
}
