//! Everything the two listeners share.

use crate::{LANGUAGES, Options, desk::Desk, fault::Faults, journal::Journal};
use parking_lot::Mutex;
use std::{collections::BTreeMap, io};

/// One desk per language, by its tag.
pub(crate) type Desks = BTreeMap<&'static str, Desk>;

/// The state of one newsroom.
pub(crate) struct Room {
    pub(crate) desks: Mutex<Desks>,
    pub(crate) faults: Faults,
    pub(crate) journal: Journal,
    pub(crate) options: Options,
    pub(crate) origin: String,
    pub(crate) other: String,
}

impl Room {
    pub(crate) fn open(options: Options, origin: String, other: String) -> io::Result<Self> {
        let desks = Mutex::new(open_desks(options.every.is_none())?);
        Ok(Self { desks, faults: Faults::default(), journal: Journal::default(), options, origin, other })
    }

    /// Back to the first morning: the starting stories and no fault. The journal stays, it has a verb of its own.
    pub(crate) fn reset(&self) -> io::Result<()> {
        *self.desks.lock() = open_desks(self.options.every.is_none())?;
        self.faults.clear();
        Ok(())
    }

    pub(crate) fn say(&self, line: &str) {
        if !self.options.quiet {
            println!("{line}");
        }
    }
}

fn open_desks(frozen: bool) -> io::Result<Desks> {
    let now = chrono::Utc::now();
    LANGUAGES.iter().map(|language| Ok((*language, Desk::open(language, now, frozen)?))).collect()
}
