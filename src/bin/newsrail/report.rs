//! The report of `newsrail check` for people.
//!
//! This file decides order and words: first what readers would see, then what to mend in the feed, then what to mend at the
//! server. Times stand in the newsroom's zone where the feed names one.

use crate::server::Remark;
use chrono::{Datelike, FixedOffset, Offset, Timelike};
use chrono_tz::Tz;
use newsrail::item::{Code, Failure, Feed, Item, State, Time};
use std::fmt::Write;

/// Badges and sections longer than so many letters push their headline aside instead of widening the column.
const WIDEST: usize = 24;
/// So many stories with the same fault are named; of more, the number is told.
const NAMED: usize = 8;

/// A feed, its stories in the order of the list at `now`, and what to mend.
pub(crate) fn feed(feed: &Feed, remarks: &[Remark], now: Time) -> String {
    let mut out = String::new();
    let zone = feed.time_zone.as_deref().and_then(|name| name.parse::<Tz>().ok());
    // Numbered as they stand in the document, which is where faults are mended; sorted as readers see them.
    let numbered = feed.positions.iter().map(|position| position + 1).zip(&feed.items);
    let mut items: Vec<(usize, &Item)> = numbered.filter(|(_, item)| item.state == State::Live).collect();
    items.sort_by_key(|(_, item)| std::cmp::Reverse((item.pinned, item.sort_key)));
    let hidden = feed.items.len() - items.len();
    let title = feed.title.as_deref().unwrap_or("(no title)");
    let zone_name = zone.map_or("UTC", |zone| zone.name());
    let stories = count(items.len(), "story", "stories");
    // Writing into a String cannot fail.
    let _ = writeln!(out, "{title}: {}, {stories}, times in {zone_name}\n", feed.format.as_str());
    table(&mut out, &items, zone, now);
    if hidden + feed.deleted.len() > 0 {
        let _ = writeln!(out, "\nNot shown: {hidden} held back, {} withdrawn", feed.deleted.len());
    }
    if let Some(next) = &feed.next {
        let _ = writeln!(out, "\nNext page: {next}");
    }
    addresses(&mut out, "Sitemaps it lists; check each", &feed.children);
    addresses(&mut out, "Feeds it names", &feed.discovered);
    problems(&mut out, feed);
    server(&mut out, remarks);
    out
}

/// Why there is no feed, and where there may be one.
pub(crate) fn failure(failure: &Failure) -> String {
    let mut out = format!("No feed ({}): {}\n", failure.code.as_str(), failure.message);
    let _ = writeln!(out, "What helps: {}", help(failure));
    addresses(&mut out, "Feeds this page names; check one of them", &failure.discovered);
    out
}

/// The widget's advice speaks to a page; here are the address, the feed and its maker.
fn help(failure: &Failure) -> &'static str {
    match failure.code {
        Code::Network => "check the address, and whether its server is running and can be reached from here",
        Code::NotAFeed if !failure.discovered.is_empty() => "give the address of a feed; this page names some",
        code => code.advice().as_str(),
    }
}

/// What the widget would show: a row per story.
fn table(out: &mut String, items: &[(usize, &Item)], zone: Option<Tz>, now: Time) {
    let head = ["story", "time", "badge", "section", "headline"].map(str::to_owned);
    let rows: Vec<[String; 5]> = items.iter().map(|(number, item)| row(*number, item, zone, now)).collect();
    let all = || std::iter::once(&head).chain(&rows);
    let width = |text: &String| text.chars().count();
    let widest = |column: fn(&[String; 5]) -> &String| {
        all().map(|row| width(column(row))).filter(|width| *width <= WIDEST).max().unwrap_or_default()
    };
    let (time, badge, section) = (widest(|row| &row[1]), widest(|row| &row[2]), widest(|row| &row[3]));
    for [number, clock, badges, area, headline] in all() {
        let _ = writeln!(out, "{number:>5}  {clock:time$}  {badges:badge$}  {area:section$}  {headline}");
    }
}

fn row(number: usize, item: &Item, zone: Option<Tz>, now: Time) -> [String; 5] {
    let badges = item.badges_at(now, false, now);
    let badges: Vec<&str> = badges.iter().map(|badge| badge.as_str()).collect();
    let time = item.published.map_or("(no date)".into(), |time| clock(time, zone));
    [number.to_string(), time, badges.join(", "), item.section.clone().unwrap_or_default(), item.headline().to_owned()]
}

fn clock(time: Time, zone: Option<Tz>) -> String {
    let offset: FixedOffset = match zone {
        Some(zone) => time.with_timezone(&zone).offset().fix(),
        None => chrono::Utc.fix(),
    };
    let time = time.with_timezone(&offset);
    let (year, month, day) = (time.year(), time.month(), time.day());
    format!("{year:04}-{month:02}-{day:02} {:02}:{:02}", time.hour(), time.minute())
}

/// What to mend in the feed; stories with the same fault share a line.
fn problems(out: &mut String, feed: &Feed) {
    let mut kinds: Vec<(&str, &str, Vec<Option<usize>>)> = Vec::new();
    for problem in &feed.problems {
        let same = kinds.iter_mut().find(|(field, message, _)| *field == problem.field && *message == problem.message);
        match same {
            Some((_, _, places)) => places.push(problem.item),
            None => kinds.push((problem.field, &problem.message, vec![problem.item])),
        }
    }
    // A feed without any picture is made so.
    kinds.retain(|(field, _, places)| *field != "image" || places.len() < feed.items.len());
    if kinds.is_empty() {
        out.push_str("\nNo problems found in the feed.\n");
        return;
    }
    out.push_str("\nTo mend in the feed:\n");
    for (field, message, places) in kinds {
        let _ = writeln!(out, "  {}, {field}: {message}", place(&places));
    }
}

/// "feed", "story 3", "stories 1, 2, 4 and 9 more"; stories count from 1 as people do.
fn place(places: &[Option<usize>]) -> String {
    let numbers: Vec<String> = places.iter().flatten().map(|position| (position + 1).to_string()).collect();
    let named = numbers.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    match numbers.len() {
        0 => "feed".into(),
        1 => format!("story {named}"),
        many if many <= NAMED => format!("stories {named}"),
        many => format!("stories {named} and {} more", many - NAMED),
    }
}

fn addresses(out: &mut String, what: &str, list: &[String]) {
    if !list.is_empty() {
        let _ = writeln!(out, "\n{what}:\n  {}", list.join("\n  "));
    }
}

fn server(out: &mut String, remarks: &[Remark]) {
    if remarks.is_empty() {
        return;
    }
    out.push_str("\nTo mend at the server:\n");
    for Remark { message, line } in remarks {
        let _ = writeln!(out, "  {message}");
        if let Some(line) = line {
            let _ = writeln!(out, "    send: {line}");
        }
    }
    if remarks.iter().any(|remark| remark.line.as_deref().is_some_and(|line| line.starts_with("Access-Control"))) {
        out.push_str("  Or let your own site serve a copy: newsrail convert URL --out FILE --watch SECONDS\n");
    }
}

fn count(number: usize, one: &str, many: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { many })
}
