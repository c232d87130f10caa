//! When, in words: clocks, ages, days. A moment is an instant; the day it falls on depends on the zone.

use super::phrase::{Counted, Phrase, Timed, fill};
use super::{Locale, Zone};
use crate::item::Time;
use chrono::{Datelike, Duration, NaiveDate, NaiveDateTime, Timelike};

/// The time of a story in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// `None` today; else "1 March", with the year when it is another one.
    pub day: Option<String>,
    /// "16:09".
    pub clock: String,
}

impl Locale {
    /// "16:09": always 24 hours, always four digits.
    pub fn clock(self, time: Time, zone: &Zone) -> String {
        self.clock_of(there(time, zone))
    }

    /// "5 min ago". Counted in whole minutes, hours, then days; a moment to come is "now", because the reader's clock
    /// may be slow and a newsroom's story never comes from the future.
    pub fn age(self, time: Time, now: Time) -> String {
        let minutes = (now - time).num_minutes();
        let count = |counted, n: i64| self.count(counted, u32::try_from(n).unwrap_or(u32::MAX));
        match minutes {
            ..1 => self.say(Phrase::Now).to_owned(),
            1..60 => count(Counted::MinutesAgo, minutes),
            60..1440 => count(Counted::HoursAgo, minutes / 60),
            _ => count(Counted::DaysAgo, minutes / 1440),
        }
    }

    /// Clock, and the day when it is not today's.
    pub fn stamp(self, time: Time, now: Time, zone: &Zone) -> Stamp {
        let (time, today) = (there(time, zone), there(now, zone).date());
        let day = (time.date() != today).then(|| self.day(time.date(), today));
        Stamp { day, clock: self.clock_of(time) }
    }

    /// A stamp on one line: "16:09", or "1 March, 23:48".
    pub fn moment(self, time: Time, now: Time, zone: &Zone) -> String {
        let stamp = self.stamp(time, now, zone);
        match stamp.day {
            Some(day) => self.list(&[day, stamp.clock]),
            None => stamp.clock,
        }
    }

    /// "2 March 2027".
    pub fn full_date(self, time: Time, zone: &Zone) -> String {
        self.date(self.language.full_date, there(time, zone).date())
    }

    /// "Tuesday, 2 March 2027".
    pub fn weekday_date(self, time: Time, zone: &Zone) -> String {
        self.date(self.language.weekday_date, there(time, zone).date())
    }

    /// What separates a day from today in a list: `None` for today, "Yesterday, 1 March", "27 February", with the year
    /// when it is another one.
    pub fn day_label(self, time: Time, now: Time, zone: &Zone) -> Option<String> {
        let (date, today) = (there(time, zone).date(), there(now, zone).date());
        let day = self.day(date, today);
        match (today - date).num_days() {
            0 => None,
            1 => Some(self.list(&[self.say(Phrase::Yesterday), &day])),
            _ => Some(day),
        }
    }

    /// "Updated at 16:10" when that is the day of publication, else "Updated 3 March 2027, 16:10".
    pub fn story_updated(self, updated: Time, published: Option<Time>, zone: &Zone) -> String {
        let (time, clock) = (there(updated, zone), self.clock(updated, zone));
        match published {
            Some(published) if there(published, zone).date() == time.date() => self.story_updated_at(&clock),
            _ => self.timed(Timed::StoryUpdatedOn, &self.list(&[self.full_date(updated, zone), clock])),
        }
    }

    fn day(self, date: NaiveDate, today: NaiveDate) -> String {
        let same_year = date.year() == today.year();
        self.date(if same_year { self.language.day_month } else { self.language.full_date }, date)
    }

    fn date(self, pattern: &str, date: NaiveDate) -> String {
        let month = self.language.months.get(date.month0() as usize).copied().unwrap_or_default();
        let weekday = date.weekday().num_days_from_sunday() as usize;
        let weekday = self.language.weekdays.get(weekday).copied().unwrap_or_default();
        let (day, year) = (date.day().to_string(), date.year().to_string());
        self.shape(fill(pattern, &[('d', &day), ('m', month), ('y', &year), ('w', weekday)]))
    }

    fn clock_of(self, time: NaiveDateTime) -> String {
        let mut clock = String::with_capacity(5);
        push(&mut clock, "", time.hour(), 2);
        push(&mut clock, ":", time.minute(), 2);
        self.shape(clock)
    }
}

/// RFC 3339 in UTC, to the second: for `<time datetime>`. By hand, because chrono's own writer costs the wasm 9 KB.
pub fn machine(time: Time) -> String {
    let mut text = String::with_capacity(20);
    push(&mut text, "", u32::try_from(time.year()).unwrap_or(0), 4);
    push(&mut text, "-", time.month(), 2);
    push(&mut text, "-", time.day(), 2);
    push(&mut text, "T", time.hour(), 2);
    push(&mut text, ":", time.minute(), 2);
    push(&mut text, ":", time.second(), 2);
    text.push('Z');
    text
}

/// `before`, then the number with zeros up to `width`.
fn push(text: &mut String, before: &str, number: u32, width: usize) {
    text.push_str(before);
    let digits = number.to_string();
    for _ in digits.len()..width {
        text.push('0');
    }
    text.push_str(&digits);
}

/// The wall clock in `zone`; at the ends of the calendar, where there is none, UTC's.
fn there(time: Time, zone: &Zone) -> NaiveDateTime {
    let utc = time.naive_utc();
    utc.checked_add_signed(Duration::seconds(zone.offset_seconds(time).into())).unwrap_or(utc)
}

#[cfg(test)]
mod tests;
