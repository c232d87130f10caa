//! The harness itself, on a page with a toy element: reading, clicking, keys, events, the request log.

use e2e::{Outcome, Page, equal, holds, in_every_browser};
use fantoccini::key::Key;
use serde_json::json;
use std::time::Duration;

in_every_browser![
    a_plain_page_can_be_read_clicked_and_typed_at,
    what_goes_wrong_on_a_page_is_written_down,
    the_newsroom_serves_this_test_alone_and_logs_what_was_asked,
    scripts_reach_into_pages_that_allow_none,
    scripts_reach_into_a_strict_page_without_breaking_its_policy,
];

async fn a_plain_page_can_be_read_clicked_and_typed_at(page: &Page) -> Outcome {
    page.show("plain.html", &[("src", "/feeds/ru/simple.json")]).await?;
    page.is(
        "text without isolates",
        "stories()[0]",
        json!({
            "id": "a1", "headline": "Ferry & tram", "href": "",
            "clock": "16:09", "section": "Ports", "badges": [], "current": false,
        }),
    )
    .await?;
    page.click(".pause", 0).await?;
    page.becomes("a click pauses", "state()", json!("paused")).await?;
    page.press(".pause", 0, Key::Enter.into()).await?;
    page.becomes("the Enter key resumes", "state()", json!("live")).await?;
    equal(
        "events carry what they said",
        vec![json!({"state": "paused"}), json!({"state": "live"})],
        page.events("news-state", Some(0)).await?,
    )?;
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn what_goes_wrong_on_a_page_is_written_down(page: &Page) -> Outcome {
    page.show("plain.html", &[]).await?;
    page.run("host().misbehave()").await?;
    page.until(
        "all four are there",
        "__seen.uncaught.length >= 2 && __seen.errors.length && __seen.warnings.length && __seen.moves.length",
    )
    .await?;
    let seen = page.seen().await?;
    equal("the moved element is named", Some("below"), seen.moves.first().and_then(|line| line.split(':').next()))?;
    holds("both errors were caught", seen.uncaught.iter().any(|line| line.contains("four")), &seen)?;
    holds("a failing test says what the page shows", page.is_quiet().await.is_err(), &seen)?;
    Ok(())
}

async fn the_newsroom_serves_this_test_alone_and_logs_what_was_asked(page: &Page) -> Outcome {
    page.show("plain.html", &[("src", "/feeds/ru/simple.json")]).await?;
    let id = page.desk.publish("ru", json!({"title": "Проба"})).await?;
    equal(
        "the story is in the feed",
        Some(id.as_str()),
        page.desk.stories("ru", "id").await?.first().map(String::as_str),
    )?;
    page.desk.forget().await;
    page.refresh().await?;
    equal("one request for the feed", 1, page.desk.count("/feeds/ru/simple.json").await)?;
    Ok(())
}

async fn scripts_reach_into_pages_that_allow_none(page: &Page) -> Outcome {
    page.open("/pages/no-script.html").await?;
    page.is("the page ran nothing", "typeof window.__seen", json!("undefined")).await?;
    page.is("its link can be read", "text(document.querySelector('news-rail a'))", json!("Последние новости")).await?;
    Ok(())
}

async fn scripts_reach_into_a_strict_page_without_breaking_its_policy(page: &Page) -> Outcome {
    page.open_with("strict.html", &[("src", "disabled"), ("links", "Последние новости")]).await?;
    page.is("one element with its link", "text(host())", json!("Последние новости")).await?;
    tokio::time::sleep(Duration::from_millis(200)).await;
    holds("no violation by the page's own scripts", page.seen().await?.violations.is_empty(), page.seen().await?)?;
    Ok(())
}
