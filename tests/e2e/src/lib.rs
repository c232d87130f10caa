//! End-to-end harness: one test, one newsroom of its own, one fresh browser session, three engines.
//!
//! It decides how browsers are found, started and ended, how a page is asked what it shows, and how a failure reads.
//! It refuses to know what the widget should do: that is written in `tests/browsers`.
//!
//! | variable | meaning | else |
//! |---|---|---|
//! | `NEWSRAIL_ENGINES` | comma list of chromium, firefox, webkit | all three |
//! | `NEWSRAIL_DIST` | the built widget | `dist` of the workspace |
//! | `NEWSRAIL_SEAMS` | the same with test seams | `target/seams` of the workspace |
//! | `NEWSRAIL_CHROMEDRIVER`, `NEWSRAIL_CHROMIUM` | programs | `PATH` |
//! | `NEWSRAIL_GECKODRIVER`, `NEWSRAIL_FIREFOX` | programs | `PATH`, then the project's tool cache |
//! | `NEWSRAIL_WEBKITDRIVER`, `NEWSRAIL_MINIBROWSER`, `NEWSRAIL_XVFB` | programs | `PATH`, `/usr/lib*/**/webkit2gtk-4.1` |
//! | `NEWSRAIL_SCREENSHOTS` | `all`: a picture at the end of passing tests too | failures only |
//! | `CI` | `true`: an engine that is missing fails its tests | it is skipped with a line |
//!
//! Pictures go to `<target>/screenshots/<test>-<engine>.png`.

mod driver;
mod engine;
mod failure;
mod newsdesk;
mod page;
mod trial;

pub use engine::Engine;
pub use failure::{Failure, Outcome, equal, holds};
pub use newsdesk::{Newsdesk, Request, fixture};
pub use page::{Page, Seen};
pub use trial::{Steps, run};

/// Makes three tests of each `async fn name(page: &Page) -> Outcome`: `name::chromium`, `name::firefox`, `name::webkit`.
#[macro_export]
macro_rules! in_every_browser {
    ($($name:ident),* $(,)?) => {$(
        mod $name {
            fn steps(page: &$crate::Page) -> $crate::Steps<'_> {
                Box::pin(super::$name(page))
            }

            #[test]
            fn chromium() -> $crate::Outcome {
                $crate::run($crate::Engine::Chromium, module_path!(), steps)
            }

            #[test]
            fn firefox() -> $crate::Outcome {
                $crate::run($crate::Engine::Firefox, module_path!(), steps)
            }

            #[test]
            fn webkit() -> $crate::Outcome {
                $crate::run($crate::Engine::WebKit, module_path!(), steps)
            }
        }
    )*};
}
