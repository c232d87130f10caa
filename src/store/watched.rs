//! A value that wakes who reads it: Leptos' trigger with the value beside it.
//!
//! Leptos compiles a signal's whole machinery for every type a signal holds; this compiles a lock and shares the rest
//! (docs/size.md). A write that changes nothing wakes nobody.

use leptos::prelude::{ArcTrigger, Notify, Track};
use std::sync::RwLock;

/// A value and who watches it.
pub struct Watched<T> {
    value: RwLock<T>,
    trigger: ArcTrigger,
}

impl<T> Watched<T> {
    /// Watched from now on.
    pub fn new(value: T) -> Self {
        Self { value: RwLock::new(value), trigger: ArcTrigger::new() }
    }

    /// Reads, and is told of the next change. `None` only while the value is being written.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.trigger.track();
        self.peek(read)
    }

    /// Reads without being told.
    pub fn peek<R>(&self, read: impl FnOnce(&T) -> R) -> Option<R> {
        self.value.try_read().ok().map(|value| read(&value))
    }

    /// Writes; `write` says whether anything changed.
    pub fn update(&self, write: impl FnOnce(&mut T) -> bool) -> bool {
        // The lock is gone before anybody is woken: they read at once.
        let has_changed = self.value.try_write().is_ok_and(|mut value| write(&mut value));
        if has_changed {
            self.trigger.notify();
        }
        has_changed
    }
}

impl<T: PartialEq> Watched<T> {
    /// Replaces the value where the new one differs.
    pub fn set(&self, value: T) -> bool {
        self.update(|old| {
            let has_changed = *old != value;
            *old = value;
            has_changed
        })
    }
}
