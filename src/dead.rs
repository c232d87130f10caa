//! The one flag a panic leaves behind.
//!
//! On wasm a panic is a trap: no destructor runs, borrows stay taken, and timers and continuations still call in. Every
//! callback that can outlive a view reads this flag first and does nothing in a dead instance; the loader replaces it.

use std::sync::atomic::{AtomicBool, Ordering};

static DEAD: AtomicBool = AtomicBool::new(false);

/// Whether this instance panicked.
pub fn is_dead() -> bool {
    DEAD.load(Ordering::Relaxed)
}

/// Called by the panic hook, first thing.
pub fn die() {
    DEAD.store(true, Ordering::Relaxed);
}
