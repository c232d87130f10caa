//! The report of `newsrail check` for people.
//!
//! This file decides order and words: first what readers would see, then what to mend. Times stand in the newsroom's zone
//! where the feed names one.

use chrono::{Datelike, Timelike, Utc};
use chrono_tz::Tz;
use newsrail::item::{Failure, Feed, Item, State, Time};
use std::fmt::Write;

/// The header a server must add before other pages may read the feed.
const CORS: &str = "Access-Control-Allow-Origin: *";

/// A feed, its stories in the order of the list, and its problems.
pub(crate) fn feed(feed: &Feed, readable: Option<bool>) -> String {
    let mut out = String::new();
    let zone = feed.time_zone.as_deref().and_then(|name| name.parse::<Tz>().ok());
    let shown = feed.items.iter().filter(|item| item.state == State::Live).count();
    let hidden = feed.items.len() - shown;
    let title = feed.title.as_deref().unwrap_or("(no title)");
    let zone_name = zone.map_or("UTC", |zone| zone.name());
    // Writing into a String cannot fail.
    let _ = writeln!(out, "{title}: {}, {shown} stories, times in {zone_name}\n", feed.format.as_str());
    let mut items: Vec<&Item> = feed.items.iter().filter(|item| item.state == State::Live).collect();
    items.sort_by_key(|item| std::cmp::Reverse((item.pinned, item.sort_key)));
    for item in items {
        line(&mut out, item, zone);
    }
    if hidden + feed.deleted.len() > 0 {
        let _ = writeln!(out, "\nNot shown: {hidden} held back, {} withdrawn", feed.deleted.len());
    }
    if let Some(next) = &feed.next {
        let _ = writeln!(out, "\nNext page: {next}");
    }
    problems(&mut out, feed);
    cors(&mut out, readable);
    out
}

/// Why there is no feed.
pub(crate) fn failure(failure: &Failure, readable: Option<bool>) -> String {
    let mut out = format!("No feed ({}): {}\n", failure.code.as_str(), failure.message);
    let _ = writeln!(out, "What helps: {}", failure.code.advice().as_str());
    cors(&mut out, readable);
    out
}

fn line(out: &mut String, item: &Item, zone: Option<Tz>) {
    let time = item.published.map_or("(no date)       ".into(), |time| clock(time, zone));
    let seen = item.published.unwrap_or_default();
    let now = item.sort_key.unwrap_or(seen);
    let badges = item.badges_at(seen, false, now);
    let _ = write!(out, "{time}  {}", item.headline());
    for badge in badges {
        let _ = write!(out, " [{}]", badge.as_str());
    }
    if let Some(section) = &item.section {
        let _ = write!(out, "  ({section})");
    }
    out.push('\n');
}

fn clock(time: Time, zone: Option<Tz>) -> String {
    let write = |year: i32, month: u32, day: u32, hour: u32, minute: u32| {
        format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
    };
    match zone {
        Some(zone) => {
            let time = time.with_timezone(&zone);
            write(time.year(), time.month(), time.day(), time.hour(), time.minute())
        }
        None => {
            let time = time.with_timezone(&Utc);
            write(time.year(), time.month(), time.day(), time.hour(), time.minute())
        }
    }
}

fn problems(out: &mut String, feed: &Feed) {
    if feed.problems.is_empty() {
        out.push_str("\nNo problems found.\n");
        return;
    }
    let _ = writeln!(out, "\nTo mend ({}):", feed.problems.len());
    for problem in &feed.problems {
        let place = problem.item.map_or("feed".into(), |position| format!("story {}", position + 1));
        let _ = writeln!(out, "  {place}, {}: {}", problem.field, problem.message);
    }
}

fn cors(out: &mut String, readable: Option<bool>) {
    if readable == Some(false) {
        let _ = writeln!(out, "\nBrowsers may not read this address from other sites. Add the header\n  {CORS}");
        out.push_str("or serve the feed from the site that shows it (newsrail convert --out FILE --watch SECONDS).\n");
    }
}
