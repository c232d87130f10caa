//! One line, and the reader's hand on it.

use crate::RUSSIAN;
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use fantoccini::key::Key;
use serde_json::json;
use std::time::{Duration, Instant};

const TICKER: &[(&str, &str)] = &[("src", RUSSIAN), ("lang", "ru"), ("timezone", "Asia/Baku")];
/// The line a reader sees; a rotating ticker may hold a second one that is on its way out.
const HEADLINE: &str = "text(all('.line .headline').find(visible))";

async fn show(page: &Page, more: &[(&str, &str)]) -> Outcome<Vec<String>> {
    page.show("ticker.html", &[TICKER, more].concat()).await?;
    let titles = page.desk.stories("ru", "title").await?;
    page.becomes("the newest story first", HEADLINE, json!(titles[0])).await?;
    Ok(titles)
}

in_every_browser![
    next_and_previous_turn_by_click,
    next_and_previous_turn_by_keyboard,
    previous_of_the_first_is_the_last_shown_and_back,
    every_control_has_a_name_and_room_for_a_finger,
    a_static_ticker_stands_still,
    a_rotating_ticker_advances_and_pause_holds_it,
    the_keyboard_pauses_a_rotating_ticker,
    a_story_published_while_the_reader_turned_does_not_take_the_line_away,
];

async fn next_and_previous_turn_by_click(page: &Page) -> Outcome {
    let titles = show(page, &[]).await?;
    page.click(".next", 0).await?;
    page.becomes("the second story", HEADLINE, json!(titles[1])).await?;
    page.click(".next", 0).await?;
    page.becomes("the third story", HEADLINE, json!(titles[2])).await?;
    page.click(".previous", 0).await?;
    page.becomes("back to the second", HEADLINE, json!(titles[1])).await?;
    page.is("with a time", "/^\\d\\d:\\d\\d$/.test(clock(one('.line .time')))", json!(true)).await?;
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn next_and_previous_turn_by_keyboard(page: &Page) -> Outcome {
    let titles = show(page, &[]).await?;
    page.press(".next", 0, Key::Enter.into()).await?;
    page.becomes("the second story", HEADLINE, json!(titles[1])).await?;
    page.press(".previous", 0, ' ').await?;
    page.becomes("the first story", HEADLINE, json!(titles[0])).await?;
    Ok(())
}

async fn previous_of_the_first_is_the_last_shown_and_back(page: &Page) -> Outcome {
    let titles = show(page, &[("limit", "4")]).await?;
    page.click(".previous", 0).await?;
    page.becomes("the fourth story", HEADLINE, json!(titles[3])).await?;
    page.click(".next", 0).await?;
    page.becomes("the first again", HEADLINE, json!(titles[0])).await?;
    Ok(())
}

async fn every_control_has_a_name_and_room_for_a_finger(page: &Page) -> Outcome {
    show(page, &[("motion", "rotate")]).await?;
    for control in [".previous", ".pause", ".next"] {
        page.is(
            &format!("{control} has a name"),
            &format!("((b) => !!(b.getAttribute('aria-label') || b.textContent.trim() || b.title))(one('{control}'))"),
            json!(true),
        )
        .await?;
        let side = page
            .number(&format!("((box) => Math.min(box.width, box.height))(one('{control}').getBoundingClientRect())"))
            .await?;
        holds(&format!("{control} is 24 px or more (WCAG 2.2, 2.5.8)"), side >= 24.0, side)?;
    }
    Ok(())
}

async fn a_static_ticker_stands_still(page: &Page) -> Outcome {
    let titles = show(page, &[]).await?;
    page.stays("the first story", HEADLINE, json!(titles[0]), Duration::from_secs(8)).await?;
    Ok(())
}

async fn a_rotating_ticker_advances_and_pause_holds_it(page: &Page) -> Outcome {
    let titles = show(page, &[("motion", "rotate")]).await?;
    let patience = Duration::from_secs(20);
    page.until_within(patience, "the second story comes by itself", &format!("{HEADLINE} === {}", json!(titles[1])))
        .await?;
    let since = Instant::now();
    page.until_within(patience, "and the third", &format!("{HEADLINE} === {}", json!(titles[2]))).await?;
    let beat = since.elapsed();
    page.click(".pause", 0).await?;
    // A pointer or a focus on the ticker holds it too; here the button alone must.
    page.look_away().await?;
    let held = page.text(HEADLINE).await?;
    page.stays("paused", HEADLINE, json!(held), beat + beat / 2).await?;
    page.becomes("and says so", "state()", json!("paused")).await?;
    page.click(".pause", 0).await?;
    page.look_away().await?;
    page.until_within(patience, "resumed", &format!("{HEADLINE} !== {}", json!(held))).await?;
    Ok(())
}

async fn the_keyboard_pauses_a_rotating_ticker(page: &Page) -> Outcome {
    show(page, &[("motion", "rotate")]).await?;
    page.press(".pause", 0, Key::Enter.into()).await?;
    page.becomes("paused", "state()", json!("paused")).await?;
    page.press(".pause", 0, Key::Enter.into()).await?;
    page.becomes("resumed", "state()", json!("live")).await?;
    Ok(())
}

async fn a_story_published_while_the_reader_turned_does_not_take_the_line_away(page: &Page) -> Outcome {
    let titles = show(page, &[]).await?;
    page.click(".next", 0).await?;
    page.becomes("the second story", HEADLINE, json!(titles[1])).await?;
    page.desk.publish("ru", json!({"title": "Новость поверх"})).await?;
    page.refresh().await?;
    page.is("still the story being read", HEADLINE, json!(titles[1])).await?;
    page.click(".previous", 0).await?;
    page.click(".previous", 0).await?;
    page.becomes("the new one is two back", HEADLINE, json!("Новость поверх")).await?;
    equal("no error", 0, page.events("news-error", None).await?.len())?;
    Ok(())
}
