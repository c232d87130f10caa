//! What changes: text and pieces, as boxed closures.
//!
//! Boxed on purpose. Leptos compiles its reactive machinery anew for every closure type, some 2 KB each; with one type
//! for all changing text and one for all changing pieces the wasm is much smaller (docs/size.md).

use super::Front;
use crate::text::Phrase;
use leptos::prelude::*;

/// A text or attribute that changes; `None` leaves it out.
pub type Text = Box<dyn FnMut() -> Option<String> + Send>;

/// A changing text.
pub fn text(read: impl FnMut() -> Option<String> + Send + 'static) -> Text {
    Box::new(read)
}

/// A piece of the view that is built anew whenever what it reads changes.
pub fn piece(build: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let build: Box<dyn FnMut() -> AnyView + Send> = Box::new(build);
    build.into_any()
}

/// Changing text between tags.
pub fn words(read: impl FnMut() -> Option<String> + Send + 'static) -> AnyView {
    text(read).into_any()
}

/// Nothing.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// A word of ours in the reader's language.
pub fn phrase(front: Front, phrase: Phrase) -> AnyView {
    words(move || Some(front.say(phrase).to_owned()))
}

/// The interface language of `front`, for `lang`.
pub fn language(front: Front) -> Text {
    text(move || Some(front.with(|look| look.locale.code().to_owned())))
}

/// Its direction, for `dir`.
pub fn direction(front: Front) -> Text {
    text(move || Some(front.with(|look| look.locale.dir().as_str().to_owned())))
}
