//! How far a place is from UTC at a given moment. The rules come from the platform: see the two twins below.

use crate::item::Time;
use std::sync::Arc;

#[cfg(target_arch = "wasm32")]
#[path = "zone/browser.rs"]
mod platform;
#[cfg(not(target_arch = "wasm32"))]
#[path = "zone/native.rs"]
mod platform;

/// A time zone. Holds its name only, so that it may travel through signals; the platform keeps the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    /// Seconds east of UTC, all year.
    Fixed(i32),
    /// A name the platform knows.
    Named(Arc<str>),
}

impl Zone {
    /// The zone of an IANA name in any case, or of an offset as WordPress writes one (`+04:00`).
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        if ["utc", "gmt", "z", "etc/utc"].iter().any(|utc| name.eq_ignore_ascii_case(utc)) {
            return Some(Self::utc());
        }
        match name.as_bytes().first() {
            Some(b'+' | b'-') => offset(name).map(|seconds| Self(Kind::Fixed(seconds))),
            _ => platform::canonical(name).map(|name| Self(Kind::Named(name.into()))),
        }
    }

    /// The reader's own zone, as the browser says; UTC natively and where it does not say.
    pub fn reader() -> Self {
        platform::reader().and_then(|name| Self::named(&name)).unwrap_or_else(Self::utc)
    }

    /// UTC.
    pub fn utc() -> Self {
        Self(Kind::Fixed(0))
    }

    /// Seconds east of UTC at `time`, summer time included.
    pub fn offset_seconds(&self, time: Time) -> i32 {
        match &self.0 {
            Kind::Fixed(seconds) => *seconds,
            Kind::Named(name) => platform::offset_seconds(name, time).unwrap_or(0),
        }
    }

    /// "UTC+4", "UTC+5:30", "UTC": for `show-zone`. The same in all languages.
    pub fn label(&self, time: Time) -> String {
        let offset = self.offset_seconds(time);
        let (hours, minutes) = (offset.unsigned_abs() / 3600, offset.unsigned_abs() / 60 % 60);
        let mut label = String::from("UTC");
        if hours == 0 && minutes == 0 {
            return label;
        }
        label.push(if offset < 0 { '−' } else { '+' });
        label.push_str(&hours.to_string());
        if minutes > 0 {
            label.push_str(if minutes < 10 { ":0" } else { ":" });
            label.push_str(&minutes.to_string());
        }
        label
    }
}

/// Seconds for `+HH:MM`, `+HHMM` or `+HH`.
fn offset(text: &str) -> Option<i32> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+')?),
    };
    let digits: String = digits.chars().filter(|c| *c != ':').collect();
    if !digits.bytes().all(|b| b.is_ascii_digit()) || !matches!(digits.len(), 2 | 4) {
        return None;
    }
    let number: i32 = digits.parse().ok()?;
    let (hours, minutes) = if digits.len() == 2 { (number, 0) } else { (number / 100, number % 100) };
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 3600 + minutes * 60))
}

#[cfg(test)]
mod tests;
