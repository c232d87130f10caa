//! Dates that spell the month: RFC 822 and its slips, what JavaScript, C and Go print, and months of twelve languages.
//!
//! This file decides what each word and number of such a date is. Because the month is a word, day and year cannot be
//! mistaken for it; a date in numbers alone whose order is open is no date (formats.md R5).

use super::zone::{self, letters};
use super::{Scan, clock, instant, iso, time};
use crate::item::Time;

/// How the names of the months begin in de en fr es it pt nl sv no da pl ru az, January first.
const MONTHS: [&str; 12] = [
    "jan jän gen ene sty янв yan",
    "feb fév fev lut фев",
    "mar mär mrz mrt maa мар",
    "apr avr abr kwi апр",
    "may mai mag mei maj май мая",
    "jun juin giu cze июн iyun",
    "jul juil lug lip июл iyul",
    "aug ago aoû aou sie авг avq",
    "sep set wrz сен sen",
    "oct okt ott out paź paz окт",
    "nov lis ноя noy",
    "dec déc dez dic des gru дек dek",
];

/// What begins like one of these and is a month of another language: Croatian June, Finnish November.
const OTHERS: [&str; 2] = ["lipnj", "marras"];

/// The first two letters of the weekdays in the same languages. Which day they name is not asked: it is often wrong.
const WEEKDAYS: &str = "mo tu we th fr sa su di mi do so lu ma me je ve ju vi sá gi se te qu wo vr za zo må ti on to lö \
                        sö lø sø po pn wt śr cz pt pi sb ni nd пн по вт ср чт че пт пя сб су вс во";

/// Words between the parts of a date: `2 de março`, `1er mars`, `2 марта 2026 г. в 14:10`, `segunda-feira`, `kl. 14:10`.
const FILLERS: [&str; 17] =
    ["de", "del", "at", "st", "nd", "rd", "th", "er", "à", "um", "uhr", "den", "d", "kl", "feira", "г", "в"];

/// The instant a text names, in any writing that feeds use. Without a zone it is UTC.
pub fn loose(text: &str) -> Option<Time> {
    instant(text).or_else(|| {
        let text = without_weekday(text.trim());
        iso(text, zone::read).or_else(|| spelled(text))
    })
}

fn spelled(text: &str) -> Option<Time> {
    let mut scan = Scan(text);
    let mut parts = Parts::default();
    while !scan.0.is_empty() {
        parts.take(&mut scan)?;
    }
    time([parts.year?, parts.month?, parts.day?], parts.clock.unwrap_or_default(), parts.east.unwrap_or_default())
}

fn without_weekday(text: &str) -> &str {
    let mut scan = Scan(text);
    let word = folded(letters(&mut scan));
    let start: String = word.chars().take(2).collect();
    let is_weekday =
        month(&word).is_none() && start.chars().count() == 2 && WEEKDAYS.split(' ').any(|day| day == start);
    if is_weekday { scan.0.trim_start_matches([' ', ',', '.']) } else { text }
}

/// What has been found so far.
#[derive(Default)]
struct Parts {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    /// Seconds since midnight, nanoseconds.
    clock: Option<(u32, u32)>,
    east: Option<i64>,
    /// The first word may be Tuesday in Romance languages (`mar. 2 giu 2026`); then another month follows.
    maybe_tuesday: bool,
}

impl Parts {
    /// Takes one piece; `None` when it makes no sense where it stands.
    fn take(&mut self, scan: &mut Scan<'_>) -> Option<()> {
        if scan.digits() > 0 {
            return self.number(scan);
        }
        let is_offset = self.clock.is_some() && scan.0.starts_with(['+', '-', '(', '[']);
        if is_offset {
            return self.zone(scan);
        }
        let mut ahead = Scan(scan.0);
        let word = folded(letters(&mut ahead));
        if word.is_empty() {
            scan.0 = scan.0.strip_prefix(|next: char| next.is_whitespace() || ",.-".contains(next))?;
            return Some(());
        }
        if self.is_zone(&word) {
            return self.zone(scan);
        }
        scan.0 = ahead.0;
        self.word(&word)
    }

    fn number(&mut self, scan: &mut Scan<'_>) -> Option<()> {
        let mut ahead = Scan(scan.0);
        let length = ahead.digits();
        let number = ahead.number(1, 4)?;
        if ahead.0.starts_with(':') {
            let clock = clock(scan)?;
            return self.clock.replace(clock).is_none().then_some(());
        }
        scan.0 = ahead.0;
        let known = match length {
            1 | 2 if self.day.is_none() => self.day.replace(number),
            // RFC 5322 section 4.3.
            2 => self.year.replace(if number < 50 { number + 2000 } else { number + 1900 }),
            4 => self.year.replace(number),
            _ => return None,
        };
        known.is_none().then_some(())
    }

    fn word(&mut self, word: &str) -> Option<()> {
        if let Some(found) = month(word) {
            let first = self.month.replace(found).is_none();
            let overruled = std::mem::take(&mut self.maybe_tuesday);
            self.maybe_tuesday = first && self.day.is_none() && word.starts_with("mar");
            return (first || overruled).then_some(());
        }
        match word {
            "am" | "pm" => self.half(word == "pm"),
            _ => FILLERS.contains(&word).then_some(()),
        }
    }

    /// `9:30 pm`.
    fn half(&mut self, afternoon: bool) -> Option<()> {
        let (seconds, _) = self.clock.as_mut().filter(|(seconds, _)| (3_600..46_800).contains(seconds))?;
        *seconds = *seconds % 43_200 + if afternoon { 43_200 } else { 0 };
        Some(())
    }

    /// Behind a clock every word that is not one of the date's own must be a zone.
    fn is_zone(&self, word: &str) -> bool {
        let own = matches!(word, "am" | "pm") || FILLERS.contains(&word) || month(word).is_some();
        self.clock.is_some() && !(own && word.len() > 1)
    }

    fn zone(&mut self, scan: &mut Scan<'_>) -> Option<()> {
        let before = scan.0.len();
        let east = zone::read(scan)?;
        let is_progress = scan.0.len() < before;
        (self.east.replace(east).is_none() && is_progress).then_some(())
    }
}

/// 1 to 12.
fn month(word: &str) -> Option<u32> {
    if OTHERS.iter().any(|other| word.starts_with(other)) {
        return None;
    }
    let at = MONTHS.iter().position(|names| names.split(' ').any(|name| word.starts_with(name)))?;
    u32::try_from(at + 1).ok()
}

/// Small letters for ASCII, the Latin and the Cyrillic block: all that the names above need.
fn folded(word: &str) -> String {
    let small = |letter: char| match letter {
        'À'..='Þ' | 'А'..='Я' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        _ => letter.to_ascii_lowercase(),
    };
    word.chars().map(small).collect()
}

#[cfg(test)]
mod tests;
