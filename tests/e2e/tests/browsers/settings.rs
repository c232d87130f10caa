//! Attributes and methods: what a publisher sets, and what changes at run time.

use crate::RUSSIAN;
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;

const RAIL: &[(&str, &str)] = &[("src", RUSSIAN), ("lang", "ru"), ("timezone", "Asia/Baku"), ("limit", "50")];

in_every_browser![
    a_paused_rail_lets_withdrawals_through_and_holds_the_rest,
    pause_by_button_and_by_method_are_the_same,
    the_story_being_read_is_marked,
    the_story_being_read_can_be_left_out,
    a_new_tab_gets_no_handle_on_the_page,
    link_params_are_added_and_nothing_is_lost,
    the_page_may_take_a_click_over,
    a_click_leads_to_the_story,
    another_language_at_run_time_turns_the_rail_around_without_a_request,
    another_theme_at_run_time_changes_colours_without_a_request,
    an_unknown_value_means_the_default_and_one_line,
    heading_level_and_more_link_are_the_publishers,
    an_empty_or_disabled_src_asks_nobody,
];

async fn a_paused_rail_lets_withdrawals_through_and_holds_the_rest(page: &Page) -> Outcome {
    page.show("rail.html", &[RAIL, &[("paused", "")]].concat()).await?;
    page.becomes("it says so", "state()", json!("paused")).await?;
    let gone = page.text("stories()[1].id").await?;
    let before = page.text("headlines()[0]").await?;
    page.desk.publish("ru", json!({"title": "Пока на паузе"})).await?;
    page.desk.withdraw("ru", &gone).await?;
    page.refresh().await?;
    page.becomes(
        "the withdrawn one is gone",
        &format!("stories().some((story) => story.id === {})", json!(gone)),
        json!(false),
    )
    .await?;
    page.is("the new one waits", "headlines()[0]", json!(before)).await?;
    page.run("host().resume()").await?;
    page.becomes("resume lets it in", "headlines()[0]", json!("Пока на паузе")).await?;
    page.becomes("live", "state()", json!("live")).await?;
    Ok(())
}

async fn pause_by_button_and_by_method_are_the_same(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.click(".pause", 0).await?;
    page.becomes("the button pauses", "state()", json!("paused")).await?;
    page.click(".pause", 0).await?;
    page.becomes("and resumes", "state()", json!("live")).await?;
    page.run("host().pause()").await?;
    page.becomes("the method pauses", "state()", json!("paused")).await?;
    page.run("host().resume()").await?;
    page.becomes("and resumes", "state()", json!("live")).await?;
    let states = page.events("news-state", None).await?;
    let last: Vec<_> = states.iter().rev().take(4).rev().map(|detail| detail["state"].clone()).collect();
    equal("news-state told each", json!(["paused", "live", "paused", "live"]), json!(last))?;
    Ok(())
}

async fn the_story_being_read_is_marked(page: &Page) -> Outcome {
    let url = page.desk.stories("ru", "url").await?.remove(3);
    page.show("rail.html", &[RAIL, &[("current", url.as_str())]].concat()).await?;
    page.is("one row is marked", "stories().filter((story) => story.current).map((story) => story.href)", json!([url]))
        .await?;
    page.is("in words", "texts('.current-note')", json!(["вы читаете"])).await?;
    page.is(
        "and for screen readers",
        "all('[aria-current]').map((node) => node.getAttribute('aria-current'))",
        json!(["page"]),
    )
    .await?;
    Ok(())
}

async fn the_story_being_read_can_be_left_out(page: &Page) -> Outcome {
    let url = page.desk.stories("ru", "url").await?.remove(3);
    let all = page.desk.stories("ru", "title").await?.len();
    page.show("rail.html", &[RAIL, &[("current", url.as_str()), ("hide-current", "")]].concat()).await?;
    page.is(
        "it is not in the list",
        &format!("stories().some((story) => story.href === {})", json!(url)),
        json!(false),
    )
    .await?;
    page.is("all others are", "all('.story').length", json!(all - 1)).await?;
    Ok(())
}

async fn a_new_tab_gets_no_handle_on_the_page(page: &Page) -> Outcome {
    page.show("rail.html", &[RAIL, &[("open", "new-tab")]].concat()).await?;
    page.is(
        "every headline",
        "all('.headline').every((a) => a.target === '_blank' && a.relList.contains('noopener'))",
        json!(true),
    )
    .await?;
    page.run("host().setAttribute('open', 'page')").await?;
    page.becomes("at run time too", "all('.headline').some((a) => a.target === '_blank')", json!(false)).await?;
    Ok(())
}

async fn link_params_are_added_and_nothing_is_lost(page: &Page) -> Outcome {
    let stories = r#"{"items": [
        {"id": "a", "url": "https://tidewater.example/weir?page=2#top", "title": "Weir", "published": "2025-03-02T06:00Z"},
        {"id": "b", "url": "https://tidewater.example/choir", "title": "Choir", "published": "2025-03-02T05:00:00Z"}]}"#;
    page.show("rail.html", &[("inline", stories), ("link-params", "utm_source=rail&utm_medium=news")]).await?;
    page.is(
        "parameters",
        "stories().map((story) => story.href)",
        json!([
            "https://tidewater.example/weir?page=2&utm_source=rail&utm_medium=news#top",
            "https://tidewater.example/choir?utm_source=rail&utm_medium=news",
        ]),
    )
    .await?;
    Ok(())
}

