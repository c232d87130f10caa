//! News happens: published, changed, withdrawn, trashed; and what must not happen when nothing did.

use crate::RUSSIAN;
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;

const RAIL: &[(&str, &str)] = &[("src", RUSSIAN), ("lang", "ru"), ("timezone", "Asia/Baku"), ("limit", "50")];

/// Marks the page and the row of a story, so that a reload or a new row is seen.
async fn mark(page: &Page, id: &str) -> Outcome {
    let script = "window.__same = true; all('.story').find((li) => li.dataset.id === given).__same = true";
    page.run_with(script, json!(id)).await.map(drop)
}

const IS_SAME_PAGE: &str = "window.__same === true";

in_every_browser![
    the_newest_story_stands_first,
    a_story_published_after_load_appears_without_a_reload,
    a_story_comes_by_itself_at_the_next_poll,
    a_changed_story_changes_in_place_and_says_so,
    a_withdrawn_story_leaves_the_list,
    a_trashed_story_leaves_after_two_complete_answers,
    the_list_keeps_its_cap,
    an_unchanged_feed_touches_nothing,
    the_items_property_is_a_plain_snapshot,
    a_withdrawn_story_that_comes_back_is_shown_again,
];

async fn the_newest_story_stands_first(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let expected = page.desk.stories("ru", "title").await?;
    equal("headlines in the order of publication", expected, page.list("headlines()").await?)?;
    page.is("it is live", "state()", json!("live")).await?;
    page.is("the heading speaks Russian", "text(one('.heading'))", json!("Последние новости")).await?;
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn a_story_published_after_load_appears_without_a_reload(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let first = page.text("stories()[0].id").await?;
    mark(page, &first).await?;
    let id = page.desk.publish("ru", json!({"title": "Порт открыл ночную линию", "section": "Город"})).await?;
    page.refresh().await?;
    page.becomes("it stands first", "stories()[0].headline", json!("Порт открыл ночную линию")).await?;
    page.is("with its section", "stories()[0].section", json!("Город")).await?;
    page.is("above the row that was first", "all('.story')[1].__same", json!(true)).await?;
    page.is("on the same page", IS_SAME_PAGE, json!(true)).await?;
    let updates = page.events("news-update", None).await?;
    holds("news-update names it", updates.iter().any(|update| update["added"] == json!([id])), updates)?;
    equal("news-ready came once", 1, page.events("news-ready", None).await?.len())?;
    page.is_quiet().await?;
    Ok(())
}

async fn a_story_comes_by_itself_at_the_next_poll(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN), ("every", "10")]).await?;
    page.desk.publish("ru", json!({"title": "Маяк снова светит"})).await?;
    let patience = Duration::from_secs(20);
    page.until_within(patience, "a poll brings it within 10 s and a fifth", "headlines()[0] === 'Маяк снова светит'")
        .await?;
    let polls = page.desk.count(RUSSIAN).await;
    holds("two requests: the first and one poll", polls == 2, polls)?;
    Ok(())
}

async fn a_changed_story_changes_in_place_and_says_so(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let id = page.text("stories()[2].id").await?;
    mark(page, &id).await?;
    page.desk.change("ru", json!({"id": id, "title": "Новый заголовок"})).await?;
    page.refresh().await?;
    page.becomes("the words change", "stories()[2].headline", json!("Новый заголовок")).await?;
    page.is("in the same row", "all('.story')[2].__same", json!(true)).await?;
    page.is("which wears the badge", "!!all('.story')[2].querySelector('.badge-updated')", json!(true)).await?;
    page.is("on the same page", IS_SAME_PAGE, json!(true)).await?;
    let updates = page.events("news-update", None).await?;
    holds("news-update names it", updates.iter().any(|update| update["changed"] == json!([id])), updates)?;
    Ok(())
}

