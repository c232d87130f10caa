//! What a reader, or the page's own script, does.

use super::Page;
use crate::{Failure, Outcome};
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MouseActions, PointerAction};
use fantoccini::elements::{Element, ElementRef};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tokio::time::sleep;

/// The key of a web element reference (WebDriver, section 12.1).
const ELEMENT_KEY: &str = "element-6066-11e4-a52e-4f735466cecf";
/// From an answer on the wire to its rows on the screen.
const SETTLING: Duration = Duration::from_millis(350);

impl Page {
    /// Waits until every news element of the page has shown its first stories.
    ///
    /// # Errors
    /// Where one never does.
    pub async fn ready(&self) -> Outcome {
        let what = "every news element fires news-ready and leaves loading";
        let condition = "seen('news-error').some((error) => error.code === 'crashed') ? 'crashed'
            : hosts().length > 0 && hosts().every((el, n) => seen('news-ready', n).length === 1
                && state(n) && !['loading', 'fallback'].includes(state(n)))";
        // A dead program would let every test wait for its whole patience.
        crate::equal("the program lives", json!(true), self.until(what, condition).await?)
    }

    /// Opens a file of tests/pages and waits for the first stories.
    ///
    /// # Errors
    /// Where they never come.
    pub async fn show(&self, file: &str, query: &[(&str, &str)]) -> Outcome {
        self.open_with(file, query).await?;
        self.ready().await
    }

    /// Calls `refresh()` on every element, and waits until the newsroom was asked and the page has settled.
    ///
    /// # Errors
    /// Where the script throws.
    pub async fn refresh(&self) -> Outcome {
        let before = self.desk.log().await.len();
        self.run("hosts().forEach((el) => el.refresh())").await?;
        let since = Instant::now();
        // A request that dies on the wire may never reach the log.
        while self.desk.log().await.len() == before && since.elapsed() < Duration::from_secs(2) {
            sleep(Duration::from_millis(30)).await;
        }
        sleep(SETTLING).await;
        Ok(())
    }

    /// Clicks the first such piece of the n-th element, where a reader would.
    ///
    /// # Errors
    /// Where there is none or it cannot be clicked.
    pub async fn click(&self, selector: &str, n: usize) -> Outcome {
        let piece = self.piece(selector, n).await?;
        piece.click().await.map_err(|error| Failure::new(format!("{selector} could not be clicked: {error}")))
    }

    /// Focuses the first such piece of the n-th element and presses a key.
    ///
    /// # Errors
    /// Where there is none or the driver refuses.
    pub async fn press(&self, selector: &str, n: usize, key: char) -> Outcome {
        let script =
            "const piece = one(given[0], given[1]); piece.focus(); return piece.getRootNode().activeElement === piece;";
        let focused = self.run_with(script, json!([selector, n])).await?;
        crate::equal(&format!("{selector} takes the focus"), json!(true), focused)?;
        let keys =
            KeyActions::new("keyboard".into()).then(KeyAction::Down { value: key }).then(KeyAction::Up { value: key });
        Ok(self.client.perform_actions(keys).await?)
    }

    /// Takes pointer and focus away from everything.
    ///
    /// # Errors
    /// Where the driver refuses.
    pub async fn look_away(&self) -> Outcome {
        let script = "let root = document;
            while (root.activeElement && root.activeElement.shadowRoot) root = root.activeElement.shadowRoot;
            if (root.activeElement) root.activeElement.blur();";
        self.run(script).await?;
        let to = |x, y| PointerAction::MoveTo { duration: None, x, y };
        // Two steps: a driver leaves out a move to where it believes its pointer to be, and a click moved another one.
        let aside = MouseActions::new("mouse".into()).then(to(3.0, 3.0)).then(to(1.0, 1.0));
        Ok(self.client.perform_actions(aside).await?)
    }

    async fn piece(&self, selector: &str, n: usize) -> Outcome<Element> {
        let script =
            "const piece = one(given[0], given[1]); if (piece) piece.scrollIntoView({block: 'center'}); return piece;";
        let reference = self.run_with(script, json!([selector, n])).await?;
        let id = reference.get(ELEMENT_KEY).and_then(Value::as_str);
        let id = id.ok_or_else(|| Failure::new(format!("no {selector} in element {n}, but {reference}")))?;
        Ok(Element::from_element_id(self.client.clone(), ElementRef::from(id.to_string())))
    }
}