async fn the_page_may_take_a_click_over(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.run("window.__same = true; document.addEventListener('news-open', (event) => event.preventDefault())").await?;
    let id = page.text("stories()[2].id").await?;
    let url = page.text("stories()[2].href").await?;
    page.run("all('.story')[0].parentNode.scrollIntoView()").await?;
    page.click(".story:nth-of-type(n) .headline", 0).await?;
    page.run("all('.headline')[2].click()").await?;
    page.stays("the page stays", "window.__same === true", json!(true), Duration::from_millis(500)).await?;
    let opened = page.events("news-open", None).await?;
    equal("told twice", 2, opened.len())?;
    equal("id and URL", json!({"id": id, "url": url}), opened[1].clone())?;
    Ok(())
}

async fn a_click_leads_to_the_story(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let url = page.text("stories()[0].href").await?;
    page.click(".story .headline", 0).await?;
    page.becomes("the story's page", "location.href", json!(url)).await?;
    Ok(())
}

async fn another_language_at_run_time_turns_the_rail_around_without_a_request(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.is("from left to right", "style('.rail', 'direction')", json!("ltr")).await?;
    let before = page.list("headlines()").await?;
    page.desk.forget().await;
    page.run("host().setAttribute('lang', 'ar')").await?;
    page.becomes("from right to left", "style('.rail', 'direction')", json!("rtl")).await?;
    page.until("the heading is Arabic", "/^[\\u0600-\\u06ff ]+$/.test(text(one('.heading')))").await?;
    equal("the same stories", before, page.list("headlines()").await?)?;
    page.run("host().setAttribute('lang', 'ru')").await?;
    page.becomes("and back", "text(one('.heading'))", json!("Последние новости")).await?;
    let log = page.desk.log().await;
    holds("nobody was asked", log.is_empty(), log)?;
    Ok(())
}

async fn another_theme_at_run_time_changes_colours_without_a_request(page: &Page) -> Outcome {
    page.show("rail.html", &[RAIL, &[("theme", "light")]].concat()).await?;
    let ink = page.text("getComputedStyle(one('.headline')).color").await?;
    page.run("one('.story').__same = true").await?;
    page.desk.forget().await;
    page.run("host().setAttribute('theme', 'dark')").await?;
    page.until("another ink", &format!("getComputedStyle(one('.headline')).color !== {}", json!(ink))).await?;
    page.is("the same rows", "one('.story').__same", json!(true)).await?;
    let log = page.desk.log().await;
    holds("nobody was asked", log.is_empty(), log)?;
    page.picture().await?;
    Ok(())
}

async fn an_unknown_value_means_the_default_and_one_line(page: &Page) -> Outcome {
    page.show("rail.html", &[RAIL, &[("theme", "pink"), ("open", "window"), ("heading-level", "9")]].concat()).await?;
    page.is("headlines open in the page", "all('.headline').some((a) => a.target === '_blank')", json!(false)).await?;
    page.is("the heading is a second one", "one('.heading').localName", json!("h2")).await?;
    let seen = page.seen().await?;
    for (name, legal) in [("theme", "auto, light, dark"), ("open", "page, new-tab, article"), ("heading-level", "1..6")]
    {
        let lines: Vec<_> = seen.warnings.iter().filter(|line| line.contains(&format!("{name}="))).collect();
        holds(&format!("one line names {name} and {legal}"), lines.len() == 1 && lines[0].contains(legal), &seen)?;
    }
    equal("and no other", 3, seen.warnings.len())?;
    Ok(())
}

async fn heading_level_and_more_link_are_the_publishers(page: &Page) -> Outcome {
    let more = [("heading", "Рядом"), ("heading-level", "3"), ("more", "/lenta")];
    page.show("rail.html", &[RAIL, &more].concat()).await?;
    page.is("heading", "[one('.heading').localName, text(one('.heading'))]", json!(["h3", "Рядом"])).await?;
    page.is("the whole feed", "one('a.more').href", json!(format!("{}/lenta", page.desk.origin()))).await?;
    Ok(())
}

async fn an_empty_or_disabled_src_asks_nobody(page: &Page) -> Outcome {
    page.open_with("rail.html", &[("src", ""), ("src", "disabled"), ("links", "Новости")]).await?;
    page.until("the loader ran", "customElements.get('news-rail')").await?;
    page.stays(
        "links",
        "[...document.querySelectorAll('a.fallback')].map(visible)",
        json!([true, true]),
        Duration::from_millis(700),
    )
    .await?;
    let paths = page.desk.log().await.into_iter().map(|request| request.path).collect::<Vec<_>>();
    holds("no feed, no program", !paths.iter().any(|path| path.ends_with(".wasm") || path.contains("feeds")), paths)?;
    page.is_quiet().await?;
    Ok(())
}