async fn a_withdrawn_story_leaves_the_list(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let id = page.text("stories()[1].id").await?;
    let before = page.list("headlines()").await?.len();
    page.desk.withdraw("ru", &id).await?;
    page.refresh().await?;
    page.becomes("one row less", "all('.story').length", json!(before - 1)).await?;
    page.is("it is the right one", &format!("stories().some((story) => story.id === {})", json!(id)), json!(false))
        .await?;
    let updates = page.events("news-update", None).await?;
    holds("news-update names it", updates.iter().any(|update| update["withdrawn"] == json!([id])), updates)?;
    Ok(())
}

// The second answer is the same bytes as the first: it must count all the same.
async fn a_trashed_story_leaves_after_two_complete_answers(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let id = page.text("stories()[1].id").await?;
    let is_there = format!("stories().some((story) => story.id === {})", json!(id));
    page.desk.trash("ru", &id).await?;
    page.refresh().await?;
    page.is("one answer without it may be an old cache", &is_there, json!(true)).await?;
    page.refresh().await?;
    page.becomes("two are the newsroom", &is_there, json!(false)).await?;
    Ok(())
}

async fn the_list_keeps_its_cap(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN), ("limit", "5")]).await?;
    page.is("five rows", "all('.story').length", json!(5)).await?;
    for title in ["Первая", "Вторая", "Третья"] {
        page.desk.publish("ru", json!({"title": title})).await?;
    }
    page.refresh().await?;
    page.becomes("the newest is there", "headlines().includes('Третья')", json!(true)).await?;
    page.is("five rows still", "all('.story').length", json!(5)).await?;
    let expected = page.desk.stories("ru", "title").await?.into_iter().take(5).collect::<Vec<_>>();
    equal("the five newest", expected, page.list("headlines()").await?)?;
    Ok(())
}

/// Collects every change of a node into `__touched`; a new minute may pass meanwhile, so the standing is left out.
const WATCH_NODES: &str = "
    window.__touched = [];
    const watch = new MutationObserver((records) => records.forEach((record) => {
        const node = record.target.nodeType === 1 ? record.target : record.target.parentElement;
        if (node && node.closest('.standing')) return;
        __touched.push(record.type + ' ' + (node ? node.outerHTML : record.target.nodeName).slice(0, 120));
    }));
    watch.observe(host().shadowRoot, {subtree: true, childList: true, attributes: true, characterData: true});";

async fn an_unchanged_feed_touches_nothing(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.run(WATCH_NODES).await?;
    page.refresh().await?;
    page.refresh().await?;
    page.is("no node was touched", "__touched", json!([])).await?;
    equal("although the newsroom was asked", 3, page.desk.count(RUSSIAN).await)?;
    equal("and only the first stories were announced", 1, page.events("news-update", None).await?.len())?;
    Ok(())
}

async fn the_items_property_is_a_plain_snapshot(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let feed = page.desk.stories("ru", "id").await?;
    equal("ids as in the feed", feed, page.list("host().items.map((item) => item.id)").await?)?;
    let titles = page.desk.stories("ru", "title").await?;
    equal("field names as in own JSON", titles, page.list("host().items.map((item) => item.title)").await?)?;
    page.run("host().items.length = 0; host().items.forEach((item) => { item.title = 'x' })").await?;
    page.is(
        "what the page does to it changes nothing",
        "host().items[0].title !== 'x' && all('.story').length > 0",
        json!(true),
    )
    .await?;
    page.is("it can be copied", "JSON.stringify(host().items).length > 100", json!(true)).await?;
    Ok(())
}

async fn a_withdrawn_story_that_comes_back_is_shown_again(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let id = page.desk.publish("ru", json!({"title": "Сняли по ошибке"})).await?;
    page.refresh().await?;
    page.becomes("it is there", "headlines()[0]", json!("Сняли по ошибке")).await?;
    page.desk.withdraw("ru", &id).await?;
    page.refresh().await?;
    page.becomes("it is gone", "headlines().includes('Сняли по ошибке')", json!(false)).await?;
    page.desk.publish("ru", json!({"id": id, "title": "Сняли по ошибке"})).await?;
    page.refresh().await?;
    page.becomes("it is back", "headlines()[0]", json!("Сняли по ошибке")).await?;
    Ok(())
}
