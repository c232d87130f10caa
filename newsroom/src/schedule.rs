//! What the newsroom does by itself: mostly publish, now and then change a story, seldom take one back.

use crate::{LEAD, Time, desk::Desk, room::Room};
use serde_json::{Map, json};
use std::{sync::Arc, time::Duration};
use tokio::time::{MissedTickBehavior, interval};

/// The pace of a newsroom that was started frozen and is thawed by an order.
const USUAL_PACE: Duration = Duration::from_secs(7);

/// Takes a step at every desk, forever.
pub(crate) async fn run(room: Arc<Room>) {
    let pace = room.options.every.filter(|every| !every.is_zero()).unwrap_or(USUAL_PACE);
    let mut clock = interval(pace);
    clock.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // The first tick of an interval is immediate; the opening stories deserve a moment of their own.
    clock.tick().await;
    loop {
        clock.tick().await;
        let now = chrono::Utc::now();
        for desk in room.desks.lock().values_mut().filter(|desk| !desk.frozen) {
            step(desk, now);
        }
    }
}

/// One step. The rhythm is fixed, so that a demo is the same every time: of 12 steps 9 publish, 2 change, 1 withdraws.
fn step(desk: &mut Desk, now: Time) {
    desk.steps += 1;
    match desk.steps % 12 {
        3 | 8 => change_one(desk, now),
        11 => withdraw_one(desk, now),
        _ => desk.publish_next(now),
    }
}

fn change_one(desk: &mut Desk, now: Time) {
    let turn = usize::try_from(desk.steps % 5).unwrap_or_default();
    let Some(story) = desk.stories.iter().filter(|story| story.slug != LEAD).nth(turn) else { return };
    let id = story.id().to_owned();
    let mut order = Map::new();
    // From the first headline, not from the last edition of it: patterns must not pile up.
    let first = desk.script.stories.iter().find(|draft| story.slug.starts_with(draft.slug.as_str()));
    if let Some(draft) = first {
        order.insert("title".to_owned(), json!(desk.script.edition(&draft.title, desk.steps)));
    }
    desk.change(&id, order, now);
}

fn withdraw_one(desk: &mut Desk, now: Time) {
    let Some(story) = desk.stories.iter().filter(|story| story.slug != LEAD).nth(3) else { return };
    let id = story.id().to_owned();
    desk.withdraw(&id, now);
}
