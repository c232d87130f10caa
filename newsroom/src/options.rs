//! How a newsroom is started.

use std::{path::PathBuf, time::Duration};

/// What [`crate::Newsroom::start`] needs. The default: free ports, no files, nothing published by itself.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Port of the first listener; 0 takes a free one.
    pub port: u16,
    /// Port of the second listener; 0 takes a free one.
    pub other_port: u16,
    /// Static files served at `/`, normally `dist`.
    pub files: Option<PathBuf>,
    /// Test pages served at `/pages/`, normally `tests/pages`.
    pub pages: Option<PathBuf>,
    /// Recorded answers served at `/fixtures/`, normally `tests/fixtures`.
    pub fixtures: Option<PathBuf>,
    /// Time between two steps of the publishing schedule; `None` starts every language frozen.
    pub every: Option<Duration>,
    /// Prints nothing.
    pub quiet: bool,
}
