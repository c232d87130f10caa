//! The three engines and their drivers, as far as this machine has them.

use super::{geckodriver, in_ci};
use anyhow::{Result, bail};
use std::ffi::OsString;
use std::path::PathBuf;

/// Programs that are Chromium for our purpose; the first one found counts.
pub(crate) const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// The same for Firefox.
pub(crate) const FIREFOX: &[&str] = &["firefox-esr", "firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/// WebKitGTK's small browser is on nobody's PATH.
const MINIBROWSER: [&str; 3] = [
    "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib*/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
];

/// A browser and the program that drives it.
pub(crate) struct Engine {
    pub(crate) driver: PathBuf,
    browser: PathBuf,
}

/// What was found.
pub(crate) struct Browsers {
    pub(crate) chromium: Option<Engine>,
    pub(crate) firefox: Option<Engine>,
    webkit: Option<Engine>,
}

impl Browsers {
    /// Looks for all three. Firefox's driver is built if the browser is there and the driver is not.
    ///
    /// # Errors
    /// When that build fails on a build server.
    pub(crate) fn find() -> Result<Self> {
        let firefox = match first(FIREFOX) {
            Some(browser) => gecko()?.map(|driver| Engine { driver, browser }),
            None => None,
        };
        let screen = first(&["Xvfb"]);
        Ok(Self {
            chromium: pair(first(&["chromedriver"]), first(CHROMIUM)),
            firefox,
            webkit: pair(first(&["WebKitWebDriver"]), minibrowser()).filter(|_| screen.is_some()),
        })
    }

    /// The variables by which the end-to-end tests learn what is here.
    pub(crate) fn variables(&self) -> Vec<(&'static str, OsString)> {
        let engines: Vec<&str> = self.all().into_iter().filter_map(|(name, engine, ..)| engine.map(|_| name)).collect();
        let programs = self.all().into_iter().filter_map(|(_, engine, driver, browser)| {
            engine.map(|engine| [(driver, engine.driver.clone().into()), (browser, engine.browser.clone().into())])
        });
        // On a build server all three are demanded, so that a missing one fails there and is not passed over.
        let engines = if in_ci() { "chromium,firefox,webkit".to_owned() } else { engines.join(",") };
        programs.flatten().chain([("NEWSRAIL_ENGINES", engines.into())]).collect()
    }

    /// Names the engines that are missing.
    ///
    /// # Errors
    /// On a build server, when one is missing.
    pub(crate) fn complain(&self) -> Result<()> {
        let missing: Vec<&str> =
            self.all().iter().filter(|(_, engine, ..)| engine.is_none()).map(|(name, ..)| *name).collect();
        if missing.is_empty() {
            return Ok(());
        }
        let told = format!("no {} with its driver on this machine", missing.join(", no "));
        if in_ci() {
            bail!("{told}");
        }
        println!("{told}: its tests are skipped");
        Ok(())
    }

    fn all(&self) -> [(&'static str, Option<&Engine>, &'static str, &'static str); 3] {
        [
            ("chromium", self.chromium.as_ref(), "NEWSRAIL_CHROMEDRIVER", "NEWSRAIL_CHROMIUM"),
            ("firefox", self.firefox.as_ref(), "NEWSRAIL_GECKODRIVER", "NEWSRAIL_FIREFOX"),
            ("webkit", self.webkit.as_ref(), "NEWSRAIL_WEBKITDRIVER", "NEWSRAIL_MINIBROWSER"),
        ]
    }
}

fn gecko() -> Result<Option<PathBuf>> {
    if let Some(own) = first(&["geckodriver"]) {
        return Ok(Some(own));
    }
    match geckodriver().ensure() {
        Err(error) if !in_ci() => {
            println!("{error:#}");
            Ok(None)
        }
        found => found.map(Some),
    }
}

fn pair(driver: Option<PathBuf>, browser: Option<PathBuf>) -> Option<Engine> {
    Some(Engine { driver: driver?, browser: browser? })
}

fn first(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| which::which(name).ok())
}

fn minibrowser() -> Option<PathBuf> {
    MINIBROWSER.iter().find_map(|pattern| glob::glob(pattern).ok()?.find_map(Result::ok))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_engine_counts_only_with_its_driver() {
        assert!(pair(Some("driver".into()), None).is_none());
        assert!(pair(None, Some("browser".into())).is_none());
    }

    #[test]
    fn the_end_to_end_tests_learn_of_each_engine_and_its_driver() {
        let chromium = Some(Engine { driver: "d".into(), browser: "b".into() });
        let variables = Browsers { chromium, firefox: None, webkit: None }.variables();
        assert!(variables.contains(&("NEWSRAIL_CHROMEDRIVER", "d".into())));
        assert!(variables.contains(&("NEWSRAIL_CHROMIUM", "b".into())));
        assert!(!variables.iter().any(|(name, _)| *name == "NEWSRAIL_FIREFOX"));
    }
}
