//! The page moves, removes and brings back its elements.

use crate::RUSSIAN;
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;

const RAIL: &[(&str, &str)] = &[("src", RUSSIAN), ("lang", "ru"), ("every", "10")];

in_every_browser![
    moving_the_element_keeps_its_nodes_and_asks_nobody,
    taking_the_element_out_and_in_leaves_one_poller,
    an_element_taken_out_asks_no_more,
    an_element_taken_out_during_its_request_is_no_trouble,
    an_element_made_by_script_later_works_like_one_in_the_page,
    another_src_at_run_time_shows_the_other_feed,
];

async fn moving_the_element_keeps_its_nodes_and_asks_nobody(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.run("one('.story').__same = true").await?;
    page.desk.forget().await;
    page.run("document.getElementById('elsewhere').append(host())").await?;
    sleep(Duration::from_millis(500)).await;
    page.is("the same row", "one('.story').__same", json!(true)).await?;
    page.is("still live", "state()", json!("live")).await?;
    equal("requests", 0, page.desk.log().await.len())?;
    page.desk.publish("ru", json!({"title": "После переезда"})).await?;
    page.refresh().await?;
    page.becomes("and it goes on", "headlines()[0]", json!("После переезда")).await?;
    equal("news-ready came once", 1, page.events("news-ready", None).await?.len())?;
    page.is_quiet().await?;
    Ok(())
}

async fn taking_the_element_out_and_in_leaves_one_poller(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.run("window.__rail = host()").await?;
    for _ in 0..5 {
        page.run("__rail.remove()").await?;
        sleep(Duration::from_millis(100)).await;
        page.run("document.getElementById('elsewhere').append(__rail)").await?;
        page.until("it is back", "state() === 'live' && headlines().length > 0").await?;
    }
    page.refresh().await?;
    page.desk.forget().await;
    // One poll comes 10 to 12 s after the refresh; with two pollers there would be two or more.
    sleep(Duration::from_millis(13_500)).await;
    equal("requests of one interval", 1, page.desk.count(RUSSIAN).await)?;
    page.is_quiet().await?;
    Ok(())
}

async fn an_element_taken_out_asks_no_more(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.run("host().remove()").await?;
    sleep(Duration::from_millis(300)).await;
    page.desk.forget().await;
    sleep(Duration::from_millis(13_000)).await;
    let log = page.desk.log().await;
    holds("no request", log.is_empty(), log)?;
    page.threw_nothing().await?;
    Ok(())
}

async fn an_element_taken_out_during_its_request_is_no_trouble(page: &Page) -> Outcome {
    page.desk.fault(RUSSIAN, "slow").await?;
    page.open_with("rail.html", RAIL).await?;
    page.until("the request is on its way", "customElements.get('news-rail')").await?;
    sleep(Duration::from_millis(500)).await;
    page.run("window.__rail = host(); __rail.remove()").await?;
    sleep(Duration::from_secs(6)).await;
    page.threw_nothing().await?;
    page.desk.fault(RUSSIAN, "none").await?;
    page.run("document.getElementById('elsewhere').append(__rail)").await?;
    page.until("it can come back", "state() === 'live' && headlines().length > 0").await?;
    Ok(())
}

async fn an_element_made_by_script_later_works_like_one_in_the_page(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let script = "const el = document.createElement('news-ticker'); document.getElementById('elsewhere').append(el);
        el.setAttribute('src', '/feeds/en/simple.json')";
    page.run(script).await?;
    page.until("it shows its feed", "text(one('.line .headline', 'news-ticker'))").await?;
    page.is_quiet().await?;
    Ok(())
}

async fn another_src_at_run_time_shows_the_other_feed(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN), ("limit", "50")]).await?;
    page.run("host().setAttribute('src', '/feeds/az/simple.json')").await?;
    let expected = page.desk.stories("az", "title").await?;
    page.becomes("the stories of the other feed alone", "headlines()", json!(expected)).await?;
    Ok(())
}
