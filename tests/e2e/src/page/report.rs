//! What a person needs to see when a test fails, and the end of a session.

use super::Page;
use crate::Outcome;
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};
use tokio::time::timeout;

/// For a dump and a picture, and for a browser to go.
const ENDING: Duration = Duration::from_secs(20);

const DUMP: &str = r#"
const cut = (words, at) => words.length > at ? words.slice(0, at) + "…" : words;
const lines = ["page: " + location.href];
hosts().forEach((el, n) => {
  lines.push("element " + n + ": " + cut(el.cloneNode(false).outerHTML, 300));
  lines.push("  light: " + cut(text(el), 200));
  lines.push("  shadow: " + (el.shadowRoot ? cut(el.shadowRoot.innerHTML.replace(/<!--.*?-->/g, ""), 2500) : "none"));
});
const record = window.__seen;
if (record) {
  for (const kind of ["errors", "warnings", "uncaught", "violations", "moves"])
    record[kind].forEach((line) => lines.push(kind + ": " + cut(line, 400)));
  for (const event of record.events)
    lines.push("event " + event.type + " of " + hosts().indexOf(event.target) + ": " + cut(JSON.stringify(event.detail), 300));
}
return lines.join("\n");
"#;

impl Page {
    /// Takes a picture of the window; returns where it lies.
    ///
    /// # Errors
    /// Where the driver or the disk refuses.
    pub async fn picture(&self) -> Outcome<PathBuf> {
        let target = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
        let folder =
            target.unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target")).join("screenshots");
        fs::create_dir_all(&folder)?;
        let file = folder.join(format!("{}-{}.png", self.name, self.engine.as_str()));
        fs::write(&file, self.client.screenshot().await?)?;
        Ok(file)
    }

    /// Ends the session, with everything worth reading added to a failure; false where the browser no longer answers.
    pub(crate) async fn end(self, outcome: Outcome) -> (Outcome, bool) {
        let outcome = match outcome {
            Err(failure) => match timeout(ENDING, self.story_so_far()).await {
                Ok(story) => Err(failure.and(&story)),
                Err(_) => return (Err(failure.and("no dump: the browser does not answer")), false),
            },
            Ok(()) if env::var("NEWSRAIL_SCREENSHOTS").is_ok_and(|which| which == "all") => {
                self.picture().await.map(drop)
            }
            Ok(()) => Ok(()),
        };
        // A session that is already gone needs no end.
        (outcome, timeout(ENDING, self.client.close()).await.is_ok())
    }

    async fn story_so_far(&self) -> String {
        let dump = self.run(DUMP).await;
        let dump = dump
            .map_or_else(|failure| format!("no dump: {failure:?}"), |dump| dump.as_str().unwrap_or_default().into());
        let log = self.desk.log().await;
        let asked = log.iter().map(|r| format!("  {} {}?{} (origin {:?})", r.status, r.path, r.query, r.origin));
        let asked = asked.collect::<Vec<_>>().join("\n");
        let picture = self.picture().await;
        let picture = picture.map_or_else(|failure| format!("none, {failure:?}"), |file| file.display().to_string());
        format!("--- {} in {}\n{dump}\nnewsroom's log:\n{asked}\npicture: {picture}", self.name, self.engine.as_str())
    }
}
