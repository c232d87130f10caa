//! One story, read on the page.

use crate::RUSSIAN;
use crate::languages::MONTHS;
use e2e::{Failure, Outcome, Page, equal, holds, in_every_browser};
use serde_json::{Value, json};

const ARTICLE: &[(&str, &str)] = &[("src", RUSSIAN), ("lang", "ru"), ("timezone", "Asia/Baku")];

/// The lead story as the feed tells it.
async fn lead(page: &Page) -> Outcome<Value> {
    let feed = page.desk.feed("ru").await?;
    let items = feed.get("items").and_then(Value::as_array).into_iter().flatten();
    let mut lead = items.filter(|item| item["url"].as_str().is_some_and(|url| url.ends_with("/story/ru/cabotage")));
    lead.next().cloned().ok_or_else(|| Failure::new("the newsroom has no lead story"))
}

async fn open_lead(page: &Page, more: &[(&str, &str)]) -> Outcome<Value> {
    let story = lead(page).await?;
    let id = story["id"].as_str().unwrap_or_default();
    page.show("article.html", &[ARTICLE, &[("item", id)], more].concat()).await?;
    Ok(story)
}

in_every_browser![
    the_article_shows_headline_section_standfirst_and_byline,
    the_article_says_when_in_the_publishers_zone,
    the_article_shows_its_picture_with_words_for_those_who_cannot_see_it,
    the_body_is_paragraphs_and_nothing_else,
    a_changed_article_changes_while_it_is_read,
    a_rail_stands_beside_the_article,
];

async fn the_article_shows_headline_section_standfirst_and_byline(page: &Page) -> Outcome {
    let story = open_lead(page, &[]).await?;
    page.is("the headline is the h1", "text(one('h1.headline'))", story["title"].clone()).await?;
    page.is("the section above it", "text(one('.kicker'))", story["section"].clone()).await?;
    page.is("the standfirst", "text(one('.standfirst'))", story["summary"].clone()).await?;
    let (author, byline) = (story["authors"][0].as_str().unwrap_or_default(), page.text("text(one('.byline'))").await?);
    holds(&format!("the byline names {author}"), !author.is_empty() && byline.contains(author), byline)?;
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn the_article_says_when_in_the_publishers_zone(page: &Page) -> Outcome {
    let story = open_lead(page, &[]).await?;
    let dateline = page.text("text(one('.dateline'))").await?;
    let published = story["published"].clone();
    let expected =
        page.run_with("const at = baku(given); return [+at.day, +at.month, +at.year, at.clock]", published).await?;
    let month = usize::try_from(expected[1].as_u64().unwrap_or_default())?;
    let date = format!("{} {} {}", expected[0], MONTHS[0].1.split(' ').nth(month - 1).unwrap_or_default(), expected[2]);
    let clock = expected[3].as_str().unwrap_or_default();
    holds(&format!("{date}, {clock}"), dateline.contains(&date) && dateline.contains(clock), dateline)?;
    Ok(())
}

async fn the_article_shows_its_picture_with_words_for_those_who_cannot_see_it(page: &Page) -> Outcome {
    let story = open_lead(page, &[]).await?;
    page.until("the picture has loaded", "one('img.picture') && one('img.picture').naturalWidth > 0").await?;
    page.is("the right one", "one('img.picture').currentSrc || one('img.picture').src", story["image"]["url"].clone())
        .await?;
    page.is("its alternative text", "one('img.picture').alt", story["image"]["alt"].clone()).await?;
    let (caption, figure) =
        (story["image"]["caption"].as_str().unwrap_or_default(), page.text("text(one('.figure'))").await?);
    holds(&format!("the caption: {caption}"), figure.contains(caption), figure)?;
    Ok(())
}

async fn the_body_is_paragraphs_and_nothing_else(page: &Page) -> Outcome {
    let story = open_lead(page, &[]).await?;
    let expected = page
        .run_with(
            "
        const parsed = new DOMParser().parseFromString(given, 'text/html');
        return [...parsed.querySelectorAll('p')].map(text);",
            story["content_html"].clone(),
        )
        .await?;
    page.is("the paragraphs of the feed", "texts('.body p')", expected).await?;
    page.is(
        "no other element in the body",
        "all('.body *').map((node) => node.localName).filter((name) => name !== 'p')",
        json!([]),
    )
    .await?;
    Ok(())
}

async fn a_changed_article_changes_while_it_is_read(page: &Page) -> Outcome {
    let story = open_lead(page, &[]).await?;
    page.desk.change("ru", json!({"id": story["id"], "title": "Заголовок уточнён"})).await?;
    page.refresh().await?;
    page.becomes("the headline follows", "text(one('h1.headline'))", json!("Заголовок уточнён")).await?;
    page.becomes("and says when", "/\\d\\d:\\d\\d/.test(text(one('.updated')))", json!(true)).await?;
    Ok(())
}

async fn a_rail_stands_beside_the_article(page: &Page) -> Outcome {
    open_lead(page, &[("rail", RUSSIAN)]).await?;
    page.is(
        "in the article's slot",
        "host('news-rail').assignedSlot && host('news-rail').assignedSlot.name",
        json!("rail"),
    )
    .await?;
    page.is("where it can be seen", "visible(host('news-rail'))", json!(true)).await?;
    equal("one request serves both", 1, page.desk.count(RUSSIAN).await)?;
    Ok(())
}
