//! A file that is written again and again while a web server reads it.
//!
//! This file decides that a reader never sees half a file (write beside it, to the disk, then rename) and that a failure leaves the last
//! good file in place.

use crate::convert::Converted;
use newsrail::item::json::rfc3339;
use serde_json::Value;
use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use std::{fs, io, thread};

/// Converts every `pause`, for ever. A failing turn is reported and the next one awaited. Each line says when it was and
/// which `source` it speaks of, for a log holds many.
pub(crate) fn run(
    out: &Path,
    source: &str,
    pause: Duration,
    convert: impl Fn() -> Result<Converted, (u8, String)>,
) -> ExitCode {
    let say = |message: &str| eprintln!("newsrail: {} {source}: {message}", rfc3339(crate::source::present()));
    let mut turn = Turn::default();
    loop {
        match convert() {
            Ok(feed) => match turn.take(out, &feed) {
                Ok(message) => message.iter().for_each(|message| say(message)),
                Err(error) => say(&format!("{}: {error}", out.display())),
            },
            Err((_, message)) => {
                turn.doubted = None;
                say(&message);
            }
        }
        thread::sleep(pause);
    }
}

#[derive(Default)]
struct Turn {
    /// What was written last.
    last: String,
    /// A document with fewer stories than the file, waiting for a second one that says the same.
    doubted: Option<usize>,
}

impl Turn {
    /// Writes what is new, and says what was done. A document without stories, or one that was cut, may be a server's fault
    /// and not the newsroom's will: it replaces a longer file when it comes twice in a row.
    fn take(&mut self, out: &Path, feed: &Converted) -> io::Result<Option<String>> {
        let is_doubtful = (feed.is_cut || feed.stories == 0) && feed.stories < stories_in(out);
        if is_doubtful && self.doubted.replace(feed.stories) != Some(feed.stories) {
            let what = if feed.is_cut { "the document was cut" } else { "the document holds no stories" };
            return Ok(Some(format!("{what}; the last file stays until the next turn says the same")));
        }
        if !is_doubtful {
            self.doubted = None;
        }
        // An unchanged file keeps its modification time, so that the web server answers 304.
        if feed.text == self.last && out.exists() {
            return Ok(None);
        }
        replace(out, &feed.text)?;
        self.last.clone_from(&feed.text);
        Ok(Some(format!("{} stories written to {}", feed.stories, out.display())))
    }
}

/// How many stories the file holds; none when it is no feed of ours.
fn stories_in(out: &Path) -> usize {
    let document = fs::read(out).ok().and_then(|bytes| serde_json::from_slice::<Value>(&bytes).ok());
    document.and_then(|document| Some(document.get("items")?.as_array()?.len())).unwrap_or(0)
}

/// Puts `text` in place of the file at once: renaming is atomic inside one directory. The bytes are on the disk before the
/// name is theirs, or a power cut could leave an empty file under a good name.
pub(crate) fn replace(out: &Path, text: &str) -> io::Result<()> {
    let mut name = OsString::from(".");
    name.push(out.file_name().ok_or_else(|| io::Error::other("not a file name"))?);
    name.push(format!(".{}.new", std::process::id()));
    let beside = out.with_file_name(name);
    let written = write(&beside, text).and_then(|()| fs::rename(&beside, out));
    if written.is_err() {
        // The half-written neighbour serves nobody; the error that matters is the first.
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(path: &Path, text: &str) -> io::Result<()> {
    let mut file = fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
