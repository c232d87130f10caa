//! Dates as natives write them, the same in every engine.

use e2e::{Outcome, Page, equal, holds, in_every_browser};
use serde_json::{Value, json};

/// Language, and its months as they stand in a date.
pub(crate) const MONTHS: [(&str, &str); 4] = [
    ("ru", "января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
    ("az", "yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
    ("en", "January February March April May June July August September October November December"),
    ("ar", "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"),
];

/// One story in each month of 2025, the newest first; 21:30 UTC is already the next day in Baku.
fn a_year() -> String {
    let story = |month: u8| {
        json!({
            "id": format!("m{month}"),
            "url": format!("https://tidewater.example/{month}"),
            "title": format!("Story {month}"),
            "published": format!("2025-{month:02}-01T21:30:00Z"),
        })
    };
    json!({"items": (1..=12).rev().map(story).collect::<Vec<Value>>()}).to_string()
}

fn in_four_languages() -> Vec<(&'static str, &'static str)> {
    MONTHS.iter().map(|(language, _)| ("lang", *language)).collect()
}

fn each(what: &str, shown: &[String], expected: &[String]) -> Outcome {
    equal(&format!("{what}: how many"), expected.len(), shown.len())?;
    for (shown, expected) in shown.iter().zip(expected) {
        holds(&format!("{what}: {expected}"), shown.contains(expected.as_str()), shown)?;
    }
    Ok(())
}

in_every_browser![
    day_and_month_stand_in_four_languages,
    the_article_writes_the_whole_date_in_four_languages,
    the_heading_speaks_the_language_of_the_page,
    azerbaijani_capitals_keep_their_dots,
];

async fn day_and_month_stand_in_four_languages(page: &Page) -> Outcome {
    let year = a_year();
    let query = [in_four_languages(), vec![("inline", year.as_str()), ("timezone", "Asia/Baku"), ("loading", "eager")]]
        .concat();
    page.show("rail.html", &query).await?;
    for (n, (language, months)) in MONTHS.iter().enumerate() {
        let expected: Vec<_> = months.split(' ').rev().map(|month| format!("2 {month} 2025")).collect();
        each(language, &page.list(&format!("texts('.day', {n})")).await?, &expected)?;
        page.is("24-hour times", &format!("[...new Set(stories({n}).map((story) => story.clock))]"), json!(["01:30"]))
            .await?;
    }
    page.is_quiet().await?;
    page.picture().await?;
    Ok(())
}

async fn the_article_writes_the_whole_date_in_four_languages(page: &Page) -> Outcome {
    let story = json!({"items": [{
        "id": "w", "url": "https://tidewater.example/weir", "title": "Weir", "published": "2025-03-02T11:43:00Z",
        "content_html": "<p>The weir reopened.</p>",
    }]})
    .to_string();
    let query =
        [in_four_languages(), vec![("inline", story.as_str()), ("timezone", "Asia/Baku"), ("loading", "eager")]]
            .concat();
    page.show("article.html", &query).await?;
    for (n, date) in ["2 марта 2025", "2 mart 2025", "2 March 2025", "2 مارس 2025"].iter().enumerate() {
        let dateline = page.text(&format!("text(one('.dateline', {n}))")).await?;
        holds(&format!("{date} and 15:43"), dateline.contains(date) && dateline.contains("15:43"), dateline)?;
    }
    Ok(())
}

async fn the_heading_speaks_the_language_of_the_page(page: &Page) -> Outcome {
    page.show(
        "rail.html",
        &[("inline", a_year().as_str()), ("lang", "~"), ("lang", "ru"), ("lang", "en-GB"), ("loading", "eager")],
    )
    .await?;
    page.is(
        "of the page, of the element, of its nearest kin",
        "hosts().map((el, n) => text(one('.heading', n)))",
        json!(["Latest news", "Последние новости", "Latest news"]),
    )
    .await?;
    Ok(())
}

async fn azerbaijani_capitals_keep_their_dots(page: &Page) -> Outcome {
    let story = json!({"items": [{
        "id": "i", "url": "https://tidewater.example/i", "published": "2025-03-02T11:43:00Z",
        "title": "İlk işıq Lənkəranda", "section": "İqtisadiyyat",
    }]})
    .to_string();
    page.show("rail.html", &[("inline", story.as_str()), ("lang", "az"), ("timezone", "Asia/Baku")]).await?;
    page.is(
        "letters as written",
        "[headlines()[0], text(one('.section'))]",
        json!(["İlk işıq Lənkəranda", "İqtisadiyyat"]),
    )
    .await?;
    let transformed = "all('*').filter((node) => getComputedStyle(node).textTransform !== 'none')";
    let nameless = format!("{transformed}.filter((node) => !node.closest('[lang]')).map((node) => node.className)");
    page.is("no case is changed where the language is not named", &nameless, json!([])).await?;
    Ok(())
}
