//! English, in the day-month order that the rest of the world reads too.

use crate::item::{Advice, Badge};
use crate::text::language::{Direction, Language};
use crate::text::phrase::{Counted, Phrase, Timed};
use crate::text::plural::{Category::*, Forms, germanic};

pub(in crate::text) static LANGUAGE: Language = Language {
    code: "en",
    dir: Direction::Ltr,
    months: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    day_month: "%d %m",
    full_date: "%d %m %y",
    weekday_date: "%w, %d %m %y",
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
        Phrase::LatestNews => "Latest news",
        Phrase::WholeFeed => "All the news",
        Phrase::News => "News",
        Phrase::NoStories => "No stories yet",
        Phrase::Pause => "Pause updates",
        Phrase::Resume => "Resume updates",
        Phrase::Paused => "paused",
        Phrase::Previous => "Previous story",
        Phrase::Next => "Next story",
        Phrase::Retry => "Try again",
        Phrase::Offline => "offline",
        Phrase::Ended => "no more updates",
        Phrase::YouAreReading => "you are reading this",
        Phrase::Loading => "Loading the news",
        Phrase::ErrorTitle => "The news could not be loaded",
        Phrase::Photo => "Photo",
        Phrase::Updated => "updated",
        Phrase::Yesterday => "Yesterday",
        Phrase::Now => "now",
        Phrase::NewTab => "opens in a new tab",
        Phrase::Withdrawn => "This story has been withdrawn",
        Phrase::NoSuchStory => "This story is not here",
        Phrase::FullStory => "Read the full story",
    }
}

fn forms(counted: Counted) -> Forms {
    match counted {
        Counted::NewStories => &[(One, "%n new story"), (Other, "%n new stories")],
        Counted::ShowNewStories => &[(One, "Show %n new story"), (Other, "Show %n new stories")],
        Counted::ReadingMinutes => &[(One, "%n minute read"), (Other, "%n minute read")],
        Counted::MinutesAgo => &[(One, "%n min ago"), (Other, "%n min ago")],
        Counted::HoursAgo => &[(One, "%n hour ago"), (Other, "%n hours ago")],
        Counted::DaysAgo => &[(One, "%n day ago"), (Other, "%n days ago")],
    }
}

fn timed(timed: Timed) -> &'static str {
    match timed {
        Timed::UpdatedAt => "updated at %t",
        Timed::AsOf => "as of %t",
        Timed::OfflineAsOf => "offline, as of %t",
        Timed::StoryUpdatedAt => "Updated at %t",
        Timed::StoryUpdatedOn => "Updated %t",
    }
}

fn badge(badge: &Badge) -> &str {
    match badge {
        Badge::Breaking => "Breaking",
        Badge::Live => "Live",
        Badge::Video => "Video",
        Badge::Photo => "Photo",
        Badge::Audio => "Audio",
        Badge::Updated => "UPDATED",
        Badge::Correction => "Correction",
        Badge::Sponsored => "Sponsored",
        Badge::Restricted => "Subscribers",
        Badge::Other(text) => text,
    }
}

fn failure(advice: Advice) -> (&'static str, &'static str) {
    const LATER: &str = "The site has to put this right. Please look in again later.";
    match advice {
        Advice::Wait => ("The news source is not answering.", "We keep trying; you can also try again now."),
        Advice::FixFeed => ("The list of stories arrived in a form that cannot be read.", LATER),
        Advice::FixSettings => ("The news source does not let this page in.", LATER),
        Advice::FixUrl => ("The list of stories is not where this page looks for it.", LATER),
        Advice::FixHeader => ("The list of stories is out of this page’s reach.", LATER),
        Advice::Report => ("The list of stories has stopped working.", "Please reload the page."),
    }
}
