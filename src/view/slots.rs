//! Keyed places: what keeps its key keeps its nodes, and with them focus, selection and scroll.

use super::Front;
use super::face::{Face, stand_in};
use super::node::View;
use crate::store::Key;
use leptos::control_flow::{For, ForProps};
use leptos::prelude::*;

/// What can stand in a place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// What the element shows as a whole.
    Face(Face),
    /// A day and the stories under it.
    Day(String),
    /// A story.
    Story(Key),
}

/// A list of keyed places. `build` is called once per key, for as long as the key stays.
pub fn slots(
    front: Front,
    list: impl Fn() -> Vec<Slot> + Send + Sync + 'static,
    build: fn(Front, Slot) -> View,
) -> View {
    let list: Box<dyn Fn() -> Vec<Slot> + Send + Sync> = Box::new(list);
    let keyed = ForProps::builder()
        .each(list)
        .key(Clone::clone as fn(&Slot) -> Slot)
        .children(move |slot: Slot| build(front, slot))
        .build();
    View::Leptos(For(keyed).into_any())
}

/// The element's face: stories by `build`, everything else by [`stand_in`].
pub fn face_slot(front: Front, build: fn(Front, Slot) -> View) -> View {
    slots(front, move || vec![Slot::Face(super::face::face(front))], build)
}

/// What stands in for stories in `slot`, if it is no place of stories.
pub fn other(front: Front, slot: &Slot, rows: usize) -> Option<View> {
    match slot {
        Slot::Face(Face::Stories) => None,
        Slot::Face(face) => Some(stand_in(front, *face, rows)),
        _ => None,
    }
}
