use super::*;
use crate::item::json::rfc3339;
use serde_json::json;

fn read(text: &str) -> String {
    instant(text).map_or("none".into(), rfc3339)
}

#[test]
fn rfc_3339_and_its_common_slips_are_read() {
    for (text, want) in [
        ("2026-03-02T08:41:35Z", "2026-03-02T08:41:35Z"),
        (" 2026-03-02t08:41:35z\n", "2026-03-02T08:41:35Z"),
        ("2026-03-02 08:41:35+04:00", "2026-03-02T04:41:35Z"),
        ("2026-03-02T08:41+0400", "2026-03-02T04:41:00Z"),
        ("2026-03-02T08:41:35 -05", "2026-03-02T13:41:35Z"),
        ("2026-03-02T08:41:35.5Z", "2026-03-02T08:41:35.5Z"),
        ("2026-03-02T08:41:35.123456789999Z", "2026-03-02T08:41:35.123456789Z"),
        ("2026-03-02T08:41:35,25Z", "2026-03-02T08:41:35.25Z"),
        ("2026-03-02T08:41:35+04:00[Asia/Baku]", "2026-03-02T04:41:35Z"),
        ("2026-03-02 08:41:35 UTC", "2026-03-02T08:41:35Z"),
        ("2026-03-02", "2026-03-02T00:00:00Z"),
        ("2026/3/2 8:05", "2026-03-02T08:05:00Z"),
        ("2026/3/4 8:5:9 -05:00", "2026-03-04T13:05:09Z"),
        ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00Z"),
    ] {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn a_date_without_a_zone_is_utc() {
    assert_eq!(read("2026-03-02T09:30:00"), "2026-03-02T09:30:00Z");
}

#[test]
fn the_end_of_a_day_and_leap_seconds_find_their_place() {
    assert_eq!(read("2026-02-28T24:00:00Z"), "2026-03-01T00:00:00Z");
    assert_eq!(read("2026-02-28T24:05:00Z"), "2026-02-28T00:05:00Z");
    assert_eq!(read("2026-12-31T23:59:60Z"), "2026-12-31T23:59:59Z");
}

#[test]
fn what_is_not_read_to_its_end_is_no_date() {
    for text in [
        "",
        "yesterday",
        "2026",
        "2026-13-01",
        "2026-02-29",
        "2026-03-02T25:00:00Z",
        "2026-03-02T08:61Z",
        "2026-03-02Tx",
        "2026-03-02T08:41:35Zulu",
        "2026-03-02T08:41:35+4",
        "2026-03-02T08:41:35+04:0",
        "2026-03-02 noon",
        "02.03.2026",
        "0000-00-00T00:00:00",
        "2026-03-02T08:41:35.Z",
        "2026-03/02",
        "2026-03-02T08:41:35+25:00",
        "2026-03-02T08:41:35Z x",
        "٢٠٢٦-٠٣-٠٢",
        "2026-03-02T08:41:35\u{201c}",
    ] {
        assert_eq!(read(text), "none", "{text}");
    }
}

#[test]
fn unix_seconds_and_milliseconds_are_told_apart() {
    let want = instant("2026-03-02T08:41:35Z");
    assert_eq!(instant("1772440895"), want);
    assert_eq!(instant("1772440895000"), want);
    assert_eq!(of(&json!(1_772_440_895)), want);
    assert_eq!(of(&json!(1_772_440_895_000_i64)), want);
    assert_eq!(of(&json!(1_772_440_895.25)), want);
}

#[test]
fn zeros_years_and_impossible_numbers_are_no_dates() {
    for value in [json!(0), json!(2026), json!(-5), json!(i64::MAX), json!(1e300), json!(true), json!(null), json!({})]
    {
        assert_eq!(of(&value), None, "{value}");
    }
}
