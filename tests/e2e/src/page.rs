//! One page in one browser session: open it, ask it, wait for it, act on it.

mod acts;
mod report;
mod seen;

pub use seen::Seen;

use crate::driver::Driver;
use crate::{Engine, Failure, Newsdesk, Outcome};
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// Small words for scripts: host, all, texts, stories...; in front of every script that runs in the page.
const PRELUDE: &str = include_str!("page/prelude.js");
/// How long a page may take to show what is expected.
const PATIENCE: Duration = Duration::from_secs(10);
const GLANCE: Duration = Duration::from_millis(60);

/// A browser session with a newsroom behind it.
pub struct Page {
    /// The newsroom that serves the page and its feeds.
    pub desk: Newsdesk,
    /// Which engine shows it.
    pub engine: Engine,
    client: Client,
    name: String,
}

impl Page {
    pub(crate) async fn begin(engine: Engine, driver: &Driver, name: String) -> Outcome<Self> {
        let desk = Newsdesk::open().await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(engine.capabilities(&driver.programs))
            .connect(&driver.url)
            .await
            .map_err(|error| Failure::new(format!("no session with {}: {error}", driver.programs.driver.display())))?;
        Ok(Self { desk, engine, client, name })
    }

    /// The driver's client, for what this page has no word for.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Opens a path of this test's newsroom, or an absolute URL.
    ///
    /// # Errors
    /// Where the browser does not get there.
    pub async fn open(&self, path: &str) -> Outcome {
        let url = if path.starts_with("http") { path.into() } else { format!("{}{path}", self.desk.origin()) };
        self.client.goto(&url).await.map_err(|error| Failure::new(format!("{url} did not open: {error}")))
    }

    /// Opens a file of tests/pages with parameters; see `tests/pages/build.js` for what they mean.
    ///
    /// # Errors
    /// Where the browser does not get there.
    pub async fn open_with(&self, file: &str, query: &[(&str, &str)]) -> Outcome {
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
        self.open(&format!("/pages/{file}?{query}")).await
    }

    /// Runs statements in the page; `return` gives a value back.
    ///
    /// # Errors
    /// Where the script throws.
    pub async fn run(&self, script: &str) -> Outcome<Value> {
        self.run_with(script, json!(null)).await
    }

    /// The same with one argument, `given` in the script.
    ///
    /// # Errors
    /// Where the script throws.
    pub async fn run_with(&self, script: &str, given: Value) -> Outcome<Value> {
        let whole = format!("{PRELUDE}\nconst given = arguments[0];\n{script}");
        self.client
            .execute(&whole, vec![given])
            .await
            .map_err(|error| Failure::new(format!("{script}\n  threw: {error}")))
    }

    /// The value of an expression.
    ///
    /// # Errors
    /// Where it throws.
    pub async fn ask(&self, expression: &str) -> Outcome<Value> {
        self.run(&format!("return ({expression});")).await
    }

    /// The value of an expression that is a list of strings.
    ///
    /// # Errors
    /// Where it throws or is something else.
    pub async fn list(&self, expression: &str) -> Outcome<Vec<String>> {
        Ok(serde_json::from_value(self.ask(expression).await?)?)
    }

    /// The value of an expression that is a number.
    ///
    /// # Errors
    /// Where it throws or is something else.
    pub async fn number(&self, expression: &str) -> Outcome<f64> {
        let value = self.ask(expression).await?;
        value.as_f64().ok_or_else(|| Failure::new(format!("{expression} is {value}, not a number")))
    }

    /// The value of an expression that is a string; `null` is the empty one.
    ///
    /// # Errors
    /// Where it throws or is something else.
    pub async fn text(&self, expression: &str) -> Outcome<String> {
        match self.ask(expression).await? {
            Value::String(text) => Ok(text),
            Value::Null => Ok(String::new()),
            other => Err(Failure::new(format!("{expression} is {other}, not a string"))),
        }
    }

    /// Waits up to ten seconds until the expression is truthy, and returns it.
    ///
    /// # Errors
    /// Where it never is.
    pub async fn until(&self, what: &str, expression: &str) -> Outcome<Value> {
        self.until_within(PATIENCE, what, expression).await
    }

    /// The same with a patience of one's own.
    ///
    /// # Errors
    /// Where it never is.
    pub async fn until_within(&self, patience: Duration, what: &str, expression: &str) -> Outcome<Value> {
        let since = Instant::now();
        loop {
            let seen = self.ask(expression).await;
            match seen {
                Ok(value) if is_truthy(&value) => return Ok(value),
                Err(failure) if since.elapsed() > patience => {
                    return Err(failure.and(&format!("  waiting for: {what}")));
                }
                Ok(value) if since.elapsed() > patience => {
                    return Err(Failure::new(format!(
                        "{what}\n  waited {patience:?} for: {expression}\n  the page: {value}"
                    )));
                }
                _ => sleep(GLANCE).await,
            }
        }
    }

    /// Waits up to ten seconds until the expression has the value.
    ///
    /// # Errors
    /// Where it never has.
    pub async fn becomes(&self, what: &str, expression: &str, expected: Value) -> Outcome {
        let since = Instant::now();
        loop {
            let seen = self.ask(expression).await;
            match seen {
                Ok(value) if value == expected => return Ok(()),
                Err(failure) if since.elapsed() > PATIENCE => {
                    return Err(failure.and(&format!("  waiting for: {what}")));
                }
                Ok(value) if since.elapsed() > PATIENCE => {
                    let text = format!("{what}\n  {expression}\n  expected: {expected}\n  the page: {value}");
                    return Err(Failure::new(text));
                }
                _ => sleep(GLANCE).await,
            }
        }
    }

    /// The expression has the value now.
    ///
    /// # Errors
    /// Where it has another.
    pub async fn is(&self, what: &str, expression: &str, expected: Value) -> Outcome {
        crate::equal(what, expected, self.ask(expression).await?)
    }

    /// The expression has the value now, and keeps it for the while.
    ///
    /// # Errors
    /// Where it has, or takes, another.
    pub async fn stays(&self, what: &str, expression: &str, expected: Value, whole: Duration) -> Outcome {
        let since = Instant::now();
        while since.elapsed() < whole {
            self.is(what, expression, expected.clone()).await?;
            sleep(GLANCE).await;
        }
        Ok(())
    }
}

/// As JavaScript sees it; an empty list counts as nothing, because a test that waits for a list waits for its entries.
fn is_truthy(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(list) => !list.is_empty(),
        Value::Object(_) => true,
    }
}
