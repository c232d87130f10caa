//! The native twin: the IANA tables of chrono-tz.

use crate::item::Time;
use chrono::{Offset, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

/// The name as the tables write it.
pub(super) fn canonical(name: &str) -> Option<String> {
    TZ_VARIANTS.iter().find(|zone| zone.name().eq_ignore_ascii_case(name)).map(|zone| zone.name().to_owned())
}

/// A server has no reader.
pub(super) fn reader() -> Option<String> {
    None
}

pub(super) fn offset_seconds(name: &str, time: Time) -> Option<i32> {
    let zone: Tz = name.parse().ok()?;
    Some(zone.offset_from_utc_datetime(&time.naive_utc()).fix().local_minus_utc())
}
