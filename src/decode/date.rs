//! The date rule: an instant, or nothing (formats.md R5).
//!
//! This file decides which writings of a date are understood in JSON: RFC 3339 and its common slips, ISO dates, unix
//! seconds and milliseconds. XML is written with less care: `words` reads dates that spell the month too, `zone` the names
//! of zones. It refuses to guess: what is not read to its end is `None`, and "now" never stands in.

#[cfg(feature = "formats")]
mod words;
#[cfg(feature = "formats")]
mod zone;

#[cfg(feature = "formats")]
pub use words::loose;

use crate::item::Time;
use chrono::{Datelike, Duration, NaiveDate};
use serde_json::Value;

/// Numbers from here on are milliseconds, since 1980. Below lie `202603021000` and its like, which are neither.
const MILLISECONDS_FROM: i64 = 315_532_800_000;
/// The end of 2099, in seconds: nobody's news is later, and `20260302100000` is no number of milliseconds.
const SECONDS_TO: i64 = 4_102_444_799;
/// Numbers below (March 1973 as seconds) are no dates but years, counters and zeros.
const SECONDS_FROM: i64 = 100_000_000;

/// The instant a JSON value names.
pub fn of(value: &Value) -> Option<Time> {
    match value {
        Value::String(text) => instant(text),
        Value::Number(number) => unix(number.as_i64().or_else(|| number.as_f64().map(|number| number as i64))?),
        _ => None,
    }
}

/// The instant a text names. Without a zone it is UTC.
pub fn instant(text: &str) -> Option<Time> {
    let text = text.trim();
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return unix(text.parse().ok()?);
    }
    iso(text, zone)
}

fn unix(number: i64) -> Option<Time> {
    let time = match number {
        MILLISECONDS_FROM.. if number / 1_000 <= SECONDS_TO => Time::from_timestamp_millis(number),
        SECONDS_FROM..=SECONDS_TO => Time::from_timestamp(number, 0),
        _ => None,
    };
    time.filter(in_range)
}

/// What four digits of a year can write.
fn in_range(time: &Time) -> bool {
    (1..=9999).contains(&time.year())
}

/// How what stands behind a clock is read: seconds east of UTC.
type Zone = fn(&mut Scan<'_>) -> Option<i64>;

/// `2026-03-02`, `2026/3/2 8:05`, `2026-03-02T08:05:09.25+04:00[Asia/Baku]`.
fn iso(text: &str, zone: Zone) -> Option<Time> {
    let mut scan = Scan(text);
    let year = scan.number(4, 4)?;
    let separator = scan.one_of("-/")?;
    let month = scan.number(1, 2)?;
    scan.one_of(separator)?;
    let day = scan.number(1, 2)?;
    let mut clock = (0, 0);
    if scan.one_of("Tt ").is_some() {
        scan.spaces();
        clock = self::clock(&mut scan)?;
    }
    let east = zone(&mut scan)?;
    if scan.0.is_empty() { time([year, month, day], clock, east) } else { None }
}

/// The instant of year, month and day, at seconds and nanoseconds since midnight, `east` seconds east of UTC.
fn time([year, month, day]: [u32; 3], (seconds, nanos): (u32, u32), east: i64) -> Option<Time> {
    let midnight = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?.and_hms_opt(0, 0, 0)?.and_utc();
    let time = midnight + Duration::seconds(i64::from(seconds) - east) + Duration::nanoseconds(i64::from(nanos));
    Some(time).filter(in_range)
}

/// Seconds since midnight and nanoseconds of `H:M[:S[.fraction]]`, one or two digits each.
fn clock(scan: &mut Scan<'_>) -> Option<(u32, u32)> {
    let mut hour = scan.number(1, 2)?;
    scan.one_of(":")?;
    let minute = scan.number(1, 2)?;
    let mut second = 0;
    let mut nanos = 0;
    if scan.one_of(":").is_some() {
        second = scan.number(1, 2)?;
        if scan.one_of(".,").is_some() {
            nanos = scan.fraction()?;
        }
    }
    if hour > 24 || minute > 59 || second > 60 {
        return None;
    }
    // 24:00:00 is the end of the day; 24:05 is a writer who meant 00:05 of the same day.
    if hour == 24 && (minute, second) != (0, 0) {
        hour = 0;
    }
    // A leap second is shown as the second before it.
    Some((hour * 3600 + minute * 60 + second.min(59), nanos))
}

/// Seconds east of UTC; 0 without a zone. A zone's name behind the offset is passed over.
fn zone(scan: &mut Scan<'_>) -> Option<i64> {
    scan.spaces();
    for name in ["Z", "UTC", "GMT", "UT"] {
        if scan.word(name) {
            return Some(0);
        }
    }
    let Some(sign) = scan.one_of("+-") else {
        return Some(0);
    };
    let east = offset(scan, sign)?;
    scan.bracketed();
    Some(east)
}

/// `04:00`, `0400` or `04` behind its sign, in seconds.
fn offset(scan: &mut Scan<'_>, sign: &str) -> Option<i64> {
    let hours = scan.number(2, 2)?;
    let colon = scan.one_of(":").is_some();
    let minutes = match scan.number(2, 2) {
        Some(minutes) => minutes,
        None if colon => return None,
        None => 0,
    };
    let seconds = i64::from(hours * 3600 + minutes * 60);
    (hours < 24 && minutes < 60).then_some(if sign == "-" { -seconds } else { seconds })
}

/// The rest of a text that is being read.
struct Scan<'a>(&'a str);

impl<'a> Scan<'a> {
    fn take(&mut self, length: usize) -> Option<&'a str> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn digits(&self) -> usize {
        self.0.bytes().take_while(u8::is_ascii_digit).count()
    }

    /// A number of `least` to `most` digits.
    fn number(&mut self, least: usize, most: usize) -> Option<u32> {
        let length = self.digits().min(most);
        if length < least {
            return None;
        }
        self.take(length)?.parse().ok()
    }

    /// Nanoseconds of a fraction; digits beyond the ninth are dropped.
    fn fraction(&mut self) -> Option<u32> {
        let length = self.digits();
        let digits = self.take(length).filter(|digits| !digits.is_empty())?;
        let mut nanos = 0;
        for place in 0..9 {
            let digit = digits.as_bytes().get(place).map_or(0, |byte| byte - b'0');
            nanos = nanos * 10 + u32::from(digit);
        }
        Some(nanos)
    }

    fn one_of(&mut self, characters: &str) -> Option<&'a str> {
        let found = self.0.starts_with(|next| characters.contains(next));
        if found { self.take(1) } else { None }
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.0.get(..word.len()).is_some_and(|next| next.eq_ignore_ascii_case(word))
            && !self.0.as_bytes().get(word.len()).is_some_and(u8::is_ascii_alphabetic);
        if found {
            self.take(word.len());
            self.bracketed();
        }
        found
    }

    fn spaces(&mut self) {
        self.0 = self.0.trim_start();
    }

    fn bracketed(&mut self) {
        if let Some(name) = self.0.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
            && !name.contains([']', '['])
        {
            self.0 = "";
        }
    }
}

#[cfg(test)]
mod tests;
