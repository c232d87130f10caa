//! One test in one engine: begin, steps, report, end.

use crate::driver::Turn;
use crate::{Engine, Failure, Outcome, Page};
use futures_util::FutureExt;
use std::env;
use std::io::{self, Write};
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::timeout;

/// The steps of a test, as the macro hands them over.
pub type Steps<'p> = Pin<Box<dyn Future<Output = Outcome> + 'p>>;

/// No test takes this long unless a browser hangs.
const LONGEST: Duration = Duration::from_secs(120);
/// A browser that has no window by then never gets one.
const START: Duration = Duration::from_secs(45);

/// Runs the steps against a fresh newsroom and a fresh session.
///
/// # Errors
/// What the steps found wrong, with what the page showed; or, where `CI` is set, that the engine is missing.
pub fn run(engine: Engine, path: &str, steps: for<'p> fn(&'p Page) -> Steps<'p>) -> Outcome {
    if !engine.is_asked_for() {
        return Ok(());
    }
    let mut turn = Turn::of(engine);
    if let Some(reason) = turn.is_over() {
        return Err(Failure::new(reason));
    }
    if let Err(reason) = turn.driver().map(drop) {
        if env::var("CI").is_ok_and(|ci| ci == "true") {
            return Err(Failure::new(reason));
        }
        turn.skip(&reason);
        return Ok(());
    }
    // The crate's name says nothing; the file's and the test's do.
    let name = path.split("::").skip(1).collect::<Vec<_>>().join("-");
    let outcome = Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(async {
        let page = begin(&mut turn, engine, &name).await?;
        let outcome = timeout(LONGEST, AssertUnwindSafe(steps(&page)).catch_unwind()).await;
        let outcome = match outcome {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(panic)) => Err(Failure::new(words(panic.as_ref()))),
            Err(_) => Err(Failure::new(format!("the test did not end within {LONGEST:?}"))),
        };
        let (outcome, ended) = page.end(outcome).await;
        if !ended {
            turn.give_up();
        }
        outcome
    });
    if let Err(failure) = &outcome {
        // At once, because a run that is cut short prints no summary.
        let _ = writeln!(io::stderr(), "{name} in {}: {failure:?}", engine.as_str());
    }
    outcome
}

/// A session; a driver that gives none is replaced once.
async fn begin(turn: &mut Turn, engine: Engine, name: &str) -> Outcome<Page> {
    let mut failure = Failure::new("no session");
    for _ in 0..2 {
        let driver = turn.driver().map_err(Failure::new)?;
        match timeout(START, Page::begin(engine, driver, name.into())).await {
            Ok(Ok(page)) => return Ok(page),
            Ok(Err(refusal)) => failure = refusal,
            Err(_) => failure = Failure::new(format!("{} gave no session within {START:?}", engine.as_str())),
        }
        turn.give_up();
    }
    Err(failure)
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words").into()
}
