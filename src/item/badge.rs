//! Which marks a story wears, and when they end.

use super::{Item, Media, Time};
use chrono::Duration;

/// A small mark beside a headline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Badge {
    /// Urgent now; ends by itself.
    Breaking,
    /// Continuously updated.
    Live,
    /// A video.
    Video,
    /// A photo story.
    Photo,
    /// A recording.
    Audio,
    /// Changed in substance since it was published, or while the reader watched.
    Updated,
    /// Was wrong, and says so.
    Correction,
    /// Paid for.
    Sponsored,
    /// Behind a paywall or a password.
    Restricted,
    /// A free text of own JSON, shown as written.
    Other(String),
}

impl Badge {
    /// The word of own JSON, of the `badge` attribute and of the CSS part.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Breaking => "breaking",
            Self::Live => "live",
            Self::Video => "video",
            Self::Photo => "photo",
            Self::Audio => "audio",
            Self::Updated => "updated",
            Self::Correction => "correction",
            Self::Sponsored => "sponsored",
            Self::Restricted => "restricted",
            Self::Other(text) => text,
        }
    }

    /// The badge a word of own JSON names; an unknown word is a free text, a blank one nothing.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim();
        let known = [
            Self::Breaking,
            Self::Live,
            Self::Video,
            Self::Photo,
            Self::Audio,
            Self::Updated,
            Self::Correction,
            Self::Sponsored,
            Self::Restricted,
        ];
        if word.is_empty() {
            return None;
        }
        Some(known.into_iter().find(|b| b.as_str().eq_ignore_ascii_case(word)).unwrap_or(Self::Other(word.into())))
    }
}

/// Breaking without a stated end is over an hour after publication (formats.md R11's rule for all formats).
const BREAKING_LASTS: Duration = Duration::minutes(60);

impl Item {
    /// Whether the story is breaking at `now`. Without a publication time it counts from `first_seen`.
    pub fn is_breaking(&self, first_seen: Time, now: Time) -> bool {
        let marked = self.breaking || self.badges.contains(&Badge::Breaking);
        let end = self.breaking_until.unwrap_or_else(|| self.published.unwrap_or(first_seen) + BREAKING_LASTS);
        marked && now < end
    }

    /// The badges at `now`, most urgent first. `changed` says that title or summary changed while we watched.
    pub fn badges_at(&self, first_seen: Time, changed: bool, now: Time) -> Vec<Badge> {
        let mut badges = Vec::new();
        let mut wear = |yes: bool, badge: Badge| {
            if yes && !badges.contains(&badge) {
                badges.push(badge);
            }
        };
        wear(self.is_breaking(first_seen, now), Badge::Breaking);
        wear(self.media == Some(Media::Live), Badge::Live);
        wear(self.media == Some(Media::Video), Badge::Video);
        wear(self.media == Some(Media::Photo), Badge::Photo);
        wear(self.media == Some(Media::Audio), Badge::Audio);
        wear(self.correction, Badge::Correction);
        wear((self.revised || changed) && !self.correction, Badge::Updated);
        wear(self.restricted, Badge::Restricted);
        for badge in self.badges.iter().filter(|b| **b != Badge::Breaking) {
            wear(true, badge.clone());
        }
        badges
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::ItemId;

    fn at(seconds: i64) -> Time {
        Time::from_timestamp(seconds, 0).unwrap()
    }

    fn story() -> Item {
        Item::new(ItemId::new("a").unwrap())
    }

    #[test]
    fn breaking_ends_an_hour_after_publication_when_no_end_is_given() {
        let item = Item { breaking: true, published: Some(at(0)), ..story() };
        assert!(item.is_breaking(at(0), at(3_599)));
        assert!(!item.is_breaking(at(0), at(3_600)));
    }

    #[test]
    fn breaking_ends_at_its_own_end() {
        let item = Item { breaking: true, breaking_until: Some(at(7_200)), published: Some(at(0)), ..story() };
        assert!(item.is_breaking(at(0), at(7_199)));
        assert!(!item.is_breaking(at(0), at(7_200)));
    }

    #[test]
    fn an_undated_breaking_story_counts_from_when_it_was_first_seen() {
        let item = Item { breaking: true, ..story() };
        assert!(item.is_breaking(at(10_000), at(13_599)));
        assert!(!item.is_breaking(at(10_000), at(13_600)));
    }

    #[test]
    fn a_badge_named_twice_is_worn_once() {
        let item =
            Item { media: Some(Media::Video), badges: vec![Badge::Video, Badge::Other("Exclusive".into())], ..story() };
        assert_eq!(item.badges_at(at(0), false, at(0)), [Badge::Video, Badge::Other("Exclusive".into())]);
    }

    #[test]
    fn a_correction_says_more_than_updated_and_stands_alone() {
        let item = Item { correction: true, revised: true, ..story() };
        assert_eq!(item.badges_at(at(0), true, at(0)), [Badge::Correction]);
    }

    #[test]
    fn a_change_while_watched_wears_updated() {
        assert_eq!(story().badges_at(at(0), true, at(0)), [Badge::Updated]);
    }
}
