//! Pages whose policy is strict, and pages where nothing of ours may run.

use crate::RUSSIAN;
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;

in_every_browser![
    a_strict_page_shows_the_rail_without_one_violation,
    a_strict_page_shows_the_article_without_one_violation,
    a_strict_page_shows_the_ticker_without_one_violation,
    an_error_on_a_strict_page_violates_nothing,
    without_scripts_the_links_remain,
    where_webassembly_is_refused_the_links_remain_and_one_line_names_the_header,
    a_program_that_does_not_arrive_leaves_the_links,
];

async fn a_strict_page_shows_the_rail_without_one_violation(page: &Page) -> Outcome {
    page.show("strict.html", &[("src", RUSSIAN), ("lang", "ru"), ("height", "480px")]).await?;
    page.until("stories", "headlines()").await?;
    page.desk.publish("ru", json!({"title": "Строгая страница", "badge": "video"})).await?;
    page.refresh().await?;
    page.becomes("news too", "headlines()[0]", json!("Строгая страница")).await?;
    page.is(
        "styled",
        "style('.story', 'display') === 'grid' || style('.list', 'listStyleType') === 'none'",
        json!(true),
    )
    .await?;
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn a_strict_page_shows_the_article_without_one_violation(page: &Page) -> Outcome {
    page.show("strict.html", &[("element", "news-article"), ("src", RUSSIAN), ("lang", "ru"), ("rail", RUSSIAN)])
        .await?;
    page.until("paragraphs", "texts('.body p', 'news-article')").await?;
    page.until("the rail beside it", "headlines('news-rail')").await?;
    page.is_quiet().await?;
    Ok(())
}

async fn a_strict_page_shows_the_ticker_without_one_violation(page: &Page) -> Outcome {
    page.show("strict.html", &[("element", "news-ticker"), ("src", RUSSIAN), ("lang", "ru")]).await?;
    page.until("a headline", "text(one('.line .headline'))").await?;
    page.click(".next", 0).await?;
    page.is_quiet().await?;
    Ok(())
}

async fn an_error_on_a_strict_page_violates_nothing(page: &Page) -> Outcome {
    page.desk.fault(RUSSIAN, "500").await?;
    page.open_with("strict.html", &[("src", RUSSIAN), ("lang", "ru")]).await?;
    page.until_within(Duration::from_secs(20), "state error", "state() === 'error'").await?;
    let seen = page.seen().await?;
    holds("no violation", seen.violations.is_empty() && seen.uncaught.is_empty(), seen)?;
    Ok(())
}

async fn without_scripts_the_links_remain(page: &Page) -> Outcome {
    page.open("/pages/no-script.html").await?;
    sleep(Duration::from_millis(500)).await;
    page.is("both links can be seen", "[...document.querySelectorAll('a.fallback')].map(visible)", json!([true, true]))
        .await?;
    page.is(
        "nothing was added",
        "hosts().map((el) => [!!el.shadowRoot, el.hasAttribute('state')])",
        json!([[false, false], [false, false]]),
    )
    .await?;
    equal("no feed was asked for", 0, page.desk.count(RUSSIAN).await)?;
    Ok(())
}

async fn where_webassembly_is_refused_the_links_remain_and_one_line_names_the_header(page: &Page) -> Outcome {
    page.open("/pages/no-wasm.html").await?;
    page.until("news-error of both elements", "seen('news-error', 0).length && seen('news-error', 1).length").await?;
    sleep(Duration::from_millis(300)).await;
    page.is("both links can be seen", "[...document.querySelectorAll('a.fallback')].map(visible)", json!([true, true]))
        .await?;
    page.is("the state", "[state(0), state(1)]", json!(["fallback", "fallback"])).await?;
    for n in 0..2 {
        let errors = page.events("news-error", Some(n)).await?;
        equal("one news-error", 1, errors.len())?;
        equal(
            "code and advice",
            json!(["wasm-refused", "fix the header"]),
            json!([errors[0]["code"], errors[0]["advice"]]),
        )?;
    }
    let seen = page.seen().await?;
    equal("one console line", 1, seen.errors.len() + seen.warnings.len())?;
    holds("that names what to add", seen.errors.iter().any(|line| line.contains("'wasm-unsafe-eval'")), &seen)?;
    holds("nothing thrown", seen.uncaught.is_empty(), &seen)?;
    Ok(())
}

async fn a_program_that_does_not_arrive_leaves_the_links(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN)]).await?;
    let log = page.desk.log().await;
    let program =
        log.iter().map(|request| request.path.as_str()).find(|path| path.ends_with(".wasm")).unwrap_or_default();
    for kind in ["404", "html"] {
        page.desk.fault(program, kind).await?;
        // Another origin, so that no cache answers.
        let url = format!("{}/pages/rail.html?src={RUSSIAN}&links=News&kind={kind}", page.desk.other());
        page.open(&url).await?;
        page.until("a news-error", "seen('news-error')").await?;
        equal("code", json!("wasm-failed"), page.events("news-error", None).await?.remove(0)["code"].clone())?;
        page.is("the link can be seen", "visible(host().querySelector('a.fallback'))", json!(true)).await?;
        page.threw_nothing().await?;
    }
    Ok(())
}
