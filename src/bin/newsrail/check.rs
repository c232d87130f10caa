//! `newsrail check`: what the widget would show, and what is wrong with the feed.

use crate::server::{Remark, Server};
use crate::source::{Input, Trouble};
use crate::{NO_FEED, USAGE, report};
use clap::Args;
use newsrail::decode::text::html_to_text;
use newsrail::item::json::rfc3339;
use newsrail::item::{Failure, Feed, Item, State};
use serde_json::{Map, Value, json};
use std::io::Write;
use std::process::ExitCode;

/// The command's options.
#[derive(Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: Input,
    /// Print JSON for programs instead of a report
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> ExitCode {
    let (result, answer) = match arguments.input.read() {
        Ok(answer) => (arguments.input.check(&answer), Some(answer)),
        Err(Trouble::Network(failure)) => (Err(failure), None),
        Err(Trouble::File(error)) => {
            eprintln!("newsrail: {}", arguments.input.unreadable(&error));
            return ExitCode::from(USAGE);
        }
    };
    let server = answer.as_ref().and_then(|answer| answer.server.as_ref());
    let remarks =
        server.zip(result.as_ref().ok()).map(|(server, feed)| server.remarks(feed.format)).unwrap_or_default();
    let text = match (&result, arguments.json) {
        (Ok(feed), false) => report::feed(feed, &remarks, arguments.input.moment()),
        (Err(failure), false) => report::failure(failure),
        (result, true) => {
            let mut out = result.as_ref().map_or_else(refused, found);
            if let Some(out) = out.as_object_mut() {
                out.insert("cors".into(), server.map(Server::is_open).into());
                out.insert("remarks".into(), remarks.iter().map(Remark::to_json).collect());
            }
            format!("{out:#}\n")
        }
    };
    // A reader that closed the pipe has seen enough.
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::from(if result.is_ok() { 0 } else { NO_FEED })
}

fn found(feed: &Feed) -> Value {
    let ids = |state: State| -> Vec<&str> {
        feed.items.iter().filter(|item| item.state == state).map(|item| item.id.as_str()).collect()
    };
    let items: Vec<_> = feed.items.iter().map(item).collect();
    let mut updates: Vec<Value> =
        items.iter().filter_map(|item| item.get("live_updates")?.as_array().cloned()).flatten().collect();
    for update in &mut updates {
        // Most updates have no headline: this is what stands there instead.
        let summary = update.get("content_html").and_then(Value::as_str).and_then(html_to_text);
        if let Some(update) = update.as_object_mut() {
            update.insert("summary".into(), summary.into());
        }
    }
    // A page number is told from an address.
    let page = feed.next.as_deref().and_then(|next| next.parse::<u64>().ok());
    let next = page.map_or_else(|| json!(feed.next), |page| json!({"page": page}));
    json!({
        "format": feed.format.as_str(),
        "error": null,
        "truncated": feed.truncated,
        "feed": feed.head(),
        "next": next,
        "items": items,
        "visible": ids(State::Live),
        "hidden": ids(State::Hidden),
        "deleted": feed.deleted.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
        "discovered": feed.discovered,
        "children": feed.children,
        "live_updates": updates,
        "problems": problems(feed),
    })
}

fn item(item: &Item) -> Map<String, Value> {
    let mut out = match item.to_json() {
        Value::Object(out) => out,
        _ => Map::new(),
    };
    out.insert("id_source".into(), item.id_source.as_str().into());
    out.insert("state".into(), item.state.as_str().into());
    out.insert("revised".into(), item.revised.into());
    out.insert("sort_key".into(), item.sort_key.map(rfc3339).into());
    out.insert("replaces".into(), item.replaces.as_ref().map(|id| id.as_str()).into());
    out
}

fn problems(feed: &Feed) -> Vec<Value> {
    let problems = feed.problems.iter();
    problems.map(|problem| json!({"item": problem.item, "field": problem.field, "message": problem.message})).collect()
}

/// The same shape with nothing in it, so that a program needs one way to read both.
fn refused(failure: &Failure) -> Value {
    json!({
        "format": null,
        "error": failure.code.as_str(),
        "message": failure.message,
        "advice": failure.code.advice().as_str(),
        "truncated": false,
        "feed": {},
        "next": null,
        "items": [],
        "visible": [],
        "hidden": [],
        "deleted": [],
        "discovered": failure.discovered,
        "children": [],
        "live_updates": [],
        "problems": [],
    })
}
