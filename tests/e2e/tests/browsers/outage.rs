//! The server dies, the network goes, and what was shown stays.

use crate::ENGLISH;
use e2e::{Newsdesk, Outcome, Page, equal, holds, in_every_browser};
use serde_json::json;
use std::time::Duration;

const RAIL: &[(&str, &str)] = &[("src", ENGLISH), ("lang", "en"), ("timezone", "Asia/Baku")];
const STANDING: &str = "text(one('.standing')) || ''";
const SAYS_AS_OF: &str = "/as of \\d\\d:\\d\\d/i.test(text(one('.standing')) || '')";

/// Three polls that fail, with the list unmoved after each.
async fn fail_three_times(page: &Page) -> Outcome {
    let before = page.list("headlines()").await?;
    for attempt in 1..=3 {
        page.refresh().await?;
        page.becomes("the state says so at once", "state()", json!("stale")).await?;
        equal(&format!("the list after failure {attempt}"), before.clone(), page.list("headlines()").await?)?;
        if attempt < 3 {
            page.is("words wait for the third failure", SAYS_AS_OF, json!(false)).await?;
        }
    }
    page.becomes("now the rail says as of when it is right", SAYS_AS_OF, json!(true)).await?;
    let errors = page.events("news-error", None).await?;
    equal("one news-error for one reason", 1, errors.len())?;
    page.threw_nothing().await
}

in_every_browser![
    a_dying_server_leaves_the_list_and_the_time_it_was_right,
    a_server_that_is_gone_leaves_the_list,
    a_server_in_trouble_leaves_the_list,
    every_kind_of_broken_answer_keeps_the_list,
    an_empty_list_after_stories_never_blanks_the_rail_in_one_poll,
];

async fn a_dying_server_leaves_the_list_and_the_time_it_was_right(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.desk.fault(ENGLISH, "close").await?;
    fail_three_times(page).await?;
    page.picture().await?;
    page.desk.fault(ENGLISH, "none").await?;
    page.desk.publish("en", json!({"title": "Back on air"})).await?;
    page.refresh().await?;
    page.becomes("it comes back live", "state()", json!("live")).await?;
    page.becomes("with the news", "headlines()[0]", json!("Back on air")).await?;
    page.is("and takes its words back", SAYS_AS_OF, json!(false)).await?;
    Ok(())
}

async fn a_server_that_is_gone_leaves_the_list(page: &Page) -> Outcome {
    let other = Newsdesk::open().await?;
    page.show("rail.html", &[("src", &format!("{}{ENGLISH}", other.origin())), ("lang", "en")]).await?;
    other.close_down().await;
    fail_three_times(page).await?;
    let errors = page.events("news-error", None).await?;
    equal("the reason", json!("network"), errors[0]["code"].clone())?;
    Ok(())
}

async fn a_server_in_trouble_leaves_the_list(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    page.desk.fault(ENGLISH, "503").await?;
    fail_three_times(page).await?;
    let errors = page.events("news-error", None).await?;
    equal("the reason", json!(["server-error", "wait"]), json!([errors[0]["code"], errors[0]["advice"]]))?;
    let standing = page.text(STANDING).await?;
    holds("no spinner, one calm line", standing.len() < 60, standing)?;
    Ok(())
}

async fn every_kind_of_broken_answer_keeps_the_list(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let before = page.list("headlines()").await?;
    for kind in ["broken-json", "html", "empty-body", "truncate", "close", "404", "403", "429", "500"] {
        page.desk.fault(ENGLISH, kind).await?;
        page.refresh().await?;
        page.becomes(&format!("stale after {kind}"), "state()", json!("stale")).await?;
        equal(&format!("the list after {kind}"), before.clone(), page.list("headlines()").await?)?;
        page.desk.fault(ENGLISH, "none").await?;
        page.refresh().await?;
        page.becomes(&format!("live again after {kind}"), "state()", json!("live")).await?;
    }
    page.threw_nothing().await?;
    Ok(())
}

async fn an_empty_list_after_stories_never_blanks_the_rail_in_one_poll(page: &Page) -> Outcome {
    page.show("rail.html", RAIL).await?;
    let before = page.list("headlines()").await?;
    page.desk.fault(ENGLISH, "empty-list").await?;
    page.refresh().await?;
    page.stays("the list", "headlines()", json!(before), Duration::from_millis(500)).await?;
    page.threw_nothing().await?;
    Ok(())
}
