//! What changes: text and pieces, as boxed closures. Boxed, so that one type of each kind serves the whole view.

use super::Front;
use super::node::View;
use crate::text::Phrase;

/// A text or attribute that changes; `None` leaves it out.
pub type Text = Box<dyn FnMut() -> Option<String> + Send>;

/// A changing text.
pub fn text(read: impl FnMut() -> Option<String> + Send + 'static) -> Text {
    Box::new(read)
}

/// A piece of the view that is built anew whenever what it reads changes.
pub fn piece(build: impl FnMut() -> View + Send + 'static) -> View {
    View::Piece(None, Box::new(build))
}

/// A piece that is built anew only when `key` changes: the minute hand and every poll wake readers that then find nothing
/// new, and must not touch a node.
pub fn piece_by(
    key: impl FnMut() -> Option<String> + Send + 'static,
    build: impl FnMut() -> View + Send + 'static,
) -> View {
    View::Piece(Some(Box::new(key)), Box::new(build))
}

/// Changing text between tags.
pub fn words(read: impl FnMut() -> Option<String> + Send + 'static) -> View {
    View::Live(Box::new(read))
}

/// A word of ours in the reader's language.
pub fn phrase(front: Front, phrase: Phrase) -> View {
    words(move || Some(front.say(phrase).to_owned()))
}

/// The interface language of `front`, for `lang`.
pub fn language(front: Front) -> Text {
    text(move || Some(front.with(|look| look.locale.code().to_owned())))
}

/// Its direction, for `dir`; nothing where the element says its own.
pub fn direction(front: Front) -> Text {
    text(move || front.with(|look| (!look.has_dir).then(|| look.locale.dir().as_str().to_owned())))
}
