//! What a channel says about asking again: hints, never orders (formats.md section 11).

use crate::decode::xml::{Element, Ns};
use crate::item::Feed;
use crate::item::json::DAYS;
use crate::sorted::sort;

/// Minutes of `sy:updatePeriod`.
const PERIODS: [(&str, u32); 5] =
    [("hourly", 60), ("daily", 1_440), ("weekly", 10_080), ("monthly", 43_200), ("yearly", 525_600)];

/// A hint for longer than a day, in minutes, is a mistake: nobody's news stands still so long.
const LONGEST: u32 = 1_440;

/// Reads `ttl`, `skipHours`, `skipDays`, and the syndication module where there is no `ttl`.
pub(in crate::decode) fn hints(channel: &Element, own: Ns, feed: &mut Feed) {
    let fits = |minutes: &u32| (1..=LONGEST).contains(minutes);
    let ttl = channel.child_text(own, "ttl").and_then(|minutes| minutes.parse().ok()).filter(fits);
    feed.ttl_minutes = ttl.or_else(|| syndication(channel).filter(fits));
    for hour in values(channel, own, "skiphours", "hour") {
        // 0.92 counted from 1 to 24.
        let hour = hour.parse::<u8>().ok().filter(|hour| *hour <= 24).map(|hour| hour % 24);
        feed.skip_hours.extend(hour.filter(|hour| !feed.skip_hours.contains(hour)));
    }
    sort(&mut feed.skip_hours, |a, b| a < b);
    for day in values(channel, own, "skipdays", "day") {
        let day = DAYS.iter().position(|name| name.eq_ignore_ascii_case(&day)).and_then(|day| u8::try_from(day).ok());
        feed.skip_days.extend(day.filter(|day| !feed.skip_days.contains(day)));
    }
}

fn values(channel: &Element, own: Ns, list: &str, entry: &str) -> Vec<String> {
    let lists = channel.all(own, list);
    lists.flat_map(|list| list.all(own, entry)).map(|entry| entry.text().trim().to_owned()).collect()
}

fn syndication(channel: &Element) -> Option<u32> {
    let period = channel.child_text(Ns::Sy, "updateperiod")?.to_ascii_lowercase();
    let (_, minutes) = PERIODS.iter().find(|(name, _)| *name == period)?;
    let times = channel.child_text(Ns::Sy, "updatefrequency").and_then(|times| times.parse().ok()).unwrap_or(1_u32);
    Some((minutes / times.max(1)).max(1))
}
