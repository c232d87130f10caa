//! The ways a publisher brings the widget to a page.

use crate::{ENGLISH, RUSSIAN};
use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::{Duration, Instant};
use tokio::time::sleep;

in_every_browser![
    a_script_tag_alone_puts_the_element_where_it_stands_from_another_host,
    stories_written_into_the_page_need_no_request,
    mistakes_of_a_first_page_are_named_once,
    several_includes_of_the_loader_are_one,
    one_request_for_the_feed_at_the_start,
    feed_glue_and_program_are_asked_for_at_the_same_time,
    five_elements_share_one_program,
    the_links_inside_stay_until_the_first_stories_and_go_then,
    nothing_is_stored_and_nobody_else_is_asked,
];

async fn a_script_tag_alone_puts_the_element_where_it_stands_from_another_host(page: &Page) -> Outcome {
    page.open("/pages/script-tag.html").await?;
    page.ready().await?;
    page.is(
        "a rail after the first tag",
        "document.getElementById('first').nextElementSibling.localName",
        json!("news-rail"),
    )
    .await?;
    page.is(
        "a ticker after the second",
        "document.getElementById('second').nextElementSibling.localName",
        json!("news-ticker"),
    )
    .await?;
    page.is(
        "data- attributes became attributes",
        "[host(0).getAttribute('limit'), host(0).getAttribute('timezone')]",
        json!(["6", "Asia/Baku"]),
    )
    .await?;
    let expected = page.desk.stories("ru", "title").await?.into_iter().take(6).collect::<Vec<_>>();
    equal("the stories", expected, page.list("headlines(0)").await?)?;
    let log = page.desk.log().await;
    let feed: Vec<_> = log.iter().filter(|request| request.path == RUSSIAN).collect();
    holds("the feed was asked across origins, once", feed.len() == 1 && feed[0].origin == page.desk.origin(), &feed)?;
    page.is_quiet().await?;
    Ok(())
}

async fn stories_written_into_the_page_need_no_request(page: &Page) -> Outcome {
    page.open("/pages/inline.html").await?;
    page.ready().await?;
    equal(
        "headlines",
        json!(["Old weir & mill reopen to walkers", "Harbour choir wins the autumn cup", "Night bus to run until two"]),
        page.ask("headlines()").await?,
    )?;
    page.is("times in the zone", "stories().map((story) => story.clock)", json!(["10:09", "09:30", "01:15"])).await?;
    page.is("a badge", "all('.badge').length", json!(1)).await?;
    page.is_quiet().await?;
    let asked = page.desk.log().await.into_iter().map(|request| request.path).collect::<Vec<_>>();
    holds("no feed was asked for", !asked.iter().any(|path| path.contains("feed")), asked)?;
    Ok(())
}

async fn mistakes_of_a_first_page_are_named_once(page: &Page) -> Outcome {
    page.open("/pages/mistakes.html").await?;
    page.until("stories", "headlines(2)").await?;
    let said = page.ask("__seen.warnings").await?;
    let said: Vec<&str> = said.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str).collect();
    let named = |words: &str| said.iter().filter(|line| line.contains(words)).count();
    equal("an element nobody knows", 1, named("no element news-list; news-rail is used"))?;
    equal("nothing else", 1, said.len())?;
    page.is("the links stay", "[...document.querySelectorAll('news-rail > a')].length", json!(2)).await?;
    Ok(())
}

async fn several_includes_of_the_loader_are_one(page: &Page) -> Outcome {
    page.open("/pages/twice.html").await?;
    page.ready().await?;
    page.until("stories", "headlines()").await?;
    sleep(Duration::from_millis(300)).await;
    page.is("one element, one list", "[hosts().length, all('.list').length]", json!([1, 1])).await?;
    page.is_quiet().await?;
    let paths = page.desk.log().await.into_iter().map(|request| request.path).collect::<Vec<_>>();
    equal("one request for the program", 1, paths.iter().filter(|path| path.ends_with(".wasm")).count())?;
    equal("one request for the feed", 1, paths.iter().filter(|path| *path == ENGLISH).count())?;
    Ok(())
}

