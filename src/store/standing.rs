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
    pub has_fallback: bool,
    /// A feed, with or without stories, was taken in.
    pub answered: bool,
    /// Stories are shown, or were.
    pub has_stories: bool,
    /// The newest good answer.
    pub updated_at: Option<Time>,
    /// Tries failed in a row.
    pub failures: u32,
    /// Since when.
    pub failing_since: Option<Time>,
    /// Position of the feed that fails: another feed's good answer forgives nothing.
    pub failing_source: usize,
    /// The last one's reason.
    pub failure: Option<Failure>,
    /// The feed is over.
    pub ended: bool,
    /// Held.
    pub paused: bool,
}

/// Words about a failure wait for this many failures in a row...
const FAILURES_BEFORE_WORDS: u32 = 3;
/// ...or for this long.
const SILENCE_BEFORE_WORDS: Duration = Duration::minutes(5);

impl Standing {
    /// The state, highest row of the table first.
    pub fn word(&self) -> Word {
        if !self.answered && self.has_fallback {
            Word::Fallback
        } else if self.ended {
            Word::Ended
        } else if !self.answered {
            if self.failures >= FAILURES_BEFORE_WORDS { Word::Error } else { Word::Loading }
        } else if !self.has_stories {
            Word::Empty
        } else if self.failures > 0 {
            let is_offline = self.failure.as_ref().is_some_and(|f| f.code == Code::Offline);
            if is_offline { Word::Offline } else { Word::Stale }
        } else if self.paused {
            Word::Paused
        } else {
            Word::Live
        }
    }

    /// Whether a reader should read "as of HH:MM" by `now`: offline at once, else after repeated or lasting failure.
    pub fn is_worth_saying(&self, now: Time) -> bool {
        match self.word() {
            Word::Offline => true,
            Word::Stale => {
                self.failures >= FAILURES_BEFORE_WORDS
                    || self.failing_since.is_some_and(|since| now - since >= SILENCE_BEFORE_WORDS)
            }
            _ => false,
        }
    }

    /// A good answer of the feed at position `source` was taken in.
    pub fn answered(&mut self, source: usize, has_stories: bool, now: Time) {
        self.answered = true;
        self.has_stories |= has_stories;
        self.updated_at = Some(now);
        if self.failing_source == source {
            self.failures = 0;
            self.failing_since = None;
            self.failure = None;
        }
    }

    /// A try of the feed at position `source` failed. Returns whether its reason is another one than before.
    pub fn failed(&mut self, source: usize, failure: Failure, now: Time) -> bool {
        self.failing_source = source;
        let is_other = self.failure.as_ref().is_none_or(|last| last.code != failure.code);
        self.failures = self.failures.saturating_add(1);
        self.failing_since = self.failing_since.or(Some(now));
        self.failure = Some(failure);
        is_other
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
        standing.answered(0, true, at(0));
        standing
    }

    #[test]
    fn an_element_starts_loading_or_with_its_own_links() {
        assert_eq!(Standing::default().word(), Word::Loading);
        assert_eq!(Standing { has_fallback: true, ..Default::default() }.word(), Word::Fallback);
    }

    #[test]
    fn the_third_failure_in_a_row_with_nothing_shown_is_an_error() {
        assert_eq!(failing(2, Standing::default()).word(), Word::Loading);
        assert_eq!(failing(3, Standing::default()).word(), Word::Error);
    }

    #[test]
    fn the_links_of_the_page_stay_whatever_fails() {
        assert_eq!(failing(9, Standing { has_fallback: true, ..Default::default() }).word(), Word::Fallback);
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
        standing.answered(0, true, at(60));
        assert_eq!((standing.word(), standing.updated_at, standing.failure), (Word::Live, Some(at(60)), None));
    }

    #[test]
    fn one_feed_of_two_that_fails_is_not_forgiven_by_the_other() {
        let mut standing = failing(1, shown());
        standing.answered(1, true, at(60));
        assert_eq!(standing.word(), Word::Stale);
        standing.answered(0, true, at(61));
        assert_eq!(standing.word(), Word::Live);
    }

    #[test]
    fn an_empty_feed_is_empty_only_while_nothing_was_ever_shown() {
        let mut standing = Standing::default();
        standing.answered(0, false, at(0));
        assert_eq!(standing.word(), Word::Empty);
        standing.answered(0, true, at(1));
        standing.answered(0, false, at(2));
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
        assert_eq!(Standing { ended: true, ..failing(1, shown()) }.word(), Word::Ended);
    }
}
