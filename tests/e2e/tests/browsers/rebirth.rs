//! A panic costs a moment, never the page.

use e2e::{Newsdesk, Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;
use tokio::time::sleep;

in_every_browser![
    after_a_panic_every_element_lives_again_on_what_it_showed,
    after_four_panics_in_a_minute_the_last_stories_stay_as_plain_links,
    a_panic_in_the_second_module_costs_one_answer,
];

const ALL_LIVE: &str = "[...document.querySelectorAll('news-rail,news-ticker,news-article')].every((el) => el.getAttribute('state') === 'live')";
const HEADLINES: &str = "[...document.querySelectorAll('news-rail')].map((el) => el.shadowRoot.querySelectorAll('a.headline[href]').length)";
/// By a script of the page: what WebDriver itself assigns, Firefox hides from the page.
const COUNT_INSTANCES: &str = r#"
    const script = document.createElement("script");
    script.textContent = `document.body.dataset.born = 0; const make = WebAssembly.instantiate;
        WebAssembly.instantiate = function () { document.body.dataset.born++; return make.apply(this, arguments) }`;
    document.head.append(script)"#;
const BORN: &str = "document.body.dataset.born";
const PANIC: &str = "document.querySelectorAll('news-rail')[1].setAttribute('test-panic', '')";

/// Waits until every element was mounted so many times and is live; `state` alone still says live while one waits for its
/// next instance.
async fn all_live(page: &Page, births: usize) -> Outcome {
    page.becomes("all five ready", "seen('news-ready').length", json!(births * 5)).await?;
    page.becomes("all five live", ALL_LIVE, json!(true)).await
}

async fn open(page: &Page) -> Outcome<Newsdesk> {
    let desk = Newsdesk::open_with_seams().await?;
    page.open(&format!("{}/pages/many.html", desk.origin())).await?;
    all_live(page, 1).await?;
    Ok(desk)
}

async fn after_a_panic_every_element_lives_again_on_what_it_showed(page: &Page) -> Outcome {
    let desk = open(page).await?;
    let asked = desk.count("/feeds/ru/simple.json").await;
    page.run(&format!("window.before = document.querySelector('news-rail').shadowRoot.firstChild; {PANIC}")).await?;
    page.becomes("five errors, one each", "seen('news-error').length", json!(5)).await?;
    page.is("named", "seen('news-error')[0].code", json!("crashed")).await?;
    page.becomes("a new instance took over", "before.isConnected", json!(false)).await?;
    all_live(page, 2).await?;
    page.is("with their stories", HEADLINES, json!([4, 4, 4])).await?;
    equal("from the last bytes, without asking", asked, desk.count("/feeds/ru/simple.json").await)?;
    desk.publish("ru", json!({"title": "После падения"})).await?;
    page.run("document.querySelector('news-rail').refresh()").await?;
    let first = "document.querySelector('news-rail').shadowRoot.querySelector('a.headline').textContent";
    page.becomes("and they are really alive", first, json!("После падения")).await?;
    let seen = page.seen().await?;
    holds("nothing reached the page's own error handlers", seen.uncaught.is_empty(), seen.uncaught)?;
    Ok(())
}

async fn after_four_panics_in_a_minute_the_last_stories_stay_as_plain_links(page: &Page) -> Outcome {
    let _desk = open(page).await?;
    for times in 1..=4 {
        page.run(PANIC).await?;
        page.becomes("it is noticed", "seen('news-error').length", json!(times * 5)).await?;
        if times < 4 {
            all_live(page, times + 1).await?;
        }
    }
    page.becomes("static", "document.querySelectorAll('[state=static]').length", json!(5)).await?;
    page.is("links stay", HEADLINES, json!([4, 4, 4])).await?;
    page.is(
        "and nothing pretends to work",
        "[...document.querySelectorAll('news-rail,news-ticker')].some((el) => el.shadowRoot.querySelector('button'))",
        json!(false),
    )
    .await?;
    let seen = page.seen().await?;
    holds("nothing reached the page's own error handlers", seen.uncaught.is_empty(), seen.uncaught)?;
    Ok(())
}

async fn a_panic_in_the_second_module_costs_one_answer(page: &Page) -> Outcome {
    let desk = Newsdesk::open_with_seams().await?;
    page.open(&format!(
        "{}/pages/rail.html?src=/feeds/ru/simple.json&src=/fixtures/panic.xml&lang=ru&loading=eager",
        desk.origin()
    ))
    .await?;
    page.becomes("the panic is named", "seen('news-error', 1)[0]?.code ?? null", json!("crashed")).await?;
    page.becomes("the other rail lives", "state(0)", json!("live")).await?;
    page.run(COUNT_INSTANCES).await?;
    let asked = desk.count("/fixtures/panic.xml").await;
    page.run("host(1).refresh()").await?;
    for _ in 0..100 {
        if desk.count("/fixtures/panic.xml").await > asked {
            break;
        }
        sleep(Duration::from_millis(100)).await;
    }
    holds("asked again", desk.count("/fixtures/panic.xml").await > asked, asked)?;
    page.stays("bytes that killed a reader meet no other", BORN, json!("0"), Duration::from_millis(500)).await?;
    page.run("host(1).setAttribute('src', '/feeds/ru/rss.xml')").await?;
    page.becomes("a new instance reads the next feed", "state(1)", json!("live")).await?;
    page.is("one was made for it", BORN, json!("1")).await?;
    page.is("both rails show the same", "headlines(0)[0] === headlines(1)[0]", json!(true)).await?;
    page.is("the first module never died", "seen('news-ready', 0).length", json!(1)).await?;
    let seen = page.seen().await?;
    holds("nothing reached the page's own error handlers", seen.uncaught.is_empty(), seen.uncaught)
}
