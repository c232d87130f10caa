//! The texts we have, by what they say; how they are said is data of each language.

/// A text without a value in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// Title of a rail whose publisher gave none.
    LatestNews,
    /// The link under a rail.
    WholeFeed,
    /// Flag of the ticker before a story that is not breaking.
    News,
    /// A valid feed without stories.
    NoStories,
    /// Button: hold everything that changes by itself.
    Pause,
    /// Button: go on.
    Resume,
    /// The rail's standing while it is held.
    Paused,
    /// Button of the ticker.
    Previous,
    /// Button of the ticker.
    Next,
    /// Button under an error.
    Retry,
    /// Standing without a network, when the time of the last answer is unknown.
    Offline,
    /// Standing of a feed that will never change again.
    Ended,
    /// Beside the headline of the story on the page.
    YouAreReading,
    /// Read aloud while rows are only drafts.
    Loading,
    /// First line of an error.
    ErrorTitle,
    /// Before the name of a photographer.
    Photo,
    /// The word alone, small: before a time.
    Updated,
    /// The day before today, as a label stands it: with a capital.
    Yesterday,
    /// Less than a minute ago.
    Now,
    /// Appended, unseen, to the name of a link that opens elsewhere.
    NewTab,
    /// In place of an article taken back.
    Withdrawn,
    /// In place of an article its feed does not hold.
    NoSuchStory,
    /// Link under an article of which the feed holds only a summary.
    FullStory,
}

/// A text about a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// What arrived, as a statement.
    NewStories,
    /// What arrived, as a button.
    ShowNewStories,
    /// How long an article takes.
    ReadingMinutes,
    /// Age.
    MinutesAgo,
    /// Age.
    HoursAgo,
    /// Age.
    DaysAgo,
}

/// A text about a moment; `%t` stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Timed {
    UpdatedAt,
    AsOf,
    OfflineAsOf,
    StoryUpdatedAt,
    StoryUpdatedOn,
}

/// `pattern` with every `%` and letter replaced by the value of that letter; an unknown letter leaves nothing.
pub(super) fn fill(pattern: &str, values: &[(char, &str)]) -> String {
    let mut text = String::with_capacity(pattern.len() + 16);
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        if letter != '%' {
            text.push(letter);
            continue;
        }
        let name = letters.next();
        if let Some((_, value)) = values.iter().find(|(known, _)| Some(*known) == name) {
            text.push_str(value);
        }
    }
    text
}

#[cfg(test)]
impl Phrase {
    pub(super) const ALL: &[Self] = &[
        Self::LatestNews,
        Self::WholeFeed,
        Self::News,
        Self::NoStories,
        Self::Pause,
        Self::Resume,
        Self::Paused,
        Self::Previous,
        Self::Next,
        Self::Retry,
        Self::Offline,
        Self::Ended,
        Self::YouAreReading,
        Self::Loading,
        Self::ErrorTitle,
        Self::Photo,
        Self::Updated,
        Self::Yesterday,
        Self::Now,
        Self::NewTab,
        Self::Withdrawn,
        Self::NoSuchStory,
        Self::FullStory,
    ];
}

#[cfg(test)]
impl Counted {
    pub(super) const ALL: &[Self] = &[
        Self::NewStories,
        Self::ShowNewStories,
        Self::ReadingMinutes,
        Self::MinutesAgo,
        Self::HoursAgo,
        Self::DaysAgo,
    ];
}

#[cfg(test)]
impl Timed {
    pub(super) const ALL: &[Self] =
        &[Self::UpdatedAt, Self::AsOf, Self::OfflineAsOf, Self::StoryUpdatedAt, Self::StoryUpdatedOn];
}
