//! Dates with names in them: RFC 822 and what feeds make of it, `Date.toString()`, months in other languages (formats.md R5).

use super::{Scan, clock, in_range, instant};
use crate::item::Time;
use chrono::{Duration, NaiveDate};

/// Beginnings of month names: English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Norwegian, Danish,
/// Polish, Russian. Longer ones first where one begins another.
const MONTHS: [&str; 12] = [
    "jan ene gen sty янв",
    "feb fév fev lut фев",
    "mar mär mrz mrt maa мар",
    "apr avr abr kwi апр",
    "may mai mag maj mei май мая",
    "jun juin giu cze июн",
    "jul juil lug lip июл",
    "aug ago aoû aou sie авг",
    "sep set wrz сен",
    "oct okt ott out paź paz окт",
    "nov lis ноя",
    "dec dez dic déc des gru дек",
];

/// Zones by name, in hours (RFC 822 section 5.1); single letters mean UTC there, as RFC 2822 section 4.3 explains.
const ZONES: [(&str, i32); 12] = [
    ("est", -5),
    ("edt", -4),
    ("cst", -6),
    ("cdt", -5),
    ("mst", -7),
    ("mdt", -6),
    ("pst", -8),
    ("pdt", -7),
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("msk", 3),
];

/// The instant a text names, in any writing that feeds use. Without a zone it is UTC; what is not read to its end is `None`.
pub(crate) fn loose(text: &str) -> Option<Time> {
    instant(text).or_else(|| named(text))
}

fn named(text: &str) -> Option<Time> {
    let text = text.split('(').next().unwrap_or(text).to_lowercase();
    let mut words: Vec<&str> =
        text.split(|c: char| c.is_whitespace() || c == ',').filter(|word| !word.is_empty()).collect();
    // `02-Mar-2026`
    if let Some(at) = words.iter().position(|word| starts_with_digit(word) && word.contains('-') && month_in(word)) {
        let parts: Vec<&str> = words.get(at)?.split('-').collect();
        words.splice(at..=at, parts);
    }
    words.retain(|word| !matches!(*word, "de" | "of" | "г." | "г"));
    let is_weekday = |first: &str, second: &str, third: &str| {
        first.starts_with(char::is_alphabetic)
            && (month(second).is_some() || (starts_with_digit(second) && month(third).is_some()))
    };
    let word = |at: usize| words.get(at).copied().unwrap_or("");
    let mut at = usize::from(is_weekday(word(0), word(1), word(2)));
    let (month, day) = match month(word(at)) {
        Some(month) => (month, day(word(at + 1))?),
        None => (month(word(at + 1))?, day(word(at))?),
    };
    at += 2;
    let (mut year, mut seconds, mut offset) = (None, 0, 0);
    for word in words.get(at..)? {
        if word.contains(':') && starts_with_digit(word) {
            let mut scan = Scan(word);
            seconds = clock_loose(&mut scan)?;
            offset += if scan.0.is_empty() { 0 } else { zone(scan.0)? };
        } else if year.is_none() && starts_with_digit(word) {
            year = Some(self::year(word)?);
        } else if let "am" | "pm" = *word {
            seconds = seconds % 43_200 + if *word == "pm" { 43_200 } else { 0 };
        } else {
            offset += zone(word)?;
        }
    }
    let date = NaiveDate::from_ymd_opt(year?, month, day)?;
    let midnight = date.and_hms_opt(0, 0, 0)?.and_utc();
    let time = midnight + Duration::seconds(i64::from(seconds) - i64::from(offset));
    in_range(&time).then_some(time)
}

fn starts_with_digit(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_digit())
}

fn month_in(word: &str) -> bool {
    word.split('-').nth(1).is_some_and(|part| month(part).is_some())
}

fn month(word: &str) -> Option<u32> {
    let letters = word.strip_suffix('.').unwrap_or(word);
    if !letters.chars().all(char::is_alphabetic) {
        return None;
    }
    let found = MONTHS.iter().position(|names| names.split(' ').any(|name| letters.starts_with(name)))?;
    u32::try_from(found + 1).ok()
}

fn day(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|last: char| last.is_ascii_alphabetic() || last == '.');
    if digits.len() > 2 { None } else { digits.parse().ok() }
}

/// Two digits by RFC 2822 section 4.3.
fn year(word: &str) -> Option<i32> {
    let number: i32 = word.parse().ok()?;
    match (word.len(), number) {
        (2, 0..50) => Some(number + 2000),
        (2, _) => Some(number + 1900),
        (4, _) => Some(number),
        _ => None,
    }
}

