use super::*;
use crate::text::language;

fn at(text: &str) -> Time {
    chrono::NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap().and_utc()
}

fn speak(tag: &str) -> Locale {
    language(tag).0
}

fn baku() -> Zone {
    Zone::named("Asia/Baku").unwrap()
}

#[test]
fn a_clock_has_24_hours_and_leading_zeros_in_the_zone_of_the_newsroom() {
    assert_eq!(speak("en").clock(at("2027-03-02 12:09"), &baku()), "16:09");
    assert_eq!(speak("ru").clock(at("2027-03-01 20:05"), &baku()), "00:05");
    assert_eq!(speak("ar-EG").clock(at("2027-03-02 12:09"), &baku()), "١٦:٠٩");
}

#[test]
fn ages_count_down_to_whole_units() {
    let now = at("2027-03-02 12:00");
    let age = |tag: &str, time: &str| speak(tag).age(at(time), now);
    assert_eq!(age("en", "2027-03-02 11:55"), "5 min ago");
    assert_eq!(age("ru", "2027-03-02 11:55"), "5 минут назад");
    assert_eq!(age("ru", "2027-03-02 11:39"), "21 минуту назад");
    assert_eq!(age("az", "2027-03-02 11:55"), "5 dəqiqə əvvəl");
    assert_eq!(age("ar", "2027-03-02 11:55"), "قبل 5 دقائق");
    assert_eq!(age("ar", "2027-03-02 10:00"), "قبل ساعتين");
    assert_eq!(age("en", "2027-03-02 10:01"), "1 hour ago");
    assert_eq!(age("en", "2027-03-01 12:01"), "23 hours ago");
    assert_eq!(age("ru", "2027-02-27 11:00"), "3 дня назад");
}

#[test]
fn a_story_from_the_future_or_of_this_minute_is_now() {
    let now = at("2027-03-02 12:00");
    assert_eq!(speak("en").age(at("2027-03-02 15:00"), now), "now");
    assert_eq!(speak("ru").age(now - Duration::seconds(59), now), "только что");
}

#[test]
fn a_stamp_names_the_day_only_when_it_is_not_today_in_that_zone() {
    let now = at("2027-03-02 12:12");
    let stamp = |tag: &str, time: &str| speak(tag).stamp(at(time), now, &baku());
    assert_eq!(stamp("ru", "2027-03-02 12:09"), Stamp { day: None, clock: "16:09".into() });
    assert_eq!(stamp("ru", "2027-03-01 19:48").day.as_deref(), Some("1 марта"));
    assert_eq!(stamp("ru", "2027-03-01 20:00").day, None, "midnight in Baku is today");
    assert_eq!(stamp("az", "2026-12-30 10:00").day.as_deref(), Some("30 dekabr 2026"));
    assert_eq!(speak("en").moment(at("2027-03-01 19:48"), now, &baku()), "1 March, 23:48");
    assert_eq!(speak("ar").moment(at("2027-03-01 19:48"), now, &baku()), "1 مارس، 23:48");
}

#[test]
fn one_instant_falls_on_different_days_in_different_zones() {
    let (time, now) = (at("2027-03-01 21:30"), at("2027-03-02 12:00"));
    let label = |zone: &str| speak("en").day_label(time, now, &Zone::named(zone).unwrap());
    assert_eq!(label("Asia/Baku"), None);
    assert_eq!(label("Europe/Berlin").as_deref(), Some("Yesterday, 1 March"));
    assert_eq!(label("America/Los_Angeles").as_deref(), Some("Yesterday, 1 March"));
    assert_eq!(label("Pacific/Kiritimati"), Some("Yesterday, 2 March".into()), "there it is the third already");
}

#[test]
fn a_day_label_says_yesterday_then_dates_then_years() {
    let now = at("2027-01-02 12:00");
    let label = |tag: &str, time: &str| speak(tag).day_label(at(time), now, &Zone::utc());
    assert_eq!(label("ru", "2027-01-02 00:00"), None);
    assert_eq!(label("ru", "2027-01-01 23:59").as_deref(), Some("Вчера, 1 января"));
    assert_eq!(label("az", "2027-01-01 23:59").as_deref(), Some("Dünən, 1 yanvar"));
    assert_eq!(label("ar-EG", "2027-01-01 23:59").as_deref(), Some("أمس، ١ يناير"));
    assert_eq!(label("en", "2026-12-31 23:59").as_deref(), Some("31 December 2026"));
    assert_eq!(label("en", "2027-01-03 01:00").as_deref(), Some("3 January"));
}

#[test]
fn full_dates_read_as_each_language_writes_them() {
    let time = at("2027-03-02 12:00");
    let full = |tag: &str| speak(tag).full_date(time, &Zone::utc());
    let weekday = |tag: &str| speak(tag).weekday_date(time, &Zone::utc());
    assert_eq!((full("en"), weekday("en")), ("2 March 2027".into(), "Tuesday, 2 March 2027".into()));
    assert_eq!((full("ru"), weekday("ru")), ("2 марта 2027".into(), "вторник, 2 марта 2027".into()));
    assert_eq!((full("az"), weekday("az")), ("2 mart 2027".into(), "2 mart 2027, çərşənbə axşamı".into()));
    assert_eq!((full("ar"), weekday("ar")), ("2 مارس 2027".into(), "الثلاثاء، 2 مارس 2027".into()));
}

#[test]
fn an_article_changed_on_its_day_names_the_hour_and_later_the_day_too() {
    let (published, evening, next) = (at("2027-03-02 11:43"), at("2027-03-02 12:10"), at("2027-03-03 12:10"));
    assert_eq!(speak("ru").story_updated(evening, Some(published), &baku()), "Обновлено в 16:10");
    assert_eq!(speak("ru").story_updated(next, Some(published), &baku()), "Обновлено 3 марта 2027, 16:10");
    assert_eq!(speak("az").story_updated(next, None, &baku()), "Yenilənib: 3 mart 2027, 16:10");
}

#[test]
fn the_clock_shown_jumps_with_summer_time() {
    let berlin = Zone::named("Europe/Berlin").unwrap();
    assert_eq!(speak("en").clock(at("2027-03-28 00:59"), &berlin), "01:59");
    assert_eq!(speak("en").clock(at("2027-03-28 01:00"), &berlin), "03:00");
}

#[test]
fn machines_read_utc_in_latin_digits() {
    assert_eq!(machine(at("2027-03-02 12:09")), "2027-03-02T12:09:00Z");
    assert_eq!(machine(at("0033-04-03 15:00")), "0033-04-03T15:00:00Z");
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    for time in [Time::MIN_UTC, Time::MAX_UTC] {
        let stamp = speak("ar-EG").stamp(time, at("2027-03-02 12:00"), &baku());
        assert!(stamp.day.is_some());
        speak("en").age(time, at("2027-03-02 12:00"));
        machine(time);
    }
}
