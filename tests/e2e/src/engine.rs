//! The three engines: where their programs are, and what a session of each asks for.

use serde_json::{Map, Value, json};
use std::env;
use std::path::PathBuf;

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chromium through chromedriver.
    Chromium,
    /// Firefox through geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser through WebKitWebDriver, under Xvfb.
    WebKit,
}

/// The programs of one engine on this machine.
pub(crate) struct Programs {
    pub(crate) driver: PathBuf,
    pub(crate) browser: PathBuf,
    /// A virtual screen, for the engine that has no headless mode.
    pub(crate) screen: Option<PathBuf>,
}

impl Engine {
    /// The name in `NEWSRAIL_ENGINES`, in test names and in picture names.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether this run asks for the engine.
    pub(crate) fn is_asked_for(self) -> bool {
        env::var("NEWSRAIL_ENGINES").map_or(true, |list| list.split(',').any(|name| name.trim() == self.as_str()))
    }

    /// Finds the programs, or says which one is missing and how to name it.
    pub(crate) fn programs(self) -> Result<Programs, String> {
        let cached =
            format!("{}/.cache/newsrail/tools/geckodriver*/bin/geckodriver", env::var("HOME").unwrap_or_default());
        let browsers = [
            "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
            "/usr/lib*/webkit2gtk-4.1/MiniBrowser",
            "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        ];
        let (driver, browser, screen) = match self {
            Self::Chromium => (
                find("NEWSRAIL_CHROMEDRIVER", &["chromedriver"], &[])?,
                find("NEWSRAIL_CHROMIUM", &["chromium", "chromium-browser", "google-chrome"], &[])?,
                None,
            ),
            Self::Firefox => (
                find("NEWSRAIL_GECKODRIVER", &["geckodriver"], &[&cached])?,
                find("NEWSRAIL_FIREFOX", &["firefox", "firefox-esr"], &[])?,
                None,
            ),
            Self::WebKit => (
                find("NEWSRAIL_WEBKITDRIVER", &["WebKitWebDriver"], &[])?,
                find("NEWSRAIL_MINIBROWSER", &["MiniBrowser"], &browsers)?,
                Some(find("NEWSRAIL_XVFB", &["Xvfb"], &[])?),
            ),
        };
        Ok(Programs { driver, browser, screen })
    }

    /// What a new session asks its driver for.
    pub(crate) fn capabilities(self, programs: &Programs) -> Map<String, Value> {
        let binary = &programs.browser;
        let own = match self {
            Self::Chromium => json!({"goog:chromeOptions": {"binary": binary, "args": [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--window-size=1280,1000",
            ]}}),
            Self::Firefox => json!({"moz:firefoxOptions": {
                "binary": binary,
                "args": ["-headless", "-width", "1280", "-height", "1000"],
                // Firefox's own look-ups have no business in a test's network.
                "prefs": {
                    "network.captive-portal-service.enabled": false, "network.connectivity-service.enabled": false,
                    "app.update.auto": false, "browser.shell.checkDefaultBrowser": false,
                },
            }}),
            Self::WebKit => json!({"webkitgtk:browserOptions": {"binary": binary, "args": ["--automation"]}}),
        };
        let mut all = Map::new();
        all.insert("timeouts".into(), json!({"script": 20_000, "pageLoad": 30_000, "implicit": 0}));
        if let Value::Object(own) = own {
            all.extend(own);
        }
        all
    }
}

/// The variable, else a name on the path, else the first file that matches a pattern.
fn find(variable: &str, names: &[&str], patterns: &[&str]) -> Result<PathBuf, String> {
    if let Some(given) = env::var_os(variable).map(PathBuf::from) {
        let complaint = format!("{variable} names {}, which is no file", given.display());
        return if given.is_file() { Ok(given) } else { Err(complaint) };
    }
    let on_path = names.iter().find_map(|name| which::which(name).ok());
    let matching = || patterns.iter().filter_map(|pattern| glob::glob(pattern).ok()).flatten().find_map(Result::ok);
    on_path.or_else(matching).ok_or_else(|| format!("{} not found: install it or set {variable}", names.join(" or ")))
}
