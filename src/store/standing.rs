//! How the element stands: the state table, decided in one function.

use crate::item::{Code, Failure, Time};
use chrono::Duration;

/// The `state` attribute's words, in rising order of calm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The links inside the element are what the reader sees.
    Fallback,
    /// The feed says it is over.
    Ended,
    /// Nothing was ever shown, and three tries failed.
    Error,
    /// Nothing shown yet.
    Loading,
    /// A good feed without stories.
    Empty,
    /// No network, by the browser's word and a failed request.
    Offline,
    /// The last poll failed.
    Stale,
    /// Held by reader or publisher.
    Paused,
    /// Otherwise.
    Live,
}

impl Word {
    /// The attribute's value.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fallback => "fallback",
            Self::Ended => "ended",
            Self::Error => "error",
            Self::Loading => "loading",
            Self::Empty => "empty",
            Self::Offline => "offline",
            Self::Stale => "stale",
            Self::Paused => "paused",
            Self::Live => "live",
        }
    }
}

/// What the state is decided from.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Standing {
    /// The element holds links of the page that stand in until the first stories.
    pub has_links: bool,
    /// Prerendered stories stand in.
    pub is_prerendered: bool,
    /// A feed, with or without stories, was taken in.
    pub answered: bool,
    /// Stories are shown, or were.
    pub has_stories: bool,
    /// The newest good answer.
    pub updated_at: Option<Time>,
    /// Held.
    pub paused: bool,
    /// How each feed does, by its position.
    pub(crate) feeds: Vec<(usize, Trouble)>,
}

/// One feed's trouble.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Trouble {
    /// Tries failed in a row.
    failures: u32,
    /// Since when.
    since: Option<Time>,
    /// The last one's reason.
    failure: Option<Failure>,
    /// The feed is over.
    ended: bool,
}

/// Words about a failure wait for this many failures in a row...
const FAILURES_BEFORE_WORDS: u32 = 3;
/// ...or for this long.
const SILENCE_BEFORE_WORDS: Duration = Duration::minutes(5);

impl Standing {
    /// The state, highest row of the table first.
    pub fn word(&self) -> Word {
        let worst = self.worst();
        if (!self.answered && self.has_links) || (!self.has_stories && self.is_prerendered) {
            Word::Fallback
        } else if !self.feeds.is_empty() && self.feeds.iter().all(|(_, feed)| feed.ended) {
            Word::Ended
        } else if !self.answered {
            if worst.is_some_and(|feed| feed.failures >= FAILURES_BEFORE_WORDS) { Word::Error } else { Word::Loading }
        } else if !self.has_stories {
            Word::Empty
        } else if let Some(worst) = worst {
            let is_offline = worst.failure.as_ref().is_some_and(|f| f.code == Code::Offline);
            if is_offline { Word::Offline } else { Word::Stale }
        } else if self.paused {
            Word::Paused
        } else {
            Word::Live
        }
    }

    /// The feed that failed most often in a row, if any fails.
    fn worst(&self) -> Option<&Trouble> {
        let failing = self.feeds.iter().map(|(_, feed)| feed).filter(|feed| feed.failures > 0);
        failing.max_by_key(|feed| feed.failures)
    }

    /// Why the worst feed fails.
    pub fn reason(&self) -> Option<Code> {
        self.worst()?.failure.as_ref().map(|failure| failure.code)
    }

    /// Whether a reader should read "as of HH:MM" by `now`: offline at once, else after repeated or lasting failure.
    pub fn is_worth_saying(&self, now: Time) -> bool {
        match (self.word(), self.worst()) {
            (Word::Offline, _) => true,
            (Word::Stale, Some(worst)) => {
                worst.failures >= FAILURES_BEFORE_WORDS
                    || worst.since.is_some_and(|since| now - since >= SILENCE_BEFORE_WORDS)
            }
            _ => false,
        }
    }

    /// A good answer of the feed at position `source` was taken in; `ended` says that there will be no other.
    pub fn answered(&mut self, source: usize, has_stories: bool, ended: bool, now: Time) {
        self.answered = true;
        self.has_stories |= has_stories;
        self.updated_at = Some(now);
        if let Some(feed) = self.feed(source) {
            *feed = Trouble { ended, ..Trouble::default() };
        }
    }

    /// A try of the feed at position `source` failed. Returns whether its reason is another one than before.
    pub fn failed(&mut self, source: usize, failure: Failure, now: Time) -> bool {
        let Some(feed) = self.feed(source) else { return false };
        let is_other = feed.failure.as_ref().is_none_or(|last| last.code != failure.code);
        feed.failures = feed.failures.saturating_add(1);
        feed.since = feed.since.or(Some(now));
        feed.ended |= failure.code == Code::Gone;
        feed.failure = Some(failure);
        is_other
    }

