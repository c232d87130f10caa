//! Every format the newsroom serves shows the same stories; each group of formats stands on one page, a rail for each.

use crate::RUSSIAN;
use e2e::{Outcome, Page, equal, in_every_browser};
use serde_json::json;

in_every_browser![
    rss_shows_the_stories_in_utf_8_windows_1251_and_utf_16,
    rss_1_atom_and_a_news_sitemap_show_the_stories,
    every_version_of_ninjs_shows_the_stories,
    ghost_and_json_ld_alone_and_in_a_page_show_the_stories,
    a_story_withdrawn_by_atom_or_ninjs_leaves_the_list_at_once,
];

async fn rss_shows_the_stories_in_utf_8_windows_1251_and_utf_16(page: &Page) -> Outcome {
    show_the_desk(page, &["rss.xml", "rss-1251.xml", "rss-utf16.xml"]).await
}

async fn rss_1_atom_and_a_news_sitemap_show_the_stories(page: &Page) -> Outcome {
    show_the_desk(page, &["rss1.xml", "atom.xml", "news-sitemap.xml"]).await
}

async fn every_version_of_ninjs_shows_the_stories(page: &Page) -> Outcome {
    show_the_desk(page, &["ninjs1.json", "ninjs2.json", "ninjs3.json"]).await
}

async fn ghost_and_json_ld_alone_and_in_a_page_show_the_stories(page: &Page) -> Outcome {
    show_the_desk(page, &["ghost/api/content/posts/", "jsonld.json", "jsonld.html"]).await
}

// Own JSON stands first as the measure: what it does with its tombstone, the others do with theirs.
async fn a_story_withdrawn_by_atom_or_ninjs_leaves_the_list_at_once(page: &Page) -> Outcome {
    let files = ["simple.json", "atom.xml", "ninjs1.json", "ninjs2.json", "ninjs3.json"];
    open_rails(page, &files).await?;
    let id = page.desk.stories("ru", "id").await?.into_iter().nth(1).unwrap_or_default();
    page.desk.withdraw("ru", &id).await?;
    page.refresh().await?;
    each_rail_shows_the_desk(page, &files).await
}

/// The stories at first, and one more after a refresh, in letters that only a right encoding brings.
async fn show_the_desk(page: &Page, files: &[&str]) -> Outcome {
    open_rails(page, files).await?;
    each_rail_shows_the_desk(page, files).await?;
    let title = "Ёлку «Зюйд» зажгут на № 7 — съезд гостей & «объезд»";
    page.desk.publish("ru", json!({"title": title, "section": "Город"})).await?;
    page.refresh().await?;
    each_rail_shows_the_desk(page, files).await?;
    equal("one request each, and none for another feed", 0, page.desk.count(RUSSIAN).await)?;
    page.is_quiet().await
}

/// One rail for each file, in that order.
async fn open_rails(page: &Page, files: &[&str]) -> Outcome {
    let sources: Vec<String> = files.iter().map(|file| format!("/feeds/ru/{file}")).collect();
    let common = [("lang", "ru"), ("timezone", "Asia/Baku"), ("limit", "50"), ("loading", "eager")];
    let query: Vec<(&str, &str)> = sources.iter().map(|source| ("src", source.as_str())).chain(common).collect();
    page.show("rail.html", &query).await
}

async fn each_rail_shows_the_desk(page: &Page, files: &[&str]) -> Outcome {
    let (titles, urls) = (page.desk.stories("ru", "title").await?, page.desk.stories("ru", "url").await?);
    for (n, file) in files.iter().enumerate() {
        page.becomes(&format!("the headlines of {file}"), &format!("headlines({n})"), json!(titles)).await?;
        let links = format!("stories({n}).map((story) => story.href)");
        page.is(&format!("the links of {file}"), &links, json!(urls)).await?;
    }
    Ok(())
}
