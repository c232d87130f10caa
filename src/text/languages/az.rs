//! Azerbaijani. Case endings after a number follow its last vowel ("16:12-də", "16:10-da"), so no text puts one there.
//! Ages say "əvvəl", as newsrooms do, where CLDR has "öncə".

use crate::item::{Advice, Badge};
use crate::text::language::{Direction, Language};
use crate::text::phrase::{Counted, Phrase, Timed};
use crate::text::plural::{Category::*, Forms, germanic};

pub(in crate::text) static LANGUAGE: Language = Language {
    code: "az",
    dir: Direction::Ltr,
    months: [
        "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avqust", "sentyabr", "oktyabr", "noyabr", "dekabr",
    ],
    weekdays: ["bazar", "bazar ertəsi", "çərşənbə axşamı", "çərşənbə", "cümə axşamı", "cümə", "şənbə"],
    day_month: "%d %m",
    full_date: "%d %m %y",
    weekday_date: "%d %m %y, %w",
    comma: ", ",
    plural: germanic,
    say,
    forms,
    timed,
    badge,
    failure,
};

fn say(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::LatestNews => "Son xəbərlər",
        Phrase::WholeFeed => "Xəbər lenti",
        Phrase::News => "Xəbərlər",
        Phrase::NoStories => "Hələlik xəbər yoxdur",
        Phrase::Pause => "Yenilənməni dayandır",
        Phrase::Resume => "Yenilənməni davam etdir",
        Phrase::Paused => "yenilənmə dayandırılıb",
        Phrase::Previous => "Əvvəlki xəbər",
        Phrase::Next => "Növbəti xəbər",
        Phrase::Retry => "Yenidən cəhd et",
        Phrase::Offline => "şəbəkə yoxdur",
        Phrase::Ended => "daha yenilənməyəcək",
        Phrase::YouAreReading => "bunu oxuyursunuz",
        Phrase::Loading => "Xəbərlər yüklənir",
        Phrase::ErrorTitle => "Xəbərləri yükləmək mümkün olmadı",
        Phrase::Photo => "Foto",
        Phrase::Updated => "yenilənib",
        Phrase::Yesterday => "Dünən",
        Phrase::Now => "indicə",
        Phrase::NewTab => "yeni vərəqdə açılır",
        Phrase::Withdrawn => "Material saytdan götürülüb",
        Phrase::NoSuchStory => "Material tapılmadı",
        Phrase::FullStory => "Tam oxu",
    }
}

fn forms(counted: Counted) -> Forms {
    // A noun after a number stays singular: both forms read the same.
    match counted {
        Counted::NewStories => &[(One, "%n yeni xəbər"), (Other, "%n yeni xəbər")],
        Counted::ShowNewStories => &[(One, "%n yeni xəbəri göstər"), (Other, "%n yeni xəbəri göstər")],
        Counted::ReadingMinutes => &[(One, "%n dəqiqəlik oxu"), (Other, "%n dəqiqəlik oxu")],
        Counted::MinutesAgo => &[(One, "%n dəqiqə əvvəl"), (Other, "%n dəqiqə əvvəl")],
        Counted::HoursAgo => &[(One, "%n saat əvvəl"), (Other, "%n saat əvvəl")],
        Counted::DaysAgo => &[(One, "%n gün əvvəl"), (Other, "%n gün əvvəl")],
    }
}

fn timed(timed: Timed) -> &'static str {
    match timed {
        Timed::UpdatedAt => "yenilənib: %t",
        Timed::AsOf => "son məlumat: %t",
        Timed::OfflineAsOf => "şəbəkə yoxdur, son məlumat: %t",
        Timed::StoryUpdatedAt | Timed::StoryUpdatedOn => "Yenilənib: %t",
    }
}

fn badge(badge: &Badge) -> &str {
    match badge {
        Badge::Breaking => "Təcili",
        Badge::Live => "Canlı",
        Badge::Video => "Video",
        Badge::Photo => "Foto",
        Badge::Audio => "Audio",
        Badge::Updated => "YENİLƏNİB",
        Badge::Correction => "Düzəliş",
        Badge::Sponsored => "Reklam",
        Badge::Restricted => "Abunəçilər üçün",
        Badge::Other(text) => text,
    }
}

fn failure(advice: Advice) -> (&'static str, &'static str) {
    const LATER: &str = "Bunu yalnız saytın redaksiyası düzəldə bilər. Zəhmət olmasa, sonra yenidən baxın.";
    match advice {
        Advice::Wait => {
            ("Xəbər mənbəyi cavab vermir.", "Cəhdlərimizi davam etdiririk; siz də indi yenidən cəhd edə bilərsiniz.")
        }
        Advice::FixFeed => ("Xəbər siyahısı oxuna bilməyən şəkildə gəldi.", LATER),
        Advice::FixSettings => ("Xəbər mənbəyi bu səhifəyə icazə vermir.", LATER),
        Advice::FixUrl => ("Xəbər siyahısı səhifənin axtardığı ünvanda yoxdur.", LATER),
        Advice::FixHeader => ("Xəbər siyahısı bu səhifə üçün əlçatan deyil.", LATER),
        Advice::Report => ("Xəbər siyahısı işini dayandırdı.", "Zəhmət olmasa, səhifəni yeniləyin."),
    }
}
