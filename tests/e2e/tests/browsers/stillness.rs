//! Nothing outside the element moves, ever.

use crate::RUSSIAN;
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;

const RAIL: &[(&str, &str)] = &[("src", RUSSIAN), ("lang", "ru"), ("limit", "20"), ("height", "480px")];

in_every_browser![
    the_first_stories_move_nothing_outside,
    news_moves_nothing_outside,
    without_a_height_news_after_the_first_stories_move_nothing_below,
    a_ticker_turning_moves_nothing_outside,
];

async fn the_first_stories_move_nothing_outside(page: &Page) -> Outcome {
    page.desk.fault(RUSSIAN, "slow").await?;
    page.open_with("rail.html", RAIL).await?;
    page.until_within(Duration::from_secs(20), "stories", "headlines()").await?;
    sleep(Duration::from_millis(500)).await;
    equal("moves outside", Vec::<String>::new(), page.seen().await?.moves)?;
    page.is("the reserved height is the height", "Math.round(host().getBoundingClientRect().height)", json!(480))
        .await?;
    Ok(())
}

async fn news_moves_nothing_outside(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    for title in ["Первая новость", "Вторая новость подлиннее, чтобы строк было две или три", "Третья"]
    {
        page.desk.publish("ru", json!({"title": title})).await?;
        page.refresh().await?;
    }
    let id = page.text("stories()[5].id").await?;
    page.desk.withdraw("ru", &id).await?;
    page.refresh().await?;
    page.desk.fault(RUSSIAN, "500").await?;
    for _ in 0..3 {
        page.refresh().await?;
    }
    page.becomes("stale at the end", "state()", json!("stale")).await?;
    equal("moves outside", Vec::<String>::new(), page.seen().await?.moves)?;
    Ok(())
}

async fn without_a_height_news_after_the_first_stories_move_nothing_below(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN), ("lang", "ru"), ("limit", "6")]).await?;
    count_moves_from_now(page).await?;
    page.desk.publish("ru", json!({"title": "Ещё одна новость"})).await?;
    page.refresh().await?;
    page.becomes("it is there", "headlines()[0]", json!("Ещё одна новость")).await?;
    sleep(Duration::from_millis(500)).await;
    let moves = page.seen().await?.moves;
    holds("the outer box keeps its place", moves.is_empty(), moves)?;
    Ok(())
}

async fn a_ticker_turning_moves_nothing_outside(page: &Page) -> Outcome {
    page.show("ticker.html", &[("src", RUSSIAN), ("lang", "ru")]).await?;
    count_moves_from_now(page).await?;
    for _ in 0..6 {
        page.click(".next", 0).await?;
        sleep(Duration::from_millis(150)).await;
    }
    let moves = page.seen().await?.moves;
    holds("lines of any length", moves.is_empty(), moves)?;
    Ok(())
}

/// The first stories may move what nobody reserved space for, and the page hears of that a frame or two later.
async fn count_moves_from_now(page: &Page) -> Outcome {
    sleep(Duration::from_millis(500)).await;
    page.run("__seen.moves.length = 0").await.map(drop)
}
