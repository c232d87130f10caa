//! The test's hand in the newsroom: publish, change, withdraw, break things, and read the request log.

use crate::{Failure, Outcome};
use newsroom::{Newsroom, Options};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};
use tokio::sync::Mutex;
use ureq::Agent;

/// The harness's own requests carry this name, so that the log tells them from the browser's.
const OWN_NAME: &str = "newsrail-e2e";

/// A newsroom of this test's own: frozen, on ports of its own.
pub struct Newsdesk {
    room: Mutex<Newsroom>,
    origin: String,
    other: String,
    agent: Agent,
}

/// One request a browser sent.
#[derive(Clone, Debug)]
pub struct Request {
    /// Without the query.
    pub path: String,
    /// Without the question mark.
    pub query: String,
    /// The `Origin` header, empty where there was none.
    pub origin: String,
    /// The `Referer` header, empty where there was none.
    pub referrer: String,
    /// What was answered; 0 where nothing was.
    pub status: u64,
}

/// The workspace's folder, or the one a variable names.
fn folder(variable: &str, inside: &str) -> PathBuf {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(inside);
    env::var_os(variable).map_or_else(own, PathBuf::from)
}

/// A JSON file of tests/fixtures.
///
/// # Errors
/// Where it is missing or no JSON.
pub fn fixture(path: &str) -> Outcome<Value> {
    let file = folder("NEWSRAIL_FIXTURES", "tests/fixtures").join(path);
    let text = fs::read_to_string(&file).map_err(|error| Failure::new(format!("{}: {error}", file.display())))?;
    Ok(serde_json::from_str(&text)?)
}

impl Newsdesk {
    /// Starts a newsroom whose schedule stands still.
    ///
    /// # Errors
    /// Where it cannot listen.
    pub async fn open() -> Outcome<Self> {
        Self::with(folder("NEWSRAIL_DIST", "dist")).await
    }

    /// The same with the build that has the test seams (feature `test-hooks`).
    ///
    /// # Errors
    /// Where it cannot listen.
    pub async fn open_with_seams() -> Outcome<Self> {
        let seams = folder("NEWSRAIL_SEAMS", "target/seams");
        if !seams.join("newsrail.js").exists() {
            return Err(Failure::new(format!(
                "{} has no build; `cargo xtask test --only e2e` makes it",
                seams.display()
            )));
        }
        Self::with(seams).await
    }

    async fn with(dist: PathBuf) -> Outcome<Self> {
        let room = Newsroom::start(Options {
            port: 0,
            other_port: 0,
            files: Some(dist),
            pages: Some(folder("NEWSRAIL_PAGES", "tests/pages")),
            fixtures: Some(folder("NEWSRAIL_FIXTURES", "tests/fixtures")),
            every: None,
            quiet: true,
        })
        .await?;
        let agent =
            Agent::config_builder().user_agent(OWN_NAME).timeout_global(Some(Duration::from_secs(10))).build().into();
        Ok(Self { origin: room.origin(), other: room.other(), room: Mutex::new(room), agent })
    }

    /// Where it listens, without a slash at the end.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The same newsroom on another port: another origin for browsers.
    pub fn other(&self) -> &str {
        &self.other
    }

    /// Pulls the plug: when this returns, connections are refused.
    pub async fn close_down(&self) {
        self.room.lock().await.stop().await;
    }

    /// Publishes a story now; returns its id.
    ///
    /// # Errors
    /// Where the newsroom refuses.
    pub async fn publish(&self, language: &str, fields: Value) -> Outcome<String> {
        let answer = self.order(&format!("{language}/publish"), fields).await?;
        answer
            .get("id")
            .and_then(Value::as_str)
            .map(String::from)
            .ok_or_else(|| Failure::new(format!("no id in {answer}")))
    }

    /// Changes fields of a story; `fields` names it by `id`.
    ///
    /// # Errors
    /// Where the newsroom refuses.
    pub async fn change(&self, language: &str, fields: Value) -> Outcome {
        self.order(&format!("{language}/change"), fields).await.map(drop)
    }

    /// Takes a story back, with a tombstone.
    ///
    /// # Errors
    /// Where the newsroom refuses.
    pub async fn withdraw(&self, language: &str, id: &str) -> Outcome {
        self.order(&format!("{language}/withdraw"), json!({"id": id})).await.map(drop)
    }

    /// Makes a story vanish without a word.
    ///
    /// # Errors
    /// Where the newsroom refuses.
    pub async fn trash(&self, language: &str, id: &str) -> Outcome {
        self.order(&format!("{language}/trash"), json!({"id": id})).await.map(drop)
    }

    /// Breaks a path: kinds as the newsroom lists them, `none` mends it, a number is a status.
    ///
    /// # Errors
    /// Where the newsroom refuses.
    pub async fn fault(&self, path: &str, kind: &str) -> Outcome {
        let fault = match kind.parse::<u16>() {
            Ok(status) => json!({"path": path, "kind": "status", "status": status}),
            Err(_) => json!({"path": path, "kind": kind}),
        };
        self.order("fault", fault).await.map(drop)
    }

    async fn order(&self, path: &str, order: Value) -> Outcome<Value> {
        let asked = format!("{path} {order}");
        let room = self.room.lock().await;
        room.admin(path, order).map_err(|refusal| Failure::new(format!("the newsroom refused {asked}: {refusal}")))
    }

    /// The own-JSON feed of a language as it is served now.
    ///
    /// # Errors
    /// Where it is not served or no JSON.
    pub async fn feed(&self, language: &str) -> Outcome<Value> {
        let (agent, url) = (self.agent.clone(), format!("{}/feeds/{language}/simple.json", self.origin));
        let text = tokio::task::spawn_blocking(move || agent.get(&url).call()?.body_mut().read_to_string()).await??;
        Ok(serde_json::from_str(&text)?)
    }

    /// One field of every story of the feed, newest first; empty where a story has none.
    ///
    /// # Errors
    /// Where the feed is not served.
    pub async fn stories(&self, language: &str, field: &str) -> Outcome<Vec<String>> {
        let feed = self.feed(language).await?;
        let items = feed.get("items").and_then(Value::as_array);
        Ok(items.into_iter().flatten().map(|item| word(item, field)).collect())
    }

    /// What browsers asked for since the start, or since `forget`.
    pub async fn log(&self) -> Vec<Request> {
        let entries = self.room.lock().await.log();
        entries.iter().filter(|entry| word(entry, "user_agent") != OWN_NAME).map(Request::read).collect()
    }

    /// How many requests came for the path.
    pub async fn count(&self, path: &str) -> usize {
        self.log().await.iter().filter(|request| request.path == path).count()
    }

    /// Empties the log.
    pub async fn forget(&self) {
        self.room.lock().await.clear_log();
    }
}

fn word(entry: &Value, name: &str) -> String {
    entry.get(name).and_then(Value::as_str).unwrap_or_default().into()
}

impl Request {
    fn read(entry: &Value) -> Self {
        Self {
            path: word(entry, "path"),
            query: word(entry, "query"),
            origin: word(entry, "origin"),
            referrer: word(entry, "referrer"),
            status: entry.get("status").and_then(Value::as_u64).unwrap_or_default(),
        }
    }
}
