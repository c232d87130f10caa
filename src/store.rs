//! What is true now.
//!
//! This room decides which stories there are after an answer came (merge), in which order, how many, which were taken
//! back, and which state the element is in. It refuses to know the DOM, the network and the words shown to a reader.
//! The core is pure and takes `now` as an argument; signals exist only at the rim, in [`desk`].

pub mod merge;
pub mod standing;
pub mod stories;
#[cfg(any(feature = "browser", feature = "native"))]
pub mod watched;

#[cfg(any(feature = "browser", feature = "native"))]
pub mod desk;

pub use merge::Change;
pub use standing::{Standing, Word};
pub use stories::{Key, Stories, Story};
