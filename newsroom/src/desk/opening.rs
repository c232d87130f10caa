//! The first morning: which stories are out when the newsroom opens, and since when.

use crate::{
    Time,
    draft::{Draft, Script},
    shape::BAKU,
    story::{Story, stamp},
};
use chrono::{Duration, FixedOffset, NaiveTime};
use serde_json::json;

/// Below the number of the oldest story.
pub(super) const FIRST_NUMBER: u64 = 1000;

/// Minutes before the opening.
const TODAY: [i64; 5] = [3, 14, 21, 29, 52];
/// Minutes before the last midnight in Baku: eight stories of yesterday from 23:48 down, three of the day before.
const EARLIER: [i64; 11] = [12, 85, 170, 260, 355, 450, 580, 760, 1480, 1640, 1860];

/// The first sixteen drafts, published; the first draft is the newest.
pub(super) fn stories(script: &Script, language: &str, now: Time) -> Vec<Story> {
    let times = times(now);
    let newest = FIRST_NUMBER + times.len() as u64;
    let numbers = (0..=newest).rev();
    let dated = script.stories.iter().zip(times).zip(numbers);
    dated.map(|((draft, published), number)| story(draft, language, number, published)).collect()
}

fn times(now: Time) -> Vec<Time> {
    let Some(zone) = FixedOffset::east_opt(BAKU) else { return Vec::new() };
    let midnight = now.with_timezone(&zone).with_time(NaiveTime::MIN).single().map_or(now, |local| local.to_utc());
    // Just after midnight today's stories are yesterday's too; the drafts keep their order all the same.
    let evening = midnight.min(now - Duration::hours(1));
    let today = TODAY.iter().map(|minutes| now - Duration::minutes(*minutes));
    today.chain(EARLIER.iter().map(|minutes| evening - Duration::minutes(*minutes))).collect()
}

fn story(draft: &Draft, language: &str, number: u64, published: Time) -> Story {
    let mut fields = draft.fields(language);
    // The demo page names the lead story, in every language and on the static data, too.
    let id = if draft.slug == crate::LEAD { crate::LEAD.to_owned() } else { format!("{language}-{number}") };
    fields.insert("id".to_owned(), json!(id));
    fields.insert("url".to_owned(), json!(format!("/story/{language}/{}", draft.slug)));
    fields.insert("published".to_owned(), json!(stamp(published)));
    if let Some(minutes) = draft.revised {
        fields.insert("updated".to_owned(), json!(stamp(published + Duration::minutes(minutes))));
    }
    Story { number, slug: draft.slug.clone(), fields }
}