    fn feed(&mut self, source: usize) -> Option<&mut Trouble> {
        if !self.feeds.iter().any(|(known, _)| *known == source) {
            self.feeds.push((source, Trouble::default()));
        }
        self.feeds.iter_mut().find(|(known, _)| *known == source).map(|(_, feed)| feed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Time {
        Time::from_timestamp(seconds, 0).unwrap()
    }

    fn failing(times: u32, mut standing: Standing) -> Standing {
        for _ in 0..times {
            standing.failed(0, Failure::new(Code::ServerError, "500"), at(0));
        }
        standing
    }

    fn shown() -> Standing {
        let mut standing = Standing::default();
        standing.answered(0, true, false, at(0));
        standing
    }

    #[test]
    fn an_element_starts_loading_or_with_its_own_links() {
        assert_eq!(Standing::default().word(), Word::Loading);
        assert_eq!(Standing { has_links: true, ..Default::default() }.word(), Word::Fallback);
    }

    #[test]
    fn the_third_failure_in_a_row_with_nothing_shown_is_an_error() {
        assert_eq!(failing(2, Standing::default()).word(), Word::Loading);
        assert_eq!(failing(3, Standing::default()).word(), Word::Error);
    }

    #[test]
    fn the_links_of_the_page_stay_whatever_fails() {
        assert_eq!(failing(9, Standing { has_links: true, ..Default::default() }).word(), Word::Fallback);
    }

    #[test]
    fn one_failure_makes_shown_stories_stale_and_three_say_so_in_words() {
        assert_eq!(failing(1, shown()).word(), Word::Stale);
        assert!(!failing(2, shown()).is_worth_saying(at(10)));
        assert!(failing(3, shown()).is_worth_saying(at(10)));
    }

    #[test]
    fn five_minutes_of_failure_say_so_in_words_whatever_the_count() {
        assert!(!failing(1, shown()).is_worth_saying(at(299)));
        assert!(failing(1, shown()).is_worth_saying(at(300)));
    }

    #[test]
    fn offline_is_its_own_state() {
        let mut standing = shown();
        standing.failed(0, Failure::new(Code::Offline, "offline"), at(0));
        assert_eq!(standing.word(), Word::Offline);
        assert!(standing.is_worth_saying(at(0)));
    }

    #[test]
    fn a_good_answer_forgives_everything() {
        let mut standing = failing(7, shown());
        standing.answered(0, true, false, at(60));
        assert_eq!((standing.word(), standing.updated_at, standing.reason()), (Word::Live, Some(at(60)), None));
    }

    #[test]
    fn one_feed_of_two_that_fails_is_not_forgiven_by_the_other() {
        let mut standing = failing(1, shown());
        standing.answered(1, true, false, at(60));
        assert_eq!(standing.word(), Word::Stale);
        standing.answered(0, true, false, at(61));
        assert_eq!(standing.word(), Word::Live);
    }

    #[test]
    fn one_feed_that_ended_does_not_end_the_other() {
        let mut standing = shown();
        standing.answered(1, true, true, at(1));
        assert_eq!(standing.word(), Word::Live);
        standing.answered(0, true, true, at(2));
        assert_eq!(standing.word(), Word::Ended);
    }

    #[test]
    fn failures_of_several_feeds_are_not_added_up_and_each_is_reported_once() {
        let mut standing = Standing::default();
        for (source, code) in [(1, Code::NotFound), (2, Code::Timeout), (3, Code::Network)] {
            assert!(standing.failed(source, Failure::new(code, ""), at(0)));
            assert!(!standing.failed(source, Failure::new(code, ""), at(1)));
        }
        assert_eq!(standing.word(), Word::Loading);
    }

    #[test]
    fn prerendered_stories_stand_in_until_there_are_live_ones() {
        let mut standing = Standing { is_prerendered: true, ..Standing::default() };
        standing.answered(0, false, false, at(0));
        assert_eq!(standing.word(), Word::Fallback);
        standing.answered(0, true, false, at(1));
        assert_eq!(standing.word(), Word::Live);
    }

    #[test]
    fn an_empty_feed_is_empty_only_while_nothing_was_ever_shown() {
        let mut standing = Standing::default();
        standing.answered(0, false, false, at(0));
        assert_eq!(standing.word(), Word::Empty);
        standing.answered(0, true, false, at(1));
        standing.answered(0, false, false, at(2));
        assert_eq!(standing.word(), Word::Live);
    }

    #[test]
    fn a_reason_is_reported_again_only_when_it_changes() {
        let mut standing = Standing::default();
        assert!(standing.failed(0, Failure::new(Code::NotFound, ""), at(0)));
        assert!(!standing.failed(0, Failure::new(Code::NotFound, ""), at(1)));
        assert!(standing.failed(0, Failure::new(Code::Timeout, ""), at(2)));
    }

    #[test]
    fn paused_is_calmer_than_stale_and_ended_above_both() {
        assert_eq!(Standing { paused: true, ..shown() }.word(), Word::Paused);
        assert_eq!(failing(1, Standing { paused: true, ..shown() }).word(), Word::Stale);
        let mut gone = shown();
        gone.failed(0, Failure::new(Code::Gone, "410"), at(0));
        assert_eq!(gone.word(), Word::Ended);
    }
}
