//! What changes: text and pieces, as boxed closures.
//!
//! Boxed on purpose. Leptos compiles its reactive machinery anew for every closure type, some 2 KB each; with one type
//! for all changing text and one for all changing pieces the wasm is little more than half as large (docs/size.md).

use super::Front;
use crate::text::Phrase;
use leptos::prelude::*;

/// A text or attribute that changes; `None` leaves it out.
pub type Text = Box<dyn FnMut() -> Option<String> + Send>;

/// A piece of the view that changes.
pub type Piece = Box<dyn FnMut() -> AnyView + Send>;

/// A changing text.
pub fn text(read: impl FnMut() -> Option<String> + Send + 'static) -> Text {
    Box::new(read)
}

/// A changing piece.
pub fn piece(build: impl FnMut() -> AnyView + Send + 'static) -> Piece {
    Box::new(build)
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// A word of ours in the reader's language.
pub fn phrase(front: Front, phrase: Phrase) -> Text {
    text(move || Some(front.say(phrase).to_owned()))
}