async fn one_request_for_the_feed_at_the_start(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN)]).await?;
    sleep(Duration::from_secs(1)).await;
    equal("requests for the feed", 1, page.desk.count(RUSSIAN).await)?;
    Ok(())
}

// Nothing is ever answered here: whatever waited for another answer would not be asked for.
async fn feed_glue_and_program_are_asked_for_at_the_same_time(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN)]).await?;
    let paths = page.desk.log().await.into_iter().map(|request| request.path).collect::<Vec<_>>();
    let own: Vec<_> = paths
        .iter()
        .filter(|path| path.contains("/v") && (path.ends_with(".wasm") || path.ends_with(".js")))
        .cloned()
        .collect();
    equal("glue and program lie in the versioned folder", 2, own.len())?;
    page.desk.forget().await;
    for path in own.iter().map(String::as_str).chain([RUSSIAN]) {
        page.desk.fault(path, "hang").await?;
    }
    // Another origin, so that no cache answers; by script, because the page's load event never comes.
    page.run(&format!("location.href = '{}/pages/rail.html?src={RUSSIAN}'", page.desk.other())).await?;
    let since = Instant::now();
    loop {
        let asked = page.desk.log().await.into_iter().map(|request| request.path).collect::<Vec<_>>();
        let missing: Vec<_> = own
            .iter()
            .map(String::as_str)
            .chain([RUSSIAN])
            .filter(|path| !asked.iter().any(|other| other == path))
            .collect();
        if missing.is_empty() {
            break;
        }
        holds(&format!("{missing:?} waited for something"), since.elapsed() < Duration::from_secs(5), asked)?;
        sleep(Duration::from_millis(50)).await;
    }
    page.desk.close_down().await;
    Ok(())
}

async fn five_elements_share_one_program(page: &Page) -> Outcome {
    page.open("/pages/many.html").await?;
    page.ready().await?;
    let shown = "hosts().map((el, n) => all('.headline', n).length > 0 && state(n))";
    page.becomes("each shows its feed", shown, json!(["live", "live", "live", "live", "live"])).await?;
    page.is("Arabic from right to left", "style('.rail', 'direction', 3)", json!("rtl")).await?;
    let paths = page.desk.log().await.into_iter().map(|request| request.path).collect::<Vec<_>>();
    equal("one request for the program", 1, paths.iter().filter(|path| path.ends_with(".wasm")).count())?;
    for feed in [ENGLISH, RUSSIAN, "/feeds/az/jsonfeed.json", "/feeds/ar/wp-json/wp/v2/posts"] {
        equal(&format!("one request for {feed}"), 1, paths.iter().filter(|path| *path == feed).count())?;
    }
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn the_links_inside_stay_until_the_first_stories_and_go_then(page: &Page) -> Outcome {
    page.desk.fault(RUSSIAN, "slow").await?;
    page.open_with("rail.html", &[("src", RUSSIAN), ("links", "Последние новости")]).await?;
    let link = "visible(host().querySelector('a.fallback'))";
    page.is("the link at once", link, json!(true)).await?;
    page.stays("and while the feed is on its way", link, json!(true), Duration::from_secs(2)).await?;
    page.until_within(Duration::from_secs(20), "then the stories", "headlines()").await?;
    page.becomes("take its place", link, json!(false)).await?;
    page.is("it is still there for crawlers", "text(host().querySelector('a.fallback'))", json!("Последние новости"))
        .await?;
    Ok(())
}

async fn nothing_is_stored_and_nobody_else_is_asked(page: &Page) -> Outcome {
    page.show("rail.html", &[("src", RUSSIAN), ("lang", "ru")]).await?;
    page.refresh().await?;
    page.is(
        "no cookie, no storage",
        "[document.cookie, localStorage.length, sessionStorage.length]",
        json!(["", 0, 0]),
    )
    .await?;
    let hosts = "[...new Set(performance.getEntriesByType('resource').map((entry) => new URL(entry.name).origin))]";
    page.is("one host", hosts, json!([page.desk.origin()])).await?;
    page.is("no globals", "Object.keys(window).filter((name) => /news|wasm/i.test(name))", json!([])).await?;
    Ok(())
}
