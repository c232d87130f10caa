//! How the newsroom misbehaves, path by path.
//!
//! This room decides which fault a request meets, and how an answer is spoiled. Nothing here fakes a fault in words: what
//! is cut, slow or silent is so on the wire.

mod spoil;

pub(crate) use spoil::misbehave;

use parking_lot::Mutex;
use serde::Deserialize;
use std::{collections::BTreeMap, time::Duration};
use tokio::sync::watch;

/// One order to misbehave.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Fault {
    /// The path that meets it; a `*` at the end covers everything below.
    pub(crate) path: String,
    pub(crate) kind: Kind,
    /// For `status`; 500 when not given.
    pub(crate) status: Option<u16>,
    /// How many requests meet it; all of them when not given.
    pub(crate) times: Option<u32>,
    /// For `slow`; 5 when not given.
    pub(crate) seconds: Option<f64>,
    /// For `wrong-type`; plain text when not given.
    pub(crate) content_type: Option<String>,
    /// Added to the answer, whatever the kind.
    #[serde(default)]
    pub(crate) headers: BTreeMap<String, String>,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Kind {
    /// Nothing: takes the fault of the path back.
    None,
    /// An error status with a page of HTML.
    Status,
    /// A page of HTML with 200, as a login page or a hotel network gives.
    Html,
    /// Delivered whole, but the JSON ends in the middle.
    BrokenJson,
    /// The right bytes under a wrong Content-Type.
    WrongType,
    /// A valid feed without stories; JSON only.
    EmptyList,
    /// 200 and no byte.
    EmptyBody,
    /// The right answer without the headers that let another origin read it.
    NoCors,
    /// Accepted, never answered.
    Hang,
    /// The body comes drop by drop.
    Slow,
    /// Half of the promised body, then the connection ends.
    Truncate,
    /// The connection ends without a byte.
    Close,
    /// The first story has no id; JSON only.
    NoId,
}

impl Fault {
    pub(crate) fn duration(&self) -> Duration {
        Duration::try_from_secs_f64(self.seconds.unwrap_or(5.0)).unwrap_or_default()
    }

    fn covers(&self, path: &str) -> bool {
        match self.path.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => self.path == path,
        }
    }
}

/// The faults in force, at most one per path.
pub(crate) struct Faults {
    armed: Mutex<Vec<Fault>>,
    hang_up: watch::Sender<bool>,
}

impl Default for Faults {
    fn default() -> Self {
        Self { armed: Mutex::default(), hang_up: watch::Sender::new(false) }
    }
}

impl Faults {
    /// Puts a fault in force, instead of the one its path had.
    pub(crate) fn arm(&self, fault: Fault) {
        let mut armed = self.armed.lock();
        armed.retain(|old| old.path != fault.path);
        if fault.kind != Kind::None {
            armed.insert(0, fault);
        }
        self.announce(&armed);
    }

    /// The fault this request meets, counted.
    pub(crate) fn meet(&self, path: &str) -> Option<Fault> {
        let mut armed = self.armed.lock();
        let position = armed.iter().position(|fault| fault.covers(path))?;
        let fault = armed.get_mut(position)?;
        if let Some(times) = &mut fault.times {
            *times = times.saturating_sub(1);
            if *times == 0 {
                let last = armed.remove(position);
                self.announce(&armed);
                return Some(last);
            }
        }
        Some(fault.clone())
    }

    pub(crate) fn clear(&self) {
        let mut armed = self.armed.lock();
        armed.clear();
        self.announce(&armed);
    }

    /// `true` while connections must not be kept alive. Browsers silently repeat a request that dies on a reused
    /// connection, so a `close` fault is met only on fresh ones.
    pub(crate) fn hang_up(&self) -> watch::Receiver<bool> {
        self.hang_up.subscribe()
    }

    fn announce(&self, armed: &[Fault]) {
        self.hang_up.send_replace(armed.iter().any(|fault| fault.kind == Kind::Close));
    }
}
