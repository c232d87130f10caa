use super::*;

fn at(text: &str) -> Time {
    chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap().and_utc()
}

fn hours(zone: &str, time: &str) -> f64 {
    f64::from(Zone::named(zone).unwrap().offset_seconds(at(time))) / 3600.0
}

#[test]
fn berlin_changes_its_clock_at_one_utc_on_the_last_sundays_of_march_and_october() {
    assert_eq!(hours("Europe/Berlin", "2027-03-28 00:59"), 1.0);
    assert_eq!(hours("Europe/Berlin", "2027-03-28 01:00"), 2.0);
    assert_eq!(hours("Europe/Berlin", "2027-10-31 00:59"), 2.0);
    assert_eq!(hours("Europe/Berlin", "2027-10-31 01:00"), 1.0);
}

#[test]
fn baku_had_summer_time_in_2015_and_has_none_since() {
    assert_eq!(hours("Asia/Baku", "2015-07-01 12:00"), 5.0);
    assert_eq!(hours("Asia/Baku", "2027-07-01 12:00"), 4.0);
}

#[test]
fn a_name_is_known_in_any_case_and_trimmed() {
    assert_eq!(Zone::named(" asia/baku ").unwrap(), Zone::named("Asia/Baku").unwrap());
    assert_eq!(Zone::named("utc").unwrap(), Zone::utc());
}

#[test]
fn what_is_no_zone_is_none() {
    for name in ["", "  ", "Atlantis/Port", "+25:00", "+4", "reader", "+04:61", "+-4:00"] {
        assert_eq!(Zone::named(name), None, "{name}");
    }
}

#[test]
fn an_offset_as_wordpress_writes_it_is_a_zone() {
    assert_eq!(hours("+04:00", "2027-07-01 12:00"), 4.0);
    assert_eq!(hours("-03:30", "2027-07-01 12:00"), -3.5);
    assert_eq!(hours("+05", "2027-07-01 12:00"), 5.0);
}

#[test]
fn a_label_names_hours_and_only_the_minutes_that_are_there() {
    let label = |zone: &str| Zone::named(zone).unwrap().label(at("2027-01-15 12:00"));
    assert_eq!(label("Asia/Baku"), "UTC+4");
    assert_eq!(label("Asia/Kolkata"), "UTC+5:30");
    assert_eq!(label("America/New_York"), "UTC−5");
    assert_eq!(label("Etc/UTC"), "UTC");
    assert_eq!(label("Europe/London"), "UTC");
}

#[test]
fn natively_the_reader_is_in_utc() {
    assert_eq!(Zone::reader(), Zone::utc());
}
