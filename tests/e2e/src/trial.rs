//! One test in one engine: begin, steps, report, end.

use crate::driver::Driver;
use crate::{Engine, Failure, Outcome, Page};
use futures_util::FutureExt;
use std::env;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;
use std::time::Duration;
use tokio::runtime::Builder;
use tokio::time::timeout;

/// The steps of a test, as the macro hands them over.
pub type Steps<'p> = Pin<Box<dyn Future<Output = Outcome> + 'p>>;

/// No test takes this long unless a browser hangs.
const LONGEST: Duration = Duration::from_secs(120);

/// Runs the steps against a fresh newsroom and a fresh session.
///
/// # Errors
/// What the steps found wrong, with what the page showed; or, where `CI` is set, that the engine is missing.
pub fn run(engine: Engine, path: &str, steps: for<'p> fn(&'p Page) -> Steps<'p>) -> Outcome {
    if !engine.is_asked_for() {
        return Ok(());
    }
    let driver = match Driver::of(engine) {
        Ok(driver) => driver,
        Err(reason) if env::var("CI").is_ok_and(|ci| ci == "true") => return Err(Failure::new(reason)),
        Err(_) => return Ok(()),
    };
    let _turn = Driver::turn(engine);
    // The crate's name says nothing; the file's and the test's do.
    let name = path.split("::").skip(1).collect::<Vec<_>>().join("-");
    Builder::new_multi_thread().worker_threads(2).enable_all().build()?.block_on(async {
        let page = Page::begin(engine, driver, name).await?;
        let outcome = timeout(LONGEST, AssertUnwindSafe(steps(&page)).catch_unwind()).await;
        let outcome = match outcome {
            Ok(Ok(outcome)) => outcome,
            Ok(Err(panic)) => Err(Failure::new(words(panic.as_ref()))),
            Err(_) => Err(Failure::new(format!("the test did not end within {LONGEST:?}"))),
        };
        page.end(outcome).await
    })
}

fn words(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words").into()
}
