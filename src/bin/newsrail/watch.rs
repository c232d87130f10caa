//! A file that is written again and again while a web server reads it.
//!
//! This file decides that a reader never sees half a file (write beside it, to the disk, then rename) and that a failure leaves the last
//! good file in place.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use std::{fs, io, thread};

/// Converts every `pause`, for ever. A failing turn is reported and the next one awaited.
pub(crate) fn run(out: &Path, pause: Duration, convert: impl Fn() -> Result<String, (u8, String)>) -> ExitCode {
    let mut last = String::new();
    loop {
        match convert() {
            // An unchanged file keeps its modification time, so that the web server answers 304.
            Ok(text) if text == last && out.exists() => {}
            Ok(text) => match replace(out, &text) {
                Ok(()) => last = text,
                Err(error) => eprintln!("newsrail: {}: {error}", out.display()),
            },
            Err((_, message)) => eprintln!("newsrail: {message}"),
        }
        thread::sleep(pause);
    }
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