/// `9:5:0` too.
fn clock_loose(scan: &mut Scan<'_>) -> Option<u32> {
    let end = scan.0.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(scan.0.len());
    let (written, rest) = scan.0.split_at_checked(end)?;
    let padded: Vec<String> = written.split(':').map(|part| format!("{part:0>2}")).collect();
    let padded = padded.join(":");
    let mut inner = Scan(&padded);
    let (seconds, _) = clock(&mut inner)?;
    scan.0 = rest;
    inner.0.is_empty().then_some(seconds)
}

/// Seconds east of UTC of `+0300`, `-05:00`, `gmt+0400`, `z`, `est`.
fn zone(word: &str) -> Option<i32> {
    let letters = word.trim_end_matches(|c: char| !c.is_ascii_alphabetic());
    let number = word.get(letters.len()..)?;
    let hours = match ZONES.iter().find(|(name, _)| *name == letters) {
        Some((_, hours)) => *hours,
        None if letters.is_empty() || (letters.len() == 1 && number.is_empty()) => 0,
        None => return None,
    };
    if number.is_empty() {
        return Some(hours * 3_600);
    }
    let (sign, digits) =
        if let Some(digits) = number.strip_prefix('-') { (-1, digits) } else { (1, number.strip_prefix('+')?) };
    let digits = digits.replace(':', "");
    let (whole, minutes) = match digits.len() {
        1 | 2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse::<i32>().ok()?),
        _ => return None,
    };
    (whole < 24 && minutes < 60).then_some(hours * 3_600 + sign * (whole * 3_600 + minutes * 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::json::rfc3339;

    #[test]
    fn dates_with_names_are_read() {
        for (text, want) in [
            ("Mon, 02 Mar 2026 09:30:00 GMT", "2026-03-02T09:30:00Z"),
            ("Fri, 27 Feb 26 22:05:03 +0300", "2026-02-27T19:05:03Z"),
            ("Thu, 5 Mar 2026 20:0:0 Z", "2026-03-05T20:00:00Z"),
            ("Mo, 23 Mär 2026 14:10:00 +0100", "2026-03-23T13:10:00Z"),
            ("WED,04 MAR 2026 02:23:01", "2026-03-04T02:23:01Z"),
            ("Tue, 04 Mar 2026 10:00:00 +0000", "2026-03-04T10:00:00Z"),
            ("Wed, 04 Mar 2026 24:00:00 GMT", "2026-03-05T00:00:00Z"),
            ("Wed, 04 Mar 2026 10:00 EST", "2026-03-04T15:00:00Z"),
            ("4 Mar 2026 10:00:60 PDT", "2026-03-04T17:00:59Z"),
            ("Wed, 04 Mar 2026 10:00:00 K", "2026-03-04T10:00:00Z"),
            ("mar., 03 mars 2026 08:00:00 +0100", "2026-03-03T07:00:00Z"),
            ("вт, 03 марта 2026 08:00:00 +0400", "2026-03-03T04:00:00Z"),
            ("2 de março de 2026 08:00", "2026-03-02T08:00:00Z"),
            ("Mon Mar 02 2026 09:30:00 GMT+0400 (Azerbaijan Standard Time)", "2026-03-02T05:30:00Z"),
            ("Mon Mar  2 09:30:00 2026", "2026-03-02T09:30:00Z"),
            ("March 2nd, 2026 9:30 PM", "2026-03-02T21:30:00Z"),
            ("02-Mar-2026 09:30:00", "2026-03-02T09:30:00Z"),
            ("02 Mar 2026", "2026-03-02T00:00:00Z"),
            ("2026-03-02 09:30:00 +0100", "2026-03-02T08:30:00Z"),
            ("Sun, 01 Jan 99 00:00:00 GMT", "1999-01-01T00:00:00Z"),
        ] {
            assert_eq!(loose(text).map(rfc3339).as_deref(), Some(want), "{text}");
        }
    }

    #[test]
    fn what_is_not_read_to_its_end_is_none() {
        for text in [
            "Sometime last week",
            "02/03/2026",
            "Mon, 32 Mar 2026 09:30:00 GMT",
            "Mon, 02 Mar 2026 09:30:00 XYZ",
            "Mon, 02 Mar 2026 25:30:00 GMT",
            "Mon, 02 Foo 2026 09:30:00 GMT",
            "Mon, 02 Mar 2026 09:30:00 GMT and more",
            "Mon, 02 Mar 202 09:30:00 GMT",
            "mar",
            "",
        ] {
            assert_eq!(loose(text), None, "{text}");
        }
    }
}
