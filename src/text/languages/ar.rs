//! Arabic, with the month names of Egypt and the Gulf (CLDR `ar`); the Levant's own are a matter of regions to come.

use crate::item::{Advice, Badge};
use crate::text::language::{Direction, Language};
use crate::text::phrase::{Counted, Phrase, Timed};
use crate::text::plural::{Category::*, Forms, arabic};

pub(in crate::text) static LANGUAGE: Language = Language {
    code: "ar",
    dir: Direction::Rtl,
    months: [
        "يناير",
        "فبراير",
        "مارس",
        "أبريل",
        "مايو",
        "يونيو",
        "يوليو",
        "أغسطس",
        "سبتمبر",
        "أكتوبر",
        "نوفمبر",
        "ديسمبر",
    ],
    weekdays: ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"],
    day_month: "%d %m",
    full_date: "%d %m %y",
    weekday_date: "%w، %d %m %y",
    comma: "، ",
    plural: arabic,
    say,
    forms,
    timed,
    badge,
    failure,
};

fn say(phrase: Phrase) -> &'static str {
    match phrase {
        Phrase::LatestNews => "آخر الأخبار",
        Phrase::WholeFeed => "كل الأخبار",
        Phrase::News => "أخبار",
        Phrase::NoStories => "لا توجد أخبار بعد",
        Phrase::Pause => "إيقاف التحديث مؤقتًا",
        Phrase::Resume => "استئناف التحديث",
        Phrase::Paused => "التحديث متوقف مؤقتًا",
        Phrase::Previous => "الخبر السابق",
        Phrase::Next => "الخبر التالي",
        Phrase::Retry => "حاول مرة أخرى",
        Phrase::Offline => "لا اتصال بالشبكة",
        Phrase::Ended => "انتهت التحديثات",
        Phrase::YouAreReading => "تقرؤه الآن",
        Phrase::Loading => "جارٍ تحميل الأخبار",
        Phrase::ErrorTitle => "تعذّر تحميل الأخبار",
        Phrase::Photo => "تصوير",
        Phrase::Updated => "آخر تحديث",
        Phrase::Yesterday => "أمس",
        Phrase::Now => "الآن",
        Phrase::NewTab => "يُفتح في علامة تبويب جديدة",
        Phrase::Withdrawn => "سُحبت هذه المادة من النشر",
        Phrase::NoSuchStory => "هذه المادة غير موجودة",
        Phrase::FullStory => "اقرأ النص كاملًا",
    }
}

fn forms(counted: Counted) -> Forms {
    match counted {
        Counted::NewStories => &[
            (Zero, "لا أخبار جديدة"),
            (One, "خبر جديد واحد"),
            (Two, "خبران جديدان"),
            (Few, "%n أخبار جديدة"),
            (Many, "%n خبرًا جديدًا"),
            (Other, "%n خبر جديد"),
        ],
        Counted::ShowNewStories => &[
            (Zero, "لا أخبار جديدة"),
            (One, "عرض خبر جديد واحد"),
            (Two, "عرض خبرين جديدين"),
            (Few, "عرض %n أخبار جديدة"),
            (Many, "عرض %n خبرًا جديدًا"),
            (Other, "عرض %n خبر جديد"),
        ],
        Counted::ReadingMinutes => &[
            (Zero, "قراءة في أقل من دقيقة"),
            (One, "قراءة في دقيقة واحدة"),
            (Two, "قراءة في دقيقتين"),
            (Few, "قراءة في %n دقائق"),
            (Many, "قراءة في %n دقيقة"),
            (Other, "قراءة في %n دقيقة"),
        ],
        Counted::MinutesAgo => &[
            (Zero, "الآن"),
            (One, "قبل دقيقة واحدة"),
            (Two, "قبل دقيقتين"),
            (Few, "قبل %n دقائق"),
            (Many, "قبل %n دقيقة"),
            (Other, "قبل %n دقيقة"),
        ],
        Counted::HoursAgo => &[
            (Zero, "الآن"),
            (One, "قبل ساعة واحدة"),
            (Two, "قبل ساعتين"),
            (Few, "قبل %n ساعات"),
            (Many, "قبل %n ساعة"),
            (Other, "قبل %n ساعة"),
        ],
        Counted::DaysAgo => &[
            (Zero, "اليوم"),
            (One, "قبل يوم واحد"),
            (Two, "قبل يومين"),
            (Few, "قبل %n أيام"),
            (Many, "قبل %n يومًا"),
            (Other, "قبل %n يوم"),
        ],
    }
}

fn timed(timed: Timed) -> &'static str {
    match timed {
        Timed::UpdatedAt => "آخر تحديث %t",
        Timed::AsOf => "حتى %t",
        Timed::OfflineAsOf => "لا اتصال بالشبكة، حتى %t",
        Timed::StoryUpdatedAt | Timed::StoryUpdatedOn => "آخر تحديث: %t",
    }
}

fn badge(badge: &Badge) -> &str {
    match badge {
        Badge::Breaking => "عاجل",
        Badge::Live => "مباشر",
        Badge::Video => "فيديو",
        Badge::Photo => "صور",
        Badge::Audio => "صوت",
        Badge::Updated => "محدَّث",
        Badge::Correction => "تصحيح",
        Badge::Sponsored => "إعلان",
        Badge::Restricted => "للمشتركين",
        Badge::Other(text) => text,
    }
}

fn failure(advice: Advice) -> (&'static str, &'static str) {
    const LATER: &str = "إصلاح ذلك بيد إدارة الموقع. نرجو العودة لاحقًا.";
    match advice {
        Advice::Wait => ("مصدر الأخبار لا يستجيب.", "نواصل المحاولة، ويمكنك إعادة المحاولة الآن."),
        Advice::FixFeed => ("وصلت قائمة الأخبار بصيغة لا يمكن قراءتها.", LATER),
        Advice::FixSettings => ("لا يسمح مصدر الأخبار لهذه الصفحة بالوصول إليه.", LATER),
        Advice::FixUrl => ("قائمة الأخبار ليست في العنوان الذي تبحث فيه الصفحة.", LATER),
        Advice::FixHeader => ("لا تستطيع هذه الصفحة الوصول إلى قائمة الأخبار.", LATER),
        Advice::Report => ("توقفت قائمة الأخبار عن العمل.", "نرجو إعادة تحميل الصفحة."),
    }
}
