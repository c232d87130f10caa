//! Russian. Months stand in the genitive, as dates take them; the year goes without "г.", as news sites write it.

use crate::item::{Advice, Badge};
use crate::text::language::{Direction, Language};
use crate::text::phrase::{Counted, Phrase, Timed};
use crate::text::plural::{Category::*, Forms, east_slavic};

pub(in crate::text) static LANGUAGE: Language = Language {
    code: "ru",
    dir: Direction::Ltr,
    months: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    weekdays: ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
    day_month: "%d %m",
    full_date: "%d %m %y",
    weekday_date: "%w, %d %m %y",
    comma: ", ",
    plural: east_slavic,
    say,
    forms,
    timed,
    badge,
    failure,
};

fn say(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::LatestNews => "Последние новости",
        Phrase::WholeFeed => "Лента новостей",
        Phrase::News => "Новости",
        Phrase::NoStories => "Новостей пока нет",
        Phrase::Pause => "Приостановить обновление",
        Phrase::Resume => "Возобновить обновление",
        Phrase::Paused => "обновление приостановлено",
        Phrase::Previous => "Предыдущая новость",
        Phrase::Next => "Следующая новость",
        Phrase::Retry => "Попробовать снова",
        Phrase::Offline => "нет сети",
        Phrase::Ended => "обновлений больше не будет",
        Phrase::YouAreReading => "вы читаете",
        Phrase::Loading => "Новости загружаются",
        Phrase::ErrorTitle => "Не удалось загрузить новости",
        Phrase::Photo => "Фото",
        Phrase::Updated => "обновлено",
        Phrase::Yesterday => "Вчера",
        Phrase::Now => "только что",
        Phrase::NewTab => "откроется в новой вкладке",
        Phrase::Withdrawn => "Материал снят с публикации",
        Phrase::NoSuchStory => "Материал не найден",
        Phrase::FullStory => "Читать полностью",
    }
}

fn forms(counted: Counted) -> Forms {
    // `Other` serves fractions only and repeats the genitive singular they take.
    match counted {
        Counted::NewStories => &[
            (One, "Появилась %n новость"),
            (Few, "Появились %n новости"),
            (Many, "Появилось %n новостей"),
            (Other, "Появилось %n новости"),
        ],
        Counted::ShowNewStories => &[
            (One, "Показать %n новость"),
            (Few, "Показать %n новости"),
            (Many, "Показать %n новостей"),
            (Other, "Показать %n новости"),
        ],
        Counted::ReadingMinutes => &[
            (One, "%n минута чтения"),
            (Few, "%n минуты чтения"),
            (Many, "%n минут чтения"),
            (Other, "%n минуты чтения"),
        ],
        Counted::MinutesAgo => {
            &[(One, "%n минуту назад"), (Few, "%n минуты назад"), (Many, "%n минут назад"), (Other, "%n минуты назад")]
        }
        Counted::HoursAgo => {
            &[(One, "%n час назад"), (Few, "%n часа назад"), (Many, "%n часов назад"), (Other, "%n часа назад")]
        }
        Counted::DaysAgo => {
            &[(One, "%n день назад"), (Few, "%n дня назад"), (Many, "%n дней назад"), (Other, "%n дня назад")]
        }
    }
}

fn timed(timed: Timed) -> &'static str {
    match timed {
        Timed::UpdatedAt => "обновлено в %t",
        Timed::AsOf => "по состоянию на %t",
        Timed::OfflineAsOf => "нет сети, по состоянию на %t",
        Timed::StoryUpdatedAt => "Обновлено в %t",
        Timed::StoryUpdatedOn => "Обновлено %t",
    }
}

fn badge(badge: &Badge) -> &str {
    match badge {
        Badge::Breaking => "Срочно",
        Badge::Live => "Онлайн",
        Badge::Video => "Видео",
        Badge::Photo => "Фото",
        Badge::Audio => "Аудио",
        Badge::Updated => "ОБНОВЛЕНО",
        Badge::Correction => "Исправлено",
        Badge::Sponsored => "Реклама",
        Badge::Restricted => "По подписке",
        Badge::Other(text) => text,
    }
}

fn failure(advice: Advice) -> (&'static str, &'static str) {
    const LATER: &str = "Исправить это может только редакция сайта. Загляните, пожалуйста, позже.";
    match advice {
        Advice::Wait => ("Источник новостей не отвечает.", "Мы продолжаем пробовать; можно повторить и сейчас."),
        Advice::FixFeed => ("Список новостей пришёл в нечитаемом виде.", LATER),
        Advice::FixSettings => ("Источник новостей не пускает эту страницу.", LATER),
        Advice::FixUrl => ("Списка новостей нет там, где его ищет страница.", LATER),
        Advice::FixHeader => ("Список новостей недоступен для этой страницы.", LATER),
        Advice::Report => ("Список новостей перестал работать.", "Перезагрузите, пожалуйста, страницу."),
    }
}
