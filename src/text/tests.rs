use super::*;
use crate::text::phrase::Timed;
use crate::text::plural::Category;

const ADVICE: [Advice; 6] =
    [Advice::FixFeed, Advice::FixSettings, Advice::FixUrl, Advice::Wait, Advice::FixHeader, Advice::Report];

fn all() -> impl Iterator<Item = Locale> {
    languages::ALL.iter().map(|language| Locale { language, digits: Digits::Latin })
}

#[test]
fn a_language_is_found_in_any_case_with_any_region() {
    for (tag, code) in [("ru-RU", "ru"), (" AZ ", "az"), ("az-Latn-AZ", "az"), ("en_GB", "en"), ("ar-EG", "ar")] {
        let (locale, exact) = language(tag);
        assert_eq!((locale.code(), exact), (code, true), "{tag}");
    }
}

#[test]
fn an_unknown_language_falls_back_to_english_and_says_so() {
    for tag in ["", "ka", "rus", "zz-ZZ", "русский"] {
        let (locale, exact) = language(tag);
        assert_eq!((locale.code(), exact), ("en", false), "{tag}");
    }
}

#[test]
fn arabic_runs_right_to_left_and_nothing_else_does() {
    for locale in all() {
        assert_eq!(locale.dir().as_str() == "rtl", locale.code() == "ar", "{}", locale.code());
    }
}

#[test]
fn every_language_has_every_text_and_no_stray_blank() {
    for locale in all() {
        let mut texts: Vec<&str> = Phrase::ALL.iter().map(|phrase| locale.say(*phrase)).collect();
        texts.extend(Timed::ALL.iter().map(|timed| (locale.language.timed)(*timed)));
        texts.extend(ADVICE.iter().flat_map(|advice| [locale.failure(*advice).0, locale.failure(*advice).1]));
        texts.extend(locale.language.months);
        texts.extend(locale.language.weekdays);
        for text in texts {
            assert!(!text.is_empty() && text.trim() == text, "{}: {text:?}", locale.code());
        }
    }
}

#[test]
fn every_language_has_a_form_for_every_plural_category_it_uses() {
    for locale in all() {
        for counted in Counted::ALL.iter().copied() {
            let forms = (locale.language.forms)(counted);
            let has = |category| forms.iter().any(|(c, text): &(Category, &str)| *c == category && !text.is_empty());
            assert!(has(Category::Other), "{} {counted:?}", locale.code());
            for n in 0..=200 {
                assert!(has((locale.language.plural)(n)), "{} {counted:?} {n}", locale.code());
            }
        }
    }
}

#[test]
fn every_text_about_a_moment_holds_the_moment_once() {
    for locale in all() {
        for timed in Timed::ALL {
            let text = locale.timed(*timed, "16:12");
            assert_eq!(text.matches("16:12").count(), 1, "{text}");
            assert!(!text.contains('%'), "{text}");
        }
    }
}

#[test]
fn counts_of_stories_read_as_a_native_says_them() {
    let ru = language("ru").0;
    assert_eq!(ru.new_stories(1), "Появилась 1 новость");
    assert_eq!(ru.new_stories(22), "Появились 22 новости");
    assert_eq!(ru.new_stories(112), "Появилось 112 новостей");
    assert_eq!(ru.count(Counted::ShowNewStories, 2), "Показать 2 новости");
    let ar = language("ar").0;
    assert_eq!(ar.new_stories(0), "لا أخبار جديدة");
    assert_eq!(ar.new_stories(2), "خبران جديدان");
    assert_eq!(ar.new_stories(11), "11 خبرًا جديدًا");
    assert_eq!(ar.new_stories(100), "100 خبر جديد");
    assert_eq!(language("ar-SA").0.new_stories(11), "١١ خبرًا جديدًا");
    assert_eq!(language("az").0.new_stories(5), "5 yeni xəbər");
    assert_eq!(language("en").0.new_stories(1), "1 new story");
}

#[test]
fn the_standing_of_a_rail_reads_as_one_phrase() {
    let (ru, en, az, ar) = (language("ru").0, language("en").0, language("az").0, language("ar").0);
    assert_eq!(ru.updated_at("16:12"), "обновлено в 16:12");
    assert_eq!(ru.offline_as_of("14:05"), "нет сети, по состоянию на 14:05");
    assert_eq!(en.offline_as_of("14:05"), "offline, as of 14:05");
    assert_eq!(en.as_of("1 March, 23:48"), "as of 1 March, 23:48");
    assert_eq!(az.updated_at("16:12"), "yenilənib: 16:12");
    assert_eq!(ar.as_of("14:05"), "حتى 14:05");
}

#[test]
fn a_badge_speaks_the_language_and_a_free_text_stays_as_written() {
    assert_eq!(language("ru").0.badge(&Badge::Breaking), "Срочно");
    assert_eq!(language("az").0.badge(&Badge::Updated), "YENİLƏNİB");
    let own = Badge::Other("Эксклюзив".into());
    assert_eq!(language("en").0.badge(&own), "Эксклюзив");
}

#[test]
fn names_stand_in_a_row_with_the_comma_of_the_language() {
    assert_eq!(language("en").0.list(&["Ada", "Tor"]), "Ada, Tor");
    assert_eq!(language("ar").0.list(&["ليلى", "تور"]), "ليلى، تور");
    assert_eq!(language("ar").0.list::<&str>(&[]), "");
}

/// Written by node 20 (ICU 78): `Intl.DateTimeFormat`, day and long month, long weekday.
const CLDR: &str = "\
en January February March April May June July August September October November December
en Sunday Monday Tuesday Wednesday Thursday Friday Saturday
ru января февраля марта апреля мая июня июля августа сентября октября ноября декабря
ru воскресенье понедельник вторник среда четверг пятница суббота
az yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr
az bazar bazar_ertəsi çərşənbə_axşamı çərşənbə cümə_axşamı cümə şənbə
ar يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
ar الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت";

#[test]
fn months_and_weekdays_are_those_of_cldr() {
    for line in CLDR.lines() {
        let mut words = line.split(' ').map(|word| word.replace('_', " "));
        let locale = language(&words.next().unwrap()).0;
        let words: Vec<String> = words.collect();
        let ours: &[&str] = if words.len() == 12 { &locale.language.months } else { &locale.language.weekdays };
        assert_eq!(ours, words);
    }
}
